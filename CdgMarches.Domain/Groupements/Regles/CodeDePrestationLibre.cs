using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Deux prestations d'un groupement n'ont pas le même code.</summary>
/// <remarks>Le code désigne la prestation dans les classeurs de recensement.</remarks>
public sealed record CodeDePrestationLibre(string CodeDeLaPrestation, bool EstPris) : IRegle
{
    public string Code => "RG1.10";

    public string Fondement => "CCP, art. L2113-7";

    public string? Champ => "prestation-code";

    public bool EstRespectee => !EstPris;

    public string Message =>
        $"Le code « {CodeDeLaPrestation} » est déjà celui d'une autre prestation du groupement : choisissez-en un autre.";
}
