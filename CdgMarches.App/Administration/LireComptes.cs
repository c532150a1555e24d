using CdgMarches.App.Compte;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Comptes;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Administration;

/// <summary>Une ligne de la liste des comptes.</summary>
public sealed record LigneDeCompte(
    Guid Id,
    string Nom,
    string Identifiant,
    string? Courriel,
    IReadOnlyList<string> Droits,
    EtatDeCompte Etat,
    DateTimeOffset? DerniereConnexion
);

/// <summary>Lit une page des comptes que l'acteur tient.</summary>
public sealed class LireComptes(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public const string FiltreRole = "role";
    public const string FiltreEtat = "etat";

    /// <summary>La valeur du filtre de rôle qui désigne les utilisateurs de collectivités.</summary>
    public const string Membre = "membre";

    public async Task<PageDe<LigneDeCompte>> ExecuterAsync(Acteur acteur, Demande demande, CancellationToken annulation = default)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var maintenant = horloge.Maintenant;
        var comptes = Filtrer(contexte, contexte.ComptesTenus(acteur, horloge.Aujourdhui).AsNoTracking(), demande, maintenant);
        var triee = (demande.Tri, demande.Decroissant) switch
        {
            ("identifiant", false) => comptes.OrderBy(u => u.NormalizedUserName),
            ("identifiant", true) => comptes.OrderByDescending(u => u.NormalizedUserName),
            ("connexion", false) => comptes.OrderBy(u => u.DerniereConnexion).ThenBy(u => u.CleDeRecherche),
            ("connexion", true) => comptes.OrderByDescending(u => u.DerniereConnexion).ThenBy(u => u.CleDeRecherche),
            (_, true) => comptes.OrderByDescending(u => u.CleDeRecherche),
            _ => comptes.OrderBy(u => u.CleDeRecherche),
        };
        var page = await triee
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(u => new
            {
                u.Id,
                u.Nom,
                u.UserName,
                u.Email,
                u.EstActif,
                AUnMotDePasse = u.PasswordHash != null,
                u.LockoutEnd,
                u.DerniereConnexion,
            })
            .ToListAsync(annulation);
        var droits = await DroitsAsync(contexte, acteur, [.. page.Select(u => u.Id)], annulation);
        return new PageDe<LigneDeCompte>(
            [
                .. page.Select(u => new LigneDeCompte(
                    u.Id,
                    u.Nom,
                    u.UserName ?? "",
                    u.Email,
                    [.. droits[u.Id]],
                    EtatsDeCompte.De(u.EstActif, u.AUnMotDePasse, u.LockoutEnd, maintenant),
                    u.DerniereConnexion
                )),
            ],
            await comptes.CountAsync(annulation)
        );
    }

    private static IQueryable<Utilisateur> Filtrer(
        MarchesDbContext contexte,
        IQueryable<Utilisateur> comptes,
        Demande demande,
        DateTimeOffset maintenant
    )
    {
        foreach (var mot in CleDeTri.Mots(demande.Recherche))
        {
            comptes = comptes.Where(u => u.CleDeRecherche.Contains(mot));
        }

        if (Enum.TryParse<RoleCdg>(demande.Filtre(FiltreRole), out var role) && Enum.IsDefined(role))
        {
            var cle = RolesDuCdg.IdentifiantDe(role);
            comptes = comptes.Where(u => contexte.UserRoles.Any(l => l.UserId == u.Id && l.RoleId == cle));
        }
        else if (demande.Filtre(FiltreRole) == Membre)
        {
            comptes = comptes.Where(u => !contexte.UserRoles.Any(l => l.UserId == u.Id));
        }

        return Enum.TryParse<EtatDeCompte>(demande.Filtre(FiltreEtat), out var etat)
            ? etat switch
            {
                EtatDeCompte.Ferme => comptes.Where(u => !u.EstActif),
                EtatDeCompte.Verrouille => comptes.Where(u => u.EstActif && u.LockoutEnd > maintenant),
                EtatDeCompte.Invite => comptes.Where(u => u.EstActif && u.PasswordHash == null),
                _ => comptes.Where(u =>
                    u.EstActif && u.PasswordHash != null && (u.LockoutEnd == null || u.LockoutEnd <= maintenant)
                ),
            }
            : comptes;
    }

    /// <summary>Les droits des comptes d'une page ; qui ne tient que sa collectivité ne voit pas les autres rattachements.</summary>
    private async Task<ILookup<Guid, string>> DroitsAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        List<Guid> comptes,
        CancellationToken annulation
    )
    {
        var jour = horloge.Aujourdhui;
        var roles = await contexte.UserRoles.Where(l => comptes.Contains(l.UserId)).ToListAsync(annulation);
        var liens =
            from r in contexte.Rattachements
            join c in contexte.Collectivites on r.Collectivite equals c.Id
            where comptes.Contains(r.Utilisateur) && r.Debut <= jour && (r.Fin == null || r.Fin >= jour)
            orderby c.CleDeTri
            select new
            {
                r.Utilisateur,
                r.Collectivite,
                r.Role,
                c.Nom,
            };
        if (!acteur.Peut(Domain.Noyau.Droits.Administrer))
        {
            var tenues = acteur.Perimetre.Administrees.ToList();
            liens = liens.Where(l => tenues.Contains(l.Collectivite));
        }

        var rattachements = await liens.ToListAsync(annulation);
        var limites = await contexte
            .LimitesDePerimetre.Where(l => comptes.Contains(l.Utilisateur))
            .GroupBy(l => l.Utilisateur)
            .Select(g => new { g.Key, Nombre = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Nombre, annulation);
        var nomDuRole = Enum.GetValues<RoleCdg>().ToDictionary(RolesDuCdg.IdentifiantDe, DroitsEnClair.De);
        return roles
            .Select(l => (l.UserId, Texte: nomDuRole.GetValueOrDefault(l.RoleId, "rôle inconnu")))
            .Concat(limites.Select(l => (l.Key, Texte: $"limité à {Formats.Compter(l.Value, "groupement")}")))
            .Concat(rattachements.Select(r => (r.Utilisateur, Texte: $"{DroitsEnClair.De(r.Role)}, {r.Nom}")))
            .ToLookup(d => d.Item1, d => d.Texte);
    }
}
