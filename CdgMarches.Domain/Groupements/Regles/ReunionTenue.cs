using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Présences et compte rendu se relèvent une fois la réunion tenue.</summary>
/// <remarks>RG7.04.</remarks>
public sealed record ReunionTenue(DateOnly Le, DateOnly Aujourdhui) : IRegleDeConvention
{
    public string Code => "RG7.04";

    public string Article => "3.3";

    public bool EstRespectee => Le <= Aujourdhui;

    public string Message =>
        $"La réunion n'a lieu que le {EnClair.Date(Le)} : présences et compte rendu se relèvent ce jour-là ou après.";
}
