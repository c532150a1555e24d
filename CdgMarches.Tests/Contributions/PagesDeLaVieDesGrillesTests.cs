using Bunit;
using CdgMarches.App.Contributions;
using CdgMarches.App.Contributions.Campagnes;
using CdgMarches.App.Contributions.Donnees;
using CdgMarches.App.Contributions.Grilles;
using CdgMarches.Tests.Outils;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Contributions;

/// <summary>Les pages où une grille s'écrit, s'arrête et se simule, et où une campagne se prépare, se renvoie et s'abandonne.</summary>
public sealed class PagesDeLaVieDesGrillesTests : EssaiDePageDesContributions
{
    [Fact]
    public async Task Un_brouillon_se_supprime_de_sa_page()
    {
        var id = await Banc.Le<ModifierGrille>().NouvelleVersionAsync(Agents.Gestionnaire, Banc.Grille.Id, Annulation);
        var page = Render<PageGrille>(p => p.Add(x => x.Id, id.Valeur));
        page.WaitForElement("#adoption");

        await CliquerAsync(page, "Supprimer ce brouillon");

        var navigation = Services.GetRequiredService<NavigationManager>();
        page.WaitForState(() => navigation.Uri.EndsWith(AdressesDesContributions.Grilles, StringComparison.Ordinal));
        await using var contexte = await Banc.OuvrirAsync();
        Assert.False(await contexte.Grilles.AnyAsync(g => g.Id == id, Annulation));
    }

    [Fact]
    public async Task On_met_fin_a_une_grille_adoptee_avec_sa_deliberation()
    {
        var page = Render<PageGrille>(p => p.Add(x => x.Id, Banc.Grille.Id.Valeur));
        page.WaitForElement("#fin-de-grille");
        await page.Find("form[aria-label='Mettre fin à la grille']").SubmitAsync();
        page.WaitForAssertion(() =>
            Assert.Contains("Donnez la délibération qui met fin à la grille", page.Markup, StringComparison.Ordinal)
        );

        await page.Find("#deliberation-de-fin").ChangeAsync(new() { Value = "Délibération du 5 mars 2026" });
        await page.Find("#deliberee-le").ChangeAsync(new() { Value = "2026-03-05" });
        await page.Find("#dernier-jour").ChangeAsync(new() { Value = "2026-12-31" });
        await page.Find("form[aria-label='Mettre fin à la grille']").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("jusqu'au 31 décembre 2026", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("#fin-de-grille"));
    }

