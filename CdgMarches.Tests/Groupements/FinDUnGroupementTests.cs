using CdgMarches.App.Groupements.Avenants;
using CdgMarches.App.Groupements.Retraits;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

/// <summary>La dissolution d'un groupement : la cause vérifiée, le dernier jour jamais passé, l'abandon dit à chacun.</summary>
public sealed class FinDUnGroupementTests : EssaiDeConvention
{
    private static readonly DateOnly Le = new(2026, 3, 10);

    private static FaitsDOuvertureDeDissolution Faits { get; } =
        new(EtatDuGroupement.Ouvert, new(2025, 1, 1), null, null, MembresRestants: 3, Terme: null, AvenantEnVigueurLe: null)
        {
            AvenantVoteLe = Le,
        };

    private ConduireDissolution Conduire => Banc.Le<ConduireDissolution>();

    [Fact]
    public void Chaque_cause_suppose_un_fait_et_le_dit_avec_son_article()
    {
        var (depart, seul, terme, decision) = (
            Seul(CauseDeDissolution.DepartDuCoordonnateur, Faits),
            Seul(CauseDeDissolution.UnSeulMembre, Faits),
            Seul(CauseDeDissolution.Terme, Faits),
            Seul(CauseDeDissolution.Decision, Faits)
        );

        Assert.IsType<DepartDuCoordonnateurDecide>(depart);
        Assert.IsType<UnSeulMembreRestant>(seul);
        Assert.Contains("3 membres restent", seul.Message, StringComparison.Ordinal);
        Assert.IsType<TermeAtteint>(terme);
        Assert.IsType<DissolutionApprouveeParAvenant>(decision);
        Assert.Equal(["RG1.33", "RG1.35", "RG1.17", "RG1.34"], new[] { depart, seul, terme, decision }.Select(r => r.Code));
        Assert.Equal("Convention constitutive", ReglesDeConvention.De(ProfilDeConvention.GroupementPermanent).Fonder(decision));

        Permise(CauseDeDissolution.DepartDuCoordonnateur, Faits with { DepartExecutoireLe = Le });
        Permise(CauseDeDissolution.UnSeulMembre, Faits with { MembresRestants = 1 });
        Permise(CauseDeDissolution.Terme, Faits with { Terme = Le });
        Permise(CauseDeDissolution.Decision, Faits with { AvenantEnVigueurLe = Le });
        Assert.IsType<TermeAtteint>(Seul(CauseDeDissolution.Terme, Faits with { Terme = Le.AddDays(1) }));
        Assert.IsType<UnSeulMembreRestant>(Seul(CauseDeDissolution.UnSeulMembre, Faits with { MembresRestants = 2 }));

        static IRegle Seul(CauseDeDissolution cause, FaitsDOuvertureDeDissolution faits) =>
            Assert.Single(Dissolution.PeutOuvrir(cause, Le, Le, faits).Obstacles);

        static void Permise(CauseDeDissolution cause, FaitsDOuvertureDeDissolution faits) =>
            Assert.True(Dissolution.PeutOuvrir(cause, Le, Le, faits).EstFavorable);
    }

    [Fact]
    public void Une_dissolution_n_est_ni_retroactive_ni_facturee_avant_son_dernier_jour()
    {
        var faits = Faits with { AvenantEnVigueurLe = Le };
        Assert.IsType<DernierJourPasAvantLOuverture>(
            Assert.Single(Dissolution.PeutOuvrir(CauseDeDissolution.Decision, Le, Le.AddDays(-1), faits).Obstacles)
        );
        var dernier = Le.AddDays(20);
        var dissolution = Dissolution.Ouvrir(
            GroupementId.Nouveau(),
            CauseDeDissolution.Decision,
            "Le besoin a disparu.",
            Le,
            dernier,
            faits
        );

        var refus = Assert.Throws<RegleMetierException>(() =>
            dissolution.Regler(dernier.AddDays(-1), null, null, dernier.AddDays(5))
        );

        Assert.IsType<FacturationApresLeDernierJour>(Assert.Single(refus.Obstacles));
        dissolution.Regler(dernier, null, null, dernier.AddDays(5));
        Assert.Equal(dernier, dissolution.DerniereFacturationLe);
    }

