using Bunit;
using CdgMarches.App.Collectivites;
using CdgMarches.App.Contributions;
using CdgMarches.App.Conventions;
using CdgMarches.App.Courriels;
using CdgMarches.App.Documents;
using CdgMarches.App.Echeancier;
using CdgMarches.App.Groupements;
using CdgMarches.App.Procedures;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using CdgMarches.Tests.Socle.Composants;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Conventions;

/// <summary>Les pages des conventions, sur les vrais cas d'usage et une vraie base, vues par un agent donné.</summary>
public abstract class EssaiDePageDeConvention : EssaiDeComposant, IAsyncLifetime
{
    protected SocleDEssai Socle { get; private set; } = null!;

    protected Collectivite Arras { get; } = Groupements.Exemples.UneCommune("Arras");

    protected Collectivite Bethune { get; } = Groupements.Exemples.UneCommune("Béthune");

    /// <summary>Celui qui regarde la page ; le test le change avant de l'afficher.</summary>
    protected Acteur Agent { get; set; } = Agents.Gestionnaire with { Id = Guid.Empty };

    protected NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    public async ValueTask InitializeAsync()
    {
        Socle = await SocleDEssai.CreerAsync(s =>
            s.AddCollectivites()
                .AddGroupements()
                .AddProcedures()
                .AddDocuments()
                .AddCourriels()
                .AddSingleton<AdressesDesObjets>()
                .AddContributions()
                .AddConventions()
                .AddSingleton<LireAgents>()
        );
        await Socle.Base.SemerAsync(Arras, Bethune);
        Services
            .AddLogging()
            .AddSingleton<TimeProvider>(Socle.Horloge)
            .AddSingleton(Socle.Reglages)
            .AddSingleton(Socle.Base.Fabrique)
            .AddSocle()
            .AddCollectivites()
            .AddGroupements()
            .AddProcedures()
            .AddDocuments()
            .AddContributions()
            .AddConventions()
            .AddCourriels()
            .AddAdressesDEssai()
            .AddSingleton<LireAgents>()
            .AddScoped<ActeurCourant>(_ => new ActeurDEssai(() => Agent));
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await DisposeAsync();
        await Socle.DisposeAsync();
    }

    protected static async Task CliquerAsync<T>(IRenderedComponent<T> page, string bouton)
        where T : IComponent => await page.FindAll("button").First(b => b.TextContent.Trim() == bouton).ClickAsync(new());

    private sealed class ActeurDEssai(Func<Acteur> agent) : ActeurCourant(null!, null!, null!)
    {
        public override Task<Acteur> LireAsync(CancellationToken annulation = default) => Task.FromResult(agent());
    }
}
