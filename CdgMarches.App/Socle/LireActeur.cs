using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace CdgMarches.App.Socle;

/// <summary>Lit les droits d'un compte dans la base : un droit retiré cesse en dix secondes, circuit ouvert ou non.</summary>
public sealed class LireActeur(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge, IMemoryCache cache)
{
    private static readonly TimeSpan Fraicheur = TimeSpan.FromSeconds(10);

    /// <returns>L'acteur, ou null si le compte n'existe plus ou est fermé.</returns>
    public async Task<Acteur?> ExecuterAsync(Guid utilisateur, CancellationToken annulation = default) =>
        await cache.GetOrCreateAsync(
            (typeof(LireActeur), utilisateur),
            async entree =>
            {
                entree.AbsoluteExpirationRelativeToNow = Fraicheur;
                return await LireAsync(utilisateur, annulation);
            }
        );

    /// <summary>Oublie ce qui était retenu d'un compte, pour qu'un changement de droit s'applique tout de suite.</summary>
    public void Oublier(Guid utilisateur) => cache.Remove((typeof(LireActeur), utilisateur));

    private async Task<Acteur?> LireAsync(Guid utilisateur, CancellationToken annulation)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var nom = await contexte
            .Users.Where(u => u.Id == utilisateur && u.EstActif)
            .Select(u => u.Nom)
            .SingleOrDefaultAsync(annulation);
        if (nom is null)
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
        if (rolesCdg.Count > 0)
        {
            var limites = await contexte
                .LimitesDePerimetre.Where(l => l.Utilisateur == utilisateur)
                .Select(l => l.Groupement)
                .ToListAsync(annulation);
            return new Acteur(
                utilisateur,
                nom,
                rolesCdg.SelectMany(Droits.DuRole).ToHashSet(),
                Perimetre.DuCdg(limites.Count == 0 ? null : limites.ToHashSet())
            );
        }

        var jour = horloge.Aujourdhui;
        var rattachements = await contexte
            .Rattachements.Where(r => r.Utilisateur == utilisateur && r.Debut <= jour && (r.Fin == null || r.Fin >= jour))
            .ToListAsync(annulation);
        return new Acteur(
            utilisateur,
            nom,
            rattachements.SelectMany(r => Droits.DuMembre(r.Role, r.EstAdministrateur)).ToHashSet(),
            Perimetre.DeMembre(ParCollectivite(rattachements))
        );
    }

    private static Dictionary<CollectiviteId, RoleDeMembre> ParCollectivite(List<Rattachement> rattachements) =>
        rattachements.GroupBy(r => r.Collectivite).ToDictionary(g => g.Key, g => g.Max(r => r.Role));
}
