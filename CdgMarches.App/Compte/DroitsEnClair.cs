using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Compte;

/// <summary>Dit les droits d'un compte dans les mots d'une personne.</summary>
internal static class DroitsEnClair
{
    public static string De(RoleCdg role) =>
        role switch
        {
            RoleCdg.Administrateur => "Administrateur",
            RoleCdg.Gestionnaire => "Gestionnaire",
            RoleCdg.Finances => "Finances",
            RoleCdg.Lecture => "Lecture",
        };

    public static string Explication(RoleCdg role) =>
        role switch
        {
            RoleCdg.Administrateur => "comptes, réglages et journal ; lit tout",
            RoleCdg.Gestionnaire => "collectivités, groupements, recensements, procédures, commissions et modèles de documents",
            RoleCdg.Finances => "prépare et valide les contributions ; lit le reste",
            RoleCdg.Lecture => "lit, ne modifie rien",
        };

    public static string De(RoleDeMembre role) =>
        role switch
        {
            RoleDeMembre.Referent => "Référent",
            RoleDeMembre.Signataire => "Signataire",
        };

    /// <summary>Une phrase par rôle, limite de périmètre ou rattachement en vigueur.</summary>
    public static async Task<IReadOnlyList<string>> DeAsync(
        MarchesDbContext contexte,
        Guid utilisateur,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        var roles = await (
            from lien in contexte.UserRoles
            join role in contexte.Roles on lien.RoleId equals role.Id
            where lien.UserId == utilisateur
            orderby role.Name
            select role.Name
        ).ToListAsync(annulation);
        var groupements = await (
            from limite in contexte.LimitesDePerimetre
            join groupement in contexte.Groupements on limite.Groupement equals groupement.Id
            where limite.Utilisateur == utilisateur
            select groupement.Nom
        ).ToListAsync(annulation);
        var rattachements = await (
            from r in contexte.Rattachements
            join c in contexte.Collectivites on r.Collectivite equals c.Id
            where r.Utilisateur == utilisateur && r.Debut <= jour && (r.Fin == null || r.Fin >= jour)
            orderby c.CleDeTri
            select new
            {
                c.Nom,
                r.Role,
                r.EstAdministrateur,
            }
        ).ToListAsync(annulation);
        return
        [
            .. roles.Select(r => Enum.TryParse<RoleCdg>(r, out var role) ? $"{De(role)} : {Explication(role)}" : r!),
            .. groupements.Select(g => $"Limité au groupement {g}"),
            .. rattachements.Select(r =>
                $"{De(r.Role)} {GrammaireDuNom.De(r.Nom)}{(r.EstAdministrateur ? ", gère les comptes de cette collectivité" : "")}"
            ),
        ];
    }
}
