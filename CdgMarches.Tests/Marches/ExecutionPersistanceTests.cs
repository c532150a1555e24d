using System.IO.Compression;
using System.Security.Cryptography;
using CdgMarches.App.Echeancier;
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
        await using (var journal = await _groupements.OuvrirAsync())
        {
            var note = await journal.Journal.SingleAsync(
                j => j.ObjetId == marche.Valeur && j.Libelle.StartsWith("Bilans 2026 demandés"),
                Annulation
            );
            Assert.Contains("2 membres", note.Libelle, StringComparison.Ordinal);
        }

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
    public async Task Les_bilans_se_relancent_d_office_a_l_approche_du_terme_puis_jusqu_au_bilan_les_seuls_jours_ouvres()
    {
        var marche = await _banc.MarcheNotifieAsync();
        await using (var contexte = await _groupements.OuvrirAsync())
        {
            await contexte
                .Collectivites.Where(c => c.Id == _groupements.Bethune.Id)
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.Courriel, "mairie@bethune.example"), Annulation);
        }

        AllerAu(2027, 1, 11);
        await _banc.Le<DemanderLesBilans>().PourTousAsync(Agent, 2026, Annulation);
        var tache = new TacheDesBilans(_banc.Le<RelancerLesBilans>(), _banc.Le<FaitsDeProcedure>(), _banc.Le<HorlogeLegale>());
        async Task<string> Le(int mois, int jour)
        {
            AllerAu(2027, mois, jour);
            return await tache.ExecuterAsync(Annulation);
        }

        // Terme : 31 mars. Quinze jours avant : le mardi 16.
        Assert.Equal("0 membre relancé.", await Le(3, 15));
        Assert.Equal("2 membres relancés.", await Le(3, 16));
        Assert.Equal("0 membre relancé.", await Le(3, 16));
        Assert.Equal("0 membre relancé.", await Le(3, 30));
        await _banc
            .Le<RendreBilan>()
            .ExecuterAsync(Agent, marche, _groupements.Bethune.Id, 2026, MontantHt.DEuros(1m), 4, null, null, Annulation);
        Assert.Equal("1 membre relancé.", await Le(3, 31));
        Assert.Contains("jour non ouvré", await Le(5, 1), StringComparison.Ordinal);
        Assert.Equal("1 membre relancé.", await Le(5, 3));

        var attendue = Assert.Single(
            (await _banc.Le<LireBilans>().ExecuterAsync(Agent, 2026, new Demande(), Annulation)).Elements
        );
        Assert.Equal(4, attendue.Relances);
        await using var lecture = await _groupements.OuvrirAsync();
        var textes = await lecture
            .EnvoisDeCourriel.Where(e => e.Modele == "marche.bilan-relance")
            .Select(e => new { e.Destinataire, e.Texte })
            .ToListAsync(Annulation);
        Assert.Equal(3, textes.Count(t => t.Destinataire == "mairie@arras.example"));
        Assert.Single(textes, t => t.Destinataire == "mairie@bethune.example");
        Assert.Contains(textes, t => t.Texte.Contains("est attendu au plus tard le 31 mars 2027", StringComparison.Ordinal));
        Assert.Contains(textes, t => t.Texte.Contains("Nous n'avons pas reçu", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Une_campagne_tardive_n_est_pas_relancee_le_lendemain_et_les_annees_passees_ne_le_sont_qu_a_la_main()
    {
        await _banc.MarcheNotifieAsync();
        AllerAu(2027, 3, 29);
        await _banc.Le<DemanderLesBilans>().PourTousAsync(Agent, 2026, Annulation);
        var tache = new TacheDesBilans(_banc.Le<RelancerLesBilans>(), _banc.Le<FaitsDeProcedure>(), _banc.Le<HorlogeLegale>());

        AllerAu(2027, 3, 30);
        Assert.Equal("0 membre relancé, 1 autre sans adresse de courriel.", await tache.ExecuterAsync(Annulation));
        AllerAu(2027, 4, 13);
        Assert.Equal("1 membre relancé, 1 autre sans adresse de courriel.", await tache.ExecuterAsync(Annulation));
        AllerAu(2028, 4, 13);
        Assert.Equal("0 membre relancé.", await tache.ExecuterAsync(Annulation));
    }

    [Fact]
    public async Task L_accueil_compte_les_bilans_a_demander_puis_ceux_qui_manquent()
    {
        await _banc.MarcheNotifieAsync();
        var source = _banc.Le<IEnumerable<App.Accueil.ISourceATraiter>>().OfType<MarchesATraiter>().Single();
        async Task<(int, int)> CompterAsync()
        {
            var cartes = await source.ExecuterAsync(Agent, Annulation);
            return (
                cartes.Single(c => c.Titre.Contains("à demander", StringComparison.Ordinal)).Nombre,
                cartes.Single(c => c.Titre.EndsWith("non rendus", StringComparison.Ordinal)).Nombre
            );
        }

        Assert.Equal((0, 0), await CompterAsync());
        AllerAu(2027, 1, 11);
        Assert.Equal((1, 0), await CompterAsync());
        await _banc.Le<DemanderLesBilans>().PourTousAsync(Agent, 2026, Annulation);
        Assert.Equal((0, 0), await CompterAsync());
        AllerAu(2027, 4, 1);
        Assert.Equal((0, 2), await CompterAsync());
    }

    [Fact]
    public async Task Un_acte_de_sous_traitance_modifie_part_avec_les_donnees_et_la_saisie_suivante_ne_l_efface_pas()
    {
        var marche = await _banc.MarcheNotifieAsync();
        var executer = _banc.Le<ExecuterMarche>();
        async Task ActerAsync(ActeDExecution acte) =>
            await executer.ExecuterAsync(Agent, marche, await _banc.VersionDuMarcheAsync(marche), acte, Annulation);
        await ActerAsync(
            new ActeDExecution.RecoitUnSousTraitant(
                new DemandeDeSousTraitance("Réseaux", "73282932000074", "Hébergement", MontantTtc.DEuros(12_000m), _banc.Jour)
                {
                    MontantHt = MontantHt.DEuros(10_000m),
                    DureeEnMois = 12,
                    Variation = VariationDePrix.Ferme,
                }
            )
        );
        var tot = await Assert.ThrowsAsync<RegleMetierException>(() =>
            ActerAsync(new ActeDExecution.ModifieUnSousTraitant(1, _banc.Jour, MontantHt.DEuros(11_000m), null))
        );
        Assert.IsType<Domain.Marches.Regles.ModificationDUnActeAgree>(Assert.Single(tot.Obstacles));
        await ActerAsync(new ActeDExecution.DecideDuSousTraitant(1, true, _banc.Jour, null));
        var vide = await Assert.ThrowsAsync<RegleMetierException>(() =>
            ActerAsync(new ActeDExecution.ModifieUnSousTraitant(1, _banc.Jour, null, null))
        );
        Assert.IsType<Domain.Marches.Regles.ModificationQuiChangeQuelqueChose>(Assert.Single(vide.Obstacles));
        await ActerAsync(new ActeDExecution.ModifieUnSousTraitant(1, _banc.Jour.AddDays(30), MontantHt.DEuros(11_000m), null));
        await ActerAsync(new ActeDExecution.ModifieUnSousTraitant(1, _banc.Jour.AddDays(60), null, 18));

        var lue = SaisieDeDonneesEssentielles.De((await _banc.MarcheAsync(marche)).Marche.DonneesEssentielles);
        await ActerAsync(new ActeDExecution.RenseigneLesDonnees(lue with { Ccag = "Pas de CCAG" }));

        var saisie = SaisieDeDonneesEssentielles.De((await _banc.MarcheAsync(marche)).Marche.DonneesEssentielles);
        Assert.Equal(
            [(1, 1_100_000L, null), (1, null, 18)],
            saisie.ModificationsDeSousTraitance.Select(m => (m.Acte, m.MontantHtCentimes, m.DureeEnMois))
        );
        Assert.Equal("Pas de CCAG", saisie.Ccag);
    }

    [Fact]
    public async Task Le_bilan_demande_est_a_l_echeancier_de_son_membre_jusqu_a_ce_qu_il_soit_rendu()
    {
        var marche = await _banc.MarcheNotifieAsync();
        _banc.Avancer(400);
        await _banc.Le<DemanderLesBilans>().PourTousAsync(Agent, 2026, Annulation);

        var lire = new LireEcheancier(
            _groupements.Socle.Base.Fabrique,
            _groupements.Le<HorlogeLegale>(),
            new AdressesDesObjets([])
        );
        var arras = Agents.Membre(_groupements.Arras.Id);
        var due = Assert.Single(await LireAsync(arras));
        Assert.Equal(
            (new DateOnly(2027, 3, 31), "Arras", "RG7.01", "Convention constitutive", false),
            (due.Date, due.Collectivite, due.Code, due.Fondement, due.EstAccomplie)
        );
        Assert.Equal("Bilan d'exécution 2026 à rendre au coordonnateur", due.Libelle);
        Assert.Equal(["Arras", "Béthune"], (await LireAsync(Agent)).Select(e => e.Collectivite).Order());
        Assert.Empty(await LireAsync(BancDesGroupements.Limite(Domain.Groupements.GroupementId.Nouveau())));
        Assert.Empty(await LireAsync(Agents.Membre(_groupements.Calais.Id)));

        await _banc
            .Le<RendreBilan>()
            .ExecuterAsync(arras, marche, _groupements.Arras.Id, 2026, MontantHt.DEuros(10m), 3, null, null, Annulation);

        Assert.True(Assert.Single(await LireAsync(arras)).EstAccomplie);
        Assert.False((await LireAsync(Agent)).Single(e => e.Collectivite == "Béthune").EstAccomplie);

        // What never went through the application is caught up, once; what no longer exists leaves.
        await using (var contexte = await _groupements.OuvrirAsync())
        {
            await contexte.Echeances.Where(e => e.ObjetType == "BilanDeMembre").ExecuteDeleteAsync(Annulation);
        }

        var accorder = new AccorderEcheances(_groupements.Socle.Base.Fabrique, _groupements.Le<HorlogeLegale>());
        Assert.True(await accorder.ExecuterAsync(Acteur.Systeme, Annulation) >= 2);
        Assert.Equal(0, await accorder.ExecuterAsync(Acteur.Systeme, Annulation));
        Assert.Equal(2, (await LireAsync(Agent)).Count);
        await using (var contexte = await _groupements.OuvrirAsync())
        {
            await contexte.BilansDeMembre.ExecuteDeleteAsync(Annulation);
        }

        Assert.Equal(2, await accorder.ExecuterAsync(Acteur.Systeme, Annulation));
        Assert.Empty(await LireAsync(Agent));

        async Task<IReadOnlyList<LigneDEcheance>> LireAsync(Acteur acteur) =>
            (
                await lire.ExecuterAsync(
                    acteur,
                    new Demande(
                        Filtres: new Dictionary<string, string>
                        {
                            [LireEcheancier.FiltreEtat] = LireEcheancier.ToutesLesDates,
                            [LireEcheancier.FiltreObjet] = "BilanDeMembre",
                        }
                    ),
                    Annulation
                )
            ).Elements;
    }

    [Fact]
    public async Task Les_bilans_d_un_groupement_se_demandent_a_l_echeance_de_sa_convention_et_sont_les_memes_partout()
    {
        var marche = await _banc.MarcheNotifieAsync();
        _banc.Avancer(400);
        await using (var contexte = await _groupements.OuvrirAsync())
        {
            await contexte.Groupements.ExecuteUpdateAsync(
                g => g.SetProperty(x => x.Regles.MoisDuBilan, 5).SetProperty(x => x.Regles.JourDuBilan, 15),
                Annulation
            );
        }

        var (demander, lire) = (_banc.Le<DemanderLesBilans>(), _banc.Le<LireBilansDuGroupement>());
        var groupement = _groupements.Groupement;
        Assert.Equal(2, await demander.PourLeGroupementAsync(Agent, groupement, 2026, Annulation));
        Assert.Equal(0, await demander.PourLeGroupementAsync(Agent, groupement, 2026, Annulation));
        Assert.Equal(0, await demander.PourTousAsync(Agent, 2026, Annulation));
        await Assert.ThrowsAsync<RefusException>(() => demander.PourLeGroupementAsync(Agent, groupement, 2001, Annulation));
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            demander.PourLeGroupementAsync(
                BancDesGroupements.Limite(Domain.Groupements.GroupementId.Nouveau()),
                groupement,
                2026,
                Annulation
            )
        );
        await _banc
            .Le<RendreBilan>()
            .ExecuterAsync(Agent, marche, _groupements.Bethune.Id, 2026, MontantHt.DEuros(1_200m), 3, null, null, Annulation);

        var lus = (await lire.ExecuterAsync(Agent, groupement, new Demande(), Annulation)).Elements;
        Assert.Equal(["Arras", "Béthune"], lus.Select(l => l.Membre));
        Assert.All(lus, l => Assert.Equal((marche, 2026, new DateOnly(2027, 5, 15)), (l.Marche, l.Annee, l.AttenduLe)));
        Assert.Equal([false, true], lus.Select(l => l.RenduLe is not null));
        Assert.Equal("Arras", Assert.Single(await FiltrerAsync("attendus")).Membre);
        Assert.Equal("Béthune", Assert.Single(await FiltrerAsync("rendus")).Membre);
        Assert.Empty(
            (
                await lire.ExecuterAsync(
                    BancDesGroupements.Limite(Domain.Groupements.GroupementId.Nouveau()),
                    groupement,
                    new Demande(),
                    Annulation
                )
            ).Elements
        );

        async Task<IReadOnlyList<BilanDUnMembre>> FiltrerAsync(string etat) =>
            (
                await lire.ExecuterAsync(
                    Agent,
                    groupement,
                    new Demande(Filtres: new Dictionary<string, string> { ["etat"] = etat }),
                    Annulation
                )
            ).Elements;
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

    private void AllerAu(int annee, int mois, int jour) =>
        _groupements.Socle.Horloge.Instant = new DateTimeOffset(annee, mois, jour, 9, 0, 0, TimeSpan.Zero);

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
