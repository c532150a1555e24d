using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>Rouvre les réponses d'un membre, avec un motif et un délai à lui (C10). Les autres membres ne changent pas.</summary>
public sealed class RouvrirReponses(
    IDbContextFactory<MarchesDbContext> donnees,
    PrevenirLesMembres prevenir,
    HorlogeLegale horloge
)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        IReadOnlyCollection<ReponseId> ids,
        DateOnly dernierJour,
        string? motif,
        CancellationToken annulation = default
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var reponses = await contexte.ReponsesAChangerAsync(acteur, Droits.GererRecensements, ids, annulation);
        Reponse.PeutRouvrir(dernierJour, motif, horloge.Aujourdhui).Exiger();
        var jusqua = horloge.FinDuJour(dernierJour);
        foreach (var reponse in reponses)
        {
            reponse.Rouvrir(dernierJour, jusqua, motif!, horloge.Aujourdhui);
        }

        var campagne = reponses[0].Campagne;
        var intitule = await contexte.Campagnes.Where(c => c.Id == campagne).Select(c => c.Intitule).SingleAsync(annulation);
        await prevenir.DeposerAsync(
            contexte,
            [.. reponses.Select(r => r.Collectivite).Distinct()],
            CourrielsDeRecensement.Reouverture,
            campagne,
            new Dictionary<string, string>
            {
                ["campagne"] = intitule,
                ["cloture"] = Formats.DateLongue(dernierJour),
                ["motif"] = motif!,
            },
            annulation
        );
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}
