using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Le coordonnateur est membre du groupement.</summary>
/// <remarks>
/// RG1.03. La convention confie la passation à « un ou plusieurs membres » ; un tiers au groupement ne peut pas l'être.
/// </remarks>
public sealed record CoordonnateurMembre(bool EstMembre) : IRegle
{
    public string Code => "RG1.03";

    public string Fondement => "CCP, art. L2113-7";

    public string? Champ => "coordonnateur";

    public bool EstRespectee => EstMembre;

    public string Message => "Le coordonnateur doit être membre du groupement : faites-le entrer comme membre, puis recommencez.";
}
