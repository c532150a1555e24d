using Bunit;
using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Conventions;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Courriels;

/// <summary>Deux agents sur un même modèle de courriel : le second voit le texte du premier à côté du sien.</summary>
public sealed class ConflitDeModeleTests : EssaiDePageDeConvention
{
    private static readonly Acteur Collegue = Agents.Gestionnaire with { Id = Guid.Empty, Nom = "Camille Hochart" };

    private DefinitionDeModele _modele = null!;

    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Le_texte_de_l_autre_se_voit_le_mien_reste_et_l_on_choisit()
    {
        var page = await OuvrirAsync();
        await page.RemplirAsync("objet", "Mon objet");
        await Modifier.ExecuterAsync(Collegue, _modele.Cle, 0, "Son objet", $"Bonjour. {_modele.Texte}", Annulation);

        await page.Find("form[aria-label='Texte du modèle']").SubmitAsync();

        var conflit = page.WaitForElement("[data-test=conflit]").TextContent;
        Assert.Contains("Camille Hochart", conflit, StringComparison.Ordinal);
        Assert.Contains("Mon objet", conflit, StringComparison.Ordinal);
        Assert.Contains("Son objet", conflit, StringComparison.Ordinal);
        Assert.Equal("Mon objet", page.Find("#objet").GetAttribute("value"));
        await CliquerAsync(page, "Garder la mienne");
        page.Dit("Le modèle est enregistré");
        var garde = await Services.GetRequiredService<ComposerCourriel>().LireAsync(_modele.Cle, Annulation);
        Assert.Equal("Mon objet", garde.Objet);
        Assert.StartsWith("Bonjour.", garde.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prendre_la_sienne_laisse_son_texte()
    {
        var page = await OuvrirAsync();
        await page.RemplirAsync("objet", "Mon objet");
        await Modifier.ExecuterAsync(Collegue, _modele.Cle, 0, "Son objet", _modele.Texte, Annulation);
        await page.Find("form[aria-label='Texte du modèle']").SubmitAsync();
        page.WaitForElement("[data-test=conflit]");

        await page.FindAll("button").First(b => b.TextContent.Contains("Prendre", StringComparison.Ordinal)).ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("Son objet", page.Find("#objet").GetAttribute("value")));
        Assert.Empty(page.FindAll("[data-test=conflit]"));
    }

    [Fact]
    public async Task Rendre_le_texte_d_origine_n_efface_pas_ce_qu_un_autre_vient_d_ecrire()
    {
        await Socle.Le<ModifierModele>().ExecuterAsync(Agent, Modele().Cle, 0, "Premier", Modele().Texte, Annulation);
        var page = await OuvrirAsync();
        await Modifier.ExecuterAsync(Collegue, _modele.Cle, 1, "Son objet", _modele.Texte, Annulation);

        await CliquerAsync(page, "Rendre le texte d'origine");

        Assert.Contains("Son objet", page.WaitForElement("[data-test=conflit]").TextContent, StringComparison.Ordinal);
        await using var contexte = await Socle.OuvrirAsync();
        Assert.Equal("Son objet", (await contexte.ModelesDeCourriel.SingleAsync(Annulation)).Objet);
    }

    private ModifierModele Modifier => Socle.Le<ModifierModele>();

    private DefinitionDeModele Modele() =>
        Socle.Le<ComposerCourriel>().Definitions.Single(d => d.Cle == RelancerRecensements.Definition.Cle);

    private async Task<IRenderedComponent<PageModeleDeCourriel>> OuvrirAsync()
    {
        Services.AddSingleton<AdressesDesObjets>().AddCourriels();
        _modele = Modele();
        var page = Render<PageModeleDeCourriel>(p => p.Add(x => x.Cle, _modele.Cle));
        page.WaitForElement("#objet");
        return await Task.FromResult(page);
    }
}
