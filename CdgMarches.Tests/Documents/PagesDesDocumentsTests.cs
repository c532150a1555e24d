using Bunit;
using CdgMarches.App.Collectivites;
using CdgMarches.App.Conventions;
using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Bibliotheque;
using CdgMarches.App.Groupements;
using CdgMarches.App.Procedures;
using CdgMarches.App.Socle;
using CdgMarches.Tests.Outils;
using CdgMarches.Tests.Socle.Composants;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Documents;

/// <summary>Les pages des documents, sur les vrais cas d'usage, une vraie base et un vrai dossier.</summary>
public sealed class PagesDesDocumentsTests : EssaiDeComposant, IAsyncLifetime
{
    private static readonly Guid Objet = Guid.CreateVersion7();
    private readonly List<DonneesDeFusion> _donnees = [];
    private readonly ActeurFixe _acteur = new(Agents.Gestionnaire with { Id = Guid.Empty });
    private SocleDEssai _socle = null!;

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
            .AddSingleton<IModeleDeDocument>(new NatureDEssai { Charger = _ => [.. _donnees] })
            .AddScoped<ActeurCourant>(_ => _acteur);
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await DisposeAsync();
        await _socle.DisposeAsync();
    }

    [Fact]
    public void Un_modele_fautif_dit_ses_defauts_et_ne_s_enregistre_pas()
    {
        var page = Nature();

        Deposer(page, "{{objett}}");

        page.WaitForAssertion(() =>
            Assert.Contains(
                "vouliez-vous dire « {{objet}} »",
                page.Find("[data-test=defauts]").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.DoesNotContain(
            page.FindAll("button"),
            b => b.TextContent.Contains("Enregistrer dans la bibliothèque", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Un_fichier_refuse_efface_ce_qui_etait_dit_du_precedent()
    {
        var page = Nature();
        Deposer(page, "{{objet}}");
        page.WaitForElement("[data-test=lu]");

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("", "vide.docx"));

        page.WaitForAssertion(() => Assert.Contains("« vide.docx » est vide", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-test=lu]"));
        Assert.DoesNotContain(page.FindAll("form"), f => f.GetAttribute("aria-label") == "Enregistrer le modèle");
    }

    [Fact]
    public void Un_modele_sans_champ_se_lit_et_la_page_dit_ce_que_cela_donne()
    {
        var page = Nature();

        Deposer(page, "Un texte fixe.");

        Assert.Contains(
            "il n'emploie aucun champ, chaque document serait le même",
            page.WaitForElement("[data-test=lu]").TextContent,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("(obligatoire)", page.Markup, StringComparison.Ordinal);
        Assert.Contains("(donnée exigée)", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_bon_modele_demande_son_nom_puis_entre_dans_la_bibliotheque()
    {
        var page = Nature();
        Deposer(page, "{{objet}}");
        page.WaitForElement("[data-test=lu]");

        page.FindAll("form").First(f => f.GetAttribute("aria-label") == "Enregistrer le modèle").Submit();
        Assert.Contains("Donnez un nom", page.Find("[data-test=erreurs]").TextContent, StringComparison.Ordinal);
        page.Find("#nom").Change("Lettre brève");
        page.FindAll("form").First(f => f.GetAttribute("aria-label") == "Enregistrer le modèle").Submit();

        page.WaitForAssertion(() =>
            Assert.Contains("/documents/modeles/", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Un_lecteur_voit_les_champs_sans_rien_pouvoir_deposer()
    {
        _acteur.Acteur = Agents.Lecture;

        var page = Nature();

        Assert.Contains("{{date_seance}}", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("input[type=file]"));
    }

    [Fact]
    public void Ce_qui_manque_est_dit_et_le_bouton_explique_pourquoi_il_est_inactif()
    {
        _donnees.Add(
            new DonneesDeFusion("Lettre à Wailly") { Destinataire = new DestinataireDeDocument(Guid.NewGuid(), "Wailly", []) }
        );

        var bloc = Bloc();

        bloc.WaitForAssertion(() =>
            Assert.Equal(
                "Lettre à Wailly : il manque : adresse ; objet de la lettre.",
                bloc.Find("[data-test=prets]").TextContent
            )
        );
        var bouton = bloc.FindAll("button").First(b => b.TextContent.Contains("Produire le document", StringComparison.Ordinal));
        Assert.Equal("true", bouton.GetAttribute("aria-disabled"));
    }

    [Fact]
    public void Un_document_complet_se_produit_et_parait_dans_la_liste()
    {
        var lettre = new DonneesDeFusion("Lettre à Arras")
        {
            Destinataire = new DestinataireDeDocument(Guid.NewGuid(), "Arras", ["Commune d'Arras", "62000 ARRAS"]),
        };
        lettre.Champ("objet", "Papier");
        _donnees.Add(lettre);
        var bloc = Bloc();
        bloc.WaitForElement("[data-test=prets]");

        bloc.FindAll("button").First(b => b.TextContent.Contains("Produire le document", StringComparison.Ordinal)).Click();

        bloc.WaitForAssertion(
            () =>
                Assert.Contains(
                    bloc.FindAll("tbody th"),
                    t => t.TextContent.Contains("Lettre à Arras", StringComparison.Ordinal)
                ),
            TimeSpan.FromSeconds(10)
        );
    }

    private IRenderedComponent<PageNature> Nature()
    {
        var page = Render<PageNature>(p => p.Add(x => x.Code, "essai.lettre"));
        page.WaitForElement("h1", TimeSpan.FromSeconds(10));
        return page;
    }

    private IRenderedComponent<DocumentsProduits> Bloc() =>
        Render<DocumentsProduits>(p =>
            p.Add(x => x.ObjetType, "Essai").Add(x => x.Objet, Objet).Add(x => x.Natures, ["essai.lettre"])
        );

    private static void Deposer(IRenderedComponent<PageNature> page, string texte) =>
        page.FindComponent<InputFile>()
            .UploadFiles(InputFileContent.CreateFromBinary(WordDEssai.Document(WordDEssai.Paragraphe(texte)), "lettre.docx"));
}
