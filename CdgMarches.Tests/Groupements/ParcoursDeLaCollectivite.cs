using System.Xml.Linq;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace CdgMarches.Tests.Groupements;

/// <summary>Ce que la collectivité fait elle-même, dans un vrai navigateur : son dossier, sa délibération, un lien, un litige ; et la fin d'un groupement.</summary>
[Trait("niveau", "navigateur")]
public sealed class ParcoursDeLaCollectivite : IAsyncLifetime
{
    private const float Patience = 30_000;

    private static readonly byte[] Pdf = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"u8.ToArray();

    private readonly Collectivite _cdg = Exemples.UneCommune("Centre de gestion", CategorieDeCollectivite.CentreDeGestion);
    private readonly Collectivite _arras = Exemples.UneCommune("Arras");
    private readonly Collectivite _calais = Exemples.UneCommune("Calais");
    private ApplicationEnMarche _app = null!;
    private Groupement _groupement = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationEnMarche.DemarrerAsync();
        _groupement = Exemples.UnGroupement(_cdg.Id);
        await _app.Base.SemerAsync(_cdg, _arras, _calais, _groupement);
        await _app.Base.SemerAsync(Exemples.UneAdhesion(_groupement, _cdg.Id), Exemples.UneAdhesion(_groupement, _arras.Id));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IPage> AgentAsync(string rubrique) =>
        await _app.OuvrirAsync(
            $"/groupements/{_groupement.Id.Valeur}/{rubrique}",
            await _app.Comptes.AgentAsync(RoleCdg.Gestionnaire)
        );

    private static Task CliquerAsync(IPage page, string bouton) =>
        page.GetByRole(AriaRole.Button, new() { Name = bouton, Exact = true }).ClickAsync();

    private static Task LireAsync(IPage page, string texte) =>
        Assertions
            .Expect(page.GetByText(texte).Filter(new() { Visible = true }).First)
            .ToBeVisibleAsync(new() { Timeout = Patience });

