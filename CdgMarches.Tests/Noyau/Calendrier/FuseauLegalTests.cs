using CdgMarches.Domain.Noyau.Calendrier;
using CdgMarches.Tests.Outils;
using FsCheck.Fluent;

namespace CdgMarches.Tests.Noyau.Calendrier;

public sealed class FuseauLegalTests
{
    private static readonly string[] Fuseaux =
    [
        "Europe/Paris",
        "America/Guadeloupe",
        "America/Martinique",
        "America/Cayenne",
        "America/Miquelon",
        "America/St_Barthelemy",
        "America/Marigot",
        "Indian/Reunion",
        "Indian/Mayotte",
        "Pacific/Noumea",
        "Pacific/Tahiti",
        "Pacific/Wallis",
    ];

    [Theory]
    [InlineData(28, 28)] // 23 h 30, heure d'hiver
    [InlineData(29, 30)] // 0 h 30 le lendemain, heure d'été
    public void Le_jour_legal_est_celui_du_fuseau(int jourUtc, int jourLegal) =>
        Assert.Equal(new DateOnly(2026, 3, jourLegal), FuseauLegal.Paris.Jour(Utc(2026, 3, jourUtc, 22, 30)));

    [Fact]
    public void L_heure_de_cloture_est_celle_du_fuseau()
    {
        Assert.Equal(Utc(2026, 7, 15, 10, 0), FuseauLegal.Paris.Instant(new DateOnly(2026, 7, 15), new TimeOnly(12, 0)));
        Assert.Equal(Utc(2026, 12, 15, 11, 0), FuseauLegal.Paris.Instant(new DateOnly(2026, 12, 15), new TimeOnly(12, 0)));
        Assert.Equal(Utc(2026, 7, 15, 22, 0), FuseauLegal.Paris.FinDuJour(new DateOnly(2026, 7, 15)));
        Assert.Equal(new TimeOnly(14, 30), FuseauLegal.Paris.Heure(Utc(2026, 7, 15, 12, 30)));
        Assert.Equal(TimeSpan.FromHours(2), FuseauLegal.Paris.Local(Utc(2026, 7, 15, 12, 30)).Offset);
    }

    [Fact]
    public void Une_heure_sautee_ou_repetee_ne_raccourcit_aucun_delai()
    {
        // 2 h 30 n'existe pas le 29 mars 2026 : c'est 3 h 30 d'été. Le 25 octobre elle existe deux fois : c'est la seconde.
        Assert.Equal(Utc(2026, 3, 29, 1, 30), FuseauLegal.Paris.Instant(new DateOnly(2026, 3, 29), new TimeOnly(2, 30)));
        Assert.Equal(Utc(2026, 10, 25, 1, 30), FuseauLegal.Paris.Instant(new DateOnly(2026, 10, 25), new TimeOnly(2, 30)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Europe/Arras")]
    [InlineData("Romance Standard Time")]
    public void Un_fuseau_inconnu_est_refuse(string? identifiant)
    {
        Assert.False(FuseauLegal.TryDe(identifiant, out _));
        Assert.Throws<ArgumentException>(() => FuseauLegal.De(identifiant!));
    }

    [Fact]
    public void Les_fuseaux_francais_sont_connus() => Assert.All(Fuseaux, f => Assert.Equal(f, FuseauLegal.De(f).Identifiant));

    [Fact]
    public void Un_instant_appartient_au_jour_dont_la_fin_vient_apres_lui() =>
        Prop.ForAll(
                Generateurs.Jours,
                Generateurs.Entiers(0, 1439),
                Gen.Elements(Fuseaux).ToArbitrary(),
                (jour, minutes, nom) =>
                {
                    var fuseau = FuseauLegal.De(nom);
                    var instant = new DateTimeOffset(jour.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddMinutes(minutes);
                    var legal = fuseau.Jour(instant);
                    return fuseau.FinDuJour(legal.AddDays(-1)) <= instant && instant < fuseau.FinDuJour(legal);
                }
            )
            .Verifier();

    private static DateTimeOffset Utc(int annee, int mois, int jour, int heure, int minute) =>
        new(annee, mois, jour, heure, minute, 0, TimeSpan.Zero);
}
