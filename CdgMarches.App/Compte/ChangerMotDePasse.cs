using System.Security.Claims;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Database;
using CdgMarches.Database.Comptes;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Comptes;
using Microsoft.AspNetCore.Identity;

namespace CdgMarches.App.Compte;

/// <summary>Change le mot de passe de la personne connectée ; ses autres sessions se ferment, celle-ci reste.</summary>
public sealed class ChangerMotDePasse(
    UserManager<Utilisateur> comptes,
    SignInManager<Utilisateur> connexions,
    MarchesDbContext contexte,
    LireActeur acteurs,
    CourrielsDeCompte courriels,
    HorlogeLegale horloge
)
{
    /// <returns>Ce qui s'y oppose ; vide si c'est fait.</returns>
    public async Task<IReadOnlyList<string>> ExecuterAsync(ClaimsPrincipal personne, string? actuel, string? nouveau)
    {
        if (
            await comptes.GetUserAsync(personne) is not { } utilisateur
            || await acteurs.ExecuterAsync(utilisateur.Id) is not { } acteur
        )
        {
            return ["Votre session a pris fin. Rien n'a été modifié ; connectez-vous de nouveau."];
        }

        contexte.Journaliser(
            LigneDeJournal.De(
                "Utilisateur",
                utilisateur.Id,
                new MotDePasseChoisi(utilisateur.Nom, ParLien: false),
                acteur,
                horloge.Maintenant
            )
        );
        if (utilisateur.Email is { Length: > 0 })
        {
            FileDeCourriels.Deposer(contexte, await courriels.MotDePasseChangeAsync(utilisateur), horloge.Maintenant);
        }

        var resultat = await comptes.ChangePasswordAsync(utilisateur, actuel ?? "", nouveau ?? "");
        if (!resultat.Succeeded)
        {
            // Nothing was saved: the line and the mail waiting in this context must not leave with a later save.
            contexte.ChangeTracker.Clear();
            return [.. resultat.Errors.Select(e => e.Description)];
        }

        acteurs.Oublier(utilisateur.Id);
        await connexions.SignInAsync(utilisateur, isPersistent: false);
        return [];
    }
}
