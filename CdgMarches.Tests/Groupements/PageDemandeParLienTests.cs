using Bunit;
using CdgMarches.App.Groupements.Adhesions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

/// <summary>La demande d'adhésion par lien personnel : ce que la page montre, et ce qu'elle refuse sans rien enregistrer.</summary>
public sealed class PageDemandeParLienTests : EssaiDePageDeGroupement
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Le_lien_montre_les_prestations_et_un_envoi_vide_est_refuse()
    {
        var page = Ouvrir(await EnvoyerAsync());

        page.WaitForAssertion(() => Assert.Contains("Rejoindre « Dématérialisation »", page.Markup, StringComparison.Ordinal));
        Assert.Equal(2, page.FindAll("fieldset[data-une-au-moins] input[type=checkbox]").Count);
        Assert.Equal("Aude Vasseur", page.Find("#nom").GetAttribute("value"));
        await page.Find("form.formulaire").SubmitAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("Donnez votre nom et votre qualité", Texte(page, "[role=alert]"), StringComparison.Ordinal)
        );
        await using var contexte = await Banc.OuvrirAsync();
        Assert.False(await contexte.DossiersDAdhesion.AnyAsync(Annulation));
    }

    [Fact]
    public async Task Sans_prestation_cochee_la_demande_n_ouvre_aucun_dossier_et_le_lien_sert_encore()
    {
        var jeton = await EnvoyerAsync();

        var refus = await Assert.ThrowsAsync<Domain.Noyau.RegleMetierException>(() =>
            Banc.Le<DemanderParLien>().ExecuterAsync(jeton, [], "Aude Vasseur", "Maire", null, Annulation)
        );

        Assert.IsType<Domain.Groupements.Regles.AuMoinsUnChoix>(Assert.Single(refus.Obstacles));
        await Banc.Le<DemanderParLien>().ExecuterAsync(jeton, [Banc.Actes.Valeur], "Aude Vasseur", "Maire", null, Annulation);
        await using var contexte = await Banc.OuvrirAsync();
        var dossier = await contexte.DossiersDAdhesion.SingleAsync(Annulation);
        Assert.Equal((OrigineDAdhesion.Lien, 1), (dossier.Origine, dossier.Choix.Count));
    }

    [Fact]
    public async Task Hors_fenetre_la_page_remet_le_choix_et_la_demande_se_fait()
    {
        await Banc.Le<OuvrirFenetre>()
            .ExecuterAsync(Agent, Banc.Groupement, "Passée", Banc.Jour.AddDays(-40), Banc.Jour.AddDays(-20), Annulation);
        var jeton = await EnvoyerAsync();

        var page = Ouvrir(jeton);

        page.WaitForElement("[data-test=choix-remis]");
        Assert.Empty(page.FindAll("input[type=checkbox]"));
        await Banc.Le<DemanderParLien>().ExecuterAsync(jeton, [], "Aude Vasseur", "Maire", null, Annulation);
        await using var contexte = await Banc.OuvrirAsync();
        Assert.Empty((await contexte.DossiersDAdhesion.SingleAsync(Annulation)).Choix);
    }

    [Fact]
    public async Task Un_dossier_deja_ouvert_se_dit_avant_l_envoi()
    {
        var jeton = await EnvoyerAsync();
        await Banc.Le<OuvrirDossiers>()
            .ExecuterAsync(
                Agent,
                new DossiersAOuvrir(Banc.Groupement, [Banc.Calais.Id], OrigineDAdhesion.Invitation, null, [], Prevenir: false),
                Annulation
            );

        var page = Ouvrir(jeton);

        page.WaitForAssertion(() =>
            Assert.Contains(
                "Cette demande ne peut pas être faite",
                Texte(page, "[data-test=obstacles]"),
                StringComparison.Ordinal
            )
        );
    }

    [Fact]
    public void Un_lien_inconnu_dit_pourquoi_et_ne_montre_rien()
    {
        var page = Ouvrir("inconnu");

        page.WaitForAssertion(() => Assert.NotEmpty(page.Find("[role=alert]").TextContent));
        Assert.Empty(page.FindAll("form"));
    }

    private IRenderedComponent<PageDemandeParLien> Ouvrir(string jeton)
    {
        Services.AddPagesStatiques();
        return Render<PageDemandeParLien>(p => p.Add(x => x.Jeton, jeton).Demandee());
    }

    private async Task<string> EnvoyerAsync()
    {
        await Banc.Le<DemanderParLien>()
            .EnvoyerAsync(Agent, Banc.Groupement, Banc.Calais.Id, "Aude Vasseur", "aude@calais.example", Annulation);
        await using var contexte = await Banc.OuvrirAsync();
        var texte = await contexte
            .EnvoisDeCourriel.Where(e => e.Destinataire == "aude@calais.example")
            .Select(e => e.Texte)
            .SingleAsync(Annulation);
        return PagesStatiques.JetonDe(texte, "/adhesion/");
    }
}
