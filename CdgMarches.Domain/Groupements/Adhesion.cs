using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Une collectivité membre d'un groupement, du jour de son entrée à celui de sa sortie, et ce qu'elle y a choisi.</summary>
/// <remarks>
/// Une racine à elle seule : un groupement de quinze cents membres ne se charge jamais en entier. Qui revient après être sorti
/// a une seconde adhésion ; les deux ne se chevauchent pas.
/// </remarks>
public sealed class Adhesion : Agregat
{
    public const int LongueurDuMotif = 500;

    private readonly List<ChoixDePrestation> _choix = [];

    private Adhesion() { }

    public AdhesionId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public GroupementId Groupement { get; private init; }

    public CollectiviteId Collectivite { get; private init; }

    /// <summary>Premier jour de l'adhésion : la date d'effet.</summary>
    public DateOnly Entree { get; private set; }

    /// <summary>Dernier jour, inclus ; nul tant qu'elle dure.</summary>
    public DateOnly? Sortie { get; private set; }

    /// <summary>Pourquoi elle prend fin, dans les mots de l'agent.</summary>
    public string? MotifDeSortie { get; private set; }

    public IReadOnlyList<ChoixDePrestation> Choix => _choix;

    /// <summary>Ce qu'elle a choisi ce jour-là ; avant son entrée, ce qu'elle y prendra ; après sa sortie, ce qu'elle avait.</summary>
    public IEnumerable<ChoixDePrestation> ChoixAu(DateOnly jour)
    {
        var vu =
            jour < Entree ? Entree
            : Sortie is { } sortie && sortie < jour ? sortie
            : jour;
        return _choix.Where(c => c.Du <= vu && (c.Au is not { } fin || vu <= fin));
    }

    public override IEnumerable<EcheanceDue> Echeances =>
        Sortie is { } sortie
            ?
            [
                new EcheanceDue("sortie", sortie, "Dernier jour de l'adhésion au groupement", "RG1.17", "Convention constitutive")
                {
                    Article = "6.2",
                    Groupement = Groupement.Valeur,
                    Collectivite = Collectivite.Valeur,
                    PasseDElleMeme = true,
                },
            ]
            : [];

    public static Verdict PeutEntrer(DateOnly entree, FaitsDEntree faits) =>
        Verdict.De(
            new GroupementNonClos(faits.Etat),
            new EntreePendantLeGroupement(entree, faits.DebutDuGroupement, faits.FinDuGroupement),
            new PasDejaMembre(faits.AutreAdhesion),
            new AdhesionAUneConventionEnVigueur(entree, faits.ConventionJugee) { Champ = "entree" },
            new AucuneAdhesionPendantUneConsultation(entree, faits.Consultations)
        );

    /// <summary>Fait entrer une collectivité dans un groupement.</summary>
    public static Adhesion Entrer(GroupementId groupement, CollectiviteId collectivite, DateOnly entree, FaitsDEntree faits)
    {
        PeutEntrer(entree, faits).Exiger();
        var adhesion = new Adhesion
        {
            Id = AdhesionId.Nouveau(),
            Groupement = groupement,
            Collectivite = collectivite,
            Entree = entree,
        };
        adhesion.Signaler(new MembreEntre(collectivite, entree));
        return adhesion;
    }

    public bool EstEnVigueur(DateOnly jour) => Entree <= jour && (Sortie is not { } sortie || jour <= sortie);

    public bool AChoisi(PrestationId prestation, DateOnly jour) =>
        EstEnVigueur(jour) && _choix.Exists(c => c.Prestation == prestation && c.EstEnVigueur(jour));

    /// <summary>Corrige la date d'entrée ; les choix faits ce jour-là la suivent, les autres doivent rester dans l'adhésion.</summary>
    /// <param name="entree">La date corrigée.</param>
    /// <param name="faits">Ce qu'il faut savoir du groupement ce jour-là.</param>
    /// <param name="motif">Pourquoi ; demandé dès que le groupement est ouvert.</param>
    public void CorrigerEntree(DateOnly entree, FaitsDEntree faits, string? motif = null)
    {
        PeutCorrigerEntree(entree, faits, motif).Exiger(motif);
        var suivent = ChoixDuJourDeLEntree();
        if (entree == Entree)
        {
            return;
        }

        Signaler(new EntreeCorrigee(Collectivite, Entree, entree, motif?.Trim()));
        Entree = entree;
        _choix.RemoveAll(suivent.Contains);
        _choix.AddRange(suivent.Select(c => new ChoixDePrestation(c.Prestation, entree, c.Au)));
    }