    [Theory]
    [InlineData(CauseDeDissolution.DepartDuCoordonnateur, 29, "RG1.33", "9 avril 2026")]
    [InlineData(CauseDeDissolution.DepartDuCoordonnateur, 30, null, null)]
    [InlineData(CauseDeDissolution.Decision, 4, "RG1.34", "15 mars 2026")]
    [InlineData(CauseDeDissolution.Decision, 5, null, null)]
    public void Le_dernier_jour_ne_precede_ni_la_decision_executoire_ni_le_jour_qu_elle_fixe(
        CauseDeDissolution cause,
        int jours,
        string? regle,
        string? jourDit
    )
    {
        var faits = Faits with
        {
            DepartExecutoireLe = Le,
            SortieDuCoordonnateur = Le.AddDays(30),
            AvenantEnVigueurLe = Le.AddDays(5),
        };

        var obstacles = Dissolution.PeutOuvrir(cause, Le, Le.AddDays(jours), faits).Obstacles;

        Assert.Equal(regle, obstacles.SingleOrDefault()?.Code);
        if (regle is not null)
        {
            Assert.IsType<DernierJourPasAvantLaDecision>(obstacles[0]);
            Assert.Equal("dernier-jour", obstacles[0].Champ);
            Assert.Contains(jourDit!, obstacles[0].Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(CauseDeDissolution.UnSeulMembre, typeof(UnSeulMembreRestant))]
    [InlineData(CauseDeDissolution.DepartDuCoordonnateur, typeof(DepartDuCoordonnateurDecide))]
    [InlineData(CauseDeDissolution.Terme, typeof(TermeAtteint))]
    [InlineData(CauseDeDissolution.Decision, typeof(DissolutionApprouveeParAvenant))]
    public void Une_cause_qui_ne_tient_plus_empeche_de_prononcer(CauseDeDissolution cause, Type regle)
    {
        var faits = Faits with { DepartExecutoireLe = Le, MembresRestants = 1, Terme = Le, AvenantEnVigueurLe = Le };
        var depuis = Faits with { MembresRestants = 2 };
        var dissolution = Dissolution.Ouvrir(GroupementId.Nouveau(), cause, "Motif.", Le, Le.AddDays(1), faits);
        dissolution.Regler(Le.AddDays(1), Le.AddDays(1), "Archives départementales", Le.AddDays(1));

        Assert.True(dissolution.PeutPrononcer(new FaitsDeDissolution(0, null, [], faits), Le.AddDays(2)).EstFavorable);
        var obstacle = Assert.Single(
            dissolution.PeutPrononcer(new FaitsDeDissolution(0, null, [], depuis), Le.AddDays(2)).Obstacles
        );
        Assert.IsType(regle, obstacle);
    }

    [Fact]
    public void Les_archives_ne_se_versent_pas_avant_que_la_dissolution_s_ouvre()
    {
        var faits = Faits with { AvenantEnVigueurLe = Le };
        var dissolution = Dissolution.Ouvrir(
            GroupementId.Nouveau(),
            CauseDeDissolution.Decision,
            "Motif.",
            Le,
            Le.AddDays(1),
            faits
        );

        var refus = Assert.Throws<RegleMetierException>(() => dissolution.Regler(null, Le.AddDays(-1), null, Le.AddDays(5)));
        Assert.Equal("archives", Assert.Single(refus.Obstacles).Champ);
        dissolution.Regler(null, Le, null, Le.AddDays(5));
    }

    [Theory]
    [InlineData(CauseDeDissolution.DepartDuCoordonnateur, "RG1.33", "6.2")]
    [InlineData(CauseDeDissolution.UnSeulMembre, "RG1.35", "6.2")]
    [InlineData(CauseDeDissolution.Terme, "RG1.17", "2")]
    [InlineData(CauseDeDissolution.Decision, "RG1.34", "7")]
    public void La_dissolution_cite_la_regle_de_sa_cause(CauseDeDissolution cause, string regle, string article)
    {
        var faits = Faits with { DepartExecutoireLe = Le, MembresRestants = 1, Terme = Le, AvenantEnVigueurLe = Le };
        var dissolution = Dissolution.Ouvrir(GroupementId.Nouveau(), cause, "Motif.", Le, Le.AddDays(1), faits);

        Assert.All(dissolution.Echeances, e => Assert.Equal((regle, article), (e.Code, e.Article)));
        Assert.All(
            dissolution.PeutPrononcer(new FaitsDeDissolution(2, null, [], faits), Le).Obstacles,
            o => Assert.Equal(regle, o.Code)
        );
        Assert.All(
            dissolution.PeutRegler(Le, Le.AddDays(-1), null, Le.AddDays(1)).Obstacles.Where(o => o is not ActePasAVenir),
            o => Assert.Equal(regle, o.Code)
        );
        Assert.Contains(
            dissolution.PeutPrononcer(new FaitsDeDissolution(0, null, [], faits), Le).Obstacles,
            o => o is DernierJourPasse && o.Code == regle
        );
        Assert.Contains(
            Dissolution.PeutOuvrir(cause, Le, Le.AddDays(-1), faits).Obstacles,
            o => o is DernierJourPasAvantLOuverture && o.Code == regle
        );
    }

    [Fact]
    public async Task Le_dernier_jour_suit_la_sortie_que_la_deliberation_du_coordonnateur_fixe()
    {
        await PasserAuProfilAsync(ProfilDeConvention.GroupementDedie);
        var retrait = await AnnoncerAsync(Banc.Cdg);
        await ConduireAsync(retrait, new ChangementDeRetrait.Deliberation(Exemples.Executoire(Jour), Jour.AddDays(30), null, []));

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            OuvrirAsync(CauseDeDissolution.DepartDuCoordonnateur, Jour.AddDays(29))
        );

        Assert.IsType<DernierJourPasAvantLaDecision>(Assert.Single(refus.Obstacles));
        Assert.Equal(0, await InformesAsync());
        await OuvrirAsync(CauseDeDissolution.DepartDuCoordonnateur, Jour.AddDays(30));
    }

    [Fact]
    public async Task Le_dernier_jour_est_celui_que_le_texte_vote_fixe_et_nul_motif_n_en_ecarte()
    {
        await DeciderLaDissolutionAsync("Le groupement, créé le 1er janvier 2025, est dissous au 30 juin 2026.");

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            OuvrirAsync(CauseDeDissolution.Decision, new DateOnly(2026, 4, 30))
        );

        var dit = Assert.IsType<DernierJourQueLaDecisionFixe>(Assert.Single(refus.Obstacles));
        Assert.Equal("dernier-jour", dit.Champ);
        Assert.Contains("le 30 juin 2026", dit.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("2025", dit.Message, StringComparison.Ordinal);
        Assert.Equal(0, await InformesAsync());
        await OuvrirAsync(CauseDeDissolution.Decision, new DateOnly(2026, 6, 30));
        var dossier = (await Conduire.LireAsync(Agent, Banc.Groupement, Annulation))!.Dossier;
        // The vote is read in the approvals, and the day in the text: nobody types them again.
        Assert.Equal((Jour.AddDays(-4), new DateOnly(2026, 6, 30)), (dossier.VoteeLe!.Value, dossier.DernierJourVote!.Value));
    }

    [Fact]
    public async Task Le_dernier_jour_vote_est_un_jour_que_le_texte_cite_et_ne_s_efface_pas()
    {
        await DeciderLaDissolutionAsync("Le groupement est dissous au 30 juin 2026.");
        var (fixe, autre) = (new DateOnly(2026, 6, 30), new DateOnly(2026, 4, 30));
        var vote = Jour.AddDays(-4);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            OuvrirAsync(CauseDeDissolution.Decision, autre, new(vote, autre))
        );

        var dit = Assert.IsType<DernierJourQueLaDecisionFixe>(Assert.Single(refus.Obstacles));
        Assert.Equal("jour-vote", dit.Champ);
        Assert.Contains("cite le 30 juin 2026", dit.Message, StringComparison.Ordinal);
        await OuvrirAsync(CauseDeDissolution.Decision, fixe, new(vote, fixe));
        var efface = await Assert.ThrowsAsync<RegleMetierException>(() => ReglerAsync(new(vote, null)));
        Assert.Equal("jour-vote", Assert.IsType<DernierJourVoteQuiDemeure>(Assert.Single(efface.Obstacles)).Champ);
        var change = await Assert.ThrowsAsync<RegleMetierException>(() => ReglerAsync(new(vote, autre)));
        Assert.IsType<DernierJourQueLaDecisionFixe>(Assert.Single(change.Obstacles));
        await ReglerAsync(new(Jour.AddDays(-3), fixe));
        var dossier = (await Conduire.LireAsync(Agent, Banc.Groupement, Annulation))!.Dossier;
        Assert.Equal((Jour.AddDays(-3), fixe), (dossier.VoteeLe!.Value, dossier.DernierJourVote!.Value));

        async Task ReglerAsync(DecisionDeDissolution decision) =>
            await Conduire.ReglerAsync(
                Agent,
                Banc.Groupement,
                (await Conduire.LireAsync(Agent, Banc.Groupement, Annulation))!.Dossier.Version,
                null,
                null,
                null,
                decision,
                Annulation
            );
    }

