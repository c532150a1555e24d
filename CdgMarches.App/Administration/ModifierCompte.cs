using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Comptes;
using CdgMarches.Domain.Comptes;
using CdgMarches.Domain.Comptes.Regles;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Administration;

/// <summary>Change qui est la personne d'un compte : nom, courriel, téléphone.</summary>
public sealed class ModifierIdentite(
    IDbContextFactory<MarchesDbContext> donnees,
    LireActeur acteurs,
    ILookupNormalizer normalisation,
    HorlogeLegale horloge
)
{
    /// <exception cref="RefusException">Le compte sert aussi une collectivité que l'acteur ne tient pas.</exception>
    public async Task ExecuterAsync(
        Acteur acteur,
        Guid id,
        string? versionLue,
        IdentiteDeCompte identite,
        CancellationToken annulation = default
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var utilisateur = await contexte.CompteTenuAsync(acteur, id, horloge.Aujourdhui, annulation);
        if (!await contexte.PeutChangerIdentiteAsync(acteur, id, horloge.Aujourdhui, annulation))
        {
            throw new RefusException(
                "Ce compte sert aussi une autre collectivité : seul le centre de gestion peut en changer le nom ou le courriel. Rien n'a été modifié."
            );
        }

        var avant = Decrire(utilisateur);
        utilisateur.Nom = identite.Nom.Trim();
        utilisateur.Email = identite.Courriel.Trim();
        utilisateur.NormalizedEmail = normalisation.NormalizeEmail(utilisateur.Email);
        utilisateur.PhoneNumber = identite.Telephone;
        contexte.ExigerVersion(utilisateur, versionLue);
        contexte.Noter(utilisateur, new CompteModifie(utilisateur.Nom, avant, Decrire(utilisateur)), acteur, horloge.Maintenant);
        await contexte.SaveChangesAsync(annulation);
        acteurs.Oublier(id);
    }

    private static string Decrire(Utilisateur u) =>
        string.Join(", ", new[] { u.Nom, u.Email, u.PhoneNumber }.Where(t => !string.IsNullOrEmpty(t)));
}

/// <summary>Change les rôles du CDG d'un compte et les groupements auxquels il est limité.</summary>
public sealed class ModifierRoles(
    IDbContextFactory<MarchesDbContext> donnees,
    LireActeur acteurs,
    EcrireInvitation invitation,
    HorlogeLegale horloge
)
{
    /// <remarks>
    /// Un droit retiré ferme les sessions ouvertes du compte. Un nouvel administrateur doit choisir un mot de passe de la
    /// longueur de son rôle : l'ancien, dont on ne connaît pas la longueur, cesse de valoir et une invitation part.
    /// </remarks>
    /// <exception cref="RegleMetierException">C'est le dernier administrateur, ou le compte a un rattachement.</exception>
    public async Task ExecuterAsync(
        Acteur acteur,
        Guid id,
        string? versionLue,
        IReadOnlySet<RoleCdg> roles,
        IReadOnlySet<GroupementId> limites,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Administrer);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            jeton => ModifierAsync(contexte, acteur, id, versionLue, roles, limites, jeton),
            annulation
        );
        acteurs.Oublier(id);
    }

    private async Task ModifierAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        Guid id,
        string? versionLue,
        IReadOnlySet<RoleCdg> roles,
        IReadOnlySet<GroupementId> limites,
        CancellationToken annulation
    )
    {
        var autres = await contexte.AutresAdministrateursAsync(id, annulation);
        var utilisateur = await contexte.CompteTenuAsync(acteur, id, horloge.Aujourdhui, annulation);
        var avant = await contexte.RolesAsync(id, annulation);
        var limitesAvant = await contexte.LimitesDePerimetre.Where(l => l.Utilisateur == id).ToListAsync(annulation);
        var jour = horloge.Aujourdhui;
        var rattache = await contexte.Rattachements.AnyAsync(
            r => r.Utilisateur == id && (r.Fin == null || r.Fin >= jour),
            annulation
        );
        Verdict
            .De(
                new UnAdministrateurReste(
                    avant.Contains(RoleCdg.Administrateur) && !roles.Contains(RoleCdg.Administrateur) && utilisateur.EstActif,
                    autres
                ),
                new CompteDuCdgOuDeMembre(roles.Count > 0, rattache)
            )
            .Exiger();

        contexte.UserRoles.RemoveRange(await contexte.UserRoles.Where(l => l.UserId == id).ToListAsync(annulation));
        contexte.UserRoles.AddRange(
            roles.Select(r => new IdentityUserRole<Guid> { UserId = id, RoleId = RolesDuCdg.IdentifiantDe(r) })
        );
        contexte.RemoveRange(limitesAvant.Where(l => !limites.Contains(l.Groupement)));
        contexte.AddRange(
            limites.Where(g => limitesAvant.TrueForAll(l => l.Groupement != g)).Select(g => new LimiteDePerimetre(id, g))
        );
        contexte.ExigerVersion(utilisateur, versionLue);
        utilisateur.PerimerLesSessions();
        if (roles.Contains(RoleCdg.Administrateur) && !avant.Contains(RoleCdg.Administrateur))
        {
            utilisateur.PasswordHash = null;
            await invitation.DeposerAsync(contexte, utilisateur, acteur, collectivite: null, annulation);
        }

        contexte.Noter(
            utilisateur,
            new CompteModifie(utilisateur.Nom, Decrire(avant, limitesAvant.Count), Decrire(roles, limites.Count)),
            acteur,
            horloge.Maintenant
        );
        await contexte.SaveChangesAsync(annulation);
    }

    private static string Decrire(IEnumerable<RoleCdg> roles, int limites) =>
        limites == 0 ? roles.EnClair() : $"{roles.EnClair()}, {Formats.Compter(limites, "groupement")} seulement";
}
