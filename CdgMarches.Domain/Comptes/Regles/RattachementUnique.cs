using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Comptes.Regles;

/// <summary>Un utilisateur n'a qu'un rattachement à la fois à une même collectivité.</summary>
/// <remarks>Deux rattachements qui se recouvrent donneraient deux rôles, et finir l'un laisserait l'autre.</remarks>
public sealed record RattachementUnique(bool UnAutreCourt) : IRegle
{
    public string Code => "L1";

    public string Fondement => "Règle de l'application";

    public string Champ => "rattachement";

    public bool EstRespectee => !UnAutreCourt;

    public string Message =>
        "Cette personne est déjà rattachée à cette collectivité sur cette période : modifiez ce rattachement ou finissez-le d'abord.";
}
