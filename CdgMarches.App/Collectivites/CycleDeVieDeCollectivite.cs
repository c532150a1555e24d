using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Collectivites;

/// <summary>Archive une fiche : elle quitte les listes et les recherches, son histoire reste et l'on peut la rétablir.</summary>
public sealed class ArchiverCollectivite(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        CollectiviteId id,
        int versionLue,
        string? motif,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererCollectivites);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var collectivite = await contexte.ChargerCollectiviteAsync(id, annulation);
        contexte.ExigerVersion(collectivite, versionLue);
        collectivite.Archiver(horloge.Maintenant, motif);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}

/// <summary>Rétablit une fiche archivée.</summary>
public sealed class RetablirCollectivite(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task ExecuterAsync(Acteur acteur, CollectiviteId id, int versionLue, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.GererCollectivites);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var collectivite = await contexte.ChargerCollectiviteAsync(id, annulation);
        contexte.ExigerVersion(collectivite, versionLue);
        collectivite.Retablir();
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}

/// <summary>Enregistre qu'une autre collectivité succède à celle-ci à une date : commune nouvelle, fusion d'EPCI.</summary>
public sealed class RemplacerCollectivite(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <param name="acteur">Celui qui l'enregistre.</param>
    /// <param name="id">La fiche remplacée.</param>
    /// <param name="versionLue">La version que l'agent avait sous les yeux.</param>
    /// <param name="successeur">Celle qui lui succède ; null pour annuler un remplacement enregistré par erreur.</param>
    /// <param name="aCompterDu">Le premier jour où elle n'existe plus.</param>
    /// <param name="motif">L'arrêté, ou la raison.</param>
    /// <param name="annulation">Abandonne l'attente.</param>
    public async Task ExecuterAsync(
        Acteur acteur,
        CollectiviteId id,
        int versionLue,
        CollectiviteId? successeur,
        DateOnly aCompterDu,
        string? motif,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererCollectivites);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var collectivite = await contexte.ChargerCollectiviteAsync(id, annulation);
        contexte.ExigerVersion(collectivite, versionLue);
        if (successeur is { } choisie)
        {
            var renvoi = await contexte.RenvoiAsync(choisie, annulation);
            await RefuserUnCycleAsync(contexte, id, choisie, annulation);
            collectivite.RemplacerPar(renvoi.Id, renvoi.Nom, aCompterDu, motif);
        }
        else
        {
            collectivite.AnnulerRemplacement(motif);
        }

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    private static async Task RefuserUnCycleAsync(
        MarchesDbContext contexte,
        CollectiviteId depart,
        CollectiviteId successeur,
        CancellationToken annulation
    )
    {
        CollectiviteId? courante = successeur;
        for (var pas = 0; courante is { } id && pas < 50; pas++)
        {
            if (id == depart)
            {
                throw new RefusException(
                    "Cette collectivité a elle-même été remplacée par celle de la fiche : les deux se succéderaient l'une à l'autre. Rien n'a été modifié ; choisissez une autre collectivité."
                );
            }

            courante = await contexte
                .Collectivites.Where(c => c.Id == id)
                .Select(c => c.Successeur)
                .SingleOrDefaultAsync(annulation);
        }
    }
}
