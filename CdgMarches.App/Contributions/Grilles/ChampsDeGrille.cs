using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Contributions;

namespace CdgMarches.App.Contributions.Grilles;

/// <summary>Les champs de l'éditeur, tels que deux saisies d'une même grille se comparent.</summary>
internal static class ChampsDeGrille
{
    public static IReadOnlyList<ChampCompare<SaisieDeGrille>> Tous { get; } =
    [
        new("Intitulé", s => s.Intitule, (a, b) => a.Intitule = b.Intitule),
        new("Code du type", s => s.TypeCode, (a, b) => a.TypeCode = b.TypeCode),
        new("Nom du type", s => s.TypeLibelle, (a, b) => a.TypeLibelle = b.TypeLibelle),
        new("Déclenchement", s => s.Declencheur.Libelle(), (a, b) => a.Declencheur = b.Declencheur),
        new("Nature", s => s.Nature.Libelle(), (a, b) => a.Nature = b.Nature),
        new("Objet du titre", s => s.Objet, (a, b) => a.Objet = b.Objet),
        new("Fondement", s => s.Fondement, (a, b) => a.Fondement = b.Fondement),
        new("Prorata", s => s.Prorata.Libelle(), (a, b) => a.Prorata = b.Prorata),
        new("TVA", s => Formats.Pourcentage((s.Tva ?? 0) / 100), (a, b) => a.Tva = b.Tva),
        new(
            "Imputation",
            s => string.Join(" / ", s.ImputationNature, s.ImputationFonction, s.ImputationService),
            (a, b) =>
                (a.ImputationNature, a.ImputationFonction, a.ImputationService) = (
                    b.ImputationNature,
                    b.ImputationFonction,
                    b.ImputationService
                )
        ),
        new(
            "Lectures",
            s =>
                $"{s.DecompteDesAgents.Libelle()}, {s.Consultations.Libelle()}, établissements {OuiNon(s.AvecEtablissements)}, volume annualisé {OuiNon(s.VolumeAnnualise)}",
            (a, b) =>
                (a.DecompteDesAgents, a.Consultations, a.AvecEtablissements, a.VolumeAnnualise) = (
                    b.DecompteDesAgents,
                    b.Consultations,
                    b.AvecEtablissements,
                    b.VolumeAnnualise
                )
        ),
        new("Axes, tranches et montants", Bareme, PrendreLeBareme),
        new(
            "Exemptions",
            s => string.Join(" ; ", s.EnDefinition().Exemptions.Select(e => $"{e.Categorie} ({e.Condition.Libelle()})")),
            (a, b) => Remplacer(a.Exemptions, b.Exemptions)
        ),
    ];

    /// <summary>Tout le barème en un champ : une case n'a de sens qu'avec les tranches qui la bornent.</summary>
    private static string Bareme(SaisieDeGrille saisie)
    {
        var definition = saisie.EnDefinition();
        return string.Join(
            " ; ",
            definition
                .Cellules.Select(c =>
                    $"{string.Join(", ", TableDesMontants.Mots(definition, c.Coordonnees))} : {Formats.Euros(c.PremiereAnnee.Euros)} puis {Formats.Euros(c.AnneesSuivantes.Euros)}"
                )
                .Concat(definition.CasLimites.Select(l => $"{l.Valeur} se lit en tranche {l.Tranche}"))
        );
    }

    private static void PrendreLeBareme(SaisieDeGrille mienne, SaisieDeGrille sienne)
    {
        Remplacer(mienne.Axes, sienne.Axes);
        Remplacer(mienne.Tranches, sienne.Tranches);
        Remplacer(mienne.CasLimites, sienne.CasLimites);
        mienne.Cases.Clear();
        foreach (var (coordonnees, montants) in sienne.Cases)
        {
            mienne.Cases[coordonnees] = montants;
        }
    }

    private static void Remplacer<T>(List<T> liste, List<T> autre)
    {
        liste.Clear();
        liste.AddRange(autre);
    }

    private static string OuiNon(bool valeur) => valeur ? "oui" : "non";
}
