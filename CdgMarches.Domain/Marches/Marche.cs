using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Marches.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;

namespace CdgMarches.Domain.Marches;

/// <summary>Le marché d'un lot attribué, de l'attribution à la fin de son exécution, pour tous les membres figés du lot.</summary>
public sealed partial class Marche : Agregat
{
    public const int LongueurDeLObjet = 500;

    private readonly List<Titulaire> _titulaires = [];
    private readonly List<Reconduction> _reconductions = [];

    private Marche() { }

    public MarcheId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    /// <summary>« MAR-2027-001 » : numérotée sans trou par année d'attribution.</summary>
    public string Reference { get; private init; } = "";

    public GroupementId Groupement { get; private init; }

    public ProcedureId Procedure { get; private init; }

    /// <summary>Le numéro du lot dans la procédure.</summary>
    public int Lot { get; private init; }

    public string Objet { get; private set; } = "";

    public string CleDeTri { get; private set; } = "";

    public NatureDAchat Nature { get; private init; }

    public FormeDeContrat Contrat { get; private init; }

    public FormeDeProcedure? Forme { get; private init; }

    public string? Cpv { get; private init; }

    /// <summary>Vrai si la commission d'appel d'offres a choisi le titulaire : ses avenants de plus de 5 % lui sont soumis (RG2.40).</summary>
    /// <remarks>Petits lots compris : tous les lots d'une procédure formalisée lui sont soumis, lecture prudente (RG2.01).</remarks>
    public bool AttribueParLaCao { get; private init; }

    public DateOnly AttribueLe { get; private init; }

    /// <summary>Le montant initial hors taxes : forfait, ou maximum estimé ; base des avenants (R2194-4).</summary>
    public long MontantCentimes { get; private set; }

    public long? MinimumCentimes { get; private set; }

    public long? MaximumCentimes { get; private set; }

    public DateOnly? SigneLe { get; private set; }

    public DateOnly? TransmisLe { get; private set; }

    /// <summary>Le dernier jour de la transmission au contrôle de légalité, tel que calculé à la signature (RG4.50).</summary>
    public DateOnly? TransmissionAvant { get; private set; }

    /// <summary>Le dernier jour de l'avis d'attribution, tel que calculé à la signature (RG4.60) ; null s'il n'est pas dû.</summary>
    public DateOnly? AvisDAttributionAvant { get; private set; }

    public DateOnly? AvisDAttributionLe { get; private set; }

    /// <summary>Le dernier jour de la publication des données essentielles, tel que calculé à la notification (RG4.61).</summary>
    public DateOnly? DonneesAvant { get; private set; }

    public DateOnly? NotifieLe { get; private set; }

    /// <summary>Le premier jour de l'exécution.</summary>
    public DateOnly? Debut { get; private set; }

    /// <summary>La période ferme, en mois.</summary>
    public int DureeFermeEnMois { get; private set; }

    /// <summary>Le dernier jour, compte tenu des reconductions décidées ou tacites échues ; null avant le début.</summary>
    public DateOnly? Fin { get; private set; }

    /// <summary>Le dernier jour si toutes les reconductions encore possibles ont lieu : aucune ne suit celle que l'on refuse.</summary>
    public DateOnly? FinMaximale { get; private set; }

    public EtatDeMarche Etat { get; private set; }

    /// <summary>Ce qui est commandé, en centimes : tenu avec chaque commande, dans la même transaction.</summary>
    public long ConsommeCentimes { get; private set; }

    public DateOnly? ResilieLe { get; private set; }

    public CasDeResiliation? CasDeLaResiliation { get; private set; }

    public string? MotifDeLaResiliation { get; private set; }

    /// <summary>Combien de mois avant la fin le recensement suivant est proposé, tel que réglé à la notification (RG7.07).</summary>
    public int MoisDuRecensementSuivant { get; private set; } = AlertesDuMarche.Livrees.RecensementSuivantEnMois;

    /// <summary>Combien de jours avant sa date la décision de reconduire est annoncée, tel que réglé à la notification (RG4.75).</summary>
    public int JoursDAlerteDeReconduction { get; private set; } = AlertesDuMarche.Livrees.ReconductionEnJours;

    /// <summary>Les mois que les avenants ajoutent.</summary>
    public int ProlongationEnMois { get; private set; }

    public Guid? Responsable { get; private set; }

    public Guid? Suppleant { get; private set; }

    public IReadOnlyList<Titulaire> Titulaires => _titulaires;

    public IReadOnlyList<Reconduction> Reconductions => _reconductions;

    public MontantHt Montant => MontantHt.DeCentimes(MontantCentimes);

    public MontantHt? Maximum => MaximumCentimes is { } c ? MontantHt.DeCentimes(c) : null;

