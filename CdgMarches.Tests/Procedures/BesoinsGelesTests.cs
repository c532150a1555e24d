using CdgMarches.App.Marches;
using CdgMarches.App.Parametres;
using CdgMarches.App.Procedures;
using CdgMarches.App.Recensements;
using CdgMarches.App.Socle;
using CdgMarches.Database.Reference;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Procedures.Regles;
using CdgMarches.Tests.Outils;
using CdgMarches.Tests.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Procedures;

/// <summary>Du besoin gelé aux lots, à la liste figée, et à la part de chacun dans le minimum garanti.</summary>
public sealed class BesoinsGelesTests : IAsyncLifetime
{
    private BancDeRecensement _banc = null!;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    private static Acteur Agent => Agents.Gestionnaire;

    private HorlogeLegale Horloge => _banc.Service<HorlogeLegale>();

    private FaitsDeProcedure Faits => new(_banc.Service<LireParametres>());

    public async ValueTask InitializeAsync()
    {
        _banc = await BancDeRecensement.CreerAsync();
        await new ChargerReference(
            _banc.Base.Fabrique,
            [new ChargementDesSeuils(), new ChargementDesDelais()],
            _banc.Horloge
        ).ExecuterAsync(Annulation);
        await using var contexte = await _banc.Base.Fabrique.CreateDbContextAsync(Annulation);
        (await contexte.Groupements.SingleAsync(Annulation)).Ouvrir(coordonnateurMembre: true);
        await contexte.EnregistrerAsync(Agent, _banc.Horloge.Instant, Annulation);
    }

    public ValueTask DisposeAsync() => _banc.DisposeAsync();

    [Fact]
    public async Task Le_minimum_garanti_se_partage_selon_le_minimum_que_chacun_a_demande_et_les_parts_font_le_tout()
    {
        var procedure = await LancerAsync();
        // Papier : (10 + 20) rames à 4 € par an, quatre ans.
        var papier = (await _banc.LireAsync(c => c.Procedures.SingleAsync(p => p.Id == procedure))).LotDe(1);
        Assert.Equal(
            (480m, 960m, 4_800m),
            (papier.Minimum!.Value.Euros, papier.Estimation!.Value.Euros, papier.Maximum!.Value.Euros)
        );

        var marche = await AttribuerAsync(procedure, MontantHt.DEuros(1_000m));
        await using (var contexte = await _banc.Base.Fabrique.CreateDbContextAsync(Annulation))
        {
            contexte.Add(Commande(marche, 0, 400m));
            contexte.Add(Commande(marche, 1, 100m));
            await contexte.SaveChangesAsync(Annulation);
        }

        var lire = new LireConsommation(_banc.Base.Fabrique);
        var page = await lire.ExecuterAsync(Agent, marche.Id, new Demande(), Annulation);

        Assert.Equal(
            [(333.33m, 0m), (666.67m, 566.67m), (null, null)],
            page.Elements.Select(m => (m.Minimum?.Euros, m.ResteSousLeMinimum?.Euros))
        );
        var annee = await lire.ExecuterAsync(
            Agent,
            marche.Id,
            new Demande(Filtres: new Dictionary<string, string> { ["annee"] = "2026" }),
            Annulation
        );
        Assert.All(annee.Elements, m => Assert.Null(m.ResteSousLeMinimum));
        var sien = await new LireMarcheDuMembre(_banc.Base.Fabrique).ExecuterAsync(_banc.Membre(1), marche.Id, Annulation);
        Assert.Equal(MontantHt.DEuros(666.67m), Assert.Single(sien!.Siennes).Minimum);
    }

    [Fact]
    public async Task Sans_minimum_garanti_rien_ne_se_partage()
    {
        var procedure = await LancerAsync();
        var marche = await AttribuerAsync(procedure, null);

        var page = await new LireConsommation(_banc.Base.Fabrique).ExecuterAsync(Agent, marche.Id, new Demande(), Annulation);

        Assert.Equal(3, page.Total);
        Assert.All(page.Elements, m => Assert.Null(m.Minimum));
    }

    [Fact]
    public async Task Un_membre_sans_besoin_decide_empeche_le_lancement_et_il_est_nomme()
    {
        var procedure = await PreparerAsync(repondre: 2);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => LancerAsync(procedure));

