using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Qui a un dossier d'adhésion ouvert entre par lui.</summary>
/// <remarks>RG1.20. Deux écrans ne font pas entrer la même collectivité : son dossier resterait « en cours », ses actes sans effet.</remarks>
public sealed record EntreeParLeDossierOuvert(string Membre, DateOnly? OuvertLe) : IRegleDeConvention
{
    public string Code => "RG1.20";

    public string Article => "6.3";

    public string? Champ => "collectivite";

    public bool EstRespectee => OuvertLe is null;

    public string Message =>
        $"{Membre} a un dossier d'adhésion ouvert depuis le {EnClair.Date(OuvertLe!.Value)} : donnez-y effet à l'entrée, ou abandonnez-le d'abord.";
}
