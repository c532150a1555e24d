using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions;

/// <summary>L'acte dont la dette découle.</summary>
public enum SourceDeDette
{
    /// <summary>Une convention d'accès à la plateforme.</summary>
    Convention,

    /// <summary>Une adhésion à un groupement.</summary>
    Adhesion,
}

/// <summary>Celui qui doit : un acte, une collectivité, et le temps qu'il dure.</summary>
/// <param name="Source">Ce qu'est l'acte.</param>
/// <param name="SourceId">La convention ou l'adhésion.</param>
/// <param name="Collectivite">La collectivité engagée.</param>
/// <param name="Presence">Du premier au dernier jour où l'acte vaut.</param>
/// <param name="Reference">Le numéro de l'acte, pour le titre.</param>
public sealed record Redevable(
    SourceDeDette Source,
    Guid SourceId,
    CollectiviteId Collectivite,
    Periode Presence,
    string Reference = ""
);

/// <summary>Ce que la grille a besoin de savoir d'un redevable pour un exercice.</summary>
/// <param name="Categorie">Ce qu'est la collectivité.</param>
/// <param name="Presence">Du premier au dernier jour où l'acte vaut.</param>
public sealed record FaitsDuRedevable(CategorieDeCollectivite Categorie, Periode Presence)
{
    /// <summary>Les agents au 1er janvier de l'exercice ; nul si rien n'est déclaré.</summary>
    public int? Agents { get; init; }

    /// <summary>Ce que la déclaration dit compter comme agents ; nul si elle ne le dit pas.</summary>
    public string? DefinitionDesAgents { get; init; }

    /// <summary>Ceux du CCAS et de la caisse des écoles qui s'ajoutent à la commune (RG6.02, lecture 5).</summary>
    public int AgentsDesEtablissements { get; init; }

    /// <summary>La population totale de l'année.</summary>
    public int? Population { get; init; }

    /// <summary>Affiliée au CDG le jour de l'appel (RG6.28).</summary>
    public bool Affiliee { get; init; }

    /// <summary>Les consultations de l'année comptée ; nul si rien n'est déclaré.</summary>
    public int? Consultations { get; init; }

    /// <summary>L'année de ces consultations ; nulle si rien n'est déclaré.</summary>
    public int? AnneeDesConsultations { get; init; }

    /// <summary>Vrai quand ce nombre est une estimation.</summary>
    public bool ConsultationsEstimees { get; init; }

    /// <summary>La commune de rattachement est membre le jour de l'appel, et l'établissement se sert de son accès (RG6.27).</summary>
    public bool CommuneMembre { get; init; }

    /// <summary>L'exonération décidée pour ce redevable, quand il y en a une.</summary>
    public string? Exoneration { get; init; }

    /// <summary>Les cas limites qu'un agent a confirmés pour lui : axe et valeur.</summary>
    public IReadOnlySet<(AxeDeGrille Axe, int Valeur)> Confirmes { get; init; } = new HashSet<(AxeDeGrille, int)>();
}
