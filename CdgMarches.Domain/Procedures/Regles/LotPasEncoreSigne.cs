using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Après la signature, un lot attribué ne devient plus infructueux ni sans suite.</summary>
/// <remarks>CCP, art. R2185-1.</remarks>
public sealed record LotPasEncoreSigne(IssueDeLot Issue, DateOnly? SigneLe) : IRegle
{
    public string Code => "RG4.30";

    public string Fondement => "CCP, art. R2185-1";

    public bool EstRespectee => Issue is IssueDeLot.Attribue || SigneLe is null;

    public string Message =>
        $"Le marché est signé depuis le {EnClair.Date(SigneLe!.Value)} : il peut être résilié, mais le lot ne devient plus {Issue.Libelle().ToLower(Francais.Culture)}.";
}
