using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions;

/// <summary>Une grille prête à calculer : on la construit une fois, on l'applique à quinze cents redevables.</summary>
/// <remarks>RG6.02, RG6.03, RG6.10 à RG6.12, RG6.27. Ne lit ni base ni horloge : les faits lui sont donnés.</remarks>
public sealed class Bareme
{
    private readonly DefinitionDeGrille _grille;
    private readonly Dictionary<AxeDeGrille, TrancheDAxe[]> _tranches;
    private readonly Dictionary<(AxeDeGrille, int), LectureDeCasLimite> _lectures;
    private readonly Dictionary<string, CelluleDeGrille> _cellules;
    private readonly Dictionary<TrancheDAxe, string> _noms;

    public Bareme(DefinitionDeGrille grille)
    {
        _grille = grille;
        _tranches = grille.Axes.ToDictionary(
            a => a,
            a => grille.Tranches.Where(t => t.Axe == a).OrderBy(t => t.Numero).ToArray()
        );
        _lectures = grille.CasLimites.ToDictionary(c => (c.Axe, c.Valeur));
        _cellules = grille.Cellules.ToDictionary(c => c.Coordonnees, StringComparer.Ordinal);
        // Written once, not once per debtor.
        _noms = new Dictionary<TrancheDAxe, string>(ReferenceEqualityComparer.Instance);
        foreach (var tranche in _tranches.Values.SelectMany(t => t))
        {
            _noms[tranche] =
                tranche.Axe is AxeDeGrille.Consultations ? $"Tranche {Texte(tranche)} ({tranche.Bornes})" : tranche.EnClair;
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

        var premiere = faits.Presence.Debut.Year == exercice;
        var montants = Montants(choix, premiere);
        if (montants.Count != 1)
        {
            return new ResultatDeCalcul
            {
                Manques = [.. choix.Where(c => c.Possibles.Count != 1).Select(c => c.Manque)],
                CasLimites = casLimites,
                Tranches = Nommer(choix),
            };
        }

        var (annuel, tranches) = (montants.Single(), Nommer(choix));
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
            EcrireLaFiche = () => FicheDeCalcul.Ecrire(tranches, annuel, prorata, faits.Presence, exercice),
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

    private ChoixDAxe Choisir(AxeDeGrille axe, FaitsDuRedevable faits, int exercice) =>
        axe switch
        {
            AxeDeGrille.Agents => Ranger(
                axe,
                faits.Agents is { } agents && _grille.Lectures.AvecEtablissements
                    ? agents + faits.AgentsDesEtablissements
                    : faits.Agents,
                $"l'effectif au 1er janvier {Annee(exercice)}"
            ),
            AxeDeGrille.Population => Ranger(axe, faits.Population, $"la population totale {Annee(exercice)}"),
            AxeDeGrille.Consultations => Ranger(
                axe,
                Volume(faits, exercice),
                $"les consultations créées en {Annee(_grille.Lectures.AnneeComptee(exercice))}"
            ),
            AxeDeGrille.Categorie => Nomme(axe, t => t.Contient(faits.Categorie)),
            AxeDeGrille.Affiliation => Nomme(axe, t => t.Contient(faits.Affiliee)),
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

    private ChoixDAxe Ranger(AxeDeGrille axe, int? valeur, string manque)
    {
        var tranches = _tranches[axe];
        if (valeur is not { } v)
        {
            return new ChoixDAxe(axe, tranches, null, manque);
        }

        if (_lectures.TryGetValue((axe, v), out var lecture))
        {
            return new ChoixDAxe(axe, [.. tranches.Where(t => t.Numero == lecture.Tranche)], lecture, manque);
        }

        var prenantes = Array.FindAll(tranches, t => t.Contient(v));
        return new ChoixDAxe(
            axe,
            prenantes,
            null,
            prenantes.Length == 1 ? manque : $"une tranche pour {v.ToString("N0", Francais.Culture)} {axe.Unite()}"
        );
    }

    private ChoixDAxe Nomme(AxeDeGrille axe, Func<TrancheDAxe, bool> prend) =>
        new(axe, [.. _tranches[axe].Where(prend)], null, $"une tranche de l'axe « {axe.Libelle()} »");

    /// <summary>Les montants que les tranches possibles donnent : un seul, même quand une donnée sans effet manque.</summary>
    private HashSet<MontantHt> Montants(List<ChoixDAxe> choix, bool premiere)
    {
        List<string> chemins = [""];
        foreach (var axe in choix)
        {
            List<string> suite = new(chemins.Count * axe.Possibles.Count);
            foreach (var chemin in chemins)
            {
                foreach (var tranche in axe.Possibles)
                {
                    suite.Add(chemin.Length == 0 ? Texte(tranche) : $"{chemin}.{Texte(tranche)}");
                }
            }

            chemins = suite;
        }

        HashSet<MontantHt> montants = [];
        foreach (var chemin in chemins)
        {
            if (_cellules.TryGetValue(chemin, out var cellule))
            {
                montants.Add(premiere ? cellule.PremiereAnnee : cellule.AnneesSuivantes);
            }
        }

        return montants;
    }

    private string Nommer(List<ChoixDAxe> choix) =>
        string.Join(
            ", ",
            choix
                .OrderBy(c => c.Axe is AxeDeGrille.Consultations ? 0 : 1)
                .Where(c => c.Possibles.Count == 1)
                .Select(c => _noms[c.Possibles[0]])
        );

    private static string Texte(TrancheDAxe tranche) =>
        tranche.Numero.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Annee(int annee) => annee.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private sealed record ChoixDAxe(
        AxeDeGrille Axe,
        IReadOnlyList<TrancheDAxe> Possibles,
        LectureDeCasLimite? Lecture,
        string Manque
    );
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
