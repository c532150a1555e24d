using CdgMarches.Domain.Noyau.Calendrier;

namespace CdgMarches.Domain.Courriels;

/// <summary>Un jour où l'on relance les membres qui n'ont pas validé.</summary>
/// <param name="Jours">Compté depuis la clôture : -15 quinze jours avant, 2 deux jours après.</param>
/// <param name="Date">Ce jour, ou le premier jour ouvré qui le suit.</param>
public sealed record EchelonDeRelance(int Jours, DateOnly Date)
{
    /// <summary>« J-15 », « J+2 ».</summary>
    public string Libelle => Jours < 0 ? $"J{Jours}" : $"J+{Jours}";
}

/// <summary>Quand relancer, et qui a été relancé trop récemment (C6, C7).</summary>
/// <remarks>
/// Jamais un samedi, un dimanche ni un jour férié de la zone du CDG ; jamais une même personne deux fois en trois jours ouvrés,
/// toutes campagnes confondues. Un échelon manqué parce que l'application était arrêtée se rattrape dans les deux jours ouvrés ;
/// plus tard, il est abandonné : une relance « J-15 » à neuf jours de la clôture ne dirait plus vrai.
/// </remarks>
public static class CalendrierDeRelances
{
    /// <summary>L'écart minimal entre deux relances d'une personne, en jours ouvrés.</summary>
    public const int EcartMinimal = 3;

    private const int Rattrapage = 2;

    /// <summary>Les échelons d'une campagne, du premier au dernier.</summary>
    public static IReadOnlyList<EchelonDeRelance> De(DateOnly cloture, IEnumerable<int> jours, ZoneDeJoursFeries zone) =>
        [.. jours.Distinct().Order().Select(j => new EchelonDeRelance(j, JoursOuvres.Prochain(cloture.AddDays(j), zone)))];

    /// <summary>L'échelon dû ce jour-là ; null s'il n'y en a pas, ou si ce n'est pas un jour ouvré.</summary>
    public static EchelonDeRelance? Du(DateOnly jour, IReadOnlyList<EchelonDeRelance> echelons, ZoneDeJoursFeries zone) =>
        JoursOuvres.Est(jour, zone)
        && echelons.LastOrDefault(e => e.Date <= jour) is { } dernier
        && jour <= JoursOuvres.Ajouter(dernier.Date, Rattrapage, zone)
            ? dernier
            : null;

    /// <summary>Vrai si la dernière relance de la personne est trop récente pour lui écrire ce jour-là.</summary>
    public static bool EstTropProche(DateOnly? derniere, DateOnly jour, ZoneDeJoursFeries zone) =>
        derniere is { } avant && jour < JoursOuvres.Ajouter(avant, EcartMinimal, zone);

    /// <summary>Lit les jours d'un réglage (« -15 ; -5 ; -1 ; 2 »).</summary>
    /// <returns>Null si le texte n'est pas une suite de nombres entiers entre -60 et 30.</returns>
    public static IReadOnlyList<int>? Lire(string texte)
    {
        List<int> jours = [];
        foreach (var morceau in texte.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (
                !int.TryParse(
                    morceau,
                    System.Globalization.NumberStyles.AllowLeadingSign,
                    System.Globalization.CultureInfo.InvariantCulture,
                    out var jour
                ) || jour is < -60 or > 30
            )
            {
                return null;
            }

            jours.Add(jour);
        }

        return jours;
    }
}
