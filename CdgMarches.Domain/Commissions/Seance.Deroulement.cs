using CdgMarches.Domain.Commissions.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions;

/// <content>L'appel, la séance, les décisions, le procès-verbal.</content>
public sealed partial class Seance
{
    /// <summary>Le quorum de la séance, ou d'un point ; un point nouveau d'une seconde convocation relève du quorum ordinaire.</summary>
    public Quorum QuorumDe(int sieges, int? point = null) =>
        SurSecondeConvocation && Regles.SecondeSansQuorum && (point is not { } numero || !Point(numero).EstNouveau)
            ? Quorum.SansCondition(sieges)
            : Quorum.De(sieges, Regles.Quorum);

    /// <param name="aujourdhui">Le jour du CDG.</param>
    /// <param name="composition">La composition au jour de la réunion.</param>
    /// <param name="membresSansSiege">Les membres du groupement sans siège.</param>
    /// <param name="convocations">Ce que l'on peut prouver de la convocation de chacun.</param>
    public Verdict PeutOuvrirLAppel(
        DateOnly aujourdhui,
        Composition composition,
        IReadOnlyList<string> membresSansSiege,
        EtatDesConvocations convocations
    ) =>
        Verdict
            .De(
                new SeanceConvoqueeAuPrealable(Etat),
                new RectificativeEnvoyee(RectificativeDue),
                new JourDeLaSeance(Date, aujourdhui)
            )
            .Et(
                new Verdict(
                    composition
                        .PeutSeReunir(Regles.SuppleantObligatoire, membresSansSiege, dejaConvoques: true)
                        .Et(convocations.Examiner(Regles))
                        .Obstacles,
                    []
                )
            );

    /// <summary>Fige la liste des sièges et commence l'appel ; les avertissements, eux, attendent l'ouverture et son motif.</summary>
    /// <inheritdoc cref="PeutOuvrirLAppel"/>
    public void OuvrirLAppel(
        DateOnly aujourdhui,
        Composition composition,
        IReadOnlyList<string> membresSansSiege,
        EtatDesConvocations convocations,
        DateTimeOffset instant
    )
    {
        PeutOuvrirLAppel(aujourdhui, composition, membresSansSiege, convocations).Exiger();
        _places.AddRange(PlaceDeSeance.De(composition));
        (Etat, FigeeLe) = (EtatDeSeance.Appel, instant);
        Signaler(new AppelOuvert(_places.Count));
    }

    /// <param name="feuille">Qui est là.</param>
    /// <param name="convocations">Ce que l'on peut prouver de la convocation de chacun : un courriel a pu revenir depuis l'appel.</param>
    public Verdict PeutOuvrir(FeuilleDePresence feuille, EtatDesConvocations convocations) =>
        Verdict
            .De(
                new AppelEnCours(Etat),
                new PresidencePresente(feuille.PresidenceAssuree()),
                new QuorumReuni(feuille.Voix(), QuorumDe(feuille.Sieges)),
                new PlusieursVoixPresentes(feuille.Voix(), SurSecondeConvocation),
                new SuppleantsDesignes(
                    [.. feuille.Places.Where(p => p.Titulaire is not null && p.Suppleant is null).Select(p => p.Membre)],
                    Regles.SuppleantObligatoire,
                    DejaConvoques: true
                )
            )
            .Et(convocations.Examiner(Regles));

    public void Ouvrir(FeuilleDePresence feuille, EtatDesConvocations convocations, string? motif, DateTimeOffset instant)
    {
        PeutOuvrir(feuille, convocations).Exiger(motif);
        (Etat, OuverteLe) = (EtatDeSeance.Ouverte, instant);
        MotifDOuverture = string.IsNullOrWhiteSpace(motif) ? null : motif.Trim();
        Signaler(new SeanceOuverte(feuille.Voix(), QuorumDe(feuille.Sieges).Requis, MotifDOuverture));
    }

    /// <summary>Dit si la séance peut se clore faute de quorum : à l'appel, ou une fois ouverte si le quorum s'est perdu (RG2.23).</summary>
    /// <param name="feuille">Qui est là.</param>
    /// <remarks>
    /// RG2.24. Ouverte, la séance se clôt quand aucun point sans décision ne peut plus se décider : ceux qui le peuvent encore se
    /// décident ou s'ajournent d'abord, les points déjà décidés le restent.
    /// </remarks>
    public Verdict PeutConstaterLaCarence(FeuilleDePresence feuille) =>
        Etat is EtatDeSeance.Ouverte
            ? Verdict.De(
                new PointsSansDecision(SansDecision.Count),
                new QuorumPerdu([.. SansDecision.Where(p => PeutSeTenir(feuille, p.Numero)).Select(p => p.Titre)])
            )
            : Verdict.De(new AppelEnCours(Etat), new CarenceReelle(PeutSeTenir(feuille)));

