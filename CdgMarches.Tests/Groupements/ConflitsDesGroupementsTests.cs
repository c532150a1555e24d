using Bunit;
using CdgMarches.App.Groupements.Constitution;
using CdgMarches.App.Groupements.Retraits;
using CdgMarches.App.Groupements.Vie;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

/// <summary>Deux agents sur un même dossier : ce que chacun a saisi est montré, rien n'est perdu ; et les pages d'un membre.</summary>
public sealed class ConflitsDesGroupementsTests : EssaiDePageDeGroupement
{
    private static readonly Acteur Collegue = Agents.Administrateur with
    {
        Id = Guid.Empty,
        Nom = "Dominique Collègue",
        Droits = Agents.Gestionnaire.Droits,
    };

    private Guid Id => Banc.Groupement.Valeur;

    [Fact]
    public async Task Les_regles_que_deux_agents_changent_se_comparent_puis_s_enregistrent()
    {
        var page = Render<PageRegles>(p => p.Add(x => x.Id, Id));
        page.WaitForElement("#preavis");
        var fiche = await Banc.FicheAsync();
        await Banc.Le<FixerRegles>()
            .ExecuterAsync(Collegue, fiche.Id, fiche.Version, fiche.Regles with { MoisDuPreavis = 9, MoisDuBilan = 5 });

        await page.Find("#preavis").ChangeAsync(new() { Value = "15/11" });
        await page.Find("form.formulaire").SubmitAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("Dominique Collègue", page.Find("[data-test=conflit]").TextContent, StringComparison.Ordinal)
        );
        Assert.Contains("30/09", page.Find("[data-test=conflit]").TextContent, StringComparison.Ordinal);
        // What only the colleague changed is not asked again.
        Assert.DoesNotContain("Bilan", page.Find("[data-test=conflit]").TextContent, StringComparison.Ordinal);
        await CliquerAsync(page, "Garder la mienne");
        page.WaitForAssertion(() => Assert.Contains("enregistrées", page.Markup, StringComparison.Ordinal));
        var gardees = (await Banc.FicheAsync()).Regles;
        Assert.Equal((15, 11, 5), (gardees.JourDuPreavis, gardees.MoisDuPreavis, gardees.MoisDuBilan));
    }

    [Fact]
    public async Task La_deliberation_d_un_retrait_que_deux_agents_datent_ne_s_ecrase_pas()
    {
        var arras = await Banc.AdhesionDeAsync(Banc.Arras);
        var id = await Banc.Le<AnnoncerRetrait>().ExecuterAsync(Agent, arras.Id);
        var page = Render<PageRetrait>(p => p.Add(x => x.Id, Id).Add(x => x.RetraitId, id.Valeur));
        page.WaitForElement("#modalites");
        await page.Find("#modalites").ChangeAsync(new() { Value = "Mes modalités." });
        await Banc.Le<ConduireRetrait>()
            .ExecuterAsync(
                Collegue,
                id,
                (await Banc.Le<LireRetraits>().FicheAsync(Agent, Banc.Groupement, id))!.Dossier.Version,
                new ChangementDeRetrait.Deliberation(new ActeDeliberatif { Numero = "77" }, null, "Les siennes.", [])
            );

        await page.Find("form[aria-label='Délibération de retrait']").SubmitAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("Les siennes.", page.Find("[data-test=conflit]").TextContent, StringComparison.Ordinal)
        );
        await CliquerAsync(page, "Garder la mienne");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-test=conflit]")));
        var dossier = (await Banc.Le<LireRetraits>().FicheAsync(Agent, Banc.Groupement, id))!.Dossier;
        Assert.Equal(("77", "Mes modalités."), (dossier.Deliberation.Numero, dossier.Modalites));
    }

    [Fact]
    public async Task Un_membre_declare_un_litige_de_son_espace_et_le_lit_au_registre()
    {
        await using (var contexte = await Banc.OuvrirAsync())
        {
            var bethune = await contexte.Collectivites.SingleAsync(c => c.Id == Banc.Bethune.Id);
            bethune.Modifier(bethune.Identite with { Courriel = "mairie@bethune.example" });
            await contexte.SaveChangesAsync();
        }

        Agent = Agents.Membre(Banc.Arras.Id) with { Id = Guid.Empty };
        var page = Render<PageLitigesDuMembre>();
        page.WaitForElement("#adversaire");
        Assert.Contains("Aucun litige", page.Markup, StringComparison.Ordinal);

        await page.Find("form.formulaire").SubmitAsync();
        page.WaitForElement("#adversaire-erreur");
        Assert.NotEmpty(page.FindAll("#objet-erreur"));
        await page.Find("#adversaire").ChangeAsync(new() { Value = "Numérique du Nord" });
        await page.Find("#objet").ChangeAsync(new() { Value = "Indisponibilité de la plateforme." });
        await page.Find("form.formulaire").SubmitAsync();

        // The real message and to whom, before anything is told; a member does not read the others' addresses.
        page.WaitForAssertion(() =>
            Assert.Contains(
                "Indisponibilité de la plateforme.",
                page.Find("[data-test=apercu-de-l-envoi]").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Contains("Béthune", page.Find("dialog select").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("bethune.example", page.Markup, StringComparison.Ordinal);
        Assert.Equal(0, (await Banc.Le<LireLitiges>().ExecuterAsync(Agents.Gestionnaire, Banc.Groupement, new Demande())).Total);
        await page.ConfirmerAsync("Déclarer");

        page.WaitForAssertion(() =>
            Assert.Contains("tous les autres membres en sont informés", page.Markup, StringComparison.Ordinal)
        );
        page.WaitForAssertion(() =>
            Assert.Contains("Numérique du Nord", page.Find("tbody").TextContent, StringComparison.Ordinal)
        );
        Assert.True(string.IsNullOrEmpty(page.Find("#adversaire").GetAttribute("value")));
        var litiges = await Banc.Le<LireLitiges>().ExecuterAsync(Agents.Gestionnaire, Banc.Groupement, new Demande());
        Assert.Equal("Arras", Assert.Single(litiges.Elements).Declarant);
    }
}
