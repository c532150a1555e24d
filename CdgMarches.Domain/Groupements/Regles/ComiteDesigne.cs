namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Une réunion du comité invite des membres désignés.</summary>
/// <remarks>RG7.04.</remarks>
public sealed record ComiteDesigne(int Membres) : IRegleDeConvention
{
    public string Code => "RG7.04";

    public string Article => "3.3";

    public bool EstRespectee => Membres > 0;

    public string Message => "Le comité de suivi n'a aucun membre désigné ce jour-là : désignez-en d'abord.";
}
