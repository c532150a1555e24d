using Bunit;
using CdgMarches.App.Collectivites;
using CdgMarches.App.Collectivites.Echanges;
using CdgMarches.Database.Collectivites;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Tests.Outils;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Collectivites;

public sealed class PagesTests : EssaiDesPages
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private string Adresse => Services.GetRequiredService<NavigationManager>().Uri;

    [Fact]
    public async Task La_liste_montre_les_fiches_et_l_effectif_manquant()
    {
        await Referentiel.SemerAsync(ReferentielDEssai.Commune("Lens"));

        var page = Render<PageCollectivites>();

        page.WaitForAssertion(() => Assert.Contains("Lens", page.Find("tbody").TextContent, StringComparison.Ordinal), Patience);
        Assert.Contains("Manquant", page.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Equal("/collectivites/nouvelle", page.Find(".bouton-principal").GetAttribute("href"));
    }

    [Fact]
    public async Task Un_lecteur_voit_la_liste_sans_pouvoir_creer()
    {
        await Referentiel.SemerAsync(ReferentielDEssai.Commune("Lens"));
        Courant.Acteur = Agents.Lecture;

        var page = Render<PageCollectivites>();

        page.WaitForAssertion(() => Assert.Contains("Lens", page.Markup, StringComparison.Ordinal), Patience);
        Assert.DoesNotContain("Nouvelle collectivité", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Creer_une_fiche_a_la_main_y_mene()
    {
        var page = Render<PageNouvelleCollectivite>();
        Saisir(page, "nom", "Lens");
        Assert.Contains("la commune de Lens", page.Find("[data-test=tournures]").TextContent, StringComparison.Ordinal);
        Saisir(page, "siren", "216 204 982");

        await page.Find("form.formulaire").SubmitAsync();

        page.WaitForAssertion(() => Assert.Matches("/collectivites/[0-9a-f-]{36}$", Adresse), Patience);
        Assert.Equal(1, await Referentiel.CompterAsync());
    }

    [Fact]
    public async Task Un_SIRET_faux_reste_a_l_ecran_avec_sa_phrase_et_rien_n_est_cree()
    {
        var page = Render<PageNouvelleCollectivite>();
        Saisir(page, "nom", new string('x', 1000));
        Saisir(page, "siret", "21620498200019");

        await page.Find("form.formulaire").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".resume-des-erreurs li").Count), Patience);
        Assert.Contains("clé de contrôle", page.Find("#siret-erreur").TextContent, StringComparison.Ordinal);
        Assert.Equal("21620498200019", page.Find("#siret").GetAttribute("value"));
        Assert.Equal(0, await Referentiel.CompterAsync());
    }

    [Fact]
    public async Task La_saisie_previent_d_une_fiche_semblable_avec_son_lien()
    {
        var existante = await Referentiel.SemerAsync(ReferentielDEssai.Commune("Saint-Omer"));
        var page = Render<PageNouvelleCollectivite>();

        Saisir(page, "nom", "St Omer");

        page.WaitForAssertion(
            () =>
            {
                var avis = page.Find("[data-test=doublons]");
                Assert.Contains("Une fiche semblable existe déjà", avis.TextContent, StringComparison.Ordinal);
                Assert.Equal($"/collectivites/{existante.Id.Valeur}", avis.QuerySelector("a")!.GetAttribute("href"));
            },
            Patience
        );
    }

    [Fact]
    public async Task Le_catalogue_remplit_la_fiche_au_clavier()
    {
        await using (var contexte = await Referentiel.Fabrique.CreateDbContextAsync(Xunit.TestContext.Current.CancellationToken))
        {
            await ChargerCatalogue.ExecuterAsync(contexte, Xunit.TestContext.Current.CancellationToken);
        }

        var page = Render<PageNouvelleCollectivite>();
        page.Find("#catalogue").Input("62300 lens");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("#catalogue-propositions [role=option]")), Patience);
        Assert.Equal("true", page.Find("#catalogue").GetAttribute("aria-expanded"));
        page.Find("#catalogue").KeyDown("Enter");

        page.WaitForAssertion(() => Assert.Equal("Lens", page.Find("#nom").GetAttribute("value")), Patience);
        Assert.Equal("62498", page.Find("#code-insee").GetAttribute("value"));
        Assert.Contains("Population municipale reprise", page.Markup, StringComparison.Ordinal);
        Assert.Equal("false", page.Find("#catalogue").GetAttribute("aria-expanded"));
    }

    [Fact]
    public async Task La_fiche_signale_l_effectif_manquant_et_mene_a_sa_saisie()
    {
        var lens = await Referentiel.SemerAsync(ReferentielDEssai.Commune("Lens"));

        var page = Render<PageCollectivite>(p => p.Add(x => x.Id, lens.Id.Valeur));

        page.WaitForAssertion(
            () =>
                Assert.Equal(
                    $"/collectivites/{lens.Id.Valeur}/effectifs",
                    page.Find("[data-test=effectif-manquant]").GetAttribute("href")
                ),
            Patience
        );
        Assert.Equal("Lens", page.Find("h1").TextContent);
    }

    [Fact]
    public async Task Une_fiche_inconnue_le_dit()
    {
        var page = Render<PageCollectivite>(p => p.Add(x => x.Id, Guid.CreateVersion7()));

        page.WaitForAssertion(() => Assert.Contains("Collectivité introuvable", page.Markup, StringComparison.Ordinal), Patience);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Un_ccas_dit_s_il_utilise_l_acces_de_sa_commune_et_le_nom_de_son_service_se_garde()
    {
        var lens = await Referentiel.SemerAsync(ReferentielDEssai.Commune("Lens"));
        var deLaCommune = Render<PageModifierCollectivite>(p => p.Add(x => x.Id, lens.Id.Valeur));
        deLaCommune.WaitForElement("#chorus-nom", Patience);
        Assert.Empty(deLaCommune.FindAll("#acces-commune"));
        var ccas = await Referentiel.SemerAsync(
            new IdentiteDeCollectivite { Nom = "CCAS de Lens", Categorie = CategorieDeCollectivite.Ccas }
        );

        var page = Render<PageModifierCollectivite>(p => p.Add(x => x.Id, ccas.Id.Valeur));
        Assert.True(page.WaitForElement("#acces-commune", Patience).HasAttribute("checked"));
        await page.Find("#acces-commune").ChangeAsync(new() { Value = false });
        Saisir(page, "chorus-nom", "Direction des finances");
        await page.Find("form.formulaire").SubmitAsync();

        page.WaitForAssertion(() => Assert.EndsWith(ccas.Id.Valeur.ToString(), Adresse, StringComparison.Ordinal), Patience);
        var relue = await Referentiel.RelireAsync(ccas.Id);
        Assert.Equal((false, "Direction des finances"), (relue.PartageLAccesDeSaCommune, relue.Chorus.NomDuService));
    }

    [Fact]
    public async Task Deux_corrections_croisees_montrent_les_deux_valeurs_et_n_ecrasent_rien()
    {
        var lens = await Referentiel.SemerAsync(ReferentielDEssai.Commune("Lens"));
        var page = Render<PageModifierCollectivite>(p => p.Add(x => x.Id, lens.Id.Valeur));
        page.WaitForElement("#courriel", Patience);
        Saisir(page, "courriel", "moi@lens.example");
        Saisir(page, "comptable", "SGC de Lens");
        await AgirEntreTempsAsync(acteur =>
            Referentiel.Modifier.ExecuterAsync(
                acteur,
                lens.Id,
                1,
                new FicheCorrigee(
                    lens.Identite with
                    {
                        Courriel = "elle@lens.example",
                        Telephone = "03 21 69 86 86",
                    },
                    null,
                    null,
                    null
                )
            )
        );

        await page.Find("form.formulaire").SubmitAsync();

        page.WaitForAssertion(
            () =>
            {
                var conflit = page.Find("[data-test=conflit]");
                Assert.Contains("Mme Dubois", conflit.TextContent, StringComparison.Ordinal);
                Assert.Single(conflit.QuerySelectorAll("tbody tr"));
                Assert.Contains("moi@lens.example", conflit.TextContent, StringComparison.Ordinal);
                Assert.Contains("elle@lens.example", conflit.TextContent, StringComparison.Ordinal);
            },
            Patience
        );
        Assert.Equal("elle@lens.example", (await Referentiel.RelireAsync(lens.Id)).Courriel);

        page.FindAll("[data-test=conflit] input[type=radio]")[1].Change(true);
        await page.FindAll("[data-test=conflit] button")[0].ClickAsync(new());

        page.WaitForAssertion(() => Assert.EndsWith(lens.Id.Valeur.ToString(), Adresse, StringComparison.Ordinal), Patience);
        var relue = await Referentiel.RelireAsync(lens.Id);
        Assert.Equal(("elle@lens.example", "03 21 69 86 86", "SGC de Lens"), (relue.Courriel, relue.Telephone, relue.Comptable));
    }

    [Fact]
    public async Task Un_effectif_se_declare_et_un_nombre_negatif_est_refuse_a_son_champ()
    {
        var lens = await Referentiel.SemerAsync(ReferentielDEssai.Commune("Lens"));
        var page = Render<PageEffectifs>(p => p.Add(x => x.Id, lens.Id.Valeur));
        page.WaitForElement("#agents", Patience);
        Saisir(page, "agents", "-3");
        await page.FindAll("form.formulaire")[0].SubmitAsync();
        page.WaitForAssertion(
            () => Assert.Contains("négatif", page.Find("#agents-erreur").TextContent, StringComparison.Ordinal),
            Patience
        );

        Saisir(page, "agents", "812");
        await page.FindAll("form.formulaire")[0].SubmitAsync();

        page.WaitForAssertion(
            () => Assert.Contains("L'effectif 2026 est enregistré", page.Markup, StringComparison.Ordinal),
            Patience
        );
        Assert.Equal(812, (await Referentiel.RelireAsync(lens.Id)).EffectifDe(2026)?.Agents);
    }

    [Fact]
    public async Task Un_contact_et_son_mandat_s_ajoutent_d_un_geste()
    {
        var lens = await Referentiel.SemerAsync(ReferentielDEssai.Commune("Lens"));
        var page = Render<PageContacts>(p => p.Add(x => x.Id, lens.Id.Valeur));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".bouton-principal")), Patience);
        await page.Find(".bouton-principal").ClickAsync(new());
        Saisir(page, "contact-nom", "Vasseur");
        Saisir(page, "role", "0");
        Saisir(page, "qualite", "Maire");

        await page.Find("form.formulaire").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("Le contact est ajouté", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal("Maire", (await Referentiel.RelireAsync(lens.Id)).Representant(Horloges.Jour)?.Mandat.Qualite);
    }

    [Fact]
    public async Task La_fusion_compare_les_fiches_et_demande_un_motif()
    {
        var gardee = await Referentiel.SemerAsync(ReferentielDEssai.Commune("Lens"));
        await Referentiel.SemerAsync(ReferentielDEssai.Commune("Ville de Lens") with { Telephone = "03 21 00 00 00" });
        var page = Render<PageFusion>(p => p.Add(x => x.Id, gardee.Id.Valeur));
        page.WaitForElement("#doublon", Patience);
        page.Find("#doublon").Input("ville lens");
        page.WaitForElement("[role=option]", Patience);
        await page.Find("[role=option]").ClickAsync(new());
        page.WaitForElement("form.formulaire", Patience);
        Assert.Equal(2, page.FindAll("input[name=fusion-telephone]").Count);

        await page.Find("form.formulaire").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Indiquez le motif", page.Markup, StringComparison.Ordinal), Patience);

        Saisir(page, "motif", "Même commune");
        await page.Find("form.formulaire").SubmitAsync();
        await page.Find("dialog .bouton-danger").ClickAsync(new());
        page.WaitForAssertion(() => Assert.EndsWith(gardee.Id.Valeur.ToString(), Adresse, StringComparison.Ordinal), Patience);
        Assert.Equal("03 21 00 00 00", (await Referentiel.RelireAsync(gardee.Id)).Telephone);
    }

    [Fact]
    public async Task L_apercu_d_un_import_dit_tout_puis_l_applique()
    {
        using var flux = new MemoryStream(
            System.Text.Encoding.UTF8.GetBytes(
                $"SIREN;Nom;Catégorie\r\n{ReferentielDEssai.SirenFictif(1)};Lens;Commune\r\n123;Fausse;Commune\r\n"
            )
        );
        var id = await Referentiel.Preparer.ExecuterAsync(
            Agents.Gestionnaire,
            flux,
            "communes.csv",
            Xunit.TestContext.Current.CancellationToken
        );
        var page = Render<PageApercuDImport>(p => p.Add(x => x.Id, id.Valeur));
        page.WaitForAssertion(
            () => Assert.Contains("1 nouvelle", page.Find("[data-test=resume]").TextContent, StringComparison.Ordinal),
            Patience
        );
        page.WaitForAssertion(() => Assert.Contains("ligne 3, colonne A", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal("true", page.Find(".bouton-principal").GetAttribute("aria-disabled"));

        await page.FindAll("button")
            .Single(b => b.TextContent.Contains("la ligne bonne", StringComparison.Ordinal))
            .ClickAsync(new());

        page.WaitForAssertion(
            () => Assert.Contains("L'import est fait : 1 fiche créée", page.Markup, StringComparison.Ordinal),
            Patience
        );
        Assert.Contains("Annuler cet import", page.Markup, StringComparison.Ordinal);
        Assert.Equal(1, await Referentiel.CompterAsync());
    }

    [Fact]
    public async Task Un_membre_voit_sa_fiche_sans_notes_et_pas_celle_d_un_autre()
    {
        var sienne = await Referentiel.SemerAsync(ReferentielDEssai.Commune("Lens") with { Notes = "Difficile à joindre" });
        var autre = await Referentiel.SemerAsync(ReferentielDEssai.Commune("Liévin"));
        Courant.Acteur = Agents.Membre(sienne.Id);

        var page = Render<PageEspaceCollectivite>(p => p.Add(x => x.Id, sienne.Id.Valeur));
        page.WaitForAssertion(() => Assert.Equal("Lens", page.Find("h1").TextContent), Patience);
        Assert.DoesNotContain("Difficile", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("/collectivites/", page.Markup, StringComparison.Ordinal);

        var refus = Render<PageEspaceCollectivite>(p => p.Add(x => x.Id, autre.Id.Valeur));
        refus.WaitForAssertion(() => Assert.Equal("Collectivité introuvable", refus.Find("h1").TextContent), Patience);
        Assert.DoesNotContain("Liévin", refus.Markup, StringComparison.Ordinal);
    }
}
