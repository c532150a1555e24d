using CdgMarches.App.Accueil;
using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Taches;
using CdgMarches.Database.Collectivites;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Courriels;

internal static class CourrielsServices
{
    public static IServiceCollection AddCourriels(this IServiceCollection services) =>
        services
            .AddModelesDeCourriel(
                RelancerRecensements.Definition,
                EnvoyerAvisDeRetrait.Definition,
                TransmettreAuxMembres.Definition
            )
            .AddSingleton<ModifierModele>()
            .AddSingleton<LireCourriels>()
            .AddSingleton<RenvoyerCourriel>()
            .AddSingleton<SignalerRetour>()
            .AddSingleton<IAuRetourDUnCourriel, RetourDUneRelance>()
            .AddSingleton<RelancerRecensements>()
            .AddSingleton<ActiverRelances>()
            .AddSingleton<LireLettresDeRelance>()
            .AddModeleDeDocument<LettreDeRelanceDeRecensement>()
            .AddModeleDOrigine<OrigineLettreDeRelanceDeRecensement>()
            .AddModeleDeDocument<LettreDOuvertureDeRecensement>()
            .AddModeleDOrigine<OrigineLettreDOuvertureDeRecensement>()
            .AddModeleDeDocument<LettreDeTransmission>()
            .AddModeleDOrigine<OrigineLettreDeTransmission>()
            .AddSingleton<LireTaches>()
            .AddSingleton<EnvoyerAvisDeRetrait>()
            .AddSingleton<JoindreDocument>()
            .AddSingleton<PreparerTransmission>()
            .AddSingleton<TransmettreAuxMembres>()
            .AddSingleton<AccuserLecture>()
            .AddSingleton<LireTransmissions>()
            .AddSingleton<EnregistrerCourrier>()
            .AddSingleton<SuivreCourrier>()
            .AddSingleton<LireCourriers>()
            .AddSingleton<DeposerPieceDeCourrier>()
            .AddSingleton<ISourceATraiter, SourcesDesCourriels>()
            .AddSingleton<ISourceATraiter>(s => s.GetRequiredService<LireTransmissions>())
            .AddSingleton<ITachePlanifiee, TacheDesRelances>()
            .AddSingleton<ITachePlanifiee, TacheDesRetours>()
            .AddSingleton<ITachePlanifiee, TacheDeLAvisDeRetrait>()
            .AddSingleton<IReferenceDeCollectivite, FusionDesMembresInformes>()
            .AddSingleton<IReferenceDeCollectivite, FusionDesRelances>()
            .AddSingleton(new AdresseDObjet(nameof(Courrier), "Courrier", id => $"/courriels/registre/{id}"))
            .AddSingleton(new AdresseDObjet(nameof(Transmission), "Transmission", id => $"/transmissions/{id}"));

    public static void MapCourriels(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/courriels/registre/{id:guid}/pieces/{piece:guid}", PieceDeCourrierAsync)
            .RequireAuthorization(Droits.ConsulterCdg);
        routes.MapGet("/transmissions/{id:guid}/piece", PieceDeTransmissionAsync).RequireAuthorization(Droits.Consulter);
        routes.MapGet("/lecture/{jeton}/piece", PieceParLienAsync).AllowAnonymous();
    }

    private static async Task<IResult> PieceDeCourrierAsync(
        Guid id,
        Guid piece,
        HttpContext http,
        ActeurCourant acteurCourant,
        ServirPiece servir,
        CancellationToken annulation
    )
    {
        var acteur = await acteurCourant.LireAsync(annulation);
        var courrier = new CourrierId(id);
        return await servir.ExecuterAsync(
            acteur,
            piece,
            (contexte, demandee, jeton) =>
                contexte
                    .CourriersVisibles(acteur)
                    .AnyAsync(
                        c => c.Id == courrier && (c.Piece == demandee.Id || c.Destinataires.Any(d => d.Accuse == demandee.Id)),
                        jeton
                    ),
            http,
            annulation: annulation
        );
    }

    private static async Task<IResult> PieceDeTransmissionAsync(
        Guid id,
        HttpContext http,
        ActeurCourant acteurCourant,
        IDbContextFactory<Database.MarchesDbContext> donnees,
        ServirPiece servir,
        CancellationToken annulation
    )
    {
        var acteur = await acteurCourant.LireAsync(annulation);
        var transmission = new TransmissionId(id);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var piece = await contexte
            .TransmissionsVisibles(acteur)
            .Where(t => t.Id == transmission)
            .Join(contexte.Pieces, t => t.Piece, p => (Guid?)p.Id, (_, p) => p)
            .AsNoTracking()
            .SingleOrDefaultAsync(annulation);
        return piece is null ? TypedResults.NotFound() : servir.Repondre(piece, http);
    }

    private static async Task<IResult> PieceParLienAsync(
        string jeton,
        HttpContext http,
        LireTransmissions lire,
        IDbContextFactory<Database.MarchesDbContext> donnees,
        ServirPiece servir,
        CancellationToken annulation
    )
    {
        try
        {
            var recue = await lire.ParLienAsync(jeton, annulation);
            await using var contexte = await donnees.CreateDbContextAsync(annulation);
            var piece = await contexte.Pieces.AsNoTracking().SingleOrDefaultAsync(p => p.Id == recue.Piece, annulation);
            return piece is null ? TypedResults.NotFound() : servir.Repondre(piece, http);
        }
        catch (RefusException)
        {
            return TypedResults.NotFound();
        }
    }
}
