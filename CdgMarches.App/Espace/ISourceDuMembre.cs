using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Espace;

/// <summary>Ce qu'un domaine attend d'un membre ; chaque domaine en enregistre une, l'espace montre les trois plus proches.</summary>
public interface ISourceDuMembre
{
    /// <param name="acteur">Un utilisateur de collectivité : la source ne rend que ce qui est à elle.</param>
    /// <param name="annulation">Abandonne la lecture.</param>
    Task<IReadOnlyList<ChoseAFaire>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default);
}
