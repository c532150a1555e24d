using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Conventions.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using FsCheck.Fluent;
using static CdgMarches.Tests.Conventions.Exemples;

namespace CdgMarches.Tests.Conventions;

public sealed class DenonciationTests
{
    private static readonly DateOnly Aujourdhui = new(2030, 1, 1);

    [Theory]
    [InlineData(AuteurDeDenonciation.Collectivite, "2026-01-15", "2026-03-15")]
    [InlineData(AuteurDeDenonciation.Collectivite, "2026-12-31", "2027-02-28")]
    [InlineData(AuteurDeDenonciation.Collectivite, "2027-12-31", "2028-02-29")]
    [InlineData(AuteurDeDenonciation.Collectivite, "2027-12-29", "2028-02-29")]
    [InlineData(AuteurDeDenonciation.Collectivite, "2026-07-31", "2026-09-30")]
    [InlineData(AuteurDeDenonciation.Cdg, "2026-08-31", "2027-02-28")]
    [InlineData(AuteurDeDenonciation.Cdg, "2026-03-15", "2026-09-15")]
    [InlineData(AuteurDeDenonciation.CdgPourDefautDePaiement, "2026-02-28", "2026-02-28")]
    public void Le_delai_court_de_quantieme_a_quantieme(AuteurDeDenonciation auteur, string notifiee, string dernier)
    {
        var effet = EffetDeDenonciation.Calculer(auteur, Jour(notifiee), ReglesDAcces.Usuelles);

        Assert.Equal(Jour(dernier), effet.DernierJour);
        Assert.Equal(Jour(dernier).AddDays(1), effet.Effet);
    }

