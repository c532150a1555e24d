using System.IO.Compression;
using System.Security.Cryptography;
using CdgMarches.App.Marches;
using CdgMarches.App.Procedures;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Marches.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Procedures.Regles;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using static CdgMarches.Tests.Procedures.BancDeProcedure;

namespace CdgMarches.Tests.Procedures;

/// <summary>Une procédure conduite de bout en bout, sur une vraie base.</summary>
public sealed class ConduitePersistanceTests : IAsyncLifetime
{
    private BancDesGroupements _groupements = null!;
    private BancDeProcedure _banc = null!;

    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _groupements = await BancDesGroupements.CreerAsync();
        _banc = await BancDeProcedure.CreerAsync(_groupements);
    }

    public ValueTask DisposeAsync() => _groupements.DisposeAsync();

    [Fact]
    public async Task Un_appel_d_offres_a_deux_lots_va_jusqu_au_marche_notifie_et_la_procedure_se_termine()
    {
        var id = await _banc.MarcheNotifieAsync();

        var conduite = await _banc.ConduiteAsync();
        Assert.Equal(StatutDeLot.Notifie, conduite.Procedure.LotDe(1).Statut);
        Assert.Equal(StatutDeLot.Infructueux, conduite.Procedure.LotDe(2).Statut);
        var fiche = await _banc.MarcheAsync(id);
        Assert.True(fiche.TransmissionRequise);
        Assert.True(fiche.Marche.AttribueParLaCao);
        Assert.Equal("MAR-2026-001", fiche.Marche.Reference);
        Assert.Equal(2, fiche.Membres);
        await _banc
            .Le<TerminerProcedure>()
            .ExecuterAsync(Agent, _banc.Id, await _banc.VersionAsync(), _banc.Jour, IssueDeProcedure.MarchesNotifies, Annulation);
        await using var contexte = await _groupements.OuvrirAsync();
        Assert.True(await contexte.Journal.CountAsync(j => j.ObjetType == nameof(Procedure), Annulation) > 10);
        Assert.True(await contexte.Echeances.AnyAsync(e => e.ObjetType == nameof(Marche), Annulation));
    }

    [Fact]
    public async Task La_signature_attend_la_suspension_et_rien_n_est_ecrit_avant()
    {
        await _banc.LancerAsync();
        await _banc.OuvrirAsync();
        await _banc.AttribuerAsync();
        var suspension = (await _banc.AnalyseAsync()).Suspension!;
        Assert.Equal(_banc.Jour.AddDays(11), suspension.AuPlusTot);

        _banc.Avancer(10);
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => _banc.SignerAsync(_banc.Jour));

        Assert.IsType<SignatureApresLaSuspension>(Assert.Single(refus.Obstacles));
        await using var contexte = await _groupements.OuvrirAsync();
        Assert.False(await contexte.Marches.AnyAsync(Annulation));
        Assert.False(await contexte.Compteurs.AnyAsync(c => c.Serie == "MAR-2026", Annulation));
    }

    [Fact]
    public async Task Deux_agents_sur_un_meme_lot_le_second_est_refuse_sur_deux_lots_ils_ne_se_genent_pas()
    {
        await _banc.LancerAsync();
        await _banc.OuvrirAsync();
        await _banc.AnalyserAsync(new ActeDAnalyse.FixeLesCriteres([("Prix", 100m)]), new ActeDAnalyse.ReprendLesPlis());
        var version = (await _banc.AnalyseAsync()).Version;
        var analyser = _banc.Le<AnalyserLot>();

        await analyser.ExecuterAsync(Agent, _banc.Id, 1, version, [new ActeDAnalyse.Note(1, 1, 5m)], Annulation);
        await analyser.ExecuterAsync(Agent, _banc.Id, 2, 0, [new ActeDAnalyse.FixeLesCriteres([("Prix", 100m)])], Annulation);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            analyser.ExecuterAsync(Agent, _banc.Id, 1, version, [new ActeDAnalyse.Note(1, 1, 9m)], Annulation)
        );
        Assert.Equal(5m, Assert.Single((await _banc.AnalyseAsync()).Analyse.Notes).Valeur);
    }

    [Fact]
    public async Task Qui_s_est_deporte_ne_lit_ni_n_ecrit_plus_les_offres_ni_personne_sans_le_droit()
    {
        await _banc.LancerAsync();
        await _banc.OuvrirAsync();
        await _banc.AnalyserAsync(new ActeDAnalyse.ReprendLesPlis());
        await _banc.EcrireAsync(new EcritureAuRegistre.SeDeporte(Agent.Nom, 1, "Parent du gérant", _banc.Jour));

        var vue = await _banc.AnalyseAsync();
        Assert.True(vue.EstDeporte);
        Assert.Empty(vue.Analyse.Offres);
        await Assert.ThrowsAsync<DroitManquantException>(() => _banc.AnalyserAsync(new ActeDAnalyse.ReprendLesPlis()));
        var lecture = await _banc.Le<LireAnalyse>().ExecuterAsync(Agents.Lecture, _banc.Id, 1, Annulation);
        Assert.Empty(lecture!.Analyse.Offres);
    }

    [Fact]
    public async Task Une_valeur_au_dela_du_seuil_demande_une_procedure_formalisee_ou_sa_justification()
    {
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => _banc.LancerAsync(FormeDeProcedure.Adaptee));

        Assert.IsType<AutreProcedureJustifiee>(Assert.Single(refus.Obstacles));
        await _banc.LancerAsync(FormeDeProcedure.Adaptee, 50_000m);
        Assert.Equal(EtatDeProcedure.Lancee, (await _banc.ConduiteAsync()).Procedure.Etat);
    }

    [Fact]
    public async Task Un_membre_exclu_avec_son_motif_n_est_pas_fige()
    {
        var exclure = _banc.Le<ExclureMembre>();
        var id = await _banc
            .Le<CreerProcedure>()
            .ExecuterAsync(Agent, _groupements.Groupement, "Actes", NatureDAchat.Services, _banc.Jour, Annulation);
        await _banc
            .Le<ModifierLotsDeProcedure>()
            .ExecuterAsync(
                Agent,
                id,
                1,
                new ChangementDeLots.Ajoute(new DefinitionDeLotDeProcedure("Actes", _groupements.Actes)),
                Annulation
            );
        await Assert.ThrowsAsync<RegleMetierException>(() =>
            exclure.ExecuterAsync(Agent, id, 2, _groupements.Arras.Id, " ", Annulation)
        );
        await exclure.ExecuterAsync(Agent, id, 2, _groupements.Arras.Id, "Achète seule.", Annulation);
        await _banc.Le<LancerProcedure>().ExecuterAsync(Agent, id, 3, _banc.Jour, BancDeProcedure.MotifDeLancement, Annulation);

        var figes = await _banc.Le<LireMembresFiges>().ExecuterAsync(Agent, id, new Demande(), Annulation);
        Assert.Equal(["Béthune"], figes.Elements.Select(m => m.Nom));
    }

    [Fact]
    public async Task Les_commandes_se_somment_par_membre_et_deux_saisies_ensemble_ne_passent_pas_le_maximum()
    {
        var id = await _banc.MarcheNotifieAsync();
        var version = await _banc.VersionDuMarcheAsync(id);
        var commander = _banc.Le<Commander>();
        await commander.ExecuterAsync(Agent, id, version, [Commande(_groupements.Arras.Id, 100_000m)], Annulation);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            commander.ExecuterAsync(Agent, id, version, [Commande(_groupements.Bethune.Id, 50_000m)], Annulation)
        );
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            commander.ExecuterAsync(Agent, id, version + 1, [Commande(_groupements.Bethune.Id, 50_000.01m)], Annulation)
        );
        Assert.IsType<MaximumNonDepasse>(Assert.Single(refus.Obstacles));
        var tardif = await Assert.ThrowsAsync<RegleMetierException>(() =>
            commander.ExecuterAsync(Agent, id, version + 1, [Commande(_groupements.Calais.Id, 1m)], Annulation)
        );
        Assert.IsType<CommandeDUnMembreFige>(Assert.Single(tardif.Obstacles));

        var page = await _banc.Le<LireConsommation>().ExecuterAsync(Agent, id, new Demande(), Annulation);
        Assert.Equal([("Arras", 10_000_000L), ("Béthune", 0L)], page.Elements.Select(m => (m.Nom, m.Centimes)));
        Assert.Equal(MontantHt.DEuros(100_000m), (await _banc.MarcheAsync(id)).Marche.Consomme);
    }

    [Fact]
    public async Task Un_agent_limite_et_un_membre_d_ailleurs_ne_voient_ni_procedure_ni_marche()
    {
        var id = await _banc.MarcheNotifieAsync();
        var limite = BancDesGroupements.Limite(Domain.Groupements.GroupementId.Nouveau());
        var calais = Agents.Membre(_groupements.Calais.Id);

        Assert.Null(await _banc.Le<LireConduite>().ExecuterAsync(limite, _banc.Id, Annulation));
        Assert.Null(await _banc.Le<LireRegistre>().ExecuterAsync(limite, _banc.Id, Annulation));
        Assert.Null(await _banc.Le<LireAnalyse>().ExecuterAsync(limite, _banc.Id, 1, Annulation));
        Assert.Null(await _banc.Le<LireMarche>().ExecuterAsync(limite, id, Annulation));
        Assert.Null(await _banc.Le<LireBpu>().ExecuterAsync(limite, id, null, Annulation));
        Assert.Equal(0, (await _banc.Le<LireMarches>().ExecuterAsync(limite, new Demande(), Annulation)).Total);
        Assert.Equal(0, (await _banc.Le<LireTableau>().LotsAsync(limite, new Demande(), Annulation)).Total);
        Assert.Null(await _banc.Le<LireMarcheDuMembre>().ExecuterAsync(calais, id, Annulation));
        Assert.Null(await _banc.Le<LireBpu>().ExecuterAsync(calais, id, null, Annulation));
        Assert.NotNull(await _banc.Le<LireMarcheDuMembre>().ExecuterAsync(Agents.Membre(_groupements.Arras.Id), id, Annulation));
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            _banc.Le<DeclarerIncident>().ExecuterAsync(calais, id, _groupements.Arras.Id, "Panne", Annulation)
        );
        await Assert.ThrowsAsync<DroitManquantException>(() => _banc.Le<LireMarche>().ExecuterAsync(calais, id, Annulation));
    }

    [Fact]
    public async Task Le_bordereau_garde_ses_versions_le_bilan_et_l_incident_font_leur_chemin()
    {
        var id = await _banc.MarcheNotifieAsync();
        var arras = Agents.Membre(_groupements.Arras.Id);
        var publier = _banc.Le<PublierBpu>();
        await publier.ExecuterAsync(
            Agent,
            id,
            await _banc.VersionDuMarcheAsync(id),
            _banc.Jour,
            "30 jours",
            [new PrixLu(1, "Acte", "u", 0.125m)],
            Annulation
        );
        await publier.ExecuterAsync(
            Agent,
            id,
            await _banc.VersionDuMarcheAsync(id),
            _banc.Jour.AddDays(90),
            "30 jours",
            [new PrixLu(1, "Acte", "u", 0.13m)],
            Annulation
        );
        Assert.Equal(0.13m, Assert.Single((await _banc.Le<LireBpu>().ExecuterAsync(arras, id, null, Annulation))!.Prix).Prix);
        Assert.Equal(0.125m, Assert.Single((await _banc.Le<LireBpu>().ExecuterAsync(arras, id, 1, Annulation))!.Prix).Prix);

        Assert.Equal(2, await _banc.Le<DemanderLesBilans>().ExecuterAsync(Agent, id, _banc.Jour.Year, Annulation));
        Assert.Equal(0, await _banc.Le<DemanderLesBilans>().ExecuterAsync(Agent, id, _banc.Jour.Year, Annulation));
        await _banc
            .Le<RendreBilan>()
            .ExecuterAsync(arras, id, _groupements.Arras.Id, _banc.Jour.Year, MontantHt.DEuros(10m), 4, null, null, Annulation);
        var consolide = Assert.Single(await _banc.Le<LireSuivis>().ConsolidesAsync(Agent, id, Annulation));
        Assert.Equal((2, 1, 1_000L), (consolide.Attendus, consolide.Rendus, consolide.DeclareCentimes));

        await _banc.Le<DeclarerIncident>().ExecuterAsync(arras, id, _groupements.Arras.Id, "Plateforme coupée.", Annulation);
        var incident = Assert.Single(
            (await _banc.Le<LireSuivis>().IncidentsAsync(Agent, id, new Demande(), Annulation)).Elements
        );
        await _banc
            .Le<SuivreIncident>()
            .ExecuterAsync(Agent, incident.Id, incident.Version, new SuiteDIncident.Transmet(_banc.Jour), Annulation);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            _banc
                .Le<SuivreIncident>()
                .ExecuterAsync(Agent, incident.Id, incident.Version, new SuiteDIncident.Clot(_banc.Jour), Annulation)
        );
    }

    [Fact]
    public async Task Le_dossier_s_ouvre_sans_le_programme_et_ses_empreintes_sont_justes()
    {
        await _banc.MarcheNotifieAsync();
        await _banc.ActerAsync(new ActeDeProcedure.AjoutePiece("Règlement", "Camille"));
        await using (var contenu = new MemoryStream("%PDF-1.4\n%%EOF"u8.ToArray()))
        {
            await _banc
                .Le<DeposerPieceDuDce>()
                .ExecuterAsync(Agent, _banc.Id, await _banc.VersionAsync(), 1, contenu, "rc.pdf", Annulation);
        }

        var zip = await _banc.Le<LireDossierZip>().ExecuterAsync(Agent, _banc.Id, Annulation);

        using var archive = new ZipArchive(new MemoryStream(zip!));
        var noms = archive.Entries.Select(e => e.FullName).ToList();
        Assert.Contains("index.html", noms);
        Assert.Contains("pieces/01-v1-rc.pdf", noms);
        Assert.Contains("registres.xlsx", noms);
        Assert.Contains("analyse-lot-1.xlsx", noms);
        using var lecteur = new StreamReader(archive.GetEntry("SHA256SUMS.txt")!.Open());
        foreach (var ligne in (await lecteur.ReadToEndAsync(Annulation)).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            await using var entree = archive.GetEntry(ligne[66..])!.Open();
            Assert.Equal(ligne[..64], Convert.ToHexStringLower(await SHA256.HashDataAsync(entree, Annulation)));
        }

        Assert.Null(
            await _banc
                .Le<LireDossierZip>()
                .ExecuterAsync(BancDesGroupements.Limite(Domain.Groupements.GroupementId.Nouveau()), _banc.Id, Annulation)
        );
    }

    [Fact]
    public async Task Le_registre_du_profil_s_importe_et_se_reimporte_sans_doublon()
    {
        await _banc.LancerAsync();
        var csv = "Raison sociale;Date de dépôt;Heure;Lots\nAlpha;20/03/2026;10:15;1;\nBêta;21/03/2026;11:00;9\n"u8.ToArray();
        var importer = _banc.Le<ImporterPlis>();

        var apercu = await importer.PreparerAsync(Agent, _banc.Id, new MemoryStream(csv), "depots.csv", [1, 2], Annulation);
        Assert.Contains("le lot 9 n'est pas de cette procédure", Assert.Single(apercu.Erreurs), StringComparison.Ordinal);
        Assert.Equal(1, await importer.AppliquerAsync(Agent, _banc.Id, 0, apercu, [1, 2], Annulation));
        var encore = await importer.PreparerAsync(Agent, _banc.Id, new MemoryStream(csv), "depots.csv", [1, 2], Annulation);

        Assert.Equal(0, encore.LignesAImporter.Count(l => l.Effet is App.Socle.Import.EffetDeLigne.Creation));
    }

    private static CommandeSaisie Commande(Domain.Collectivites.CollectiviteId membre, decimal euros) =>
        new(membre, HorlogeDuBanc, MontantHt.DEuros(euros), EtatDeCommande.EnPreparation, null, null);

    /// <summary>Un jour où le marché du banc court.</summary>
    private static readonly DateOnly HorlogeDuBanc = new(2026, 5, 20);
}
