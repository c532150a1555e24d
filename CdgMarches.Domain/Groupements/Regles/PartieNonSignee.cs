using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Une partie qui a signé ne s'efface pas de la convention.</summary>
/// <remarks>RG1.12, RG1.30.</remarks>
public sealed record PartieNonSignee(string Nom, DateOnly? SigneeLe) : IRegleDeConvention
{
    public string Code => "RG1.12";

    public string Article => "2";

    public bool EstRespectee => SigneeLe is null;

    public string Message =>
        $"{Nom} a signé le {EnClair.Date(SigneeLe!.Value)} : une partie qui a signé sort par un retrait, elle ne s'efface pas.";
}
