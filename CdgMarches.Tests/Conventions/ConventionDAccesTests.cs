using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Conventions.Regles;
using CdgMarches.Domain.Documents.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using FsCheck.Fluent;
using static CdgMarches.Tests.Conventions.Exemples;

namespace CdgMarches.Tests.Conventions;

public sealed class ConventionDAccesTests
{
    private static readonly DateOnly Aujourdhui = new(2025, 3, 1);

    [Fact]
    public void Chaque_acte_qui_manque_est_dit_et_la_convention_ne_vaut_pas_sans_lui()
    {
        var convention = EnPreparation();

        Assert.Equal(
            ["la délibération de la collectivité", "la signature de la collectivité", "la signature du CDG", "la date d'effet"],
            convention.Actes.Manquants
        );
        convention.Dater(Actes() with { SigneeParLeCdgLe = null }, Aujourdhui, [], []);
        Assert.Equal(["la signature du CDG"], convention.Actes.Manquants);
        Assert.Null(convention.PeriodeEnVigueur);
        Assert.Equal(EtatDeConvention.EnPreparation, convention.EtatAu(Effet));

        convention.Dater(Actes(), Aujourdhui, [], []);
        Assert.Equal(new Periode(Effet), convention.PeriodeEnVigueur);
    }

    [Theory]
    [InlineData("2025-02-14", EtatDeConvention.Signee)]
    [InlineData("2025-02-15", EtatDeConvention.EnVigueur)]
    [InlineData("2035-01-01", EtatDeConvention.EnVigueur)]
    public void L_etat_se_lit_des_dates(string jour, EtatDeConvention attendu) =>
        Assert.Equal(attendu, EnVigueur().EtatAu(Jour(jour)));

    [Theory]
    [InlineData("2025-02-15", 3, "2028-02-14")]
    [InlineData("2024-02-29", 3, "2027-02-28")]
    [InlineData("2024-03-01", 4, "2028-02-29")]
    public void Le_terme_initial_est_la_veille_de_l_anniversaire(string effet, int annees, string terme)
    {
        var convention = EnVigueur(regles: ReglesDAcces.Usuelles with { DureeInitialeEnAnnees = annees }, effet: Jour(effet));

        Assert.Equal(Jour(terme), convention.TermeInitial);
        Assert.Equal(Jour(terme), convention.ProchainTerme(Jour(terme)));
        Assert.Null(convention.ProchainTerme(Jour(terme).AddDays(1)));
        Assert.Null(convention.DernierJour);
    }

    [Fact]
    public void Par_periodes_chaque_terme_se_compte_depuis_l_effet()
    {
        var convention = EnVigueur(
            regles: ReglesDAcces.Usuelles with
            {
                Reconduction = Reconduction.ParPeriodes,
            },
            effet: new DateOnly(2024, 2, 29)
        );

        Assert.Equal(new DateOnly(2027, 2, 28), convention.ProchainTerme(new DateOnly(2027, 2, 28)));
        Assert.Equal(new DateOnly(2030, 2, 28), convention.ProchainTerme(new DateOnly(2027, 3, 1)));
        Assert.Equal(new DateOnly(2036, 2, 28), convention.ProchainTerme(new DateOnly(2033, 3, 1)));
        Assert.Null(convention.DernierJour);
    }

    [Fact]
    public void Une_reconduction_limitee_a_un_dernier_jour_certain()
    {
        var regles = ReglesDAcces.Usuelles with { Reconduction = Reconduction.ParPeriodes, ReconductionsAuPlus = 1 };

        Assert.Equal(new DateOnly(2031, 2, 14), EnVigueur(regles: regles).DernierJour);
        Assert.Equal(
            new DateOnly(2028, 2, 14),
            EnVigueur(regles: ReglesDAcces.Usuelles with { Reconduction = Reconduction.Aucune }).DernierJour
        );
        Assert.Null(EnVigueur(regles: regles).ProchainTerme(new DateOnly(2031, 2, 15)));
    }

    [Fact]
    public void Toutes_les_raisons_de_refuser_des_actes_sont_dites_a_la_fois()
    {
        var actes = Actes() with
        {
            DelibereeLe = Aujourdhui.AddDays(1),
            SigneeParLaCollectiviteLe = Aujourdhui,
            SigneeParLeCdgLe = Aujourdhui.AddDays(2),
        };
        AutreConvention[] autres = [new("CONV-2024-003", new Periode(new DateOnly(2024, 1, 1), Effet))];

        var verdict = EnPreparation().PeutDater(actes, Aujourdhui, autres, ["la grille"]);

        Assert.Collection(
            verdict.Obstacles,
            o => Assert.IsType<ActePasAVenir>(o),
            o => Assert.IsType<ActePasAVenir>(o),
            o => Assert.IsType<SignatureApresLaDeliberation>(o),
            o => Assert.IsType<SigneeAvecSesAnnexes>(o),
            o => Assert.IsType<SigneeAvecSesAnnexes>(o),
            o => Assert.IsType<UneConventionALaFois>(o)
        );
        Assert.Contains("au plus tôt le 16 février 2025", verdict.Obstacles[5].Message, StringComparison.Ordinal);
        Assert.IsType<EffetApresLesSignatures>(Assert.Single(verdict.Avertissements));
    }

