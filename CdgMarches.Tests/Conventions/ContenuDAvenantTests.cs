using Bunit;
using CdgMarches.App.Conventions;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using static CdgMarches.Tests.Conventions.Exemples;

namespace CdgMarches.Tests.Conventions;

/// <summary>Un avenant change quelque chose, et son texte le dit (convention d'accès, art. 5).</summary>
public sealed class ContenuDAvenantTests : EssaiDePageDeConvention
{
    private const string Origine = "La convention est conclue pour 3 ans. La dénonciation prend effet après un délai de 2 mois.";

    private static readonly DateOnly Aujourdhui = new(2026, 3, 10);

    private static readonly ReglesDAcces TroisMois = ReglesDAcces.Usuelles with { PreavisDeLaCollectiviteEnMois = 3 };

    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public void Un_avenant_qui_ne_change_rien_ne_se_signe_pas_et_se_reprend()
    {
        var convention = AvecTexte();
        var numero = convention.PreparerUnAvenant("Délai", Origine, ReglesDAcces.Usuelles, Aujourdhui);

        var refus = Assert.Throws<RegleMetierException>(() =>
            convention.DaterLAvenant(numero, Jour("2026-03-01"), Jour("2026-03-02"), Jour("2026-03-03"), Aujourdhui)
        );

        Assert.False(refus.MotifAttendu);
        Assert.Contains("ne change ni le texte", Assert.Single(refus.Obstacles).Message, StringComparison.Ordinal);
        Assert.False(convention.AvenantDe(numero).EstConclu);
        Assert.True(convention.PeutRediger(numero, Aujourdhui).EstFavorable);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("La dénonciation prend effet après un délai de 2 mois, sauf accord.", true)]
    [InlineData("La dénonciation prend effet après un délai de 3 mois.", false)]
    [InlineData("La dénonciation prend effet après un délai de trois (3) mois.", false)]
    [InlineData("Le délai est de Trois mois", false)]
    [InlineData("Le délai est de 13 mois", true)]
    public void Un_delai_que_le_texte_consolide_ne_dit_pas_demande_une_confirmation(string? texte, bool attendue)
    {
        var convention = AvecTexte();
        var numero = convention.PreparerUnAvenant("Délai", texte, TroisMois, Aujourdhui);

        var verdict = convention.PeutDaterLAvenant(
            numero,
            Jour("2026-03-01"),
            Jour("2026-03-02"),
            Jour("2026-03-03"),
            Aujourdhui
        );

        Assert.True(verdict.EstFavorable);
        Assert.Equal(attendue, verdict.Avertissements.Count == 1);
        Assert.Empty(convention.PeutDaterLAvenant(numero, Jour("2026-03-01"), null, null, Aujourdhui).Avertissements);
    }

    [Fact]
    public async Task La_page_dit_ce_que_le_texte_ne_dit_pas_et_la_confirmation_reste_a_l_histoire()
    {
        var convention = AvecTexte();
        convention.PreparerUnAvenant("Délai", null, TroisMois, Aujourdhui);
        await Socle.Base.SemerAsync(convention);
        var page = Render<PageAvenants>(p => p.Add(x => x.Id, convention.Id.Valeur));
        page.WaitForElement("#avenant-1");
        Assert.Contains("3 mois", page.Find("[data-test=a-verifier-1]").TextContent, StringComparison.Ordinal);
        await CliquerAsync(page, "Dater l'avenant 1");
        await page.RemplirAsync("avenant-collectivite", "2026-03-01");
        await page.RemplirAsync("avenant-cdg", "2026-03-02");
        await page.RemplirAsync("avenant-effet", "2026-03-03");

        await page.ConfirmerAsync("Enregistrer les dates");
        page.Dit("L'action demande un motif.");
        await page.RemplirAsync("avenant-motif", "Le délai est dans l'annexe.");
        await page.ConfirmerAsync("Enregistrer les dates");

        page.Dit("Conclu, effet le 03/03/2026");
        await using var contexte = await Socle.OuvrirAsync();
        Assert.Equal(
            "Le délai est dans l'annexe.",
            (await contexte.Journal.SingleAsync(l => l.Evenement == nameof(AvenantConclu), Annulation)).Motif
        );
    }

    private ConventionDAcces AvecTexte()
    {
        var convention = EnPreparation(Arras.Id);
        convention.DeposerLeTexte(Origine);
        convention.Dater(Actes(), Effet, [], []);
        return convention;
    }
}
