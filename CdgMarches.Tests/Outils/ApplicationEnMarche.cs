using System.Collections.Concurrent;
using CdgMarches.App;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace CdgMarches.Tests.Outils;

/// <summary>L'application entière, sur Kestrel et une base à elle, vue par un vrai navigateur ou par HTTP.</summary>
/// <remarks>
/// Partagée par la collection <see cref="Collection"/> : un test y crée ses propres objets et ses propres comptes. Celui qui
/// règle l'horloge ou l'application autrement en démarre une par <see cref="DemarrerAsync"/>.
/// </remarks>
public sealed class ApplicationEnMarche : IAsyncLifetime
{
    /// <summary>La collection des tests qui partagent une même application.</summary>
    public const string Collection = "application en marche";

    private readonly string _dossier = Directory.CreateTempSubdirectory("cdgmarches-essai-").FullName;
    private Action<WebApplicationBuilder>? _ajuster;
    private bool _sansCompte;
    private string _environnement = "Development";
    private WebApplication? _application;
    private readonly ConcurrentBag<IBrowserContext> _contextes = [];

    public BaseJetable Base { get; private set; } = null!;

    /// <summary>L'horloge de l'application : arrêtée, le test l'avance.</summary>
    public HorlogeFigee Horloge { get; } = new(HorlogeFigee.Origine);

    /// <summary>Les comptes de l'essai ; il y a toujours un administrateur, sans quoi seule la connexion est servie.</summary>
    public ComptesDEssai Comptes { get; private set; } = null!;

    /// <summary>L'adresse du serveur, sans barre finale.</summary>
    public string Adresse { get; private set; } = "";

    public IServiceProvider Services => _application!.Services;

    public IDbContextFactory<MarchesDbContext> Fabrique => Base.Fabrique;

    /// <summary>Démarre une application à soi, réglée comme on veut ; à détruire après usage.</summary>
    public static async Task<ApplicationEnMarche> DemarrerAsync(
        Action<WebApplicationBuilder>? ajuster = null,
        bool sansCompte = false,
        string environnement = "Development"
    )
    {
        var application = new ApplicationEnMarche
        {
            _ajuster = ajuster,
            _sansCompte = sansCompte,
            _environnement = environnement,
        };
        await application.InitializeAsync();
        return application;
    }

    public async ValueTask InitializeAsync()
    {
        Base = await BaseJetable.CreerAsync();
        Comptes = new ComptesDEssai(Base, Horloge);
        if (!_sansCompte)
        {
            await Comptes.AgentAsync(RoleCdg.Administrateur);
        }

        _application = ApplicationMarches.Construire(
            ["--environment", _environnement],
            builder =>
            {
                builder.WebHost.UseUrls("http://127.0.0.1:0");
                builder.Configuration.AddInMemoryCollection(
                    new Dictionary<string, string?>
                    {
                        ["ConnectionStrings:CdgMarches"] = Base.Connexion,
                        ["Fichiers:Dossier"] = Path.Combine(_dossier, "fichiers"),
                        ["Courriel:Dossier"] = Path.Combine(_dossier, "courriels"),
                        ["Comptes:EnvoisParMinute"] = "100000",
                        ["Taches:Actives"] = "false",
                    }
                );
                builder.Services.AddSingleton<TimeProvider>(Horloge);
                _ajuster?.Invoke(builder);
            }
        );
        await _application.StartAsync();
        Adresse = _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    public async ValueTask DisposeAsync()
    {
        // First: a circuit still open would use services that are gone.
        foreach (var contexte in _contextes)
        {
            await contexte.CloseAsync();
        }

        if (_application is not null)
        {
            await _application.StopAsync();
            await _application.DisposeAsync();
        }

        await Base.DisposeAsync();
        Directory.Delete(_dossier, recursive: true);
    }

    /// <summary>Une page neuve de Chromium, connectée si un compte est donné, ouverte sur un chemin s'il est donné.</summary>
    public async Task<IPage> OuvrirAsync(
        string? chemin = null,
        CompteDEssai? compte = null,
        BrowserNewContextOptions? options = null
    )
    {
        var contexte = await Navigateur.ContexteAsync(Adresse, options);
        _contextes.Add(contexte);
        if (compte is not null)
        {
            var (nom, valeur) = await CookieAsync(compte);
            await contexte.AddCookiesAsync([
                new()
                {
                    Name = nom,
                    Value = valeur,
                    Url = Adresse,
                    HttpOnly = true,
                },
            ]);
        }

        var page = await contexte.NewPageAsync();
        if (chemin is not null)
        {
            await page.GotoAsync(chemin);
        }

        return page;
    }

    /// <summary>Se connecte par le vrai formulaire.</summary>
    public static async Task SeConnecterAsync(IPage page, CompteDEssai compte, string? motDePasse = null)
    {
        if (!page.Url.Contains("/compte/connexion", StringComparison.Ordinal))
        {
            await page.GotoAsync("/compte/connexion");
        }

        await page.GetByLabel("Identifiant").FillAsync(compte.Identifiant);
        await page.GetByLabel("Mot de passe").FillAsync(motDePasse ?? ComptesDEssai.MotDePasse);
        await page.GetByRole(AriaRole.Button, new() { Name = "Se connecter" }).ClickAsync();
    }

    /// <summary>Un client HTTP qui ne suit pas les redirections, connecté si un compte est donné.</summary>
    public async Task<HttpClient> ClientAsync(CompteDEssai? compte = null)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(Adresse),
        };
        if (compte is not null)
        {
            var (nom, valeur) = await CookieAsync(compte);
            client.DefaultRequestHeaders.Add("Cookie", $"{nom}={valeur}");
        }

