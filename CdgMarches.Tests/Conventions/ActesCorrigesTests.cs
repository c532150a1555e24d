using CdgMarches.App.Conventions;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Conventions.Regles;
using CdgMarches.Domain.Noyau;
using static CdgMarches.Tests.Conventions.Exemples;

namespace CdgMarches.Tests.Conventions;

/// <summary>Les actes d'une convention qui a pris effet : un motif pour les corriger, rien à effacer sous ce qui en dépend.</summary>
public sealed class ActesCorrigesTests : EssaiDePageDeConvention
{
    private const string Motif = "Erreur de saisie.";

    private static readonly DateOnly Aujourdhui = new(2026, 3, 10);

    private static readonly ReglesDAcces Autres = ReglesDAcces.Usuelles with { PreavisDuCdgEnMois = 5 };

    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public void Corriger_un_acte_d_une_convention_qui_a_pris_effet_demande_un_motif()
    {
        var convention = EnVigueur();
        var corriges = Actes() with { SigneeParLeCdgLe = Effet.AddDays(-9) };

        var refus = Assert.Throws<RegleMetierException>(() => convention.Dater(corriges, Aujourdhui, [], []));

        Assert.True(refus.MotifAttendu);
        Assert.Empty(convention.PeutDater(Actes(), Aujourdhui, [], []).Avertissements);
        Assert.Empty(convention.PeutDater(corriges, Effet.AddDays(-1), [], []).Avertissements);
        convention.Dater(corriges, Aujourdhui, [], [], Motif);
        Assert.Equal(Effet.AddDays(-9), convention.Actes.SigneeParLeCdgLe);
    }

    [Fact]
    public void Aucun_acte_ne_s_efface_sous_un_avenant()
    {
        var convention = EnVigueur();
        var numero = convention.PreparerUnAvenant("Délais", null, Autres, Aujourdhui);
        convention.DaterLAvenant(numero, Jour("2025-06-02"), Jour("2025-06-01"), Jour("2025-07-01"), Aujourdhui, Motif);

        var verdict = convention.PeutDater(ActesDAcces.Aucun, Aujourdhui, [], []);

        Assert.Equal(
            ["deliberee-le", "signee-collectivite-le", "signee-cdg-le", "effet"],
            verdict.Obstacles.Select(o => o.Champ)
        );
        Assert.All(
            verdict.Obstacles,
            o => Assert.Contains("l'avenant n° 1, du 1er juin 2025", o.Message, StringComparison.Ordinal)
        );
        var plusTard = convention.PeutDater(Actes() with { Effet = Jour("2025-06-02") }, Aujourdhui, [], []);
        Assert.Contains("1er juin 2025", Assert.Single(plusTard.Obstacles).Message, StringComparison.Ordinal);
        Assert.True(convention.PeutDater(Actes() with { Effet = Jour("2025-06-01") }, Aujourdhui, [], []).EstFavorable);
    }

    [Fact]
    public async Task Un_compte_ouvert_un_appel_une_assistance_tiennent_les_actes_et_la_date_d_effet()
    {
        var convention = EnVigueur(Arras.Id);
        await Socle.Base.SemerAsync(convention);
        await Socle
            .Le<OuvrirCompteDePlateforme>()
            .ExecuterAsync(Agent, convention.Id, Jour("2025-10-15"), "Claude Test", "c@exemple.invalid", Annulation);

        var efface = await RefuserAsync(Actes() with { SigneeParLeCdgLe = null });
        var repousse = await RefuserAsync(Actes() with { Effet = Jour("2025-11-20") });

        Assert.Contains(
            "compte de plateforme de Claude Test, du 15 octobre 2025",
            Assert.Single(efface.Obstacles).Message,
            StringComparison.Ordinal
        );
        Assert.Equal("signee-cdg-le", efface.Obstacles[0].Champ);
        Assert.Contains("15 octobre 2025", Assert.Single(repousse.Obstacles).Message, StringComparison.Ordinal);

        Task<RegleMetierException> RefuserAsync(ActesDAcces actes) =>
            Assert.ThrowsAsync<RegleMetierException>(() =>
                Socle
                    .Le<AgirSurConvention>()
                    .ExecuterAsync(Agent, convention.Id, 1, new GesteDeConvention.Dater(actes, Motif), Annulation)
            );
    }

