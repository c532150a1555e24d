using Bunit;
using CdgMarches.App.Accueil;
using CdgMarches.App.Collectivites;
using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Courriels;

public sealed class PagesDesCourriersTests : EssaiDePageDeGroupement
{
    [Fact]
    public async Task Un_courrier_se_poste_puis_se_suit()
    {
        var id = await EnregistrerAsync();
        var page = Render<PageCourrier>(p => p.Add(x => x.Id, id.Valeur));
        page.WaitForElement("#accuse-1");

        await page.Find("#accuse-1").ChangeAsync(new() { Value = "1A 1" });
        await page.Find("form.formulaire").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("L'envoi est noté.", page.Markup, StringComparison.Ordinal));

        await CliquerAsync(page, "Noter le suivi d'Arras");
        await page.Find("form.formulaire").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Le suivi est enregistré.", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Choisir_la_collectivite_remplit_son_nom_et_son_adresse_et_lui_rattache_le_courrier()
    {
        await using (var contexte = await Banc.OuvrirAsync())
        {
            var arras = await contexte.Collectivites.SingleAsync(c => c.Id == Banc.Arras.Id);
            arras.Modifier(arras.Identite with { Siege = new Adresse("6 place Guy-Mollet", null, "62000", "Arras") });
            await contexte.EnregistrerAsync(Agent, HorlogeFigee.Origine);
        }

        Services.AddCourriels().AddAccueil().AddSingleton<AdressesDesObjets>();
        var page = Render<PageNouveauCourrier>();
        page.WaitForElement("#nom-1");
        var champ = page.FindComponents<RechercheDeCollectivite>()[0];
        await page.InvokeAsync(() =>
            champ.Instance.ValeurChanged.InvokeAsync(
                new SuggestionDeCollectivite(Banc.Arras.Id, "Arras", CategorieDeCollectivite.Commune, null, null, null)
            )
        );
        page.WaitForAssertion(() => Assert.Equal("Arras", page.Find("#nom-1").GetAttribute("value")));
        await page.Find("#objet").ChangeAsync(new() { Value = "Mise en demeure" });
        await page.Find("form.formulaire").SubmitAsync();

        await using var lecture = await Banc.OuvrirAsync();
        var pli = Assert.Single((await lecture.Courriers.AsNoTracking().SingleAsync()).Destinataires);
        Assert.Equal((Banc.Arras.Id.Valeur, "Arras"), (pli.Collectivite!.Value, pli.Nom));
        Assert.Equal("6 place Guy-Mollet\n62000 Arras", pli.Adresse);
    }

