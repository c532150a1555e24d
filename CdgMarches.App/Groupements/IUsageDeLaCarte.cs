using CdgMarches.Database;
using CdgMarches.Domain.Groupements;

namespace CdgMarches.App.Groupements;

/// <summary>
/// Ce qu'une capacité a fait d'une prestation ou d'un lot : tant que le compte n'est pas nul, on ne peut que les retirer
/// (RG1.22). Chaque capacité qui s'appuie sur la carte en enregistre une réponse.
/// </summary>
public interface IUsageDeLaCarte
{
    /// <param name="contexte">L'unité de travail en cours.</param>
    /// <param name="groupement">Le groupement.</param>
    /// <param name="prestation">La prestation, ou celle du lot.</param>
    /// <param name="lot">Le lot du groupement ; null pour toute la prestation.</param>
    /// <param name="annulation">Abandonne.</param>
    Task<int> CompterAsync(
        MarchesDbContext contexte,
        GroupementId groupement,
        PrestationId prestation,
        int? lot,
        CancellationToken annulation
    );
}
