using CdgMarches.App.Commissions;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CdgMarches.Tests.Commissions;

/// <summary>La commission dans un vrai navigateur : deux écrans, une carence, une séance au clavier, un téléphone.</summary>
[Trait("niveau", "navigateur")]
public sealed class ParcoursDeSeance : IAsyncLifetime
{
    private static readonly DateOnly JourDeSeance = new(2026, 3, 16);
    private static readonly DateTimeOffset ALaSeance = new(2026, 3, 16, 13, 0, 0, TimeSpan.Zero);
    private static readonly LocatorAssertionsToContainTextOptions Patient = new() { Timeout = 30_000 };

    private static readonly BrowserNewContextOptions Telephone = new()
    {
        ViewportSize = new() { Width = 360, Height = 740 },
    };

    private ApplicationEnMarche _app = null!;
    private CompteDEssai _compte = null!;
    private Acteur _acteur = null!;
    private GroupementId _groupement;
    private CommissionId _commission;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationEnMarche.DemarrerAsync();
        _compte = await _app.Comptes.AgentAsync(RoleCdg.Gestionnaire);
        _acteur = (await Le<LireActeur>().ExecuterAsync(_compte.Id))!;
        List<Collectivite> membres =
        [
            Exemples.UneCommune("Centre de gestion", CategorieDeCollectivite.CentreDeGestion),
            Exemples.UneCommune("Arras"),
            Exemples.UneCommune("Béthune"),
            Exemples.UneCommune("Calais"),
        ];
        var groupement = Exemples.UnGroupement(membres[0].Id);
        groupement.FixerRegles(ReglesDeConvention.De(ProfilDeConvention.GroupementDedie));
        _groupement = groupement.Id;
        await _app.Base.SemerAsync([.. membres, groupement]);
        await _app.Base.SemerAsync([.. membres.Select(m => Exemples.UneAdhesion(groupement, m.Id))]);
        _commission = await Le<CreerCommission>().ExecuterAsync(_acteur, _groupement, RegimeDeCao.Propre);
        await using var contexte = await _app.Fabrique.CreateDbContextAsync();
        var commission = await contexte.Commissions.SingleAsync(c => c.Id == _commission);
        foreach (var siege in commission.Sieges)
        {
            commission.Designer(siege.Id, UneCommission.Designe(QualiteEnSeance.Titulaire, $"T. {siege.Nom}", elu: true));
            commission.Designer(siege.Id, UneCommission.Designe(QualiteEnSeance.Suppleant, $"S. {siege.Nom}", elu: true));
        }

