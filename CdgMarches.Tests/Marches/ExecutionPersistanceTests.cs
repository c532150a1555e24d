using System.IO.Compression;
using System.Security.Cryptography;
using CdgMarches.App.Marches;
using CdgMarches.App.Procedures;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Import;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using CdgMarches.Tests.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Marches;

/// <summary>Bilans en campagne, résiliation annoncée, registres importés, dossier complet : sur une vraie base.</summary>
public sealed class ExecutionPersistanceTests : IAsyncLifetime
{
    private BancDesGroupements _groupements = null!;
    private BancDeProcedure _banc = null!;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    private static Acteur Agent => BancDeProcedure.Agent;

    public async ValueTask InitializeAsync()
    {
        _groupements = await BancDesGroupements.CreerAsync();
        _banc = await BancDeProcedure.CreerAsync(_groupements);
        await using var contexte = await _groupements.OuvrirAsync();
        await contexte
            .Collectivites.Where(c => c.Id == _groupements.Arras.Id)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.Courriel, "mairie@arras.example"), Annulation);
    }

    public ValueTask DisposeAsync() => _groupements.DisposeAsync();

    [Fact]
    public async Task Les_bilans_se_demandent_pour_tous_se_relancent_une_fois_par_jour_et_se_consolident()
    {
        var marche = await _banc.MarcheNotifieAsync();
        _banc.Avancer(400);
        var (demander, relancer, lire) = (_banc.Le<DemanderLesBilans>(), _banc.Le<RelancerLesBilans>(), _banc.Le<LireBilans>());

        Assert.Equal(2, await demander.PourTousAsync(Agent, 2026, Annulation));
        Assert.Equal(0, await demander.PourTousAsync(Agent, 2026, Annulation));
        await Assert.ThrowsAsync<RefusException>(() => demander.PourTousAsync(Agent, 2099, Annulation));
        await _banc
            .Le<RendreBilan>()
            .ExecuterAsync(Agent, marche, _groupements.Bethune.Id, 2026, MontantHt.DEuros(1_200m), 3, "Badges", null, Annulation);

        var membre = Agents.Membre(_groupements.Arras.Id);
        var aFaire = _banc.Le<IEnumerable<App.Espace.ISourceDuMembre>>().OfType<MarchesAFaire>().Single();
        Assert.Equal("Rendre le bilan 2026", Assert.Single(await aFaire.ExecuterAsync(membre, Annulation)).Titre);
        Assert.Empty(await aFaire.ExecuterAsync(Agents.Membre(_groupements.Bethune.Id), Annulation));
        Assert.Equal((1, 0), Compter(await relancer.ExecuterAsync(Agent, 2026, Annulation)));
        Assert.Equal((0, 0), Compter(await relancer.ExecuterAsync(Agent, 2026, Annulation)));
        _banc.Avancer(1);
        Assert.Equal((1, 0), Compter(await relancer.ExecuterAsync(Agent, 2026, Annulation)));
        Assert.Equal(
            (0, 0),
            Compter(
                await relancer.ExecuterAsync(
                    BancDesGroupements.Limite(Domain.Groupements.GroupementId.Nouveau()),
                    2026,
                    Annulation
                )
            )
        );

        var ligne = Assert.Single((await lire.ExecuterAsync(Agent, 2026, new Demande(), Annulation)).Elements);
        Assert.Equal((2, 1, 2), (ligne.Attendus, ligne.Rendus, ligne.Relances));
        Assert.Equal(120_000, ligne.DeclareCentimes);
        await using var contexte = await _groupements.OuvrirAsync();
        Assert.Equal(
            ["marche.bilan", "marche.bilan-relance", "marche.bilan-relance"],
            await contexte
                .EnvoisDeCourriel.Where(e => e.Destinataire == "mairie@arras.example" && e.Modele!.StartsWith("marche.bilan"))
                .OrderBy(e => e.Modele)
                .Select(e => e.Modele)
                .ToListAsync(Annulation)
        );
        var classeur = Feuilles(await lire.ExporterAsync(Agent, 2026, Annulation));
        Assert.Contains("Badges", classeur, StringComparison.Ordinal);
        Assert.Contains("Béthune", classeur, StringComparison.Ordinal);
        Assert.Contains("Arras", classeur, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_resiliation_s_ecrit_a_chaque_membre_avec_sa_preuve_et_le_lot_est_resilie()
    {
        var marche = await _banc.MarcheNotifieAsync();
        var informer = _banc.Le<InformerMembres>();
        var (informes, sans) = await informer.ExecuterAsync(
            Agent,
            marche,
            await _banc.VersionDuMarcheAsync(marche),
            annulation: Annulation
        );
        Assert.Equal((1, "Béthune"), (informes, Assert.Single(sans)));
        await _banc
            .Le<ExecuterMarche>()
            .ExecuterAsync(
                Agent,
                marche,
                await _banc.VersionDuMarcheAsync(marche),
                new ActeDExecution.Resilie(_banc.Jour, CasDeResiliation.FauteGrave, "Interruptions répétées."),
                Annulation
            );

        await informer.ExecuterAsync(
            Agent,
            marche,
            await _banc.VersionDuMarcheAsync(marche),
            ObjetDInformation.Resiliation,
            Annulation
        );

        var fiche = await _banc.MarcheAsync(marche);
        Assert.Equal((1, 1), (fiche.Informes, fiche.InformesDeLaResiliation));
        Assert.Equal(StatutDeLot.Resilie, (await _banc.ConduiteAsync()).Procedure.LotDe(1).Statut);
        await using var contexte = await _groupements.OuvrirAsync();
        var lettres = await contexte.EnvoisDeCourriel.Select(e => e.Texte).ToListAsync(Annulation);
        Assert.Contains(lettres, l => l.Contains("maximum 150", StringComparison.Ordinal));
        Assert.Contains(lettres, l => l.Contains("Interruptions répétées.", StringComparison.Ordinal));
        Assert.Equal(2, await contexte.InformationsDeMembre.CountAsync(i => i.Marche == marche, Annulation));
    }

    [Fact]
    public async Task Retraits_et_questions_du_profil_s_importent_apres_apercu_et_sans_doublon()
    {
        await _banc.LancerAsync();
        var (retraits, questions) = (_banc.Le<ImporterRetraits>(), _banc.Le<ImporterQuestions>());
        var csv = "Société;Email;Retiré le;Heure\nAlpha;a@alpha.example;12/03/2026;10:15\nBêta;;13/03/2026;25:99\n";
        var apercu = await retraits.PreparerAsync(Agent, _banc.Id, Flux(csv), "retraits.csv", Annulation);
        Assert.Single(apercu.Erreurs);
        Assert.Equal(1, await retraits.AppliquerAsync(Agent, _banc.Id, 0, apercu, Annulation));

        var sansReponse = "Question;Reçue le;Réponse;Réponse le\nFormat des fichiers ?;14/03/2026;;\n";
        var lue = await questions.PreparerAsync(Agent, _banc.Id, Flux(sansReponse), "questions.csv", Annulation);
        await questions.AppliquerAsync(Agent, _banc.Id, await VersionDuRegistreAsync(), lue, Annulation);
        var avecReponse =
            "Question;Reçue le;Réponse;Réponse le\nFormat des fichiers ?;14/03/2026;PDF ou tableur.;16/03/2026\nAutre ?;15/03/2026;Oui.;14/03/2026\n";
        var complete = await questions.PreparerAsync(Agent, _banc.Id, Flux(avecReponse), "questions.csv", Annulation);
        Assert.Contains("ne peut pas précéder la question", Assert.Single(complete.Erreurs), StringComparison.Ordinal);
        await questions.AppliquerAsync(Agent, _banc.Id, await VersionDuRegistreAsync(), complete, Annulation);

        var registre = (await _banc.Le<LireRegistre>().ExecuterAsync(Agent, _banc.Id, Annulation))!.Registre;
        Assert.Equal(
            ("Alpha", new DateTime(2026, 3, 12, 10, 15, 0)),
            registre.Retraits.Select(r => (r.Entreprise, r.Le)).Single()
        );
        Assert.Equal(
            ("PDF ou tableur.", new DateOnly(2026, 3, 16)),
            registre.Questions.Select(q => (q.Reponse, q.ReponduLe!.Value)).Single()
        );
        var encore = await questions.PreparerAsync(Agent, _banc.Id, Flux(avecReponse), "questions.csv", Annulation);
        Assert.DoesNotContain(encore.LignesAImporter, l => l.Effet is not EffetDeLigne.Aucun);
    }

    [Fact]
    public async Task Le_dossier_porte_la_note_les_reponses_le_marche_et_les_preuves_et_chaque_empreinte_est_juste()
    {
        await NoterAsync();
        var marche = await _banc.MarcheNotifieAsync(sansCreer: true);
        await _banc
            .Le<InformerMembres>()
            .ExecuterAsync(Agent, marche, await _banc.VersionDuMarcheAsync(marche), annulation: Annulation);

        var zip = await _banc.Le<LireDossierZip>().ExecuterAsync(Agent, _banc.Id, Annulation);

        using var archive = new ZipArchive(new MemoryStream(zip!));
        var noms = archive.Entries.Select(e => e.FullName).ToHashSet();
        Assert.Superset(
            new HashSet<string>
            {
                "index.html",
                "SHA256SUMS.txt",
                "note/note-d-organisation.txt",
                "note/reponses-des-membres.xlsx",
                "courriels.xlsx",
                "marches/MAR-2026-001/marche.xlsx",
                "marches/MAR-2026-001/decp.json",
            },
            noms
        );
        Assert.Contains("mairie@arras.example", Feuilles(await OctetsAsync(archive, "courriels.xlsx")), StringComparison.Ordinal);
        var reponses = Feuilles(await OctetsAsync(archive, "note/reponses-des-membres.xlsx"));
        Assert.Contains("Accord", reponses, StringComparison.Ordinal);
        Assert.Contains("Silence", reponses, StringComparison.Ordinal);
        var page = System.Text.Encoding.UTF8.GetString(await OctetsAsync(archive, "index.html"));
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        var sommes = System
            .Text.Encoding.UTF8.GetString(await OctetsAsync(archive, "SHA256SUMS.txt"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ToDictionary(l => l[66..], l => l[..64], StringComparer.Ordinal);
        Assert.Equal(noms.Where(n => n != "SHA256SUMS.txt").Order(), sommes.Keys.Order());
        foreach (var (nom, somme) in sommes)
        {
            Assert.Equal(somme, Convert.ToHexStringLower(SHA256.HashData(await OctetsAsync(archive, nom))));
            if (nom != "index.html")
            {
                Assert.Contains(
                    $"href=\"{Uri.EscapeDataString(nom).Replace("%2F", "/", StringComparison.Ordinal)}\"",
                    page,
                    StringComparison.Ordinal
                );
                Assert.Contains(somme, page, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Les_parts_de_consommation_des_membres_font_le_tout()
    {
        var marche = await _banc.MarcheNotifieAsync();
        await _banc
            .Le<Commander>()
            .ExecuterAsync(
                Agent,
                marche,
                await _banc.VersionDuMarcheAsync(marche),
                [Commande(_groupements.Arras, 750m), Commande(_groupements.Bethune, 250m)],
                Annulation
            );

        var page = await _banc.Le<LireConsommation>().ExecuterAsync(Agent, marche, new Demande(), Annulation);

        Assert.Equal([0.75m, 0.25m], page.Elements.Select(e => e.Part));
    }

    /// <summary>La note part et Arras l'approuve ; le délai passe.</summary>
    private async Task NoterAsync()
    {
        await _banc.CreerAsync();
        await _banc
            .Le<EnvoyerLaNote>()
            .ExecuterAsync(
                Agent,
                _banc.Id,
                await _banc.VersionAsync(),
                "Deux lots, appel d'offres.",
                _banc.Jour.AddDays(10),
                Annulation
            );
        await _banc
            .Le<RendreAvisSurLaNote>()
            .ExecuterAsync(Agent, _banc.Id, _groupements.Arras.Id, SensDeLAvis.Accord, null, Annulation);
        _banc.Avancer(11);
        await Assert.ThrowsAsync<RegleMetierException>(() =>
            _banc
                .Le<RendreAvisSurLaNote>()
                .ExecuterAsync(Agent, _banc.Id, _groupements.Bethune.Id, SensDeLAvis.Accord, null, Annulation)
        );
        var reponses = (await _banc.ConduiteAsync()).Reponses;
        Assert.Equal((1, 0, 1), (reponses.Accords, reponses.Observations, reponses.Silences));
        await _banc.LancerAsync(dejaCreee: true);
    }

    private CommandeSaisie Commande(Domain.Collectivites.Collectivite membre, decimal euros) =>
        new(membre.Id, _banc.Jour, MontantHt.DEuros(euros), EtatDeCommande.Emise, null, null);

    private async Task<int> VersionDuRegistreAsync() =>
        (await _banc.Le<LireRegistre>().ExecuterAsync(Agent, _banc.Id, Annulation))!.Version;

    private static (int, int) Compter((int Relances, IReadOnlyList<string> SansAdresse) resultat) =>
        (resultat.Relances, resultat.SansAdresse.Count);

    private static MemoryStream Flux(string texte) => new(System.Text.Encoding.UTF8.GetBytes(texte));

    private static async Task<byte[]> OctetsAsync(ZipArchive archive, string nom)
    {
        await using var entree = await archive.GetEntry(nom)!.OpenAsync(Annulation);
        using var memoire = new MemoryStream();
        await entree.CopyToAsync(memoire, Annulation);
        return memoire.ToArray();
    }

    /// <summary>Tout le texte d'un classeur.</summary>
    private static string Feuilles(byte[] classeur)
    {
        using var archive = new ZipArchive(new MemoryStream(classeur));
        return string.Concat(
            archive
                .Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal))
                .Select(e =>
                {
                    using var lecteur = new StreamReader(e.Open());
                    return lecteur.ReadToEnd();
                })
        );
    }
}
