using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un acte se constate : sa date n'est pas à venir.</summary>
/// <remarks>RG1.13.</remarks>
public sealed record ActePasAVenir(string Acte, DateOnly? Le, DateOnly Aujourdhui, string Identifiant) : IRegle
{
    public string Code { get; init; } = "RG1.13";

    public string Fondement { get; init; } = "CGCT, art. L2131-1";

    public string? Champ => Identifiant;

    public bool EstRespectee => Le is not { } jour || jour <= Aujourdhui;

    public string Message =>
        $"{Acte} a pour date le {EnClair.Date(Le!.Value)}, qui est à venir : un acte se constate une fois fait. Corrigez la date.";
}
