using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

public sealed class GroupementPersistanceTests : IAsyncLifetime
{
    private BancDesGroupements _banc = null!;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _banc = await BancDesGroupements.CreerAsync();

    public ValueTask DisposeAsync() => _banc.DisposeAsync();

    [Fact]
    public async Task Un_groupement_se_relit_tel_qu_enregistre()
    {
        await using var contexte = await _banc.OuvrirAsync();

        var lu = await contexte.Groupements.SingleAsync(g => g.Id == _banc.Groupement, Annulation);

        Assert.Equal("GC-2025-001", lu.Reference.ToString());
        Assert.Equal(["ACTES", "CERTIFICATS"], lu.Prestations.OrderBy(p => p.Ordre).Select(p => p.Code));
        Assert.Equal("72416000-9", Assert.Single(lu.Lots).Cpv?.Valeur);
        Assert.Equal("certificat", lu.PrestationDe(_banc.Certificats).Unite);
        Assert.Equal(EtatDuGroupement.Ouvert, lu.Etat);
    }

    [Fact]
    public async Task La_creation_numerote_sans_trou_et_fait_entrer_le_coordonnateur()
    {
        var creer = _banc.Le<CreerGroupement>();
        await Assert.ThrowsAsync<RegleMetierException>(() =>
            creer.ExecuterAsync(Agent(), Exemples.UneIdentite(_banc.Arras.Id, nom: ""), Annulation)
        );

        var premier = await creer.ExecuterAsync(Agent(), Exemples.UneIdentite(_banc.Arras.Id, nom: "Fournitures"), Annulation);
        var second = await creer.ExecuterAsync(Agent(), Exemples.UneIdentite(_banc.Arras.Id, nom: "Énergie"), Annulation);

        await using var contexte = await _banc.OuvrirAsync();
        var references = await contexte
            .Groupements.Where(g => g.Id == premier || g.Id == second)
            .OrderBy(g => g.Reference)
            .Select(g => g.Reference)
            .ToListAsync(Annulation);
        Assert.Equal(["GC-2026-001", "GC-2026-002"], references.Select(r => r.ToString()));
        Assert.True(
            await contexte.Adhesions.AnyAsync(a => a.Groupement == premier && a.Collectivite == _banc.Arras.Id, Annulation)
        );

        Acteur Agent() => Agents.Gestionnaire with { Id = Guid.Empty };
    }

    [Fact]
    public async Task Deux_agents_ne_s_ecrasent_pas()
    {
        var fiche = await _banc.FicheAsync();
        var modifier = _banc.Le<ModifierCarte>();
        await modifier.ExecuterAsync(
            Agents.Gestionnaire,
            fiche.Id,
            fiche.Version,
            new ChangementDeCarte.NouvellePrestation(new DefinitionDePrestation("FLUX", "Flux", NatureDAchat.Services)),
            Annulation
        );

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            modifier.ExecuterAsync(
                Agents.Gestionnaire,
                fiche.Id,
                fiche.Version,
                new ChangementDeCarte.PrestationProposee(_banc.Certificats, Proposee: false),
                Annulation
            )
        );

