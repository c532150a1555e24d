using CdgMarches.App.Compte;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Comptes;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Comptes;
using CdgMarches.Domain.Comptes.Regles;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Administration;

/// <summary>Le compte à créer.</summary>
/// <param name="Identite">La personne.</param>
/// <param name="Identifiant">Son identifiant ; vide pour « prénom.nom ».</param>
/// <param name="Roles">Ses rôles du CDG ; aucun pour un utilisateur de collectivité.</param>
/// <param name="Limites">Les groupements auxquels limiter un agent ; aucun s'il les voit tous.</param>
/// <param name="Rattachement">Sa collectivité, quand ce n'est pas un agent du CDG.</param>
public sealed record NouveauCompte(
    IdentiteDeCompte Identite,
    string? Identifiant,
    IReadOnlySet<RoleCdg> Roles,
    IReadOnlySet<GroupementId> Limites,
    NouveauRattachement? Rattachement
);

/// <summary>Crée un compte et lui envoie l'invitation à choisir son mot de passe.</summary>
/// <remarks>Travaille dans une portée à lui : <c>UserManager</c> ne doit pas vivre aussi longtemps qu'un circuit.</remarks>
public sealed class CreerCompte(IServiceScopeFactory portees, EcrireInvitation invitation, HorlogeLegale horloge)
{
    /// <returns>Le compte créé.</returns>
    /// <exception cref="RefusException">L'identifiant est pris ou ne convient pas, ou l'adresse publique n'est pas réglée.</exception>
    public async Task<Guid> ExecuterAsync(Acteur acteur, NouveauCompte nouveau, CancellationToken annulation = default)
    {
        await using var portee = portees.CreateAsyncScope();
        return await ExecuterAsync(portee.ServiceProvider, acteur, nouveau, annulation);
    }

    /// <summary>Dans la portée de l'appelant, pour que le compte entre dans sa transaction.</summary>
    internal async Task<Guid> ExecuterAsync(
        IServiceProvider portee,
        Acteur acteur,
        NouveauCompte nouveau,
        CancellationToken annulation
    )
    {
        ExigerDroit(acteur, nouveau);
        Verdict
            .De(
                new CompteUtile(nouveau.Roles.Count > 0, nouveau.Rattachement is not null),
                new CompteDuCdgOuDeMembre(nouveau.Roles.Count > 0, nouveau.Rattachement is not null),
                new PeriodeDeRattachementCoherente(nouveau.Rattachement?.Debut ?? default, nouveau.Rattachement?.Fin)
            )
            .Exiger();
        var contexte = portee.GetRequiredService<MarchesDbContext>();
        var comptes = portee.GetRequiredService<UserManager<Utilisateur>>();
        var maintenant = horloge.Maintenant;
        var utilisateur = new Utilisateur
        {
            Id = Guid.CreateVersion7(),
            UserName = await IdentifiantAsync(contexte, comptes, nouveau, annulation),
            Email = nouveau.Identite.Courriel.Trim(),
            PhoneNumber = nouveau.Identite.Telephone,
            Nom = nouveau.Identite.Nom.Trim(),
            CreeLe = maintenant,
        };
        contexte.UserRoles.AddRange(
            nouveau.Roles.Select(r => new IdentityUserRole<Guid>
            {
                UserId = utilisateur.Id,
                RoleId = RolesDuCdg.IdentifiantDe(r),
            })
        );
        contexte.AddRange(nouveau.Limites.Select(g => new LimiteDePerimetre(utilisateur.Id, g)));
        if (nouveau.Rattachement is { } r)
        {
            var rattachement = new Rattachement(utilisateur.Id, r.Collectivite, r.Role, r.EstAdministrateur, r.Debut);
            rattachement.Terminer(r.Fin);
            contexte.Add(rattachement);
        }

        var collectivite = nouveau.Rattachement?.Collectivite.Valeur;
        var droits = nouveau.Rattachement is { } lien ? DroitsEnClair.De(lien.Role) : nouveau.Roles.EnClair();
        contexte.Noter(
            utilisateur,
            new CompteCree(utilisateur.Nom, utilisateur.UserName, droits, collectivite),
            acteur,
            maintenant
        );
        await invitation.DeposerAsync(contexte, utilisateur, acteur, collectivite, annulation);
        var resultat = await comptes.CreateAsync(utilisateur);
        return resultat.Succeeded
            ? utilisateur.Id
            : throw new RefusException(
                $"{string.Join(" ", resultat.Errors.Select(e => e.Description))} Aucun compte n'a été créé."
            );
    }

    private static void ExigerDroit(Acteur acteur, NouveauCompte nouveau)
    {
        if (nouveau.Rattachement is { } r && nouveau.Roles.Count == 0 && nouveau.Limites.Count == 0)
        {
            acteur.ExigerDeTenir(r.Collectivite);
        }
        else
        {
            acteur.Exiger(Droits.Administrer);
        }
    }

    /// <summary>L'identifiant donné ; sinon « prénom.nom », numéroté s'il est pris.</summary>
    private static async Task<string> IdentifiantAsync(
        MarchesDbContext contexte,
        UserManager<Utilisateur> comptes,
        NouveauCompte nouveau,
        CancellationToken annulation
    )
    {
        if (!string.IsNullOrWhiteSpace(nouveau.Identifiant))
        {
            return nouveau.Identifiant.Trim();
        }

        var propose = SaisieDeCompte.IdentifiantPropose(nouveau.Identite.Nom);
        var debut = comptes.NormalizeName(propose)!;
        var pris = await contexte
            .Users.Where(u => u.NormalizedUserName!.StartsWith(debut))
            .Select(u => u.NormalizedUserName)
            .ToListAsync(annulation);
        return Enumerable
            .Range(1, pris.Count + 1)
            .Select(n => n == 1 ? propose : $"{propose}{n}")
            .First(i => !pris.Contains(comptes.NormalizeName(i)));
    }
}
