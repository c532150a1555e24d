using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>On supprime les lots d'une prestation avant elle.</summary>
/// <remarks>Un lot appartient à une prestation.</remarks>
public sealed record PrestationSansLot(string Libelle, int Lots) : IRegle
{
    public string Code => "RG1.10";

    public string Fondement => "CCP, art. L2113-7";

    public bool EstRespectee => Lots == 0;

    public string Message =>
        $"« {Libelle} » a encore {EnClair.Compter(Lots, "lot")} : {(Lots == 1 ? "supprimez-le" : "supprimez-les")} d'abord, ou retirez la prestation.";
}
