using System.IO.Compression;
using System.Security.Cryptography;
using CdgMarches.App.Commissions;
using CdgMarches.App.Commissions.Papiers;
using CdgMarches.App.Documents;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Documents;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Commissions;

/// <summary>Le procès-verbal relu ligne à ligne (RG2.33), sa signature, ses rectificatifs et le dossier de preuve.</summary>
public sealed class ProcesVerbalTests : IAsyncLifetime
{
    private static readonly Acteur Agent = BancDesCommissions.Agent;
    private BancDesCommissions _banc = null!;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _banc = await BancDesCommissions.CreerAsync();

    public ValueTask DisposeAsync() => _banc.DisposeAsync();

    [Fact]
    public async Task Le_proces_verbal_dit_tout_ce_que_la_regle_enumere()
    {
        var id = await SeanceCompleteAsync();
        var pv = await ProduireAsync(PapierDeProcesVerbal.Nature, id);
        foreach (
            var (attendu, quoi) in ((string, string)[])
                [
                    ("lundi 16 mars 2026 à 14\u00a0h\u00a000", "date et heure"),
                    ("En présence et à distance", "mode"),
                    ("Salle des délibérations", "lieu"),
                    ("https://visio.exemple.fr/cao", "lien"),
                    ("appel nominal, huis clos", "modalités à distance"),
                    ("10 mars 2026, la dernière le 11 mars 2026", "dates d'envoi des convocations"),
                    ("5 jours francs", "délai"),
                    ("4 sièges, quorum 3", "sièges et quorum"),
                    ("liste figée le", "liste figée"),
                    ("14\u00a0h\u00a010 — 4 voix présentes", "quorum à l'ouverture"),
                    ("Lettre partie le lendemain", "motif d'ouverture"),
                    ("T. Centre de gestion, Élu", "nom et qualité"),
                    ("Centre de gestion (président)", "présidence"),
                    ("S. Arras", "suppléance"),
                    ("Suppléant, avec voix", "suppléance avec voix"),
                    ("Suppléant, avec voix au point 1, le titulaire s'étant déporté", "suppléant d'un déport"),
                    ("(à distance)", "participation à distance"),
                    ("14\u00a0h\u00a000 à 15\u00a0h\u00a000", "départ"),
                    ("Nadège Lefort", "voix consultative"),
                    ("Comptable public", "rôle consultatif"),
                    ("4 voix présentes à ce point, quorum 3", "quorum du point"),
                    ("Déports : T. Béthune, remplacé à ce point par S. Béthune", "déport et remplacement"),
                    ("rapport.pdf", "document examiné"),
                    ("Trois plis reçus", "rapport"),
                    ("Alpha", "offre classée"),
                    ("90", "note"),
                    ("10\u202f000,00", "montant"),
                    ("Offre irrégulière : acte non signé", "offre rejetée et motif"),
                    ("M. Dupont demande le délai", "discussion"),
                    ("Attribution à Alpha — 3 pour, 1 contre, 0 abstention,", "vote et décision"),
                    ("Calais : contre", "vote nominatif"),
                    ("Offre la mieux classée", "motifs"),
                    ("La comptable observe le délai de paiement", "observations"),
                    ("Ajourné", "second point"),
                    ("Séance levée à", "clôture"),
                    ("Signatures", "signatures"),
                ]
        )
        {
            Assert.True(
                Espaces(pv).Contains(Espaces(attendu), StringComparison.Ordinal),
                $"Manque au procès-verbal ({quoi}) : {attendu}\n{pv}"
            );
        }

        var extrait = await ProduireAsync(PapierDExtrait.Nature, id);
        Assert.Contains("Attribution à Alpha", extrait, StringComparison.Ordinal);
        Assert.DoesNotContain("Lot 2", extrait, StringComparison.Ordinal);
        var emargement = await ProduireAsync(PapierDEmargement.Nature, id);
        Assert.All(
            (await _banc.FicheAsync(id)).Seance.Places,
            p => Assert.Contains(p.NomDuTitulaire!, emargement, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Le_constat_de_carence_et_le_pv_de_la_seconde_se_citent()
    {
        var id = await _banc.EnAppelAsync();
        await _banc.CocherAsync(id, 1);
        await _banc.Le<ConduireSeance>().ExecuterAsync(Agent, id, new GesteDeSeance.ConstateLaCarence(), Annulation);
        var constat = await ProduireAsync(PapierDeCarence.Nature, id);
        Assert.Contains("1 voix présente, sur 4 sièges", constat, StringComparison.Ordinal);
        Assert.Contains("sans condition de quorum", constat, StringComparison.Ordinal);
        var seconde = await _banc
            .Le<PreparerLaSeconde>()
            .ExecuterAsync(Agent, id, UneCommission.UneReunion(new DateOnly(2026, 3, 22)), null, Annulation);
        var pv = await ProduireAsync(PapierDeProcesVerbal.Nature, seconde);
        Assert.Contains("CAO-2026-001 du 16 mars 2026 close faute de quorum", pv, StringComparison.Ordinal);
        Assert.Contains("quorum sans condition de quorum", pv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signe_le_proces_verbal_ferme_les_documents_et_ne_change_plus_que_par_rectificatif()
    {
        var id = await SeanceCompleteAsync();
        var jeton = await _banc.JetonAsync("T. Arras");
        Assert.False((await _banc.Le<RepondreAConvocation>().LireAsync(jeton, null, Annulation)).DocumentsClos);
        await DeposerAsync(f => Signer(id, f));
        Assert.True((await _banc.Le<RepondreAConvocation>().LireAsync(jeton, null, Annulation)).DocumentsClos);
        await Assert.ThrowsAsync<RegleMetierException>(() => DeposerAsync(f => Signer(id, f)));
        await Assert.ThrowsAsync<RegleMetierException>(() =>
            _banc.Le<ConduireSeance>().ExecuterAsync(Agent, id, new GesteDeSeance.NeDeportePlus(1, Guid.NewGuid()), Annulation)
        );
        var pv = (await _banc.FicheAsync(id)).Seance.PvSigne;
        await DeposerAsync(async f =>
            await _banc
                .Le<DeposerProcesVerbal>()
                .RectifierAsync(Agent, id, (await _banc.FicheAsync(id)).Version, f, "Nom de M. Dupont", Annulation)
        );
        var seance = (await _banc.FicheAsync(id)).Seance;
        Assert.Equal((pv, "Nom de M. Dupont"), (seance.PvSigne, Assert.Single(seance.Rectificatifs).Motif));

        await VerifierLeDossierAsync(id);
    }

    private async Task VerifierLeDossierAsync(SeanceId id)
    {
        await ProduireAsync(PapierDeProcesVerbal.Nature, id);
        using var archive = new MemoryStream();
        Assert.True(await _banc.Le<DossierDePreuve>().EcrireAsync(Agent, id, archive, Annulation));
        using var lue = new ZipArchive(archive, ZipArchiveMode.Read);
        var empreintes = Lire(lue, DossierDePreuve.Empreintes)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ToDictionary(l => l[66..], l => l[..64]);
        Assert.Equal(
            lue.Entries.Select(e => e.FullName).Where(n => n != DossierDePreuve.Empreintes).Order(StringComparer.Ordinal),
            empreintes.Keys.Order(StringComparer.Ordinal)
        );
        foreach (var (nom, attendue) in empreintes)
        {
            using var flux = lue.GetEntry(nom)!.Open();
            Assert.Equal(attendue, Convert.ToHexStringLower(await SHA256.HashDataAsync(flux, Annulation)));
        }

        Assert.Contains("proces-verbal/pv.pdf", empreintes.Keys);
        Assert.Contains("proces-verbal/rectificatif-1/pv.pdf", empreintes.Keys);
        Assert.Contains("documents/point-1/rapport.pdf", empreintes.Keys);
        Assert.Contains(empreintes.Keys, n => n.StartsWith("documents-produits/", StringComparison.Ordinal));
        Assert.Contains("\"Présent\"", Lire(lue, "02-convocations.csv"), StringComparison.Ordinal);
        Assert.Contains("\"S. Arras\"", Lire(lue, "03-presences.csv"), StringComparison.Ordinal);
        Assert.Contains("Procès-verbal signé", Lire(lue, "09-journal.csv"), StringComparison.Ordinal);
        Assert.All(
            lue.Entries.Where(e => e.FullName.StartsWith("convocations/", StringComparison.Ordinal)),
            e => Assert.DoesNotMatch("/convocation/[A-Za-z0-9]", Lire(lue, e.FullName))
        );
        var agendas = lue.Entries.Where(e => e.FullName.EndsWith(".ics", StringComparison.Ordinal)).ToList();
        Assert.Equal((await _banc.FicheAsync(id)).Convocations.Count, agendas.Count);
        var secret = await _banc.JetonAsync("T. Arras");
        Assert.All(
            agendas,
            a =>
            {
                var agenda = Lire(lue, a.FullName);
                Assert.Contains("DTSTART;TZID=Europe/Paris:20260316T140000", agenda, StringComparison.Ordinal);
                Assert.DoesNotContain(secret[^8..], agenda, StringComparison.Ordinal);
            }
        );
    }

    /// <summary>Une séance mixte où tout arrive : suppléance, déport remplacé, distance, départ, invité, lettre tardive, vote nommé.</summary>
    private async Task<SeanceId> SeanceCompleteAsync()
    {
        await using (var contexte = await _banc.OuvrirAsync())
        {
            await contexte.Groupements.ExecuteUpdateAsync(g => g.SetProperty(x => x.Regles.EnvoiTardifPermis, true), Annulation);
        }

        var id = await _banc
            .Le<ProgrammerSeance>()
            .ExecuterAsync(
                Agent,
                _banc.Commission,
                UneCommission.UneReunion(_banc.JourDeSeance, ModeDeReunion.Mixte),
                null,
                Annulation
            );
        var ordre = _banc.Le<ModifierOrdreDuJour>();
        await _banc.AjouterPointAsync(id);
        await _banc.AjouterPointAsync(id, "Lot 2 — Flux");
        async Task ChangerAsync(ChangementDOrdreDuJour c) =>
            await ordre.ExecuterAsync(Agent, id, (await _banc.FicheAsync(id)).Version, c, Annulation);
        await ChangerAsync(
            new ChangementDOrdreDuJour.PointModifie(
                1,
                new DefinitionDePoint("Lot 1 — Actes", NatureDuPoint.ChoixDuTitulaire, _banc.Groupement, voteNominatif: true)
            )
        );
        await ChangerAsync(
            new ChangementDOrdreDuJour.OffresFixees(
                1,
                [
                    new OffreExaminee(1, 1, "Alpha", 90m, 1, 1_000_000, null),
                    new OffreExaminee(1, 2, "Beta", null, null, null, "Offre irrégulière : acte non signé"),
                ]
            )
        );
        await using (var contexte = await _banc.OuvrirAsync())
        {
            await ChangerAsync(
                new ChangementDOrdreDuJour.Invite((await contexte.Commissions.SingleAsync(Annulation)).Consultatifs[0].Id)
            );
        }

        await DeposerAsync(f => ordre.JoindreAsync(Agent, id, 1, f with { Nom = "rapport.pdf" }, Annulation));
        await _banc.Le<ConvoquerSeance>().ExecuterAsync(Agent, id, (await _banc.FicheAsync(id)).Version, null, Annulation);
        await _banc.LaisserPartirAsync();
        await _banc
            .Le<RepondreAConvocation>()
            .ExecuterAsync(await _banc.JetonAsync("T. Centre de gestion"), ReponseAConvocation.Present, null, Annulation);
        var tardive = (await _banc.FicheAsync(id)).Convocations.Single(c => c.Convocation.Nom == "S. Calais").Convocation.Id;
        A(new DateTimeOffset(2026, 3, 16, 13, 0, 0, TimeSpan.Zero));
        await _banc
            .Le<SuivreConvocations>()
            .AdresserAsync(Agent, tardive, CanalDeConvocation.Courrier, new DateOnly(2026, 3, 11), "1A 234", Annulation);

        var conduire = _banc.Le<ConduireSeance>();
        Task Faire(GesteDeSeance geste) => conduire.ExecuterAsync(Agent, id, geste, Annulation);
        await Faire(new GesteDeSeance.OuvreLAppel());
        var places = (await _banc.FicheAsync(id)).Seance.Places.ToDictionary(p => p.Membre);
        await CocherAsync(id, places["Centre de gestion"].Titulaire);
        await CocherAsync(id, places["Arras"].Suppleant);
        await CocherAsync(id, places["Béthune"].Titulaire);
        await CocherAsync(id, places["Béthune"].Suppleant);
        await CocherAsync(id, places["Calais"].Titulaire, aDistance: true);
        await CocherAsync(id, (await _banc.FicheAsync(id)).Seance.Invites[0].Personne);
        A(new DateTimeOffset(2026, 3, 16, 13, 10, 0, TimeSpan.Zero));
        await Faire(new GesteDeSeance.Ouvre("Lettre partie le lendemain"));
        await Faire(new GesteDeSeance.Aborde(1));
        await Faire(new GesteDeSeance.Deporte(1, places["Béthune"].Titulaire!.Value, "Parent d'un dirigeant"));
        await Faire(
            new GesteDeSeance.Note(
                1,
                await RevisionAsync(id),
                "Trois plis reçus",
                "M. Dupont demande le délai",
                "La comptable observe le délai de paiement"
            )
        );
        await Faire(
            new GesteDeSeance.Decide(
                1,
                await RevisionAsync(id),
                new DecisionProposee(
                    IssueDuPoint.Attribution,
                    new Decompte(3, 1, 0),
                    null,
                    "Alpha",
                    "Offre la mieux classée",
                    places.ToDictionary(p => p.Value.Siege, p => p.Key == "Calais" ? SensDuVote.Contre : SensDuVote.Pour)
                )
            )
        );
        A(new DateTimeOffset(2026, 3, 16, 14, 0, 0, TimeSpan.Zero));
        await _banc
            .Le<ReleverPresence>()
            .ExecuterAsync(Agent, id, places["Arras"].Suppleant!.Value, presente: false, aDistance: false, Annulation);
        await Faire(new GesteDeSeance.Decide(2, await RevisionAsync(id, 2), new DecisionProposee(IssueDuPoint.Ajourne)));
        await Faire(new GesteDeSeance.Leve(null));
        return id;
    }

    private void A(DateTimeOffset instant) => _banc.Socle.Horloge.Instant = instant;

    private Task<ChangementEnDirect> CocherAsync(SeanceId id, Guid? personne, bool aDistance = false) =>
        _banc.Le<ReleverPresence>().ExecuterAsync(Agent, id, personne!.Value, presente: true, aDistance, Annulation);

    private async Task<int> RevisionAsync(SeanceId id, int point = 1) =>
        (await _banc.FicheAsync(id)).Seance.Point(point).Revision;

    private async Task Signer(SeanceId id, FichierRecu fichier) =>
        await _banc.Le<DeposerProcesVerbal>().SignerAsync(Agent, id, (await _banc.FicheAsync(id)).Version, fichier, Annulation);

    private static async Task DeposerAsync(Func<FichierRecu, Task> deposer)
    {
        var fichier = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(fichier, "%PDF-1.7\nproduit pour l'essai\n%%EOF", Annulation);
            await deposer(new FichierRecu("pv.pdf", fichier, 30, "application/pdf"));
        }
        finally
        {
            File.Delete(fichier);
        }
    }

    private async Task<string> ProduireAsync(string nature, SeanceId id)
    {
        var produit = await _banc
            .Le<ProduireDocument>()
            .ExecuterAsync(Agent, new DemandeDeDocument(nature, id.Valeur), Annulation);
        var (_, piece) = (await _banc.Le<LireDocumentsProduits>().UnAsync(Agent, produit, Annulation))!.Value;
        await using var contenu = _banc.Le<MagasinDeFichiers>().Ouvrir(piece);
        using var copie = new MemoryStream();
        await contenu.CopyToAsync(copie, Annulation);
        return WordDEssai.Lire(copie.ToArray());
    }

    /// <summary>Le texte sans ses espaces insécables, que la typographie ajoute.</summary>
    private static string Espaces(string texte) => texte.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    private static string Lire(ZipArchive archive, string nom)
    {
        using var lecture = new StreamReader(archive.GetEntry(nom)!.Open());
        return lecture.ReadToEnd();
    }
}
