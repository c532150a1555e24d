using System.Reflection;
using CdgMarches.App;
using CdgMarches.App.Guide;
using CdgMarches.Tests.Outils;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.Tests.Socle;

/// <summary>L'aide de chaque page nomme la règle et l'article de sa rubrique.</summary>
public sealed class AideDesPagesTests
{
    [Fact]
    public void Toute_page_a_une_rubrique_d_aide_qui_nomme_sa_regle_et_son_article()
    {
        var routes = typeof(ApplicationMarches)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetCustomAttributes<RouteAttribute>())
            .Select(r => r.Template)
            .Where(r => !AdressesAnonymes.Toutes.ContainsKey(r))
            .ToList();

        Assert.NotEmpty(routes);
        Assert.DoesNotContain(
            routes,
            r => RubriquesDAide.De(r) is not { Code.Length: > 0, Fondement.Length: > 0, Texte.Length: > 0 }
        );
    }

    [Fact]
    public void Le_prefixe_le_plus_long_l_emporte_et_un_nom_qui_commence_pareil_ne_suffit_pas()
    {
        Assert.Equal("/recensements/reponses", RubriquesDAide.De("https://x.example/recensements/reponses/12?page=2")!.Prefixe);
        Assert.Equal("/recensements", RubriquesDAide.De("/recensements/12")!.Prefixe);
        Assert.Equal("/", RubriquesDAide.De("https://x.example/")!.Prefixe);
        Assert.Null(RubriquesDAide.De("/recensementsailleurs"));
    }

    [Fact]
    public void Le_guide_qu_une_rubrique_cite_existe() =>
        Assert.All(
            (string[])["/espace", "/recensements", "/collectivites/import"],
            a => Assert.NotNull(Guides.De(RubriquesDAide.De(a)!.Guide!))
        );
}