    /// <summary>Clôt faute de quorum, ou de président : une issue prévue, que suit une seconde convocation sur les points non décidés.</summary>
    public void ConstaterLaCarence(FeuilleDePresence feuille, DateTimeOffset instant)
    {
        PeutConstaterLaCarence(feuille).Exiger();
        var (voix, requis) = (feuille.Voix(), QuorumDe(feuille.Sieges).Requis);
        IReadOnlyList<string> restants = Etat is EtatDeSeance.Ouverte ? [.. SansDecision.Select(p => p.Titre)] : [];
        if (restants.Count > 0)
        {
            var motif =
                $"{(feuille.PresidenceAssuree() ? "Le quorum n'est plus réuni" : "La présidence n'est plus assurée")} ({EnClair.Compter(voix, "voix présente", "voix présentes")}, quorum {requis.ToString(Francais.Culture)}). Sans décision, à reprendre sur seconde convocation : {Enumeration.De(restants)}.";
            MotifDeFin = motif.Length > LongueurDesTextes ? motif[..LongueurDesTextes] : motif;
        }

        (Etat, CloseLe, PointEnCours) = (EtatDeSeance.SansQuorum, instant, null);
        Signaler(new CarenceConstatee(voix, requis, restants));
    }

    /// <summary>Vrai si la séance, close faute de quorum, avait été ouverte : certains points sont décidés, les autres se reprennent.</summary>
    public bool QuorumPerduEnSeance => Etat is EtatDeSeance.SansQuorum && OuverteLe is not null;

    private IReadOnlyList<PointDOrdreDuJour> SansDecision => [.. _points.Where(p => p.Issue is null).OrderBy(p => p.Numero)];

    private bool PeutSeTenir(FeuilleDePresence feuille, int? point = null) =>
        feuille.PresidenceAssuree(point) && QuorumDe(feuille.Sieges, point).EstAtteint(feuille.Voix(point));

    public void Aborder(int numero, DateTimeOffset instant)
    {
        Verdict.De(new SeanceOuverteAuPrealable(Etat)).Exiger();
        var point = Point(numero);
        if (PointEnCours != numero)
        {
            PointEnCours = numero;
            point.Aborder(instant);
            Signaler(new PointMisADelibere(numero, point.Titre));
        }
    }

    /// <summary>Enregistre le rapport, la discussion et les observations d'un point.</summary>
    public void NoterPoint(int numero, string? rapport, string? notes, string? observations)
    {
        Verdict.De(new SeancePasClose(Etat), new TextesDePointBornes(rapport, notes, observations)).Exiger();
        Point(numero).Noter(rapport, notes, observations);
        Signaler(new PointRenseigne(numero));
    }

    /// <summary>Dit si un point peut être décidé, avant même qu'on ait voté.</summary>
    public Verdict PeutDeciderLePoint(int numero, FeuilleDePresence feuille) =>
        Verdict.De(
            new SeanceOuverteAuPrealable(Etat),
            new PointEncoreADecider(Point(numero).Issue),
            new PresidencePresente(feuille.PresidenceAssuree(numero)),
            new QuorumReuni(feuille.Voix(numero), QuorumDe(feuille.Sieges, numero))
        );

    /// <param name="numero">Le point.</param>
    /// <param name="decision">Ce que l'on propose.</param>
    /// <param name="feuille">Qui est là.</param>
    public Verdict PeutDecider(int numero, DecisionProposee decision, FeuilleDePresence feuille)
    {
        var point = Point(numero);
        var base_ =
            decision.Issue is IssueDuPoint.Ajourne
                ? Verdict.De(new SeanceOuverteAuPrealable(Etat), new PointEncoreADecider(point.Issue))
                : PeutDeciderLePoint(numero, feuille);
        var presentes = feuille.Places.Where(p => feuille.Voix(p, numero) is not null).Select(p => p.Siege).ToHashSet();
        return base_.Et(
            Verdict.De(
                new IssueDeLaNature(decision.Issue, point.Nature),
                new VoixDansLesPresentes(decision.Vote, presentes.Count, decision.Issue),
                new VoixNommeesConformes(point.VoteNominatif, decision, presentes),
                new MajoriteObtenue(decision.Issue, ResultatDe(decision)),
                new AttributaireParmiLesOffres(
                    decision.Issue,
                    decision.Attributaire,
                    [.. _offres.Where(o => o.Point == numero && o.MotifDeRejet is null).Select(o => o.Candidat)]
                ),
                new MotifsDeLIssue(decision.Issue, decision.Motifs)
            )
        );
    }

