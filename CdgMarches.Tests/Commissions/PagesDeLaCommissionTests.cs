using AngleSharp.Dom;
using Bunit;
using CdgMarches.App.Commissions;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
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

    private static IElement Bouton<T>(IRenderedComponent<T> page, string libelle)
        where T : IComponent => page.FindAll("button").First(b => b.TextContent.Trim() == libelle);

    private sealed class ActeurDEssai(Func<Acteur> agent) : ActeurCourant(null!, null!, null!)
    {
        public override Task<Acteur> LireAsync(CancellationToken annulation = default) => Task.FromResult(agent());
    }
}
