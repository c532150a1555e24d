using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>La fin d'un groupement, conduite comme un dossier : membres informés, marchés, dernière facturation, archives.</summary>
/// <remarks>RG1.17, RG1.33 à RG1.35, selon la cause. Une fois prononcée, le groupement est clos et ne se modifie plus.</remarks>
public sealed class Dissolution : Agregat
{
    public const int LongueurDUnTexte = 1000;

    private Dissolution() { }

    public DissolutionId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public GroupementId Groupement { get; private init; }

    public CauseDeDissolution Cause { get; private init; }

    public string Motif { get; private init; } = "";

    public DateOnly OuverteLe { get; private init; }

    /// <summary>Le dernier jour du groupement.</summary>
    public DateOnly DernierJour { get; private init; }

    /// <summary>Le jour où l'assemblée qui dissout, ou la dernière d'entre elles, l'a voté ; nul quand la cause ne suppose aucun vote.</summary>
    public DateOnly? VoteeLe { get; private set; }

    /// <summary>Le dernier jour du groupement que cette décision fixe ; nul si elle n'en fixe aucun.</summary>
    public DateOnly? DernierJourVote { get; private set; }

    public DateOnly? DerniereFacturationLe { get; private set; }

    public DateOnly? ArchivesVerseesLe { get; private set; }

    /// <summary>Où les archives du groupement sont conservées.</summary>
    public string? LieuDesArchives { get; private set; }

    public DateOnly? PrononceeLe { get; private set; }

    /// <summary>Le jour où l'on y a renoncé ; le groupement continue et une autre dissolution peut s'ouvrir.</summary>
    public DateOnly? AbandonneeLe { get; private set; }

    public string? MotifDAbandon { get; private set; }

    public override IEnumerable<EcheanceDue> Echeances =>
        [
            Due("dernier-jour", DernierJour, "Dernier jour du groupement, en cours de dissolution") with
            {
                Alertes = [90, 30, 7],
                PourLesMembres = AbandonneeLe is null,
                PasseDElleMeme = true,
            },
            Due(
                "prononce",
                DernierJour.AddDays(1),
                "Dissolution à prononcer : membres informés, dernière facturation faite, archives versées"
            ) with
            {
                Alertes = [30, 7],
            },
        ];

    private EcheanceDue Due(string cle, DateOnly date, string libelle) =>
        new(cle, date, libelle, Cause.Regle(), "Convention constitutive")
        {
            Article = Cause.Article(),
            Groupement = Groupement.Valeur,
            EstAccomplie = PrononceeLe is not null || AbandonneeLe is not null,
        };

    /// <summary>Tout ce qui empêche d'ouvrir le dossier pour cette cause : chacune suppose un fait que l'on vérifie.</summary>
    /// <param name="cause">La cause.</param>
    /// <param name="jour">Le jour de l'ouverture.</param>
    /// <param name="dernierJour">Le dernier jour voulu.</param>
    /// <param name="faits">Ce qu'il faut savoir du groupement.</param>
    /// <param name="decision">La décision, telle que l'agent la date ; nulle pour celle que les dossiers du groupement disent.</param>
    public static Verdict PeutOuvrir(
        CauseDeDissolution cause,
        DateOnly jour,
        DateOnly dernierJour,
        FaitsDOuvertureDeDissolution faits,
        DecisionDeDissolution? decision = null
    )
    {
        var dite = decision ?? faits.Decision(cause);
        return Verdict
            .De(
                new GroupementNonClos(faits.Etat),
                new UneSeuleDissolution(cause, faits.DejaOuverteLe),
                new FinApresLeDebut(faits.Debut, dernierJour),
                new DernierJourPasAvantLOuverture(cause, dernierJour, jour),
                // A decision no later than this day is already behind the rule above.
                new DernierJourPasAvantLaDecision(
                    cause,
                    dernierJour,
                    ApresLOuverture(faits.DecideeLe(cause), jour),
                    ApresLOuverture(faits.Decision(cause).DernierJour, jour)
                ),
                new DernierJourQueLaDecisionFixe(cause, dernierJour, dite.DernierJour, faits.JoursDuTexteVote)
            )
            .Et(EstVotee(cause, dite.VoteeLe, faits, jour))
            .Et(EstFondee(cause, dernierJour, faits));
    }

