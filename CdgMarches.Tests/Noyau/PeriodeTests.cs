using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using FsCheck;
using FsCheck.Fluent;

namespace CdgMarches.Tests.Noyau;

public sealed class PeriodeTests
{
    private static readonly DateOnly Premier = new(2026, 3, 10);
    private static readonly DateOnly Dernier = new(2026, 7, 15);

    [Fact]
    public void Les_deux_jours_extremes_sont_dans_la_periode()
    {
        var periode = new Periode(Premier, Dernier);

        Assert.True(periode.Contient(Premier));
        Assert.True(periode.Contient(Dernier));
        Assert.False(periode.Contient(Premier.AddDays(-1)));
        Assert.False(periode.Contient(Dernier.AddDays(1)));
        Assert.Equal(128, periode.Jours);
    }

    [Fact]
    public void Sans_fin_elle_contient_tout_l_avenir()
    {
        var periode = new Periode(Premier);

        Assert.True(periode.EstSansFin);
        Assert.Null(periode.Jours);
        Assert.True(periode.Contient(DateOnly.MaxValue));
        Assert.False(periode.Contient(Premier.AddDays(-1)));
    }

    [Fact]
    public void Une_periode_ne_finit_pas_avant_de_commencer()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Periode(Premier, Premier.AddDays(-1)));
        Assert.Equal(1, new Periode(Premier, Premier).Jours);
    }

    [Fact]
    public void Deux_periodes_qui_se_touchent_d_un_jour_se_chevauchent()
    {
        var periode = new Periode(Premier, Dernier);

        Assert.True(periode.Chevauche(new Periode(Dernier)));
        Assert.False(periode.Chevauche(new Periode(Dernier.AddDays(1))));
        Assert.True(periode.Chevauche(new Periode(Premier.AddDays(-10), Premier)));
        Assert.False(periode.Chevauche(new Periode(Premier.AddDays(-10), Premier.AddDays(-1))));
    }

    [Fact]
    public void L_annee_bissextile_a_366_jours()
    {
        Assert.Equal(366, Periode.Annee(2028).Jours);
        Assert.Equal(365, Periode.Annee(2027).Jours);
        Assert.Equal(new Periode(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)), Periode.Annee(2026));
    }

    [Fact]
    public void Se_chevaucher_c_est_avoir_un_jour_commun() =>
        Prop.ForAll(
                Periodes(),
                Periodes(),
                (a, b) =>
                {
                    var commun = Enumerable
                        .Range(0, 30)
                        .Any(i => a.Contient(Premier.AddDays(i)) && b.Contient(Premier.AddDays(i)));
                    var intersection = a.Intersection(b);
                    return a.Chevauche(b) == commun
                        && b.Chevauche(a) == commun
                        && intersection is not null == commun
                        && (
                            intersection is null
                            || Enumerable
                                .Range(0, 30)
                                .Select(i => Premier.AddDays(i))
                                .All(j => intersection.Contient(j) == (a.Contient(j) && b.Contient(j)))
                        );
                }
            )
            .Verifier();

    private static Arbitrary<Periode> Periodes() =>
        (
            from debut in Gen.Choose(0, 12)
            from duree in Gen.Choose(-1, 12)
            select new Periode(Premier.AddDays(debut), duree < 0 ? null : Premier.AddDays(debut + duree))
        ).ToArbitrary();
}
