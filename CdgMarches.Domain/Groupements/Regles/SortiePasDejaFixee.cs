using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>On ne se retire qu'une fois d'une même adhésion.</summary>
/// <remarks>RG1.30.</remarks>
public sealed record SortiePasDejaFixee(string Membre, DateOnly? SortieLe) : IRegleDeConvention
{
    public string Code => "RG1.30";

    public string Article => "6.2";

    public bool EstRespectee => SortieLe is null;

    public string Message => $"{Membre} sort déjà du groupement le {EnClair.Date(SortieLe!.Value)}.";
}
