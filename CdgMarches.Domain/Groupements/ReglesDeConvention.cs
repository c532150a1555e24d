using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Ce que la convention constitutive d'un groupement fixe : délais, quorum, adhésion, retrait, modification. Des données, jamais du code.</summary>
/// <remarks>
/// RG1.10. Un profil tout prêt reproduit une convention connue (<see cref="De"/>) ; chaque valeur se règle ensuite. Une commission,
/// une adhésion ou un retrait lit <c>groupement.Regles</c> et ne connaît aucune convention en particulier.
/// </remarks>
public sealed record ReglesDeConvention
{
    public const int LongueurDUnArticle = 200;

    /// <summary>Le profil dont les règles sont parties ; elles peuvent s'en être écartées (<see cref="SuitSonProfil"/>).</summary>
    public ProfilDeConvention Profil { get; init; }

    /// <summary>Les jours francs entre l'envoi d'une convocation et la séance (RG2.12) ; 0 quand rien n'est stipulé.</summary>
    public int JoursFrancsDeConvocation { get; init; } = 5;

    /// <summary>Une convocation tardive est permise sur motif ; sinon elle est refusée (RG2.10).</summary>
    public bool EnvoiTardifPermis { get; init; }

    public TypeDeQuorum Quorum { get; init; }

    /// <summary>Une séance convoquée de nouveau faute de quorum siège sans condition de quorum (RG2.24).</summary>
    public bool SecondeConvocationSansQuorum { get; init; } = true;

    /// <summary>Les jours francs de cette seconde convocation (RG2.24 c).</summary>
    public int SecondeConvocationJoursFrancs { get; init; } = 5;

    /// <summary>La voix du président départage une égalité ; aucun texte ne la donne, il faut un article de la convention (RG2.30).</summary>
    public bool VoixPreponderante { get; init; }

    /// <summary>L'article qui donne la voix prépondérante ; nul quand elle n'est pas donnée.</summary>
    public string? ArticleDeLaVoixPreponderante { get; init; }

    public RegimeDeCao RegimeDeCao { get; init; }

    /// <summary>Chaque titulaire de la commission a un suppléant : la loi le permet, la convention peut l'imposer (RG2.07).</summary>
    public bool SuppleantObligatoire { get; init; } = true;

    public ModeDAdhesion ModeDAdhesion { get; init; }

    /// <summary>Aucune adhésion du lancement au terme d'une consultation, les deux jours compris (RG1.21).</summary>
    public bool VerrouDAdhesion { get; init; } = true;

    public ModeDeRetrait ModeDeRetrait { get; init; }

    /// <summary>Le mois de la date avant laquelle informer le coordonnateur, au régime du préavis (RG1.31).</summary>
    public int MoisDuPreavis { get; init; } = 10;

    /// <summary>Le jour de cette date.</summary>
    public int JourDuPreavis { get; init; } = 30;

    public LectureDuPreavis LectureDuPreavis { get; init; }

    /// <summary>Toute modification veut l'accord de chaque membre ; sinon la majorité des membres suffit (RG1.34).</summary>
    public bool ModificationUnanime { get; init; } = true;

    public SortieDuCoordonnateur SortieDuCoordonnateur { get; init; }

    /// <summary>L'entrée en vigueur attend aussi la publication de droit commun (RG1.12 : l'article 2, plus strict que le 6.1).</summary>
    public bool PublicationRequise { get; init; } = true;

    /// <summary>Le mois de l'échéance du bilan annuel de chaque membre, l'année suivante (RG7.01).</summary>
    public int MoisDuBilan { get; init; } = 3;

    /// <summary>Le jour de cette échéance.</summary>
    public int JourDuBilan { get; init; } = 31;

    /// <summary>Le quorum du profil courant : plus de la moitié des voix délibératives (RG2.20).</summary>
    public bool QuorumPlusDeLaMoitie => Quorum is TypeDeQuorum.PlusDeLaMoitie;

    /// <summary>Vrai tant qu'aucune règle ne s'écarte du profil.</summary>
    public bool SuitSonProfil => this == De(Profil);

    /// <summary>Les règles toutes prêtes d'un profil.</summary>
    public static ReglesDeConvention De(ProfilDeConvention profil) =>
        profil switch
        {
            ProfilDeConvention.GroupementDedie => new ReglesDeConvention(),
            ProfilDeConvention.GroupementPermanent => new ReglesDeConvention
            {
                Profil = ProfilDeConvention.GroupementPermanent,
                RegimeDeCao = RegimeDeCao.Coordonnateur,
                SuppleantObligatoire = false,
                ModeDAdhesion = ModeDAdhesion.ParFenetre,
                ModeDeRetrait = ModeDeRetrait.PreavisAnnuel,
                SortieDuCoordonnateur = SortieDuCoordonnateur.Dissout,
            },
        };

