using CdgMarches.App.Courriels;

namespace CdgMarches.App.Recensements;

/// <summary>Les courriels des recensements dont le CDG peut réécrire le texte.</summary>
internal static class CourrielsDeRecensement
{
    private static readonly ChampDeModele Campagne = new("campagne", "L'intitulé de la campagne", "Besoins 2027 — papier");

    private static readonly ChampDeModele Collectivites = new(
        "collectivites",
        "Les collectivités pour lesquelles la personne répond",
        "Arras, CCAS d'Arras"
    );

    private static readonly ChampDeModele Cloture = new("cloture", "Le dernier jour pour répondre", "31 mars 2027");

    private static readonly ChampDeModele Espace = new(
        "lien",
        "L'adresse de l'espace du membre",
        "https://marches.exemple.fr/espace"
    )
    {
        EstIndispensable = true,
    };

    public static DefinitionDeModele Ouverture { get; } =
        new(
            "recensement.ouverture",
            "Ouverture d'un recensement",
            [
                Campagne,
                Collectivites,
                Cloture,
                new("consigne", "La consigne de la campagne, si elle en a une", "Indiquez vos besoins d'une année."),
                Espace,
            ],
            "{{campagne}} : vos besoins sont attendus",
            """
            Le recensement « {{campagne}} » est ouvert. Votre réponse est attendue jusqu'au {{cloture}} au soir pour : {{collectivites}}.

            {{consigne}}

            Vos prestations à renseigner sont dans votre espace ; un besoin nul se dit aussi, par « Besoin néant » :
            {{lien}}
            """
        );

    public static DefinitionDeModele Revision { get; } =
        new(
            "recensement.revision",
            "Réponse à revoir après un changement du catalogue",
            [Campagne, Collectivites, Cloture, new("version", "La version du catalogue", "2"), Espace],
            "{{campagne}} : votre réponse est à revoir",
            """
            Le catalogue de la campagne « {{campagne}} » a changé (version {{version}}) ; cela concerne : {{collectivites}}.

            Ce que vous aviez saisi est gardé. Ouvrez votre espace, vérifiez les lignes signalées, puis validez de nouveau avant le {{cloture}} au soir :
            {{lien}}
            """
        );

    public static DefinitionDeModele Reouverture { get; } =
        new(
            "recensement.reouverture",
            "Réponse rouverte à un membre",
            [Campagne, Collectivites, Cloture, new("motif", "Le motif de la réouverture", "Un lot avait été oublié."), Espace],
            "{{campagne}} : votre réponse est rouverte",
            """
            Votre réponse à « {{campagne}} » ({{collectivites}}) est rouverte jusqu'au {{cloture}} au soir.
            Motif : {{motif}}

            Ce que vous aviez saisi est gardé : corrigez, puis validez de nouveau.
            {{lien}}
            """
        );

    public static DefinitionDeModele Validation { get; } =
        new(
            "recensement.validation",
            "Lien de validation sans compte",
            [
                Campagne,
                new("membre", "Le nom du membre", "Arras"),
                new("lien", "Le lien personnel", "https://marches.exemple.fr/validation/…") { EstIndispensable = true },
            ],
            "{{campagne}} : vos besoins sont à valider",
            """
            Les besoins {{de membre}} pour « {{campagne}} » sont prêts à être validés.

            Ouvrez ce lien, lisez, tapez votre nom et votre qualité, puis confirmez :
            {{lien}}

            Il est personnel et ne sert qu'une fois. Rien n'est enregistré tant que vous ne confirmez pas.
            """
        );

    public static IReadOnlyList<DefinitionDeModele> Tous { get; } = [Ouverture, Revision, Reouverture, Validation];
}
