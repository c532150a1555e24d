using System.Globalization;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions;

/// <summary>Une grille prête à calculer : on la construit une fois, on l'applique à quinze cents redevables.</summary>
/// <remarks>RG6.02, RG6.03, RG6.10 à RG6.12, RG6.27. Ne lit ni base ni horloge : les faits lui sont donnés.</remarks>
public sealed class Bareme
{
    private readonly DefinitionDeGrille _grille;
    private readonly Dictionary<AxeDeGrille, TrancheDAxe[]> _tranches;
    private readonly ILookup<(AxeDeGrille, string), TrancheDAxe> _parNom;
    private readonly Dictionary<(AxeDeGrille, int), LectureDeCasLimite> _lectures;
    private readonly Dictionary<string, CaseChiffree> _cases;

    public Bareme(DefinitionDeGrille grille)
    {
        _grille = grille;
        _tranches = grille.Axes.ToDictionary(
            a => a,
            a => grille.Tranches.Where(t => t.Axe == a).OrderBy(t => t.Numero).ToArray()
        );
        _parNom = grille
            .Tranches.Where(t => !t.Axe.EstNumerique())
            .OrderBy(t => t.Numero)
            .SelectMany(t => t.Noms().Distinct(StringComparer.Ordinal), (t, nom) => (t, nom))
            .ToLookup(p => (p.t.Axe, p.nom), p => p.t);
        _lectures = grille.CasLimites.ToDictionary(c => (c.Axe, c.Valeur));
        var montants = grille.Cellules.ToDictionary(c => c.Coordonnees, StringComparer.Ordinal);
        _cases = new Dictionary<string, CaseChiffree>(StringComparer.Ordinal);
        // Named once per cell, not once per debtor.
        foreach (var chemin in Chemins([.. grille.Axes.Select(a => (IReadOnlyList<TrancheDAxe>)_tranches[a])]))
        {
            if (montants.TryGetValue(Coordonnees(chemin), out var cellule))
            {
                _cases[cellule.Coordonnees] = new CaseChiffree(cellule, Nommer(chemin));
            }
        }
    }

    public DefinitionDeGrille Grille => _grille;

    /// <summary>Ce que doit un redevable pour un exercice, et comment on l'a trouvé.</summary>
    public ResultatDeCalcul Calculer(FaitsDuRedevable faits, int exercice)
    {
        List<ChoixDAxe> choix = new(_grille.Axes.Count);
        List<CasLimiteRencontre> casLimites = [];
        foreach (var axe in _grille.Axes)
        {
            var choisi = Choisir(axe, faits, exercice);
            choix.Add(choisi);
            if (choisi.Lecture is { } lecture)
            {
                casLimites.Add(
                    new CasLimiteRencontre(
                        axe,
                        lecture.Valeur,
                        choisi.Possibles[0].EnClair,
                        lecture.ConfirmationRequise && !faits.Confirmes.Contains((axe, lecture.Valeur)),
                        lecture.Motif
                    )
                );
            }
        }

        if (faits.Exoneration is { } decision)
        {
            return Exonere(decision, casLimites, choix, faits, exercice);
        }

        if (_grille.Exemptions.FirstOrDefault(e => e.Profite(faits.Categorie, faits.CommuneMembre)) is { } exemption)
        {
            return Exonere($"exemption {exemption.Fondement}", casLimites, choix, faits, exercice);
        }

        if (Case(choix, faits.Presence.Debut.Year == exercice) is not var (annuel, tranches))
        {
            List<string> manques = [.. choix.Where(c => c.Possibles.Count != 1).Select(c => Manque(c.Axe, faits, exercice))];
            return new ResultatDeCalcul
            {
                Manques = manques.Count > 0 ? manques : [$"le montant de la case « {Nommer(choix)} »"],
                CasLimites = casLimites,
                Tranches = Nommer(choix),
            };
        }

        var prorata = ProrataTemporis.Calculer(
            annuel,
            faits.Presence,
            exercice,
            _grille.Type.Declencheur is Declencheur.Annuel ? _grille.Prorata : MethodeDeProrata.Aucune
        );
        return new ResultatDeCalcul
        {
            CasLimites = casLimites,
            Tranches = tranches,
            Annuel = annuel,
            Prorata = prorata,
            Montant = prorata.Montant,
            EcrireLaFiche = () =>
                FicheDeCalcul.Ecrire(tranches, annuel, prorata, faits.Presence, exercice)
                + FicheDeCalcul.Comptes(_grille, faits, exercice)
                + FicheDeCalcul.Lectures(casLimites),
        };
    }

