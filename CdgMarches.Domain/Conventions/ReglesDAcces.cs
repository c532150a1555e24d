using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions;

/// <summary>Ce que devient la convention à la fin de sa première durée.</summary>
public enum Reconduction
{
    /// <summary>Elle continue pour une durée indéterminée, jusqu'à dénonciation (Code civil, art. 1214 et 1215).</summary>
    Indeterminee,

    /// <summary>Elle repart pour une période de plusieurs années, autant de fois que le prévoit la convention.</summary>
    ParPeriodes,

    /// <summary>Elle s'arrête.</summary>
    Aucune,
}

/// <summary>Les mots de la reconduction.</summary>
public static class ReconductionExtensions
{
    public static string Libelle(this Reconduction reconduction) =>
        reconduction switch
        {
            Reconduction.Indeterminee => "Tacite, pour une durée indéterminée",
            Reconduction.ParPeriodes => "Tacite, par périodes",
            Reconduction.Aucune => "Aucune : la convention s'arrête à son terme",
        };
}

/// <summary>Ce que la convention fixe elle-même : durées et délais. Des données, jamais des constantes.</summary>
/// <remarks>
/// RG6.19 et RG6.20. Chaque convention garde les siennes : changer les valeurs usuelles du CDG ne touche aucune convention
/// déjà préparée.
/// </remarks>
public sealed record ReglesDAcces
{
    /// <summary>Première durée, en années pleines à compter de la date d'effet.</summary>
    public required int DureeInitialeEnAnnees { get; init; }

    public required Reconduction Reconduction { get; init; }

    /// <summary>Durée d'une période de reconduction, en années ; ne sert qu'à <see cref="Reconduction.ParPeriodes"/>.</summary>
    public required int PeriodeDeReconductionEnAnnees { get; init; }

    /// <summary>Nombre de périodes de reconduction au plus ; nul quand la convention ne le limite pas.</summary>
    public int? ReconductionsAuPlus { get; init; }

    /// <summary>Délai, en mois, d'une dénonciation du fait de la collectivité.</summary>
    public required int PreavisDeLaCollectiviteEnMois { get; init; }

    /// <summary>Délai, en mois, d'une dénonciation du fait du CDG.</summary>
    public required int PreavisDuCdgEnMois { get; init; }

    /// <summary>Délai, en jours, que le CDG laisse dans sa mise en demeure de payer.</summary>
    public required int DelaiDeMiseEnDemeureEnJours { get; init; }

    /// <summary>Les règles de la convention type (art. 5) : trois ans, puis durée indéterminée ; deux et six mois.</summary>
    public static ReglesDAcces Usuelles { get; } =
        new()
        {
            DureeInitialeEnAnnees = 3,
            Reconduction = Reconduction.Indeterminee,
            PeriodeDeReconductionEnAnnees = 3,
            PreavisDeLaCollectiviteEnMois = 2,
            PreavisDuCdgEnMois = 6,
            DelaiDeMiseEnDemeureEnJours = 30,
        };

    /// <summary>Dit si ces règles se tiennent.</summary>
    public Verdict Examiner() =>
        Verdict.De(
            new Regles.DureePlausible("duree", "La première durée", DureeInitialeEnAnnees),
            new Regles.DureePlausible("periode", "La période de reconduction", PeriodeDeReconductionEnAnnees),
            new Regles.ReconductionsPlausibles(ReconductionsAuPlus),
            new Regles.DelaiPlausible("preavis-collectivite", "Le délai de la collectivité", PreavisDeLaCollectiviteEnMois, 24),
            new Regles.DelaiPlausible("preavis-cdg", "Le délai du CDG", PreavisDuCdgEnMois, 24),
            new Regles.DelaiPlausible("delai-mise-en-demeure", "Le délai de mise en demeure", DelaiDeMiseEnDemeureEnJours, 365)
        );

    /// <summary>Les règles en une phrase, pour l'histoire et les écrans.</summary>
    public string EnUnePhrase()
    {
        var suite = Reconduction switch
        {
            Reconduction.Indeterminee => "puis pour une durée indéterminée",
            Reconduction.ParPeriodes => ReconductionsAuPlus is { } fois
                ? $"puis par périodes de {Ans(PeriodeDeReconductionEnAnnees)}, {fois.ToString(Francais.Culture)} fois au plus"
                : $"puis par périodes de {Ans(PeriodeDeReconductionEnAnnees)}",
            Reconduction.Aucune => "sans reconduction",
        };
        return $"{Ans(DureeInitialeEnAnnees)}, {suite} ; dénonciation : {PreavisDeLaCollectiviteEnMois.ToString(Francais.Culture)} mois pour la collectivité, {PreavisDuCdgEnMois.ToString(Francais.Culture)} mois pour le CDG";
    }

    /// <summary>« un an », « 3 ans ».</summary>
    internal static string Ans(int annees) => annees == 1 ? "un an" : $"{annees.ToString(Francais.Culture)} ans";
}
