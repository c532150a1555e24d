using CdgMarches.App.Groupements;
using CdgMarches.App.Groupements.Adhesions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Tests.Groupements;

/// <summary>Un choix ne change que dans la fenêtre ouverte le jour où on le saisit (RG1.17).</summary>
public sealed class ChoixEtFenetresTests : EssaiDeConvention
{
    private static readonly DateOnly Premier = new(2026, 3, 1);
    private static readonly DateOnly Dernier = new(2026, 3, 20);

    [Theory]
    [InlineData("2026-03-01", "2026-03-01", true)]
    [InlineData("2026-03-20", "2026-03-20", true)]
    [InlineData("2026-03-20", "2026-03-01", true)]
    [InlineData("2026-03-20", "2026-02-28", false)]
    [InlineData("2026-03-20", "2026-03-21", false)]
    [InlineData("2026-03-21", "2026-03-20", false)]
    [InlineData("2026-02-28", "2026-03-01", false)]
    public void La_fenetre_comprend_le_jour_de_la_saisie_et_celui_de_l_acte(string saisie, string acte, bool permis)
    {
        var (le, du) = (DateOnly.ParseExact(saisie, "O"), DateOnly.ParseExact(acte, "O"));

        Assert.Equal(permis, new ChoixDansUneFenetre(du, le, EstSuivie: true, new Periode(Premier, Dernier)).EstRespectee);
        Assert.True(new ChoixDansUneFenetre(du, le, EstSuivie: false, Fenetre: null).EstRespectee);
    }

    [Fact]
    public void Le_refus_dit_la_fenetre_ouverte_ou_qu_il_n_y_en_a_pas()
    {
        Assert.StartsWith(
            "La fenêtre d'adhésion ouverte va du 1er mars 2026 au 20 mars 2026 : un choix daté du 21 mars 2026 n'y est pas.",
            new ChoixDansUneFenetre(new(2026, 3, 21), Dernier, EstSuivie: true, new Periode(Premier, Dernier)).Message,
            StringComparison.Ordinal
        );
        var close = new ChoixDansUneFenetre(Dernier, new(2026, 3, 21), EstSuivie: true, Fenetre: null);
        Assert.Contains("ne s'antidate pas dans une fenêtre close", close.Message, StringComparison.Ordinal);
        Assert.Equal("RG1.17", close.Code);
        Assert.Equal("Convention constitutive du groupement permanent", close.Fondement);
    }

    [Fact]
    public async Task Un_choix_ne_s_antidate_pas_dans_une_fenetre_close()
    {
        await OuvrirFenetreAsync(Jour, Jour.AddDays(10));
        await ChangerAsync(GesteDeChoix.Choisir, Jour.AddDays(10));
        Aller(Jour.AddDays(11));

        var quitter = await Assert.ThrowsAsync<RegleMetierException>(() => ChangerAsync(GesteDeChoix.Quitter, Jour.AddDays(10)));
        Assert.IsType<ChoixDansUneFenetre>(Assert.Single(quitter.Obstacles));
        var effacer = await Assert.ThrowsAsync<RegleMetierException>(() => ChangerAsync(GesteDeChoix.Effacer, Jour));
        Assert.IsType<ChoixDansUneFenetre>(Assert.Single(effacer.Obstacles));
        var bethune = await Banc.AdhesionDeAsync(Banc.Bethune);
        var plusieurs = await Assert.ThrowsAsync<RegleMetierException>(() =>
            Banc.Le<ModifierChoix>()
                .ExecuterAsync(Agent, Banc.Groupement, [bethune.Id], Banc.Certificats, Jour.AddDays(-2), Annulation)
        );
        Assert.IsType<ChoixDansUneFenetre>(Assert.Single(plusieurs.Obstacles));
        Assert.DoesNotContain((await Banc.AdhesionDeAsync(Banc.Bethune)).Choix, c => c.Prestation == Banc.Certificats);
    }

    [Fact]
    public async Task Une_fenetre_ouverte_ne_rouvre_pas_la_precedente()
    {
        await OuvrirFenetreAsync(Jour.AddDays(-40), Jour.AddDays(-20));
        await OuvrirFenetreAsync(Jour, Jour.AddDays(10));

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => ChangerAsync(GesteDeChoix.Choisir, Jour.AddDays(-30)));
        Assert.Contains("La fenêtre d'adhésion ouverte va du", Assert.Single(refus.Obstacles).Message, StringComparison.Ordinal);
        await ChangerAsync(GesteDeChoix.Choisir, Jour);
        Assert.True((await Banc.AdhesionDeAsync(Banc.Arras)).AChoisi(Banc.Certificats, Jour));
    }

    [Fact]
    public async Task Tous_les_obstacles_d_un_choix_se_lisent_avant_d_agir()
    {
        await OuvrirFenetreAsync(Jour.AddDays(-40), Jour.AddDays(-20));
        var arras = await Banc.AdhesionDeAsync(Banc.Arras);

        var examen = await Banc.Le<ModifierChoix>().ExaminerAsync(Agent, arras.Id, Jour, Annulation);

        Assert.IsType<ChoixDansUneFenetre>(Assert.Single(examen.Dates.Obstacles));
        Assert.IsType<ChoixDansUneFenetre>(Assert.Single(examen.Effacements.Obstacles));
        Assert.IsType<PrestationPasDejaChoisie>(Assert.Single(examen.De(Banc.Actes, GesteDeChoix.Choisir).Obstacles));
        Assert.IsType<PrestationChoisieAuPrealable>(Assert.Single(examen.De(Banc.Certificats, GesteDeChoix.Quitter).Obstacles));
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            Banc.Le<ModifierChoix>().ExaminerAsync(BancDesGroupements.Limite(GroupementId.Nouveau()), arras.Id, Jour, Annulation)
        );
    }

    private Task OuvrirFenetreAsync(DateOnly ouverture, DateOnly fermeture) =>
        Banc.Le<OuvrirFenetre>().ExecuterAsync(Agent, Banc.Groupement, "Remise en concurrence", ouverture, fermeture, Annulation);

    private async Task ChangerAsync(GesteDeChoix geste, DateOnly jour)
    {
        var arras = await Banc.AdhesionDeAsync(Banc.Arras);
        await Banc.Le<ModifierChoix>().ExecuterAsync(Agent, arras.Id, arras.Version, Banc.Certificats, geste, jour, Annulation);
    }
}
