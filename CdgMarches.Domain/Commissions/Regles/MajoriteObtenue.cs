using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Une décision a la majorité des voix exprimées ; un partage n'en est pas une.</summary>
/// <remarks>RG2.30. La voix prépondérante ne vaut que si la convention la donne.</remarks>
public sealed record MajoriteObtenue(IssueDuPoint Issue, ResultatDuVote? Resultat) : IRegle
{
    public string Code => "RG2.30";

    public string Fondement => "Convention constitutive, art. 3.2";

    public string? Champ => "issue";

    public bool EstRespectee => Issue is IssueDuPoint.Ajourne || Resultat is null or ResultatDuVote.Adopte;

    public string Message =>
        Resultat is ResultatDuVote.Partage
            ? "Partage des voix : il n'y a pas de décision. Faites revoter, ou ajournez."
            : "La majorité est contre : cette issue n'est pas adoptée. Proposez-en une autre, ou ajournez.";
}
