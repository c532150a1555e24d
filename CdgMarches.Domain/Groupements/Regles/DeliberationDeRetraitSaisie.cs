namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Une délibération de retrait que l'on enregistre dit quelque chose : une date, un numéro, une sortie, une somme.</summary>
/// <remarks>RG1.30.</remarks>
public sealed record DeliberationDeRetraitSaisie(bool EstVide) : IRegleDeConvention
{
    public string Code => "RG1.30";

    public string Article => "6.2";

    public string? Champ => "adoptee";

    public bool EstRespectee => !EstVide;

    public string Message =>
        "Rien n'est saisi : donnez au moins le jour où la délibération est adoptée. Rien n'a été enregistré.";
}