    [Fact]
    public void Une_signature_deja_enregistree_se_corrige_meme_si_une_annexe_manque()
    {
        var convention = EnVigueur();
        var actes = Actes() with { SigneeParLeCdgLe = Effet.AddDays(-9) };

        convention.Dater(actes, Aujourdhui, [], ["la grille"], "Date lue de travers.");

        Assert.Equal(actes.SigneeParLeCdgLe, convention.Actes.SigneeParLeCdgLe);
        Assert.True(convention.PeutSigner(["la grille"]).EstFavorable);
        Assert.False(EnPreparation().PeutSigner(["la grille"]).EstFavorable);
    }

    [Fact]
    public void Un_effet_anterieur_a_la_derniere_signature_demande_un_motif()
    {
        var convention = EnPreparation();
        var actes = Actes() with { SigneeParLeCdgLe = Effet.AddDays(1) };

        var refus = Assert.Throws<RegleMetierException>(() => convention.Dater(actes, Aujourdhui, [], []));

        Assert.True(refus.MotifAttendu);
        convention.Dater(actes, Aujourdhui, [], [], "Le CDG a signé le lendemain d'un accord déjà donné.");
        Assert.Equal(Effet, convention.PremierJour);
    }

    [Fact]
    public void Une_convention_conclue_ne_s_abandonne_plus_et_ses_delais_ne_changent_plus()
    {
        var convention = EnVigueur();

        Assert.IsType<ConventionSansEffet>(Assert.Single(convention.PeutAbandonner("erreur").Obstacles));
        Assert.IsType<PasEncoreSignee>(Assert.Single(convention.PeutChangerLesRegles().Obstacles));

        var autre = EnPreparation();
        autre.Abandonner(Effet, "La commune renonce.");
        Assert.Equal(EtatDeConvention.Abandonnee, autre.EtatAu(Effet));
        Assert.IsType<ConventionNonAbandonnee>(autre.PeutDater(Actes(), Aujourdhui, [], []).Obstacles[0]);
    }

    [Fact]
    public void Une_collectivite_n_a_qu_une_convention_en_preparation_ou_sans_terme()
    {
        AutreConvention[] enPreparation = [new("CONV-2025-001", null)];
        AutreConvention[] sansTerme = [new("CONV-2025-001", new Periode(Effet))];
        AutreConvention[] finie = [new("CONV-2025-001", new Periode(Effet, Effet.AddYears(1)))];

        Assert.False(ConventionDAcces.PeutPreparer(enPreparation, ReglesDAcces.Usuelles).EstFavorable);
        Assert.False(ConventionDAcces.PeutPreparer(sansTerme, ReglesDAcces.Usuelles).EstFavorable);
        Assert.True(ConventionDAcces.PeutPreparer(finie, ReglesDAcces.Usuelles).EstFavorable);
    }

    [Theory]
    [InlineData(2024, null, null)]
    [InlineData(2025, "2025-02-15", "2025-12-31")]
    [InlineData(2026, "2026-01-01", "2026-03-15")]
    [InlineData(2027, null, null)]
    public void Les_jours_en_vigueur_d_une_annee_comptent_le_premier_et_le_dernier(int annee, string? du, string? au)
    {
        var convention = EnVigueur();
        convention.Denoncer(new NouvelleDenonciation(AuteurDeDenonciation.Collectivite, Jour("2026-01-12")), Jour("2026-01-20"));
        convention.Notifier(AvisDeReception.Remis(Jour("2026-01-15")), Jour("2026-01-20"));

        Assert.Equal(du is null ? null : new Periode(Jour(du), Jour(au!)), convention.EnVigueurPendant(annee));
    }

    [Fact]
    public void Le_prochain_terme_ne_precede_jamais_le_jour_et_tombe_sur_une_periode_entiere() =>
        Prop.ForAll(
                Generateurs.Jours,
                Generateurs.Entiers(1, 5),
                Generateurs.Entiers(0, 12),
                (effet, annees, plusTard) =>
                {
                    var convention = EnVigueur(
                        regles: ReglesDAcces.Usuelles with
                        {
                            DureeInitialeEnAnnees = annees,
                            PeriodeDeReconductionEnAnnees = annees,
                            Reconduction = Reconduction.ParPeriodes,
                        },
                        effet: effet
                    );
                    var jour = effet.AddYears(plusTard);
                    var terme = convention.ProchainTerme(jour)!.Value;
                    return terme >= jour
                        && terme <= jour.AddYears(annees)
                        && Enumerable
                            .Range(1, 13)
                            .Any(n => Domain.Noyau.Calendrier.Delais.DernierJour(effet, n * annees) == terme);
                }
            )
            .Verifier();
}
