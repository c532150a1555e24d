using System.Globalization;

namespace CdgMarches.Domain.Noyau;

/// <summary>Un taux de TVA, au centième de point près : 20 %, 5,5 %, 2,1 %, ou zéro quand l'opération est hors champ.</summary>
public readonly record struct TauxTva : IComparable<TauxTva>
{
    /// <summary>Le taux en centièmes de point : 2000 pour 20 %, 550 pour 5,5 %.</summary>
    public int Centiemes { get; }

    private TauxTva(int centiemes) => Centiemes = centiemes;

    /// <summary>Hors champ de la TVA ou exonéré.</summary>
    public static TauxTva Zero => default;

    /// <summary>Le taux comme facteur : 0,2 pour 20 %.</summary>
    public decimal Valeur => Centiemes / 10_000m;

    public decimal Pourcentage => Centiemes / 100m;

    /// <exception cref="ArgumentOutOfRangeException">Le taux n'est pas entre 0 et 100 %, ou a plus de deux décimales.</exception>
    public static TauxTva DePourcentage(decimal pourcentage)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pourcentage);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pourcentage, 100m);
        return decimal.IsInteger(pourcentage * 100m)
            ? new TauxTva((int)(pourcentage * 100m))
            : throw new ArgumentOutOfRangeException(
                nameof(pourcentage),
                pourcentage,
                "Un taux s'exprime au centième de point près."
            );
    }

    public int CompareTo(TauxTva other) => Centiemes.CompareTo(other.Centiemes);

    /// <summary>Le pourcentage en écriture invariante : « 5.5 ».</summary>
    public override string ToString() => Pourcentage.ToString("0.##", CultureInfo.InvariantCulture);

    public static bool operator <(TauxTva a, TauxTva b) => a.Centiemes < b.Centiemes;

    public static bool operator >(TauxTva a, TauxTva b) => a.Centiemes > b.Centiemes;

    public static bool operator <=(TauxTva a, TauxTva b) => a.Centiemes <= b.Centiemes;

    public static bool operator >=(TauxTva a, TauxTva b) => a.Centiemes >= b.Centiemes;
}
