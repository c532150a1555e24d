using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>La dissolution se prononce au dernier jour ou après.</summary>
/// <remarks>La règle est celle de la cause.</remarks>
public sealed record DernierJourPasse(CauseDeDissolution Cause, DateOnly DernierJour, DateOnly Aujourdhui) : IRegleDeConvention
{
    public string Code => Cause.Regle();

    public string Article => Cause.Article();

    public bool EstRespectee => DernierJour <= Aujourdhui;

    public string Message =>
        $"Le dernier jour du groupement est le {EnClair.Date(DernierJour)} : la dissolution se prononce ce jour-là ou après.";
}
