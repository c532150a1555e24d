using CdgMarches.App.Compte;
using CdgMarches.Database;
using CdgMarches.Database.Comptes;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Administration;

/// <summary>
/// Les comptes que quelqu'un peut tenir : tous pour un administrateur ; pour l'administrateur d'une collectivité, ceux de
/// ses utilisateurs, et d'eux seulement ce qui la concerne.
/// </summary>
internal static class PorteeDesComptes
{
    public const string ObjetType = "Utilisateur";

    /// <exception cref="DroitManquantException">L'acteur ne tient aucun compte.</exception>
    public static void ExigerDeTenirDesComptes(this Acteur acteur)
    {
        if (!acteur.Peut(Droits.Administrer))
        {
            acteur.Exiger(Droits.AdministrerSaCollectivite);
        }
    }

    /// <exception cref="DroitManquantException">L'acteur ne tient pas les comptes de cette collectivité.</exception>
    public static void ExigerDeTenir(this Acteur acteur, CollectiviteId collectivite)
    {
        acteur.ExigerDeTenirDesComptes();
        if (!acteur.Peut(Droits.Administrer) && !acteur.Perimetre.Administrees.Contains(collectivite))
        {
            throw new DroitManquantException(Droits.AdministrerSaCollectivite);
        }
    }

    /// <summary>Les comptes que l'acteur tient ; un ancien utilisateur de sa collectivité n'en est plus.</summary>
    public static IQueryable<Utilisateur> ComptesTenus(this MarchesDbContext contexte, Acteur acteur, DateOnly jour)
    {
        acteur.ExigerDeTenirDesComptes();
        if (acteur.Peut(Droits.Administrer))
        {
            return contexte.Users;
        }

        var tenues = acteur.Perimetre.Administrees.ToList();
        return contexte.Users.Where(u =>
            !contexte.UserRoles.Any(lien => lien.UserId == u.Id)
            && contexte.Rattachements.Any(r =>
                r.Utilisateur == u.Id && tenues.Contains(r.Collectivite) && (r.Fin == null || r.Fin >= jour)
            )
        );
    }

    /// <exception cref="DroitManquantException">Ce compte n'est pas de ceux que l'acteur tient, ou n'existe pas.</exception>
    public static async Task<Utilisateur> CompteTenuAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        Guid id,
        DateOnly jour,
        CancellationToken annulation
    ) =>
        await contexte.ComptesTenus(acteur, jour).SingleOrDefaultAsync(u => u.Id == id, annulation)
        ?? throw new DroitManquantException(Droits.Administrer);

    /// <summary>
    /// Changer le courriel d'un compte, c'est pouvoir en prendre la main : qui ne tient que sa collectivité ne le peut pas
    /// sur un compte qui en sert aussi une autre.
    /// </summary>
    public static async Task<bool> PeutChangerIdentiteAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        Guid id,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        if (acteur.Peut(Droits.Administrer))
        {
            return true;
        }

        var tenues = acteur.Perimetre.Administrees.ToList();
        return !await contexte.Rattachements.AnyAsync(
            r => r.Utilisateur == id && !tenues.Contains(r.Collectivite) && (r.Fin == null || r.Fin >= jour),
            annulation
        );
    }

    /// <summary>Fixe la version que l'agent avait sous les yeux ; l'enregistrement échoue si la base en a une autre.</summary>
    public static void ExigerVersion(this MarchesDbContext contexte, Utilisateur utilisateur, string? versionLue)
    {
        contexte.Entry(utilisateur).Property(u => u.ConcurrencyStamp).OriginalValue = versionLue;
        utilisateur.ConcurrencyStamp = Guid.NewGuid().ToString();
    }

    public static void Noter(
        this MarchesDbContext contexte,
        Utilisateur utilisateur,
        IEvenementMetier fait,
        Acteur acteur,
        DateTimeOffset instant
    ) => contexte.Journaliser(LigneDeJournal.De(ObjetType, utilisateur.Id, fait, acteur, instant));

    /// <summary>Le nombre d'autres administrateurs ouverts, compté à l'abri d'un second retrait simultané.</summary>
    /// <remarks>À appeler dans une transaction : la ligne du compteur, mise à jour d'abord, fait attendre l'autre.</remarks>
    public static async Task<int> AutresAdministrateursAsync(
        this MarchesDbContext contexte,
        Guid utilisateur,
        CancellationToken annulation
    )
    {
        await contexte.NumeroterAsync("RETRAIT-D-ADMINISTRATEUR", annulation);
        return await contexte.CompterAutresAdministrateursAsync(utilisateur, annulation);
    }

    public static Task<int> CompterAutresAdministrateursAsync(
        this MarchesDbContext contexte,
        Guid utilisateur,
        CancellationToken annulation
    )
    {
        var role = RolesDuCdg.IdentifiantDe(RoleCdg.Administrateur);
        return contexte.UserRoles.CountAsync(
            lien =>
                lien.RoleId == role && lien.UserId != utilisateur && contexte.Users.Any(u => u.Id == lien.UserId && u.EstActif),
            annulation
        );
    }

    /// <summary>Les rôles du CDG d'un compte.</summary>
    public static async Task<IReadOnlySet<RoleCdg>> RolesAsync(
        this MarchesDbContext contexte,
        Guid utilisateur,
        CancellationToken annulation
    )
    {
        var liens = await contexte.UserRoles.Where(l => l.UserId == utilisateur).Select(l => l.RoleId).ToListAsync(annulation);
        return Enum.GetValues<RoleCdg>().Where(r => liens.Contains(RolesDuCdg.IdentifiantDe(r))).ToHashSet();
    }

    public static string EnClair(this IEnumerable<RoleCdg> roles) =>
        string.Join(", ", roles.Order().Select(DroitsEnClair.De)) is { Length: > 0 } texte ? texte : "aucun rôle du CDG";
}
