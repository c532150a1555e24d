using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Sessions.Regles;

namespace CdgMarches.Domain.Sessions;

/// <summary>Une session mutualisée de présentation, où les prestataires montrent leurs solutions aux membres d'un groupement.</summary>
/// <remarks>RG6.25. Son coût se refacture aux membres : les inscriptions et les présences sont ce sur quoi la refacturation s'appuie.</remarks>
public sealed class SessionDePresentation : Agregat
{
    public const int LongueurDuTitre = 200;

    public const int LongueurDuTexte = 1000;

    private SessionDePresentation() { }

    public SessionDePresentationId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public GroupementId Groupement { get; private init; }

    public string Titre { get; private set; } = "";

    /// <summary>Le titre replié, pour chercher et trier.</summary>
    public string CleDeTri { get; private set; } = "";

    public DateOnly Date { get; private set; }

    public TimeOnly Debut { get; private set; }

    public TimeOnly Fin { get; private set; }

    public string Lieu { get; private set; } = "";

    /// <summary>Les prestataires qui présentent, un par ligne.</summary>
    public string Prestataires { get; private set; } = "";

    /// <summary>Le nombre de places ; nul s'il n'est pas limité.</summary>
    public int? Places { get; private set; }

    /// <summary>L'instant de la dernière invitation ; nul tant qu'aucune n'est partie.</summary>
    public DateTimeOffset? InviteeLe { get; private set; }

    /// <summary>Monte à chaque changement de date ou de lieu : les agendas se mettent alors à jour.</summary>
    public int Sequence { get; private set; }

    public DateOnly? AnnuleeLe { get; private set; }

    public bool EstAnnulee => AnnuleeLe is not null;

    public override IEnumerable<EcheanceDue> Echeances =>
        [
            new EcheanceDue(
                "session",
                Date,
                $"Session de présentation : {Titre}",
                "RG6.25",
                "Convention constitutive, frais de sessions"
            )
            {
                Heure = Debut,
                Alertes = [7],
                Groupement = Groupement.Valeur,
                PourLesMembres = InviteeLe is not null,
                EstAccomplie = EstAnnulee,
                PasseDElleMeme = true,
            },
        ];

    public static Verdict PeutEtre(SaisieDeSession saisie) =>
        Verdict.De(
            new TexteDeSession("titre", "Le titre", saisie.Titre, LongueurDuTitre),
            new TexteDeSession("lieu", "Le lieu", saisie.Lieu, LongueurDuTitre),
            new TexteDeSession("prestataires", "La liste des prestataires", saisie.Prestataires, LongueurDuTexte),
            new HeuresDansLOrdre(saisie.Debut, saisie.Fin),
            new PlacesPlausibles(saisie.Places)
        );

    public static SessionDePresentation Programmer(GroupementId groupement, SaisieDeSession saisie)
    {
        PeutEtre(saisie).Exiger();
        var session = new SessionDePresentation { Id = SessionDePresentationId.Nouveau(), Groupement = groupement };
        session.Prendre(saisie);
        session.Signaler(new SessionProgrammee(session.Titre, session.Date));
        return session;
    }

    /// <summary>Change la session ; tenue, elle garde son jour, ses heures et son lieu.</summary>
    /// <param name="saisie">Ce qu'elle devient.</param>
    /// <param name="inscrits">Combien de personnes sont inscrites.</param>
    /// <param name="presents">Combien de présences sont relevées.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    /// <returns>Vrai si le jour, les heures ou le lieu ont changé : ceux que l'on avait invités sont alors à prévenir.</returns>
    public bool Modifier(SaisieDeSession saisie, int inscrits, int presents, DateOnly aujourdhui)
    {
        var avant = EnToutesLettres();
        var bouge = (Date, Debut, Fin, Lieu) != (saisie.Date, saisie.Debut, saisie.Fin, saisie.Lieu?.Trim());
        Verdict
            .De(
                new SessionNonAnnulee(AnnuleeLe),
                new SessionPasEncoreTenue(bouge ? presents : 0),
                new PlacesPourLesInscrits(saisie.Places, inscrits, Places != saisie.Places),
                new ReportAVenir(saisie.Date, aujourdhui, bouge && InviteeLe is not null)
            )
            .Et(PeutEtre(saisie))
            .Exiger();
        Prendre(saisie);
        if (bouge)
        {
            Sequence++;
        }

        var changes = avant.Zip(EnToutesLettres()).Where(c => c.First != c.Second).ToList();
        if (changes.Count > 0)
        {
            Signaler(
                new SessionModifiee(
                    string.Join(" ; ", changes.Select(c => c.First)),
                    string.Join(" ; ", changes.Select(c => c.Second))
                )
            );
        }

        return bouge;
    }

