using CdgMarches.App.Groupements;
using CdgMarches.App.Groupements.Adhesions;
using CdgMarches.App.Groupements.Avenants;
using CdgMarches.App.Groupements.Constitution;
using CdgMarches.App.Groupements.Retraits;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

/// <summary>La vie d'un membre sur une vraie base : de l'invitation au départ, aux deux régimes.</summary>
public sealed class VieDesMembresTests : IAsyncLifetime
{
    private static readonly Acteur Agent = Agents.Gestionnaire with { Id = Guid.Empty };

    private BancDesGroupements _banc = null!;

    private DateOnly Jour => _banc.Jour;

    public async ValueTask InitializeAsync() => _banc = await BancDesGroupements.CreerAsync();

    public ValueTask DisposeAsync() => _banc.DisposeAsync();

    [Fact]
    public async Task Le_texte_reecrit_par_le_CDG_part_aux_dossiers_incomplets_et_on_repond_a_l_agent_qui_relance()
    {
        await EcrireACalaisAsync();
        var agent = await _banc.Socle.AvecCompteAsync(Agents.Gestionnaire, RoleCdg.Gestionnaire, "alix.verdonck@cdg.example");
        var dossier = await OuvrirAsync(_banc.Calais);
        await using (var modeles = await _banc.OuvrirAsync())
        {
            modeles.ModelesDeCourriel.Add(
                new(CourrielsDeGroupement.Relance.Cle)
                {
                    Objet = "{{groupement}} : il manque une pièce",
                    Texte = "Merci de compléter « {{groupement}} ».",
                    Version = 1,
                    ModifieLe = _banc.Socle.Horloge.Instant,
                    ModifiePar = "Alix Verdonck",
                }
            );
            await modeles.SaveChangesAsync();
        }

        Assert.Equal((1, 0), await _banc.Le<RelancerDossiers>().ExecuterAsync(agent, _banc.Groupement, [dossier]));

        await using var contexte = await _banc.OuvrirAsync();
        var relance = await contexte.EnvoisDeCourriel.SingleAsync(e => e.Modele == "adhesion.relance");
        Assert.EndsWith("\u00a0: il manque une pièce", relance.Objet, StringComparison.Ordinal);
        Assert.Contains("Merci de compléter «\u00a0", relance.Texte, StringComparison.Ordinal);
        Assert.Equal("alix.verdonck@cdg.example", relance.RepondreA);
        var preuve = await contexte.PreuvesDInformation.SingleAsync(p => p.Courriel == relance.Id);
        Assert.StartsWith("Votre adhésion à", preuve.Libelle, StringComparison.Ordinal);
    }

    private async Task EcrireACalaisAsync()
    {
        await using var contexte = await _banc.OuvrirAsync();
        var calais = await contexte.Collectivites.SingleAsync(c => c.Id == _banc.Calais.Id);
        calais.Modifier(calais.Identite with { Courriel = "mairie@calais.example" });
        await contexte.SaveChangesAsync();
    }

    private async Task PasserAuProfilAsync(ProfilDeConvention profil)
    {
        var fiche = await _banc.FicheAsync();
        await _banc.Le<FixerRegles>().ExecuterAsync(Agent, fiche.Id, fiche.Version, ReglesDeConvention.De(profil));
    }

    private async Task<DossierDAdhesionId> OuvrirAsync(Collectivite membre, params PrestationId[] prestations)
    {
        var bilan = await _banc
            .Le<OuvrirDossiers>()
            .ExecuterAsync(
                Agent,
                new DossiersAOuvrir(
                    _banc.Groupement,
                    [membre.Id],
                    OrigineDAdhesion.Invitation,
                    Jour.AddDays(30),
                    prestations,
                    Prevenir: true
                )
            );
        return Assert.Single(bilan.Ouverts);
    }

    private async Task<DossierDAdhesion> LireAsync(DossierDAdhesionId id)
    {
        await using var contexte = await _banc.OuvrirAsync();
        return await contexte.DossiersDAdhesion.SingleAsync(d => d.Id == id);
    }

