using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Conventions.Regles;
using CdgMarches.Domain.Noyau;
using static CdgMarches.Tests.Conventions.Exemples;

namespace CdgMarches.Tests.Conventions;

/// <summary>Une règle ne cite un article de la convention d'accès que s'il dit ce que la règle exige.</summary>
public sealed class CitationsDesReglesTests
{
    private static readonly DateOnly Aujourdhui = new(2026, 3, 10);

    [Fact]
    public void Ce_que_la_convention_n_exige_pas_ne_se_cite_pas_d_elle()
    {
        IRegle[] deTenue =
        [
            new ActePasAVenir("le", "L'acte", Aujourdhui, Aujourdhui),
            new ConventionNonAbandonnee(null),
            new CompteEncoreOuvert(null),
            new UnCompteParAdresse("c@exemple.invalid", null),
            new DemandeNonRepondue(null),
            new DeliberationUneSeuleFois("2023/21", Aujourdhui, false),
            new LettreEnvoyeeAvantLeRegistre(true),
            new CourrierDUneSeuleLettre(false),
        ];

        Assert.All(deTenue, r => Assert.DoesNotContain("art.", r.Fondement, StringComparison.Ordinal));
        Assert.All(deTenue, r => Assert.DoesNotContain("Convention d'accès", r.Fondement, StringComparison.Ordinal));
    }

    [Fact]
    public void La_mise_en_demeure_se_dit_choix_du_CDG_car_l_article_5_ne_definit_pas_le_defaut_de_paiement()
    {
        var verdict = EnVigueur()
            .PeutDenoncer(new NouvelleDenonciation(AuteurDeDenonciation.CdgPourDefautDePaiement, Aujourdhui), Aujourdhui);

        Assert.Contains("choisie par le CDG", Assert.Single(verdict.Obstacles).Fondement, StringComparison.Ordinal);
    }

    [Fact]
    public void Chaque_registre_cite_son_article_et_non_celui_d_un_autre()
    {
        var assurance = Assert.Throws<RegleMetierException>(() =>
            ContratDAssurance.Enregistrer(new SaisieDAssurance(null, "P-1", "Archives", Aujourdhui, Aujourdhui))
        );
        var assistance = DemandeDAssistance.PeutRecevoir(
            new NouvelleDemandeDAssistance(NatureDAssistance.Technique, " ", null, null)
        );

        Assert.Equal("Convention d'accès, art. 3", Assert.Single(assurance.Obstacles).Fondement);
        Assert.Equal("Convention d'accès, art. 2", Assert.Single(assistance.Obstacles).Fondement);
    }

    [Fact]
    public void La_deliberation_et_les_signatures_se_citent_d_ou_elles_sont_ecrites()
    {
        Assert.StartsWith("Convention d'accès, parties signataires", ArticlesDAcces.Deliberation, StringComparison.Ordinal);
        Assert.Contains("décret n° 85-643", ArticlesDAcces.SignatureDuCdg, StringComparison.Ordinal);
        Assert.Contains("par analogie", ArticlesDAcces.Restitution, StringComparison.Ordinal);
    }
}
