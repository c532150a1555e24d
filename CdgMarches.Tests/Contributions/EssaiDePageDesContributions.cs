using Bunit;
using CdgMarches.App.Collectivites;
using CdgMarches.App.Contributions;
using CdgMarches.App.Courriels;
using CdgMarches.App.Documents;
using CdgMarches.App.Groupements;
using CdgMarches.App.Procedures;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using CdgMarches.Tests.Socle.Composants;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Contributions;

/// <summary>Les pages des contributions, sur les vrais cas d'usage et une vraie base, vues par un agent donné.</summary>
public abstract class EssaiDePageDesContributions : EssaiDeComposant, IAsyncLifetime
{
    protected BancDesContributions Banc { get; private set; } = null!;

    /// <summary>Celui qui regarde la page ; le test le change avant de l'afficher.</summary>
    protected Acteur Agent { get; set; } = Agents.Finances;

    protected static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        Banc = await BancDesContributions.CreerAsync((420, 87), (600, 160), (350, 30));
        Services
            .AddLogging()
            .AddSingleton<TimeProvider>(Banc.Socle.Horloge)
            .AddSingleton(Banc.Socle.Reglages)
            .AddSingleton(Banc.Socle.Base.Fabrique)
            .AddAdressesDEssai()
            .AddSocle()
            .AddCollectivites()
            .AddGroupements()
            .AddProcedures()
            .AddDocuments()
            .AddCourriels()
            .AddContributions()
            .AddScoped<ActeurCourant>(_ => new ActeurDEssai(() => Agent));
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await DisposeAsync();
        await Banc.DisposeAsync();
    }

    protected static async Task CliquerAsync<T>(IRenderedComponent<T> page, string bouton)
        where T : IComponent => await page.FindAll("button").First(b => b.TextContent.Trim() == bouton).ClickAsync(new());

    /// <summary>L'appel d'une commune, corrections non comprises.</summary>
    protected async Task<AppelDeContribution> AppelAsync(int rang)
    {
        await using var contexte = await Banc.OuvrirAsync();
        return await contexte
            .Appels.AsNoTracking()
            .SingleAsync(a => a.Collectivite == Banc.Communes[rang].Id && a.Rang == 0, Annulation);
    }

    /// <summary>Un texte affiché, ses blancs ramenés à des espaces ordinaires.</summary>
    protected static string Net(string texte) =>
        System.Text.RegularExpressions.Regex.Replace(texte.Replace('\u00A0', ' ').Replace('\u202F', ' '), @"\s+", " ").Trim();

    /// <summary>Choisit dans une liste par ce que l'agent y lit.</summary>
    protected static Task ChoisirAsync<T>(IRenderedComponent<T> page, string champ, string libelle)
        where T : IComponent
    {
        var liste = page.Find(champ);
        return liste.ChangeAsync(
            new() { Value = liste.QuerySelectorAll("option").Single(o => o.TextContent == libelle).GetAttribute("value") }
        );
    }

    private sealed class ActeurDEssai(Func<Acteur> agent) : ActeurCourant(null!, null!, null!)
    {
        public override Task<Acteur> LireAsync(CancellationToken annulation = default) => Task.FromResult(agent());
    }
}
