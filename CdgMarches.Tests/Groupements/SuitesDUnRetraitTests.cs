using CdgMarches.App.Groupements.Avenants;
using CdgMarches.App.Groupements.Retraits;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

/// <summary>Ce qu'un départ entraîne, et ce que la nuit en constate, sur une vraie base.</summary>
public sealed class SuitesDUnRetraitTests : EssaiDeConvention
{
    [Fact]
    public async Task La_nuit_constate_les_preavis_sans_deliberation_une_seule_fois_et_le_dit_au_membre()
    {
        await OuvrirLaCommissionAsync();
        var choix = (await Banc.AdhesionDeAsync(Banc.Arras)).Choix;
        var sansSuite = await AnnoncerAsync(Banc.Arras);
        await ConduireAsync(sansSuite, new ChangementDeRetrait.Information(Jour, Exemples.Recepisse));
        var delibere = await AnnoncerAsync(Banc.Bethune);
        await ConduireAsync(delibere, new ChangementDeRetrait.Information(Jour, Exemples.Recepisse));
        await ConduireAsync(delibere, new ChangementDeRetrait.Deliberation(Exemples.Executoire(Jour), null, null, []));

        Aller(new DateOnly(Jour.Year, 12, 31));
        Assert.Equal("0 préavis caduc.", await ExecuterAsync("groupements.retraits-caducs"));
        // Three nights late: the same thing is found, once.
        Aller(new DateOnly(Jour.Year + 1, 1, 4));
        Assert.Equal("1 préavis caduc.", await ExecuterAsync("groupements.retraits-caducs"));
        Assert.Equal("0 préavis caduc.", await ExecuterAsync("groupements.retraits-caducs"));

        Assert.Equal(EtatDeRetrait.Caduc, (await RetraitAsync(sansSuite)).Etat);
        Assert.Equal(EtatDeRetrait.Annonce, (await RetraitAsync(delibere)).Etat);
        Assert.Null((await Banc.AdhesionDeAsync(Banc.Arras)).Sortie);
        await using var contexte = await Banc.OuvrirAsync();
        var informes = await contexte
            .PreuvesDInformation.Where(p => p.ObjetId == sansSuite.Valeur)
            .Select(p => p.Collectivite)
            .ToListAsync(Annulation);
        Assert.Equal(new HashSet<CollectiviteId> { Banc.Arras.Id, Banc.Cdg.Id }, informes.ToHashSet());
        Assert.Equal(2, informes.Count);
        Assert.Equal(
            choix.Select(c => (c.Prestation, c.Au)),
            (await Banc.AdhesionDeAsync(Banc.Arras)).Choix.Select(c => (c.Prestation, c.Au))
        );
        Assert.Contains((await contexte.Commissions.SingleAsync(Annulation)).Sieges, s => s.Collectivite == Banc.Arras.Id.Valeur);
    }

