using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Database;
using CdgMarches.Database.Comptes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Compte;

/// <summary>Envoie un lien de connexion ou de nouveau mot de passe à qui le demande par son identifiant ou son courriel.</summary>
/// <remarks>
/// La réponse à l'écran est toujours la même. Une boîte partagée reçoit un message par personne, qui la nomme. Les agents du
/// CDG se connectent par mot de passe : le message le leur rappelle.
/// </remarks>
public sealed class DemanderUnLien(
    IDbContextFactory<MarchesDbContext> donnees,
    AdressesPubliques adresses,
    CourrielsDeCompte courriels,
    ILookupNormalizer normalisation,
    HorlogeLegale horloge
)
{
    /// <summary>Au-delà, dans l'heure, une même personne ne reçoit plus rien : sa boîte n'est pas une cible.</summary>
    private const int LiensParHeure = 5;

    /// <summary>Le plus de personnes d'une même boîte auxquelles on écrit.</summary>
    private const int PersonnesParBoite = 20;

    /// <exception cref="RefusException">L'adresse publique de l'application n'est pas réglée.</exception>
    public async Task ExecuterAsync(string? saisie, UsageDeLien usage, CancellationToken annulation = default)
    {
        _ = adresses.De("/");
        if (string.IsNullOrWhiteSpace(saisie) || saisie.Length > CourrielValide.LongueurMax)
        {
            return;
        }

        var nom = normalisation.NormalizeName(saisie.Trim());
        var courriel = normalisation.NormalizeEmail(saisie.Trim());
        var maintenant = horloge.Maintenant;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var personnes = await contexte
            .Users.AsNoTracking()
            .Where(u => u.EstActif && u.Email != null && (u.NormalizedUserName == nom || u.NormalizedEmail == courriel))
            .OrderBy(u => u.NormalizedUserName)
            .Take(PersonnesParBoite)
            .ToListAsync(annulation);
        foreach (var personne in personnes)
        {
            var recents = await contexte.LiensDeCompte.CountAsync(
                l => l.Utilisateur == personne.Id && l.CreeLe > maintenant.AddHours(-1),
                annulation
            );
            if (recents >= LiensParHeure)
            {
                continue;
            }

            var estDuCdg = await contexte.UserRoles.AnyAsync(lien => lien.UserId == personne.Id, annulation);
            await EcrireAsync(contexte, personne, usage, estDuCdg, maintenant, annulation);
        }

        await contexte.SaveChangesAsync(annulation);
    }

    private async Task EcrireAsync(
        MarchesDbContext contexte,
        Utilisateur personne,
        UsageDeLien usage,
        bool estDuCdg,
        DateTimeOffset maintenant,
        CancellationToken annulation
    )
    {
        if (usage is UsageDeLien.Connexion && estDuCdg)
        {
            FileDeCourriels.Deposer(contexte, await courriels.SansLienAsync(personne, annulation), maintenant);
            return;
        }

        var (lien, jeton) = LienDeCompte.Creer(personne.Id, usage, maintenant);
        contexte.Add(lien);
        var adresse = adresses.De(LireLien.Chemin(usage, jeton));
        FileDeCourriels.Deposer(
            contexte,
            usage is UsageDeLien.Connexion
                ? await courriels.ConnexionAsync(personne, adresse, annulation)
                : await courriels.ReinitialisationAsync(personne, adresse, annulation),
            maintenant
        );
    }
}
