using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Comptes;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Comptes;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Compte;

/// <summary>Ouvre une session par un lien reçu, quand la personne le confirme.</summary>
public sealed class ConnexionParLien(
    LireLien lire,
    MarchesDbContext contexte,
    SignInManager<Utilisateur> connexions,
    HorlogeLegale horloge
)
{
    /// <returns>Faux si le lien n'est plus valable.</returns>
    public async Task<bool> ExecuterAsync(string jeton, CancellationToken annulation = default)
    {
        if (await lire.ExecuterAsync(jeton, UsageDeLien.Connexion, annulation) is not { } titulaire)
        {
            return false;
        }

        var maintenant = horloge.Maintenant;
        var utilisateur = await contexte.EnTransactionAsync(
            async jetonDAnnulation =>
            {
                if (!await LireLien.ConsommerAsync(contexte, jeton, maintenant, jetonDAnnulation))
                {
                    return null;
                }

                var compte = await contexte.Users.SingleAsync(u => u.Id == titulaire.Utilisateur, jetonDAnnulation);
                compte.DerniereConnexion = maintenant;
                contexte.Journaliser(
                    LigneDeJournal.De("Utilisateur", compte.Id, new ConnecteParLien(compte.Nom), Acteur.Systeme, maintenant)
                );
                await contexte.SaveChangesAsync(jetonDAnnulation);
                return compte;
            },
            annulation
        );
        if (utilisateur is null)
        {
            return false;
        }

        await connexions.SignInAsync(utilisateur, isPersistent: false);
        return true;
    }
}