    [Fact]
    public async Task Un_preavis_d_avant_l_entree_et_une_deliberation_vide_sont_refuses()
    {
        var entree = (await Banc.AdhesionDeAsync(Banc.Arras)).Entree;
        var retrait = await AnnoncerAsync(Banc.Arras);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            ConduireAsync(retrait, new ChangementDeRetrait.Information(entree.AddDays(-1), Exemples.Recepisse))
        );
        Assert.IsType<InformationPendantLAdhesion>(Assert.Single(refus.Obstacles));
        refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            ConduireAsync(retrait, new ChangementDeRetrait.Deliberation(new ActeDeliberatif(), null, "  ", []))
        );
        Assert.IsType<DeliberationDeRetraitSaisie>(Assert.Single(refus.Obstacles));
        await ConduireAsync(retrait, new ChangementDeRetrait.Information(entree, Exemples.Recepisse));
    }

    [Fact]
    public async Task Le_coordonnateur_lit_de_quel_membre_le_preavis_est_caduc()
    {
        await EcrireAsync(Banc.Cdg, "groupements@cdg.example");
        await EcrireAsync(Banc.Arras, "mairie@arras.example");
        var retrait = await AnnoncerAsync(Banc.Arras);
        await ConduireAsync(retrait, new ChangementDeRetrait.Information(Jour, Exemples.Recepisse));
        Aller(new DateOnly(Jour.Year + 1, 1, 1));

        await ExecuterAsync("groupements.retraits-caducs");

        await using var contexte = await Banc.OuvrirAsync();
        var courriel = await contexte.EnvoisDeCourriel.SingleAsync(e => e.Destinataire == "groupements@cdg.example", Annulation);
        Assert.Equal("groupement.retrait-caduc-coordonnateur", courriel.Modele);
        Assert.Contains("Arras vous avait informé", courriel.Texte, StringComparison.Ordinal);
        var auMembre = await contexte.EnvoisDeCourriel.SingleAsync(e => e.Destinataire == "mairie@arras.example", Annulation);
        Assert.Equal("groupement.retrait-caduc", auMembre.Modele);
        Assert.Contains("Le retrait d'Arras du groupement", auMembre.Objet.Replace('’', '\''), StringComparison.Ordinal);
        Assert.Contains("Arras avait informé le coordonnateur", auMembre.Texte, StringComparison.Ordinal);
        Assert.Contains($"la sortie est au 31 décembre {Jour.Year + 1}", auMembre.Texte, StringComparison.Ordinal);
        Assert.Contains($"au plus tard le 29 octobre {Jour.Year + 1}", auMembre.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_preavis_de_l_annee_est_a_l_echeancier_et_n_y_est_porte_qu_une_fois()
    {
        Assert.Equal("1 échéance portée.", await ExecuterAsync("groupements.preavis"));
        Assert.Equal("0 échéance portée.", await ExecuterAsync("groupements.preavis"));
        Assert.Equal(new DateOnly(Jour.Year, 10, 29), await EcheanceAsync());

        Aller(new DateOnly(Jour.Year, 10, 30));
        Assert.Equal("1 échéance portée.", await ExecuterAsync("groupements.preavis"));
        Assert.Equal(new DateOnly(Jour.Year + 1, 10, 29), await EcheanceAsync());

        await PasserAuProfilAsync(ProfilDeConvention.GroupementDedie);
        Assert.Null(await EcheanceAsync());

        async Task<DateOnly?> EcheanceAsync()
        {
            await using var contexte = await Banc.OuvrirAsync();
            return await contexte
                .Echeances.Where(e => e.ObjetId == Banc.Groupement.Valeur && e.Cle == "preavis")
                .Select(e => (DateOnly?)e.Date)
                .SingleOrDefaultAsync(Annulation);
        }
    }

    [Fact]
    public async Task Au_groupement_permanent_le_depart_du_coordonnateur_ouvre_la_dissolution()
    {
        var retrait = await AnnoncerAsync(Banc.Cdg);
        await ConduireAsync(retrait, new ChangementDeRetrait.Information(Jour, Exemples.Recepisse));
        await ConduireAsync(retrait, new ChangementDeRetrait.Deliberation(Exemples.Executoire(Jour), null, null, []));

        await DeposerLaDeliberationAsync(retrait);
        await ConduireAsync(retrait, new ChangementDeRetrait.Constat(null));

        var (dissolution, verdict, _) = (await Banc.Le<ConduireDissolution>().LireAsync(Agent, Banc.Groupement, Annulation))!;
        Assert.Equal(
            (CauseDeDissolution.DepartDuCoordonnateur, new DateOnly(Jour.Year, 12, 31)),
            (dissolution.Cause, dissolution.DernierJour)
        );
        Assert.Contains(verdict.Obstacles, o => o is MembresTousInformes);
        // The coordonnateur stays in charge until the last day.
        Assert.Null((await Banc.AdhesionDeAsync(Banc.Cdg)).Sortie);
    }

    [Fact]
    public async Task Deux_departs_le_meme_mois_ne_laissent_pas_un_membre_seul_dans_quelque_ordre_qu_ils_se_constatent()
    {
        await PasserAuProfilAsync(ProfilDeConvention.GroupementDedie);
        var tard = await PreparerAsync(Banc.Bethune, Jour.AddDays(60));
        await ConduireAsync(tard, new ChangementDeRetrait.Constat(null));
        var tot = await PreparerAsync(Banc.Arras, Jour.AddDays(45));

        // Who leaves does not take the coordination over.
        var nommer = await Assert.ThrowsAsync<RegleMetierException>(() =>
            Banc.Le<PreparerAvenant>()
                .ExecuterAsync(
                    Agent,
                    Banc.Groupement,
                    new NouvelAvenant(GenreDAvenant.Coordonnateur, "Coordonnateur", "Le CDG.", "Béthune.", Banc.Bethune.Id, null),
                    Annulation
                )
        );
        Assert.IsType<CoordonnateurQuiDemeure>(Assert.Single(nommer.Obstacles));
        // On the day after, two members remain; once the later exit is past, one.
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            ConduireAsync(tot, new ChangementDeRetrait.Constat("Quand même."))
        );

        Assert.IsType<ResteUnGroupement>(Assert.Single(refus.Obstacles));
        Assert.Null((await Banc.AdhesionDeAsync(Banc.Arras)).Sortie);

        async Task<DossierDeRetraitId> PreparerAsync(Collectivite membre, DateOnly sortie)
        {
            var retrait = await AnnoncerAsync(membre);
            await ConduireAsync(retrait, new ChangementDeRetrait.Deliberation(Exemples.Executoire(Jour), sortie, null, []));
            await DeposerLaDeliberationAsync(retrait);
            return retrait;
        }
    }

    [Fact]
    public async Task Au_groupement_dedie_le_depart_du_coordonnateur_est_refuse()
    {
        await PasserAuProfilAsync(ProfilDeConvention.GroupementDedie);
        var retrait = await AnnoncerAsync(Banc.Cdg);
        await ConduireAsync(retrait, new ChangementDeRetrait.Deliberation(Exemples.Executoire(Jour), Jour.AddDays(30), null, []));

        await DeposerLaDeliberationAsync(retrait);
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            ConduireAsync(retrait, new ChangementDeRetrait.Constat("Quand même."))
        );

        Assert.IsType<CoordonnateurRemplace>(Assert.Single(refus.Obstacles));
        Assert.Null(await Banc.Le<ConduireDissolution>().LireAsync(Agent, Banc.Groupement, Annulation));
    }

    [Fact]
    public async Task Les_suites_d_un_retrait_lisent_minimum_commandes_siege_et_seances()
    {
        await PasserAuProfilAsync(ProfilDeConvention.GroupementDedie);
        var id = await ProcedurePreteAsync();
        await LancerAsync(id);
        await using (var contexte = await Banc.OuvrirAsync())
        {
            var procedure = await contexte.Procedures.SingleAsync(p => p.Id == id, Annulation);
            var marche = Marche.Attribuer(
                "MAR-2026-001",
                procedure,
                procedure.Lots[0],
                new AttributionDeMarche(
                    Jour,
                    [("Titulaire", null)],
                    MontantHt.DEuros(10_000m),
                    MontantHt.DEuros(4_000m),
                    MontantHt.DEuros(20_000m),
                    24,
                    []
                )
            );
            marche.Signer(Jour);
            marche.Notifier(Jour, Jour, transmissionRequise: false);
            contexte.Add(marche);
            contexte.Add(
                marche.Commander(Banc.Arras.Id, "Arras", true, Jour, MontantHt.DEuros(1_500m), EtatDeCommande.Emise, null, null)
            );
            var commission = UneCommissionDuGroupement();
            commission.Designer(
                commission.Sieges.Single(s => s.Collectivite == Banc.Arras.Id.Valeur).Id,
                new DonneesDeDesignation(
                    QualiteEnSeance.Titulaire,
                    "Lise Hochart",
                    null,
                    "lise@arras.example",
                    null,
                    Jour.AddDays(-10)
                )
            );
            contexte.Add(commission);
            await contexte.EnregistrerAsync(Agent, Banc.Socle.Horloge.Instant, Annulation);
        }

        var retrait = await AnnoncerAsync(Banc.Arras);
        var suites = (await Banc.Le<LireRetraits>().FicheAsync(Agent, Banc.Groupement, retrait, Annulation))!.Suites;

        var duMarche = suites
            .Single(s => s.Sujet == "Marché en cours MAR-2026-001")
            .Detail.Replace('\u202f', ' ')
            .Replace('\u00a0', ' ');
        Assert.Contains("1 commande de sa part, 1 500,00 € HT", duMarche, StringComparison.Ordinal);
        Assert.Contains("Minimum garanti de 4 000,00 € HT : il manque 2 500,00 € HT", duMarche, StringComparison.Ordinal);
        Assert.Contains("2 acheteurs", duMarche, StringComparison.Ordinal);
        var duSiege = suites.Single(s => s.Sujet == "Commission d'appel d'offres").Detail;
        Assert.Contains("Lise Hochart (titulaire)", duSiege, StringComparison.Ordinal);
        Assert.Contains("3 voix avant, 2 voix ensuite", duSiege, StringComparison.Ordinal);
        Assert.Contains(suites, s => s.Sujet == "Contributions" && s.Detail.StartsWith("Aucun appel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Un_depart_dit_les_appels_du_groupement_que_le_membre_n_a_pas_fini_de_payer()
    {
        var entame = UnAppel(300m, 2, Banc.Arras, exercice: 2025);
        entame.Titrer("T-1", new DateOnly(2025, 2, 1), new DateOnly(2025, 2, 1));
        entame.Encaisser(new DateOnly(2025, 3, 1), MontantTtc.DEuros(120m), null, new DateOnly(2025, 3, 1));
        var solde = UnAppel(200m, 3, Banc.Arras, exercice: 2024);
        solde.Titrer("T-2", new DateOnly(2024, 2, 1), new DateOnly(2024, 2, 1));
        solde.Encaisser(new DateOnly(2024, 3, 1), MontantTtc.DEuros(200m), null, new DateOnly(2024, 3, 1));
        await Banc.Socle.Base.SemerAsync(
            UnAppel(500m, 1, Banc.Arras, exercice: 2026),
            entame,
            solde,
            UnAppel(900m, 4, Banc.Bethune, exercice: 2026),
            Contributions.Exemples.UnAppel(700m, 5, Banc.Arras.Id)
        );

        var retrait = await AnnoncerAsync(Banc.Arras);
        var suites = (await Banc.Le<LireRetraits>().FicheAsync(Agent, Banc.Groupement, retrait, Annulation))!.Suites;

        // 500 € whole and 180 € left of 300: neither what is paid, nor another member's, nor what another agreement calls.
        var detail = suites.Single(s => s.Sujet == "Contributions").Detail.Replace('\u202f', ' ').Replace('\u00a0', ' ');
        Assert.StartsWith("2 appels à solder (2025, 2026) : 680,00 €", detail, StringComparison.Ordinal);

        AppelDeContribution UnAppel(decimal euros, int numero, Collectivite membre, int exercice) =>
            Contributions.Exemples.UnAppel(euros, numero, membre.Id, Banc.Groupement, exercice: exercice);
    }

    private Commission UneCommissionDuGroupement() =>
        Commission.DuGroupement(
            Banc.Groupement,
            "Dématérialisation",
            Banc.Cdg.Id,
            [
                new MembreARepresenter(Banc.Cdg.Id, "Centre de gestion", false),
                new MembreARepresenter(Banc.Arras.Id, "Arras", false),
                new MembreARepresenter(Banc.Bethune.Id, "Béthune", false),
            ],
            ReglesDeCommission.ParDefaut
        );

    private Task OuvrirLaCommissionAsync() => Banc.Socle.Base.SemerAsync(UneCommissionDuGroupement());
}
