using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Comptes.Regles;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Administration;

/// <summary>Un compte, pour l'écran qui le tient.</summary>
public sealed record FicheDeCompte(
    Guid Id,
    string Nom,
    string Identifiant,
    string? Courriel,
    string? Telephone,
    EtatDeCompte Etat,
    DateTimeOffset CreeLe,
    DateTimeOffset? DerniereConnexion,
    DateTimeOffset? VerrouilleJusquA,
    IReadOnlySet<RoleCdg> Roles,
    IReadOnlyList<GroupementPropose> Limites,
    IReadOnlyList<LigneDeRattachement> Rattachements,
    bool IdentiteModifiable,
    Verdict PeutFermer,
    string? Version
);

/// <summary>Un rattachement d'un compte, passé, présent ou à venir.</summary>
public sealed record LigneDeRattachement(
    Guid Id,
    CollectiviteId Collectivite,
    string Nom,
    RoleDeMembre Role,
    bool EstAdministrateur,
    DateOnly Debut,
    DateOnly? Fin,
    bool EstEnVigueur
);

/// <summary>Un groupement auquel on peut limiter un agent.</summary>
public sealed record GroupementPropose(GroupementId Id, string Nom);

/// <summary>Lit un compte que l'acteur tient.</summary>
public sealed class LireFicheDeCompte(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <returns>Null si le compte n'existe pas ou n'est pas de ceux que l'acteur tient.</returns>
    public async Task<FicheDeCompte?> ExecuterAsync(Acteur acteur, Guid id, CancellationToken annulation = default)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var jour = horloge.Aujourdhui;
        var u = await contexte.ComptesTenus(acteur, jour).AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, annulation);
        if (u is null)
        {
            return null;
        }

        var roles = await contexte.RolesAsync(id, annulation);
        var autres = await contexte.CompterAutresAdministrateursAsync(id, annulation);
        return new FicheDeCompte(
            u.Id,
            u.Nom,
            u.UserName ?? "",
            u.Email,
            u.PhoneNumber,
            EtatsDeCompte.De(u.EstActif, u.PasswordHash is not null, u.LockoutEnd, horloge.Maintenant),
            u.CreeLe,
            u.DerniereConnexion,
            u.LockoutEnd > horloge.Maintenant ? u.LockoutEnd : null,
            roles,
            await LimitesAsync(contexte, id, annulation),
            await RattachementsAsync(contexte, acteur, id, jour, annulation),
            await contexte.PeutChangerIdentiteAsync(acteur, id, jour, annulation),
            Verdict.De(new UnAdministrateurReste(roles.Contains(RoleCdg.Administrateur), autres)),
            u.ConcurrencyStamp
        );
    }

    /// <summary>Les groupements auxquels on peut limiter un agent.</summary>
    public async Task<IReadOnlyList<GroupementPropose>> GroupementsAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Administrer);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte
            .Groupements.OrderBy(g => g.CleDeTri)
            .Select(g => new GroupementPropose(g.Id, g.Nom))
            .ToListAsync(annulation);
    }

    /// <summary>Les collectivités dont l'acteur tient les comptes, quand il n'est pas administrateur du CDG.</summary>
    public async Task<IReadOnlyList<CollectiviteTenue>> CollectivitesTenuesAsync(
        Acteur acteur,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.AdministrerSaCollectivite);
        var tenues = acteur.Perimetre.Administrees.ToList();
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte
            .Collectivites.Where(c => tenues.Contains(c.Id))
            .OrderBy(c => c.CleDeTri)
            .Select(c => new CollectiviteTenue(c.Id, c.Nom))
            .ToListAsync(annulation);
    }

    private static async Task<List<GroupementPropose>> LimitesAsync(
        MarchesDbContext contexte,
        Guid id,
        CancellationToken annulation
    ) =>
        await (
            from limite in contexte.LimitesDePerimetre
            join groupement in contexte.Groupements on limite.Groupement equals groupement.Id
            where limite.Utilisateur == id
            orderby groupement.CleDeTri
            select new GroupementPropose(groupement.Id, groupement.Nom)
        ).ToListAsync(annulation);

    private static async Task<List<LigneDeRattachement>> RattachementsAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        Guid id,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        var tout = acteur.Peut(Droits.Administrer);
        var tenues = acteur.Perimetre.Administrees.ToList();
        return await (
            from r in contexte.Rattachements
            join c in contexte.Collectivites on r.Collectivite equals c.Id
            where r.Utilisateur == id && (tout || tenues.Contains(r.Collectivite))
            orderby r.Fin == null ? 0 : 1, c.CleDeTri, r.Debut
            select new LigneDeRattachement(
                r.Id,
                c.Id,
                c.Nom,
                r.Role,
                r.EstAdministrateur,
                r.Debut,
                r.Fin,
                r.Debut <= jour && (r.Fin == null || r.Fin >= jour)
            )
        ).ToListAsync(annulation);
    }
}

/// <summary>Une collectivité dont l'acteur tient les comptes.</summary>
public sealed record CollectiviteTenue(CollectiviteId Id, string Nom);
