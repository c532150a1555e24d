using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>Ce que la publication d'un catalogue a changé.</summary>
/// <param name="Version">La version publiée ; 1 tant que la campagne se prépare.</param>
/// <param name="ReponsesARevoir">Les réponses remises « à revoir ».</param>
/// <param name="MembresPrevenus">Les membres à qui un courriel part.</param>
public sealed record CataloguePublie(int Version, int ReponsesARevoir, int MembresPrevenus);

/// <summary>Ajoute, corrige ou retire des lignes du catalogue, ensemble.</summary>
/// <remarks>
/// Après l'ouverture, c'est une version : les réponses concernées reviennent « à revoir », seuls ces membres sont prévenus et
/// rien de ce qui était saisi n'est perdu. Un ajout concerne toutes les réponses commencées de la prestation ; une correction
/// ou un retrait, celles qui avaient une valeur sur la ligne.
/// </remarks>
public sealed class ModifierCatalogue(
    IDbContextFactory<MarchesDbContext> donnees,
    PrevenirLesMembres prevenir,
    HorlogeLegale horloge
)
{
    public async Task<CataloguePublie> ExecuterAsync(
        Acteur acteur,
        CampagneId id,
        int versionLue,
        IReadOnlyList<ModificationDeCatalogue> modifications,
        CancellationToken annulation = default
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var campagne = await contexte.CampagneAGererAsync(acteur, id, annulation);
        contexte.ExigerVersion(campagne, versionLue);
        var lignes = await contexte.LignesDeCatalogue.Where(l => l.Campagne == id).ToListAsync(annulation);
        var touchees = modifications.Select(m => m.Numero).OfType<int>().ToList();
        var repondues = await LignesReponduesAsync(contexte, id, touchees, annulation);
        contexte.LignesDeCatalogue.AddRange(campagne.ModifierCatalogue(lignes, modifications, repondues));

        var (reponses, membres) = (0, 0);
        if (campagne.Etat is EtatDeCampagne.Ouverte)
        {
            (reponses, membres) = await DemanderRevisionAsync(contexte, campagne, modifications, touchees, annulation);
        }

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return new CataloguePublie(Math.Max(1, campagne.VersionDuCatalogue), reponses, membres);
    }

    /// <summary>Reprend les lignes d'une autre campagne du même groupement, pour les prestations communes.</summary>
    public async Task<CataloguePublie> CopierAsync(
        Acteur acteur,
        CampagneId id,
        int versionLue,
        CampagneId source,
        CancellationToken annulation = default
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var campagne = await contexte.CampagneAGererAsync(acteur, id, annulation);
        var prestations = campagne.Prestations.Select(p => p.Prestation).ToList();
        var lots = campagne.Lots.Select(l => l.Numero).ToHashSet();
        var lignes = await contexte
            .LignesDeCatalogue.AsNoTracking()
            .Where(l =>
                l.Campagne == source
                && l.RetireeALaVersion == null
                && prestations.Contains(l.Prestation)
                && contexte.Campagnes.Any(c => c.Id == source && c.Groupement == campagne.Groupement)
            )
            .OrderBy(l => l.NumeroDeLot)
            .ThenBy(l => l.Ordre)
            .ToListAsync(annulation);
        if (lignes.Count == 0)
        {
            throw new RefusException(
                "Cette campagne n'a aucune ligne pour les prestations recensées ici. Le catalogue n'a pas changé : choisissez-en une autre."
            );
        }

        var ajouts = lignes
            .Select(l =>
                ModificationDeCatalogue.Ajout(
                    l.Description with
                    {
                        NumeroDeLot = lots.Contains(l.NumeroDeLot) ? l.NumeroDeLot : 0,
                        LigneN1 = source == campagne.Precedente ? l.Numero : null,
                    }
                )
            )
            .ToList();
        return await ExecuterAsync(acteur, id, versionLue, ajouts, annulation);
    }

    private static async Task<HashSet<int>> LignesReponduesAsync(
        MarchesDbContext contexte,
        CampagneId id,
        List<int> lignes,
        CancellationToken annulation
    ) =>
        lignes.Count == 0
            ? []
            :
            [
                .. await (
                    from ligne in contexte.LignesDeReponse
                    join reponse in contexte.Reponses on ligne.Reponse equals reponse.Id
                    where reponse.Campagne == id && lignes.Contains(ligne.Ligne)
                    select ligne.Ligne
                )
                    .Distinct()
                    .ToListAsync(annulation),
            ];

    private async Task<(int Reponses, int Membres)> DemanderRevisionAsync(
        MarchesDbContext contexte,
        Campagne campagne,
        IReadOnlyList<ModificationDeCatalogue> modifications,
        List<int> touchees,
        CancellationToken annulation
    )
    {
        var completees = modifications.Where(m => m.Numero is null).Select(m => m.Description!.Prestation).Distinct().ToList();
        var concernees = await contexte
            .Reponses.Where(r =>
                r.Campagne == campagne.Id
                && (r.Etat == EtatDeReponse.Brouillon || r.Etat == EtatDeReponse.Validee || r.Etat == EtatDeReponse.Neant)
                && (
                    completees.Contains(r.Prestation)
                    || contexte.LignesDeReponse.Any(l => l.Reponse == r.Id && touchees.Contains(l.Ligne))
                )
            )
            .ToListAsync(annulation);
        foreach (var reponse in concernees)
        {
            reponse.DemanderRevision(campagne.VersionDuCatalogue);
        }

        var membres = concernees.Select(r => r.Collectivite).Distinct().ToList();
        await prevenir.DeposerAsync(
            contexte,
            membres,
            CourrielsDeRecensement.Revision,
            campagne.Id,
            new Dictionary<string, string>
            {
                ["campagne"] = campagne.Intitule,
                ["cloture"] = Formats.DateLongue(campagne.Cloture),
                ["version"] = Formats.Nombre(campagne.VersionDuCatalogue),
            },
            annulation
        );
        return (concernees.Count, membres.Count);
    }
}
