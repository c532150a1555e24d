using Bunit;
using CdgMarches.App.Contributions.Appels;
using CdgMarches.App.Contributions.Donnees;
using CdgMarches.App.Contributions.Finances;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Contributions;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Contributions;

/// <summary>Les pages des finances : la remise qu'on a vue, le suivi qui ouvre ses listes, un appel où rien ne part d'un clic de travers.</summary>
public sealed class PagesDesFinancesTests : EssaiDePageDesContributions
{
    [Theory]
    [InlineData("#exercice", "2025")]
    [InlineData("#titres", "2")]
    [InlineData("#du", "2026-02-01")]
    public async Task Changer_un_critere_efface_l_apercu_et_rien_ne_se_remet_qu_on_n_ait_vu(string champ, string valeur)
    {
        await Banc.EmettreAsync();
        var page = Render<PageFinances>();
        await page.Find("form[aria-label='Titres à remettre']").SubmitAsync();
        page.WaitForElement("[data-test=avant-export]");
        Assert.Contains(page.FindAll("button"), b => b.TextContent.Trim() == "Remettre aux finances");

        await page.Find(champ).ChangeAsync(new() { Value = valeur });

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-test=avant-export]")));
        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent.Trim() == "Remettre aux finances");
        await using var contexte = await Banc.OuvrirAsync();
        Assert.Empty(await contexte.ExportsDeFinances.ToListAsync(Annulation));
    }

    [Fact]
    public async Task L_empreinte_se_lit_entiere_avec_la_facon_de_la_verifier()
    {
        await Banc.EmettreAsync();
        await Banc.Le<ExporterTitres>().ExecuterAsync(Agents.Finances, new DemandeDExport(2026), Annulation);

        var page = Render<PageFinances>();

        var empreinte = page.WaitForElement("[data-test=empreinte]").TextContent;
        await using var contexte = await Banc.OuvrirAsync();
        var csv = (await contexte.ExportsDeFinances.SingleAsync(Annulation)).Csv;
        Assert.Equal((await contexte.Pieces.SingleAsync(p => p.Id == csv, Annulation)).Sha256, empreinte);
        Assert.Contains("certutil -hashfile", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_balance_ouvre_la_liste_de_ses_debiteurs_et_la_comparaison_nomme_les_types()
    {
        await Banc.EmettreAsync();
        Banc.Avancer(40);

        var page = Render<PageSuivi>();
        var lien = page.WaitForElement("[data-test=balance] a");

        Assert.Equal("/contributions/appels?exercice=2026&retard=30", lien.GetAttribute("href"));
        Assert.Contains(GrilleDuCdg62.Definition.Type.Libelle, page.Markup, StringComparison.Ordinal);
        Assert.Equal("aucune dette sous le seuil de recouvrement", page.Find("[data-test=reportes]").TextContent);
    }

    [Theory]
    [InlineData(0, "non-echu")]
    [InlineData(30, "non-echu")]
    [InlineData(31, "30")]
    [InlineData(60, "30")]
    [InlineData(61, "60")]
    [InlineData(120, "90")]
    [InlineData(121, "plus")]
    public async Task Chaque_anciennete_a_sa_liste_et_le_suivi_compte_comme_elle(int jours, string attendue)
    {
        await Banc.EmettreAsync();
        Banc.Avancer(jours);

        var suivi = await Banc.Le<LireSuivi>().ExecuterAsync(Agents.Finances, 2026, Annulation);
        foreach (var tranche in TrancheDeRetard.Toutes)
        {
            var liste = await Banc.Le<LireAppels>()
                .ExecuterAsync(
                    Agents.Finances,
                    new Demande(Filtres: new Dictionary<string, string> { ["retard"] = tranche.Code, ["exercice"] = "2026" }),
                    Annulation
                );
            Assert.Equal(tranche.Code == attendue ? 2 : 0, liste.Total);
            Assert.Equal(liste.Total, suivi.Anciennetes.Single(a => a.Code == tranche.Code).Nombre);
        }
    }

    [Fact]
    public async Task Sur_un_appel_chaque_saisie_a_son_titre_et_rien_n_est_rempli_d_avance()
    {
        await Banc.EmettreAsync();
        await using var contexte = await Banc.OuvrirAsync();
        var appel = await contexte.Appels.AsNoTracking().FirstAsync(a => a.Numero == 1, Annulation);

        var page = Render<PageAppel>(p => p.Add(x => x.Id, appel.Id.Valeur));
        page.WaitForElement("[data-test=reste]");

        Assert.Equal(
            ["Titre pris en charge", "Versement reçu", "Chorus Pro"],
            page.FindAll("section[aria-labelledby=suivi] h3").Select(h => h.TextContent)
        );
        foreach (var champ in (string[])["#le", "#montant-paye", "#date-de-titre"])
        {
            Assert.True(string.IsNullOrEmpty(page.Find(champ).GetAttribute("value")));
        }

        Assert.Empty(page.FindAll("section[aria-labelledby=suivi] .bouton-principal"));
        await page.Find("form[aria-label='Paiement']").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Donnez la date du paiement", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task L_import_propose_de_telecharger_les_lignes_refusees_et_le_propose_encore_plus_tard()
    {
        await Banc.EmettreAsync();
        using var flux = new MemoryStream("N° appel;N° titre;Date titre\r\nAPC-2026-9999;1;09/03/2026"u8.ToArray());
        await Banc.Le<ImporterDonnees>()
            .PreparerAsync(Agents.Finances, "titres", new ParametresDImport(2026), flux, "retour.csv", Annulation);

        var page = Render<PageImport>(p => p.Add(x => x.Nature, "titres"));

        var refus = page.WaitForElement("[data-test=refus]");
        Assert.Contains("« retour.csv »", refus.TextContent, StringComparison.Ordinal);
        Assert.Equal("/contributions/imports/titres/refus.xlsx", refus.QuerySelector("a")!.GetAttribute("href"));
    }
}
