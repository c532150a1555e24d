using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Deux lots d'un groupement n'ont pas le même numéro.</summary>
/// <remarks>Le numéro désigne le lot dans le recensement et les classeurs.</remarks>
public sealed record NumeroDeLotLibre(int Numero, bool EstPris) : IRegle
{
    public string Code => "RG1.10";

    public string Fondement => "CCP, art. L2113-7";

    public string? Champ => "lot-numero";

    public bool EstRespectee => !EstPris;

    public string Message => $"Le lot {Numero.ToString(Francais.Culture)} existe déjà : choisissez un autre numéro.";
}
