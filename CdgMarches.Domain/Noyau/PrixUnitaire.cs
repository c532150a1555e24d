using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CdgMarches.Domain.Noyau;

/// <summary>Un prix unitaire hors taxes, en euros, au dix-millième près : un bordereau peut descendre sous le centime.</summary>
/// <remarks>Multiplié par une <see cref="Quantite"/>, il donne un <see cref="MontantHt"/> avec un seul arrondi.</remarks>
public readonly record struct PrixUnitaire : IComparable<PrixUnitaire>
{
    private const int Decimales = 4;

    /// <summary>Le plus grand prix que la base sait garder (<c>decimal(18,4)</c>).</summary>
    public const decimal Maximum = 99_999_999_999_999.9999m;

    /// <summary>Le prix en euros, quatre décimales au plus.</summary>
    public decimal Valeur { get; }

    private PrixUnitaire(decimal valeur) => Valeur = valeur;

    public static PrixUnitaire Zero => default;

    /// <exception cref="ArgumentOutOfRangeException">Le prix a plus de quatre décimales, ou dépasse <see cref="Maximum"/>.</exception>
    public static PrixUnitaire De(decimal euros)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(euros), Maximum, nameof(euros));
        return euros == decimal.Round(euros, Decimales)
            ? new PrixUnitaire(euros)
            : throw new ArgumentOutOfRangeException(nameof(euros), euros, "Un prix unitaire a quatre décimales au plus.");
    }

    /// <summary>Lit l'écriture invariante de <see cref="ToString"/>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? texte, out PrixUnitaire prix)
    {
        var lu = NombreInvariant.TryParse(texte, Decimales, out var valeur) && Math.Abs(valeur) <= Maximum;
        prix = lu ? new PrixUnitaire(valeur) : Zero;
        return lu;
    }

    public int CompareTo(PrixUnitaire other) => Valeur.CompareTo(other.Valeur);

    /// <summary>L'écriture invariante, deux à quatre décimales : « 0.0125 ».</summary>
    public override string ToString() => Valeur.ToString("0.00##", CultureInfo.InvariantCulture);

    public static bool operator <(PrixUnitaire a, PrixUnitaire b) => a.Valeur < b.Valeur;

    public static bool operator >(PrixUnitaire a, PrixUnitaire b) => a.Valeur > b.Valeur;

    public static bool operator <=(PrixUnitaire a, PrixUnitaire b) => a.Valeur <= b.Valeur;

    public static bool operator >=(PrixUnitaire a, PrixUnitaire b) => a.Valeur >= b.Valeur;
}
