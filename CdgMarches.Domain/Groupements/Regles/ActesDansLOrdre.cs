using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Les actes se datent dans l'ordre où ils se font.</summary>
/// <remarks>RG1.13. On n'a ni publié ni transmis ce qui n'est pas adopté, ni reçu l'accusé de ce qui n'est pas transmis.</remarks>
public sealed record ActesDansLOrdre(string Premier, DateOnly? PremierLe, string Second, DateOnly? SecondLe, string Identifiant)
    : IRegle
{
    public string Code { get; init; } = "RG1.13";

    public string Fondement { get; init; } = "CGCT, art. L2131-1";

    public string? Champ => Identifiant;

    public bool EstRespectee => SecondLe is not { } second || (PremierLe is { } premier && premier <= second);

    public string Message =>
        PremierLe is { } premier
            ? $"{Second} ({EnClair.Date(SecondLe!.Value)}) précède {EnClair.EnSuite(Premier)} ({EnClair.Date(premier)}) : corrigez l'une des deux dates."
            : $"{Second} a pour date le {EnClair.Date(SecondLe!.Value)} alors que {EnClair.EnSuite(Premier)} n'a pas de date : donnez-la d'abord.";
}
