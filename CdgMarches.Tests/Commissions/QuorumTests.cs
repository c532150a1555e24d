using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau.Calendrier;
using CdgMarches.Tests.Outils;
using FsCheck.Fluent;

namespace CdgMarches.Tests.Commissions;

public sealed class QuorumTests
{
    [Fact]
    public void Le_quorum_est_exactement_plus_de_la_moitie_des_voix_de_1_a_500()
    {
        for (var voix = 1; voix <= 500; voix++)
        {
            var quorum = Quorum.De(voix);
            Assert.True(2 * quorum.Requis > voix);
            Assert.False(2 * (quorum.Requis - 1) > voix);
        }
    }

    [Fact]
    public void Autour_de_la_moitie_la_regle_bascule_ou_il_faut() =>
        Prop.ForAll(
                Gen.Choose(1, 500).Zip(Gen.Choose(-2, 2)).ToArbitrary(),
                cas =>
                {
                    var (voix, ecart) = cas;
                    var presents = Math.Max(0, (voix / 2) + ecart);
                    return Quorum.De(voix).EstAtteint(presents) == (2 * presents > voix);
                }
            )
            .Verifier();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(4, 3)]
    [InlineData(8, 5)]
    [InlineData(9, 5)]
    [InlineData(62, 32)]
    public void Le_quorum_de_la_convention(int voix, int requis) => Assert.Equal(requis, Quorum.De(voix).Requis);

    [Theory]
    [InlineData(8, 4)]
    [InlineData(9, 5)]
    public void La_moitie_au_moins_se_regle(int voix, int requis) =>
        Assert.Equal(requis, Quorum.De(voix, TypeDeQuorum.LaMoitieAuMoins).Requis);

    [Fact]
    public void Sans_condition_une_voix_suffit_une_salle_vide_non()
    {
        Assert.True(Quorum.SansCondition(9).EstAtteint(1));
        Assert.False(Quorum.SansCondition(9).EstAtteint(0));
    }

    [Fact]
    public void Dernier_envoi_et_premiere_reunion_sont_inverses_dans_toutes_les_zones() =>
        Prop.ForAll(
                Generateurs.Jours,
                Generateurs.Entiers(0, 15),
                Generateurs.Zones,
                (jour, francs, zone) =>
                {
                    var delai = new DelaiDeConvocation(jour, francs, jour.AddDays(-francs - 1), zone);
                    return JoursFrancs.PremiereDateApres(delai.AuPlusTard, francs) == jour
                        && delai.ProchaineDatePossible == jour
                        && delai.JoursRestants == 0
                        && delai.Conseille <= delai.AuPlusTard
                        && JoursOuvres.Est(delai.Conseille, zone);
                }
            )
            .Verifier();

    [Theory]
    [InlineData("2026-03-10T23:30:00Z", "Europe/Paris", "2026-03-11")]
    [InlineData("2026-03-29T22:30:00Z", "Europe/Paris", "2026-03-30")]
    [InlineData("2026-03-28T22:30:00Z", "Europe/Paris", "2026-03-28")]
    [InlineData("2026-10-24T22:30:00Z", "Europe/Paris", "2026-10-25")]
    [InlineData("2026-10-25T22:30:00Z", "Europe/Paris", "2026-10-25")]
    [InlineData("2026-03-10T02:00:00Z", "America/Martinique", "2026-03-09")]
    public void Le_jour_d_envoi_est_celui_du_cdg_meme_la_nuit_du_changement_d_heure(string utc, string fuseau, string attendu) =>
        Assert.Equal(
            DateOnly.ParseExact(attendu, "O"),
            FuseauLegal.De(fuseau).Jour(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture))
        );
}
