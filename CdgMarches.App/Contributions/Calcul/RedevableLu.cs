using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Contributions.Calcul;

/// <summary>L'acte d'où la dette découle, tel que la base le rend : une convention d'accès, ou l'adhésion à un groupement.</summary>
internal record ActeRedevable
{
    public ConventionDAccesId? Convention { get; init; }

    public AdhesionId? Adhesion { get; init; }

    /// <summary>Le numéro de la convention d'accès.</summary>
    public ReferenceDeConvention? Reference { get; init; }

    /// <summary>Celui du groupement.</summary>
    public ReferenceDeGroupement? Groupement { get; init; }

    /// <summary>Le coordonnateur du groupement.</summary>
    public CollectiviteId? Coordonnateur { get; init; }

    public CollectiviteId Collectivite { get; init; }

    public DateOnly Debut { get; init; }

    public DateOnly? Fin { get; init; }
}

/// <summary>Un acte avec sa collectivité et ses chiffres, tels que la base les rend.</summary>
internal sealed record RedevableLu : ActeRedevable
{
    public string Nom { get; init; } = "";

    public string CleDeTri { get; init; } = "";

    public Siret? Siret { get; init; }

    public Siren? Siren { get; init; }

    public CategorieDeCollectivite Categorie { get; init; }

    public CollectiviteId? Parent { get; init; }

    /// <summary>L'établissement se sert de l'accès de sa commune : le choix porté sur sa fiche.</summary>
    public bool AccesDeSaCommune { get; init; }

    public string? Ligne1 { get; init; }

    public string? Ligne2 { get; init; }

    public string? CodePostal { get; init; }

    public string? Ville { get; init; }

    public bool ServiceObligatoire { get; init; }

    public bool EngagementObligatoire { get; init; }

    public string? CodeDuService { get; init; }

    public int? Agents { get; init; }

    public string? DefinitionDesAgents { get; init; }

    public int? Population { get; init; }

    public bool Affiliee { get; init; }

    /// <summary>Les consultations de l'année comptée.</summary>
    public int? Reelles { get; init; }

    public int? Estimees { get; init; }
}
