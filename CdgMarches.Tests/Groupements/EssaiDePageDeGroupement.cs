using Bunit;
using CdgMarches.App.Collectivites;
using CdgMarches.App.Documents;
using CdgMarches.App.Groupements;
using CdgMarches.App.Procedures;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using CdgMarches.Tests.Socle.Composants;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Groupements;

/// <summary>Les pages des groupements et des procédures, sur les vrais cas d'usage et une vraie base, vues par un agent donné.</summary>
public abstract class EssaiDePageDeGroupement : EssaiDeComposant, IAsyncLifetime
{
    protected BancDesGroupements Banc { get; private set; } = null!;

    /// <summary>Celui qui regarde la page ; le test le change avant de l'afficher.</summary>
    protected Acteur Agent { get; set; } = Agents.Gestionnaire with { Id = Guid.Empty };

    protected NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    public async ValueTask InitializeAsync()
    {
        Banc = await BancDesGroupements.CreerAsync();
        Services
            .AddLogging()
            .AddSingleton<TimeProvider>(Banc.Socle.Horloge)
            .AddSingleton(Banc.Socle.Reglages)
            .AddSingleton(Banc.Socle.Base.Fabrique)
            .AddSocle()
            .AddCollectivites()
            .AddGroupements()
            .AddProcedures()
            .AddDocuments()
            .AddAdressesDEssai()
            .AddScoped<ActeurCourant>(_ => new ActeurDEssai(() => Agent));
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await DisposeAsync();
        await Banc.DisposeAsync();
    }

    protected static async Task CliquerAsync<T>(IRenderedComponent<T> page, string bouton)
        where T : IComponent => await Bouton(page, bouton).ClickAsync(new());

    protected static AngleSharp.Dom.IElement Bouton<T>(IRenderedComponent<T> page, string libelle)
        where T : IComponent => page.FindAll("button").First(b => b.TextContent.Trim() == libelle);

    protected static string Texte<T>(IRenderedComponent<T> page, string selecteur)
        where T : IComponent =>
        string.Join(' ', page.Find(selecteur).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private sealed class ActeurDEssai(Func<Acteur> agent) : ActeurCourant(null!, null!, null!)
    {
        public override Task<Acteur> LireAsync(CancellationToken annulation = default) => Task.FromResult(agent());
    }
}