    /// <summary>Les bornes que toute convention respecte.</summary>
    public Verdict EstCoherente() =>
        Verdict.De(
            new JoursFrancsPlausibles("La convocation", JoursFrancsDeConvocation, "jours-francs"),
            new JoursFrancsPlausibles("La seconde convocation", SecondeConvocationJoursFrancs, "seconde-jours-francs"),
            new VoixPreponderanteStipulee(VoixPreponderante, ArticleDeLaVoixPreponderante),
            new TexteBorne(
                "L'article de la voix prépondérante",
                ArticleDeLaVoixPreponderante,
                LongueurDUnArticle,
                "article-voix"
            ),
            new JourDeLAnneePlausible("La date du préavis", MoisDuPreavis, JourDuPreavis, "preavis"),
            new JourDeLAnneePlausible("L'échéance du bilan", MoisDuBilan, JourDuBilan, "bilan")
        );

    /// <summary>Le dernier jour utile pour informer le coordonnateur d'un retrait, une année donnée (RG1.31).</summary>
    /// <remarks>« Avant le 30 octobre » se lit ici : le 29 à 24 h ; une convention peut comprendre le 30.</remarks>
    public DateOnly DernierJourDuPreavis(int annee)
    {
        var date = JourDe(annee, MoisDuPreavis, JourDuPreavis);
        return LectureDuPreavis is LectureDuPreavis.JourExclu ? date.AddDays(-1) : date;
    }

    /// <summary>L'échéance du bilan d'exécution d'une année : l'année suivante, au jour fixé (RG7.01).</summary>
    public DateOnly EcheanceDuBilan(int annee) => JourDe(annee + 1, MoisDuBilan, JourDuBilan);

    /// <summary>Un 29 février stipulé tombe le 28 des années communes.</summary>
    private static DateOnly JourDe(int annee, int mois, int jour) =>
        new(annee, mois, Math.Min(jour, DateTime.DaysInMonth(annee, mois)));
}

/// <summary>La convention connue dont les règles partent.</summary>
public enum ProfilDeConvention
{
    /// <summary>Quelques membres autour de marchés donnés : CAO propre, adhésion par avenant, retrait par délibération datée.</summary>
    GroupementDedie,

    /// <summary>Durée indéterminée : CAO du coordonnateur, adhésion par fenêtres, retrait annuel sur préavis.</summary>
    GroupementPermanent,
}

/// <summary>Combien de voix délibératives présentes font le quorum (RG2.20).</summary>
public enum TypeDeQuorum
{
    PlusDeLaMoitie,
    LaMoitieAuMoins,
}

/// <summary>Quelle commission d'appel d'offres attribue (CGCT, art. L1414-3).</summary>
public enum RegimeDeCao
{
    /// <summary>Une commission du groupement, un siège par membre (I).</summary>
    Propre,

    /// <summary>Celle du coordonnateur (II).</summary>
    Coordonnateur,
}

/// <summary>Comment on entre dans un groupement déjà formé.</summary>
public enum ModeDAdhesion
{
    /// <summary>Par un avenant que chaque membre accepte (RG1.20).</summary>
    ParAvenant,

    /// <summary>Pendant la fenêtre ouverte avant chaque remise en concurrence (RG1.17).</summary>
    ParFenetre,
}

/// <summary>Comment on sort d'un groupement.</summary>
public enum ModeDeRetrait
{
    /// <summary>Une délibération fixe le jour de sortie et les modalités financières (RG1.30).</summary>
    DeliberationDatee,

    /// <summary>Le coordonnateur est informé avant une date, puis délibération : sortie au 31 décembre (RG1.31).</summary>
    PreavisAnnuel,
}

/// <summary>Comment « avant le » se lit (RG1.31, à confirmer par le CDG).</summary>
public enum LectureDuPreavis
{
    /// <summary>Le dernier jour utile est la veille de la date.</summary>
    JourExclu,

    /// <summary>La date elle-même est encore utile.</summary>
    JourInclus,
}

/// <summary>Ce que fait le retrait du coordonnateur (RG1.33).</summary>
public enum SortieDuCoordonnateur
{
    /// <summary>Il est refusé tant qu'un avenant n'a pas nommé un autre coordonnateur.</summary>
    Refusee,

    /// <summary>Il dissout le groupement de fait.</summary>
    Dissout,
}
