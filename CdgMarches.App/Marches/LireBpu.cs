using CdgMarches.Database;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Marches;

/// <summary>Le bordereau d'un marché : ses versions et les prix de l'une d'elles.</summary>
public sealed record BpuLu(
    MarcheId Marche,
    string Reference,
    string Objet,
    IReadOnlyList<VersionDeBpu> Versions,
    VersionDeBpu? Version,
    IReadOnlyList<PrixLu> Prix
);

/// <summary>Lit le bordereau des prix : un agent du périmètre, un membre de la liste figée, ou une collectivité qui se prépare à adhérer.</summary>
public sealed class LireBpu(IDbContextFactory<MarchesDbContext> donnees)
{
    /// <param name="acteur">Celui qui lit.</param>
    /// <param name="id">Le marché.</param>
    /// <param name="version">La version ; null pour la dernière.</param>
    /// <param name="annulation">Abandonne.</param>
    /// <returns>Null si le marché n'est ni du périmètre ni de ses marchés.</returns>
    public async Task<BpuLu?> ExecuterAsync(Acteur acteur, MarcheId id, int? version, CancellationToken annulation = default)
    {
        acteur.Exiger(acteur.Perimetre.EstCdg ? Droits.ConsulterCdg : Droits.Espace);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var permis = acteur.Perimetre.EstCdg ? contexte.Marches.DuPerimetre(acteur) : contexte.DesMembresOuFuturs(acteur);
        var marche = await permis
            .AsNoTracking()
            .Where(m => m.Id == id)
            .Select(m => new { m.Reference, m.Objet })
            .SingleOrDefaultAsync(annulation);
        if (marche is null)
        {
            return null;
        }

        var versions = await contexte
            .VersionsDeBpu.AsNoTracking()
            .Where(v => v.Marche == id)
            .OrderByDescending(v => v.Numero)
            .ToListAsync(annulation);
        var lue = version is { } demandee ? versions.Find(v => v.Numero == demandee) : versions.FirstOrDefault();
        var prix = lue is null
            ? []
            : await contexte
                .PrixDuBpu.AsNoTracking()
                .Where(p => p.Marche == id && p.Version == lue.Numero)
                .OrderBy(p => p.Ligne)
                .Select(p => new PrixLu(p.Ligne, p.Designation, p.Unite, p.Prix))
                .ToListAsync(annulation);
        return new BpuLu(id, marche.Reference, marche.Objet, versions, lue, prix);
    }
}
