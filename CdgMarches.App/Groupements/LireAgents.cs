using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements;

/// <summary>Un agent du CDG à qui l'on peut confier un objet.</summary>
public sealed record AgentDuCdg(Guid Id, string Nom);

/// <summary>Les agents du CDG en activité qui gèrent : chaque objet a un responsable et un suppléant parmi eux.</summary>
public sealed class LireAgents(IDbContextFactory<MarchesDbContext> donnees)
{
    public async Task<IReadOnlyList<AgentDuCdg>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await (
            from u in contexte.Users
            where u.EstActif
            where
                (
                    from lien in contexte.UserRoles
                    join role in contexte.Roles on lien.RoleId equals role.Id
                    where lien.UserId == u.Id && role.Name == nameof(RoleCdg.Gestionnaire)
                    select lien
                ).Any()
            orderby u.Nom, u.Id
            select new AgentDuCdg(u.Id, u.Nom)
        ).ToListAsync(annulation);
    }
}
