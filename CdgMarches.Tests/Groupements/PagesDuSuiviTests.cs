using Bunit;
using CdgMarches.App.Contributions;
using CdgMarches.App.Conventions;
using CdgMarches.App.Espace;
using CdgMarches.App.Groupements.Constitution;
using CdgMarches.App.Groupements.Retraits;
using CdgMarches.App.Groupements.Vie;
using CdgMarches.App.Litiges;
using CdgMarches.App.Recensements;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Groupements;

/// <summary>Les boutons du comité de suivi, des litiges et de la dissolution : chacun fait ce qu'il dit.</summary>
public sealed class PagesDuSuiviTests : EssaiDePageDeGroupement
{
    private static readonly Acteur Gestionnaire = Agents.Gestionnaire with { Id = Guid.Empty };

    private Guid Id => Banc.Groupement.Valeur;

    private string Jour => Banc.Jour.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Le_comite_se_designe_se_reunit_et_une_designation_prend_fin()
    {
        await OuvrirLaConventionAsync();
        var page = Render<PageComite>(p => p.Add(x => x.Id, Id));
        page.WaitForElement("#designe-par");
        await page.ChoisirAsync("collectivite", "Arras");
        await page.RemplirAsync("nom", "Lise Hochart");
        await page.RemplirAsync("courriel", "lise@arras.example");
        await page.RemplirAsync("designe-par", "Le maire");
        await page.RemplirAsync("du", Jour);
        await page.Find("form[aria-label='Désignation au comité']").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Lise Hochart", page.Find("tbody").TextContent, StringComparison.Ordinal));

        await page.RemplirAsync("le", Jour);
        await page.RemplirAsync("heure", "10:00");
        await page.RemplirAsync("lieu", "Siège");
        await page.RemplirAsync("ordre", "Bilan");
        await page.Find("form[aria-label='Nouvelle réunion']").SubmitAsync();
        Assert.Contains("/suivi/reunions/", Navigation.Uri, StringComparison.Ordinal);

        await page.FindAll("button")
            .First(b => b.TextContent.Trim().StartsWith("Mettre fin ce jour", StringComparison.Ordinal))
            .ClickAsync(new());
        // One click asks; only the confirmation ends the designation.
        Assert.Null(
            Assert.Single((await Banc.Le<LireConvention>().ExecuterAsync(Gestionnaire, Banc.Groupement, Annulation))!.Comite).Au
        );
        await page.ConfirmerAsync("Mettre fin");
        page.WaitForState(() =>
            !page.FindAll("button").Any(b => b.TextContent.Trim().StartsWith("Mettre fin ce jour", StringComparison.Ordinal))
        );
        var convention = (await Banc.Le<LireConvention>().ExecuterAsync(Gestionnaire, Banc.Groupement, Annulation))!;
        Assert.Equal(Banc.Jour, Assert.Single(convention.Comite).Au);
    }

    [Fact]
    public async Task Un_litige_se_declare_apres_avoir_vu_a_qui_il_sera_dit()
    {
        var page = Render<PageLitiges>(p => p.Add(x => x.Id, Id));
        page.WaitForElement("#adversaire");
        await page.ChoisirAsync("membre", "Arras");
        await page.RemplirAsync("adversaire", "Imprimerie du Nord");
        await page.RemplirAsync("objet", "Livraisons en retard.");
        await page.Find("form[aria-label='Nouveau litige']").SubmitAsync();
        page.WaitForElement("[data-test=compte-de-l-envoi]");
        await using (var avant = await Banc.OuvrirAsync())
        {
            Assert.False(await avant.Litiges.AnyAsync(Annulation));
        }

        await page.ConfirmerAsync("Déclarer");

        await using var contexte = await Banc.OuvrirAsync();
        Assert.True(await contexte.Litiges.AnyAsync(l => l.Adversaire == "Imprimerie du Nord", Annulation));
    }

