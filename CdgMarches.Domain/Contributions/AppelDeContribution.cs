using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions.Regles;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions;

/// <summary>Ce qu'est une ligne d'appel.</summary>
public enum NatureDAppel
{
    Initial,
    Complement,
    Reduction,
    Annulation,
}

/// <summary>Où en est une dette.</summary>
public enum EtatDAppel
{
    /// <summary>Rien n'est dû : le calcul est gardé, sans appel ni titre (RG6.03).</summary>
    SansAppel,

    /// <summary>Moins que le seuil de recouvrement : attend une dette ultérieure du même débiteur (RG6.15).</summary>
    Reporte,

    /// <summary>Un report, repris dans un appel ultérieur.</summary>
    Repris,

    Emis,

    /// <summary>Payé en entier, ou ramené à rien par une correction.</summary>
    Solde,
}

/// <summary>L'appel d'une contribution ou d'un remboursement : ce qu'on demande, à qui, et pourquoi ce montant.</summary>
/// <remarks>
/// RG6.03, RG6.14, RG6.15, RG6.30 à RG6.32. Émis, il ne change plus : une réduction, une annulation, un complément sont d'autres
/// lignes, liées à la première. Seul le suivi s'y ajoute : titre, paiements, relances. Le débiteur, le calcul et les mentions
/// sont ceux du jour de l'appel.
/// </remarks>
public sealed partial class AppelDeContribution : Agregat
{
    public const int LongueurDuMotif = 500;
    public const int LongueurDuNumeroDeTitre = 40;

    private readonly List<Paiement> _paiements = [];
    private readonly List<Relance> _relances = [];

    private AppelDeContribution() { }

    public AppelDeContributionId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public CampagneDAppelId? Campagne { get; private init; }

    /// <summary>La version de grille du calcul ; nulle pour des frais partagés.</summary>
    public GrilleId? Grille { get; private init; }

    public SourceDeDette Source { get; private init; }

    public Guid SourceId { get; private init; }

    public CollectiviteId Collectivite { get; private init; }

    /// <summary>Le groupement de l'adhésion ; nul pour une convention d'accès.</summary>
    public GroupementId? Groupement { get; private init; }

    public int Exercice { get; private init; }

    public string Type { get; private init; } = "";

    public string Occurrence { get; private init; } = "";

    /// <summary>0 pour l'appel, 1 et plus pour ce qui le corrige.</summary>
    public int Rang { get; private init; }

    public NatureDAppel Nature { get; private init; }

    /// <summary>La ligne que celle-ci corrige.</summary>
    public AppelDeContributionId? Rectifie { get; private init; }

    /// <summary>Pourquoi on corrige.</summary>
    public string? Motif { get; private init; }

    /// <summary>La correction porte sur un exercice clos : elle se fait par mandat, non par titre (FEATURES G).</summary>
    public bool SurExerciceClos { get; private init; }

    /// <summary>Le numéro dans l'exercice, sans trou ; nul quand rien n'est appelé.</summary>
    public int? Numero { get; private init; }

    /// <summary>La convention ou l'adhésion, telle que le titre la cite.</summary>
    public string Convention { get; private init; } = "";

    public DateOnly DateDAppel { get; private init; }

    public Debiteur Debiteur { get; private init; } = null!;

    public Liquidation Liquidation { get; private init; } = null!;

    /// <summary>Le montant de l'année entière.</summary>
    public MontantHt Annuel { get; private init; }

    /// <summary>Le montant de cette dette, hors reports.</summary>
    public MontantHt Propre { get; private init; }

    /// <summary>Ce que l'appel reprend de dettes trop petites pour partir seules.</summary>
    public MontantHt Report { get; private init; }

    /// <summary>Ce qui est appelé : la dette et les reports.</summary>
    public MontantHt Montant { get; private init; }

    public TauxTva Tva { get; private init; }

    public MontantTtc Ttc { get; private init; }

    public Imputation Imputation { get; private init; } = Imputation.Vide;

    public MentionsDuTitre Mentions { get; private init; } = null!;

    public ChorusDeLAppel Chorus { get; private set; } = null!;

    public EtatDAppel Etat { get; private set; }

    /// <summary>L'appel qui a repris ce report.</summary>
    public AppelDeContributionId? ReprisPar { get; private set; }

    public string? NumeroDeTitre { get; private set; }

    public DateOnly? DateDeTitre { get; private set; }

