using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>Rouvre les réponses d'un membre, avec un motif et un délai à lui (C10). Les autres membres ne changent pas.</summary>
public sealed class RouvrirReponses(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
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
        await PrevenirLesMembres.DeposerAsync(
            contexte,
            [.. reponses.Select(r => r.Collectivite).Distinct()],
            $"{intitule} : votre réponse est rouverte",
            $"Votre réponse à « {intitule} » est rouverte jusqu'au {dernierJour.ToString("d MMMM yyyy", Francais.Culture)} au soir.\n"
                + $"Motif : {motif}\n\nCe que vous aviez saisi est gardé : corrigez, puis validez de nouveau.",
            nameof(Campagne),
            campagne.Valeur,
            horloge,
            annulation
        );
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}