    [Theory]
    [InlineData("1990-01-01", "existe depuis le 1er janvier 2025")]
    [InlineData("2026-02-28", "depuis le 1er mars 2026")]
    [InlineData("2026-03-01", null)]
    public void Le_vote_ne_precede_ni_le_groupement_ni_le_texte_soumis(string vote, string? dit)
    {
        var faits = Faits with { AvenantEnVigueurLe = Le, AvenantSoumisLe = new DateOnly(2026, 3, 1) };
        var decision = new DecisionDeDissolution(DateOnly.Parse(vote, System.Globalization.CultureInfo.InvariantCulture), null);

        var obstacles = Dissolution.PeutOuvrir(CauseDeDissolution.Decision, Le, Le.AddDays(5), faits, decision).Obstacles;

        Assert.Equal(dit is null ? 0 : 1, obstacles.Count);
        Assert.All(obstacles, o => Assert.Contains(dit!, Assert.IsType<VoteApresLeTexte>(o).Message, StringComparison.Ordinal));
        // What the deliberations on record say stands: the agent established that they bear on this text.
        Assert.True(
            Dissolution
                .PeutOuvrir(CauseDeDissolution.Decision, Le, Le.AddDays(5), faits with { AvenantVoteLe = decision.VoteeLe })
                .EstFavorable
        );
    }