    [Fact]
    public void Un_avenant_ne_se_signe_pas_avant_la_convention_qu_il_modifie()
    {
        var convention = EnVigueur();
        var numero = convention.PreparerUnAvenant("Délais", null, Autres, Aujourdhui);

        var verdict = convention.PeutDaterLAvenant(
            numero,
            Jour("2025-01-20"),
            Jour("2025-02-04"),
            Jour("2025-03-01"),
            Aujourdhui
        );

        Assert.Equal(2, verdict.Obstacles.Count);
        Assert.All(verdict.Obstacles, o => Assert.Contains("5 février 2025", o.Message, StringComparison.Ordinal));
        Assert.True(
            convention
                .PeutDaterLAvenant(numero, Jour("2025-02-05"), Jour("2025-02-05"), Jour("2025-03-01"), Aujourdhui)
                .EstFavorable
        );
    }

    [Fact]
    public void Un_avenant_conclu_se_corrige_avec_un_motif_et_ne_se_defait_pas()
    {
        var convention = EnVigueur();
        var numero = convention.PreparerUnAvenant("Délais", null, Autres, Aujourdhui);
        convention.DaterLAvenant(numero, Jour("2025-06-01"), Jour("2025-06-02"), Jour("2025-07-01"), Aujourdhui, Motif);

        var efface = convention.PeutDaterLAvenant(numero, Jour("2025-06-01"), null, Jour("2025-07-01"), Aujourdhui);
        var refus = Assert.Throws<RegleMetierException>(() =>
            convention.DaterLAvenant(numero, Jour("2025-06-01"), Jour("2025-06-02"), Jour("2025-08-01"), Aujourdhui)
        );

        Assert.IsType<AvenantConcluGardeSesDates>(Assert.Single(efface.Obstacles));
        Assert.True(refus.MotifAttendu);
        convention.DaterLAvenant(numero, Jour("2025-06-01"), Jour("2025-06-02"), Jour("2025-08-01"), Aujourdhui, Motif);
        Assert.Equal(Jour("2025-08-01"), convention.AvenantDe(numero).Effet);
        var fait = convention.ViderEvenements().OfType<AvenantCorrige>().Single();
        Assert.Equal(Motif, fait.Motif);
        Assert.Contains("1er juillet 2025", fait.Avant, StringComparison.Ordinal);
        Assert.Contains("1er août 2025", fait.Apres, StringComparison.Ordinal);
    }

    [Fact]
    public void Une_lettre_ne_part_pas_avant_l_effet()
    {
        var convention = EnVigueur();
        var avant = Jour("2025-02-10");

        var denonciation = convention.PeutDenoncer(new NouvelleDenonciation(AuteurDeDenonciation.Cdg, avant), Aujourdhui);
        var mise = convention.PeutMettreEnDemeure(new NouvelleMiseEnDemeure("T-1", Jour("2025-01-15"), avant, null), Aujourdhui);

        Assert.Equal("envoyee-le", Assert.Single(denonciation.Obstacles).Champ);
        Assert.Contains("15 février 2025", denonciation.Obstacles[0].Message, StringComparison.Ordinal);
        Assert.Equal("mise-envoyee-le", Assert.Single(mise.Obstacles).Champ);
        Assert.True(convention.PeutDenoncer(new NouvelleDenonciation(AuteurDeDenonciation.Cdg, Effet), Aujourdhui).EstFavorable);
    }

    [Fact]
    public void Une_denonciation_qui_a_pris_effet_ne_se_retire_plus_meme_par_un_accord_antidate()
    {
        var convention = EnVigueur();
        convention.Denoncer(new NouvelleDenonciation(AuteurDeDenonciation.Collectivite, Jour("2026-01-12")), Jour("2026-01-20"));
        convention.Notifier(AvisDeReception.Remis(Jour("2026-01-15")), Jour("2026-01-20"));

        var obstacle = Assert.Single(
            convention.PeutRetirerLaDenonciation(Jour("2026-03-10"), Jour("2026-03-16"), "Accord.").Obstacles
        );

        Assert.Contains("15 mars 2026", obstacle.Message, StringComparison.Ordinal);
        Assert.Contains("nouvelle convention", obstacle.Message, StringComparison.Ordinal);
        Assert.True(convention.PeutRetirerLaDenonciation(Jour("2026-03-10"), Jour("2026-03-15"), "Accord.").EstFavorable);
    }
}
