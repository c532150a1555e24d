using CdgMarches.Domain.Commissions.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions;

/// <summary>Une réunion de la commission d'appel d'offres, de sa programmation à son procès-verbal signé.</summary>
/// <remarks>
/// Ses règles sont figées à sa programmation, sa liste de sièges à l'ouverture de l'appel. Les présences (<see cref="Presence"/>)
/// et les convocations (<see cref="Convocation"/>) sont à part : elles s'écrivent une à une.
/// </remarks>
public sealed partial class Seance : Agregat
{
    public const int LongueurDuLieu = 300;
    public const int LongueurDuLien = 500;
    public const int LongueurDesTextes = 1000;

    private readonly List<PointDOrdreDuJour> _points = [];
    private readonly List<InviteDeSeance> _invites = [];
    private readonly List<PlaceDeSeance> _places = [];
    private readonly List<Deport> _deports = [];
    private readonly List<OffreExaminee> _offres = [];
    private readonly List<DocumentDePoint> _documents = [];
    private readonly List<VoixNommee> _voix = [];
    private readonly List<RectificatifDePv> _rectificatifs = [];

    private Seance() { }

    public SeanceId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public ReferenceDeSeance Reference { get; private init; } = null!;

    public CommissionId Commission { get; private init; }

    public DateOnly Date { get; private set; }

    public TimeOnly Heure { get; private set; }

    public ModeDeReunion Mode { get; private set; }

    public string? Lieu { get; private set; }

    public string? Lien { get; private set; }

    public string? Modalites { get; private set; }

    public EtatDeSeance Etat { get; private set; }

    /// <summary>Les règles telles qu'elles étaient à la programmation : elles ne changent plus pour cette séance.</summary>
    public ReglesDeCommission Regles { get; private init; } = ReglesDeCommission.ParDefaut;

    /// <summary>La réunion sans quorum que celle-ci remplace (RG2.24).</summary>
    public SeanceId? Premiere { get; private init; }

    /// <summary>Le jour de cette première réunion.</summary>
    public DateOnly? DateDeLaPremiere { get; private init; }

    public bool SurSecondeConvocation => Premiere is not null;

    /// <summary>Zéro tant que rien n'est parti, 1 pour les convocations, 2 et suivants pour les rectificatives.</summary>
    public int NumeroDeConvocation { get; private set; }

    public DateOnly? ConvoqueeLe { get; private set; }

    /// <summary>Vrai quand date, lieu ou ordre du jour ont changé depuis l'envoi : une convocation rectificative est due (RG2.14).</summary>
    public bool RectificativeDue { get; private set; }

    /// <summary>Ce qui a changé depuis l'envoi, tel que la rectificative, ou l'annulation, le dira.</summary>
    public string? Changements { get; private set; }

    /// <summary>Avance à chaque changement de date ou de lieu : la suite (SEQUENCE) de l'invitation d'agenda.</summary>
    public int SequenceDAgenda { get; private set; }

    /// <summary>Pourquoi l'envoi est parti hors délai, ou malgré un avertissement ; le procès-verbal le reprend.</summary>
    public string? MotifDEnvoi { get; private set; }

    public string? MotifDOuverture { get; private set; }

    /// <summary>L'instant où la liste des sièges a été figée.</summary>
    public DateTimeOffset? FigeeLe { get; private set; }

    public DateTimeOffset? OuverteLe { get; private set; }

    public DateTimeOffset? CloseLe { get; private set; }

    /// <summary>Le point que l'on examine.</summary>
    public int? PointEnCours { get; private set; }

    public string? MotifDeFin { get; private set; }

    public Guid? PvSigne { get; private set; }

    public string? NomDuPv { get; private set; }

    public DateTimeOffset? PvSigneLe { get; private set; }

    public IReadOnlyList<PointDOrdreDuJour> Points => _points;
    public IReadOnlyList<InviteDeSeance> Invites => _invites;
    public IReadOnlyList<PlaceDeSeance> Places => _places;
    public IReadOnlyList<Deport> Deports => _deports;
    public IReadOnlyList<OffreExaminee> Offres => _offres;
    public IReadOnlyList<DocumentDePoint> Documents => _documents;
    public IReadOnlyList<VoixNommee> Voix => _voix;
    public IReadOnlyList<RectificatifDePv> Rectificatifs => _rectificatifs;

    /// <summary>Le délai de convocation de cette séance, en jours francs.</summary>
    public int Delai => Regles.Delai(SurSecondeConvocation);

    public bool EstFigee => Etat is not (EtatDeSeance.Programmee or EtatDeSeance.Convoquee);