        var obstacle = Assert.IsType<BesoinsDecidesAvantLeLancement>(Assert.Single(refus.Obstacles));
        Assert.Contains("Membre 0003", obstacle.Message, StringComparison.Ordinal);
        Assert.Empty(await _banc.LireAsync(c => c.MembresFiges.ToListAsync()));
    }

    /// <summary>Trois membres ; le troisième ne demande pas de papier, et seul il demande un minimum de stylos.</summary>
    private async Task<ProcedureId> PreparerAsync(int repondre = 3)
    {
        var campagne = await _banc.OuvrirAsync();
        for (var rang = 0; rang < repondre; rang++)
        {
            var reponse = await _banc.ReponseAsync(campagne, rang);
            var papier = rang < 2 ? rang + 1 : 0;
            await _banc.SaisirAsync(_banc.Membre(rang), reponse.Id, 1, 10 * papier, 20 * papier, 100 * papier);
            await _banc.SaisirAsync(_banc.Membre(rang), reponse.Id, 2, rang == 2 ? 500 : 0, 1_000, 2_000);
            await _banc.ValiderAsync(_banc.Membre(rang, RoleDeMembre.Signataire), reponse.Id);
        }

        await _banc.CloreAsync();
        await _banc
            .Service<GelerConsolidation>()
            .ExecuterAsync(Agent, campagne, await _banc.VersionAsync(campagne), "Parapheurs laissés de côté.", Annulation);
        var fabrique = _banc.Base.Fabrique;
        var id = await new CreerProcedure(fabrique, Horloge).ExecuterAsync(
            Agent,
            _banc.Groupement.Id,
            "Fournitures",
            NatureDAchat.Fournitures,
            Horloge.Aujourdhui,
            Annulation
        );
        var gel = await _banc.LireAsync(c => c.Consolidations.Select(g => g.Id).SingleAsync());
        Assert.Equal(
            2,
            await new PrendreLesBesoins(fabrique, Horloge).ExecuterAsync(
                Agent,
                id,
                await VersionAsync(id),
                gel,
                [_banc.Fournitures],
                Annulation
            )
        );
        await new ConduireProcedure(fabrique, Horloge, Faits).ExecuterAsync(
            Agent,
            id,
            await VersionAsync(id),
            new ActeDeProcedure.Choisit(
                new ChoixDeProcedure
                {
                    Forme = FormeDeProcedure.Adaptee,
                    Contrat = FormeDeContrat.AccordCadre,
                    DureeEnMois = 48,
                    JustificationDeLaForme = "Mise en concurrence souhaitée sous les seuils.",
                }
            ),
            Annulation
        );
        return id;
    }

    private async Task<ProcedureId> LancerAsync()
    {
        var procedure = await PreparerAsync();
        await LancerAsync(procedure);
        return procedure;
    }

    private async Task LancerAsync(ProcedureId procedure) =>
        await new LancerProcedure(_banc.Base.Fabrique, Horloge, Faits).ExecuterAsync(
            Agent,
            procedure,
            await VersionAsync(procedure),
            Horloge.Aujourdhui,
            "Accord des membres par courrier.",
            Annulation
        );

    /// <summary>Le marché du premier lot, au minimum garanti que le contrat retient.</summary>
    private async Task<Marche> AttribuerAsync(ProcedureId procedure, MontantHt? minimum)
    {
        var lue = await _banc.LireAsync(c => c.Procedures.SingleAsync(p => p.Id == procedure));
        var marche = Marche.Attribuer(
            "MAR-2026-001",
            lue,
            lue.LotDe(1),
            new AttributionDeMarche(
                Horloge.Aujourdhui,
                [("Papeterie du Nord", null)],
                MontantHt.DEuros(4_800m),
                minimum,
                MontantHt.DEuros(4_800m),
                48,
                []
            )
        );
        await _banc.Base.SemerAsync(marche);
        return marche;
    }

    private Commande Commande(Marche marche, int membre, decimal euros) =>
        new(
            marche.Id,
            _banc.Membres[membre].Id,
            new DateOnly(2026, 6, 1),
            MontantHt.DEuros(euros),
            EtatDeCommande.Emise,
            null,
            false,
            null
        );

    private Task<int> VersionAsync(ProcedureId id) =>
        _banc.LireAsync(c => c.Procedures.Where(p => p.Id == id).Select(p => p.Version).SingleAsync());
}