        return client;
    }

    /// <summary>Le cookie qu'une connexion aurait posé : de quoi éviter le formulaire là où il n'est pas le sujet.</summary>
    public async Task<(string Nom, string Valeur)> CookieAsync(CompteDEssai compte)
    {
        await using var portee = Services.CreateAsyncScope();
        var comptes = portee.ServiceProvider.GetRequiredService<UserManager<Database.Comptes.Utilisateur>>();
        var connexions = portee.ServiceProvider.GetRequiredService<SignInManager<Database.Comptes.Utilisateur>>();
        var options = Services
            .GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(IdentityConstants.ApplicationScheme);
        var utilisateur = await comptes.FindByIdAsync(compte.Id.ToString());
        var instant = Horloge.GetUtcNow();
        var ticket = new AuthenticationTicket(
            await connexions.CreateUserPrincipalAsync(utilisateur!),
            new AuthenticationProperties { IssuedUtc = instant, ExpiresUtc = instant + options.ExpireTimeSpan },
            IdentityConstants.ApplicationScheme
        );
        return (options.Cookie.Name!, options.TicketDataFormat.Protect(ticket));
    }

    /// <summary>Fait relire tout de suite les droits d'un compte changé directement dans la base.</summary>
    public void Oublier(CompteDEssai compte) => Services.GetRequiredService<App.Socle.LireActeur>().Oublier(compte.Id);

    /// <summary>Attend que la file soit vide : un courriel qui partirait après que l'essai a avancé l'horloge serait tardif.</summary>
    public async Task LaisserPartirLesCourrielsAsync()
    {
        using var limite = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await using var contexte = await Fabrique.CreateDbContextAsync(limite.Token);
        while (await contexte.EnvoisDeCourriel.AnyAsync(e => e.EnvoyeLe == null, limite.Token))
        {
            await Task.Delay(100, limite.Token);
        }
    }

    /// <summary>Les textes des courriels adressés à une boîte, du plus ancien au plus récent.</summary>
    public async Task<IReadOnlyList<string>> CourrielsAsync(string destinataire)
    {
        await using var contexte = await Fabrique.CreateDbContextAsync();
        return await contexte
            .EnvoisDeCourriel.Where(e => e.Destinataire == destinataire)
            .OrderBy(e => e.DeposeLe)
            .ThenBy(e => e.Id)
            .Select(e => e.Texte)
            .ToListAsync();
    }
}

[CollectionDefinition(ApplicationEnMarche.Collection)]
public sealed class ApplicationPartagee : ICollectionFixture<ApplicationEnMarche>;
