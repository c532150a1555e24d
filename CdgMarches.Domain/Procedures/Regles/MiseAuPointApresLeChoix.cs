using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>La mise au point suit le choix et précède la signature.</summary>
/// <remarks>CCP, art. R2152-13.</remarks>
public sealed record MiseAuPointApresLeChoix(DateOnly Le, DateOnly? ChoisieLe) : IRegle
{
    public string Code => "RG4.1";

    public string Fondement => "CCP, art. R2152-13";

    public string? Champ => "mise-au-point-jour";

    public bool EstRespectee => ChoisieLe is not { } choix || Le >= choix;

    public string Message => $"La mise au point ne peut pas précéder le choix, le {EnClair.Date(ChoisieLe!.Value)}.";
}
