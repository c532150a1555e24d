using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Aucun pli ne s'ouvre avant la date limite.</summary>
/// <remarks>RG2.34. CCP, art. R2132-9.</remarks>
public sealed record OuvertureApresLaLimite(DateOnly Jour, DateOnly? Limite) : IRegle
{
    public string Code => "RG2.34";

    public string Fondement => "CCP, art. R2132-9";

    public string? Champ => "jour";

    public bool EstRespectee => Limite is { } limite && Jour >= limite;

    public string Message =>
        Limite is { } limite
            ? $"Les plis ne s'ouvrent pas avant la date limite, le {EnClair.Date(limite)}."
            : "Fixez d'abord la date limite de remise des plis.";
}
