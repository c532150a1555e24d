using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Commissions.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Parametres;
using CdgMarches.Tests.Outils;

namespace CdgMarches.Tests.Commissions;

public sealed class SeanceTests
{
    private static readonly DateOnly Vendredi = new(2026, 3, 20);
    private static readonly DateTimeOffset H = HorlogeFigee.Origine;

    [Theory]
    [InlineData("2026-03-14", true, 0)]
    [InlineData("2026-03-15", false, 1)]
    [InlineData("2026-03-16", false, 2)]
    [InlineData("2026-03-20", false, 6)]
    public void Cinq_jours_francs_separent_l_envoi_de_la_seance(string envoi, bool permis, int manquants)
    {
        var commission = UneCommission.De(3);
        var seance = commission.Programmee(Vendredi);
        seance.AjouterPoint(UneCommission.UnPoint());

        var verdict = seance.PeutConvoquer(DateOnly.ParseExact(envoi, "O"), commission.Commission.Composer(Vendredi), []);

        Assert.Equal(permis, verdict.EstFavorable);
        if (!permis)
        {
            var delai = Assert.IsType<ConvocationDansLeDelai>(Assert.Single(verdict.Obstacles));
            Assert.Equal(manquants, delai.Manquants);
            Assert.StartsWith(
                "La convocation devait partir au plus tard le 14 mars 2026",
                delai.Message,
                StringComparison.Ordinal
            );
            Assert.Equal("Convention constitutive, art. 3.2", delai.Fondement);
        }
    }

    [Fact]
    public void Envoyer_quand_meme_demande_le_reglage_de_la_convention_et_un_motif()
    {
        var commission = UneCommission.De(3, ReglesDeCommission.ParDefaut with { EnvoiTardifPermis = true });
        var seance = commission.Programmee(Vendredi);
        seance.AjouterPoint(UneCommission.UnPoint());
        var composition = commission.Commission.Composer(Vendredi);

        Assert.True(
            Assert.Throws<RegleMetierException>(() => seance.Convoquer(new(2026, 3, 16), composition, [], null)).MotifAttendu
        );
        seance.Convoquer(new(2026, 3, 16), composition, [], "Fin de validité des offres le 21");

        Assert.Equal("Fin de validité des offres le 21", seance.MotifDEnvoi);
    }

    [Fact]
    public void Une_seance_dans_le_passe_et_deux_a_la_fois_sont_refusees_ensemble()
    {
        var verdict = Seance.PeutProgrammer(
            UneCommission.UneReunion(Vendredi),
            Vendredi.AddDays(1),
            ReglesDeCommission.ParDefaut,
            3,
            "CAO-2026-004"
        );

        Assert.Equal([typeof(SeancePasDansLePasse), typeof(UneSeuleSeanceALaFois)], verdict.Obstacles.Select(o => o.GetType()));
    }

    [Fact]
    public void A_distance_une_commission_de_deux_sieges_est_avertie()
    {
        var verdict = Seance.PeutProgrammer(
            UneCommission.UneReunion(Vendredi, ModeDeReunion.Distance),
            new(2026, 3, 1),
            ReglesDeCommission.ParDefaut,
            2,
            null
        );

        Assert.True(verdict.EstFavorable);
        Assert.IsType<TroisPersonnesADistance>(Assert.Single(verdict.Avertissements));
    }

