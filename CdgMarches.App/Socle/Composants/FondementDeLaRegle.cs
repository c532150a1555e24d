using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Socle.Composants;

/// <summary>Dit ce qui fonde une règle pour l'objet que la page montre, quand l'article change de l'un à l'autre.</summary>
public delegate string FondementDeLaRegle(IRegle regle);

internal static class ReferencesDesRegles
{
    /// <summary>« RG1.21 — Convention constitutive, art. 6.3 » ; vide pour une saisie à compléter, qu'aucun texte ne fonde.</summary>
    public static string EnReference(this IRegle regle, FondementDeLaRegle? fonder = null) =>
        regle.Code.Length == 0 ? "" : $"{regle.Code} — {fonder?.Invoke(regle) ?? regle.Fondement}";
}