    [Fact]
    public async Task Une_collectivite_complete_son_dossier_de_son_espace_jusqu_a_l_effet()
    {
        var dossier = DossierDAdhesion.Ouvrir(
            _groupement.Id,
            _calais.Id,
            OrigineDAdhesion.Invitation,
            new(2026, 3, 1),
            new(2026, 4, 1),
            new FaitsDOuverture(EtatDuGroupement.Ouvert, "Calais", null, null)
        );
        await _app.Base.SemerAsync(dossier);
        var page = await _app.OuvrirAsync("/espace/adhesions", await _app.Comptes.MembreAsync(_calais.Id));

        await page.GetByRole(AriaRole.Link, new() { Name = "Compléter notre dossier" }).ClickAsync();
        await page.Locator("#choix-ACTES").CheckAsync();
        await CliquerAsync(page, "Enregistrer nos prestations");
        await LireAsync(page, "Vos prestations sont enregistrées.");
        await Accessibilite.VerifierAsync(page);
        var telechargement = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = "Télécharger le modèle de délibération" }).ClickAsync()
        );
        Assert.EndsWith(".docx", telechargement.SuggestedFilename, StringComparison.Ordinal);
        var texte = await TexteAsync(await telechargement.PathAsync());
        Assert.Contains("Adhésion de Calais au groupement de commandes", texte, StringComparison.Ordinal);
        Assert.Contains("Télétransmission des actes", texte, StringComparison.Ordinal);
        Assert.Contains("Le conseil municipal, après en avoir délibéré", texte, StringComparison.Ordinal);
        Assert.DoesNotContain(". ;", texte, StringComparison.Ordinal);

        await page.Locator("#adoptee").FillAsync("2026-03-02");
        await page.Locator("#publiee").FillAsync("2026-03-04");
        await CliquerAsync(page, "Enregistrer les dates");
        await LireAsync(page, "Il manque la transmission");
        await page.Locator("input[type=file]")
            .First.SetInputFilesAsync(
                new FilePayload
                {
                    Name = "deliberation.pdf",
                    MimeType = "application/pdf",
                    Buffer = Pdf,
                }
            );
        await LireAsync(page, "« deliberation.pdf » est déposé.");
        await page.Locator("#transmise").FillAsync("2026-03-03");
        await CliquerAsync(page, "Enregistrer les dates");
        await LireAsync(page, "Exécutoire depuis le 4 mars 2026");
        await Accessibilite.VerifierAsync(page);
        await page.SetViewportSizeAsync(360, 740);
        await Accessibilite.SansDefilementHorizontalAsync(page);

        var agent = await AgentAsync($"adhesions/{dossier.Id.Valeur}");
        await CliquerAsync(agent, "Valider : Délibération exécutoire");
        await LireAsync(agent, "« Délibération exécutoire » est validée.");
        foreach (var piece in dossier.Pieces.Select(p => p.Nature).Except([NatureDePiece.Deliberation]))
        {
            await CliquerAsync(agent, $"Sans objet : {piece.Libelle()}");
            await agent.Locator("#motif-sans-objet").FillAsync("Déjà au dossier de la collectivité.");
            await CliquerAsync(agent, "Déclarer sans objet");
            await LireAsync(agent, $"« {piece.Libelle()} » est sans objet.");
        }

        await agent.Locator("#signee").FillAsync("2026-03-05");
        await agent.Locator("#signee-coordonnateur").FillAsync("2026-03-06");
        await agent.Locator("#acte-transmis").FillAsync("2026-03-09");
        await agent.Locator("#acte-publie").FillAsync("2026-03-09");
        await CliquerAsync(agent, "Enregistrer les dates");
        await LireAsync(agent, "Les signatures et formalités sont enregistrées.");
        await agent.Locator("#motif-effet").FillAsync("Convention remise en main propre.");
        await CliquerAsync(agent, "Donner effet à l'adhésion");
        await CliquerAsync(agent, "Donner effet et remettre le corpus");
        await LireAsync(agent, "L'adhésion prend effet le");

        await page.GotoAsync("/espace/adhesions");
        await LireAsync(page, "membre depuis le");
    }

    [Fact]
    public async Task Une_personne_sans_compte_demande_l_adhesion_par_un_lien_qui_ne_sert_qu_une_fois()
    {
        var agent = await AgentAsync("adhesions/lien");
        await agent.GetByRole(AriaRole.Combobox, new() { Name = "Collectivité" }).FillAsync("calais");
        await agent.GetByRole(AriaRole.Option).First.ClickAsync();
        await agent.Locator("#nom").FillAsync("Odile Maire");
        await agent.Locator("#courriel").FillAsync("maire@calais.example");
        await CliquerAsync(agent, "Envoyer le lien");
        await LireAsync(agent, "Le lien est en route vers maire@calais.example.");
        await Accessibilite.VerifierAsync(agent);

        var courriel = Assert.Single(await _app.CourrielsAsync("maire@calais.example"));
        var adresse = courriel.Split('\n').Single(l => l.Contains("/adhesion/", StringComparison.Ordinal)).Trim();
        var chemin = new Uri(adresse).PathAndQuery;
        var page = await _app.OuvrirAsync(chemin);
        await LireAsync(page, "Rejoindre « Dématérialisation »");
        await Accessibilite.VerifierAsync(page);
        Assert.Equal(0, await DossiersAsync());
        await page.Locator("#qualite").FillAsync("Maire");
        await CliquerAsync(page, "Demander l'adhésion");
        await Assertions.Expect(page.Locator("input:invalid")).ToHaveCountAsync(1, new() { Timeout = Patience });
        Assert.Equal(0, await DossiersAsync());
        await page.GetByLabel("Télétransmission des actes").CheckAsync();
        await Assertions.Expect(page.Locator("input:invalid")).ToHaveCountAsync(0, new() { Timeout = Patience });
        await CliquerAsync(page, "Demander l'adhésion");
        await LireAsync(page, "Votre demande est enregistrée");

        await page.GotoAsync(chemin);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync(new() { Timeout = Patience });
        Assert.Equal(1, await DossiersAsync());
        await agent.GotoAsync($"/groupements/{_groupement.Id.Valeur}/adhesions");
        await agent.GetByRole(AriaRole.Link, new() { Name = "Calais" }).ClickAsync();
        await LireAsync(agent, "Demande par lien personnel");
        await LireAsync(agent, "Demande d'adhésion confirmée par Odile Maire, Maire.");

        async Task<int> DossiersAsync()
        {
            await using var contexte = await _app.Fabrique.CreateDbContextAsync();
            return await contexte.DossiersDAdhesion.CountAsync();
        }
    }

    [Fact]
    public async Task Un_membre_declare_un_litige_que_tous_les_autres_apprennent()
    {
        var page = await _app.OuvrirAsync("/espace/adhesions", await _app.Comptes.MembreAsync(_arras.Id));
        await page.GetByRole(AriaRole.Link, new() { Name = "Litiges" }).ClickAsync();
        await LireAsync(page, "Aucun résultat");
        await Accessibilite.VerifierAsync(page);
        await page.Locator("#adversaire").FillAsync("Numérique du Nord");
        await page.Locator("#objet").FillAsync("Indisponibilité de la plateforme.");
        await CliquerAsync(page, "Déclarer et informer les autres membres");
        await LireAsync(page, "courriel");
        await Accessibilite.VerifierAsync(page);
        await page.Locator("dialog").GetByRole(AriaRole.Button, new() { Name = "Déclarer", Exact = true }).ClickAsync();
        await LireAsync(page, "tous les autres membres en sont informés");
        await Accessibilite.VerifierAsync(page);

        var agent = await AgentAsync("suivi/litiges");
        await agent.GetByRole(AriaRole.Link, new() { Name = "Numérique du Nord" }).ClickAsync();
        await CliquerAsync(agent, "Constater la remise au centre de gestion");
        await LireAsync(agent, "La remise au centre de gestion");
        await LireAsync(agent, "est constatée ce jour.");
    }

    [Fact]
    public async Task Le_depart_du_coordonnateur_mene_le_groupement_permanent_a_sa_dissolution()
    {
        var page = await AgentAsync("retraits");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Membre qui se retire" }).FillAsync("centre");
        await page.GetByRole(AriaRole.Option).First.ClickAsync();
        await CliquerAsync(page, "Ouvrir le dossier de retrait");
        await page.Locator("#informe").FillAsync("2026-03-09");
        await page.Locator("#preuve").FillAsync("Récépissé signé au guichet.");
        await CliquerAsync(page, "Enregistrer le préavis");
        await LireAsync(page, "Le préavis est enregistré");
        await page.Locator("#adoptee").FillAsync("2026-03-09");
        await page.Locator("#publiee").FillAsync("2026-03-09");
        await page.Locator("#transmise").FillAsync("2026-03-10");
        await CliquerAsync(page, "Enregistrer la délibération");
        await LireAsync(page, "La délibération de retrait est enregistrée.");
        await page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "deliberation.pdf",
                    MimeType = "application/pdf",
                    Buffer = Pdf,
                }
            );
        await LireAsync(page, "« deliberation.pdf » est au dossier.");
        await CliquerAsync(page, "Constater le retrait et ouvrir la dissolution");
        await LireAsync(page, "Elle ne s'abandonne qu'une fois un autre coordonnateur nommé par avenant.");
        await CliquerAsync(page, "Constater et ouvrir la dissolution");
        await LireAsync(page, "le dossier de dissolution est ouvert");

        await page.GetByRole(AriaRole.Link, new() { Name = "Voir la dissolution" }).ClickAsync();
        await LireAsync(page, "Départ du coordonnateur");
        await Accessibilite.VerifierAsync(page);
        await page.Locator("#archives").FillAsync("2026-03-10");
        await page.Locator("#lieu").FillAsync("Archives départementales");
        await CliquerAsync(page, "Enregistrer les étapes");
        await LireAsync(page, "Les étapes sont enregistrées.");
        foreach (var membre in new[] { "à Arras", "au centre de gestion" })
        {
            await CliquerAsync(page, $"Constater la remise {membre}");
            await Assertions
                .Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Constater la remise {membre}", Exact = true }))
                .ToHaveCountAsync(0, new() { Timeout = Patience });
        }

        await Assertions.Expect(page.Locator("[data-test=obstacles]").First).ToContainTextAsync("31 décembre 2026");
        _app.Horloge.Instant = new DateTimeOffset(2027, 1, 2, 9, 0, 0, TimeSpan.Zero);
        var ensuite = await AgentAsync("dissolution");
        await ensuite.Locator("#facturation").FillAsync("2026-12-31");
        await CliquerAsync(ensuite, "Enregistrer les étapes");
        await LireAsync(ensuite, "Les étapes sont enregistrées.");
        await CliquerAsync(ensuite, "Prononcer la dissolution");
        await ensuite
            .GetByRole(AriaRole.Dialog)
            .GetByRole(AriaRole.Button, new() { Name = "Prononcer", Exact = true })
            .ClickAsync();
        await LireAsync(ensuite, "le groupement ne se modifie plus");
        await ensuite.GotoAsync($"/groupements/{_groupement.Id.Valeur}/retraits");
        await LireAsync(ensuite, "Clos");
        await Assertions
            .Expect(ensuite.GetByRole(AriaRole.Button, new() { Name = "Ouvrir le dossier de retrait" }))
            .ToHaveCountAsync(0);
    }

    private static async Task<string> TexteAsync(string chemin)
    {
        await using var archive = await System.IO.Compression.ZipFile.OpenReadAsync(chemin);
        await using var document = await archive.GetEntry("word/document.xml")!.OpenAsync();
        return (await XDocument.LoadAsync(document, LoadOptions.None, TestContext.Current.CancellationToken)).Root!.Value;
    }
}
