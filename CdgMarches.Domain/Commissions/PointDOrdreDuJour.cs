using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;

namespace CdgMarches.Domain.Commissions;

/// <summary>Un point de l'ordre du jour, ce que la commission en a dit et décidé.</summary>
public sealed class PointDOrdreDuJour
{
    public const int LongueurDuTitre = 400;
    public const int LongueurDesTextes = 8000;
    public const int LongueurDeLAttributaire = 200;
    public const int LongueurDeLaCompetence = 1000;

    private PointDOrdreDuJour() { }

    internal PointDOrdreDuJour(int numero, DefinitionDePoint definition, bool estNouveau)
    {
        (Numero, EstNouveau) = (numero, estNouveau);
        Definir(definition);
    }

    /// <summary>Le numéro à l'ordre du jour, à partir de 1.</summary>
    public int Numero { get; private init; }

    public string Titre { get; private set; } = "";

    public NatureDuPoint Nature { get; private set; }

    /// <summary>Le groupement pour lequel on délibère.</summary>
    public GroupementId? Groupement { get; private set; }

    public ProcedureId? Procedure { get; private set; }

    /// <summary>Le numéro du lot dans la procédure ; nul quand le point porte sur toute la procédure.</summary>
    public int? Lot { get; private set; }

    /// <summary>L'avenant, quand le point en est un.</summary>
    public string? Avenant { get; private set; }

    /// <summary>Pourquoi la commission est compétente, ou ne donne qu'un avis simple (RG2.01, RG2.40).</summary>
    public string? Competence { get; private set; }

    /// <summary>Le montant du projet d'avenant, en centimes hors taxes, quand l'application tient le marché.</summary>
    public long? MontantDAvenantCentimes { get; private set; }

    /// <summary>Pourquoi l'agent saisit la commission autrement que les textes ne le proposent.</summary>
    public string? MotifDeSaisine { get; private set; }

    /// <summary>Ajouté à l'ordre du jour d'une seconde convocation : le quorum ordinaire lui reste dû (RG2.24 b).</summary>
    public bool EstNouveau { get; private init; }

    /// <summary>Vrai si le vote est public : chaque voix est alors nommée.</summary>
    public bool VoteNominatif { get; private set; }

    /// <summary>Le rapport d'analyse, ou ses éléments.</summary>
    public string? Rapport { get; private set; }

    public string? Notes { get; private set; }

    /// <summary>Les observations dont un membre demande l'inscription, et celles du comptable et de la DGCCRF.</summary>
    public string? Observations { get; private set; }

    public DateTimeOffset? AbordeLe { get; private set; }

    public IssueDuPoint? Issue { get; private set; }

    public string? Attributaire { get; private set; }

    public string? Motifs { get; private set; }

    public int? Pour { get; private set; }

    public int? Contre { get; private set; }

    public int? Abstentions { get; private set; }

    public ResultatDuVote? Resultat { get; private set; }

    /// <summary>Les voix présentes au moment de la décision.</summary>
    public int? VoixPresentes { get; private set; }

    /// <summary>Le quorum qui valait alors.</summary>
    public int? QuorumRequis { get; private set; }

    public DateTimeOffset? DecideLe { get; private set; }

    /// <summary>Avance à chaque enregistrement du point : deux écrans ne s'écrasent pas, sans que les présences les gênent.</summary>
    public int Revision { get; private set; }

    internal void Definir(DefinitionDePoint d)
    {
        (Titre, Nature, Groupement, Procedure, Lot) = (d.Titre, d.Nature, d.Groupement, d.Procedure, d.Lot);
        (Avenant, Competence, VoteNominatif, Rapport) = (d.Avenant, d.Competence, d.VoteNominatif, d.Rapport);
        (MontantDAvenantCentimes, MotifDeSaisine) = (d.MontantDAvenant?.Centimes, d.MotifDeSaisine);
        Revision++;
    }

    internal void Aborder(DateTimeOffset instant) => AbordeLe ??= instant;

    internal void Noter(string? rapport, string? notes, string? observations)
    {
        (Rapport, Notes, Observations) = (Net(rapport), Net(notes), Net(observations));
        Revision++;
    }

    internal void Decider(DecisionProposee d, int voix, int requis, ResultatDuVote? resultat, DateTimeOffset instant)
    {
        (Issue, Attributaire, Motifs) = (d.Issue, d.Attributaire, d.Motifs);
        (Pour, Contre, Abstentions) = (d.Vote?.Pour, d.Vote?.Contre, d.Vote?.Abstentions);
        (Resultat, VoixPresentes, QuorumRequis, DecideLe) = (resultat, voix, requis, instant);
        AbordeLe ??= instant;
        Revision++;
    }

