using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions.Regles;

/// <summary>Une assurance n'est remplacée que par une autre qui couvre plus longtemps.</summary>
/// <remarks>RG6.18. Convention d'accès, art. 3 : le CDG « déclare avoir souscrit les assurances nécessaires ».</remarks>
public sealed record RemplacementPlusTardif(string Police, DateOnly Au, DateOnly NouveauAu) : IRegle
{
    public string Code => "RG6.18";

    public string Fondement => "Convention d'accès, art. 3";

    public string? Champ => "remplace";

    public bool EstRespectee => NouveauAu > Au;

    public string Message => $"La police {Police} couvre jusqu'au {EnClair.Date(Au)} : ce qui la remplace doit couvrir au-delà.";
}
