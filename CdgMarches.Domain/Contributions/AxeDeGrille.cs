namespace CdgMarches.Domain.Contributions;

/// <summary>Ce sur quoi une grille range un redevable (RG6.26).</summary>
public enum AxeDeGrille
{
    /// <summary>Le nombre d'agents au 1er janvier de l'exercice.</summary>
    Agents,

    /// <summary>La population totale en vigueur au 1er janvier de l'exercice (RG6.29).</summary>
    Population,

    /// <summary>Le nombre de consultations créées dans l'année.</summary>
    Consultations,

    /// <summary>Ce qu'est la collectivité au regard du droit.</summary>
    Categorie,

    /// <summary>Affiliée ou non au centre de gestion.</summary>
    Affiliation,
}

/// <summary>Les mots des axes d'une grille.</summary>
public static class AxesDeGrille
{
    public static string Libelle(this AxeDeGrille axe) =>
        axe switch
        {
            AxeDeGrille.Agents => "Agents",
            AxeDeGrille.Population => "Population",
            AxeDeGrille.Consultations => "Consultations à l'année",
            AxeDeGrille.Categorie => "Catégorie",
            AxeDeGrille.Affiliation => "Affiliation",
        };

    /// <summary>L'unité, au pluriel : « 350 agents ».</summary>
    public static string Unite(this AxeDeGrille axe) =>
        axe switch
        {
            AxeDeGrille.Agents => "agents",
            AxeDeGrille.Population => "habitants",
            AxeDeGrille.Consultations => "consultations",
            AxeDeGrille.Categorie => "catégories",
            AxeDeGrille.Affiliation => "affiliations",
        };

    /// <summary>« d'agents », « de consultations ».</summary>
    public static string UniteAvecDe(this AxeDeGrille axe) => Collectivites.GrammaireDuNom.De(axe.Unite());

    /// <summary>Comment la grille nomme ce que l'axe découpe.</summary>
    internal static string NomDeTranche(this AxeDeGrille axe) => axe is AxeDeGrille.Consultations ? "tranche" : "catégorie";

    /// <summary>Vrai pour un axe de nombres entiers à partir de zéro, découpé par des bornes.</summary>
    public static bool EstNumerique(this AxeDeGrille axe) =>
        axe is AxeDeGrille.Agents or AxeDeGrille.Population or AxeDeGrille.Consultations;
}
