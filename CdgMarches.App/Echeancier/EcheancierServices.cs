using CdgMarches.Database.Collectivites;

namespace CdgMarches.App.Echeancier;

internal static class EcheancierServices
{
    public static IServiceCollection AddEcheancier(this IServiceCollection services) =>
        services.AddSingleton<AccorderEcheances>().AddSingleton<IReferenceDeCollectivite, FusionDesEcheances>();
}
