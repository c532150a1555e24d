using CdgMarches.Domain.Noyau.Calendrier;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Procedures.Regles;

namespace CdgMarches.Tests.Procedures;

/// <summary>Les étapes, le calendrier et l'issue des lots.</summary>
public sealed class ConduiteTests
{
    private static readonly DateOnly Lancement = new(2026, 3, 2);
    private static readonly DateOnly Aujourdhui = new(2026, 12, 31);

    private static readonly DelaisDeProcedure Delais = new(DelaisDeReference.Lister());

    [Fact]
    public void Un_lot_va_de_la_publication_a_la_notification_et_la_procedure_en_montre_l_ensemble()
    {
        var procedure = Lancee(deuxLots: true);

        procedure.FixerLaLimite(new DateTime(2026, 4, 7, 12, 0, 0), Minimum());
        procedure.Constater(EtapeDeProcedure.RemiseDesOffres, null, new(2026, 4, 7), Aujourdhui);
        procedure.Constater(EtapeDeProcedure.Ouverture, null, new(2026, 4, 8), Aujourdhui);
        procedure.Constater(EtapeDeProcedure.Candidatures, null, new(2026, 4, 10), Aujourdhui);
        procedure.Constater(EtapeDeProcedure.Analyse, 1, new(2026, 4, 30), Aujourdhui);
        Assert.Equal(StatutDeLot.OffresAnalysees, procedure.LotDe(1).Statut);
        Assert.Equal(StatutDeLot.CandidaturesExaminees, procedure.LotDe(2).Statut);
        Assert.Null(procedure.JalonDe(EtapeDeProcedure.Analyse).Reel);

        procedure.DonnerIssue(2, IssueDeLot.Infructueux, new(2026, 5, 12), Aujourdhui, "Aucune offre.");
        Assert.Equal(new DateOnly(2026, 4, 30), procedure.JalonDe(EtapeDeProcedure.Analyse).Reel);
        procedure.DonnerIssue(1, IssueDeLot.Attribue, new(2026, 5, 12), Aujourdhui);
        procedure.Constater(EtapeDeProcedure.Attestations, 1, new(2026, 5, 20), Aujourdhui);
        procedure.Constater(EtapeDeProcedure.Rejets, 1, new(2026, 5, 22), Aujourdhui);
        procedure.Constater(EtapeDeProcedure.AutorisationDeSigner, 1, new(2026, 5, 28), Aujourdhui, "Délibération 2026-31");

        var suspension = Delais.Suspension(new(2026, 5, 22), toutElectronique: true, ZoneDeJoursFeries.Metropole);
        var veille = procedure.PeutConstater(EtapeDeProcedure.Signature, 1, new(2026, 6, 1), Aujourdhui, suspension);
        Assert.IsType<SignatureApresLaSuspension>(Assert.Single(veille.Obstacles));
        procedure.Constater(EtapeDeProcedure.Signature, 1, new(2026, 6, 2), Aujourdhui, null, suspension);
        procedure.Constater(EtapeDeProcedure.Transmission, 1, new(2026, 6, 4), Aujourdhui);
        procedure.Constater(EtapeDeProcedure.Notification, 1, new(2026, 6, 8), Aujourdhui);

        Assert.Equal(StatutDeLot.Notifie, procedure.LotDe(1).Statut);
        Assert.Equal(StatutDeLot.Infructueux, procedure.LotDe(2).Statut);
        Assert.True(procedure.PeutTerminer(new(2026, 6, 8), Aujourdhui).EstFavorable);
    }

