using CdgMarches.App.Groupements;
using CdgMarches.App.Procedures;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Procedures;

public sealed class ProcedurePersistanceTests : IAsyncLifetime
{
    private static readonly Acteur Agent = Agents.Gestionnaire with { Id = Guid.Empty };

    private BancDesGroupements _banc = null!;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _banc = await BancDesGroupements.CreerAsync();

    public ValueTask DisposeAsync() => _banc.DisposeAsync();

    [Fact]
    public async Task Lancer_fige_les_membres_en_vigueur_ce_jour_la_dont_le_choix_concerne_le_lot()
    {
        var bethune = await _banc.AdhesionDeAsync(_banc.Bethune);
        await _banc
            .Le<FixerSortie>()
            .ExecuterAsync(Agent, bethune.Id, bethune.Version, _banc.Jour.AddDays(-1), "Reprise", Annulation);
        await _banc
            .Le<AdmettreMembres>()
            .ExecuterAsync(
                Agent,
                _banc.Groupement,
                _banc.Calais.Id,
                _banc.Jour.AddDays(-1),
                [_banc.Actes],
                "Reprise",
                Annulation
            );
        var id = await LanceeAsync();

        var fiche = await FicheAsync(id);

        Assert.Equal(EtatDeProcedure.Lancee, fiche.Etat);
        Assert.Equal(2, fiche.Membres);
        var figes = await _banc.Le<LireMembresFiges>().ExecuterAsync(Agent, id, new Demande(), Annulation);
        Assert.Equal(["Arras", "Calais"], figes.Elements.Select(m => m.Nom));
        Assert.All(figes.Elements, m => Assert.Equal([1], m.Lots));
    }

    [Fact]
    public async Task La_liste_figee_ne_bouge_plus_quand_les_membres_changent()
    {
        var id = await LanceeAsync();
        var arras = await _banc.AdhesionDeAsync(_banc.Arras);
        await _banc
            .Le<FixerSortie>()
            .ExecuterAsync(Agent, arras.Id, arras.Version, _banc.Jour.AddDays(-1), "Reprise", Annulation);
        var fiche = await _banc.FicheAsync();
        await _banc
            .Le<ModifierCarte>()
            .ExecuterAsync(
                Agent,
                _banc.Groupement,
                fiche.Version,
                new ChangementDeCarte.PrestationProposee(_banc.Actes, Proposee: false),
                Annulation
            );
        await TerminerAsync(id);
        _banc.Socle.Horloge.Instant = _banc.Socle.Horloge.Instant.AddDays(2);
        await _banc
            .Le<AdmettreMembres>()
            .ExecuterAsync(Agent, _banc.Groupement, _banc.Calais.Id, _banc.Jour.AddDays(1), [], "Reprise", Annulation);

        Assert.Equal(2, (await FicheAsync(id)).Membres);
        await using var contexte = await _banc.OuvrirAsync();
        var fige = await contexte.MembresFiges.FirstAsync(Annulation);
        contexte.Entry(fige).Property(m => m.Nom).CurrentValue = "Autre";
        await Assert.ThrowsAsync<InvalidOperationException>(() => contexte.SaveChangesAsync(Annulation));
    }

    [Fact]
    public async Task Personne_n_entre_entre_le_lancement_et_le_terme()
    {
        var id = await LanceeAsync();
        var admettre = _banc.Le<AdmettreMembres>();

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            admettre.ExecuterAsync(Agent, _banc.Groupement, _banc.Calais.Id, _banc.Jour.AddDays(30), [], "Reprise", Annulation)
        );

