using CdgMarches.Domain.Contributions.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions;

/// <summary>Le comptable public à qui l'on paie, et entre quelles dates (RG6.30, RG6.31).</summary>
/// <remarks>Convention d'accès, art. 4 : « par mandat administratif » au service de gestion comptable. Sans lui, rien n'est émis.</remarks>
public sealed class ComptableAssignataire : Agregat
{
    public const int LongueurDesLignes = 200;
    public const int LongueurDeLIban = 34;

    private ComptableAssignataire() { }

    public ComptableAssignataireId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public string Nom { get; private set; } = "";

    public string Adresse { get; private set; } = "";

    public string CodePostal { get; private set; } = "";

    public string Ville { get; private set; } = "";

    public string? Iban { get; private set; }

    /// <summary>Celui qui signe les titres, nom et qualité (RG6.31).</summary>
    public string Signataire { get; private set; } = "";

    public DateOnly Debut { get; private set; }

    public DateOnly? Fin { get; private set; }

    /// <param name="saisie">Ce que l'agent a écrit.</param>
    /// <param name="autres">Les validités des autres comptables.</param>
    public static Verdict PeutEtre(SaisieDeComptable saisie, IReadOnlyList<Periode> autres) =>
        Verdict.De(
            new TexteDeGrilleRenseigne("Le nom du service", saisie.Nom, LongueurDesLignes, "nom"),
            new TexteDeGrilleRenseigne("L'adresse", saisie.Adresse, LongueurDesLignes, "adresse"),
            new CodePostalDuComptable(saisie.CodePostal),
            new TexteDeGrilleRenseigne("La ville", saisie.Ville, LongueurDesLignes, "ville"),
            new TexteDeGrilleRenseigne("Le signataire des titres", saisie.Signataire, LongueurDesLignes, "signataire"),
            new IbanPlausible(saisie.Iban),
            new ComptableSansChevauchement(saisie.Debut, saisie.Fin, autres)
        );

    public static ComptableAssignataire Creer(SaisieDeComptable saisie, IReadOnlyList<Periode> autres)
    {
        PeutEtre(saisie, autres).Exiger();
        var comptable = new ComptableAssignataire { Id = ComptableAssignataireId.Nouveau() };
        comptable.Prendre(saisie);
        return comptable;
    }

    public void Modifier(SaisieDeComptable saisie, IReadOnlyList<Periode> autres)
    {
        PeutEtre(saisie, autres).Exiger();
        Prendre(saisie);
    }

    /// <param name="appels">Les appels émis qui le portent.</param>
    public static Verdict PeutCorriger(int appels) => Verdict.De(new ComptableSansAppel(appels));

    /// <summary>Dit que le comptable disparaît ; l'appelant le retire de la base dans la même transaction.</summary>
    /// <inheritdoc cref="PeutCorriger"/>
    public void Retirer(int appels)
    {
        PeutCorriger(appels).Exiger();
        Signaler(new ComptableRetire(Nom, Debut));
    }

    public bool EstEnVigueur(DateOnly jour) => Debut <= jour && (Fin is not { } fin || jour <= fin);

    /// <summary>L'adresse entière, sur une ligne.</summary>
    public string AdresseEnClair => $"{Adresse}, {CodePostal} {Ville}";

    private void Prendre(SaisieDeComptable s)
    {
        var avant = Nom.Length == 0 ? null : EnClair();
        (Nom, Adresse, CodePostal, Ville) = (s.Nom.Trim(), s.Adresse.Trim(), s.CodePostal.Trim(), s.Ville.Trim());
        (Signataire, Debut, Fin) = (s.Signataire.Trim(), s.Debut, s.Fin);
        Iban = string.IsNullOrWhiteSpace(s.Iban) ? null : IbanPlausible.Net(s.Iban);
        Signaler(new ComptableFixe(avant, EnClair()));
    }

    private string EnClair() => $"{Nom}, {AdresseEnClair}, {Noyau.EnClair.Validite(Debut, Fin)}";
}

/// <summary>Ce qu'un agent écrit d'un comptable assignataire.</summary>
public sealed record SaisieDeComptable(
    string Nom,
    string Adresse,
    string CodePostal,
    string Ville,
    string? Iban,
    string Signataire,
    DateOnly Debut,
    DateOnly? Fin = null
);
