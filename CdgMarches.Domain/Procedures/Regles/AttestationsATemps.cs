using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Les attestations arrivent dans le délai demandé.</summary>
/// <remarks>CCP, art. R2144-7.</remarks>
public sealed record AttestationsATemps(DateOnly RecuesLe, DateOnly? Avant) : IRegle
{
    public string Code => "RG4.35";

    public string Fondement => "CCP, art. R2144-7";

    public string? Champ => "attestations-jour";

    public bool EstRespectee => Avant is { } limite && RecuesLe <= limite;

    public string Message =>
        Avant is { } limite
            ? $"Le délai est passé depuis le {EnClair.Date(limite)} : passez à l'offre suivante, ou prolongez le délai par une nouvelle demande."
            : "Demandez d'abord les attestations, avec un délai.";
}
