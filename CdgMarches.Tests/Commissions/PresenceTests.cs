using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using FsCheck;
using FsCheck.Fluent;

namespace CdgMarches.Tests.Commissions;

public sealed class PresenceTests
{
    private static readonly DateOnly Jour = new(2026, 3, 16);
    private static readonly DateTimeOffset H = HorlogeFigee.Origine;

    [Fact]
    public void Le_suppleant_present_avec_son_titulaire_ne_compte_pas()
    {
        var seance = UneCommission.De(3).EnAppel(Jour);
        var place = seance.Places[0];

        var feuille = UneCommission.Feuille(seance, [place.Titulaire!.Value, place.Suppleant!.Value]);

        Assert.Equal(1, feuille.Voix());
        Assert.Equal(QualiteEnSeance.Titulaire, feuille.Voix(place));
    }

    [Fact]
    public void Une_voix_consultative_ne_compte_jamais()
    {
        var seance = UneCommission.De(8).EnAppel(Jour);

        var feuille = UneCommission.Feuille(seance, [.. seance.Places.Take(4).Select(p => p.Titulaire!.Value), Guid.NewGuid()]);

        Assert.Equal(4, feuille.Voix());
        Assert.False(seance.QuorumDe(8).EstAtteint(feuille.Voix()));
    }

    [Fact]
    public void Le_suppleant_sans_conflit_remplace_le_titulaire_qui_se_deporte()
    {
        var seance = UneCommission.De(3).EnAppel(Jour);
        var place = seance.Places[1];
        seance.DeclarerDeport(1, place.Titulaire!.Value, "Titulaire", "Actionnaire d'un candidat", parLaPersonne: true, H);

        var seul = UneCommission.Feuille(seance, [place.Titulaire.Value]);
        var remplace = UneCommission.Feuille(seance, [place.Titulaire.Value, place.Suppleant!.Value]);

        Assert.Null(seul.Voix(place, 1));
        Assert.Equal(QualiteEnSeance.Titulaire, seul.Voix(place));
        Assert.Equal(QualiteEnSeance.Suppleant, remplace.Voix(place, 1));
    }

    [Fact]
    public void Un_siege_compte_au_plus_une_voix_et_jamais_plus_de_voix_que_de_sieges() =>
        Prop.ForAll(
                Gen.Choose(1, 12).Zip(Gen.Choose(0, int.MaxValue)).ToArbitrary(),
                cas =>
                {
                    var (sieges, tirage) = cas;
                    var seance = UneCommission.De(sieges).EnAppel(Jour);
                    var hasard = new System.Random(tirage);
                    var presents = seance
                        .Places.SelectMany(p => new[] { p.Titulaire!.Value, p.Suppleant!.Value })
                        .Where(_ => hasard.Next(2) == 0)
                        .ToHashSet();
                    var feuille = UneCommission.Feuille(seance, presents);
                    var attendues = seance.Places.Count(p =>
                        presents.Contains(p.Titulaire!.Value) || presents.Contains(p.Suppleant!.Value)
                    );
                    return feuille.Voix() == attendues && feuille.Voix() <= sieges && feuille.VoixA(H) == attendues;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void L_heure_ou_le_quorum_est_atteint_est_celle_depuis_laquelle_il_tient()
    {
        var seance = UneCommission.De(3).EnAppel(Jour);
        var personnes = seance.Places.Select(p => p.Titulaire!.Value).ToArray();
        var partie = new Presence(seance.Id, personnes[1], false, H.AddMinutes(1));
        partie.Partir(H.AddMinutes(10));
        var feuille = new FeuilleDePresence(
            seance.Places,
            [
                new Presence(seance.Id, personnes[0], false, H),
                partie,
                new Presence(seance.Id, personnes[2], true, H.AddMinutes(12)),
            ],
            []
        );

        Assert.Equal(H.AddMinutes(12), feuille.AtteintDepuis(Quorum.De(3)));
        Assert.Equal(2, feuille.VoixA(H.AddMinutes(5)));
        Assert.Equal(1, feuille.VoixA(H.AddMinutes(11)));
    }

    [Fact]
    public void Sans_president_ni_suppleant_la_seance_ne_s_ouvre_pas_meme_si_le_quorum_est_atteint()
    {
        var seance = UneCommission.De(3).EnAppel(Jour);
        var feuille = UneCommission.Feuille(seance, seance.Places.Where(p => !p.EstPresident).Select(p => p.Titulaire!.Value));

        var verdict = seance.PeutOuvrir(feuille, EtatDesConvocations.Regulieres);

        Assert.Equal("RG2.08", Assert.Single(verdict.Obstacles).Code);
        Assert.True(seance.PeutConstaterLaCarence(feuille).EstFavorable);
    }

    [Fact]
    public void Le_suppleant_du_president_preside()
    {
        var seance = UneCommission.De(3).EnAppel(Jour);
        var presents = seance.Places.Select(p => p.EstPresident ? p.Suppleant!.Value : p.Titulaire!.Value);

        seance.Ouvrir(UneCommission.Feuille(seance, presents), EtatDesConvocations.Regulieres, null, H);

        Assert.Equal(EtatDeSeance.Ouverte, seance.Etat);
    }

    [Fact]
    public void Le_quorum_perdu_desactive_les_decisions_et_dit_pourquoi()
    {
        var seance = UneCommission.De(3).EnAppel(Jour);
        var tous = seance.Places.Select(p => p.Titulaire!.Value).ToList();
        seance.Ouvrir(UneCommission.Feuille(seance, tous), EtatDesConvocations.Regulieres, null, H);

        var verdict = seance.PeutDeciderLePoint(1, UneCommission.Feuille(seance, tous.Take(1)));

        Assert.Equal("1 voix présente sur 3 : il en faut 2.", Assert.Single(verdict.Obstacles).Message);
        Assert.Throws<RegleMetierException>(() =>
            seance.Decider(1, UneDecision(1), UneCommission.Feuille(seance, tous.Take(1)), H)
        );
    }

    private static DecisionProposee UneDecision(int pour) =>
        new(IssueDuPoint.Attribution, new Decompte(pour, 0, 0), Attributaire: "Alpha", Motifs: "Offre la mieux classée");
}
