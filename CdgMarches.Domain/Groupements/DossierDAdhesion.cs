using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>L'entrée d'une collectivité dans un groupement déjà formé, acte par acte, jusqu'à l'effet (RG1.20).</summary>
/// <remarks>
/// L'<see cref="Adhesion"/> ne naît qu'à l'effet, quand la règle de la convention est remplie ; d'ici là le dossier se prépare, même
/// pendant une consultation (RG1.21).
/// </remarks>
public sealed partial class DossierDAdhesion : Agregat
{
    public const int LongueurDUnTexte = 1000;

    private readonly List<ChoixPrevu> _choix = [];
    private readonly List<PieceDAdhesion> _pieces = [];
    private readonly List<DemandeDeCorrection> _corrections = [];

    private DossierDAdhesion() { }

    public DossierDAdhesionId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public GroupementId Groupement { get; private init; }

    public CollectiviteId Collectivite { get; private init; }

    public OrigineDAdhesion Origine { get; private init; }

    public EtatDAdhesion Etat { get; private set; }

    /// <summary>L'invitation ou la demande.</summary>
    public DateOnly OuvertLe { get; private init; }

    /// <summary>Le jour où le dossier complet est attendu : au-delà, il est en retard.</summary>
    public DateOnly? AttenduLe { get; private set; }

    /// <summary>La délibération du membre, qui approuve la convention et autorise à signer (RG1.11).</summary>
    public ActeDeliberatif Deliberation { get; private set; } = new();

    public DateOnly? SigneeParLeMembreLe { get; private set; }

    public DateOnly? SigneeParLeCoordonnateurLe { get; private set; }

    /// <summary>La transmission de l'acte signé au contrôle de légalité.</summary>
    public DateOnly? TransmiseLe { get; private set; }

    public DateOnly? AccuseeLe { get; private set; }

    public DateOnly? PublieeLe { get; private set; }

    /// <summary>L'avenant d'adhésion, quand la convention en demande un (RG1.20).</summary>
    public AvenantDeConventionId? Avenant { get; private set; }

    /// <summary>Le premier jour de l'adhésion, une fois la règle remplie.</summary>
    public DateOnly? EffetLe { get; private set; }

    /// <summary>L'adhésion née à l'effet.</summary>
    public AdhesionId? Adhesion { get; private set; }

    /// <summary>Pourquoi le dossier s'est fermé sans effet.</summary>
    public string? Motif { get; private set; }

    public IReadOnlyList<ChoixPrevu> Choix => _choix;

    public IReadOnlyList<PieceDAdhesion> Pieces => _pieces;

    public IReadOnlyList<DemandeDeCorrection> Corrections => _corrections;

    /// <summary>La seule demande de correction à laquelle le membre n'a pas répondu, s'il y en a une.</summary>
    public DemandeDeCorrection? CorrectionEnCours => _corrections.Find(c => c.SatisfaiteLe is null);

    public bool EstOuvert => Etat is EtatDAdhesion.Invitee or EtatDAdhesion.EnCours;

    public override IEnumerable<EcheanceDue> Echeances =>
        AttenduLe is { } attendu
            ?
            [
                new EcheanceDue("dossier", attendu, "Dossier d'adhésion complet", "RG1.20", "Convention constitutive")
                {
                    Article = "6.3",
                    Alertes = [30, 7],
                    Groupement = Groupement.Valeur,
                    Collectivite = Collectivite.Valeur,
                    EstAccomplie = !EstOuvert,
                },
            ]
            : [];

    public static Verdict PeutOuvrir(FaitsDOuverture faits, DateOnly ouvertLe, DateOnly? attenduLe) =>
        Verdict.De(
            new GroupementNonClos(faits.Groupement),
            new PasDejaMembre(faits.DejaMembre),
            new UnSeulDossierOuvert(faits.Membre, faits.DossierOuvert),
            new AttenduApresLOuverture(ouvertLe, attenduLe)
        );

    /// <summary>Ouvre le dossier d'une collectivité invitée, ou qui demande à entrer.</summary>
    public static DossierDAdhesion Ouvrir(
        GroupementId groupement,
        CollectiviteId collectivite,
        OrigineDAdhesion origine,
        DateOnly ouvertLe,
        DateOnly? attenduLe,
        FaitsDOuverture faits
    )
    {
        PeutOuvrir(faits, ouvertLe, attenduLe).Exiger();
        var dossier = new DossierDAdhesion
        {
            Id = DossierDAdhesionId.Nouveau(),
            Groupement = groupement,
            Collectivite = collectivite,
            Origine = origine,
            OuvertLe = ouvertLe,
            AttenduLe = attenduLe,
            Etat = origine is OrigineDAdhesion.Invitation or OrigineDAdhesion.Millesime
                ? EtatDAdhesion.Invitee
                : EtatDAdhesion.EnCours,
        };
        dossier._pieces.AddRange(faits.PiecesAttendues.Select(n => new PieceDAdhesion(n)));
        dossier.Signaler(new DossierDAdhesionOuvert(collectivite, origine));
        return dossier;
    }

