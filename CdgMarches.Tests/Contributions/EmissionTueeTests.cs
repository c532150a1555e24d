using CdgMarches.App.Contributions;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CdgMarches.Tests.Contributions;

/// <summary>Le vrai programme, tué comme par « kill -9 » pendant une émission : elle reprend sans double ni trou.</summary>
[Trait("niveau", "navigateur")]
public sealed class EmissionTueeTests : IAsyncLifetime
{
    private const int Redevables = 2000;
    private readonly string _dossier = Directory.CreateTempSubdirectory("cdgmarches-emission-").FullName;
    private BancDesContributions _banc = null!;
    private CompteDEssai _compte = null!;
    private CampagneDAppelId _campagne;

    public async ValueTask InitializeAsync()
    {
        _banc = await BancDesContributions.CreerAsync([
            .. Enumerable.Range(0, Redevables).Select(i => ((int?)400, (int?)(i % 400))),
        ]);
        var comptes = new ComptesDEssai(_banc.Socle.Base, _banc.Socle.Horloge);
        await comptes.AgentAsync(RoleCdg.Administrateur);
        _compte = await comptes.AgentAsync(RoleCdg.Finances);
        _campagne = await _banc.ValiderAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _banc.DisposeAsync();
        Directory.Delete(_dossier, recursive: true);
    }

    [Fact]
    public async Task Tuee_en_route_l_emission_reprend_sans_double_ni_trou_dans_les_numeros()
    {
        await using (var premier = Lancer())
        {
            var page = await OuvrirAsync(await premier.AdresseAsync());
            await page.GetByRole(AriaRole.Button, new() { Name = "Émettre les appels" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Émettre définitivement" }).ClickAsync();
            await JusquAAsync(n => n > 0);
            await premier.TuerAsync();
        }

        var ecrits = await CompterAsync();
        Assert.InRange(ecrits, 1, Redevables - 1);
        Assert.Equal(EtatDeCampagneDAppel.Validee, await EtatAsync());
        Assert.Equal(Enumerable.Range(1, ecrits), await NumerosAsync());

        await using var second = Lancer();
        var reprise = await OuvrirAsync(await second.AdresseAsync());
        await reprise.GetByRole(AriaRole.Button, new() { Name = "Émettre les appels" }).ClickAsync();
        await reprise.GetByRole(AriaRole.Button, new() { Name = "Émettre définitivement" }).ClickAsync();
        await Expect(reprise.GetByText($"{Formats(Redevables - ecrits)} créés, {Formats(ecrits)} déjà émis"))
            .ToBeVisibleAsync(new() { Timeout = 120_000 });

        Assert.Equal(Enumerable.Range(1, Redevables), await NumerosAsync());
        await using var contexte = await _banc.OuvrirAsync();
        Assert.Equal(Redevables, await contexte.Appels.Select(a => a.SourceId).Distinct().CountAsync());
        Assert.Equal(
            Redevables,
            await contexte.Compteurs.Where(c => c.Serie == ReferenceDAppel.Serie(2026)).Select(c => c.Dernier).SingleAsync()
        );
        Assert.Equal(EtatDeCampagneDAppel.Emise, await EtatAsync());
    }

    private async Task<IPage> OuvrirAsync(string adresse)
    {
        var contexte = await Navigateur.ContexteAsync(adresse);
        var page = await contexte.NewPageAsync();
        var etape = AdressesDesContributions.Campagne(_campagne, "emission");
        await page.GotoAsync($"/compte/connexion?retour={Uri.EscapeDataString(etape)}");
        await page.GetByLabel("Identifiant").FillAsync(_compte.Identifiant);
        await page.GetByLabel("Mot de passe").FillAsync(ComptesDEssai.MotDePasse);
        await page.GetByRole(AriaRole.Button, new() { Name = "Se connecter" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        return page;
    }

    private ProgrammeLance Lancer() =>
        ProgrammeLance.Lancer([
            "--urls",
            "http://127.0.0.1:0",
            "--AdressePublique",
            "http://127.0.0.1",
            "--ConnectionStrings:CdgMarches",
            _banc.Socle.Base.Connexion,
            "--Fichiers:Dossier",
            Path.Combine(_dossier, "fichiers"),
            "--Courriel:Dossier",
            Path.Combine(_dossier, "courriels"),
        ]);

    private static string Formats(int nombre) => App.Socle.Formats.Nombre((long)nombre);

    private async Task<int> CompterAsync()
    {
        await using var contexte = await _banc.OuvrirAsync();
        return await contexte.Appels.CountAsync();
    }

    private async Task<List<int>> NumerosAsync()
    {
        await using var contexte = await _banc.OuvrirAsync();
        return await contexte.Appels.Select(a => a.Numero!.Value).Order().ToListAsync();
    }

    private async Task<EtatDeCampagneDAppel> EtatAsync()
    {
        await using var contexte = await _banc.OuvrirAsync();
        return await contexte.CampagnesDAppel.Select(c => c.Etat).SingleAsync();
    }

    private async Task JusquAAsync(Func<int, bool> atteint)
    {
        using var limite = new CancellationTokenSource(TimeSpan.FromSeconds(150));
        while (!atteint(await CompterAsync()))
        {
            await Task.Delay(20, limite.Token);
        }
    }
}