    [Fact]
    public void Des_dates_dans_le_desordre_sont_refusees_des_deux_cotes()
    {
        var procedure = Lancee();
        procedure.FixerLaLimite(new DateTime(2026, 4, 7, 12, 0, 0), Minimum());
        procedure.Constater(EtapeDeProcedure.RemiseDesOffres, null, new(2026, 4, 7), Aujourdhui);
        procedure.Constater(EtapeDeProcedure.Candidatures, null, new(2026, 4, 20), Aujourdhui);

        var avant = procedure.PeutConstater(EtapeDeProcedure.Ouverture, null, new(2026, 4, 6), Aujourdhui);
        var apres = procedure.PeutConstater(EtapeDeProcedure.Ouverture, null, new(2026, 4, 21), Aujourdhui);
        var futur = procedure.PeutConstater(EtapeDeProcedure.Analyse, 1, Aujourdhui.AddDays(1), Aujourdhui);

        Assert.Collection(
            avant.Obstacles,
            o => Assert.IsType<EtapeApresLaPrecedente>(o),
            o => Assert.IsType<OuvertureApresLaLimite>(o)
        );
        Assert.IsType<EtapeAvantLaSuivante>(Assert.Single(apres.Obstacles));
        Assert.IsType<FaitPasAVenir>(Assert.Single(futur.Obstacles));
    }

    [Fact]
    public void Rien_ne_se_clot_tant_qu_un_lot_n_a_pas_d_issue_et_tous_sont_nommes()
    {
        var procedure = Lancee(deuxLots: true);

        var obstacle = Assert.IsType<ChaqueLotAUneIssue>(Assert.Single(procedure.PeutTerminer(Aujourdhui, Aujourdhui).Obstacles));

        Assert.Equal([1, 2], obstacle.LotsSansIssue);
        procedure.Terminer(Aujourdhui, IssueDeProcedure.SansSuite, Aujourdhui);
        Assert.All(procedure.Lots, l => Assert.Equal(StatutDeLot.SansSuite, l.Statut));
    }

    [Fact]
    public void Un_refere_suspend_les_lots_non_signes_et_interdit_la_signature()
    {
        var procedure = Lancee();
        procedure.DonnerIssue(1, IssueDeLot.Attribue, new(2026, 5, 12), Aujourdhui);
        procedure.Constater(EtapeDeProcedure.AutorisationDeSigner, 1, new(2026, 5, 13), Aujourdhui);
        procedure.SaisirLeJuge(new(2026, 5, 14), Aujourdhui);

        Assert.Equal(StatutDeLot.Suspendu, procedure.LotDe(1).Statut);
        var refus = procedure.PeutConstater(EtapeDeProcedure.Signature, 1, new(2026, 6, 14), Aujourdhui);
        Assert.IsType<AucunRefereEnCours>(Assert.Single(refus.Obstacles));

        procedure.RecevoirLaDecisionDuJuge(new(2026, 6, 1), Aujourdhui);
        Assert.True(procedure.PeutConstater(EtapeDeProcedure.Signature, 1, new(2026, 6, 14), Aujourdhui).EstFavorable);
    }

    [Fact]
    public void Deplacer_une_date_propose_de_deplacer_les_suivantes_d_autant()
    {
        var procedure = Lancee();
        procedure.PrevoirParDefaut(Lancement, new(2026, 4, 7), avecCao: true);
        var signature = procedure.JalonDe(EtapeDeProcedure.Signature).Prevu!.Value;
        var attribution = procedure.JalonDe(EtapeDeProcedure.Attribution).Prevu!.Value;

        var (jours, suivantes) = procedure.ProposerDecalage(EtapeDeProcedure.Attribution, attribution.AddDays(10));
        Assert.Equal(10, jours);
        Assert.DoesNotContain(EtapeDeProcedure.Analyse, suivantes);
        procedure.Prevoir(EtapeDeProcedure.Attribution, attribution.AddDays(10), decalerLesSuivantes: true);

        Assert.Equal(signature.AddDays(10), procedure.JalonDe(EtapeDeProcedure.Signature).Prevu);
        Assert.Equal(EtapeDeProcedure.NoteDOrganisation, procedure.ProchaineEtape);
    }

