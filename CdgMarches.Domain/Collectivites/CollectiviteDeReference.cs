namespace CdgMarches.Domain.Collectivites;

/// <summary>Ce qu'est une entrée du catalogue national.</summary>
public enum NatureDeReference
{
    Commune,
    CommunauteDeCommunes,
    CommunauteDAgglomeration,
    CommunauteUrbaine,
    Metropole,
}

/// <summary>Une commune ou un EPCI à fiscalité propre du catalogue national, que l'on choisit pour créer une fiche.</summary>
/// <remarks>
/// RG9.02, RG9.03. Donnée livrée avec l'application, remplacée d'un bloc à chaque version ; elle ne porte ni SIRET, ni
/// effectif, ni population totale.
/// </remarks>
public sealed class CollectiviteDeReference
{
    private CollectiviteDeReference() { }

    /// <summary>Le code INSEE d'une commune, le SIREN d'un EPCI.</summary>
    public string Code { get; private init; } = "";

    public NatureDeReference Nature { get; private init; }

    public string Nom { get; private init; } = "";

    /// <summary>Le nom replié, pour trier.</summary>
    public string CleDeTri { get; private init; } = "";

    /// <summary>Nom, code postal, code INSEE et SIREN repliés.</summary>
    public string CleDeRecherche { get; private init; } = "";

    public string? CodeInsee { get; private init; }

    public string? Siren { get; private init; }

    public string? CodePostal { get; private init; }

    public string? Departement { get; private init; }

    public int? PopulationMunicipale { get; private init; }

    public string? SirenEpci { get; private init; }
}

/// <summary>Le passage d'une entrée du catalogue à une catégorie du référentiel.</summary>
public static class NatureDeReferenceExtensions
{
    public static CategorieDeCollectivite Categorie(this NatureDeReference nature) =>
        nature switch
        {
            NatureDeReference.Commune => CategorieDeCollectivite.Commune,
            NatureDeReference.CommunauteDeCommunes => CategorieDeCollectivite.CommunauteDeCommunes,
            NatureDeReference.CommunauteDAgglomeration => CategorieDeCollectivite.CommunauteDAgglomeration,
            NatureDeReference.CommunauteUrbaine => CategorieDeCollectivite.CommunauteUrbaine,
            NatureDeReference.Metropole => CategorieDeCollectivite.Metropole,
        };
}