    private async Task ChangerAsync(DossierDAdhesionId id, ChangementDeDossier changement, Acteur? acteur = null) =>
        await _banc.Le<ModifierDossier>().ExecuterAsync(acteur ?? Agent, id, (await LireAsync(id)).Version, changement);

    private ActeDeliberatif Executoire(DateOnly le) =>
        new()
        {
            Numero = "12",
            AdopteeLe = le.AddDays(-3),
            PublieeLe = le.AddDays(-1),
            TransmiseLe = le,
        };

    /// <summary>Délibération, signatures, formalités et pièces : il ne manque plus que l'avenant ou la fenêtre.</summary>
    private async Task CompleterAsync(DossierDAdhesionId id)
    {
        await ChangerAsync(id, new ChangementDeDossier.Deliberation(Executoire(Jour.AddDays(-8))));
        await ChangerAsync(
            id,
            new ChangementDeDossier.Formalites(new(Jour.AddDays(-6), Jour.AddDays(-5), Jour.AddDays(-4), null, Jour.AddDays(-3)))
        );
        foreach (var piece in (await LireAsync(id)).Pieces)
        {
            using var pdf = new MemoryStream("%PDF-1.4\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"u8.ToArray());
            await _banc.Le<DeposerPiece>().ExecuterAsync(Agent, id, (await LireAsync(id)).Version, piece.Id, pdf, "acte.pdf");
            await ChangerAsync(id, new ChangementDeDossier.PieceValidee(piece.Id));
        }
    }

    private async Task DonnerEffetAsync(DossierDAdhesionId id, DateOnly effet) =>
        await _banc.Le<DonnerEffet>().ExecuterAsync(Agent, id, (await LireAsync(id)).Version, effet);

    [Fact]
    public async Task Au_groupement_dedie_de_l_invitation_a_la_sortie()
    {
        await PasserAuProfilAsync(ProfilDeConvention.GroupementDedie);
        var dossier = await OuvrirAsync(_banc.Calais, _banc.Actes);
        await CompleterAsync(dossier);
        var sansAvenant = await Assert.ThrowsAsync<RegleMetierException>(() => DonnerEffetAsync(dossier, Jour));
        Assert.IsType<AvenantAccepteDeTous>(Assert.Single(sansAvenant.Obstacles));

        var avenant = await _banc
            .Le<PreparerAvenant>()
            .ExecuterAsync(
                Agent,
                _banc.Groupement,
                new NouvelAvenant(GenreDAvenant.Adhesion, "Adhésion de Calais", "", "Calais adhère.", _banc.Calais.Id, dossier)
            );
        await _banc.Le<ConduireAvenant>().SoumettreAsync(Agent, avenant, await VersionAsync(avenant));
        await ApprouverParTousAsync(avenant);
        await _banc.Le<ConduireAvenant>().PrendreEffetAsync(Agent, avenant, await VersionAsync(avenant), Jour);
        await DonnerEffetAsync(dossier, Jour);

        var adhesion = await _banc.AdhesionDeAsync(_banc.Calais);
        Assert.Equal(Jour, adhesion.Entree);
        Assert.True(adhesion.AChoisi(_banc.Actes, Jour));
        await using (var contexte = await _banc.OuvrirAsync())
        {
            Assert.Equal(
                1,
                await contexte.PreuvesDInformation.CountAsync(p =>
                    p.ObjetId == dossier.Valeur && p.Collectivite == _banc.Calais.Id
                )
            );
        }

        var retrait = await _banc.Le<AnnoncerRetrait>().ExecuterAsync(Agent, adhesion.Id);
        await ChangerAsync(
            retrait,
            new ChangementDeRetrait.Deliberation(
                Executoire(Jour),
                Jour.AddDays(90),
                "Quote-part due.",
                [new SommeDeRetrait("Quote-part", MontantTtc.DEuros(100m), Jour.AddDays(120))]
            )
        );
        await ChangerAsync(retrait, new ChangementDeRetrait.Constat(null));

        Assert.Equal(Jour.AddDays(90), (await _banc.AdhesionDeAsync(_banc.Calais)).Sortie);
        var fiche = await _banc.Le<LireRetraits>().FicheAsync(Agent, _banc.Groupement, retrait);
        Assert.Equal(3, fiche!.NonInformes);
        var ligne = Assert.Single(
            (await _banc.Le<LireRetraits>().ExecuterAsync(Agent, _banc.Groupement, new Demande())).Elements
        );
        Assert.True(ligne.EstIncomplet);
        var preuves = await _banc.Le<LirePreuves>().ExecuterAsync(Agent, nameof(DossierDeRetrait), retrait.Valeur, new Demande());
        foreach (var preuve in preuves.Elements)
        {
            await _banc.Le<ConstaterRemise>().ExecuterAsync(Agent, preuve.Id, Jour);
        }

        Assert.Equal(0, (await _banc.Le<LireRetraits>().FicheAsync(Agent, _banc.Groupement, retrait))!.NonInformes);
    }

