using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Finances;

/// <summary>Les profils d'export : un par progiciel de finances.</summary>
public sealed class TenirProfils(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<IReadOnlyList<ProfilDExport>> ListerAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.ProfilsDExport.AsNoTracking().OrderBy(p => p.Nom).ToListAsync(annulation);
    }

    public async Task<ProfilDExportId> EnregistrerAsync(
        Acteur acteur,
        ProfilDExportId? id,
        int versionLue,
        string? nom,
        IReadOnlyList<ColonneDExport> colonnes,
        CancellationToken annulation = default
    )
    {
        acteur.ExigerToutLeCdg(Droits.PreparerContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var homonyme = await contexte.ProfilsDExport.AnyAsync(p => p.Nom == (nom ?? "").Trim() && p.Id != id, annulation);
        if (homonyme)
        {
            throw new RefusException("Un profil porte déjà ce nom : choisissez-en un autre. Rien n'a été modifié.");
        }

        ProfilDExport profil;
        if (id is { } existant)
        {
            profil =
                await contexte.ProfilsDExport.SingleOrDefaultAsync(p => p.Id == existant, annulation)
                ?? throw new RefusException("Ce profil n'existe plus. Rien n'a été modifié.");
            contexte.ExigerVersion(profil, versionLue);
            profil.Modifier(nom, colonnes, ColonnesDesTitres.Codes);
        }
        else
        {
            profil = ProfilDExport.Creer(nom, colonnes, ColonnesDesTitres.Codes);
            contexte.Add(profil);
        }

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return profil.Id;
    }
}