    /// <inheritdoc cref="CorrigerEntree"/>
    public Verdict PeutCorrigerEntree(DateOnly entree, FaitsDEntree faits, string? motif)
    {
        var suivent = ChoixDuJourDeLEntree();
        var restent = _choix.Where(c => c.Du != Entree).Select(c => c.Du).ToList();
        return PeutEntrer(entree, faits)
            .Et(
                Verdict.De(
                    new EntreeDejaConstatee(faits.ExigeUnDossier, faits.ParUnDossier, Entree, entree, faits.Aujourdhui),
                    new TexteBorne("Le motif de la correction", motif, LongueurDuMotif, "motif-entree"),
                    new SortieApresLEntree(entree, Sortie),
                    new ChoixDansLAdhesion(
                        restent.Count == 0 ? entree : restent.Min(),
                        suivent.Min(c => c.Au) is { } au && au < entree ? au : null,
                        entree,
                        Sortie
                    )
                )
            );
    }

    /// <summary>Un fondateur n'est membre que du jour où la convention entre en vigueur (RG1.12) : son entrée et ses choix s'y règlent.</summary>
    public void PrendreEffetAvecLaConvention(DateOnly enVigueurLe)
    {
        if (Entree == enVigueurLe || Sortie < enVigueurLe)
        {
            return;
        }

        List<ChoixDePrestation> suivent =
        [
            .. _choix
                .Where(c => c.Du == Entree || c.Du < enVigueurLe)
                .Select(c => new ChoixDePrestation(c.Prestation, enVigueurLe, c.Au)),
        ];
        _choix.RemoveAll(c => c.Du == Entree || c.Du < enVigueurLe);
        _choix.AddRange(suivent.Where(c => c.Au is not { } au || au >= enVigueurLe));
        Signaler(new EntreeCorrigee(Collectivite, Entree, enVigueurLe, "Entrée en vigueur de la convention."));
        Entree = enVigueurLe;
    }

    private List<ChoixDePrestation> ChoixDuJourDeLEntree() => [.. _choix.Where(c => c.Du == Entree)];

    /// <param name="sortie">Le dernier jour ; null efface une sortie fixée.</param>
    /// <param name="motif">Pourquoi.</param>
    /// <param name="estCoordonnateur">Vrai si la collectivité coordonne le groupement.</param>
    /// <param name="adhesionSuivante">L'entrée d'une adhésion ultérieure de la même collectivité, s'il y en a une.</param>
    public Verdict PeutSortir(DateOnly? sortie, string? motif, bool estCoordonnateur, DateOnly? adhesionSuivante = null) =>
        Verdict.De(
            new SortieApresLEntree(Entree, sortie),
            new SortieDUnAutreQueLeCoordonnateur(estCoordonnateur && sortie is not null),
            new SortieAvantLAdhesionSuivante(sortie, adhesionSuivante),
            new TexteBorne("Le motif de la sortie", motif, LongueurDuMotif, "motif")
        );

    /// <summary>Fixe ou efface la sortie ; les choix qui iraient au-delà s'arrêtent avec l'adhésion.</summary>
    public void Sortir(DateOnly? sortie, string? motif, bool estCoordonnateur, DateOnly? adhesionSuivante = null)
    {
        PeutSortir(sortie, motif, estCoordonnateur, adhesionSuivante).Exiger();
        Signaler(new SortieFixee(Collectivite, Sortie, sortie, motif));
        if (sortie is { } dernierJour)
        {
            _choix.RemoveAll(c => c.Du > dernierJour);
            foreach (var choix in _choix.Where(c => c.Au is null || c.Au > dernierJour))
            {
                choix.Terminer(dernierJour);
            }
        }

        Sortie = sortie;
        MotifDeSortie = sortie is null || string.IsNullOrWhiteSpace(motif) ? null : motif.Trim();
    }

    public Verdict PeutChoisir(Prestation prestation, DateOnly du) =>
        Verdict.De(
            new PrestationProposee(prestation.Libelle, prestation.EstRetiree),
            new ChoixDansLAdhesion(du, null, Entree, Sortie),
            new PrestationPasDejaChoisie(
                prestation.Libelle,
                _choix.Exists(c => c.Prestation == prestation.Id && (c.Au is not { } au || au >= du))
            )
        );

    /// <summary>Choisit une prestation à la carte, à compter d'un jour (B6).</summary>
    public void Choisir(Prestation prestation, DateOnly du)
    {
        PeutChoisir(prestation, du).Exiger();
        _choix.Add(new ChoixDePrestation(prestation.Id, du, Sortie));
        Signaler(new PrestationChoisie(Collectivite, prestation.Libelle, du));
    }

