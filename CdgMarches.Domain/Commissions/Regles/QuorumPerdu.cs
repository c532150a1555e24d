using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Une séance ouverte ne se clôt faute de quorum que si aucun point restant ne peut plus se décider.</summary>
/// <remarks>RG2.23, RG2.24 : le quorum se vérifie à chaque décision ; un déport peut l'ôter à un point et le laisser aux autres.</remarks>
public sealed record QuorumPerdu(IReadOnlyList<string> Decidables) : IRegle
{
    public string Code => "RG2.24";

    public string Fondement => "CGCT, art. L1411-5 ; convention constitutive, art. 3.2";

    public bool EstRespectee => Decidables.Count == 0;

    public string Message =>
        $"Le quorum et la présidence sont là pour {Enumeration.De(Decidables)} : décidez ou ajournez d'abord, le reste pourra se clore faute de quorum.";
}
