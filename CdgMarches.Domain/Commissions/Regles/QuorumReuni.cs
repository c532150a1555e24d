using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Assez de voix sont présentes pour délibérer.</summary>
/// <remarks>RG2.20, RG2.23 : vérifié à l'ouverture et à chaque décision.</remarks>
public sealed record QuorumReuni(int Presentes, Quorum Quorum) : IRegle
{
    public string Code => Quorum.EstSansCondition ? "RG2.24" : "RG2.20";

    public string Fondement => "Convention constitutive, art. 3.2 ; CGCT, art. L1411-5";

    public bool EstRespectee => Quorum.EstAtteint(Presentes);

    public string Message =>
        Quorum.EstSansCondition
            ? "Aucune voix présente : une salle vide ne décide rien."
            : $"{Presentes.ToString(Francais.Culture)} voix présente{(Presentes > 1 ? "s" : "")} sur {Quorum.Voix.ToString(Francais.Culture)} : il en faut {Quorum.Requis.ToString(Francais.Culture)}.";
}
