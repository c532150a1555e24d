using CdgMarches.Database;
using CdgMarches.Database.Comptes;
using CdgMarches.Domain.Comptes;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Compte;

/// <summary>Oppose à chaque nouveau mot de passe la politique du domaine, avec tous ses refus à la fois.</summary>
internal sealed class VerifierMotDePasse(MarchesDbContext contexte, MotsDePasseCourants courants)
    : IPasswordValidator<Utilisateur>
{
    public async Task<IdentityResult> ValidateAsync(UserManager<Utilisateur> manager, Utilisateur user, string? password)
    {
        var verdict = PolitiqueDeMotDePasse.Examiner(
            password ?? "",
            await EstAdministrateurAsync(user),
            user.UserName ?? "",
            courants.Contient
        );
        return verdict.EstFavorable
            ? IdentityResult.Success
            : IdentityResult.Failed([
                .. verdict.Obstacles.Select(o => new IdentityError { Code = o.GetType().Name, Description = o.Message }),
            ]);
    }

    /// <summary>Le rôle enregistré, ou celui qu'un compte en cours de création va recevoir dans la même transaction.</summary>
    private async Task<bool> EstAdministrateurAsync(Utilisateur user)
    {
        var role = RolesDuCdg.IdentifiantDe(RoleCdg.Administrateur);
        return contexte.UserRoles.Local.Any(lien => lien.UserId == user.Id && lien.RoleId == role)
            || await contexte.UserRoles.AnyAsync(lien => lien.UserId == user.Id && lien.RoleId == role);
    }
}
