using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements;

/// <summary>La valeur d'une cellule : un nombre entier de millièmes ou de centimes, un jour, un texte, ou rien.</summary>
/// <param name="Nombre">Millièmes d'unité pour une quantité, centimes pour un montant.</param>
/// <param name="Jour">La date, pour une fin de contrat.</param>
/// <param name="Texte">Le texte, pour une imputation, un commentaire, une justification.</param>
public readonly record struct ValeurDeCellule(long? Nombre, DateOnly? Jour, string? Texte)
{
    /// <summary>Au-delà d'un milliard d'unités ou d'euros, on tient la valeur pour une faute de frappe.</summary>
    public const long Plafond = 1_000_000_000;

    private static readonly string[] FormatsDeDate = ["d/M/yyyy", "yyyy-M-d", "d.M.yyyy", "d-M-yyyy"];

    public static ValeurDeCellule Vide => default;

    public bool EstVide => Nombre is null && Jour is null && Texte is null;

    public static ValeurDeCellule DeQuantite(Quantite? quantite) => new(quantite?.Milliemes, null, null);

    public static ValeurDeCellule DeMontant(MontantHt? montant) => new(montant?.Centimes, null, null);

    public static ValeurDeCellule DeNombre(long? nombre) => new(nombre, null, null);

    public static ValeurDeCellule DeJour(DateOnly? jour) => new(null, jour, null);

    public static ValeurDeCellule DeTexte(string? texte) =>
        new(null, null, string.IsNullOrWhiteSpace(texte) ? null : texte.Trim());

    /// <summary>Lit ce qui a été tapé ou collé : espaces de milliers, virgule ou point, date à la française.</summary>
    /// <param name="champ">La colonne.</param>
    /// <param name="saisie">Le texte tapé ; vide pour effacer.</param>
    /// <param name="valeur">La valeur lue.</param>
    /// <param name="erreur">La phrase à montrer quand elle ne se lit pas.</param>
    public static bool TryLire(
        ChampDeReponse champ,
        string? saisie,
        out ValeurDeCellule valeur,
        [NotNullWhen(false)] out string? erreur
    )
    {
        valeur = Vide;
        erreur = null;
        var texte = saisie?.Trim() ?? "";
        if (texte.Length == 0)
        {
            return true;
        }

        erreur =
            champ.EstNombre() ? LireNombre(champ, texte, out valeur)
            : champ is ChampDeReponse.FinDeContrat ? LireJour(texte, out valeur)
            : LireTexte(champ, texte, out valeur);
        return erreur is null;
    }

    /// <summary>L'écriture française de la valeur, celle que montre la case et que <see cref="TryLire"/> relit.</summary>
    public string EnTexte(ChampDeReponse champ) =>
        this switch
        {
            { Nombre: { } nombre } when champ is ChampDeReponse.MontantHt => (nombre / 100m).ToString("0.00", Francais.Culture),
            { Nombre: { } nombre } => (nombre / 1000m).ToString("0.###", Francais.Culture),
            { Jour: { } jour } => jour.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            { Texte: { } texte } => texte,
            _ => "",
        };

    private static string? LireNombre(ChampDeReponse champ, string texte, out ValeurDeCellule valeur)
    {
        valeur = Vide;
        var decimales = champ.EstQuantite() ? 3 : 2;
        var net = Nettoyer(texte);
        if (
            net.Count(c => c == '.') > 1
            || !decimal.TryParse(
                net,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var nombre
            )
        )
        {
            return $"« {Abreger(texte)} » n'est pas un nombre. Tapez par exemple 1234,5.";
        }

        if (nombre < 0)
        {
            return $"« {Abreger(texte)} » est négatif : un besoin est nul ou positif.";
        }

        if (nombre > Plafond)
        {
            return $"« {Abreger(texte)} » dépasse un milliard : vérifiez la valeur et son unité.";
        }

        var echelle = champ.EstQuantite() ? 1000m : 100m;
        if (!decimal.IsInteger(nombre * echelle))
        {
            return $"« {Abreger(texte)} » a plus de {decimales} décimales : arrondissez.";
        }

        valeur = DeNombre((long)(nombre * echelle));
        return null;
    }

    private static string? LireJour(string texte, out ValeurDeCellule valeur)
    {
        valeur = Vide;
        if (!DateOnly.TryParseExact(texte, FormatsDeDate, CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour))
        {
            return $"« {Abreger(texte)} » n'est pas une date. Tapez par exemple 31/12/2027.";
        }

        if (jour.Year is < 2000 or > 2099)
        {
            return $"Le {jour.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)} est hors du siècle : une fin de contrat va de 2000 à 2099.";
        }

        valeur = DeJour(jour);
        return null;
    }

    private static string? LireTexte(ChampDeReponse champ, string texte, out ValeurDeCellule valeur)
    {
        valeur = Vide;
        if (texte.Length > champ.LongueurMax())
        {
            return $"Le texte a {texte.Length} caractères : {champ.LongueurMax()} au plus dans « {champ.Libelle()} ».";
        }

        valeur = DeTexte(texte);
        return null;
    }

    private static string Nettoyer(string texte) =>
        string.Concat(texte.Where(c => c is not (' ' or '\u00A0' or '\u202F'))).Replace(',', '.');

    private static string Abreger(string texte) => texte.Length > 40 ? string.Concat(texte.AsSpan(0, 39), "…") : texte;
}