    public MontantHt? Minimum => MinimumCentimes is { } c ? MontantHt.DeCentimes(c) : null;

    public MontantHt Consomme => MontantHt.DeCentimes(ConsommeCentimes);

    /// <summary>Ouvre le marché d'un lot attribué.</summary>
    public static Marche Attribuer(string reference, Procedure procedure, LotDeProcedure lot, AttributionDeMarche attribution)
    {
        Verdict
            .De(
                new TitulaireRenseigne(
                    attribution.Titulaires.Count > 0 && attribution.Titulaires.All(t => !string.IsNullOrWhiteSpace(t.Nom))
                ),
                new MontantsDeMarcheCoherents(attribution.Montant, attribution.Minimum, attribution.Maximum),
                new MaximumDeLAccordCadre(procedure.Contrat, attribution.Maximum),
                new DureeFermePlausible(attribution.DureeFermeEnMois)
            )
            .Exiger();
        var objet = procedure.Lots.Count > 1 ? $"{procedure.Objet} — {lot.Intitule}" : procedure.Objet;
        var marche = new Marche
        {
            Id = MarcheId.Nouveau(),
            Reference = reference,
            Groupement = procedure.Groupement,
            Procedure = procedure.Id,
            Lot = lot.Numero,
            Nature = procedure.Nature,
            Contrat = procedure.Contrat,
            Forme = lot.EstPetitLot ? FormeDeProcedure.Adaptee : procedure.Forme,
            Cpv = lot.Cpv,
            AttribueParLaCao = procedure.ReleveDeLaCao,
            AttribueLe = attribution.Jour,
            Responsable = procedure.Responsable,
            Suppleant = procedure.Suppleant,
        };
        marche.Nommer(objet);
        marche._titulaires.AddRange(attribution.Titulaires.Select((t, rang) => new Titulaire(rang + 1, t)));
        marche.MontantCentimes = attribution.Montant.Centimes;
        marche.MinimumCentimes = attribution.Minimum?.Centimes;
        marche.MaximumCentimes = attribution.Maximum?.Centimes;
        marche.DureeFermeEnMois = attribution.DureeFermeEnMois;
        foreach (var mois in attribution.Reconductions)
        {
            marche._reconductions.Add(
                new Reconduction(marche._reconductions.Count + 1, mois, attribution.ModeDeReconduction, attribution.PreavisEnMois)
            );
        }

        marche.Signaler(new MarcheAttribue(reference, string.Join(", ", attribution.Titulaires.Select(t => t.Nom))));
        return marche;
    }

    /// <summary>Note la signature, que la procédure a permise.</summary>
    /// <param name="jour">Le jour de la signature.</param>
    /// <param name="transmissionAvant">Le dernier jour de la transmission au contrôle de légalité (RG4.50), s'il est connu.</param>
    /// <param name="avisAvant">Le dernier jour de l'avis d'attribution (RG4.60), s'il est dû et connu.</param>
    public void Signer(DateOnly jour, DateOnly? transmissionAvant = null, DateOnly? avisAvant = null)
    {
        Verdict.De(new EtapeDuMarche(Etat is EtatDeMarche.Attribue or EtatDeMarche.Signe, "signé")).Exiger();
        (SigneLe, Etat) = (jour, EtatDeMarche.Signe);
        (TransmissionAvant, AvisDAttributionAvant) = (transmissionAvant, avisAvant);
        Signaler(new MarcheAvance("Marché signé", jour));
    }

    public void Transmettre(DateOnly jour)
    {
        Verdict.De(new EtapeDuMarche(SigneLe is not null, "transmis"), new DatesDuMarcheEnOrdre(SigneLe, jour)).Exiger();
        TransmisLe = jour;
        Signaler(new MarcheAvance("Marché transmis au contrôle de légalité", jour));
    }

    /// <summary>Note l'envoi de l'avis d'attribution.</summary>
    public void NoterLAvisDAttribution(DateOnly jour)
    {
        Verdict.De(new EtapeDuMarche(SigneLe is not null, "annoncé attribué"), new DatesDuMarcheEnOrdre(SigneLe, jour)).Exiger();
        AvisDAttributionLe = jour;
        Signaler(new MarcheAvance("Avis d'attribution envoyé", jour));
    }

    /// <summary>Dit si le marché peut être notifié : après la signature, et après la transmission quand elle s'impose.</summary>
    public Verdict PeutNotifier(DateOnly jour, DateOnly debut, bool transmissionRequise) =>
        Verdict.De(
            new EtapeDuMarche(SigneLe is not null, "notifié"),
            new DatesDuMarcheEnOrdre(SigneLe, jour),
            new TransmisAvantLaNotification(transmissionRequise, TransmisLe, jour),
            new DatesDuMarcheEnOrdre(jour, debut)
        );

