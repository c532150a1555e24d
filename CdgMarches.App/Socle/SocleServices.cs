using CdgMarches.App.Parametres;
using CdgMarches.App.Socle.Brouillons;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Journal;
using CdgMarches.App.Socle.Liens;
using CdgMarches.App.Socle.Notifications;
using CdgMarches.App.Socle.Travaux;
using CdgMarches.App.Socle.Vues;

namespace CdgMarches.App.Socle;

internal static class SocleServices
{
    public static IServiceCollection AddSocle(this IServiceCollection services) =>
        services
            .AddMemoryCache()
            .AddHttpContextAccessor()
            .AddSingleton<HorlogeLegale>()
            .AddSingleton<LireActeur>()
            .AddSingleton<Baux>()
            .AddFichiers()
            .AddFileDeCourriels()
            .AddTravaux()
            .AddParametres()
            .AddSingleton<LireNotifications>()
            .AddSingleton<LiensPersonnels>()
            .AddSingleton<GarderBrouillon>()
            .AddSingleton<FichierEnCours>()
            .AddSingleton<LireHistorique>()
            .AddSingleton<ComparerSaisies>()
            .AddSingleton<TenirVues>()
            .AddScoped<ActeurCourant>()
            .AddScoped<Operation>()
            .AddProblemDetails()
            .AddExceptionHandler<RegleMetierEnReponse>()
            .AddAutorisation()
            .AddCascadingAuthenticationState();
}
