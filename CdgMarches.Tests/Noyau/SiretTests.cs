using System.Globalization;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using FsCheck.Fluent;

namespace CdgMarches.Tests.Noyau;

public sealed class SiretTests
{
    [Theory]
    [InlineData("73282932000074")]
    [InlineData("732 829 320 00074")]
    [InlineData("732\u00A0829\u00A0320\u00A000074")]
    [InlineData("732\u202F829\u202F320\u202F00074")]
    [InlineData("732.829.320.00074")]
    public void Un_siret_se_lit_avec_ou_sans_separateurs(string saisie)
    {
        var siret = Siret.Parse(saisie);

        Assert.Equal("73282932000074", siret.Valeur);
        Assert.Equal("732829320", siret.Siren.Valeur);
        Assert.Equal("00074", siret.Nic);
        Assert.Equal("732\u00A0829\u00A0320\u00A000074", siret.Formater());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7328293200007")]
    [InlineData("732829320000740")]
    [InlineData("73282932000075")]
    [InlineData("00000000000000")]
    [InlineData("7328293200007A")]
    [InlineData("-3282932000074")]
    public void Ce_qui_n_est_pas_un_siret_est_refuse(string? saisie)
    {
        Assert.False(Siret.TryParse(saisie, out var siret));
        Assert.Null(siret);
    }

    /// <remarks>Une clé sur dix tomberait juste si l'on prenait ces caractères pour des chiffres : on les essaie toutes.</remarks>
    [Fact]
    public void Des_chiffres_arabes_ne_sont_pas_des_chiffres() =>
        Assert.All(Enumerable.Range(0, 10), cle => Assert.False(Siren.TryParse("٧٣٢٨٢٩٣٢" + (char)('٠' + cle), out _)));

    [Fact]
    public void Un_refus_dit_quoi_verifier()
    {
        Assert.Contains(
            "Vérifiez les 14 chiffres",
            Assert.Throws<FormatException>(() => Siret.Parse("1")).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Vérifiez les 9 chiffres",
            Assert.Throws<FormatException>(() => Siren.Parse("1")).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("35600000000048", true)] // le siège suit Luhn
    [InlineData("35600000009075", true)] // somme 35, Luhn faux
    [InlineData("35600000009076", false)]
    [InlineData("35600000000055", false)] // Luhn juste mais somme 24, et ce n'est pas le siège
    public void La_Poste_a_sa_propre_cle(string saisie, bool valable) => Assert.Equal(valable, Siret.TryParse(saisie, out _));

    [Fact]
    public void Un_siret_dont_le_siren_est_faux_est_refuse()
    {
        // Luhn est juste sur les quatorze chiffres, faux sur les neuf premiers.
        Assert.False(Siren.TryParse("732829321", out _));
        Assert.False(Siret.TryParse("73282932100072", out _));
    }

    [Fact]
    public void Un_siren_public_commence_par_1_ou_2()
    {
        Assert.True(Siren.Parse("216200410").EstDOrganismePublic);
        Assert.False(Siren.Parse("732829320").EstDOrganismePublic);
        Assert.False(Siren.TryParse("000000000", out _));
        Assert.True(Siren.Parse("216200410") < Siren.Parse("732829320"));
    }

    [Fact]
    public void Un_chiffre_change_fait_toujours_refuser_le_siret() =>
        Prop.ForAll(
                Gen.Choose(10_000_000, 29_999_999).ToArbitrary(),
                Gen.Choose(0, 9999).ToArbitrary(),
                (from place in Gen.Choose(0, 13) from ecart in Gen.Choose(1, 9) select (place, ecart)).ToArbitrary(),
                (racine, nic, faute) =>
                {
                    var siren = AvecCle(racine.ToString("D8", CultureInfo.InvariantCulture));
                    var juste = AvecCle(siren + nic.ToString("D4", CultureInfo.InvariantCulture));
                    var chiffres = juste.ToCharArray();
                    chiffres[faute.place] = (char)('0' + ((chiffres[faute.place] - '0' + faute.ecart) % 10));
                    return Siret.TryParse(juste, out _)
                        && Siren.TryParse(siren, out _)
                        && !Siret.TryParse(new string(chiffres), out _);
                }
            )
            .Verifier();

    /// <summary>Complète par la clé, en essayant les dix : une seule convient.</summary>
    private static string AvecCle(string sansCle) =>
        Enumerable.Range(0, 10).Select(cle => sansCle + cle.ToString(CultureInfo.InvariantCulture)).Single(SommeDeLuhnJuste);

    private static bool SommeDeLuhnJuste(string chiffres)
    {
        int[] doubles = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
        return chiffres.Reverse().Select((c, i) => i % 2 == 1 ? doubles[c - '0'] : c - '0').Sum() % 10 == 0;
    }
}