    public void Notifier(
        DateOnly jour,
        DateOnly debut,
        bool transmissionRequise,
        AlertesDuMarche? alertes = null,
        DateOnly? donneesAvant = null
    )
    {
        PeutNotifier(jour, debut, transmissionRequise).Exiger();
        alertes ??= AlertesDuMarche.Livrees;
        (MoisDuRecensementSuivant, JoursDAlerteDeReconduction) = (alertes.RecensementSuivantEnMois, alertes.ReconductionEnJours);
        DonneesAvant = donneesAvant;
        (NotifieLe, Debut, Etat) = (jour, debut, EtatDeMarche.EnExecution);
        Calculer();
        Signaler(new MarcheAvance("Marché notifié", jour));
    }

    /// <summary>Décide une reconduction, ou d'y renoncer, avant sa date.</summary>
    public void DeciderReconduction(int numero, bool reconduit, DateOnly jour, string? motif)
    {
        var reconduction = _reconductions.Find(r => r.Numero == numero) ?? throw new LigneInconnueException(numero);
        Verdict
            .De(
                new MarcheEnExecution(Etat),
                new DecisionDeReconductionATemps(jour, reconduction.DecisionAvant, reconduction.Mode, reconduit),
                new ReconductionDansLOrdre(_reconductions.Where(r => r.Numero < numero).All(r => r.EstReconduit is true))
            )
            .Exiger();
        (reconduction.EstReconduit, reconduction.DecideeLe) = (reconduit, jour);
        reconduction.Motif = string.IsNullOrWhiteSpace(motif) ? null : motif.Trim();
        Calculer();
        Signaler(new ReconductionDecidee(numero, reconduit, jour, reconduction.Motif));
    }

    public void Resilier(DateOnly jour, CasDeResiliation cas, string? motif)
    {
        Verdict
            .De(
                new MarcheEnExecution(Etat),
                new Procedures.Regles.TexteRenseigne("resiliation-motif", "Écrivez le motif de la résiliation.", motif),
                new DatesDuMarcheEnOrdre(NotifieLe, jour)
            )
            .Exiger();
        (ResilieLe, CasDeLaResiliation, MotifDeLaResiliation) = (jour, cas, motif!.Trim());
        (Etat, Fin) = (EtatDeMarche.Resilie, jour);
        Signaler(new MarcheAvance($"Marché résilié, {cas.Libelle()}", jour, MotifDeLaResiliation));
    }

    /// <summary>Clôt le marché arrivé à sa fin.</summary>
    public void Terminer(DateOnly aujourdhui)
    {
        Verdict.De(new MarcheEnExecution(Etat), new FinAtteinte(Fin, aujourdhui)).Exiger();
        Etat = EtatDeMarche.Termine;
        Signaler(new MarcheAvance("Exécution terminée", Fin!.Value));
    }

    public void Confier(Guid? responsable, Guid? suppleant)
    {
        Verdict.De(new Groupements.Regles.SuppleantAutreQueLeResponsable(responsable, suppleant)).Exiger();
        if ((Responsable, Suppleant) != (responsable, suppleant))
        {
            (Responsable, Suppleant) = (responsable, suppleant);
            Signaler(new MarcheConfie());
        }
    }

    /// <summary>Les dates de fin et de décision, du début, de la période ferme et des reconductions.</summary>
    private void Calculer()
    {
        if (Debut is not { } debut)
        {
            return;
        }

        var mois = DureeFermeEnMois;
        var (acquis, possible) = (DureeFermeEnMois, DureeFermeEnMois);
        var (ouverte, refusee) = (true, false);
        foreach (var reconduction in _reconductions.OrderBy(r => r.Numero))
        {
            reconduction.DecisionAvant = debut.AddMonths(mois).AddDays(-1).AddMonths(-reconduction.PreavisEnMois);
            mois += reconduction.Mois;
            ouverte = ouverte && (reconduction.EstReconduit ?? reconduction.Mode is ModeDeReconduction.Tacite);
            refusee = refusee || reconduction.EstReconduit is false;
            acquis = ouverte ? mois : acquis;
            possible = refusee ? possible : mois;
        }

        (Fin, FinMaximale) = (
            debut.AddMonths(acquis + ProlongationEnMois).AddDays(-1),
            debut.AddMonths(possible + ProlongationEnMois).AddDays(-1)
        );
    }

    private void Nommer(string objet)
    {
        Objet = objet.Length > LongueurDeLObjet ? objet[..LongueurDeLObjet] : objet;
        var cle = Noyau.CleDeTri.De(Objet);
        CleDeTri = cle.Length > LongueurDeLObjet ? cle[..LongueurDeLObjet] : cle;
    }
}
