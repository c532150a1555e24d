using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Marches.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Procedures.Regles;
using FsCheck;
using FsCheck.Fluent;
using static CdgMarches.Tests.Marches.MarchesDEssai;

namespace CdgMarches.Tests.Marches;

public sealed class MarcheTests
{
    [Fact]
    public void Au_centime_le_maximum_arrete_une_commande_en_preparation_et_fait_un_depassement_de_celle_qui_est_emise()
    {
        var generateur = from max in Gen.Choose(2, 100_000) from ecart in Gen.Elements(-1, 0, 1) select (Max: max, Ecart: ecart);

        Prop.ForAll(
                generateur.ToArbitrary(),
                c =>
                {
                    var marche = EnExecution(c.Max);
                    var montant = MontantHt.DeCentimes((c.Max * 100L) + c.Ecart);
                    var preparee = marche.PeutCommander(montant, Debut, EtatDeCommande.EnPreparation, true, "Arras");
                    var emise = marche.Commander(
                        CollectiviteId.Nouveau(),
                        "Arras",
                        true,
                        Debut,
                        montant,
                        EtatDeCommande.Emise,
                        null,
                        "Urgence."
                    );
                    return preparee.EstFavorable == c.Ecart <= 0
                        && emise.EstDepassement == c.Ecart > 0
                        && marche.Consomme == montant;
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Une_commande_emise_au_dela_du_maximum_demande_son_motif()
    {
        var marche = EnExecution(1_000m);

        var refus = Assert.Throws<RegleMetierException>(() => Commander(marche, 1_000.01m));

        Assert.True(refus.MotifAttendu);
        Assert.IsType<MaximumNonDepasse>(Assert.Single(refus.Obstacles));
        Assert.Equal(MontantHt.Zero, marche.Consomme);
    }

    [Theory]
    [InlineData(799.99, false)]
    [InlineData(800, true)]
    public void L_alerte_vient_a_quatre_vingts_pour_cent(double euros, bool alerte)
    {
        var marche = EnExecution(1_000m);
        Commander(marche, (decimal)euros);

        Assert.Equal(alerte, marche.EstEnAlerte(80m));
    }

    [Theory]
    [InlineData(FormeDeProcedure.AppelDOffresOuvert, false, true)]
    [InlineData(FormeDeProcedure.AppelDOffresOuvert, true, true)]
    [InlineData(FormeDeProcedure.Adaptee, false, false)]
    public void Le_marche_releve_de_la_commission_comme_son_lot_petits_lots_compris(
        FormeDeProcedure forme,
        bool petitLot,
        bool attendu
    )
    {
        var (groupement, procedure) = Procedures.ProcedureTests.UneProcedure();
        procedure.ModifierLot(
            1,
            new DefinitionDeLotDeProcedure("Actes", groupement.Prestations[0].Id, 1) { EstPetitLot = petitLot },
            groupement
        );
        procedure.Choisir(new ChoixDeProcedure { Forme = forme, DureeEnMois = 12 });

        var marche = Marche.Attribuer(
            "MAR-2026-001",
            procedure,
            procedure.Lots[0],
            new AttributionDeMarche(Debut, [("Numérique du Nord", null)], MontantHt.DEuros(50_000m), null, null, 12, [])
        );

        Assert.Equal((attendu, attendu), (procedure.ReleveDeLaCao, marche.AttribueParLaCao));
    }

    [Fact]
    public void Un_membre_entre_apres_le_lancement_ne_commande_pas_et_personne_hors_de_la_validite()
    {
        var marche = EnExecution();

        var adhere = marche.PeutCommander(MontantHt.DEuros(1m), Debut, EtatDeCommande.Emise, membreFige: false, "Calais");
        var avant = marche.PeutCommander(MontantHt.DEuros(1m), Debut.AddDays(-1), EtatDeCommande.Emise, true, "Arras");
        var apres = marche.PeutCommander(MontantHt.DEuros(1m), marche.Fin!.Value.AddDays(1), EtatDeCommande.Emise, true, "Arras");

        Assert.IsType<CommandeDUnMembreFige>(Assert.Single(adhere.Obstacles));
        Assert.IsType<CommandePendantLaValidite>(Assert.Single(avant.Obstacles));
        Assert.IsType<CommandePendantLaValidite>(Assert.Single(apres.Obstacles));
    }

    [Fact]
    public void Tacite_la_fin_compte_les_reconductions_expresse_elle_les_attend()
    {
        var tacite = EnExecution(1_000m, ModeDeReconduction.Tacite, 12, 12);
        var expresse = EnExecution(1_000m, ModeDeReconduction.Expresse, 12, 12);

        Assert.Equal(new DateOnly(2029, 6, 30), tacite.Fin);
        Assert.Equal(new DateOnly(2027, 6, 30), expresse.Fin);
        Assert.Equal(new DateOnly(2029, 6, 30), expresse.FinMaximale);
        Assert.Equal(new DateOnly(2027, 3, 30), expresse.Reconductions[0].DecisionAvant);
        expresse.DeciderReconduction(1, true, new DateOnly(2027, 3, 1), null);
        Assert.Equal(new DateOnly(2028, 6, 30), expresse.Fin);
        tacite.DeciderReconduction(1, false, new DateOnly(2027, 3, 30), "Insatisfaisant.");
        Assert.Equal((new DateOnly(2027, 6, 30), tacite.Fin), (tacite.FinMaximale!.Value, tacite.FinMaximale));
        Assert.Throws<RegleMetierException>(() => tacite.DeciderReconduction(2, true, new DateOnly(2027, 3, 1), null));
    }

    [Fact]
    public void Passe_la_date_une_reconduction_ne_se_refuse_plus_si_elle_est_tacite_ni_ne_se_decide_si_elle_est_expresse()
    {
        var tardif = new DateOnly(2027, 3, 31);

        Assert.Throws<RegleMetierException>(() =>
            EnExecution(1m, ModeDeReconduction.Tacite, 12).DeciderReconduction(1, false, tardif, null)
        );
        Assert.Throws<RegleMetierException>(() =>
            EnExecution(1m, ModeDeReconduction.Expresse, 12).DeciderReconduction(1, true, tardif, null)
        );
    }

    [Fact]
    public void Les_avenants_se_cumulent_et_tous_les_obstacles_sont_dits_a_la_fois()
    {
        var marche = EnExecution(400_000m);
        marche.Modifier(Avenant(20_000m), Plafonds);

        var verdict = marche.PeutModifier(Avenant(20_000m), Plafonds);
        Assert.Collection(
            verdict.Obstacles.OrderBy(o => o.GetType().Name, StringComparer.Ordinal),
            o => Assert.IsType<AvenantDeFaibleMontant>(o)
        );
        Assert.True(
            marche
                .PeutModifier(
                    Avenant(19_999.99m) with
                    {
                        Cas = CasDAvenant.CirconstancesImprevues,
                        Justification = "Crise.",
                    },
                    Plafonds
                )
                .EstFavorable
        );
        Assert.Equal(MontantHt.DEuros(420_000m), marche.MontantActuel);
    }

    [Fact]
    public void Un_sous_traitant_est_agree_par_vingt_et_un_jours_de_silence()
    {
        var marche = EnExecution();
        var recu = new DateOnly(2026, 9, 1);
        var silence = new DelaisDeProcedure(DelaisDeReference.Lister()).AgrementDuSousTraitant(recu);
        var acte = marche.RecevoirSousTraitant(
            new DemandeDeSousTraitance("Réseaux", null, "Hébergement", MontantTtc.DEuros(600m), recu),
            silence,
            MontantTtc.DEuros(600m)
        );

        Assert.True(acte.EstPayeDirectement);
        Assert.False(acte.EstAgreeAu(new DateOnly(2026, 9, 22)));
        Assert.True(acte.EstAgreeAu(new DateOnly(2026, 9, 23)));
        Assert.Throws<RegleMetierException>(() => marche.DeciderSousTraitant(1, false, new DateOnly(2026, 9, 23), "Trop tard."));
        Assert.Throws<RegleMetierException>(() => marche.DeciderSousTraitant(1, false, new DateOnly(2026, 9, 22), " "));
    }

    [Fact]
    public void La_notification_attend_la_transmission_quand_elle_s_impose()
    {
        var procedure = Procedures.ConduiteTests.Lancee();
        var marche = Marche.Attribuer(
            "MAR-2026-001",
            procedure,
            procedure.Lots[0],
            new AttributionDeMarche(new DateOnly(2026, 5, 12), [("Nord", null)], MontantHt.DEuros(300_000m), null, null, 12, [])
        );
        marche.Signer(new DateOnly(2026, 6, 2));

        var verdict = marche.PeutNotifier(new DateOnly(2026, 6, 5), Debut, transmissionRequise: true);
        Assert.IsType<TransmisAvantLaNotification>(Assert.Single(verdict.Obstacles));
        marche.Transmettre(new DateOnly(2026, 6, 5));
        Assert.True(marche.PeutNotifier(new DateOnly(2026, 6, 5), Debut, transmissionRequise: true).EstFavorable);
    }

    [Fact]
    public void Douze_mois_avant_la_fin_l_echeancier_propose_le_recensement_suivant()
    {
        var marche = EnExecution();

        var echeance = marche.Echeances.Single(e => e.Cle == "recensement-suivant");

        Assert.Equal(marche.Fin!.Value.AddMonths(-12), echeance.Date);
    }

    [Fact]
    public void Les_avances_d_alerte_sont_celles_reglees_a_la_notification()
    {
        var procedure = Procedures.ConduiteTests.Lancee();
        var marche = Marche.Attribuer(
            "MAR-2026-001",
            procedure,
            procedure.Lots[0],
            new AttributionDeMarche(new DateOnly(2026, 5, 12), [("Nord", null)], MontantHt.DEuros(1_000m), null, null, 12, [12])
        );
        marche.Signer(new DateOnly(2026, 6, 2));
        marche.Notifier(new DateOnly(2026, 6, 10), Debut, transmissionRequise: false, new AlertesDuMarche(18, 60));
        marche.RecevoirSousTraitant(
            new DemandeDeSousTraitance("Réseaux", null, "Hébergement", MontantTtc.DEuros(600m), new DateOnly(2026, 9, 1)),
            new CalculDeDate(new DateOnly(2026, 9, 22), "", "", ""),
            MontantTtc.DEuros(600m),
            alerteEnJours: 10
        );

        Assert.Equal(marche.Fin!.Value.AddMonths(-18), marche.Echeances.Single(e => e.Cle == "recensement-suivant").Date);
        Assert.Equal([60, 30, 7], marche.Echeances.Single(e => e.Cle == "reconduction/1").Alertes);
        Assert.Equal([11], marche.Echeances.Single(e => e.Cle == "sous-traitant/1").Alertes);
    }

    [Theory]
    [InlineData(999.99, false)]
    [InlineData(1_000, true)]
    [InlineData(0, false)]
    public void Un_nouveau_maximum_ne_descend_pas_sous_la_somme_des_commandes(double euros, bool permis)
    {
        var marche = EnExecution(2_000m);
        Commander(marche, 1_000m);

        var verdict = marche.PeutModifier(Avenant(0m) with { NouveauMaximum = MontantHt.DEuros((decimal)euros) }, Plafonds);

        Assert.Equal(permis, verdict.EstFavorable);
        Assert.Equal(!permis, verdict.Obstacles.Any(o => o is MaximumCouvreLesCommandes));
    }

    [Fact]
    public void L_avis_de_la_commission_precede_l_avenant_et_un_nouveau_titulaire_se_nomme()
    {
        var marche = EnExecution(400_000m);
        var projet = Avenant(1m);

        var tardif = marche.PeutModifier(projet with { AvisDeLaCaoLe = projet.SigneLe.AddDays(1) }, Plafonds);
        var anonyme = marche.PeutModifier(
            projet with
            {
                Cas = CasDAvenant.NouveauTitulaire,
                Justification = "Fusion.",
            },
            Plafonds
        );

        Assert.IsType<AvisDeLaCaoAvantLAvenant>(Assert.Single(tardif.Obstacles));
        Assert.IsType<NouveauTitulaireNomme>(Assert.Single(anonyme.Obstacles));
        var fin = marche.Fin!.Value;
        marche.Modifier(
            projet with
            {
                Cas = CasDAvenant.NouveauTitulaire,
                Justification = "Fusion.",
                NouveauTitulaire = "Nord Numérique",
                SiretDuNouveauTitulaire = "73282932000074",
                ProlongationEnMois = 2,
            },
            Plafonds
        );
        Assert.Equal("Nord Numérique", Assert.Single(marche.Titulaires).Nom);
        Assert.Equal(fin.AddDays(1).AddMonths(2).AddDays(-1), marche.Fin);
    }

    [Fact]
    public void Une_resiliation_s_annonce_aux_membres_une_notification_aussi_pas_avant()
    {
        var marche = EnExecution();

        Assert.Throws<RegleMetierException>(() => marche.NoterLInformation(2, ObjetDInformation.Resiliation));
        marche.Resilier(new DateOnly(2026, 9, 1), CasDeResiliation.FauteGrave, "Interruptions répétées.");
        marche.NoterLInformation(2, ObjetDInformation.Resiliation);

        var apres = marche.PeutCommander(MontantHt.DEuros(1m), new(2026, 9, 2), EtatDeCommande.Emise, true, "Arras");
        Assert.IsType<CommandePendantLaValidite>(Assert.Single(apres.Obstacles));
    }

    [Fact]
    public void La_prochaine_revision_des_prix_est_a_l_echeancier_et_suit_la_precedente()
    {
        var marche = EnExecution();

        Assert.Throws<RegleMetierException>(() => marche.ReviserLesPrix(new(2027, 1, 1), "Syntec", 1.02m, new(2026, 12, 31)));
        marche.ReviserLesPrix(new(2027, 1, 1), "Syntec", 1.02m, new(2028, 1, 1));

        Assert.Equal(new DateOnly(2028, 1, 1), marche.Echeances.Single(e => e.Cle == "revision/1").Date);
    }

    private static ProjetDAvenant Avenant(decimal montant) =>
        new(
            CasDAvenant.FaibleMontant,
            "Ajout d'un poste",
            MontantHt.DEuros(montant),
            new DateOnly(2026, 8, 1),
            AvisDeLaCaoLe: new DateOnly(2026, 7, 20)
        );
}
