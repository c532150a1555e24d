using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>La sortie d'un membre dont le retrait est annoncé se constate dans son dossier.</summary>
/// <remarks>RG1.30, RG1.31. Deux écrans ne fixent pas la même sortie.</remarks>
public sealed record SortieParLeDossierOuvert(DateOnly? Sortie, DateOnly? AnnonceLe) : IRegleDeConvention
{
    public string Code => "RG1.30";

    public string Article => "6.2";

    public string? Champ => "sortie";

    public bool EstRespectee => Sortie is null || AnnonceLe is null;

    public string Message =>
        $"Un dossier de retrait est ouvert depuis le {EnClair.Date(AnnonceLe!.Value)} : constatez-y la sortie, ou abandonnez-le d'abord.";
}
