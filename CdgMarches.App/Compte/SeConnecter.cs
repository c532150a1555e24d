using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Comptes;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Comptes;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Compte;

/// <summary>Ouvre une session par identifiant et mot de passe.</summary>
/// <remarks>
/// La réponse ne dit jamais si l'identifiant existe : même phrase, même durée, même verrou. Un compte fermé ne se révèle
/// qu'à qui connaît son mot de passe.
/// </remarks>
public sealed class SeConnecter(
    UserManager<Utilisateur> comptes,
    SignInManager<Utilisateur> connexions,
    MarchesDbContext contexte,
    EssaisInconnus inconnus,
    HorlogeLegale horloge
)
{
    public const int EssaisPermis = 5;

    public const string Refuse =
        "L'identifiant ou le mot de passe n'est pas le bon. Après cinq essais manqués, le compte se verrouille quinze minutes.";

    public const string Verrouille =
        "Trop d'essais manqués : ce compte est verrouillé quinze minutes. Rien n'est perdu ; attendez, ou choisissez un nouveau mot de passe par « Mot de passe oublié ».";

    public const string Ferme =
        "Ce compte est fermé. Vos données sont conservées ; adressez-vous au centre de gestion pour le rouvrir.";

    public static TimeSpan DureeDuVerrou { get; } = TimeSpan.FromMinutes(15);

    /// <returns>Null si la session est ouverte, sinon la phrase qui dit pourquoi non.</returns>
    public async Task<string?> ExecuterAsync(string? identifiant, string? motDePasse)
    {
        var cle = comptes.NormalizeName((identifiant ?? "").Trim());
        var utilisateur = await contexte.Users.SingleOrDefaultAsync(u => u.NormalizedUserName == cle);
        if (utilisateur?.PasswordHash is null)
        {
            // As long as a real check, so that the time does not tell either.
            comptes.PasswordHasher.HashPassword(new Utilisateur(), motDePasse ?? "");
            return inconnus.EstVerrouille(cle!) || inconnus.Manquer(cle!) ? Verrouille : Refuse;
        }

        var maintenant = horloge.Maintenant;
        if (utilisateur.LockoutEnd > maintenant)
        {
            return Verrouille;
        }

        if (!await comptes.CheckPasswordAsync(utilisateur, motDePasse ?? ""))
        {
            return await ManquerAsync(utilisateur, maintenant) ? Verrouille : Refuse;
        }

        if (!utilisateur.EstActif)
        {
            return Ferme;
        }

        utilisateur.AccessFailedCount = 0;
        utilisateur.LockoutEnd = null;
        utilisateur.DerniereConnexion = maintenant;
        await contexte.SaveChangesAsync();
        await connexions.SignInAsync(utilisateur, isPersistent: false);
        return null;
    }

    /// <summary>Compte l'essai par une mise à jour directe : des essais simultanés comptent tous.</summary>
    private async Task<bool> ManquerAsync(Utilisateur utilisateur, DateTimeOffset maintenant)
    {
        await contexte
            .Users.Where(u => u.Id == utilisateur.Id)
            .ExecuteUpdateAsync(u => u.SetProperty(x => x.AccessFailedCount, x => x.AccessFailedCount + 1));
        var essais = await contexte.Users.Where(u => u.Id == utilisateur.Id).Select(u => u.AccessFailedCount).SingleAsync();
        if (essais < EssaisPermis)
        {
            return false;
        }

        var jusquA = maintenant + DureeDuVerrou;
        await contexte
            .Users.Where(u => u.Id == utilisateur.Id)
            .ExecuteUpdateAsync(u =>
                u.SetProperty(x => x.AccessFailedCount, 0).SetProperty(x => x.LockoutEnd, (DateTimeOffset?)jusquA)
            );
        contexte.Journaliser(
            LigneDeJournal.De(
                "Utilisateur",
                utilisateur.Id,
                new CompteVerrouille(utilisateur.Nom, jusquA),
                Acteur.Systeme,
                maintenant
            )
        );
        await contexte.SaveChangesAsync();
        return true;
    }
}