    public Verdict PeutChoisir(int prestations, FenetreFaits fenetre, DateOnly jour) =>
        Verdict.De(
            new DossierEncoreOuvert(Etat),
            new AuMoinsUnChoix(prestations),
            new ChoixDansUneFenetre(jour, jour, fenetre.EstSuivie, fenetre.Periode)
        );

    /// <summary>Retient les prestations à la carte que la collectivité prendra à l'effet.</summary>
    /// <param name="prestations">Celles qu'elle prendra.</param>
    /// <param name="fenetre">La fenêtre d'adhésion de ce jour.</param>
    /// <param name="jour">Le jour du choix.</param>
    /// <param name="proposees">Le CDG les propose en invitant : la collectivité n'a encore rien répondu.</param>
    public void Choisir(
        IReadOnlyCollection<PrestationId> prestations,
        FenetreFaits fenetre,
        DateOnly jour,
        bool proposees = false
    )
    {
        PeutChoisir(prestations.Count, fenetre, jour).Exiger();
        _choix.RemoveAll(c => !prestations.Contains(c.Prestation));
        _choix.AddRange(prestations.Where(p => !_choix.Exists(c => c.Prestation == p)).Select(p => new ChoixPrevu(p, jour)));
        Etat = proposees ? Etat : EtatDAdhesion.EnCours;
        Signaler(new ChoixPrevus(Collectivite, prestations.Count, jour));
    }

    /// <summary>Change la date où le dossier est attendu.</summary>
    public void Attendre(DateOnly? attenduLe)
    {
        Verdict.De(new DossierEncoreOuvert(Etat), new AttenduApresLOuverture(OuvertLe, attenduLe)).Exiger();
        AttenduLe = attenduLe;
        Signaler(new AttenteChangee(Collectivite, attenduLe));
    }

    public Verdict PeutDeliberer(ActeDeliberatif deliberation, DateOnly aujourdhui) =>
        Verdict.De(new DossierEncoreOuvert(Etat)).Et(deliberation.Examiner(aujourdhui));

    /// <summary>Date la délibération du membre ; sa pièce, une fois déposée, est celle de la liste.</summary>
    public void Deliberer(ActeDeliberatif deliberation, DateOnly aujourdhui)
    {
        PeutDeliberer(deliberation, aujourdhui).Exiger();
        Deliberation = deliberation;
        Etat = EtatDAdhesion.EnCours;
        Signaler(new AdhesionDeliberee(Collectivite, deliberation.EnClairDates));
    }

    /// <summary>Ce qui manque à l'avenant pour que ses actes se datent.</summary>
    public static Verdict PeutSigner(TexteDeLAdhesion texte) =>
        Verdict.De(new TexteDAvenantSoumis(texte.EstUnAvenant, texte.SoumisLe, texte.RejeteLe));

    public Verdict PeutDater(FormalitesDAdhesion f, string membre, TexteDeLAdhesion texte, DateOnly aujourdhui) =>
        Verdict.De(
            new DossierEncoreOuvert(Etat),
            new TexteDAvenantSoumis(texte.EstUnAvenant && f.Faites > 0, texte.SoumisLe, texte.RejeteLe),
            ApresLeTexte(f, texte),
            new SignatureApresDeliberation(membre, f.SigneeParLeMembreLe, Deliberation.ExecutoireLe),
            new ActePasAVenir("La signature du membre", f.SigneeParLeMembreLe, aujourdhui, "signee"),
            new ActePasAVenir("La signature du coordonnateur", f.SigneeParLeCoordonnateurLe, aujourdhui, "signee-coordonnateur"),
            new ActesDansLOrdre(
                "La signature du membre",
                f.SigneeParLeMembreLe,
                "La transmission",
                f.TransmiseLe,
                "acte-transmis"
            ),
            // The act transmitted and published is the signed one: once dated, the coordonnateur's signature precedes both.
            new ActesDansLOrdre(
                "La signature du coordonnateur",
                f.SigneeParLeCoordonnateurLe,
                "La transmission",
                f.SigneeParLeCoordonnateurLe is null ? null : f.TransmiseLe,
                "acte-transmis"
            ),
            new ActesDansLOrdre(
                "La signature du coordonnateur",
                f.SigneeParLeCoordonnateurLe,
                "La publication",
                f.SigneeParLeCoordonnateurLe is null ? null : f.PublieeLe,
                "acte-publie"
            ),
            new ActesDansLOrdre("La transmission", f.TransmiseLe, "L'accusé de réception", f.AccuseeLe, "acte-accuse"),
            new ActesDansLOrdre("La signature du membre", f.SigneeParLeMembreLe, "La publication", f.PublieeLe, "acte-publie"),
            new ActePasAVenir("La transmission", f.TransmiseLe, aujourdhui, "acte-transmis"),
            new ActePasAVenir("L'accusé de réception", f.AccuseeLe, aujourdhui, "acte-accuse"),
            new ActePasAVenir("La publication", f.PublieeLe, aujourdhui, "acte-publie")
        );