    /// <param name="donnees">La date, l'heure, le lieu, le mode.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    /// <param name="regles">Les règles de la commission.</param>
    /// <param name="voix">Le nombre de sièges : à distance, il en faut trois.</param>
    /// <param name="autreSeance">Une autre séance à la même heure pour l'un des sièges, s'il y en a une.</param>
    public static Verdict PeutProgrammer(
        DonneesDeSeance donnees,
        DateOnly aujourdhui,
        ReglesDeCommission regles,
        int voix,
        string? autreSeance
    ) =>
        Verdict.De(
            new SeancePasDansLePasse(donnees.Date, aujourdhui),
            new LieuOuLienRenseigne(donnees.Mode, donnees.Lieu, donnees.Lien),
            new DistanceDansLesFormes(donnees.Mode, regles.DistancePermise, donnees.Modalites),
            new TroisPersonnesADistance(donnees.Mode, voix),
            new UneSeuleSeanceALaFois(autreSeance)
        );

    /// <inheritdoc cref="PeutProgrammer"/>
    public static Seance Programmer(
        ReferenceDeSeance reference,
        CommissionId commission,
        DonneesDeSeance donnees,
        DateOnly aujourdhui,
        ReglesDeCommission regles,
        int voix,
        string? autreSeance,
        string? motif = null
    )
    {
        PeutProgrammer(donnees, aujourdhui, regles, voix, autreSeance).Exiger(motif);
        var seance = new Seance
        {
            Id = SeanceId.Nouveau(),
            Reference = reference,
            Commission = commission,
            Regles = regles with { },
            Etat = EtatDeSeance.Programmee,
        };
        seance.Prendre(donnees);
        seance.Signaler(new SeanceProgrammee(reference, donnees.Date, motif));
        return seance;
    }

    /// <param name="donnees">La date, l'heure et le lieu de la seconde réunion.</param>
    /// <param name="aujourdhui">Le jour du CDG, où la convocation partirait au plus tôt.</param>
    public Verdict PeutPreparerLaSeconde(DonneesDeSeance donnees, DateOnly aujourdhui) =>
        Verdict.De(
            new PremiereSansQuorum(Etat),
            new SecondeReunionPasTropTot(
                new SecondeConvocation(Date, aujourdhui, Regles.Delai(surSeconde: true)),
                donnees.Date,
                Regles.Fondement,
                Regles.EnvoiTardifPermis
            ),
            new LieuOuLienRenseigne(donnees.Mode, donnees.Lieu, donnees.Lien)
        );

    /// <summary>La seconde réunion : même ordre du jour, sans condition de quorum, la première citée (RG2.24).</summary>
    /// <remarks>Les points que la première a décidés, ou ajournés, n'y sont plus : le quorum y était.</remarks>
    public Seance PreparerLaSeconde(
        ReferenceDeSeance reference,
        DonneesDeSeance donnees,
        DateOnly aujourdhui,
        string? motif = null
    )
    {
        PeutPreparerLaSeconde(donnees, aujourdhui).Exiger(motif);
        var seconde = new Seance
        {
            Id = SeanceId.Nouveau(),
            Reference = reference,
            Commission = Commission,
            Regles = Regles with { },
            Premiere = Id,
            DateDeLaPremiere = Date,
            Etat = EtatDeSeance.Programmee,
        };
        seconde.Prendre(donnees);
        seconde._points.AddRange(SansDecision.Select(p => p.Reporter()));
        var repris = SansDecision.Select(p => p.Numero).ToHashSet();
        seconde._offres.AddRange(
            _offres
                .Where(o => repris.Contains(o.Point))
                .Select(o => new OffreExaminee(o.Point, o.Ordre, o.Candidat, o.Note, o.Rang, o.MontantCentimes, o.MotifDeRejet))
        );
        seconde._documents.AddRange(
            _documents.Where(d => repris.Contains(d.Point)).Select(d => new DocumentDePoint(d.Point, d.Piece, d.Nom, d.Sha256))
        );
        seconde._invites.AddRange(_invites.Select(i => i.Copier()));
        seconde.Signaler(new SeanceProgrammee(reference, donnees.Date, motif));
        return seconde;
    }

    public Verdict PeutModifier(DonneesDeSeance donnees, DateOnly aujourdhui, int voix, string? autreSeance) =>
        Verdict.De(new SeancePasCommencee(Etat)).Et(PeutProgrammer(donnees, aujourdhui, Regles, voix, autreSeance));

    /// <summary>Change la date, l'heure ou le lieu ; après l'envoi, une convocation rectificative devient due (RG2.14).</summary>
    public void Modifier(DonneesDeSeance donnees, DateOnly aujourdhui, int voix, string? autreSeance, string? motif = null)
    {
        PeutModifier(donnees, aujourdhui, voix, autreSeance).Exiger(motif);
        var (avant, apres) = (Donnees.EnClair, donnees.EnClair);
        Prendre(donnees);
        if (avant != apres)
        {
            SequenceDAgenda++;
            Noter($"La réunion prévue {avant} se tiendra {apres}.");
            Signaler(new SeanceModifiee(avant, apres, motif));
        }
    }

    public DonneesDeSeance Donnees => new(Date, Heure, Mode, Lieu, Lien, Modalites);

