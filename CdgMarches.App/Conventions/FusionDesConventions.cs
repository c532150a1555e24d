using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Collectivites;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Conventions;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Conventions;

/// <summary>À la fusion de deux fiches, les conventions du doublon passent à la fiche gardée, sauf si elles valaient en même temps.</summary>
internal sealed class FusionDesConventions : IReferenceDeCollectivite
{
    public Type Entite => typeof(ConventionDAcces);

    /// <exception cref="RefusException">Les deux fiches ont eu une convention d'accès en même temps.</exception>
    public async Task<int> RepointerAsync(
        MarchesDbContext contexte,
        CollectiviteId doublon,
        CollectiviteId gardee,
        CancellationToken annulation
    )
    {
        var conflit = await (
            from d in contexte.ConventionsDAcces.Where(c => c.Collectivite == doublon && c.PremierJour != null)
            from g in contexte.ConventionsDAcces.Where(c => c.Collectivite == gardee && c.PremierJour != null)
            where
                (d.DernierJour == null || g.PremierJour <= d.DernierJour)
                && (g.DernierJour == null || d.PremierJour <= g.DernierJour)
            select d.Reference
        ).FirstOrDefaultAsync(annulation);
        if (conflit is not null)
        {
            throw new RefusException(
                $"Les deux fiches ont eu une convention d'accès en vigueur en même temps (dont {conflit}) : on ne sait pas laquelle garder. Rien n'a été fusionné ; mettez fin à l'une des deux, puis recommencez."
            );
        }

        return await contexte
            .ConventionsDAcces.Where(c => c.Collectivite == doublon)
            .ExecuteUpdateAsync(
                s => s.SetProperty(c => c.Collectivite, gardee).SetProperty(c => c.Version, c => c.Version + 1),
                annulation
            );
    }
}
