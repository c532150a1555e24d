using System.IO.Compression;
using System.Security.Cryptography;
using CdgMarches.App.Commissions;
using CdgMarches.App.Commissions.Papiers;
using CdgMarches.App.Documents;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Commissions;

public sealed class SeanceEnDirectTests : IAsyncLifetime
{
    private static readonly Acteur Agent = BancDesCommissions.Agent;

    private BancDesCommissions _banc = null!;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _banc = await BancDesCommissions.CreerAsync();

    public ValueTask DisposeAsync() => _banc.DisposeAsync();

    [Fact]
    public async Task Une_presence_est_ecrite_annoncee_et_comptee_avec_son_heure()
    {
        var id = await _banc.EnAppelAsync();
        var recus = new List<ChangementEnDirect>();
        using var ecoute = _banc
            .Le<DirectDeSeance>()
            .Ecouter(
                id,
                int.MaxValue,
                c =>
                {
                    recus.Add(c);
                    return Task.CompletedTask;
                }
            );

        await _banc.CocherAsync(id, 3);

        Assert.Equal(3, recus.Count);
        Assert.True(recus[^1].Relire);
        Assert.Equal("3 voix présentes / 4, quorum 3 : atteint à 14\u00a0h\u00a000", recus[^1].Jauge!.Texte);
        await using var contexte = await _banc.OuvrirAsync();
        Assert.Equal(3, await contexte.Presences.CountAsync(p => p.Seance == id, Annulation));
        Assert.Equal(3, await contexte.Journal.CountAsync(l => l.Evenement == "PresenceRelevee", Annulation));
    }

    [Fact]
    public async Task Refaire_le_meme_geste_n_ecrit_rien_de_plus_et_un_depart_garde_les_heures()
    {
        var id = await _banc.EnAppelAsync();
        var personne = (await _banc.FicheAsync(id)).Seance.Places[0].Titulaire!.Value;
        var relever = _banc.Le<ReleverPresence>();
        await relever.ExecuterAsync(Agent, id, personne, true, false, Annulation);
        await relever.ExecuterAsync(Agent, id, personne, true, false, Annulation);
        _banc.Socle.Horloge.Instant = _banc.Socle.Horloge.Instant.AddMinutes(30);
        await relever.ExecuterAsync(Agent, id, personne, false, false, Annulation);

        await using var contexte = await _banc.OuvrirAsync();
        var presence = await contexte.Presences.SingleAsync(p => p.Seance == id, Annulation);

        Assert.Equal(TimeSpan.FromMinutes(30), presence.Depart - presence.Arrivee);
    }