    private static ActesApresLeTexte ApresLeTexte(FormalitesDAdhesion f, TexteDeLAdhesion texte) =>
        new(
            texte.EstUnAvenant ? texte.SoumisLe : null,
            [
                ("La signature du membre", f.SigneeParLeMembreLe, "signee"),
                ("La signature du coordonnateur", f.SigneeParLeCoordonnateurLe, "signee-coordonnateur"),
                ("La transmission", f.TransmiseLe, "acte-transmis"),
                ("L'accusé de réception", f.AccuseeLe, "acte-accuse"),
                ("La publication", f.PublieeLe, "acte-publie"),
            ]
        );

    /// <summary>Date les signatures et les formalités de l'acte d'adhésion.</summary>
    public void Dater(FormalitesDAdhesion f, string membre, TexteDeLAdhesion texte, DateOnly aujourdhui)
    {
        PeutDater(f, membre, texte, aujourdhui).Exiger();
        (SigneeParLeMembreLe, SigneeParLeCoordonnateurLe, TransmiseLe, AccuseeLe, PublieeLe) = f;
        Signaler(new AdhesionDatee(Collectivite, f.Faites));
    }

    public FormalitesDAdhesion Formalites =>
        new(SigneeParLeMembreLe, SigneeParLeCoordonnateurLe, TransmiseLe, AccuseeLe, PublieeLe);

    /// <summary>La collectivité invitée répond qu'elle veut entrer ; ses pièces suivront.</summary>
    public void Accepter(string nom, string qualite)
    {
        Verdict.De(new DossierEncoreOuvert(Etat)).Exiger();
        Etat = EtatDAdhesion.EnCours;
        Signaler(new InvitationAcceptee(Collectivite, nom, qualite));
    }

    /// <summary>Rattache l'avenant que les membres approuvent pour cette adhésion.</summary>
    public void Rattacher(AvenantDeConventionId avenant)
    {
        Verdict.De(new DossierEncoreOuvert(Etat)).Exiger();
        Avenant = avenant;
        Signaler(new AvenantRattache(Collectivite));
    }

    /// <summary>La frise des actes, faits et attendus, dans l'ordre où ils se font, chacun avec son article.</summary>
    public IReadOnlyList<ActeDeLaFrise> Frise(ReglesDeConvention regles) =>
        [
            new(
                Origine is OrigineDAdhesion.Invitation or OrigineDAdhesion.Millesime ? "Invitation" : "Demande",
                OuvertLe,
                regles.Article("6.3")
            ),
            new("Délibération adoptée", Deliberation.AdopteeLe, regles.Article("9")),
            new("Délibération exécutoire", Deliberation.ExecutoireLe, "CGCT, art. L2131-1"),
            new("Signature du membre", SigneeParLeMembreLe, "CCP, art. L2113-7"),
            new("Signature du coordonnateur", SigneeParLeCoordonnateurLe, "CCP, art. L2113-7"),
            new("Transmission au contrôle de légalité", TransmiseLe, "CGCT, art. L2131-1"),
            new("Accusé de réception", AccuseeLe, "CGCT, art. L2131-1"),
            new("Publication", PublieeLe, "CGCT, art. L2131-1"),
            new("Effet", EffetLe, regles.Article("6.3")),
        ];

    /// <summary>Ferme le dossier sans effet : la collectivité décline, ou le CDG l'abandonne.</summary>
    public void Fermer(bool decline, string? motif)
    {
        Verdict
            .De(new DossierEncoreOuvert(Etat), new TexteRenseigne("Le motif", (motif ?? "").Trim(), LongueurDUnTexte, "motif"))
            .Exiger();
        (Etat, Motif) = (decline ? EtatDAdhesion.Declinee : EtatDAdhesion.Abandonnee, motif!.Trim());
        Signaler(new DossierDAdhesionFerme(Collectivite, decline, Motif));
    }
}
