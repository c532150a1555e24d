namespace CdgMarches.Domain.Groupements;

/// <summary>Ce qu'il faut savoir du groupement pour ouvrir sa dissolution.</summary>
/// <param name="Etat">Son état.</param>
/// <param name="Debut">Son premier jour.</param>
/// <param name="DejaOuverteLe">Le jour où une dissolution a été ouverte, ni prononcée ni abandonnée.</param>
/// <param name="DepartExecutoireLe">Le jour où la délibération de retrait du coordonnateur est exécutoire.</param>
/// <param name="MembresRestants">Combien de membres resteraient au lendemain du dernier jour, départs délibérés déduits.</param>
/// <param name="Terme">Le terme de la convention, s'il est connu.</param>
/// <param name="AvenantEnVigueurLe">L'effet de l'avenant par lequel les membres décident la dissolution.</param>
public sealed record FaitsDOuvertureDeDissolution(
    EtatDuGroupement Etat,
    DateOnly Debut,
    DateOnly? DejaOuverteLe,
    DateOnly? DepartExecutoireLe,
    int MembresRestants,
    DateOnly? Terme,
    DateOnly? AvenantEnVigueurLe
)
{
    /// <summary>Le jour où l'assemblée du coordonnateur a voté son retrait.</summary>
    public DateOnly? DepartVoteLe { get; init; }

    /// <summary>Le jour de sortie que le retrait du coordonnateur fixe.</summary>
    public DateOnly? SortieDuCoordonnateur { get; init; }

    /// <summary>Le jour où la dernière assemblée a voté l'avenant de dissolution.</summary>
    public DateOnly? AvenantVoteLe { get; init; }

    /// <summary>Le jour où le texte de cet avenant, dans sa version, a été soumis aux membres.</summary>
    public DateOnly? AvenantSoumisLe { get; init; }

    /// <summary>Le jour où la convention est entrée en vigueur, s'il est connu.</summary>
    public DateOnly? ConventionEnVigueurLe { get; init; }

    /// <summary>Les jours que le texte approuvé par les membres cite, à compter de son effet.</summary>
    public IReadOnlyList<DateOnly> JoursDuTexteVote { get; init; } = [];

    /// <summary>Le jour où la décision qui fonde cette cause est exécutoire ; nul pour une cause qui n'en suppose pas.</summary>
    internal DateOnly? DecideeLe(CauseDeDissolution cause) =>
        cause switch
        {
            CauseDeDissolution.DepartDuCoordonnateur => DepartExecutoireLe,
            CauseDeDissolution.Decision => AvenantEnVigueurLe,
            CauseDeDissolution.UnSeulMembre or CauseDeDissolution.Terme => null,
        };

    /// <summary>Ce que les dossiers du groupement disent de la décision qui fonde cette cause : son vote, et le jour qu'elle fixe.</summary>
    public DecisionDeDissolution Decision(CauseDeDissolution cause) =>
        cause switch
        {
            CauseDeDissolution.DepartDuCoordonnateur => new(DepartVoteLe, SortieDuCoordonnateur),
            CauseDeDissolution.Decision => new(AvenantVoteLe, null),
            CauseDeDissolution.UnSeulMembre or CauseDeDissolution.Terme => new(null, null),
        };
}

/// <summary>La décision qui fonde une dissolution.</summary>
/// <param name="VoteeLe">Le jour où l'assemblée qui décide, ou la dernière d'entre elles, l'a votée.</param>
/// <param name="DernierJour">Le dernier jour du groupement qu'elle fixe ; nul si elle n'en fixe aucun.</param>
public sealed record DecisionDeDissolution(DateOnly? VoteeLe, DateOnly? DernierJour);

/// <summary>Ce qu'il faut savoir pour prononcer une dissolution.</summary>
/// <param name="MembresNonInformes">Combien de membres n'ont pas encore la preuve d'avoir été informés.</param>
/// <param name="ProcedureEnCours">La référence d'une procédure qui court encore ; nul si aucune.</param>
/// <param name="MarchesEnCours">Les marchés qui finissent après le dernier jour.</param>
/// <param name="Causes">Ce que les causes supposent, tel qu'il en est le jour où l'on prononce.</param>
public sealed record FaitsDeDissolution(
    int MembresNonInformes,
    string? ProcedureEnCours,
    IReadOnlyList<string> MarchesEnCours,
    FaitsDOuvertureDeDissolution Causes
);