    [Fact]
    public async Task Une_reunion_s_invite_se_releve_se_raconte_et_laisse_des_actions()
    {
        var id = await ReunionAsync();
        var page = Render<PageReunion>(p => p.Add(x => x.Id, Id).Add(x => x.ReunionId, id.Valeur));
        page.WaitForElement("#compte-rendu");

        await CliquerAsync(page, "Envoyer les invitations");
        page.WaitForElement("[data-test=compte-de-l-envoi]");
        await CliquerAsync(page, "Inviter");
        page.Dit("Les invitations sont en route.");
        await page.Find("[id^=present-]").ChangeAsync(new() { Value = true });
        await CliquerAsync(page, "Relever les présences");
        page.Dit("Les présences sont relevées.");
        await page.RemplirAsync("compte-rendu", "Tout va bien.");
        await page.Find("form[aria-label='Compte rendu']").SubmitAsync();
        page.Dit("Le compte rendu est enregistré.");
        await page.RemplirAsync("action", "Chiffrer");
        await page.RemplirAsync("responsable", "CDG");
        await page.Find("form[aria-label='Nouvelle action']").SubmitAsync();
        page.Dit("action est ajoutée.");
        await CliquerAsync(page, "Faite : Chiffrer");
        page.Dit("action est faite.");

        var lue = (await Banc.Le<LireReunions>().FicheAsync(Gestionnaire, Banc.Groupement, id, Annulation))!;
        Assert.True(Assert.Single(lue.Reunion.Presences).EstPresent);
        Assert.Equal(("Tout va bien.", Banc.Jour), (lue.Reunion.CompteRendu, Assert.Single(lue.Reunion.Actions).FaiteLe!.Value));
    }

    [Fact]
    public async Task Un_litige_sur_la_convention_passe_par_l_amiable_avant_le_tribunal_puis_se_clot()
    {
        var id = await Banc.Le<DeclarerLitige>()
            .ExecuterAsync(
                Gestionnaire,
                Banc.Groupement,
                NatureDeLitige.Convention,
                Banc.Arras.Id,
                "Béthune",
                "Frais contestés.",
                annulation: Annulation
            );
        var page = Render<PageLitige>(p => p.Add(x => x.Id, Id).Add(x => x.LitigeId, id.Valeur));
        page.WaitForElement("#saisi");
        await page.RemplirAsync("saisi", Jour);
        await page.RemplirAsync("tribunal", "Tribunal administratif de Lille");
        Assert.Equal("true", Bouton(page, "Enregistrer la saisine").GetAttribute("aria-disabled"));

        await page.RemplirAsync("engagee", Jour);
        await page.RemplirAsync("close", Jour);
        await page.RemplirAsync(
            "issue",
            page.FindAll("#issue option").First(o => o.TextContent.Contains("chec")).GetAttribute("value")!
        );
        await page.RemplirAsync("issue-texte", "Désaccord sur le partage.");
        await page.Find("form[aria-label='Tentative amiable']").SubmitAsync();
        page.Dit("La tentative amiable est enregistrée.");
        await page.RemplirAsync("saisi", Jour);
        await page.RemplirAsync("tribunal", "Tribunal administratif de Lille");
        await CliquerAsync(page, "Enregistrer la saisine");
        page.Dit("La saisine est enregistrée.");
        await CliquerAsync(page, "Clore le litige");
        Assert.Null((await LireAsync()).ClosLe);
        await page.ConfirmerAsync("Clore");
        page.Dit("Le litige est clos.");

        Assert.Empty(page.FindAll("#saisi"));
        var litige = await LireAsync();
        Assert.Equal((Banc.Jour, Banc.Jour), (litige.TribunalSaisiLe!.Value, litige.ClosLe!.Value));

        async Task<Litige> LireAsync()
        {
            await using var contexte = await Banc.OuvrirAsync();
            return await contexte.Litiges.SingleAsync(Annulation);
        }
    }

