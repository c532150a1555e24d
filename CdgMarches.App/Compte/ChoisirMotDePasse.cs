using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Database;
using CdgMarches.Database.Comptes;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Comptes;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Compte;

/// <summary>Enregistre le mot de passe choisi par un lien reçu (invitation ou mot de passe oublié).</summary>
/// <remarks>Un mot de passe refusé ne consomme pas le lien ; un mot de passe accepté périme tous les liens et les sessions du compte.</remarks>
public sealed class ChoisirMotDePasse(
    LireLien lire,
    MarchesDbContext contexte,
    UserManager<Utilisateur> comptes,
    LireActeur acteurs,
    CourrielsDeCompte courriels,
    HorlogeLegale horloge
)
{
    /// <returns>Ce qui s'y oppose ; vide si c'est fait.</returns>
    public async Task<IReadOnlyList<string>> ExecuterAsync(
        string jeton,
        UsageDeLien usage,
        string? motDePasse,
        CancellationToken annulation = default
    )
    {
        if (await lire.ExecuterAsync(jeton, usage, annulation) is not { } titulaire)
        {
            return [LireLien.PlusValable];
        }

        try
        {
            await contexte.EnTransactionAsync(
                jetonDAnnulation => EnregistrerAsync(titulaire, jeton, usage, motDePasse ?? "", jetonDAnnulation),
                annulation
            );
        }
        catch (MotDePasseRefuseException refus)
        {
            return refus.Phrases;
        }

        acteurs.Oublier(titulaire.Utilisateur);
        return [];
    }

    private async Task EnregistrerAsync(
        TitulaireDeLien titulaire,
        string jeton,
        UsageDeLien usage,
        string motDePasse,
        CancellationToken annulation
    )
    {
        var maintenant = horloge.Maintenant;
        if (!await LireLien.ConsommerAsync(contexte, jeton, maintenant, annulation))
        {
            throw new MotDePasseRefuseException([LireLien.PlusValable]);
        }

        var utilisateur = await contexte.Users.SingleAsync(u => u.Id == titulaire.Utilisateur, annulation);
        utilisateur.AccessFailedCount = 0;
        utilisateur.LockoutEnd = null;
        utilisateur.EmailConfirmed = true;
        contexte.Journaliser(
            LigneDeJournal.De(
                "Utilisateur",
                utilisateur.Id,
                new MotDePasseChoisi(utilisateur.Nom, ParLien: true),
                Acteur.Systeme,
                maintenant
            )
        );
        if (usage is UsageDeLien.Reinitialisation)
        {
            FileDeCourriels.Deposer(contexte, await courriels.MotDePasseChangeAsync(utilisateur, annulation), maintenant);
        }

        var resultat = await comptes.ResetPasswordAsync(
            utilisateur,
            await comptes.GeneratePasswordResetTokenAsync(utilisateur),
            motDePasse
        );
        if (!resultat.Succeeded)
        {
            throw new MotDePasseRefuseException([.. resultat.Errors.Select(e => e.Description)]);
        }

        await contexte
            .LiensDeCompte.Where(l => l.Utilisateur == utilisateur.Id && l.UtiliseLe == null)
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.UtiliseLe, (DateTimeOffset?)maintenant), annulation);
    }

    /// <summary>Fait défaire la transaction.</summary>
    private sealed class MotDePasseRefuseException(IReadOnlyList<string> phrases) : Exception
    {
        public IReadOnlyList<string> Phrases { get; } = phrases;
    }
}
