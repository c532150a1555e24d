using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Documents.Regles;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>La convention qui constitue un groupement : parties, durée, intégration, tâches, dispositions financières (CCP, art. L2113-7).</summary>
/// <remarks>
/// RG1.10. Ses règles de fonctionnement sont celles du groupement (<see cref="ReglesDeConvention"/>). Ses parties sont les
/// fondateurs : qui vient ensuite a un <see cref="DossierDAdhesion"/>.
/// </remarks>
public sealed partial class ConventionConstitutive : Agregat
{
    public const int LongueurDUnTexte = 4000;
    public const int LongueurDUnNom = 200;

    private readonly List<PartieDeConvention> _parties = [];
    private readonly List<TacheDeConvention> _taches = [];
    private readonly List<DocumentOpposable> _documents = [];

    private ConventionConstitutive() { }

    public ConventionConstitutiveId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public GroupementId Groupement { get; private init; }

    /// <summary>Les marchés que la convention vise.</summary>
    public string ObjetDesMarches { get; private set; } = "";

    public DureeDeConvention Duree { get; private set; }

    /// <summary>Le dernier jour, pour une durée fixe.</summary>
    public DateOnly? DernierJourFixe { get; private set; }

    public Integration Integration { get; private set; } = new();

    /// <summary>Qui paie quoi, et comment les frais se répartissent.</summary>
    public string DispositionsFinancieres { get; private set; } = "";

    /// <summary>Le tribunal administratif qu'elle désigne, saisi seulement après une tentative amiable (RG1.36).</summary>
    public string Tribunal { get; private set; } = "";

    public DateOnly? TransmiseLe { get; private set; }

    public DateOnly? PublieeLe { get; private set; }

    /// <summary>Le jour de son entrée en vigueur ; nul tant qu'une formalité manque (RG1.12).</summary>
    public DateOnly? EnVigueurLe { get; private set; }

    public IReadOnlyList<PartieDeConvention> Parties => _parties;

    public IReadOnlyList<TacheDeConvention> Taches => _taches;

    /// <summary>Ce qu'un membre reçoit en entrant : convention, avenants, décisions opposables.</summary>
    public IReadOnlyList<DocumentOpposable> Documents => _documents;

    public override IEnumerable<EcheanceDue> Echeances =>
        DernierJourFixe is { } dernier
            ?
            [
                new EcheanceDue("terme", dernier, "Terme de la convention constitutive", "RG7.07", "Convention constitutive")
                {
                    Article = "2",
                    Alertes = EcheanceDue.SixMoisTroisMoisUnMois,
                    Groupement = Groupement.Valeur,
                    PourLesMembres = true,
                    PasseDElleMeme = true,
                },
            ]
            : [];

    /// <summary>Ouvre la convention d'un groupement : toutes les tâches y sont au coordonnateur, que l'on change ensuite.</summary>
    public static ConventionConstitutive Ouvrir(GroupementId groupement, CollectiviteId coordonnateur, TermesDeConvention termes)
    {
        termes.Examiner().Exiger();
        var convention = new ConventionConstitutive { Id = ConventionConstitutiveId.Nouveau(), Groupement = groupement };
        convention.Prendre(termes);
        convention._taches.AddRange(
            TacheDeConvention.Modele.Select((libelle, rang) => new TacheDeConvention(rang + 1, libelle, coordonnateur))
        );
        convention.Signaler(new ConventionOuverte());
        return convention;
    }

    public TermesDeConvention Termes =>
        new(ObjetDesMarches, Duree, DernierJourFixe, Integration, DispositionsFinancieres, Tribunal);

    /// <param name="termes">Les termes voulus.</param>
    /// <param name="motif">L'avenant reporté ou l'erreur corrigée, si la convention est en vigueur (RG1.34).</param>
    public void Modifier(TermesDeConvention termes, string? motif = null)
    {
        termes.Examiner().Exiger();
        if (Termes is var avant && avant != termes)
        {
            Verdict.De(new ChangementParAvenant(EnVigueurLe)).Exiger(motif);
            Prendre(termes);
            Signaler(new TermesModifies(avant.EnBref, termes.EnBref, Net(motif)));
        }
    }

    public Verdict PeutAjouterPartie(CollectiviteId collectivite, string nom) =>
        Verdict.De(
            new PartieUneSeuleFois(nom, _parties.Exists(p => p.Collectivite == collectivite)),
            new PartieAvantLEntreeEnVigueur(nom, EnVigueurLe)
        );

