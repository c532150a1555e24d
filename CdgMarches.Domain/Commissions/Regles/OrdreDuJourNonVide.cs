using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>La convocation porte un ordre du jour.</summary>
/// <remarks>RG2.14.</remarks>
public sealed record OrdreDuJourNonVide(int Points) : IRegle
{
    public string Code => "RG2.14";

    public string Fondement => "Convention constitutive, art. 3.2";

    public bool EstRespectee => Points > 0;

    public string Message => "L'ordre du jour est vide : ajoutez au moins un point.";
}
