using CdgMarches.App.Socle.Travaux;

namespace CdgMarches.App.Recensements.Excel;

internal static class RecensementsExcelServices
{
    public static IServiceCollection AddRecensementsExcel(this IServiceCollection services)
    {
        services.AddDataProtection();
        return services
            .AddSingleton<SceauDeClasseur>()
            .AddSingleton<LireClasseurDeMembre>()
            .AddSingleton<ExaminerClasseur>()
            .AddSingleton<PreparerImport>()
            .AddSingleton<AppliquerImport>()
            .AddSingleton<AnnulerImport>()
            .AddSingleton<LireImports>()
            .AddSingleton<LireLignesRefusees>()
            .AddSingleton<DeposerEnVrac>()
            .AddSingleton<LireDepot>()
            .AddSingleton<ImportDeCatalogue>()
            .AddSingleton<LireCatalogueAImporter>()
            .AddSingleton<LireDonneesDeConsolidation>()
            .AddSingleton<ExporterConsolidation>()
            .AddSingleton<ExporterTableauDeBord>()
            .AddTravail<ExaminerLeDepot>(ExaminerLeDepot.Type)
            .AddTravail<AppliquerLeDepot>(AppliquerLeDepot.Type)
            .AddTravail<ExporterConsolidation>(ExporterConsolidation.Type);
    }
}