    /// <summary>La somme, négative, des réductions et annulations ; un complément se paie à part.</summary>
    public MontantTtc Corrections { get; private set; }

    public MontantTtc Paye { get; private set; }

    /// <summary>Le jour du dernier paiement d'un appel soldé ; nul tant qu'il reste dû, ou si rien n'a été payé.</summary>
    public DateOnly? PayeLe { get; private set; }

    public int NombreDeRelances { get; private set; }

    public DateOnly? DerniereRelanceLe { get; private set; }

    /// <summary>La mise en demeure, qui ouvre la dénonciation pour défaut de paiement (RG6.20, RG6.21).</summary>
    public DateOnly? MiseEnDemeureLe { get; private set; }

    /// <summary>Les jours laissés pour payer, tels qu'ils valaient le jour de l'appel.</summary>
    public int DelaiDePaiement { get; private init; }

    /// <summary>Les jours entre deux relances, tels qu'ils valaient le jour de l'appel.</summary>
    public int EcartEntreRelances { get; private init; }

    public DateTimeOffset? ExporteLe { get; private set; }

    public IReadOnlyList<Paiement> Paiements => _paiements;

    public IReadOnlyList<Relance> Relances => _relances;

    /// <summary>L'exercice dont la dette est née : celui où elle s'écrit, sauf une dette tardive d'un exercice clos.</summary>
    public int ExerciceCalcule => Liquidation.Debut.Year;

    public ReferenceDAppel? Reference => Numero is { } numero ? new ReferenceDAppel(Exercice, numero) : null;

    /// <summary>Le nom de la pièce jointe au titre, dans la colonne et dans l'archive.</summary>
    public string NomDeLaPiece => $"{Reference?.ToString() ?? "sans-appel"}.docx";

    /// <inheritdoc cref="MotsDesAppels.SePaie"/>
    public bool SePaie => Nature.SePaie();

    /// <summary>Le jour où la situation du débiteur s'apprécie : celui de l'appel, sans sortir de l'exercice appelé (RG6.27, RG6.28).</summary>
    public DateOnly JourDAppreciation =>
        Exercice == ExerciceCalcule && DateDAppel.Year > Exercice ? new DateOnly(Exercice, 12, 31) : DateDAppel;

    /// <summary>Ce qu'il reste à payer : l'appel, ses corrections, moins les paiements.</summary>
    public MontantTtc ResteDu => SePaie ? Ttc + Corrections - Paye : MontantTtc.Zero;

    /// <summary>Ce qui a été payé au-delà de ce qui est dû, après une correction : à rembourser par mandat.</summary>
    public MontantTtc TropPercu => ResteDu < MontantTtc.Zero ? -ResteDu : MontantTtc.Zero;

    public CleDeDette CleDeDette => new(Source, SourceId, Exercice, Type, Occurrence);

    /// <summary>Les mentions sans lesquelles rien n'est émis (RG6.31).</summary>
    public static Verdict PeutPorter(MentionsDuTitre? mentions) =>
        Verdict.De(
            new ComptableConnu(mentions?.Comptable),
            new VoiesDeRecoursConnues(mentions?.VoiesDeRecours),
            new SignataireConnu(mentions?.Signataire)
        );

    /// <summary>Établit la dette d'un redevable : appelée, reportée sous le seuil, ou gardée sans appel.</summary>
    /// <param name="dette">Tout ce que la ligne fige.</param>
    /// <param name="numero">Le numéro de l'exercice, pour ce qui est appelé.</param>
    /// <exception cref="RegleMetierException">Une mention manque, ou le montant est négatif.</exception>
    public static AppelDeContribution Etablir(DetteAEtablir dette, int? numero)
    {
        Verdict.De(new MontantDAppelPositif(dette.Propre + dette.Report)).Exiger();
        if (dette.Issue is EtatDAppel.Emis)
        {
            PeutPorter(dette.Mentions).Exiger();
        }

        var montant = dette.Issue is EtatDAppel.Emis ? dette.Propre + dette.Report : dette.Propre;
        var appel = new AppelDeContribution
        {
            Id = AppelDeContributionId.Nouveau(),
            Campagne = dette.Campagne,
            Grille = dette.Grille,
            Source = dette.Cle.Source,
            SourceId = dette.Cle.SourceId,
            Collectivite = dette.Collectivite,
            Groupement = dette.Groupement,
            Exercice = dette.Cle.Exercice,
            Type = dette.Cle.Type,
            Occurrence = dette.Cle.Occurrence,
            Nature = NatureDAppel.Initial,
            Numero = dette.Issue is EtatDAppel.Emis ? numero : null,
            Convention = dette.Convention,
            DateDAppel = dette.DateDAppel,
            Debiteur = dette.Debiteur,
            Liquidation = dette.Liquidation,
            Annuel = dette.Annuel,
            Propre = dette.Propre,
            Report = dette.Issue is EtatDAppel.Emis ? dette.Report : MontantHt.Zero,
            Montant = montant,
            Tva = dette.Tva,
            Ttc = montant.Taxer(dette.Tva),
            Imputation = dette.Imputation,
            Mentions = dette.Mentions,
            Chorus = ChorusDeLAppel.Vide,
            DelaiDePaiement = dette.Delais.Paiement,
            EcartEntreRelances = dette.Delais.Relances,
            Etat = dette.Issue,
        };
        appel.Signaler(new DetteEtablie(appel.Collectivite, appel.Reference, appel.Etat, appel.Montant, appel.Liquidation.Fiche));
        return appel;
    }

