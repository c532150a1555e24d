using CdgMarches.Database.Collectivites;

namespace CdgMarches.App.Conventions;

internal static class ConventionsServices
{
    /// <summary>Enregistre les lectures et les cas d'usage des conventions d'accès, et ce qu'elles apportent aux autres capacités.</summary>
    public static IServiceCollection AddConventions(this IServiceCollection services) =>
        services.AddSingleton<IReferenceDeCollectivite, FusionDesConventions>();
}
