using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Sessions;
using CdgMarches.Tests.Collectivites;
using CdgMarches.Tests.Outils;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace CdgMarches.Tests.Contributions;

[Trait("niveau", "navigateur")]
public sealed class ParcoursDesContributions : IAsyncLifetime
{
    private static readonly LocatorAssertionsToBeVisibleOptions Patience = new() { Timeout = 30_000 };

    private static readonly int[] Effectifs = [420, 120, 350];

    private readonly Grille _grille = Exemples.UneGrille();
    private readonly List<Collectivite> _communes = [];
    private ApplicationEnMarche _app = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationEnMarche.DemarrerAsync();
        await new Database.Reference.ChargerReference(
            _app.Fabrique,
            [new Database.Reference.ChargementDesContributions()],
            _app.Horloge
        ).ExecuterAsync();
        foreach (var (rang, agents) in Effectifs.Index())
        {
            var commune = Collectivite.Creer(
                new IdentiteDeCollectivite
                {
                    Nom = $"Commune {(char)('A' + rang)}",
                    Categorie = CategorieDeCollectivite.Commune,
                    Departement = "62",
                    Siret = Siret.Parse(ReferentielDEssai.SiretDe(ReferentielDEssai.SirenFictif(rang + 1))),
                }
            );
            commune.DeclarerEffectif(new DeclarationDEffectif(2026, agents));
            _communes.Add(commune);
        }

