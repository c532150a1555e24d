using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using FsCheck.Fluent;

namespace CdgMarches.Tests.Noyau;

public sealed class MontantTests
{
    [Theory]
    [InlineData("0.01", 1)]
    [InlineData("-0.01", -1)]
    [InlineData("215999.99", 21_599_999)]
    [InlineData("216000", 21_600_000)]
    [InlineData("1.10", 110)]
    public void Un_montant_s_ecrit_en_centimes(string euros, long centimes)
    {
        Assert.Equal(centimes, MontantHt.DEuros(Nombre(euros)).Centimes);
        Assert.Equal(centimes, MontantTtc.DEuros(Nombre(euros)).Centimes);
    }

    [Theory]
    [InlineData("0.001")]
    [InlineData("-12.345")]
    public void Une_fraction_de_centime_est_refusee(string euros)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => MontantHt.DEuros(Nombre(euros)));
        Assert.Throws<ArgumentOutOfRangeException>(() => MontantTtc.DEuros(Nombre(euros)));
    }

    [Theory]
    [InlineData("2.345", "2.35")]
    [InlineData("2.355", "2.36")]
    [InlineData("0.125", "0.13")]
    [InlineData("0.1249999", "0.12")]
    [InlineData("-0.125", "-0.13")]
    [InlineData("-0.005", "-0.01")]
    [InlineData("0.0049", "0.00")]
    public void Le_demi_centime_s_eloigne_de_zero(string euros, string arrondi)
    {
        Assert.Equal(arrondi, MontantHt.Arrondir(Nombre(euros)).ToString());
        Assert.Equal(arrondi, MontantTtc.Arrondir(Nombre(euros)).ToString());
    }

    [Fact]
    public void Un_montant_se_somme_se_soustrait_et_se_compare()
    {
        var cent = MontantHt.DEuros(100);
        var trente = MontantHt.DEuros(30);

        Assert.Equal(MontantHt.DEuros(130), cent + trente);
        Assert.Equal(MontantHt.DEuros(-70), trente - cent);
        Assert.Equal(MontantHt.DEuros(-100), -cent);
        Assert.Equal(MontantHt.DEuros(400), cent * 4);
        Assert.True((trente - cent).EstNegatif);
        Assert.True(trente < cent && cent > trente && cent >= MontantHt.DEuros(100) && cent <= MontantHt.DEuros(100));
        Assert.Equal(MontantHt.DEuros(260), MontantHt.Somme([cent, trente, cent, trente]));
        Assert.Equal(MontantHt.Zero, MontantHt.Somme([]));
    }

    [Fact]
    public void Un_depassement_est_une_erreur_et_non_un_nombre_faux()
    {
        var plafond = MontantHt.DeCentimes(long.MaxValue);

        Assert.Throws<OverflowException>(() => plafond + MontantHt.DeCentimes(1));
        Assert.Throws<OverflowException>(() => plafond * 2);
        Assert.Throws<OverflowException>(() => -MontantHt.DeCentimes(long.MinValue));
        Assert.Throws<OverflowException>(() => MontantHt.DEuros(decimal.MaxValue));
        Assert.Throws<OverflowException>(() => MontantTtc.Arrondir(1e18m));
    }

    [Theory]
    [InlineData("100", "20", "120.00")]
    [InlineData("100", "5.5", "105.50")]
    [InlineData("0.05", "2.1", "0.05")]
    [InlineData("10.25", "10", "11.28")]
    [InlineData("42", "0", "42.00")]
    public void La_tva_s_arrondit_une_fois_au_centime(string ht, string taux, string ttc) =>
        Assert.Equal(ttc, MontantHt.DEuros(Nombre(ht)).Taxer(TauxTva.DePourcentage(Nombre(taux))).ToString());

    [Theory]
    [InlineData("-0.01")]
    [InlineData("100.01")]
    [InlineData("5.555")]
    public void Un_taux_de_tva_a_des_bornes(string pourcentage) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TauxTva.DePourcentage(Nombre(pourcentage)));

    [Fact]
    public void Un_taux_de_tva_s_ecrit_en_pourcentage() => Assert.Equal("5.5", TauxTva.DePourcentage(5.50m).ToString());

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("12.345")]
    [InlineData("1,20")]
    [InlineData("1 000")]
    [InlineData("1e3")]
    [InlineData("99999999999999999999")]
    [InlineData("(5)")]
    public void Ce_qui_n_est_pas_un_montant_invariant_n_est_pas_lu(string? texte)
    {
        Assert.False(MontantHt.TryParse(texte, out var ht));
        Assert.Equal(MontantHt.Zero, ht);
        Assert.False(MontantTtc.TryParse(texte, out _));
    }

    [Fact]
    public void Un_montant_ecrit_se_relit() =>
        Prop.ForAll(
                Generateurs.Longs,
                centimes =>
                    MontantHt.TryParse(MontantHt.DeCentimes(centimes).ToString(), out var ht)
                    && ht.Centimes == centimes
                    && MontantTtc.TryParse(MontantTtc.DeCentimes(centimes).ToString(), out var ttc)
                    && ttc.Centimes == centimes
            )
            .Verifier();

    [Fact]
    public void L_arrondi_est_a_un_demi_centime_au_plus_et_symetrique() =>
        Prop.ForAll(
                Generateurs.Longs,
                milliemes =>
                {
                    var exact = milliemes / 1000m;
                    var arrondi = MontantHt.Arrondir(exact);
                    return Math.Abs(arrondi.Euros - exact) <= 0.005m
                        && Math.Abs(arrondi.Euros) >= Math.Abs(exact) - 0.004m
                        && MontantHt.Arrondir(-exact) == -arrondi;
                }
            )
            .Verifier();

    private static decimal Nombre(string texte) => decimal.Parse(texte, System.Globalization.CultureInfo.InvariantCulture);
}
