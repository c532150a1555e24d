using CdgMarches.App.Groupements;
using CdgMarches.Database;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Commissions;

/// <summary>Un lot que l'on peut porter à l'ordre du jour.</summary>
public sealed record LotAuChoix(int Numero, string Intitule);

/// <summary>Une procédure que l'on peut porter à l'ordre du jour.</summary>
public sealed record ProcedureAuChoix(ProcedureId Id, GroupementId Groupement, string Libelle, IReadOnlyList<LotAuChoix> Lots);

/// <summary>Ce que l'ordre du jour d'une séance peut recevoir.</summary>
/// <param name="Groupements">Les groupements dont la commission est la commission.</param>
/// <param name="Procedures">Leurs procédures.</param>
/// <param name="Consultatifs">Les voix consultatives que l'on peut inviter.</param>
/// <param name="PartDAvenant">La hausse au-delà de laquelle un avenant est soumis, en pour cent ; nulle si elle n'est pas connue ce jour-là.</param>
public sealed record ChoixDOrdreDuJour(
    IReadOnlyList<(GroupementId Id, string Nom)> Groupements,
    IReadOnlyList<ProcedureAuChoix> Procedures,
    IReadOnlyList<Consultatif> Consultatifs,
    decimal? PartDAvenant
);

/// <summary>Lit ce que l'ordre du jour d'une séance peut recevoir, dans le périmètre de l'acteur.</summary>
public sealed class LireChoixDOrdreDuJour(IDbContextFactory<MarchesDbContext> donnees, DeduireLaCompetence competence)
{
    public async Task<ChoixDOrdreDuJour> ExecuterAsync(Acteur acteur, CommissionId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (
            await contexte.CommissionsVisibles(acteur).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, annulation)
            is not { } commission
        )
        {
            return new ChoixDOrdreDuJour([], [], [], null);
        }

        var groupements = contexte.Groupements.DuPerimetre(acteur).AsNoTracking();
        groupements = commission.Groupement is { } sien
            ? groupements.Where(g => g.Id == sien)
            : groupements.Where(g => g.Coordonnateur == commission.Coordonnateur && g.Etat != EtatDuGroupement.Clos);
        var lus = await groupements.OrderBy(g => g.CleDeTri).Select(g => new { g.Id, g.Nom }).ToListAsync(annulation);
        var ids = lus.Select(g => g.Id).ToList();
        var procedures = await contexte
            .Procedures.AsNoTracking()
            .Where(p => ids.Contains(p.Groupement))
            .OrderByDescending(p => p.Reference)
            .Take(200)
            .ToListAsync(annulation);
        return new ChoixDOrdreDuJour(
            [.. lus.Select(g => (g.Id, g.Nom))],
            [
                .. procedures.Select(p => new ProcedureAuChoix(
                    p.Id,
                    p.Groupement,
                    $"{p.Reference} — {p.Objet}",
                    [.. p.Lots.OrderBy(l => l.Numero).Select(l => new LotAuChoix(l.Numero, l.Intitule))]
                )),
            ],
            [.. commission.Consultatifs.Where(c => !c.EstRetire).OrderBy(c => c.Role)],
            await competence.PartAsync(annulation)
        );
    }
}
