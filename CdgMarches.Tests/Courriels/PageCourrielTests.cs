using Bunit;
using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.Database.Socle;
using CdgMarches.Tests.Groupements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Courriels;

public sealed class PageCourrielTests : EssaiDePageDeGroupement
{
    [Fact]
    public async Task Un_renvoi_refuse_garde_sa_boite_ouverte_avec_l_adresse_saisie_puis_part_avec_un_motif()
    {
        var envoi = new EnvoiDeCourriel
        {
            Destinataire = "aude@exemple.invalid",
            NomDestinataire = "Aude",
            Objet = "Information",
            Texte = "Texte",
            Etat = EtatDEnvoi.Envoye,
            DeposeLe = Banc.Socle.Horloge.Instant,
            ProchainEssai = Banc.Socle.Horloge.Instant,
        };
        await using (var contexte = await Banc.OuvrirAsync())
        {
            contexte.EnvoisDeCourriel.Add(envoi);
            await contexte.SaveChangesAsync(Xunit.TestContext.Current.CancellationToken);
        }

        Services.AddCourriels().AddSingleton<AdressesDesObjets>();
        var page = Render<PageCourriel>(p => p.Add(x => x.Id, envoi.Id));
        page.WaitForElement("#adresse-de-renvoi");
        await CliquerAsync(page, "Renvoyer");
        await page.Find("#adresse-de-renvoi").ChangeAsync(new() { Value = "juste@exemple.invalid" });
        await ConfirmerAsync(page);

        var refus = page.WaitForElement("dialog [data-test=refus]", TimeSpan.FromSeconds(10));
        Assert.Contains("déjà parti", refus.TextContent, StringComparison.Ordinal);
        Assert.Equal("juste@exemple.invalid", page.Find("#adresse-de-renvoi").GetAttribute("value"));
        Assert.DoesNotContain(JSInterop.Invocations, i => i.Identifier == "cdgmarches.fermerDialogue");

        await page.Find("#motif-de-renvoi").ChangeAsync(new() { Value = "Demandé au téléphone" });
        await ConfirmerAsync(page);
        page.WaitForAssertion(() => Assert.Contains("de nouveau en file", page.Markup, StringComparison.Ordinal));
        await using var apres = await Banc.OuvrirAsync();
        Assert.True(
            await apres.EnvoisDeCourriel.AnyAsync(e => e.RenvoiDe == envoi.Id && e.Destinataire == "juste@exemple.invalid")
        );
    }

    private static Task ConfirmerAsync(IRenderedComponent<PageCourriel> page) =>
        page.FindAll("dialog button").First(b => b.TextContent.Trim() == "Renvoyer").ClickAsync(new());
}
