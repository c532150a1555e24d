using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.Playwright;

namespace CdgMarches.Tests.Groupements;

/// <summary>De l'invitation à la sortie, dans un vrai navigateur : le groupement dédié, puis le groupement permanent.</summary>
[Trait("niveau", "navigateur")]
public sealed class ParcoursDesMembres : IAsyncLifetime
{
    private const float Patience = 30_000;

    private static readonly string[] Membres = ["Arras", "Béthune", "Centre de gestion"];

    private readonly Collectivite _cdg = Exemples.UneCommune("Centre de gestion", CategorieDeCollectivite.CentreDeGestion);
    private readonly Collectivite _arras = Exemples.UneCommune("Arras");
    private readonly Collectivite _bethune = Exemples.UneCommune("Béthune");
    private readonly Collectivite _calais = Exemples.UneCommune("Calais");
    private ApplicationEnMarche _app = null!;
    private Groupement _groupement = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationEnMarche.DemarrerAsync();
        _groupement = Exemples.UnGroupement(_cdg.Id);
        await _app.Base.SemerAsync(_cdg, _arras, _bethune, _calais, _groupement);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IPage> CommencerAsync(ProfilDeConvention profil, params object[] semis)
    {
        _groupement.FixerRegles(ReglesDeConvention.De(profil));
        await using (var contexte = await _app.Fabrique.CreateDbContextAsync())
        {
            contexte.Update(_groupement);
            await contexte.SaveChangesAsync();
        }

        await _app.Base.SemerAsync([
            Exemples.UneAdhesion(_groupement, _cdg.Id),
            Exemples.UneAdhesion(_groupement, _arras.Id),
            Exemples.UneAdhesion(_groupement, _bethune.Id),
            .. semis,
        ]);
        return await _app.OuvrirAsync(
            $"/groupements/{_groupement.Id.Valeur}/adhesions",
            await _app.Comptes.AgentAsync(RoleCdg.Gestionnaire)
        );
    }

    private static async Task CliquerAsync(IPage page, string bouton) =>
        await page.GetByRole(AriaRole.Button, new() { Name = bouton, Exact = true }).ClickAsync();

    private static ILocatorAssertions Dans(IPage page, string selecteur) => Assertions.Expect(page.Locator(selecteur).First);

    private static async Task DaterDeliberationAsync(IPage page, string bouton, string? constat = null)
    {
        await page.Locator("#adoptee").FillAsync("2026-02-10");
        await page.Locator("#publiee").FillAsync("2026-02-12");
        await page.Locator("#transmise").FillAsync("2026-02-13");
        await EnregistrerLaDeliberationAsync(page, bouton, constat);
    }

    /// <summary>La délibération de retrait suit l'entrée du membre, et l'information du coordonnateur.</summary>
    private static async Task DaterLeRetraitAsync(IPage page)
    {
        await page.Locator("#adoptee").FillAsync("2026-03-10");
        await page.Locator("#publiee").FillAsync("2026-03-10");
        await page.Locator("#transmise").FillAsync("2026-03-10");
        await EnregistrerLaDeliberationAsync(page, "Enregistrer la délibération", constat: null);
    }

    private static async Task EnregistrerLaDeliberationAsync(IPage page, string bouton, string? constat)
    {
        await page.Locator("#deliberation-numero").FillAsync("2026-12");
        if (constat is not null)
        {
            await page.Locator("#constat").FillAsync(constat, new() { Timeout = Patience });
        }

        await CliquerAsync(page, bouton);
    }