    [Fact]
    public void Un_acte_a_venir_ou_sans_precedent_se_dit_sans_accord()
    {
        var archives = new ActePasAVenir("Le versement des archives", Le, Le.AddDays(-1), "archives");
        var accuse = new ActesDansLOrdre("La transmission", null, "L'accusé de réception", Le, "accusee");

        Assert.StartsWith("Le versement des archives a pour date le 10 mars 2026", archives.Message, StringComparison.Ordinal);
        Assert.StartsWith("L'accusé de réception a pour date le 10 mars 2026", accuse.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_dernier_jour_vote_que_le_texte_dit_sans_date_tient_le_dossier()
    {
        await DeciderLaDissolutionAsync("Le groupement, créé le 1er janvier 2025, est dissous à la fin du mois d'avril.");
        var vote = new DecisionDeDissolution(Jour.AddDays(-4), new DateOnly(2026, 4, 30));

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            OuvrirAsync(CauseDeDissolution.Decision, new DateOnly(2026, 5, 1), vote)
        );

        Assert.Equal("jour-vote", Assert.IsType<DernierJourQueLaDecisionFixe>(Assert.Single(refus.Obstacles)).Champ);
        await OuvrirAsync(CauseDeDissolution.Decision, new DateOnly(2026, 4, 30), vote);
    }

    [Theory]
    [InlineData(null, typeof(DecisionVotee))]
    [InlineData(1, typeof(ActePasAVenir))]
    [InlineData(-2, typeof(VoteAvantSonEffet))]
    [InlineData(-3, null)]
    public void Le_vote_se_date_n_est_pas_a_venir_et_precede_l_effet_de_la_decision(int? jours, Type? regle)
    {
        // In the second case, the effect is still to come: only the future vote is refused.
        var faits = Faits with
        {
            AvenantEnVigueurLe = Le.AddDays(jours == 1 ? 2 : -3),
        };
        var decision = new DecisionDeDissolution(jours is { } ecart ? Le.AddDays(ecart) : null, null);

        var verdict = Dissolution.PeutOuvrir(CauseDeDissolution.Decision, Le, Le.AddDays(5), faits, decision);

        Assert.Equal(regle, verdict.Obstacles.SingleOrDefault()?.GetType());
        Assert.All(verdict.Obstacles, o => Assert.Equal(("RG1.34", "votee-le"), (o.Code, o.Champ)));
    }

    [Fact]
    public async Task La_decision_se_corrige_au_dossier_sans_defaire_l_ordre_des_actes()
    {
        await DeciderLaDissolutionAsync();
        await OuvrirAsync(CauseDeDissolution.Decision, Jour.AddDays(10));
        Aller(Jour.AddDays(3));
        var version = (await Conduire.LireAsync(Agent, Banc.Groupement, Annulation))!.Dossier.Version;

        var apres = await Assert.ThrowsAsync<RegleMetierException>(() => ReglerAsync(new(Jour.AddDays(1), null)));
        Assert.Contains(apres.Obstacles, o => o is ActesDansLOrdre { Champ: "votee-le" });
        Assert.Contains(apres.Obstacles, o => o is VoteAvantSonEffet);
        var autreJour = await Assert.ThrowsAsync<RegleMetierException>(() => ReglerAsync(new(Jour.AddDays(-4), Jour.AddDays(9))));
        Assert.IsType<DernierJourQueLaDecisionFixe>(Assert.Single(autreJour.Obstacles));
        var jadis = await Assert.ThrowsAsync<RegleMetierException>(() => ReglerAsync(new(new(1990, 1, 1), null)));
        Assert.Equal("votee-le", Assert.IsType<VoteApresLeTexte>(Assert.Single(jadis.Obstacles)).Champ);
        Assert.IsType<DecisionVotee>(
            Assert.Single((await Assert.ThrowsAsync<RegleMetierException>(() => ReglerAsync(new(null, null)))).Obstacles)
        );

        await ReglerAsync(new(Jour.AddDays(-3), Jour.AddDays(10)));
        var dossier = (await Conduire.LireAsync(Agent, Banc.Groupement, Annulation))!.Dossier;
        Assert.Equal((Jour.AddDays(-3), Jour.AddDays(10)), (dossier.VoteeLe!.Value, dossier.DernierJourVote!.Value));
        await using var contexte = await Banc.OuvrirAsync();
        var ligne = await contexte.Journal.SingleAsync(
            l => l.ObjetType == nameof(Dissolution) && l.Libelle.Contains("vote et dernier jour"),
            Annulation
        );
        Assert.Contains("sans dernier jour fixé", ligne.Avant, StringComparison.Ordinal);

        Task ReglerAsync(DecisionDeDissolution decision) =>
            Conduire.ReglerAsync(Agent, Banc.Groupement, version, null, null, null, decision, Annulation);
    }

    [Fact]
    public async Task Un_preavis_dont_la_deliberation_vient_trop_tard_ne_compte_pas_comme_un_depart()
    {
        foreach (var membre in (Collectivite[])[Banc.Arras, Banc.Bethune, Banc.Cdg])
        {
            await ConduireAsync(await AnnoncerAsync(membre), new ChangementDeRetrait.Information(Jour, Exemples.Recepisse));
        }

        var apres = new DateOnly(Jour.Year + 1, 1, 12);
        Aller(apres);
        await using (var contexte = await Banc.OuvrirAsync())
        {
            foreach (var id in await contexte.DossiersDeRetrait.Select(d => d.Id).ToListAsync(Annulation))
            {
                await ConduireAsync(
                    id,
                    new ChangementDeRetrait.Deliberation(Exemples.Executoire(apres.AddDays(-2)), null, null, [])
                );
            }
        }

        var seul = await Conduire.ExaminerAsync(
            Agent,
            Banc.Groupement,
            CauseDeDissolution.UnSeulMembre,
            apres,
            annulation: Annulation
        );
        var depart = await Conduire.ExaminerAsync(
            Agent,
            Banc.Groupement,
            CauseDeDissolution.DepartDuCoordonnateur,
            apres,
            annulation: Annulation
        );

        Assert.Contains("3 membres restent", Assert.Single(seul.Obstacles).Message, StringComparison.Ordinal);
        Assert.IsType<DepartDuCoordonnateurDecide>(Assert.Single(depart.Obstacles));
    }

    [Fact]
    public async Task La_decision_des_membres_veut_un_avenant_que_chacun_approuve()
    {
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => OuvrirAsync(CauseDeDissolution.Decision));
        Assert.Equal([typeof(DecisionVotee), typeof(DissolutionApprouveeParAvenant)], refus.Obstacles.Select(o => o.GetType()));
        Assert.Equal(
            refus.Obstacles,
            (
                await Conduire.ExaminerAsync(Agent, Banc.Groupement, CauseDeDissolution.Decision, Jour, annulation: Annulation)
            ).Obstacles
        );

        await DeciderLaDissolutionAsync();
        await OuvrirAsync(CauseDeDissolution.Decision);

        Assert.Equal(3, await InformesAsync());
    }

