using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Comptes;
using CdgMarches.Domain.Comptes.Regles;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Administration;

/// <summary>Ferme un compte : ses sessions s'arrêtent, son histoire reste. Un compte n'est jamais supprimé.</summary>
public sealed class FermerCompte(IDbContextFactory<MarchesDbContext> donnees, LireActeur acteurs, HorlogeLegale horloge)
{
    /// <exception cref="RegleMetierException">C'est le dernier administrateur.</exception>
    /// <exception cref="RefusException">Aucun motif n'est donné, ou le compte est déjà fermé.</exception>
    public async Task ExecuterAsync(Acteur acteur, Guid id, string? motif, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Administrer);
        if (string.IsNullOrWhiteSpace(motif))
        {
            throw new RefusException("Donnez le motif de la fermeture : l'historique le garde. Rien n'a été modifié.");
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                var autres = await contexte.AutresAdministrateursAsync(id, jeton);
                var utilisateur = await contexte.CompteTenuAsync(acteur, id, horloge.Aujourdhui, jeton);
                if (!utilisateur.EstActif)
                {
                    throw new RefusException("Ce compte est déjà fermé. Rien n'a été modifié.");
                }

                var roles = await contexte.RolesAsync(id, jeton);
                Verdict.De(new UnAdministrateurReste(roles.Contains(RoleCdg.Administrateur), autres)).Exiger();
                utilisateur.EstActif = false;
                utilisateur.PerimerLesSessions();
                contexte.Noter(utilisateur, new CompteFerme(utilisateur.Nom, motif.Trim()), acteur, horloge.Maintenant);
                await contexte.SaveChangesAsync(jeton);
            },
            annulation
        );
        acteurs.Oublier(id);
    }
}

/// <summary>Rouvre un compte fermé ; ses rôles et rattachements sont ceux qu'il avait.</summary>
public sealed class RouvrirCompte(IDbContextFactory<MarchesDbContext> donnees, LireActeur acteurs, HorlogeLegale horloge)
{
    public async Task ExecuterAsync(Acteur acteur, Guid id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Administrer);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var utilisateur = await contexte.CompteTenuAsync(acteur, id, horloge.Aujourdhui, annulation);
        utilisateur.EstActif = true;
        contexte.Noter(utilisateur, new CompteRouvert(utilisateur.Nom), acteur, horloge.Maintenant);
        await contexte.SaveChangesAsync(annulation);
        acteurs.Oublier(id);
    }
}

/// <summary>Lève le verrou posé par des essais manqués, sans attendre qu'il tombe seul.</summary>
public sealed class DeverrouillerCompte(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task ExecuterAsync(Acteur acteur, Guid id, CancellationToken annulation = default)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var utilisateur = await contexte.CompteTenuAsync(acteur, id, horloge.Aujourdhui, annulation);
        utilisateur.LockoutEnd = null;
        utilisateur.AccessFailedCount = 0;
        contexte.Noter(utilisateur, new CompteDeverrouille(utilisateur.Nom), acteur, horloge.Maintenant);
        await contexte.SaveChangesAsync(annulation);
    }
}
