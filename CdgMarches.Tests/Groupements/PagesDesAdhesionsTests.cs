using Bunit;
using CdgMarches.App.Espace;
using CdgMarches.App.Groupements.Adhesions;
using CdgMarches.App.Groupements.Avenants;
using CdgMarches.App.Groupements.Constitution;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Groupements;

/// <summary>Les boutons des adhésions, des fenêtres, d'un avenant à préparer et des tâches de la convention.</summary>
public sealed class PagesDesAdhesionsTests : EssaiDePageDeGroupement
{
    private static readonly Acteur Gestionnaire = Agents.Gestionnaire with { Id = Guid.Empty };

    private Guid Id => Banc.Groupement.Valeur;

    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task L_assistant_ouvre_le_dossier_de_la_collectivite_choisie()
    {
        await DonnerUnCourrielACalaisAsync();
        var page = Render<PageOuvrirDossiers>(p => p.Add(x => x.Id, Id));
        page.WaitForElement("#collectivite");
        Assert.Equal("true", Bouton(page, "Suivant").GetAttribute("aria-disabled"));
        await page.ChoisirAsync("collectivite", "Calais");
        await CliquerAsync(page, "Suivant");
        await page.RemplirAsync("attendu", "2026-06-15");
        await CliquerAsync(page, "Suivant");
        await CliquerAsync(page, "Précédent");
        await CliquerAsync(page, "Suivant");
        await page.Find("[id^=prestation-]").ChangeAsync(new() { Value = true });
        await CliquerAsync(page, "Suivant");
        page.Dit("Calais");
        await CliquerAsync(page, "Ouvrir 1 dossier");
        page.WaitForElement("[data-test=compte-de-l-envoi]");
        Assert.Contains("Calais", page.Find("[data-test=apercu-de-l-envoi]").TextContent, StringComparison.Ordinal);
        await using (var avant = await Banc.OuvrirAsync())
        {
            Assert.False(await avant.DossiersDAdhesion.AnyAsync(Annulation));
        }

        await CliquerAsync(page, "Ouvrir et inviter");
        page.Dit("Voir le dossier");

        await using var contexte = await Banc.OuvrirAsync();
        var dossier = await contexte.DossiersDAdhesion.SingleAsync(Annulation);
        Assert.Equal(
            (Banc.Calais.Id, new DateOnly(2026, 6, 15), Banc.Actes),
            (dossier.Collectivite, dossier.AttenduLe!.Value, Assert.Single(dossier.Choix).Prestation)
        );
    }

