using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>On signe le marché d'un lot attribué.</summary>
/// <remarks>CCP, art. R2182-1.</remarks>
public sealed record LotAttribue(int Lot, IssueDeLot? Issue) : IRegle
{
    public string Code => "RG4.40";

    public string Fondement => "CCP, art. R2182-1";

    public bool EstRespectee => Issue is IssueDeLot.Attribue;

    public string Message =>
        $"Le lot {Lot.ToString(Francais.Culture)} n'est pas attribué : enregistrez d'abord le choix de l'attributaire.";
}
