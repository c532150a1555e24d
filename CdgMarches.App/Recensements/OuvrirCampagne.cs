using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>Ce qu'une ouverture a demandé.</summary>
/// <param name="Reponses">Les réponses attendues de plus.</param>
/// <param name="Lettres">Les membres sans adresse de courriel : leur lettre est à imprimer.</param>
public sealed record MembresInterroges(int Reponses, int Lettres);

/// <summary>Ouvre une campagne : une réponse attendue de chaque membre pour chaque prestation qu'il a choisie.</summary>
/// <remarks>Tout est calculé avant d'écrire : la transaction ne fait qu'insérer.</remarks>
public sealed class OuvrirCampagne(
    IDbContextFactory<MarchesDbContext> donnees,
    PrevenirLesMembres prevenir,
    HorlogeLegale horloge
)
{
    public async Task<MembresInterroges> ExecuterAsync(
        Acteur acteur,
        CampagneId id,
        int versionLue,
        CancellationToken annulation = default
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        contexte.ChangeTracker.AutoDetectChangesEnabled = false;
        var campagne = await contexte.CampagneAGererAsync(acteur, id, annulation);
        contexte.ExigerVersion(campagne, versionLue);
        var (reponses, sansLigne) = await PreparerAsync(contexte, campagne, annulation);
        campagne.Ouvrir(horloge.Aujourdhui, sansLigne, reponses.Count);
        contexte.Reponses.AddRange(reponses);
        var lettres = await PrevenirAsync(contexte, campagne, reponses, annulation);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return new MembresInterroges(reponses.Count, lettres);
    }

    /// <summary>Interroge à leur tour les membres arrivés, ou les prestations choisies, depuis l'ouverture.</summary>
    public async Task<MembresInterroges> CompleterAsync(
        Acteur acteur,
        CampagneId id,
        int versionLue,
        CancellationToken annulation = default
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var campagne = await contexte.CampagneAGererAsync(acteur, id, annulation);
        contexte.ExigerVersion(campagne, versionLue);
        var existantes = await contexte
            .Reponses.Where(r => r.Campagne == id)
            .Select(r => new { r.Collectivite, r.Prestation })
            .ToListAsync(annulation);
        var connues = existantes.Select(r => (r.Collectivite, r.Prestation)).ToHashSet();
        var (toutes, _) = await PreparerAsync(contexte, campagne, annulation);
        var neuves = toutes.Where(r => !connues.Contains((r.Collectivite, r.Prestation))).ToList();
        if (neuves.Count == 0)
        {
            return new MembresInterroges(0, 0);
        }

        campagne.Completer(neuves.Count);
        contexte.Reponses.AddRange(neuves);
        var lettres = await PrevenirAsync(contexte, campagne, neuves, annulation);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return new MembresInterroges(neuves.Count, lettres);
    }

    /// <summary>Un courriel à chaque membre interrogé, dans la transaction : pas d'ouverture sans lui, pas de lui sans ouverture.</summary>
    private Task<int> PrevenirAsync(
        MarchesDbContext contexte,
        Campagne campagne,
        IReadOnlyCollection<Reponse> reponses,
        CancellationToken annulation
    ) =>
        prevenir.DeposerAsync(
            contexte,
            [.. reponses.Select(r => r.Collectivite).Distinct()],
            CourrielsDeRecensement.Ouverture,
            campagne.Id,
            new Dictionary<string, string>
            {
                ["campagne"] = campagne.Intitule,
                ["cloture"] = Formats.DateLongue(campagne.Cloture),
                ["consigne"] = campagne.Consigne ?? "",
            },
            annulation
        );

    /// <summary>Ce que l'ouverture ferait, pour le dire avant d'ouvrir.</summary>
    internal async Task<(int Reponses, Verdict Verdict)> PrevoirAsync(
        MarchesDbContext contexte,
        Campagne campagne,
        CancellationToken annulation
    )
    {
        var (reponses, sansLigne) = await PreparerAsync(contexte, campagne, annulation);
        return (reponses.Count, campagne.PeutOuvrir(horloge.Aujourdhui, sansLigne, reponses.Count));
    }

    private async Task<(List<Reponse> Reponses, List<string> SansLigne)> PreparerAsync(
        MarchesDbContext contexte,
        Campagne campagne,
        CancellationToken annulation
    )
    {
        var prestations = campagne.Prestations.Select(p => p.Prestation).ToHashSet();
        var choix = await contexte.Adhesions.ChoixEnVigueur(campagne.Groupement, horloge.Aujourdhui).ToListAsync(annulation);
        var reponses = choix
            .Where(c => prestations.Contains(c.Prestation))
            .Select(c => (c.Collectivite, c.Prestation))
            .Distinct()
            .Select(c => new Reponse(campagne.Id, c.Prestation, c.Collectivite, campagne.ClotureLe))
            .ToList();
        var demandees = await contexte
            .LignesDeCatalogue.Where(l => l.Campagne == campagne.Id && l.RetireeALaVersion == null)
            .Select(l => l.Prestation)
            .Distinct()
            .ToListAsync(annulation);
        return (reponses, [.. campagne.Prestations.Where(p => !demandees.Contains(p.Prestation)).Select(p => p.Libelle)]);
    }
}
