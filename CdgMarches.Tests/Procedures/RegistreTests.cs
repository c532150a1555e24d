using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Procedures.Regles;

namespace CdgMarches.Tests.Procedures;

public sealed class RegistreTests
{
    private static readonly DateTime Limite = new(2026, 4, 7, 12, 0, 0);
    private static readonly LimitesDeRemise Limites = new(Limite, Limite);

    [Fact]
    public void Un_pli_hors_delai_est_elimine_et_du_meme_candidat_le_dernier_est_garde()
    {
        var registre = new Registre(ProcedureId.Nouveau());
        registre.Deposer(new DepotDePli("Numérique du Nord", null, Limite.AddHours(-3), [1]), Limites);
        registre.Deposer(new DepotDePli("NUMERIQUE DU NORD", null, Limite, [1]), Limites);
        registre.Deposer(new DepotDePli("Tardive", null, Limite.AddSeconds(1), [1]), Limites);

        Assert.Equal(2, registre.Plis[0].RemplacePar);
        Assert.True(registre.Plis[2].EstTardif);
        Assert.Equal([2], registre.Recevables(1).Select(p => p.Numero));

        registre.Trier(new LimitesDeRemise(Limite.AddDays(1), Limite.AddDays(1)));
        Assert.Equal([2, 3], registre.Recevables(1).Select(p => p.Numero));
    }

    [Fact]
    public void En_deux_temps_une_candidature_et_une_offre_ont_chacune_leur_limite_et_un_elimine_n_offre_plus()
    {
        var registre = new Registre(ProcedureId.Nouveau());
        var limites = new LimitesDeRemise(Limite, Limite.AddDays(40));
        registre.Deposer(Candidature("Alpha", Limite), limites);
        registre.Deposer(Candidature("Bêta", Limite), limites);
        registre.Deposer(Candidature("Tardive", Limite.AddMinutes(1)), limites);
        registre.Deposer(new DepotDePli("Alpha", null, Limite.AddDays(40), [1]), limites);
        registre.Deposer(new DepotDePli("Bêta", null, Limite.AddDays(39), [1]), limites);
        registre.Deposer(new DepotDePli("Alpha", null, Limite.AddDays(40).AddMinutes(1), [1]), limites);
        registre.Examiner(2, admise: false, "Capacités insuffisantes.");

        Assert.Equal([false, false, true, false, false, true], registre.Plis.Select(p => p.EstTardif));
        Assert.Null(registre.Plis[0].RemplacePar);
        Assert.Equal(["Alpha"], registre.Recevables(1).Select(p => p.Entreprise));

        static DepotDePli Candidature(string entreprise, DateTime le) =>
            new(entreprise, null, le, [1]) { Phase = PhaseDeReception.Candidatures };
    }

    [Fact]
    public void Le_delai_pour_completer_est_le_meme_pour_tous()
    {
        var registre = new Registre(ProcedureId.Nouveau());
        registre.Deposer(new DepotDePli("A", null, Limite, [1]), Limites);
        registre.Deposer(new DepotDePli("B", null, Limite, [1]), Limites);
        registre.DemanderDesComplements([1], new(2026, 4, 9), new(2026, 4, 16));

        var refus = Assert.Throws<RegleMetierException>(() =>
            registre.DemanderDesComplements([2], new(2026, 4, 9), new(2026, 4, 17))
        );

        Assert.IsType<MemeDelaiPourTous>(Assert.Single(refus.Obstacles));
        Assert.Throws<RegleMetierException>(() => registre.Examiner(1, admise: false, " "));
    }
}

public sealed class AnalyseDeLotTests
{
    private static readonly DateOnly Ouverture = new(2026, 4, 8);
    private static readonly DateOnly Aujourdhui = new(2026, 12, 31);

    [Theory]
    [InlineData(60, 39.99, false)]
    [InlineData(60, 40, true)]
    [InlineData(60, 40.01, false)]
    [InlineData(110, -10, false)]
    public void Les_poids_font_cent_et_sont_positifs(double prix, double technique, bool permis) =>
        Assert.Equal(
            permis,
            AnalyseDeLot.PeutFixerLesCriteres([("Prix", (decimal)prix), ("Technique", (decimal)technique)]).EstFavorable
        );

    [Theory]
    [InlineData(-0.01, false)]
    [InlineData(0, true)]
    [InlineData(10, true)]
    [InlineData(10.01, false)]
    public void Une_note_va_de_zero_a_dix(double note, bool permise)
    {
        var analyse = Prete();

        if (permise)
        {
            analyse.Noter(1, 1, (decimal)note);
        }
        else
        {
            Assert.Throws<RegleMetierException>(() => analyse.Noter(1, 1, (decimal)note));
        }
    }

    [Fact]
    public void Aucun_acces_aux_offres_avant_l_ouverture()
    {
        var refus = Assert.Throws<RegleMetierException>(() =>
            new AnalyseDeLot(ProcedureId.Nouveau(), 1).AjouterOffre(null, "A", null, null)
        );

        Assert.Equal("RG2.34", Assert.Single(refus.Obstacles).Code);
    }

