using Bunit;
using CdgMarches.App.Contributions.Appels;
using CdgMarches.App.Contributions.Campagnes;
using CdgMarches.App.Contributions.Finances;
using CdgMarches.App.Contributions.Refacturer;
using CdgMarches.Domain.Contributions;
using CdgMarches.Tests.Outils;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Contributions;

/// <summary>Ce que les pages disent d'un appel déjà fait ailleurs, d'un exercice clos, d'une décision, d'un retard.</summary>
public sealed class PagesDesAppelsTests : EssaiDePageDesContributions
{
    [Fact]
    public async Task Le_perimetre_dit_qui_est_deja_appele_par_une_autre_campagne()
    {
        await Banc.EmettreAsync();
        var jumelle = CampagneDAppel.Ouvrir(
            OrigineDeCampagne.Grille,
            Banc.Grille.Lignee,
            null,
            2026,
            "jumelle",
            "Campagne jumelle",
            new DateOnly(2026, 1, 5)
        );
        await Banc.Socle.Base.SemerAsync(jumelle);
        await using (var contexte = await Banc.OuvrirAsync())
        {
            await contexte.Appels.ExecuteUpdateAsync(a => a.SetProperty(x => x.Occurrence, "jumelle"), Annulation);
        }

        var page = Render<PageCampagneDAppel>(p => p.Add(x => x.Id, jumelle.Id.Valeur));

        var avis = page.WaitForElement("[data-test=appele-ailleurs]");
        Assert.Contains("2 redevables sont déjà appelés", avis.TextContent, StringComparison.Ordinal);
        Assert.Contains("ne les appellera pas une seconde fois", avis.TextContent, StringComparison.Ordinal);
        Assert.NotNull(avis.QuerySelector("a"));
    }

