using CdgMarches.App.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Groupements;

/// <summary>Comment un acte nomme un groupement dont le nom dit peut-être déjà que c'en est un.</summary>
internal static class AppellationDuGroupement
{
    /// <returns>« le groupement de commandes « Fournitures » », ou « le groupement permanent « … » » si le nom commence ainsi.</returns>
    public static string De(string nom) =>
        CleDeTri.De(nom).StartsWith("GROUPEMENT ", StringComparison.Ordinal)
            ? GrammaireDuNom.AvecArticle(nom)
            : $"le groupement de commandes {Typographie.Citer(nom)}";
}
