using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Identity;

namespace CdgMarches.Database.Comptes;

/// <summary>Un compte. Son identifiant de connexion n'est pas son courriel : plusieurs comptes peuvent partager une boîte.</summary>
public sealed class Utilisateur : IdentityUser<Guid>
{
    public const int LongueurDuNom = 200;

    /// <summary>Le nom de la personne, que les courriels et l'historique emploient.</summary>
    public string Nom { get; set; } = "";

    /// <summary>Faux quand un administrateur a fermé le compte ; un compte n'est jamais supprimé.</summary>
    public bool EstActif { get; set; } = true;

    public DateTimeOffset CreeLe { get; set; }

    public DateTimeOffset? DerniereConnexion { get; set; }

    /// <summary>Nom, identifiant et courriel repliés : ce que la recherche parcourt.</summary>
    public string CleDeRecherche
    {
        get => CleDeTri.De($"{Nom} {UserName} {Email}");
        private set { }
    }

    /// <summary>Oblige les sessions ouvertes à se reconnecter : à changer dès qu'un droit est retiré.</summary>
    public void PerimerLesSessions() => SecurityStamp = Guid.NewGuid().ToString("N");
}