        Assert.Equal(
            [typeof(AucuneAdhesionPendantUneConsultation), typeof(EntreeParUnDossier)],
            refus.Obstacles.Select(o => o.GetType())
        );
        await TerminerAsync(id);
        _banc.Socle.Horloge.Instant = _banc.Socle.Horloge.Instant.AddDays(2);
        await admettre.ExecuterAsync(Agent, _banc.Groupement, _banc.Calais.Id, _banc.Jour.AddDays(1), [], "Reprise", Annulation);
    }

    [Fact]
    public async Task Le_groupement_ne_se_clot_pas_pendant_une_procedure()
    {
        var id = await LanceeAsync();
        var fiche = await _banc.FicheAsync();
        Assert.Contains(fiche.PeutClore.Obstacles, o => o is AucuneProcedureEnCours);

        await TerminerAsync(id);
        Assert.DoesNotContain((await _banc.FicheAsync()).PeutClore.Obstacles, o => o is AucuneProcedureEnCours);
    }

    [Fact]
    public async Task Deux_agents_ne_lancent_pas_deux_fois()
    {
        var id = await PreteAsync();
        var version = (await FicheAsync(id)).Version;
        await _banc
            .Le<LancerProcedure>()
            .ExecuterAsync(Agent, id, version, _banc.Jour, BancDeProcedure.MotifDeLancement, Annulation);

        await Assert.ThrowsAnyAsync<Exception>(() =>
            _banc
                .Le<LancerProcedure>()
                .ExecuterAsync(Agent, id, version, _banc.Jour, BancDeProcedure.MotifDeLancement, Annulation)
        );

        Assert.Equal(2, (await FicheAsync(id)).Membres);
    }

    [Fact]
    public async Task Un_lot_ajoute_par_un_autre_agent_refuse_la_saisie_perimee()
    {
        var id = await PreteAsync();
        var version = (await FicheAsync(id)).Version;
        var modifier = _banc.Le<ModifierLotsDeProcedure>();
        var lot = new ChangementDeLots.Ajoute(new DefinitionDeLotDeProcedure("Certificats", _banc.Certificats));
        await modifier.ExecuterAsync(Agent, id, version, lot, Annulation);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => modifier.ExecuterAsync(Agent, id, version, lot, Annulation));
        Assert.Equal(2, (await FicheAsync(id)).Lots.Count);
    }

    [Fact]
    public async Task Une_prestation_mise_en_concurrence_ne_se_supprime_plus_et_son_choix_ne_s_efface_plus()
    {
        await LanceeAsync();
        var fiche = await _banc.FicheAsync();
        var arras = await _banc.AdhesionDeAsync(_banc.Arras);

        var lot = await Assert.ThrowsAsync<RegleMetierException>(() =>
            _banc
                .Le<ModifierCarte>()
                .ExecuterAsync(Agent, _banc.Groupement, fiche.Version, new ChangementDeCarte.LotSupprime(1), Annulation)
        );
        var choix = await Assert.ThrowsAsync<RegleMetierException>(() =>
            _banc
                .Le<ModifierChoix>()
                .ExecuterAsync(Agent, arras.Id, arras.Version, _banc.Actes, GesteDeChoix.Effacer, _banc.Jour, Annulation)
        );

        Assert.IsType<LotSansUsage>(Assert.Single(lot.Obstacles));
        Assert.IsType<ChoixSansUsage>(Assert.Single(choix.Obstacles));
    }

    [Fact]
    public async Task Un_agent_limite_et_un_membre_ne_voient_pas_la_procedure_d_un_autre_groupement()
    {
        var id = await LanceeAsync();
        var limite = BancDesGroupements.Limite(Domain.Groupements.GroupementId.Nouveau());

        Assert.Equal(0, (await _banc.Le<LireProcedures>().ExecuterAsync(limite, new Demande(), annulation: Annulation)).Total);
        Assert.Null(await _banc.Le<LireFicheProcedure>().ExecuterAsync(limite, id, Annulation));
        Assert.Equal(0, (await _banc.Le<LireMembresFiges>().ExecuterAsync(limite, id, new Demande(), Annulation)).Total);
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            _banc.Le<TerminerProcedure>().ExecuterAsync(limite, id, 1, _banc.Jour, IssueDeProcedure.SansSuite, Annulation)
        );
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            _banc.Le<LireFicheProcedure>().ExecuterAsync(Agents.Membre(_banc.Arras.Id), id, Annulation)
        );
    }

    [Fact]
    public async Task Un_refus_ne_prend_pas_de_numero()
    {
        await Assert.ThrowsAsync<RegleMetierException>(() => CreerAsync(" "));
        await Assert.ThrowsAsync<RegleMetierException>(() => CreerAsync("Parapheurs", _banc.Jour.AddDays(1)));

        var id = await CreerAsync("Parapheurs");

        Assert.Equal("PROC-2026-001", (await FicheAsync(id)).Reference.ToString());
    }

    [Fact]
    public async Task Une_fusion_de_fiches_garde_la_liste_figee_et_repointe_l_adhesion()
    {
        var id = await LanceeAsync();
        var (doublon, gardee) = (_banc.Arras.Id, _banc.Calais.Id);
        await using var contexte = await _banc.OuvrirAsync();
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                foreach (var reference in _banc.Socle.Le<IEnumerable<Database.Collectivites.IReferenceDeCollectivite>>())
                {
                    await reference.RepointerAsync(contexte, doublon, gardee, jeton);
                }
            },
            Annulation
        );

        Assert.Equal(gardee, (await _banc.AdhesionDeAsync(_banc.Calais)).Collectivite);
        Assert.Contains(
            (await _banc.Le<LireMembresFiges>().ExecuterAsync(Agent, id, new Demande(), Annulation)).Elements,
            m => m.Collectivite == doublon
        );
        var chevauchement = new FusionDesAdhesions();
        await Assert.ThrowsAsync<RefusException>(() =>
            chevauchement.RepointerAsync(contexte, _banc.Bethune.Id, gardee, Annulation)
        );
    }

    private async Task<ProcedureId> CreerAsync(string objet, DateOnly? engagement = null) =>
        await _banc
            .Le<CreerProcedure>()
            .ExecuterAsync(
                Agent,
                _banc.Groupement,
                objet,
                NatureDAchat.Services,
                engagement ?? _banc.Jour.AddDays(-10),
                Annulation
            );

    private async Task<ProcedureId> PreteAsync()
    {
        var id = await CreerAsync("Tiers de télétransmission");
        await _banc
            .Le<ModifierLotsDeProcedure>()
            .ExecuterAsync(
                Agent,
                id,
                (await FicheAsync(id)).Version,
                new ChangementDeLots.Ajoute(new DefinitionDeLotDeProcedure("Actes", _banc.Actes, 1)),
                Annulation
            );
        return id;
    }

    private async Task<ProcedureId> LanceeAsync()
    {
        var id = await PreteAsync();
        await _banc
            .Le<LancerProcedure>()
            .ExecuterAsync(Agent, id, (await FicheAsync(id)).Version, _banc.Jour, BancDeProcedure.MotifDeLancement, Annulation);
        return id;
    }

    private async Task TerminerAsync(ProcedureId id) =>
        await _banc
            .Le<TerminerProcedure>()
            .ExecuterAsync(Agent, id, (await FicheAsync(id)).Version, _banc.Jour, IssueDeProcedure.SansSuite, Annulation);

    private async Task<FicheProcedure> FicheAsync(ProcedureId id) =>
        (await _banc.Le<LireFicheProcedure>().ExecuterAsync(Agent, id, Annulation))!;
}
