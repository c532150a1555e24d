using CdgMarches.App.Courriels;
using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Courriels;
using CdgMarches.App.Socle.Taches;
using CdgMarches.Database.Parametres;
using CdgMarches.Domain.Collectivites;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Courriels;

/// <summary>L'avis annuel de retrait : son jour, ses lettres, à qui l'on répond.</summary>
public sealed class AvisDeRetraitTests : EssaiDesSuites
{
    [Fact]
    public async Task L_avis_annuel_de_retrait_part_au_jour_regle_une_seule_fois_et_se_rattrape_dans_le_mois()
    {
        var tache = _app.Services.GetServices<ITachePlanifiee>().Single(t => t.Nom == "groupements.avis-de-retrait");

        A(8, 31);
        Assert.StartsWith("Prochain avis le 1er septembre 2026", await tache.ExecuterAsync(default), StringComparison.Ordinal);
        Assert.Equal(0, await AvisAsync());

        // Late by two days: the application was stopped.
        A(9, 3);
        await tache.ExecuterAsync(default);
        var partis = await AvisAsync();
        Assert.True(partis > 0);
        await tache.ExecuterAsync(default);
        A(9, 4);
        await tache.ExecuterAsync(default);
        Assert.Equal(partis, await AvisAsync());

        A(10, 2);
        Assert.StartsWith("Prochain avis le 1er septembre 2027", await tache.ExecuterAsync(default), StringComparison.Ordinal);

        void A(int mois, int quantieme) =>
            _app.Horloge.Instant = new DateTimeOffset(2026, mois, quantieme, 8, 0, 0, TimeSpan.Zero);

        Task<int> AvisAsync() =>
            LireAsync(c => c.EnvoisDeCourriel.CountAsync(e => e.Modele == EnvoyerAvisDeRetrait.Definition.Cle));
    }

    [Fact]
    public async Task Un_membre_sans_adresse_recoit_l_avis_de_retrait_en_lettre_et_l_agent_le_sait_une_fois()
    {
        var isolee = Groupements.Exemples.UneCommune("Carency");
        isolee.Modifier(isolee.Identite with { Courriel = null, Siege = new Adresse("1 place", null, "62144", "Carency") });
        await _app.Base.SemerAsync(
            isolee,
            Domain.Groupements.Adhesion.Entrer(
                _e.Commun.Id,
                isolee.Id,
                _e.Commun.Debut,
                new Domain.Groupements.FaitsDEntree(_e.Commun.Etat, _e.Commun.Debut, null, null, [])
            )
        );
        var tache = _app.Services.GetServices<ITachePlanifiee>().Single(t => t.Nom == "groupements.avis-de-retrait");
        _app.Horloge.Instant = new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);

        Assert.EndsWith("1 lettre à imprimer.", await tache.ExecuterAsync(default), StringComparison.Ordinal);
        await tache.ExecuterAsync(default);

        var notification = await LireAsync(c =>
            c.Notifications.SingleAsync(n => n.Destinataire == _agent.Id && n.Texte.StartsWith("Avis annuel"))
        );
        Assert.Contains("1 lettre à imprimer pour Groupement commun", notification.Texte, StringComparison.Ordinal);
        Assert.Equal($"/groupements/{_e.Commun.Id.Valeur}/documents?nature={LettreDAvisDeRetrait.Nature}", notification.Lien);
        var lettres = await Le<PreparerProduction>().ExecuterAsync(_agent, LettreDAvisDeRetrait.Nature, [_e.Commun.Id.Valeur]);
        Assert.Empty(Assert.Single(lettres).Manquants);
        var id = await Le<ProduireDocument>()
            .ExecuterAsync(_agent, new DemandeDeDocument(LettreDAvisDeRetrait.Nature, _e.Commun.Id.Valeur));
        var produite = await LireAsync(c => c.DocumentsProduits.SingleAsync(d => d.Id == id));
        Assert.Equal((isolee.Id, "Commune de Carency"), (produite.Collectivite!.Value, produite.NomDuDestinataire));
        Assert.Contains("31 décembre 2026", produite.Donnees, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_repond_de_l_avis_de_retrait_a_l_agent_en_charge_du_groupement_sinon_au_cdg(bool confie)
    {
        await using (var contexte = await _app.Fabrique.CreateDbContextAsync())
        {
            contexte.ReglagesGeneraux.Add(new ReglageGeneral(ReglageGeneral.CourrielDeContact, "contact@cdg.example"));
            await contexte.SaveChangesAsync();
            await contexte.Groupements.ExecuteUpdateAsync(g =>
                g.SetProperty(x => x.Responsable, (Guid?)null).SetProperty(x => x.Suppleant, confie ? _agent.Id : null)
            );
        }

        _app.Horloge.Instant = new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);
        await _app
            .Services.GetServices<ITachePlanifiee>()
            .Single(t => t.Nom == "groupements.avis-de-retrait")
            .ExecuterAsync(default);

        var attendue = confie
            ? await LireAsync(c => c.Users.Where(u => u.Id == _agent.Id).Select(u => u.Email).SingleAsync())
            : "contact@cdg.example";
        var adresses = await LireAsync(c =>
            c.EnvoisDeCourriel.Where(e => e.Modele == EnvoyerAvisDeRetrait.Definition.Cle).Select(e => e.RepondreA).ToListAsync()
        );
        Assert.NotEmpty(adresses);
        Assert.All(adresses, a => Assert.Equal(attendue, a));
    }
}
