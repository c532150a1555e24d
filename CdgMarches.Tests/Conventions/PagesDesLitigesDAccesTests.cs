using Bunit;
using CdgMarches.App.Conventions;
using CdgMarches.App.Espace;
using CdgMarches.App.Litiges;
using CdgMarches.App.Parametres;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Litiges;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using static CdgMarches.Tests.Conventions.Exemples;

namespace CdgMarches.Tests.Conventions;

/// <summary>Les pages d'un litige sur une convention d'accès : celles de l'agent, et celle de la collectivité.</summary>
public sealed class PagesDesLitigesDAccesTests : EssaiDePageDeConvention
{
    private static readonly DateOnly Aujourdhui = DateOnly.FromDateTime(HorlogeFigee.Origine.UtcDateTime);

    private static readonly string Iso = Aujourdhui.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Un_agent_declare_concilie_saisit_le_tribunal_designe_puis_clot_en_confirmant()
    {
        var convention = EnVigueur(Arras.Id);
        await Socle.Base.SemerAsync(convention);
        var liste = Render<PageLitigesDAcces>(p => p.Add(x => x.Id, convention.Id.Valeur));
        liste.WaitForElement("#objet");
        liste.Dit("Aucun litige");
        await liste.Find("form[aria-label='Nouveau litige']").SubmitAsync();
        liste.WaitForElement("#objet-erreur");
        await liste.RemplirAsync("objet", "L'assistance promise a manqué.");
        await liste.Find("form[aria-label='Nouveau litige']").SubmitAsync();
        liste.WaitForState(() => Navigation.Uri.Contains("/conventions/litiges/", StringComparison.Ordinal));

        var id = (await LireAsync()).Id;
        var page = Render<PageLitigeDAcces>(p => p.Add(x => x.Id, id.Valeur));
        page.WaitForElement("#tribunal");
        Assert.Equal(ClesDeReglage.Defaut(ClesDeReglage.Tribunal), page.Find("#tribunal").GetAttribute("value"));
        page.Dit("Réclame : la collectivité.");
        await page.RemplirAsync("saisi", Iso);
        Assert.Equal("true", Bouton(page, "Enregistrer la saisine").GetAttribute("aria-disabled"));
        await page.RemplirAsync("engagee", Iso);
        await page.RemplirAsync("close", Iso);
        await page.RemplirAsync(
            "issue",
            page.FindAll("#issue option").First(o => o.TextContent.Contains("chec")).GetAttribute("value")!
        );
        await page.Find("form[aria-label='Tentative amiable']").SubmitAsync();
        page.WaitForElement("#issue-texte-erreur");
        await page.RemplirAsync("issue-texte", "Aucun accord.");
        await page.Find("form[aria-label='Tentative amiable']").SubmitAsync();
        page.Dit("La tentative amiable est enregistrée.");
        await page.RemplirAsync("saisi", Iso);
        await CliquerAsync(page, "Enregistrer la saisine");
        page.Dit("La saisine est enregistrée.");
        await CliquerAsync(page, "Clore le litige");
        Assert.Null((await LireAsync()).ClosLe);
        await page.ConfirmerAsync("Clore");
        page.Dit("Le litige est clos.");

        Assert.Empty(page.FindAll("#saisi"));
        var clos = await LireAsync();
        Assert.Equal(
            (Aujourdhui, Aujourdhui, ClesDeReglage.Defaut(ClesDeReglage.Tribunal)),
            (clos.TribunalSaisiLe!.Value, clos.ClosLe!.Value, clos.Tribunal)
        );
        // Declared, conciliated, brought to court, closed.
        page.WaitForAssertion(() => Assert.Equal(4, page.FindAll("tbody tr").Count));
    }

    [Fact]
    public async Task Un_litige_qu_un_autre_a_change_montre_les_deux_saisies()
    {
        var litige = await SemerAsync(Aujourdhui.AddDays(-9));
        var page = Render<PageLitigeDAcces>(p => p.Add(x => x.Id, litige.Id.Valeur));
        page.WaitForElement("#engagee");
        await page.RemplirAsync("engagee", Iso);
        await Socle
            .Le<ConduireLitigeDAcces>()
            .ExecuterAsync(
                Agents.Administrateur with
                {
                    Id = Guid.Empty,
                    Droits = Agents.Gestionnaire.Droits,
                },
                litige.Id,
                (await LireAsync()).Version,
                new ChangementDeLitige.Amiable(Aujourdhui.AddDays(-2), Aujourdhui, IssueAmiable.Accord, "Remise."),
                Annulation
            );

        await page.Find("form[aria-label='Tentative amiable']").SubmitAsync();

        page.WaitForElement("[data-test=conflit]");
        Assert.Contains("Alix Administration", page.Find("[data-test=conflit]").TextContent, StringComparison.Ordinal);
        await CliquerAsync(page, "Garder la mienne");
        page.Dit("La tentative amiable est enregistrée.");
        // What only the colleague entered is kept with mine.
        var garde = await LireAsync();
        Assert.Equal(
            (Aujourdhui, Aujourdhui, IssueAmiable.Accord),
            (garde.TentativeEngageeLe!.Value, garde.TentativeCloseLe!.Value, garde.Issue!.Value)
        );
    }

