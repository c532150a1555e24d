using CdgMarches.App.Courriels;

namespace CdgMarches.App.Marches;

/// <summary>Les courriels des marchés dont le CDG peut réécrire le texte.</summary>
internal static class CourrielsDesMarches
{
    private static readonly ChampDeModele Reference = new("reference", "La référence du marché", "2026-04-L1");

    private static readonly ChampDeModele Objet = new("objet", "L'objet du marché", "Télétransmission des actes");

    private static readonly ChampDeModele Lot = new("lot", "Le numéro du lot", "1");

    private static readonly ChampDeModele Annee = new("annee", "L'année du bilan", "2026");

    private static readonly ChampDeModele Echeance = new("echeance", "Le jour où il est attendu", "31 mars 2027");

    private static readonly ChampDeModele Lien = new(
        "lien",
        "L'adresse dans l'espace du membre",
        "https://marches.exemple.fr/espace/marches"
    )
    {
        EstIndispensable = true,
    };

    /// <summary>La convention veut que le membre apprenne le titulaire, le prix et la durée (S1, art. 3.1).</summary>
    public static DefinitionDeModele Information { get; } =
        new(
            "marche.information",
            "Marché : information des membres à la notification",
            [
                Reference,
                Objet,
                Lot,
                new("notification", "Le jour de la notification", "12 mars 2026"),
                new("titulaires", "Les titulaires", "Alpha SAS") { EstIndispensable = true },
                new("debut", "Le premier jour", "1 avril 2026"),
                new("fin", "Le dernier jour", "31 mars 2030"),
                new("montant", "Le montant, et le maximum commun", "54 000,00 €, maximum 216 000,00 € pour tous les membres"),
                new("bordereau", "Ce que l'on sait du bordereau des prix", "Le bordereau de 42 prix se lit et s'exporte"),
                Lien,
            ],
            "Marché notifié : {{objet}}",
            """
            Le marché {{reference}}, « {{objet}} » (lot {{lot}}), est notifié depuis le {{notification}}.
            Titulaire : {{titulaires}}.
            Début : {{debut}} ; fin : {{fin}}.
            Montant : {{montant}}.

            {{bordereau}} dans votre espace : {{lien}}
            """
        );

    public static DefinitionDeModele Resiliation { get; } =
        new(
            "marche.resiliation",
            "Marché : information des membres à la résiliation",
            [
                Reference,
                Objet,
                Lot,
                new("resiliation", "Le jour de la résiliation", "12 mars 2026") { EstIndispensable = true },
                new("cas", "Le cas", "Faute du titulaire"),
                new("motif", "Le motif écrit par l'agent", "Interruptions répétées."),
                Lien,
            ],
            "Marché résilié : {{objet}}",
            """
            Le marché {{reference}}, « {{objet}} » (lot {{lot}}), est résilié le {{resiliation}}.
            Cas : {{cas}}. Motif : {{motif}}
            Plus aucune commande ne peut partir après cette date. Le détail se lit dans votre espace : {{lien}}
            """
        );

    public static DefinitionDeModele Bilan { get; } =
        new(
            "marche.bilan",
            "Marché : bilan annuel demandé",
            [Annee, Echeance with { EstIndispensable = true }, Lien],
            "Bilan {{annee}} de vos marchés",
            """
            Le CDG vous demande le bilan d'exécution {{annee}} de vos marchés, au plus tard le {{echeance}} (convention constitutive, art. 4) : commandes de l'année, satisfaction, besoins restants, incidents.

            Cinq minutes suffisent, dans votre espace :
            {{lien}}
            """
        );

    public static DefinitionDeModele Relance { get; } =
        new(
            "marche.bilan-relance",
            "Marché : rappel du bilan annuel",
            [
                Annee,
                Echeance,
                Lien,
                new("attente", "Ce qui est attendu, avant ou après le terme", "Nous n'avons pas reçu votre bilan.")
                {
                    EstIndispensable = true,
                },
            ],
            "Rappel : bilan {{annee}} de vos marchés",
            """
            {{attente}}

            Rendez-le dans votre espace, cinq minutes suffisent :
            {{lien}}
            """
        );

    public static IReadOnlyList<DefinitionDeModele> Tous { get; } = [Information, Resiliation, Bilan, Relance];
}
