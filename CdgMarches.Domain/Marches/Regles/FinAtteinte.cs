using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Marches.Regles;

/// <summary>Un marché se termine à sa fin.</summary>
/// <remarks>CCP, art. L2112-5.</remarks>
public sealed record FinAtteinte(DateOnly? Fin, DateOnly Aujourdhui) : IRegle
{
    public string Code => "RG7.07";

    public string Fondement => "CCP, art. L2112-5";

    public bool EstRespectee => Fin is { } fin && fin < Aujourdhui;

    public string Message =>
        $"Le marché court jusqu'au {EnClair.Date(Fin ?? Aujourdhui)} : il se termine ensuite, ou se résilie.";
}
