using Bunit;
using CdgMarches.App.Conventions;
using CdgMarches.App.Espace;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.Extensions.DependencyInjection;
using static CdgMarches.Tests.Conventions.Exemples;

namespace CdgMarches.Tests.Conventions;

/// <summary>Une convention finie n'offre plus que ce qui la solde : restitution, prorata, comptes à fermer.</summary>
public sealed class ConventionTermineeTests : EssaiDePageDeConvention
{
    private static readonly DateOnly Aujourdhui = new(2026, 3, 10);

    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Finie_a_son_terme_elle_ne_se_denonce_plus_et_ses_documents_se_restituent()
    {
        var convention = await FinieASonTermeAsync();
        var page = Render<PageDenonciation>(p => p.Add(x => x.Id, convention.Id.Valeur));
        page.WaitForElement("[data-test=fin]");

        Assert.Empty(page.FindAll("form[aria-label='Dénonciation']"));
        Assert.DoesNotContain("Dénonciation impossible", page.Markup, StringComparison.Ordinal);
        Assert.Contains("8 mars 2026", page.Find("[data-test=fin]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Ouvrir la restitution", page.Markup, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll("#prorata"));
        Assert.DoesNotContain("Enregistrer une mise en demeure", page.Markup, StringComparison.Ordinal);
        var mise = await RefuserAsync(
            convention.Id,
            new GesteDeConvention.MettreEnDemeure(
                new NouvelleMiseEnDemeure("T-1", Jour("2026-01-31"), Jour("2026-02-02"), null),
                LettresDEssai.Pli
            )
        );
        Assert.Contains("a pris fin le 8 mars 2026", Assert.Single(mise.Obstacles).Message, StringComparison.Ordinal);
        var refus = await RefuserAsync(
            convention.Id,
            new GesteDeConvention.Denoncer(
                new NouvelleDenonciation(AuteurDeDenonciation.Cdg, Jour("2026-03-09")),
                LettresDEssai.Pli
            )
        );
        Assert.Contains("a pris fin le 8 mars 2026", Assert.Single(refus.Obstacles).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_lecteur_ne_lit_pas_qu_une_convention_finie_se_reconduit()
    {
        var convention = await FinieASonTermeAsync();
        Agent = Agents.Lecture;
        var page = Render<PageDenonciation>(p => p.Add(x => x.Id, convention.Id.Valeur));
        page.WaitForElement("[data-test=fin]");

        Assert.DoesNotContain("se reconduit tacitement", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Aucun_avenant_ne_s_y_prepare_ni_ne_s_y_reprend()
    {
        var convention = EnVigueur(
            Arras.Id,
            regles: ReglesDAcces.Usuelles with
            {
                Reconduction = Reconduction.Aucune,
            },
            effet: Jour("2023-03-09")
        );
        convention.PreparerUnAvenant("Prolongation", "Texte", null, Jour("2026-03-01"));
        await Socle.Base.SemerAsync(convention);
        var page = Render<PageAvenants>(p => p.Add(x => x.Id, convention.Id.Valeur));
        page.WaitForElement("#avenant-1");

        Assert.Empty(page.FindAll("form[aria-label='Avenant']"));
        Assert.DoesNotContain("Reprendre l'avenant", page.Markup.Replace("&#x27;", "'"), StringComparison.Ordinal);
        var prepare = await RefuserAsync(convention.Id, new GesteDeConvention.PreparerUnAvenant("Autre", "Autre texte", null));
        Assert.Contains(prepare.Obstacles, o => o.Message.Contains("aucun avenant", StringComparison.Ordinal));
        var redige = await RefuserAsync(convention.Id, new GesteDeConvention.RedigerLAvenant(1, "Autre", "Autre texte", null));
        Assert.Contains("aucun avenant", Assert.Single(redige.Obstacles).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Aucun_compte_ne_s_y_ouvre_meme_a_une_date_passee_et_tous_se_ferment()
    {
        var convention = await FinieASonTermeAsync();
        var page = Render<PageComptesDePlateforme>(p => p.Add(x => x.Id, convention.Id.Valeur));
        page.Dit("Fermer tous les comptes");

        Assert.Empty(page.FindAll("#titulaire"));
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            Socle
                .Le<OuvrirCompteDePlateforme>()
                .ExecuterAsync(Agent, convention.Id, Jour("2026-03-01"), "Claude", "c@exemple.invalid", Annulation)
        );
        Assert.Contains("a pris fin le 8 mars 2026", Assert.Single(refus.Obstacles).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Aucune_assistance_n_est_plus_due_a_la_collectivite(bool membre)
    {
        await FinieASonTermeAsync();
        var saisie = new NouvelleDemandeDAssistance(NatureDAssistance.Technique, "Le dépôt échoue", null, null);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            Socle.Le<DemanderAssistance>().ExecuterAsync(membre ? Agents.Membre(Arras.Id) : Agent, Arras.Id, saisie, Annulation)
        );

        Assert.Contains("a pris fin le 8 mars 2026", Assert.Single(refus.Obstacles).Message, StringComparison.Ordinal);
        await Socle.Le<DemanderAssistance>().ExecuterAsync(Agent, Bethune.Id, saisie, Annulation);
    }

    [Fact]
    public async Task L_espace_de_la_collectivite_ne_montre_plus_le_formulaire_et_dit_pourquoi()
    {
        await FinieASonTermeAsync();
        Services.AddSingleton<LireCollectivitesDuMembre>();
        Agent = Agents.Membre(Arras.Id);
        var page = Render<PageAssistanceDuMembre>();
        page.Dit("a pris fin le 8 mars 2026");

        Assert.Empty(page.FindAll("form[aria-label=\"Demande d'aide\"]"));
    }

    [Fact]
    public async Task Une_autre_convention_en_vigueur_rend_l_assistance()
    {
        await FinieASonTermeAsync();
        await Socle.Base.SemerAsync(EnVigueur(Arras.Id, numero: 2, effet: Jour("2026-03-09")));

        await Socle
            .Le<DemanderAssistance>()
            .ExecuterAsync(
                Agent,
                Arras.Id,
                new NouvelleDemandeDAssistance(NatureDAssistance.Technique, "Le dépôt échoue", null, null),
                Annulation
            );

        Assert.Equal(1, (await Socle.Le<LireAssistances>().ExecuterAsync(Agent, new Demande(), annulation: Annulation)).Total);
    }

    [Fact]
    public async Task Denoncee_et_finie_elle_garde_la_lettre_aux_archives_et_sa_denonciation_ne_se_retire_plus()
    {
        var convention = EnVigueur(Arras.Id);
        convention.Denoncer(new NouvelleDenonciation(AuteurDeDenonciation.Collectivite, Jour("2025-12-30")), Aujourdhui);
        convention.Notifier(AvisDeReception.Remis(Jour("2026-01-05")), Aujourdhui);
        await Socle.Base.SemerAsync(convention);
        var page = Render<PageDenonciation>(p => p.Add(x => x.Id, convention.Id.Valeur));
        page.WaitForElement("[data-test=phrase]");

        var boutons = page.FindAll("section button").Select(b => b.TextContent.Trim()).ToList();
        Assert.Contains("Enregistrer la lettre aux archives", boutons);
        Assert.DoesNotContain("Retirer la dénonciation", boutons);
        Assert.NotNull(page.Find("[data-test=plus-de-retrait]"));
        var refus = await RefuserAsync(convention.Id, new GesteDeConvention.RetirerLaDenonciation(Aujourdhui, "Accord."));
        Assert.Contains("a pris fin le 5 mars 2026", Assert.Single(refus.Obstacles).Message, StringComparison.Ordinal);
    }

    private Task<RegleMetierException> RefuserAsync(ConventionDAccesId id, GesteDeConvention geste) =>
        Assert.ThrowsAsync<RegleMetierException>(() =>
            Socle.Le<AgirSurConvention>().ExecuterAsync(Agent, id, 1, geste, Annulation)
        );

    private async Task<ConventionDAcces> FinieASonTermeAsync()
    {
        var convention = EnVigueur(
            Arras.Id,
            regles: ReglesDAcces.Usuelles with
            {
                Reconduction = Reconduction.Aucune,
            },
            effet: Jour("2023-03-09")
        );
        await Socle.Base.SemerAsync(convention);
        return convention;
    }
}
