using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Noyau.Calendrier;
using FsCheck;
using FsCheck.Fluent;

namespace CdgMarches.Tests.Courriels;

public sealed class CalendrierDeRelancesTests
{
    private const ZoneDeJoursFeries Zone = ZoneDeJoursFeries.Metropole;
    private static readonly int[] Jours = [-15, -5, -1, 2];

    [Fact]
    public void Les_echelons_tombent_aux_jours_regles_ou_le_premier_jour_ouvre_qui_suit()
    {
        // 31 March 2026 is a Tuesday: J-15 falls on Monday the 16th, J-5 on Thursday the 26th, J+2 on Thursday 2 April.
        var echelons = CalendrierDeRelances.De(new DateOnly(2026, 3, 31), Jours, Zone);
        Assert.Equal(
            [new(2026, 3, 16), new(2026, 3, 26), new(2026, 3, 30), new DateOnly(2026, 4, 2)],
            echelons.Select(e => e.Date)
        );

        // Closing on Sunday 5 April 2026: J+2 is the Tuesday after Easter Monday, J-1 moves past Easter Monday to it too.
        Assert.Equal(new DateOnly(2026, 4, 7), CalendrierDeRelances.De(new DateOnly(2026, 4, 5), [-1], Zone)[0].Date);
    }

    [Theory]
    [InlineData("2026-03-15", null)] // a Sunday, the day before the first step
    [InlineData("2026-03-16", -15)]
    [InlineData("2026-03-18", -15)] // caught up two working days later
    [InlineData("2026-03-19", null)] // too late: it would no longer be true
    [InlineData("2026-03-30", -1)]
    [InlineData("2026-04-03", 2)]
    [InlineData("2026-04-06", null)] // Easter Monday
    public void Un_echelon_manque_se_rattrape_deux_jours_ouvres_puis_s_abandonne(string jour, int? attendu)
    {
        var echelons = CalendrierDeRelances.De(new DateOnly(2026, 3, 31), Jours, Zone);
        var du = CalendrierDeRelances.Du(DateOnly.Parse(jour, System.Globalization.CultureInfo.InvariantCulture), echelons, Zone);
        Assert.Equal(attendu, du?.Jours);
    }

    [Theory]
    [InlineData("2026-03-19", true)] // Thursday after Monday the 16th: the third working day is not over
    [InlineData("2026-03-18", true)]
    [InlineData("2026-03-20", false)]
    public void Une_personne_n_est_pas_relancee_deux_fois_en_trois_jours_ouvres(string jour, bool tropProche) =>
        Assert.Equal(
            tropProche,
            CalendrierDeRelances.EstTropProche(
                new DateOnly(2026, 3, 17),
                DateOnly.Parse(jour, System.Globalization.CultureInfo.InvariantCulture),
                Zone
            )
        );

    [Theory]
    [InlineData("-15 ; -5 ; -1 ; 2", new[] { -15, -5, -1, 2 })]
    [InlineData("", new int[0])]
    [InlineData("-5,x", null)]
    [InlineData("-61", null)]
    [InlineData("31", null)]
    public void Le_reglage_des_jours_se_lit_ou_se_refuse(string texte, int[]? attendus) =>
        Assert.Equal(attendus, CalendrierDeRelances.Lire(texte));

    [Fact]
    public void Aucun_echelon_ne_tombe_un_jour_non_ouvre_ni_avant_le_jour_regle() =>
        Prop.ForAll(
                Gen.Choose(0, 3650).ToArbitrary(),
                rang =>
                {
                    var cloture = new DateOnly(2024, 1, 1).AddDays(rang);
                    return CalendrierDeRelances
                        .De(cloture, Jours, Zone)
                        .All(e =>
                            JoursOuvres.Est(e.Date, Zone)
                            && e.Date >= cloture.AddDays(e.Jours)
                            && e.Date <= cloture.AddDays(e.Jours + 5)
                        );
                }
            )
            .QuickCheckThrowOnFailure();
}
