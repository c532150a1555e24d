using Bunit;
using CdgMarches.App.Socle.Composants;

namespace CdgMarches.Tests.Socle.Composants;

public sealed class ChampsTests : EssaiDeComposant
{
    [Fact]
    public void Le_libelle_l_aide_et_l_erreur_sont_relies_au_champ()
    {
        var champ = Render<ChampTexte>(p =>
            p.Add(c => c.Valeur, "abc")
                .Add(c => c.Libelle, "Objet de l'achat")
                .Add(c => c.Obligatoire, true)
                .Add(c => c.Aide, "En quelques mots.")
                .Add(c => c.Erreur, "L'objet manque.")
        );

        var saisie = champ.Find("input");
        Assert.Equal("objet-de-l-achat", saisie.Id);
        Assert.Equal(saisie.Id, champ.Find("label").GetAttribute("for"));
        Assert.Equal("true", saisie.GetAttribute("aria-required"));
        Assert.Equal("true", saisie.GetAttribute("aria-invalid"));
        var decrit = saisie.GetAttribute("aria-describedby")!.Split(' ');
        Assert.Equal(["En quelques mots.", "✕ L'objet manque."], decrit.Select(i => champ.Find($"#{i}").TextContent));
    }

    [Fact]
    public void Sans_aide_ni_erreur_rien_n_est_annonce_de_plus()
    {
        var saisie = Render<ChampTexte>(p => p.Add(c => c.Libelle, "Objet")).Find("input");

        Assert.False(saisie.HasAttribute("aria-describedby"));
        Assert.False(saisie.HasAttribute("aria-invalid"));
        Assert.False(saisie.HasAttribute("aria-required"));
        Assert.Equal("500", saisie.GetAttribute("maxlength"));
    }

    [Fact]
    public void Plusieurs_lignes_font_une_zone_de_texte()
    {
        var champ = Render<ChampTexte>(p => p.Add(c => c.Libelle, "Consigne").Add(c => c.Lignes, 4));

        Assert.Equal("4", champ.Find("textarea").GetAttribute("rows"));
    }

    [Theory]
    [InlineData("1 234,56", 1234.56)]
    [InlineData("1\u00A0234.56 € HT", 1234.56)]
    [InlineData("1\u202F234,5", 1234.5)]
    [InlineData("-12", -12)]
    public void Un_montant_se_tape_avec_virgule_ou_point_et_se_colle_d_Excel(string saisie, double attendu)
    {
        decimal? lu = null;
        var champ = Render<ChampMontant>(p => p.Add(c => c.Libelle, "Montant").Bind(c => c.Valeur, lu, v => lu = v));

        champ.Find("input").Change(saisie);

        Assert.Equal((decimal)attendu, lu);
    }

    [Theory]
    [InlineData("12,345")]
    [InlineData("1,2,3")]
    [InlineData("1.234,5")]
    [InlineData("douze")]
    [InlineData("1e9")]
    public void Un_montant_illisible_reste_a_l_ecran_avec_une_phrase_et_ne_change_rien(string saisie)
    {
        decimal? lu = 5m;
        var champ = Render<ChampMontant>(p => p.Add(c => c.Libelle, "Montant").Bind(c => c.Valeur, lu, v => lu = v));

        champ.Find("input").Change(saisie);

        Assert.Equal(5m, lu);
        Assert.Equal(saisie, champ.Find("input").GetAttribute("value"));
        Assert.Contains(saisie, champ.Find(".champ-erreur").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", champ.Find("input").GetAttribute("aria-invalid"));
    }

    [Fact]
    public void Un_nombre_hors_des_bornes_est_refuse_avec_les_bornes()
    {
        int? lu = null;
        var champ = Render<ChampNombre>(p =>
            p.Add(c => c.Libelle, "Effectif").Add(c => c.Min, 0).Add(c => c.Max, 100).Bind(c => c.Valeur, lu, v => lu = v)
        );

        champ.Find("input").Change("101");

        Assert.Null(lu);
        Assert.Contains("entre 0 et 100", champ.Find(".champ-erreur").TextContent, StringComparison.Ordinal);

        champ.Find("input").Change("100");

        Assert.Equal(100, lu);
        Assert.Empty(champ.FindAll(".champ-erreur"));
    }

    [Fact]
    public void Une_date_s_ecrit_et_se_lit_au_format_du_controle_natif()
    {
        DateOnly? lue = new DateOnly(2026, 3, 14);
        var champ = Render<ChampDate>(p => p.Add(c => c.Libelle, "Date limite").Bind(c => c.Valeur, lue, v => lue = v));
        Assert.Equal("2026-03-14", champ.Find("input").GetAttribute("value"));

        champ.Find("input").Change("2026-04-01");

        Assert.Equal(new DateOnly(2026, 4, 1), lue);
    }

    [Fact]
    public void Un_choix_rend_la_valeur_de_l_option_et_l_invite_rend_l_absence()
    {
        Ton? choisi = Ton.Alerte;
        var champ = Render<ChampChoix<Ton?>>(p =>
            p.Add(c => c.Libelle, "Ton")
                .Add(c => c.Invite, "Tous")
                .Add(c => c.Options, [new Option<Ton?>(Ton.Info, "Information"), new Option<Ton?>(Ton.Alerte, "Alerte")])
                .Bind(c => c.Valeur, choisi, v => choisi = v)
        );
        Assert.Equal("Alerte", champ.Find("option[selected]").TextContent);

        champ.Find("select").Change("0");
        Assert.Equal(Ton.Info, choisi);

        champ.Find("select").Change("-1");
        Assert.Null(choisi);
    }

    [Fact]
    public void Une_case_a_cocher_a_son_libelle_a_cote_d_elle()
    {
        var lue = false;
        var champ = Render<CaseACocher>(p => p.Add(c => c.Libelle, "Besoin néant").Bind(c => c.Valeur, lue, v => lue = v));

        champ.Find("input").Change(true);

        Assert.True(lue);
        Assert.Equal(champ.Find("input").Id, champ.Find("label").GetAttribute("for"));
    }
}
