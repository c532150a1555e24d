using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Parametres;
using CdgMarches.Domain.Parametres.Regles;

namespace CdgMarches.Tests.Parametres;

public sealed class ValeursDateesTests
{
    private const string Code = "convocation.jours-francs";

    private static readonly DateOnly Debut = new(2026, 1, 1);
    private static readonly DateOnly Fin = new(2026, 12, 31);
    private static readonly Guid Cible = Guid.CreateVersion7();

    [Fact]
    public void Une_valeur_vaut_de_son_premier_a_son_dernier_jour()
    {
        var valeurs = new ValeursDatees([Cdg(5, Debut, Fin)]);

        Assert.Null(valeurs.EnVigueur(Code, Debut.AddDays(-1)));
        Assert.Equal(5, valeurs.EnVigueur(Code, Debut)!.Nombre);
        Assert.Equal(5, valeurs.EnVigueur(Code, Fin)!.Nombre);
        Assert.Null(valeurs.EnVigueur(Code, Fin.AddDays(1)));
        Assert.Null(valeurs.EnVigueur("autre", Debut));
    }

    [Fact]
    public void La_convention_l_emporte_sur_le_groupement_et_lui_sur_le_cdg()
    {
        var groupement = Guid.CreateVersion7();
        var valeurs = new ValeursDatees([
            Cdg(5, Debut, null),
            ValeurDatee.DeNombre(Code, 6, Debut, null, "Règlement intérieur", PorteeDeValeur.Groupement, groupement),
            ValeurDatee.DeNombre(Code, 8, Debut, Fin, "Convention, art. 3.2", PorteeDeValeur.Convention, Cible),
        ]);

        Assert.Equal(5, valeurs.EnVigueur(Code, Debut)!.Nombre);
        Assert.Equal(5, valeurs.EnVigueur(Code, Debut, groupement: Guid.CreateVersion7())!.Nombre);
        Assert.Equal(6, valeurs.EnVigueur(Code, Debut, groupement)!.Nombre);
        Assert.Equal(8, valeurs.EnVigueur(Code, Debut, groupement, Cible)!.Nombre);
        Assert.Equal(6, valeurs.EnVigueur(Code, Fin.AddDays(1), groupement, Cible)!.Nombre);
    }

    [Fact]
    public void Deux_valeurs_du_meme_jour_se_contredisent()
    {
        var existante = Cdg(5, Debut, null);
        var nouvelle = Cdg(6, Fin, null);

        var regle = new UneSeuleValeurParJour(nouvelle, [existante]);
        Assert.False(regle.EstRespectee);
        Assert.Contains("31 décembre 2026", regle.Message, StringComparison.Ordinal);

        existante.Clore(Fin.AddDays(-1));
        Assert.True(regle.EstRespectee);
        Assert.True(new UneSeuleValeurParJour(nouvelle, [nouvelle]).EstRespectee);
    }

    [Fact]
    public void Une_valeur_mal_formee_est_refusee()
    {
        Assert.Throws<ArgumentException>(() => Cdg(5, Debut, Debut.AddDays(-1)));
        Assert.Throws<ArgumentException>(() => ValeurDatee.DeNombre("", 5, Debut, null, "source"));
        Assert.Throws<ArgumentException>(() => ValeurDatee.DeNombre(Code, 5, Debut, null, " "));
        Assert.Throws<ArgumentException>(() => ValeurDatee.DeTexte(Code, "", Debut, null, "source"));
        Assert.Throws<ArgumentException>(() => ValeurDatee.DeNombre(Code, 5, Debut, null, "source", PorteeDeValeur.Convention));
        Assert.Throws<ArgumentException>(() => ValeurDatee.DeNombre(Code, 5, Debut, null, "source", PorteeDeValeur.Cdg, Cible));
        Assert.Throws<ArgumentException>(() => Cdg(5, Debut, null).Clore(Debut.AddDays(-1)));
    }

    [Fact]
    public void Les_seuils_de_reference_ont_chacun_un_libelle_une_source_et_ne_se_contredisent_pas()
    {
        var seuils = SeuilsDeReference.Lister();

        Assert.All(seuils, v => Assert.NotEmpty(CodesDeSeuil.Libelle(v.Code)));
        Assert.All(seuils, v => Assert.NotNull(v.Nombre));
        Assert.All(seuils, v => Assert.True(new UneSeuleValeurParJour(v, seuils).EstRespectee, v.Code));
        Assert.Equal(CodesDeSeuil.Tous.Order(), seuils.Select(v => v.Code).Distinct().Order());
        Assert.NotSame(seuils[0], SeuilsDeReference.Lister()[0]);
    }

    [Theory]
    [InlineData(CodesDeSeuil.FormaliseeFournituresServices, 2020, 214_000)]
    [InlineData(CodesDeSeuil.FormaliseeFournituresServices, 2027, 216_000)]
    [InlineData(CodesDeSeuil.FormaliseeFournituresServicesEtat, 2024, 143_000)]
    [InlineData(CodesDeSeuil.FormaliseeFournituresServicesEtat, 2026, 140_000)]
    [InlineData(CodesDeSeuil.FormaliseeFournituresServicesEntites, 2025, 443_000)]
    [InlineData(CodesDeSeuil.FormaliseeFournituresServicesEntites, 2027, 432_000)]
    [InlineData(CodesDeSeuil.FormaliseeTravaux, 2021, 5_350_000)]
    [InlineData(CodesDeSeuil.FormaliseeTravaux, 2022, 5_382_000)]
    [InlineData(CodesDeSeuil.FormaliseeTravaux, 2024, 5_538_000)]
    [InlineData(CodesDeSeuil.ProfilDAcheteur, 2025, 40_000)]
    [InlineData(CodesDeSeuil.ProfilDAcheteur, 2027, 60_000)]
    [InlineData(CodesDeSeuil.DonneesEssentielles, 2027, 40_000)]
    [InlineData(CodesDeSeuil.ContratEcrit, 2027, 25_000)]
    [InlineData(CodesDeSeuil.AchatInnovant, 2027, 100_000)]
    public void La_table_porte_les_valeurs_publiees(string code, int annee, int euros)
    {
        var seuils = new SeuilsDeProcedure(SeuilsDeReference.Lister());

        Assert.Equal(MontantHt.DEuros(euros), seuils.Seuil(code, new DateOnly(annee, 12, 31)));
    }

    [Fact]
    public void Aucun_seuil_europeen_ne_survit_a_2027()
    {
        var seuils = new SeuilsDeProcedure(SeuilsDeReference.Lister());

        Assert.All(
            CodesDeSeuil.Tous.Where(c => c.StartsWith("seuil.formalisee", StringComparison.Ordinal)),
            code => Assert.Null(seuils.Seuil(code, new DateOnly(2028, 1, 1)))
        );
    }

    private static ValeurDatee Cdg(decimal nombre, DateOnly debut, DateOnly? fin) =>
        ValeurDatee.DeNombre(Code, nombre, debut, fin, "Convention type");
}
