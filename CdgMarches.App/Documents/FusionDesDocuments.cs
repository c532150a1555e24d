using CdgMarches.Database;
using CdgMarches.Database.Collectivites;
using CdgMarches.Database.Documents;
using CdgMarches.Domain.Collectivites;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Documents;

/// <summary>À la fusion de deux fiches, les documents produits du doublon suivent la fiche gardée ; leur contenu ne change pas.</summary>
internal sealed class FusionDesDocuments : IReferenceDeCollectivite
{
    public Type Entite => typeof(DocumentProduit);

    public Task<int> RepointerAsync(
        MarchesDbContext contexte,
        CollectiviteId doublon,
        CollectiviteId gardee,
        CancellationToken annulation
    ) =>
        contexte
            .DocumentsProduits.Where(d => d.Collectivite == doublon)
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.Collectivite, gardee), annulation);
}
