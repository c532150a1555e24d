using CdgMarches.Database.Reference;

namespace CdgMarches.App.Parametres;

internal static class ParametresServices
{
    public static IServiceCollection AddParametres(this IServiceCollection services) =>
        services
            .AddSingleton<LireParametres>()
            .AddSingleton<LireReglages>()
            .AddSingleton<AjouterValeur>()
            .AddSingleton<ModifierReglages>()
            .AddSingleton<IChargementDeReference, ChargementDesSeuils>()
            .AddSingleton<IChargementDeReference, ChargementDesDelais>()
            .AddSingleton<IChargementDeReference, ChargementDuCatalogue>()
            .AddSingleton<IChargementDeReference, ChargementDesProfils>()
            .AddSingleton<ChargerReference>();
}