    public Verdict PeutQuitter(Prestation prestation, DateOnly au) =>
        ChoixEnCours(prestation.Id) is { } choix
            ? Verdict.De(new ChoixDansLAdhesion(choix.Du, au, Entree, Sortie))
            : Verdict.De(new PrestationChoisieAuPrealable(prestation.Libelle, EstChoisie: false));

    /// <summary>Quitte une prestation au soir d'un jour.</summary>
    public void Quitter(Prestation prestation, DateOnly au)
    {
        PeutQuitter(prestation, au).Exiger();
        ChoixEnCours(prestation.Id)!.Terminer(au);
        Signaler(new ChoixTermine(Collectivite, prestation.Libelle, au));
    }

    /// <param name="prestation">La prestation choisie à tort.</param>
    /// <param name="usages">Le nombre de réponses à un recensement et de lots figés qui s'appuient sur ce choix.</param>
    public Verdict PeutEffacerChoix(Prestation prestation, int usages) =>
        Verdict.De(
            new PrestationChoisieAuPrealable(prestation.Libelle, ChoixEnCours(prestation.Id) is not null),
            new ChoixSansUsage(prestation.Libelle, usages)
        );

    /// <summary>Efface un choix fait par erreur.</summary>
    /// <inheritdoc cref="PeutEffacerChoix"/>
    public void EffacerChoix(Prestation prestation, int usages)
    {
        PeutEffacerChoix(prestation, usages).Exiger();
        _choix.Remove(ChoixEnCours(prestation.Id)!);
        Signaler(new ChoixTermine(Collectivite, prestation.Libelle, null));
    }

    private ChoixDePrestation? ChoixEnCours(PrestationId prestation) =>
        _choix.Where(c => c.Prestation == prestation).MaxBy(c => c.Du);
}

/// <summary>Une prestation à la carte choisie par un membre, entre deux dates incluses (B6).</summary>
public sealed class ChoixDePrestation
{
    private ChoixDePrestation() { }

    internal ChoixDePrestation(PrestationId prestation, DateOnly du, DateOnly? au) => (Prestation, Du, Au) = (prestation, du, au);

    public PrestationId Prestation { get; private init; }

    public DateOnly Du { get; private init; }

    /// <summary>Dernier jour, inclus ; nul tant que le choix tient.</summary>
    public DateOnly? Au { get; private set; }

    public bool EstEnVigueur(DateOnly jour) => Du <= jour && (Au is not { } au || jour <= au);

    internal void Terminer(DateOnly au) => Au = au;
}

/// <summary>Une consultation du groupement : lancée tel jour, terminée tel autre ou pas encore.</summary>
public sealed record ConsultationDuGroupement(string Reference, DateOnly LanceeLe, DateOnly? TermineeLe);

/// <summary>Ce qu'il faut savoir du groupement et de la collectivité pour juger d'une entrée.</summary>
/// <param name="Etat">L'état du groupement.</param>
/// <param name="DebutDuGroupement">Son premier jour.</param>
/// <param name="FinDuGroupement">Son dernier jour, s'il est fixé.</param>
/// <param name="AutreAdhesion">Une autre adhésion de la même collectivité, qui couvrirait un jour de celle-ci.</param>
/// <param name="Consultations">Les procédures lancées du groupement.</param>
public sealed record FaitsDEntree(
    EtatDuGroupement Etat,
    DateOnly DebutDuGroupement,
    DateOnly? FinDuGroupement,
    Periode? AutreAdhesion,
    IReadOnlyList<ConsultationDuGroupement> Consultations
)
{
    /// <summary>L'entrée en vigueur de sa convention ; nulle si elle n'est pas tenue dans l'application.</summary>
    public EntreeEnVigueur? Convention { get; init; }

    /// <summary>L'adhésion est née d'un dossier, qui juge lui-même de la convention et de ses actes.</summary>
    public bool ParUnDossier { get; init; }

    /// <summary>Le jour du CDG ; ce qui le précède est un fait que l'on enregistre. Non donné, tout est passé.</summary>
    public DateOnly Aujourdhui { get; init; } = DateOnly.MaxValue;

    internal bool ExigeUnDossier => Etat.ExigeUnDossier(Convention?.Le);

    /// <summary>Tant que la convention n'est pas en vigueur, l'entrée d'un fondateur est un projet : elle se réglera sur elle.</summary>
    internal EntreeEnVigueur? ConventionJugee => ParUnDossier || Convention is { Le: null } ? null : Convention;
}