    private ResultatDeCalcul Exonere(
        string motif,
        List<CasLimiteRencontre> casLimites,
        List<ChoixDAxe> choix,
        FaitsDuRedevable faits,
        int exercice
    )
    {
        var prorata = ProrataTemporis.Calculer(MontantHt.Zero, faits.Presence, exercice, MethodeDeProrata.Aucune);
        return new ResultatDeCalcul
        {
            CasLimites = [.. casLimites.Select(c => c with { AttendConfirmation = false })],
            Tranches = Nommer(choix),
            Annuel = MontantHt.Zero,
            Prorata = prorata,
            Montant = MontantHt.Zero,
            Exemption = motif,
            Fiche = $"Rien n'est dû : {motif}.",
        };
    }

    private ChoixDAxe Choisir(AxeDeGrille axe, FaitsDuRedevable faits, int exercice)
    {
        if (!axe.EstNumerique())
        {
            var nom = axe is AxeDeGrille.Categorie ? TrancheDAxe.Nom(faits.Categorie) : TrancheDAxe.Nom(faits.Affiliee);
            return new ChoixDAxe(axe, [.. _parNom[(axe, nom)]], null);
        }

        var tranches = _tranches[axe];

        if (Valeur(axe, faits, exercice) is not { } valeur)
        {
            return new ChoixDAxe(axe, tranches, null);
        }

        var lecture = _lectures.GetValueOrDefault((axe, valeur));
        return new ChoixDAxe(
            axe,
            Array.FindAll(tranches, t => lecture is null ? t.Contient(valeur) : t.Numero == lecture.Tranche),
            lecture
        );
    }

    /// <summary>Ce que l'axe compte chez ce redevable ; nul si rien n'est déclaré.</summary>
    private int? Valeur(AxeDeGrille axe, FaitsDuRedevable faits, int exercice) =>
        axe switch
        {
            AxeDeGrille.Agents => _grille.AgentsComptes(faits),
            AxeDeGrille.Population => faits.Population,
            AxeDeGrille.Consultations => Volume(faits, exercice),
            AxeDeGrille.Categorie or AxeDeGrille.Affiliation => null,
        };

    /// <summary>Ce qu'il faudrait pour ranger le redevable sur un axe.</summary>
    private string Manque(AxeDeGrille axe, FaitsDuRedevable faits, int exercice) =>
        Valeur(axe, faits, exercice) is { } valeur
            ? $"une tranche pour {valeur.ToString("N0", Francais.Culture)} {axe.Unite()}"
            : axe switch
            {
                AxeDeGrille.Agents => $"l'effectif au 1er janvier {Annee(exercice)}",
                AxeDeGrille.Population => $"la population totale {Annee(exercice)}",
                AxeDeGrille.Consultations => $"les consultations créées en {Annee(_grille.Lectures.AnneeComptee(exercice))}",
                AxeDeGrille.Categorie or AxeDeGrille.Affiliation => $"une tranche de l'axe « {axe.Libelle()} »",
            };

    /// <summary>Le volume compté, ramené à l'année quand la lecture le demande et que l'année appelée est incomplète.</summary>
    private int? Volume(FaitsDuRedevable faits, int exercice)
    {
        if (
            faits.Consultations is not { } nombre
            || !_grille.Lectures.VolumeAnnualise
            || _grille.Lectures.Consultations is not AnneeDesConsultations.Appelee
            || faits.Presence.Intersection(Periode.Annee(exercice))?.Jours is not { } jours
        )
        {
            return faits.Consultations;
        }

        return (int)decimal.Round(nombre * (decimal)Periode.Annee(exercice).Jours!.Value / jours, MidpointRounding.AwayFromZero);
    }

    /// <summary>Le montant que les tranches possibles donnent, s'il n'y en a qu'un : une donnée sans effet peut manquer.</summary>
    private (MontantHt Montant, string Tranches)? Case(List<ChoixDAxe> choix, bool premiere)
    {
        if (choix.TrueForAll(c => c.Possibles.Count == 1))
        {
            return _cases.TryGetValue(Coordonnees(choix.ConvertAll(c => c.Possibles[0])), out var seule)
                ? (seule.Montant(premiere), seule.Tranches)
                : null;
        }

        (MontantHt Montant, string Tranches)? retenue = null;
        foreach (var chemin in Chemins(choix.ConvertAll(c => c.Possibles)))
        {
            if (!_cases.TryGetValue(Coordonnees(chemin), out var trouvee))
            {
                continue;
            }

            var montant = trouvee.Montant(premiere);
            if (retenue is { } autre && autre.Montant != montant)
            {
                return null;
            }

            retenue ??= (montant, Nommer(choix));
        }

        return retenue;
    }

