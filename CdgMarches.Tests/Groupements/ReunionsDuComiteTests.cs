using Bunit;
using CdgMarches.App.Groupements.Constitution;
using CdgMarches.App.Groupements.Vie;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

/// <summary>Une réunion du comité change ou s'annule : chacun l'apprend, et son agenda suit (RG7.04).</summary>
public sealed class ReunionsDuComiteTests : EssaiDePageDeGroupement
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Un_changement_puis_une_annulation_suivent_dans_l_agenda_et_l_on_repond_a_l_agent()
    {
        var id = await PrevoirAsync();
        var agent = await Banc.Socle.AvecCompteAsync(Agents.Gestionnaire, RoleCdg.Gestionnaire, "alix.verdonck@cdg.example");
        await TenirAsync(id, new ChangementDeReunion.Invitation(), agent);
        await TenirAsync(id, new ChangementDeReunion.NouvelleDate(Banc.Jour.AddDays(9), new(14, 30), "Lens", "Bilan"), agent);

        var phrase = await TenirAsync(id, new ChangementDeReunion.Annulation("Report sine die"), agent);

        Assert.Contains(
            "Sans courriel, à prévenir par lettre ou par téléphone : Paul Sansadresse (Arras).",
            phrase,
            StringComparison.Ordinal
        );
        var envois = await EnvoisAsync();
        Assert.Equal(["comite.invitation", "comite.modification", "comite.annulation"], envois.Select(e => e.Modele));
        Assert.All(envois, e => Assert.Equal("alix.verdonck@cdg.example", e.RepondreA));
        string[] agendas = [.. envois.Select(e => e.Ics!.Replace("\r\n ", "", StringComparison.Ordinal))];
        Assert.All(agendas, a => Assert.Contains($"\r\nUID:comite-{id.Valeur:N}@cdgmarches\r\n", a, StringComparison.Ordinal));
        Assert.All(agendas, a => Assert.Contains(":mailto:alix.verdonck@cdg.example\r\n", a, StringComparison.Ordinal));
        Assert.Contains("METHOD:REQUEST\r\n", agendas[0], StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:0\r\n", agendas[0], StringComparison.Ordinal);
        Assert.Contains("METHOD:REQUEST\r\n", agendas[1], StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1\r\n", agendas[1], StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=Europe/Paris:20260319T143000", agendas[1], StringComparison.Ordinal);
        Assert.Contains("METHOD:CANCEL\r\n", agendas[2], StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:2\r\n", agendas[2], StringComparison.Ordinal);
        Assert.Contains("est annulée\u00a0: Report sine die", envois[2].Texte, StringComparison.Ordinal);
        await using var contexte = await Banc.OuvrirAsync();
        Assert.True((await contexte.Echeances.SingleAsync(e => e.ObjetType == nameof(ReunionDeComite), Annulation)).EstAccomplie);
        Assert.Equal(
            "Report sine die",
            (await contexte.Journal.SingleAsync(j => j.Libelle == "Réunion du comité de suivi annulée.", Annulation)).Motif
        );
    }

    [Fact]
    public async Task Personne_n_etait_invite_rien_ne_part_et_une_saisie_identique_n_ecrit_a_personne()
    {
        var id = await PrevoirAsync();
        await TenirAsync(id, new ChangementDeReunion.NouvelleDate(Banc.Jour.AddDays(8), new(10, 0), "Siège", "Bilan"));
        Assert.Empty(await EnvoisAsync());
        await TenirAsync(id, new ChangementDeReunion.Invitation());

        await TenirAsync(id, new ChangementDeReunion.NouvelleDate(Banc.Jour.AddDays(8), new(10, 0), " Siège ", "Bilan"));

        Assert.Single(await EnvoisAsync());
    }

    [Fact]
    public async Task Tenue_elle_ne_se_deplace_ni_ne_s_annule_annulee_elle_ne_bouge_plus()
    {
        var tenue = await PrevoirAsync(Banc.Jour);
        await TenirAsync(tenue, new ChangementDeReunion.CompteRendu("Tout va bien."));
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            TenirAsync(tenue, new ChangementDeReunion.Annulation("Trop tard"))
        );
        Assert.IsType<ReunionPasEncoreTenue>(Assert.Single(refus.Obstacles));

        // A meeting that nobody held may still be cancelled the day after.
        var oubliee = await PrevoirAsync(Banc.Jour.AddDays(-1));
        await TenirAsync(oubliee, new ChangementDeReunion.Annulation("Personne n'est venu"));
        refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            TenirAsync(oubliee, new ChangementDeReunion.CompteRendu("Tout va bien."))
        );
        Assert.IsType<ReunionNonAnnulee>(Assert.Single(refus.Obstacles));
    }

    [Fact]
    public async Task La_page_modifie_puis_annule_avec_un_motif()
    {
        var id = await PrevoirAsync();
        await TenirAsync(id, new ChangementDeReunion.Invitation());
        var page = Render<PageReunion>(p => p.Add(x => x.Id, Banc.Groupement.Valeur).Add(x => x.ReunionId, id.Valeur));
        page.WaitForElement("#lieu");
        await page.Find("#lieu").ChangeAsync(new() { Value = "Lens" });
        await page.Find("form[aria-label='Modifier la réunion']").SubmitAsync();
        page.Dit("La réunion est modifiée ; les personnes invitées en sont averties");

        await CliquerAsync(page, "Annuler la réunion");
        await page.Find("#motif").ChangeAsync(new() { Value = "Report" });
        await page.FindAll("dialog button").First(b => b.TextContent.Trim() == "Annuler la réunion").ClickAsync(new());

        page.Dit("La réunion est annulée ; les personnes invitées en sont averties");
        Assert.Contains("Cette réunion a été annulée le 10 mars 2026", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("form[aria-label='Modifier la réunion']"));
        Assert.Equal(3, (await EnvoisAsync()).Count);
    }

    [Fact]
    public async Task Le_courriel_d_un_membre_se_voit_se_corrige_et_la_reunion_prevue_le_suit()
    {
        var id = await PrevoirAsync();
        var page = Render<PageComite>(p => p.Add(x => x.Id, Banc.Groupement.Valeur));
        page.Dit("lise@arras.example");

        await CliquerAsync(page, "Corriger le courriel : Paul Sansadresse — Arras");
        await page.RemplirAsync("courriel-corrige", "paul");
        await page.ConfirmerAsync("Enregistrer le courriel");
        Assert.Contains("nom@domaine.fr", page.WaitForElement("dialog [data-test=refus]").TextContent, StringComparison.Ordinal);
        await page.RemplirAsync("courriel-corrige", "paul@arras.example");
        await page.ConfirmerAsync("Enregistrer le courriel");

        page.Dit("Le courriel de Paul Sansadresse est enregistré");
        Assert.Equal("Les invitations sont en route.", await TenirAsync(id, new ChangementDeReunion.Invitation()));
        Assert.Equal(["lise@arras.example", "paul@arras.example"], (await EnvoisAsync()).Select(e => e.Destinataire).Order());
        await using var contexte = await Banc.OuvrirAsync();
        Assert.Equal(
            "paul@arras.example",
            (await contexte.Journal.SingleAsync(j => j.Evenement == nameof(CourrielDuComiteCorrige), Annulation)).Apres
        );
    }

    [Fact]
    public async Task La_premiere_designation_refuse_un_courriel_illisible_avec_tout_ce_qui_manque()
    {
        await PrevoirAsync();
        var page = Render<PageComite>(p => p.Add(x => x.Id, Banc.Groupement.Valeur));
        page.WaitForElement("#designe-par");
        await page.RemplirAsync("courriel", "lise@arras");

        await page.Find("form[aria-label='Désignation au comité']").SubmitAsync();

        page.WaitForElement("#courriel-erreur");
        Assert.All((string[])["collectivite", "nom", "designe-par"], champ => Assert.NotEmpty(page.FindAll($"#{champ}-erreur")));
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            Banc.ModifierLaConventionAsync(
                new ChangementDeConvention.NouvelleDesignation(Banc.Arras.Id, "Lise", "lise@arras", "Le maire", Banc.Jour)
            )
        );
        Assert.Equal("courriel", Assert.Single(refus.Obstacles).Champ);
    }

    [Fact]
    public async Task L_apercu_de_la_convocation_cite_qui_n_a_pas_de_courriel_avec_sa_collectivite_et_comment_le_joindre()
    {
        var id = await PrevoirAsync();
        var page = Render<PageReunion>(p => p.Add(x => x.Id, Banc.Groupement.Valeur).Add(x => x.ReunionId, id.Valeur));
        page.WaitForElement("#lieu");

        await CliquerAsync(page, "Envoyer les invitations");

        page.WaitForElement("[data-test=compte-de-l-envoi]");
        Assert.Contains(
            "à joindre par lettre ou par téléphone : Paul Sansadresse (Arras).",
            Texte(page, "[data-test=compte-de-l-envoi]"),
            StringComparison.Ordinal
        );
        Assert.Contains($"objet={id.Valeur}", page.Find("[data-test=courriers]").GetAttribute("href"), StringComparison.Ordinal);
    }

    private async Task<ReunionDeComiteId> PrevoirAsync(DateOnly? le = null)
    {
        if (await Banc.Le<LireConvention>().ExecuterAsync(Agent, Banc.Groupement, Annulation) is null)
        {
            await Banc.OuvrirLaConventionAsync();
            foreach (var (nom, courriel) in new[] { ("Lise Hochart", "lise@arras.example"), ("Paul Sansadresse", null) })
            {
                await Banc.ModifierLaConventionAsync(
                    new ChangementDeConvention.NouvelleDesignation(
                        Banc.Arras.Id,
                        nom,
                        courriel,
                        "Le maire",
                        Banc.Jour.AddDays(-10)
                    )
                );
            }
        }

        return await Banc.Le<PrevoirReunion>()
            .ExecuterAsync(Agent, Banc.Groupement, le ?? Banc.Jour.AddDays(7), new(10, 0), "Siège", "Bilan", Annulation);
    }

    private async Task<string> TenirAsync(ReunionDeComiteId id, ChangementDeReunion changement, Acteur? agent = null) =>
        await Banc.Le<TenirReunion>()
            .ExecuterAsync(
                agent ?? Agent,
                id,
                (await Banc.Le<LireReunions>().FicheAsync(Agent, Banc.Groupement, id, Annulation))!.Reunion.Version,
                changement,
                Annulation
            );

    private async Task<List<EnvoiDeCourriel>> EnvoisAsync()
    {
        await using var contexte = await Banc.OuvrirAsync();
        return await contexte
            .EnvoisDeCourriel.Where(e => e.ObjetType == nameof(ReunionDeComite))
            .OrderBy(e => e.Id)
            .ToListAsync(Annulation);
    }
}