    [Fact]
    public async Task Le_depart_du_coordonnateur_ne_dissout_qu_une_fois_delibere()
    {
        await PasserAuProfilAsync(ProfilDeConvention.GroupementDedie);
        var retrait = await AnnoncerAsync(Banc.Cdg);
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => OuvrirAsync(CauseDeDissolution.DepartDuCoordonnateur));
        Assert.IsType<DepartDuCoordonnateurDecide>(Assert.Single(refus.Obstacles));
        Assert.Equal(0, await InformesAsync());

        await ConduireAsync(retrait, new ChangementDeRetrait.Deliberation(Exemples.Executoire(Jour), Jour.AddDays(30), null, []));
        await OuvrirAsync(CauseDeDissolution.DepartDuCoordonnateur, Jour.AddDays(30));

        Assert.Equal(3, await InformesAsync());
    }

    [Fact]
    public async Task Un_seul_membre_se_compte_departs_deliberes_deduits()
    {
        await PasserAuProfilAsync(ProfilDeConvention.GroupementDedie);
        var dernier = Jour.AddDays(30);
        foreach (var membre in (Collectivite[])[Banc.Arras, Banc.Bethune])
        {
            var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
                OuvrirAsync(CauseDeDissolution.UnSeulMembre, dernier)
            );
            Assert.IsType<UnSeulMembreRestant>(Assert.Single(refus.Obstacles));
            var retrait = await AnnoncerAsync(membre);
            await ConduireAsync(retrait, new ChangementDeRetrait.Deliberation(Exemples.Executoire(Jour), dernier, null, []));
        }

        await OuvrirAsync(CauseDeDissolution.UnSeulMembre, dernier);

        // The day before, the two of them are still members.
        Assert.Equal(3, await InformesAsync());
    }

    [Fact]
    public async Task Une_dissolution_s_abandonne_sur_motif_chacun_en_est_informe_et_une_autre_peut_s_ouvrir()
    {
        await DeciderLaDissolutionAsync();
        await OuvrirAsync(CauseDeDissolution.Decision);
        var sansMotif = await Assert.ThrowsAsync<RegleMetierException>(() => AbandonnerAsync(" "));
        Assert.IsType<TexteRenseigne>(Assert.Single(sansMotif.Obstacles));

        await AbandonnerAsync("Les membres se ravisent.");

        var (abandonnee, _, _) = (await Conduire.LireAsync(Agent, Banc.Groupement, Annulation))!;
        Assert.Equal((Jour, "Les membres se ravisent."), (abandonnee.AbandonneeLe, abandonnee.MotifDAbandon));
        Assert.Equal(6, await InformesAsync());
        Assert.Equal(EtatDuGroupement.Ouvert, (await Banc.FicheAsync()).Etat);
        await OuvrirAsync(CauseDeDissolution.Decision);
        var (seconde, _, _) = (await Conduire.LireAsync(Agent, Banc.Groupement, Annulation))!;
        Assert.NotEqual(abandonnee.Id, seconde.Id);
        Assert.Null(seconde.AbandonneeLe);
    }

    [Fact]
    public async Task Le_retrait_constate_du_coordonnateur_ne_laisse_pas_abandonner_et_un_constat_tardif_ne_dissout_pas_hier()
    {
        var retrait = await AnnoncerAsync(Banc.Cdg);
        await ConduireAsync(retrait, new ChangementDeRetrait.Information(Jour, Exemples.Recepisse));
        await ConduireAsync(retrait, new ChangementDeRetrait.Deliberation(Exemples.Executoire(Jour), null, null, []));
        await DeposerLaDeliberationAsync(retrait);
        var constat = new DateOnly(Jour.Year + 1, 1, 12);
        Aller(constat);

        await ConduireAsync(retrait, new ChangementDeRetrait.Constat(null));

        Assert.Equal(constat, (await Conduire.LireAsync(Agent, Banc.Groupement, Annulation))!.Dossier.DernierJour);
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => AbandonnerAsync("Finalement non."));
        Assert.IsType<CoordonnateurQuiReste>(Assert.Single(refus.Obstacles));
    }

    [Fact]
    public async Task Le_coordonnateur_remplace_sort_au_jour_de_son_retrait_quand_la_dissolution_s_abandonne()
    {
        var retrait = await AnnoncerAsync(Banc.Cdg);
        await ConduireAsync(retrait, new ChangementDeRetrait.Information(Jour, Exemples.Recepisse));
        await ConduireAsync(retrait, new ChangementDeRetrait.Deliberation(Exemples.Executoire(Jour), null, null, []));
        await DeposerLaDeliberationAsync(retrait);
        await ConduireAsync(retrait, new ChangementDeRetrait.Constat(null));
        Assert.IsType<CoordonnateurQuiReste>(
            Assert.Single((await Conduire.LireAsync(Agent, Banc.Groupement, Annulation))!.PeutAbandonner.Obstacles)
        );

        await NommerCoordonnateurAsync(Banc.Arras);
        await AbandonnerAsync("Arras coordonne.");

        Assert.Equal(new DateOnly(Jour.Year, 12, 31), (await Banc.AdhesionDeAsync(Banc.Cdg)).Sortie);
        var fiche = await Banc.FicheAsync();
        Assert.Equal((Banc.Arras.Id, EtatDuGroupement.Ouvert), (fiche.Identite.Coordonnateur, fiche.Etat));
    }

    [Fact]
    public async Task Sans_deux_membres_apres_lui_le_coordonnateur_remplace_ne_laisse_pas_abandonner()
    {
        var retrait = await AnnoncerAsync(Banc.Cdg);
        await ConduireAsync(retrait, new ChangementDeRetrait.Information(Jour, Exemples.Recepisse));
        await ConduireAsync(retrait, new ChangementDeRetrait.Deliberation(Exemples.Executoire(Jour), null, null, []));
        await DeposerLaDeliberationAsync(retrait);
        await ConduireAsync(retrait, new ChangementDeRetrait.Constat(null));
        await NommerCoordonnateurAsync(Banc.Arras);
        await using (var contexte = await Banc.OuvrirAsync())
        {
            var bethune = await contexte.Adhesions.SingleAsync(a => a.Collectivite == Banc.Bethune.Id, Annulation);
            bethune.Sortir(Jour.AddDays(20), null, estCoordonnateur: false);
            await contexte.EnregistrerAsync(Agent, Banc.Socle.Horloge.Instant, Annulation);
        }

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => AbandonnerAsync("Arras coordonne."));

        Assert.IsType<ResteUnGroupement>(Assert.Single(refus.Obstacles));
        Assert.Null((await Banc.AdhesionDeAsync(Banc.Cdg)).Sortie);
    }

    [Fact]
    public async Task Au_groupement_dedie_le_coordonnateur_remplace_se_retire_comme_un_autre()
    {
        await PasserAuProfilAsync(ProfilDeConvention.GroupementDedie);
        await NommerCoordonnateurAsync(Banc.Arras);
        var retrait = await AnnoncerAsync(Banc.Cdg);
        await ConduireAsync(retrait, new ChangementDeRetrait.Deliberation(Exemples.Executoire(Jour), Jour.AddDays(30), null, []));
        await DeposerLaDeliberationAsync(retrait);

        await ConduireAsync(retrait, new ChangementDeRetrait.Constat(null));

        Assert.Equal(Jour.AddDays(30), (await Banc.AdhesionDeAsync(Banc.Cdg)).Sortie);
        Assert.Null(await Conduire.LireAsync(Agent, Banc.Groupement, Annulation));
    }

    private async Task NommerCoordonnateurAsync(Collectivite membre)
    {
        var avenant = await Banc.Le<PreparerAvenant>()
            .ExecuterAsync(
                Agent,
                Banc.Groupement,
                new NouvelAvenant(GenreDAvenant.Coordonnateur, "Coordonnateur", "", "Texte.", membre.Id, null),
                Annulation
            );
        await Banc.Le<ConduireAvenant>().SoumettreAsync(Agent, avenant, await VersionAsync(avenant), Annulation);
        await ApprouverParTousAsync(avenant);
        await Banc.Le<ConduireAvenant>()
            .PrendreEffetAsync(Agent, avenant, await VersionAsync(avenant), Jour, annulation: Annulation);
    }

    private Task OuvrirAsync(CauseDeDissolution cause, DateOnly? dernierJour = null, DecisionDeDissolution? decision = null) =>
        Conduire.OuvrirAsync(Agent, Banc.Groupement, cause, "Motif écrit.", dernierJour ?? Jour, decision, Annulation);

    private async Task AbandonnerAsync(string motif) =>
        await Conduire.AbandonnerAsync(
            Agent,
            Banc.Groupement,
            (await Conduire.LireAsync(Agent, Banc.Groupement, Annulation))!.Dossier.Version,
            motif,
            Annulation
        );

    private async Task<int> InformesAsync()
    {
        await using var contexte = await Banc.OuvrirAsync();
        return await contexte.PreuvesDInformation.CountAsync(p => p.ObjetType == nameof(Dissolution), Annulation);
    }
}
