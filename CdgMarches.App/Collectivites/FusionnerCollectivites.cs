using System.Data.Common;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Collectivites;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Collectivites;

/// <summary>La fusion telle que l'agent l'a préparée.</summary>
/// <param name="Gardee">La fiche qui reste.</param>
/// <param name="VersionDeLaGardee">Sa version à l'écran.</param>
/// <param name="Doublon">La fiche qui disparaît des listes.</param>
/// <param name="VersionDuDoublon">Sa version à l'écran.</param>
/// <param name="Choix">Ce qui est gardé, champ par champ.</param>
/// <param name="Motif">Pourquoi ce sont les mêmes.</param>
public sealed record FusionPreparee(
    CollectiviteId Gardee,
    int VersionDeLaGardee,
    CollectiviteId Doublon,
    int VersionDuDoublon,
    ChoixDeFusion Choix,
    string? Motif
);

/// <summary>Réunit deux fiches de la même collectivité : tout ce qui désignait le doublon désigne la fiche gardée.</summary>
public sealed class FusionnerCollectivites(
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge,
    IEnumerable<IReferenceDeCollectivite> references
)
{
    /// <returns>Le nombre de lignes repointées, par table.</returns>
    /// <exception cref="RefusException">Les deux fiches figurent au même endroit, où une seule peut rester.</exception>
    public async Task<IReadOnlyDictionary<string, int>> ExecuterAsync(
        Acteur acteur,
        FusionPreparee fusion,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererCollectivites);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(jeton => FusionnerAsync(contexte, acteur, fusion, jeton), annulation);
    }

    private async Task<IReadOnlyDictionary<string, int>> FusionnerAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        FusionPreparee fusion,
        CancellationToken annulation
    )
    {
        var gardee = await contexte.ChargerCollectiviteAsync(fusion.Gardee, annulation);
        var doublon = await contexte.ChargerCollectiviteAsync(fusion.Doublon, annulation);
        if ((gardee.Version, doublon.Version) != (fusion.VersionDeLaGardee, fusion.VersionDuDoublon))
        {
            throw new DbUpdateConcurrencyException();
        }

        gardee.Absorber(doublon, fusion.Choix, fusion.Motif, horloge.Maintenant);
        if (gardee.Parent == doublon.Id)
        {
            gardee.Rattacher(null, null, null);
        }
        else if (gardee.Parent is null && doublon.Parent is { } parent && parent != gardee.Id)
        {
            var renvoi = await contexte.RenvoiAsync(parent, annulation);
            if (gardee.PeutRattacher(renvoi.Id, renvoi.Categorie).EstFavorable)
            {
                gardee.Rattacher(renvoi.Id, renvoi.Categorie, renvoi.Nom);
            }
        }

        await contexte.EnregistrerFicheAsync(acteur, horloge.Maintenant, annulation);
        try
        {
            return await ReferencesDeCollectivite.RepointerAsync(contexte, fusion.Doublon, fusion.Gardee, references, annulation);
        }
        catch (DbException panne) when (ChargementDeCollectivite.EstUnDouble(panne))
        {
            throw new RefusException(
                "Les deux fiches figurent au même endroit (même groupement, même campagne ou même compte), où une seule peut rester. Rien n'a été fusionné ; retirez d'abord le doublon de là où les deux se trouvent."
            );
        }
    }
}
