using System.Globalization;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using FsCheck.Fluent;

namespace CdgMarches.Tests.Noyau;

public sealed class QuantiteTests
{
    [Fact]
    public void Une_quantite_s_ecrit_en_milliemes()
    {
        Assert.Equal(12_500, Quantite.De(12.5m).Milliemes);
        Assert.Equal("12.5", Quantite.De(12.500m).ToString());
        Assert.Equal("-3", Quantite.De(-3).ToString());
        Assert.Equal(Quantite.De(0.001m), Quantite.DeMilliemes(1));
    }

    [Fact]
    public void Une_quatrieme_decimale_est_refusee()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantite.De(0.0001m));
        Assert.False(Quantite.TryParse("0.0001", out _));
        Assert.False(Quantite.TryParse("1,5", out _));
        Assert.False(Quantite.TryParse("99999999999999999999", out _));
    }

    [Fact]
    public void Une_quantite_se_somme_et_un_depassement_est_une_erreur()
    {
        Assert.Equal(Quantite.De(4.5m), Quantite.Somme([Quantite.De(1.25m), Quantite.De(3.25m)]));
        Assert.Equal(Quantite.De(-2), Quantite.De(1.25m) - Quantite.De(3.25m));
        Assert.True((-Quantite.De(2)).EstNegative);
        Assert.True(Quantite.De(2) > Quantite.De(1.999m) && Quantite.De(2) >= Quantite.De(2) && Quantite.Zero < Quantite.De(1));
        Assert.Throws<OverflowException>(() => Quantite.DeMilliemes(long.MaxValue) + Quantite.DeMilliemes(1));
    }

    [Theory]
    [InlineData("3", "0.3333", "1.00")]
    [InlineData("1000", "0.0125", "12.50")]
    [InlineData("0.5", "0.01", "0.01")]
    [InlineData("2.345", "1", "2.35")]
    [InlineData("-2", "10.5", "-21.00")]
    public void Une_quantite_a_un_prix_donne_un_montant_arrondi_une_fois(string quantite, string prix, string montant) =>
        Assert.Equal(montant, (Quantite.De(Nombre(quantite)) * PrixUnitaire.De(Nombre(prix))).ToString());

    [Fact]
    public void Un_prix_unitaire_a_quatre_decimales_au_plus()
    {
        Assert.Equal("0.0125", PrixUnitaire.De(0.0125m).ToString());
        Assert.Equal("12.50", PrixUnitaire.De(12.5m).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => PrixUnitaire.De(0.00001m));
        Assert.Throws<ArgumentOutOfRangeException>(() => PrixUnitaire.De(PrixUnitaire.Maximum + 1));
        Assert.True(PrixUnitaire.TryParse("0.0125", out var prix) && prix == PrixUnitaire.De(0.0125m));
        Assert.False(PrixUnitaire.TryParse("0.00001", out _));
        Assert.True(PrixUnitaire.De(1.5m) < PrixUnitaire.De(1.5001m));
    }

    [Fact]
    public void Une_quantite_ecrite_se_relit() =>
        Prop.ForAll(
                Generateurs.Longs,
                milliemes =>
                    Quantite.TryParse(Quantite.DeMilliemes(milliemes).ToString(), out var relue) && relue.Milliemes == milliemes
            )
            .Verifier();

    private static decimal Nombre(string texte) => decimal.Parse(texte, CultureInfo.InvariantCulture);
}
