using Bunit;
using CdgMarches.App.Groupements;
using CdgMarches.App.Groupements.Constitution;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

/// <summary>Une convention en vigueur ne se change ni ne se défait par mégarde : parties, termes, règles.</summary>
public sealed class ConventionEnVigueurTests : EssaiDePageDeGroupement
{
    private Guid Id => Banc.Groupement.Valeur;

    [Fact]
    public async Task On_n_y_ajoute_plus_de_partie_et_l_ecran_mene_au_dossier_d_adhesion()
    {
        await Banc.OuvrirLaConventionAsync();
        await Banc.SignerPartoutAsync();

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            Banc.ModifierLaConventionAsync(new ChangementDeConvention.NouvellePartie(Banc.Calais.Id, null, null))
        );
        Assert.IsType<PartieAvantLEntreeEnVigueur>(Assert.Single(refus.Obstacles));

        var page = Render<PageConvention>(p => p.Add(x => x.Id, Id));
        page.WaitForAssertion(() =>
            Assert.Contains(
                page.FindAll("a"),
                a => a.GetAttribute("href") == AdressesDesGroupements.Rubrique(Banc.Groupement, "adhesions/nouvelle")
            )
        );
        Assert.Empty(page.FindAll("form[aria-label='Nouvelle partie']"));
    }

    [Fact]
    public async Task Ni_le_coordonnateur_ni_un_membre_ne_s_otent_des_parties_pour_la_faire_entrer_en_vigueur()
    {
        await Banc.OuvrirLaConventionAsync();

        foreach (var membre in new[] { Banc.Cdg.Id, Banc.Arras.Id })
        {
            var refus = await Assert.ThrowsAsync<RegleMetierException>(() => OterAsync(membre));
            Assert.IsType<PartieQuiNEstPlusMembre>(Assert.Single(refus.Obstacles));
        }

        var arras = await Banc.AdhesionDeAsync(Banc.Arras);
        await Banc.Le<FixerSortie>().ExecuterAsync(Agent, arras.Id, arras.Version, Banc.Jour.AddDays(-1), "Reprise");
        await OterAsync(Banc.Arras.Id);
        Assert.Equal(2, (await Banc.Le<LireConvention>().ExecuterAsync(Agent, Banc.Groupement))!.Parties);
        var page = Render<PageConvention>(p => p.Add(x => x.Id, Id));
        page.WaitForAssertion(() => Assert.Contains(page.FindAll("button"), b => Dit(b, "Retirer Béthune")));
        Assert.DoesNotContain(page.FindAll("button"), b => Dit(b, "Retirer Centre de gestion"));

        Task OterAsync(CollectiviteId membre) => Banc.ModifierLaConventionAsync(new ChangementDeConvention.PartieOtee(membre));

        static bool Dit(AngleSharp.Dom.IElement bouton, string texte) =>
            bouton.TextContent.Trim().Equals(texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ses_termes_ne_changent_que_sur_un_motif_que_l_histoire_garde()
    {
        await Banc.OuvrirLaConventionAsync();
        await Banc.SignerPartoutAsync();
        var page = Render<PageConvention>(p => p.Add(x => x.Id, Id));
        page.WaitForElement("#tribunal");
        Assert.Equal("", page.Find("#motif-du-changement").GetAttribute("value") ?? "");

        await page.Find("#tribunal").ChangeAsync(new() { Value = "Tribunal administratif de Lille" });
        await page.Find("form[aria-label='Termes de la convention']").SubmitAsync();
        page.WaitForAssertion(() =>
            Assert.Contains("change par un avenant", Texte(page, "[role=alert]"), StringComparison.Ordinal)
        );
        Assert.Equal("", (await LireAsync()).Tribunal);

        await page.Find("#motif-du-changement").ChangeAsync(new() { Value = "Avenant n° 2" });
        await page.Find("form[aria-label='Termes de la convention']").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("enregistrés", Texte(page, "[role=status]"), StringComparison.Ordinal));
        Assert.Equal("Tribunal administratif de Lille", (await LireAsync()).Tribunal);
        Assert.Equal("Avenant n° 2", await MotifAsync(nameof(TermesModifies)));

        async Task<TermesDeConvention> LireAsync() =>
            (await Banc.Le<LireConvention>().ExecuterAsync(Agent, Banc.Groupement))!.Termes;
    }

    [Fact]
    public async Task Son_verrou_d_adhesion_ne_se_leve_que_sur_un_motif_que_l_histoire_garde()
    {
        await Banc.OuvrirLaConventionAsync();
        await Banc.SignerPartoutAsync();
        var avant = (await Banc.FicheAsync()).Regles;
        var page = Render<PageRegles>(p => p.Add(x => x.Id, Id));
        page.WaitForElement("#motif-du-changement");

        await page.Find("#verrou").ChangeAsync(new() { Value = !avant.VerrouDAdhesion });
        await page.Find("form.formulaire").SubmitAsync();
        page.WaitForAssertion(() =>
            Assert.Contains("change par un avenant", Texte(page, "[role=alert]"), StringComparison.Ordinal)
        );
        Assert.Equal(avant, (await Banc.FicheAsync()).Regles);

        await page.Find("#motif-du-changement").ChangeAsync(new() { Value = "Erreur de saisie" });
        await page.Find("form.formulaire").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("enregistrées", Texte(page, "[role=status]"), StringComparison.Ordinal));
        Assert.Equal(!avant.VerrouDAdhesion, (await Banc.FicheAsync()).Regles.VerrouDAdhesion);
        Assert.Equal("Erreur de saisie", await MotifAsync(nameof(ReglesFixees)));
    }

    [Fact]
    public async Task Une_formalite_datee_d_avant_la_derniere_signature_est_refusee()
    {
        await Banc.OuvrirLaConventionAsync();
        await Banc.SignerPartoutAsync();
        var page = Render<PageConvention>(p => p.Add(x => x.Id, Id));
        page.WaitForElement("#convention-transmise");
        await page.Find("#convention-transmise").ChangeAsync(new() { Value = $"{Banc.Jour.AddDays(-30):yyyy-MM-dd}" });
        await page.Find("form[aria-label='Formalités de la convention']").SubmitAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("précède la dernière signature", Texte(page, "[role=alert]"), StringComparison.Ordinal)
        );
    }

    private async Task<string?> MotifAsync(string evenement)
    {
        await using var contexte = await Banc.OuvrirAsync();
        return await contexte
            .Journal.Where(l => l.Evenement == evenement)
            .OrderByDescending(l => l.Id)
            .Select(l => l.Motif)
            .FirstAsync();
    }
}