    [Fact]
    public async Task Un_exercice_clos_se_dit_sur_la_campagne_sur_le_suivi_et_sur_l_appel()
    {
        var campagne = await Banc.EmettreAsync();
        Banc.Avancer(330);
        var suivi = Suivi();
        suivi.WaitForElement("[data-test=totaux]");
        await suivi.FindAll("button").Last(b => b.TextContent.Trim() == "Clore l'exercice").ClickAsync(new());
        suivi.WaitForAssertion(() =>
            Assert.Contains("clos le 3 février 2027", suivi.Find("#exercice-titre").TextContent, StringComparison.Ordinal)
        );

        var perimetre = Render<PageCampagneDAppel>(p => p.Add(x => x.Id, campagne.Valeur));
        var appele = (await AppelAsync(0)).Id.Valeur;
        var appel = Render<PageAppel>(p => p.Add(x => x.Id, appele));

        Assert.Contains(
            "L'exercice 2026 est clos",
            perimetre.WaitForElement("[data-test=exercice-clos]").TextContent,
            StringComparison.Ordinal
        );
        appel.WaitForElement("#rectifier");
        Assert.Contains("un complément par un titre de l'exercice ouvert", appel.Markup, StringComparison.Ordinal);
        await ChoisirAsync(appel, "#nature", NatureDAppel.Complement.Libelle());
        await appel.Find("#correction").ChangeAsync(new() { Value = "100" });
        await appel.Find("#motif").ChangeAsync(new() { Value = "Effectif corrigé" });
        await appel.Find("form[aria-label='Correction']").SubmitAsync();
        Assert.Empty(appel.FindAll("section[aria-labelledby=corrections]"));
        Assert.Contains(
            "Complément de 100,00 € HT, par une ligne liée à l'appel APC-2026-0001",
            Net(System.Net.WebUtility.HtmlDecode(appel.Markup)),
            StringComparison.Ordinal
        );
        await appel.ConfirmerAsync("Émettre définitivement");
        appel.WaitForAssertion(() =>
            Assert.Contains(
                "Complément APC-2027-0001",
                appel.Find("section[aria-labelledby=corrections]").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Contains("exercice 2026 clos : titre rattaché à l'exercice 2027", appel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_emission_commencee_retient_le_bouton_de_cloture_et_dit_pourquoi()
    {
        var campagne = await Banc.ValiderAsync();
        await Banc.Socle.Base.SemerAsync(Exemples.UnAppel(collectivite: Banc.Communes[0].Id, campagne: campagne));
        Banc.Avancer(330);

        var page = Suivi();
        page.WaitForElement("[data-test=totaux]");

        Assert.True(page.FindAll("button").First(b => b.TextContent.Trim() == "Clore l'exercice").HasAttribute("aria-disabled"));
        Assert.Contains("est commencée et n'est pas finie", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task L_appel_garde_les_decisions_prises_pour_lui()
    {
        var id = await Banc.OuvrirCampagneAsync();
        var preparer = Banc.Le<PreparerCampagneDAppel>();
        await preparer.ExonererAsync(
            Agents.Gestionnaire,
            id,
            await Banc.VersionAsync(id),
            Banc.Conventions[1].Id.Valeur,
            "Décision du bureau",
            Horloges.Jour,
            Annulation
        );
        await preparer.ConfirmerAsync(
            Agents.Gestionnaire,
            id,
            await Banc.VersionAsync(id),
            Banc.Conventions[2].Id.Valeur,
            "Vu en direction",
            Annulation
        );
        var valider = Banc.Le<ValiderCampagneDAppel>();
        await valider.ProposerAsync(Agents.Gestionnaire, id, await Banc.VersionAsync(id), Annulation);
        await valider.ValiderAsync(Agents.Finances, id, await Banc.VersionAsync(id), Annulation);
        await Banc.Le<EmettreAppels>().ExecuterAsync(Agents.Finances, id, annulation: Annulation);

        var aConfirmer = (await AppelAsync(2)).Id.Valeur;
        var confirme = Render<PageAppel>(p => p.Add(x => x.Id, aConfirmer));
        var aExonerer = (await AppelAsync(1)).Id.Valeur;
        var exonere = Render<PageAppel>(p => p.Add(x => x.Id, aExonerer));

        var lecture = Net(confirme.WaitForElement("[data-test=confirmation]").TextContent);
        Assert.Contains(
            $"Lecture de 350 agents confirmée par {Agents.Gestionnaire.Nom}, « Vu en direction »",
            lecture,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "exonération décidée le 10/03/2026 (Décision du bureau)",
            exonere.WaitForElement("[data-test=fiche]").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Un_retard_se_relance_une_fois_puis_attend_la_relance_suivante()
    {
        await Banc.AdresserAsync(0, "mairie@commune.example");
        await Banc.EmettreAsync();
        var appele = (await AppelAsync(0)).Id.Valeur;
        var page = Render<PageAppel>(p => p.Add(x => x.Id, appele));
        page.WaitForElement("[data-test=reste]");
        Assert.True(Bouton(page).HasAttribute("aria-disabled"));

        Banc.Avancer(31);
        page = Render<PageAppel>(p => p.Add(x => x.Id, appele));
        page.WaitForElement("[data-test=reste]");
        await CliquerAsync(page, "Relancer");
        Assert.DoesNotContain("Relance n° 1 envoyée", page.Markup, StringComparison.Ordinal);
        await page.ConfirmerAsync("Envoyer la relance");

        page.WaitForAssertion(() => Assert.Contains("Relance n° 1 envoyée", page.Markup, StringComparison.Ordinal));
        Assert.True(Bouton(page).HasAttribute("aria-disabled"));
        Assert.Contains("prochaine le 10 mai 2026", Net(page.Markup), StringComparison.Ordinal);

        static AngleSharp.Dom.IElement Bouton(IRenderedComponent<PageAppel> page) =>
            page.FindAll("button").First(b => b.TextContent.Trim() == "Relancer");
    }

    [Fact]
    public async Task Emettre_se_confirme_en_disant_combien_d_appels_et_leur_date()
    {
        var campagne = await Banc.ValiderAsync();
        Banc.Avancer(2);
        var page = Render<PageCampagneDAppel>(p => p.Add(x => x.Id, campagne.Valeur).Add(x => x.Etape, "emission"));
        Assert.Contains(
            "ils portent la date du 12 mars 2026",
            page.WaitForElement("[data-test=date-des-appels]").TextContent,
            StringComparison.Ordinal
        );

        await CliquerAsync(page, "Émettre les appels");

        Assert.Contains("2 appels sont émis et numérotés, pour 1 500,00 €", Net(page.Markup), StringComparison.Ordinal);
        await using var contexte = await Banc.OuvrirAsync();
        Assert.False(await contexte.Appels.AnyAsync(Annulation));
        await page.ConfirmerAsync("Émettre définitivement");
        page.WaitForAssertion(() => Assert.Contains("2 créés, 0 déjà émis", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task La_page_d_une_reduction_dit_qu_elle_est_deduite_et_non_a_rembourser()
    {
        await Banc.EmettreAsync();
        var appel = await AppelAsync(0);
        var ligne = await Banc.Le<RectifierAppel>()
            .ExecuterAsync(
                Agents.Finances,
                appel.Id,
                appel.Version,
                NatureDAppel.Reduction,
                Domain.Noyau.MontantHt.DEuros(100m),
                "Décision",
                Annulation
            );

        var page = Render<PageAppel>(p => p.Add(x => x.Id, ligne.Id.Valeur));

        Assert.Contains(
            "déduite de l'appel qu'elle corrige",
            page.WaitForElement("[data-test=deduite]").TextContent,
            StringComparison.Ordinal
        );
        Assert.Empty(page.FindAll("[data-test=trop-percu]"));
        Assert.DoesNotContain("Payable jusqu'au", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "Pas encore échu")]
    [InlineData(31, "1 à 30 jours")]
    [InlineData(121, "Plus de 90 jours")]
    public async Task La_table_d_anciennete_range_chaque_impaye_et_additionne(int jours, string tranche)
    {
        await Banc.EmettreAsync();
        Banc.Avancer(jours);

        var page = Suivi();
        page.WaitForElement("[data-test=balance]");

        var lignes = page.FindAll("[data-test=balance] tbody tr").Select(l => Net(l.TextContent)).ToList();
        Assert.Equal(TrancheDeRetard.Toutes.Count, lignes.Count);
        Assert.Equal($"{tranche}21 500,00 €", Assert.Single(lignes, l => l.Contains("1 500,00", StringComparison.Ordinal)));
        Assert.All(
            lignes.Where(l => !l.StartsWith(tranche, StringComparison.Ordinal)),
            l => Assert.EndsWith("00,00 €", l, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Des_frais_arretes_sans_parts_gardees_disent_que_la_repartition_est_refaite()
    {
        Agent = Agents.Gestionnaire;
        var cdg = Groupements.Exemples.UneCommune(
            "Centre de gestion",
            Domain.Collectivites.CategorieDeCollectivite.CentreDeGestion
        );
        var groupement = Groupements.Exemples.UnGroupement(cdg.Id);
        var refacturation = Refacturation.Creer(
            groupement.Id,
            2026,
            new DefinitionDeRefacturation
            {
                Intitule = "Frais",
                Occurrence = "2026",
                Fondement = "Convention",
                Type = new TypeDeFacturation("TYPE2", "Frais", Declencheur.Annuel, NatureDeLaDette.Frais),
            },
            null
        );
        await Banc.Socle.Base.SemerAsync(cdg, groupement, refacturation);
        var avant = Render<PageRefacturation>(p => p.Add(x => x.Id, refacturation.Id.Valeur));
        avant.WaitForElement("#parts");
        Assert.Empty(avant.FindAll("[data-test=parts-recalculees]"));
        await using (var contexte = await Banc.OuvrirAsync())
        {
            await contexte.Refacturations.ExecuteUpdateAsync(
                r => r.SetProperty(x => x.ArreteeLe, new DateOnly(2026, 2, 1)),
                Annulation
            );
        }

        var page = Render<PageRefacturation>(p => p.Add(x => x.Id, refacturation.Id.Valeur));

        Assert.Contains(
            "arrêtés le 1er février 2026, avant que l'application ne garde la part de chacun",
            page.WaitForElement("[data-test=parts-recalculees]").TextContent,
            StringComparison.Ordinal
        );
    }

    /// <summary>Le suivi de 2026, comme son adresse le demande.</summary>
    private IRenderedComponent<PageSuivi> Suivi()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/contributions/suivi?exercice=2026");
        return Render<PageSuivi>();
    }
}
