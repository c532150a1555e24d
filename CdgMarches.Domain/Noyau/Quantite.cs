using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CdgMarches.Domain.Noyau;

/// <summary>Une quantité, au millième de son unité près ; l'unité est celle de la ligne de catalogue.</summary>
/// <remarks>Le signe est permis (écart entre deux années) : c'est une règle, non le type, qui refuse un besoin négatif.</remarks>
public readonly record struct Quantite : IComparable<Quantite>
{
    private const int Decimales = 3;

    /// <summary>La quantité en millièmes : ce que la base stocke, somme et trie, à l'identique sur les deux moteurs.</summary>
    public long Milliemes { get; }

    private Quantite(long milliemes) => Milliemes = milliemes;

    public static Quantite Zero => default;

    public decimal Valeur => Milliemes / 1000m;

    public bool EstNegative => Milliemes < 0;

    public static Quantite DeMilliemes(long milliemes) => new(milliemes);

    /// <exception cref="ArgumentOutOfRangeException">La quantité a plus de trois décimales.</exception>
    /// <exception cref="OverflowException">La quantité dépasse 9 millions de milliards.</exception>
    public static Quantite De(decimal valeur)
    {
        var milliemes = valeur * 1000m;
        return decimal.IsInteger(milliemes)
            ? new Quantite((long)milliemes)
            : throw new ArgumentOutOfRangeException(nameof(valeur), valeur, "Une quantité a trois décimales au plus.");
    }

    /// <exception cref="OverflowException">La somme dépasse ce que porte un entier de 64 bits.</exception>
    public static Quantite Somme(IEnumerable<Quantite> quantites) =>
        quantites.Aggregate(Zero, static (total, quantite) => total + quantite);

    /// <summary>Lit l'écriture invariante de <see cref="ToString"/>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? texte, out Quantite quantite)
    {
        var lu = NombreInvariant.TryParse(texte, Decimales, out var valeur) && Math.Abs(valeur) <= long.MaxValue / 1000m;
        quantite = lu ? new Quantite((long)(valeur * 1000m)) : Zero;
        return lu;
    }

    public int CompareTo(Quantite other) => Milliemes.CompareTo(other.Milliemes);

    /// <summary>L'écriture invariante, sans zéros inutiles : « 12.5 ».</summary>
    public override string ToString() => Valeur.ToString("0.###", CultureInfo.InvariantCulture);

    public static Quantite operator +(Quantite a, Quantite b) => new(checked(a.Milliemes + b.Milliemes));

    public static Quantite operator -(Quantite a, Quantite b) => new(checked(a.Milliemes - b.Milliemes));

    public static Quantite operator -(Quantite a) => new(checked(-a.Milliemes));

    /// <summary>Le montant de la quantité à ce prix, arrondi une seule fois, au centime.</summary>
    public static MontantHt operator *(Quantite quantite, PrixUnitaire prix) => MontantHt.Arrondir(quantite.Valeur * prix.Valeur);

    public static bool operator <(Quantite a, Quantite b) => a.Milliemes < b.Milliemes;

    public static bool operator >(Quantite a, Quantite b) => a.Milliemes > b.Milliemes;

    public static bool operator <=(Quantite a, Quantite b) => a.Milliemes <= b.Milliemes;

    public static bool operator >=(Quantite a, Quantite b) => a.Milliemes >= b.Milliemes;
}
