using CdgMarches.App.Groupements;
using CdgMarches.App.Groupements.Constitution;
using CdgMarches.App.Groupements.Vie;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

/// <summary>Le suivi d'un groupement sur une vraie base : comité, litiges, bilans.</summary>
public sealed class SuiviDuGroupementTests : IAsyncLifetime
{
    private static readonly Acteur Agent = Agents.Gestionnaire with { Id = Guid.Empty };

    private BancDesGroupements _banc = null!;

    public async ValueTask InitializeAsync() => _banc = await BancDesGroupements.CreerAsync();

    public ValueTask DisposeAsync() => _banc.DisposeAsync();

    [Fact]
    public async Task Le_comite_se_designe_se_reunit_et_laisse_des_actions()
    {
        await _banc
            .Le<OuvrirConvention>()
            .ExecuterAsync(
                Agent,
                _banc.Groupement,
                new TermesDeConvention("Marchés", DureeDeConvention.Indeterminee, null, new Integration(), "", "")
            );
        var prevoir = _banc.Le<PrevoirReunion>();
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            prevoir.ExecuterAsync(Agent, _banc.Groupement, _banc.Jour, new(10, 0), "Siège", "Bilan")
        );
        Assert.IsType<ComiteDesigne>(Assert.Single(refus.Obstacles));
        var convention = (await _banc.Le<LireConvention>().ExecuterAsync(Agent, _banc.Groupement))!;
        await _banc
            .Le<ModifierConvention>()
            .ExecuterAsync(
                Agent,
                _banc.Groupement,
                convention.Version,
                new ChangementDeConvention.NouvelleDesignation(
                    _banc.Arras.Id,
                    "Lise Hochart",
                    "lise@arras.example",
                    "Le maire",
                    _banc.Jour
                )
            );

        var id = await prevoir.ExecuterAsync(Agent, _banc.Groupement, _banc.Jour, new(10, 0), "Siège", "Bilan");
        await ChangerAsync(id, new ChangementDeReunion.Invitation());
        var lue = (await _banc.Le<LireReunions>().FicheAsync(Agent, _banc.Groupement, id))!;
        await ChangerAsync(id, new ChangementDeReunion.Presents(lue.Reunion.Presences.Select(p => p.Id).ToHashSet()));
        await ChangerAsync(id, new ChangementDeReunion.CompteRendu("Tout va bien."));
        await ChangerAsync(id, new ChangementDeReunion.NouvelleAction("Chiffrer", "CDG", _banc.Jour.AddDays(9)));

        lue = (await _banc.Le<LireReunions>().FicheAsync(Agent, _banc.Groupement, id))!;
        Assert.True(Assert.Single(lue.Reunion.Presences).EstPresent);
        Assert.Equal(_banc.Jour.AddDays(9), Assert.Single(lue.Reunion.Actions).PourLe);
        await using var contexte = await _banc.OuvrirAsync();
        var envoi = await contexte.EnvoisDeCourriel.SingleAsync(e => e.Destinataire == "lise@arras.example");
        Assert.Contains("SUMMARY:Comité de suivi — Dématérialisation", envoi.Ics, StringComparison.Ordinal);
        Assert.Null(await _banc.Le<LireReunions>().FicheAsync(BancDesGroupements.Limite(), _banc.Groupement, id));
    }

    [Fact]
    public async Task Un_litige_declare_par_un_membre_informe_tous_les_autres()
    {
        var declarer = _banc.Le<DeclarerLitige>();
        var arras = Agents.Membre(_banc.Arras.Id);

        var id = await declarer.ExecuterAsync(
            arras,
            _banc.Groupement,
            NatureDeLitige.Titulaire,
            _banc.Arras.Id,
            "Titulaire",
            "Retards répétés."
        );

        await using var contexte = await _banc.OuvrirAsync();
        var informes = await contexte
            .PreuvesDInformation.Where(p => p.ObjetId == id.Valeur)
            .Select(p => p.Collectivite)
            .ToListAsync();
        Assert.Equal(2, informes.Count);
        Assert.DoesNotContain(_banc.Arras.Id, informes);
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            declarer.ExecuterAsync(
                arras,
                _banc.Groupement,
                NatureDeLitige.Titulaire,
                _banc.Bethune.Id,
                "Titulaire",
                "Au nom d'un autre."
            )
        );
        await Assert.ThrowsAsync<RefusException>(() =>
            declarer.ExecuterAsync(Agent, _banc.Groupement, NatureDeLitige.Titulaire, _banc.Calais.Id, "X", "Non membre.")
        );
    }

    [Fact]
    public async Task Les_membres_se_lisent_a_une_date()
    {
        var demande = new Demande(Filtres: new Dictionary<string, string> { ["le"] = "2024-12-31" });

        Assert.Empty((await _banc.Le<LireMembres>().ExecuterAsync(Agent, _banc.Groupement, demande)).Elements);
        Assert.Equal(3, (await _banc.Le<LireMembres>().ExecuterAsync(Agent, _banc.Groupement, new Demande())).Total);
    }

    private async Task ChangerAsync(ReunionDeComiteId id, ChangementDeReunion changement) =>
        await _banc
            .Le<TenirReunion>()
            .ExecuterAsync(
                Agent,
                id,
                (await _banc.Le<LireReunions>().FicheAsync(Agent, _banc.Groupement, id))!.Reunion.Version,
                changement
            );
}
