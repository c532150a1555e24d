using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>La convention qui constitue un groupement : parties, durée, intégration, tâches, dispositions financières (CCP, art. L2113-7).</summary>
/// <remarks>
/// RG1.10. Ses règles de fonctionnement sont celles du groupement (<see cref="ReglesDeConvention"/>). Ses parties sont les
/// fondateurs : qui vient ensuite a un <see cref="DossierDAdhesion"/>.
/// </remarks>
public sealed class ConventionConstitutive : Agregat
{
    public const int LongueurDUnTexte = 4000;
    public const int LongueurDUnNom = 200;

    private readonly List<PartieDeConvention> _parties = [];
    private readonly List<TacheDeConvention> _taches = [];
    private readonly List<DocumentOpposable> _documents = [];
    private readonly List<DesignationAuComite> _comite = [];

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

    /// <summary>Ceux que les représentants des membres ont désignés au comité de suivi (art. 3.3).</summary>
    public IReadOnlyList<DesignationAuComite> Comite => _comite;

    public override IEnumerable<EcheanceDue> Echeances =>
        DernierJourFixe is { } dernier
            ?
            [
                new EcheanceDue(
                    "terme",
                    dernier,
                    "Terme de la convention constitutive",
                    "RG7.07",
                    "Convention constitutive, art. 2"
                )
                {
                    Alertes = EcheanceDue.SixMoisTroisMoisUnMois,
                    Groupement = Groupement.Valeur,
                    PourLesMembres = true,
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

    public void Modifier(TermesDeConvention termes)
    {
        termes.Examiner().Exiger();
        if (Termes is var avant && avant != termes)
        {
            Prendre(termes);
            Signaler(new TermesModifies(avant.EnBref, termes.EnBref));
        }
    }

    public Verdict PeutAjouterPartie(CollectiviteId collectivite, string nom) =>
        Verdict.De(new PartieUneSeuleFois(nom, _parties.Exists(p => p.Collectivite == collectivite)));

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
        EnVigueurLe = null;
        Signaler(new PartieAjoutee(collectivite, nom));
    }

    public void RetirerPartie(CollectiviteId collectivite, string nom, ReglesDeConvention regles)
    {
        var partie = PartieDe(collectivite);
        Verdict.De(new PartieNonSignee(nom, partie.SigneeLe)).Exiger();
        _parties.Remove(partie);
        Recalculer(regles);
        Signaler(new PartieRetiree(collectivite, nom));
    }

    /// <param name="collectivite">La partie.</param>
    /// <param name="nom">Son nom, pour les messages.</param>
    /// <param name="deliberation">Sa délibération.</param>
    /// <param name="signeeLe">Le jour où elle a signé ; nul tant qu'elle ne l'a pas fait.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    public Verdict PeutDater(
        CollectiviteId collectivite,
        string nom,
        ActeDeliberatif deliberation,
        DateOnly? signeeLe,
        DateOnly aujourdhui
    ) =>
        deliberation
            .Examiner(aujourdhui)
            .Et(
                Verdict.De(
                    new SignatureApresDeliberation(nom, signeeLe, deliberation.ExecutoireLe),
                    new ActePasAVenir($"La signature de {nom}", signeeLe, aujourdhui, "signee")
                )
            );

    /// <summary>Date la délibération et la signature d'une partie ; l'entrée en vigueur se recalcule.</summary>
    public void Dater(
        CollectiviteId collectivite,
        string nom,
        ActeDeliberatif deliberation,
        DateOnly? signeeLe,
        DateOnly aujourdhui,
        ReglesDeConvention regles
    )
    {
        PeutDater(collectivite, nom, deliberation, signeeLe, aujourdhui).Exiger();
        PartieDe(collectivite).Dater(deliberation, signeeLe);
        Recalculer(regles);
        Signaler(new PartieDatee(collectivite, nom, deliberation.EnClairDates, signeeLe));
    }

