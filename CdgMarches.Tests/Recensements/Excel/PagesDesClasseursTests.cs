using Bunit;
using CdgMarches.App.Recensements.Excel;
using CdgMarches.App.Socle;
using CdgMarches.Database.Recensements;
using CdgMarches.Tests.Outils;
using CdgMarches.Tests.Socle.Composants;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Recensements.Excel;

public sealed class PagesDesClasseursTests : EssaiDeComposant, IAsyncLifetime
{
    private AtelierExcel _atelier = null!;
    private ActeurFixe _acteur = null!;

    private BancDeRecensement Banc => _atelier.Banc;

    public async ValueTask InitializeAsync()
    {
        _atelier = await AtelierExcel.CreerAsync();
        _acteur = new ActeurFixe(Banc.Membre(0));
        _atelier.Composer(Services);
        Services.AddSingleton<ActeurCourant>(_acteur);
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _atelier.DisposeAsync();
    }

    [Fact]
    public async Task Le_membre_depose_son_classeur_voit_ce_qui_change_puis_l_importe_et_l_annule()
    {
        var reponse = await Banc.ReponseAsync(await Banc.OuvrirAsync(), 0);
        await Banc.SaisirAsync(_acteur.Acteur, reponse.Id, 1, estime: 4);
        var rempli = AtelierExcel.Remplir(
            await _atelier.ClasseurAsync(_acteur.Acteur, reponse.Id),
            (1, "Estimé", 6),
            (2, "Estimé", 9)
        );

        var page = Afficher<PageImportDeClasseur>(reponse.Id.Valeur);
        Assert.Contains(
            page.FindAll("a"),
            a => a.GetAttribute("href") == $"/recensements/reponses/{reponse.Id.Valeur}/classeur.xlsx"
        );
        Deposer(page, ("retour.xlsx", rempli));
        page.WaitForState(() => Navigation.Uri.Contains("?import=", StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        page = AfficherLImport(reponse.Id.Valeur, (await _atelier.ImportsAsync())[0].Id);

        Assert.Contains("✓ 1 nouvelle · ↻ 1 modifiée", page.Find("[data-test=compteurs]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Estimé (H) : 4 → 6", Texte(page.Find("[data-test=apercu]").TextContent), StringComparison.Ordinal);
        await Bouton(page, "Importer").ClickAsync(new());

        Assert.Contains("2 lignes écrites", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Equal(6000L, (await Banc.LigneAsync(reponse.Id, 1))!.EstimeMilliemes);
        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent.Trim() == "Importer");

        await Bouton(page, "Annuler l'import").ClickAsync(new());
        Assert.Contains("2 lignes rétablies", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Equal(4000L, (await Banc.LigneAsync(reponse.Id, 1))!.EstimeMilliemes);
    }

    [Fact]
    public async Task Des_erreurs_rendent_l_import_inactif_en_disant_pourquoi_et_laissent_importer_le_reste()
    {
        var reponse = await Banc.ReponseAsync(await Banc.OuvrirAsync(), 0);
        var rempli = AtelierExcel.Remplir(
            await _atelier.ClasseurAsync(_acteur.Acteur, reponse.Id),
            (1, "Estimé", "beaucoup"),
            (2, "Estimé", 9)
        );
        var page = AfficherLImport(reponse.Id.Valeur, await _atelier.PreparerAsync(_acteur.Acteur, reponse.Id, rempli));

        var importer = Bouton(page, "Importer");
        Assert.Equal("true", importer.GetAttribute("aria-disabled"));
        Assert.Contains("1 ligne est en erreur", page.Markup, StringComparison.Ordinal);
        Assert.Contains("« beaucoup » n'est pas un nombre", page.Markup, StringComparison.Ordinal);
        Assert.Contains(page.FindAll("a"), a => a.TextContent == "Télécharger les lignes à corriger");

        await Bouton(page, "Importer 1 ligne correcte").ClickAsync(new());

        Assert.Contains("1 ligne écrite, 1 ligne écartée", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Equal(9000L, (await Banc.LigneAsync(reponse.Id, 2))!.EstimeMilliemes);
    }

    [Fact]
    public async Task Le_classeur_d_un_autre_est_refuse_par_une_phrase_et_la_page_d_un_autre_est_introuvable()
    {
        var campagne = await Banc.OuvrirAsync();
        var (mienne, autre) = (await Banc.ReponseAsync(campagne, 0), await Banc.ReponseAsync(campagne, 1));
        var sien = await _atelier.ClasseurAsync(Banc.Membre(1), autre.Id);

        var page = Afficher<PageImportDeClasseur>(mienne.Id.Valeur);
        Deposer(page, ("retour.xlsx", sien));

        page.WaitForAssertion(
            () =>
                Assert.Contains(
                    "est le classeur d'un autre membre : Membre 0002",
                    page.Find(".retour[role=alert]").TextContent,
                    StringComparison.Ordinal
                ),
            TimeSpan.FromSeconds(10)
        );
        Assert.Empty(await _atelier.ImportsAsync());
        Assert.Contains(
            "n'est pas de votre périmètre",
            Afficher<PageImportDeClasseur>(autre.Id.Valeur).Markup,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Une_campagne_close_ne_propose_plus_d_importer_et_dit_pourquoi()
    {
        var reponse = await Banc.ReponseAsync(await Banc.OuvrirAsync(), 0);
        await Banc.CloreAsync();

        var page = Afficher<PageImportDeClasseur>(reponse.Id.Valeur);

        Assert.Empty(page.FindComponents<InputFile>());
        Assert.Contains("Le délai de réponse est écoulé", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_cdg_depose_des_classeurs_choisit_et_importe()
    {
        _acteur.Acteur = Agents.Gestionnaire;
        var campagne = await Banc.OuvrirAsync();
        List<(string, byte[])> fichiers = [("notes.txt", "bonjour"u8.ToArray())];
        for (var membre = 0; membre < 3; membre++)
        {
            var classeur = await _atelier.ClasseurDuMembreAsync(_acteur.Acteur, campagne, membre);
            fichiers.Add(($"{membre}.xlsx", AtelierExcel.Remplir(classeur, (1, "Estimé", 5))));
        }

        var page = Afficher<PageDepotEnVrac>(campagne.Valeur);
        Deposer(page, [.. fichiers]);
        page.WaitForState(() => Navigation.Uri.Contains("?depot=", StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        page = AfficherLeDepot(campagne.Valeur, (await _atelier.ImportsAsync())[0].Depot!.Value);

        Assert.Contains("4 fichiers · 3 prêts", page.Find("[data-test=compteurs]").TextContent, StringComparison.Ordinal);
        Assert.Equal(3, page.FindAll("[data-test=fichiers] input[type=checkbox]").Count);
        await page.Find("input[aria-label='Importer 1.xlsx']").ChangeAsync(new ChangeEventArgs { Value = false });
        await Bouton(page, "Importer 2 classeurs choisis").ClickAsync(new());

        Assert.Equal(2, await Banc.LireAsync(c => c.LignesDeReponse.CountAsync()));
        Assert.Contains("2 importés", page.Find("[data-test=compteurs]").TextContent, StringComparison.Ordinal);

        // One file of the deposit is undone, the other stays.
        await Bouton(page, "Annuler l'import de 0.xlsx").ClickAsync(new());
        Assert.Contains("1 ligne de Membre 0001", Texte(page.Find("dialog").TextContent), StringComparison.Ordinal);
        await Bouton(page, "Annuler l'import").ClickAsync(new());

        Assert.Null((await Banc.LigneAsync((await Banc.ReponseAsync(campagne, 0)).Id, 1))!.EstimeMilliemes);
        Assert.Equal(5000L, (await Banc.LigneAsync((await Banc.ReponseAsync(campagne, 2)).Id, 1))!.EstimeMilliemes);
        Assert.Contains("1 importé · 1 annulé", page.Find("[data-test=compteurs]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(
            page.FindAll("button"),
            b => b.TextContent.Contains("l'import de 0.xlsx", StringComparison.Ordinal)
        );
        Assert.Contains(page.FindAll("a"), a => a.GetAttribute("href")!.EndsWith("/rapport.xlsx", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plus_de_cinq_fichiers_se_lisent_en_travail_de_fond()
    {
        await using var atelier = await AtelierExcel.CreerAsync(6);
        var campagne = await Banc.OuvrirAsync();
        _acteur.Acteur = Agents.Gestionnaire;
        var classeur = await _atelier.ClasseurDuMembreAsync(_acteur.Acteur, campagne, 0);

        var page = Afficher<PageDepotEnVrac>(campagne.Valeur);
        Deposer(page, [.. Enumerable.Range(0, 6).Select(i => ($"{i}.xlsx", classeur))]);
        page.WaitForState(() => Navigation.Uri.Contains("&travail=", StringComparison.Ordinal), TimeSpan.FromSeconds(20));

        Assert.Equal(ExaminerLeDepot.Type, await Banc.LireAsync(c => c.Travaux.Select(t => t.Type).SingleAsync()));
        Assert.All(await _atelier.ImportsAsync(), i => Assert.Equal(EtapeDImport.Recu, i.Etat));
    }

    [Fact]
    public async Task Le_catalogue_s_importe_apres_son_apercu()
    {
        _acteur.Acteur = Agents.Gestionnaire;
        var campagne = await Banc.PreparerAsync();
        var modele = (await _atelier.Service<ImportDeCatalogue>().ModeleAsync(_acteur.Acteur, campagne))!.Contenu;
        var modifie = AtelierExcel.Modifier(modele, c => AtelierExcel.Cellule(c, 1, "Désignation").Value = "Papier recyclé");

        var page = Afficher<PageImportDuCatalogue>(campagne.Valeur);
        Deposer(page, ("catalogue.xlsx", modifie));
        page.WaitForState(() => Navigation.Uri.Contains("?import=", StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        Navigation.NavigateTo(Navigation.Uri);
        page = Render<PageImportDuCatalogue>(p => p.Add(x => x.Id, campagne.Valeur));

        Assert.Contains(
            "Papier A4 → Papier recyclé",
            Texte(page.Find("[data-test=apercu]").TextContent),
            StringComparison.Ordinal
        );
        await Bouton(page, "Importer").ClickAsync(new());

        Assert.Contains("Le catalogue est à jour", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Equal(
            "Papier recyclé",
            await Banc.LireAsync(c => c.LignesDeCatalogue.Where(l => l.Numero == 1).Select(l => l.Designation).SingleAsync())
        );
    }

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    private IRenderedComponent<TPage> Afficher<TPage>(Guid id)
        where TPage : IComponent => Render<TPage>(p => p.TryAdd("Id", id));

    private IRenderedComponent<PageImportDeClasseur> AfficherLImport(Guid reponse, Guid import)
    {
        Navigation.NavigateTo($"/recensements/reponses/{reponse}/import?import={import}");
        return Render<PageImportDeClasseur>(p => p.Add(x => x.Id, reponse));
    }

    private IRenderedComponent<PageDepotEnVrac> AfficherLeDepot(Guid campagne, Guid depot)
    {
        Navigation.NavigateTo($"/recensements/{campagne}/depot?depot={depot}");
        return Render<PageDepotEnVrac>(p => p.Add(x => x.Id, campagne));
    }

    private static void Deposer(IRenderedComponent<IComponent> page, params (string Nom, byte[] Contenu)[] fichiers) =>
        page.FindComponent<InputFile>()
            .UploadFiles([.. fichiers.Select(f => InputFileContent.CreateFromBinary(f.Contenu, f.Nom))]);

    private static AngleSharp.Dom.IElement Bouton(IRenderedComponent<IComponent> page, string libelle) =>
        page.FindAll("button").Single(b => b.TextContent.Trim() == libelle);

    private static string Texte(string contenu) =>
        string.Join(' ', contenu.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