    public void AjouterPartie(CollectiviteId collectivite, string nom, string? representant, string? qualite)
    {
        PeutAjouterPartie(collectivite, nom)
            .Et(
                Verdict.De(
                    new TexteBorne("Le représentant", representant, LongueurDUnNom, "representant"),
                    new TexteBorne("Sa qualité", qualite, LongueurDUnNom, "qualite")
                )
            )
            .Exiger();
        _parties.Add(new PartieDeConvention(collectivite, Net(representant), Net(qualite)));
        Signaler(new PartieAjoutee(collectivite, nom));
    }

    /// <summary>Dit qui représente une partie à la convention, et en quelle qualité (RG1.10).</summary>
    public void Representer(CollectiviteId collectivite, string nom, string? representant, string? qualite)
    {
        Verdict
            .De(
                new TexteBorne("Le représentant", representant, LongueurDUnNom, "representee-par"),
                new TexteBorne("Sa qualité", qualite, LongueurDUnNom, "en-qualite-de")
            )
            .Exiger();
        var partie = PartieDe(collectivite);
        if ((partie.Representant, partie.Qualite) != (Net(representant), Net(qualite)))
        {
            var avant = partie.EnClairRepresentant;
            partie.Representer(Net(representant), Net(qualite));
            Signaler(new PartieRepresentee(collectivite, nom, avant, partie.EnClairRepresentant));
        }
    }

    /// <param name="collectivite">La partie.</param>
    /// <param name="nom">Son nom, pour les messages.</param>
    /// <param name="estCoordonnateur">Vrai si elle coordonne le groupement.</param>
    /// <param name="estMembre">Vrai si elle est encore membre du groupement, ou doit l'être à son début.</param>
    public Verdict PeutRetirerPartie(CollectiviteId collectivite, string nom, bool estCoordonnateur, bool estMembre) =>
        Verdict.De(
            new PartieNonSignee(nom, PartieDe(collectivite).SigneeLe),
            new PartieQuiNEstPlusMembre(nom, estCoordonnateur, estMembre)
        );

    /// <inheritdoc cref="PeutRetirerPartie"/>
    public void RetirerPartie(
        CollectiviteId collectivite,
        string nom,
        bool estCoordonnateur,
        bool estMembre,
        ReglesDeConvention regles
    )
    {
        var partie = PartieDe(collectivite);
        PeutRetirerPartie(collectivite, nom, estCoordonnateur, estMembre).Exiger();
        _parties.Remove(partie);
        Recalculer(regles);
        Signaler(new PartieRetiree(collectivite, nom));
    }

    /// <param name="collectivite">La partie.</param>
    /// <param name="nom">Son nom, pour les messages.</param>
    /// <param name="deliberation">Sa délibération.</param>
    /// <param name="signeeLe">Le jour où elle a signé ; nul tant qu'elle ne l'a pas fait.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    /// <param name="annexesManquantes">Les annexes que le dossier de la convention n'a pas encore.</param>
    public Verdict PeutDater(
        CollectiviteId collectivite,
        string nom,
        ActeDeliberatif deliberation,
        DateOnly? signeeLe,
        DateOnly aujourdhui,
        IReadOnlyList<string> annexesManquantes
    ) =>
        deliberation
            .Examiner(aujourdhui)
            .Et(
                Verdict.De(
                    new SignatureApresDeliberation(nom, signeeLe, deliberation.ExecutoireLe),
                    AvantLaFormalite(collectivite, nom, signeeLe, "La transmission", TransmiseLe),
                    AvantLaFormalite(collectivite, nom, signeeLe, "La publication", PublieeLe),
                    new ActePasAVenir($"La signature {GrammaireDuNom.De(nom)}", signeeLe, aujourdhui, "signee"),
                    new SigneeAvecSesAnnexes(
                        signeeLe is not null && PartieDe(collectivite).SigneeLe is null,
                        annexesManquantes,
                        "signee"
                    )
                )
            );

    /// <summary>Une signature que l'on date ou déplace précède les formalités déjà faites : on ne transmet ni ne publie qu'une convention signée.</summary>
    private ActesDansLOrdre AvantLaFormalite(
        CollectiviteId collectivite,
        string nom,
        DateOnly? signeeLe,
        string formalite,
        DateOnly? faiteLe
    ) =>
        new(
            $"La signature {GrammaireDuNom.De(nom)}",
            signeeLe,
            formalite,
            signeeLe is null || signeeLe == PartieDe(collectivite).SigneeLe ? null : faiteLe,
            "signee"
        );

    /// <summary>Ce qui empêche encore toute partie de signer, à dire avant qu'elle essaie.</summary>
    public static Verdict PeutSigner(IReadOnlyList<string> annexesManquantes) =>
        Verdict.De(new SigneeAvecSesAnnexes(true, annexesManquantes, "signee"));

