using System.IO.Compression;
using System.Security.Cryptography;
using CdgMarches.App.Marches;
using CdgMarches.App.Procedures;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Import;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Marches;

/// <summary>Bilans en campagne, résiliation annoncée, registres importés, dossier complet : sur une vraie base.</summary>
public sealed class ExecutionPersistanceTests : EssaiDExecution
{
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
}