    [Fact]
    public void Un_siege_echu_entre_convocation_et_seance_empeche_l_appel()
    {
        var commission = UneCommission.De(2);
        commission.AjouterSiege("Sortant");
        var seance = commission.Convoquee(Vendredi);
        var titulaire = commission.Commission.Designations.First(d => d.Nom == "Titulaire de Sortant");

        commission.Commission.CorrigerDesignation(
            titulaire.Id,
            UneCommission.Designe(QualiteEnSeance.Titulaire, titulaire.Nom, au: Vendredi.AddDays(-1))
        );
        var verdict = seance.PeutOuvrirLAppel(
            Vendredi,
            commission.Commission.Composer(Vendredi),
            [],
            EtatDesConvocations.Regulieres
        );

        Assert.Contains(
            "Sortant",
            Assert.IsType<AucunSiegeEchu>(Assert.Single(verdict.Obstacles)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Un_siege_vacant_reste_compte_et_un_membre_sans_siege_bloque()
    {
        var commission = UneCommission.De(3);
        commission.Commission.AccorderSieges([
            .. commission.Commission.Sieges.Select(s => new MembreARepresenter(new(s.Collectivite!.Value), s.Nom, false)),
            new(new(Guid.NewGuid()), "Nouveau", false),
        ]);

        var composition = commission.Commission.Composer(Vendredi);

        Assert.Equal(4, composition.Voix);
        Assert.True(composition.PeutSeReunir(true, []).EstFavorable);
        Assert.False(composition.PeutSeReunir(true, ["Oublié"]).EstFavorable);
    }

    [Fact]
    public void Le_representant_d_un_membre_qui_a_sa_cao_doit_etre_declare_elu_parmi_elle()
    {
        var commission = UneCommission.De(2);
        commission.Commission.AccorderSieges([
            .. commission.Commission.Sieges.Select(s => new MembreARepresenter(
                new(s.Collectivite!.Value),
                s.Nom,
                DisposeCao: !s.EstPresident
            )),
        ]);

        var verdict = commission.Commission.Composer(Vendredi).PeutSeReunir(true, []);

        Assert.Contains(
            "Membre 002",
            Assert.IsType<RepresentantEluParmiSaCao>(Assert.Single(verdict.Avertissements)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Changer_la_date_apres_l_envoi_rend_une_rectificative_due_avec_un_nouveau_delai()
    {
        var commission = UneCommission.De(3);
        var seance = commission.Convoquee(Vendredi);

        seance.Modifier(UneCommission.UneReunion(new(2026, 3, 23)), new(2026, 3, 13), 3, null);

        Assert.True(seance.RectificativeDue);
        Assert.Contains("lundi 23 mars 2026", seance.Changements, StringComparison.Ordinal);
        Assert.False(
            seance
                .PeutOuvrirLAppel(
                    new(2026, 3, 23),
                    commission.Commission.Composer(new(2026, 3, 23)),
                    [],
                    EtatDesConvocations.Regulieres
                )
                .EstFavorable
        );
        Assert.False(seance.PeutConvoquer(new(2026, 3, 18), commission.Commission.Composer(new(2026, 3, 23)), []).EstFavorable);
        seance.Convoquer(new(2026, 3, 17), commission.Commission.Composer(new(2026, 3, 23)), [], null);
        Assert.Equal(2, seance.NumeroDeConvocation);
        Assert.Equal(1, seance.SequenceDAgenda);
    }

    [Fact]
    public void Annulee_apres_un_changement_elle_ne_reclame_plus_de_rectificative()
    {
        var commission = UneCommission.De(3);
        var seance = commission.Convoquee(Vendredi);
        seance.Modifier(UneCommission.UneReunion(new(2026, 3, 23)), new(2026, 3, 13), 3, null);

        seance.Annuler("Salle indisponible");

        Assert.Equal((EtatDeSeance.Annulee, false), (seance.Etat, seance.RectificativeDue));
        Assert.NotNull(seance.Changements);
    }

    [Fact]
    public void Faute_de_quorum_la_seconde_reunion_reprend_l_ordre_du_jour_et_siege_sans_condition()
    {
        var commission = UneCommission.De(9);
        var seance = commission.EnAppel(Vendredi, points: 2);
        var seul = UneCommission.Feuille(seance, seance.Places.Where(p => p.EstPresident).Select(p => p.Titulaire!.Value));
        seance.ConstaterLaCarence(seul, H);

        Assert.False(seance.PeutPreparerLaSeconde(UneCommission.UneReunion(new(2026, 3, 25)), Vendredi).EstFavorable);
        var seconde = seance.PreparerLaSeconde(new(2026, 2), UneCommission.UneReunion(new(2026, 3, 26)), Vendredi);

        Assert.Equal(EtatDeSeance.SansQuorum, seance.Etat);
        Assert.Equal(["Lot 1", "Lot 2"], seconde.Points.Select(p => p.Titre));
        Assert.Equal((seance.Id, Vendredi), (seconde.Premiere!.Value, seconde.DateDeLaPremiere!.Value));
        Assert.True(seconde.QuorumDe(9).EstSansCondition);
        Assert.False(
            seconde.PeutConvoquer(Vendredi.AddDays(-1), commission.Commission.Composer(new(2026, 3, 26)), []).EstFavorable
        );
        var nouveau = seconde.AjouterPoint(UneCommission.UnPoint("Lot 3"));
        Assert.Equal(5, seconde.QuorumDe(9, nouveau).Requis);
    }

    [Fact]
    public void La_carence_ne_se_constate_pas_quand_le_quorum_est_la()
    {
        var seance = UneCommission.De(3).EnAppel(Vendredi);

        Assert.False(
            seance
                .PeutConstaterLaCarence(UneCommission.Feuille(seance, seance.Places.Select(p => p.Titulaire!.Value)))
                .EstFavorable
        );
    }

    [Fact]
    public void Le_quorum_perdu_en_seance_mene_a_une_seconde_reunion_sur_les_seuls_points_sans_decision()
    {
        var seance = UneCommission.De(3).EnAppel(Vendredi, points: 3);
        var tous = seance.Places.Select(p => p.Titulaire!.Value).ToList();
        var pleine = UneCommission.Feuille(seance, tous);
        seance.Ouvrir(pleine, EtatDesConvocations.Regulieres, null, H);
        seance.Decider(1, new(IssueDuPoint.Infructueux, new Decompte(3, 0, 0), Motifs: "Aucune offre régulière"), pleine, H);
        var avantDepart = seance.PeutConstaterLaCarence(pleine);
        var seul = UneCommission.Feuille(seance, tous.Take(1));
        seance.Decider(2, new(IssueDuPoint.Ajourne), seul, H);

        Assert.Contains(
            "Lot 3",
            Assert.IsType<QuorumPerdu>(Assert.Single(avantDepart.Obstacles)).Message,
            StringComparison.Ordinal
        );
        seance.ConstaterLaCarence(seul, H);
        var seconde = seance.PreparerLaSeconde(new(2026, 2), UneCommission.UneReunion(new(2026, 3, 26)), Vendredi);

        Assert.Equal((EtatDeSeance.SansQuorum, true), (seance.Etat, seance.QuorumPerduEnSeance));
        Assert.Equal(IssueDuPoint.Infructueux, seance.Points[0].Issue);
        Assert.Equal(
            "Le quorum n'est plus réuni (1 voix présente, quorum 2). Sans décision, à reprendre sur seconde convocation : Lot 3.",
            seance.MotifDeFin
        );
        Assert.Equal([("Lot 3", 3)], seconde.Points.Select(p => (p.Titre, p.Numero)));
        Assert.All(seconde.Offres, o => Assert.Equal(3, o.Point));
        Assert.True(seconde.QuorumDe(3, 3).EstSansCondition);
    }

    [Fact]
    public void Un_point_que_seul_un_deport_prive_du_quorum_se_reprend_aussi_une_fois_les_autres_decides()
    {
        var seance = UneCommission.De(3).EnAppel(Vendredi, points: 2);
        var deux = seance.Places.Take(2).Select(p => p.Titulaire!.Value).ToList();
        seance.Ouvrir(UneCommission.Feuille(seance, deux), EtatDesConvocations.Regulieres, null, H);
        seance.DeclarerDeport(2, deux[1], "Titulaire", "Parent d'un candidat", parLaPersonne: true, H);
        var feuille = UneCommission.Feuille(seance, deux);

        Assert.False(seance.PeutConstaterLaCarence(feuille).EstFavorable);
        seance.Decider(1, new(IssueDuPoint.Infructueux, new Decompte(2, 0, 0), Motifs: "Aucune offre"), feuille, H);
        Assert.True(seance.PeutConstaterLaCarence(feuille).EstFavorable);
        seance.Decider(2, new(IssueDuPoint.Ajourne), feuille, H);

        Assert.IsType<PointsSansDecision>(Assert.Single(seance.PeutConstaterLaCarence(feuille).Obstacles));
    }

    [Theory]
    [InlineData(3, 1, 0, "RG2.30")]
    [InlineData(1, 1, 1, "RG2.30")]
    [InlineData(0, 2, 1, "RG2.30")]
    [InlineData(1, 0, 1, "RG2.30")]
    public void Un_vote_impossible_ou_sans_majorite_ne_decide_rien(int pour, int contre, int abstentions, string code)
    {
        var (seance, feuille) = Ouverte(3);

        var verdict = seance.PeutDecider(
            1,
            new(IssueDuPoint.Attribution, new Decompte(pour, contre, abstentions), Attributaire: "Alpha", Motifs: "Classement"),
            feuille
        );

        Assert.Equal(code, Assert.Single(verdict.Obstacles).Code);
    }

    [Fact]
    public void La_voix_preponderante_departage_seulement_si_la_convention_la_donne()
    {
        var vote = new DecisionProposee(IssueDuPoint.Attribution, new Decompte(1, 1, 0), SensDuVote.Pour, "Alpha", "Classement");
        var (sans, feuille) = Ouverte(2);
        var (avec, feuilleAvec) = Ouverte(2, ReglesDeCommission.ParDefaut with { VoixPreponderante = true });

        Assert.False(sans.PeutDecider(1, vote, feuille).EstFavorable);
        avec.Decider(1, vote, feuilleAvec, H);

        Assert.Equal(ResultatDuVote.Adopte, avec.Points[0].Resultat);
    }

    [Fact]
    public void Un_vote_public_nomme_chaque_voix_presente()
    {
        var (seance, feuille) = Ouverte(3, points: p => new(p.Titre, p.Nature, null, voteNominatif: true));
        var voix = seance.Places.ToDictionary(p => p.Siege, _ => SensDuVote.Pour);
        var decision = new DecisionProposee(IssueDuPoint.Attribution, new Decompte(3, 0, 0), null, "Alpha", "Classement", voix);

        Assert.False(seance.PeutDecider(1, decision with { Voix = null }, feuille).EstFavorable);
        Assert.False(seance.PeutDecider(1, decision with { Voix = voix.Take(2).ToDictionary() }, feuille).EstFavorable);
        seance.Decider(1, decision, feuille, H);

        Assert.Equal(3, seance.Voix.Count);
    }

    [Fact]
    public void Une_decision_prise_ne_change_plus_et_le_pv_signe_non_plus()
    {
        var (seance, feuille) = Ouverte(3);
        seance.Decider(1, new(IssueDuPoint.Infructueux, new Decompte(3, 0, 0), Motifs: "Aucune offre régulière"), feuille, H);
        Assert.False(seance.PeutDeciderLePoint(1, feuille).EstFavorable);
        Assert.False(seance.PeutDeposerLePv().EstFavorable);
        seance.Lever(null, H);
        seance.DeposerLePv(Guid.NewGuid(), "pv.pdf", H);

        Assert.Throws<RegleMetierException>(() => seance.DeposerLePv(Guid.NewGuid(), "autre.pdf", H));
        Assert.Throws<RegleMetierException>(() => seance.NoterPoint(1, null, "après", null));
        seance.Rectifier(Guid.NewGuid(), "rectificatif.pdf", "Erreur de plume sur un nom", H);
        Assert.Equal(1, seance.Rectificatifs.Single().Numero);
    }

    [Theory]
    [InlineData(null, 6)]
    [InlineData(3500, 6)]
    [InlineData(3499, 4)]
    public void La_commission_du_coordonnateur_a_six_ou_quatre_sieges(int? population, int sieges)
    {
        var valeurs = new ValeursDatees(CodesDeCommission.Lister());
        var elus = CodesDeCommission.Elus(valeurs, Vendredi, population)!.Value;
        Assert.Equal(
            sieges,
            Commission.DuCoordonnateur(new(Guid.NewGuid()), "Coordonnateur", elus, ReglesDeCommission.ParDefaut).Sieges.Count
        );
        Assert.Null(CodesDeCommission.Elus(valeurs, new(2010, 1, 1), population));
    }

    [Theory]
    [InlineData("5.00", true, NatureDuPoint.AvisSimple)]
    [InlineData("5.01", true, NatureDuPoint.AvisSurAvenant)]
    [InlineData("12", false, NatureDuPoint.AvisSimple)]
    public void Un_avenant_de_plus_de_cinq_pour_cent_demande_l_avis(string hausse, bool soumis, NatureDuPoint attendue) =>
        Assert.Equal(
            attendue,
            CompetenceDeLaCommission
                .PourUnAvenant(decimal.Parse(hausse, System.Globalization.CultureInfo.InvariantCulture), soumis, 5m)
                .Nature
        );

    private static (Seance Seance, FeuilleDePresence Feuille) Ouverte(
        int sieges,
        ReglesDeCommission? regles = null,
        Func<DefinitionDePoint, DefinitionDePoint>? points = null
    )
    {
        var commission = UneCommission.De(sieges, regles);
        var seance = commission.Programmee(Vendredi);
        var definition = UneCommission.UnPoint();
        seance.AjouterPoint(points?.Invoke(definition) ?? definition);
        seance.FixerOffres(1, [new OffreExaminee(1, 1, "Alpha", 90m, 1, null, null)]);
        seance.Convoquer(Vendredi.AddDays(-8), commission.Commission.Composer(Vendredi), [], null);
        seance.OuvrirLAppel(Vendredi, commission.Commission.Composer(Vendredi), [], EtatDesConvocations.Regulieres, H);
        var feuille = UneCommission.Feuille(seance, seance.Places.Select(p => p.Titulaire!.Value));
        seance.Ouvrir(feuille, EtatDesConvocations.Regulieres, null, H);
        return (seance, feuille);
    }
}
