using CdgMarches.App.Courriels;

namespace CdgMarches.App.Socle.Travaux;

/// <summary>Le courriel qui dit à l'auteur d'un long travail qu'il est fini, dont le CDG peut réécrire le texte.</summary>
internal static class CourrielDeTravail
{
    public static DefinitionDeModele Definition { get; } =
        new(
            "travail.fini",
            "Export ou travail de fond : fini",
            [
                new("travail", "Ce qui était demandé", "Export des collectivités"),
                new("suite", "Ce qui est arrivé", "« Export des collectivités » est prêt.") { EstIndispensable = true },
                new("jours", "Combien de jours il est gardé", "7"),
                new("lien", "L'adresse où le retrouver", "https://marches.exemple.fr/mes-exports") { EstIndispensable = true },
            ],
            "CdgMarches : {{travail}}",
            """
            {{suite}}

            Vous le retrouverez pendant {{jours}} jours dans « Mes exports » :
            {{lien}}

            Ce message est envoyé automatiquement.
            """
        );
}
