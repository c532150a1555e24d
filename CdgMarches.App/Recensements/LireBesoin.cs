using CdgMarches.App.Parametres;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Parametres;
using CdgMarches.Domain.Recensements;
using CdgMarches.Domain.Recensements.Regles;

namespace CdgMarches.App.Recensements;

/// <summary>Un lot consolidé : ses lignes, sa valeur, et ses totaux de quantités quand les unités concordent.</summary>
/// <param name="Prestation">Sa prestation.</param>
/// <param name="Numero">Son numéro ; 0 hors lot.</param>
/// <param name="Lignes">Ses lignes, dans l'ordre du catalogue.</param>
/// <param name="Unites">La règle des unités : enfreinte, aucun total de quantité n'est donné.</param>
/// <param name="Total">Les totaux, nuls si les unités sont mêlées.</param>
/// <param name="Valeur">La valeur du lot sur toute la durée.</param>
public sealed record LotConsolide(
    PrestationId Prestation,
    int Numero,
    IReadOnlyList<LigneConsolidee> Lignes,
    UnitesHomogenes Unites,
    SommeDeLigne? Total,
    ValeurRecensee Valeur
);

/// <summary>La valeur d'un besoin et la procédure à laquelle elle conduit, ou pourquoi on ne peut pas la dire.</summary>
/// <param name="Libelle">Une prestation, ou l'ensemble d'une nature d'achat.</param>
/// <param name="Nature">La nature de l'achat.</param>
/// <param name="Valeur">La valeur sur toute la durée.</param>
/// <param name="Procedure">Ce que les seuils en vigueur au lancement proposent.</param>
/// <param name="Obstacles">Les seuils qui manquent à la date de lancement ; l'application ne devine pas.</param>
public sealed record BesoinEvalue(
    string Libelle,
    NatureDAchat Nature,
    ValeurRecensee Valeur,
    ProcedureProposee? Procedure,
    Verdict Obstacles
);

/// <summary>La consolidation telle que sa page la montre.</summary>
/// <param name="Lots">Les lots, dans l'ordre.</param>
/// <param name="Besoins">La valeur par prestation, puis par nature pour l'ensemble.</param>
/// <param name="Lancement">La date à laquelle les seuils ont été lus.</param>
/// <param name="LancementSuppose">Vrai si la campagne n'en dit rien : c'est alors le jour même.</param>
/// <param name="Ecarts">Par ligne, la différence depuis le dernier gel ; vide quand on lit un gel.</param>
public sealed record VueDeConsolidation(
    IReadOnlyList<LotConsolide> Lots,
    IReadOnlyList<BesoinEvalue> Besoins,
    DateOnly Lancement,
    bool LancementSuppose,
    IReadOnlyDictionary<int, SommeDeLigne> Ecarts
);

/// <summary>Évalue les besoins consolidés : totaux par lot, valeur sur la durée, seuils au lancement (RG5.11, RG3.01).</summary>
public sealed class LireBesoin(LireConsolidation consolidation, LireParametres parametres)
{
    public async Task<VueDeConsolidation> ExecuterAsync(
        Acteur acteur,
        FicheCampagne fiche,
        ConsolidationId? gel,
        ConsolidationId? dernierGel,
        bool brouillonsCompris,
        DateOnly aujourdhui,
        CancellationToken annulation = default
    )
    {
        var lignes = await consolidation.ExecuterAsync(acteur, fiche.Id, gel, brouillonsCompris, annulation);
        var figees =
            gel is null && dernierGel is { } dernier
                ? await consolidation.ExecuterAsync(acteur, fiche.Id, dernier, annulation: annulation)
                : null;
        var seuils = await parametres.SeuilsAsync(annulation);
        var lancement = fiche.Parametres.LancementPrevu ?? aujourdhui;
        return new VueDeConsolidation(
            Lots(fiche, lignes),
            [.. Besoins(fiche, lignes, seuils, lancement)],
            lancement,
            fiche.Parametres.LancementPrevu is null,
            figees is null ? new Dictionary<int, SommeDeLigne>() : Ecarts(lignes, figees)
        );
    }