    /// <summary>Le vote est un fait : il n'est pas à venir, et précède l'effet de la décision.</summary>
    private static Verdict EstVotee(
        CauseDeDissolution cause,
        DateOnly? voteeLe,
        FaitsDOuvertureDeDissolution faits,
        DateOnly aujourdhui
    ) =>
        Verdict.De(
            new DecisionVotee(cause, voteeLe),
            new ActePasAVenir("La décision de dissoudre", voteeLe, aujourdhui, "votee-le") { Code = cause.Regle() },
            new VoteAvantSonEffet(cause, voteeLe, faits.DecideeLe(cause)),
            new VoteApresLeTexte(
                cause,
                voteeLe,
                faits.ConventionEnVigueurLe ?? faits.Debut,
                faits.AvenantSoumisLe,
                faits.AvenantVoteLe
            )
        );

    /// <summary>Le fait que chaque cause suppose : il tient à l'ouverture, et encore quand on prononce.</summary>
    private static Verdict EstFondee(CauseDeDissolution cause, DateOnly dernierJour, FaitsDOuvertureDeDissolution faits) =>
        Verdict.De(
            new DepartDuCoordonnateurDecide(cause, faits.DepartExecutoireLe),
            new UnSeulMembreRestant(cause, faits.MembresRestants),
            new TermeAtteint(cause, faits.Terme, dernierJour),
            new DissolutionApprouveeParAvenant(cause, faits.AvenantEnVigueurLe)
        );

    private static DateOnly? ApresLOuverture(DateOnly? decision, DateOnly jour) => decision > jour ? decision : null;

    /// <inheritdoc cref="PeutOuvrir"/>
    public static Dissolution Ouvrir(
        GroupementId groupement,
        CauseDeDissolution cause,
        string? motif,
        DateOnly jour,
        DateOnly dernierJour,
        FaitsDOuvertureDeDissolution faits,
        DecisionDeDissolution? decision = null
    )
    {
        PeutOuvrir(cause, jour, dernierJour, faits, decision)
            .Et(Verdict.De(new TexteRenseigne("Le motif", (motif ?? "").Trim(), LongueurDUnTexte, "motif")))
            .Exiger();
        var dite = decision ?? faits.Decision(cause);
        var dissolution = new Dissolution
        {
            Id = DissolutionId.Nouveau(),
            Groupement = groupement,
            Cause = cause,
            Motif = motif!.Trim(),
            OuverteLe = jour,
            DernierJour = dernierJour,
            VoteeLe = dite.VoteeLe,
            DernierJourVote =
                dite.DernierJour
                ?? (cause is CauseDeDissolution.Decision && faits.JoursDuTexteVote.Contains(dernierJour) ? dernierJour : null),
        };
        dissolution.Signaler(new DissolutionOuverte(cause, dernierJour, dissolution.Motif));
        return dissolution;
    }

    /// <summary>Ce qui empêche de dater ainsi la décision des membres : elle se dit pour la cause qui en suppose une.</summary>
    /// <param name="decision">La décision, telle qu'on la date.</param>
    /// <param name="faits">Ce que les dossiers du groupement en disent.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    public Verdict PeutDaterLaDecision(DecisionDeDissolution decision, FaitsDOuvertureDeDissolution faits, DateOnly aujourdhui) =>
        Verdict
            .De(
                new DissolutionNonPrononcee(Cause, PrononceeLe),
                new ActesDansLOrdre(
                    "Le vote de la dissolution",
                    decision.VoteeLe,
                    "L'ouverture du dossier",
                    decision.VoteeLe is null ? null : OuverteLe,
                    "votee-le"
                )
                {
                    Code = Cause.Regle(),
                },
                new DernierJourQueLaDecisionFixe(
                    Cause,
                    DernierJour,
                    decision.DernierJour,
                    // A day the dossier already bears is not decided again.
                    decision.DernierJour == DernierJourVote
                        ? []
                        : faits.JoursDuTexteVote
                ),
                new DernierJourVoteQuiDemeure(DernierJourVote, decision.DernierJour, faits.JoursDuTexteVote)
            )
            .Et(EstVotee(Cause, decision.VoteeLe, faits, aujourdhui));

