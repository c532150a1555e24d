using CdgMarches.App.Accueil;
using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Taches;
using CdgMarches.Database.Collectivites;
using CdgMarches.Database.Marches;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Recensements;

namespace CdgMarches.App.Echeancier;

internal static class EcheancierServices
{
    public static IServiceCollection AddEcheancier(this IServiceCollection services) =>
        services
            .AddSingleton<AccorderEcheances>()
            .AddSingleton<LireEcheancier>()
            .AddSingleton<FluxDeCalendrier>()
            .AddSingleton<LireAgents>()
            .AddSingleton<ReglerMesCourriels>()
            .AddSingleton<AdressesDesObjets>()
            .AddSingleton<IReferenceDeCollectivite, FusionDesEcheances>()
            .AddSingleton<SourcesDeLEcheancier>()
            .AddSingleton<ISourceATraiter>(s => s.GetRequiredService<SourcesDeLEcheancier>())
            .AddSingleton<ISourceDeSynthese>(s => s.GetRequiredService<SourcesDeLEcheancier>())
            .AddSingleton<ITachePlanifiee, TacheDAccord>()
            .AddSingleton<ITachePlanifiee, TacheDesAlertes>()
            .AddSingleton<ITachePlanifiee, TacheDuResume>()
            .AddModelesDeCourriel(TacheDesAlertes.Definition, TacheDuResume.Definition)
            .AddSingleton(new AdresseDObjet(nameof(Campagne), "Recensement", id => $"/recensements/{id}"))
            .AddSingleton(new AdresseDObjet(nameof(Groupement), "Groupement", id => $"/groupements/{id}"))
            .AddSingleton(new AdresseDObjet(nameof(Procedure), "Procédure", id => $"/procedures/{id}"))
            .AddSingleton(new AdresseDObjet(nameof(Registre), "Registre d'une procédure", id => $"/procedures/{id}/registres"))
            .AddSingleton(new AdresseDObjet(nameof(AnalyseDeLot), "Analyse d'un lot", _ => "/procedures"))
            .AddSingleton(new AdresseDObjet(nameof(Collectivite), "Collectivité", id => $"/collectivites/{id}"))
            .AddSingleton(new AdresseDObjet(EcheancesDesBilans.ObjetType, "Bilan annuel d'un membre", _ => "/marches/bilans"))
            .AddSingleton(new AdresseDObjet(nameof(Reponse), "Réponse à un recensement", id => $"/recensements/reponses/{id}"));

    public static void MapEcheancier(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/echeancier/flux/{jeton}.ics", LireFluxAsync).AllowAnonymous();

    /// <summary>L'adresse elle-même est le secret : qui ne l'a pas ne distingue pas une adresse retirée d'une adresse inventée.</summary>
    private static async Task<IResult> LireFluxAsync(
        string jeton,
        FluxDeCalendrier flux,
        HttpContext http,
        CancellationToken annulation
    )
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return await flux.LireAsync(jeton, annulation) is { } ics
            ? TypedResults.Text(ics, "text/calendar; charset=utf-8")
            : TypedResults.NotFound();
    }
}
