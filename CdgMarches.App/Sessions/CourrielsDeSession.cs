using CdgMarches.App.Courriels;

namespace CdgMarches.App.Sessions;

/// <summary>Les courriels d'une session de présentation dont le CDG peut réécrire le texte.</summary>
internal static class CourrielsDeSession
{
    private static readonly IReadOnlyList<ChampDeModele> LaSession =
    [
        new("membre", "La collectivité pour qui l'on s'inscrit", "Arras"),
        new("groupement", "Le groupement, millésime compris", "Dématérialisation (millésime 2027)"),
        new("titre", "Le titre de la session", "Présentation des offres"),
        new("jour", "La date, en chiffres", "16/03/2026"),
        new("quand", "Le jour et les heures", "lundi 16 mars 2026 de 9 h 00 à 11 h 00") { EstIndispensable = true },
        new("lieu", "Le lieu", "Salle Vauban") { EstIndispensable = true },
        new("prestataires", "Qui présente", "Alpha SAS"),
    ];

    private static readonly ChampDeModele Lien = new(
        "lien",
        "Le lien personnel d'inscription",
        "https://marches.exemple.fr/sessions/inscription/…"
    )
    {
        EstIndispensable = true,
    };

    public static DefinitionDeModele Invitation { get; } =
        new(
            "session.inscrire",
            "Session de présentation : invitation",
            [.. LaSession, Lien],
            "{{membre}} : {{titre}}, le {{jour}}",
            """
            Vous êtes invités à une session de présentation, {{quand}}, {{lieu}}.

            Collectivité : {{membre}}
            Groupement : {{groupement}}

            Prestataires :
            {{prestataires}}

            Pour inscrire qui viendra pour cette collectivité, sans compte, puis changer ou annuler l'inscription jusqu'au début de la session :
            {{lien}}

            Rien n'est enregistré tant que vous ne confirmez pas.
            """
        );

    public static DefinitionDeModele Modification { get; } =
        new(
            "session.modification",
            "Session de présentation : jour, heure ou lieu changé",
            [.. LaSession, Lien],
            "Changement pour {{membre}} : {{titre}}, le {{jour}}",
            """
            La session de présentation « {{titre}} » a changé. Elle se tient désormais {{quand}}, {{lieu}}.

            Collectivité : {{membre}}
            Groupement : {{groupement}}

            Prestataires :
            {{prestataires}}

            Si vous y étiez inscrits, vous le restez. Pour inscrire qui viendra pour cette collectivité, sans compte, ou changer ou annuler l'inscription :
            {{lien}}

            L'entrée d'agenda jointe remplace la précédente.
            """
        );

    public static DefinitionDeModele Annulation { get; } =
        new(
            "session.annulation",
            "Session de présentation : annulée",
            [
                .. LaSession.Select(c => c with { EstIndispensable = false }),
                new("motif", "Pourquoi elle est annulée", "Report à une date ultérieure"),
            ],
            "Annulation pour {{membre}} : {{titre}}, le {{jour}}",
            """
            La session de présentation « {{titre}} » prévue {{quand}}, {{lieu}}, est annulée : {{motif}}.

            Collectivité : {{membre}}
            Groupement : {{groupement}}

            Vous n'avez rien à faire ; l'entrée d'agenda jointe la retire de votre agenda.
            """
        );

    public static IReadOnlyList<DefinitionDeModele> Tous { get; } = [Invitation, Modification, Annulation];
}
