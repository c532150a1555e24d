using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Une lettre de rejet ne précède pas le choix.</summary>
/// <remarks>CCP, art. R2181-1.</remarks>
public sealed record EnvoiApresLeChoix(DateOnly Envoi, DateOnly? ChoisieLe) : IRegle
{
    public string Code => "RG4.30";

    public string Fondement => "CCP, art. R2181-1";

    public string? Champ => "rejet-jour";

    public bool EstRespectee => ChoisieLe is { } choix && Envoi >= choix;

    public string Message => $"La lettre ne peut pas précéder le choix, le {EnClair.Date(ChoisieLe ?? Envoi)}.";
}
