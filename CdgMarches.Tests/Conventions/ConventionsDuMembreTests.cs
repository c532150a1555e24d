using CdgMarches.App.Espace;
using CdgMarches.Tests.Outils;
using Microsoft.Extensions.DependencyInjection;
using static CdgMarches.Tests.Conventions.Exemples;

namespace CdgMarches.Tests.Conventions;

/// <summary>Ce qu'une collectivité lit de sa convention dans son espace.</summary>
public sealed class ConventionsDuMembreTests : EssaiDePageDeConvention
{
    [Theory]
    [InlineData("2026-03-11", "Prendra effet le 11 mars 2026")]
    [InlineData("2026-03-10", "En vigueur depuis le 10 mars 2026")]
    public async Task Une_convention_signee_mais_a_venir_ne_se_dit_pas_en_vigueur(string effet, string phrase)
    {
        await Socle.Base.SemerAsync(EnVigueur(Arras.Id, effet: Jour(effet)));
        Services.AddSingleton<LireConventionsDuMembre>();
        Agent = Agents.Membre(Arras.Id);

        var page = Render<PageConventionsDuMembre>();

        page.Dit(phrase);
    }
}
