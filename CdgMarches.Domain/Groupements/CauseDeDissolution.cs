namespace CdgMarches.Domain.Groupements;

/// <summary>Ce qui met fin à un groupement ; chaque cause suppose un fait que l'on vérifie.</summary>
public enum CauseDeDissolution
{
    /// <summary>Le coordonnateur se retire (RG1.33).</summary>
    DepartDuCoordonnateur,

    /// <summary>Il ne resterait qu'un membre (RG1.35).</summary>
    UnSeulMembre,

    /// <summary>Le terme de la convention est atteint.</summary>
    Terme,

    /// <summary>Les membres en décident.</summary>
    Decision,
}

public static class LibellesDeDissolution
{
    public static string Libelle(this CauseDeDissolution cause) =>
        cause switch
        {
            CauseDeDissolution.DepartDuCoordonnateur => "Départ du coordonnateur",
            CauseDeDissolution.UnSeulMembre => "Plus qu'un seul membre",
            CauseDeDissolution.Terme => "Terme de la convention",
            CauseDeDissolution.Decision => "Décision des membres",
        };

    /// <summary>La règle qui fonde la dissolution pour cette cause.</summary>
    public static string Regle(this CauseDeDissolution cause) =>
        cause switch
        {
            CauseDeDissolution.DepartDuCoordonnateur => "RG1.33",
            CauseDeDissolution.UnSeulMembre => "RG1.35",
            CauseDeDissolution.Terme => "RG1.17",
            CauseDeDissolution.Decision => "RG1.34",
        };

    /// <summary>L'article de la convention du groupement dédié qui porte cette cause.</summary>
    public static string Article(this CauseDeDissolution cause) =>
        cause switch
        {
            CauseDeDissolution.DepartDuCoordonnateur or CauseDeDissolution.UnSeulMembre => "6.2",
            CauseDeDissolution.Terme => "2",
            CauseDeDissolution.Decision => "7",
        };
}
