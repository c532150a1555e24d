using AngleSharp.Dom;
using Bunit;
using CdgMarches.App.Commissions;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using CdgMarches.Tests.Socle.Composants;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Commissions;

/// <summary>Les pages de la commission, sur les vrais cas d'usage et une vraie base.</summary>
public sealed class PagesDeLaCommissionTests : EssaiDeComposant, IAsyncLifetime
{
    private BancDesCommissions _banc = null!;
    private Acteur _agent = BancDesCommissions.Agent;

    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _banc = await BancDesCommissions.CreerAsync();
        Services
            .AddLogging()
            .AddSingleton<TimeProvider>(_banc.Socle.Horloge)
            .AddSingleton(_banc.Socle.Reglages)
            .AddSingleton(_banc.Socle.Base.Fabrique)
            .AddSocle();
        BancDesCommissions.Ajouter(Services);
        Services.AddScoped<ActeurCourant>(_ => new ActeurDEssai(() => _agent));
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await DisposeAsync();
        await _banc.DisposeAsync();
    }

    [Fact]
    public async Task Le_panneau_des_delais_dit_le_dernier_jour_le_jour_conseille_et_la_prochaine_date()
    {
        var id = await _banc.ProgrammerAsync(new DateOnly(2026, 3, 20));

        var page = Render<PageSeance>(p => p.Add(x => x.Id, id.Valeur));

        page.WaitForAssertion(() => Assert.Equal("samedi 14 mars 2026", page.Find("[data-test=au-plus-tard]").TextContent));
        Assert.StartsWith("vendredi 13 mars 2026", page.Find("[data-test=conseille]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Encore 4 jours", page.Find("[data-test=delais]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trop_tard_l_envoi_est_refuse_et_le_report_propose()
    {
        var id = await _banc.ProgrammerAsync();
        _banc.Socle.Horloge.Instant = HorlogeFigee.Origine.AddDays(2);

        var page = Render<PageConvocations>(p => p.Add(x => x.Id, id.Valeur));
        page.WaitForAssertion(() => Assert.Equal("true", Bouton(page, "Envoyer les convocations").GetAttribute("aria-disabled")));
        Assert.Contains("il manque 2 jours francs", page.Find("[data-test=obstacles]").TextContent, StringComparison.Ordinal);
        await Bouton(page, "Reporter au mercredi 18 mars 2026").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Null(Bouton(page, "Envoyer les convocations").GetAttribute("aria-disabled")));
    }

    [Fact]
    public async Task Un_siege_echu_est_montre_et_dit_ce_qu_il_empeche()
    {
        await using (var contexte = await _banc.OuvrirAsync())
        {
            var commission = await contexte.Commissions.SingleAsync(Annulation);
            var titulaire = commission.Designations.First(d => d.Nom == "T. Calais");
            commission.CorrigerDesignation(
                titulaire.Id,
                UneCommission.Designe(QualiteEnSeance.Titulaire, titulaire.Nom, au: _banc.Jour.AddDays(-1))
            );
            await contexte.EnregistrerAsync(_agent, HorlogeFigee.Origine, Annulation);
        }

        var page = Render<PageCommission>(p => p.Add(x => x.Id, _banc.Commission.Valeur));

        page.WaitForAssertion(() => Assert.Contains("Mandat échu", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Calais", page.Find("[data-test=obstacles]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_lecteur_suit_la_seance_sans_pouvoir_la_conduire_et_ne_lit_pas_les_documents()
    {
        var id = await _banc.EnAppelAsync();
        _agent = Agents.Lecture;

        var page = Render<PageDirect>(p => p.Add(x => x.Id, id.Valeur));

        page.WaitForAssertion(() => Assert.Contains("Présences", page.Markup, StringComparison.Ordinal));
        Assert.All(page.FindAll("[data-present]"), c => Assert.True(c.HasAttribute("disabled")));
        Assert.Equal("true", Bouton(page, "Ouvrir la séance").GetAttribute("aria-disabled"));
    }

    [Fact]
    public async Task La_commission_du_coordonnateur_existe_une_fois_et_une_seance_mele_ses_groupements()
    {
        var autre = Exemples.UnGroupement(_banc.Membres[0].Id, 2, "Énergie");
        await _banc.Socle.Base.SemerAsync(autre);
        var creer = _banc.Le<CreerCommission>();
        var une = await creer.ExecuterAsync(_agent, _banc.Groupement, RegimeDeCao.Coordonnateur, Annulation);
        var deux = await creer.ExecuterAsync(_agent, autre.Id, RegimeDeCao.Coordonnateur, Annulation);
        Assert.Equal(une, deux);
        var seance = await _banc
            .Le<ProgrammerSeance>()
            .ExecuterAsync(_agent, une, UneCommission.UneReunion(new DateOnly(2026, 4, 10)), null, Annulation);
        foreach (var groupement in (GroupementId[])[_banc.Groupement, autre.Id])
        {
            await _banc
                .Le<ModifierOrdreDuJour>()
                .ExecuterAsync(
                    _agent,
                    seance,
                    (await _banc.FicheAsync(seance)).Version,
                    new ChangementDOrdreDuJour.PointAjoute(
                        new DefinitionDePoint("Lot 1", NatureDuPoint.ChoixDuTitulaire, groupement)
                    ),
                    Annulation
                );
        }

        Assert.Equal(
            ["Dématérialisation", "Énergie"],
            (await _banc.FicheAsync(seance)).NomsDesGroupements.Values.Order(StringComparer.Ordinal)
        );
        Assert.Null(await _banc.Le<LireFicheSeance>().ExecuterAsync(BancDesGroupements.Limite(autre.Id), seance, Annulation));
        Assert.NotNull(await _banc.Le<LireFicheCommission>().ExecuterAsync(BancDesGroupements.Limite(autre.Id), une, Annulation));
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            _banc
                .Le<ModifierCommission>()
                .ExecuterAsync(
                    BancDesGroupements.Limite(autre.Id),
                    une,
                    1,
                    new ChangementDeCommission.SiegesAccordes(),
                    Annulation
                )
        );
    }

    [Fact]
    public async Task Deux_agents_changent_la_reunion_les_deux_valeurs_sont_montrees_et_rien_n_est_ecrase()
    {
        var id = await _banc.ProgrammerAsync(new DateOnly(2026, 3, 20));
        var page = Render<PageModifierSeance>(p => p.Add(x => x.Id, id.Valeur));
        page.WaitForAssertion(() => Assert.Equal("Salle des délibérations", page.Find("#lieu").GetAttribute("value")));
        await page.Find("#lieu").ChangeAsync(new() { Value = "Mairie d'Arras" });
        await _banc
            .Le<ModifierSeance>()
            .ExecuterAsync(
                _agent,
                id,
                (await _banc.FicheAsync(id)).Version,
                new DonneesDeSeance(new(2026, 3, 23), new(14, 0), ModeDeReunion.Presentiel, "Mairie de Lens", null),
                null,
                Annulation
            );
        await page.Find("form.formulaire").SubmitAsync();
        page.WaitForAssertion(() =>
            Assert.Contains("Mairie de Lens", page.Find("[data-test=conflit]").TextContent, StringComparison.Ordinal)
        );
        Assert.Contains("Mairie d'Arras", page.Find("[data-test=conflit]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Mairie de Lens", (await _banc.FicheAsync(id)).Seance.Lieu);
        await Bouton(page, "Garder la mienne").ClickAsync(new());
        var seance = (await _banc.FicheAsync(id)).Seance;

        // What the other alone had changed is kept: the date was never mine.
        Assert.Equal(("Mairie d'Arras", new DateOnly(2026, 3, 23)), (seance.Lieu, seance.Date));
    }

    [Fact]
    public async Task Les_notes_d_un_autre_ecran_se_voient_sans_toucher_a_ce_que_l_on_tape()
    {
        var id = await _banc.EnAppelAsync();
        await _banc.CocherAsync(id, 3);
        var conduire = Services.GetRequiredService<ConduireSeance>();
        await conduire.ExecuterAsync(_agent, id, new GesteDeSeance.Ouvre(null), Annulation);
        await conduire.ExecuterAsync(_agent, id, new GesteDeSeance.Aborde(1), Annulation);
        var page = Render<PageDirect>(p => p.Add(x => x.Id, id.Valeur));
        page.WaitForAssertion(() => Assert.NotNull(page.Find("#notes-1")));
        await page.Find("#notes-1").ChangeAsync(new() { Value = "Ma discussion" });
        var revision = (await _banc.FicheAsync(id)).Seance.Points[0].Revision;
        await conduire.ExecuterAsync(
            _agent,
            id,
            new GesteDeSeance.Note(1, revision, "Son rapport", "Sa discussion", null),
            Annulation
        );
        page.WaitForAssertion(() =>
            Assert.Contains("Sa discussion", page.Find("[data-test=notes-d-ailleurs]").TextContent, StringComparison.Ordinal)
        );
        Assert.Equal("Ma discussion", page.Find("#notes-1").GetAttribute("value"));

        await page.Find("form[aria-label='Discussion du point 1']").SubmitAsync();
        page.WaitForAssertion(() =>
            Assert.Contains("Sa discussion", page.Find("[data-test=conflit]").TextContent, StringComparison.Ordinal)
        );
        Assert.Equal("Sa discussion", (await _banc.FicheAsync(id)).Seance.Points[0].Notes);
        await Bouton(page, "Garder la mienne").ClickAsync(new());
        var point = (await _banc.FicheAsync(id)).Seance.Points[0];
        Assert.Equal(("Son rapport", "Ma discussion"), (point.Rapport, point.Notes));
    }

    [Fact]
    public async Task Le_quorum_perdu_se_dit_sur_la_seance_et_la_suite_reprend_ce_qui_reste()
    {
        var id = await _banc.EnAppelAsync();
        await _banc.CocherAsync(id, 3);
        await Services.GetRequiredService<ConduireSeance>().ExecuterAsync(_agent, id, new GesteDeSeance.Ouvre(null), Annulation);
        var page = Render<PageDirect>(p => p.Add(x => x.Id, id.Valeur));
        page.WaitForAssertion(() => Assert.NotNull(Bouton(page, "Lever la séance")));
        Assert.Empty(page.FindAll("[data-test=quorum-perdu]"));
        var partante = (await _banc.FicheAsync(id)).Seance.Places.OrderBy(p => p.Ordre).ElementAt(2).Titulaire!.Value;

        // Through the page's own service, as its sheet does: the other screens read the room again when the quorum falls.
        await Services.GetRequiredService<ReleverPresence>().ExecuterAsync(_agent, id, partante, false, false, Annulation);
        page.WaitForAssertion(() =>
            Assert.Contains(
                "1 point est encore sans décision",
                page.Find("[data-test=quorum-perdu]").TextContent,
                StringComparison.Ordinal
            )
        );
        await Bouton(page, "Clore la séance").ClickAsync(new());

        page.WaitForAssertion(() =>
            Assert.Contains("Le quorum n'est plus réuni (2 voix présentes, quorum 3)", page.Markup, StringComparison.Ordinal)
        );
        var suite = Render<PageSeconde>(p => p.Add(x => x.Id, id.Valeur));
        suite.WaitForAssertion(() =>
            Assert.Contains("Lot 1 — Actes", suite.Find("[data-test=repris]").TextContent, StringComparison.Ordinal)
        );
        var pieces = Render<PagePieces>(p => p.Add(x => x.Id, id.Valeur));
        pieces.WaitForAssertion(() => Assert.Contains("Procès-verbal de la commission", pieces.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task L_ordre_du_jour_propose_la_competence_et_demande_pourquoi_une_autre()
    {
        var procedure = Procedure.Creer(new(2026, 1), _banc.Groupement, "Actes", NatureDAchat.Services, _banc.Jour);
        await _banc.Socle.Base.SemerAsync(procedure);
        await using (var contexte = await _banc.OuvrirAsync())
        {
            await contexte.Procedures.ExecuteUpdateAsync(
                p => p.SetProperty(x => x.Forme, FormeDeProcedure.AppelDOffresOuvert),
                Annulation
            );
        }

        var id = await _banc
            .Le<ProgrammerSeance>()
            .ExecuterAsync(_agent, _banc.Commission, UneCommission.UneReunion(_banc.JourDeSeance), null, Annulation);
        var page = Render<PageOrdreDuJour>(p => p.Add(x => x.Id, id.Valeur));
        page.WaitForAssertion(() => Assert.NotNull(page.Find("#procedure")));
        await page.Find("#procedure").ChangeAsync(new() { Value = "0" });
        page.WaitForAssertion(() =>
            Assert.Contains("choix du titulaire", page.Find("[data-test=competence]").TextContent, StringComparison.Ordinal)
        );
        await page.Find("#titre").ChangeAsync(new() { Value = "Actes" });
        await page.Find("#nature").ChangeAsync(new() { Value = "2" });
        await page.Find("form[aria-label=\"Point de l'ordre du jour\"]").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("dites pourquoi vous retenez", page.Markup, StringComparison.Ordinal));
        Assert.Empty((await _banc.FicheAsync(id)).Seance.Points);
        await page.Find("#motif-saisine").ChangeAsync(new() { Value = "Simple information" });
        await page.Find("form[aria-label=\"Point de l'ordre du jour\"]").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Motif : Simple information", page.Markup, StringComparison.Ordinal));
        Assert.Equal(NatureDuPoint.AvisSimple, (await _banc.FicheAsync(id)).Seance.Points[0].Nature);
    }

    [Fact]
    public async Task La_distance_se_regle_sur_la_commission_d_un_groupement_et_vaut_pour_les_seances_suivantes()
    {
        var page = Render<PageReglesDeCommission>(p => p.Add(x => x.Id, _banc.Commission.Valeur));
        page.WaitForAssertion(() => Assert.True(page.Find("#distance").HasAttribute("checked")));
        await page.Find("#distance").ChangeAsync(new() { Value = false });
        await page.Find("form[aria-label='Réunions à distance']").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Non permis", page.Markup, StringComparison.Ordinal));
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            _banc
                .Le<ProgrammerSeance>()
                .ExecuterAsync(
                    _agent,
                    _banc.Commission,
                    UneCommission.UneReunion(_banc.JourDeSeance, ModeDeReunion.Distance),
                    null,
                    Annulation
                )
        );
        Assert.Equal("RG2.22", Assert.Single(refus.Obstacles).Code);
    }

    [Fact]
    public async Task Un_designe_depuis_l_envoi_se_montre_sur_les_convocations_et_se_convoque_d_un_bouton()
    {
        var id = await _banc.ConvoquerAsync(new DateOnly(2026, 3, 20));
        await using (var contexte = await _banc.OuvrirAsync())
        {
            var commission = await contexte.Commissions.SingleAsync(Annulation);
            var sortant = commission.Designations.First(d => d.Nom == "T. Calais");
            commission.CorrigerDesignation(
                sortant.Id,
                UneCommission.Designe(QualiteEnSeance.Titulaire, sortant.Nom, au: _banc.Jour, elu: true)
            );
            commission.Designer(
                sortant.Siege,
                UneCommission.Designe(QualiteEnSeance.Titulaire, "Nouvelle élue", du: _banc.Jour.AddDays(1), elu: true)
            );
            await contexte.EnregistrerAsync(_agent, HorlogeFigee.Origine, Annulation);
        }

        var page = Render<PageConvocations>(p => p.Add(x => x.Id, id.Valeur));
        page.WaitForAssertion(() =>
            Assert.Contains("Nouvelle élue", page.Find("[data-test=complement]").TextContent, StringComparison.Ordinal)
        );
        await Bouton(page, "Les convoquer").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("1 personne convoquée", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-test=complement]"));
    }

    [Fact]
    public async Task La_preuve_d_envoi_dit_l_heure_de_chacun_et_l_empreinte_de_chaque_document()
    {
        var id = await _banc.ProgrammerAsync();
        var fichier = Path.GetTempFileName();
        await File.WriteAllTextAsync(fichier, "%PDF-1.7\nrapport\n%%EOF", Annulation);
        await _banc
            .Le<ModifierOrdreDuJour>()
            .JoindreAsync(_agent, id, 1, new("rapport.pdf", fichier, 20, "application/pdf"), Annulation);
        var empreinte = Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(fichier, Annulation))
        );
        File.Delete(fichier);
        await _banc.Le<ConvoquerSeance>().ExecuterAsync(_agent, id, (await _banc.FicheAsync(id)).Version, null, Annulation);
        await _banc.LaisserPartirAsync();
        var page = Render<PagePreuve>(p => p.Add(x => x.Id, id.Valeur));
        page.WaitForAssertion(() =>
            Assert.Contains($"SHA-256 {empreinte}", page.Find(".empreintes").TextContent, StringComparison.Ordinal)
        );
        var ligne = page.FindAll("tbody tr").First(l => l.TextContent.Contains("T. Arras", StringComparison.Ordinal)).TextContent;
        Assert.Contains("10/03/2026", ligne, StringComparison.Ordinal);
        Assert.Contains("Respecté", ligne, StringComparison.Ordinal);
        Assert.DoesNotContain("Non respecté", ligne, StringComparison.Ordinal);
    }

    private static IElement Bouton<T>(IRenderedComponent<T> page, string libelle)
        where T : IComponent => page.FindAll("button").First(b => b.TextContent.Trim() == libelle);

    private sealed class ActeurDEssai(Func<Acteur> agent) : ActeurCourant(null!, null!, null!)
    {
        public override Task<Acteur> LireAsync(CancellationToken annulation = default) => Task.FromResult(agent());
    }
}
