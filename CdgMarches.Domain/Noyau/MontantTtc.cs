using System.Diagnostics.CodeAnalysis;

namespace CdgMarches.Domain.Noyau;

/// <summary>Un montant toutes taxes comprises, en euros, au centime près. Ne s'additionne qu'à un autre montant TTC.</summary>
/// <remarks>Jamais comparable à un seuil : les seuils s'apprécient hors taxes. Le signe est permis, comme en HT.</remarks>
public readonly record struct MontantTtc : IComparable<MontantTtc>
{
    /// <summary>Le montant en centimes : ce que la base stocke, somme et trie, à l'identique sur les deux moteurs.</summary>
    public long Centimes { get; }

    private MontantTtc(long centimes) => Centimes = centimes;

    public static MontantTtc Zero => default;

    public decimal Euros => Centimes / 100m;

    public bool EstNegatif => Centimes < 0;

    public static MontantTtc DeCentimes(long centimes) => new(centimes);

    /// <exception cref="ArgumentOutOfRangeException">Le montant porte une fraction de centime.</exception>
    /// <exception cref="OverflowException">Le montant dépasse 92 millions de milliards d'euros.</exception>
    public static MontantTtc DEuros(decimal euros) => new(EnCentimes.Exacts(euros));

    /// <summary>Arrondi commercial au centime, le seul de l'application : le demi-centime s'éloigne de zéro (RG6.12).</summary>
    /// <exception cref="OverflowException">Le montant dépasse 92 millions de milliards d'euros.</exception>
    public static MontantTtc Arrondir(decimal euros) => new(EnCentimes.Arrondis(euros));

    /// <exception cref="OverflowException">La somme dépasse ce que porte un entier de 64 bits.</exception>
    public static MontantTtc Somme(IEnumerable<MontantTtc> montants) =>
        montants.Aggregate(Zero, static (total, montant) => total + montant);

    /// <summary>Lit l'écriture invariante de <see cref="ToString"/> (« 1234.56 »), celle des adresses et des échanges.</summary>
    public static bool TryParse([NotNullWhen(true)] string? texte, out MontantTtc montant)
    {
        var lu = EnCentimes.TryParse(texte, out var centimes);
        montant = new MontantTtc(centimes);
        return lu;
    }

    public int CompareTo(MontantTtc other) => Centimes.CompareTo(other.Centimes);

    /// <summary>L'écriture invariante (« 1234.56 ») ; l'écran a la sienne.</summary>
    public override string ToString() => EnCentimes.EnTexte(Centimes);

    public static MontantTtc operator +(MontantTtc a, MontantTtc b) => new(checked(a.Centimes + b.Centimes));

    public static MontantTtc operator -(MontantTtc a, MontantTtc b) => new(checked(a.Centimes - b.Centimes));

    public static MontantTtc operator -(MontantTtc a) => new(checked(-a.Centimes));

    public static MontantTtc operator *(MontantTtc a, int fois) => new(checked(a.Centimes * fois));

    public static bool operator <(MontantTtc a, MontantTtc b) => a.Centimes < b.Centimes;

    public static bool operator >(MontantTtc a, MontantTtc b) => a.Centimes > b.Centimes;

    public static bool operator <=(MontantTtc a, MontantTtc b) => a.Centimes <= b.Centimes;

    public static bool operator >=(MontantTtc a, MontantTtc b) => a.Centimes >= b.Centimes;
}
