using CdgMarches.Domain.Collectivites;

namespace CdgMarches.Domain.Commissions;

/// <summary>Dit si un groupement doit avoir sa propre commission d'appel d'offres.</summary>
/// <param name="Locaux">Les membres qui sont des collectivités ou EPL autres qu'ESMS ou OPH.</param>
/// <param name="Membres">Tous les membres.</param>
/// <remarks>RG2.02. CGCT L1414-3 I : en majorité, soit strictement plus de la moitié.</remarks>
public sealed record MajoriteLocale(int Locaux, int Membres)
{
    public static MajoriteLocale De(IReadOnlyCollection<CategorieDeCollectivite> membres) =>
        new(membres.Count(c => Categorie.De(c).CompteDansLaMajorite), membres.Count);

    public bool EstAtteinte => 2 * Locaux > Membres;
}