    [Fact]
    public async Task Le_texte_de_l_amiable_se_lit_meme_sans_issue()
    {
        var litige = await SemerAsync(Aujourdhui);
        var page = Render<PageLitigeDAcces>(p => p.Add(x => x.Id, litige.Id.Valeur));
        page.WaitForElement("#issue-texte");

        await page.RemplirAsync("issue-texte", "Un courrier est parti.");
        await page.Find("form[aria-label='Tentative amiable']").SubmitAsync();

        page.WaitForAssertion(() =>
            Assert.Contains(
                "Un courrier est parti.",
                page.Find("section[aria-labelledby=litige]").TextContent,
                StringComparison.Ordinal
            )
        );
    }

    [Fact]
    public async Task Enregistrer_une_carte_garde_ce_qui_est_saisi_dans_l_autre()
    {
        var litige = await SemerAsync(Aujourdhui);
        var page = Render<PageLitigeDAcces>(p => p.Add(x => x.Id, litige.Id.Valeur));
        page.WaitForElement("#issue-texte");
        await page.RemplirAsync("tribunal", "Tribunal administratif d'Amiens");
        await page.RemplirAsync("engagee", Iso);
        await page.RemplirAsync("close", Iso);
        await page.RemplirAsync(
            "issue",
            page.FindAll("#issue option").First(o => o.TextContent.Contains("chec")).GetAttribute("value")!
        );
        await page.RemplirAsync("issue-texte", "Aucun accord.");
        await page.Find("form[aria-label='Tentative amiable']").SubmitAsync();
        page.Dit("La tentative amiable est enregistrée.");
        Assert.Equal("Tribunal administratif d'Amiens", page.Find("#tribunal").GetAttribute("value"));

        await page.RemplirAsync("issue-texte", "Aucun accord sur la somme.");
        await page.RemplirAsync("saisi", Iso);
        await CliquerAsync(page, "Enregistrer la saisine");
        page.Dit("La saisine est enregistrée.");
        await page.Find("form[aria-label='Tentative amiable']").SubmitAsync();
        page.Dit("La tentative amiable est enregistrée.");

        var lu = await LireAsync();
        Assert.Equal(("Aucun accord sur la somme.", "Tribunal administratif d'Amiens"), (lu.IssueEnClair, lu.Tribunal));
    }

    [Fact]
    public async Task Qui_ne_fait_que_lire_n_a_rien_a_enregistrer_et_un_litige_inconnu_se_dit_introuvable()
    {
        var litige = await SemerAsync(Aujourdhui);
        Agent = Agents.Lecture with { Id = Guid.Empty };

        var page = Render<PageLitigeDAcces>(p => p.Add(x => x.Id, litige.Id.Valeur));
        page.Dit("Réclame : le CDG.");
        Assert.Empty(page.FindAll("#engagee, #saisi"));
        Assert.DoesNotContain("Clore le litige", page.Markup, StringComparison.Ordinal);
        var liste = Render<PageLitigesDAcces>(p => p.Add(x => x.Id, litige.Convention.Valeur));
        liste.Dit("Le CDG, le");
        Assert.Empty(liste.FindAll("#objet"));
        Render<PageLitigeDAcces>(p => p.Add(x => x.Id, Guid.NewGuid())).Dit("Litige introuvable");
    }

    [Fact]
    public async Task Une_collectivite_lit_ses_litiges_et_en_declare_un_en_confirmant()
    {
        await SemerAsync(Aujourdhui);
        Agent = Agents.Membre(Arras.Id) with { Id = Guid.Empty };
        var page = Render<PageLitigesDAccesDuMembre>();
        page.WaitForElement("#objet");
        page.Dit("Le centre de gestion, le");

        await page.Find("form[aria-label='Nouveau litige']").SubmitAsync();
        page.WaitForElement("#objet-erreur");
        await page.RemplirAsync("objet", "Comptes jamais ouverts.");
        await page.Find("form[aria-label='Nouveau litige']").SubmitAsync();
        await using (var avant = await Socle.OuvrirAsync())
        {
            Assert.Equal(1, await avant.LitigesDAcces.CountAsync(Annulation));
        }

        await page.ConfirmerAsync("Déclarer");

        page.Dit("le centre de gestion en est averti");
        page.WaitForAssertion(() =>
            Assert.Contains("Notre collectivité, le", page.Find("tbody").TextContent, StringComparison.Ordinal)
        );
        Assert.True(string.IsNullOrEmpty(page.Find("#objet").GetAttribute("value")));
    }

    [Fact]
    public void Une_collectivite_sans_convention_en_vigueur_n_a_rien_a_contester()
    {
        Agent = Agents.Membre(Bethune.Id);

        var page = Render<PageLitigesDAccesDuMembre>();

        page.Dit("Aucun litige");
        Assert.Empty(page.FindAll("#objet"));
    }

    private async Task<LitigeDAcces> SemerAsync(DateOnly le)
    {
        var convention = EnVigueur(Arras.Id);
        var litige = LitigeDAcces.Declarer(convention, PartieDAcces.Cdg, "Contribution impayée.", le, Aujourdhui);
        await Socle.Base.SemerAsync(convention, litige);
        return litige;
    }

    private async Task<LitigeDAcces> LireAsync()
    {
        await using var contexte = await Socle.OuvrirAsync();
        return await contexte.LitigesDAcces.SingleAsync(Annulation);
    }

    private static AngleSharp.Dom.IElement Bouton<T>(IRenderedComponent<T> page, string libelle)
        where T : Microsoft.AspNetCore.Components.IComponent =>
        page.FindAll("button").First(b => b.TextContent.Trim() == libelle);
}
