using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Parametres.Regles;
using CdgMarches.Domain.Procedures.Regles;

namespace CdgMarches.App.Procedures;

/// <summary>Ce que l'application ne connaît pas un jour donné : la page le dit, montre le reste, et ne devine rien (RG3.02).</summary>
public sealed class Inconnus
{
    private readonly List<IRegle> _regles = [];

    public IReadOnlyList<IRegle> Regles => _regles;

    /// <summary>Une phrase par valeur manquante : laquelle, à quelle date, où la saisir.</summary>
    public IReadOnlyList<string> Phrases => [.. _regles.Select(r => r.Message).Distinct(StringComparer.Ordinal)];

    /// <inheritdoc cref="Lire{T}"/>
    public async Task<T?> LireAsync<T>(Func<Task<T>> calcul)
    {
        try
        {
            return await calcul();
        }
        catch (RegleMetierException refus) when (EstUneValeurInconnue(refus))
        {
            _regles.AddRange(refus.Obstacles);
            return default;
        }
    }

    /// <summary>Fait le calcul, ou retient la valeur qui lui manque et rend null.</summary>
    public T? Lire<T>(Func<T> calcul)
    {
        try
        {
            return calcul();
        }
        catch (RegleMetierException refus) when (EstUneValeurInconnue(refus))
        {
            _regles.AddRange(refus.Obstacles);
            return default;
        }
    }

    private static bool EstUneValeurInconnue(RegleMetierException refus) =>
        refus.Obstacles.All(o => o is DelaiConnuALaDate or SeuilsConnusALaDate);
}