    [Fact]
    public void Un_rectificatif_est_numerote_et_la_limite_ne_bouge_plus_apres_l_ouverture()
    {
        var procedure = Lancee();
        procedure.FixerLaLimite(new DateTime(2026, 4, 7, 12, 0, 0), Minimum());
        Assert.Equal(0, procedure.Rectificatifs);
        procedure.FixerLaLimite(new DateTime(2026, 4, 20, 12, 0, 0), Minimum());
        Assert.Equal(1, procedure.Rectificatifs);

        procedure.Constater(EtapeDeProcedure.Ouverture, null, new(2026, 4, 21), Aujourdhui);
        Assert.False(procedure.PeutFixerLaLimite(new DateTime(2026, 5, 20, 12, 0, 0), Minimum()).EstFavorable);
    }

    [Theory]
    [InlineData(48, null, true)]
    [InlineData(49, null, false)]
    [InlineData(49, "Amortissement du matériel.", true)]
    [InlineData(null, null, false)]
    public void Un_accord_cadre_a_un_maximum_et_quatre_ans_sauf_justification(int? duree, string? justification, bool permis)
    {
        var (groupement, procedure) = ProcedureTests.UneProcedure();
        procedure.Choisir(
            new ChoixDeProcedure
            {
                Forme = FormeDeProcedure.AppelDOffresOuvert,
                Contrat = FormeDeContrat.AccordCadre,
                DureeEnMois = duree,
                JustificationDeLaDuree = justification,
            }
        );
        var verdict = procedure.PeutLancer(
            Lancement,
            Aujourdhui,
            groupement,
            new Dictionary<int, int> { [1] = 1 },
            new FaitsDeLancement([], null, 48)
        );

        Assert.Contains(verdict.Obstacles, o => o is MaximumDansChaqueLot { LotsSansMaximum: [1] });
        Assert.Equal(!permis, verdict.Obstacles.Any(o => o is DureeDeLAccordCadreJustifiee));
    }

