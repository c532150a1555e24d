using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Documents.Regles;

/// <summary>Une convention a deux parties au moins.</summary>
/// <remarks>RG1.10 ; Code civil, art. 1101.</remarks>
public sealed record DeuxPartiesAuMoins(int Parties) : IRegle
{
    public string Code => "RG1.10";

    public string Fondement => "Code civil, art. 1101";

    public bool EstRespectee => Parties >= 2;

    public string Message => "Une convention lie au moins deux parties : ajoutez celle qui manque.";
}
