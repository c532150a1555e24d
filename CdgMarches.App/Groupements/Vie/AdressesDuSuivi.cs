using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Groupements;

namespace CdgMarches.App.Groupements.Vie;

/// <summary>Les rubriques du suivi d'un groupement : comité, litiges, bilans.</summary>
internal static class AdressesDuSuivi
{
    public static IReadOnlyList<Lien> Rubriques(GroupementId id) =>
        [
            new("Comité de suivi", AdressesDesGroupements.Rubrique(id, "suivi")),
            new("Litiges", AdressesDesGroupements.Rubrique(id, "suivi/litiges")),
            new("Bilans annuels", AdressesDesGroupements.Rubrique(id, "suivi/bilans")),
        ];

    public static string Reunion(GroupementId id, ReunionDeComiteId reunion) =>
        $"{AdressesDesGroupements.Rubrique(id, "suivi/reunions")}/{reunion.Valeur}";

    public static string Litige(GroupementId id, LitigeId litige) =>
        $"{AdressesDesGroupements.Rubrique(id, "suivi/litiges")}/{litige.Valeur}";
}
