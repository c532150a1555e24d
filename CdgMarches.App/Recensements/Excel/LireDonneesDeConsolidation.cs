using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>Lit de quoi écrire le classeur de consolidation, par des projections lues au fil de l'eau.</summary>
public sealed class LireDonneesDeConsolidation(IDbContextFactory<MarchesDbContext> donnees)
{
    /// <param name="acteur">Un agent du CDG.</param>
    /// <param name="id">La campagne.</param>
    /// <param name="gel">La version gelée ; null pour l'état présent.</param>
    /// <param name="annulation">Abandonne la lecture.</param>
    /// <exception cref="DroitManquantException">La campagne n'est pas du périmètre, ou la version n'est pas à elle.</exception>
    public async Task<DonneesDeConsolidation> ExecuterAsync(
        Acteur acteur,
        CampagneId id,
        ConsolidationId? gel,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var campagne =
            await contexte.CampagnesVisibles(acteur).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, annulation)
            ?? throw new DroitManquantException(Droits.ConsulterCdg);
        var version = gel is { } g
            ? await contexte.Consolidations.AsNoTracking().SingleOrDefaultAsync(c => c.Id == g && c.Campagne == id, annulation)
                ?? throw new DroitManquantException(Droits.ConsulterCdg)
            : null;

        var reponses = await ReponsesAsync(contexte, id, version?.Id, annulation);
        var prestations = campagne
            .Prestations.OrderBy(p => p.Ordre)
            .Select(p => new PrestationDeConsolidation(p.Prestation, p.Code, p.Libelle))
            .ToList();
        var lots = Lots(campagne, prestations, await LignesAsync(contexte, id, version?.Id, annulation), reponses);
        await RemplirAsync(contexte, id, version?.Id, lots, annulation);
        return new DonneesDeConsolidation(
            EnTeteDeCampagne.De(campagne),
            version is null
                ? null
                : new GelDeConsolidation(
                    version.Numero,
                    version.GeleeLe,
                    version.GeleePar,
                    version.NonDecides,
                    version.NombreDeNonDecides
                ),
            [.. lots.Select(l => l.Lot)],
            Membres(reponses),
            prestations,
            Decisions(reponses, prestations)
        );
    }

    private static async Task<List<ReponseLue>> ReponsesAsync(
        MarchesDbContext contexte,
        CampagneId id,
        ConsolidationId? gel,
        CancellationToken annulation
    )
    {
        var lues = gel is { } version
            ? from gelee in contexte.ReponsesGelees
            join reponse in contexte.Reponses on gelee.Reponse equals reponse.Id
            join membre in contexte.Collectivites on gelee.Collectivite equals membre.Id
            where gelee.Consolidation == version
            orderby membre.CleDeTri, membre.Id
            select new ReponseLue(
                gelee.Reponse,
                gelee.Collectivite,
                gelee.Prestation,
                gelee.Etat,
                gelee.Nom,
                gelee.Siret,
                membre.Siege.Ligne1,
                membre.Siege.CodePostal,
                membre.Siege.Ville,
                reponse.Etat == gelee.Etat ? reponse.Motif : null,
                reponse.Etat == gelee.Etat ? reponse.ReponduePar : null,
                reponse.Etat == gelee.Etat ? reponse.RepondueLe : null
            )
            : from reponse in contexte.Reponses
            join membre in contexte.Collectivites on reponse.Collectivite equals membre.Id
            where reponse.Campagne == id
            orderby membre.CleDeTri, membre.Id
            select new ReponseLue(
                reponse.Id,
                reponse.Collectivite,
                reponse.Prestation,
                reponse.Etat,
                membre.Nom,
                membre.Siret == null ? null : membre.Siret.Valeur,
                membre.Siege.Ligne1,
                membre.Siege.CodePostal,
                membre.Siege.Ville,
                reponse.Motif,
                reponse.ReponduePar,
                reponse.RepondueLe
            );
        return await lues.AsNoTracking().ToListAsync(annulation);
    }

    private static async Task<List<LigneLueDuCatalogue>> LignesAsync(
        MarchesDbContext contexte,
        CampagneId id,
        ConsolidationId? gel,
        CancellationToken annulation
    )
    {
        var lignes = gel is { } version
            ? contexte
                .LignesDeCatalogueGelees.Where(l => l.Consolidation == version)
                .Select(l => new LigneLueDuCatalogue(
                    l.Prestation,
                    l.NumeroDeLot,
                    l.Ordre,
                    l.Ligne,
                    l.Designation,
                    l.Unite,
                    l.PrixUnitaireEstime,
                    l.Demandes
                ))
            : contexte
                .LignesDeCatalogue.Where(l => l.Campagne == id && l.RetireeALaVersion == null)
                .Select(l => new LigneLueDuCatalogue(
                    l.Prestation,
                    l.NumeroDeLot,
                    l.Ordre,
                    l.Numero,
                    l.Designation,
                    l.Unite,
                    l.PrixUnitaireEstime,
                    l.Demandes
                ));
        return await lignes.ToListAsync(annulation);
    }

    private static List<LotARemplir> Lots(
        Campagne campagne,
        List<PrestationDeConsolidation> prestations,
        List<LigneLueDuCatalogue> lignes,
        List<ReponseLue> reponses
    )
    {
        List<LotARemplir> lots = [];
        foreach (var prestation in prestations)
        {
            var interroges = reponses.Where(r => r.Prestation == prestation.Id).ToList();
            foreach (
                var groupe in lignes.Where(l => l.Prestation == prestation.Id).GroupBy(l => l.NumeroDeLot).OrderBy(g => g.Key)
            )
            {
                var ordonnees = groupe.OrderBy(l => l.Ordre).ThenBy(l => l.Numero).ToList();
                var lot = new LotDeConsolidation(
                    groupe.Key == 0
                        ? $"{prestation.Code} hors lot"
                        : $"Lot {LireClasseurDeMembre.NomDuLot(campagne, groupe.Key)}",
                    prestation,
                    [
                        .. ordonnees.Select(l => new LigneDeLot(
                            l.Numero,
                            l.Designation,
                            l.Unite,
                            l.PrixUnitaireEstime,
                            l.Demandes
                        )),
                    ],
                    [.. interroges.Select(r => new MembreDeLot(r.Nom, r.Siret, r.Etat))]
                );
                lots.Add(
                    new LotARemplir(
                        lot,
                        interroges.Select((r, i) => (r.Id, i)).ToDictionary(),
                        ordonnees.Select((l, i) => (l.Numero, i)).ToDictionary()
                    )
                );
            }
        }

        return lots;
    }

    /// <summary>Les valeurs, une ligne de réponse à la fois : neuf cent mille lignes ne tiennent pas d'un coup en mémoire.</summary>
    private static async Task RemplirAsync(
        MarchesDbContext contexte,
        CampagneId id,
        ConsolidationId? gel,
        List<LotARemplir> lots,
        CancellationToken annulation
    )
    {
        var parLigne = lots.SelectMany(l => l.Lignes.Keys.Select(n => (n, l))).ToDictionary();
        var valeurs = gel is { } version
            ? contexte
                .LignesGelees.Where(l => l.Consolidation == version)
                .Select(l => new ValeursLues(
                    l.Reponse,
                    l.Ligne,
                    l.MinimumMilliemes,
                    l.EstimeMilliemes,
                    l.MaximumMilliemes,
                    l.MontantHtCentimes
                ))
            : from reponse in contexte.Reponses
            join l in contexte.LignesDeReponse on reponse.Id equals l.Reponse
            where reponse.Campagne == id && (reponse.Etat == EtatDeReponse.Validee || reponse.Etat == EtatDeReponse.RepriseN1)
            select new ValeursLues(
                l.Reponse,
                l.Ligne,
                l.MinimumMilliemes,
                l.EstimeMilliemes,
                l.MaximumMilliemes,
                l.MontantHtCentimes
            );
        await foreach (var lue in valeurs.AsAsyncEnumerable().WithCancellation(annulation))
        {
            if (parLigne.TryGetValue(lue.Ligne, out var lot) && lot.Membres.TryGetValue(lue.Reponse, out var membre))
            {
                lot.Lot.Poser(membre, lot.Lignes[lue.Ligne], lue.Minimum, lue.Estime, lue.Maximum, lue.Montant);
            }
        }
    }

    private static List<MembreDeConsolidation> Membres(List<ReponseLue> reponses) =>
        [
            .. reponses
                .GroupBy(r => r.Collectivite)
                .Select(g =>
                {
                    var r = g.First();
                    return new MembreDeConsolidation(
                        r.Nom,
                        r.Siret,
                        r.Adresse,
                        r.CodePostal,
                        r.Ville,
                        g.ToDictionary(x => x.Prestation, x => x.Etat)
                    );
                }),
        ];

    private static List<DecisionDeConsolidation> Decisions(List<ReponseLue> reponses, List<PrestationDeConsolidation> prestations)
    {
        var libelles = prestations.ToDictionary(p => p.Id, p => p.Libelle);
        return
        [
            .. reponses
                .Where(r => r.Etat.EstDecide())
                .Select(r => new DecisionDeConsolidation(r.Nom, r.Siret, libelles[r.Prestation], r.Etat, r.Motif, r.Par, r.Le)),
        ];
    }

    private sealed record ReponseLue(
        ReponseId Id,
        CollectiviteId Collectivite,
        PrestationId Prestation,
        EtatDeReponse Etat,
        string Nom,
        string? Siret,
        string? Adresse,
        string? CodePostal,
        string? Ville,
        string? Motif,
        string? Par,
        DateTimeOffset? Le
    );

    private sealed record LigneLueDuCatalogue(
        PrestationId Prestation,
        int NumeroDeLot,
        int Ordre,
        int Numero,
        string Designation,
        string Unite,
        decimal? PrixUnitaireEstime,
        ChampDeReponse Demandes
    );

    private readonly record struct ValeursLues(
        ReponseId Reponse,
        int Ligne,
        long? Minimum,
        long? Estime,
        long? Maximum,
        long? Montant
    );

    private sealed record LotARemplir(LotDeConsolidation Lot, Dictionary<ReponseId, int> Membres, Dictionary<int, int> Lignes);
}
