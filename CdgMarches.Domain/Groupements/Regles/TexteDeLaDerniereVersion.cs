namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>On approuve le texte proposé tel qu'il est, non une version que l'on a lue plus tôt.</summary>
/// <remarks>RG1.34 : approuvé dans les mêmes termes par chacun.</remarks>
public sealed record TexteDeLaDerniereVersion(bool EstLaDerniere) : IRegleDeConvention
{
    public string Code => "RG1.34";

    public string Article => "7";

    public bool EstRespectee => EstLaDerniere;

    public string Message =>
        "Le texte a changé depuis que vous l'avez lu. Rien n'a été enregistré : relisez la nouvelle version, que votre assemblée doit approuver.";
}
