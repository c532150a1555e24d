using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Le départ d'un membre, de l'annonce à la sortie, selon le mode de sa convention (RG1.30, RG1.31).</summary>
public sealed partial class DossierDeRetrait : Agregat
{
    public const int LongueurDesModalites = 4000;
    public const int LongueurDUnLibelle = 200;

    private readonly List<SommeDue> _sommes = [];

    private DossierDeRetrait() { }

    public DossierDeRetraitId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public GroupementId Groupement { get; private init; }

    public AdhesionId Adhesion { get; private init; }

    public CollectiviteId Collectivite { get; private init; }

    /// <summary>Le mode de la convention le jour de l'annonce ; un changement de règle ne le touche plus.</summary>
    public ModeDeRetrait Mode { get; private init; }

    public DateOnly AnnonceLe { get; private init; }

    /// <summary>Le jour où le coordonnateur a reçu l'information, au régime du préavis.</summary>
    public DateOnly? InformeLe { get; private set; }

    public ActeDeliberatif Deliberation { get; private set; } = new();

    /// <summary>Le dernier jour dans le groupement : fixé par la délibération, ou tiré du préavis.</summary>
    public DateOnly? SortieLe { get; private set; }

    /// <summary>Les modalités financières que la délibération fixe.</summary>
    public string? Modalites { get; private set; }

    public EtatDeRetrait Etat { get; private set; }

    /// <summary>Le motif de passer outre un avertissement, ou d'abandonner.</summary>
    public string? Motif { get; private set; }

    public IReadOnlyList<SommeDue> Sommes => _sommes;

    public override IEnumerable<EcheanceDue> Echeances =>
        [
            .. Mode is ModeDeRetrait.PreavisAnnuel && InformeLe is not null && SortieLe is { } limite
                ?
                [
                    new EcheanceDue(
                        "deliberation",
                        limite,
                        "Délibération de retrait exécutoire, sans quoi le préavis est caduc",
                        "RG1.31",
                        "Convention constitutive"
                    )
                    {
                        Article = "6.2",
                        Alertes = [60, 30, 7],
                        Groupement = Groupement.Valeur,
                        Collectivite = Collectivite.Valeur,
                        EstAccomplie = Etat is not EtatDeRetrait.Annonce || Deliberation.ExecutoireLe <= limite,
                    },
                ]
                : Array.Empty<EcheanceDue>(),
            .. _sommes.Select(s => new EcheanceDue(
                $"somme/{s.Id:N}",
                s.DueLe,
                $"Somme due au titre du retrait : {s.Libelle}",
                "RG1.30",
                "Convention constitutive"
            )
            {
                Article = "6.2",
                Groupement = Groupement.Valeur,
                Collectivite = Collectivite.Valeur,
                EstAccomplie = Etat.EstSansEffet(),
                PasseDElleMeme = true,
            }),
        ];

    public static Verdict PeutAnnoncer(
        EtatDuGroupement groupement,
        string membre,
        DateOnly? dossierOuvert,
        DateOnly? dejaSortieLe
    ) =>
        Verdict.De(
            new GroupementNonClos(groupement),
            new UnSeulRetraitOuvert(membre, dossierOuvert),
            new SortiePasDejaFixee(membre, dejaSortieLe)
        );

    public static DossierDeRetrait Annoncer(
        Adhesion adhesion,
        EtatDuGroupement groupement,
        ModeDeRetrait mode,
        string membre,
        DateOnly jour,
        DateOnly? dossierOuvert
    )
    {
        PeutAnnoncer(groupement, membre, dossierOuvert, adhesion.Sortie).Exiger();
        var dossier = new DossierDeRetrait
        {
            Id = DossierDeRetraitId.Nouveau(),
            Groupement = adhesion.Groupement,
            Adhesion = adhesion.Id,
            Collectivite = adhesion.Collectivite,
            Mode = mode,
            AnnonceLe = jour,
        };
        dossier.Signaler(new RetraitAnnonce(adhesion.Collectivite, mode));
        return dossier;
    }

    public Verdict PeutDeliberer(ActeDeliberatif deliberation, DateOnly? sortie, DateOnly entree, DateOnly aujourdhui) =>
        Verdict
            .De(
                new RetraitEncoreOuvert(Etat),
                new DeliberationPendantLAdhesion(deliberation.AdopteeLe, entree, aujourdhui),
                new SortieApresLEntree(entree, sortie),
                new SortieApresDeliberation(sortie, Mode is ModeDeRetrait.DeliberationDatee ? deliberation.ExecutoireLe : null)
            )
            .Et(deliberation.Examiner(aujourdhui));

