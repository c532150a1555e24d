using CdgMarches.App.Conventions;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Conventions.Regles;
using static CdgMarches.Tests.Conventions.Exemples;

namespace CdgMarches.Tests.Conventions;

public sealed class AvenantTests
{
    private const string Consolide = "Texte consolidé : la dénonciation prend effet après un délai de trois mois.";

    private static readonly DateOnly Aujourdhui = new(2026, 6, 1);

    [Fact]
    public void Un_avenant_ne_vaut_qu_une_fois_signe_des_deux_et_date()
    {
        var convention = AvecAvenant(out var numero);

        convention.DaterLAvenant(numero, Jour("2026-04-01"), null, Jour("2026-05-01"), Aujourdhui);
        Assert.Equal("Texte d'origine", convention.TexteAu(Jour("2026-05-01")));
        Assert.Equal(2, convention.ReglesAu(Jour("2026-05-01")).PreavisDeLaCollectiviteEnMois);

        convention.DaterLAvenant(numero, Jour("2026-04-01"), Jour("2026-04-02"), Jour("2026-05-01"), Aujourdhui);
        Assert.Equal("Texte d'origine", convention.TexteAu(Jour("2026-04-30")));
        Assert.Equal(Consolide, convention.TexteAu(Jour("2026-05-01")));
        Assert.Equal(3, convention.ReglesAu(Jour("2026-05-01")).PreavisDeLaCollectiviteEnMois);
    }

    [Theory]
    [InlineData("2026-04-30", "2026-06-30")]
    [InlineData("2026-05-01", "2026-08-01")]
    public void La_denonciation_suit_le_delai_en_vigueur_le_jour_de_sa_notification(string notifiee, string dernier)
    {
        var convention = AvecAvenant(out var numero);
        convention.DaterLAvenant(numero, Jour("2026-04-01"), Jour("2026-04-02"), Jour("2026-05-01"), Aujourdhui);
        convention.Denoncer(new NouvelleDenonciation(AuteurDeDenonciation.Collectivite, Jour("2026-04-28")), Aujourdhui);

        Assert.Equal(Jour(dernier), convention.Notifier(AvisDeReception.Remis(Jour(notifiee)), Aujourdhui).DernierJour);
    }

    [Fact]
    public void Un_avenant_signe_ne_se_recrit_plus_et_ne_prend_pas_effet_avant_d_etre_signe()
    {
        var convention = AvecAvenant(out var numero);
        Assert.IsType<EffetDAvenantApresLesSignatures>(
            Assert.Single(
                convention
                    .PeutDaterLAvenant(numero, Jour("2026-05-02"), Jour("2026-04-02"), Jour("2026-05-01"), Aujourdhui)
                    .Obstacles
            )
        );
        convention.DaterLAvenant(numero, Jour("2026-04-01"), null, null, Aujourdhui);

        Assert.IsType<AvenantNonSigne>(Assert.Single(convention.PeutRediger(numero, Aujourdhui).Obstacles));
        Assert.IsType<EffetDAvenantPendantLaConvention>(
            convention.PeutDaterLAvenant(numero, null, null, Effet.AddDays(-1), Aujourdhui).Obstacles[0]
        );
        Assert.Equal(2, convention.PreparerUnAvenant("Autre", null, null, Aujourdhui));
    }

    [Fact]
    public void Un_texte_ne_se_batit_pas_sur_un_avenant_qui_attend_ses_signatures()
    {
        var convention = AvecAvenant(out var numero);
        Assert.IsType<AvenantPrecedentConclu>(
            Assert.Single(convention.PeutPreparerUnAvenant("Autre", "Autre texte", null, Aujourdhui).Obstacles)
        );
        Assert.True(convention.PeutPreparerUnAvenant("Autre", null, null, Aujourdhui).EstFavorable);

        convention.RedigerLAvenant(numero, "Délai", "Texte corrigé", null, Aujourdhui);
        convention.DaterLAvenant(numero, Jour("2026-04-01"), Jour("2026-04-02"), Jour("2026-05-01"), Aujourdhui);

        Assert.Equal("Texte corrigé", convention.TexteAu(Jour("2026-05-01")));
        Assert.True(convention.PeutPreparerUnAvenant("Autre", "Autre texte", null, Aujourdhui).EstFavorable);
    }

    [Fact]
    public void Un_avenant_qui_arrete_la_reconduction_fixe_le_dernier_jour()
    {
        var convention = EnVigueur();
        var numero = convention.PreparerUnAvenant(
            "Fin de la reconduction",
            "La convention ne se reconduit pas.",
            ReglesDAcces.Usuelles with
            {
                Reconduction = Reconduction.Aucune,
            },
            Aujourdhui
        );
        Assert.Null(convention.DernierJour);

        convention.DaterLAvenant(numero, Jour("2026-04-01"), Jour("2026-04-02"), Jour("2026-05-01"), Aujourdhui);

        Assert.Equal(Jour("2028-02-14"), convention.DernierJour);
    }

    [Fact]
    public void La_comparaison_dit_chaque_ligne_gardee_retiree_ou_ajoutee()
    {
        var diff = DiffDeTextes.Comparer("un\ndeux\ntrois", "un\ndeux bis\ntrois\nquatre");

        Assert.Equal(
            [
                (SortDUneLigne.Gardee, "un"),
                (SortDUneLigne.Retiree, "deux"),
                (SortDUneLigne.Ajoutee, "deux bis"),
                (SortDUneLigne.Gardee, "trois"),
                (SortDUneLigne.Ajoutee, "quatre"),
            ],
            diff
        );
        Assert.Empty(DiffDeTextes.Comparer(null, ""));
    }

    private static ConventionDAcces AvecAvenant(out int numero)
    {
        var convention = EnPreparation();
        convention.DeposerLeTexte("Texte d'origine");
        convention.Dater(Actes(), Effet, [], []);
        Assert.IsType<TexteFige>(Assert.Single(convention.PeutDeposerLeTexte().Obstacles));
        numero = convention.PreparerUnAvenant(
            "Délai porté à trois mois",
            Consolide,
            ReglesDAcces.Usuelles with
            {
                PreavisDeLaCollectiviteEnMois = 3,
            },
            Aujourdhui
        );
        return convention;
    }
}