    [Fact]
    public async Task La_tentative_amiable_que_deux_agents_datent_se_compare_avant_de_s_enregistrer()
    {
        var id = await Banc.Le<DeclarerLitige>()
            .ExecuterAsync(
                Gestionnaire,
                Banc.Groupement,
                NatureDeLitige.Convention,
                Banc.Arras.Id,
                "Béthune",
                "Frais contestés.",
                Banc.Jour.AddDays(-9),
                Annulation
            );
        var page = Render<PageLitige>(p => p.Add(x => x.Id, Id).Add(x => x.LitigeId, id.Valeur));
        page.WaitForElement("#engagee");
        await page.RemplirAsync("engagee", Jour);
        var lue = (await Banc.Le<LireLitiges>().FicheAsync(Gestionnaire, Banc.Groupement, id, Annulation))!.Litige;
        await Banc.Le<ConduireLitige>()
            .ExecuterAsync(
                Gestionnaire,
                id,
                lue.Version,
                new ChangementDeLitige.Amiable(Banc.Jour.AddDays(-2), null, null, null),
                Annulation
            );

        await page.Find("form[aria-label='Tentative amiable']").SubmitAsync();

        page.WaitForElement("[data-test=conflit]");
        await CliquerAsync(page, "Garder la mienne");
        page.Dit("La tentative amiable est enregistrée.");
        var gardee = (await Banc.Le<LireLitiges>().FicheAsync(Gestionnaire, Banc.Groupement, id, Annulation))!.Litige;
        Assert.Equal(Banc.Jour, gardee.TentativeEngageeLe);
    }

