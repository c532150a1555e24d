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

    [Fact]
    public async Task Deux_agents_corrigent_la_meme_refacturation_et_le_second_choisit_champ_par_champ()
    {
        Agent = Agents.Gestionnaire;
        var id = await OuvrirAsync("TYPE2", Declencheur.Annuel);
        var page = Render<PageEditionDeRefacturation>(p => p.Add(x => x.Id, id.Valeur));
        await page.WaitForElement("#intitule").ChangeAsync(new() { Value = "Le mien" });
        await page.Find("#tva").ChangeAsync(new() { Value = "20" });
        await CorrigerAsync(id, r => r with { Intitule = "Le sien", Fondement = "Avenant n° 1" });

        await page.Find("form[aria-label='Refacturation']").SubmitAsync();

        var conflit = page.WaitForElement("[data-test=conflit]");
        var ligne = Assert.Single(conflit.QuerySelectorAll("tbody tr"));
        Assert.Contains("Le mien", ligne.TextContent, StringComparison.Ordinal);
        Assert.Contains("Le sien", ligne.TextContent, StringComparison.Ordinal);
        Assert.Contains(Agents.Finances.Nom, conflit.TextContent, StringComparison.Ordinal);
        await CliquerAsync(page, "Garder la mienne");
        await using var contexte = await Banc.OuvrirAsync();
        page.WaitForState(() => contexte.Refacturations.AsNoTracking().Single().Intitule == "Le mien");
        var relue = await contexte.Refacturations.AsNoTracking().SingleAsync(Annulation);
        Assert.Equal((20m, "Avenant n° 1"), (relue.Tva.Pourcentage, relue.Fondement));
    }

    [Fact]
    public async Task Des_frais_ajoutes_entre_temps_se_montrent_sans_rien_perdre_de_ce_que_l_on_saisissait()
    {
        Agent = Agents.Gestionnaire;
        var id = await OuvrirAsync("TYPE2", Declencheur.Annuel);
        var page = Render<PageRefacturation>(p => p.Add(x => x.Id, id.Valeur));
        await page.WaitForElement("#fournisseur").ChangeAsync(new() { Value = "BOAMP" });
        await page.Find("#le").ChangeAsync(new() { Value = "2026-02-03" });
        await page.Find("#montant").ChangeAsync(new() { Value = "100" });
        await CorrigerAsync(id, r => r with { Intitule = "Le sien" });

        await page.Find("form[aria-label='Ajouter des frais']").SubmitAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("Un collègue a modifié cette refacturation", page.Markup, StringComparison.Ordinal)
        );
        Assert.Equal("BOAMP", page.Find("#fournisseur").GetAttribute("value"));
        Assert.Contains("Le sien", page.Find("h1").TextContent, StringComparison.Ordinal);
        await page.Find("form[aria-label='Ajouter des frais']").SubmitAsync();
        page.WaitForElement("[data-test=frais]");
    }

    [Fact]
    public async Task Les_strates_proposees_sont_celles_du_groupement()
    {
        Agent = Agents.Gestionnaire;
        var id = await OuvrirAsync("TYPE2", Declencheur.Annuel);
        var page = Render<PageEditionDeRefacturation>(p => p.Add(x => x.Id, id.Valeur));
        page.WaitForElement("#cle");
        await ChoisirAsync(page, "#cle", CleDePartage.Strates.Libelle());

        Assert.DoesNotContain(
            page.WaitForElement("#strates").QuerySelectorAll("option"),
            o => o.TextContent.Contains(Banc.Grille.Intitule, StringComparison.Ordinal)
        );
        Assert.Contains("Aucune grille adoptée", page.Markup, StringComparison.Ordinal);
    }

    /// <summary>Un collègue des finances enregistre entre-temps.</summary>
    private async Task CorrigerAsync(RefacturationId id, Func<DefinitionDeRefacturation, DefinitionDeRefacturation> changement)
    {
        await using var contexte = await Banc.OuvrirAsync();
        var lue = await contexte.Refacturations.AsNoTracking().SingleAsync(r => r.Id == id, Annulation);
        await Banc.Le<CorrigerRefacturation>()
            .ModifierAsync(
                Agents.Finances,
                id,
                lue.Version,
                changement(
                    new DefinitionDeRefacturation
                    {
                        Intitule = lue.Intitule,
                        Occurrence = lue.Occurrence,
                        Fondement = lue.Fondement,
                        Type = lue.Type,
                        Imputation = lue.Imputation,
                    }
                ),
                Annulation
            );
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
