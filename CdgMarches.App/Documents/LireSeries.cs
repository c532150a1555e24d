using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Documents;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Documents;

/// <summary>Les comptes rendus des productions en série, les plus récents d'abord.</summary>
public sealed class LireSeries(IDbContextFactory<MarchesDbContext> donnees)
{
    public const string AvecErreurs = "erreurs";

    /// <remarks>Un compte rendu nomme des membres : un agent limité à des groupements ne lit que les siens.</remarks>
    public async Task<PageDe<SerieDeDocuments>> ExecuterAsync(
        Acteur acteur,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var series = contexte.SeriesDeDocuments.AsNoTracking();
        if (acteur.Perimetre.Groupements is not null)
        {
            series = series.Where(s => s.ActeurId == acteur.Id);
        }

        if (demande.Filtre("nature") is { } nature)
        {
            series = series.Where(s => s.Nature == nature);
        }

        if (demande.Filtre("etat") == AvecErreurs)
        {
            series = series.Where(s => s.EnErreur > 0);
        }

        return new PageDe<SerieDeDocuments>(
            await series
                .OrderByDescending(s => s.ProduiteLe)
                .ThenByDescending(s => s.Id)
                .Skip(demande.Ignorer)
                .Take(demande.Prendre)
                .ToListAsync(annulation),
            await series.CountAsync(annulation)
        );
    }
}