    /// <param name="envoi">Le jour de l'envoi.</param>
    /// <param name="composition">La composition au jour de la réunion.</param>
    /// <param name="membresSansSiege">Les membres du groupement sans siège.</param>
    public Verdict PeutConvoquer(DateOnly envoi, Composition composition, IReadOnlyList<string> membresSansSiege) =>
        Verdict
            .De(
                new EncoreAConvoquer(Etat, RectificativeDue),
                new OrdreDuJourNonVide(_points.Count),
                new LieuOuLienRenseigne(Mode, Lieu, Lien),
                new TroisPersonnesADistance(Mode, composition.Voix),
                new ConvocationDansLeDelai(envoi, Date, Delai, Regles.Fondement, Regles.EnvoiTardifPermis),
                new SecondeApresLaPremiere(envoi, DateDeLaPremiere)
            )
            .Et(composition.PeutSeReunir(Regles.SuppleantObligatoire, membresSansSiege));

    /// <summary>Les convocations, ou les rectificatives, partent ce jour-là.</summary>
    /// <inheritdoc cref="PeutConvoquer"/>
    public void Convoquer(DateOnly envoi, Composition composition, IReadOnlyList<string> membresSansSiege, string? motif)
    {
        PeutConvoquer(envoi, composition, membresSansSiege).Exiger(motif);
        NumeroDeConvocation++;
        (ConvoqueeLe, Etat, RectificativeDue) = (envoi, EtatDeSeance.Convoquee, false);
        MotifDEnvoi = string.IsNullOrWhiteSpace(motif) ? null : motif.Trim();
        Signaler(new SeanceConvoquee(envoi, Date, NumeroDeConvocation, MotifDEnvoi));
    }

    /// <param name="envoi">Le jour de l'envoi.</param>
    /// <param name="oublies">Ceux qui siègent ou sont invités sans convocation : désignés ou invités depuis l'envoi.</param>
    /// <remarks>RG2.11, RG2.13. Le délai se compte pour eux de leur propre envoi ; celui des invités n'est pas celui des membres.</remarks>
    public Verdict PeutCompleter(DateOnly envoi, IReadOnlyList<Destinataire> oublies)
    {
        var verdict = Verdict.De(
            new SeanceConvoqueeAuPrealable(Etat),
            new RectificativeEnvoyee(RectificativeDue),
            new QuelquUnAConvoquer(oublies.Count)
        );
        return oublies.Any(d => d.Siege is not null)
            ? verdict.Et(Verdict.De(new ConvocationDansLeDelai(envoi, Date, Delai, Regles.Fondement, Regles.EnvoiTardifPermis)))
            : verdict;
    }

    /// <summary>Convoque, sans refaire les autres convocations, ceux qui n'avaient pas la leur.</summary>
    /// <inheritdoc cref="PeutCompleter"/>
    public void Completer(DateOnly envoi, IReadOnlyList<Destinataire> oublies, string? motif)
    {
        PeutCompleter(envoi, oublies).Exiger(motif);
        var propre = string.IsNullOrWhiteSpace(motif) ? null : motif.Trim();
        if (propre is not null)
        {
            var tous = MotifDEnvoi is null ? propre : $"{MotifDEnvoi} {propre}";
            MotifDEnvoi = tous.Length > LongueurDesTextes ? tous[..LongueurDesTextes] : tous;
        }

        Signaler(new ConvocationsCompletees(envoi, [.. oublies.Select(d => d.Nom)], propre));
    }

    public Verdict PeutAnnuler() => Verdict.De(new SeancePasEncoreOuverte(Etat));

    public void Annuler(string? motif)
    {
        PeutAnnuler().Et(Verdict.De(new MotifRenseigne(motif))).Exiger();
        // The cancellation tells everyone of a change nobody was told of: no corrective summons is due any more.
        (Changements, RectificativeDue) = (RectificativeDue ? Changements : null, false);
        (Etat, MotifDeFin) = (EtatDeSeance.Annulee, motif!.Trim());
        SequenceDAgenda++;
        Signaler(new SeanceAnnulee(MotifDeFin));
    }

    private void Prendre(DonneesDeSeance d) =>
        (Date, Heure, Mode, Lieu, Lien, Modalites) = (d.Date, d.Heure, d.Mode, d.Lieu, d.Lien, d.Modalites);

    /// <summary>Retient ce qui a changé depuis l'envoi.</summary>
    private void Noter(string changement)
    {
        if (NumeroDeConvocation == 0)
        {
            return;
        }

        // Until the rectificative goes, changes add up; once it has gone, the next change starts a new list.
        var texte = RectificativeDue && Changements is not null ? $"{Changements}\n{changement}" : changement;
        Changements = texte.Length > 4 * LongueurDesTextes ? texte[..(4 * LongueurDesTextes)] : texte;
        RectificativeDue = true;
    }
}
