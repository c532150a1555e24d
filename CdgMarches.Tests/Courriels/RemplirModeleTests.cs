using CdgMarches.App.Courriels;

namespace CdgMarches.Tests.Courriels;

public sealed class RemplirModeleTests
{
    [Fact]
    public void Un_champ_inconnu_est_refuse_avec_le_plus_ressemblant()
    {
        var inconnus = RemplirModele.Inconnus(RelancerRecensements.Definition, "{{destinatair}}", "{{lien}} {{zzzzzzzzzz}}");

        Assert.Equal(["destinatair", "zzzzzzzzzz"], inconnus.Select(i => i.Nom));
        Assert.Equal(["destinataire", null], inconnus.Select(i => i.Suggestion));
    }

    [Fact]
    public void Les_champs_se_remplissent_et_le_html_ne_laisse_rien_passer()
    {
        var texte = RemplirModele.Remplir(
            "Pour {{membre}} :\n{{lien}}",
            new Dictionary<string, string>
            {
                ["membre"] = "<script>alert(1)</script>",
                ["lien"] = "https://marches.exemple.fr/a?b=1&c=2",
            }
        );
        var html = RemplirModele.EnHtml("Titre & co", texte);

        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://marches.exemple.fr/a?b=1&amp;c=2\">", html, StringComparison.Ordinal);
        Assert.Contains("<br>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Voir https://m.fr/validation/aB3_56789012345678901234567890123456-78 fin", "Voir https://m.fr/validation/… fin")]
    [InlineData("https://m.fr/recensements/0195f000", "https://m.fr/recensements/0195f000")]
    public void Le_journal_ne_montre_pas_le_secret_d_un_lien(string texte, string montre) =>
        Assert.Equal(montre, LireCourriels.SansSecret(texte));

    [Fact]
    public void Chaque_modele_livre_ne_cite_que_ses_champs()
    {
        foreach (
            var modele in (DefinitionDeModele[])
                [RelancerRecensements.Definition, EnvoyerAvisDeRetrait.Definition, TransmettreAuxMembres.Definition]
        )
        {
            Assert.Empty(RemplirModele.Inconnus(modele, modele.Objet, modele.Texte));
        }
    }
}
