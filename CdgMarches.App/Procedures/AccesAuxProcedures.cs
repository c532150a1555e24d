using CdgMarches.App.Groupements;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Procedures;

internal static class AccesAuxProcedures
{
    /// <summary>Les procédures des groupements que l'acteur peut voir.</summary>
    public static IQueryable<Procedure> DuPerimetre(this IQueryable<Procedure> procedures, Acteur acteur) =>
        AccesAuxGroupements.Limite(acteur) is { } limite ? procedures.Where(p => limite.Contains(p.Groupement)) : procedures;

    /// <exception cref="DroitManquantException">La procédure n'existe pas ou n'est pas du périmètre.</exception>
    public static async Task<Procedure> ProcedureAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        ProcedureId id,
        CancellationToken annulation
    ) =>
        await contexte.Procedures.DuPerimetre(acteur).SingleOrDefaultAsync(p => p.Id == id, annulation)
        ?? throw new DroitManquantException(Droits.GererProcedures);
}
