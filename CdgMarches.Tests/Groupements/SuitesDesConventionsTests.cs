using CdgMarches.App.Accueil;
using CdgMarches.App.Documents.Groupements;
using CdgMarches.App.Groupements;
using CdgMarches.App.Groupements.Adhesions;
using CdgMarches.App.Groupements.Avenants;
using CdgMarches.App.Groupements.Constitution;
using CdgMarches.App.Groupements.Retraits;
using CdgMarches.App.Groupements.Vie;
using CdgMarches.App.Procedures;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Taches;
using CdgMarches.Database.Documents;
using CdgMarches.Database.Reference;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Procedures.Regles;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using EtatDePiece = CdgMarches.Domain.Groupements.EtatDePiece;

namespace CdgMarches.Tests.Groupements;

/// <summary>Ce que l'application fait d'elle-même, ce qu'un départ entraîne et ce qu'une convention empêche, sur une vraie base.</summary>
public sealed class SuitesDesConventionsTests : IAsyncLifetime
{
    private static readonly Acteur Agent = Agents.Gestionnaire with { Id = Guid.Empty };

    private BancDesGroupements _banc = null!;

    private DateOnly Jour => _banc.Jour;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _banc = await BancDesGroupements.CreerAsync();

    public ValueTask DisposeAsync() => _banc.DisposeAsync();

    private static ActeDeliberatif Executoire(DateOnly le) =>
        new()
        {
            Numero = "12",
            AdopteeLe = le.AddDays(-3),
            PublieeLe = le.AddDays(-1),
            TransmiseLe = le,
        };

    private void Aller(DateOnly jour) =>
        _banc.Socle.Horloge.Instant = new DateTimeOffset(jour.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);

    private Task<string> ExecuterAsync(string tache) =>
        _banc.Le<IEnumerable<ITachePlanifiee>>().Single(t => t.Nom == tache).ExecuterAsync(Annulation);

    private async Task<DossierDeRetraitId> AnnoncerAsync(Collectivite membre) =>
        await _banc.Le<AnnoncerRetrait>().ExecuterAsync(Agent, (await _banc.AdhesionDeAsync(membre)).Id, Annulation);

    private async Task<DossierDeRetrait> RetraitAsync(DossierDeRetraitId id)
    {
        await using var contexte = await _banc.OuvrirAsync();
        return await contexte.DossiersDeRetrait.SingleAsync(d => d.Id == id, Annulation);
    }

    private async Task ConduireAsync(DossierDeRetraitId id, ChangementDeRetrait changement) =>
        await _banc.Le<ConduireRetrait>().ExecuterAsync(Agent, id, (await RetraitAsync(id)).Version, changement, Annulation);

    private async Task PasserAuProfilAsync(ProfilDeConvention profil)
    {
        var fiche = await _banc.FicheAsync();
        await _banc.Le<FixerRegles>().ExecuterAsync(Agent, fiche.Id, fiche.Version, ReglesDeConvention.De(profil), Annulation);
    }

    private async Task OuvrirLaConventionAsync() =>
        await _banc
            .Le<OuvrirConvention>()
            .ExecuterAsync(
                Agent,
                _banc.Groupement,
                new TermesDeConvention("Marchés", DureeDeConvention.Indeterminee, null, new Integration(), "", ""),
                annulation: Annulation
            );

