using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>La dissolution se prononce au dernier jour ou après.</summary>
/// <remarks>RG1.33.</remarks>
public sealed record DernierJourPasse(DateOnly DernierJour, DateOnly Aujourdhui) : IRegle
{
    public string Code => "RG1.33";

    public string Fondement => "Convention constitutive ; CCP, art. L2113-6";

    public bool EstRespectee => DernierJour <= Aujourdhui;

    public string Message =>
        $"Le dernier jour du groupement est le {EnClair.Date(DernierJour)} : la dissolution se prononce ce jour-là ou après.";
}
