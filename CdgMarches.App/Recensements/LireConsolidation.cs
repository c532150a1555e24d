using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>Les sommes d'une ligne de catalogue sur les réponses qui comptent ; millièmes et centimes.</summary>
/// <param name="Ligne">Le numéro de la ligne.</param>
/// <param name="Reponses">Le nombre de réponses qui y disent un besoin.</param>
/// <param name="Minimum">Σ des minimums.</param>
/// <param name="Estime">Σ des estimés.</param>
/// <param name="Maximum">Σ des maximums.</param>
/// <param name="MontantHt">Σ des montants.</param>
/// <param name="Retenu">Σ du maximum, à défaut de l'estimé, à défaut du minimum : ce qui vaut pour les seuils.</param>
/// <param name="SansMaximum">Le nombre de réponses sans maximum, où l'estimé a été retenu.</param>
public sealed record SommeDeLigne(
    int Ligne,
    int Reponses,
    long Minimum,
    long Estime,
    long Maximum,
    long MontantHt,
    long Retenu,
    int SansMaximum
)
{
    public static SommeDeLigne Nulle(int ligne) => new(ligne, 0, 0, 0, 0, 0, 0, 0);
}

/// <summary>Une ligne consolidée : sa description et ses sommes.</summary>
public sealed record LigneConsolidee(
    int Ligne,
    PrestationId Prestation,
    int NumeroDeLot,
    int Ordre,
    string Designation,
    string Unite,
    decimal? PrixUnitaireEstime,
    ChampDeReponse Demandes,
    SommeDeLigne Somme
);

/// <summary>Une version gelée.</summary>
public sealed record GelLu(
    ConsolidationId Id,
    int Numero,
    DateTimeOffset GeleeLe,
    string GeleePar,
    int NonDecides,
    string Noms,
    string? Motif
);

/// <summary>Additionne les besoins d'une campagne, en cours ou gelés, par un seul regroupement dans la base.</summary>
public sealed class LireConsolidation(IDbContextFactory<MarchesDbContext> donnees)
{
    /// <summary>Les lignes et leurs sommes, dans l'ordre du catalogue.</summary>
    /// <param name="acteur">Un agent du CDG.</param>
    /// <param name="id">La campagne.</param>
    /// <param name="gel">Une version gelée ; null pour l'état présent.</param>
    /// <param name="brouillonsCompris">Vrai pour projeter aussi ce qui n'est pas validé ; sans effet sur un gel.</param>
    /// <param name="annulation">Abandonne l'attente.</param>
    public async Task<IReadOnlyList<LigneConsolidee>> ExecuterAsync(
        Acteur acteur,
        CampagneId id,
        ConsolidationId? gel = null,
        bool brouillonsCompris = false,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (!await contexte.CampagnesVisibles(acteur).AnyAsync(c => c.Id == id, annulation))
        {
            throw new DroitManquantException(Droits.ConsulterCdg);
        }

        if (gel is { } version)
        {
            if (!await contexte.Consolidations.AnyAsync(c => c.Id == version && c.Campagne == id, annulation))
            {
                throw new DroitManquantException(Droits.ConsulterCdg);
            }

            var gelees = await contexte
                .LignesDeCatalogueGelees.AsNoTracking()
                .Where(l => l.Consolidation == version)
                .ToListAsync(annulation);
            var figees = await SommesGelees(contexte, version).ToDictionaryAsync(s => s.Ligne, annulation);
            return Ordonner(
                gelees.Select(l => new LigneConsolidee(
                    l.Ligne,
                    l.Prestation,
                    l.NumeroDeLot,
                    l.Ordre,
                    l.Designation,
                    l.Unite,
                    l.PrixUnitaireEstime,
                    l.Demandes,
                    figees.GetValueOrDefault(l.Ligne) ?? SommeDeLigne.Nulle(l.Ligne)
                ))
            );
        }

        var lignes = await contexte
            .LignesDeCatalogue.AsNoTracking()
            .Where(l => l.Campagne == id && l.RetireeALaVersion == null)
            .ToListAsync(annulation);
        var sommes = await Sommes(contexte, id, brouillonsCompris).ToDictionaryAsync(s => s.Ligne, annulation);
        return Ordonner(
            lignes.Select(l => new LigneConsolidee(
                l.Numero,
                l.Prestation,
                l.NumeroDeLot,
                l.Ordre,
                l.Designation,
                l.Unite,
                l.PrixUnitaireEstime,
                l.Demandes,
                sommes.GetValueOrDefault(l.Numero) ?? SommeDeLigne.Nulle(l.Numero)
            ))
        );
    }

