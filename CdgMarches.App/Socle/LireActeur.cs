using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace CdgMarches.App.Socle;

/// <summary>Lit les droits d'un compte dans la base : un droit retiré cesse en dix secondes, circuit ouvert ou non.</summary>
public sealed class LireActeur(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge, IMemoryCache cache)
{
    /// <summary>Ajoutée au rythme de <c>SessionDuCircuit</c>, elle tient dans les dix secondes promises.</summary>
    private static readonly TimeSpan Fraicheur = TimeSpan.FromSeconds(5);

    /// <returns>L'acteur, ou null si le compte n'existe plus ou est fermé.</returns>
    public async Task<Acteur?> ExecuterAsync(Guid utilisateur, CancellationToken annulation = default) =>
        (await VoirAsync(utilisateur, annulation))?.Acteur;

    /// <summary>Dit si une session ouverte vaut encore : compte ouvert, et rien n'a changé qui oblige à se reconnecter.</summary>
    /// <param name="utilisateur">Le compte.</param>
    /// <param name="sceau">Le sceau de sécurité du compte quand la session s'est ouverte.</param>
    /// <param name="annulation">Abandonne la lecture.</param>
    public async Task<bool> SessionVautAsync(Guid utilisateur, string? sceau, CancellationToken annulation = default) =>
        await VoirAsync(utilisateur, annulation) is { } compte && string.Equals(compte.Sceau, sceau, StringComparison.Ordinal);

    /// <summary>Oublie ce qui était retenu d'un compte, pour qu'un changement de droit s'applique tout de suite.</summary>
    public void Oublier(Guid utilisateur) => cache.Remove((typeof(LireActeur), utilisateur));

    private async Task<CompteLu?> VoirAsync(Guid utilisateur, CancellationToken annulation) =>
        await cache.GetOrCreateAsync(
            (typeof(LireActeur), utilisateur),
            async entree =>
            {
                entree.AbsoluteExpirationRelativeToNow = Fraicheur;
                return await LireAsync(utilisateur, annulation);
            }
        );

    private async Task<CompteLu?> LireAsync(Guid utilisateur, CancellationToken annulation)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var compte = await contexte
            .Users.Where(u => u.Id == utilisateur && u.EstActif)
            .Select(u => new { u.Nom, u.SecurityStamp })
            .SingleOrDefaultAsync(annulation);
        if (compte is null)
        {
            return null;
        }

        var roles = await (
            from lien in contexte.UserRoles
            join role in contexte.Roles on lien.RoleId equals role.Id
            where lien.UserId == utilisateur
            select role.Name
        ).ToListAsync(annulation);
        var rolesCdg = roles
            .Select(r => Enum.TryParse<RoleCdg>(r, out var role) ? role : (RoleCdg?)null)
            .OfType<RoleCdg>()
            .ToList();
        var acteur =
            rolesCdg.Count > 0
                ? await AgentAsync(contexte, utilisateur, compte.Nom, rolesCdg, annulation)
                : await MembreAsync(contexte, utilisateur, compte.Nom, annulation);
        return new CompteLu(acteur, compte.SecurityStamp);
    }

    private static async Task<Acteur> AgentAsync(
        MarchesDbContext contexte,
        Guid utilisateur,
        string nom,
        List<RoleCdg> roles,
        CancellationToken annulation
    )
    {
        var limites = await contexte
            .LimitesDePerimetre.Where(l => l.Utilisateur == utilisateur)
            .Select(l => l.Groupement)
            .ToListAsync(annulation);
        return new Acteur(
            utilisateur,
            nom,
            roles.SelectMany(Droits.DuRole).ToHashSet(),
            Perimetre.DuCdg(limites.Count == 0 ? null : limites.ToHashSet())
        );
    }

    private async Task<Acteur> MembreAsync(MarchesDbContext contexte, Guid utilisateur, string nom, CancellationToken annulation)
    {
        var jour = horloge.Aujourdhui;
        var rattachements = await contexte
            .Rattachements.AsNoTracking()
            .Where(r => r.Utilisateur == utilisateur && r.Debut <= jour && (r.Fin == null || r.Fin >= jour))
            .ToListAsync(annulation);
        return new Acteur(
            utilisateur,
            nom,
            rattachements.SelectMany(r => Droits.DuMembre(r.Role, r.EstAdministrateur)).ToHashSet(),
            Perimetre.DeMembre(
                rattachements.GroupBy(r => r.Collectivite).ToDictionary(g => g.Key, g => g.Max(r => r.Role)),
                rattachements.Where(r => r.EstAdministrateur).Select(r => r.Collectivite).ToHashSet<CollectiviteId>()
            )
        );
    }

    private sealed record CompteLu(Acteur Acteur, string? Sceau);
}