    private static List<LotConsolide> Lots(FicheCampagne fiche, IReadOnlyList<LigneConsolidee> lignes)
    {
        var rang = fiche.Prestations.Index().ToDictionary(p => p.Item.Prestation, p => p.Index);
        return
        [
            .. lignes
                .GroupBy(l => (l.Prestation, l.NumeroDeLot))
                .OrderBy(g => rang.GetValueOrDefault(g.Key.Prestation))
                .ThenBy(g => g.Key.NumeroDeLot)
                .Select(g =>
                {
                    var unites = new UnitesHomogenes([.. g.Select(l => l.Unite)]);
                    return new LotConsolide(
                        g.Key.Prestation,
                        g.Key.NumeroDeLot,
                        [.. g],
                        unites,
                        unites.EstRespectee ? Additionner(g.Select(l => l.Somme)) : null,
                        Evaluer(fiche, g)
                    );
                }),
        ];
    }

    private static IEnumerable<BesoinEvalue> Besoins(
        FicheCampagne fiche,
        IReadOnlyList<LigneConsolidee> lignes,
        SeuilsDeProcedure seuils,
        DateOnly lancement
    )
    {
        foreach (var prestation in fiche.Prestations)
        {
            yield return Comparer(
                prestation.Libelle,
                prestation.Nature,
                Evaluer(fiche, lignes.Where(l => l.Prestation == prestation.Prestation)),
                seuils,
                lancement
            );
        }

        foreach (var travaux in (bool[])[false, true])
        {
            var prestations = fiche
                .Prestations.Where(p => p.Nature is NatureDAchat.Travaux == travaux)
                .Select(p => p.Prestation)
                .ToHashSet();
            if (prestations.Count > 1)
            {
                yield return Comparer(
                    travaux ? "Ensemble des travaux" : "Ensemble des fournitures et services",
                    travaux ? NatureDAchat.Travaux : NatureDAchat.Services,
                    Evaluer(fiche, lignes.Where(l => prestations.Contains(l.Prestation))),
                    seuils,
                    lancement
                );
            }
        }
    }

    private static BesoinEvalue Comparer(
        string libelle,
        NatureDAchat nature,
        ValeurRecensee valeur,
        SeuilsDeProcedure seuils,
        DateOnly lancement
    )
    {
        var verdict = seuils.PeutProposer(nature, lancement);
        return new BesoinEvalue(
            libelle,
            nature,
            valeur,
            verdict.EstFavorable ? seuils.Proposer(nature, valeur.Valeur, lancement) : null,
            verdict
        );
    }

    internal static ValeurRecensee Evaluer(FicheCampagne fiche, IEnumerable<LigneConsolidee> lignes) =>
        ValeurDuBesoinRecense.Totaliser(
            lignes.Select(l => new BesoinDeLigne(l.Somme.Retenu, l.Somme.SansMaximum, l.Somme.MontantHt, l.PrixUnitaireEstime)),
            fiche.Parametres.Periode,
            fiche.Parametres.DureeEnAnnees
        );

    private static SommeDeLigne Additionner(IEnumerable<SommeDeLigne> sommes) =>
        sommes.Aggregate(
            SommeDeLigne.Nulle(0),
            (a, b) =>
                new SommeDeLigne(
                    0,
                    Math.Max(a.Reponses, b.Reponses),
                    checked(a.Minimum + b.Minimum),
                    checked(a.Estime + b.Estime),
                    checked(a.Maximum + b.Maximum),
                    checked(a.MontantHt + b.MontantHt),
                    checked(a.Retenu + b.Retenu),
                    a.SansMaximum + b.SansMaximum
                )
        );

    /// <summary>Présent moins gelé, ligne par ligne ; une ligne inchangée n'y est pas. Une unité changée ne se soustrait pas.</summary>
    private static Dictionary<int, SommeDeLigne> Ecarts(
        IReadOnlyList<LigneConsolidee> presentes,
        IReadOnlyList<LigneConsolidee> figees
    )
    {
        var avant = figees.ToDictionary(l => l.Ligne);
        return presentes
            .Where(l => avant.TryGetValue(l.Ligne, out var gelee) && gelee.Unite == l.Unite && gelee.Somme != l.Somme)
            .ToDictionary(
                l => l.Ligne,
                l =>
                {
                    var gelee = avant[l.Ligne].Somme;
                    return new SommeDeLigne(
                        l.Ligne,
                        l.Somme.Reponses - gelee.Reponses,
                        l.Somme.Minimum - gelee.Minimum,
                        l.Somme.Estime - gelee.Estime,
                        l.Somme.Maximum - gelee.Maximum,
                        l.Somme.MontantHt - gelee.MontantHt,
                        l.Somme.Retenu - gelee.Retenu,
                        l.Somme.SansMaximum - gelee.SansMaximum
                    );
                }
            );
    }
}