    [Fact]
    public void La_phrase_dit_le_delai_le_dernier_jour_et_l_effet()
    {
        Assert.Equal(
            "Notifiée par la collectivité le 15 janvier 2026 : délai de 2 mois, de quantième à quantième. La convention reste en vigueur jusqu'au 15 mars 2026 inclus et la dénonciation prend effet le 16 mars 2026 (convention, art. 5).",
            EffetDeDenonciation.Calculer(AuteurDeDenonciation.Collectivite, Jour("2026-01-15"), ReglesDAcces.Usuelles).Phrase
        );
        Assert.Contains(
            "ce quantième manque, le dernier jour du mois",
            EffetDeDenonciation.Calculer(AuteurDeDenonciation.Collectivite, Jour("2026-12-31"), ReglesDAcces.Usuelles).Phrase,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("2026-03-14", "2026-03-15")]
    [InlineData("2026-03-15", "2026-03-15")]
    [InlineData("2026-12-31", "2026-12-31")]
    public void Un_jour_annonce_allonge_le_delai_et_ne_le_raccourcit_jamais(string annonce, string dernier) =>
        Assert.Equal(
            Jour(dernier),
            EffetDeDenonciation
                .Calculer(AuteurDeDenonciation.Collectivite, Jour("2026-01-15"), ReglesDAcces.Usuelles, Jour(annonce))
                .DernierJour
        );

    [Fact]
    public void Le_delai_tient_a_toutes_les_fins_de_mois() =>
        Prop.ForAll(
                Generateurs.Jours,
                Generateurs.Entiers(1, 24),
                (notifiee, mois) =>
                {
                    var regles = ReglesDAcces.Usuelles with { PreavisDeLaCollectiviteEnMois = mois };
                    var dernier = EffetDeDenonciation.Calculer(AuteurDeDenonciation.Collectivite, notifiee, regles).DernierJour;
                    var ecart = (dernier.Year * 12) + dernier.Month - (notifiee.Year * 12) - notifiee.Month;
                    var finDeMois = dernier.AddDays(1).Day == 1;
                    return ecart == mois && (dernier.Day == notifiee.Day || (finDeMois && dernier.Day < notifiee.Day));
                }
            )
            .Verifier();

    [Fact]
    public void Recevoir_plus_tard_ne_finit_jamais_plus_tot() =>
        Prop.ForAll(
                Generateurs.Jours,
                Generateurs.Entiers(0, 3),
                (notifiee, plusTard) =>
                    DernierJour(notifiee, AuteurDeDenonciation.Cdg)
                        <= DernierJour(notifiee.AddDays(plusTard), AuteurDeDenonciation.Cdg)
                    && DernierJour(notifiee, AuteurDeDenonciation.Collectivite) < DernierJour(notifiee, AuteurDeDenonciation.Cdg)
            )
            .Verifier();

    [Theory]
    [InlineData(IssueDuRecommande.Remis, "2026-01-15")]
    [InlineData(IssueDuRecommande.Refuse, "2026-01-13")]
    [InlineData(IssueDuRecommande.NonReclame, "2026-01-13")]
    public void Refusee_ou_non_reclamee_la_lettre_vaut_du_jour_de_sa_premiere_presentation(
        IssueDuRecommande issue,
        string jour
    ) => Assert.Equal(Jour(jour), new AvisDeReception(issue, Jour("2026-01-13"), Jour("2026-01-15")).NotifieLe);

    [Fact]
    public void Denoncee_la_convention_vaut_jusqu_a_son_dernier_jour_puis_finit()
    {
        var convention = Denoncee();
        Assert.Equal(EtatDeConvention.Denoncee, convention.EtatAu(Jour("2026-01-20")));
        Assert.Null(convention.DernierJour);

        convention.Notifier(AvisDeReception.Remis(Jour("2026-01-15")), Aujourdhui);

        Assert.Equal(Jour("2026-03-15"), convention.DernierJour);
        Assert.Equal(EtatDeConvention.Denoncee, convention.EtatAu(Jour("2026-03-15")));
        Assert.Equal(EtatDeConvention.Terminee, convention.EtatAu(Jour("2026-03-16")));
    }

    [Fact]
    public void Un_terme_que_personne_n_a_examine_passe_de_lui_meme_quand_la_convention_a_son_dernier_jour()
    {
        var convention = EnVigueur(effet: Jour("2021-11-27"));
        var terme = Jour("2024-11-26");
        Assert.False(Terme().PasseDElleMeme);

        convention.Denoncer(Lettre(AuteurDeDenonciation.Collectivite, "2026-01-10"), Aujourdhui);
        convention.Notifier(AvisDeReception.Remis(Jour("2026-01-15")), Aujourdhui);

        Assert.True(Terme().PasseDElleMeme);

        EcheanceDue Terme() =>
            Assert.Single(convention.Echeances, e => e.Cle.StartsWith("terme/", StringComparison.Ordinal) && e.Date == terme);
    }

    [Fact]
    public void La_date_de_notification_se_corrige_et_le_dernier_jour_suit()
    {
        var convention = Denoncee();
        convention.Notifier(AvisDeReception.Remis(Jour("2026-01-15")), Aujourdhui);

        convention.Notifier(AvisDeReception.Refuse(Jour("2026-01-14")), Aujourdhui);

        Assert.Equal(Jour("2026-03-14"), convention.DernierJour);
    }

    [Fact]
    public void Un_avis_sans_date_ou_dans_le_desordre_est_refuse()
    {
        var convention = Denoncee();

        Assert.IsType<AvisDate>(
            Assert.Single(
                convention
                    .PeutNotifier(new AvisDeReception(IssueDuRecommande.Refuse, null, Jour("2026-01-15")), Aujourdhui)
                    .Obstacles
            )
        );
        Assert.IsType<AvisDansLOrdre>(
            Assert.Single(convention.PeutNotifier(AvisDeReception.Remis(Jour("2026-01-11")), Aujourdhui).Obstacles)
        );
        Assert.IsType<ActePasAVenir>(
            Assert.Single(convention.PeutNotifier(AvisDeReception.Remis(Jour("2026-01-16")), Jour("2026-01-15")).Obstacles)
        );
        Assert.True(convention.PeutNotifier(AvisDeReception.Remis(Jour("2026-01-12")), Jour("2026-01-12")).EstFavorable);
    }

    [Theory]
    [InlineData(AuteurDeDenonciation.Collectivite, true)]
    [InlineData(AuteurDeDenonciation.Cdg, false)]
    public void Les_archives_ne_sont_dues_que_d_une_denonciation_de_la_collectivite(AuteurDeDenonciation auteur, bool dues)
    {
        var convention = Denoncee(auteur);
        convention.Notifier(AvisDeReception.Remis(Jour("2026-01-15")), Aujourdhui);

        Assert.Equal(dues, convention.ConformiteDeLaDenonciation.Avertissements.Any());
        Assert.Equal(dues, convention.Echeances.Any(e => e.Cle == "archives"));
    }

    [Fact]
    public void Les_archives_departementales_ont_leur_propre_lettre_et_n_arretent_rien()
    {
        var convention = Denoncee();
        convention.Notifier(AvisDeReception.Remis(Jour("2026-01-15")), Aujourdhui);
        var alerte = Assert.Single(convention.ConformiteDeLaDenonciation.Avertissements);
        Assert.IsType<ArchivesDepartementalesInformees>(alerte);

        convention.InformerLesArchives(Jour("2026-01-20"), "1A 111", Aujourdhui);
        Assert.NotEmpty(convention.ConformiteDeLaDenonciation.Avertissements);
        convention.ConstaterLesArchives(AvisDeReception.Remis(Jour("2026-01-22")), Aujourdhui);

        Assert.Empty(convention.ConformiteDeLaDenonciation.Avertissements);
        Assert.Equal(Jour("2026-03-15"), convention.DernierJour);
    }

    [Fact]
    public void Une_seule_denonciation_a_la_fois_et_la_retirer_rend_la_convention()
    {
        var convention = Denoncee();
        Assert.IsType<AucuneDenonciationEnCours>(
            Assert.Single(convention.PeutDenoncer(Lettre(AuteurDeDenonciation.Cdg, "2026-02-01"), Aujourdhui).Obstacles)
        );
        convention.Notifier(AvisDeReception.Remis(Jour("2026-01-15")), Aujourdhui);
        Assert.IsType<DenonciationSansEffetEncore>(
            Assert.Single(convention.PeutRetirerLaDenonciation(Jour("2026-03-15"), Jour("2026-03-16"), "accord").Obstacles)
        );

        convention.RetirerLaDenonciation(Jour("2026-03-15"), Jour("2026-03-15"), "Accord des parties.");

        Assert.Null(convention.DernierJour);
        Assert.Equal(EtatDeConvention.EnVigueur, convention.EtatAu(Jour("2026-03-16")));
        convention.Denoncer(Lettre(AuteurDeDenonciation.Cdg, "2026-04-01"), Aujourdhui);
        Assert.Equal(2, convention.DenonciationEnCours!.Numero);
    }

    [Fact]
    public void L_accord_qui_retire_une_denonciation_la_suit_et_sait_les_documents_rendus()
    {
        var convention = Denoncee();
        convention.Notifier(AvisDeReception.Remis(Jour("2026-01-15")), Aujourdhui);

        var avant = convention.PeutRetirerLaDenonciation(Jour("2026-01-11"), Jour("2026-03-10"), "Accord.");
        Assert.Equal("retiree-le", Assert.IsType<AccordApresLaDenonciation>(Assert.Single(avant.Obstacles)).Champ);
        Assert.Empty(convention.PeutRetirerLaDenonciation(Jour("2026-01-12"), Jour("2026-03-10"), "Accord.").Avertissements);

        convention.InventorierUnDocument("Dossiers", 2, "Papier");
        convention.MettreADisposition(Jour("2026-01-20"), Aujourdhui);
        convention.ConstaterLeRecu(Jour("2026-01-22"), "Le maire", null, Aujourdhui);
        var rendus = convention.PeutRetirerLaDenonciation(Jour("2026-02-01"), Jour("2026-03-10"), "Accord.");

        Assert.Contains(
            "22 janvier 2026",
            Assert.IsType<DocumentsNonRendus>(Assert.Single(rendus.Avertissements)).Message,
            StringComparison.Ordinal
        );
        convention.RetirerLaDenonciation(Jour("2026-02-01"), Jour("2026-03-10"), "Accord ; les documents reviennent le 3.");
        Assert.Null(convention.DenonciationEnCours);
    }

    [Fact]
    public void Le_defaut_de_paiement_suppose_une_mise_en_demeure_notifiee_echue_et_non_reglee()
    {
        var convention = EnVigueur();
        Assert.IsType<MiseEnDemeureNotifieeAuPrealable>(
            Assert.Single(convention.PeutDenoncer(Defaut("2026-06-01", null), Aujourdhui).Obstacles)
        );
        var mise = convention.MettreEnDemeure(
            new NouvelleMiseEnDemeure("T-2026-118", Jour("2026-04-30"), Jour("2026-05-04"), null),
            Aujourdhui
        );
        Assert.False(convention.PeutDenoncer(Defaut("2026-06-10", mise), Aujourdhui).EstFavorable);
        convention.ConstaterLaMiseEnDemeure(mise, AvisDeReception.Remis(Jour("2026-05-06")), Aujourdhui);
        Assert.Equal(Jour("2026-06-05"), convention.MiseEnDemeureDe(mise).DernierJourPourPayer);
        Assert.IsType<DelaiDeLaMiseEnDemeurePasse>(
            Assert.Single(convention.PeutDenoncer(Defaut("2026-06-05", mise), Aujourdhui).Obstacles)
        );

        convention.Denoncer(Defaut("2026-06-06", mise), Aujourdhui);
        var effet = convention.Notifier(AvisDeReception.Remis(Jour("2026-06-09")), Aujourdhui);

        Assert.Equal(Jour("2026-06-09"), effet.DernierJour);
        Assert.Equal(EtatDeConvention.Terminee, convention.EtatAu(Jour("2026-06-10")));
    }

    [Fact]
    public void Un_impaye_regle_ne_fonde_plus_de_denonciation()
    {
        var convention = EnVigueur();
        var mise = convention.MettreEnDemeure(
            new NouvelleMiseEnDemeure("T-2026-118", Jour("2026-04-30"), Jour("2026-05-01"), null),
            Aujourdhui
        );
        convention.ConstaterLaMiseEnDemeure(mise, AvisDeReception.Remis(Jour("2026-05-06")), Aujourdhui);

        convention.Regulariser(mise, Jour("2026-06-04"), Aujourdhui);

        Assert.IsType<ImpayeNonRegularise>(
            Assert.Single(convention.PeutDenoncer(Defaut("2026-06-06", mise), Aujourdhui).Obstacles)
        );
        Assert.IsType<TitreEchuAvantLaMiseEnDemeure>(
            Assert.Single(
                convention
                    .PeutMettreEnDemeure(
                        new NouvelleMiseEnDemeure("T-2026-118", Jour("2026-04-30"), Jour("2026-04-30"), null),
                        Aujourdhui
                    )
                    .Obstacles
            )
        );
    }

    [Fact]
    public void On_ne_denonce_ni_une_convention_non_conclue_ni_une_convention_finie()
    {
        Assert.IsType<ConventionConclueAuPrealable>(
            Assert.Single(EnPreparation().PeutDenoncer(Lettre(AuteurDeDenonciation.Cdg, "2026-01-12"), Aujourdhui).Obstacles)
        );
        var finie = EnVigueur(regles: ReglesDAcces.Usuelles with { Reconduction = Reconduction.Aucune });
        Assert.IsType<ConventionNonTerminee>(
            Assert.Single(finie.PeutDenoncer(Lettre(AuteurDeDenonciation.Cdg, "2026-01-12"), Jour("2028-02-15")).Obstacles)
        );
    }

    [Fact]
    public void Les_actes_ne_changent_plus_une_fois_la_convention_denoncee() =>
        Assert.IsType<AucuneDenonciationEnCours>(Assert.Single(Denoncee().PeutDater(Actes(), Aujourdhui, [], []).Obstacles));

    private static DateOnly DernierJour(DateOnly notifiee, AuteurDeDenonciation auteur) =>
        EffetDeDenonciation.Calculer(auteur, notifiee, ReglesDAcces.Usuelles).DernierJour;

    private static NouvelleDenonciation Lettre(AuteurDeDenonciation auteur, string envoyee) => new(auteur, Jour(envoyee));

    private static NouvelleDenonciation Defaut(string envoyee, int? mise) =>
        new(AuteurDeDenonciation.CdgPourDefautDePaiement, Jour(envoyee), miseEnDemeure: mise);

    private static ConventionDAcces Denoncee(AuteurDeDenonciation auteur = AuteurDeDenonciation.Collectivite)
    {
        var convention = EnVigueur();
        convention.Denoncer(Lettre(auteur, "2026-01-12"), Aujourdhui);
        return convention;
    }
}
