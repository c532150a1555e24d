using Bunit;
using CdgMarches.App.Conventions;
using CdgMarches.Domain.Conventions;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using static CdgMarches.Tests.Conventions.Exemples;

namespace CdgMarches.Tests.Conventions;

/// <summary>Les boutons des demandes d'assistance et de l'ouverture de plusieurs conventions.</summary>
public sealed class PagesDeLAssistanceTests : EssaiDePageDeConvention
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Une_demande_recue_s_enregistre_pour_sa_collectivite()
    {
        var page = Render<PageNouvelleAssistance>();
        page.WaitForElement("#objet");
        await page.Find("form.formulaire").SubmitAsync();
        page.Dit("Choisissez la collectivité qui demande.");
        await page.ChoisirAsync("collectivite", "Arras");
        await page.RemplirAsync("objet", "Relire le règlement");
        await page.RemplirAsync("demandeur", "La secrétaire générale");
        await page.Find("form.formulaire").SubmitAsync();

        await using var contexte = await Socle.OuvrirAsync();
        var demande = await contexte.DemandesDAssistance.SingleAsync(Annulation);
        Assert.Equal((Arras.Id, "Relire le règlement"), (demande.Collectivite, demande.Objet));
        Assert.EndsWith($"/conventions/assistance/{demande.Id.Valeur}", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_demande_se_prend_se_classe_et_se_repond_et_son_histoire_suit()
    {
        var demande = DemandeDAssistance.Recevoir(
            Arras.Id,
            new NouvelleDemandeDAssistance(NatureDAssistance.Technique, "Le dépôt échoue", null, null),
            HorlogeFigee.Origine
        );
        await Socle.Base.SemerAsync(demande);
        var page = Render<PageAssistance>(p => p.Add(x => x.Id, demande.Id.Valeur));
        page.WaitForElement("#reponse");

        await CliquerAsync(page, "Prendre en charge");
        page.Dit("La demande est prise en charge.");
        await CliquerAsync(page, "Dire qu'elle dépasse le premier niveau");
        page.Dit("La demande est classée.");
        await CliquerAsync(page, "La ramener au premier niveau");
        await page.Find("form[aria-label='Agent en charge']").SubmitAsync();
        page.Dit("agent en charge est enregistré.");
        await page.RemplirAsync("reponse", "Videz le cache.");
        await page.Find("form[aria-label='Réponse']").SubmitAsync();
        page.Dit("La réponse est enregistrée.");

        Assert.Empty(page.FindAll("#reponse"));
        // The history is read again after each act, the last included.
        page.WaitForAssertion(() => Assert.True(page.FindAll("tbody tr").Count >= 5, page.Markup));
    }

    [Fact]
    public async Task Les_collectivites_choisies_ont_chacune_leur_convention()
    {
        var page = Render<PagePlusieursConventions>();
        page.WaitForElement("[aria-label='Sélectionner Arras']");
        await page.Find("[aria-label='Sélectionner Arras']").ChangeAsync(new() { Value = true });
        await page.Find("[aria-label='Sélectionner Béthune']").ChangeAsync(new() { Value = true });
        await CliquerAsync(page, "Ouvrir une convention pour chacune");
        await page.ConfirmerAsync("Ouvrir");

        page.Dit("2 conventions sont ouvertes");
        await using var contexte = await Socle.OuvrirAsync();
        Assert.Equal(2, await contexte.ConventionsDAcces.CountAsync(Annulation));
    }

    [Fact]
    public async Task L_assistant_dit_des_le_choix_qu_une_convention_court_deja()
    {
        await Socle.Base.SemerAsync(EnVigueur(Arras.Id));
        var page = Render<PageNouvelleConvention>();
        page.WaitForElement("#collectivite");
        await page.ChoisirAsync("collectivite", "Arras");
        await page.Find("form.formulaire").SubmitAsync();

        page.WaitForElement("[role=alert] .message, .retour [role=alert], [role=alert]");
        page.Dit("RG6.14");
        Assert.Contains("Étape 1 sur 4", page.Markup, StringComparison.Ordinal);
        await page.ChoisirAsync("collectivite", "Béthune");
        await page.Find("form.formulaire").SubmitAsync();
        page.Dit("Étape 2 sur 4");
    }
}
