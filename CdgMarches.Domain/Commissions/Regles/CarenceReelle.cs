using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>On ne constate la carence que si le quorum, ou la présidence, manque.</summary>
public sealed record CarenceReelle(bool PeutSeTenir) : IRegle
{
    public string Code => "RG2.24";

    public string Fondement => "CGCT, art. L1411-5 ; convention constitutive, art. 3.2";

    public bool EstRespectee => !PeutSeTenir;

    public string Message => "Le quorum est atteint et la présidence assurée : ouvrez la séance.";
}