    /// <summary>Enregistre la délibération, et ce qu'elle fixe quand la convention s'y remet : jour de sortie, modalités, échéances.</summary>
    /// <param name="deliberation">La délibération.</param>
    /// <param name="sortie">Le dernier jour qu'elle fixe ; ignoré au régime du préavis.</param>
    /// <param name="modalites">Les modalités financières.</param>
    /// <param name="sommes">Ce qui reste dû, et quand.</param>
    /// <param name="entree">L'entrée du membre.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    public void Deliberer(
        ActeDeliberatif deliberation,
        DateOnly? sortie,
        string? modalites,
        IReadOnlyList<SommeDeRetrait> sommes,
        DateOnly entree,
        DateOnly aujourdhui
    )
    {
        var fixee = Mode is ModeDeRetrait.DeliberationDatee ? sortie : SortieLe;
        PeutDeliberer(deliberation, fixee, entree, aujourdhui)
            .Et(
                Verdict.De(
                    new TexteBorne("Les modalités financières", modalites, LongueurDesModalites, "modalites"),
                    new DeliberationDeRetraitSaisie(
                        deliberation is { AdopteeLe: null, Numero: null, PublieeLe: null, TransmiseLe: null }
                            && sortie is null
                            && string.IsNullOrWhiteSpace(modalites)
                            && sommes.Count == 0
                    )
                )
            )
            .Et(SommeDeRetrait.Examiner(sommes, deliberation.AdopteeLe))
            .Exiger();
        (Deliberation, SortieLe) = (deliberation with { Piece = deliberation.Piece ?? Deliberation.Piece }, fixee);
        Modalites = string.IsNullOrWhiteSpace(modalites) ? null : modalites.Trim();
        _sommes.Clear();
        _sommes.AddRange(sommes.Select(e => new SommeDue(e)));
        Signaler(new RetraitDelibere(Collectivite, deliberation.EnClairDates, SortieLe));
    }

    /// <summary>Joint la délibération déposée : au régime de la délibération datée, chaque membre en recevra la copie.</summary>
    public void Joindre(Guid piece)
    {
        Verdict.De(new RetraitEncoreOuvert(Etat)).Exiger();
        Deliberation = Deliberation with { Piece = piece };
        Signaler(new DeliberationJointe(Collectivite));
    }

    public Verdict PeutConstater(FaitsDeRetrait faits) =>
        Verdict.De(
            new RetraitEncoreOuvert(Etat),
            new DeliberationExecutoire(faits.Membre, Deliberation.ExecutoireLe),
            new DeliberationDeposee(Deliberation.Piece, Mode),
            new CoordonnateurInformeDAbord(Mode, InformeLe),
            new JourDeSortieFixe(Mode, SortieLe),
            new SortieApresDeliberation(SortieLe, Deliberation.ExecutoireLe),
            new DeliberationApresLInformation(Mode, InformeLe, Deliberation.ExecutoireLe),
            new CoordonnateurRemplace(faits.EstCoordonnateur, faits.SortieDuCoordonnateur),
            new ResteUnGroupement(faits.MembresRestants, faits.EstCoordonnateur),
            new RetraitHorsConsultation(faits.ConsultationEnCours)
        );

    /// <summary>Constate le retrait : l'appelant fixe la sortie de l'adhésion et notifie chaque membre.</summary>
    /// <param name="faits">Ce qu'il faut savoir du groupement.</param>
    /// <param name="motif">Le motif de passer outre un avertissement.</param>
    public void Constater(FaitsDeRetrait faits, string? motif)
    {
        PeutConstater(faits).Exiger(motif);
        (Etat, Motif) = (EtatDeRetrait.Constate, string.IsNullOrWhiteSpace(motif) ? null : motif.Trim());
        Signaler(new RetraitConstate(Collectivite, SortieLe!.Value, Motif));
    }

    /// <summary>Tient le dossier constaté d'accord avec la sortie que l'on rectifie ; l'effacer, c'est abandonner le retrait.</summary>
    /// <param name="sortie">Le dernier jour ; nul si le membre reste.</param>
    /// <param name="motif">Pourquoi.</param>
    public void Rectifier(DateOnly? sortie, string? motif)
    {
        if (sortie is not { } dernierJour)
        {
            (Etat, Motif) = (EtatDeRetrait.Abandonne, motif?.Trim());
            Signaler(new RetraitAbandonne(Collectivite, Motif ?? ""));
        }
        else if (dernierJour != SortieLe)
        {
            Verdict.De(new SortieApresDeliberation(dernierJour, Deliberation.ExecutoireLe)).Exiger();
            Signaler(new SortieRectifiee(Collectivite, SortieLe, dernierJour, motif?.Trim()));
            SortieLe = dernierJour;
        }
    }

    public void Abandonner(string? motif)
    {
        Verdict
            .De(
                new RetraitEncoreOuvert(Etat),
                new TexteRenseigne("Le motif", (motif ?? "").Trim(), DossierDAdhesion.LongueurDUnTexte, "motif")
            )
            .Exiger();
        (Etat, Motif) = (EtatDeRetrait.Abandonne, motif!.Trim());
        Signaler(new RetraitAbandonne(Collectivite, Motif));
    }

    /// <summary>La frise des actes du retrait, chacun avec son article.</summary>
    /// <remarks>Caduc ou abandonné, le retrait n'a pas de sortie, et ce qui n'y a pas été fait n'est plus attendu.</remarks>
    public IReadOnlyList<ActeDeLaFrise> Frise(ReglesDeConvention regles)
    {
        return
        [
            Acte("Annonce du retrait", AnnonceLe, regles.Article("6.2")),
            .. Mode is ModeDeRetrait.PreavisAnnuel
                ? [Acte("Coordonnateur informé", InformeLe, regles.Article(""))]
                : Array.Empty<ActeDeLaFrise>(),
            Acte("Délibération adoptée", Deliberation.AdopteeLe, regles.Article("6.2")),
            Acte("Délibération exécutoire", Deliberation.ExecutoireLe, "CGCT, art. L2131-1"),
            Etat.EstSansEffet()
                ? new("Sortie", null, regles.Article("6.2")) { SansSuite = "sans effet" }
                : Acte("Sortie", SortieLe, regles.Article("6.2")),
        ];

        ActeDeLaFrise Acte(string libelle, DateOnly? le, string fondement) =>
            new(libelle, le, fondement) { SansSuite = Etat.EstSansEffet() && le is null ? "sans objet" : null };
    }
}