    [Fact]
    public async Task Au_groupement_permanent_l_entree_suit_la_fenetre_et_la_sortie_le_preavis()
    {
        await _banc.Le<OuvrirFenetre>().ExecuterAsync(Agent, _banc.Groupement, "Remise en concurrence", Jour, Jour.AddDays(20));
        var dossier = await OuvrirAsync(_banc.Calais, _banc.Actes);
        await CompleterAsync(dossier);
        var hors = await Assert.ThrowsAsync<RegleMetierException>(() => DonnerEffetAsync(dossier, Jour.AddDays(21)));
        Assert.IsType<EffetDansLaFenetre>(Assert.Single(hors.Obstacles));
        await DonnerEffetAsync(dossier, Jour.AddDays(20));

        var adhesion = await _banc.AdhesionDeAsync(_banc.Calais);
        var retrait = await _banc.Le<AnnoncerRetrait>().ExecuterAsync(Agent, adhesion.Id);
        await ChangerAsync(retrait, new ChangementDeRetrait.Information(Jour));
        await ChangerAsync(retrait, new ChangementDeRetrait.Deliberation(Executoire(Jour), null, null, []));
        await ChangerAsync(retrait, new ChangementDeRetrait.Constat(null));

        Assert.Equal(new DateOnly(Jour.Year, 12, 31), (await _banc.AdhesionDeAsync(_banc.Calais)).Sortie);
    }