    [Fact]
    public async Task Cocher_hors_seance_par_un_autre_ou_un_inconnu_est_refuse()
    {
        var convoquee = await _banc.ConvoquerAsync();
        var relever = _banc.Le<ReleverPresence>();

        await Assert.ThrowsAsync<RefusException>(() =>
            relever.ExecuterAsync(Agent, convoquee, Guid.NewGuid(), true, false, Annulation)
        );
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            relever.ExecuterAsync(Agents.Lecture, convoquee, Guid.NewGuid(), true, false, Annulation)
        );
    }

    [Fact]
    public async Task Sans_quorum_la_carence_prepare_la_seconde_reunion_qui_decide()
    {
        var id = await _banc.EnAppelAsync();
        await _banc.CocherAsync(id, 1);
        var conduire = _banc.Le<ConduireSeance>();
        await Assert.ThrowsAsync<RegleMetierException>(() =>
            conduire.ExecuterAsync(Agent, id, new GesteDeSeance.Ouvre(null), Annulation)
        );
        await conduire.ExecuterAsync(Agent, id, new GesteDeSeance.ConstateLaCarence(), Annulation);

        var seconde = await _banc
            .Le<PreparerLaSeconde>()
            .ExecuterAsync(Agent, id, UneCommission.UneReunion(new DateOnly(2026, 3, 22)), null, Annulation);
        await _banc
            .Le<ConvoquerSeance>()
            .ExecuterAsync(Agent, seconde, (await _banc.FicheAsync(seconde)).Version, null, Annulation);
        await _banc.LaisserPartirAsync();
        _banc.Socle.Horloge.Instant = new DateTimeOffset(2026, 3, 22, 13, 0, 0, TimeSpan.Zero);
        await conduire.ExecuterAsync(Agent, seconde, new GesteDeSeance.OuvreLAppel(), Annulation);
        await _banc.CocherAsync(seconde, 2);
        await conduire.ExecuterAsync(Agent, seconde, new GesteDeSeance.Ouvre(null), Annulation);
        await DeciderAsync(seconde, 2);

        var fiche = await _banc.FicheAsync(seconde);
        Assert.Equal(IssueDuPoint.Attribution, fiche.Seance.Points[0].Issue);
        Assert.Equal("CAO-2026-001", fiche.ReferenceDeLaPremiere);
        await Assert.ThrowsAsync<RefusException>(() =>
            _banc
                .Le<PreparerLaSeconde>()
                .ExecuterAsync(Agent, id, UneCommission.UneReunion(new DateOnly(2026, 4, 22)), null, Annulation)
        );
    }

    [Fact]
    public async Task Le_quorum_perdu_apres_l_ouverture_garde_les_decisions_et_reconvoque_pour_le_reste()
    {
        var id = await _banc.ProgrammerAsync();
        await _banc.AjouterPointAsync(id, "Lot 2 — Flux");
        await _banc.Le<ConvoquerSeance>().ExecuterAsync(Agent, id, (await _banc.FicheAsync(id)).Version, null, Annulation);
        await _banc.LaisserPartirAsync();
        await OuvrirAsync(id);
        await DeciderAsync(id, 3);
        var conduire = _banc.Le<ConduireSeance>();
        await Assert.ThrowsAsync<RegleMetierException>(() =>
            conduire.ExecuterAsync(Agent, id, new GesteDeSeance.ConstateLaCarence(), Annulation)
        );
        var places = (await _banc.FicheAsync(id)).Seance.Places.OrderBy(p => p.Ordre).ToList();
        await _banc.Le<ReleverPresence>().ExecuterAsync(Agent, id, places[2].Titulaire!.Value, false, false, Annulation);
        await conduire.ExecuterAsync(Agent, id, new GesteDeSeance.ConstateLaCarence(), Annulation);

        var seconde = await _banc
            .Le<PreparerLaSeconde>()
            .ExecuterAsync(Agent, id, UneCommission.UneReunion(new DateOnly(2026, 3, 22)), null, Annulation);
        Assert.Equal([(2, "Lot 2 — Flux")], (await _banc.FicheAsync(seconde)).Seance.Points.Select(p => (p.Numero, p.Titre)));
        Assert.Equal(IssueDuPoint.Attribution, (await _banc.FicheAsync(id)).Seance.Point(1).Issue);
        await using var contexte = await _banc.OuvrirAsync();
        Assert.Contains(
            "sans décision : Lot 2 — Flux",
            (await contexte.Journal.SingleAsync(l => l.Evenement == "CarenceConstatee", Annulation)).Libelle,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Un_point_ajoute_a_la_seconde_garde_le_quorum_ordinaire_dans_la_salle()
    {
        var id = await _banc.EnAppelAsync();
        await _banc.Le<ConduireSeance>().ExecuterAsync(Agent, id, new GesteDeSeance.ConstateLaCarence(), Annulation);
        var seconde = await _banc
            .Le<PreparerLaSeconde>()
            .ExecuterAsync(Agent, id, UneCommission.UneReunion(new DateOnly(2026, 3, 22)), null, Annulation);
        await _banc.AjouterPointAsync(seconde, "Lot 2");

        var fiche = await _banc.FicheAsync(seconde);

        Assert.True(fiche.Seance.QuorumDe(4, 1).EstSansCondition);
        Assert.Equal(3, fiche.Seance.QuorumDe(4, 2).Requis);
    }

    [Fact]
    public async Task Deux_agents_sur_le_meme_point_ne_s_ecrasent_pas_mais_une_presence_ne_gene_personne()
    {
        var id = await OuverteAsync();
        var revision = (await _banc.FicheAsync(id)).Seance.Points[0].Revision;
        await _banc.CocherAsync(id, 4);
        var conduire = _banc.Le<ConduireSeance>();
        await conduire.ExecuterAsync(Agent, id, new GesteDeSeance.Note(1, revision, null, "Première", null), Annulation);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            conduire.ExecuterAsync(Agent, id, new GesteDeSeance.Note(1, revision, null, "Seconde", null), Annulation)
        );

        Assert.Equal("Première", (await _banc.FicheAsync(id)).Seance.Points[0].Notes);
    }

    [Fact]
    public async Task Les_pieces_se_produisent_et_le_dossier_de_preuve_verifie_ses_empreintes()
    {
        var id = await OuverteAsync();
        await DeciderAsync(id, 3);
        await _banc.Le<ConduireSeance>().ExecuterAsync(Agent, id, new GesteDeSeance.Leve(null), Annulation);
        foreach (
            var nature in (string[])
                [
                    PapierDOrdreDuJour.Nature,
                    PapierDeConvocation.Nature,
                    PapierDEmargement.Nature,
                    PapierDeCarence.Nature,
                    PapierDeProcesVerbal.Nature,
                    PapierDExtrait.Nature,
                ]
        )
        {
            if (nature != PapierDeConvocation.Nature)
            {
                await _banc.Le<ProduireDocument>().ExecuterAsync(Agent, new DemandeDeDocument(nature, id.Valeur), Annulation);
            }
        }

        await SignerAsync(id);
        using var archive = new MemoryStream();
        Assert.True(await _banc.Le<DossierDePreuve>().EcrireAsync(Agent, id, archive, Annulation));

        using var lue = new ZipArchive(archive, ZipArchiveMode.Read);
        var empreintes = Lire(lue, DossierDePreuve.Empreintes).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(lue.Entries.Count - 1, empreintes.Length);
        Assert.All(
            empreintes,
            ligne =>
            {
                var (attendue, nom) = (ligne[..64], ligne[66..]);
                using var flux = lue.GetEntry(nom)!.Open();
                Assert.Equal(attendue, Convert.ToHexStringLower(SHA256.HashData(flux)));
            }
        );
        Assert.Contains(lue.Entries, e => e.FullName == "proces-verbal/pv.pdf");
        Assert.DoesNotContain("/convocation/a", Lire(lue, "convocations/001.txt"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Appel ouvert", Lire(lue, "09-journal.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_procede_verbal_signe_ferme_les_documents_et_ne_change_plus()
    {
        var id = await OuverteAsync();
        await DeciderAsync(id, 3);
        await _banc.Le<ConduireSeance>().ExecuterAsync(Agent, id, new GesteDeSeance.Leve(null), Annulation);
        await SignerAsync(id);

        await Assert.ThrowsAsync<RegleMetierException>(() => SignerAsync(id));
        Assert.True(
            (await _banc.Le<RepondreAConvocation>().LireAsync(await _banc.JetonAsync("T. Arras"), null, Annulation)).DocumentsClos
        );
    }

    [Fact]
    public async Task Les_procedures_lisent_ce_que_la_commission_a_decide_d_un_lot()
    {
        var procedure = Procedure.Creer(
            new ReferenceDeProcedure(2026, 1),
            _banc.Groupement,
            "Actes",
            NatureDAchat.Services,
            _banc.Jour
        );
        await _banc.Socle.Base.SemerAsync(procedure);
        var id = await _banc.ProgrammerAsync();
        var fiche = await _banc.FicheAsync(id);
        await _banc
            .Le<ModifierOrdreDuJour>()
            .ExecuterAsync(
                Agent,
                id,
                fiche.Version,
                new ChangementDOrdreDuJour.PointModifie(
                    1,
                    new DefinitionDePoint("Lot 1", NatureDuPoint.ChoixDuTitulaire, _banc.Groupement, procedure.Id, 1)
                ),
                Annulation
            );
        await _banc.Le<ConvoquerSeance>().ExecuterAsync(Agent, id, (await _banc.FicheAsync(id)).Version, null, Annulation);
        await _banc.LaisserPartirAsync();
        await OuvrirAsync(id);
        await DeciderAsync(id, 3);

        var decision = Assert.Single(await _banc.Le<LireDecisions>().ExecuterAsync(Agent, procedure.Id, Annulation));

        Assert.Equal((1, IssueDuPoint.Attribution, "Alpha"), (decision.Lot, decision.Issue, decision.Attributaire));
    }

    [Fact]
    public async Task Une_seance_ecrite_par_un_autre_processus_est_vue_sans_recharger()
    {
        var id = await _banc.EnAppelAsync();
        var vue = new TaskCompletionSource();
        using var ecoute = _banc
            .Le<DirectDeSeance>()
            .Ecouter(
                id,
                (await _banc.FicheAsync(id)).Version,
                c =>
                {
                    vue.TrySetResult();
                    return Task.CompletedTask;
                }
            );
        await using var contexte = await _banc.OuvrirAsync();

        await contexte
            .Seances.Where(s => s.Id == id)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Version, x => x.Version + 1), Annulation);

        await vue.Task.WaitAsync(TimeSpan.FromSeconds(10), Annulation);
    }

    private async Task<SeanceId> OuverteAsync()
    {
        var id = await _banc.ConvoquerAsync();
        await OuvrirAsync(id);
        return id;
    }

    private async Task OuvrirAsync(SeanceId id)
    {
        _banc.Socle.Horloge.Instant = new DateTimeOffset(2026, 3, 16, 13, 0, 0, TimeSpan.Zero);
        await _banc.Le<ConduireSeance>().ExecuterAsync(Agent, id, new GesteDeSeance.OuvreLAppel(), Annulation);
        await _banc.CocherAsync(id, 3);
        await _banc.Le<ConduireSeance>().ExecuterAsync(Agent, id, new GesteDeSeance.Ouvre(null), Annulation);
    }

    private async Task DeciderAsync(SeanceId id, int pour) =>
        await _banc
            .Le<ConduireSeance>()
            .ExecuterAsync(
                Agent,
                id,
                new GesteDeSeance.Decide(
                    1,
                    (await _banc.FicheAsync(id)).Seance.Points[0].Revision,
                    new DecisionProposee(
                        IssueDuPoint.Attribution,
                        new Decompte(pour, 0, 0),
                        null,
                        "Alpha",
                        "Première du classement"
                    )
                ),
                Annulation
            );

    private async Task SignerAsync(SeanceId id)
    {
        var fichier = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(fichier, "%PDF-1.7\nprocès-verbal signé\n%%EOF", Annulation);
            await _banc
                .Le<DeposerProcesVerbal>()
                .SignerAsync(
                    Agent,
                    id,
                    (await _banc.FicheAsync(id)).Version,
                    new FichierRecu("pv.pdf", fichier, 30, "application/pdf"),
                    Annulation
                );
        }
        finally
        {
            File.Delete(fichier);
        }
    }

    private static string Lire(ZipArchive archive, string nom)
    {
        using var lecture = new StreamReader(archive.GetEntry(nom)!.Open());
        return lecture.ReadToEnd();
    }
}