    public Verdict PeutInviter(DateOnly aujourdhui) =>
        Verdict.De(new SessionNonAnnulee(AnnuleeLe), new SessionAVenir(Date, aujourdhui));

    public void Inviter(int destinataires, DateTimeOffset instant, DateOnly aujourdhui)
    {
        PeutInviter(aujourdhui).Exiger();
        InviteeLe = instant;
        Signaler(new InvitationsEnvoyees(destinataires));
    }

    /// <summary>Une session tenue ne s'annule pas : sa refacturation s'appuie sur elle.</summary>
    public Verdict PeutAnnuler(int presents) => Verdict.De(new SessionNonAnnulee(AnnuleeLe), new SessionPasEncoreTenue(presents));

    public void Annuler(string? motif, int presents, DateOnly jour)
    {
        PeutAnnuler(presents).Et(Verdict.De(new MotifDAnnulation(motif))).Exiger();
        AnnuleeLe = jour;
        Sequence++;
        Signaler(new SessionAnnulee(jour, motif!.Trim()));
    }

    /// <param name="inscrits">Combien de personnes sont déjà inscrites.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    public Verdict PeutInscrire(int inscrits, DateOnly aujourdhui) =>
        Verdict.De(new SessionNonAnnulee(AnnuleeLe), new SessionAVenir(Date, aujourdhui), new UnePlaceReste(Places, inscrits));

    /// <summary>Un membre change ou annule ses inscriptions jusqu'au début de la session.</summary>
    /// <param name="maintenant">L'heure du CDG.</param>
    public Verdict PeutChangerSesInscriptions(DateTime maintenant) =>
        Verdict.De(new SessionNonAnnulee(AnnuleeLe), new SessionPasCommencee(Date, Debut, maintenant));

    /// <summary>Un membre s'inscrit jusqu'au début de la session, tant qu'il reste une place.</summary>
    /// <param name="inscrits">Combien de personnes sont déjà inscrites.</param>
    /// <param name="maintenant">L'heure du CDG.</param>
    public Verdict PeutSInscrire(int inscrits, DateTime maintenant) =>
        PeutChangerSesInscriptions(maintenant) is { EstFavorable: false } refus
            ? refus
            : Verdict.De(new UnePlaceReste(Places, inscrits));

    /// <summary>Les présences se relèvent le jour même ou après.</summary>
    public Verdict PeutRelever(DateOnly aujourdhui) =>
        Verdict.De(new SessionNonAnnulee(AnnuleeLe), new SessionCommencee(Date, aujourdhui));

    /// <summary>Chaque chose que l'on dit d'elle, dans le même ordre : l'historique ne montre que celles qui ont changé.</summary>
    private IReadOnlyList<string> EnToutesLettres() =>
        [
            $"titre : {Titre}",
            $"jour : {EnClair.Date(Date)}",
            $"heures : de {EnClair.Heure(Debut)} à {EnClair.Heure(Fin)}",
            $"lieu : {Lieu}",
            $"prestataires : {Prestataires.ReplaceLineEndings(", ")}",
            $"places : {Places?.ToString(Francais.Culture) ?? "sans limite"}",
        ];

    private void Prendre(SaisieDeSession s)
    {
        (Titre, Date, Debut, Fin, Lieu) = (s.Titre!.Trim(), s.Date, s.Debut, s.Fin, s.Lieu!.Trim());
        (Prestataires, Places) = (s.Prestataires!.Trim(), s.Places);
        var cle = Noyau.CleDeTri.De(Titre);
        CleDeTri = cle.Length > LongueurDuTitre ? cle[..LongueurDuTitre] : cle;
    }
}

/// <summary>Ce que l'on saisit d'une session.</summary>
public sealed record SaisieDeSession(
    string? Titre,
    DateOnly Date,
    TimeOnly Debut,
    TimeOnly Fin,
    string? Lieu,
    string? Prestataires,
    int? Places
);
