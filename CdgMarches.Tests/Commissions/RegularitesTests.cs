using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Commissions.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;

namespace CdgMarches.Tests.Commissions;

public sealed class RegularitesTests
{
    private static readonly DateOnly Vendredi = new(2026, 3, 20);
    private static readonly DateTimeOffset H = HorlogeFigee.Origine;
    private static readonly ReglesDeCommission TardifPermis = ReglesDeCommission.ParDefaut with { EnvoiTardifPermis = true };

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Sans_suppleant_on_ne_convoque_pas_la_ou_la_convention_l_impose(bool obligatoire, bool permis)
    {
        var commission = SansUnSuppleant(ReglesDeCommission.ParDefaut with { SuppleantObligatoire = obligatoire });
        var seance = commission.Programmee(Vendredi);
        seance.AjouterPoint(UneCommission.UnPoint());
        var verdict = seance.PeutConvoquer(Vendredi.AddDays(-8), commission.Commission.Composer(Vendredi), []);
        Assert.Equal(permis, verdict.EstFavorable);
        Assert.Empty(verdict.Avertissements);
        if (!permis)
        {
            Assert.Equal("RG2.07", Assert.Single(verdict.Obstacles).Code);
        }
    }

    [Fact]
    public void Un_suppleant_perdu_apres_l_envoi_demande_un_motif_a_l_ouverture_sans_empecher_la_reunion()
    {
        var commission = UneCommission.De(3);
        var seance = commission.Convoquee(Vendredi);
        Perdre(commission);
        var composition = commission.Commission.Composer(Vendredi);
        Assert.True(seance.PeutOuvrirLAppel(Vendredi, composition, [], EtatDesConvocations.Regulieres).EstFavorable);
        seance.OuvrirLAppel(Vendredi, composition, [], EtatDesConvocations.Regulieres, H);
        var feuille = UneCommission.Feuille(seance, seance.Places.Select(p => p.Titulaire!.Value));
        var verdict = seance.PeutOuvrir(feuille, EtatDesConvocations.Regulieres);
        Assert.True(verdict.EstFavorable);
        Assert.IsType<SuppleantsDesignes>(Assert.Single(verdict.Avertissements));
        Assert.True(
            Assert
                .Throws<RegleMetierException>(() => seance.Ouvrir(feuille, EtatDesConvocations.Regulieres, null, H))
                .MotifAttendu
        );
        seance.Ouvrir(feuille, EtatDesConvocations.Regulieres, "Démission du suppléant le 18 mars", H);
        Assert.Equal("Démission du suppléant le 18 mars", seance.MotifDOuverture);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Une_convocation_jamais_adressee_bloque_toujours_meme_avec_un_motif(bool tardifPermis)
    {
        var convocations = new EtatDesConvocations(["Mme A"], [], []);
        var commission = UneCommission.De(3, ReglesDeCommission.ParDefaut with { EnvoiTardifPermis = tardifPermis });
        var seance = commission.Convoquee(Vendredi);
        var verdict = seance.PeutOuvrirLAppel(Vendredi, commission.Commission.Composer(Vendredi), [], convocations);
        Assert.IsType<ConvocationsAdressees>(Assert.Single(verdict.Obstacles));

        // Even once the roll call is open: a mail may come back meanwhile.
        seance.OuvrirLAppel(Vendredi, commission.Commission.Composer(Vendredi), [], EtatDesConvocations.Regulieres, H);
        var feuille = UneCommission.Feuille(seance, seance.Places.Select(p => p.Titulaire!.Value));
        Assert.Throws<RegleMetierException>(() => seance.Ouvrir(feuille, convocations, "Prévenue par téléphone", H));
        seance.Annuler("Convocation revenue");
        Assert.Equal(EtatDeSeance.Annulee, seance.Etat);
    }

    [Fact]
    public void Une_convocation_tardive_bloque_sauf_si_la_convention_permet_l_envoi_tardif_avec_un_motif()
    {
        var convocations = new EtatDesConvocations([], ["M. B"], []);
        Assert.IsType<ConvocationsATemps>(Assert.Single(convocations.Examiner(ReglesDeCommission.ParDefaut).Obstacles));
        var permise = convocations.Examiner(TardifPermis);
        Assert.True(permise.EstFavorable);
        Assert.IsType<ConvocationsATemps>(Assert.Single(permise.Avertissements));
    }

    [Fact]
    public void Un_invite_tardif_demande_un_motif_sans_bloquer() =>
        Assert.IsType<InvitesConvoquesATemps>(
            Assert.Single(new EtatDesConvocations([], [], ["Comptable"]).Examiner(ReglesDeCommission.ParDefaut).Avertissements)
        );

    [Fact]
    public void Designe_depuis_l_envoi_on_le_convoque_dans_le_delai_un_invite_jusqu_au_bout()
    {
        var seance = UneCommission.De(3).Convoquee(Vendredi);
        Destinataire elu = new(
            Guid.NewGuid(),
            Guid.NewGuid(),
            QualiteEnSeance.Titulaire,
            "Mme C",
            "",
            "Lens",
            "c@exemple.fr",
            null
        );
        var invite = elu with { Siege = null, Qualite = QualiteEnSeance.Consultatif };
        Assert.True(seance.PeutCompleter(new(2026, 3, 14), [elu]).EstFavorable);
        Assert.Equal("RG2.10", Assert.Single(seance.PeutCompleter(new(2026, 3, 15), [elu, invite]).Obstacles).Code);
        Assert.True(seance.PeutCompleter(new(2026, 3, 19), [invite]).EstFavorable);
        Assert.IsType<QuelquUnAConvoquer>(Assert.Single(seance.PeutCompleter(new(2026, 3, 14), []).Obstacles));
        seance.Completer(new(2026, 3, 19), [invite], "Expert désigné le 18");
        Assert.EndsWith("Expert désigné le 18", seance.MotifDEnvoi, StringComparison.Ordinal);
    }

    [Fact]
    public void Le_deport_qui_fait_perdre_le_quorum_du_point_n_empeche_pas_les_autres_points()
    {
        var seance = UneCommission.De(4).EnAppel(Vendredi, points: 2);
        var presents = seance.Places.Take(3).Select(p => p.Titulaire!.Value).ToList();
        seance.DeclarerDeport(1, presents[2], "T", null, parLaPersonne: false, H);
        var feuille = UneCommission.Feuille(seance, presents);
        seance.Ouvrir(feuille, EtatDesConvocations.Regulieres, null, H);
        Assert.Equal("RG2.20", Assert.Single(seance.PeutDeciderLePoint(1, feuille).Obstacles).Code);
        Assert.True(seance.PeutDeciderLePoint(2, feuille).EstFavorable);
        seance.Decider(1, new(IssueDuPoint.Ajourne), feuille, H);

        // The denominator stays at four: the alternate without conflict brings the voice back.
        var avecSuppleant = UneCommission.Feuille(seance, [.. presents, seance.Places[2].Suppleant!.Value]);
        Assert.Equal((2, 3), (feuille.Voix(1), avecSuppleant.Voix(1)));
        Assert.Equal(3, seance.QuorumDe(avecSuppleant.Sieges, 1).Requis);
    }

    [Fact]
    public void Le_president_qui_se_deporte_sans_suppleant_laisse_le_point_sans_presidence()
    {
        var seance = UneCommission.De(3).EnAppel(Vendredi);
        var president = seance.Places.Single(p => p.EstPresident);
        seance.DeclarerDeport(1, president.Titulaire!.Value, "P", null, parLaPersonne: false, H);
        var tous = seance.Places.Select(p => p.Titulaire!.Value).ToList();
        seance.Ouvrir(UneCommission.Feuille(seance, tous), EtatDesConvocations.Regulieres, null, H);
        Assert.Equal("RG2.08", Assert.Single(seance.PeutDeciderLePoint(1, UneCommission.Feuille(seance, tous)).Obstacles).Code);
        Assert.True(
            seance.PeutDeciderLePoint(1, UneCommission.Feuille(seance, [.. tous, president.Suppleant!.Value])).EstFavorable
        );
    }

    [Fact]
    public void Seul_le_president_present_une_seconde_reunion_s_ouvre_avec_un_motif_et_sans_lui_jamais()
    {
        var commission = UneCommission.De(9);
        var premiere = commission.EnAppel(Vendredi);
        premiere.ConstaterLaCarence(UneCommission.Feuille(premiere, []), H);
        var jour = new DateOnly(2026, 3, 26);
        var seconde = premiere.PreparerLaSeconde(new(2026, 2), UneCommission.UneReunion(jour), Vendredi);
        seconde.Convoquer(Vendredi, commission.Commission.Composer(jour), [], null);
        seconde.OuvrirLAppel(jour, commission.Commission.Composer(jour), [], EtatDesConvocations.Regulieres, H);
        var membre = seconde.Places.First(p => !p.EstPresident).Titulaire!.Value;
        var sansPresident = UneCommission.Feuille(seconde, [membre]);
        Assert.Equal("RG2.08", Assert.Single(seconde.PeutOuvrir(sansPresident, EtatDesConvocations.Regulieres).Obstacles).Code);
        Assert.True(seconde.PeutConstaterLaCarence(sansPresident).EstFavorable);
        var president = UneCommission.Feuille(seconde, [seconde.Places.Single(p => p.EstPresident).Titulaire!.Value]);
        Assert.IsType<PlusieursVoixPresentes>(
            Assert.Single(seconde.PeutOuvrir(president, EtatDesConvocations.Regulieres).Avertissements)
        );
        seconde.Ouvrir(president, EtatDesConvocations.Regulieres, "Validité des offres", H);
        seconde.Decider(
            1,
            new(IssueDuPoint.Attribution, new Decompte(1, 0, 0), Attributaire: "Alpha", Motifs: "Classement"),
            president,
            H
        );
        Assert.Equal(IssueDuPoint.Attribution, seconde.Points[0].Issue);
    }

    private static UneCommission SansUnSuppleant(ReglesDeCommission regles)
    {
        var commission = UneCommission.De(3, regles);
        Perdre(commission);
        return commission;
    }

    private static void Perdre(UneCommission commission)
    {
        var suppleant = commission.Commission.Designations.Last(d => d.Rang is QualiteEnSeance.Suppleant);
        commission.Commission.CorrigerDesignation(
            suppleant.Id,
            UneCommission.Designe(QualiteEnSeance.Suppleant, suppleant.Nom, au: Vendredi.AddDays(-2))
        );
    }
}
