namespace CdgMarches.Domain.Noyau.Calendrier;

/// <summary>Les délais qui courent vers l'avant : en jours, en mois de quantième à quantième, en années.</summary>
/// <remarks>
/// Chaque délai se calcule depuis sa date d'origine, jamais par étapes : 31 janvier + 2 mois donne le 31 mars, alors qu'un
/// mois puis un mois donnerait le 28 mars en passant par février.
/// </remarks>
public static class Delais
{
    /// <summary>Le dernier jour d'un délai en jours : celui de l'événement ne compte pas, le dernier court jusqu'à 24 h.</summary>
    /// <remarks>RG8.04, CPC art. 641. Aucun report : seule la règle qui le prévoit appelle <see cref="ReporterAuProchainJourOuvrable"/>.</remarks>
    public static DateOnly AjouterJours(DateOnly origine, int jours) => origine.AddDays(jours);

    /// <summary>Le même quantième, tant de mois plus tard ; à défaut de quantième identique, le dernier jour du mois.</summary>
    /// <remarks>RG8.05, CPC art. 641, al. 2. 31/12 + 2 mois = 28 ou 29/02 ; 31/07 + 2 mois = 30/09.</remarks>
    public static DateOnly AjouterMois(DateOnly origine, int mois) => origine.AddMonths(mois);

    /// <summary>Reporte une échéance qui tombe un samedi, un dimanche ou un jour férié au premier jour ouvrable suivant.</summary>
    /// <remarks>
    /// RG8.04, CPC art. 642 : le texte dit « ouvrable » mais écarte aussi le samedi, c'est donc ici un jour ouvré. Pour les
    /// délais de procédure seulement, jamais pour une convocation (compte à rebours) ni pour un délai de contrat.
    /// </remarks>
    public static DateOnly ReporterAuProchainJourOuvrable(DateOnly echeance, ZoneDeJoursFeries zone) =>
        JoursOuvres.Prochain(echeance, zone);

    /// <summary>Le dernier jour pour saisir le juge : délai franc en mois, reporté s'il échoit un jour non ouvré.</summary>
    /// <remarks>
    /// RG8.06, CJA art. R421-1 ; CE 19 septembre 2014 no 362568. Dernier jour utile = quantième + 1. Deux mois ; un de plus
    /// outre-mer, deux de plus à l'étranger (CJA art. R421-7). Notifié le 1er octobre 2007 : lundi 3 décembre 2007.
    /// </remarks>
    public static DateOnly DelaiFrancDeRecours(DateOnly notification, ZoneDeJoursFeries zone, int mois = 2) =>
        ReporterAuProchainJourOuvrable(AjouterMois(notification, mois).AddDays(1), zone);

    /// <summary>Le dernier jour d'une durée en années : la veille du n-ième anniversaire du premier jour.</summary>
    /// <remarks>
    /// RG6.19. 15/02/2025 et 3 ans : 14/02/2028. Un premier jour le 29 février n'a d'anniversaire que le 1er mars des années
    /// communes : 29/02/2024 et 3 ans finit le 28/02/2027.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">La durée est nulle ou négative.</exception>
    public static DateOnly DernierJour(DateOnly premierJour, int annees)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(annees);
        var anniversaire = premierJour.AddYears(annees);
        return anniversaire.Day == premierJour.Day ? anniversaire.AddDays(-1) : anniversaire;
    }
}
