using CdgMarches.App.Guide;

namespace CdgMarches.Tests.Socle.Composants;

public sealed class GuideTests
{
    [Fact]
    public void Les_guides_et_le_glossaire_sont_embarques()
    {
        Assert.Equal(
            ["ouvrir-une-campagne", "saisir-son-recensement", "aller-retour-excel", "importer-des-collectivites"],
            Guides.Tous.Take(4).Select(g => g.Nom)
        );
        Assert.All(Guides.Tous, g => Assert.NotEqual("", g.Titre));
        Assert.Contains("<th scope=\"col\">Terme</th>", TexteEnHtml.Rendre(Guides.Glossaire.Texte), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "<th scope=\"col\">Type</th>",
            TexteEnHtml.Rendre(Guides.Glossaire.Texte),
            StringComparison.Ordinal
        );
        Assert.Null(Guides.De("../appsettings"));
    }

    [Fact]
    public void Titres_listes_et_tableaux_se_rendent_et_le_reste_est_du_texte()
    {
        var html = TexteEnHtml.Rendre(
            """
            # Titre

            ## Section
            Un **gras**, un `code` et un [lien](/aide)
            sur deux lignes.

            1. Un
            2. Deux <script>

            | a | b |
            | --- | --- |
            | 1 | 2 |
            """
        );

        Assert.Equal(
            "<h2>Section</h2><p>Un <strong>gras</strong>, un <code>code</code> et un <a href=\"/aide\">lien</a> sur deux lignes.</p>"
                + "<ol><li>Un</li><li>Deux &lt;script&gt;</li></ol>"
                + "<div class=\"defilement\" tabindex=\"0\" role=\"region\" aria-label=\"Tableau : Section\"><table class=\"tableau\"><thead><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr></thead>"
                + "<tbody><tr><td>1</td><td>2</td></tr></tbody></table></div>",
            html
        );
    }

    [Fact]
    public void Une_image_de_l_application_s_illustre_avec_sa_legende_et_une_autre_reste_du_texte()
    {
        Assert.Equal(
            "<figure><img loading=\"lazy\" alt=\"La grille &amp; ses lignes\" src=\"/images/guide/grille.png\" /><figcaption>La grille &amp; ses lignes</figcaption></figure>",
            TexteEnHtml.Rendre("![La grille & ses lignes](/images/guide/grille.png)")
        );
        Assert.DoesNotContain("<img", TexteEnHtml.Rendre("![x](https://ailleurs.example/x.png)"), StringComparison.Ordinal);
    }

    [Fact]
    public void Chaque_image_des_guides_existe_et_les_quatre_premiers_en_ont()
    {
        Assert.All(Guides.Tous.Take(4), g => Assert.Contains("](/images/guide/", g.Texte, StringComparison.Ordinal));
        var citees = Guides.Tous.SelectMany(g =>
            System.Text.RegularExpressions.Regex.Matches(g.Texte, @"\(/(images/guide/[^)]+)\)")
        );
        Assert.All(
            citees,
            c =>
                Assert.True(
                    File.Exists(Path.Combine(Outils.Depot.Racine, "CdgMarches.App", "wwwroot", c.Groups[1].Value)),
                    c.Value
                )
        );
    }

    [Theory]
    [InlineData("[ailleurs](https://exemple.fr)")]
    [InlineData("[ailleurs](//exemple.fr)")]
    [InlineData("[code](javascript:alert)")]
    public void Seules_les_adresses_de_l_application_deviennent_des_liens(string texte) =>
        Assert.DoesNotContain("<a", TexteEnHtml.Rendre(texte), StringComparison.Ordinal);
}