        await contexte.EnregistrerAsync(_acteur, HorlogeFigee.Origine);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Deux_ecrans_ouverts_sur_la_meme_seance_se_voient_cocher()
    {
        var id = await ConvoqueeAsync();
        _app.Horloge.Instant = ALaSeance;
        await Le<ConduireSeance>().ExecuterAsync(_acteur, id, new GesteDeSeance.OuvreLAppel());
        var un = await _app.OuvrirAsync(Direct(id), _compte);
        var deux = await _app.OuvrirAsync(Direct(id), _compte);
        await PretAsync(un);
        await PretAsync(deux);

        await Present(un, "T. Arras").CheckAsync();
        await Expect(Present(deux, "T. Arras")).ToBeCheckedAsync(new() { Timeout = 30_000 });
        await Expect(deux.Locator("[data-jauge-texte]")).ToContainTextAsync("1 voix présente / 4", Patient);
        await Present(deux, "T. Centre de gestion").CheckAsync();
        await Present(deux, "S. Arras").CheckAsync();
        await Present(deux, "T. Béthune").CheckAsync();

        await Expect(un.Locator("[data-jauge-texte]")).ToContainTextAsync("3 voix présentes / 4, quorum 3 : atteint à", Patient);
        await Expect(un.GetByRole(AriaRole.Button, new() { Name = "Ouvrir la séance" }))
            .Not.ToHaveAttributeAsync("aria-disabled", "true", new() { Timeout = 30_000 });
        await Accessibilite.VerifierAsync(un);
        await un.ReloadAsync();
        await PretAsync(un);
        await Expect(Present(un, "S. Arras")).ToBeCheckedAsync(new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task Une_seance_sans_quorum_mene_a_la_seconde_reunion()
    {
        var id = await ConvoqueeAsync();
        _app.Horloge.Instant = ALaSeance;
        var page = await _app.OuvrirAsync(Direct(id), _compte);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ouvrir l'appel et figer la liste" }).ClickAsync();
        await PretAsync(page);
        await Present(page, "T. Centre de gestion").CheckAsync();
        await Expect(page.Locator("[data-jauge-texte]")).ToContainTextAsync("non atteint", Patient);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ouvrir la séance" }))
            .ToHaveAttributeAsync("aria-disabled", "true");

        await page.GetByRole(AriaRole.Button, new() { Name = "Constater la carence" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Clore faute de quorum" }).ClickAsync();
        // Closing, the dialog gives the focus back and the page moves: a click begun before would end elsewhere.
        await Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await page.GetByRole(AriaRole.Link, new() { Name = "Préparer la seconde réunion" }).ClickAsync();
        await Expect(page.GetByLabel("Date")).ToHaveValueAsync("2026-03-22", new() { Timeout = 30_000 });
        await Accessibilite.VerifierAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Préparer la seconde réunion" }).ClickAsync();
        await Expect(page.GetByText("Seconde convocation, après la réunion")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer les convocations" }).ClickAsync();
        await Expect(page.GetByText("Les convocations sont parties.")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Accessibilite.VerifierAsync(page);
        await _app.LaisserPartirLesCourrielsAsync();

        // The day of the second meeting: the president alone is enough, and the minutes say why nobody else was awaited.
        _app.Horloge.Instant = new DateTimeOffset(2026, 3, 22, 13, 0, 0, TimeSpan.Zero);
        SeanceId seconde;
        await using (var contexte = await _app.Fabrique.CreateDbContextAsync())
        {
            seconde = await contexte.Seances.Where(s => s.Premiere == id).Select(s => s.Id).SingleAsync();
        }

        // Six days later the agent signs in again.
        page = await _app.OuvrirAsync(Direct(seconde), _compte);
        await CliquerAsync(page, "Ouvrir l'appel et figer la liste");
        await PretAsync(page);
        await Present(page, "T. Centre de gestion").CheckAsync();
        await Expect(page.Locator("[data-jauge-texte]"))
            .ToContainTextAsync("sans condition de quorum (seconde convocation)", Patient);
        await page.Locator("#motif-ouverture").FillAsync("Validité des offres au 31 mars", new() { Timeout = 30_000 });
        await page.Locator("#motif-ouverture").PressAsync("Tab");
        await CliquerAsync(page, "Ouvrir la séance");
        await CliquerAsync(page, "Aborder le point 1");
        await page.Locator("#pour").FillAsync("1", new() { Timeout = 30_000 });
        await page.Locator("#motifs").FillAsync("Offre la mieux classée");
        await page.Locator("#motifs").PressAsync("Tab");
        await CliquerAsync(page, "Enregistrer la décision du point 1");
        await Expect(page.Locator("[data-test=decision]")).ToContainTextAsync("Attribution à Alpha", Patient);
        await CliquerAsync(page, "Lever la séance");
        await Expect(page.Locator("[data-test=statut]").First).ToContainTextAsync("Levée", Patient);
        await using var lecture = await _app.Fabrique.CreateDbContextAsync();
        var tenue = await lecture.Seances.AsNoTracking().SingleAsync(s => s.Id == seconde);
        Assert.Equal((IssueDuPoint.Attribution, 1), (tenue.Points[0].Issue, tenue.Points[0].VoixPresentes));
        Assert.Equal("Validité des offres au 31 mars", tenue.MotifDOuverture);
    }

    [Fact]
    public async Task Une_case_cochee_pendant_une_coupure_est_gardee_et_part_au_retour_de_la_connexion()
    {
        var id = await ConvoqueeAsync();
        _app.Horloge.Instant = ALaSeance;
        await Le<ConduireSeance>().ExecuterAsync(_acteur, id, new GesteDeSeance.OuvreLAppel());
        var page = await _app.OuvrirAsync(compte: _compte);
        var coupure = await Coupure.PoserAsync(page);
        await page.GotoAsync(Direct(id));
        await PretAsync(page);
        await coupure.CouperAsync();
        // The banner of the lost connection may already cover the sheet: the box is ticked all the same.
        await Present(page, "T. Arras").EvaluateAsync("e => e.click()");
        await Expect(page.Locator(".presence.en-attente")).ToHaveCountAsync(1);
        Assert.Contains(
            "presences:",
            await page.EvaluateAsync<string>("() => Object.keys(sessionStorage).join()"),
            StringComparison.Ordinal
        );
        await using (var contexte = await _app.Fabrique.CreateDbContextAsync())
        {
            Assert.Equal(0, await contexte.Presences.CountAsync(p => p.Seance == id));
        }

        await coupure.RetablirAsync();
        await Expect(page.Locator("[data-jauge-texte]")).ToContainTextAsync("1 voix présente / 4", new() { Timeout = 60_000 });
        await Expect(page.Locator(".presence.en-attente")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await using var lecture = await _app.Fabrique.CreateDbContextAsync();
        Assert.Equal(1, await lecture.Presences.CountAsync(p => p.Seance == id));
    }

    /// <summary>Rien que le clavier, de la fiche à la levée : on n'atteint un champ ou un bouton qu'en tabulant.</summary>
    [Fact]
    public async Task Toute_une_seance_se_tient_au_clavier()
    {
        var id = await ConvoqueeAsync();
        _app.Horloge.Instant = ALaSeance;
        var page = await _app.OuvrirAsync(AdressesDesCommissions.Seance(id), _compte);
        await AtteindreAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Tenir la séance" }));
        await page.Keyboard.PressAsync("Enter");
        await ActiverAsync(page, "Ouvrir l'appel et figer la liste");
        await Expect(page.GetByText("L'appel est ouvert, la liste est figée.")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await PretAsync(page);
        await AtteindreAsync(page, page.Locator("[data-present]").First);
        foreach (var touche in (string[])["Space", "ArrowDown", "Space", "ArrowDown", "d", "ArrowDown", "ArrowRight", "Space"])
        {
            await page.Keyboard.PressAsync(touche);
        }

        await Expect(page.Locator("[data-jauge-texte]")).ToContainTextAsync("4 voix présentes / 4", Patient);
        await ActiverAsync(page, "Ouvrir la séance");
        await ActiverAsync(page, "Aborder le point 1");
        await TaperAsync(page, "#pour", "4");
        await TaperAsync(page, "#motifs", "Offre la mieux classée");
        await ActiverAsync(page, "Enregistrer la décision du point 1");
        await Expect(page.Locator("[data-test=decision]")).ToContainTextAsync("Attribution à Alpha", Patient);
        await ActiverAsync(page, "Lever la séance");

        await Expect(page.Locator("[data-test=statut]").First).ToContainTextAsync("Levée", Patient);
        await using var contexte = await _app.Fabrique.CreateDbContextAsync();
        Assert.Equal(1, await contexte.Presences.CountAsync(p => p.Seance == id && p.ADistance));
    }

    [Fact]
    public async Task Un_elu_repond_declare_un_conflit_et_lit_les_documents_sur_son_telephone()
    {
        var id = await ConvoqueeAsync(avecDocument: true);
        var jeton = await JetonAsync("T. Arras");
        var page = await _app.OuvrirAsync(AdressesDesCommissions.Convocation(jeton), options: Telephone);
        await Accessibilite.VerifierAsync(page);
        await Accessibilite.SansDefilementHorizontalAsync(page);

        await page.GetByLabel("Absent, mon suppléant siège").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer ma réponse" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("S. Arras, votre suppléant, est prévenu", Patient);
        await page.GetByRole(AriaRole.Button, new() { Name = "Recevoir un code par courriel" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Un code à six chiffres part à", Patient);
        await page.GetByLabel("Code reçu, six chiffres").FillAsync(await CodeAsync("T. Arras"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Ouvrir les documents" }).ClickAsync();
        var lien = page.GetByRole(AriaRole.Link, new() { Name = "rapport.pdf" });
        await Expect(lien).ToBeVisibleAsync(new() { Timeout = 30_000 });
        var adresse = await lien.GetAttributeAsync("href");
        Assert.Equal(200, (await page.Context.APIRequest.GetAsync(_app.Adresse + adresse)).Status);
        using (var sansAppareil = await _app.ClientAsync())
        {
            Assert.Equal(System.Net.HttpStatusCode.NotFound, (await sansAppareil.GetAsync(adresse)).StatusCode);
        }

        await page.GetByText("J'ai un lien avec l'un des candidats").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Je déclare un conflit d'intérêts au point 1" }).ClickAsync();
        await Expect(page.GetByText("Vous avez déclaré un conflit d'intérêts")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(lien).ToHaveCountAsync(0);
        Assert.Equal(404, (await page.Context.APIRequest.GetAsync(_app.Adresse + adresse)).Status);
        await Accessibilite.VerifierAsync(page);
        await Accessibilite.SansDefilementHorizontalAsync(page);
        Assert.Single((await Le<LireFicheSeance>().ExecuterAsync(_acteur, id))!.Seance.Deports);
        await using var lecture = await _app.Fabrique.CreateDbContextAsync();
        Assert.Contains(
            "se déporte du point 1",
            await lecture
                .EnvoisDeCourriel.Where(e => e.NomDestinataire == "S. Arras" && e.Modele == "commission.suppleant")
                .OrderByDescending(e => e.Id)
                .Select(e => e.Texte)
                .FirstAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task La_seance_en_direct_tient_sur_un_telephone()
    {
        var id = await ConvoqueeAsync();
        _app.Horloge.Instant = ALaSeance;
        await Le<ConduireSeance>().ExecuterAsync(_acteur, id, new GesteDeSeance.OuvreLAppel());
        var page = await _app.OuvrirAsync(Direct(id), _compte, Telephone);
        await PretAsync(page);

        await Present(page, "T. Calais").CheckAsync();

        await Expect(page.Locator("[data-jauge-texte]")).ToContainTextAsync("1 voix présente / 4", Patient);
        await Accessibilite.SansDefilementHorizontalAsync(page);
        await Accessibilite.VerifierAsync(page);
    }

    [Fact]
    public async Task Les_pages_de_la_commission_sont_accessibles_et_disent_le_delai()
    {
        var id = await ConvoqueeAsync(convoquer: false);
        var page = await _app.OuvrirAsync(AdressesDesCommissions.Seance(id), _compte);
        await Expect(page.Locator("[data-test=au-plus-tard]")).ToHaveTextAsync("mardi 10 mars 2026", new() { Timeout = 30_000 });
        await Accessibilite.VerifierAsync(page);
        foreach (
            var chemin in (string[])
                [
                    AdressesDesCommissions.Liste,
                    AdressesDesCommissions.Seances,
                    AdressesDesCommissions.Nouvelle,
                    AdressesDesCommissions.Fiche(_commission),
                    AdressesDesCommissions.Rubrique(_commission, "consultatifs"),
                    AdressesDesCommissions.Rubrique(_commission, "regles"),
                    AdressesDesCommissions.Rubrique(_commission, "seances/nouvelle"),
                    AdressesDesCommissions.Rubrique(id, "ordre-du-jour"),
                    AdressesDesCommissions.Rubrique(id, "convocations"),
                    AdressesDesCommissions.Rubrique(id, "pieces"),
                    AdressesDesCommissions.Rubrique(id, "preuve"),
                ]
        )
        {
            await page.GotoAsync(_app.Adresse + chemin);
            await Expect(page.Locator("main h1")).ToBeVisibleAsync(new() { Timeout = 30_000 });
            await Accessibilite.VerifierAsync(page);
        }
    }

    private async Task<SeanceId> ConvoqueeAsync(bool avecDocument = false, bool convoquer = true)
    {
        var id = await Le<ProgrammerSeance>().ExecuterAsync(_acteur, _commission, UneCommission.UneReunion(JourDeSeance));
        var ordre = Le<ModifierOrdreDuJour>();
        await ordre.ExecuterAsync(
            _acteur,
            id,
            await VersionAsync(id),
            new ChangementDOrdreDuJour.PointAjoute(
                new DefinitionDePoint("Lot 1 — Actes", NatureDuPoint.ChoixDuTitulaire, _groupement)
            )
        );
        await ordre.ExecuterAsync(
            _acteur,
            id,
            await VersionAsync(id),
            new ChangementDOrdreDuJour.OffresFixees(1, [new OffreExaminee(1, 1, "Alpha", 90m, 1, 1_000_000, null)])
        );
        if (avecDocument)
        {
            var fichier = Path.GetTempFileName();
            await File.WriteAllTextAsync(fichier, "%PDF-1.7\nrapport d'analyse\n%%EOF");
            await ordre.JoindreAsync(_acteur, id, 1, new("rapport.pdf", fichier, 30, "application/pdf"));
            File.Delete(fichier);
        }

        if (convoquer)
        {
            await Le<ConvoquerSeance>().ExecuterAsync(_acteur, id, await VersionAsync(id));
            await _app.LaisserPartirLesCourrielsAsync();
        }

        return id;
    }

    private T Le<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    private async Task<int> VersionAsync(SeanceId id)
    {
        await using var contexte = await _app.Fabrique.CreateDbContextAsync();
        return await contexte.Seances.Where(s => s.Id == id).Select(s => s.Version).SingleAsync();
    }

    private async Task<string> JetonAsync(string nom)
    {
        await using var contexte = await _app.Fabrique.CreateDbContextAsync();
        var texte = await contexte.EnvoisDeCourriel.Where(e => e.NomDestinataire == nom).Select(e => e.Texte).FirstAsync();
        var debut = texte.IndexOf("/convocation/", StringComparison.Ordinal) + "/convocation/".Length;
        return texte[debut..texte.IndexOfAny(['\n', '\r', ' '], debut)];
    }

    private async Task<string> CodeAsync(string nom)
    {
        await using var contexte = await _app.Fabrique.CreateDbContextAsync();
        var objet = await contexte
            .EnvoisDeCourriel.Where(e => e.NomDestinataire == nom && e.Modele == "commission.code")
            .Select(e => e.Objet)
            .SingleAsync();
        return objet[^6..];
    }

    private static string Direct(SeanceId id) => AdressesDesCommissions.Rubrique(id, "direct");

    /// <summary>La feuille a reçu son état du serveur.</summary>
    private static Task PretAsync(IPage page) =>
        Expect(page.Locator("[data-test=feuille][data-version]")).ToBeVisibleAsync(new() { Timeout = 30_000 });

    private static ILocator Present(IPage page, string nom) =>
        page.Locator(".presence", new() { HasText = nom }).Locator("[data-present]");

    private static async Task ActiverAsync(IPage page, string bouton)
    {
        var cible = page.GetByRole(AriaRole.Button, new() { Name = bouton, Exact = true });
        await Expect(cible).Not.ToHaveAttributeAsync("aria-disabled", "true", new() { Timeout = 30_000 });
        await AtteindreAsync(page, cible);
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task CliquerAsync(IPage page, string bouton)
    {
        var cible = page.GetByRole(AriaRole.Button, new() { Name = bouton, Exact = true });
        await Expect(cible).Not.ToHaveAttributeAsync("aria-disabled", "true", new() { Timeout = 30_000 });
        await cible.ClickAsync();
    }

    /// <summary>Tabule jusqu'à l'élément ; la page entière se parcourt en moins de trois cents touches.</summary>
    private static async Task AtteindreAsync(IPage page, ILocator cible)
    {
        await Expect(cible).ToBeVisibleAsync(new() { Timeout = 30_000 });
        for (var touche = 0; touche < 300; touche++)
        {
            if (await cible.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"L'élément ne s'atteint pas au clavier : {cible}");
    }

    private static async Task TaperAsync(IPage page, string champ, string texte)
    {
        await AtteindreAsync(page, page.Locator(champ));
        await page.Keyboard.TypeAsync(texte);
        await page.Keyboard.PressAsync("Tab");
    }
}
