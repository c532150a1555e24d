using System.Net;
using System.Net.Sockets;
using CdgMarches.App.Commissions;
using CdgMarches.Database.Reference;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CdgMarches.Tests.Commissions;

/// <summary>Le vrai programme, tué comme par « kill -9 » pendant une séance, et une connexion coupée : ni présence, ni vote perdu.</summary>
[Trait("niveau", "navigateur")]
public sealed class ParcoursDUneSeanceCoupee : IAsyncLifetime
{
    private static readonly LocatorAssertionsToBeVisibleOptions Visible = new() { Timeout = 60_000 };
    private static readonly LocatorAssertionsToContainTextOptions Texte = new() { Timeout = 60_000 };
    private static readonly LocatorAssertionsToBeCheckedOptions Coche = new() { Timeout = 60_000 };

    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private readonly string _dossier = Directory.CreateTempSubdirectory("cdgmarches-seance-").FullName;
    private BaseJetable _base = null!;
    private CompteDEssai _compte = null!;
    private SeanceId _seance;

    public async ValueTask InitializeAsync()
    {
        _base = await BaseJetable.CreerAsync();
        var comptes = new ComptesDEssai(_base, TimeProvider.System);
        await comptes.AgentAsync(RoleCdg.Administrateur);
        _compte = await comptes.AgentAsync(RoleCdg.Gestionnaire);
        await SemerAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _base.DisposeAsync();
        Directory.Delete(_dossier, recursive: true);
    }

    [Fact]
    public async Task Tue_en_pleine_seance_le_serveur_garde_presences_heures_et_votes_et_la_case_non_recue_part_au_retour()
    {
        var adresse = $"http://127.0.0.1:{PortLibre()}";
        await using var contexte = await Navigateur.ContexteAsync(adresse);
        var page = await contexte.NewPageAsync();
        page.Dialog += (_, dialogue) => _ = dialogue.AcceptAsync();
        await using (var programme = Lancer(adresse))
        {
            await programme.AdresseAsync();
            await ApplicationEnMarche.SeConnecterAsync(page, _compte);
            await page.GotoAsync(Direct);
            await PretAsync(page);
            await Present(page, "T. Centre de gestion").CheckAsync();
            await Expect(page.Locator("[data-jauge-texte]")).ToContainTextAsync("1 voix présente / 4", Texte);
            await Present(page, "T. Arras").CheckAsync();
            await Expect(page.Locator("[data-jauge-texte]")).ToContainTextAsync("2 voix présentes / 4", Texte);
            await programme.TuerAsync();
            Assert.Equal(2, await PresencesAsync());

            // Ticked while nothing answers, the banner perhaps already there: kept by the browser, not by the server.
            await Present(page, "T. Béthune").EvaluateAsync("e => e.click()");
            await Expect(page.Locator(".presence.en-attente")).ToHaveCountAsync(1);
        }

        await using (var programme = Lancer(adresse))
        {
            await programme.AdresseAsync();
            await page.GotoAsync(Direct);
            await PretAsync(page);
            await Expect(page.Locator("[data-jauge-texte]"))
                .ToContainTextAsync("3 voix présentes / 4, quorum 3 : atteint à", Texte);
            await Expect(Present(page, "T. Béthune")).ToBeCheckedAsync(Coche);
            await Expect(page.Locator(".presence.en-attente")).ToHaveCountAsync(0);
            Assert.Equal(3, await PresencesAsync());
            await CliquerAsync(page, "Ouvrir la séance");
            await CliquerAsync(page, "Aborder le point 1");
            await page.Locator("#pour").FillAsync("3");
            await page.Locator("#motifs").FillAsync("Offre la mieux classée");
            await page.Locator("#motifs").PressAsync("Tab");
            await CliquerAsync(page, "Enregistrer la décision du point 1");
            await Expect(page.Locator("[data-test=decision]")).ToContainTextAsync("Attribution à Alpha", Texte);
            await programme.TuerAsync();
        }

        await using var dernier = Lancer(adresse);
        await dernier.AdresseAsync();
        await page.GotoAsync(Direct);
        await Expect(page.Locator("[data-test=decision]")).ToContainTextAsync("3 pour, 0 contre", Texte);
        await using var lecture = await _base.Fabrique.CreateDbContextAsync();
        var presences = await lecture.Presences.AsNoTracking().Where(p => p.Seance == _seance).ToListAsync();
        Assert.Equal(3, presences.Count);
        Assert.All(presences, p => Assert.Null(p.Depart));
        Assert.Equal(
            new Decompte(3, 0, 0),
            (await lecture.Seances.AsNoTracking().SingleAsync())
                .Points.Select(p => new Decompte(p.Pour!.Value, p.Contre!.Value, p.Abstentions!.Value))
                .Single()
        );
    }

