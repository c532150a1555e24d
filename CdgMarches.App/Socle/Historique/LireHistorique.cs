using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Socle.Historique;

/// <summary>Une ligne de l'histoire d'un objet : qui, quand, quoi, avant et après.</summary>
public sealed record LigneDHistorique(
    DateTimeOffset Instant,
    string Acteur,
    string? Pour,
    string Libelle,
    string? Avant,
    string? Apres,
    string? Motif
);

/// <summary>Lit l'histoire d'un objet. L'appelant a déjà vérifié que l'acteur peut voir l'objet.</summary>
public sealed class LireHistorique(IDbContextFactory<MarchesDbContext> donnees)
{
    /// <param name="acteur">Celui qui lit ; un membre ne lit que ce qui concerne ses collectivités.</param>
    /// <param name="objetType">Le type de l'objet (« Collectivite »).</param>
    /// <param name="cles">Ses clés : la sienne, et celles des objets qu'il a absorbés.</param>
    /// <param name="demande">La page, la recherche.</param>
    /// <param name="annulation">Abandonne la lecture.</param>
    public async Task<PageDe<LigneDHistorique>> ExecuterAsync(
        Acteur acteur,
        string objetType,
        IReadOnlyList<Guid> cles,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var lignes = contexte.Journal.AsNoTracking().Where(l => l.ObjetType == objetType && cles.Contains(l.ObjetId));
        if (!acteur.Perimetre.EstCdg)
        {
            List<Guid> siennes = [.. acteur.Perimetre.Collectivites.Select(c => c.Valeur)];
            lignes = lignes.Where(l => l.Collectivite != null && siennes.Contains(l.Collectivite.Value));
        }

        if (demande.Recherche is { Length: > 0 } mot)
        {
            lignes = lignes.Where(l => l.Libelle.Contains(mot) || l.Acteur.Contains(mot));
        }

        var total = await lignes.CountAsync(annulation);
        var page = await lignes
            .OrderByDescending(l => l.Instant)
            .ThenByDescending(l => l.Id)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(l => new LigneDHistorique(l.Instant, l.Acteur, l.Pour, l.Libelle, l.Avant, l.Apres, l.Motif))
            .ToListAsync(annulation);
        return new PageDe<LigneDHistorique>(page, total);
    }
}
