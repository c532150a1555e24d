using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>L'effet ne précède aucun des actes.</summary>
/// <remarks>RG1.12, non-rétroactivité.</remarks>
public sealed record EffetApresLesActes(DateOnly Effet, DateOnly? DernierActe) : IRegleDeConvention
{
    public string Code => "RG1.12";

    public string Article => "2 et 6.3";

    public string? Champ => "effet";

    public bool EstRespectee => DernierActe is not { } acte || acte <= Effet;

    public string Message =>
        $"L'adhésion ne peut pas prendre effet le {EnClair.Date(Effet)}, avant le dernier de ses actes, du {EnClair.Date(DernierActe!.Value)}.";
}
