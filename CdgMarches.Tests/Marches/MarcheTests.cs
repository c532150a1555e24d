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
        Assert.Equal(new DateOnly(2027, 6, 30), tacite.Fin);
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

    private static ProjetDAvenant Avenant(decimal montant) =>
        new(
            CasDAvenant.FaibleMontant,
            "Ajout d'un poste",
            MontantHt.DEuros(montant),
            new DateOnly(2026, 8, 1),
            AvisDeLaCaoLe: new DateOnly(2026, 7, 20)
        );
}