    /// <summary>Date la délibération et la signature d'une partie ; l'entrée en vigueur se recalcule.</summary>
    public void Dater(
        CollectiviteId collectivite,
        string nom,
        ActeDeliberatif deliberation,
        DateOnly? signeeLe,
        DateOnly aujourdhui,
        ReglesDeConvention regles,
        IReadOnlyList<string> annexesManquantes
    )
    {
        PeutDater(collectivite, nom, deliberation, signeeLe, aujourdhui, annexesManquantes).Exiger();
        PartieDe(collectivite).Dater(deliberation, signeeLe);
        Recalculer(regles);
        Signaler(new PartieDatee(collectivite, nom, deliberation.EnClairDates, signeeLe));
    }

    /// <summary>Date la transmission de la convention au contrôle de légalité et sa publication, une fois signée de tous (RG1.12).</summary>
    public void AccomplirFormalites(DateOnly? transmiseLe, DateOnly? publieeLe, DateOnly aujourdhui, ReglesDeConvention regles)
    {
        var signeeLe = _parties.Exists(p => p.SigneeLe is null) ? null : _parties.Max(p => p.SigneeLe);
        Verdict
            .De(
                new ActesDansLOrdre("La dernière signature", signeeLe, "La transmission", transmiseLe, "convention-transmise"),
                new ActesDansLOrdre("La dernière signature", signeeLe, "La publication", publieeLe, "convention-publiee"),
                new ActePasAVenir("La transmission", transmiseLe, aujourdhui, "convention-transmise"),
                new ActePasAVenir("La publication", publieeLe, aujourdhui, "convention-publiee")
            )
            .Exiger();
        (TransmiseLe, PublieeLe) = (transmiseLe, publieeLe);
        Recalculer(regles);
        Signaler(new FormalitesAccomplies(transmiseLe, publieeLe, EnVigueurLe));
    }

    /// <summary>Relit l'entrée en vigueur quand la règle de la publication a changé.</summary>
    public void Recalculer(ReglesDeConvention regles)
    {
        var le = EntreeEnVigueur
            .De([.. _parties.Select(p => ("", p.SigneeLe))], TransmiseLe, PublieeLe, regles.PublicationRequise)
            .Le;
        if (le != EnVigueurLe)
        {
            EnVigueurLe = le;
            Signaler(new EntreeEnVigueurCalculee(le));
        }
    }

    /// <summary>Confie une tâche à un membre (RG1.03) ; une convention en vigueur ne change que par un avenant (RG1.34).</summary>
    public void ConfierTache(int numero, CollectiviteId responsable, string nom, bool estMembre, string? motif = null)
    {
        var tache = _taches.Find(t => t.Numero == numero) ?? throw new ArgumentOutOfRangeException(nameof(numero));
        if (tache.Responsable != responsable)
        {
            var estPartie = EstPartie(responsable);
            Verdict.De(new TacheConfieeAUnMembre(estMembre || estPartie), new ChangementParAvenant(EnVigueurLe)).Exiger(motif);
            tache.Confier(responsable);
            Signaler(new TacheConfiee(numero, nom, Net(motif)));
        }
    }

    /// <summary>Ajoute un document opposable aux membres ; un avenant n'efface pas le précédent.</summary>
    public void AjouterDocument(GenreDeDocumentOpposable genre, string libelle, DateOnly du, Guid piece)
    {
        Verdict.De(new TexteRenseigne("Le nom du document", libelle, LongueurDUnNom, "document")).Exiger();
        _documents.Add(new DocumentOpposable(genre, libelle, du, piece));
        Signaler(new DocumentAjoute(libelle, du));
    }

    /// <inheritdoc cref="TermesDeConvention.Terme"/>
    public DateOnly? Terme(IReadOnlyCollection<FinDeMarche> marches) => Termes.Terme(marches);

    private bool EstPartie(CollectiviteId collectivite) => _parties.Exists(p => p.Collectivite == collectivite);

    private PartieDeConvention PartieDe(CollectiviteId collectivite) =>
        _parties.Find(p => p.Collectivite == collectivite)
        ?? throw new ArgumentException("Cette collectivité n'est pas partie à la convention.", nameof(collectivite));

    private void Prendre(TermesDeConvention termes) =>
        (ObjetDesMarches, Duree, DernierJourFixe, Integration, DispositionsFinancieres, Tribunal) = (
            termes.ObjetDesMarches,
            termes.Duree,
            termes.DernierJourFixe,
            termes.Integration,
            termes.DispositionsFinancieres,
            termes.Tribunal
        );

    private static string? Net(string? texte) => string.IsNullOrWhiteSpace(texte) ? null : texte.Trim();
}