    /// <inheritdoc cref="PeutDaterLaDecision"/>
    public void DaterLaDecision(DecisionDeDissolution decision, FaitsDOuvertureDeDissolution faits, DateOnly aujourdhui)
    {
        PeutDaterLaDecision(decision, faits, aujourdhui).Exiger();
        var avant = new DecisionDeDissolution(VoteeLe, DernierJourVote);
        if (decision != avant)
        {
            (VoteeLe, DernierJourVote) = (decision.VoteeLe, decision.DernierJour);
            Signaler(new DecisionDeDissolutionDatee(avant, decision));
        }
    }

    /// <summary>Ce qui empêche de dater ainsi la dernière facturation et le versement des archives.</summary>
    public Verdict PeutRegler(DateOnly? derniereFacturation, DateOnly? archives, string? lieu, DateOnly aujourdhui) =>
        Verdict.De(
            new DissolutionNonPrononcee(Cause, PrononceeLe),
            new FacturationApresLeDernierJour(Cause, derniereFacturation, DernierJour),
            new ActePasAVenir("La dernière facturation", derniereFacturation, aujourdhui, "facturation"),
            new ActePasAVenir("Le versement des archives", archives, aujourdhui, "archives"),
            new ArchivesApresLOuverture(Cause, archives, OuverteLe),
            new TexteBorne("Le lieu des archives", lieu, LongueurDUnTexte, "lieu")
        );

    /// <summary>Date la dernière facturation et le versement des archives.</summary>
    public void Regler(DateOnly? derniereFacturation, DateOnly? archives, string? lieu, DateOnly aujourdhui)
    {
        PeutRegler(derniereFacturation, archives, lieu, aujourdhui).Exiger();
        (DerniereFacturationLe, ArchivesVerseesLe, LieuDesArchives) = (
            derniereFacturation,
            archives,
            string.IsNullOrWhiteSpace(lieu) ? null : lieu.Trim()
        );
        Signaler(new DissolutionReglee(derniereFacturation, archives));
    }

    /// <summary>Ce qui empêche de prononcer ; la cause doit tenir encore : un membre qui reste finalement ne dissout rien.</summary>
    public Verdict PeutPrononcer(FaitsDeDissolution faits, DateOnly aujourdhui) =>
        Verdict
            .De(
                new DissolutionNonPrononcee(Cause, PrononceeLe),
                new DecisionVotee(Cause, VoteeLe),
                new MembresTousInformes(Cause, faits.MembresNonInformes),
                new AucuneProcedureEnCours(faits.ProcedureEnCours),
                new AucunMarcheEnCours(faits.MarchesEnCours),
                new EtapeDeDissolutionFaite(Cause, "la dernière facturation", DerniereFacturationLe, "facturation"),
                new EtapeDeDissolutionFaite(Cause, "le versement des archives", ArchivesVerseesLe, "archives"),
                new DernierJourPasse(Cause, DernierJour, aujourdhui)
            )
            .Et(EstFondee(Cause, DernierJour, faits.Causes));

    /// <summary>Prononce la dissolution ; l'appelant clôt le groupement au dernier jour.</summary>
    public void Prononcer(FaitsDeDissolution faits, DateOnly aujourdhui)
    {
        PeutPrononcer(faits, aujourdhui).Exiger();
        PrononceeLe = aujourdhui;
        Signaler(new DissolutionPrononcee(DernierJour));
    }

    /// <param name="retraitConstateDuCoordonnateur">Le retrait de celui qui coordonne encore est constaté.</param>
    public Verdict PeutAbandonner(bool retraitConstateDuCoordonnateur) =>
        Verdict.De(
            new DissolutionNonPrononcee(Cause, PrononceeLe),
            new CoordonnateurQuiReste(Cause, retraitConstateDuCoordonnateur)
        );

    /// <summary>Renonce à dissoudre ; l'appelant en informe chaque membre.</summary>
    /// <param name="motif">Pourquoi.</param>
    /// <param name="retraitConstateDuCoordonnateur">Le retrait de celui qui coordonne encore est constaté.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    public void Abandonner(string? motif, bool retraitConstateDuCoordonnateur, DateOnly aujourdhui)
    {
        PeutAbandonner(retraitConstateDuCoordonnateur)
            .Et(
                Verdict.De(new TexteRenseigne("Le motif de l'abandon", (motif ?? "").Trim(), LongueurDUnTexte, "motif-d-abandon"))
            )
            .Exiger();
        (AbandonneeLe, MotifDAbandon) = (aujourdhui, motif!.Trim());
        Signaler(new DissolutionAbandonnee(MotifDAbandon));
    }
}
