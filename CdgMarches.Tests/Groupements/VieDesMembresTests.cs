using CdgMarches.App.Groupements;
using CdgMarches.App.Groupements.Adhesions;
using CdgMarches.App.Groupements.Avenants;
using CdgMarches.App.Groupements.Constitution;
using CdgMarches.App.Groupements.Retraits;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

/// <summary>La vie d'un membre sur une vraie base : de l'invitation au départ, aux deux régimes.</summary>
public sealed class VieDesMembresTests : EssaiDeConvention
{
    [Fact]
    public async Task Le_texte_reecrit_par_le_CDG_part_aux_dossiers_incomplets_et_on_repond_a_l_agent_qui_relance()
    {
        await new ComptesDEssai(Banc.Socle.Base, Banc.Socle.Horloge).MembreAsync(
            Banc.Calais.Id,
            courriel: "mairie@calais.example"
        );
        var agent = await Banc.Socle.AvecCompteAsync(Agents.Gestionnaire, RoleCdg.Gestionnaire, "alix.verdonck@cdg.example");
        var dossier = await OuvrirAsync(Banc.Calais);
        await using (var modeles = await Banc.OuvrirAsync())
        {
            modeles.ModelesDeCourriel.Add(
                new(CourrielsDeGroupement.Relance.Cle)
                {
                    Objet = "{{groupement}} : il manque une pièce",
                    Texte = "Merci de compléter « {{groupement}} ».",
                    Version = 1,
                    ModifieLe = Banc.Socle.Horloge.Instant,
                    ModifiePar = "Alix Verdonck",
                }
            );
            await modeles.SaveChangesAsync();
        }

        Assert.Equal((1, 0), await Banc.Le<RelancerDossiers>().ExecuterAsync(agent, Banc.Groupement, [dossier]));

        await using var contexte = await Banc.OuvrirAsync();
        var relance = await contexte.EnvoisDeCourriel.SingleAsync(e => e.Modele == "adhesion.relance");
        Assert.EndsWith("\u00a0: il manque une pièce", relance.Objet, StringComparison.Ordinal);
        Assert.Contains("Merci de compléter «\u00a0", relance.Texte, StringComparison.Ordinal);
        Assert.Equal("alix.verdonck@cdg.example", relance.RepondreA);
        var preuve = await contexte.PreuvesDInformation.SingleAsync(p => p.Courriel == relance.Id);
        Assert.StartsWith("Votre adhésion à", preuve.Libelle, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Au_groupement_dedie_de_l_invitation_a_la_sortie()
    {
        await PasserAuProfilAsync(ProfilDeConvention.GroupementDedie);
        var dossier = await OuvrirAsync(Banc.Calais, Banc.Actes);
        var avenant = await SoumettreLAdhesionAsync(dossier, Jour.AddDays(-7));
        await CompleterAsync(dossier);
        var sansAvenant = await Assert.ThrowsAsync<RegleMetierException>(() => DonnerEffetAsync(dossier, Jour));
        Assert.IsType<AvenantAccepteDeTous>(Assert.Single(sansAvenant.Obstacles));

        await ApprouverParTousAsync(avenant);
        await Banc.Le<ConduireAvenant>().PrendreEffetAsync(Agent, avenant, await VersionAsync(avenant), Jour);
        await DonnerEffetAsync(dossier, Jour, RemisAutrement);

        var adhesion = await Banc.AdhesionDeAsync(Banc.Calais);
        Assert.Equal(Jour, adhesion.Entree);
        Assert.True(adhesion.AChoisi(Banc.Actes, Jour));
        await using (var contexte = await Banc.OuvrirAsync())
        {
            var recues = await contexte
                .PreuvesDInformation.Where(p => p.ObjetId == dossier.Valeur && p.Collectivite == Banc.Calais.Id)
                .OrderBy(p => p.Id)
                .Select(p => p.Libelle)
                .ToListAsync();
            Assert.Equal(2, recues.Count);
            Assert.StartsWith("Invitation", recues[0], StringComparison.Ordinal);
        }

        var retrait = await Banc.Le<AnnoncerRetrait>().ExecuterAsync(Agent, adhesion.Id);
        await ConduireAsync(
            retrait,
            new ChangementDeRetrait.Deliberation(
                Exemples.Deliberee(Jour),
                Jour.AddDays(90),
                "Quote-part due.",
                [new SommeDeRetrait("Quote-part", MontantTtc.DEuros(100m), Jour.AddDays(120))]
            )
        );
        await DeposerLaDeliberationAsync(retrait);
        await ConduireAsync(retrait, new ChangementDeRetrait.Constat(null));

        Assert.Equal(Jour.AddDays(90), (await Banc.AdhesionDeAsync(Banc.Calais)).Sortie);
        var fiche = await Banc.Le<LireRetraits>().FicheAsync(Agent, Banc.Groupement, retrait);
        Assert.Equal(3, fiche!.NonInformes);
        var ligne = Assert.Single((await Banc.Le<LireRetraits>().ExecuterAsync(Agent, Banc.Groupement, new Demande())).Elements);
        Assert.True(ligne.EstIncomplet);
        var preuves = await Banc.Le<LirePreuves>().ExecuterAsync(Agent, nameof(DossierDeRetrait), retrait.Valeur, new Demande());
        foreach (var preuve in preuves.Elements)
        {
            await Banc.Le<ConstaterRemise>().ExecuterAsync(Agent, preuve.Id, Jour);
        }

        Assert.Equal(0, (await Banc.Le<LireRetraits>().FicheAsync(Agent, Banc.Groupement, retrait))!.NonInformes);
    }

    [Fact]
    public async Task Au_groupement_permanent_l_entree_suit_la_fenetre_et_la_sortie_le_preavis()
    {
        await Banc.Le<OuvrirFenetre>().ExecuterAsync(Agent, Banc.Groupement, "Remise en concurrence", Jour, Jour.AddDays(20));
        var dossier = await OuvrirAsync(Banc.Calais, Banc.Actes);
        await CompleterAsync(dossier);
        var hors = await Assert.ThrowsAsync<RegleMetierException>(() => DonnerEffetAsync(dossier, Jour.AddDays(21)));
        Assert.IsType<EffetDansLaFenetre>(Assert.Single(hors.Obstacles));
        await DonnerEffetAsync(dossier, Jour.AddDays(20), RemisAutrement);

        var adhesion = await Banc.AdhesionDeAsync(Banc.Calais);
        var retrait = await Banc.Le<AnnoncerRetrait>().ExecuterAsync(Agent, adhesion.Id);
        await ConduireAsync(retrait, new ChangementDeRetrait.Information(Jour, Exemples.Recepisse));
        await ConduireAsync(retrait, new ChangementDeRetrait.Deliberation(Exemples.Executoire(Jour), null, null, []));
        await DeposerLaDeliberationAsync(retrait);
        await ConduireAsync(retrait, new ChangementDeRetrait.Constat(null));

        Assert.Equal(new DateOnly(Jour.Year, 12, 31), (await Banc.AdhesionDeAsync(Banc.Calais)).Sortie);
    }

    [Fact]
    public async Task Un_choix_hors_fenetre_est_refuse_partout_ou_il_se_fait()
    {
        await Banc.Le<OuvrirFenetre>().ExecuterAsync(Agent, Banc.Groupement, "Passée", Jour.AddDays(-40), Jour.AddDays(-20));
        var arras = await Banc.AdhesionDeAsync(Banc.Arras);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            Banc.Le<ModifierChoix>().ExecuterAsync(Agent, arras.Id, arras.Version, Banc.Certificats, GesteDeChoix.Choisir, Jour)
        );
        Assert.IsType<ChoixDansUneFenetre>(Assert.Single(refus.Obstacles));
        var admission = await Assert.ThrowsAsync<RegleMetierException>(() =>
            Banc.Le<AdmettreMembres>().ExecuterAsync(Agent, Banc.Groupement, Banc.Calais.Id, Jour.AddDays(-1), [], "Reprise")
        );
        Assert.IsType<EffetDansLaFenetre>(Assert.Single(admission.Obstacles));
    }

    [Fact]
    public async Task Des_prestations_choisies_hors_fenetre_ne_se_perdent_pas_sans_le_dire()
    {
        await PasserAuProfilAsync(ProfilDeConvention.GroupementPermanent);
        await Banc.Le<OuvrirFenetre>().ExecuterAsync(Agent, Banc.Groupement, "Passée", Jour.AddDays(-40), Jour.AddDays(-20));
        var demande = new DossiersAOuvrir(
            Banc.Groupement,
            [Banc.Calais.Id],
            OrigineDAdhesion.Invitation,
            null,
            [Banc.Actes],
            Prevenir: false
        );

        var bilan = await Banc.Le<OuvrirDossiers>().ExecuterAsync(Agent, demande);

        Assert.Empty((await LireAsync(Assert.Single(bilan.Ouverts))).Choix);
        Assert.IsType<ChoixDansUneFenetre>(Assert.Single(bilan.ChoixEcartes));
        Assert.Contains("ne sont pas retenues", bilan.PhraseDuChoix, StringComparison.Ordinal);
        Assert.Contains("Aucune fenêtre d'adhésion n'est ouverte", bilan.PhraseDuChoix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_refus_rejette_l_avenant_et_chacun_l_apprend()
    {
        var avenant = await Banc.SoumettreUnAvenantAsync();
        var reponses = await Banc.Le<LireAvenants>().ApprobationsAsync(Agent, avenant, new Demande());
        Assert.Equal(3, reponses.Total);

        await RepondreAsync(reponses.Elements[0], new string('a', 64));
        await RepondreAsync(reponses.Elements[1], empreinte: null);

        var fiche = await Banc.Le<LireAvenants>().FicheAsync(Agent, Banc.Groupement, avenant);
        Assert.Equal(EtatDAvenant.Rejete, fiche!.Avenant.Etat);
        Assert.Equal((0, 1), (fiche.Decompte.Comptees, fiche.Decompte.AutreTexte));
        await using var contexte = await Banc.OuvrirAsync();
        Assert.Equal(
            3,
            await contexte.PreuvesDInformation.CountAsync(p => p.ObjetId == avenant.Valeur && p.Libelle.Contains("rejeté"))
        );
    }

    [Fact]
    public async Task Deux_agents_sur_un_dossier_ne_s_ecrasent_pas()
    {
        var dossier = await OuvrirAsync(Banc.Calais);
        var version = (await LireAsync(dossier)).Version;
        var modifier = Banc.Le<ModifierDossier>();
        await modifier.ExecuterAsync(Agent, dossier, version, new ChangementDeDossier.Prestations([Banc.Actes]));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            modifier.ExecuterAsync(Agent, dossier, version, new ChangementDeDossier.Fermeture(Decline: true, "Non."))
        );
    }

    [Fact]
    public async Task Ni_un_autre_membre_ni_un_agent_d_un_autre_groupement_ne_lisent_ni_ne_changent_un_dossier()
    {
        var dossier = await OuvrirAsync(Banc.Calais);
        var limite = BancDesGroupements.Limite(GroupementId.Nouveau());
        var arras = Agents.Membre(Banc.Arras.Id);
        var calais = Agents.Membre(Banc.Calais.Id);

        Assert.Null(await Banc.Le<LireDossier>().ExecuterAsync(limite, dossier));
        Assert.Null(await Banc.Le<LireDossier>().ExecuterAsync(arras, dossier));
        Assert.NotNull(await Banc.Le<LireDossier>().ExecuterAsync(calais, dossier));
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            ChangerAsync(dossier, new ChangementDeDossier.Prestations([Banc.Actes]), arras)
        );
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            ChangerAsync(dossier, new ChangementDeDossier.Attente(null), calais)
        );
        await ChangerAsync(dossier, new ChangementDeDossier.Prestations([Banc.Actes]), calais);
        Assert.Empty((await Banc.Le<LireDossiers>().ExecuterAsync(limite, Banc.Groupement, new Demande())).Elements);
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            Banc.Le<RelancerDossiers>().ExecuterAsync(limite, Banc.Groupement, [dossier])
        );
    }

    [Fact]
    public async Task Le_tableau_compte_par_etat_et_releve_les_retards()
    {
        var dossier = await OuvrirAsync(Banc.Calais);
        await ChangerAsync(dossier, new ChangementDeDossier.Prestations([Banc.Actes]));
        Banc.Socle.Horloge.Instant = Banc.Socle.Horloge.Instant.AddDays(31);

        var tableau = await Banc.Le<LireDossiers>().CompterAsync(Agent, Banc.Groupement);

        Assert.Equal((1, 1), (tableau.ParEtat[EtatDAdhesion.EnCours], tableau.EnRetard));
        var retards = await Banc.Le<LireDossiers>()
            .ExecuterAsync(
                Agent,
                Banc.Groupement,
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

        var liste = await Banc.Le<ImporterAdhesions>().LireAsync(Agent, Banc.Groupement, flux, "liste.xlsx");
        Assert.Equal(2, liste.Apercu.Lignes.Count(l => l.Etat is App.Socle.Import.EtatDeLigne.Erreur));
        await using (var contexte = await Banc.OuvrirAsync())
        {
            Assert.False(await contexte.DossiersDAdhesion.AnyAsync());
        }

        var bilan = await Banc.Le<ImporterAdhesions>().AppliquerAsync(Agent, Banc.Groupement, liste, prevenir: false);
        Assert.Single(bilan.Ouverts);
        Assert.Equal(Banc.Calais.Id, (await LireAsync(bilan.Ouverts[0])).Collectivite);
    }

    [Fact]
    public async Task Le_nouveau_millesime_invite_les_membres_et_laisse_l_ancien_lisible()
    {
        var fiche = await Banc.FicheAsync();

        var (nouveau, dossiers) = await Banc.Le<OuvrirMillesime>()
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

        Assert.Equal((2, 0), (dossiers.Ouverts.Count, dossiers.Refuses.Count));
        var (_, millesimes) = await Banc.Le<LireFenetres>().ExecuterAsync(Agent, nouveau);
        Assert.Equal([nouveau, fiche.Id], millesimes.Select(m => m.Id));
    }

    [Fact]
    public async Task La_convention_se_relit_avec_ses_actes_et_refuse_la_saisie_perimee()
    {
        await Banc.Le<OuvrirConvention>()
            .ExecuterAsync(
                Agent,
                Banc.Groupement,
                new TermesDeConvention("Marchés", DureeDeConvention.Indeterminee, null, new Integration(), "", "")
            );
        var lue = (await Banc.Le<LireConvention>().ExecuterAsync(Agent, Banc.Groupement))!;
        Assert.Equal((3, 22), (lue.Parties, lue.Taches.Count));
        await Banc.ReunirLeDossierAsync();
        foreach (var partie in (await Banc.Le<LireConvention>().PartiesAsync(Agent, Banc.Groupement, new Demande())).Elements)
        {
            await Banc.ModifierLaConventionAsync(
                new ChangementDeConvention.ActesDeLaPartie(
                    partie.Collectivite,
                    Exemples.Executoire(Jour.AddDays(-9)),
                    Jour.AddDays(-8)
                )
            );
        }

        await Banc.ModifierLaConventionAsync(new ChangementDeConvention.Formalites(Jour.AddDays(-5), Jour.AddDays(-6)));

        var relue = (await Banc.Le<LireConvention>().ExecuterAsync(Agent, Banc.Groupement))!;
        Assert.Equal(Jour.AddDays(-5), relue.Vigueur.Le);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            Banc.Le<ModifierConvention>()
                .ExecuterAsync(Agent, Banc.Groupement, lue.Version, new ChangementDeConvention.Formalites(null, null))
        );
        Assert.Null(await Banc.Le<LireConvention>().ExecuterAsync(BancDesGroupements.Limite(), Banc.Groupement));
    }

    [Fact]
    public async Task Une_dissolution_prononcee_clot_le_groupement()
    {
        var conduire = Banc.Le<ConduireDissolution>();
        await DeciderLaDissolutionAsync();
        await Banc.Le<OuvrirDossiers>()
            .ExecuterAsync(
                Agent,
                new DossiersAOuvrir(Banc.Groupement, [Banc.Calais.Id], OrigineDAdhesion.Demande, null, [], Prevenir: false)
            );
        await conduire.OuvrirAsync(Agent, Banc.Groupement, CauseDeDissolution.Decision, "Décision unanime.", Jour);
        var (dossier, verdict, _) = (await conduire.LireAsync(Agent, Banc.Groupement))!;
        Assert.Contains(verdict.Obstacles, o => o is MembresTousInformes);
        await conduire.ReglerAsync(Agent, Banc.Groupement, dossier.Version, Jour, Jour, "Archives");
        foreach (
            var preuve in (
                await Banc.Le<LirePreuves>().ExecuterAsync(Agent, nameof(Dissolution), dossier.Id.Valeur, new Demande())
            ).Elements
        )
        {
            await Banc.Le<ConstaterRemise>().ExecuterAsync(Agent, preuve.Id, Jour);
        }

        await conduire.PrononcerAsync(
            Agent,
            Banc.Groupement,
            (await conduire.LireAsync(Agent, Banc.Groupement))!.Dossier.Version
        );

        Assert.Equal(EtatDuGroupement.Clos, (await Banc.FicheAsync()).Etat);
        await Assert.ThrowsAsync<RegleMetierException>(() => OuvrirFenetreAsync());
        await using (var contexte = await Banc.OuvrirAsync())
        {
            var abandonne = await contexte.DossiersDAdhesion.SingleAsync(d => d.Collectivite == Banc.Calais.Id);
            Assert.Equal(EtatDAdhesion.Abandonnee, abandonne.Etat);
            Assert.StartsWith("Groupement dissous au", abandonne.Motif, StringComparison.Ordinal);
            Assert.True(
                await contexte.PreuvesDInformation.AnyAsync(p =>
                    p.ObjetType == nameof(Dissolution) && p.Collectivite == Banc.Calais.Id
                )
            );
        }

        Task OuvrirFenetreAsync() =>
            Banc.Le<OuvrirFenetre>().ExecuterAsync(Agent, Banc.Groupement, "Trop tard", Jour, Jour.AddDays(1));
    }
}
