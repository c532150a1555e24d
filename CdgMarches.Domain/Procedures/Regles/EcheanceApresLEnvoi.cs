using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Une échéance ne précède pas l'envoi qui l'ouvre.</summary>
/// <remarks>Ordre des dates.</remarks>
public sealed record EcheanceApresLEnvoi(DateOnly Envoi, DateOnly Echeance) : IRegle
{
    public string Code => "RG4.10";

    public string Fondement => "Ordre des dates";

    public string? Champ => "echeance";

    public bool EstRespectee => Echeance >= Envoi;

    public string Message => $"Les dates sont dans le désordre : le {EnClair.Date(Echeance)} précède le {EnClair.Date(Envoi)}.";
}