    [Fact]
    public async Task Le_dossier_se_choisit_en_enregistrant_un_courrier_et_ses_courriers_se_retrouvent_depuis_lui()
    {
        Services.AddAccueil();
        await EnregistrerAsync();
        var page = Render<PageNouveauCourrier>();
        page.WaitForElement("#dossier");
        var champ = page.FindComponent<ChampDeRecherche<ResultatDeRecherche>>();
        string nom;
        await using (var lecture = await Banc.OuvrirAsync())
        {
            nom = (await lecture.Groupements.SingleAsync(g => g.Id == Banc.Groupement)).Nom;
        }

        var trouve = (await champ.Instance.Chercher(nom, Xunit.TestContext.Current.CancellationToken)).First(r =>
            r.Dossier!.Id == Banc.Groupement.Valeur
        );
        await page.InvokeAsync(() => champ.Instance.ValeurChanged.InvokeAsync(trouve));
        await page.Find("#objet").ChangeAsync(new() { Value = "Mise en demeure" });
        await page.Find("#nom-1").ChangeAsync(new() { Value = "Titulaire" });
        await page.Find("#adresse-1").ChangeAsync(new() { Value = "1 rue" });
        await page.Find("form.formulaire").SubmitAsync();

        Guid? id = Banc.Groupement.Valeur;
        await using (var lecture = await Banc.OuvrirAsync())
        {
            var courrier = await lecture.Courriers.SingleAsync(c => c.Objet == "Mise en demeure");
            Assert.Equal(
                (nameof(Domain.Groupements.Groupement), id, id),
                (courrier.ObjetType, courrier.ObjetId, courrier.Groupement)
            );
        }

        Navigation.NavigateTo($"/courriels/registre?type=Groupement&objet={id}&nom=Essai");
        var registre = Render<PageRegistre>();
        registre.WaitForAssertion(() => Assert.Single(registre.FindAll("tbody tr")));
        Assert.Contains(
            $"objet={id}",
            registre.FindAll("a").First(a => a.TextContent == "Enregistrer un courrier de ce dossier").GetAttribute("href"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task L_accuse_numerise_se_joint_au_pli_de_son_destinataire_et_se_telecharge()
    {
        var id = await EnregistrerAsync("Arras", "Comptable public");
        await Services.GetRequiredService<SuivreCourrier>().PosterAsync(Agent, id, 1, Banc.Jour, new Dictionary<int, string?>());
        var page = Render<PageCourrier>(p => p.Add(x => x.Id, id.Valeur));

        page.WaitForElement("#titre-1");
        await CliquerAsync(page, "Noter le suivi de Comptable public");
        await page.Find("#issue").ChangeAsync(new() { Value = ((int)IssueDeCourrier.Remis).ToString(Francais.Culture) });
        await page.Find("#remis-le").ChangeAsync(new() { Value = "2026-03-10" });
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary([.. "%PDF-1.4\n%accuse"u8], "accuse.pdf"));
        page.WaitForAssertion(() => Assert.Contains("Joint : accuse.pdf", page.Markup, StringComparison.Ordinal));
        await page.Find("form.formulaire").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("Le suivi est enregistré.", page.Markup, StringComparison.Ordinal));
        Assert.Equal("accuse.pdf", Assert.Single(page.FindAll("a[download]")).TextContent);
        await using var contexte = await Banc.OuvrirAsync();
        var plis = (await contexte.Courriers.AsNoTracking().SingleAsync()).Destinataires;
        Assert.Null(plis[0].Accuse);
        Assert.Equal("accuse.pdf", (await contexte.Pieces.SingleAsync(p => p.Id == plis[1].Accuse)).Nom);
        Assert.Equal(new DateOnly(2026, 3, 10), plis[1].DateDeNotification);
    }

    [Fact]
    public async Task Un_accuse_qui_n_est_ni_un_PDF_ni_une_image_est_refuse_et_rien_n_est_joint()
    {
        var id = await EnregistrerAsync();
        await Services.GetRequiredService<SuivreCourrier>().PosterAsync(Agent, id, 1, Banc.Jour, new Dictionary<int, string?>());
        var page = Render<PageCourrier>(p => p.Add(x => x.Id, id.Valeur));

        page.WaitForElement("#titre-1");
        await CliquerAsync(page, "Noter le suivi d'Arras");
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary([.. "MZ programme"u8], "accuse.pdf"));

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[role=alert]")));
        Assert.DoesNotContain("Joint :", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_registre_se_filtre_et_un_lecteur_n_y_enregistre_rien()
    {
        await EnregistrerAsync();
        Agent = Agents.Lecture;
        Navigation.NavigateTo("/courriels/registre?issue=EnCours&q=denonciation");
        var page = Render<PageRegistre>();
        page.WaitForAssertion(() => Assert.Contains("CR-2026-0001", page.Find("table").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain(page.FindAll("a"), a => a.TextContent == "Enregistrer un courrier");

        Navigation.NavigateTo("/courriels/registre?issue=Refuse");
        page.WaitForAssertion(() => Assert.Contains("Aucun résultat", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Deux_agents_ne_notent_pas_le_meme_pli_en_s_ecrasant()
    {
        var id = await EnregistrerAsync();
        var suivre = Services.GetRequiredService<SuivreCourrier>();
        await suivre.PosterAsync(Agent, id, 1, Banc.Jour, new Dictionary<int, string?>());
        var suivi = new SuiviDeCourrier(IssueDeCourrier.Remis, null, Banc.Jour);
        await suivre.NoterAsync(Agent, id, 2, 1, suivi);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            suivre.NoterAsync(Agent, id, 2, 1, suivi with { Issue = IssueDeCourrier.EnCours, RemisLe = null })
        );
        await Assert.ThrowsAsync<DroitManquantException>(() => suivre.NoterAsync(Agents.Lecture, id, 3, 1, suivi));
    }

    private async Task<CourrierId> EnregistrerAsync(params string[] destinataires)
    {
        Services.AddCourriels().AddSingleton<AdressesDesObjets>();
        return await Services
            .GetRequiredService<EnregistrerCourrier>()
            .ExecuterAsync(
                Agent,
                "Dénonciation",
                ModeDEnvoi.LettreRecommandee,
                [
                    .. (destinataires is [] ? ["Arras"] : destinataires).Select(d => new AdresseDeCourrier(
                        d,
                        "1 place\n62000 ARRAS"
                    )),
                ],
                new RattachementDeCourrier()
            );
    }
}
