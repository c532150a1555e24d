using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Constitution;

/// <summary>Un document opposable, tel qu'une collectivité le lit.</summary>
public sealed record DocumentDuCorpus(GenreDeDocumentOpposable Genre, string Libelle, DateOnly Du, Guid Piece);

/// <summary>Le corpus d'un groupement, pour la collectivité qui y est ou qui y entre : ce qu'elle signe se lit avant.</summary>
public sealed class LireCorpus(IDbContextFactory<MarchesDbContext> donnees)
{
    /// <returns>La convention, ses avenants et ses décisions, dans cet ordre ; rien si le groupement n'est pas le sien.</returns>
    public async Task<IReadOnlyList<DocumentDuCorpus>> ExecuterAsync(
        Acteur acteur,
        GroupementId groupement,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Espace);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var documents = await contexte
            .ConventionsSoumises(acteur)
            .Where(c => c.Groupement == groupement)
            .SelectMany(c => c.Documents)
            .Select(d => new DocumentDuCorpus(d.Genre, d.Libelle, d.Du, d.Piece))
            .ToListAsync(annulation);
        return [.. documents.OrderBy(d => d.Genre).ThenBy(d => d.Du).ThenBy(d => d.Libelle, StringComparer.Ordinal)];
    }
}
