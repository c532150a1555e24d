using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Socle.Journal;

/// <summary>Un fait de l'histoire d'un objet.</summary>
public sealed record LigneDHistorique(
    Guid Id,
    DateTimeOffset Instant,
    string Acteur,
    string? Pour,
    string Libelle,
    string? Avant,
    string? Apres,
    string? Motif,
    Guid? Collectivite
);

/// <summary>Lit l'histoire d'un objet, du plus récent au plus ancien.</summary>
/// <remarks>
/// Un agent du CDG lit tout : la page qui montre l'onglet a déjà vérifié son périmètre. Un membre ne lit que les lignes de
/// ses collectivités, quel que soit l'objet.
/// </remarks>
public sealed class LireHistorique(IDbContextFactory<MarchesDbContext> donnees)
{
    public Task<PageDe<LigneDHistorique>> ExecuterAsync(
        Acteur acteur,
        string objetType,
        Guid objetId,
        Demande demande,
        CancellationToken annulation = default
    ) => ExecuterAsync(acteur, [objetType], [objetId], demande, annulation);

    /// <summary>Lit ensemble l'histoire d'un objet et celle des objets qu'il a absorbés ou qui sont à lui.</summary>
    public async Task<PageDe<LigneDHistorique>> ExecuterAsync(
        Acteur acteur,
        IReadOnlyList<string> objetTypes,
        IReadOnlyList<Guid> cles,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var lignes = contexte.Journal.AsNoTracking().Where(l => objetTypes.Contains(l.ObjetType) && cles.Contains(l.ObjetId));
        if (!acteur.Perimetre.EstCdg)
        {
            var siennes = acteur.Perimetre.Collectivites.Select(c => (Guid?)c.Valeur).ToList();
            lignes = lignes.Where(l => siennes.Contains(l.Collectivite));
        }

        var page = await lignes
            .OrderByDescending(l => l.Instant)
            .ThenByDescending(l => l.Id)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(l => new LigneDHistorique(
                l.Id,
                l.Instant,
                l.Acteur,
                l.Pour,
                l.Libelle,
                l.Avant,
                l.Apres,
                l.Motif,
                l.Collectivite
            ))
            .ToListAsync(annulation);
        return new PageDe<LigneDHistorique>(page, await lignes.CountAsync(annulation));
    }
}
