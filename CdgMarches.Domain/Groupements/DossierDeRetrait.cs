using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Le départ d'un membre, de l'annonce à la sortie, selon le mode de sa convention (RG1.30, RG1.31).</summary>
public sealed class DossierDeRetrait : Agregat
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
                EstAccomplie = Etat is EtatDeRetrait.Abandonne or EtatDeRetrait.Caduc,
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

    /// <summary>La sortie qu'une information reçue ce jour donne : le 31 décembre de l'année, ou de la suivante passé le dernier jour utile.</summary>
    /// <remarks>RG1.31. La date qui compte est celle où le coordonnateur reçoit.</remarks>
    public static DateOnly SortieSurPreavis(DateOnly informeLe, ReglesDeConvention regles) =>
        new(informeLe <= regles.DernierJourDuPreavis(informeLe.Year) ? informeLe.Year : informeLe.Year + 1, 12, 31);

    /// <param name="informeLe">Le jour où le coordonnateur a reçu l'information.</param>
    /// <param name="preuve">Ce qui le montre : le courrier du registre, ou ce que l'agent en écrit.</param>
    /// <param name="entree">L'entrée du membre.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    public Verdict PeutInformer(DateOnly? informeLe, string? preuve, DateOnly entree, DateOnly aujourdhui) =>
        Verdict.De(
            new RetraitEncoreOuvert(Etat),
            new RetraitSurPreavis(Mode),
            new ReceptionDatee(informeLe),
            new InformationPendantLAdhesion(informeLe, entree, aujourdhui),
            new ActePasAVenir("L'information du coordonnateur", informeLe, aujourdhui, "informe")
            {
                Code = "RG1.31",
                Fondement = "Convention constitutive du groupement permanent",
            },
            new TexteRenseigne("La preuve de la réception", (preuve ?? "").Trim(), LongueurDUnLibelle, "preuve")
        );

    /// <summary>Enregistre le jour où le coordonnateur a été informé, preuve gardée à l'histoire ; la sortie s'en déduit.</summary>
    public void Informer(DateOnly? informeLe, string? preuve, DateOnly entree, ReglesDeConvention regles, DateOnly aujourdhui)
    {
        PeutInformer(informeLe, preuve, entree, aujourdhui).Exiger();
        (InformeLe, SortieLe) = (informeLe, SortieSurPreavis(informeLe!.Value, regles));
        Signaler(new CoordonnateurInforme(Collectivite, informeLe.Value, SortieLe.Value, preuve!.Trim()));
    }

    /// <summary>Retire un jour de réception que le registre a noté à tort puis corrigé : le coordonnateur n'est plus informé.</summary>
    public void OublierLInformation()
    {
        Verdict.De(new RetraitEncoreOuvert(Etat), new RetraitSurPreavis(Mode)).Exiger();
        (InformeLe, SortieLe) = (null, null);
        Signaler(new InformationRetiree(Collectivite));
    }

    public Verdict PeutDeliberer(ActeDeliberatif deliberation, DateOnly? sortie, DateOnly entree, DateOnly aujourdhui) =>
        Verdict
            .De(
                new RetraitEncoreOuvert(Etat),
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
            .Et(SommeDeRetrait.Examiner(sommes))
            .Exiger();
        (Deliberation, SortieLe) = (deliberation with { Piece = deliberation.Piece ?? Deliberation.Piece }, fixee);
        Modalites = string.IsNullOrWhiteSpace(modalites) ? null : modalites.Trim();
        _sommes.Clear();
        _sommes.AddRange(sommes.Select(e => new SommeDue(e)));
        Signaler(new RetraitDelibere(Collectivite, deliberation.EnClairDates, SortieLe));
    }

    /// <summary>Joint la délibération déposée, dont chaque membre recevra la copie.</summary>
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
            new DeliberationDeposee(Deliberation.Piece),
            new CoordonnateurInformeDAbord(Mode, InformeLe),
            new JourDeSortieFixe(Mode, SortieLe),
            new SortieApresDeliberation(SortieLe, Deliberation.ExecutoireLe),
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

    /// <summary>Vrai quand le 31 décembre est passé sans délibération exécutoire : le préavis ne vaut plus (RG1.31).</summary>
    public bool EstCaduc(DateOnly jour) =>
        Mode is ModeDeRetrait.PreavisAnnuel
        && Etat is EtatDeRetrait.Annonce
        && SortieLe is { } sortie
        && sortie < jour
        && (Deliberation.ExecutoireLe is not { } executoire || executoire > sortie);

    /// <summary>Constate que le préavis est caduc ; le membre reste.</summary>
    public void Caduquer(DateOnly jour)
    {
        Verdict.De(new PreavisSansSuite(EstCaduc(jour), SortieLe)).Exiger();
        Etat = EtatDeRetrait.Caduc;
        Signaler(new RetraitCaduc(Collectivite, SortieLe!.Value));
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
    public IReadOnlyList<ActeDeLaFrise> Frise(ReglesDeConvention regles) =>
        [
            new("Annonce du retrait", AnnonceLe, regles.Article("6.2")),
            .. Mode is ModeDeRetrait.PreavisAnnuel
                ? [new ActeDeLaFrise("Coordonnateur informé", InformeLe, regles.Article(""))]
                : Array.Empty<ActeDeLaFrise>(),
            new("Délibération adoptée", Deliberation.AdopteeLe, regles.Article("6.2")),
            new("Délibération exécutoire", Deliberation.ExecutoireLe, "CGCT, art. L2131-1"),
            new("Sortie", SortieLe, regles.Article("6.2")),
        ];

    /// <summary>Pourquoi la sortie tombe ce jour-là au régime du préavis, et ce qui la ferait échouer (RG1.31).</summary>
    /// <returns>Vide au régime de la délibération datée, et tant que le coordonnateur n'est pas informé.</returns>
    public IReadOnlyList<string> ExplicationDuPreavis(ReglesDeConvention regles)
    {
        if (Mode is not ModeDeRetrait.PreavisAnnuel || InformeLe is not { } informe || SortieLe is not { } sortie)
        {
            return [];
        }

        var dernier = regles.DernierJourDuPreavis(informe.Year);
        var raison =
            sortie.Year > informe.Year
                ? $"Le coordonnateur a été informé le {EnClair.Date(informe)}, après le dernier jour utile de l'année, le {EnClair.Date(dernier)} : la sortie passe au {EnClair.Date(sortie)}."
                : $"Le coordonnateur a été informé le {EnClair.Date(informe)}, au plus tard le dernier jour utile de l'année, le {EnClair.Date(dernier)} : la sortie est au {EnClair.Date(sortie)}.";
        return Etat switch
        {
            EtatDeRetrait.Annonce when !(Deliberation.ExecutoireLe <= sortie) =>
            [
                raison,
                $"Sans délibération exécutoire au {EnClair.Date(sortie)}, le retrait sera caduc : le membre restera dans le groupement.",
            ],
            EtatDeRetrait.Caduc =>
            [
                raison,
                Deliberation.ExecutoireLe is { } executoire
                    ? $"La délibération n'est exécutoire que depuis le {EnClair.Date(executoire)}, après le {EnClair.Date(sortie)} : le préavis est caduc, le membre reste dans le groupement."
                    : $"Aucune délibération n'était exécutoire au {EnClair.Date(sortie)} : le préavis est caduc, le membre reste dans le groupement.",
                "L'adhésion continue avec ses choix et son siège ; le membre et le coordonnateur en sont informés. Pour partir, il informe de nouveau le coordonnateur, puis délibère.",
            ],
            EtatDeRetrait.Annonce or EtatDeRetrait.Constate or EtatDeRetrait.Abandonne => [raison],
        };
    }
}