    /// <summary>L'issue d'une dette : rien, un report, ou un appel.</summary>
    /// <param name="propre">Le montant de la dette.</param>
    /// <param name="report">Ce que le débiteur doit de reports.</param>
    /// <param name="tva">Le taux : le seuil se compare à la somme due, toutes taxes comprises.</param>
    /// <param name="seuil">Le seuil de recouvrement du jour, en euros (RG6.15).</param>
    public static EtatDAppel IssueDe(MontantHt propre, MontantHt report, TauxTva tva, decimal seuil) =>
        propre == MontantHt.Zero ? EtatDAppel.SansAppel
        : new CreanceRecouvrable((propre + report).Taxer(tva), seuil).EstRespectee ? EtatDAppel.Emis
        : EtatDAppel.Reporte;

    /// <summary>Un appel ultérieur du même débiteur reprend ce report.</summary>
    public void ReprendreDans(AppelDeContributionId appel, ReferenceDAppel reference)
    {
        Verdict.De(new DetteReportee(Etat)).Exiger();
        (Etat, ReprisPar) = (EtatDAppel.Repris, appel);
        Signaler(new ReportRepris(Collectivite, reference, Montant));
    }

    /// <param name="nature">Le sens de la correction.</param>
    /// <param name="montant">La valeur absolue hors taxes.</param>
    /// <param name="dejaRetire">La somme hors taxes, négative ou nulle, des réductions et annulations déjà faites.</param>
    /// <param name="motif">Pourquoi.</param>
    public Verdict PeutRectifier(NatureDAppel nature, MontantHt montant, MontantHt dejaRetire, string? motif) =>
        Verdict.De(
            new DetteACorriger(Etat, nature),
            new CorrigeUnAppelInitial(Nature),
            new CorrectionDansLAppel(nature, montant, Montant + dejaRetire),
            new TexteDeGrilleRenseigne("Le motif de la correction", motif ?? "", LongueurDuMotif, "motif")
        );

