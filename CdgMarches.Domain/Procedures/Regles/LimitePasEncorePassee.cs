using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>La date limite ne bouge plus une fois les plis ouverts.</summary>
/// <remarks>CCP, art. R2151-4 et R2132-9.</remarks>
public sealed record LimitePasEncorePassee(DateOnly? OuvertsLe) : IRegle
{
    public string Code => "RG2.34";

    public string Fondement => "CCP, art. R2151-4";

    public string? Champ => "limite";

    public bool EstRespectee => OuvertsLe is null;

    public string Message => $"Les plis sont ouverts depuis le {EnClair.Date(OuvertsLe!.Value)} : la date limite ne bouge plus.";
}