    private string Direct => AdressesDesCommissions.Rubrique(_seance, "direct");

    /// <summary>Une séance du jour, l'appel ouvert : le programme vit à l'heure de la machine.</summary>
    private async Task SemerAsync()
    {
        var jour = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), Paris).DateTime);
        List<Collectivite> membres =
        [
            Exemples.UneCommune("Centre de gestion", CategorieDeCollectivite.CentreDeGestion),
            Exemples.UneCommune("Arras"),
            Exemples.UneCommune("Béthune"),
            Exemples.UneCommune("Calais"),
        ];
        var groupement = Exemples.UnGroupement(membres[0].Id);
        groupement.FixerRegles(ReglesDeConvention.De(ProfilDeConvention.GroupementDedie));
        var commission = Commission.DuGroupement(
            groupement.Id,
            groupement.Nom,
            membres[0].Id,
            [.. membres.Select(m => new MembreARepresenter(m.Id, m.Nom, false))],
            ReglesDeCommission.De(groupement.Regles)
        );
        foreach (var siege in commission.Sieges)
        {
            commission.Designer(siege.Id, UneCommission.Designe(QualiteEnSeance.Titulaire, $"T. {siege.Nom}", elu: true));
            commission.Designer(siege.Id, UneCommission.Designe(QualiteEnSeance.Suppleant, $"S. {siege.Nom}", elu: true));
        }

        var composition = commission.Composer(jour);
        var seance = Seance.Programmer(
            new(jour.Year, 1),
            commission.Id,
            UneCommission.UneReunion(jour),
            jour.AddDays(-20),
            commission.Regles,
            4,
            null
        );
        seance.AjouterPoint(new DefinitionDePoint("Lot 1 — Actes", NatureDuPoint.ChoixDuTitulaire, groupement.Id));
        seance.FixerOffres(1, [new OffreExaminee(1, 1, "Alpha", 90m, 1, 1_000_000, null)]);
        seance.Convoquer(jour.AddDays(-10), composition, [], null);
        seance.OuvrirLAppel(jour, composition, [], EtatDesConvocations.Regulieres, TimeProvider.System.GetUtcNow());
        var convocations = Destinataire.Tous(composition, []).Select(d => Convocation.Preparer(seance.Id, 1, d)).ToList();
        foreach (var convocation in convocations)
        {
            convocation.Adresser(CanalDeConvocation.MainPropre, jour.AddDays(-10), "Remise", jour);
        }

        // The national catalogue is of no use here, and long to load.
        var catalogue = new ChargementDuCatalogue();
        await _base.SemerAsync(new ReferenceChargee(catalogue.Nom, catalogue.Version, TimeProvider.System.GetUtcNow()));
        _seance = seance.Id;
        await _base.SemerAsync([.. membres, groupement]);
        await _base.SemerAsync([.. membres.Select(m => Exemples.UneAdhesion(groupement, m.Id))]);
        await _base.SemerAsync([commission, seance, .. convocations]);
    }

    private async Task<int> PresencesAsync()
    {
        await using var contexte = await _base.Fabrique.CreateDbContextAsync();
        return await contexte.Presences.CountAsync(p => p.Seance == _seance);
    }

    private static Task PretAsync(IPage page) =>
        Expect(page.Locator("[data-test=feuille][data-version]")).ToBeVisibleAsync(Visible);

    private static ILocator Present(IPage page, string nom) =>
        page.Locator(".presence", new() { HasText = nom }).Locator("[data-present]");

    private static async Task CliquerAsync(IPage page, string bouton)
    {
        var cible = page.GetByRole(AriaRole.Button, new() { Name = bouton, Exact = true });
        await Expect(cible).Not.ToHaveAttributeAsync("aria-disabled", "true", new() { Timeout = 60_000 });
        await cible.ClickAsync();
    }

    private ProgrammeLance Lancer(string adresse) =>
        ProgrammeLance.Lancer([
            "--urls",
            adresse,
            "--ConnectionStrings:CdgMarches",
            _base.Connexion,
            "--Fichiers:Dossier",
            Path.Combine(_dossier, "fichiers"),
            "--Courriel:Mode",
            "Smtp",
            "--Courriel:Hote",
            "127.0.0.1",
            "--Courriel:Port",
            "1",
            "--Courriel:Expediteur",
            "cdg@exemple.invalid",
            "--AdressePublique",
            adresse,
            "--Taches:Actives",
            "false",
        ]);

    private static int PortLibre()
    {
        using var ecoute = new TcpListener(IPAddress.Loopback, 0);
        ecoute.Start();
        return ((IPEndPoint)ecoute.LocalEndpoint).Port;
    }
}
