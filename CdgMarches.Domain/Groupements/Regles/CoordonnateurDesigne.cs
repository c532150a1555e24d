using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un groupement a un coordonnateur.</summary>
/// <remarks>
/// RG1.03. La convention confie la passation à un ou plusieurs membres ; le premier d'entre eux est nommé ici.
/// </remarks>
public sealed record CoordonnateurDesigne(CollectiviteId Coordonnateur) : IRegle
{
    public string Code => "RG1.03";

    public string Fondement => "CCP, art. L2113-7";

    public string? Champ => "coordonnateur";

    public bool EstRespectee => Coordonnateur != default;

    public string Message => "Désignez le coordonnateur : la collectivité qui passe les marchés au nom des membres.";
}
