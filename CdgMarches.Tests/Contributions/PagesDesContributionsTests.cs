using System.Text.Json;
using Bunit;
using CdgMarches.App.Contributions.Appels;
using CdgMarches.App.Contributions.Campagnes;
using CdgMarches.App.Contributions.Finances;
using CdgMarches.App.Contributions.Grilles;
using CdgMarches.App.Contributions.Membre;
using CdgMarches.App.Socle.Brouillons;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Contributions;

public sealed class PagesDesContributionsTests : EssaiDePageDesContributions
{
    [Fact]
    public async Task Le_suivi_montre_la_balance_le_non_titre_la_comparaison_et_la_prevision()
    {
        await Banc.EmettreAsync();
        Banc.Avancer(40);

        var page = Render<PageSuivi>();
        page.WaitForElement("[data-test=balance]");

        var balance = page.FindAll("[data-test=balance] tbody tr").Select(l => Net(l.TextContent)).ToList();
        Assert.Contains(
            balance,
            l => l.StartsWith("1 à 30 jours2", StringComparison.Ordinal) && l.Contains("1 500,00", StringComparison.Ordinal)
        );
        Assert.StartsWith("2, 1 500,00", Net(page.Find("[data-test=sans-titre]").TextContent), StringComparison.Ordinal);
        Assert.Contains("redevables chiffrés", page.Find("[data-test=prevision]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Comparaison avec 2025", page.Markup, StringComparison.Ordinal);
        Assert.Contains("L'exercice n'est pas fini", page.Markup, StringComparison.Ordinal);
        await CliquerAsync(page, "Relancer les 2 retards");
        Assert.DoesNotContain("Les relances partent", page.Markup, StringComparison.Ordinal);
        Assert.Contains("2 débiteurs en retard reçoivent sa relance", Net(page.Markup), StringComparison.Ordinal);
        await page.ConfirmerAsync("Envoyer les relances");
        page.WaitForAssertion(() => Assert.Contains("Les relances partent", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task L_appel_dit_quand_on_pourra_relancer_puis_relance_et_met_en_demeure()
    {
        await Banc.AdresserAsync(0, "mairie@commune.example");
        await Banc.EmettreAsync();
        var appel = await AppelAsync(0);
        var page = Render<PageAppel>(p => p.Add(x => x.Id, appel.Id.Valeur));
        page.WaitForElement("[data-test=reste]");
        Assert.Contains("La prochaine relance est due le 10 avril 2026", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Notez d'abord le numéro du titre", page.Markup, StringComparison.Ordinal);

        Banc.Avancer(40);
        await page.Find("#titre").ChangeAsync(new() { Value = "118" });
        await page.Find("#date-de-titre").ChangeAsync(new() { Value = "2026-03-11" });
        await page.Find("form[aria-label='Titre']").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("n° 118 du 11 mars 2026", page.Markup, StringComparison.Ordinal));
        await CliquerAsync(page, "Relancer");
        await page.ConfirmerAsync("Envoyer la relance");
        page.WaitForAssertion(() =>
            Assert.Contains(
                "Relance n° 1 envoyée par courriel à 1 personne, lettre jointe",
                page.Markup,
                StringComparison.Ordinal
            )
        );
        await CliquerAsync(page, "Mettre en demeure par recommandé");
        await CliquerAsync(page, "Mettre en demeure");
        page.WaitForAssertion(() => Assert.Contains("sous le numéro CR-2026-0001", page.Markup, StringComparison.Ordinal));
        Assert.Contains(
            "elle ouvre la dénonciation de la convention",
            page.Find("[data-test=mise-en-demeure]").TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("La mise en demeure du 19 avril 2026 court jusqu'au", page.Markup, StringComparison.Ordinal);

        await page.Find("#le").ChangeAsync(new() { Value = "2026-04-19" });
        await page.Find("#montant-paye").ChangeAsync(new() { Value = "500" });
        await page.Find("form[aria-label='Paiement']").SubmitAsync();
        page.WaitForAssertion(() =>
            Assert.Contains(
                "éteinte, plus rien n'est dû",
                page.Find("[data-test=mise-en-demeure]").TextContent,
                StringComparison.Ordinal
            )
        );
    }

    [Fact]
    public async Task Deux_agents_sur_une_grille_les_deux_saisies_sont_montrees_et_rien_n_est_perdu()
    {
        Agent = Agents.Gestionnaire;
        var modifier = Banc.Le<ModifierGrille>();
        var id = await modifier.NouvelleVersionAsync(Agents.Gestionnaire, Banc.Grille.Id, Annulation);
        var page = Render<PageEditionDeGrille>(p => p.Add(x => x.Id, id.Valeur));
        page.WaitForElement("#intitule");
        await page.Find("#intitule").ChangeAsync(new() { Value = "Mon intitulé" });
        await page.Find("#fondement").ChangeAsync(new() { Value = "Mon fondement" });
        await modifier.ExecuterAsync(
            Agents.Finances,
            id,
            1,
            Banc.Grille.Definition() with
            {
                Intitule = "Son intitulé",
                Objet = "Son objet",
            },
            Annulation
        );

        await page.Find("form[aria-label='Grille']").SubmitAsync();

        var conflit = page.WaitForElement("[data-test=conflit]");
        var lignes = conflit.QuerySelectorAll("tbody tr").Select(l => l.TextContent).ToList();
        Assert.Contains("Mon intitulé", Assert.Single(lignes), StringComparison.Ordinal);
        Assert.Contains("Son intitulé", lignes[0], StringComparison.Ordinal);
        await CliquerAsync(page, "Garder la mienne");
        await using var contexte = await Banc.OuvrirAsync();
        page.WaitForState(() => contexte.Grilles.AsNoTracking().Single(g => g.Id == id).Version == 3);
        var relue = await contexte.Grilles.AsNoTracking().SingleAsync(g => g.Id == id, Annulation);
        Assert.Equal(("Mon intitulé", "Son objet", "Mon fondement"), (relue.Intitule, relue.Objet, relue.Fondement));
    }

    [Fact]
    public async Task Un_brouillon_de_grille_garde_sur_le_serveur_se_reprend_en_entier()
    {
        Agent = Agents.Gestionnaire;
        var saisie = SaisieDeGrille.De(GrilleDuCdg62.Definition);
        saisie.Intitule = "Grille en cours d'écriture";
        saisie.CasLimites.Clear();
        await Banc.Le<GarderBrouillon>()
            .EnregistrerAsync(Agents.Gestionnaire, "grille/nouvelle", JsonSerializer.Serialize(saisie), Annulation);

        var page = Render<PageEditionDeGrille>();
        page.WaitForElement("[data-test=brouillon]");
        await CliquerAsync(page, "La reprendre");

        page.WaitForAssertion(() => Assert.Equal("Grille en cours d'écriture", page.Find("#intitule").GetAttribute("value")));
        Assert.Contains(
            "350 agents n'entre dans aucune catégorie",
            page.Find("[data-test=axe-Agents] [data-test=defauts]").TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(10, page.FindAll("input[aria-label^='Années suivantes']").Count(i => i.GetAttribute("value") is not null));
        await page.Find("#fondement").ChangeAsync(new() { Value = "Convention" });
        await page.Find("form[aria-label='Grille']").SubmitAsync();
        await using var contexte = await Banc.OuvrirAsync();
        page.WaitForState(() => contexte.Grilles.Any(g => g.Intitule == "Grille en cours d'écriture"));
        page.WaitForState(() => !contexte.Brouillons.Any(b => b.Cle == "grille/nouvelle"));
    }

    [Fact]
    public async Task Le_cas_limite_retient_le_350e_agent_jusqu_a_sa_confirmation_qui_reste_visible()
    {
        Agent = Agents.Gestionnaire;
        var campagne = await Banc.OuvrirCampagneAsync();
        var page = Render<PageCampagneDAppel>(p => p.Add(x => x.Id, campagne.Valeur).Add(x => x.Etape, "simulation"));
        page.WaitForElement("[data-test=bilan-simulation]");
        Assert.Contains(
            "1 en attente d'une confirmation",
            Net(page.Find("[data-test=bilan-simulation]").TextContent),
            StringComparison.Ordinal
        );
        Assert.Contains("cas limite", page.Markup, StringComparison.Ordinal);

        await page.WaitForElement("button[aria-label='Confirmer le cas limite de la commune 0002']").ClickAsync(new());
        await CliquerAsync(page, "Confirmer la lecture");

        page.WaitForAssertion(() =>
            Assert.Contains(
                "0 en attente d'une confirmation",
                Net(page.Find("[data-test=bilan-simulation]").TextContent),
                StringComparison.Ordinal
            )
        );
        page.WaitForAssertion(() => Assert.DoesNotContain("attend une confirmation", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("button[aria-label='Confirmer le cas limite de Commune 0002']"));
        Assert.Contains(
            $"Commune 0002 : lecture de 350 agents confirmée par {Agents.Gestionnaire.Nom}",
            Net(page.Find("[data-test=decisions]").TextContent),
            StringComparison.Ordinal
        );
        await using var contexte = await Banc.OuvrirAsync();
        var gardee = Assert.Single((await contexte.CampagnesDAppel.SingleAsync(Annulation)).Confirmations);
        Assert.Equal((350, Agents.Gestionnaire.Nom), (gardee.Valeur, gardee.Par));
    }

    [Fact]
    public async Task L_auteur_voit_pourquoi_il_ne_peut_pas_valider()
    {
        var campagne = await Banc.OuvrirCampagneAsync();
        await Banc.Le<ValiderCampagneDAppel>()
            .ProposerAsync(Agents.Finances, campagne, await Banc.VersionAsync(campagne), Annulation);

        var page = Render<PageCampagneDAppel>(p => p.Add(x => x.Id, campagne.Valeur).Add(x => x.Etape, "validation"));

        page.WaitForAssertion(() =>
            Assert.Contains("une autre personne des finances doit la valider", page.Markup, StringComparison.Ordinal)
        );
        var bouton = page.FindAll("button").First(b => b.TextContent.Trim() == "Valider l'appel");
        Assert.Equal("true", bouton.GetAttribute("aria-disabled"));
    }

    [Fact]
    public async Task Les_actes_concernes_se_voient_et_se_notent_sur_la_page_de_la_grille()
    {
        Agent = Agents.Gestionnaire;
        var id = await Banc.Le<ModifierGrille>().NouvelleVersionAsync(Agents.Gestionnaire, Banc.Grille.Id, Annulation);
        await Banc.Le<AdopterGrille>()
            .ExecuterAsync(
                Agents.Gestionnaire,
                id,
                1,
                "Délibération du 5 mars 2026",
                new DateOnly(2026, 3, 5),
                new DateOnly(2027, 1, 1),
                Annulation
            );

        var page = Render<PageApplicationDeGrille>(p => p.Add(x => x.Id, id.Valeur));
        page.WaitForAssertion(() => Assert.Contains("Commune 0002", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Avenant portant la nouvelle annexe", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Notification de la nouvelle annexe", page.Markup, StringComparison.Ordinal);
        await page.Find("form[aria-label=\"Noter l'application\"]").SubmitAsync();
        page.WaitForAssertion(() =>
            Assert.Contains(
                "La version s'appliquera à 3 actes à compter du 1er janvier 2027",
                page.Markup,
                StringComparison.Ordinal
            )
        );
        Assert.DoesNotContain("3 actes notés", page.Markup, StringComparison.Ordinal);
        await page.ConfirmerAsync("Noter pour 3 actes");

        page.WaitForAssertion(() => Assert.Contains("3 actes notés", page.Markup, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("avenant, à compter du 01/01/2027", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Les_finances_voient_ce_qui_est_deja_exporte_et_ce_que_chorus_retient()
    {
        await Banc.EmettreAsync();
        await Banc.ModifierAsync(0, i => i with { Chorus = new ParametresChorus(true, false) });

        var page = Render<PageFinances>();
        await page.Find("form[aria-label='Titres à remettre']").SubmitAsync();
        page.WaitForElement("[data-test=avant-export]");
        Assert.Contains("1 titre à remettre", page.Find("[data-test=avant-export]").TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Commune 0000 exige un code service",
            page.Find("[data-test=retenus]").TextContent,
            StringComparison.Ordinal
        );
        await CliquerAsync(page, "Remettre aux finances");

        page.WaitForAssertion(() =>
            Assert.Contains("1 titre déjà exporté", page.Find("[data-test=deja-exporte]").TextContent, StringComparison.Ordinal)
        );
        Assert.Contains("0 titre à remettre", page.Find("[data-test=avant-export]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_membre_voit_ses_appels_leur_calcul_leur_grille_ses_paiements_et_confirme_son_chiffre()
    {
        await Banc.EmettreAsync();
        var appel = await AppelAsync(0);
        await Banc.Le<SuivreAppel>()
            .EncaisserAsync(
                Agents.Finances,
                appel.Id,
                appel.Version,
                appel.DateDAppel,
                MontantTtc.DeCentimes(20_000),
                "M-7",
                Annulation
            );
        Agent = Agents.Membre(Banc.Communes[0].Id);

        var page = Render<PageContributionsDuMembre>();
        page.WaitForElement("[data-test=fiche-membre]");

        var texte = Net(page.Markup);
        Assert.Contains("plus de 350 agents : 500,00", texte, StringComparison.Ordinal);
        Assert.Contains("reste dû 300,00", texte, StringComparison.Ordinal);
        Assert.Contains("Paiement de 200,00", texte, StringComparison.Ordinal);
        Assert.Contains("Voir la grille", texte, StringComparison.Ordinal);
        Assert.Contains("87 consultations créées", texte, StringComparison.Ordinal);
        Assert.DoesNotContain("Commune 0001", texte, StringComparison.Ordinal);
        await CliquerAsync(page, "Confirmer l'effectif de 2026");
        page.WaitForAssertion(() =>
            Assert.Contains(
                "Confirmé le 10/03/2026",
                page.Find("[data-test=effectifs-membre]").TextContent,
                StringComparison.Ordinal
            )
        );
        await CliquerAsync(page, "Confirmer le chiffre de 2025");
        page.WaitForAssertion(() => Assert.Contains("Le chiffre de 2025 est confirmé", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mon_espace_demande_de_confirmer_avant_l_appel_puis_de_payer()
    {
        var source = new ContributionsAFaire(Banc.Socle.Base.Fabrique, Banc.Le<App.Socle.HorlogeLegale>());
        var membre = Agents.Membre(Banc.Communes[0].Id);
        var avant = Assert.Single(await source.ExecuterAsync(membre, Annulation));
        Assert.Equal(("Confirmer nos consultations", new DateOnly(2026, 3, 25)), (avant.Titre, avant.Avant));

        await Banc.EmettreAsync();

        var apres = Assert.Single(await source.ExecuterAsync(membre, Annulation));
        Assert.Equal(("Régler notre contribution", new DateOnly(2026, 4, 9)), (apres.Titre, apres.Avant));
        Assert.Contains("par mandat administratif", apres.Detail, StringComparison.Ordinal);
    }
}
