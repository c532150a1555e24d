using CdgMarches.App.Courriels;

namespace CdgMarches.App.Groupements;

/// <summary>Les courriels des groupements, des adhésions et de leur suivi dont le CDG peut réécrire le texte.</summary>
internal static partial class CourrielsDeGroupement
{
    // Initialisers of the parts of a class have no order between them: what one shares with another is built on demand.
    private static ChampDeModele Groupement => new("groupement", "Le nom du groupement", "Dématérialisation");

    private static ChampDeModele Membre => new("membre", "Le nom du membre", "Arras");

    private static ChampDeModele Espace =>
        new("lien", "L'adresse du dossier dans l'espace du membre", "https://marches.exemple.fr/espace/adhesions/…")
        {
            EstIndispensable = true,
        };

    public static DefinitionDeModele Retrait { get; } =
        new(
            "groupement.retrait",
            "Groupement : retrait d'un membre, notifié aux autres",
            [
                Groupement,
                Membre,
                new("sortie", "Son dernier jour", "31 décembre 2026") { EstIndispensable = true },
                new("deliberation", "Les dates de sa délibération", "adoptée le 12/10/2026"),
                new("copie", "Où est la copie de la délibération", "jointe à ce message") { EstIndispensable = true },
                new("modalites", "Les modalités financières, s'il y en a", ""),
            ],
            "Retrait {{de membre}} du groupement « {{groupement}} »",
            """
            {{Le membre}} se retire du groupement. Son dernier jour est le {{sortie}}. Copie de sa délibération ({{deliberation}}) vous est notifiée, {{copie}}.

            {{modalites}}
            """
        );

    public static DefinitionDeModele RetraitCaduc { get; } =
        new(
            "groupement.retrait-caduc",
            "Groupement : retrait caduc",
            [
                Groupement,
                Membre,
                new("sortie", "Le jour où le retrait devait prendre effet", "31 décembre 2026"),
                new(
                    "suite",
                    "Comment partir encore : la sortie d'un préavis reçu ce jour, et son dernier jour utile",
                    "Pour partir, informez de nouveau le coordonnateur, puis délibérez. S'il en est informé aujourd'hui, la sortie est au 31 décembre 2027…"
                ),
            ],
            "Le retrait {{de membre}} du groupement « {{groupement}} » est caduc",
            """
            {{Le membre}} avait informé le coordonnateur de son retrait du groupement « {{groupement}} », sans qu'une délibération soit exécutoire le {{sortie}} : le préavis est caduc. {{Le membre}} reste membre du groupement, avec ses choix et son siège.

            {{suite}}
            """
        );

    public static DefinitionDeModele RetraitCaducAuCoordonnateur { get; } =
        new(
            "groupement.retrait-caduc-coordonnateur",
            "Groupement : retrait caduc, au coordonnateur",
            [
                Groupement,
                new("membre", "Le membre qui avait annoncé son retrait", "Arras") { EstIndispensable = true },
                new("sortie", "Le jour où le retrait devait prendre effet", "31 décembre 2026"),
            ],
            "Retrait caduc de « {{groupement}} » : {{membre}}",
            "{{membre}} vous avait informé de son retrait du groupement « {{groupement}} », sans qu'une délibération soit exécutoire le {{sortie}} : son préavis est caduc, l'adhésion continue, avec ses choix et son siège. Le membre en est informé."
        );

    public static DefinitionDeModele Dissolution { get; } =
        new(
            "groupement.dissolution",
            "Groupement : dissolution",
            [
                Groupement,
                new("cause", "La cause", "décision unanime des membres"),
                new("dernier_jour", "Le dernier jour du groupement", "31 décembre 2026") { EstIndispensable = true },
                new("motif", "Le motif écrit par l'agent", "Le besoin a disparu."),
            ],
            "Dissolution du groupement « {{groupement}} »",
            """
            La dissolution du groupement de commandes « {{groupement}} » est engagée ({{cause}}). Son dernier jour est le {{dernier_jour}} ; d'ici là, ses marchés s'exécutent comme avant.

            {{motif}}
            """
        );

    public static DefinitionDeModele DissolutionAbandonnee { get; } =
        new(
            "groupement.dissolution-abandonnee",
            "Groupement : dissolution abandonnée",
            [
                Groupement,
                new("dernier_jour", "Le dernier jour qui avait été annoncé", "31 décembre 2026"),
                new("motif", "Le motif écrit par l'agent", "Le coordonnateur est remplacé.") { EstIndispensable = true },
            ],
            "Le groupement « {{groupement}} » n'est pas dissous",
            """
            La dissolution du groupement de commandes « {{groupement}} », dont le dernier jour devait être le {{dernier_jour}}, est abandonnée : le groupement continue.

            {{motif}}
            """
        );

