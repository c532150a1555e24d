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
    public static Verdict PeutOuvrir(
        CauseDeDissolution cause,
        DateOnly jour,
        DateOnly dernierJour,
        FaitsDOuvertureDeDissolution faits
    ) =>
        Verdict
            .De(
                new GroupementNonClos(faits.Etat),
                new UneSeuleDissolution(faits.DejaOuverteLe),
                new FinApresLeDebut(faits.Debut, dernierJour),
                new DernierJourPasAvantLOuverture(cause, dernierJour, jour),
                // A decision no later than this day is already behind the rule above.
                new DernierJourPasAvantLaDecision(
                    cause,
                    dernierJour,
                    ApresLOuverture(faits.DecideeLe(cause), jour),
                    ApresLOuverture(faits.JourVote(cause), jour)
                ),
                new DernierJourDuTexteVote(cause, dernierJour, faits.JoursDuTexteVote)
            )
            .Et(EstFondee(cause, dernierJour, faits));

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
        FaitsDOuvertureDeDissolution faits
    )
    {
        PeutOuvrir(cause, jour, dernierJour, faits)
            .Et(Verdict.De(new TexteRenseigne("Le motif", (motif ?? "").Trim(), LongueurDUnTexte, "motif")))
            .Exiger(motif);
        var dissolution = new Dissolution
        {
            Id = DissolutionId.Nouveau(),
            Groupement = groupement,
            Cause = cause,
            Motif = motif!.Trim(),
            OuverteLe = jour,
            DernierJour = dernierJour,
        };
        dissolution.Signaler(new DissolutionOuverte(cause, dernierJour, dissolution.Motif));
        return dissolution;
    }

    /// <summary>Date la dernière facturation et le versement des archives.</summary>
    public void Regler(DateOnly? derniereFacturation, DateOnly? archives, string? lieu, DateOnly aujourdhui)
    {
        Verdict
            .De(
                new DissolutionNonPrononcee(PrononceeLe),
                new FacturationApresLeDernierJour(derniereFacturation, DernierJour),
                new ActePasAVenir("La dernière facturation", derniereFacturation, aujourdhui, "facturation"),
                new ActePasAVenir("Le versement des archives", archives, aujourdhui, "archives"),
                new ArchivesApresLOuverture(archives, OuverteLe),
                new TexteBorne("Le lieu des archives", lieu, LongueurDUnTexte, "lieu")
            )
            .Exiger();
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
                new DissolutionNonPrononcee(PrononceeLe),
                new MembresTousInformes(faits.MembresNonInformes),
                new AucuneProcedureEnCours(faits.ProcedureEnCours),
                new AucunMarcheEnCours(faits.MarchesEnCours),
                new EtapeDeDissolutionFaite("la dernière facturation", DerniereFacturationLe, "facturation"),
                new EtapeDeDissolutionFaite("le versement des archives", ArchivesVerseesLe, "archives"),
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
        Verdict.De(new DissolutionNonPrononcee(PrononceeLe), new CoordonnateurQuiReste(Cause, retraitConstateDuCoordonnateur));

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

public enum CauseDeDissolution
{
    /// <summary>Le coordonnateur se retire (RG1.33).</summary>
    DepartDuCoordonnateur,

    /// <summary>Il ne resterait qu'un membre (RG1.35).</summary>
    UnSeulMembre,

    /// <summary>Le terme de la convention est atteint.</summary>
    Terme,

    /// <summary>Les membres en décident.</summary>
    Decision,
}

/// <summary>Ce qu'il faut savoir du groupement pour ouvrir sa dissolution.</summary>
/// <param name="Etat">Son état.</param>
/// <param name="Debut">Son premier jour.</param>
/// <param name="DejaOuverteLe">Le jour où une dissolution a été ouverte, ni prononcée ni abandonnée.</param>
/// <param name="DepartExecutoireLe">Le jour où la délibération de retrait du coordonnateur est exécutoire.</param>
/// <param name="MembresRestants">Combien de membres resteraient au lendemain du dernier jour, départs délibérés déduits.</param>
/// <param name="Terme">Le terme de la convention, s'il est connu.</param>
/// <param name="AvenantEnVigueurLe">L'effet de l'avenant par lequel les membres décident la dissolution.</param>
public sealed record FaitsDOuvertureDeDissolution(
    EtatDuGroupement Etat,
    DateOnly Debut,
    DateOnly? DejaOuverteLe,
    DateOnly? DepartExecutoireLe,
    int MembresRestants,
    DateOnly? Terme,
    DateOnly? AvenantEnVigueurLe
)
{
    /// <summary>Le jour de sortie que le retrait du coordonnateur fixe.</summary>
    public DateOnly? SortieDuCoordonnateur { get; init; }

    /// <summary>Les jours que le texte approuvé par les membres cite, à compter de son effet.</summary>
    public IReadOnlyList<DateOnly> JoursDuTexteVote { get; init; } = [];

    /// <summary>Le jour où la décision qui fonde cette cause est exécutoire ; nul pour une cause qui n'en suppose pas.</summary>
    internal DateOnly? DecideeLe(CauseDeDissolution cause) =>
        cause switch
        {
            CauseDeDissolution.DepartDuCoordonnateur => DepartExecutoireLe,
            CauseDeDissolution.Decision => AvenantEnVigueurLe,
            CauseDeDissolution.UnSeulMembre or CauseDeDissolution.Terme => null,
        };

    /// <summary>Le jour que cette décision fixe ; nul si elle n'en date aucun.</summary>
    internal DateOnly? JourVote(CauseDeDissolution cause) =>
        cause is CauseDeDissolution.DepartDuCoordonnateur ? SortieDuCoordonnateur : null;
}

/// <summary>Ce qu'il faut savoir pour prononcer une dissolution.</summary>
/// <param name="MembresNonInformes">Combien de membres n'ont pas encore la preuve d'avoir été informés.</param>
/// <param name="ProcedureEnCours">La référence d'une procédure qui court encore ; nul si aucune.</param>
/// <param name="MarchesEnCours">Les marchés qui finissent après le dernier jour.</param>
/// <param name="Causes">Ce que les causes supposent, tel qu'il en est le jour où l'on prononce.</param>
public sealed record FaitsDeDissolution(
    int MembresNonInformes,
    string? ProcedureEnCours,
    IReadOnlyList<string> MarchesEnCours,
    FaitsDOuvertureDeDissolution Causes
);

public static class LibellesDeDissolution
{
    public static string Libelle(this CauseDeDissolution cause) =>
        cause switch
        {
            CauseDeDissolution.DepartDuCoordonnateur => "Départ du coordonnateur",
            CauseDeDissolution.UnSeulMembre => "Plus qu'un seul membre",
            CauseDeDissolution.Terme => "Terme de la convention",
            CauseDeDissolution.Decision => "Décision des membres",
        };

    /// <summary>La règle qui fonde la dissolution pour cette cause.</summary>
    public static string Regle(this CauseDeDissolution cause) =>
        cause switch
        {
            CauseDeDissolution.DepartDuCoordonnateur => "RG1.33",
            CauseDeDissolution.UnSeulMembre => "RG1.35",
            CauseDeDissolution.Terme => "RG1.17",
            CauseDeDissolution.Decision => "RG1.34",
        };

    /// <summary>L'article de la convention du groupement dédié qui porte cette cause.</summary>
    public static string Article(this CauseDeDissolution cause) =>
        cause switch
        {
            CauseDeDissolution.DepartDuCoordonnateur or CauseDeDissolution.UnSeulMembre => "6.2",
            CauseDeDissolution.Terme => "2",
            CauseDeDissolution.Decision => "7",
        };
}

public sealed record DissolutionOuverte(CauseDeDissolution Cause, DateOnly DernierJour, string Raison) : IEvenementMetier
{
    public string Libelle =>
        $"Dissolution ouverte : {Cause.Libelle().ToLower(Francais.Culture)}, dernier jour le {EnClair.Date(DernierJour)}.";

    public string? Motif => Raison;
}

public sealed record DissolutionReglee(DateOnly? Facturation, DateOnly? Archives) : IEvenementMetier
{
    public string Libelle => $"Dissolution : dernière facturation {Dire(Facturation)}, archives {Dire(Archives)}.";

    private static string Dire(DateOnly? le) => le is { } jour ? $"le {EnClair.Date(jour)}" : "à faire";
}

public sealed record DissolutionPrononcee(DateOnly DernierJour) : IEvenementMetier
{
    public string Libelle =>
        $"Dissolution prononcée, dernier jour le {EnClair.Date(DernierJour)} : le groupement ne se modifie plus.";
}

public sealed record DissolutionAbandonnee(string Raison) : IEvenementMetier
{
    public string Libelle => "Dissolution abandonnée : le groupement continue.";

    public string? Motif => Raison;
}
