using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Contributions.Regles;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using FsCheck.Fluent;

namespace CdgMarches.Tests.Contributions;

public sealed class AppelTests
{
    private static readonly DateOnly Jour = new(2026, 3, 10);

    [Fact]
    public void Une_correction_est_une_ligne_liee_et_l_appel_garde_son_montant()
    {
        var appel = Exemples.UnAppel();

        var reduction = appel.Rectifier(
            NatureDAppel.Reduction,
            MontantHt.DEuros(200),
            MontantHt.Zero,
            "Sortie au 30 juin",
            1,
            2,
            Jour,
            false
        );

        Assert.Equal("500.00 300.00", $"{appel.Montant} {appel.ResteDu}");
        Assert.Equal((appel.Id, "-200.00", 1), (reduction.Rectifie!.Value, reduction.Ttc.ToString(), reduction.Rang));
        Assert.Throws<RegleMetierException>(() =>
            reduction.Rectifier(NatureDAppel.Reduction, MontantHt.DEuros(1), MontantHt.Zero, "encore", 2, 3, Jour, false)
        );
    }

    [Theory]
    [InlineData(NatureDAppel.Reduction, "500.00", false)] // toute la somme : c'est une annulation
    [InlineData(NatureDAppel.Reduction, "499.99", true)]
    [InlineData(NatureDAppel.Reduction, "0.00", false)]
    [InlineData(NatureDAppel.Complement, "0.01", true)]
    [InlineData(NatureDAppel.Complement, "0.00", false)]
    [InlineData(NatureDAppel.Annulation, "0.00", true)]
    public void Une_correction_reste_dans_l_appel(NatureDAppel nature, string montant, bool permise) =>
        Assert.Equal(
            permise,
            Exemples
                .UnAppel()
                .PeutRectifier(nature, MontantHt.TryParse(montant, out var m) ? m : default, MontantHt.Zero, "motif")
                .EstFavorable
        );

    [Fact]
    public void Une_annulation_solde_l_appel_et_ne_se_refait_pas()
    {
        var appel = Exemples.UnAppel();

        appel.Rectifier(
            NatureDAppel.Annulation,
            MontantHt.Zero,
            MontantHt.Zero,
            "Erreur de débiteur",
            1,
            2,
            Jour,
            exerciceClos: true
        );

        Assert.Equal((EtatDAppel.Solde, MontantTtc.Zero), (appel.Etat, appel.ResteDu));
        Assert.False(appel.PeutRectifier(NatureDAppel.Annulation, MontantHt.Zero, -appel.Montant, "encore").EstFavorable);
    }

    /// <summary>L'appel, ses réductions et son annulation ne laissent rien, hors taxes comme toutes taxes comprises.</summary>
    [Fact]
    public void Une_annulation_apres_des_reductions_ne_laisse_ni_ht_ni_tva() =>
        Prop.ForAll(
                Gen.Choose(1_500, 500_000).ToArbitrary(),
                Gen.Choose(1, 100_000).ToArbitrary(),
                Gen.Elements(0m, 5.5m, 20m).ToArbitrary(),
                (centimes, reduit, taux) =>
                {
                    var appel = Exemples.UnAppel(centimes / 100m, tva: TauxTva.DePourcentage(taux));
                    var retire = MontantHt.Zero;
                    List<AppelDeContribution> lignes = [appel];
                    foreach (var (rang, part) in new[] { reduit, reduit / 3 }.Index())
                    {
                        var montant = MontantHt.DeCentimes(part);
                        if (appel.PeutRectifier(NatureDAppel.Reduction, montant, retire, "Réduite").EstFavorable)
                        {
                            lignes.Add(
                                appel.Rectifier(NatureDAppel.Reduction, montant, retire, "Réduite", rang + 1, 2, Jour, false)
                            );
                            retire += lignes[^1].Montant;
                        }
                    }

                    lignes.Add(appel.Rectifier(NatureDAppel.Annulation, default, retire, "Annulée", 9, 9, Jour, false));
                    return MontantHt.Somme(lignes.Select(l => l.Montant)) == MontantHt.Zero
                        && lignes.Sum(l => l.Ttc.Centimes) == 0
                        && (taux != 0m || lignes.TrueForAll(l => l.Ttc.Centimes == l.Montant.Centimes));
                }
            )
            .Verifier();

