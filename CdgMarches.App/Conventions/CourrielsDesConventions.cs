using CdgMarches.App.Courriels;

namespace CdgMarches.App.Conventions;

/// <summary>Les courriels des conventions d'accès dont le CDG peut réécrire le texte.</summary>
internal static class CourrielsDesConventions
{
    public static DefinitionDeModele Litige { get; } =
        new(
            "convention-acces.litige",
            "Convention d'accès : litige déclaré par la collectivité, à l'agent",
            [
                new("membre", "Le nom de la collectivité", "Arras"),
                new("reference", "La référence de la convention", "CONV-2026-0012"),
                new("objet", "Ce que la collectivité en dit", "L'assistance promise n'a pas été donnée.")
                {
                    EstIndispensable = true,
                },
                new("lien", "L'adresse du litige", "https://marches.exemple.fr/conventions/litiges/…")
                {
                    EstIndispensable = true,
                },
            ],
            "Litige sur la convention d'accès {{reference}} : {{membre}}",
            """
            {{Le membre}} déclare un litige sur sa convention d'accès {{reference}} :

            {{objet}}

            Une tentative de règlement amiable précède tout recours devant le tribunal (convention d'accès, art. 6). Datez-la sur la fiche du litige :
            {{lien}}
            """
        );
}
