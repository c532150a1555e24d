using CdgMarches.Database;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Commissions;

/// <summary>Ce que la commission a décidé d'un lot, pour la procédure qui le suit.</summary>
/// <param name="Lot">Le numéro du lot ; nul quand le point portait sur toute la procédure.</param>
/// <param name="Nature">Choix du titulaire, avis sur avenant ou avis simple.</param>
/// <param name="Issue">Attribution, infructueux, sans suite, avis, ajourné.</param>
/// <param name="Attributaire">Le candidat choisi.</param>
/// <param name="Motifs">Les raisons.</param>
/// <param name="Avenant">L'avenant, quand c'en est un.</param>
/// <param name="Date">Le jour de la séance.</param>
/// <param name="Seance">La séance.</param>
/// <param name="Reference">Sa référence.</param>
public sealed record DecisionDeLaCommission(
    int? Lot,
    NatureDuPoint Nature,
    IssueDuPoint Issue,
    string? Attributaire,
    string? Motifs,
    string? Avenant,
    DateOnly Date,
    SeanceId Seance,
    ReferenceDeSeance Reference
);

/// <summary>Les décisions de la commission sur une procédure, de la plus récente à la plus ancienne.</summary>
/// <remarks>Les points ajournés en sont : c'est la décision qui suit qui les remplace.</remarks>
public sealed class LireDecisions(IDbContextFactory<MarchesDbContext> donnees)
{
    public async Task<IReadOnlyList<DecisionDeLaCommission>> ExecuterAsync(
        Acteur acteur,
        ProcedureId procedure,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var permises = Procedures.AccesAuxProcedures.DuPerimetre(contexte.Procedures, acteur).Select(p => (ProcedureId?)p.Id);
        return await LireAsync(contexte, procedure, permises, annulation);
    }

    private static async Task<IReadOnlyList<DecisionDeLaCommission>> LireAsync(
        MarchesDbContext contexte,
        ProcedureId procedure,
        IQueryable<ProcedureId?> permises,
        CancellationToken annulation
    )
    {
        var lues = await contexte
            .Seances.AsNoTracking()
            .SelectMany(
                s => s.Points,
                (s, p) =>
                    new
                    {
                        s.Id,
                        s.Reference,
                        s.Date,
                        p.Procedure,
                        p.Lot,
                        p.Nature,
                        p.Issue,
                        p.Attributaire,
                        p.Motifs,
                        p.Avenant,
                        p.DecideLe,
                    }
            )
            .Where(d => d.Procedure == procedure && d.Issue != null && permises.Contains(d.Procedure))
            .OrderByDescending(d => d.DecideLe)
            .ToListAsync(annulation);
        return
        [
            .. lues.Select(d => new DecisionDeLaCommission(
                d.Lot,
                d.Nature,
                d.Issue!.Value,
                d.Attributaire,
                d.Motifs,
                d.Avenant,
                d.Date,
                d.Id,
                d.Reference
            )),
        ];
    }
}