    public static DefinitionDeModele Avenant { get; } =
        new(
            "avenant.a-approuver",
            "Avenant : texte à approuver",
            [
                Groupement,
                new("numero", "Le numéro de l'avenant", "2"),
                new("version", "La version du texte, à partir de la deuxième", ""),
                new("objet", "Son objet", "Entrée d'un membre"),
                new("demande", "Ce que l'assemblée a à faire", "L'avenant 2 est soumis à votre assemblée."),
                new("texte", "Le texte proposé", "Article 1 — …") { EstIndispensable = true },
                new("empreinte", "L'empreinte du texte, que la délibération cite", "3f9a…") { EstIndispensable = true },
                new("lien", "L'adresse de « Nos avenants » dans l'espace du membre", "https://marches.exemple.fr/espace/avenants")
                {
                    EstIndispensable = true,
                },
            ],
            "Avenant {{numero}} à approuver{{version}} : {{objet}} — {{groupement}}",
            """
            Groupement « {{groupement}} ».

            {{demande}}

            Texte proposé :

            {{texte}}

            Empreinte du texte, à citer dans la délibération : {{empreinte}}

            Une fois adoptée, déposez la délibération dans votre espace, rubrique « Nos avenants » : elle y enregistre l'approbation. Un refus s'adresse au centre de gestion.
            {{lien}}
            """
        );

    public static DefinitionDeModele AvenantRejete { get; } =
        new(
            "avenant.rejete",
            "Avenant : rejet",
            [Groupement, Membre, new("numero", "Le numéro de l'avenant", "2"), new("objet", "Son objet", "Entrée d'un membre")],
            "Avenant {{numero}} rejeté — {{groupement}}",
            "{{membre}} a refusé l'avenant {{numero}} (« {{objet}} ») à la convention du groupement « {{groupement}} » : il est rejeté. La convention reste telle qu'elle est."
        );

    public static DefinitionDeModele Litige { get; } =
        new(
            "litige.declare",
            "Litige déclaré par un membre",
            [
                Groupement,
                Membre,
                new("nature", "La nature du litige", "avec le titulaire"),
                new("adversaire", "Avec qui", "Alpha SAS"),
                new("objet", "Ce que le membre en dit", "Livraisons en retard.") { EstIndispensable = true },
            ],
            "Litige déclaré dans « {{groupement}} » : {{adversaire}}",
            """
            {{Le membre}} déclare un litige {{nature}}, {{adversaire}} :

            {{objet}}
            """
        );

    public static DefinitionDeModele Comite { get; } =
        new(
            "comite.invitation",
            "Comité de suivi : invitation",
            [
                Groupement,
                new("jour", "La date, en chiffres", "16/03/2026"),
                new("date", "Le jour de la réunion, en lettres", "lundi 16 mars 2026") { EstIndispensable = true },
                new("heure", "L'heure de la réunion", "14 h 00") { EstIndispensable = true },
                new("lieu", "Le lieu", "Siège du centre de gestion") { EstIndispensable = true },
                new("ordre_du_jour", "L'ordre du jour", "Bilan de l'année") { EstIndispensable = true },
            ],
            "Comité de suivi du {{jour}} — {{groupement}}",
            """
            Vous êtes invité au comité de suivi du groupement « {{groupement}} », le {{date}} à {{heure}}, {{lieu}}.

            Ordre du jour :
            {{ordre_du_jour}}

            Ce comité aide à préparer les opérations ; il ne décide pas et n'a pas de quorum.
            """
        );

    public static DefinitionDeModele ComiteModifie { get; } =
        new(
            "comite.modification",
            "Comité de suivi : réunion modifiée",
            Comite.Champs,
            "Changement : comité de suivi du {{jour}} — {{groupement}}",
            """
            La réunion du comité de suivi du groupement « {{groupement}} » à laquelle vous étiez invité a changé. Elle se tient désormais le {{date}} à {{heure}}, {{lieu}}.

            Ordre du jour :
            {{ordre_du_jour}}

            L'entrée d'agenda jointe remplace la précédente.
            """
        );

    public static DefinitionDeModele ComiteAnnule { get; } =
        new(
            "comite.annulation",
            "Comité de suivi : réunion annulée",
            [
                .. Comite.Champs.Select(c => c with { EstIndispensable = false }),
                new("motif", "Pourquoi elle est annulée", "Report à une date ultérieure"),
            ],
            "Annulation : comité de suivi du {{jour}} — {{groupement}}",
            """
            La réunion du comité de suivi du groupement « {{groupement}} » prévue le {{date}} à {{heure}}, {{lieu}}, est annulée : {{motif}}.

            Vous n'avez rien à faire ; l'entrée d'agenda jointe la retire de votre agenda.
            """
        );

    public static IReadOnlyList<DefinitionDeModele> Tous =>
        [
            Lien,
            Invitation,
            InvitationSansCompte,
            Correction,
            Relance,
            RelanceSansCompte,
            Effet,
            Retrait,
            RetraitCaduc,
            RetraitCaducAuCoordonnateur,
            Dissolution,
            DissolutionAbandonnee,
            Avenant,
            AvenantRejete,
            Litige,
            Comite,
            ComiteModifie,
            ComiteAnnule,
        ];
}
