using Bunit;
using CdgMarches.App.Collectivites;
using CdgMarches.App.Conventions;
using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Bibliotheque;
using CdgMarches.App.Groupements;
using CdgMarches.App.Procedures;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using CdgMarches.Tests.Socle.Composants;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Documents;

/// <summary>Deux agents sur un même modèle de document : le second voit ce que le premier a enregistré.</summary>
public sealed class ConflitDeModeleDeDocumentTests : EssaiDeComposant, IAsyncLifetime
{
    private static readonly Acteur Agent = Agents.Gestionnaire with { Id = Guid.Empty };
    private static readonly Acteur Collegue = Agent with { Nom = "Camille Hochart" };
    private readonly NatureDEssai _nature = new() { Charger = _ => [] };
    private SocleDEssai _socle = null!;
    private ModeleId _id;

    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    private DeposerModele Deposer => Services.GetRequiredService<DeposerModele>();

    public async ValueTask InitializeAsync()
    {
        _socle = await SocleDEssai.CreerAsync();
        Services
            .AddLogging()
            .AddSingleton<TimeProvider>(_socle.Horloge)
            .AddSingleton(_socle.Reglages)
            .AddSingleton(_socle.Base.Fabrique)
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSocle()
            .AddCollectivites()
            .AddGroupements()
            .AddProcedures()
            .AddConventions()
            .AddDocuments()
            .AddSingleton<IModeleDeDocument>(_nature)
            .AddScoped<ActeurCourant>(_ => new ActeurFixe(Agent));
        _id = await Deposer.CreerAsync(Agent, _nature.Code, null, "Lettre", Propose("Première"), Annulation);
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await DisposeAsync();
        await _socle.DisposeAsync();
    }

    [Fact]
    public async Task Deux_versions_deposees_ensemble_se_comparent_et_la_mienne_peut_suivre_la_sienne()
    {
        var page = Ouvrir();
        page.FindComponent<InputFile>()
            .UploadFiles(
                InputFileContent.CreateFromBinary(WordDEssai.Document(WordDEssai.Paragraphe("Ma version")), "ma-lettre.docx")
            );
        page.WaitForElement("#commentaire", TimeSpan.FromSeconds(10));
        await page.RemplirAsync("commentaire", "Ma formule");
        await Deposer.NouvelleVersionAsync(Collegue, _id, 1, "Sa formule", Propose("Sa version"), Annulation);

        await page.Find("form[aria-label='Nouvelle version']").SubmitAsync();

        var conflit = page.WaitForElement("[data-test=conflit]").TextContent;
        Assert.Contains("version 2, déposée par Camille Hochart", conflit, StringComparison.Ordinal);
        Assert.Contains("Sa formule", conflit, StringComparison.Ordinal);
        Assert.Contains("ma-lettre.docx", conflit, StringComparison.Ordinal);
        await page.FindAll("button").First(b => b.TextContent.Trim() == "Garder la mienne").ClickAsync(new());
        page.Dit("La version est enregistrée");
        await using var contexte = await _socle.OuvrirAsync();
        Assert.Equal(
            ["Sa formule", "Ma formule"],
            (await contexte.Modeles.SingleAsync(Annulation)).Versions.OrderBy(v => v.Numero).Skip(1).Select(v => v.Commentaire)
        );
    }

    [Fact]
    public async Task Deux_noms_donnes_ensemble_se_comparent_et_rien_n_est_perdu()
    {
        var page = Ouvrir();
        await page.RemplirAsync("nom", "Mon nom");
        await Services.GetRequiredService<TenirModele>().RenommerAsync(Collegue, _id, 1, "Son nom", Annulation);

        await page.Find("form[aria-label='Renommer le modèle']").SubmitAsync();

        var conflit = page.WaitForElement("[data-test=conflit]").TextContent;
        Assert.Contains("Son nom", conflit, StringComparison.Ordinal);
        Assert.Contains("Mon nom", conflit, StringComparison.Ordinal);
        await page.FindAll("button").First(b => b.TextContent.Trim() == "Garder la mienne").ClickAsync(new());
        page.Dit("Le modèle est renommé.");
        await using var contexte = await _socle.OuvrirAsync();
        Assert.Equal("Mon nom", (await contexte.Modeles.SingleAsync(Annulation)).Nom);
    }

    private IRenderedComponent<PageModele> Ouvrir()
    {
        var page = Render<PageModele>(p => p.Add(x => x.Id, _id.Valeur));
        page.WaitForElement("#nom");
        return page;
    }

    private ModelePropose Propose(string texte) =>
        Deposer.Lire(Agent, _nature.Code, "lettre.docx", WordDEssai.Document(WordDEssai.Paragraphe(texte)));
}
