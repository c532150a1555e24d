using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Comptes.Regles;

/// <summary>Il reste toujours un administrateur dont le compte est ouvert.</summary>
/// <remarks>Sans lui, plus personne ne pourrait donner un droit ni rouvrir un compte.</remarks>
/// <param name="PerdUnAdministrateur">L'action ferme un administrateur ou lui retire son rôle.</param>
/// <param name="AutresAdministrateurs">Le nombre d'autres administrateurs dont le compte est ouvert.</param>
public sealed record UnAdministrateurReste(bool PerdUnAdministrateur, int AutresAdministrateurs) : IRegle
{
    public string Code => "L1";

    public string Fondement => "Règle de l'application";

    public string Champ => "role-Administrateur";

    public bool EstRespectee => !PerdUnAdministrateur || AutresAdministrateurs > 0;

    public string Message =>
        "Ce compte est le dernier administrateur : donnez d'abord le rôle Administrateur à un autre compte ouvert.";
}
