using Bunit;
using CdgMarches.App.Groupements;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

public sealed class PagesDesGroupementsTests : EssaiDePageDeGroupement
{
    [Fact]
    public void La_liste_montre_les_groupements_et_le_bouton_de_qui_peut_en_creer()
    {
        var page = Render<PageGroupements>();

        page.WaitForAssertion(() => Assert.Contains("GC-2025-001", page.Find("table").TextContent, StringComparison.Ordinal));
        Assert.Contains(page.FindAll("a"), a => a.TextContent == "Nouveau groupement");
        Assert.Equal(3.ToString(Francais.Culture), page.FindAll("tbody td.num")[0].TextContent);
    }

    [Fact]
    public void Un_lecteur_n_a_pas_de_bouton_de_creation()
    {
        Agent = Agents.Lecture;

        var page = Render<PageGroupements>();

        page.WaitForAssertion(() => Assert.Contains("Dématérialisation", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(page.FindAll("a"), a => a.TextContent == "Nouveau groupement");
    }

    [Fact]
    public void Un_groupement_hors_du_perimetre_est_dit_introuvable()
    {
        Agent = BancDesGroupements.Limite(GroupementId.Nouveau());

        var page = Render<PageGroupement>(p => p.Add(x => x.Id, Banc.Groupement.Valeur));

        page.WaitForAssertion(() => Assert.Contains("n'est pas de votre périmètre", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Dématérialisation", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_synthese_dit_les_membres_par_prestation_et_mene_a_la_dissolution()
    {
        var page = Render<PageGroupement>(p => p.Add(x => x.Id, Banc.Groupement.Valeur));
        page.WaitForAssertion(() => Assert.Equal("Ouvert", Texte(page, "[data-test=statut]")[1..]));
        Assert.Equal("2", page.FindAll("tbody td.num")[0].TextContent);
        Assert.Contains(
            page.FindAll("a"),
            a => a.GetAttribute("href") == AdressesDesGroupements.Rubrique(Banc.Groupement, "dissolution")
        );
        Assert.DoesNotContain(page.FindAll(".action button"), b => b.TextContent.Trim() == "Clore le groupement");
        var fiche = await Banc.FicheAsync();
        await Assert.ThrowsAsync<RegleMetierException>(() =>
            Banc.Le<CloreGroupement>().ExecuterAsync(Agent, Banc.Groupement, fiche.Version, Banc.Jour)
        );
    }

    [Fact]
    public async Task Un_groupement_jamais_ouvert_se_clot_de_la_synthese()
    {
        var prepare = Exemples.UnGroupement(Banc.Cdg.Id, numero: 2, nom: "En préparation", ouvert: false);
        await Banc.Socle.Base.SemerAsync(prepare);
        var page = Render<PageGroupement>(p => p.Add(x => x.Id, prepare.Id.Valeur));
        page.WaitForAssertion(() => Assert.Contains("Clore le groupement", page.Markup, StringComparison.Ordinal));

        await page.Find("#dernier-jour").ChangeAsync(new() { Value = "2026-03-31" });
        await page.FindAll("dialog button").Single(b => b.TextContent.Trim() == "Clore le groupement").ClickAsync(new());

        page.WaitForAssertion(() =>
            Assert.Contains("clos au 31 mars 2026", Texte(page, "[role=status] .message"), StringComparison.Ordinal)
        );
        Assert.Equal("Clos", Texte(page, "[data-test=statut]")[1..]);
    }

    [Fact]
    public async Task Creer_un_groupement_vide_montre_tous_les_manques_et_ne_cree_rien()
    {
        var page = Render<PageNouveauGroupement>();

        await page.Find("form.formulaire").SubmitAsync();

        var erreurs = page.FindAll("[data-test=erreurs] li").Select(e => e.TextContent.Trim()).ToList();
        Assert.Equal(3, erreurs.Count);
        Assert.Contains(erreurs, e => e.StartsWith("Désignez le coordonnateur", StringComparison.Ordinal));
        await using var contexte = await Banc.OuvrirAsync();
        Assert.Equal(1, await contexte.Groupements.CountAsync(Xunit.TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Deux_modifications_croisees_montrent_les_deux_valeurs_et_rien_n_est_perdu()
    {
        var page = Render<PageModifierGroupement>(p => p.Add(x => x.Id, Banc.Groupement.Valeur));
        page.WaitForElement("#nom");
        var fiche = await Banc.FicheAsync();
        await Banc.Le<ModifierGroupement>()
            .ExecuterAsync(
                Agents.Lecture with
                {
                    Droits = Agents.Gestionnaire.Droits,
                },
                fiche.Id,
                fiche.Version,
                new IdentiteDeGroupement("Nom du collègue", "Objet", fiche.Identite.Coordonnateur, fiche.Identite.Debut),
                null,
                null,
                Xunit.TestContext.Current.CancellationToken
            );

        await page.Find("#nom").ChangeAsync(new() { Value = "Mon nom" });
        await page.Find("form.formulaire").SubmitAsync();

        page.WaitForElement("[data-test=conflit]");
        Assert.Contains("Nom du collègue", page.Find("[data-test=conflit]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Claude Lecture", page.Find("[data-test=conflit]").TextContent, StringComparison.Ordinal);
        await CliquerAsync(page, "Garder la mienne");
        page.WaitForAssertion(() =>
            Assert.EndsWith($"/groupements/{Banc.Groupement.Valeur}", Navigation.Uri, StringComparison.Ordinal)
        );
        Assert.Equal("Mon nom", (await Banc.FicheAsync()).Nom);
    }

    [Fact]
    public void La_matrice_des_membres_dit_en_toutes_lettres_ce_que_chacun_a_choisi()
    {
        var page = Render<PageMembres>(p => p.Add(x => x.Id, Banc.Groupement.Valeur));

        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("tbody tr").Count));
        Assert.Contains(page.FindAll("thead th"), t => t.TextContent.Trim() == "ACTES");
        var arras = page.FindAll("tbody tr").Single(l => l.TextContent.Contains("Arras", StringComparison.Ordinal));
        Assert.Equal(["✓choisie", "non choisie"], arras.QuerySelectorAll("td.centre").Select(c => c.TextContent.Trim()));
    }

    [Fact]
    public async Task Faire_choisir_une_prestation_a_la_selection_dit_qui_l_avait_deja()
    {
        var page = Render<PageMembres>(p => p.Add(x => x.Id, Banc.Groupement.Valeur));
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("tbody tr").Count));

        await page.Find("thead input[type=checkbox]").ChangeAsync(new() { Value = true });
        await page.Find("#choix-prestation").ChangeAsync(new() { Value = "0" });
        await CliquerAsync(page, "Appliquer à la sélection");

        page.WaitForAssertion(() =>
            Assert.Equal(
                "✓1 membre a pris la prestation ; 2 autres sont écartés, voyez pourquoi.",
                Texte(page, ".retour[role=status]")
            )
        );
        Assert.Contains("est déjà choisie à cette date", page.Find("[data-test=refus]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ajouter_la_selection_fait_entrer_les_candidats()
    {
        var page = Render<PageAjouterMembres>(p => p.Add(x => x.Id, Banc.Groupement.Valeur));
        page.WaitForAssertion(() => Assert.Equal("Calais", page.Find("tbody th").TextContent.Trim()));

        await page.Find("#entree").ChangeAsync(new() { Value = $"{Banc.Jour.AddDays(-1):yyyy-MM-dd}" });
        await page.Find("#motif-entree").ChangeAsync(new() { Value = "Reprise d'une adhésion d'avant l'application" });
        await page.Find("#prestation-ACTES").ChangeAsync(new() { Value = true });
        await page.Find("thead input[type=checkbox]").ChangeAsync(new() { Value = true });
        await page.FindAll("dialog button").Single(b => b.TextContent.Trim() == "Faire entrer").ClickAsync(new());

        page.WaitForAssertion(() =>
            Assert.Contains("1 collectivité est entrée", Texte(page, ".retour[role=status]"), StringComparison.Ordinal)
        );
        Assert.True((await Banc.AdhesionDeAsync(Banc.Calais)).AChoisi(Banc.Actes, Banc.Jour));
        page.WaitForAssertion(() => Assert.Contains("sont membres", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task La_fiche_d_un_membre_change_ses_choix_et_sa_sortie()
    {
        var adhesion = await Banc.AdhesionDeAsync(Banc.Arras);
        var page = Render<PageAdhesion>(p => p.Add(x => x.Id, Banc.Groupement.Valeur).Add(x => x.AdhesionId, adhesion.Id.Valeur));
        page.WaitForElement("#sortie");

        await CliquerAsync(page, "Choisir CERTIFICATS");
        page.WaitForAssertion(() =>
            Assert.Contains("« Certificats » est choisie", Texte(page, ".retour[role=status]"), StringComparison.Ordinal)
        );
        await page.Find("#sortie").ChangeAsync(new() { Value = "2024-12-31" });
        await page.Find("form[aria-label='Sortie du membre']").SubmitAsync();

        page.WaitForAssertion(() =>
            Assert.Contains(
                "La sortie ne peut pas précéder l'entrée",
                Texte(page, "[role=alert].retour"),
                StringComparison.Ordinal
            )
        );
        Assert.Null((await Banc.AdhesionDeAsync(Banc.Arras)).Sortie);
    }

    [Fact]
    public void Une_adhesion_d_un_autre_groupement_est_introuvable()
    {
        var page = Render<PageAdhesion>(p => p.Add(x => x.Id, Banc.Groupement.Valeur).Add(x => x.AdhesionId, Guid.NewGuid()));

        page.WaitForAssertion(() => Assert.Contains("n'existe pas dans ce groupement", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task La_carte_ajoute_modifie_et_refuse_de_supprimer_ce_qui_a_servi()
    {
        var page = Render<PagePrestations>(p => p.Add(x => x.Id, Banc.Groupement.Valeur));
        page.WaitForElement("#prestation-code");

        await page.Find("#prestation-libelle").ChangeAsync(new() { Value = "Flux comptables" });
        await page.Find("#prestation-code").ChangeAsync(new() { Value = "actes" });
        await page.Find("form[aria-label='Nouvelle prestation']").SubmitAsync();
        page.WaitForAssertion(() =>
            Assert.Contains("« ACTES » est déjà celui", Texte(page, "[data-test=erreurs]"), StringComparison.Ordinal)
        );
        Assert.Equal("Flux comptables", page.Find("#prestation-libelle").GetAttribute("value"));

        await page.Find("#prestation-code").ChangeAsync(new() { Value = "flux" });
        await page.Find("form[aria-label='Nouvelle prestation']").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("FLUX", page.Find("table").TextContent, StringComparison.Ordinal));

        await CliquerAsync(page, "Supprimer ACTES");
        await page.FindAll("dialog button").Single(b => b.TextContent.Trim() == "Supprimer").ClickAsync(new());
        page.WaitForAssertion(() =>
            Assert.Contains("retirez-la au lieu de la supprimer", Texte(page, "[role=alert].retour"), StringComparison.Ordinal)
        );
        await CliquerAsync(page, "Retirer ACTES");
        page.WaitForAssertion(() => Assert.Contains("Retirée", page.Find("table").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Un_code_cpv_mal_ecrit_garde_la_saisie_et_dit_comment_l_ecrire()
    {
        var page = Render<PagePrestations>(p => p.Add(x => x.Id, Banc.Groupement.Valeur));
        page.WaitForElement("#lot-cpv");

        await page.Find("#lot-cpv").ChangeAsync(new() { Value = "abc" });
        await page.Find("form[aria-label='Nouveau lot']").SubmitAsync();

        Assert.Contains("huit chiffres", Texte(page, "[data-test=erreurs]"), StringComparison.Ordinal);
        Assert.Equal("abc", page.Find("#lot-cpv").GetAttribute("value"));
    }

    [Fact]
    public void Un_lecteur_voit_la_carte_sans_pouvoir_la_changer()
    {
        Agent = Agents.Lecture;

        var page = Render<PagePrestations>(p => p.Add(x => x.Id, Banc.Groupement.Valeur));

        page.WaitForAssertion(() => Assert.Contains("ACTES", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("form.formulaire"));
        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent.Contains("Supprimer ", StringComparison.Ordinal));
    }

    [Fact]
    public void La_fiche_d_une_collectivite_dit_ses_groupements()
    {
        var page = Render<PageGroupementsDeCollectivite>(p => p.Add(x => x.Id, Banc.Arras.Id.Valeur));

        page.WaitForAssertion(() =>
            Assert.Contains("Dématérialisation", page.Find("table").TextContent, StringComparison.Ordinal)
        );
        Assert.Contains("Télétransmission des actes", page.Find("table").TextContent, StringComparison.Ordinal);
        Assert.Contains(page.FindAll("nav.onglets a"), a => a.TextContent.Trim() == "Groupements");
    }

    [Fact]
    public async Task L_export_des_membres_rend_la_matrice_de_l_ecran()
    {
        var fiche = await Banc.FicheAsync();
        var membres = (
            await Banc.Le<LireMembres>().ExecuterAsync(Agent, Banc.Groupement, new(), Xunit.TestContext.Current.CancellationToken)
        ).Elements;

        using var classeur = new ClosedXML.Excel.XLWorkbook(
            new MemoryStream(GroupementsEndpoints.Ecrire(fiche, membres, Banc.Jour))
        );

        var feuille = classeur.Worksheet("Membres");
        Assert.Equal("Arras", feuille.Cell(2, 1).GetString());
        Assert.Equal("oui", feuille.Cell(2, 5).GetString());
        Assert.Equal("", feuille.Cell(2, 6).GetString());
        Assert.StartsWith(
            "CdgMarches_",
            NomDeFichier.De("Membres", fiche.Reference.ToString(), Banc.Jour),
            StringComparison.Ordinal
        );
    }
}
