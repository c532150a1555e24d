using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Une collectivité n'a qu'un dossier d'adhésion ouvert à la fois.</summary>
/// <remarks>RG1.20.</remarks>
public sealed record UnSeulDossierOuvert(string Membre, DateOnly? OuvertLe) : IRegleDeConvention
{
    public string Code => "RG1.20";

    public string Article => "6.3";

    public string? Champ => "collectivite";

    public bool EstRespectee => OuvertLe is null;

    public string Message =>
        $"{Membre} a déjà un dossier d'adhésion ouvert depuis le {EnClair.Date(OuvertLe!.Value)} : continuez-le au lieu d'en ouvrir un second.";
}
