using CdgMarches.App.Socle;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Tests.Socle;

public sealed class FormatsTests
{
    [Fact]
    public void Les_montants_ne_se_coupent_pas()
    {
        Assert.Equal("1\u202f234,56\u00a0€", Formats.Euros(1234.56m));
        Assert.Equal("1\u202f234\u202f567,00\u00a0€\u00a0HT", Formats.CentimesHt(123_456_700));
        Assert.Equal("-0,50\u00a0€", Formats.Centimes(-50));
        Assert.Equal("0,00\u00a0€\u00a0TTC", Formats.EurosTtc(0));
    }

    [Fact]
    public void Les_quantites_n_ont_pas_de_decimale_inutile()
    {
        Assert.Equal("1\u202f234", Formats.Milliemes(1_234_000));
        Assert.Equal("0,125", Formats.Milliemes(125));
        Assert.Equal("1,5\u00a0kg", Formats.Milliemes(1_500, "kg"));
        Assert.Equal("12,5\u00a0%", Formats.Pourcentage(0.125m));
        Assert.Equal("68\u00a0%", Formats.Pourcentage(0.68m));
        Assert.Equal("+50\u00a0%", Formats.Ecart(0.5m));
        Assert.Equal("1,5\u00a0kg", Formats.Quantite(Quantite.De(1.5m), "kg"));
        Assert.Equal("—", Formats.Quantite((Quantite?)null));
        Assert.Equal("0,0125\u00a0€", Formats.Prix(PrixUnitaire.De(0.0125m)));
        Assert.Equal("12,50\u00a0€\u00a0HT", Formats.Montant(MontantHt.DEuros(12.5m)));
        Assert.Equal("12,50\u00a0€\u00a0TTC", Formats.Montant(MontantTtc.DEuros(12.5m)));
        Assert.Equal("-33\u00a0%", Formats.Ecart(-0.3333m));
    }

    [Fact]
    public void Les_dates_et_heures_sont_francaises_et_a_l_heure_de_paris()
    {
        Assert.Equal("16/03/2026", Formats.DateCourte(new DateOnly(2026, 3, 16)));
        Assert.Equal("—", Formats.DateCourte(null));
        Assert.Equal("16 mars 2026", Formats.DateLongue(new DateOnly(2026, 3, 16)));
        Assert.Equal("1er août 2026", Formats.DateLongue(new DateOnly(2026, 8, 1)));
        Assert.Equal("lundi 16 mars 2026", Formats.DateAvecJour(new DateOnly(2026, 3, 16)));
        Assert.Equal("9\u00a0h\u00a005", Formats.Heure(new TimeOnly(9, 5)));
        var instant = new DateTimeOffset(2026, 3, 9, 23, 30, 0, TimeSpan.Zero);
        Assert.Equal(
            "10/03/2026 à 0\u00a0h\u00a030",
            Formats.Instant(instant, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"))
        );
        Assert.Equal("9 mars 2026 à 23\u00a0h\u00a030", Formats.InstantLong(instant, TimeZoneInfo.Utc));
    }

    [Fact]
    public void Les_numeros_sont_groupes_et_les_tailles_lisibles()
    {
        Assert.Equal("200\u00a0012\u00a0345\u00a000018", Formats.Siret("20001234500018"));
        Assert.Equal("200\u00a0012\u00a0345", Formats.Siren("200012345"));
        Assert.Equal("inconnu", Formats.Siret("inconnu"));
        Assert.Equal("1 octet", Formats.TailleDeFichier(1));
        Assert.Equal("350\u00a0Ko", Formats.TailleDeFichier(350 * 1024));
        Assert.Equal("1,2\u00a0Mo", Formats.TailleDeFichier(1_258_291));
        Assert.Equal("0 ligne", Formats.Compter(0, "ligne"));
        Assert.Equal("1 ligne", Formats.Compter(1, "ligne"));
        Assert.Equal("1\u202f200 lignes", Formats.Compter(1200, "ligne"));
        Assert.Equal("2 journaux", Formats.Compter(2, "journal", "journaux"));
    }

    [Theory]
    [InlineData(123_456)]
    [InlineData(0)]
    [InlineData(99_999_999)]
    public void Ce_qui_est_montre_se_relit(long centimes)
    {
        Assert.True(Saisie.TryCentimes(Formats.CentimesHt(centimes), out var lu, out _));
        Assert.Equal(centimes, lu);
        Assert.True(Saisie.TryMilliemes(Formats.Milliemes(centimes), out var milliemes, out _));
        Assert.Equal(centimes, milliemes);
    }
}
