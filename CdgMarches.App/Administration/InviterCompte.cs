using CdgMarches.App.Compte;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Database;
using CdgMarches.Database.Comptes;
using CdgMarches.Domain.Comptes;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Administration;

/// <summary>Envoie à une personne le lien par lequel elle choisit son mot de passe : son premier, ou un nouveau.</summary>
public sealed class InviterCompte(IDbContextFactory<MarchesDbContext> donnees, EcrireInvitation invitation, HorlogeLegale horloge)
{
    /// <exception cref="RefusException">Le compte est fermé, n'a pas de courriel, ou l'adresse publique n'est pas réglée.</exception>
    public async Task ExecuterAsync(Acteur acteur, Guid id, CancellationToken annulation = default)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var utilisateur = await contexte.CompteTenuAsync(acteur, id, horloge.Aujourdhui, annulation);
        if (!utilisateur.EstActif)
        {
            throw new RefusException("Ce compte est fermé : rouvrez-le avant de l'inviter. Rien n'est parti.");
        }

        var collectivite = acteur.Peut(Droits.Administrer)
            ? null
            : acteur.Perimetre.Administrees.Select(c => (Guid?)c.Valeur).FirstOrDefault();
        await invitation.DeposerAsync(contexte, utilisateur, acteur, collectivite, annulation);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}

/// <summary>Écrit l'invitation d'un compte : le lien, son courriel et sa trace.</summary>
public sealed class EcrireInvitation(AdressesPubliques adresses, CourrielsDeCompte courriels, HorlogeLegale horloge)
{
    /// <summary>Met l'invitation dans l'enregistrement en cours ; elle part avec lui.</summary>
    /// <exception cref="RefusException">Le compte n'a pas de courriel, ou l'adresse publique n'est pas réglée.</exception>
    internal async Task DeposerAsync(
        MarchesDbContext contexte,
        Utilisateur utilisateur,
        Acteur acteur,
        Guid? collectivite,
        CancellationToken annulation
    )
    {
        var instant = horloge.Maintenant;
        if (string.IsNullOrEmpty(utilisateur.Email))
        {
            throw new RefusException(
                "Ce compte n'a pas de courriel : donnez-lui en un, puis envoyez l'invitation. Rien n'est parti."
            );
        }

        var usage = utilisateur.PasswordHash is null ? UsageDeLien.Invitation : UsageDeLien.Reinitialisation;
        var (lien, jeton) = LienDeCompte.Creer(utilisateur.Id, usage, instant);
        var adresse = adresses.De(LireLien.Chemin(usage, jeton));
        contexte.Add(lien);
        FileDeCourriels.Deposer(
            contexte,
            usage is UsageDeLien.Invitation
                ? await courriels.InvitationAsync(utilisateur, adresse, acteur.Nom, annulation)
                : await courriels.ReinitialisationAsync(utilisateur, adresse, annulation),
            instant
        );
        contexte.Noter(utilisateur, new InvitationEnvoyee(utilisateur.Nom, utilisateur.Email, collectivite), acteur, instant);
    }
}
