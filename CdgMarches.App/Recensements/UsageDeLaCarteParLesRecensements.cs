using CdgMarches.App.Groupements;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>Les campagnes qui recensent une prestation, ou qui ont une ligne dans un lot.</summary>
internal sealed class UsageDeLaCarteParLesRecensements : IUsageDeLaCarte, IUsageDUnChoix
{
    public Task<int> CompterAsync(
        MarchesDbContext contexte,
        GroupementId groupement,
        PrestationId prestation,
        int? lot,
        CancellationToken annulation
    ) =>
        lot is { } numero
            ? contexte.LignesDeCatalogue.CountAsync(
                l =>
                    l.NumeroDeLot == numero
                    && l.Prestation == prestation
                    && contexte.Campagnes.Any(c => c.Id == l.Campagne && c.Groupement == groupement),
                annulation
            )
            : contexte.Campagnes.CountAsync(
                c => c.Groupement == groupement && c.Prestations.Any(p => p.Prestation == prestation),
                annulation
            );

    /// <summary>Les réponses du membre pour cette prestation : son choix a déjà servi.</summary>
    public Task<int> CompterAsync(
        MarchesDbContext contexte,
        GroupementId groupement,
        CollectiviteId membre,
        PrestationId prestation,
        CancellationToken annulation
    ) =>
        contexte.Reponses.CountAsync(
            r =>
                r.Collectivite == membre
                && r.Prestation == prestation
                && contexte.Campagnes.Any(c => c.Id == r.Campagne && c.Groupement == groupement),
            annulation
        );
}
