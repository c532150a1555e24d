using CdgMarches.App.Courriels;

namespace CdgMarches.App.Groupements;

/// <summary>Les courriels d'une adhésion, de l'invitation à l'effet.</summary>
internal static partial class CourrielsDeGroupement
{
    private static ChampDeModele Attente =>
        new("attente", "Le jour où le dossier est attendu, s'il y en a un", "Votre dossier est attendu avant le 31 mars 2027.");

    private static ChampDeModele Personnel =>
        new("lien", "Le lien personnel", "https://marches.exemple.fr/adhesion/invitation/…") { EstIndispensable = true };

    public static DefinitionDeModele Lien { get; } =
        new(
            "adhesion.lien",
            "Adhésion : lien pour demander à rejoindre",
            [
                Groupement,
                Membre,
                new("lien", "Le lien personnel", "https://marches.exemple.fr/adhesion/…") { EstIndispensable = true },
            ],
            "Demander à rejoindre « {{groupement}} »",
            """
            {{Le membre}} peut demander à rejoindre le groupement de commandes « {{groupement}} ».

            Ouvrez ce lien, choisissez vos prestations, puis confirmez :
            {{lien}}

            Il est personnel et ne sert qu'une fois. Rien n'est enregistré tant que vous ne confirmez pas.
            """
        );

    public static DefinitionDeModele Invitation { get; } =
        new(
            "adhesion.invitation",
            "Adhésion : invitation à rejoindre",
            [Groupement, Attente, Espace],
            "Invitation à rejoindre « {{groupement}} »",
            """
            Vous êtes invités à rejoindre le groupement de commandes « {{groupement}} ». Choisissez vos prestations, faites délibérer, puis déposez la délibération et la convention signée dans votre espace.

            {{attente}}

            Ouvrir notre dossier :
            {{lien}}
            """
        );

    /// <summary>La même invitation, à qui n'a pas de compte : un lien personnel y répond.</summary>
    public static DefinitionDeModele InvitationSansCompte { get; } =
        new(
            "adhesion.invitation-sans-compte",
            "Adhésion : invitation à rejoindre, à qui n'a pas de compte",
            [Groupement, Attente, Personnel],
            "Invitation à rejoindre « {{groupement}} »",
            """
            Vous êtes invités à rejoindre le groupement de commandes « {{groupement}} ». Sans compte à ouvrir, dites si votre collectivité veut y entrer, et avec quelles prestations ; votre assemblée délibérera ensuite.

            {{attente}}

            Répondre à l'invitation :
            {{lien}}

            Ce lien est personnel et ne sert qu'une fois. Rien n'est enregistré tant que vous ne confirmez pas.
            """
        );

    public static DefinitionDeModele Correction { get; } =
        new(
            "adhesion.correction",
            "Adhésion : correction demandée",
            [
                new("piece", "La pièce à corriger", "Délibération"),
                new("correction", "Ce qu'il faut corriger", "La date manque.") { EstIndispensable = true },
                Espace,
            ],
            "Une correction est demandée : {{piece}}",
            """
            La pièce « {{piece}} » de votre adhésion est à corriger :

            {{correction}}

            Déposez-la de nouveau dans votre dossier ; tout le reste y est gardé :
            {{lien}}
            """
        );

    public static DefinitionDeModele Relance { get; } =
        new(
            "adhesion.relance",
            "Adhésion : dossier incomplet",
            [Groupement, Espace],
            "Votre adhésion à « {{groupement}} » attend votre réponse",
            """
            Votre dossier d'adhésion au groupement « {{groupement}} » n'est pas complet. Ouvrez-le : il dit ce qui manque et garde ce que vous avez déjà donné.

            {{lien}}
            """
        );

    /// <summary>La relance d'une invitation sans réponse, à qui n'a pas de compte.</summary>
    public static DefinitionDeModele RelanceSansCompte { get; } =
        new(
            "adhesion.relance-sans-compte",
            "Adhésion : invitation sans réponse, à qui n'a pas de compte",
            [Groupement, Personnel],
            "Votre adhésion à « {{groupement}} » attend votre réponse",
            """
            L'invitation de votre collectivité à rejoindre le groupement « {{groupement}} » attend votre réponse. Sans compte à ouvrir, dites si elle veut y entrer, et avec quelles prestations :
            {{lien}}

            Ce lien est personnel et ne sert qu'une fois. Rien n'est enregistré tant que vous ne confirmez pas.
            """
        );

    public static DefinitionDeModele Effet { get; } =
        new(
            "adhesion.effet",
            "Adhésion : prise d'effet et corpus en vigueur",
            [
                Groupement,
                new("effet", "Le jour où l'adhésion prend effet", "1 janvier 2027") { EstIndispensable = true },
                new("documents", "Les documents opposables joints", "Documents joints :\n- Convention, à compter du 01/01/2026")
                {
                    EstIndispensable = true,
                },
                Espace,
            ],
            "Bienvenue dans « {{groupement}} » : corpus en vigueur",
            """
            Votre adhésion au groupement « {{groupement}} » prend effet le {{effet}}. Tout nouveau membre adhère de plein droit aux stipulations et décisions opposables.

            {{documents}}

            Votre adhésion, dans votre espace :
            {{lien}}
            """
        );
}