    /// <summary>Corrige l'appel par une ligne liée : réduction, annulation ou complément ; l'appel ne change pas.</summary>
    /// <param name="nature">Le sens de la correction.</param>
    /// <param name="montant">La valeur absolue hors taxes ; sans objet pour une annulation, qui prend ce qui reste.</param>
    /// <param name="dejaRetire">La somme hors taxes, négative ou nulle, des réductions et annulations déjà faites.</param>
    /// <param name="motif">Pourquoi.</param>
    /// <param name="rang">Le rang de la correction, à partir de 1.</param>
    /// <param name="numero">Le numéro de la ligne dans l'exercice ; nul pour un complément reporté sous le seuil (RG6.15).</param>
    /// <param name="jour">Sa date.</param>
    /// <param name="exerciceClos">
    /// L'exercice est clos : ce qui diminue la dette se fait par mandat, et un complément se titre sur l'exercice ouvert (RG6.30).
    /// </param>
    public AppelDeContribution Rectifier(
        NatureDAppel nature,
        MontantHt montant,
        MontantHt dejaRetire,
        string? motif,
        int rang,
        int? numero,
        DateOnly jour,
        bool exerciceClos
    )
    {
        PeutRectifier(nature, montant, dejaRetire, motif)
            .Et(nature is NatureDAppel.Complement ? PeutPorter(Mentions) : Verdict.De())
            .Exiger();
        var ttc = nature is NatureDAppel.Annulation ? -(Ttc + Corrections) : montant.Taxer(Tva);
        var ht = nature is NatureDAppel.Annulation ? -(Montant + dejaRetire) : montant;
        if (nature is NatureDAppel.Reduction)
        {
            (ttc, ht) = (-ttc, -ht);
        }

        var exercice = ExerciceDeLaCorrection(nature, jour, exerciceClos);
        var ligne = new AppelDeContribution
        {
            Id = AppelDeContributionId.Nouveau(),
            Campagne = Campagne,
            Grille = Grille,
            Source = Source,
            SourceId = SourceId,
            Collectivite = Collectivite,
            Groupement = Groupement,
            Exercice = exercice,
            Type = Type,
            Occurrence = Occurrence,
            Rang = rang,
            Nature = nature,
            Rectifie = Id,
            Motif = motif!.Trim(),
            SurExerciceClos = exerciceClos && exercice == Exercice,
            Numero = numero,
            Convention = Convention,
            DateDAppel = jour,
            Debiteur = Debiteur with { },
            Liquidation = Liquidation with
            {
                Fiche =
                    $"{nature.Libelle()} de {(Reference is null ? "la dette gardée sans appel" : $"l'appel {Reference}")} : {motif.Trim()}"
                    + (
                        exercice == Exercice
                            ? ""
                            : $" (rattaché à l'exercice {Annee(exercice)}, celui de {Annee(Exercice)} étant clos)"
                    ),
            },
            Annuel = Annuel,
            Propre = ht,
            Montant = ht,
            Tva = Tva,
            Ttc = ttc,
            Imputation = Imputation with { },
            Mentions = Mentions with { },
            Chorus = Chorus with { },
            DelaiDePaiement = DelaiDePaiement,
            EcartEntreRelances = EcartEntreRelances,
            Etat =
                nature is not NatureDAppel.Complement ? EtatDAppel.Solde
                : numero is null ? EtatDAppel.Reporte
                : EtatDAppel.Emis,
        };
        // A complement is claimed and paid on its own; what lowers the debt is deducted from the original.
        if (nature is not NatureDAppel.Complement)
        {
            Corrections += ttc;
            Solder();
        }

        Signaler(new AppelRectifie(Collectivite, nature, ligne.Reference, ligne.Montant, ligne.Motif));
        ligne.Signaler(new DetteEtablie(Collectivite, ligne.Reference, ligne.Etat, ligne.Montant, ligne.Liquidation.Fiche));
        return ligne;
    }

    /// <summary>L'exercice où la correction s'écrit : celui de l'appel, sauf un complément tardif, qui est une recette de l'exercice ouvert.</summary>
    /// <remarks>RG6.30. Un exercice ne se clôt que l'année suivante : celui du jour est ouvert.</remarks>
    public int ExerciceDeLaCorrection(NatureDAppel nature, DateOnly jour, bool exerciceClos) =>
        exerciceClos && nature is NatureDAppel.Complement ? jour.Year : Exercice;

    private static string Annee(int annee) => annee.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private void Solder() =>
        (Etat, PayeLe) =
            ResteDu > MontantTtc.Zero ? (EtatDAppel.Emis, null)
            : _paiements.Count > 0 ? (EtatDAppel.Solde, _paiements.Max(p => p.Le))
            : (EtatDAppel.Solde, (DateOnly?)null);
}

/// <summary>Tout ce qu'une ligne d'appel fige.</summary>
public sealed record DetteAEtablir(
    CleDeDette Cle,
    CollectiviteId Collectivite,
    GroupementId? Groupement,
    CampagneDAppelId? Campagne,
    GrilleId? Grille,
    string Convention,
    DateOnly DateDAppel,
    Debiteur Debiteur,
    Liquidation Liquidation,
    MontantHt Annuel,
    MontantHt Propre,
    MontantHt Report,
    EtatDAppel Issue,
    TauxTva Tva,
    Imputation Imputation,
    MentionsDuTitre Mentions,
    DelaisDeRecouvrement Delais
);

/// <summary>Les délais du recouvrement, valeurs datées figées par l'appel.</summary>
/// <param name="Paiement">Les jours laissés pour payer avant la première relance.</param>
/// <param name="Relances">Les jours entre deux relances.</param>
public sealed record DelaisDeRecouvrement(int Paiement, int Relances);