    public void Decider(int numero, DecisionProposee decision, FeuilleDePresence feuille, DateTimeOffset instant)
    {
        PeutDecider(numero, decision, feuille).Exiger();
        var point = Point(numero);
        point.Decider(decision, feuille.Voix(numero), QuorumDe(feuille.Sieges, numero).Requis, ResultatDe(decision), instant);
        _voix.RemoveAll(v => v.Point == numero);
        if (point.VoteNominatif && decision.Voix is { } voix)
        {
            _voix.AddRange(voix.Select(v => new VoixNommee(numero, v.Key, v.Value)));
        }

        Signaler(
            new PointDecide(
                numero,
                decision.Issue,
                decision.Vote is { } v2
                    ? $"{v2.Pour.ToString(Francais.Culture)} pour, {v2.Contre.ToString(Francais.Culture)} contre, {EnClair.Compter(v2.Abstentions, "abstention")}{(decision.Attributaire is null ? "" : $" ; {decision.Attributaire}")}"
                    : null,
                decision.Motifs
            )
        );
    }

    /// <summary>Une personne déclare un conflit d'intérêts sur un point : elle ne siège pas à ce point (RG2.31).</summary>
    /// <returns>Vrai si le déport est nouveau.</returns>
    public bool DeclarerDeport(int point, Guid personne, string nom, string? motif, bool parLaPersonne, DateTimeOffset instant)
    {
        Verdict.De(new SeancePasClose(Etat), new PointEncoreADecider(Point(point).Issue)).Exiger();
        if (_deports.Exists(d => d.Point == point && d.Personne == personne))
        {
            return false;
        }

        _deports.Add(
            new Deport(point, personne, nom, string.IsNullOrWhiteSpace(motif) ? null : motif.Trim(), parLaPersonne, instant)
        );
        Signaler(new DeportDeclare(point, nom));
        return true;
    }

    public void RetirerDeport(int point, Guid personne)
    {
        Verdict.De(new SeancePasClose(Etat), new PointEncoreADecider(Point(point).Issue)).Exiger();
        if (_deports.Find(d => d.Point == point && d.Personne == personne) is { } deport)
        {
            _deports.Remove(deport);
            Signaler(new DeportRetire(point, deport.Nom));
        }
    }

    public Verdict PeutLever() =>
        Verdict.De(
            new SeanceOuverteAuPrealable(Etat),
            new TousLesPointsTraites([.. _points.Where(p => p.Issue is null).Select(p => p.Titre)])
        );

    public void Lever(string? motif, DateTimeOffset instant)
    {
        PeutLever().Exiger(motif);
        (Etat, CloseLe, PointEnCours) = (EtatDeSeance.Levee, instant, null);
        MotifDeFin = string.IsNullOrWhiteSpace(motif) ? null : motif.Trim();
        Signaler(new SeanceLevee());
    }

    public Verdict PeutDeposerLePv() => Verdict.De(new SeanceClose(Etat), new PvPasEncoreSigne(PvSigne is not null));

    public void DeposerLePv(Guid piece, string nom, DateTimeOffset instant)
    {
        PeutDeposerLePv().Exiger();
        (PvSigne, NomDuPv, PvSigneLe) = (piece, nom, instant);
        Signaler(new ProcesVerbalSigne(nom));
    }

    public Verdict PeutRectifier(string? motif) =>
        Verdict.De(new PvSigneAuPrealable(PvSigne is not null), new MotifRenseigne(motif));

    public void Rectifier(Guid piece, string nom, string? motif, DateTimeOffset instant)
    {
        PeutRectifier(motif).Exiger();
        var numero = _rectificatifs.Count + 1;
        _rectificatifs.Add(new RectificatifDePv(numero, piece, nom, motif!.Trim(), instant));
        Signaler(new RectificatifDepose(numero, motif.Trim()));
    }

    private ResultatDuVote? ResultatDe(DecisionProposee decision) =>
        decision.Vote?.Resultat(Regles.VoixPreponderante, decision.VoixDuPresident);
}
