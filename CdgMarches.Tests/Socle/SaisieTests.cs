using CdgMarches.App.Socle;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Tests.Socle;

public sealed class SaisieTests
{
    [Theory]
    [InlineData("1234,56", 123_456)]
    [InlineData("1234.56", 123_456)]
    [InlineData("1 234,56", 123_456)]
    [InlineData("1\u00a0234,56\u00a0€", 123_456)]
    [InlineData("1\u202f234,56\u00a0€\u00a0HT", 123_456)]
    [InlineData("  12 345 678  EUR ", 1_234_567_800)]
    [InlineData("0,5", 50)]
    [InlineData(",5", 50)]
    [InlineData("5,", 500)]
    [InlineData("12,500", 1250)]
    [InlineData("0", 0)]
    [InlineData("007", 700)]
    [InlineData("\ufeff42", 4200)]
    public void Un_montant_se_lit_quelles_que_soient_les_espaces_et_la_virgule(string saisie, long centimes)
    {
        Assert.True(Saisie.TryCentimes(saisie, out var lu, out var erreur), erreur);
        Assert.Equal(centimes, lu);
        Assert.Null(erreur);
    }

    [Theory]
    [InlineData("1.234,56", "plusieurs virgules ou points")]
    [InlineData("1,234.56", "plusieurs virgules ou points")]
    [InlineData("1,2,3", "plusieurs virgules ou points")]
    [InlineData("12 cartons", "« 12 cartons » n'est pas un nombre.")]
    [InlineData("douze", "n'est pas un nombre")]
    [InlineData("1e5", "n'est pas un nombre")]
    [InlineData("=1+1", "n'est pas un nombre")]
    [InlineData("12 5", "l'espace ne sépare que les milliers")]
    [InlineData("1234 567", "l'espace ne sépare que les milliers")]
    [InlineData("1,005", "a plus de 2 décimales")]
    [InlineData("-3", "est négatif")]
    [InlineData("\u22123", "est négatif")]
    [InlineData("99999999999999999999999999", "est trop grand")]
    [InlineData("100000000000", "est trop grand")]
    [InlineData("", "Aucune valeur")]
    [InlineData("\u00a0", "Aucune valeur")]
    [InlineData("-", "n'est pas un nombre")]
    [InlineData(",", "n'est pas")]
    [InlineData("٣", "n'est pas un nombre")]
    public void Un_montant_illisible_est_refuse_par_une_phrase(string saisie, string attendu)
    {
        Assert.False(Saisie.TryCentimes(saisie, out var lu, out var erreur));
        Assert.Equal(0, lu);
        Assert.Contains(attendu, erreur, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_montant_negatif_passe_quand_l_appelant_le_permet()
    {
        Assert.True(Saisie.TryCentimes("- 12,5", out var lu, out _, negatifPermis: true));
        Assert.Equal(-1250, lu);
    }

    [Theory]
    [InlineData("1,5", 1_500)]
    [InlineData("0,125", 125)]
    [InlineData("0.1250000", 125)]
    [InlineData("1\u202f200", 1_200_000)]
    [InlineData("999999999", 999_999_999_000)]
    public void Une_quantite_se_lit_en_milliemes(string saisie, long milliemes)
    {
        Assert.True(Saisie.TryMilliemes(saisie, out var lue, out var erreur), erreur);
        Assert.Equal(milliemes, lue);
    }

    [Theory]
    [InlineData("-1", "une quantité est positive ou nulle")]
    [InlineData("0,1255", "a plus de 3 décimales")]
    [InlineData("1000000000", "le maximum est 999\u202f999\u202f999")]
    [InlineData("12 €", "n'est pas un nombre")]
    public void Une_quantite_absurde_est_refusee(string saisie, string attendu)
    {
        Assert.False(Saisie.TryMilliemes(saisie, out _, out var erreur));
        Assert.Contains(attendu, erreur, StringComparison.Ordinal);
    }

    [Fact]
    public void Les_valeurs_du_domaine_se_lisent_directement()
    {
        Assert.True(Saisie.TryQuantite("1,5", out var quantite, out _));
        Assert.Equal(Quantite.De(1.5m), quantite);
        Assert.True(Saisie.TryMontantHt("12,34 € HT", out var ht, out _));
        Assert.Equal(MontantHt.DEuros(12.34m), ht);
        Assert.True(Saisie.TryMontantTtc("-1", out var ttc, out _, negatifPermis: true));
        Assert.Equal(MontantTtc.DEuros(-1), ttc);
        Assert.True(Saisie.TryPrix("0,0125 €", out var prix, out _));
        Assert.Equal(PrixUnitaire.De(0.0125m), prix);
        Assert.False(Saisie.TryPrix("-0,01", out _, out var erreur));
        Assert.Equal("« -0,01 » est négatif ; un prix est positif ou nul.", erreur);
        Assert.False(Saisie.TryPrix("0,00001", out _, out _));
    }

    [Fact]
    public void Un_entier_refuse_les_decimales_mais_non_les_zeros()
    {
        Assert.True(Saisie.TryEntier("1 200,00", out var lu, out _));
        Assert.Equal(1200, lu);
        Assert.False(Saisie.TryEntier("1,5", out _, out var erreur));
        Assert.Equal("« 1,5 » n'est pas un nombre entier.", erreur);
    }

    [Fact]
    public void Une_saisie_demesuree_est_citee_coupee()
    {
        Assert.False(Saisie.TryCentimes(new string('x', 10_000), out _, out var erreur));
        Assert.InRange(erreur!.Length, 40, 80);
    }

    [Theory]
    [InlineData("16/03/2026")]
    [InlineData("16/3/2026")]
    [InlineData(" 16-03-2026 ")]
    [InlineData("16.03.2026")]
    [InlineData("2026-03-16")]
    [InlineData("2026-03-16T00:00:00")]
    [InlineData("16/03/2026 00:00")]
    [InlineData("16/03/2026\u00a0")]
    public void Une_date_se_lit_dans_ses_formes_courantes(string saisie)
    {
        Assert.True(Saisie.TryDate(saisie, out var lue, out var erreur), erreur);
        Assert.Equal(new DateOnly(2026, 3, 16), lue);
    }

    [Theory]
    [InlineData("31/02/2026", "n'existe pas dans le calendrier")]
    [InlineData("29/02/2027", "n'existe pas dans le calendrier")]
    [InlineData("03/16/2026", "n'existe pas dans le calendrier")]
    [InlineData("00/01/2026", "n'existe pas dans le calendrier")]
    [InlineData("01/01/1899", "n'est pas vraisemblable")]
    [InlineData("01/01/0026", "n'est pas vraisemblable")]
    [InlineData("01/01/2200", "n'est pas vraisemblable")]
    [InlineData("16/03/26", "quatre chiffres")]
    [InlineData("16/03-2026", "n'est pas une date")]
    [InlineData("46097", "n'est pas une date")]
    [InlineData("demain", "n'est pas une date")]
    [InlineData("", "Aucune date")]
    public void Une_date_fautive_est_refusee_par_une_phrase(string saisie, string attendu)
    {
        Assert.False(Saisie.TryDate(saisie, out _, out var erreur));
        Assert.Contains(attendu, erreur, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1900-01-01")]
    [InlineData("2199-12-31")]
    [InlineData("29/02/2028")]
    public void Les_bornes_des_dates_sont_admises(string saisie) => Assert.True(Saisie.TryDate(saisie, out _, out _));

    [Theory]
    [InlineData("14 h 30", 14, 30)]
    [InlineData("14h30", 14, 30)]
    [InlineData("14:30", 14, 30)]
    [InlineData("9 h", 9, 0)]
    [InlineData("14\u00a0h\u00a030", 14, 30)]
    public void Une_heure_se_lit(string saisie, int heures, int minutes)
    {
        Assert.True(Saisie.TryHeure(saisie, out var lue, out _));
        Assert.Equal(new TimeOnly(heures, minutes), lue);
    }

    [Theory]
    [InlineData("24 h")]
    [InlineData("12:60")]
    [InlineData("midi")]
    public void Une_heure_fautive_est_refusee(string saisie)
    {
        Assert.False(Saisie.TryHeure(saisie, out _, out var erreur));
        Assert.Contains("14 h 30", erreur, StringComparison.Ordinal);
    }
}
