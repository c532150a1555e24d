using CdgMarches.Database.Comptes;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Outils;

/// <summary>Un compte d'essai ; son mot de passe est <see cref="ComptesDEssai.MotDePasse"/>.</summary>
public sealed record CompteDEssai(Guid Id, string Identifiant, string Nom, string Courriel);

/// <summary>Fabrique des comptes dans la base de l'essai, sans passer par l'écran.</summary>
public sealed class ComptesDEssai(BaseJetable donnees, TimeProvider horloge)
{
    public const string MotDePasse = "trois moulins et un canal";

    private static readonly Lazy<string> Empreinte = new(() =>
        new PasswordHasher<Utilisateur>().HashPassword(new Utilisateur(), MotDePasse)
    );

    private static int _numero;

    /// <summary>Un agent du CDG, avec ces rôles, limité à ces groupements s'il y en a.</summary>
    public Task<CompteDEssai> AgentAsync(RoleCdg role, params GroupementId[] limites) => AgentAsync([role], limites);

    public async Task<CompteDEssai> AgentAsync(IReadOnlyList<RoleCdg> roles, params GroupementId[] limites)
    {
        var utilisateur = Nouveau(roles[0].ToString().ToLowerInvariant());
        await using var contexte = await donnees.Fabrique.CreateDbContextAsync();
        contexte.Add(utilisateur);
        contexte.UserRoles.AddRange(
            roles.Select(r => new IdentityUserRole<Guid> { UserId = utilisateur.Id, RoleId = RolesDuCdg.IdentifiantDe(r) })
        );
        contexte.AddRange(limites.Select(g => new LimiteDePerimetre(utilisateur.Id, g)));
        await contexte.SaveChangesAsync();
        return De(utilisateur);
    }

    /// <summary>Un utilisateur d'une collectivité.</summary>
    public async Task<CompteDEssai> MembreAsync(
        CollectiviteId collectivite,
        RoleDeMembre role = RoleDeMembre.Referent,
        bool administrateur = false,
        string? courriel = null,
        string? nom = null
    )
    {
        var utilisateur = Nouveau(role.ToString().ToLowerInvariant(), courriel);
        utilisateur.Nom = nom ?? utilisateur.Nom;
        await using var contexte = await donnees.Fabrique.CreateDbContextAsync();
        contexte.Add(utilisateur);
        contexte.Add(new Rattachement(utilisateur.Id, collectivite, role, administrateur, Aujourdhui.AddYears(-1)));
        await contexte.SaveChangesAsync();
        return De(utilisateur);
    }

    /// <summary>Rattache un compte à une collectivité de plus.</summary>
    public async Task RattacherAsync(CompteDEssai compte, CollectiviteId collectivite, RoleDeMembre role = RoleDeMembre.Referent)
    {
        await using var contexte = await donnees.Fabrique.CreateDbContextAsync();
        contexte.Add(new Rattachement(compte.Id, collectivite, role, false, Aujourdhui.AddYears(-1)));
        await contexte.SaveChangesAsync();
    }

    public async Task<Utilisateur> RelireAsync(CompteDEssai compte)
    {
        await using var contexte = await donnees.Fabrique.CreateDbContextAsync();
        return await contexte.Users.AsNoTracking().SingleAsync(u => u.Id == compte.Id);
    }

    /// <summary>Ferme le compte dans la base, comme le ferait un autre nœud.</summary>
    public async Task FermerAsync(CompteDEssai compte)
    {
        await using var contexte = await donnees.Fabrique.CreateDbContextAsync();
        await contexte.Users.Where(u => u.Id == compte.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.EstActif, false));
    }

    private DateOnly Aujourdhui => DateOnly.FromDateTime(horloge.GetUtcNow().UtcDateTime);

    private Utilisateur Nouveau(string debut, string? courriel = null)
    {
        var identifiant = $"{debut}{Interlocked.Increment(ref _numero)}";
        courriel ??= $"{identifiant}@essai.example";
        return new Utilisateur
        {
            Id = Guid.CreateVersion7(),
            UserName = identifiant,
            NormalizedUserName = identifiant.ToUpperInvariant(),
            Email = courriel,
            NormalizedEmail = courriel.ToUpperInvariant(),
            EmailConfirmed = true,
            LockoutEnabled = true,
            PasswordHash = Empreinte.Value,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            Nom = $"Personne {identifiant}",
            CreeLe = horloge.GetUtcNow(),
        };
    }

    private static CompteDEssai De(Utilisateur u) => new(u.Id, u.UserName!, u.Nom, u.Email!);
}
