using Bunit;
using CdgMarches.App.Contributions.Refacturer;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Contributions;

/// <summary>Corriger une refacturation à l'écran, et y saisir les frais de son type.</summary>
public sealed class PagesDesRefacturationsTests : EssaiDePageDesContributions
{
    [Fact]
    public async Task Une_refacturation_ouverte_se_corrige_sur_ce_qu_elle_dit_deja()
    {
        Agent = Agents.Gestionnaire;
        var id = await OuvrirAsync("TYPE2", Declencheur.Annuel);

        var page = Render<PageEditionDeRefacturation>(p => p.Add(x => x.Id, id.Valeur));
        page.WaitForElement("#intitule");
        Assert.Equal("Frais de l'année", page.Find("#intitule").GetAttribute("value"));
        Assert.Empty(page.FindAll("#groupement"));
        await page.Find("#intitule").ChangeAsync(new() { Value = "Frais corrigés" });
        await page.Find("#tva").ChangeAsync(new() { Value = "20" });
        await page.Find("#exempter").ChangeAsync(new() { Value = true });
        await page.Find("form[aria-label='Refacturation']").SubmitAsync();

        await using var contexte = await Banc.OuvrirAsync();
        page.WaitForState(() => contexte.Refacturations.AsNoTracking().Single().Intitule == "Frais corrigés");
        var relue = await contexte.Refacturations.AsNoTracking().SingleAsync(Annulation);
        Assert.Equal(
            (20m, 2, "TYPE2", "70878"),
            (relue.Tva.Pourcentage, relue.Exemptions.Count, relue.Type.Code, relue.Imputation.Nature)
        );
    }

    [Theory]
    [InlineData("SESSION", Declencheur.Session, NatureDeFrais.SessionMutualisee)]
    [InlineData("TYPE1", Declencheur.Consultation, NatureDeFrais.ProcedureDeMiseEnConcurrence)]
    [InlineData("TYPE2", Declencheur.Annuel, NatureDeFrais.AutresFrais)]
    public async Task La_nature_proposee_est_celle_du_type_et_la_date_est_a_donner(
        string code,
        Declencheur declencheur,
        NatureDeFrais nature
    )
    {
        Agent = Agents.Gestionnaire;
        var id = await OuvrirAsync(code, declencheur);

        var page = Render<PageRefacturation>(p => p.Add(x => x.Id, id.Valeur));

        var choisie = page.WaitForElement("#nature-de-frais").QuerySelectorAll("option").Single(o => o.HasAttribute("selected"));
        Assert.Equal(nature.Libelle(), choisie.TextContent);
        Assert.True(string.IsNullOrEmpty(page.Find("#le").GetAttribute("value")));
    }

    [Fact]
    public async Task Une_refacturation_se_supprime_apres_confirmation_et_plus_une_fois_arretee()
    {
        Agent = Agents.Gestionnaire;
        var id = await OuvrirAsync("TYPE2", Declencheur.Annuel);
        var page = Render<PageRefacturation>(p => p.Add(x => x.Id, id.Valeur));
        page.WaitForElement("#nature-de-frais");

        await CliquerAsync(page, "Supprimer la refacturation");

        await using var contexte = await Banc.OuvrirAsync();
        page.WaitForState(() => !contexte.Refacturations.Any());
    }

    private async Task<RefacturationId> OuvrirAsync(string code, Declencheur declencheur)
    {
        var cdg = Groupements.Exemples.UneCommune("Centre de gestion", CategorieDeCollectivite.CentreDeGestion);
        var groupement = Groupements.Exemples.UnGroupement(cdg.Id);
        await Banc.Socle.Base.SemerAsync(cdg, groupement);
        return await Banc.Le<TenirRefacturations>()
            .CreerAsync(
                Agents.Gestionnaire,
                groupement.Id,
                2026,
                new DefinitionDeRefacturation
                {
                    Intitule = "Frais de l'année",
                    Occurrence = "2026",
                    Fondement = "Convention constitutive",
                    Type = new TypeDeFacturation(code, "Frais", declencheur, NatureDeLaDette.Frais),
                    Imputation = new Imputation("70878"),
                },
                Annulation
            );
    }
}
