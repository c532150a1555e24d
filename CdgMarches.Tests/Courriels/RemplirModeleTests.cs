using CdgMarches.App.Compte;
using CdgMarches.App.Courriels;
using CdgMarches.App.Socle.Courriels;

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
        var html = HtmlDeCourriel.De("Titre & co", texte);

        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://marches.exemple.fr/a?b=1&amp;c=2\">", html, StringComparison.Ordinal);
        Assert.Contains("<br>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_champ_s_accorde_avec_la_phrase_et_ses_guillemets_cedent_a_ceux_qui_l_entourent() =>
        Assert.Equal(
            "Le coordonnateur du groupement « Papier » transmet à Arras (« Groupement “Papier” ») : La convention.",
            RemplirModele.Remplir(
                "Le coordonnateur {{de groupement}} transmet {{à membre}} (« {{groupement}} ») : {{Le acte}}.",
                new Dictionary<string, string>
                {
                    ["groupement"] = "Groupement « Papier »",
                    ["membre"] = "Arras",
                    ["acte"] = "La convention",
                }
            )
        );

    [Theory]
    [InlineData("Voir https://m.fr/validation/aB3_56789012345678901234567890123456-78 fin", "Voir https://m.fr/validation/… fin")]
    [InlineData("https://m.fr/recensements/0195f000", "https://m.fr/recensements/0195f000")]
    public void Le_journal_ne_montre_pas_le_secret_d_un_lien(string texte, string montre) =>
        Assert.Equal(montre, LireCourriels.SansSecret(texte));

    [Fact]
    public void Un_champ_indispensable_retire_du_texte_est_dit()
    {
        var invitation = CourrielsDeCompte.Definitions.Single(d => d.Cle == "compte.invitation");

        Assert.Equal(["lien"], RemplirModele.Manquants(invitation, "Bienvenue {{identifiant}}, à bientôt."));
        Assert.Empty(RemplirModele.Manquants(invitation, "Votre lien : {{ lien }}"));
    }

    [Fact]
    public void Un_paragraphe_dont_le_seul_champ_est_vide_ne_laisse_pas_de_trou() =>
        Assert.Equal(
            "Avant.\n\nAprès.",
            RemplirModele.Remplir("Avant.\n\n{{consigne}}\n\nAprès.", new Dictionary<string, string> { ["consigne"] = "" })
        );
}