    [Fact]
    public async Task Une_valeur_illisible_reste_sous_les_yeux_et_rien_ne_s_enregistre()
    {
        Agent = Agents.Gestionnaire;
        var page = Render<PageEditionDeGrille>();
        page.WaitForElement("#intitule");
        await CliquerAsync(page, "Partir de la grille de l'annexe 1 du CDG 62");
        await page.Find("#intitule").ChangeAsync(new() { Value = "Grille illisible" });
        await page.Find("input[aria-label='Maximum de la tranche 1, Agents']").ChangeAsync(new() { Value = "trois cents" });
        var montant = page.FindAll("input[aria-label^='Années suivantes']")[0];
        await montant.ChangeAsync(new() { Value = "six cents" });

        Assert.Equal("trois cents", page.Find("input[aria-label='Maximum de la tranche 1, Agents']").GetAttribute("value"));
        Assert.Contains("« trois cents » n'est pas un nombre d'agents", page.Markup, StringComparison.Ordinal);
        await page.Find("form[aria-label='Grille']").SubmitAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("« six cents » n'est pas un montant (", page.Markup, StringComparison.Ordinal)
        );
        await using var contexte = await Banc.OuvrirAsync();
        Assert.False(await contexte.Grilles.AnyAsync(g => g.Intitule == "Grille illisible", Annulation));
    }

    [Fact]
    public async Task Un_montant_negatif_nomme_sa_case()
    {
        Agent = Agents.Gestionnaire;
        var page = Render<PageEditionDeGrille>();
        page.WaitForElement("#intitule");
        await CliquerAsync(page, "Partir de la grille de l'annexe 1 du CDG 62");
        await page.Find("input[aria-label^='Années suivantes, plus de 350 agents × De 50 à 150']")
            .ChangeAsync(new() { Value = "-20" });
        await page.Find("form[aria-label='Grille']").SubmitAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("négatif dans la case « plus de 350 agents × De 50 à 150 »", page.Markup, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task La_simulation_d_une_lecture_la_porte_dans_le_lien_du_classeur_et_dit_a_quoi_elle_se_compare()
    {
        var page = Render<PageSimulationDeGrille>(p => p.Add(x => x.Id, Banc.Grille.Id.Valeur));
        page.WaitForElement("[data-test=totaux]");
        Assert.Contains("aucune version ne précède", page.Find("[data-test=totaux]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("cas=", page.Find("a[download]").GetAttribute("href")!, StringComparison.Ordinal);

        await page.Find("#cas-Agents-350").ChangeAsync(new() { Value = "1" });
        await page.Find("form[aria-label='Simulation']").SubmitAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("cas=Agents.350.2", page.Find("a[download]").GetAttribute("href")!, StringComparison.Ordinal)
        );
        Assert.Contains(
            "Avant : version 1, lue comme elle est écrite",
            page.Find("[data-test=reference]").TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("1 membre paierait plus", page.Find("[data-test=totaux]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_renvoi_se_lit_a_chaque_etape_et_la_preparation_s_abandonne()
    {
        var id = await Banc.OuvrirCampagneAsync();
        var valider = Banc.Le<ValiderCampagneDAppel>();
        await valider.ProposerAsync(Agents.Gestionnaire, id, await Banc.VersionAsync(id), Annulation);
        await valider.RenvoyerAsync(Agents.Finances, id, await Banc.VersionAsync(id), "Chiffre de Lens à revoir", Annulation);

        var validation = Render<PageCampagneDAppel>(p => p.Add(x => x.Id, id.Valeur).Add(x => x.Etape, "validation"));
        Assert.Contains(
            "« Chiffre de Lens à revoir »",
            validation.WaitForElement("[data-test=renvoi]").TextContent,
            StringComparison.Ordinal
        );
        var perimetre = Render<PageCampagneDAppel>(p => p.Add(x => x.Id, id.Valeur));
        perimetre.WaitForElement("[data-test=renvoyee]");
        await CliquerAsync(perimetre, "Abandonner la préparation");

        var navigation = Services.GetRequiredService<NavigationManager>();
        perimetre.WaitForState(() => navigation.Uri.EndsWith(AdressesDesContributions.Accueil, StringComparison.Ordinal));
        await using var contexte = await Banc.OuvrirAsync();
        Assert.False(await contexte.CampagnesDAppel.AnyAsync(Annulation));
    }

    [Fact]
    public async Task Emettre_avant_l_exercice_se_dit_avant_le_bouton()
    {
        var id = await Banc.Le<OuvrirCampagneDAppel>()
            .SurGrilleAsync(Agents.Gestionnaire, Banc.Grille.Lignee, 2027, null, Annulation);

        var page = Render<PageCampagneDAppel>(p => p.Add(x => x.Id, id.Valeur).Add(x => x.Etape, "emission"));

        Assert.Contains(
            "L'exercice 2027 n'a pas commencé",
            page.WaitForElement("[data-test=exercice-a-venir]").TextContent,
            StringComparison.Ordinal
        );
        var donnees = Render<PageCampagneDAppel>(p => p.Add(x => x.Id, id.Valeur).Add(x => x.Etape, "donnees"));
        donnees.WaitForElement("[data-test=sans-imputation]");
    }

    [Fact]
    public async Task L_exonere_disparait_de_ce_qui_est_a_emettre_des_la_decision()
    {
        Agent = Agents.Gestionnaire;
        var id = await Banc.OuvrirCampagneAsync();
        var page = Render<PageCampagneDAppel>(p => p.Add(x => x.Id, id.Valeur).Add(x => x.Etape, "simulation"));
        await page.WaitForElement("button[aria-label='Exonérer Commune 0000']").ClickAsync(new());
        await page.Find("#motif-exoneration").ChangeAsync(new() { Value = "Décision du bureau" });
        await CliquerAsync(page, "Noter l'exonération");

        page.WaitForAssertion(() =>
            Assert.Contains(
                "0 € : calcul gardé, sans appel",
                page.FindAll("tbody tr")
                    .Single(l => l.TextContent.Contains("Commune 0000", StringComparison.Ordinal))
                    .TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Contains("« Décision du bureau »", page.Find("[data-test=decisions]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_comptable_sans_appel_se_corrige_depuis_le_tableau()
    {
        var page = Render<PageReglagesDesContributions>();
        await page.WaitForElement("button[aria-label='Corriger SGC de Bruay-la-Buissière']").ClickAsync(new());
        page.WaitForElement("[data-test=correction-de-comptable]");
        Assert.Equal("62700", page.Find("#code-postal").GetAttribute("value"));
        await page.Find("#nom").ChangeAsync(new() { Value = "SGC de Béthune" });
        await page.Find("form[aria-label='Comptable assignataire']").SubmitAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("Le comptable assignataire est corrigé", page.Markup, StringComparison.Ordinal)
        );
        await using var contexte = await Banc.OuvrirAsync();
        Assert.Equal("SGC de Béthune", (await contexte.ComptablesAssignataires.SingleAsync(Annulation)).Nom);
    }
}