    [Fact]
    public void Le_total_pondere_classe_et_choisir_un_autre_que_le_premier_se_motive()
    {
        var analyse = Prete();
        Noter(analyse, 1, 8m, 6m);
        Noter(analyse, 2, 6m, 10m);

        Assert.Equal([(2, 76m), (1, 72m)], analyse.Classer().Select(r => (r.Offre.Numero, r.Total)));
        Assert.Throws<RegleMetierException>(() => analyse.Choisir(1, Ouverture, Aujourdhui, "PV 1", true, null));
        Assert.Throws<RegleMetierException>(() => analyse.Choisir(2, Ouverture, Aujourdhui, " ", true, null));
        analyse.Choisir(2, Ouverture, Aujourdhui, "CAO du 12 mai, PV 3", true, null);

        Assert.Equal([1], analyse.ARejeter.Select(o => o.Numero));
        Assert.Null(analyse.Rejets);
        analyse.Rejeter(1, new(2026, 5, 13), parVoieElectronique: false, "Note technique inférieure.");
        Assert.Equal((new DateOnly(2026, 5, 13), false), analyse.Rejets);
    }

    [Fact]
    public void Sans_attestations_dans_le_delai_le_suivant_est_propose()
    {
        var analyse = Prete();
        Noter(analyse, 1, 8m, 6m);
        Noter(analyse, 2, 6m, 10m);
        analyse.Choisir(2, Ouverture, Aujourdhui, "PV 3", true, null);
        analyse.DemanderLesAttestations(new(2026, 5, 12), new(2026, 5, 22));

        Assert.Throws<RegleMetierException>(() => analyse.PasserAuSuivant(new(2026, 5, 22)));
        Assert.Throws<RegleMetierException>(() => analyse.RecevoirLesAttestations(new(2026, 5, 23)));
        var suivante = analyse.PasserAuSuivant(new(2026, 5, 23));

        Assert.Equal(1, suivante!.Numero);
        Assert.Equal(EtatDOffre.Ecartee, analyse.OffreDe(2).Etat);
        Assert.Null(analyse.Retenue);
    }

    [Fact]
    public void La_mise_au_point_se_compare_a_l_offre_et_un_ecart_de_montant_se_motive()
    {
        var analyse = Prete();
        Noter(analyse, 1, 9m, 8m);
        Noter(analyse, 2, 7m, 6m);
        Assert.Throws<RegleMetierException>(() => analyse.MettreAuPoint("Délai précisé.", null, Aujourdhui));
        analyse.Choisir(1, new(2026, 5, 12), Aujourdhui, "PV 3", releveDeLaCao: true, null);

        var ecart = Assert.Throws<RegleMetierException>(() =>
            analyse.MettreAuPoint("Prix arrondi.", MontantHt.DEuros(1_000.01m), new(2026, 5, 20))
        );
        Assert.True(ecart.MotifAttendu);
        Assert.IsType<MiseAuPointNonSubstantielle>(Assert.Single(ecart.Obstacles));
        var avant = analyse.PeutMettreAuPoint("Délai précisé.", MontantHt.DEuros(1_000m), new(2026, 5, 11));
        Assert.IsType<MiseAuPointApresLeChoix>(Assert.Single(avant.Obstacles));

        analyse.MettreAuPoint("Délai précisé.", MontantHt.DEuros(1_000m), new(2026, 5, 20));
        Assert.Equal(
            (new DateOnly(2026, 5, 20), MontantHt.DEuros(1_000m)),
            (analyse.MiseAuPointLe!.Value, analyse.MontantMisAuPoint)
        );
    }

    [Fact]
    public void On_ne_negocie_pas_en_appel_d_offres_et_l_invitation_est_la_meme_pour_tous()
    {
        var analyse = Prete();

        var refus = Assert.Throws<RegleMetierException>(() =>
            analyse.Negocier(FormeDeProcedure.AppelDOffresOuvert, Ouverture, Ouverture.AddDays(8))
        );
        Assert.IsType<NegociationPermise>(Assert.Single(refus.Obstacles));
        analyse.Negocier(FormeDeProcedure.Adaptee, Ouverture, Ouverture.AddDays(8));

        Assert.Equal("A ; B", Assert.Single(analyse.Tours).Invites);
    }

    [Fact]
    public void Une_offre_n_est_anormalement_basse_qu_apres_la_demande_de_precisions()
    {
        var analyse = Prete();

        Assert.Throws<RegleMetierException>(() => analyse.Qualifier(1, EtatDOffre.AnormalementBasse, "Prix."));
        analyse.DemanderDesPrecisions(1, Ouverture);
        analyse.Qualifier(1, EtatDOffre.AnormalementBasse, "Prix non justifié.");

        Assert.DoesNotContain(analyse.Classer(), r => r.Offre.Numero == 1);
    }

    private static AnalyseDeLot Prete()
    {
        var analyse = new AnalyseDeLot(ProcedureId.Nouveau(), 1);
        analyse.FixerLesCriteres([("Prix", 60m), ("Technique", 40m)]);
        analyse.AjouterOffre(Ouverture, "A", null, MontantHt.DEuros(1_000m));
        analyse.AjouterOffre(Ouverture, "B", null, MontantHt.DEuros(2_000m));
        return analyse;
    }

    private static void Noter(AnalyseDeLot analyse, int offre, decimal prix, decimal technique)
    {
        analyse.Noter(offre, 1, prix);
        analyse.Noter(offre, 2, technique);
    }
}
