namespace CdgMarches.App.Socle.Fichiers;

internal static class FichiersServices
{
    public static IServiceCollection AddFichiers(this IServiceCollection services) =>
        services
            .AddSingleton<MagasinDeFichiers>()
            .AddSingleton<ServirPiece>()
            .AddSingleton<ControlerMagasin>()
            .AddHostedService<VerificationDuMagasin>();
}
