using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Brouillons;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.App.Socle.Journal;
using CdgMarches.App.Socle.Notifications;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;

namespace CdgMarches.Tests.Socle;

public sealed class BrouillonsEtHistoriqueTests : IAsyncLifetime
{
    private readonly Guid _objet = Guid.CreateVersion7();
    private SocleDEssai _socle = null!;

    public async ValueTask InitializeAsync() => _socle = await SocleDEssai.CreerAsync();

    public ValueTask DisposeAsync() => _socle.DisposeAsync();

    [Fact]
    public async Task Un_brouillon_se_garde_se_remplace_et_n_est_lu_que_par_son_auteur()
    {
        var garder = _socle.Le<GarderBrouillon>();

        await garder.EnregistrerAsync(Agents.Gestionnaire, "campagne/nouvelle", "{\"a\":1}");
        await garder.EnregistrerAsync(Agents.Gestionnaire, "campagne/nouvelle", "{\"a\":2}");

        Assert.Equal("{\"a\":2}", (await garder.LireAsync(Agents.Gestionnaire, "campagne/nouvelle"))!.Json);
        Assert.Null(await garder.LireAsync(Agents.Finances, "campagne/nouvelle"));
        await garder.SupprimerAsync(Agents.Finances, "campagne/nouvelle");
        Assert.NotNull(await garder.LireAsync(Agents.Gestionnaire, "campagne/nouvelle"));
        await garder.SupprimerAsync(Agents.Gestionnaire, "campagne/nouvelle");
        Assert.Null(await garder.LireAsync(Agents.Gestionnaire, "campagne/nouvelle"));
    }

    [Fact]
    public async Task Un_membre_ne_lit_de_l_historique_que_les_lignes_de_sa_collectivite()
    {
        var sienne = CollectiviteId.Nouveau();
        await JournaliserAsync("À lui", sienne.Valeur);
        await JournaliserAsync("À un autre", CollectiviteId.Nouveau().Valeur);
        await JournaliserAsync("À personne", null);
        var lire = _socle.Le<LireHistorique>();

        var membre = await lire.ExecuterAsync(Agents.Membre(sienne), "Campagne", _objet, new Demande());
        var cdg = await lire.ExecuterAsync(Agents.Lecture, "Campagne", _objet, new Demande());

        Assert.Equal("À lui", Assert.Single(membre.Elements).Libelle);
        Assert.Equal((1, 3), (membre.Total, cdg.Total));
    }

    [Fact]
    public async Task L_historique_va_du_plus_recent_au_plus_ancien_par_pages()
    {
        for (var i = 1; i <= 30; i++)
        {
            await JournaliserAsync($"Fait {i}", null);
            _socle.Horloge.Instant = _socle.Horloge.Instant.AddMinutes(1);
        }

        var page = await _socle.Le<LireHistorique>().ExecuterAsync(Agents.Lecture, "Campagne", _objet, new Demande(Page: 2));

        Assert.Equal(30, page.Total);
        Assert.Equal(["Fait 5", "Fait 4", "Fait 3", "Fait 2", "Fait 1"], page.Elements.Select(l => l.Libelle));
    }

    [Fact]
    public async Task Un_conflit_montre_les_seuls_champs_qui_different_et_dit_qui_a_change_en_dernier()
    {
        await JournaliserAsync("Modification", null);

        var conflit = await _socle
            .Le<ComparerSaisies>()
            .ExecuterAsync(
                Agents.Finances,
                new Fiche("Papier A4", "10"),
                () => Task.FromResult<Fiche?>(new Fiche("Papier A3", "10")),
                [new("Désignation", f => f.Nom), new("Quantité", f => f.Quantite)],
                "Campagne",
                _objet
            );

        Assert.Equal(new Divergence("Désignation", "Papier A4", "Papier A3"), Assert.Single(conflit!.Divergences));
        Assert.Equal((Agents.Gestionnaire.Nom, HorlogeFigee.Origine), (conflit.Par, conflit.Le));
    }

    [Fact]
    public async Task Un_objet_supprime_entre_temps_n_a_pas_de_conflit_a_montrer() =>
        Assert.Null(
            await _socle
                .Le<ComparerSaisies>()
                .ExecuterAsync(Agents.Finances, new Fiche("", ""), () => Task.FromResult<Fiche?>(null), [], "Campagne", _objet)
        );

    [Fact]
    public async Task Un_avis_n_est_lu_et_marque_que_par_son_destinataire()
    {
        await using (var contexte = await _socle.OuvrirAsync())
        {
            FileDeNotifications.Deposer(contexte, Agents.Gestionnaire.Id, "Réponse rouverte", "/espace", _socle.Horloge.Instant);
            await contexte.SaveChangesAsync();
        }

        var lire = _socle.Le<LireNotifications>();
        await lire.MarquerLuesAsync(Agents.Finances);
        Assert.Equal((1, 0), (await lire.NonLuesAsync(Agents.Gestionnaire), await lire.NonLuesAsync(Agents.Finances)));
        await lire.MarquerLuesAsync(Agents.Gestionnaire);

        Assert.True(Assert.Single((await lire.ExecuterAsync(Agents.Gestionnaire, new Demande())).Elements).EstLu);
    }

    private async Task JournaliserAsync(string libelle, Guid? collectivite)
    {
        await using var contexte = await _socle.OuvrirAsync();
        var fait = new Fait(libelle, collectivite);
        contexte.Journaliser(LigneDeJournal.De("Campagne", _objet, fait, Agents.Gestionnaire, _socle.Horloge.Instant));
        await contexte.SaveChangesAsync();
    }

    private sealed record Fait(string Libelle, Guid? Collectivite) : IEvenementMetier;

    private sealed record Fiche(string Nom, string Quantite);
}
