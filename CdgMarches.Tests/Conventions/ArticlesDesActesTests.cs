using Bunit;
using CdgMarches.App.Conventions;
using CdgMarches.App.Espace;
using CdgMarches.Domain.Conventions;
using CdgMarches.Tests.Outils;
using Microsoft.Extensions.DependencyInjection;
using static CdgMarches.Tests.Conventions.Exemples;

namespace CdgMarches.Tests.Conventions;

/// <summary>Chaque acte d'une convention d'accès cite l'article qui le fonde, là où on le lit.</summary>
public sealed class ArticlesDesActesTests : EssaiDePageDeConvention
{
    [Fact]
    public async Task La_frise_cite_l_article_de_chaque_acte()
    {
        var convention = EnVigueur(Arras.Id);
        await Socle.Base.SemerAsync(convention);

        var page = Render<PageConvention>(p => p.Add(x => x.Id, convention.Id.Valeur));

        page.WaitForAssertion(() =>
            Assert.Equal(
                [
                    ArticlesDAcces.Deliberation,
                    ArticlesDAcces.SignatureDeLaCollectivite,
                    ArticlesDAcces.SignatureDuCdg,
                    ArticlesDAcces.Effet,
                ],
                page.FindAll(".frise .fondement").Select(f => f.TextContent)
            )
        );
    }

    [Theory]
    [InlineData(AuteurDeDenonciation.Collectivite, "du fait de la collectivité")]
    [InlineData(AuteurDeDenonciation.Cdg, "du fait du CDG")]
    public async Task Une_denonciation_cite_son_alinea_et_la_restitution_le_sien(AuteurDeDenonciation auteur, string alinea)
    {
        var convention = EnVigueur(Arras.Id);
        convention.Denoncer(new NouvelleDenonciation(auteur, Jour("2026-03-01")), Jour("2026-03-10"));
        await Socle.Base.SemerAsync(convention);

        var page = Render<PageDenonciation>(p => p.Add(x => x.Id, convention.Id.Valeur));

        page.WaitForAssertion(() =>
            Assert.Contains(
                $"Convention d'accès, art. 5, {alinea}",
                page.FindAll("dl.fiche .fondement").Select(f => f.TextContent)
            )
        );
        Assert.Equal(ArticlesDAcces.Restitution, page.Find("section[aria-labelledby=restitution] .fondement").TextContent);
        Assert.Equal(ArticlesDAcces.MiseEnDemeure, page.Find("section[aria-labelledby=mises-en-demeure] .fondement").TextContent);
    }

    [Fact]
    public void Les_registres_citent_l_article_de_l_assurance_et_celui_des_deliberations()
    {
        var page = Render<PageRegistres>();

        page.WaitForAssertion(() =>
            Assert.Equal("Convention d'accès, art. 3", page.Find("section[aria-labelledby=assurances] .fondement").TextContent)
        );
        Assert.Contains(
            "CGCT, art. L2131-1",
            page.Find("section[aria-labelledby=deliberations] .fondement").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void L_assistance_cite_l_article_qui_la_promet()
    {
        Services.AddSingleton<LireCollectivitesDuMembre>();
        Assert.Equal(ArticlesDAcces.Assistance, Render<PageNouvelleAssistance>().Find(".fondement").TextContent);
        Agent = Agents.Membre(Arras.Id);
        var page = Render<PageAssistanceDuMembre>();
        page.WaitForAssertion(() => Assert.Equal(ArticlesDAcces.Assistance, page.Find(".fondement").TextContent));
    }
}
