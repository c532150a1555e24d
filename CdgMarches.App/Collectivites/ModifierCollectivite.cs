using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Comptes;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Collectivites;

/// <summary>L'identité corrigée, avec ce qui la relie à d'autres.</summary>
public sealed record FicheCorrigee(IdentiteDeCollectivite Identite, CollectiviteId? Parent, Guid? Responsable, Guid? Suppleant);

/// <summary>Corrige l'identité d'une collectivité, son rattachement et les agents qui la suivent.</summary>
public sealed class ModifierCollectivite(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <param name="acteur">Celui qui corrige.</param>
    /// <param name="id">La fiche.</param>
    /// <param name="versionLue">La version que l'agent avait sous les yeux.</param>
    /// <param name="corrigee">Ce qu'il a saisi.</param>
    /// <param name="annulation">Abandonne l'attente.</param>
    /// <exception cref="DbUpdateConcurrencyException">Un autre a enregistré entre-temps : rien n'est écrit.</exception>
    public async Task ExecuterAsync(
        Acteur acteur,
        CollectiviteId id,
        int versionLue,
        FicheCorrigee corrigee,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererCollectivites);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var collectivite = await contexte.ChargerCollectiviteAsync(id, annulation);
        contexte.ExigerVersion(collectivite, versionLue);
        if (collectivite.Version != versionLue)
        {
            throw new DbUpdateConcurrencyException();
        }

        corrigee
            .Identite.Examiner(collectivite.Identite)
            .Et(await ChercherDoublons.NumerosLibresAsync(contexte, corrigee.Identite, id, annulation))
            .Exiger();
        collectivite.Modifier(corrigee.Identite);
        var parent = corrigee.Parent is { } choisi ? await contexte.RenvoiAsync(choisi, annulation) : null;
        collectivite.Rattacher(parent?.Id, parent?.Categorie, parent?.Nom);
        await ConfierAsync(contexte, collectivite, corrigee, annulation);
        await contexte.EnregistrerFicheAsync(acteur, horloge.Maintenant, annulation);
    }

    private static async Task ConfierAsync(
        MarchesDbContext contexte,
        Collectivite collectivite,
        FicheCorrigee corrigee,
        CancellationToken annulation
    )
    {
        if ((collectivite.Responsable, collectivite.Suppleant) == (corrigee.Responsable, corrigee.Suppleant))
        {
            return;
        }

        var agents = await contexte.AgentsDuCdg().ToListAsync(annulation);
        string Nom(Guid? id) =>
            id is null ? "personne"
            : agents.Find(a => a.Id == id) is { } agent ? agent.Nom
            : throw new RefusException(
                "L'agent choisi pour suivre la fiche n'a plus de compte au CDG. Rien n'a été modifié ; choisissez-en un autre."
            );

        collectivite.Confier(corrigee.Responsable, corrigee.Suppleant, Nom(corrigee.Responsable), Nom(corrigee.Suppleant));
    }
}

/// <summary>Les agents du CDG à qui l'on peut confier une fiche.</summary>
public sealed class LireAgentsDuCdg(IDbContextFactory<MarchesDbContext> donnees)
{
    public async Task<IReadOnlyList<AgentDeFiche>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte
            .AgentsDuCdg()
            .OrderBy(u => u.Nom)
            .Select(u => new AgentDeFiche(u.Id, u.Nom))
            .ToListAsync(annulation);
    }
}

internal static class ComptesDuCdg
{
    /// <summary>Les comptes ouverts qui ont un rôle du CDG.</summary>
    public static IQueryable<Utilisateur> AgentsDuCdg(this MarchesDbContext contexte)
    {
        var noms = Enum.GetNames<RoleCdg>();
        var roles = contexte.Roles.Where(r => noms.Contains(r.Name)).Select(r => r.Id);
        return contexte.Users.Where(u => u.EstActif && contexte.UserRoles.Any(l => l.UserId == u.Id && roles.Contains(l.RoleId)));
    }
}