        Assert.False((await _banc.FicheAsync()).Prestations.Single(p => p.Id == _banc.Certificats).EstRetiree);
    }

    [Fact]
    public async Task Deux_agents_ne_changent_pas_la_meme_adhesion()
    {
        var adhesion = await _banc.AdhesionDeAsync(_banc.Arras);
        await _banc
            .Le<ModifierChoix>()
            .ExecuterAsync(
                Agents.Gestionnaire,
                adhesion.Id,
                adhesion.Version,
                _banc.Certificats,
                GesteDeChoix.Choisir,
                _banc.Jour,
                Annulation
            );

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            _banc
                .Le<FixerSortie>()
                .ExecuterAsync(Agents.Gestionnaire, adhesion.Id, adhesion.Version, _banc.Jour.AddDays(-1), "Reprise", Annulation)
        );
        Assert.Null((await _banc.AdhesionDeAsync(_banc.Arras)).Sortie);
    }

    [Fact]
    public async Task Une_prestation_choisie_ne_se_supprime_pas_mais_se_retire()
    {
        var fiche = await _banc.FicheAsync();
        var modifier = _banc.Le<ModifierCarte>();
        await modifier.ExecuterAsync(
            Agents.Gestionnaire,
            fiche.Id,
            fiche.Version,
            new ChangementDeCarte.LotSupprime(1),
            Annulation
        );

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            modifier.ExecuterAsync(
                Agents.Gestionnaire,
                fiche.Id,
                fiche.Version + 1,
                new ChangementDeCarte.PrestationSupprimee(_banc.Actes),
                Annulation
            )
        );

        Assert.Contains(
            "2 membres",
            Assert.IsType<PrestationSansUsage>(Assert.Single(refus.Obstacles)).Message,
            StringComparison.Ordinal
        );
        await modifier.ExecuterAsync(
            Agents.Gestionnaire,
            fiche.Id,
            fiche.Version + 1,
            new ChangementDeCarte.PrestationSupprimee(_banc.Certificats),
            Annulation
        );
        Assert.Single((await _banc.FicheAsync()).Prestations);
    }

    [Fact]
    public async Task Admettre_plusieurs_collectivites_dit_celles_qui_sont_ecartees()
    {
        var bilan = await _banc
            .Le<AdmettreMembres>()
            .ExecuterAsync(
                Agents.Gestionnaire,
                _banc.Groupement,
                [_banc.Arras.Id, _banc.Calais.Id],
                _banc.Jour.AddDays(-1),
                [_banc.Certificats],
                "Reprise",
                Annulation
            );

        Assert.Equal(1, bilan.Admises);
        var refus = Assert.Single(bilan.Refusees);
        Assert.Equal("Arras", refus.Nom);
        Assert.IsType<PasDejaMembre>(Assert.Single(refus.Obstacles));
        Assert.True((await _banc.AdhesionDeAsync(_banc.Calais)).AChoisi(_banc.Certificats, _banc.Jour));
    }

    [Fact]
    public async Task Quatre_cents_membres_entrent_et_se_lisent_page_par_page()
    {
        var communes = Enumerable.Range(1, 400).Select(i => Exemples.UneCommune($"Commune {i:D3}")).ToList();
        await _banc.Socle.Base.SemerAsync([.. communes]);

        var bilan = await _banc
            .Le<AdmettreMembres>()
            .ExecuterAsync(
                Agents.Gestionnaire,
                _banc.Groupement,
                [.. communes.Select(c => c.Id)],
                _banc.Jour.AddDays(-1),
                [_banc.Actes, _banc.Certificats],
                "Reprise",
                Annulation
            );

        Assert.Equal(400, bilan.Admises);
        var lire = _banc.Le<LireMembres>();
        var page = await lire.ExecuterAsync(
            Agents.Gestionnaire,
            _banc.Groupement,
            new Demande(Page: 2, Recherche: "commune"),
            Annulation
        );
        Assert.Equal((400, 25), (page.Total, page.Elements.Count));
        Assert.Equal("Commune 026", page.Elements[0].Nom);
        Assert.Equal(2, page.Elements[0].Choix.Count);
        var parPrestation = new Dictionary<string, string> { ["prestation"] = _banc.Certificats.Valeur.ToString() };
        Assert.Equal(
            400,
            (
                await lire.ExecuterAsync(Agents.Gestionnaire, _banc.Groupement, new Demande(Filtres: parPrestation), Annulation)
            ).Total
        );
        var tous = await TouteLaListe.LireAsync(
            new Demande(Recherche: "commune"),
            d => lire.ExecuterAsync(Agents.Gestionnaire, _banc.Groupement, d, Annulation)
        );
        Assert.Equal(400, tous.Select(m => m.Id).Distinct().Count());
    }

    [Fact]
    public async Task Sortir_puis_revenir_fait_deux_adhesions_qui_ne_se_chevauchent_pas()
    {
        var adhesion = await _banc.AdhesionDeAsync(_banc.Arras);
        await _banc
            .Le<FixerSortie>()
            .ExecuterAsync(
                Agents.Gestionnaire,
                adhesion.Id,
                adhesion.Version,
                _banc.Jour.AddDays(-2),
                "Délibération",
                Annulation
            );
        var admettre = _banc.Le<AdmettreMembres>();

        await Assert.ThrowsAsync<RegleMetierException>(() =>
            admettre.ExecuterAsync(
                Agents.Gestionnaire,
                _banc.Groupement,
                _banc.Arras.Id,
                _banc.Jour.AddDays(-2),
                [],
                "Reprise",
                Annulation
            )
        );
        await admettre.ExecuterAsync(
            Agents.Gestionnaire,
            _banc.Groupement,
            _banc.Arras.Id,
            _banc.Jour.AddDays(-1),
            [],
            "Reprise",
            Annulation
        );

        await using var contexte = await _banc.OuvrirAsync();
        Assert.Equal(2, await contexte.Adhesions.CountAsync(a => a.Collectivite == _banc.Arras.Id, Annulation));
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            _banc
                .Le<FixerSortie>()
                .ExecuterAsync(
                    Agents.Gestionnaire,
                    adhesion.Id,
                    adhesion.Version + 1,
                    _banc.Jour.AddDays(-1),
                    "Reprise",
                    Annulation
                )
        );
        Assert.IsType<SortieAvantLAdhesionSuivante>(Assert.Single(refus.Obstacles));
    }

    [Fact]
    public async Task Corriger_l_entree_s_enregistre_avec_les_choix_qui_la_suivent()
    {
        var adhesion = await _banc.AdhesionDeAsync(_banc.Arras);
        var entree = Exemples.Debut.AddDays(20);

        await _banc
            .Le<CorrigerEntree>()
            .ExecuterAsync(Agents.Gestionnaire, adhesion.Id, adhesion.Version, entree, "Erreur de saisie", Annulation);

        var corrigee = await _banc.AdhesionDeAsync(_banc.Arras);
        Assert.Equal(entree, corrigee.Entree);
        Assert.Equal(entree, Assert.Single(corrigee.Choix).Du);
        Assert.Equal(adhesion.Version + 1, corrigee.Version);
    }

    [Fact]
    public async Task L_histoire_du_groupement_dit_qui_entre_et_qui_sort()
    {
        await _banc
            .Le<AdmettreMembres>()
            .ExecuterAsync(
                Agents.Gestionnaire,
                _banc.Groupement,
                _banc.Calais.Id,
                _banc.Jour.AddDays(-1),
                [],
                "Reprise",
                Annulation
            );
        var adhesion = await _banc.AdhesionDeAsync(_banc.Calais);
        await _banc
            .Le<FixerSortie>()
            .ExecuterAsync(
                Agents.Gestionnaire,
                adhesion.Id,
                adhesion.Version,
                _banc.Jour.AddDays(-1),
                "Délibération du 2 mars",
                Annulation
            );

        await using var contexte = await _banc.OuvrirAsync();
        var lignes = await contexte
            .Journal.Where(l => l.ObjetId == _banc.Groupement.Valeur && l.Collectivite == _banc.Calais.Id.Valeur)
            .OrderBy(l => l.Id)
            .ToListAsync(Annulation);
        Assert.Equal(
            ["Calais entre dans le groupement le 9 mars 2026.", "Calais sort du groupement le 9 mars 2026."],
            lignes.Select(l => l.Libelle)
        );
        Assert.Equal("Délibération du 2 mars", lignes[1].Motif);
        Assert.Equal("Camille Gestionnaire", lignes[0].Acteur);
    }

    [Fact]
    public async Task Un_agent_limite_ne_voit_ni_ne_change_les_autres_groupements()
    {
        var autre = Exemples.UnGroupement(_banc.Cdg.Id, numero: 2, nom: "Autre");
        await _banc.Socle.Base.SemerAsync(autre);
        var limite = BancDesGroupements.Limite(autre.Id);
        var adhesion = await _banc.AdhesionDeAsync(_banc.Arras);

        var liste = await _banc.Le<LireGroupements>().ExecuterAsync(limite, new Demande(), Annulation);

        Assert.Equal("Autre", Assert.Single(liste.Elements).Nom);
        Assert.Null(await _banc.Le<LireFicheGroupement>().ExecuterAsync(limite, _banc.Groupement, Annulation));
        Assert.Null(await _banc.Le<LireFicheAdhesion>().ExecuterAsync(limite, _banc.Groupement, adhesion.Id, Annulation));
        Assert.Equal(0, (await _banc.Le<LireMembres>().ExecuterAsync(limite, _banc.Groupement, new Demande(), Annulation)).Total);
        Assert.Equal(
            0,
            (await _banc.Le<LireCandidats>().ExecuterAsync(limite, _banc.Groupement, new Demande(), Annulation)).Total
        );
        Assert.Empty((await _banc.Le<LireGroupementsDeCollectivite>().ExecuterAsync(limite, _banc.Arras.Id, Annulation)));
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            _banc
                .Le<AdmettreMembres>()
                .ExecuterAsync(limite, _banc.Groupement, _banc.Calais.Id, _banc.Jour, [], "Reprise", Annulation)
        );
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            _banc.Le<FixerSortie>().ExecuterAsync(limite, adhesion.Id, adhesion.Version, _banc.Jour, "Reprise", Annulation)
        );
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            _banc.Le<OuvrirGroupement>().ExecuterAsync(limite, _banc.Groupement, 1, Annulation)
        );
        await Assert.ThrowsAsync<RefusException>(() =>
            _banc.Le<CreerGroupement>().ExecuterAsync(limite, Exemples.UneIdentite(_banc.Arras.Id), Annulation)
        );
    }

    [Fact]
    public async Task Ni_un_membre_ni_un_lecteur_ne_change_un_groupement()
    {
        var membre = Agents.Membre(_banc.Arras.Id, RoleDeMembre.Signataire);

        await Assert.ThrowsAsync<DroitManquantException>(() =>
            _banc.Le<LireGroupements>().ExecuterAsync(membre, new Demande(), Annulation)
        );
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            _banc.Le<LireFicheGroupement>().ExecuterAsync(membre, _banc.Groupement, Annulation)
        );
        foreach (var acteur in (Acteur[])[membre, Agents.Lecture, Agents.Finances])
        {
            await Assert.ThrowsAsync<DroitManquantException>(() =>
                _banc
                    .Le<AdmettreMembres>()
                    .ExecuterAsync(acteur, _banc.Groupement, _banc.Calais.Id, _banc.Jour, [], "Reprise", Annulation)
            );
        }

        Assert.False((await _banc.FicheAsync(Agents.Lecture)).PeutGerer);
    }

    [Theory]
    [InlineData("demat", 1)]
    [InlineData("DÉMATÉRIALISATION", 1)]
    [InlineData("gc-2025-001", 1)]
    [InlineData("gc-2025-002", 0)]
    [InlineData("voirie", 0)]
    public async Task La_liste_se_cherche_par_nom_sans_accent_ou_par_reference(string recherche, int attendus)
    {
        var liste = await _banc
            .Le<LireGroupements>()
            .ExecuterAsync(Agents.Lecture, new Demande(Recherche: recherche), Annulation);

        Assert.Equal(attendus, liste.Total);
        Assert.Equal(attendus, liste.Elements.Count);
    }

    [Theory]
    [InlineData("nom", false)]
    [InlineData("nom", true)]
    [InlineData("debut", false)]
    [InlineData("debut", true)]
    [InlineData("reference", false)]
    [InlineData("inconnu", true)]
    public async Task Chaque_tri_de_la_liste_repond(string tri, bool decroissant)
    {
        await _banc.Socle.Base.SemerAsync(Exemples.UnGroupement(_banc.Cdg.Id, numero: 2, nom: "Autre"));

        var liste = await _banc
            .Le<LireGroupements>()
            .ExecuterAsync(Agents.Lecture, new Demande(Tri: tri, Decroissant: decroissant), Annulation);

        Assert.Equal(2, liste.Elements.Count);
        if (tri == "nom")
        {
            Assert.Equal(decroissant ? "Dématérialisation" : "Autre", liste.Elements[0].Nom);
        }
    }
}
