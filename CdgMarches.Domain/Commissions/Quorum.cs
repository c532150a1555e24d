using CdgMarches.Domain.Groupements;

namespace CdgMarches.Domain.Commissions;

/// <summary>Le nombre de voix qu'il faut présentes pour délibérer.</summary>
/// <param name="Voix">Le nombre de sièges à voix délibérative en vigueur, vacants compris (RG2.21).</param>
/// <param name="Requis">Le nombre de voix à réunir ; une seule quand il n'y a pas de condition.</param>
/// <param name="EstSansCondition">Vrai après une seconde convocation (RG2.24).</param>
/// <remarks>
/// RG2.20. « Plus de la moitié des membres ayant voix délibérative » (convention, art. 3.2 ; CGCT L1411-5) : n/2 + 1, division
/// entière. L'article R133-10 du CRPA (« la moitié au moins ») vise les commissions de l'État, non la CAO.
/// </remarks>
public sealed record Quorum(int Voix, int Requis, bool EstSansCondition)
{
    /// <exception cref="ArgumentOutOfRangeException">Le nombre de voix est négatif.</exception>
    public static Quorum De(int voix, TypeDeQuorum regle = TypeDeQuorum.PlusDeLaMoitie)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(voix);
        return new(
            voix,
            regle switch
            {
                TypeDeQuorum.PlusDeLaMoitie => (voix / 2) + 1,
                TypeDeQuorum.LaMoitieAuMoins => (voix + 1) / 2,
            },
            EstSansCondition: false
        );
    }

    /// <summary>La commission siège valablement quel que soit le nombre ; une salle vide ne décide rien (RG2.24 d).</summary>
    public static Quorum SansCondition(int voix) => new(voix, 1, EstSansCondition: true);

    public bool EstAtteint(int presentes) => presentes >= Requis;
}
