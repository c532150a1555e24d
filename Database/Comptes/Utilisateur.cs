using Microsoft.AspNetCore.Identity;

namespace CdgMarches.Database.Comptes;

/// <summary>Un compte. Son identifiant de connexion n'est pas son courriel : plusieurs comptes peuvent partager une boîte.</summary>
public sealed class Utilisateur : IdentityUser<Guid>
{
    /// <summary>Le nom de la personne, que les courriels et l'historique emploient.</summary>
    public string Nom { get; set; } = "";

    /// <summary>Faux quand un administrateur a fermé le compte ; un compte n'est jamais supprimé.</summary>
    public bool EstActif { get; set; } = true;

    public DateTimeOffset CreeLe { get; set; }

    public DateTimeOffset? DerniereConnexion { get; set; }
}
