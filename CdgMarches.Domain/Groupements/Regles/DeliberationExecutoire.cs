using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>La délibération du membre est exécutoire.</summary>
/// <remarks>RG1.11, RG1.13.</remarks>
public sealed record DeliberationExecutoire(string Membre, DateOnly? ExecutoireLe) : IRegle
{
    public string Code => "RG1.11";

    public string Fondement => "CGCT, art. L2131-1";

    public string? Champ => "adoptee";

    public bool EstRespectee => ExecutoireLe is not null;

    public string Message =>
        $"La délibération {GrammaireDuNom.De(Membre)} n'est pas exécutoire : il manque sa publication ou sa transmission.";
}
