using CdgMarches.Domain.Collectivites;

namespace CdgMarches.Database.Collectivites;

/// <summary>
/// Une table qui désigne des collectivités et que la fusion de deux fiches ne peut pas traiter comme les autres : unicité à
/// régler, état figé à laisser. À enregistrer dans les services ; sans elle, la colonne est simplement repointée.
/// </summary>
public interface IReferenceDeCollectivite
{
    /// <summary>Le type de l'entité dont les colonnes sont prises en charge.</summary>
    Type Entite { get; }

    /// <summary>Fait porter sur <paramref name="gardee"/> ce qui portait sur <paramref name="doublon"/>.</summary>
    /// <remarks>Appelé dans la transaction de la fusion. Une impossibilité se lève en une phrase pour l'agent.</remarks>
    /// <returns>Le nombre de lignes repointées.</returns>
    Task<int> RepointerAsync(
        MarchesDbContext contexte,
        CollectiviteId doublon,
        CollectiviteId gardee,
        CancellationToken annulation
    );
}