    internal PointDOrdreDuJour Reporter() =>
        new(
            Numero,
            new DefinitionDePoint(Titre, Nature, Groupement, Procedure, Lot, Avenant, Competence, VoteNominatif, Rapport)
            {
                MontantDAvenant = MontantDAvenantCentimes is { } c ? MontantHt.DeCentimes(c) : null,
                MotifDeSaisine = MotifDeSaisine,
            },
            false
        );

    private static string? Net(string? texte) => string.IsNullOrWhiteSpace(texte) ? null : texte.Trim();
}

/// <summary>Un point tel qu'il est saisi.</summary>
public sealed record DefinitionDePoint
{
    public DefinitionDePoint(
        string? titre,
        NatureDuPoint nature,
        GroupementId? groupement,
        ProcedureId? procedure = null,
        int? lot = null,
        string? avenant = null,
        string? competence = null,
        bool voteNominatif = false,
        string? rapport = null
    )
    {
        (Titre, Nature, Groupement, Procedure, Lot) = ((titre ?? "").Trim(), nature, groupement, procedure, lot);
        (Avenant, Competence, VoteNominatif, Rapport) = (avenant?.Trim(), competence?.Trim(), voteNominatif, rapport?.Trim());
    }

    public string Titre { get; }
    public NatureDuPoint Nature { get; }
    public GroupementId? Groupement { get; }
    public ProcedureId? Procedure { get; }
    public int? Lot { get; }
    public string? Avenant { get; }
    public string? Competence { get; init; }
    public bool VoteNominatif { get; }
    public string? Rapport { get; }

    /// <summary>Le montant du projet d'avenant, rapporté au marché que l'application tient.</summary>
    public MontantHt? MontantDAvenant { get; init; }

    /// <summary>Pourquoi l'agent retient autre chose que ce que les textes proposent.</summary>
    public string? MotifDeSaisine
    {
        get;
        init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }
}

/// <summary>Ce que l'on propose de décider d'un point.</summary>
/// <param name="Issue">L'issue.</param>
/// <param name="Vote">Le décompte ; nul pour un ajournement.</param>
/// <param name="VoixDuPresident">Le vote du président, que la voix prépondérante peut rendre décisif.</param>
/// <param name="Attributaire">Le candidat retenu.</param>
/// <param name="Motifs">Les raisons.</param>
/// <param name="Voix">Les voix nommées, quand le vote est public.</param>
public sealed record DecisionProposee(
    IssueDuPoint Issue,
    Decompte? Vote = null,
    SensDuVote? VoixDuPresident = null,
    string? Attributaire = null,
    string? Motifs = null,
    IReadOnlyDictionary<Guid, SensDuVote>? Voix = null
);

/// <summary>Une offre examinée à un point, son classement ou le motif de son rejet.</summary>
public sealed class OffreExaminee
{
    public const int LongueurDuCandidat = 200;
    public const int LongueurDuMotif = 1000;

    private OffreExaminee() { }

    public OffreExaminee(
        int point,
        int ordre,
        string candidat,
        decimal? note,
        int? rang,
        long? montantCentimes,
        string? motifDeRejet
    )
    {
        (Point, Ordre, Candidat, Note, Rang) = (point, ordre, candidat, note, rang);
        (MontantCentimes, MotifDeRejet) = (montantCentimes, motifDeRejet);
    }

    public int Point { get; private init; }

    public int Ordre { get; private init; }

    public string Candidat { get; private init; } = "";

    /// <summary>La note globale, quand l'offre est classée.</summary>
    public decimal? Note { get; private init; }

    public int? Rang { get; private init; }

    /// <summary>Le montant HT, en centimes.</summary>
    public long? MontantCentimes { get; private init; }

    /// <summary>Pourquoi l'offre est rejetée ; nul si elle est admise.</summary>
    public string? MotifDeRejet { get; private init; }
}

/// <summary>Un document d'un point : visible des seules personnes qui siègent ou sont invitées (RG2.34).</summary>
public sealed class DocumentDePoint
{
    private DocumentDePoint() { }

    public DocumentDePoint(int point, Guid piece, string nom, string sha256) =>
        (Point, Piece, Nom, Sha256) = (point, piece, nom, sha256);

    public int Point { get; private init; }

    public Guid Piece { get; private init; }

    public string Nom { get; private init; } = "";

    public string Sha256 { get; private init; } = "";
}
