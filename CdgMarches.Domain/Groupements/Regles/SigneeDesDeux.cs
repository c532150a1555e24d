using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>L'acte d'adhésion est signé du membre et du coordonnateur.</summary>
/// <remarks>RG1.10, RG1.20.</remarks>
public sealed record SigneeDesDeux(DateOnly? MembreLe, DateOnly? CoordonnateurLe) : IRegle
{
    public string Code => "RG1.10";

    public string Fondement => "CCP, art. L2113-7";

    public string? Champ => "signee";

    public bool EstRespectee => MembreLe is not null && CoordonnateurLe is not null;

    public string Message =>
        (MembreLe, CoordonnateurLe) switch
        {
            (null, null) => "Ni le membre ni le coordonnateur n'ont signé.",
            (null, _) => "La signature du membre manque.",
            _ => "La signature du coordonnateur manque.",
        };
}