    [Fact]
    public void Les_membres_ni_valides_ni_decides_bloquent_le_lancement_et_sont_nommes()
    {
        var (groupement, procedure) = ProcedureTests.UneProcedure();

        var verdict = procedure.PeutLancer(
            Lancement,
            Aujourdhui,
            groupement,
            new Dictionary<int, int> { [1] = 1 },
            new FaitsDeLancement(["Arras (ACTES)", "Lens (ACTES)"], null, 48)
        );

        var obstacle = Assert.IsType<BesoinsDecidesAvantLeLancement>(Assert.Single(verdict.Obstacles));
        Assert.Contains("Arras (ACTES) ; Lens (ACTES)", obstacle.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sans_recensement_ni_note_le_lancement_demande_son_motif_et_une_valeur_inconnue_l_arrete()
    {
        var (groupement, procedure) = ProcedureTests.UneProcedure();
        var membres = new Dictionary<int, int> { [1] = 1 };

        var verdict = procedure.PeutLancer(Lancement, Aujourdhui, groupement, membres, new FaitsDeLancement([], null, 48));
        Assert.True(verdict.EstFavorable);
        Assert.Collection(
            verdict.Avertissements,
            a => Assert.IsType<BesoinsRecenses>(a),
            a => Assert.IsType<NoteSoumiseAuxMembres>(a)
        );

        var inconnu = new DelaiConnuALaDate(CodesDeDelai.DureeDeLAccordCadre, Lancement, EstConnu: false);
        var arrete = procedure.PeutLancer(
            Lancement,
            Aujourdhui,
            groupement,
            membres,
            new FaitsDeLancement([], null, null) { Inconnus = [inconnu] }
        );
        Assert.Same(inconnu, Assert.Single(arrete.Obstacles));
        Assert.Contains("Administration › Réglages", inconnu.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-02", 3, true)]
    [InlineData("2026-03-03", 3, false)]
    [InlineData("2026-03-02", 0, false)]
    public void La_note_attend_la_fin_de_son_delai_ou_la_reponse_de_tous(string lancement, int sansReponse, bool avertit)
    {
        var jour = DateOnly.ParseExact(lancement, "O");
        var regle = new NoteSoumiseAuxMembres(new(2026, 2, 1), new(2026, 3, 2), jour, sansReponse);

        Assert.Equal(avertit, !regle.EstRespectee);
    }

    [Fact]
    public void En_deux_temps_l_invitation_suit_les_candidatures_et_ouvre_les_offres_a_leur_limite()
    {
        var procedure = Lancee(forme: FormeDeProcedure.AppelDOffresRestreint);
        var modalites = new ModalitesDeReception(true, false, false, false);
        var premier = Delais.Reception(
            FormeDeProcedure.AppelDOffresRestreint,
            PhaseDeReception.Candidatures,
            modalites,
            Lancement,
            ZoneDeJoursFeries.Metropole
        );
        procedure.FixerLaLimite(new DateTime(2026, 4, 7, 12, 0, 0), premier);
        var invitation = new DateOnly(2026, 4, 20);
        var second = Delais.Reception(
            FormeDeProcedure.AppelDOffresRestreint,
            PhaseDeReception.Offres,
            modalites,
            invitation,
            ZoneDeJoursFeries.Metropole
        )!;
        Assert.Equal(25, second.Jours);
        Assert.IsType<InvitationApresLesCandidatures>(
            Assert.Single(procedure.PeutInviter(invitation, second.PasAvant, second, Aujourdhui).Obstacles)
        );
        procedure.Constater(EtapeDeProcedure.Ouverture, null, new(2026, 4, 8), Aujourdhui);
        procedure.Constater(EtapeDeProcedure.Candidatures, null, new(2026, 4, 17), Aujourdhui);
        Assert.Equal(PhaseDeReception.Candidatures, procedure.PhaseLe(new DateTime(2026, 4, 21, 9, 0, 0)));

        Assert.IsType<DateLimiteApresLeDelaiDeReception>(
            Assert.Single(procedure.PeutInviter(invitation, second.PasAvant.AddMinutes(-1), second, Aujourdhui).Obstacles)
        );
        procedure.Inviter(invitation, second.PasAvant, second, Aujourdhui);

        Assert.Equal(PhaseDeReception.Candidatures, procedure.PhaseLe(new DateTime(2026, 4, 19, 23, 59, 0)));
        Assert.Equal(PhaseDeReception.Offres, procedure.PhaseLe(new DateTime(2026, 4, 20, 0, 0, 0)));
        Assert.Null(procedure.OffresOuvertesLe(second.PasAvant));
        Assert.NotNull(procedure.OffresOuvertesLe(second.PasAvant.AddMinutes(1)));
        Assert.Null(Lancee().OffresOuvertesLe(second.PasAvant));
    }

    [Fact]
    public void Un_avis_national_ne_parait_pas_avant_le_joue_sauf_quarante_huit_heures_apres_son_envoi()
    {
        var procedure = Lancee();
        procedure.EnvoyerUnAvis(SupportDAvis.Joue, "Avis de marché", Lancement, Aujourdhui, "2026/S 045");
        procedure.EnvoyerUnAvis(SupportDAvis.Boamp, "Avis de marché", Lancement, Aujourdhui, "26-1");

        Assert.IsType<PublicationApresLEnvoi>(
            Assert.Single(procedure.PeutPublierUnAvis(1, Lancement.AddDays(-1), Aujourdhui).Obstacles)
        );
        Assert.IsType<ParutionNationaleApresLeJoue>(
            Assert.Single(procedure.PeutPublierUnAvis(2, Lancement.AddDays(1), Aujourdhui).Avertissements)
        );
        Assert.Empty(procedure.PeutPublierUnAvis(2, Lancement.AddDays(2), Aujourdhui).Avertissements);
        procedure.PublierUnAvis(1, Lancement.AddDays(1), Aujourdhui);
        Assert.Empty(procedure.PeutPublierUnAvis(2, Lancement.AddDays(1), Aujourdhui).Avertissements);
    }

    [Theory]
    [InlineData(EtapeDeProcedure.RemiseDesOffres, "2026-04-01", false)]
    [InlineData(EtapeDeProcedure.RemiseDesOffres, "2026-04-02", true)]
    [InlineData(EtapeDeProcedure.Signature, "2026-06-11", false)]
    [InlineData(EtapeDeProcedure.Signature, "2026-06-12", true)]
    [InlineData(EtapeDeProcedure.Transmission, "2026-07-05", true)]
    [InlineData(EtapeDeProcedure.Transmission, "2026-07-06", false)]
    [InlineData(EtapeDeProcedure.AvisDAttribution, "2026-07-20", true)]
    [InlineData(EtapeDeProcedure.AvisDAttribution, "2026-07-21", false)]
    [InlineData(EtapeDeProcedure.DonneesEssentielles, "2026-08-30", true)]
    [InlineData(EtapeDeProcedure.DonneesEssentielles, "2026-08-31", false)]
    public void La_frise_prevue_est_confrontee_aux_delais_legaux(EtapeDeProcedure etape, string prevu, bool tenu)
    {
        var procedure = Lancee();
        foreach (
            var (quoi, jour) in new[]
            {
                (EtapeDeProcedure.RemiseDesOffres, "2026-04-07"),
                (EtapeDeProcedure.Rejets, "2026-06-01"),
                (EtapeDeProcedure.Signature, "2026-06-20"),
                (EtapeDeProcedure.Transmission, "2026-06-25"),
                (EtapeDeProcedure.Notification, "2026-06-30"),
                (EtapeDeProcedure.AvisDAttribution, "2026-07-10"),
                (EtapeDeProcedure.DonneesEssentielles, "2026-08-01"),
                (etape, prevu),
            }
        )
        {
            procedure.Prevoir(quoi, DateOnly.ParseExact(jour, "O"), decalerLesSuivantes: false);
        }

        var controles = new ControlesDuCalendrier(procedure, Delais, ZoneDeJoursFeries.Metropole)
            .Tous()
            .Select(c => c())
            .ToList();

        Assert.Equal(5, controles.Count);
        Assert.Equal(tenu, controles.Single(c => c.Libelle == etape.Libelle()).EstTenu);
    }

    [Fact]
    public void Le_lot_suit_la_fin_de_son_marche()
    {
        var procedure = Lancee();
        procedure.DonnerIssue(1, IssueDeLot.Attribue, new(2026, 5, 12), Aujourdhui);

        procedure.SuivreLeMarche(1, StatutDeLot.Resilie);

        Assert.Equal(StatutDeLot.Resilie, procedure.LotDe(1).Statut);
    }

    internal static Procedure Lancee(bool deuxLots = false, FormeDeProcedure forme = FormeDeProcedure.AppelDOffresOuvert)
    {
        var (groupement, procedure) = ProcedureTests.UneProcedure();
        if (deuxLots)
        {
            procedure.AjouterLot(new DefinitionDeLotDeProcedure("Certificats", groupement.Prestations[1].Id), groupement);
        }

        procedure.Choisir(new ChoixDeProcedure { Forme = forme, DureeEnMois = 48 });
        procedure.Lancer(Lancement, Aujourdhui, groupement, procedure.Lots.ToDictionary(l => l.Numero, _ => 2));
        return procedure;
    }

    private static DelaiDeReception Minimum() =>
        Delais.Reception(
            FormeDeProcedure.AppelDOffresOuvert,
            PhaseDeReception.Offres,
            new ModalitesDeReception(true, false, false, false),
            Lancement,
            ZoneDeJoursFeries.Metropole
        )!;
}
