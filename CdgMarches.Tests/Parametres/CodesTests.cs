using CdgMarches.App.Parametres;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Parametres;

namespace CdgMarches.Tests.Parametres;

public sealed class CodesTests
{
    private static readonly DateOnly Jour = new(2026, 3, 10);

    [Fact]
    public void Deux_domaines_ne_datent_jamais_deux_choses_sous_le_meme_code() =>
        Assert.Equal(Parametrage.Codes.Count, Parametrage.Codes.Distinct().Count());

    [Fact]
    public void Chaque_code_a_un_nom_et_ceux_qui_se_comptent_ont_une_unite()
    {
        Assert.All(Parametrage.Codes, c => Assert.NotEqual(c, Parametrage.Nom(c)));
        Assert.All(Parametrage.Codes.Where(c => !Parametrage.EstUnTexte(c)), c => Assert.NotEmpty(Parametrage.Unite(c)));
        Assert.Equal("jours", Parametrage.Unite(CodesDesConventions.ReponseDAssistance));
        Assert.Equal("mois", Parametrage.Unite(CodesDesConventions.PreavisDuCdg));
    }

    [Fact]
    public void Sans_valeur_datee_la_convention_type_vaut_et_les_delais_d_usage_ont_leur_origine()
    {
        var valeurs = new ValeursDatees([]);

        Assert.Equal(ReglesDAcces.Usuelles, valeurs.ReglesUsuelles(Jour));
        Assert.Equal(5, valeurs.DelaiDUsage(CodesDesConventions.ReponseDAssistance, Jour));
    }

    [Theory]
    [InlineData("2026-01-31", Reconduction.Indeterminee, null)]
    [InlineData("2026-02-01", Reconduction.ParPeriodes, 1)]
    public void Trois_plus_trois_est_une_valeur_datee_et_ne_vaut_qu_a_son_jour(string jour, Reconduction attendue, int? fois)
    {
        var debut = new DateOnly(2026, 2, 1);
        var regles = new ValeursDatees([
            ValeurDatee.DeTexte(CodesDesConventions.Reconduction, "ParPeriodes", debut, null, "Choix du CDG"),
            ValeurDatee.DeNombre(CodesDesConventions.PeriodeDeReconduction, 3, debut, null, "Choix du CDG"),
            ValeurDatee.DeNombre(CodesDesConventions.ReconductionsAuPlus, 1, debut, null, "Choix du CDG"),
        ]).ReglesUsuelles(Conventions.Exemples.Jour(jour));

        Assert.Equal(
            (attendue, fois, 3),
            (regles.Reconduction, regles.ReconductionsAuPlus, regles.PeriodeDeReconductionEnAnnees)
        );
    }

    [Fact]
    public void Une_reconduction_mal_ecrite_laisse_celle_de_la_convention_type() =>
        Assert.Equal(
            Reconduction.Indeterminee,
            new ValeursDatees([ValeurDatee.DeTexte(CodesDesConventions.Reconduction, "12", Jour, null, "Erreur")])
                .ReglesUsuelles(Jour)
                .Reconduction
        );
}
