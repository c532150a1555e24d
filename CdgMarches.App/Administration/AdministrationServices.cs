using CdgMarches.App.Accueil;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CdgMarches.App.Administration;

internal static class AdministrationServices
{
    public static IServiceCollection AddAdministration(this IServiceCollection services) =>
        services
            .AddScoped<LireComptes>()
            .AddScoped<LireFicheDeCompte>()
            .AddScoped<LireJournal>()
            .AddScoped<LireDemandes>()
            .AddScoped<AccepterDemande>()
            .AddScoped<RefuserDemande>()
            .AddSingleton<EcrireInvitation>()
            .AddScoped<CreerCompte>()
            .AddScoped<InviterCompte>()
            .AddScoped<ModifierIdentite>()
            .AddScoped<ModifierRoles>()
            .AddScoped<FermerCompte>()
            .AddScoped<RouvrirCompte>()
            .AddScoped<DeverrouillerCompte>()
            .AddScoped<RattacherUtilisateur>()
            .AddScoped<ModifierRattachement>()
            .AddScoped<ISourceATraiter, DemandesATraiter>();

    public static void MapAdministration(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/administration/journal/export.xlsx", ExporterAsync).RequireAuthorization(Droits.Administrer);

    private static async Task<FileContentHttpResult> ExporterAsync(
        HttpRequest requete,
        LireJournal lire,
        ActeurCourant acteur,
        HorlogeLegale horloge,
        CancellationToken annulation
    )
    {
        var lignes = await lire.TouteAsync(
            await acteur.LireAsync(annulation),
            AdresseDeListe.Lire(requete.GetEncodedUrl()),
            annulation
        );
        return TypedResults.File(
            ClasseurDuJournal.Ecrire(lignes, horloge),
            ClasseurExcel.TypeMime,
            NomDeFichier.De("Journal", null, horloge.Aujourdhui)
        );
    }
}
