using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Marches.Regles;

/// <summary>On ne sous-traite pas un marché de fournitures.</summary>
/// <remarks>CCP, art. L2193-1.</remarks>
public sealed record SousTraitanceHorsFournitures(NatureDAchat Nature) : IRegle
{
    public string Code => "RG4.90";

    public string Fondement => "CCP, art. L2193-1";

    public bool EstRespectee => Nature is not NatureDAchat.Fournitures;

    public string Message => "La sous-traitance ne concerne pas les marchés de fournitures.";
}
