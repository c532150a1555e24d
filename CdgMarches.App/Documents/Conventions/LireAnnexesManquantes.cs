using CdgMarches.Database;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Documents.Conventions;

/// <summary>Les annexes qu'une convention cite et que son dossier n'a pas encore : tant qu'il en reste, personne ne la signe.</summary>
/// <remarks>RG1.10. À lire avant d'ouvrir la transaction : la lecture a son propre contexte.</remarks>
public sealed class LireAnnexesManquantes(IDbContextFactory<MarchesDbContext> donnees, DossiersDeConvention sortes)
{
    /// <returns>Leur nom ; aucune si la convention n'existe pas ou n'est pas du périmètre, ce que l'appelant refuse lui-même.</returns>
    public async Task<IReadOnlyList<string>> ExecuterAsync(
        Acteur acteur,
        string objetType,
        Guid objet,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        if (sortes.Trouver(objetType) is not { } sorte || await sorte.LireAsync(acteur, objet, annulation) is not { } faits)
        {
            return [];
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var dossier =
            await contexte
                .DossiersDeConvention.AsNoTracking()
                .SingleOrDefaultAsync(d => d.ObjetType == objetType && d.ObjetId == objet, annulation)
            ?? DossierDeConvention.Ouvrir(objetType, objet);
        return [.. LireDossier.Reunir(faits, dossier).Where(a => !a.EstReunie).Select(a => a.Libelle)];
    }
}
