using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using static CdgMarches.Tests.Groupements.Exemples;

namespace CdgMarches.Tests.Groupements;

public sealed class AdhesionTests
{
    private static readonly DateOnly Lancement = new(2026, 3, 10);
    private static readonly DateOnly Terme = new(2026, 7, 15);

    [Theory]
    [InlineData("2026-03-09", true)]
    [InlineData("2026-03-10", false)]
    [InlineData("2026-07-15", false)]
    [InlineData("2026-07-16", true)]
    public void Aucune_adhesion_entre_le_lancement_et_le_terme_les_deux_jours_compris(string entree, bool permise)
    {
        var groupement = UnGroupement();

        var verdict = Adhesion.PeutEntrer(
            Jour(entree),
            Faits(groupement, null, new ConsultationDuGroupement("PROC-2026-001", Lancement, Terme))
        );

        Assert.Equal(permise, verdict.EstFavorable);
    }

    [Fact]
    public void Le_refus_dit_la_consultation_l_article_et_le_premier_jour_libre()
    {
        var regle = new AucuneAdhesionPendantUneConsultation(
            Lancement,
            [new("PROC-2026-001", Lancement, Terme), new("PROC-2026-002", Terme.AddDays(1), Terme.AddDays(10))]
        );

        Assert.Equal(Terme.AddDays(11), regle.PremierJourLibre);
        Assert.Equal(
            "La consultation PROC-2026-001 court du 10 mars 2026 au 15 juillet 2026 : l'adhésion peut prendre effet au plus tôt le 26 juillet 2026.",
            regle.Message
        );
        Assert.Equal("Convention constitutive, art. 6.3", ((IRegle)regle).Fondement);
        Assert.Equal("RG1.21", regle.Code);
    }

    [Fact]
    public void Les_choix_se_lisent_au_jour_dit_au_premier_avant_l_entree_et_au_dernier_apres_la_sortie()
    {
        var groupement = UnGroupement();
        var adhesion = UneAdhesion(groupement);
        adhesion.Choisir(groupement.Prestations[0], Debut);
        adhesion.Choisir(groupement.Prestations[1], Debut.AddYears(2));
        adhesion.Sortir(Debut.AddYears(3), "Départ", estCoordonnateur: false);

        Assert.Single(adhesion.ChoixAu(Debut.AddDays(-1)));
        Assert.Single(adhesion.ChoixAu(Debut.AddYears(2).AddDays(-1)));
        Assert.Equal(2, adhesion.ChoixAu(Debut.AddYears(2)).Count());
        Assert.Equal(2, adhesion.ChoixAu(Debut.AddYears(4)).Count());
    }

