using System.Globalization;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Contributions.Grilles;

/// <summary>Une tranche en cours d'écriture.</summary>
public sealed class SaisieDeTranche
{
    public AxeDeGrille Axe { get; set; }

    public string? Libelle { get; set; }

    public int? Minimum { get; set; }

    /// <summary>Ce qui a été tapé et ne se lit pas ; nul quand la borne se lit ou manque.</summary>
    public string? MinimumIllisible { get; set; }

    public bool MinimumInclus { get; set; } = true;

    public int? Maximum { get; set; }

    /// <inheritdoc cref="MinimumIllisible"/>
    public string? MaximumIllisible { get; set; }

    public bool MaximumInclus { get; set; } = true;

    public void LireMinimum(object? frappe) => (Minimum, MinimumIllisible) = Frappe.Lire(frappe, Frappe.Entier(frappe));

    public void LireMaximum(object? frappe) => (Maximum, MaximumIllisible) = Frappe.Lire(frappe, Frappe.Entier(frappe));

    /// <summary>Les valeurs choisies, pour un axe qui n'est pas numérique.</summary>
    public HashSet<string> Noms { get; init; } = new(StringComparer.Ordinal);

    public static SaisieDeTranche De(TrancheDAxe t)
    {
        var saisie = new SaisieDeTranche
        {
            Axe = t.Axe,
            Libelle = t.Libelle,
            Minimum = t.Minimum,
            MinimumInclus = t.MinimumInclus,
            Maximum = t.Maximum,
            MaximumInclus = t.MaximumInclus,
        };
        saisie.Noms.UnionWith(t.Noms());
        return saisie;
    }

    public TrancheDAxe EnTranche(int numero) =>
        new(
            Axe,
            numero,
            Libelle,
            Minimum,
            MinimumInclus,
            Maximum,
            MaximumInclus,
            string.Join(';', Noms.Order(StringComparer.Ordinal))
        );
}

/// <summary>La lecture d'un cas limite en cours d'écriture.</summary>
public sealed class SaisieDeCasLimite
{
    public AxeDeGrille Axe { get; set; }

    public int? Valeur { get; set; }

    public int? Tranche { get; set; }

    public bool ConfirmationRequise { get; set; } = true;

    public string? Motif { get; set; }

    public static SaisieDeCasLimite De(LectureDeCasLimite l) =>
        new()
        {
            Axe = l.Axe,
            Valeur = l.Valeur,
            Tranche = l.Tranche,
            ConfirmationRequise = l.ConfirmationRequise,
            Motif = l.Motif,
        };
}

/// <summary>Une case en cours d'écriture ; la première année suit les autres tant qu'on ne la dit pas.</summary>
public sealed class SaisieDeCase
{
    public decimal? Premiere { get; set; }

    /// <summary>Ce qui a été tapé et ne se lit pas ; nul quand le montant se lit ou manque.</summary>
    public string? PremiereIllisible { get; set; }

    public decimal? Suivantes { get; set; }

    /// <inheritdoc cref="PremiereIllisible"/>
    public string? SuivantesIllisible { get; set; }

    public void LirePremiere(object? frappe) => (Premiere, PremiereIllisible) = Frappe.Lire(frappe, Frappe.Euros(frappe));

    public void LireSuivantes(object? frappe) => (Suivantes, SuivantesIllisible) = Frappe.Lire(frappe, Frappe.Euros(frappe));

    public CelluleDeGrille EnCellule(string coordonnees) =>
        new(coordonnees, MontantHt.Arrondir(Premiere ?? Suivantes!.Value), MontantHt.Arrondir(Suivantes!.Value));
}

/// <summary>Une exemption en cours d'écriture.</summary>
public sealed class SaisieDExemption
{
    public CategorieDeCollectivite? Categorie { get; set; }

    public ConditionDExemption Condition { get; set; }

    public string? Fondement { get; set; }

    public static SaisieDExemption De(Exemption e) =>
        new()
        {
            Categorie = e.Categorie,
            Condition = e.Condition,
            Fondement = e.Fondement,
        };
}

/// <summary>Lit ce qu'un agent tape dans une case de tableau.</summary>
internal static class Frappe
{
    /// <summary>La valeur lue, ou le texte à garder sous les yeux de l'agent quand il n'en est pas une.</summary>
    public static (T? Valeur, string? Illisible) Lire<T>(object? frappe, T? lue)
        where T : struct =>
        (lue, lue is null && !string.IsNullOrWhiteSpace(frappe as string) ? (frappe as string)!.Trim() : null);

    public static int? Entier(object? valeur) =>
        int.TryParse(
            string.Concat((valeur as string ?? "").Where(c => !char.IsWhiteSpace(c))),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var lu
        )
            ? lu
            : null;

    public static decimal? Euros(object? valeur) =>
        Socle.Saisie.TryCentimes(valeur as string ?? "", out var centimes, out _, negatifPermis: true) ? centimes / 100m : null;
}