    [Fact]
    public async Task La_nuit_constate_les_preavis_sans_deliberation_une_seule_fois_et_le_dit_au_membre()
    {
        var sansSuite = await AnnoncerAsync(_banc.Arras);
        await ConduireAsync(sansSuite, new ChangementDeRetrait.Information(Jour));
        var delibere = await AnnoncerAsync(_banc.Bethune);
        await ConduireAsync(delibere, new ChangementDeRetrait.Information(Jour));
        await ConduireAsync(delibere, new ChangementDeRetrait.Deliberation(Executoire(Jour), null, null, []));

        Aller(new DateOnly(Jour.Year, 12, 31));
        Assert.Equal("0 préavis caduc.", await ExecuterAsync("groupements.retraits-caducs"));
        // Three nights late: the same thing is found, once.
        Aller(new DateOnly(Jour.Year + 1, 1, 4));
        Assert.Equal("1 préavis caduc.", await ExecuterAsync("groupements.retraits-caducs"));
        Assert.Equal("0 préavis caduc.", await ExecuterAsync("groupements.retraits-caducs"));

        Assert.Equal(EtatDeRetrait.Caduc, (await RetraitAsync(sansSuite)).Etat);
        Assert.Equal(EtatDeRetrait.Annonce, (await RetraitAsync(delibere)).Etat);
        Assert.Null((await _banc.AdhesionDeAsync(_banc.Arras)).Sortie);
        await using var contexte = await _banc.OuvrirAsync();
        Assert.Equal(
            _banc.Arras.Id,
            (await contexte.PreuvesDInformation.SingleAsync(p => p.ObjetId == sansSuite.Valeur, Annulation)).Collectivite
        );
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
            await using var contexte = await _banc.OuvrirAsync();
            return await contexte
                .Echeances.Where(e => e.ObjetId == _banc.Groupement.Valeur && e.Cle == "preavis")
                .Select(e => (DateOnly?)e.Date)
                .SingleOrDefaultAsync(Annulation);
        }
    }

    [Fact]
    public async Task Au_groupement_permanent_le_depart_du_coordonnateur_ouvre_la_dissolution()
    {
        var retrait = await AnnoncerAsync(_banc.Cdg);
        await ConduireAsync(retrait, new ChangementDeRetrait.Information(Jour));
        await ConduireAsync(retrait, new ChangementDeRetrait.Deliberation(Executoire(Jour), null, null, []));

        await ConduireAsync(retrait, new ChangementDeRetrait.Constat(null));

        var (dissolution, verdict) = (
            await _banc.Le<ConduireDissolution>().LireAsync(Agent, _banc.Groupement, Annulation)
        )!.Value;
        Assert.Equal(
            (CauseDeDissolution.DepartDuCoordonnateur, new DateOnly(Jour.Year, 12, 31)),
            (dissolution.Cause, dissolution.DernierJour)
        );
        Assert.Contains(verdict.Obstacles, o => o is MembresTousInformes);
        // The coordonnateur stays in charge until the last day.
        Assert.Null((await _banc.AdhesionDeAsync(_banc.Cdg)).Sortie);
    }

    [Fact]
    public async Task Au_groupement_dedie_le_depart_du_coordonnateur_est_refuse()
    {
        await PasserAuProfilAsync(ProfilDeConvention.GroupementDedie);
        var retrait = await AnnoncerAsync(_banc.Cdg);
        await ConduireAsync(retrait, new ChangementDeRetrait.Deliberation(Executoire(Jour), Jour.AddDays(30), null, []));

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            ConduireAsync(retrait, new ChangementDeRetrait.Constat("Quand même."))
        );

        Assert.IsType<CoordonnateurRemplace>(Assert.Single(refus.Obstacles));
        Assert.Null(await _banc.Le<ConduireDissolution>().LireAsync(Agent, _banc.Groupement, Annulation));
    }

    [Fact]
    public async Task Une_procedure_ne_se_lance_pas_tant_que_la_convention_n_est_pas_en_vigueur()
    {
        await OuvrirLaConventionAsync();
        var id = await ProcedurePreteAsync();

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => LancerAsync(id));

        var obstacle = Assert.IsType<ConventionEnVigueurAuLancement>(Assert.Single(refus.Obstacles));
        Assert.Contains("la signature d'Arras", obstacle.Message, StringComparison.Ordinal);
        await SignerPartoutAsync();
        await LancerAsync(id);
    }

    [Fact]
    public async Task Les_suites_d_un_retrait_lisent_minimum_commandes_siege_et_seances()
    {
        await PasserAuProfilAsync(ProfilDeConvention.GroupementDedie);
        var id = await ProcedurePreteAsync();
        await LancerAsync(id);
        await using (var contexte = await _banc.OuvrirAsync())
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
                marche.Commander(_banc.Arras.Id, "Arras", true, Jour, MontantHt.DEuros(1_500m), EtatDeCommande.Emise, null, null)
            );
            var commission = Commission.DuGroupement(
                _banc.Groupement,
                "Dématérialisation",
                _banc.Cdg.Id,
                [
                    new MembreARepresenter(_banc.Cdg.Id, "Centre de gestion", false),
                    new MembreARepresenter(_banc.Arras.Id, "Arras", false),
                    new MembreARepresenter(_banc.Bethune.Id, "Béthune", false),
                ],
                ReglesDeCommission.ParDefaut
            );
            commission.Designer(
                commission.Sieges.Single(s => s.Collectivite == _banc.Arras.Id.Valeur).Id,
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
            await contexte.EnregistrerAsync(Agent, _banc.Socle.Horloge.Instant, Annulation);
        }

        var retrait = await AnnoncerAsync(_banc.Arras);
        var suites = (await _banc.Le<LireRetraits>().FicheAsync(Agent, _banc.Groupement, retrait, Annulation))!.Suites;

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
        var entame = UnAppel(300m, 2, _banc.Arras, exercice: 2025);
        entame.Titrer("T-1", new DateOnly(2025, 2, 1));
        entame.Encaisser(new DateOnly(2025, 3, 1), MontantTtc.DEuros(120m), null);
        var solde = UnAppel(200m, 3, _banc.Arras, exercice: 2024);
        solde.Titrer("T-2", new DateOnly(2024, 2, 1));
        solde.Encaisser(new DateOnly(2024, 3, 1), MontantTtc.DEuros(200m), null);
        await _banc.Socle.Base.SemerAsync(
            UnAppel(500m, 1, _banc.Arras, exercice: 2026),
            entame,
            solde,
            UnAppel(900m, 4, _banc.Bethune, exercice: 2026),
            Contributions.Exemples.UnAppel(700m, 5, _banc.Arras.Id)
        );

        var retrait = await AnnoncerAsync(_banc.Arras);
        var suites = (await _banc.Le<LireRetraits>().FicheAsync(Agent, _banc.Groupement, retrait, Annulation))!.Suites;

        // 500 € whole and 180 € left of 300: neither what is paid, nor another member's, nor what another agreement calls.
        var detail = suites.Single(s => s.Sujet == "Contributions").Detail.Replace('\u202f', ' ').Replace('\u00a0', ' ');
        Assert.StartsWith("2 appels à solder (2025, 2026) : 680,00 €", detail, StringComparison.Ordinal);

        AppelDeContribution UnAppel(decimal euros, int numero, Collectivite membre, int exercice) =>
            Contributions.Exemples.UnAppel(euros, numero, membre.Id, _banc.Groupement, exercice: exercice);
    }

    [Fact]
    public async Task Entrer_ou_sortir_sans_dossier_d_un_groupement_ouvert_demande_un_motif()
    {
        var admettre = _banc.Le<AdmettreMembres>();
        var entree = await Assert.ThrowsAsync<RegleMetierException>(() =>
            admettre.ExecuterAsync(Agent, _banc.Groupement, _banc.Calais.Id, Jour, [], annulation: Annulation)
        );
        Assert.True(entree.MotifAttendu);
        await admettre.ExecuterAsync(Agent, _banc.Groupement, _banc.Calais.Id, Jour, [], "Reprise de 2024", Annulation);

        var calais = await _banc.AdhesionDeAsync(_banc.Calais);
        var fixer = _banc.Le<FixerSortie>();
        var sortie = await Assert.ThrowsAsync<RegleMetierException>(() =>
            fixer.ExecuterAsync(Agent, calais.Id, calais.Version, Jour.AddDays(5), null, Annulation)
        );
        Assert.True(sortie.MotifAttendu);
        await fixer.ExecuterAsync(Agent, calais.Id, calais.Version, Jour.AddDays(5), "Erreur de saisie", Annulation);

        await using var contexte = await _banc.OuvrirAsync();
        var lignes = await contexte
            .Journal.Where(l => l.ObjetId == _banc.Groupement.Valeur && l.Collectivite == _banc.Calais.Id.Valeur)
            .OrderBy(l => l.Id)
            .Select(l => l.Motif)
            .ToListAsync(Annulation);
        Assert.Equal(["Reprise de 2024", "Erreur de saisie"], lignes);
    }

    [Fact]
    public async Task Tous_les_membres_sont_parties_quel_que_soit_leur_nombre_et_se_lisent_page_par_page()
    {
        var communes = Enumerable.Range(1, 40).Select(i => Exemples.UneCommune($"Commune {i:D2}")).ToList();
        await _banc.Socle.Base.SemerAsync([.. communes]);
        await _banc
            .Le<AdmettreMembres>()
            .ExecuterAsync(Agent, _banc.Groupement, [.. communes.Select(c => c.Id)], Jour, [], "Reprise", Annulation);

        await OuvrirLaConventionAsync();

        var lire = _banc.Le<LireConvention>();
        var fiche = (await lire.ExecuterAsync(Agent, _banc.Groupement, Annulation))!;
        Assert.Equal((43, 0), (fiche.Parties, fiche.Responsables.Count));
        Assert.Contains("33 autres signatures", fiche.Vigueur.Manquent);
        var premiere = await lire.PartiesAsync(Agent, _banc.Groupement, new Demande(), Annulation);
        var seconde = await lire.PartiesAsync(Agent, _banc.Groupement, new Demande(Page: 2), Annulation);
        Assert.Equal((43, 25, 18), (premiere.Total, premiere.Elements.Count, seconde.Elements.Count));
        Assert.Equal("Centre de gestion", premiere.Elements[0].Nom);
        var signees = new Demande(Filtres: new Dictionary<string, string> { ["signature"] = LireConvention.Signees });
        Assert.Equal(0, (await lire.PartiesAsync(Agent, _banc.Groupement, signees, Annulation)).Total);
        Assert.Equal(
            0,
            (await lire.PartiesAsync(BancDesGroupements.Limite(), _banc.Groupement, new Demande(), Annulation)).Total
        );
    }

    [Fact]
    public async Task Un_texte_revise_est_renvoye_a_ceux_qui_l_ont_deja()
    {
        var conduire = _banc.Le<ConduireAvenant>();
        var id = await _banc
            .Le<PreparerAvenant>()
            .ExecuterAsync(
                Agent,
                _banc.Groupement,
                new NouvelAvenant(GenreDAvenant.Modification, "Durée", "Un an.", "Deux ans.", null, null),
                Annulation
            );
        await conduire.ReviserAsync(Agent, id, await VersionAsync(), "Trois ans.", Annulation);
        Assert.Equal(0, await PreuvesAsync());
        await conduire.SoumettreAsync(Agent, id, await VersionAsync(), Annulation);
        await conduire.ReviserAsync(Agent, id, await VersionAsync(), "Quatre ans.", Annulation);
        await conduire.ReviserAsync(Agent, id, await VersionAsync(), "Quatre ans.  ", Annulation);

        Assert.Equal(6, await PreuvesAsync());

        async Task<int> VersionAsync()
        {
            await using var contexte = await _banc.OuvrirAsync();
            return await contexte.AvenantsDeConvention.Where(a => a.Id == id).Select(a => a.Version).SingleAsync(Annulation);
        }

        async Task<int> PreuvesAsync()
        {
            await using var contexte = await _banc.OuvrirAsync();
            return await contexte.PreuvesDInformation.CountAsync(p => p.ObjetId == id.Valeur, Annulation);
        }
    }

    [Fact]
    public async Task Qui_sort_n_approuve_plus_qui_entre_est_consulte_et_une_entree_veut_l_accord_de_chacun()
    {
        var fiche = await _banc.FicheAsync();
        await _banc
            .Le<FixerRegles>()
            .ExecuterAsync(Agent, fiche.Id, fiche.Version, fiche.Regles with { ModificationUnanime = false }, Annulation);
        var modification = await SoumettreAsync(GenreDAvenant.Modification, null);
        var adhesion = await SoumettreAsync(GenreDAvenant.Adhesion, _banc.Calais.Id);
        Assert.Equal((3, 2), await DecompteAsync(modification));
        Assert.Equal((3, 3), await DecompteAsync(adhesion));

        var bethune = await _banc.AdhesionDeAsync(_banc.Bethune);
        await _banc.Le<FixerSortie>().ExecuterAsync(Agent, bethune.Id, bethune.Version, Jour.AddDays(-1), "Reprise", Annulation);
        Assert.Equal((2, 2), await DecompteAsync(adhesion));

        await using (var contexte = await _banc.OuvrirAsync())
        {
            await ConduireAvenant.ConsulterLeNouveauAsync(
                contexte,
                _banc.Groupement,
                _banc.Calais.Id,
                _banc.Le<InformerLesMembres>(),
                Annulation
            );
            await contexte.EnregistrerAsync(Agent, _banc.Socle.Horloge.Instant, Annulation);
        }

        await _banc
            .Le<AdmettreMembres>()
            .ExecuterAsync(Agent, _banc.Groupement, _banc.Calais.Id, Jour, [], "Reprise", Annulation);
        Assert.Equal((3, 2), await DecompteAsync(modification));

        async Task<AvenantDeConventionId> SoumettreAsync(GenreDAvenant genre, CollectiviteId? collectivite)
        {
            var id = await _banc
                .Le<PreparerAvenant>()
                .ExecuterAsync(
                    Agent,
                    _banc.Groupement,
                    new NouvelAvenant(genre, "Objet", "", $"Texte {genre}.", collectivite, null),
                    Annulation
                );
            var version = (await _banc.Le<LireAvenants>().FicheAsync(Agent, _banc.Groupement, id, Annulation))!.Avenant.Version;
            await _banc.Le<ConduireAvenant>().SoumettreAsync(Agent, id, version, Annulation);
            return id;
        }

        async Task<(int Membres, int Requis)> DecompteAsync(AvenantDeConventionId id)
        {
            var decompte = (await _banc.Le<LireAvenants>().FicheAsync(Agent, _banc.Groupement, id, Annulation))!.Decompte;
            return (decompte.Membres, decompte.Requis);
        }
    }

    [Fact]
    public async Task Un_membre_demande_a_rejoindre_un_groupement_ouvert_pour_sa_collectivite_seule()
    {
        var demander = _banc.Le<DemanderDeSonEspace>();
        var calais = Agents.Membre(_banc.Calais.Id);
        Assert.Equal(_banc.Groupement, Assert.Single(await demander.LireAsync(calais, _banc.Calais.Id, Annulation)).Id);
        Assert.Empty(await demander.LireAsync(Agents.Membre(_banc.Arras.Id), _banc.Arras.Id, Annulation));

        var bilan = await demander.ExecuterAsync(calais, _banc.Groupement, _banc.Calais.Id, [_banc.Actes], Annulation);

        Assert.Equal("", bilan.PhraseDuChoix);
        var id = bilan.Ouverts[0];
        var dossier = (await _banc.Le<LireDossier>().ExecuterAsync(calais, id, annulation: Annulation))!.Dossier;
        Assert.Equal((OrigineDAdhesion.Demande, EtatDAdhesion.EnCours, 1), (dossier.Origine, dossier.Etat, dossier.Choix.Count));
        Assert.Empty(await demander.LireAsync(calais, _banc.Calais.Id, Annulation));
        var deux = await Assert.ThrowsAsync<RegleMetierException>(() =>
            demander.ExecuterAsync(calais, _banc.Groupement, _banc.Calais.Id, [], Annulation)
        );
        Assert.IsType<UnSeulDossierOuvert>(Assert.Single(deux.Obstacles));
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            demander.ExecuterAsync(calais, _banc.Groupement, _banc.Arras.Id, [], Annulation)
        );
    }

    [Fact]
    public async Task Le_millesime_suivant_reprend_les_modeles_et_ouvre_sa_fenetre()
    {
        var fiche = await _banc.FicheAsync();
        var ouvrir = _banc.Le<OuvrirMillesime>();
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => OuvrirAsync(new(2026, 12, 31)));
        Assert.IsType<FenetreJusquALEntree>(Assert.Single(refus.Obstacles));

        var (nouveau, _) = await OuvrirAsync(new(2027, 1, 1));

        var fenetre = Assert.Single((await _banc.Le<LireFenetres>().ExecuterAsync(Agent, nouveau, Annulation)).Fenetres);
        Assert.Equal((Jour, new DateOnly(2027, 1, 1)), (fenetre.Ouverture, fenetre.Fermeture));

        Task<(GroupementId Nouveau, int Invites)> OuvrirAsync(DateOnly jusquau) =>
            ouvrir.ExecuterAsync(
                Agent,
                fiche.Id,
                fiche.Version,
                "Dématérialisation 2027",
                2027,
                new(2027, 1, 1),
                null,
                jusquau,
                prevenir: false,
                Annulation
            );
    }

    [Fact]
    public async Task Les_modeles_du_groupement_passent_au_millesime_suivant_sauf_les_archives()
    {
        await using var contexte = await _banc.OuvrirAsync();
        var ancien = await contexte.Groupements.SingleAsync(g => g.Id == _banc.Groupement, Annulation);
        var suivant = ancien.Renouveler(
            new ReferenceDeGroupement(2026, 7),
            new IdentiteDeGroupement("Suivant", "Objet.", _banc.Cdg.Id, new(2027, 1, 1), estPermanent: true, millesime: 2027)
        );
        contexte.Add(suivant);
        var garde = Modele.Creer("seance.convocation", ancien.Id, "Convocation d'ici", Fichier());
        var archive = Modele.Creer("seance.convocation", ancien.Id, "Ancienne convocation", Fichier());
        archive.Archiver(estParDefaut: false, _banc.Socle.Horloge.Instant);
        contexte.AddRange(garde, archive, Modele.Creer("seance.convocation", null, "Celle de tous", Fichier()));
        contexte.Add(
            new ModeleParDefaut
            {
                Nature = "seance.convocation",
                Portee = ModeleParDefaut.De(ancien.Id),
                Modele = garde.Id,
            }
        );
        await contexte.EnregistrerAsync(Agent, _banc.Socle.Horloge.Instant, Annulation);

        await new ReprendreLesModeles().ReprendreAsync(contexte, ancien, suivant, Annulation);
        await contexte.EnregistrerAsync(Agent, _banc.Socle.Horloge.Instant, Annulation);

        var repris = await contexte.Modeles.SingleAsync(m => m.Groupement == suivant.Id, Annulation);
        Assert.Equal(("Convocation d'ici", garde.Courante.Piece), (repris.Nom, repris.Courante.Piece));
        var portee = ModeleParDefaut.De(suivant.Id);
        Assert.Equal(repris.Id, (await contexte.ModelesParDefaut.SingleAsync(d => d.Portee == portee, Annulation)).Modele);

        FichierDeModele Fichier()
        {
            var piece = new PieceStockee
            {
                Sha256 = Guid.NewGuid().ToString("N") + Guid.NewGuid().ToString("N"),
                Nom = "modele.docx",
                TypeMime = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                Taille = 10,
                DeposeeLe = _banc.Socle.Horloge.Instant,
                ActeurId = Agent.Id,
                ActeurNom = Agent.Nom,
            };
            contexte.Add(piece);
            return new FichierDeModele(piece.Id, piece.Sha256, piece.DeposeeLe, "Camille Gestionnaire", null, []);
        }
    }

    [Fact]
    public async Task L_accueil_compte_avenants_retraits_litiges_et_adhesions_du_perimetre()
    {
        await _banc
            .Le<PreparerAvenant>()
            .ExecuterAsync(
                Agent,
                _banc.Groupement,
                new NouvelAvenant(GenreDAvenant.Modification, "Durée", "", "Deux ans.", null, null),
                Annulation
            );
        var retrait = await AnnoncerAsync(_banc.Arras);
        await ConduireAsync(retrait, new ChangementDeRetrait.Information(Jour));
        await _banc
            .Le<DeclarerLitige>()
            .ExecuterAsync(
                Agents.Membre(_banc.Bethune.Id),
                _banc.Groupement,
                NatureDeLitige.Titulaire,
                _banc.Bethune.Id,
                "Titulaire",
                "Retard.",
                Annulation
            );
        Aller(new DateOnly(Jour.Year + 1, 1, 2));

        var cartes = await CartesAsync(Agent);
        Assert.Equal((1, 0), cartes["Avenants à conduire"]);
        Assert.Equal((1, 1), cartes["Retraits à conduire"]);
        Assert.Equal((1, 0), cartes["Litiges ouverts"]);
        Assert.Empty(await CartesAsync(BancDesGroupements.Limite(GroupementId.Nouveau())));

        async Task<Dictionary<string, (int Nombre, int EnRetard)>> CartesAsync(Acteur acteur)
        {
            List<CarteATraiter> lues = [];
            foreach (var source in _banc.Le<IEnumerable<ISourceATraiter>>().OfType<DossiersATraiter>())
            {
                lues.AddRange(await source.ExecuterAsync(acteur, Annulation));
            }

            return lues.ToDictionary(c => c.Titre, c => (c.Nombre, c.EnRetard));
        }
    }

    [Fact]
    public async Task Un_membre_lit_les_litiges_de_ses_groupements_et_de_nul_autre()
    {
        var lire = _banc.Le<LireLitigesDuMembre>();
        await _banc
            .Le<DeclarerLitige>()
            .ExecuterAsync(
                Agents.Membre(_banc.Arras.Id),
                _banc.Groupement,
                NatureDeLitige.Titulaire,
                _banc.Arras.Id,
                "Numérique du Nord",
                "Retard.",
                Annulation
            );

        var bethune = Agents.Membre(_banc.Bethune.Id);
        var lu = Assert.Single((await lire.ExecuterAsync(bethune, new Demande(), Annulation)).Elements);
        Assert.Equal(("Arras", "déclaré"), (lu.Declarant, lu.Etat));
        Assert.Equal(_banc.Groupement, Assert.Single(await lire.AppartenancesAsync(bethune, Annulation)).Groupement);
        var calais = Agents.Membre(_banc.Calais.Id);
        Assert.Empty((await lire.ExecuterAsync(calais, new Demande(), Annulation)).Elements);
        Assert.Empty(await lire.AppartenancesAsync(calais, Annulation));
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            _banc
                .Le<DeclarerLitige>()
                .ExecuterAsync(
                    calais,
                    _banc.Groupement,
                    NatureDeLitige.Titulaire,
                    _banc.Arras.Id,
                    "Titulaire",
                    "Au nom d'un autre.",
                    Annulation
                )
        );
    }

    [Fact]
    public async Task Un_depot_qui_s_interrompt_ne_laisse_rien_et_le_dossier_attend_toujours_la_piece()
    {
        var bilan = await _banc
            .Le<OuvrirDossiers>()
            .ExecuterAsync(
                Agent,
                new DossiersAOuvrir(_banc.Groupement, [_banc.Calais.Id], OrigineDAdhesion.Invitation, null, [], Prevenir: false),
                Annulation
            );
        var id = Assert.Single(bilan.Ouverts);
        var calais = Agents.Membre(_banc.Calais.Id);
        var dossier = (await _banc.Le<LireDossier>().ExecuterAsync(calais, id, annulation: Annulation))!.Dossier;
        var piece = dossier.Pieces.Single(p => p.Nature is NatureDePiece.Deliberation);

        await Assert.ThrowsAsync<IOException>(() =>
            _banc
                .Le<DeposerPiece>()
                .ExecuterAsync(calais, id, dossier.Version, piece.Id, new FluxQuiSeRompt(), "deliberation.pdf", Annulation)
        );

        var relu = (await _banc.Le<LireDossier>().ExecuterAsync(calais, id, annulation: Annulation))!.Dossier;
        Assert.Equal((dossier.Version, EtatDePiece.Attendue), (relu.Version, relu.Pieces.Single(p => p.Id == piece.Id).Etat));
        await using var contexte = await _banc.OuvrirAsync();
        Assert.False(await contexte.Pieces.AnyAsync(Annulation));
        // The same deposit, whole this time, goes through with the version that was read.
        using var entier = new MemoryStream("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"u8.ToArray());
        await _banc.Le<DeposerPiece>().ExecuterAsync(calais, id, relu.Version, piece.Id, entier, "deliberation.pdf", Annulation);
    }

    [Fact]
    public async Task Un_groupement_permanent_d_avant_les_regles_recoit_son_profil_sauf_si_un_agent_a_choisi()
    {
        var ancien = Exemples.UnGroupement(_banc.Cdg.Id, numero: 8, nom: "D'avant les règles");
        ancien.FixerRegles(ReglesDeConvention.De(ProfilDeConvention.GroupementDedie));
        await _banc.Socle.Base.SemerAsync(ancien);
        await using (var avant = await _banc.OuvrirAsync())
        {
            // An older base has the columns' defaults: nobody ever set its rules.
            await avant
                .Journal.Where(l => l.ObjetId == ancien.Id.Valeur && l.Evenement == nameof(ReglesFixees))
                .ExecuteDeleteAsync(Annulation);
        }

        await PasserAuProfilAsync(ProfilDeConvention.GroupementDedie);
        var charger = new ChargerReference(_banc.Socle.Base.Fabrique, [new ChargementDesProfils()], _banc.Socle.Horloge);

        Assert.Single(await charger.ExecuterAsync(Annulation));
        Assert.Empty(await charger.ExecuterAsync(Annulation));

        await using var contexte = await _banc.OuvrirAsync();
        var relu = await contexte.Groupements.SingleAsync(g => g.Id == ancien.Id, Annulation);
        Assert.Equal(ReglesDeConvention.De(ProfilDeConvention.GroupementPermanent), relu.Regles);
        Assert.Equal(ProfilDeConvention.GroupementDedie, (await _banc.FicheAsync()).Regles.Profil);
    }

    private async Task<ProcedureId> ProcedurePreteAsync()
    {
        var id = await _banc
            .Le<CreerProcedure>()
            .ExecuterAsync(
                Agent,
                _banc.Groupement,
                "Tiers de télétransmission",
                NatureDAchat.Services,
                Jour.AddDays(-10),
                Annulation
            );
        await using var contexte = await _banc.OuvrirAsync();
        var procedure = await contexte.Procedures.SingleAsync(p => p.Id == id, Annulation);
        procedure.AjouterLot(
            new DefinitionDeLotDeProcedure("Actes", _banc.Actes),
            await contexte.Groupements.SingleAsync(g => g.Id == _banc.Groupement, Annulation)
        );
        await contexte.EnregistrerAsync(Agent, _banc.Socle.Horloge.Instant, Annulation);
        return id;
    }

    private async Task LancerAsync(ProcedureId id) =>
        await _banc
            .Le<LancerProcedure>()
            .ExecuterAsync(
                Agent,
                id,
                (await _banc.Le<LireFicheProcedure>().ExecuterAsync(Agent, id, Annulation))!.Version,
                Jour,
                "Besoins établis et accord donné par courrier.",
                Annulation
            );

    private async Task SignerPartoutAsync()
    {
        var lire = _banc.Le<LireConvention>();
        await _banc.ReunirLeDossierAsync();
        foreach (var partie in (await lire.PartiesAsync(Agent, _banc.Groupement, new Demande(), Annulation)).Elements)
        {
            await ChangerAsync(
                new ChangementDeConvention.ActesDeLaPartie(partie.Collectivite, Executoire(Jour.AddDays(-9)), Jour.AddDays(-8))
            );
        }

        await ChangerAsync(new ChangementDeConvention.Formalites(Jour.AddDays(-5), Jour));

        async Task ChangerAsync(ChangementDeConvention changement) =>
            await _banc
                .Le<ModifierConvention>()
                .ExecuterAsync(
                    Agent,
                    _banc.Groupement,
                    (await lire.ExecuterAsync(Agent, _banc.Groupement, Annulation))!.Version,
                    changement,
                    Annulation
                );
    }

    /// <summary>Un envoi qui se rompt après son en-tête.</summary>
    private sealed class FluxQuiSeRompt : MemoryStream
    {
        private bool _commence;

        public override int Read(byte[] buffer, int offset, int count) => Lire(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer) => Lire(buffer);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Lire(buffer.Span));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            Task.FromResult(Lire(buffer.AsSpan(offset, count)));

        private int Lire(Span<byte> tampon)
        {
            if (_commence)
            {
                throw new IOException("La connexion est tombée.");
            }

            _commence = true;
            var entete = "%PDF-1.4\n"u8;
            entete.CopyTo(tampon);
            return entete.Length;
        }
    }
}
