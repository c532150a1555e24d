using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Comptes.Regles;

/// <summary>Un compte est celui d'un agent du CDG ou celui d'un utilisateur de collectivités, jamais les deux.</summary>
/// <remarks>Un rôle du CDG ouvre toutes les collectivités : il rendrait vain le cloisonnement d'un rattachement.</remarks>
public sealed record CompteDuCdgOuDeMembre(bool AUnRoleDuCdg, bool AUnRattachement) : IRegle
{
    public string Code => "L1";

    public string Fondement => "Règle de l'application";

    public string Champ => "rattachement";

    public bool EstRespectee => !(AUnRoleDuCdg && AUnRattachement);

    public string Message =>
        "Un compte du CDG ne peut pas être rattaché à une collectivité : retirez ses rôles ou créez-lui un second compte.";
}
