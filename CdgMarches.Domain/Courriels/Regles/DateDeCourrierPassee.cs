using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Courriels.Regles;

/// <summary>Un fait postal n'est ni à venir, ni antérieur à celui qui le précède.</summary>
/// <param name="Fait">Ce qui est daté (« La remise »).</param>
/// <param name="Jour">Sa date ; null si elle n'est pas connue.</param>
/// <param name="PasAvant">Le fait qui le précède.</param>
/// <param name="Aujourdhui">Le jour du CDG.</param>
/// <param name="Champ">Où la corriger.</param>
public sealed record DateDeCourrierPassee(string Fait, DateOnly? Jour, DateOnly? PasAvant, DateOnly Aujourdhui, string? Champ)
    : IRegle
{
    public string Code => "RG6.20";
    public string Fondement => "CPC, art. 668 et 669";

    public string Message =>
        Jour > Aujourdhui
            ? $"{Fait} ne peut être à venir."
            : $"{Fait} ne peut précéder le {(PasAvant is { } avant ? EnClair.Date(avant) : "fait d'avant")}.";

    public bool EstRespectee => Jour is not { } jour || (jour <= Aujourdhui && (PasAvant is not { } avant || jour >= avant));
}
