using CdgMarches.App.Commissions;
using CdgMarches.App.Recensements;
using CdgMarches.App.Socle;
using CdgMarches.Database.Reference;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Tests.Commissions;
using CdgMarches.Tests.Outils;
using CdgMarches.Tests.Recensements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CdgMarches.Tests.Procedures;

/// <summary>Du besoin gelé au marché notifié, dans un vrai navigateur.</summary>
[Trait("niveau", "navigateur")]
public sealed class ParcoursDeProcedure : IAsyncLifetime
{
    private ApplicationEnMarche _app = null!;
    private BancDeRecensement _banc = null!;
    private CompteDEssai _agent = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationEnMarche.DemarrerAsync();
        _banc = await BancDeRecensement.SurAsync(_app);
        await new ChargerReference(
            _app.Fabrique,
            [new ChargementDesSeuils(), new ChargementDesDelais()],
            _app.Horloge
        ).ExecuterAsync();
        await using var contexte = await _app.Fabrique.CreateDbContextAsync();
        (await contexte.Groupements.SingleAsync()).Ouvrir(coordonnateurMembre: true);
        await contexte.EnregistrerAsync(Agents.Gestionnaire, _app.Horloge.Instant);
        _agent = await _app.Comptes.AgentAsync(RoleCdg.Gestionnaire);
    }

    public async ValueTask DisposeAsync()
    {
        await _banc.DisposeAsync();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Un_appel_d_offres_a_deux_lots_du_besoin_gele_au_marche_notifie()
    {
        await GelerAsync();
        var page = await _app.OuvrirAsync("/procedures/nouvelle", _agent);
        await page.Locator("#objet").FillAsync("Fournitures de bureau");
        await CliquerAsync(page, "Créer la procédure");
        await Titre(page, "Fournitures de bureau");
        var fiche = page.Url;

        await page.GetByRole(AriaRole.Link, new() { Name = "Préparation" }).ClickAsync();
        await page.Locator("#gel-prestation").SelectOptionAsync(new SelectOptionValue { Label = "Fournitures" });
        await CliquerAsync(page, "Faire les lots depuis ce gel");
        await Dit(page, "viennent maintenant de la consolidation gelée");
        await page.Locator("#forme").SelectOptionAsync(new SelectOptionValue { Label = "Appel d'offres ouvert" });
        await page.Locator("#contrat").SelectOptionAsync(new SelectOptionValue { Label = "Accord-cadre" });
        await page.Locator("#duree").FillAsync("48");
        await page.GetByRole(AriaRole.Form, new() { Name = "Procédure choisie" }).GetByRole(AriaRole.Button).ClickAsync();
        await Dit(page, "La procédure choisie est enregistrée.");
        await Assertions.Expect(page.Locator("[data-test=obstacles]")).ToContainTextAsync("Membre 0003");
        await Accessibilite.VerifierAsync(page);
        await page.Locator("#exclusion-membre").FillAsync("0003");
        await Assertions
            .Expect(page.Locator("ul.propositions").GetByRole(AriaRole.Option).First)
            .ToContainTextAsync("Membre 0003");
        await page.Locator("#exclusion-membre").PressAsync("Enter");
        await page.Locator("#exclusion-motif").FillAsync("N'a pas dit son besoin.");
        await CliquerAsync(page, "Exclure ce membre");
        await Assertions
            .Expect(page.GetByText("note d'organisation n'a pas été soumise aux membres").Filter(new() { Visible = true }).First)
            .ToBeVisibleAsync();
        await page.Locator("#note-texte").FillAsync("Appel d'offres ouvert, deux lots, prix 60 et technique 40.");
        await page.Locator("#echeance").FillAsync("2026-04-10");
        await CliquerAsync(page, "Envoyer aux membres");
        await CliquerAsync(page, "Envoyer la note");
        await Dit(page, "La note est envoyée aux membres concernés");
        await Assertions.Expect(page.Locator("[data-test=reponses]")).ToContainTextAsync("2 réponses attendues sur 2 membres");
        await ApprouverLaNoteAsync(fiche);
        page = await PlusTardAsync(page, $"{fiche}/preparation", 12);
        await Assertions.Expect(page.Locator("[data-test=reponses]")).ToContainTextAsync("1 accord");
        await Assertions.Expect(page.Locator("[data-test=reponses]")).ToContainTextAsync("1 silence");
        await Assertions.Expect(page.GetByText("Rien ne s'oppose au lancement aujourd'hui.")).ToBeVisibleAsync();

        await page.GotoAsync(fiche);
        await CliquerAsync(page, "Lancer la procédure");
        await CliquerAsync(page, "Lancer et figer les acheteurs");
        await Dit(page, "acheteurs sont figés");
        await Accessibilite.VerifierAsync(page);

        await page.GotoAsync($"{fiche}/calendrier");
        await page.Locator("#limite-jour").FillAsync("2026-05-12");
        await CliquerAsync(page, "Fixer la date limite");
        await Assertions.Expect(page.GetByText("La date limite est trop proche").First).ToBeVisibleAsync();
        await Accessibilite.VerifierAsync(page);
        await page.Locator("#limite-jour").FillAsync("2026-05-18");
        await CliquerAsync(page, "Fixer la date limite");
        await Dit(page, "La date limite est fixée");
        foreach (
            var (entreprise, jour) in new[]
            {
                ("Papeterie du Nord", "2026-05-15"),
                ("Bureau Facile", "2026-05-18"),
                ("Trop Tard", "2026-05-19"),
            }
        )
        {
            await page.GotoAsync($"{fiche}/registres");
            await page.Locator("#pli-entreprise").FillAsync(entreprise);
            await page.Locator("#pli-jour").FillAsync(jour);
            await CliquerAsync(page, "Inscrire le pli");
            await Dit(page, "Le pli est inscrit");
        }

        await Assertions.Expect(page.Locator("[data-test=plis]")).ToContainTextAsync("Hors délai : éliminé");
        await Accessibilite.VerifierAsync(page);

        page = await PlusTardAsync(page, $"{fiche}/calendrier", 50);
        foreach (var etape in new[] { "Ouverture des plis", "Candidatures examinées" })
        {
            await page.Locator("#etape-faite").SelectOptionAsync(new SelectOptionValue { Label = etape });
            await page.GetByRole(AriaRole.Button, new() { Name = "Constater", Exact = true }).ClickAsync();
            await Dit(page, $"{etape} : constaté.");
        }

        await AnalyserAsync(page, fiche);
        page = await DeciderEnCommissionAsync(page, fiche);
        await AttribuerAsync(page, fiche);
        page = await PlusTardAsync(page, $"{fiche}/lots/2", 12);
        await page.Locator("#issue-motif").FillAsync("Aucune offre acceptable.");
        await CliquerAsync(page, "Enregistrer l'issue");
        await Dit(page, "L'issue du lot est enregistrée.");

        await page.GotoAsync($"{fiche}/lots/1");
        await CliquerAsync(page, "Signer le marché");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Transmettre et notifier" })).ToBeVisibleAsync();
        await Accessibilite.VerifierAsync(page);
        await CliquerAsync(page, "Noter la transmission");
        await Dit(page, "La transmission est notée.");
        await CliquerAsync(page, "Noter la notification");
        await Dit(page, "Le marché est notifié");
        await CommanderAsync(page);
        foreach (var rubrique in new[] { "consommation", "execution", "bpu", "suivi", "donnees", "historique" })
        {
            await page.GotoAsync(
                $"{page.Url.Split("/consommation")[0].Split("/execution")[0].Split("/bpu")[0].Split("/suivi")[0].Split("/donnees")[0]}/{rubrique}"
            );
            await Assertions
                .Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
                .ToContainTextAsync("Fournitures de bureau");
            await Accessibilite.VerifierAsync(page);
        }

        await page.GotoAsync(fiche);
        await CliquerAsync(page, "Terminer la procédure");
        await CliquerAsync(page, "Terminer");
        await Assertions.Expect(page.Locator("[data-test=statut]").First).ToContainTextAsync("Terminée");
    }

    [Fact]
    public async Task Une_procedure_adaptee_se_negocie_et_se_signe_sans_suspension()
    {
        var page = await _app.OuvrirAsync("/procedures/nouvelle", _agent);
        await page.Locator("#objet").FillAsync("Parapheurs");
        await CliquerAsync(page, "Créer la procédure");
        await Titre(page, "Parapheurs");
        var fiche = page.Url;
        await page.Locator("#lot-prestation").SelectOptionAsync(new SelectOptionValue { Label = "Parapheur" });
        await page.Locator("#lot-estimation").FillAsync("70 000");
        await CliquerAsync(page, "Ajouter le lot");
        await Dit(page, "est enregistré");
        await page.GotoAsync($"{fiche}/preparation");
        await page.Locator("#forme").SelectOptionAsync(new SelectOptionValue { Label = "Procédure adaptée (MAPA)" });
        await page.Locator("#duree").FillAsync("24");
        await page.GetByRole(AriaRole.Form, new() { Name = "Procédure choisie" }).GetByRole(AriaRole.Button).ClickAsync();
        await Dit(page, "La procédure choisie est enregistrée.");
        await page.GotoAsync(fiche);
        await CliquerAsync(page, "Lancer la procédure");
        await page.Locator("#lancement-motif").FillAsync("Besoin du seul CDG, accord des membres par courrier.");
        await CliquerAsync(page, "Lancer et figer les acheteurs");
        await Dit(page, "acheteurs sont figés");
        await page.GotoAsync($"{fiche}/calendrier");
        await CliquerAsync(page, "Fixer la date limite");
        await Dit(page, "La date limite est fixée");

        page = await PlusTardAsync(page, $"{fiche}/calendrier", 30);
        await page.Locator("#etape-faite").SelectOptionAsync(new SelectOptionValue { Label = "Ouverture des plis" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Constater", Exact = true }).ClickAsync();
        await Dit(page, "Ouverture des plis : constaté.");
        await page.GotoAsync($"{fiche}/lots/1");
        await page.Locator("#offre-entreprise").FillAsync("Parapheurs de l'Artois");
        await page.Locator("#offre-montant").FillAsync("64 000");
        await CliquerAsync(page, "Ajouter l'offre");
        await Dit(page, "L'offre est inscrite.");
        await CliquerAsync(page, "Ouvrir un tour de négociation");
        await Dit(page, "Le tour est ouvert");
        await page.Locator("#acte").FillAsync("Décision 2026-12");
        await CliquerAsync(page, "Enregistrer le choix");
        await Dit(page, "le lot est attribué");
        await Assertions.Expect(page.GetByText("Aucune suspension ne s'impose")).ToBeVisibleAsync();
        await CliquerAsync(page, "Demander les attestations");
        await Dit(page, "La demande d'attestations est notée.");
        await CliquerAsync(page, "Noter leur réception");
        await Dit(page, "Les attestations sont reçues.");
        await page.Locator("#autorisation-acte").FillAsync("Délégation du président");
        await CliquerAsync(page, "Constater l'autorisation");
        await Dit(page, "L'autorisation de signer est constatée.");
        await Accessibilite.VerifierAsync(page);
        await CliquerAsync(page, "Signer le marché");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Transmettre et notifier" })).ToBeVisibleAsync();
        await CliquerAsync(page, "Noter la notification");
        await Dit(page, "Le marché est notifié");
        var marche = page.Url.Split("/marches/")[1];

        await MembreAsync(marche);
        foreach (var vue in new[] { "/procedures", "/procedures/tableau", "/procedures/frise", "/marches" })
        {
            await page.GotoAsync(vue);
            await Assertions.Expect(page.GetByRole(AriaRole.Table).First).ToContainTextAsync("Parapheur");
            await Accessibilite.VerifierAsync(page);
        }
    }

    /// <summary>Un membre lit son marché et déclare un incident, sur un écran de téléphone.</summary>
    private async Task MembreAsync(string marche)
    {
        var membre = await _app.OuvrirAsync("/espace/marches", await _app.Comptes.MembreAsync(_banc.Membres[0].Id));
        await membre.SetViewportSizeAsync(360, 740);
        await Assertions.Expect(membre.GetByRole(AriaRole.Table)).ToContainTextAsync("Parapheurs");
        await Accessibilite.VerifierAsync(membre);
        await membre.GotoAsync($"/espace/marches/{marche}");
        await membre.Locator("#incident-texte").FillAsync("La plateforme est coupée.");
        await CliquerAsync(membre, "Déclarer l'incident");
        await Dit(membre, "L'incident est déclaré");
        await Accessibilite.VerifierAsync(membre);
        await Accessibilite.SansDefilementHorizontalAsync(membre);
    }

    /// <summary>Le lot 1 : critères, offres reprises, notes.</summary>
    private static async Task AnalyserAsync(IPage page, string fiche)
    {
        await page.GotoAsync($"{fiche}/lots/1");
        await page.Locator("#criteres").FillAsync("Prix 60\nTechnique 30");
        await CliquerAsync(page, "Fixer les critères");
        await Assertions.Expect(page.Locator("[data-test=erreurs]")).ToContainTextAsync("font 90 et doivent faire 100");
        await Accessibilite.VerifierAsync(page);
        await page.Locator("#criteres").FillAsync("Prix 60\nTechnique 40");
        await CliquerAsync(page, "Fixer les critères");
        await Dit(page, "Les critères sont fixés.");
        await CliquerAsync(page, "Reprendre les plis recevables");
        await Dit(page, "sont repris");
        foreach (var (entreprise, prix, technique) in new[] { ("Papeterie du Nord", "9", "8"), ("Bureau Facile", "7", "6") })
        {
            await page.Locator("#note-offre").SelectOptionAsync(new SelectOptionValue { Label = entreprise });
            await page.Locator("#note-1").FillAsync(prix);
            await page.Locator("#note-2").FillAsync(technique);
            await CliquerAsync(page, "Enregistrer les notes");
            await Assertions
                .Expect(page.Locator("[data-test=classement]").GetByRole(AriaRole.Row, new() { Name = entreprise }))
                .ToContainTextAsync(prix == "9" ? "86" : "66");
        }
    }

    /// <summary>La commission, convoquée, choisit l'attributaire du lot 1 ; la séance se tient à l'écran.</summary>
    private async Task<IPage> DeciderEnCommissionAsync(IPage page, string fiche)
    {
        var acteur = (await Le<LireActeur>().ExecuterAsync(_agent.Id))!;
        var procedure = new ProcedureId(Guid.Parse(fiche[^36..]));
        var jour = DateOnly.FromDateTime(_app.Horloge.Instant.Date).AddDays(10);
        var commission = await Le<CreerCommission>().ExecuterAsync(acteur, _banc.Groupement.Id, RegimeDeCao.Propre);
        await using (var contexte = await _app.Fabrique.CreateDbContextAsync())
        {
            var creee = await contexte.Commissions.SingleAsync(c => c.Id == commission);
            foreach (var siege in creee.Sieges)
            {
                creee.Designer(siege.Id, UneCommission.Designe(QualiteEnSeance.Titulaire, $"T. {siege.Nom}", elu: true));
                creee.Designer(siege.Id, UneCommission.Designe(QualiteEnSeance.Suppleant, $"S. {siege.Nom}", elu: true));
            }

            await contexte.EnregistrerAsync(acteur, _app.Horloge.Instant);
        }

        var seance = await Le<ProgrammerSeance>().ExecuterAsync(acteur, commission, UneCommission.UneReunion(jour));
        await OrdonnerAsync(
            new ChangementDOrdreDuJour.PointAjoute(
                new DefinitionDePoint("Lot 1", NatureDuPoint.ChoixDuTitulaire, _banc.Groupement.Id, procedure, 1)
            )
        );
        await OrdonnerAsync(
            new ChangementDOrdreDuJour.OffresFixees(
                1,
                [
                    new OffreExaminee(1, 1, "Papeterie du Nord", 86m, 1, null, null),
                    new OffreExaminee(1, 2, "Bureau Facile", 66m, 2, null, null),
                ]
            )
        );
        await Le<ConvoquerSeance>().ExecuterAsync(acteur, seance, await VersionAsync());
        await _app.LaisserPartirLesCourrielsAsync();
        page = await PlusTardAsync(page, $"http://x{AdressesDesCommissions.Rubrique(seance, "direct")}", 10);
        await CliquerAsync(page, "Ouvrir l'appel et figer la liste");
        await Assertions.Expect(page.Locator("[data-test=feuille][data-version]")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        foreach (var membre in _banc.Membres)
        {
            await page.Locator(".presence", new() { HasText = $"T. {membre.Nom}" }).Locator("[data-present]").CheckAsync();
        }

        await Assertions
            .Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ouvrir la séance", Exact = true }))
            .Not.ToHaveAttributeAsync("aria-disabled", "true", new() { Timeout = 30_000 });
        await CliquerAsync(page, "Ouvrir la séance");
        await CliquerAsync(page, "Aborder le point 1");
        await page.Locator("#pour").FillAsync("3");
        await page.Locator("#motifs").FillAsync("Offre la mieux classée");
        await CliquerAsync(page, "Enregistrer la décision du point 1");
        await Assertions
            .Expect(page.Locator("[data-test=decision]"))
            .ToContainTextAsync("Attribution à Papeterie du Nord", new() { Timeout = 30_000 });
        await CliquerAsync(page, "Lever la séance");
        await Assertions.Expect(page.Locator("[data-test=statut]").First).ToContainTextAsync("Levée", new() { Timeout = 30_000 });
        return page;

        async Task OrdonnerAsync(ChangementDOrdreDuJour changement) =>
            await Le<ModifierOrdreDuJour>().ExecuterAsync(acteur, seance, await VersionAsync(), changement);

        async Task<int> VersionAsync() => (await Le<LireFicheSeance>().ExecuterAsync(acteur, seance))!.Version;
    }

    /// <summary>Au-delà du maximum, une commande en préparation est refusée, une commande émise s'enregistre en dépassement.</summary>
    private async Task CommanderAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Consommation" }).ClickAsync();
        await page.Locator("#commande-membre").FillAsync(_banc.Membres[0].Nom);
        await Assertions
            .Expect(page.Locator("ul.propositions").GetByRole(AriaRole.Option).First)
            .ToContainTextAsync(_banc.Membres[0].Nom);
        await page.Locator("#commande-membre").PressAsync("Enter");
        await page.Locator("#commande-montant").FillAsync("99 000 000");
        await page.Locator("#commande-etat").SelectOptionAsync(new SelectOptionValue { Label = "En préparation" });
        await CliquerAsync(page, "Enregistrer la commande");
        await Assertions.Expect(page.GetByText("elle ne peut pas partir").First).ToBeVisibleAsync();
        await page.Locator("#commande-etat").SelectOptionAsync(new SelectOptionValue { Label = "Émise" });
        await CliquerAsync(page, "Enregistrer la commande");
        await Assertions.Expect(page.GetByText("elle sera enregistrée comme dépassement").First).ToBeVisibleAsync();
        await page.Locator("#commande-motif").FillAsync("Commande partie avant le relevé.");
        await CliquerAsync(page, "Enregistrer la commande");
        await Dit(page, "La commande est enregistrée.");
        await Assertions
            .Expect(page.GetByRole(AriaRole.Row, new() { Name = _banc.Membres[0].Nom }))
            .ToContainTextAsync("99 000 000");
        await page.GetByRole(AriaRole.Link, new() { Name = "Fiche", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("aucune commande ne peut plus partir")).ToBeVisibleAsync();
    }

    /// <summary>Un membre donne son accord à la note, dans son espace.</summary>
    private async Task ApprouverLaNoteAsync(string fiche)
    {
        var membre = await _app.OuvrirAsync(
            $"/espace/procedures/{fiche[^36..]}",
            await _app.Comptes.MembreAsync(_banc.Membres[0].Id)
        );
        await CliquerAsync(membre, $"Donner l'accord {GrammaireDuNom.De(_banc.Membres[0].Nom)}");
        await Assertions.Expect(membre.GetByText("Accord").First).ToBeVisibleAsync();
        await Accessibilite.VerifierAsync(membre);
        await membre.CloseAsync();
    }

    private T Le<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Le choix de la commission repris, puis attestations, mise au point, rejet, autorisation ; la signature attend.</summary>
    private static async Task AttribuerAsync(IPage page, string fiche)
    {
        await page.GotoAsync($"{fiche}/lots/1");
        await Assertions.Expect(page.GetByText("Attribution, Papeterie du Nord")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#acte")).ToHaveValueAsync("Commission d'appel d'offres, séance CAO-2026-001");
        await Assertions.Expect(page.Locator("#motifs-du-choix")).ToHaveValueAsync("Offre la mieux classée");
        await CliquerAsync(page, "Enregistrer le choix");
        await Dit(page, "le lot est attribué");
        await CliquerAsync(page, "Demander les attestations");
        await Dit(page, "La demande d'attestations est notée.");
        await CliquerAsync(page, "Noter leur réception");
        await Dit(page, "Les attestations sont reçues.");
        await page.Locator("#mise-au-point").FillAsync("Le délai de livraison est de cinq jours ouvrés.");
        await CliquerAsync(page, "Noter la mise au point");
        await Assertions.Expect(page.Locator("[data-test=mise-au-point]")).ToContainTextAsync("cinq jours ouvrés");
        await page.Locator("#rejet-motifs").FillAsync("Offre moins bien notée sur les deux critères.");
        await CliquerAsync(page, "Noter l'envoi du rejet");
        await Assertions.Expect(page.Locator("[data-test=suspension]")).ToBeVisibleAsync();
        await page.Locator("#autorisation-acte").FillAsync("Délibération 2026-31");
        await CliquerAsync(page, "Constater l'autorisation");
        await Dit(page, "L'autorisation de signer est constatée.");
        await CliquerAsync(page, "Signer le marché");
        await Assertions.Expect(page.GetByText("Signature possible à partir du").First).ToBeVisibleAsync();
        await Accessibilite.VerifierAsync(page);
    }

    /// <summary>Deux membres valident, le troisième se tait ; le recensement est clos puis gelé.</summary>
    private async Task GelerAsync()
    {
        var campagne = await _banc.OuvrirAsync();
        foreach (var rang in new[] { 0, 1 })
        {
            var reponse = await _banc.ReponseAsync(campagne, rang);
            await _banc.SaisirAsync(_banc.Membre(rang), reponse.Id, 1, 1_000, 10_000, 15_000);
            await _banc.SaisirAsync(_banc.Membre(rang), reponse.Id, 2, 100, 1_000, 2_000);
            await _banc.ValiderAsync(_banc.Membre(rang, RoleDeMembre.Signataire), reponse.Id);
        }

        await _banc.CloreAsync();
        await _banc
            .Service<GelerConsolidation>()
            .ExecuterAsync(Agents.Gestionnaire, campagne, await _banc.VersionAsync(campagne), "Un membre silencieux.");
    }

    private async Task<IPage> PlusTardAsync(IPage page, string adresse, int jours)
    {
        await page.CloseAsync();
        _app.Horloge.Instant = _app.Horloge.Instant.AddDays(jours);
        return await _app.OuvrirAsync(new Uri(adresse).PathAndQuery, _agent);
    }

    private static Task CliquerAsync(IPage page, string bouton) =>
        page.GetByRole(AriaRole.Button, new() { Name = bouton, Exact = true }).First.ClickAsync();

    private static Task Dit(IPage page, string texte) =>
        Assertions.Expect(page.Locator(".retour").First).ToContainTextAsync(texte, new() { Timeout = 20_000 });

    private static Task Titre(IPage page, string texte) =>
        Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(texte);
}