    /// <summary>Toutes les façons de prendre une tranche par axe.</summary>
    private static IEnumerable<IReadOnlyList<TrancheDAxe>> Chemins(List<IReadOnlyList<TrancheDAxe>> axes)
    {
        IEnumerable<IReadOnlyList<TrancheDAxe>> chemins =
        [
            [],
        ];
        return axes.Aggregate(
            chemins,
            (debuts, tranches) => debuts.SelectMany(d => tranches, (d, t) => (IReadOnlyList<TrancheDAxe>)[.. d, t])
        );
    }

    private static string Nommer(List<ChoixDAxe> choix) =>
        Nommer(choix.Where(c => c.Possibles.Count == 1).Select(c => c.Possibles[0]));

    /// <summary>Les tranches en mots, le volume d'abord.</summary>
    private static string Nommer(IEnumerable<TrancheDAxe> tranches) =>
        string.Join(
            ", ",
            tranches
                .OrderBy(t => t.Axe is AxeDeGrille.Consultations ? 0 : 1)
                .Select(t =>
                    t.Axe is AxeDeGrille.Consultations
                        ? $"Tranche {t.Numero.ToString(CultureInfo.InvariantCulture)} ({t.Bornes})"
                        : t.EnClair
                )
        );

    private static string Coordonnees(IReadOnlyList<TrancheDAxe> chemin) =>
        CelluleDeGrille.Coordonner([.. chemin.Select(t => t.Numero)]);

    private static string Annee(int annee) => annee.ToString(CultureInfo.InvariantCulture);

    private sealed record ChoixDAxe(AxeDeGrille Axe, IReadOnlyList<TrancheDAxe> Possibles, LectureDeCasLimite? Lecture);

    private sealed record CaseChiffree(CelluleDeGrille Cellule, string Tranches)
    {
        public MontantHt Montant(bool premiere) => premiere ? Cellule.PremiereAnnee : Cellule.AnneesSuivantes;
    }
}

/// <summary>Une valeur que le texte ne range pas, rencontrée chez un redevable (RG6.02).</summary>
/// <param name="Axe">L'axe.</param>
/// <param name="Valeur">La valeur.</param>
/// <param name="Retenue">La tranche que la lecture retient.</param>
/// <param name="AttendConfirmation">L'appel attend qu'un agent confirme la lecture pour ce redevable.</param>
/// <param name="Motif">Pourquoi cette lecture.</param>
public sealed record CasLimiteRencontre(AxeDeGrille Axe, int Valeur, string Retenue, bool AttendConfirmation, string Motif);

/// <summary>Ce qu'un redevable doit, ou ce qui manque pour le savoir.</summary>
public sealed record ResultatDeCalcul
{
    /// <summary>Les données absentes qui empêchent de conclure ; vide quand le montant est connu.</summary>
    public IReadOnlyList<string> Manques { get; init; } = [];

    public IReadOnlyList<CasLimiteRencontre> CasLimites { get; init; } = [];

    /// <summary>Les tranches retenues, en mots.</summary>
    public string Tranches { get; init; } = "";

    public MontantHt Annuel { get; init; }

    public ProrataTemporis? Prorata { get; init; }

    public MontantHt Montant { get; init; }

    /// <summary>Pourquoi rien n'est dû, quand une exemption ou une décision joue.</summary>
    public string? Exemption { get; init; }

    /// <summary>Le calcul, en une phrase ; composée quand on la lit : une simulation de 1 500 redevables en montre une page.</summary>
    public string Fiche
    {
        get => field ??= EcrireLaFiche?.Invoke() ?? "";
        init;
    }

    internal Func<string>? EcrireLaFiche { private get; init; }

    public bool EstComplet => Manques.Count == 0;

    public bool AttendConfirmation => CasLimites.Any(c => c.AttendConfirmation);

    /// <summary>Le montant est connu, et rien ne retient l'appel.</summary>
    public bool PeutPartir => EstComplet && !AttendConfirmation;
}
