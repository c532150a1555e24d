using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Collectivites;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements;

/// <summary>À la fusion de deux fiches, les adhésions du doublon passent à la fiche gardée, sauf si elles se chevauchent.</summary>
internal sealed class FusionDesAdhesions : IReferenceDeCollectivite
{
    public Type Entite => typeof(Adhesion);

    /// <exception cref="RefusException">Les deux fiches ont été membres d'un même groupement en même temps.</exception>
    public async Task<int> RepointerAsync(
        MarchesDbContext contexte,
        CollectiviteId doublon,
        CollectiviteId gardee,
        CancellationToken annulation
    )
    {
        var conflit = await (
            from d in contexte.Adhesions.Where(a => a.Collectivite == doublon)
            from g in contexte.Adhesions.Where(a => a.Collectivite == gardee)
            where d.Groupement == g.Groupement
            where (d.Sortie == null || g.Entree <= d.Sortie) && (g.Sortie == null || d.Entree <= g.Sortie)
            select contexte.Groupements.Where(x => x.Id == d.Groupement).Select(x => x.Nom).First()
        ).FirstOrDefaultAsync(annulation);
        if (conflit is not null)
        {
            throw new RefusException(
                $"Les deux fiches ont été membres de « {conflit} » en même temps : on ne sait pas laquelle des deux adhésions garder. Rien n'a été fusionné ; corrigez d'abord les dates d'entrée et de sortie, puis recommencez."
            );
        }

        return await contexte
            .Adhesions.Where(a => a.Collectivite == doublon)
            .ExecuteUpdateAsync(
                s => s.SetProperty(a => a.Collectivite, gardee).SetProperty(a => a.Version, a => a.Version + 1),
                annulation
            );
    }
}

/// <summary>La liste figée d'une procédure ne change jamais : elle garde le nom sous lequel le doublon était acheteur (RG1.22).</summary>
internal sealed class FusionSansToucherAuxListesFigees : IReferenceDeCollectivite
{
    public Type Entite => typeof(MembreFige);

    public Task<int> RepointerAsync(
        MarchesDbContext contexte,
        CollectiviteId doublon,
        CollectiviteId gardee,
        CancellationToken annulation
    ) => Task.FromResult(0);
}
