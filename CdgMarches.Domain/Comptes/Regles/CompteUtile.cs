using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Comptes.Regles;

/// <summary>Un compte que l'on crée a au moins un rôle du CDG ou un rattachement.</summary>
public sealed record CompteUtile(bool AUnRoleDuCdg, bool AUnRattachement) : IRegle
{
    public string Code => "L1";

    public string Fondement => "Règle de l'application";

    public string Champ => "rattachement";

    public bool EstRespectee => AUnRoleDuCdg || AUnRattachement;

    public string Message => "Ce compte n'ouvrirait rien : donnez-lui un rôle du CDG ou rattachez-le à une collectivité.";
}