    /// <summary>Les versions gelées, la plus récente d'abord.</summary>
    public async Task<IReadOnlyList<GelLu>> GelsAsync(Acteur acteur, CampagneId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await (
            from gel in contexte.Consolidations
            join campagne in contexte.CampagnesVisibles(acteur) on gel.Campagne equals campagne.Id
            where campagne.Id == id
            orderby gel.Numero descending
            select new GelLu(gel.Id, gel.Numero, gel.GeleeLe, gel.GeleePar, gel.NombreDeNonDecides, gel.NonDecides, gel.Motif)
        ).ToListAsync(annulation);
    }

    /// <summary>Le regroupement lui-même : le banc d'essai le compare au même, écrit à la main.</summary>
    internal static IQueryable<SommeDeLigne> Sommes(MarchesDbContext contexte, CampagneId id, bool brouillonsCompris)
    {
        var reponses = contexte.Reponses.Where(r => r.Campagne == id);
        reponses = brouillonsCompris
            ? reponses.Where(r =>
                r.Etat != EtatDeReponse.Neant && r.Etat != EtatDeReponse.Exclue && r.Etat != EtatDeReponse.NeantPresume
            )
            : reponses.Where(r => r.Etat == EtatDeReponse.Validee || r.Etat == EtatDeReponse.RepriseN1);
        return from reponse in reponses
            join ligne in contexte.LignesDeReponse on reponse.Id equals ligne.Reponse
            group ligne by ligne.Ligne into g
            select new SommeDeLigne(
                g.Key,
                g.Count(),
                g.Sum(l => l.MinimumMilliemes) ?? 0,
                g.Sum(l => l.EstimeMilliemes) ?? 0,
                g.Sum(l => l.MaximumMilliemes) ?? 0,
                g.Sum(l => l.MontantHtCentimes) ?? 0,
                g.Sum(l => l.MaximumMilliemes ?? l.EstimeMilliemes ?? l.MinimumMilliemes) ?? 0,
                g.Sum(l => l.MaximumMilliemes == null && (l.EstimeMilliemes ?? l.MinimumMilliemes) != null ? 1 : 0)
            );
    }

    internal static IQueryable<SommeDeLigne> SommesGelees(MarchesDbContext contexte, ConsolidationId gel) =>
        SommesDe(contexte.LignesGelees.Where(l => l.Consolidation == gel));

    /// <summary>Les mêmes sommes, sur une partie des lignes gelées.</summary>
    internal static IQueryable<SommeDeLigne> SommesDe(IQueryable<LigneGelee> lignes) =>
        from ligne in lignes
        group ligne by ligne.Ligne into g
        select new SommeDeLigne(
            g.Key,
            g.Count(),
            g.Sum(l => l.MinimumMilliemes) ?? 0,
            g.Sum(l => l.EstimeMilliemes) ?? 0,
            g.Sum(l => l.MaximumMilliemes) ?? 0,
            g.Sum(l => l.MontantHtCentimes) ?? 0,
            g.Sum(l => l.MaximumMilliemes ?? l.EstimeMilliemes ?? l.MinimumMilliemes) ?? 0,
            g.Sum(l => l.MaximumMilliemes == null && (l.EstimeMilliemes ?? l.MinimumMilliemes) != null ? 1 : 0)
        );

    private static IReadOnlyList<LigneConsolidee> Ordonner(IEnumerable<LigneConsolidee> lignes) =>
        [.. lignes.OrderBy(l => l.NumeroDeLot).ThenBy(l => l.Ordre).ThenBy(l => l.Ligne)];
}
