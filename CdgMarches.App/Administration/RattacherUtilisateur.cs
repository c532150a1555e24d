using CdgMarches.App.Compte;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Comptes;
using CdgMarches.Domain.Comptes.Regles;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Administration;

/// <summary>Rattache un compte à une collectivité de plus.</summary>
public sealed class RattacherUtilisateur(IDbContextFactory<MarchesDbContext> donnees, LireActeur acteurs, HorlogeLegale horloge)
{
    /// <exception cref="RegleMetierException">Le compte est du CDG, ou déjà rattaché à cette collectivité sur la période.</exception>
    public async Task ExecuterAsync(
        Acteur acteur,
        Guid utilisateur,
        NouveauRattachement nouveau,
        CancellationToken annulation = default
    )
    {
        acteur.ExigerDeTenir(nouveau.Collectivite);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var compte = await contexte.CompteTenuAsync(acteur, utilisateur, horloge.Aujourdhui, annulation);
        var roles = await contexte.RolesAsync(utilisateur, annulation);
        var (debut, fin) = (nouveau.Debut, nouveau.Fin);
        Verdict
            .De(
                new CompteDuCdgOuDeMembre(roles.Count > 0, AUnRattachement: true),
                new PeriodeDeRattachementCoherente(debut, fin),
                new RattachementUnique(
                    await contexte.Rattachements.AnyAsync(
                        r =>
                            r.Utilisateur == utilisateur
                            && r.Collectivite == nouveau.Collectivite
                            && (fin == null || r.Debut <= fin)
                            && (r.Fin == null || r.Fin >= debut),
                        annulation
                    )
                )
            )
            .Exiger();
        var rattachement = new Rattachement(utilisateur, nouveau.Collectivite, nouveau.Role, nouveau.EstAdministrateur, debut);
        rattachement.Terminer(fin);
        contexte.Add(rattachement);
        contexte.Noter(
            compte,
            new RattachementChange(
                compte.Nom,
                $"Rattachement à {await NomAsync(contexte, nouveau.Collectivite, annulation)}",
                null,
                Decrire(rattachement),
                nouveau.Collectivite.Valeur
            ),
            acteur,
            horloge.Maintenant
        );
        await contexte.SaveChangesAsync(annulation);
        acteurs.Oublier(utilisateur);
    }

    internal static async Task<string> NomAsync(
        MarchesDbContext contexte,
        CollectiviteId collectivite,
        CancellationToken annulation
    ) =>
        await contexte.Collectivites.Where(c => c.Id == collectivite).Select(c => c.Nom).SingleOrDefaultAsync(annulation)
        ?? throw new RefusException("Cette collectivité n'existe plus. Rien n'a été modifié.");

    internal static string Decrire(Rattachement r) =>
        string.Join(
            ", ",
            new[]
            {
                DroitsEnClair.De(r.Role),
                r.EstAdministrateur ? "gère les comptes" : null,
                $"du {Formats.DateCourte(r.Debut)}",
                r.Fin is { } fin ? $"au {Formats.DateCourte(fin)}" : null,
            }.OfType<string>()
        );
}

/// <summary>Change ce qu'un utilisateur est dans une collectivité, ou met fin à son rattachement.</summary>
public sealed class ModifierRattachement(IDbContextFactory<MarchesDbContext> donnees, LireActeur acteurs, HorlogeLegale horloge)
{
    /// <param name="acteur">Celui qui tient les comptes de cette collectivité.</param>
    /// <param name="id">Le rattachement.</param>
    /// <param name="role">Ce que l'utilisateur y est.</param>
    /// <param name="estAdministrateur">S'il en gère les comptes.</param>
    /// <param name="fin">Le dernier jour inclus ; null sans terme.</param>
    /// <param name="annulation">Abandonne l'attente.</param>
    public async Task ExecuterAsync(
        Acteur acteur,
        Guid id,
        RoleDeMembre role,
        bool estAdministrateur,
        DateOnly? fin,
        CancellationToken annulation = default
    )
    {
        acteur.ExigerDeTenirDesComptes();
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var rattachement =
            await contexte.Rattachements.SingleOrDefaultAsync(r => r.Id == id, annulation)
            ?? throw new DroitManquantException(Droits.AdministrerSaCollectivite);
        acteur.ExigerDeTenir(rattachement.Collectivite);
        var compte = await contexte.CompteTenuAsync(acteur, rattachement.Utilisateur, horloge.Aujourdhui, annulation);
        var collectivite = await RattacherUtilisateur.NomAsync(contexte, rattachement.Collectivite, annulation);
        DateOnly? perdueLe =
            acteur.Peut(Droits.Administrer) || !rattachement.EstAdministrateur ? null
            : estAdministrateur ? fin?.AddDays(1)
            : horloge.Aujourdhui;
        Verdict
            .De(
                new UneGestionDesComptesReste(
                    collectivite,
                    perdueLe is not null,
                    perdueLe is { } jour ? await AutresGestionnairesAsync(contexte, rattachement, jour, annulation) : 0
                ),
                new RattachementUnique(
                    await contexte.Rattachements.AnyAsync(
                        r =>
                            r.Id != id
                            && r.Utilisateur == rattachement.Utilisateur
                            && r.Collectivite == rattachement.Collectivite
                            && (fin == null || r.Debut <= fin)
                            && (r.Fin == null || r.Fin >= rattachement.Debut),
                        annulation
                    )
                )
            )
            .Exiger();

        var avant = RattacherUtilisateur.Decrire(rattachement);
        rattachement.Changer(role, estAdministrateur);
        rattachement.Terminer(fin);
        compte.PerimerLesSessions();
        contexte.Noter(
            compte,
            new RattachementChange(
                compte.Nom,
                $"Rattachement à {collectivite} modifié",
                avant,
                RattacherUtilisateur.Decrire(rattachement),
                rattachement.Collectivite.Valeur
            ),
            acteur,
            horloge.Maintenant
        );
        await contexte.SaveChangesAsync(annulation);
        acteurs.Oublier(rattachement.Utilisateur);
    }

    /// <summary>Combien d'autres comptes ouverts gèrent encore ceux de cette collectivité ce jour-là.</summary>
    private static Task<int> AutresGestionnairesAsync(
        MarchesDbContext contexte,
        Rattachement sauf,
        DateOnly jour,
        CancellationToken annulation
    ) =>
        contexte.Rattachements.CountAsync(
            r =>
                r.Collectivite == sauf.Collectivite
                && r.EstAdministrateur
                && r.Utilisateur != sauf.Utilisateur
                && r.Debut <= jour
                && (r.Fin == null || r.Fin >= jour)
                && contexte.Users.Any(u => u.Id == r.Utilisateur && u.EstActif),
            annulation
        );
}