    /// <summary>Date la transmission de la convention au contrôle de légalité et sa publication.</summary>
    public void AccomplirFormalites(DateOnly? transmiseLe, DateOnly? publieeLe, DateOnly aujourdhui, ReglesDeConvention regles)
    {
        Verdict
            .De(
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

    public void ConfierTache(int numero, CollectiviteId responsable, string nom)
    {
        var tache = _taches.Find(t => t.Numero == numero) ?? throw new ArgumentOutOfRangeException(nameof(numero));
        if (tache.Responsable != responsable)
        {
            tache.Confier(responsable);
            Signaler(new TacheConfiee(numero, nom));
        }
    }

    /// <summary>Ajoute un document opposable aux membres ; un avenant n'efface pas le précédent.</summary>
    public void AjouterDocument(GenreDeDocumentOpposable genre, string libelle, DateOnly du, Guid piece)
    {
        Verdict.De(new TexteRenseigne("Le nom du document", libelle, LongueurDUnNom, "document")).Exiger();
        _documents.Add(new DocumentOpposable(genre, libelle, du, piece));
        Signaler(new DocumentAjoute(libelle, du));
    }

    public Verdict PeutDesigner(string? nom, string? designePar) =>
        Verdict.De(
            new TexteRenseigne("La personne désignée", (nom ?? "").Trim(), LongueurDUnNom, "nom"),
            new TexteRenseigne("Le représentant qui la désigne", (designePar ?? "").Trim(), LongueurDUnNom, "designe-par")
        );

    /// <summary>Désigne une personne au comité de suivi, au nom du représentant d'un membre (RG7.04).</summary>
    public void Designer(CollectiviteId collectivite, string? nom, string? courriel, string? designePar, DateOnly du)
    {
        PeutDesigner(nom, designePar).Exiger();
        _comite.Add(new DesignationAuComite(collectivite, nom!.Trim(), Net(courriel), designePar!.Trim(), du));
        Signaler(new MembreDuComiteDesigne(collectivite, nom.Trim(), du));
    }

    public void FinirDesignation(Guid designation, DateOnly au)
    {
        var visee =
            _comite.Find(d => d.Id == designation)
            ?? throw new ArgumentException("Cette désignation n'est pas de ce comité.", nameof(designation));
        Verdict.De(new FinApresLeDebut(visee.Du, au)).Exiger();
        visee.Finir(au);
        Signaler(new DesignationFinie(visee.Collectivite, visee.Nom, au));
    }

    /// <summary>Le terme de la convention, tel qu'on peut l'annoncer ce jour.</summary>
    /// <param name="marches">Les marchés concernés, leur fin et celle de leur dernière reconduction.</param>
    public DateOnly? Terme(IReadOnlyCollection<FinDeMarche> marches) =>
        Duree switch
        {
            DureeDeConvention.Fixe => DernierJourFixe,
            DureeDeConvention.JusquAuxMarches => marches.Count == 0 ? null : marches.Max(m => m.FinReconductionsComprises),
            DureeDeConvention.Indeterminee => null,
        };

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

/// <summary>Jusqu'à quand dure une convention (RG1.17).</summary>
public enum DureeDeConvention
{
    /// <summary>Jusqu'à l'échéance des marchés concernés, reconductions comprises.</summary>
    JusquAuxMarches,

    Fixe,
    Indeterminee,
}

/// <summary>Ce que le coordonnateur fait au nom des membres : des faits séparés, jamais un seul niveau (RG1.05, RG1.06).</summary>
public sealed record Integration
{
    public bool Signe { get; init; } = true;

    public bool Notifie { get; init; } = true;

    public bool Execute { get; init; }

    /// <summary>Rare : chaque membre paie d'ordinaire sa part.</summary>
    public bool Paie { get; init; }

    /// <summary>Le nom d'usage du niveau.</summary>
    public string Niveau =>
        (Signe && Notifie, Execute) switch
        {
            (true, true) => "intégré",
            (true, false) => "partiellement intégré",
            (false, _) => "simple coordination",
        };
}

/// <summary>Ce que l'on saisit d'une convention.</summary>
public sealed record TermesDeConvention(
    string ObjetDesMarches,
    DureeDeConvention Duree,
    DateOnly? DernierJourFixe,
    Integration Integration,
    string DispositionsFinancieres,
    string Tribunal
)
{
    public Verdict Examiner() =>
        Verdict.De(
            new TexteRenseigne("L'objet des marchés", ObjetDesMarches, ConventionConstitutive.LongueurDUnTexte, "objet-marches"),
            new TexteBorne(
                "Les dispositions financières",
                DispositionsFinancieres,
                ConventionConstitutive.LongueurDUnTexte,
                "finances"
            ),
            new TexteBorne("Le tribunal", Tribunal, ConventionConstitutive.LongueurDUnNom, "tribunal"),
            new DureeFixeDatee(Duree, DernierJourFixe)
        );

    internal string EnBref =>
        $"{Duree.Libelle()} ; {Integration.Niveau}{(Integration.Paie ? ", le coordonnateur paie" : "")} ; {ObjetDesMarches}";
}

/// <summary>Une partie fondatrice de la convention, sa délibération et sa signature.</summary>
public sealed class PartieDeConvention
{
    private PartieDeConvention() { }

    internal PartieDeConvention(CollectiviteId collectivite, string? representant, string? qualite) =>
        (Id, Collectivite, Representant, Qualite) = (Guid.CreateVersion7(), collectivite, representant, qualite);

    public Guid Id { get; private init; }

    public CollectiviteId Collectivite { get; private init; }

    public string? Representant { get; private init; }

    public string? Qualite { get; private init; }

    public ActeDeliberatif Deliberation { get; private set; } = new();

    public DateOnly? SigneeLe { get; private set; }

    internal void Dater(ActeDeliberatif deliberation, DateOnly? signeeLe) => (Deliberation, SigneeLe) = (deliberation, signeeLe);
}

/// <summary>Une des vingt-deux tâches de la convention, et le membre qui en répond (RG1.03).</summary>
public sealed class TacheDeConvention
{
    public const int LongueurDuLibelle = 200;

    /// <summary>Les tâches de la passation et de l'exécution, dans l'ordre où elles se font (RULES 4.1).</summary>
    public static IReadOnlyList<string> Modele { get; } =
    [
        "Organisation technique et administrative de la consultation",
        "Recensement et centralisation des besoins",
        "Élaboration du dossier de consultation",
        "Publication de l'avis d'appel public à la concurrence",
        "Envoi des dossiers de consultation",
        "Information des candidats : réponses et compléments",
        "Réception des plis",
        "Ouverture et examen des candidatures",
        "Convocation de la commission d'appel d'offres",
        "Analyse des offres et négociation",
        "Choix du titulaire",
        "Demande des pièces au candidat retenu",
        "Mise au point du marché",
        "Information des candidats non retenus",
        "Autorisation de signer",
        "Signature du marché",
        "Rapport de présentation",
        "Transmission au contrôle de légalité",
        "Notification au titulaire",
        "Information des membres",
        "Avis d'attribution et données essentielles",
        "Exécution : interface, sous-traitance, reconductions, avenants",
    ];

    private TacheDeConvention() { }

    internal TacheDeConvention(int numero, string libelle, CollectiviteId responsable) =>
        (Numero, Libelle, Responsable) = (numero, libelle, responsable);

    public int Numero { get; private init; }

    public string Libelle { get; private init; } = "";

    public CollectiviteId Responsable { get; private set; }

    internal void Confier(CollectiviteId responsable) => Responsable = responsable;
}

/// <summary>Ce qu'un document opposable est.</summary>
public enum GenreDeDocumentOpposable
{
    Convention,
    Avenant,
    Decision,
}

/// <summary>Un document opposable aux membres, du corpus que reçoit qui entre (convention, art. 6.3, al. 2).</summary>
public sealed class DocumentOpposable
{
    private DocumentOpposable() { }

    internal DocumentOpposable(GenreDeDocumentOpposable genre, string libelle, DateOnly du, Guid piece) =>
        (Id, Genre, Libelle, Du, Piece) = (Guid.CreateVersion7(), genre, libelle, du, piece);

    public Guid Id { get; private init; }

    public GenreDeDocumentOpposable Genre { get; private init; }

    public string Libelle { get; private init; } = "";

    /// <summary>Le jour à partir duquel il vaut.</summary>
    public DateOnly Du { get; private init; }

    /// <summary>La pièce stockée.</summary>
    public Guid Piece { get; private init; }
}

/// <summary>La fin d'un marché du groupement, et celle de sa dernière reconduction possible.</summary>
public sealed record FinDeMarche(string Reference, DateOnly Fin, DateOnly FinReconductionsComprises);

public static class LibellesDeConvention
{
    public static string Libelle(this DureeDeConvention duree) =>
        duree switch
        {
            DureeDeConvention.JusquAuxMarches => "Jusqu'à l'échéance des marchés",
            DureeDeConvention.Fixe => "Durée fixe",
            DureeDeConvention.Indeterminee => "Durée indéterminée",
        };

    public static string Libelle(this GenreDeDocumentOpposable genre) =>
        genre switch
        {
            GenreDeDocumentOpposable.Convention => "Convention",
            GenreDeDocumentOpposable.Avenant => "Avenant",
            GenreDeDocumentOpposable.Decision => "Décision",
        };
}
