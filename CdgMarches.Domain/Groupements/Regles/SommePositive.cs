using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Une somme due n'est pas négative.</summary>
/// <remarks>RG1.30.</remarks>
public sealed record SommePositive(string Libelle, MontantTtc Montant) : IRegleDeConvention
{
    public string Code => "RG1.30";

    public string Article => "6.2";

    public string? Champ => "somme-montant";

    public bool EstRespectee => !Montant.EstNegatif;

    public string Message => $"La somme « {Libelle} » est négative : donnez ce qui est dû.";
}