    private static async Task DeposerLaDeliberationAsync(IPage page)
    {
        await Dans(page, "[data-test=obstacles]").ToContainTextAsync("La délibération signée n'est pas déposée");
        await page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "deliberation.pdf",
                    MimeType = "application/pdf",
                    Buffer = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"u8.ToArray(),
                }
            );
        await Assertions
            .Expect(page.GetByText("« deliberation.pdf » est au dossier."))
            .ToBeVisibleAsync(new() { Timeout = Patience });
    }

    /// <summary>De l'assistant au dossier où il ne manque que ce que la convention demande en propre.</summary>
    /// <param name="page">Le tableau des adhésions.</param>
    /// <param name="dedie">Le groupement a sa commission, et ses signatures attendent l'avenant.</param>
    private async Task PreparerLeDossierAsync(IPage page, bool dedie)
    {
        await Assertions.Expect(page.GetByText("Aucun dossier d'adhésion")).ToBeVisibleAsync(new() { Timeout = Patience });
        await Accessibilite.VerifierAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Ouvrir des dossiers" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Ajouter une collectivité" }).FillAsync("calais");
        await page.GetByRole(AriaRole.Option).First.ClickAsync();
        await CliquerAsync(page, "Suivant");
        await CliquerAsync(page, "Suivant");
        await page.Locator("#prestation-ACTES").CheckAsync();
        await CliquerAsync(page, "Suivant");
        await CliquerAsync(page, "Ouvrir 1 dossier");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Ouvrir et inviter" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Voir le dossier" }).ClickAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("Adhésion de Calais", new() { Timeout = Patience });
        await Dans(page, "[data-test=obstacles]").ToContainTextAsync("La délibération de Calais n'est pas exécutoire");
        await Accessibilite.VerifierAsync(page);

        await page.Locator("#signee").FillAsync("2026-02-11");
        await CliquerAsync(page, "Enregistrer les dates");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("pas exécutoire");
        await DaterDeliberationAsync(page, "Enregistrer la délibération");
        await Assertions.Expect(page.GetByText("La délibération est enregistrée.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#signee")).ToHaveValueAsync("2026-02-11");
        if (dedie)
        {
            await Assertions.Expect(page.GetByText("n'est pas encore soumis aux membres").First).ToBeVisibleAsync();
        }
        else
        {
            await DaterLesSignaturesAsync(page, "2026-02-16", "2026-02-18", "2026-02-20", "2026-02-21");
        }

        foreach (
            var piece in Enum.GetValues<NatureDePiece>()
                .Where(n => n is not NatureDePiece.EffectifCertifie)
                .Where(n => n is not NatureDePiece.DesignationALaCommission || dedie)
        )
        {
            await CliquerAsync(page, $"Sans objet : {piece.Libelle()}");
            await page.Locator("#motif-sans-objet").FillAsync("Déjà au dossier de la collectivité.");
            await CliquerAsync(page, "Déclarer sans objet");
            await Assertions
                .Expect(page.GetByText($"« {piece.Libelle()} » est sans objet."))
                .ToBeVisibleAsync(new() { Timeout = Patience });
        }
    }

    [Fact]
    public async Task Au_groupement_dedie_une_commune_entre_par_avenant_et_sort_par_deliberation()
    {
        var page = await CommencerAsync(ProfilDeConvention.GroupementDedie);
        await PreparerLeDossierAsync(page, dedie: true);
        await Dans(page, "[data-test=obstacles]").ToContainTextAsync("n'est pas accepté de tous les membres");
        var dossier = page.Url;

        await page.GetByRole(AriaRole.Link, new() { Name = "Préparer l'avenant d'adhésion" }).ClickAsync();
        await CliquerAsync(page, "Préparer l'avenant");
        await CliquerAsync(page, "Soumettre aux membres");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Soumettre" }).ClickAsync();
        await Dans(page, "[data-test=decompte]").ToContainTextAsync("0 / 3", new() { Timeout = Patience });
        foreach (var (rang, membre) in Membres.Index())
        {
            await CliquerAsync(page, $"Répondre pour {membre}");
            await DaterDeliberationAsync(page, "Enregistrer l'approbation", "Le projet annexé est le texte soumis.");
            await Dans(page, "[data-test=decompte]").ToContainTextAsync($"{rang + 1} / 3", new() { Timeout = Patience });
        }

        await Accessibilite.VerifierAsync(page);
        await page.Locator("#signe").FillAsync("2026-03-10");
        await CliquerAsync(page, "Constater l'effet");
        await CliquerAsync(page, "Constater qu'il est en vigueur");
        await Assertions.Expect(page.GetByText("L'avenant est en vigueur.")).ToBeVisibleAsync(new() { Timeout = Patience });

        await page.GotoAsync(dossier);
        await DaterLesSignaturesAsync(page, "2026-03-10", "2026-03-10", "2026-03-10", "2026-03-10");
        await page.Locator("#motif-effet").FillAsync("Convention remise en main propre.");
        await CliquerAsync(page, "Donner effet à l'adhésion");
        await CliquerAsync(page, "Donner effet et remettre le corpus");
        await Assertions.Expect(page.GetByText("L'adhésion prend effet le")).ToBeVisibleAsync(new() { Timeout = Patience });
        await SeRetirerAsync(page);
        await page.Locator("#sortie").FillAsync("2026-02-01");
        await CliquerAsync(page, "Enregistrer la délibération");
        await Dans(page, "#sortie-erreur")
            .ToContainTextAsync("La sortie ne peut pas précéder l'entrée", new() { Timeout = Patience });
        await page.Locator("#sortie").FillAsync("2026-06-30");
        await DaterLeRetraitAsync(page);
        await Assertions.Expect(page.GetByText("La délibération de retrait est enregistrée.")).ToBeVisibleAsync();
        await DeposerLaDeliberationAsync(page);
        await CliquerAsync(page, "Constater le retrait");
        await CliquerAsync(page, "Constater et informer les membres");
        await Dans(page, "[data-test=complet]").ToContainTextAsync("Incomplet : 3 membres", new() { Timeout = Patience });
        await Accessibilite.VerifierAsync(page);
    }

    [Fact]
    public async Task Au_groupement_permanent_une_commune_entre_dans_la_fenetre_et_sort_sur_preavis()
    {
        var page = await CommencerAsync(
            ProfilDeConvention.GroupementPermanent,
            FenetreDAdhesion.Ouvrir(
                _groupement.Id,
                EtatDuGroupement.Ouvert,
                "Remise en concurrence",
                new(2026, 3, 1),
                new(2026, 4, 30),
                null
            )
        );
        await PreparerLeDossierAsync(page, dedie: false);
        await page.Locator("#effet").FillAsync("2026-05-02");
        await Dans(page, "[data-test=obstacles]").ToContainTextAsync("Aucune fenêtre d'adhésion", new() { Timeout = Patience });
        await page.Locator("#effet").FillAsync("2026-03-10");
        await page.Locator("#motif-effet").FillAsync("Convention remise en main propre.");
        await CliquerAsync(page, "Donner effet à l'adhésion");
        await CliquerAsync(page, "Donner effet et remettre le corpus");
        await Assertions.Expect(page.GetByText("L'adhésion prend effet le")).ToBeVisibleAsync(new() { Timeout = Patience });

        await SeRetirerAsync(page);
        await page.Locator("#informe").FillAsync("2026-03-10");
        await page.Locator("#preuve").FillAsync("Récépissé signé au guichet.");
        await CliquerAsync(page, "Enregistrer le préavis");
        await Assertions.Expect(page.GetByText("31/12/2026").First).ToBeVisibleAsync(new() { Timeout = Patience });
        await DaterLeRetraitAsync(page);
        await Assertions.Expect(page.GetByText("La délibération de retrait est enregistrée.")).ToBeVisibleAsync();
        await DeposerLaDeliberationAsync(page);
        await CliquerAsync(page, "Constater le retrait");
        await CliquerAsync(page, "Constater la sortie");
        await Assertions.Expect(page.GetByText("Le retrait est constaté")).ToBeVisibleAsync(new() { Timeout = Patience });
    }

    private static async Task DaterLesSignaturesAsync(
        IPage page,
        string membre,
        string coordonnateur,
        string transmission,
        string publication
    )
    {
        await page.Locator("#signee").FillAsync(membre);
        await page.Locator("#signee-coordonnateur").FillAsync(coordonnateur);
        await page.Locator("#acte-transmis").FillAsync(transmission);
        await page.Locator("#acte-publie").FillAsync(publication);
        await CliquerAsync(page, "Enregistrer les dates");
        await Assertions
            .Expect(page.GetByText("Les signatures et formalités sont enregistrées."))
            .ToBeVisibleAsync(new() { Timeout = Patience });
    }

    private async Task SeRetirerAsync(IPage page)
    {
        await page.GotoAsync($"/groupements/{_groupement.Id.Valeur}/retraits");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Membre qui se retire" }).FillAsync("calais");
        await page.GetByRole(AriaRole.Option).First.ClickAsync();
        await CliquerAsync(page, "Ouvrir le dossier de retrait");
        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("Retrait de Calais", new() { Timeout = Patience });
        await Dans(page, "[data-test=obstacles]").ToContainTextAsync("n'est pas exécutoire");
    }
}