    [Fact]
    public void Une_consultation_sans_terme_connu_ferme_les_adhesions()
    {
        var regle = new AucuneAdhesionPendantUneConsultation(Lancement.AddYears(1), [new("PROC-2026-001", Lancement, null)]);

        Assert.False(regle.EstRespectee);
        Assert.Null(regle.PremierJourLibre);
        Assert.StartsWith(
            "La consultation PROC-2026-001 est en cours depuis le 10 mars 2026",
            regle.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void On_n_est_pas_deux_fois_membre_le_meme_jour()
    {
        var refus = Adhesion.PeutEntrer(Debut, Faits(UnGroupement(), new Periode(Debut))).Obstacles;

        var regle = Assert.IsType<PasDejaMembre>(Assert.Single(refus));
        Assert.Contains("depuis le 1er janvier 2025", regle.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-12-31", false)]
    [InlineData("2025-01-01", true)]
    public void On_entre_pendant_que_le_groupement_dure(string entree, bool permise) =>
        Assert.Equal(permise, Adhesion.PeutEntrer(Jour(entree), Faits(UnGroupement())).EstFavorable);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    public void La_sortie_ne_precede_pas_l_entree(int ecart, bool permise) =>
        Assert.Equal(
            permise,
            UneAdhesion(UnGroupement()).PeutSortir(Debut.AddDays(ecart), null, estCoordonnateur: false).EstFavorable
        );

    [Fact]
    public void Le_coordonnateur_ne_sort_pas()
    {
        var adhesion = UneAdhesion(UnGroupement());

        var obstacle = Assert.Single(adhesion.PeutSortir(Debut.AddYears(1), null, estCoordonnateur: true).Obstacles);

        Assert.IsType<SortieDUnAutreQueLeCoordonnateur>(obstacle);
        Assert.Equal("RG1.33", obstacle.Code);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public void Une_sortie_precede_l_adhesion_suivante(int ecart, bool permise)
    {
        var suivante = Debut.AddYears(1);

        Assert.Equal(
            permise,
            UneAdhesion(UnGroupement()).PeutSortir(suivante.AddDays(ecart), null, false, suivante).EstFavorable
        );
    }

    [Theory]
    [InlineData("2024-12-31", false)]
    [InlineData("2025-01-01", true)]
    [InlineData("2025-12-31", true)]
    [InlineData("2026-01-01", false)]
    public void Un_choix_tient_dans_les_dates_de_l_adhesion(string du, bool permis)
    {
        var groupement = UnGroupement();
        var adhesion = UneAdhesion(groupement);
        adhesion.Sortir(new DateOnly(2025, 12, 31), null, estCoordonnateur: false);

        Assert.Equal(permis, adhesion.PeutChoisir(groupement.Prestations[0], Jour(du)).EstFavorable);
    }

    [Fact]
    public void Sortir_arrete_les_choix_et_oublie_ceux_qui_n_ont_pas_commence()
    {
        var groupement = UnGroupement();
        var adhesion = UneAdhesion(groupement);
        adhesion.Choisir(groupement.Prestations[0], Debut);
        adhesion.Choisir(groupement.Prestations[1], Debut.AddYears(2));

        adhesion.Sortir(Debut.AddYears(1), "Délibération du 3 décembre", estCoordonnateur: false);

        var choix = Assert.Single(adhesion.Choix);
        Assert.Equal(Debut.AddYears(1), choix.Au);
        Assert.True(adhesion.AChoisi(choix.Prestation, Debut.AddYears(1)));
        Assert.False(adhesion.AChoisi(choix.Prestation, Debut.AddYears(1).AddDays(1)));
    }

    [Fact]
    public void Corriger_l_entree_emmene_les_choix_faits_ce_jour_la_et_garde_les_autres_dans_l_adhesion()
    {
        var groupement = UnGroupement();
        var adhesion = UneAdhesion(groupement);
        adhesion.Choisir(groupement.Prestations[0], Debut);
        adhesion.Choisir(groupement.Prestations[1], Debut.AddDays(10));

        Assert.True(
            Assert.Throws<RegleMetierException>(() => adhesion.CorrigerEntree(Debut.AddDays(5), Faits(groupement))).MotifAttendu
        );
        adhesion.CorrigerEntree(Debut.AddDays(5), Faits(groupement), "Erreur de saisie");

        Assert.Equal([Debut.AddDays(5), Debut.AddDays(10)], adhesion.Choix.Select(c => c.Du).Order());
        var refus = Assert.Throws<RegleMetierException>(() => adhesion.CorrigerEntree(Debut.AddDays(11), Faits(groupement)));
        Assert.IsType<ChoixDansLAdhesion>(Assert.Single(refus.Obstacles));
        Assert.Equal(Debut.AddDays(5), adhesion.Entree);
    }

    [Fact]
    public void On_ne_choisit_ni_deux_fois_ni_ce_qui_n_est_plus_propose()
    {
        var groupement = UnGroupement();
        var adhesion = UneAdhesion(groupement);
        adhesion.Choisir(groupement.Prestations[0], Debut);
        groupement.RetirerPrestation(groupement.Prestations[1].Id);

        Assert.IsType<PrestationPasDejaChoisie>(
            Assert.Single(adhesion.PeutChoisir(groupement.Prestations[0], Debut.AddDays(30)).Obstacles)
        );
        Assert.IsType<PrestationProposee>(Assert.Single(adhesion.PeutChoisir(groupement.Prestations[1], Debut).Obstacles));
    }

    [Fact]
    public void On_quitte_une_prestation_puis_on_la_reprend()
    {
        var groupement = UnGroupement();
        var adhesion = UneAdhesion(groupement);
        var prestation = groupement.Prestations[0];
        adhesion.Choisir(prestation, Debut);

        adhesion.Quitter(prestation, Debut.AddMonths(6));
        Assert.IsType<PrestationPasDejaChoisie>(Assert.Single(adhesion.PeutChoisir(prestation, Debut.AddMonths(6)).Obstacles));
        adhesion.Choisir(prestation, Debut.AddMonths(6).AddDays(1));

        Assert.Equal(2, adhesion.Choix.Count);
    }

    [Fact]
    public void Un_choix_qui_a_servi_ne_s_efface_pas()
    {
        var groupement = UnGroupement();
        var adhesion = UneAdhesion(groupement);
        adhesion.Choisir(groupement.Prestations[0], Debut);

        var refus = Assert.Throws<RegleMetierException>(() => adhesion.EffacerChoix(groupement.Prestations[0], usages: 1));

        Assert.Equal("RG1.22", Assert.Single(refus.Obstacles).Code);
        adhesion.EffacerChoix(groupement.Prestations[0], usages: 0);
        Assert.Empty(adhesion.Choix);
    }

    private static DateOnly Jour(string iso) => DateOnly.ParseExact(iso, "O");
}