    [Fact]
    public async Task La_dissolution_se_regle_et_se_prononce_une_fois_chaque_membre_informe()
    {
        await LaisserPartirLeCoordonnateurAsync();
        Banc.Socle.Horloge.Instant = new DateTimeOffset(Banc.Jour.Year, 12, 31, 9, 0, 0, TimeSpan.Zero);
        var page = Render<PageDissolution>(p => p.Add(x => x.Id, Id));
        page.WaitForElement("#archives");
        Assert.Equal("true", Bouton(page, "Prononcer la dissolution").GetAttribute("aria-disabled"));

        await page.RemplirAsync("facturation", $"{Banc.Jour.Year}-12-31");
        await page.RemplirAsync("archives", $"{Banc.Jour.Year}-12-31");
        await page.RemplirAsync("lieu", "Archives départementales");
        await page.Find("form[aria-label='Étapes de la dissolution']").SubmitAsync();
        page.Dit("Les étapes sont enregistrées.");
        while (page.FindAll("button").FirstOrDefault(EstUneRemise) is { } remise)
        {
            var restent = page.FindAll("button").Count(EstUneRemise);
            await remise.ClickAsync(new());
            page.WaitForState(() => page.FindAll("button").Count(EstUneRemise) < restent);
        }

        page.WaitForState(() => Bouton(page, "Prononcer la dissolution").GetAttribute("aria-disabled") is null);
        await CliquerAsync(page, "Prononcer la dissolution");
        await page.ConfirmerAsync("Prononcer");
        page.Dit("La dissolution est prononcée");
        Assert.Equal(EtatDuGroupement.Clos, (await Banc.FicheAsync()).Etat);
        Assert.Empty(page.FindAll("#archives"));

        static bool EstUneRemise(AngleSharp.Dom.IElement bouton) =>
            bouton.TextContent.Trim().StartsWith("Constater la remise", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Les_departs_et_la_dissolution_se_lisent_dans_l_activite_du_groupement()
    {
        Services.AddConventions().AddContributions().AddRecensements().AddEspace();
        await LaisserPartirLeCoordonnateurAsync();
        var activites = Services.GetRequiredService<ActiviteDuGroupement>();
        var arras = Agents.Membre(Banc.Arras.Id);

        var lue = (await activites.RubriqueAsync(arras, Banc.Groupement, "departs", new Demande(), Annulation))!.Lignes;
        Assert.Equal(["Dissolution du groupement", "Centre de gestion"], lue.Elements.Select(l => l.Titre));
        Assert.Equal(2, lue.Total);
        Assert.Contains($"31/12/{Banc.Jour.Year}", lue.Elements[0].Detail, StringComparison.Ordinal);
        var suite = await activites.RubriqueAsync(arras, Banc.Groupement, "departs", new Demande(Page: 2, Taille: 1), Annulation);
        Assert.Equal("Centre de gestion", Assert.Single(suite!.Lignes.Elements).Titre);
        var avant = new Demande(Filtres: new Dictionary<string, string> { ["annee"] = $"{Banc.Jour.Year - 1}" });
        Assert.Equal(0, (await activites.RubriqueAsync(arras, Banc.Groupement, "departs", avant, Annulation))!.Lignes.Total);
        Assert.Null(
            await activites.RubriqueAsync(Agents.Membre(Banc.Calais.Id), Banc.Groupement, "departs", new Demande(), Annulation)
        );
    }

    private async Task OuvrirLaConventionAsync() =>
        await Banc.Le<OuvrirConvention>()
            .ExecuterAsync(
                Gestionnaire,
                Banc.Groupement,
                new TermesDeConvention("Marchés", DureeDeConvention.Indeterminee, null, new Integration(), "", ""),
                annulation: Annulation
            );

    private async Task<ReunionDeComiteId> ReunionAsync()
    {
        await OuvrirLaConventionAsync();
        var convention = (await Banc.Le<LireConvention>().ExecuterAsync(Gestionnaire, Banc.Groupement, Annulation))!;
        await Banc.Le<ModifierConvention>()
            .ExecuterAsync(
                Gestionnaire,
                Banc.Groupement,
                convention.Version,
                new ChangementDeConvention.NouvelleDesignation(
                    Banc.Arras.Id,
                    "Lise Hochart",
                    "lise@arras.example",
                    "Le maire",
                    Banc.Jour
                ),
                Annulation
            );
        return await Banc.Le<PrevoirReunion>()
            .ExecuterAsync(Gestionnaire, Banc.Groupement, Banc.Jour, new(10, 0), "Siège", "Bilan", Annulation);
    }

    /// <summary>Au groupement permanent, le retrait constaté du coordonnateur ouvre la dissolution.</summary>
    private async Task LaisserPartirLeCoordonnateurAsync()
    {
        var adhesion = await Banc.AdhesionDeAsync(Banc.Cdg);
        var id = await Banc.Le<AnnoncerRetrait>().ExecuterAsync(Gestionnaire, adhesion.Id, Annulation);
        ChangementDeRetrait[] actes =
        [
            new ChangementDeRetrait.Information(Banc.Jour, Exemples.Recepisse),
            new ChangementDeRetrait.Deliberation(
                new ActeDeliberatif
                {
                    Numero = "12",
                    AdopteeLe = Banc.Jour.AddDays(-3),
                    PublieeLe = Banc.Jour.AddDays(-1),
                    TransmiseLe = Banc.Jour,
                },
                null,
                null,
                []
            ),
        ];
        foreach (var acte in actes)
        {
            await Banc.Le<ConduireRetrait>().ExecuterAsync(Gestionnaire, id, await VersionAsync(), acte, Annulation);
        }

        using var pdf = Exemples.Pdf();
        await Banc.Le<DeposerDeliberationDeRetrait>()
            .ExecuterAsync(Gestionnaire, id, await VersionAsync(), pdf, "deliberation.pdf", Annulation);
        await Banc.Le<ConduireRetrait>()
            .ExecuterAsync(Gestionnaire, id, await VersionAsync(), new ChangementDeRetrait.Constat(null), Annulation);

        async Task<int> VersionAsync()
        {
            await using var contexte = await Banc.OuvrirAsync();
            return await contexte.DossiersDeRetrait.Where(d => d.Id == id).Select(d => d.Version).SingleAsync(Annulation);
        }
    }
}
