using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions;

/// <summary>Dit si la commission décide, donne un avis, ou n'est pas compétente, et pourquoi.</summary>
/// <param name="Nature">Ce qu'elle a à faire du point.</param>
/// <param name="Explication">La phrase que l'ordre du jour et le procès-verbal reprennent.</param>
public sealed record CompetenceDeLaCommission(NatureDuPoint Nature, string Explication)
{
    /// <param name="estFormalisee">Vrai pour une procédure formalisée au-dessus du seuil européen.</param>
    /// <remarks>RG2.01, CGCT L1414-2. Lecture prudente : tous les lots d'une procédure formalisée lui sont soumis.</remarks>
    public static CompetenceDeLaCommission PourUnMarche(bool estFormalisee) =>
        estFormalisee
            ? new(
                NatureDuPoint.ChoixDuTitulaire,
                "Procédure formalisée : la commission choisit le titulaire (CGCT, art. L1414-2)."
            )
            : new(
                NatureDuPoint.AvisSimple,
                "Procédure adaptée : la commission n'est pas compétente, elle ne donne qu'un avis (CGCT, art. L1414-2)."
            );

    /// <param name="hausseEnPourCent">La hausse cumulée du montant initial, en pour cent.</param>
    /// <param name="marcheSoumis">Vrai si le marché a été attribué par la commission.</param>
    /// <param name="seuilEnPourCent">Le seuil en vigueur, cinq en 2026.</param>
    /// <remarks>RG2.40, CGCT L1414-4 : strictement plus de cinq pour cent.</remarks>
    public static CompetenceDeLaCommission PourUnAvenant(decimal hausseEnPourCent, bool marcheSoumis, decimal seuilEnPourCent) =>
        marcheSoumis && hausseEnPourCent > seuilEnPourCent
            ? new(
                NatureDuPoint.AvisSurAvenant,
                $"Hausse de plus de {seuilEnPourCent.ToString("0.##", Francais.Culture)} % d'un marché soumis à la commission : avis obligatoire (CGCT, art. L1414-4)."
            )
            : new(
                NatureDuPoint.AvisSimple,
                marcheSoumis
                    ? $"Hausse de {seuilEnPourCent.ToString("0.##", Francais.Culture)} % au plus : l'avis de la commission n'est pas requis (CGCT, art. L1414-4)."
                    : "Marché non soumis à la commission : son avis n'est pas requis (CGCT, art. L1414-4)."
            );
}
