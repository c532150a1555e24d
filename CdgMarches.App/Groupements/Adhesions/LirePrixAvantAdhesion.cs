using CdgMarches.App.Marches;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Adhesions;

/// <summary>Un marché du groupement dont le bordereau des prix est publié.</summary>
public sealed record MarcheAuxPrixPublies(MarcheId Id, string Reference, string Objet, DateOnly? Fin);

/// <summary>Les marchés en cours dont une collectivité qui se prépare à adhérer lit les prix, avant de délibérer.</summary>
/// <remarks>RG1.22. Elle n'en bénéficie pas : ces prix ne l'éclairent que sur ce que le groupement obtient.</remarks>
public sealed class LirePrixAvantAdhesion(IDbContextFactory<MarchesDbContext> donnees)
{
    private const int AuPlus = 50;

    public async Task<IReadOnlyList<MarcheAuxPrixPublies>> ExecuterAsync(
        Acteur acteur,
        DossierDAdhesionId dossier,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Espace);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte
            .AvantAdhesion(acteur)
            .Where(m => contexte.DossiersDAdhesion.Any(d => d.Id == dossier && d.Groupement == m.Groupement))
            .Where(m => contexte.VersionsDeBpu.Any(v => v.Marche == m.Id))
            .OrderBy(m => m.CleDeTri)
            .ThenBy(m => m.Id)
            .Take(AuPlus)
            .Select(m => new MarcheAuxPrixPublies(m.Id, m.Reference, m.Objet, m.Fin))
            .ToListAsync(annulation);
    }
}