public enum EtatDeRetrait
{
    Annonce,

    /// <summary>La sortie est fixée ; il reste « incomplet » tant que chaque membre n'a pas la copie.</summary>
    Constate,

    /// <summary>Le préavis est resté sans délibération au 31 décembre.</summary>
    Caduc,
    Abandonne,
}

/// <summary>Ce qu'il faut savoir du groupement pour constater un retrait.</summary>
/// <param name="Membre">Le nom de la collectivité.</param>
/// <param name="EstCoordonnateur">Elle coordonne le groupement.</param>
/// <param name="SortieDuCoordonnateur">Ce que la convention fait de son départ.</param>
/// <param name="MembresRestants">Combien de membres resteraient au lendemain.</param>
/// <param name="ConsultationEnCours">La référence d'une consultation entre son lancement et son terme, s'il y en a une.</param>
public sealed record FaitsDeRetrait(
    string Membre,
    bool EstCoordonnateur,
    SortieDuCoordonnateur SortieDuCoordonnateur,
    int MembresRestants,
    string? ConsultationEnCours
)
{
    /// <summary>Vrai si ce départ dissout le groupement : le constat ouvre alors le dossier de dissolution (RG1.33).</summary>
    public bool DissoutLeGroupement => EstCoordonnateur && SortieDuCoordonnateur is SortieDuCoordonnateur.Dissout;
}

/// <summary>Une suite du retrait, à régler ou à connaître : marché en cours, minimum, siège, contribution (RG1.32).</summary>
public sealed record SuiteDeRetrait(string Sujet, string Detail);

public static class LibellesDeRetrait
{
    public static string Libelle(this EtatDeRetrait etat) =>
        etat switch
        {
            EtatDeRetrait.Annonce => "Annoncé",
            EtatDeRetrait.Constate => "Constaté",
            EtatDeRetrait.Caduc => "Caduc",
            EtatDeRetrait.Abandonne => "Abandonné",
        };
}
