using CdgMarches.App.Accueil;
using CdgMarches.App.Conventions;
using CdgMarches.App.Documents.Bibliotheque;
using CdgMarches.App.Documents.Conventions;
using CdgMarches.App.Documents.Groupements;
using CdgMarches.App.Documents.Impression;
using CdgMarches.App.Documents.Origine;
using CdgMarches.App.Documents.Procedures;
using CdgMarches.App.Socle.Travaux;
using CdgMarches.Database.Collectivites;

namespace CdgMarches.App.Documents;

public static class DocumentsServices
{
    /// <summary>Déclare une nature de document, que les agents pourront produire et dont ils pourront changer le modèle.</summary>
    public static IServiceCollection AddModeleDeDocument<T>(this IServiceCollection services)
        where T : class, IModeleDeDocument => services.AddSingleton<IModeleDeDocument, T>();

    /// <summary>Donne à une nature de document un modèle d'origine écrit pour elle.</summary>
    public static IServiceCollection AddModeleDOrigine<T>(this IServiceCollection services)
        where T : class, IModeleDOrigine => services.AddSingleton<IModeleDOrigine, T>();

    private static IServiceCollection AddConventionEnDossier<T>(this IServiceCollection services)
        where T : class, IModeleDeDocument, IConventionEnDossier =>
        services
            .AddSingleton<T>()
            .AddSingleton<IModeleDeDocument>(s => s.GetRequiredService<T>())
            .AddSingleton<IConventionEnDossier>(s => s.GetRequiredService<T>());

    internal static IServiceCollection AddDocuments(this IServiceCollection services) =>
        services
            .AddSingleton<CatalogueDeDocuments>()
            .AddSingleton<ModelesDOrigine>()
            .AddSingleton<PapierAEntete>()
            .AddSingleton<ChoisirModele>()
            .AddSingleton<ProduireDocument>()
            .AddSingleton<PreparerProduction>()
            .AddSingleton<ProduireEnSerie>()
            .AddSingleton<LireDocumentsProduits>()
            .AddSingleton<LireSeries>()
            .AddSingleton<LireModeles>()
            .AddSingleton<LireBibliotheque>()
            .AddSingleton<DeposerModele>()
            .AddSingleton<TenirModele>()
            .AddSingleton<ISourceDeCorbeille, CorbeilleDesModeles>()
            .AddSingleton<DesignerModele>()
            .AddSingleton<EssayerModele>()
            .AddSingleton<ChangerLogo>()
            .AddSingleton<ConvertirEnPdf>()
            .AddSingleton<DossiersDeConvention>()
            .AddSingleton<ComparerLeTexte>()
            .AddSingleton<LireDossier>()
            .AddSingleton<LireAnnexesManquantes>()
            .AddSingleton<TenirDossier>()
            .AddConventionEnDossier<TexteDeLaConventionDAcces>()
            .AddConventionEnDossier<TexteDeLaConventionConstitutive>()
            .AddSingleton<LireDossiersDuGroupement>()
            .AddSingleton<App.Groupements.Adhesions.IRepriseDeMillesime, ReprendreLesModeles>()
            .AddSingleton(new OngletDeConvention("Documents", "dossier", 25))
            .AddModeleDeDocument<TexteDAvenant>()
            .AddModeleDeDocument<LettreAuxMembres>()
            .AddModeleDeDocument<LettreDeRejet>()
            .AddModeleDeDocument<RapportDePresentation>()
            .AddModeleDeDocument<InformationDesMembres>()
            .AddModeleDOrigine<OrigineLettreDeRejet>()
            .AddModeleDOrigine<OrigineRapportDePresentation>()
            .AddModeleDOrigine<OrigineInformationDesMembres>()
            .AddModeleDOrigine<OrigineAvenant>()
            .AddModeleDOrigine<OrigineLettreAuxMembres>()
            .AddModeleDOrigine<OrigineConventionDAcces>()
            .AddModeleDOrigine<OrigineConventionConstitutive>()
            .AddSingleton<ISourceDeRecherche, RechercheDesDocuments>()
            .AddSingleton<IReferenceDeCollectivite, FusionDesDocuments>()
            .AddTravail<TravailDeSerie>(ProduireEnSerie.Type);
}
