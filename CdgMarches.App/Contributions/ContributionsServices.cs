using CdgMarches.Database.Reference;

namespace CdgMarches.App.Contributions;

internal static class ContributionsServices
{
    public static IServiceCollection AddContributions(this IServiceCollection services) =>
        services.AddSingleton<IChargementDeReference, ChargementDesContributions>();
}