        await _app.Base.SemerAsync([_grille, Exemples.UnComptable(), .. _communes]);
        await _app.Base.SemerAsync([.. _communes.Select((c, i) => (object)Tests.Conventions.Exemples.EnVigueur(c.Id, i + 1))]);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task De_l_import_des_consultations_au_classeur_des_finances_relu_case_par_case()
    {
        var gestionnaire = await _app.Comptes.AgentAsync(RoleCdg.Gestionnaire);
        var finances = await _app.Comptes.AgentAsync(RoleCdg.Finances);
        var page = await _app.OuvrirAsync("/contributions/imports/consultations?annee=2025", gestionnaire);
        await ImporterAsync(page);

        await page.GotoAsync("/contributions");
        await page.GetByRole(AriaRole.Button, new() { Name = "Préparer l'appel 2026" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-test=perimetre]")).ToContainTextAsync("3 redevables");
        await Accessibilite.VerifierAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "3. Simulation" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-test=bilan-simulation]")).ToContainTextAsync("1 appel à émettre");
        await Accessibilite.VerifierAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirmer le cas limite de la commune C" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirmer la lecture" }).ClickAsync();
        await Assertions.Expect(page.GetByText("la confirmation gardée")).ToBeVisibleAsync(Patience);
        await page.GetByRole(AriaRole.Link, new() { Name = "4. Validation" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Proposer à la validation" }).ClickAsync();
        await Assertions.Expect(page.GetByText("La simulation est proposée")).ToBeVisibleAsync(Patience);
        await Accessibilite.VerifierAsync(page);

        var seconde = await _app.OuvrirAsync(new Uri(page.Url).AbsolutePath, finances);
        await seconde.GetByRole(AriaRole.Button, new() { Name = "Valider l'appel" }).ClickAsync();
        await Assertions.Expect(seconde.GetByText("L'appel est validé")).ToBeVisibleAsync(Patience);
        await seconde.GetByRole(AriaRole.Link, new() { Name = "5. Émission" }).ClickAsync();
        await seconde.GetByRole(AriaRole.Button, new() { Name = "Émettre les appels" }).ClickAsync();
        await Accessibilite.VerifierAsync(seconde);
        await seconde.GetByRole(AriaRole.Button, new() { Name = "Émettre définitivement" }).ClickAsync();
        await Assertions.Expect(seconde.GetByText("1 créé, 0 déjà émis ; 2 sans appel")).ToBeVisibleAsync(Patience);
        await seconde.GetByRole(AriaRole.Button, new() { Name = "Relancer l'émission" }).ClickAsync();
        await Assertions.Expect(seconde.GetByText("0 créé, 1 déjà émis ; 2 sans appel")).ToBeVisibleAsync(Patience);
        await Accessibilite.VerifierAsync(seconde);

        await RemettreAsync(seconde);
    }

    [Fact]
    public async Task L_editeur_nomme_le_trou_et_refuse_l_adoption_tant_que_rien_ne_le_tranche()
    {
        var page = await _app.OuvrirAsync("/contributions/grilles/nouvelle", await _app.Comptes.AgentAsync(RoleCdg.Gestionnaire));
        await page.GetByRole(AriaRole.Button, new() { Name = "Partir de la grille de l'annexe 1 du CDG 62" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Retirer la lecture de 350 agents" }).ClickAsync();
        await Assertions
            .Expect(page.Locator("[data-test=axe-Agents] [data-test=defauts]"))
            .ToContainTextAsync("350 agents n'entre dans aucune catégorie");
        await Accessibilite.VerifierAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer la grille" }).ClickAsync();
        await Assertions
            .Expect(page.Locator("[data-test=obstacles-grille]"))
            .ToContainTextAsync("350 agents n'entre dans aucune catégorie", new() { Timeout = 30_000 });
        await page.Locator("#deliberation").FillAsync("Délibération du 1er mars 2026");
        await page.Locator("#deliberee-le").FillAsync("2026-03-01");
        await page.Locator("#debut").FillAsync("2026-04-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Adopter la grille" }).ClickAsync();
        await Assertions
            .Expect(page.Locator("[data-test=erreurs]"))
            .ToContainTextAsync("350 agents n'entre dans aucune catégorie", new() { Timeout = 30_000 });
        await Accessibilite.VerifierAsync(page);
    }

    [Fact]
    public async Task Les_frais_d_une_session_se_partagent_entre_les_presents_s_arretent_et_s_appellent()
    {
        var cdg = Groupements.Exemples.UneCommune("Centre de gestion", CategorieDeCollectivite.CentreDeGestion);
        var groupement = Groupements.Exemples.UnGroupement(cdg.Id);
        var session = SessionDePresentation.Programmer(
            groupement.Id,
            new SaisieDeSession(
                "Parapheurs",
                Horloges.Jour,
                new TimeOnly(9, 0),
                new TimeOnly(12, 0),
                "Au siège",
                "Prestataire",
                null
            )
        );
        await _app.Base.SemerAsync(cdg, groupement);
        await _app.Base.SemerAsync([
            session,
            .. _communes.Select(c => (object)Groupements.Exemples.UneAdhesion(groupement, c.Id)),
        ]);
        Inscription[] inscriptions =
        [
            .. _communes
                .Take(2)
                .Select(c => Inscription.Inscrire(session, c.Id, "Camille", null, 0, Horloges.Jour, HorlogeFigee.Origine)),
        ];
        inscriptions[0].Relever(true, session, Horloges.Jour);
        inscriptions[1].Relever(false, session, Horloges.Jour);
        await _app.Base.SemerAsync([.. inscriptions]);
        var page = await _app.OuvrirAsync(
            "/contributions/refacturations/nouvelle",
            await _app.Comptes.AgentAsync(RoleCdg.Gestionnaire)
        );
        await page.Locator("#intitule").FillAsync("Session de mars");
        await page.Locator("#type-code").FillAsync("SESSION");
        await page.Locator("#type-libelle").FillAsync("Sessions mutualisées");
        await page.Locator("#origine").SelectOptionAsync(new SelectOptionValue { Label = "Session du 10/03/2026 — Parapheurs" });
        await Assertions.Expect(page.Locator("#occurrence")).ToHaveValueAsync("Session du 10/03/2026");
        await page.Locator("#parmi").SelectOptionAsync(new SelectOptionValue { Label = "les présents" });
        await page.Locator("#fondement").FillAsync("Convention constitutive, sessions mutualisées");
        await Accessibilite.VerifierAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ouvrir la refacturation" }).ClickAsync();

        await page.Locator("#fournisseur").FillAsync("Salle des fêtes");
        await page.Locator("#le").FillAsync("2026-03-10");
        await page.Locator("#montant").FillAsync("90,01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter", Exact = true }).ClickAsync();
        await Assertions
            .Expect(page.Locator("[data-test=frais]"))
            .ToContainTextAsync("Session du 10/03/2026", new() { Timeout = 30_000 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Reprendre les inscrits et les présents de la session" })
            .ClickAsync();
        await Assertions.Expect(page.GetByText("2 collectivités inscrites, dont 1 présente")).ToBeVisibleAsync(Patience);
        await Assertions.Expect(page.Locator("[data-test=parts]")).ToContainTextAsync("Commune A");
        await Assertions.Expect(page.Locator("[data-test=somme-des-parts]")).ToContainTextAsync("90,01");
        await Accessibilite.VerifierAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Arrêter les frais" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Arrêter", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Les frais sont arrêtés")).ToBeVisibleAsync(Patience);
        await Assertions.Expect(page.GetByText("Décomptes des membres")).ToBeVisibleAsync(Patience);
        await page.GetByRole(AriaRole.Button, new() { Name = "Préparer l'appel" }).ClickAsync();
        await Assertions
            .Expect(page.Locator("[data-test=perimetre]"))
            .ToContainTextAsync("1 redevable", new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task Les_pages_sont_accessibles_et_celle_du_membre_tient_a_360_points()
    {
        await using (var contexte = await _app.Fabrique.CreateDbContextAsync())
        {
            contexte.Add(Exemples.UnAppel(collectivite: _communes[0].Id));
            contexte.Add(ConsultationsDeclarees.Declarer(_communes[0].Id, 2025, 87, null, OrigineDesConsultations.Saisie));
            await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine);
        }

        var page = await _app.OuvrirAsync("/contributions", await _app.Comptes.AgentAsync(RoleCdg.Finances));
        foreach (
            var adresse in (string[])
                [
                    "/contributions",
                    "/contributions/grilles",
                    $"/contributions/grilles/{_grille.Id.Valeur}",
                    $"/contributions/grilles/{_grille.Id.Valeur}/simulation",
                    $"/contributions/grilles/{_grille.Id.Valeur}/application",
                    "/contributions/consultations?annee=2025",
                    "/contributions/appels",
                    "/contributions/refacturations",
                    "/contributions/refacturations/nouvelle",
                    "/contributions/finances",
                    "/contributions/finances/profils/nouveau",
                    "/contributions/suivi",
                    "/contributions/reglages",
                    "/contributions/campagnes/nouvelle",
                ]
        )
        {
            await page.GotoAsync(adresse);
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync(Patience);
            await Accessibilite.VerifierAsync(page);
        }

        var membre = await _app.OuvrirAsync(
            "/espace/contributions",
            await _app.Comptes.MembreAsync(_communes[0].Id),
            new()
            {
                ViewportSize = new() { Width = 360, Height = 740 },
            }
        );
        await Assertions.Expect(membre.Locator("[data-test=fiche-membre]")).ToContainTextAsync("500,00");
        await Accessibilite.SansDefilementHorizontalAsync(membre);
        await membre.GetByRole(AriaRole.Button, new() { Name = "Confirmer le chiffre de 2025" }).ClickAsync();
        await Assertions.Expect(membre.GetByText("Le chiffre de 2025 est confirmé")).ToBeVisibleAsync(Patience);
        await Accessibilite.VerifierAsync(membre);
    }

    /// <summary>La liste des consultations de la plateforme : un test, un lot de plus et une autre année ne comptent pas.</summary>
    private async Task ImporterAsync(IPage page)
    {
        var (a, b, c) = (_communes[0].Siret!.Valeur, _communes[1].Siret!.Valeur, _communes[2].Siret!.Valeur);
        List<string> lignes = ["SIRET;Référence;Lot;Créée le;Test"];
        lignes.AddRange(Enumerable.Range(1, 87).Select(i => $"{a};A-{i};1;12/05/2025;non"));
        lignes.Add($"{a};A-1;2;12/05/2025;non");
        lignes.Add($"{a};A-999;1;12/05/2025;oui");
        lignes.Add($"{a};A-998;1;12/05/2024;non");
        lignes.Add($"{b};B-1;1;02/02/2025;non");
        lignes.Add($"{c};C-1;1;02/02/2025;non");
        var fichier = Path.Combine(Path.GetTempPath(), $"cdgmarches-{Guid.CreateVersion7():N}.csv");
        try
        {
            await File.WriteAllLinesAsync(fichier, lignes);
            await page.Locator("input[type=file]").SetInputFilesAsync(fichier);
            await Assertions
                .Expect(page.Locator("[data-test=resume]"))
                .ToContainTextAsync("3 nouvelles", new() { Timeout = 30_000 });
            await Accessibilite.VerifierAsync(page);
            await page.GetByRole(AriaRole.Button, new() { Name = "Importer 3 lignes" }).ClickAsync();
            await Assertions.Expect(page.GetByText("L'import est fait : 3 lignes écrites")).ToBeVisibleAsync(Patience);
        }
        finally
        {
            File.Delete(fichier);
        }

        await using var contexte = await _app.Fabrique.CreateDbContextAsync();
        Assert.Equal(
            87,
            await contexte
                .ConsultationsDeclarees.Where(d => d.Collectivite == _communes[0].Id)
                .Select(d => d.Reelles)
                .SingleAsync()
        );
    }

    private static async Task RemettreAsync(IPage page)
    {
        await page.GotoAsync("/contributions/finances");
        await page.GetByRole(AriaRole.Button, new() { Name = "Voir ce qui partirait" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-test=avant-export]")).ToContainTextAsync("1 titre à remettre");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remettre aux finances" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Le fichier est prêt")).ToBeVisibleAsync(Patience);
        await Assertions.Expect(page.Locator("[data-test=deja-exporte]")).ToContainTextAsync("1 titre déjà exporté");
        await Accessibilite.VerifierAsync(page);
        var telechargement = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = "Excel de la remise" }).ClickAsync()
        );
        var fichier = Path.Combine(Path.GetTempPath(), $"cdgmarches-{Guid.CreateVersion7():N}.xlsx");
        try
        {
            await telechargement.SaveAsAsync(fichier);
            using var classeur = new XLWorkbook(fichier);
            var feuille = classeur.Worksheet("Titres");
            var colonnes = feuille.Row(1).CellsUsed().ToDictionary(c => c.GetString(), c => c.Address.ColumnNumber);
            string Texte(string nom) => feuille.Cell(2, colonnes[nom]).GetString();
            Assert.Equal("APC-2026-0001", Texte("N° appel"));
            Assert.Equal("Commune A", Texte("Débiteur"));
            Assert.Equal(XLDataType.Text, feuille.Cell(2, colonnes["SIRET"]).DataType);
            Assert.Equal(14, Texte("SIRET").Length);
            Assert.Equal("23", Texte("CatTiers"));
            Assert.Equal(420d, feuille.Cell(2, colonnes["Agents ou habitants"]).GetDouble());
            Assert.Equal(87d, feuille.Cell(2, colonnes["Consultations"]).GetDouble());
            Assert.Equal(500d, feuille.Cell(2, colonnes["Montant HT"]).GetDouble());
            Assert.Equal(500d, feuille.Cell(2, colonnes["TTC"]).GetDouble());
            Assert.Equal(XLDataType.DateTime, feuille.Cell(2, colonnes["Date d'appel"]).DataType);
            Assert.Equal("par mandat administratif", Texte("Moyen de paiement"));
            Assert.Equal("APC-2026-0001.docx", Texte("Pièce jointe"));
            var controle = classeur.Worksheet("Contrôle");
            Assert.Equal((1d, 500d), (controle.Cell(2, 2).GetDouble(), controle.Cell(2, 4).GetDouble()));
            Assert.Matches("^[0-9a-f]{64}$", controle.Cell(2, 5).GetString());
        }
        finally
        {
            File.Delete(fichier);
        }
    }
}
