using CdgMarches.Database;
using CdgMarches.Database.Collectivites;
using CdgMarches.Database.Echeancier;
using CdgMarches.Domain.Collectivites;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Echeancier;

/// <summary>À la fusion de deux fiches, les échéances du doublon suivent celle qui reste ; celles de la fiche elle-même partent avec elle.</summary>
internal sealed class FusionDesEcheances : IReferenceDeCollectivite
{
    public Type Entite => typeof(Echeance);

    public Task<int> RepointerAsync(
        MarchesDbContext contexte,
        CollectiviteId doublon,
        CollectiviteId gardee,
        CancellationToken annulation
    )
    {
        Guid? reste = gardee.Valeur;
        return contexte
            .Echeances.Where(e => e.Collectivite == doublon.Valeur && e.ObjetId != doublon.Valeur)
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.Collectivite, reste), annulation);
    }
}
