using CdgMarches.Database;
using CdgMarches.Database.Collectivites;
using CdgMarches.Database.Courriels;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Courriels;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Courriels;

/// <summary>À la fusion de deux fiches, une transmission reçue deux fois n'en fait plus qu'une, la première lue.</summary>
internal sealed class FusionDesMembresInformes : IReferenceDeCollectivite
{
    public Type Entite => typeof(MembreInforme);

    public async Task<int> RepointerAsync(
        MarchesDbContext contexte,
        CollectiviteId doublon,
        CollectiviteId gardee,
        CancellationToken annulation
    )
    {
        var communes = contexte.MembresInformes.Where(m => m.Collectivite == gardee).Select(m => m.Transmission);
        await contexte
            .MembresInformes.Where(m => m.Collectivite == doublon && communes.Contains(m.Transmission))
            .ExecuteDeleteAsync(annulation);
        return await contexte
            .MembresInformes.Where(m => m.Collectivite == doublon)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.Collectivite, gardee), annulation);
    }
}

/// <summary>Les relances du doublon suivent la fiche gardée ; deux relances du même échelon n'en font qu'une.</summary>
internal sealed class FusionDesRelances : IReferenceDeCollectivite
{
    public Type Entite => typeof(Relance);

    public async Task<int> RepointerAsync(
        MarchesDbContext contexte,
        CollectiviteId doublon,
        CollectiviteId gardee,
        CancellationToken annulation
    )
    {
        await contexte
            .Relances.Where(r =>
                r.Collectivite == doublon
                && contexte.Relances.Any(g =>
                    g.Collectivite == gardee
                    && g.Campagne == r.Campagne
                    && g.Adresse == r.Adresse
                    && g.Nom == r.Nom
                    && g.Echelon == r.Echelon
                )
            )
            .ExecuteDeleteAsync(annulation);
        return await contexte
            .Relances.Where(r => r.Collectivite == doublon)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.Collectivite, gardee), annulation);
    }
}
