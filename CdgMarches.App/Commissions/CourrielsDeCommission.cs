using CdgMarches.App.Courriels;

namespace CdgMarches.App.Commissions;

/// <summary>Les courriels de la commission dont le CDG peut réécrire le texte.</summary>
/// <remarks>Une convocation garde sa date, son heure, son lieu, son ordre du jour et son lien (RG2.14) : le texte réécrit ne peut les ôter.</remarks>
internal static class CourrielsDeCommission
{
    private static readonly ChampDeModele Commission = new("commission", "Le nom de la commission", "CAO du groupement Actes");

    private static readonly ChampDeModele Jour = new("jour", "La date, en chiffres", "16/03/2026");

    private static readonly ChampDeModele Date = new("date", "Le jour de la réunion, en lettres", "lundi 16 mars 2026");

    private static readonly ChampDeModele Heure = new("heure", "L'heure de la réunion", "14 h 00");

    private static readonly IReadOnlyList<ChampDeModele> DUneConvocation =
    [
        Commission,
        Jour,
        Date with
        {
            EstIndispensable = true,
        },
        Heure with
        {
            EstIndispensable = true,
        },
        new("nature", "« Convocation » ou « Seconde convocation »", "Convocation"),
        new("coordonnateur", "Qui convoque", "Centre de gestion du Pas-de-Calais"),
        new("qualite", "Ce que la personne est dans la commission", "titulaire, Arras"),
        new("mode", "En présence, à distance ou les deux", "présentiel"),
        new("lieu", "Le lieu, la visioconférence et ses modalités, une ligne chacun", "Lieu : salle Vauban")
        {
            EstIndispensable = true,
        },
        new("ordre_du_jour", "Les points, un par ligne", "1. Lot 1 — Télétransmission (choix du titulaire)")
        {
            EstIndispensable = true,
        },
        new("premiere", "Sur seconde convocation, la phrase qui le dit", ""),
        new("pouvoir", "Ce que fait le suppléant, ou le titulaire absent", "Prévenez votre suppléant si vous êtes absent."),
        new("lien", "Le lien personnel", "https://marches.exemple.fr/convocation/…") { EstIndispensable = true },
    ];

    private static readonly ChampDeModele Changements = new(
        "changements",
        "Ce qui change depuis la convocation précédente",
        "La réunion prévue le 16 mars se tiendra le 23."
    )
    {
        EstIndispensable = true,
    };

    private const string Corps = """
        {{premiere}}

        {{Le coordonnateur}} vous convoque à la réunion de la commission d'appel d'offres ({{commission}}), comme {{qualite}}.

        Date : {{date}} à {{heure}}
        Mode : {{mode}}
        {{lieu}}

        Ordre du jour :
        {{ordre_du_jour}}

        Répondez et lisez les documents par ce lien personnel, qui ne vaut que pour cette séance :
        {{lien}}

        {{pouvoir}}
        """;

    public static DefinitionDeModele Convocation { get; } =
        new(
            "commission.convocation",
            "Commission : convocation",
            DUneConvocation,
            "{{nature}} — {{commission}}, {{jour}}",
            Corps
        );

    public static DefinitionDeModele Rectificative { get; } =
        new(
            "commission.rectificative",
            "Commission : convocation rectificative",
            [.. DUneConvocation, Changements],
            "Convocation rectificative — {{commission}}, {{jour}}",
            "Cette convocation remplace la précédente. Ce qui change :\n{{changements}}\n\n" + Corps
        );

    public static DefinitionDeModele Rappel { get; } =
        new(
            "commission.rappel",
            "Commission : rappel à qui n'a pas répondu",
            DUneConvocation,
            "Rappel : {{nature}} — {{commission}}, {{jour}}",
            Corps
        );

    public static DefinitionDeModele Annulation { get; } =
        new(
            "commission.annulation",
            "Commission : réunion annulée",
            [
                Commission,
                Jour,
                Date,
                Heure,
                new("motif", "Pourquoi elle est annulée", "Report à une date ultérieure"),
                new("changements", "Ce qui avait changé sans que la personne le sache encore", ""),
            ],
            "Annulation — {{commission}}, {{jour}}",
            """
            La réunion du {{date}} à {{heure}} est annulée : {{motif}}.

            {{changements}}

            Vous n'avez rien à faire ; une nouvelle convocation viendra s'il y a lieu.
            """
        );

    public static DefinitionDeModele Suppleant { get; } =
        new(
            "commission.suppleant",
            "Commission : suppléant appelé à siéger",
            [
                Commission,
                Jour,
                Date,
                Heure,
                new("titulaire", "Le titulaire qui ne siège pas", "Mme Aude Vasseur"),
                new("siege", "Le membre dont c'est le siège", "Arras"),
                new("raison", "Ce que le titulaire a dit", "ne pourra pas siéger"),
                new("delai", "Si les jours francs tiennent pour lui", "Sa convocation est partie le 10/03/2026."),
            ],
            "Vous êtes appelé à siéger — {{commission}}, {{jour}}",
            """
            {{titulaire}}, titulaire du siège « {{siege}} », {{raison}}. Vous êtes son suppléant : siégez {{date}} à {{heure}}.

            {{delai}}

            Votre convocation, déjà reçue, porte votre lien personnel.
            """
        );

    public static DefinitionDeModele Code { get; } =
        new(
            "commission.code",
            "Commission : code qui ouvre les documents",
            [
                new("code", "Le code à six chiffres", "042 517") { EstIndispensable = true },
                new("minutes", "Combien de minutes il vaut", "30"),
            ],
            "Votre code : {{code}}",
            """
            Le code qui ouvre les documents de la séance sur cet appareil est {{code}}. Il vaut {{minutes}} minutes.

            Si vous ne l'avez pas demandé, ne le donnez à personne.
            """
        );

    public static IReadOnlyList<DefinitionDeModele> Tous { get; } =
    [Convocation, Rectificative, Rappel, Annulation, Suppleant, Code];
}