    [Fact]
    public async Task Un_choix_hors_fenetre_est_refuse_partout_ou_il_se_fait()
    {
        await _banc.Le<OuvrirFenetre>().ExecuterAsync(Agent, _banc.Groupement, "Passée", Jour.AddDays(-40), Jour.AddDays(-20));
        var arras = await _banc.AdhesionDeAsync(_banc.Arras);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            _banc.Le<ModifierChoix>().ExecuterAsync(Agent, arras.Id, arras.Version, _banc.Certificats, GesteDeChoix.Choisir, Jour)
        );
        Assert.IsType<ChoixDansUneFenetre>(Assert.Single(refus.Obstacles));
        var admission = await Assert.ThrowsAsync<RegleMetierException>(() =>
            _banc.Le<AdmettreMembres>().ExecuterAsync(Agent, _banc.Groupement, _banc.Calais.Id, Jour, [], "Reprise")
        );
        Assert.IsType<EffetDansLaFenetre>(Assert.Single(admission.Obstacles));
    }

    [Fact]
    public async Task Des_prestations_choisies_hors_fenetre_ne_se_perdent_pas_sans_le_dire()
    {
        await PasserAuProfilAsync(ProfilDeConvention.GroupementPermanent);
        await _banc.Le<OuvrirFenetre>().ExecuterAsync(Agent, _banc.Groupement, "Passée", Jour.AddDays(-40), Jour.AddDays(-20));
        var demande = new DossiersAOuvrir(
            _banc.Groupement,
            [_banc.Calais.Id],
            OrigineDAdhesion.Invitation,
            null,
            [_banc.Actes],
            Prevenir: false
        );

        var bilan = await _banc.Le<OuvrirDossiers>().ExecuterAsync(Agent, demande);

        Assert.Empty((await LireAsync(Assert.Single(bilan.Ouverts))).Choix);
        Assert.IsType<ChoixDansUneFenetre>(Assert.Single(bilan.ChoixEcartes));
        Assert.Contains("ne sont pas retenues", bilan.PhraseDuChoix, StringComparison.Ordinal);
        Assert.Contains("Aucune fenêtre d'adhésion n'est ouverte", bilan.PhraseDuChoix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_refus_rejette_l_avenant_et_chacun_l_apprend()
    {
        var avenant = await _banc
            .Le<PreparerAvenant>()
            .ExecuterAsync(
                Agent,
                _banc.Groupement,
                new NouvelAvenant(GenreDAvenant.Modification, "Durée", "Un an.", "Deux ans.", null, null)
            );
        await _banc.Le<ConduireAvenant>().SoumettreAsync(Agent, avenant, await VersionAsync(avenant));
        var reponses = await _banc.Le<LireAvenants>().ApprobationsAsync(Agent, avenant, new Demande());
        Assert.Equal(3, reponses.Total);

        await RepondreAsync(reponses.Elements[0], new string('a', 64));
        await RepondreAsync(reponses.Elements[1], empreinte: null);

        var fiche = await _banc.Le<LireAvenants>().FicheAsync(Agent, _banc.Groupement, avenant);
        Assert.Equal(EtatDAvenant.Rejete, fiche!.Avenant.Etat);
        Assert.Equal((0, 1), (fiche.Decompte.Comptees, fiche.Decompte.AutreTexte));
        await using var contexte = await _banc.OuvrirAsync();
        Assert.Equal(
            3,
            await contexte.PreuvesDInformation.CountAsync(p => p.ObjetId == avenant.Valeur && p.Libelle.Contains("rejeté"))
        );
    }

    [Fact]
    public async Task Deux_agents_sur_un_dossier_ne_s_ecrasent_pas()
    {
        var dossier = await OuvrirAsync(_banc.Calais);
        var version = (await LireAsync(dossier)).Version;
        var modifier = _banc.Le<ModifierDossier>();
        await modifier.ExecuterAsync(Agent, dossier, version, new ChangementDeDossier.Prestations([_banc.Actes]));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            modifier.ExecuterAsync(Agent, dossier, version, new ChangementDeDossier.Fermeture(Decline: true, "Non."))
        );
    }

    [Fact]
    public async Task Ni_un_autre_membre_ni_un_agent_d_un_autre_groupement_ne_lisent_ni_ne_changent_un_dossier()
    {
        var dossier = await OuvrirAsync(_banc.Calais);
        var limite = BancDesGroupements.Limite(GroupementId.Nouveau());
        var arras = Agents.Membre(_banc.Arras.Id);
        var calais = Agents.Membre(_banc.Calais.Id);

        Assert.Null(await _banc.Le<LireDossier>().ExecuterAsync(limite, dossier));
        Assert.Null(await _banc.Le<LireDossier>().ExecuterAsync(arras, dossier));
        Assert.NotNull(await _banc.Le<LireDossier>().ExecuterAsync(calais, dossier));
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            ChangerAsync(dossier, new ChangementDeDossier.Prestations([_banc.Actes]), arras)
        );
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            ChangerAsync(dossier, new ChangementDeDossier.Attente(null), calais)
        );
        await ChangerAsync(dossier, new ChangementDeDossier.Prestations([_banc.Actes]), calais);
        Assert.Empty((await _banc.Le<LireDossiers>().ExecuterAsync(limite, _banc.Groupement, new Demande())).Elements);
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            _banc.Le<RelancerDossiers>().ExecuterAsync(limite, _banc.Groupement, [dossier])
        );
    }

    [Fact]
    public async Task Le_tableau_compte_par_etat_et_releve_les_retards()
    {
        var dossier = await OuvrirAsync(_banc.Calais);
        await ChangerAsync(dossier, new ChangementDeDossier.Prestations([_banc.Actes]));
        _banc.Socle.Horloge.Instant = _banc.Socle.Horloge.Instant.AddDays(31);

        var tableau = await _banc.Le<LireDossiers>().CompterAsync(Agent, _banc.Groupement);

        Assert.Equal((1, 1), (tableau.ParEtat[EtatDAdhesion.EnCours], tableau.EnRetard));
        var retards = await _banc
            .Le<LireDossiers>()
            .ExecuterAsync(
                Agent,
                _banc.Groupement,
                new Demande(Filtres: new Dictionary<string, string> { ["etat"] = LireDossiers.EnRetard })
            );
        Assert.Equal("Calais", Assert.Single(retards.Elements).Membre);
    }

    [Fact]
    public async Task Une_liste_se_lit_sans_rien_ecrire_puis_ouvre_les_dossiers_des_lignes_bonnes()
    {
        using var classeur = ClasseurExcel.Creer();
        var feuille = classeur.Feuille("Adhésions").Entetes([ColonneExcel.Texte("SIRET"), ColonneExcel.Texte("Collectivité")]);
        feuille.Ligne().Texte("").Texte("CALAIS");
        feuille.Ligne().Texte("").Texte("Arras");
        feuille.Ligne().Texte("").Texte("Inconnue-sur-Mer");
        using var flux = new MemoryStream(classeur.Enregistrer());

        var liste = await _banc.Le<ImporterAdhesions>().LireAsync(Agent, _banc.Groupement, flux, "liste.xlsx");
        Assert.Equal(2, liste.Apercu.Lignes.Count(l => l.Etat is App.Socle.Import.EtatDeLigne.Erreur));
        await using (var contexte = await _banc.OuvrirAsync())
        {
            Assert.False(await contexte.DossiersDAdhesion.AnyAsync());
        }

        var bilan = await _banc.Le<ImporterAdhesions>().AppliquerAsync(Agent, _banc.Groupement, liste, prevenir: false);
        Assert.Single(bilan.Ouverts);
        Assert.Equal(_banc.Calais.Id, (await LireAsync(bilan.Ouverts[0])).Collectivite);
    }

    [Fact]
    public async Task Le_nouveau_millesime_invite_les_membres_et_laisse_l_ancien_lisible()
    {
        var fiche = await _banc.FicheAsync();

        var (nouveau, invites) = await _banc
            .Le<OuvrirMillesime>()
            .ExecuterAsync(
                Agent,
                fiche.Id,
                fiche.Version,
                "Dématérialisation 2027",
                2027,
                new(2027, 1, 1),
                null,
                fenetreJusquau: null,
                prevenir: false
            );

        Assert.Equal(2, invites);
        var (_, millesimes) = await _banc.Le<LireFenetres>().ExecuterAsync(Agent, nouveau);
        Assert.Equal([nouveau, fiche.Id], millesimes.Select(m => m.Id));
    }

    [Fact]
    public async Task La_convention_se_relit_avec_ses_actes_et_refuse_la_saisie_perimee()
    {
        await _banc
            .Le<OuvrirConvention>()
            .ExecuterAsync(
                Agent,
                _banc.Groupement,
                new TermesDeConvention("Marchés", DureeDeConvention.Indeterminee, null, new Integration(), "", "")
            );
        var lue = (await _banc.Le<LireConvention>().ExecuterAsync(Agent, _banc.Groupement))!;
        Assert.Equal((3, 22), (lue.Parties, lue.Taches.Count));
        await _banc.ReunirLeDossierAsync();
        foreach (var partie in (await _banc.Le<LireConvention>().PartiesAsync(Agent, _banc.Groupement, new Demande())).Elements)
        {
            await ChangerAsync(
                new ChangementDeConvention.ActesDeLaPartie(partie.Collectivite, Executoire(Jour.AddDays(-9)), Jour.AddDays(-8))
            );
        }

        await ChangerAsync(new ChangementDeConvention.Formalites(Jour.AddDays(-5), Jour.AddDays(-6)));

        var relue = (await _banc.Le<LireConvention>().ExecuterAsync(Agent, _banc.Groupement))!;
        Assert.Equal(Jour.AddDays(-5), relue.Vigueur.Le);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            _banc
                .Le<ModifierConvention>()
                .ExecuterAsync(Agent, _banc.Groupement, lue.Version, new ChangementDeConvention.Formalites(null, null))
        );
        Assert.Null(await _banc.Le<LireConvention>().ExecuterAsync(BancDesGroupements.Limite(), _banc.Groupement));
    }

    [Fact]
    public async Task Une_dissolution_prononcee_clot_le_groupement()
    {
        var conduire = _banc.Le<ConduireDissolution>();
        await conduire.OuvrirAsync(Agent, _banc.Groupement, CauseDeDissolution.Decision, "Décision unanime.", Jour);
        var (dossier, verdict) = (await conduire.LireAsync(Agent, _banc.Groupement))!.Value;
        Assert.Contains(verdict.Obstacles, o => o is MembresTousInformes);
        await conduire.ReglerAsync(Agent, _banc.Groupement, dossier.Version, Jour, Jour, "Archives");
        foreach (
            var preuve in (
                await _banc.Le<LirePreuves>().ExecuterAsync(Agent, nameof(Dissolution), dossier.Id.Valeur, new Demande())
            ).Elements
        )
        {
            await _banc.Le<ConstaterRemise>().ExecuterAsync(Agent, preuve.Id, Jour);
        }

        await conduire.PrononcerAsync(
            Agent,
            _banc.Groupement,
            (await conduire.LireAsync(Agent, _banc.Groupement))!.Value.Dossier.Version
        );

        Assert.Equal(EtatDuGroupement.Clos, (await _banc.FicheAsync()).Etat);
        await Assert.ThrowsAsync<RegleMetierException>(() => OuvrirFenetreAsync());

        Task OuvrirFenetreAsync() =>
            _banc.Le<OuvrirFenetre>().ExecuterAsync(Agent, _banc.Groupement, "Trop tard", Jour, Jour.AddDays(1));
    }

    private async Task ChangerAsync(ChangementDeConvention changement) =>
        await _banc
            .Le<ModifierConvention>()
            .ExecuterAsync(
                Agent,
                _banc.Groupement,
                (await _banc.Le<LireConvention>().ExecuterAsync(Agent, _banc.Groupement))!.Version,
                changement
            );

    private async Task ChangerAsync(DossierDeRetraitId id, ChangementDeRetrait changement)
    {
        await using var contexte = await _banc.OuvrirAsync();
        var version = await contexte.DossiersDeRetrait.Where(d => d.Id == id).Select(d => d.Version).SingleAsync();
        await _banc.Le<ConduireRetrait>().ExecuterAsync(Agent, id, version, changement);
    }

    private async Task<int> VersionAsync(AvenantDeConventionId id)
    {
        await using var contexte = await _banc.OuvrirAsync();
        return await contexte.AvenantsDeConvention.Where(a => a.Id == id).Select(a => a.Version).SingleAsync();
    }

    private async Task ApprouverParTousAsync(AvenantDeConventionId avenant)
    {
        var fiche = (await _banc.Le<LireAvenants>().FicheAsync(Agent, _banc.Groupement, avenant))!;
        foreach (var reponse in (await _banc.Le<LireAvenants>().ApprobationsAsync(Agent, avenant, new Demande())).Elements)
        {
            await RepondreAsync(reponse, fiche.Avenant.Empreinte);
        }
    }

    private Task RepondreAsync(LigneDApprobation reponse, string? empreinte) =>
        _banc.Le<RepondreAUnAvenant>().ExecuterAsync(Agent, reponse.Id, reponse.Version, empreinte, Executoire(Jour.AddDays(-1)));
}
