using CdgMarches.App.Groupements;
using CdgMarches.Database;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Commissions;

/// <summary>Ce que toute lecture et tout cas d'usage de la commission filtrent d'abord : le périmètre de l'acteur.</summary>
/// <remarks>
/// Un agent limité voit la commission de ses groupements et celle de leur coordonnateur ; de celle-ci, seulement les séances dont
/// tous les points sont de ses groupements.
/// </remarks>
internal static class AccesAuxCommissions
{
    public static IQueryable<Commission> CommissionsVisibles(this MarchesDbContext contexte, Acteur acteur)
    {
        if (Limite(acteur) is not { } limite)
        {
            return contexte.Commissions;
        }

        var coordonnateurs = contexte.Groupements.Where(g => limite.Contains(g.Id)).Select(g => g.Coordonnateur);
        return contexte.Commissions.Where(c =>
            limite.Contains(c.Groupement) || (c.Regime == RegimeDeCao.Coordonnateur && coordonnateurs.Contains(c.Coordonnateur))
        );
    }

    public static IQueryable<Seance> SeancesVisibles(this MarchesDbContext contexte, Acteur acteur)
    {
        if (Limite(acteur) is not { } limite)
        {
            return contexte.Seances;
        }

        var siennes = contexte.Commissions.Where(c => limite.Contains(c.Groupement)).Select(c => c.Id);
        var partagees = contexte.CommissionsVisibles(acteur).Where(c => c.Groupement == null).Select(c => c.Id);
        return contexte.Seances.Where(s =>
            siennes.Contains(s.Commission)
            || (partagees.Contains(s.Commission) && s.Points.Any() && s.Points.All(p => limite.Contains(p.Groupement)))
        );
    }

    /// <exception cref="DroitManquantException">La commission n'existe pas, n'est pas du périmètre, ou est celle du coordonnateur pour un agent limité.</exception>
    public static async Task<Commission> CommissionAGererAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        CommissionId id,
        CancellationToken annulation
    ) =>
        await contexte.CommissionsVisibles(acteur).SingleOrDefaultAsync(c => c.Id == id, annulation) is { } commission
        && (commission.Groupement is not null || Limite(acteur) is null)
            ? commission
            : throw new DroitManquantException(Droits.GererCommissions);

    /// <exception cref="DroitManquantException">La séance n'existe pas ou n'est pas du périmètre.</exception>
    public static async Task<Seance> SeanceAGererAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        SeanceId id,
        CancellationToken annulation
    ) =>
        await contexte.SeancesVisibles(acteur).SingleOrDefaultAsync(s => s.Id == id, annulation)
        ?? throw new DroitManquantException(Droits.GererCommissions);

    private static List<GroupementId?>? Limite(Acteur acteur) =>
        AccesAuxGroupements.Limite(acteur) is { } limite ? [.. limite.Select(g => (GroupementId?)g)] : null;
}
