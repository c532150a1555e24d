using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Un lot a un intitulé.</summary>
/// <remarks>CCP, art. L2113-10 : l'allotissement est la règle, chaque lot se désigne.</remarks>
public sealed record IntituleDeLotRenseigne(string Intitule, int Maximum) : IRegle
{
    public string Code => "RG4.74";

    public string Fondement => "CCP, art. L2113-10";

    public string? Champ => "lot-intitule";

    public bool EstRespectee => Intitule.Length > 0 && Intitule.Length <= Maximum;

    public string Message => $"Donnez l'intitulé du lot, {Maximum.ToString(Francais.Culture)} caractères au plus.";
}
