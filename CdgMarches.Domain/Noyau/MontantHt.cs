using System.Diagnostics.CodeAnalysis;

namespace CdgMarches.Domain.Noyau;

/// <summary>Un montant hors taxes, en euros, au centime près. Ne s'additionne qu'à un autre montant HT.</summary>
/// <remarks>Le signe est permis (avoir, réduction, écart) : c'est une règle, non le type, qui refuse un montant négatif.</remarks>
public readonly record struct MontantHt : IComparable<MontantHt>
{
    /// <summary>Le montant en centimes : ce que la base stocke, somme et trie, à l'identique sur les deux moteurs.</summary>
    public long Centimes { get; }

    private MontantHt(long centimes) => Centimes = centimes;

    public static MontantHt Zero => default;

    public decimal Euros => Centimes / 100m;

    public bool EstNegatif => Centimes < 0;

    public static MontantHt DeCentimes(long centimes) => new(centimes);

    /// <exception cref="ArgumentOutOfRangeException">Le montant porte une fraction de centime.</exception>
    /// <exception cref="OverflowException">Le montant dépasse 92 millions de milliards d'euros.</exception>
    public static MontantHt DEuros(decimal euros) => new(EnCentimes.Exacts(euros));

    /// <summary>Arrondi commercial au centime, le seul de l'application : le demi-centime s'éloigne de zéro (RG6.12).</summary>
    /// <exception cref="OverflowException">Le montant dépasse 92 millions de milliards d'euros.</exception>
    public static MontantHt Arrondir(decimal euros) => new(EnCentimes.Arrondis(euros));

    /// <exception cref="OverflowException">La somme dépasse ce que porte un entier de 64 bits.</exception>
    public static MontantHt Somme(IEnumerable<MontantHt> montants) =>
        montants.Aggregate(Zero, static (total, montant) => total + montant);

    /// <summary>Lit l'écriture invariante de <see cref="ToString"/> (« 1234.56 »), celle des adresses et des échanges.</summary>
    public static bool TryParse([NotNullWhen(true)] string? texte, out MontantHt montant)
    {
        var lu = EnCentimes.TryParse(texte, out var centimes);
        montant = new MontantHt(centimes);
        return lu;
    }

    /// <summary>Le montant taxes comprises, arrondi une fois au centime.</summary>
    public MontantTtc Taxer(TauxTva taux) => MontantTtc.Arrondir(Euros * (1 + taux.Valeur));

    public int CompareTo(MontantHt other) => Centimes.CompareTo(other.Centimes);

    /// <summary>L'écriture invariante (« 1234.56 ») ; l'écran a la sienne.</summary>
    public override string ToString() => EnCentimes.EnTexte(Centimes);

    public static MontantHt operator +(MontantHt a, MontantHt b) => new(checked(a.Centimes + b.Centimes));

    public static MontantHt operator -(MontantHt a, MontantHt b) => new(checked(a.Centimes - b.Centimes));

    public static MontantHt operator -(MontantHt a) => new(checked(-a.Centimes));

    public static MontantHt operator *(MontantHt a, int fois) => new(checked(a.Centimes * fois));

    public static bool operator <(MontantHt a, MontantHt b) => a.Centimes < b.Centimes;

    public static bool operator >(MontantHt a, MontantHt b) => a.Centimes > b.Centimes;

    public static bool operator <=(MontantHt a, MontantHt b) => a.Centimes <= b.Centimes;

    public static bool operator >=(MontantHt a, MontantHt b) => a.Centimes >= b.Centimes;
}
