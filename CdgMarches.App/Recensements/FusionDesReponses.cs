using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Collectivites;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>À la fusion de deux fiches, les réponses du doublon passent à la fiche gardée, sauf si les deux ont répondu.</summary>
/// <remarks>Interrogées toutes deux pour la même prestation, celle où rien n'a été dit s'efface devant l'autre.</remarks>
internal sealed class FusionDesReponses : IReferenceDeCollectivite
{
    public Type Entite => typeof(Reponse);

    /// <exception cref="RefusException">Les deux fiches ont répondu à la même campagne pour la même prestation.</exception>
    public async Task<int> RepointerAsync(
        MarchesDbContext contexte,
        CollectiviteId doublon,
        CollectiviteId gardee,
        CancellationToken annulation
    )
    {
        var paires = await (
            from d in contexte.Reponses.Where(r => r.Collectivite == doublon)
            join g in contexte.Reponses.Where(r => r.Collectivite == gardee)
                on new { d.Campagne, d.Prestation } equals new { g.Campagne, g.Prestation }
            select new
            {
                Doublon = d.Id,
                Gardee = g.Id,
                DoublonMuet = d.Etat == EtatDeReponse.NonOuverte && !contexte.LignesDeReponse.Any(l => l.Reponse == d.Id),
                GardeeMuette = g.Etat == EtatDeReponse.NonOuverte && !contexte.LignesDeReponse.Any(l => l.Reponse == g.Id),
                Intitule = contexte.Campagnes.Where(c => c.Id == d.Campagne).Select(c => c.Intitule).First(),
            }
        ).ToListAsync(annulation);
        if (paires.Find(p => !p.DoublonMuet && !p.GardeeMuette) is { } deux)
        {
            throw new RefusException(
                $"Les deux fiches ont répondu à « {deux.Intitule} » pour la même prestation : on ne sait pas laquelle des deux réponses garder. Rien n'a été fusionné ; videz celle qui est de trop, puis recommencez."
            );
        }

        var muettes = paires.Select(p => p.DoublonMuet ? p.Doublon : p.Gardee).ToList();
        await contexte.Reponses.Where(r => muettes.Contains(r.Id)).ExecuteDeleteAsync(annulation);
        return await contexte
            .Reponses.Where(r => r.Collectivite == doublon)
            .ExecuteUpdateAsync(
                s => s.SetProperty(r => r.Collectivite, gardee).SetProperty(r => r.Version, r => r.Version + 1),
                annulation
            );
    }
}

/// <summary>Une consolidation gelée ne change jamais : elle garde le nom sous lequel le doublon avait répondu (RG5.21).</summary>
internal sealed class FusionSansToucherAuxGels : IReferenceDeCollectivite
{
    public Type Entite => typeof(ReponseGelee);

    public Task<int> RepointerAsync(
        MarchesDbContext contexte,
        CollectiviteId doublon,
        CollectiviteId gardee,
        CancellationToken annulation
    ) => Task.FromResult(0);
}