    [Theory]
    [InlineData(NatureDAppel.Complement, true, 2027, false)]
    [InlineData(NatureDAppel.Complement, false, 2026, false)]
    [InlineData(NatureDAppel.Reduction, true, 2026, true)]
    [InlineData(NatureDAppel.Reduction, false, 2026, false)]
    public void Un_complement_tardif_est_une_recette_de_l_exercice_ouvert_et_une_reduction_passe_par_mandat(
        NatureDAppel nature,
        bool clos,
        int exercice,
        bool parMandat
    )
    {
        var jour = new DateOnly(2027, 2, 3);

        var ligne = Exemples.UnAppel().Rectifier(nature, MontantHt.DEuros(100), MontantHt.Zero, "Effectif", 1, 7, jour, clos);

        Assert.Equal((exercice, parMandat), (ligne.Exercice, ligne.SurExerciceClos));
        Assert.Equal($"APC-{exercice}-0007", ligne.Reference!.ToString());
        Assert.Equal(
            exercice == 2027,
            ligne.Liquidation.Fiche.Contains("rattaché à l'exercice 2027, celui de 2026 étant clos", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Une_reduction_se_mesure_hors_taxes_et_compte_celles_d_avant()
    {
        var appel = Exemples.UnAppel(tva: TauxTva.DePourcentage(20m));
        var deja = -MontantHt.DEuros(200);

        Assert.True(appel.PeutRectifier(NatureDAppel.Reduction, MontantHt.DEuros(299.99m), deja, "motif").EstFavorable);
        Assert.False(appel.PeutRectifier(NatureDAppel.Reduction, MontantHt.DEuros(300), deja, "motif").EstFavorable);
    }

    [Fact]
    public void Ce_qui_est_paye_puis_annule_est_un_trop_percu_et_garde_la_date_du_paiement()
    {
        var appel = Exemples.UnAppel();
        appel.Encaisser(Jour, MontantTtc.DEuros(150), "mandat 1", Jour);

        appel.Rectifier(NatureDAppel.Annulation, default, default, "Erreur", 1, 2, Jour.AddDays(40), exerciceClos: false);

        Assert.Equal(("150.00", Jour), (appel.TropPercu.ToString(), appel.PayeLe!.Value));
        var jamaisPaye = Exemples.UnAppel();
        jamaisPaye.Rectifier(NatureDAppel.Annulation, default, default, "Erreur", 1, 2, Jour, exerciceClos: false);
        Assert.Equal((MontantTtc.Zero, null), (jamaisPaye.TropPercu, jamaisPaye.PayeLe));
    }

    [Fact]
    public void Une_reduction_ne_se_paie_ni_ne_se_rembourse_elle_meme()
    {
        var appel = Exemples.UnAppel();
        appel.Encaisser(Jour, MontantTtc.DEuros(500), "mandat 1", Jour);

        var reduction = appel.Rectifier(
            NatureDAppel.Reduction,
            MontantHt.DEuros(339.73m),
            default,
            "Sortie",
            1,
            2,
            Jour,
            exerciceClos: false
        );

        Assert.Equal("339.73", appel.TropPercu.ToString());
        Assert.Equal((MontantTtc.Zero, MontantTtc.Zero), (reduction.TropPercu, reduction.ResteDu));
    }

    [Fact]
    public void Un_titre_remplace_repousse_la_relance_avec_l_echeance()
    {
        var appel = Exemples.UnAppel();
        var relance = appel.EcheanceDePaiement.AddDays(1);
        appel.Relancer(relance, "Dominique");
        var titre = relance.AddDays(200);

        appel.Titrer("2026-999", titre, titre);

        Assert.Equal(titre.AddDays(31), appel.ProchaineRelance);
        Assert.False(appel.PeutRelancer(titre.AddDays(30)).EstFavorable);
        Assert.True(appel.PeutRelancer(titre.AddDays(31)).EstFavorable);
    }

    [Theory]
    [InlineData("2026-01-12", "2026-11-27", "2025-02-15", "2026-11-27")] // émission tardive
    [InlineData("2026-01-12", "2026-11-27", "2026-12-17", "2026-12-17")] // acte qui ne vaut pas encore
    [InlineData("2025-12-31", "2026-11-27", "2025-02-15", "2026-11-27")] // exercice passé
    [InlineData("2027-01-02", "2026-12-20", "2025-02-15", "2027-01-02")] // exercice à venir
    [InlineData("2026-01-12", "2026-01-12", "2025-02-15", "2026-01-12")]
    public void Un_appel_n_est_ni_antidate_ni_anterieur_a_son_acte(string campagne, string emission, string acte, string attendu)
    {
        var date = DateOnly.ParseExact(campagne, "O");
        var ouverte = CampagneDAppel.Ouvrir(OrigineDeCampagne.Grille, Guid.NewGuid(), null, date.Year, "x", "Appel", date);

        Assert.Equal(
            DateOnly.ParseExact(attendu, "O"),
            ouverte.JourDeLAppel(DateOnly.ParseExact(emission, "O"), DateOnly.ParseExact(acte, "O"))
        );
    }

    [Fact]
    public void Les_paiements_soldent_l_appel_et_un_trop_percu_est_refuse()
    {
        var appel = Exemples.UnAppel();
        appel.Encaisser(Jour, MontantTtc.DEuros(200), "mandat 1", Jour);

        Assert.Throws<RegleMetierException>(() => appel.Encaisser(Jour, MontantTtc.DEuros(300.01m), "mandat 2", Jour));
        appel.Encaisser(Jour, MontantTtc.DEuros(300), "mandat 2", Jour);

        Assert.Equal((EtatDAppel.Solde, Jour), (appel.Etat, appel.PayeLe!.Value));
    }

    [Fact]
    public void Les_relances_se_suivent_jusqu_au_paiement()
    {
        var appel = Exemples.UnAppel();
        var premiere = appel.EcheanceDePaiement.AddDays(1);

        Assert.False(appel.PeutRelancer(premiere.AddDays(-1)).EstFavorable);
        appel.Relancer(premiere, "Dominique");
        Assert.False(appel.PeutRelancer(premiere.AddDays(29)).EstFavorable);
        appel.Relancer(premiere.AddDays(30), "Dominique");
        appel.Encaisser(premiere.AddDays(31), MontantTtc.DEuros(500), null, premiere.AddDays(31));

        Assert.Equal(2, appel.NombreDeRelances);
        Assert.Null(appel.ProchaineRelance);
    }

    [Fact]
    public void On_ne_met_en_demeure_que_sur_un_titre_dont_le_delai_est_passe()
    {
        var appel = Exemples.UnAppel();

        Assert.False(appel.PeutMettreEnDemeure(Jour.AddDays(90), 15).EstFavorable);
        appel.Titrer("2026-118", Jour, Jour);
        Assert.False(appel.PeutMettreEnDemeure(Jour.AddDays(30), 15).EstFavorable);
        appel.MettreEnDemeure(Jour.AddDays(31), 15);

        Assert.Equal(Jour.AddDays(31), appel.MiseEnDemeureLe);
    }

    [Fact]
    public void Une_mise_en_demeure_qui_court_retient_la_suivante()
    {
        var appel = Exemples.UnAppel();
        appel.Titrer("2026-118", Jour, Jour);
        appel.MettreEnDemeure(Jour.AddDays(31), 15);

        var refus = Assert.Single(appel.PeutMettreEnDemeure(Jour.AddDays(46), 15).Obstacles);

        Assert.IsType<AucuneMiseEnDemeureEnCours>(refus);
        Assert.True(appel.PeutMettreEnDemeure(Jour.AddDays(47), 15).EstFavorable);

        // The delay runs from the notification the register holds: 5 days later.
        Assert.False(appel.PeutMettreEnDemeure(Jour.AddDays(51), 15, Jour.AddDays(36)).EstFavorable);
        Assert.True(appel.PeutMettreEnDemeure(Jour.AddDays(52), 15, Jour.AddDays(36)).EstFavorable);
    }

    [Fact]
    public void Un_titre_et_un_paiement_sont_des_faits_aucun_n_est_a_venir()
    {
        var appel = Exemples.UnAppel();
        var demain = Jour.AddDays(1);

        Assert.True(appel.PeutTitrer("118", Jour, Jour, null).EstFavorable);
        Assert.IsType<TitreApresLAppel>(Assert.Single(appel.PeutTitrer("118", demain, Jour, null).Obstacles));
        Assert.True(appel.PeutEncaisser(Jour, MontantTtc.DEuros(1), null, Jour).EstFavorable);
        Assert.IsType<DateDePaiement>(Assert.Single(appel.PeutEncaisser(demain, MontantTtc.DEuros(1), null, Jour).Obstacles));
    }

    [Fact]
    public void Un_numero_de_titre_deja_porte_est_refuse_en_nommant_l_autre_appel()
    {
        var refus = Assert.Single(Exemples.UnAppel().PeutTitrer("118", Jour, Jour, new ReferenceDAppel(2026, 7)).Obstacles);

        Assert.Contains("APC-2026-0007 porte déjà le titre n° 118", refus.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sans_comptable_ni_voies_de_recours_rien_ne_s_emet()
    {
        var verdict = AppelDeContribution.PeutPorter(Exemples.Mentions with { Comptable = "", VoiesDeRecours = " " });

        Assert.Equal(["comptable", "voies-de-recours"], verdict.Obstacles.Select(o => o.Champ));
    }

    [Theory]
    [InlineData("2026-01-01", "2026-06-30", false)]
    [InlineData("2026-07-01", "2026-12-31", false)]
    [InlineData("2027-01-01", null, true)]
    [InlineData("2027-02-01", "2027-01-31", false)] // le dernier jour précède le premier
    public void Un_seul_comptable_vaut_un_jour_donne(string debut, string? fin, bool permis) =>
        Assert.Equal(
            permis,
            new ComptableSansChevauchement(
                DateOnly.ParseExact(debut, "O"),
                fin is null ? null : DateOnly.ParseExact(fin, "O"),
                [Periode.Annee(2026)]
            ).EstRespectee
        );

    [Fact]
    public void Chorus_ne_retient_que_celui_a_qui_il_manque_un_code()
    {
        var appel = Exemples.UnAppel(siret: null);
        var exigeant = new ParametresChorus(true, true);
        Assert.Equal(
            ["code-service", "engagement"],
            appel.PeutExporter(Exemples.UneFiche(exigeant)).Obstacles.Select(o => o.Champ)
        );

        appel.PreciserChorus(null, "EJ-1");

        Assert.False(appel.PeutExporter(Exemples.UneFiche(exigeant)).EstFavorable);
        Assert.True(appel.PeutExporter(Exemples.UneFiche(exigeant with { CodeDuService = "SRV" })).EstFavorable);
        Assert.IsType<SiretDuDebiteurConnu>(Assert.Single(appel.PeutExporter(Exemples.UneFiche(siret: null)).Obstacles));
    }

    [Fact]
    public void Le_code_service_de_l_appel_l_emporte_sur_celui_de_la_fiche()
    {
        var appel = Exemples.UnAppel();
        var fiche = Exemples.UneFiche(new ParametresChorus(true, false, "ORDINAIRE", "Achats"));
        Assert.Equal(("ORDINAIRE", "Achats"), (appel.CodeDuServiceDuTitre(fiche), appel.NomDuServiceDuTitre(fiche)));

        appel.PreciserChorus("PROPRE", null);

        Assert.Equal(("PROPRE", null), (appel.CodeDuServiceDuTitre(fiche), appel.NomDuServiceDuTitre(fiche)));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(100_000, true)]
    [InlineData(100_001, false)]
    public void Un_nombre_de_consultations_est_positif_et_vraisemblable(int nombre, bool permis) =>
        Assert.Equal(permis, ConsultationsDeclarees.PeutDeclarer(2026, nombre, null).EstFavorable);

    [Fact]
    public void Un_chiffre_corrige_n_est_plus_confirme()
    {
        var declaration = ConsultationsDeclarees.Declarer(
            CollectiviteId.Nouveau(),
            2026,
            12,
            null,
            OrigineDesConsultations.Saisie
        );
        declaration.Confirmer(Jour, "Sacha");

        declaration.Corriger(13, null, OrigineDesConsultations.Import);

        Assert.Null(declaration.ConfirmeesLe);
    }

    [Theory]
    [InlineData("FR1420041010050500013M02606", true)]
    [InlineData("FR14 2004 1010 0505 0001 3M02 606", true)]
    [InlineData("FR1420041010050500013M02607", false)]
    [InlineData(null, true)]
    [InlineData("pas un iban", false)]
    public void Un_iban_faux_est_refuse(string? iban, bool permis) =>
        Assert.Equal(permis, new Domain.Contributions.Regles.IbanPlausible(iban).EstRespectee);

    [Fact]
    public void L_auteur_ne_valide_pas_sa_propre_simulation_et_une_donnee_changee_l_annule()
    {
        var campagne = CampagneDAppel.Ouvrir(
            OrigineDeCampagne.Grille,
            Guid.NewGuid(),
            null,
            2026,
            "2026",
            "Contribution 2026",
            Jour
        );
        var auteur = Guid.NewGuid();
        campagne.Proposer(new ResumeDeSimulation(3, MontantHt.DEuros(900), "abc", 0), auteur, "Camille", HorlogeFigee.Origine);

        Assert.False(campagne.PeutValider(auteur, "abc").EstFavorable);
        Assert.False(campagne.PeutValider(Guid.NewGuid(), "autre").EstFavorable);
        campagne.Valider(Guid.NewGuid(), "Dominique", "abc", HorlogeFigee.Origine);

        Assert.False(campagne.PeutEmettre("autre", Exemples.Mentions).EstFavorable);
        Assert.True(campagne.PeutEmettre("abc", Exemples.Mentions).EstFavorable);
    }

    [Fact]
    public void La_somme_des_parts_est_le_total_et_les_exemptes_ne_portent_rien() =>
        Prop.ForAll(
                Generateurs.Entiers(1, 500_000),
                Gen.Choose(0, 4).ListOf(6).Where(p => p.Skip(1).Any(x => x > 0)).ToArbitrary(),
                (centimes, poids) =>
                {
                    var refacturation = Refacturation.Creer(
                        GroupementId.Nouveau(),
                        2026,
                        new DefinitionDeRefacturation
                        {
                            Intitule = "Frais",
                            Occurrence = "2026",
                            Fondement = "Convention",
                            Type = new TypeDeFacturation("TYPE2", "Autres frais", Declencheur.Annuel, NatureDeLaDette.Frais),
                            Partage = CleDePartage.Agents,
                            Exemptions = [new(CategorieDeCollectivite.Ccas, ConditionDExemption.CommuneMembre, "type 2")],
                        },
                        null
                    );
                    refacturation.Ajouter(
                        new SaisieDeFrais(NatureDeFrais.AutresFrais, "Fournisseur", Jour, MontantHt.DeCentimes(centimes), null)
                    );
                    var parts = refacturation.Partager([
                        .. poids.Select(
                            (p, i) =>
                                new MembreAuPartage(
                                    Guid.NewGuid(),
                                    CollectiviteId.Nouveau(),
                                    i == 0 ? CategorieDeCollectivite.Ccas : CategorieDeCollectivite.Commune,
                                    true,
                                    p
                                )
                        ),
                    ]);
                    return MontantHt.Somme(parts.Select(p => p.Montant)).Centimes == centimes
                        && parts[0].Montant == MontantHt.Zero;
                }
            )
            .Verifier();
}
