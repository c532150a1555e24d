using CdgMarches.App.Demarrage;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Comptes;
using CdgMarches.Database.Reference;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Outils;

/// <summary>Les services partagés, tels que l'application les compose, sur une vraie base et un dossier de fichiers à eux.</summary>
public sealed class SocleDEssai : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private SocleDEssai(BaseJetable donnees, Action<IServiceCollection>? ajouter)
    {
        Base = donnees;
        Dossier = Path.Combine(Path.GetTempPath(), $"cdgmarches-fichiers-{Guid.CreateVersion7():N}");
        Reglages = new Reglages(
            Fournisseur.Sqlite,
            donnees.Connexion,
            Dossier,
            Dossier,
            TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")
        );
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Horloge)
            .AddSingleton(Reglages)
            .AddSingleton(donnees.Fabrique)
            .AddAdressesDEssai()
            .AddSocle();
        ajouter?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public BaseJetable Base { get; }

    public HorlogeFigee Horloge { get; } = new(HorlogeFigee.Origine);

    public Reglages Reglages { get; }

    public string Dossier { get; }

    public static async Task<SocleDEssai> CreerAsync(Action<IServiceCollection>? ajouter = null) =>
        new(await BaseJetable.CreerAsync(), ajouter);

    public T Le<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<MarchesDbContext> OuvrirAsync() => Base.Fabrique.CreateDbContextAsync();

    /// <summary>Donne un compte, dans la base, à l'agent d'un test.</summary>
    public async Task<Acteur> AvecCompteAsync(Acteur agent, RoleCdg role, string? courriel = null)
    {
        await using var contexte = await OuvrirAsync();
        contexte.Users.Add(
            new Utilisateur
            {
                Id = agent.Id,
                UserName = agent.Id.ToString("N"),
                NormalizedUserName = agent.Id.ToString("N").ToUpperInvariant(),
                Nom = agent.Nom,
                Email = courriel,
            }
        );
        var existant = await contexte.Roles.SingleOrDefaultAsync(r => r.Name == role.ToString());
        var nomme = existant ?? contexte.Roles.Add(new IdentityRole<Guid>(role.ToString()) { Id = Guid.CreateVersion7() }).Entity;
        contexte.UserRoles.Add(new IdentityUserRole<Guid> { UserId = agent.Id, RoleId = nomme.Id });
        await contexte.SaveChangesAsync();
        return agent;
    }

    /// <summary>Charge les seuils comme au démarrage, sans le catalogue national que peu de tests lisent.</summary>
    public Task<IReadOnlyList<string>> ChargerSeuilsAsync() =>
        new ChargerReference(Base.Fabrique, [new ChargementDesSeuils()], Horloge).ExecuterAsync();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Base.DisposeAsync();
        if (Directory.Exists(Dossier))
        {
            Directory.Delete(Dossier, recursive: true);
        }
    }
}