    [Fact]
    public async Task L_assistant_ecarte_aussitot_un_membre_et_une_date_passee()
    {
        var page = Render<PageOuvrirDossiers>(p => p.Add(x => x.Id, Id));
        page.WaitForElement("#collectivite");
        await page.ChoisirAsync("collectivite", "Arras");
        page.Dit("1 collectivité écartée");
        Assert.Equal("true", Bouton(page, "Suivant").GetAttribute("aria-disabled"));
        await page.ChoisirAsync("collectivite", "Calais");
        Assert.DoesNotContain("écartée", page.Markup, StringComparison.Ordinal);
        await CliquerAsync(page, "Suivant");

        await page.RemplirAsync("attendu", "2020-01-01");
        page.Dit("Le dossier ne peut pas être attendu le 1er janvier 2020");
        await CliquerAsync(page, "Suivant");
        Assert.NotNull(page.Find("#attendu"));
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            Banc.Le<OuvrirDossiers>()
                .ExecuterAsync(
                    Gestionnaire,
                    new DossiersAOuvrir(
                        Banc.Groupement,
                        [Banc.Calais.Id],
                        OrigineDAdhesion.Invitation,
                        new(2020, 1, 1),
                        [],
                        Prevenir: true
                    ),
                    Annulation
                )
        );
        Assert.IsType<AttenduApresLOuverture>(Assert.Single(refus.Obstacles));
        await page.RemplirAsync("attendu", "");
        await CliquerAsync(page, "Suivant");
        Assert.NotNull(page.Find("[id^=prestation-]"));
    }

    [Fact]
    public async Task Le_tableau_relance_la_selection_et_elle_seule()
    {
        await DonnerUnCourrielACalaisAsync();
        await Banc.Le<OuvrirDossiers>()
            .ExecuterAsync(
                Gestionnaire,
                new DossiersAOuvrir(Banc.Groupement, [Banc.Calais.Id], OrigineDAdhesion.Demande, null, [], Prevenir: false),
                Annulation
            );
        var page = Render<PageAdhesions>(p => p.Add(x => x.Id, Id));
        page.WaitForElement("[aria-label='Sélectionner Calais']");
        await page.Find("[aria-label='Sélectionner Calais']").ChangeAsync(new() { Value = true });
        await CliquerAsync(page, "Relancer la sélection");
        Assert.Equal("1 courriel sera mis en file.", Texte(page, "[data-test=compte-de-l-envoi]"));
        Assert.Contains("Calais", page.Find("[data-test=apercu-de-l-envoi]").TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await EnvoisAsync());
        await page.ConfirmerAsync("Relancer");

        page.Dit("relancée");
        Assert.Equal(1, await EnvoisAsync());

        await page.Find("[aria-label='Sélectionner Calais']").ChangeAsync(new() { Value = true });
        await CliquerAsync(page, "Relancer la sélection");
        page.WaitForElement("[data-test=deja-envoye]");
        await page.ConfirmerAsync("Relancer");
        page.WaitForElement("dialog [data-test=refus]");
        Assert.Equal(1, await EnvoisAsync());
        await page.Find("[id$=-encore]").ChangeAsync(new() { Value = true });
        await page.ConfirmerAsync("Relancer");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("dialog [data-test=refus]")));
        Assert.Equal(2, await EnvoisAsync());
    }

    private Task DonnerUnCourrielACalaisAsync() => DonnerUnCourrielAsync(Banc.Calais.Id, "mairie@calais.example");

    private async Task DonnerUnCourrielAsync(CollectiviteId id, string courriel)
    {
        await using var contexte = await Banc.OuvrirAsync();
        var collectivite = await contexte.Collectivites.SingleAsync(c => c.Id == id, Annulation);
        collectivite.Modifier(collectivite.Identite with { Courriel = courriel });
        await contexte.EnregistrerAsync(Gestionnaire, HorlogeFigee.Origine, Annulation);
    }

    private async Task<int> EnvoisAsync()
    {
        await using var contexte = await Banc.OuvrirAsync();
        return await contexte.EnvoisDeCourriel.CountAsync(Annulation);
    }

    [Fact]
    public async Task Un_lien_de_demande_part_a_la_personne_nommee()
    {
        var page = Render<PageLienDeDemande>(p => p.Add(x => x.Id, Id));
        page.WaitForElement("#courriel");
        await page.RemplirAsync("nom", "Aude Vasseur");
        await page.RemplirAsync("courriel", "aude@calais.example");
        await page.Find("form[aria-label='Lien de demande']").SubmitAsync();
        page.Dit("Choisissez la collectivité.");
        await page.ChoisirAsync("collectivite", "Calais");
        await page.Find("form[aria-label='Lien de demande']").SubmitAsync();

        page.Dit("Le lien est en route vers aude@calais.example.");
        await using var contexte = await Banc.OuvrirAsync();
        Assert.True(await contexte.EnvoisDeCourriel.AnyAsync(e => e.Destinataire == "aude@calais.example", Annulation));
    }

    [Fact]
    public async Task Une_fenetre_s_ouvre_et_se_ferme_au_jour_indique()
    {
        var page = Render<PageFenetres>(p => p.Add(x => x.Id, Id));
        page.WaitForElement("#ouverture");
        await page.RemplirAsync("objet", "Remise en concurrence 2027");
        await page.RemplirAsync("ouverture", "2026-03-10");
        await page.RemplirAsync("fermeture", "2026-09-30");
        await page.Find("form[aria-label='Nouvelle fenêtre']").SubmitAsync();
        page.Dit("La fenêtre est ouverte du 10 mars 2026 au 30 septembre 2026.");

        await page.RemplirAsync("fermeture", "2026-06-30");
        await CliquerAsync(page, "Fermer au jour indiqué : Remise en concurrence 2027");
        page.Dit("La fenêtre ferme le 30 juin 2026.");
    }

    [Fact]
    public async Task Un_nouveau_millesime_s_ouvre_de_la_page_et_invite_les_membres()
    {
        var page = Render<PageFenetres>(p => p.Add(x => x.Id, Id));
        page.WaitForElement("#millesime");
        await page.Find("form[aria-label='Nouveau millésime']").SubmitAsync();
        page.Dit("Rien n'a été créé.");
        await page.RemplirAsync("nom", "Dématérialisation 2027");
        await page.RemplirAsync("millesime", "2027");
        await page.RemplirAsync("debut", "2027-01-01");
        await page.Find("#prevenir").ChangeAsync(new() { Value = false });
        await page.Find("form[aria-label='Nouveau millésime']").SubmitAsync();
        page.WaitForElement("[data-test=compte-de-l-envoi]");
        await using (var avant = await Banc.OuvrirAsync())
        {
            Assert.False(await avant.Groupements.AnyAsync(g => g.Millesime == 2027, Annulation));
        }

        await page.ConfirmerAsync("Ouvrir le millésime");

        await using var contexte = await Banc.OuvrirAsync();
        var nouveau = await contexte.Groupements.SingleAsync(g => g.Millesime == 2027, Annulation);
        page.Dit("Le millésime 2027 est ouvert : 2 collectivités invitées.");
        Assert.NotNull(page.Find($"[data-test=millesimes] a[href='/groupements/{nouveau.Id.Valeur}']"));
        Assert.Equal(2, await contexte.DossiersDAdhesion.CountAsync(d => d.Groupement == nouveau.Id, Annulation));
    }

    /// <remarks>Le millésime s'enregistre avant ses dossiers : ce qui part après le premier enregistrement se compte aussi.</remarks>
    [Fact]
    public async Task L_apercu_d_un_millesime_compte_les_courriels_de_ses_dossiers_et_n_ecrit_rien()
    {
        await DonnerUnCourrielAsync(Banc.Arras.Id, "mairie@arras.example");
        var page = Render<PageFenetres>(p => p.Add(x => x.Id, Id));
        page.WaitForElement("#millesime");
        await page.RemplirAsync("nom", "Dématérialisation 2027");
        await page.RemplirAsync("millesime", "2027");
        await page.RemplirAsync("debut", "2027-01-01");
        await page.Find("form[aria-label='Nouveau millésime']").SubmitAsync();

        Assert.StartsWith(
            "1 courriel sera mis en file",
            page.WaitForElement("[data-test=compte-de-l-envoi]").TextContent.Trim(),
            StringComparison.Ordinal
        );
        await using var contexte = await Banc.OuvrirAsync();
        Assert.False(await contexte.Groupements.AnyAsync(g => g.Millesime == 2027, Annulation));
        Assert.Equal(0, await EnvoisAsync());
    }

    [Fact]
    public async Task Un_membre_demande_de_son_espace_a_rejoindre_un_groupement()
    {
        Services.AddSingleton<LireCollectivitesDuMembre>();
        Agent = Agents.Membre(Banc.Calais.Id);
        var page = Render<PageRejoindre>();
        page.WaitForElement("#groupement");
        await page.RemplirAsync("groupement", page.Find("#groupement option:last-child").GetAttribute("value")!);
        Assert.Contains("Aucune prestation n'est choisie", Texte(page, "[data-test=obstacles]"), StringComparison.Ordinal);
        Assert.Equal("true", Bouton(page, "Demander l'adhésion").GetAttribute("aria-disabled"));
        await page.Find("[id^=choix-]").ChangeAsync(new() { Value = true });
        Assert.Empty(page.FindAll("[data-test=obstacles]"));
        await CliquerAsync(page, "Demander l'adhésion");

        await using var contexte = await Banc.OuvrirAsync();
        var dossier = await contexte.DossiersDAdhesion.SingleAsync(Annulation);
        Assert.Equal((Banc.Calais.Id, OrigineDAdhesion.Demande), (dossier.Collectivite, dossier.Origine));
        Assert.EndsWith($"/espace/adhesions/{dossier.Id.Valeur}", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_demande_quittee_avant_d_etre_faite_se_reprend_avec_ses_prestations()
    {
        Services.AddSingleton<LireCollectivitesDuMembre>();
        Agent = Agents.Membre(Banc.Calais.Id);
        var premiere = Render<PageRejoindre>();
        premiere.WaitForElement("#groupement");
        await premiere.RemplirAsync("groupement", premiere.Find("#groupement option:last-child").GetAttribute("value")!);
        await premiere.WaitForElement("[id^=choix-]").ChangeAsync(new() { Value = true });
        premiere.WaitForAssertion(
            () => Assert.Contains("Brouillon enregistré", premiere.Markup, StringComparison.Ordinal),
            TimeSpan.FromSeconds(10)
        );

        var page = Render<PageRejoindre>();
        page.WaitForElement("[data-test=brouillon]");
        await CliquerAsync(page, "La reprendre");

        page.WaitForAssertion(() => Assert.True(page.Find("[id^=choix-]").HasAttribute("checked")));
        await CliquerAsync(page, "Demander l'adhésion");
        await using var contexte = await Banc.OuvrirAsync();
        Assert.Single((await contexte.DossiersDAdhesion.SingleAsync(Annulation)).Choix);
        Assert.False(await contexte.Brouillons.AnyAsync(b => b.Cle == "adhesion/rejoindre", Annulation));
    }

    [Fact]
    public async Task Hors_fenetre_la_demande_se_fait_sans_prestation_et_la_page_le_dit()
    {
        await Banc.Le<OuvrirFenetre>()
            .ExecuterAsync(Gestionnaire, Banc.Groupement, "Passée", Banc.Jour.AddDays(-40), Banc.Jour.AddDays(-20), Annulation);
        Services.AddSingleton<LireCollectivitesDuMembre>();
        Agent = Agents.Membre(Banc.Calais.Id);
        var page = Render<PageRejoindre>();
        page.WaitForElement("#groupement");

        await page.RemplirAsync("groupement", page.Find("#groupement option:last-child").GetAttribute("value")!);

        Assert.Contains("dans la prochaine fenêtre d'adhésion", Texte(page, "[data-test=choix-remis]"), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[id^=choix-]"));
        await CliquerAsync(page, "Demander l'adhésion");
        await using var contexte = await Banc.OuvrirAsync();
        Assert.Empty((await contexte.DossiersDAdhesion.SingleAsync(Annulation)).Choix);
    }

    [Fact]
    public async Task Un_avenant_se_prepare_et_mene_a_sa_fiche()
    {
        var page = Render<PageNouvelAvenant>(p => p.Add(x => x.Id, Id));
        page.WaitForElement("#texte");
        await page.RemplirAsync("objet", "Durée");
        await page.RemplirAsync("texte-en-vigueur", "Un an.");
        await page.RemplirAsync("texte", "Deux ans.");
        await page.Find("form[aria-label='Nouvel avenant']").SubmitAsync();

        await using var contexte = await Banc.OuvrirAsync();
        var avenant = await contexte.AvenantsDeConvention.SingleAsync(Annulation);
        Assert.Equal(("Durée", "Deux ans."), (avenant.Objet, avenant.TexteNouveau));
        Assert.EndsWith($"/avenants/{avenant.Id.Valeur}", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_tache_de_la_convention_se_confie_au_membre_choisi()
    {
        await Banc.Le<OuvrirConvention>()
            .ExecuterAsync(
                Gestionnaire,
                Banc.Groupement,
                new TermesDeConvention("Marchés", DureeDeConvention.Indeterminee, null, new Integration(), "", ""),
                annulation: Annulation
            );
        var page = Render<PageTaches>(p => p.Add(x => x.Id, Id));
        page.WaitForElement("#tache-3");

        await page.RemplirAsync("tache-3", Banc.Bethune.Id.Valeur.ToString());

        page.Dit("La tâche 3 est confiée.");
        var convention = (await Banc.Le<LireConvention>().ExecuterAsync(Gestionnaire, Banc.Groupement, Annulation))!;
        Assert.Equal(Banc.Bethune.Id, convention.Taches.Single(t => t.Numero == 3).Responsable);
    }
}
