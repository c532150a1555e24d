using Bunit;
using CdgMarches.App.Contributions;
using CdgMarches.App.Conventions;
using CdgMarches.App.Espace;
using CdgMarches.App.Procedures;
using CdgMarches.App.Recensements;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Procedures;

/// <summary>La note d'organisation vue d'un membre : accord, observation, silence compté.</summary>
public sealed class PageNoteDOrganisationTests : EssaiDePageDeGroupement
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Un_membre_donne_son_accord_et_peut_le_changer()
    {
        var id = await EnvoyerAsync();
        Agent = Agents.Membre(Banc.Arras.Id);
        var page = Render<PageNoteDOrganisation>(p => p.Add(x => x.Id, id.Valeur));
        page.Dit("Deux lots, appel d'offres.");

        await CliquerAsync(page, "Donner l'accord d'Arras");
        page.Dit("Votre réponse est enregistrée.");
        Assert.Equal(SensDeLAvis.Accord, (await AvisAsync()).Sens);

        await CliquerAsync(page, "Envoyer l'observation d'Arras");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[role=alert]")));
        Assert.Equal(SensDeLAvis.Accord, (await AvisAsync()).Sens);
        await page.RemplirAsync($"observation-{Banc.Arras.Id.Valeur}", "Un troisième lot.");
        await CliquerAsync(page, "Envoyer l'observation d'Arras");
        page.Dit("Observation");
        var avis = await AvisAsync();
        Assert.Equal((SensDeLAvis.Observation, "Un troisième lot."), (avis.Sens, avis.Texte));
    }

    [Fact]
    public async Task Une_note_a_laquelle_repondre_ne_figure_qu_une_fois_parmi_les_choses_a_faire()
    {
        Services.AddConventions().AddContributions().AddRecensements().AddEspace();
        var id = await EnvoyerAsync();
        List<string> adresses = [];
        foreach (var source in Services.GetServices<ISourceDuMembre>())
        {
            adresses.AddRange((await source.ExecuterAsync(Agents.Membre(Banc.Arras.Id), Annulation)).Select(c => c.Adresse));
        }

        Assert.Single(adresses, a => a == $"/espace/procedures/{id.Valeur}");
    }

    [Fact]
    public async Task Qui_repond_pour_deux_collectivites_ne_melange_pas_leurs_observations()
    {
        var id = await EnvoyerAsync();
        Agent = Agents.Membre(Banc.Arras.Id) with
        {
            Perimetre = Perimetre.DeMembre(
                new Dictionary<CollectiviteId, RoleDeMembre>
                {
                    [Banc.Arras.Id] = RoleDeMembre.Referent,
                    [Banc.Bethune.Id] = RoleDeMembre.Referent,
                }
            ),
        };
        var page = Render<PageNoteDOrganisation>(p => p.Add(x => x.Id, id.Valeur));
        page.WaitForElement($"#observation-{Banc.Bethune.Id.Valeur}");

        await page.RemplirAsync($"observation-{Banc.Arras.Id.Valeur}", "Un troisième lot.");

        Assert.NotEqual("Un troisième lot.", page.Find($"#observation-{Banc.Bethune.Id.Valeur}").TextContent.Trim());
        await CliquerAsync(page, "Envoyer l'observation de Béthune");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[role=alert]")));
        await using var contexte = await Banc.OuvrirAsync();
        Assert.False(await contexte.AvisSurLaNote.AnyAsync(Annulation));
    }

    [Fact]
    public async Task Le_delai_passe_le_silence_est_compte_et_plus_rien_ne_se_repond()
    {
        var id = await EnvoyerAsync();
        Banc.Socle.Horloge.Instant = Banc.Socle.Horloge.Instant.AddDays(11);
        Agent = Agents.Membre(Banc.Arras.Id);

        var page = Render<PageNoteDOrganisation>(p => p.Add(x => x.Id, id.Valeur));

        page.Dit("le silence a été compté");
        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent.Contains("accord", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Une_collectivite_qui_n_est_pas_membre_ne_lit_pas_la_note()
    {
        var id = await EnvoyerAsync();
        Agent = Agents.Membre(Banc.Calais.Id);

        var page = Render<PageNoteDOrganisation>(p => p.Add(x => x.Id, id.Valeur));

        page.Dit("n'est pas soumise à votre collectivité");
        Assert.DoesNotContain("Deux lots", page.Markup, StringComparison.Ordinal);
    }

    private async Task<AvisSurLaNote> AvisAsync()
    {
        await using var contexte = await Banc.OuvrirAsync();
        return await contexte.AvisSurLaNote.AsNoTracking().SingleAsync(a => a.Collectivite == Banc.Arras.Id, Annulation);
    }

    private async Task<ProcedureId> EnvoyerAsync()
    {
        var banc = await BancDeProcedure.CreerAsync(Banc);
        await banc.CreerAsync();
        await Banc.Le<EnvoyerLaNote>()
            .ExecuterAsync(
                BancDeProcedure.Agent,
                banc.Id,
                await banc.VersionAsync(),
                "Deux lots, appel d'offres.",
                Banc.Jour.AddDays(10),
                Annulation
            );
        return banc.Id;
    }
}
