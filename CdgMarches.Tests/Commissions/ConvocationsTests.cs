using CdgMarches.App.Commissions;
using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Commissions.Regles;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Commissions;

public sealed class ConvocationsTests : IAsyncLifetime
{
    private static readonly Acteur Agent = BancDesCommissions.Agent;

    private BancDesCommissions _banc = null!;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _banc = await BancDesCommissions.CreerAsync();

    public ValueTask DisposeAsync() => _banc.DisposeAsync();

    [Fact]
    public async Task Tous_sont_convoques_avec_un_lien_personnel_et_une_invitation_d_agenda()
    {
        var id = await _banc.ConvoquerAsync();

        var fiche = await _banc.FicheAsync(id);
        Assert.Equal(8, fiche.Convocations.Count);
        Assert.All(fiche.Convocations, c => Assert.True(c.EstReguliere));
        await using var contexte = await _banc.OuvrirAsync();
        var courriels = await contexte.EnvoisDeCourriel.ToListAsync(Annulation);
        Assert.Equal(8, courriels.Count);
        Assert.All(courriels, c => Assert.Contains("METHOD:REQUEST", c.Ics, StringComparison.Ordinal));
        Assert.Equal(8, await contexte.LiensPersonnels.CountAsync(Annulation));
    }

    [Fact]
    public async Task La_convocation_suit_le_texte_du_CDG_et_le_suppleant_lit_le_sien()
    {
        await using (var modeles = await _banc.OuvrirAsync())
        {
            modeles.ModelesDeCourriel.Add(
                new(CourrielsDeCommission.Convocation.Cle)
                {
                    Objet = "CAO du {{jour}}",
                    Texte = "Le {{date}} à {{heure}}, {{lieu}}.\n\n{{ordre_du_jour}}\n\n{{lien}}\n\n{{pouvoir}}",
                    Version = 1,
                    ModifieLe = _banc.Socle.Horloge.Instant,
                    ModifiePar = "Alix Verdonck",
                }
            );
            await modeles.SaveChangesAsync(Annulation);
        }

        await _banc.ConvoquerAsync();

        await using var contexte = await _banc.OuvrirAsync();
        var courriels = await contexte.EnvoisDeCourriel.ToDictionaryAsync(e => e.NomDestinataire, Annulation);
        Assert.Equal(8, courriels.Count);
        Assert.All(courriels.Values, c => Assert.Equal("CAO du 16/03/2026", c.Objet));
        Assert.Contains("1. Lot 1 — Actes (choix du titulaire)", courriels["T. Arras"].Texte, StringComparison.Ordinal);
        Assert.Contains("prévenez votre suppléant", courriels["T. Arras"].Texte, StringComparison.Ordinal);
        Assert.Contains("Vous siégez si votre titulaire", courriels["S. Arras"].Texte, StringComparison.Ordinal);
        Assert.NotEqual(await _banc.JetonAsync("T. Arras"), await _banc.JetonAsync("S. Arras"));
    }

    /// <summary>La convocation dit sa date, son lieu, son ordre du jour et son lien : un texte qui les ôte est refusé (RG2.14).</summary>
    [Theory]
    [InlineData("ordre_du_jour")]
    [InlineData("date")]
    [InlineData("lieu")]
    [InlineData("lien")]
    public void Un_texte_de_convocation_ne_peut_taire_ce_que_la_loi_veut_dire(string champ) =>
        Assert.Equal(
            [champ],
            RemplirModele.Manquants(
                CourrielsDeCommission.Convocation,
                CourrielsDeCommission.Convocation.Texte.Replace($"{{{{{champ}}}}}", "", StringComparison.Ordinal)
            )
        );

    [Fact]
    public async Task Le_lendemain_du_dernier_jour_l_envoi_est_refuse_avec_la_prochaine_date()
    {
        var id = await _banc.ProgrammerAsync();
        _banc.Socle.Horloge.Instant = new DateTimeOffset(2026, 3, 10, 23, 30, 0, TimeSpan.Zero);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(async () =>
            await _banc.Le<ConvoquerSeance>().ExecuterAsync(Agent, id, (await _banc.FicheAsync(id)).Version, null, Annulation)
        );

        Assert.IsType<ConvocationDansLeDelai>(Assert.Single(refus.Obstacles));
        Assert.Equal(new DateOnly(2026, 3, 17), (await _banc.FicheAsync(id)).Delai.ProchaineDatePossible);
        await using var contexte = await _banc.OuvrirAsync();
        Assert.Equal(0, await contexte.EnvoisDeCourriel.CountAsync(Annulation));
    }

    [Fact]
    public async Task Un_rejet_rouvre_le_devoir_d_adresser_et_un_renvoi_le_solde()
    {
        var id = await _banc.ConvoquerAsync();
        var premiere = (await _banc.FicheAsync(id)).Convocations[0].Convocation;
        await _banc.Le<SuivreConvocations>().RejeterAsync(Agent, premiere.Id, "Boîte pleine", Annulation);

        var rejetee = (await _banc.FicheAsync(id)).Convocations.Single(c => c.Convocation.Id == premiere.Id);
        Assert.False(rejetee.EstReguliere);
        Assert.Equal("Boîte pleine", rejetee.Echec);
        await _banc.Le<ConvoquerSeance>().RenvoyerAsync(Agent, premiere.Id, Annulation);
        Assert.False((await _banc.FicheAsync(id)).Convocations.Single(c => c.Convocation.Id == premiere.Id).EstReguliere);
        await _banc.LaisserPartirAsync();

        Assert.True((await _banc.FicheAsync(id)).Convocations.Single(c => c.Convocation.Id == premiere.Id).EstReguliere);
    }

    [Fact]
    public async Task Un_courriel_refuse_par_le_serveur_n_est_pas_adresse()
    {
        var id = await _banc.ConvoquerAsync();
        await using (var contexte = await _banc.OuvrirAsync())
        {
            var envoi = (await _banc.FicheAsync(id)).Convocations[0].Convocation.Envoi;
            await contexte
                .EnvoisDeCourriel.Where(e => e.Id == envoi)
                .ExecuteUpdateAsync(
                    e => e.SetProperty(x => x.Etat, EtatDEnvoi.Echoue).SetProperty(x => x.Erreur, "550"),
                    Annulation
                );
        }

        var suivi = (await _banc.FicheAsync(id)).Convocations[0];

        Assert.Equal("550", suivi.Echec);
        Assert.False(suivi.EstReguliere);
    }

    [Fact]
    public async Task Un_courrier_poste_trop_tard_est_constate_et_dit_hors_delai()
    {
        var id = await _banc.ConvoquerAsync();
        _banc.Socle.Horloge.Instant = HorlogeFigee.Origine.AddDays(1);
        var convocation = (await _banc.FicheAsync(id)).Convocations[0].Convocation.Id;

        var phrase = await _banc
            .Le<SuivreConvocations>()
            .AdresserAsync(Agent, convocation, CanalDeConvocation.Courrier, new DateOnly(2026, 3, 11), "1A 234", Annulation);

        Assert.Contains("hors délai", phrase, StringComparison.Ordinal);
        Assert.False((await _banc.FicheAsync(id)).Convocations.Single(c => c.Convocation.Id == convocation).EstReguliere);
    }

    [Fact]
    public async Task Un_changement_apres_l_envoi_fait_une_rectificative_avec_ses_differences_et_retire_les_anciens_liens()
    {
        var id = await _banc.ConvoquerAsync(new DateOnly(2026, 3, 18));
        var ancien = await _banc.JetonAsync("T. Arras");
        var fiche = await _banc.FicheAsync(id);
        await _banc
            .Le<ModifierSeance>()
            .ExecuterAsync(Agent, id, fiche.Version, UneCommission.UneReunion(new DateOnly(2026, 3, 23)), null, Annulation);
        Assert.True((await _banc.FicheAsync(id)).Seance.RectificativeDue);

        await _banc.Le<ConvoquerSeance>().ExecuterAsync(Agent, id, (await _banc.FicheAsync(id)).Version, null, Annulation);

        await Assert.ThrowsAsync<RefusException>(() => _banc.Le<RepondreAConvocation>().LireAsync(ancien, null, Annulation));
        var lue = await _banc.Le<RepondreAConvocation>().LireAsync(await _banc.JetonAsync("T. Arras"), null, Annulation);
        Assert.Equal(2, lue.Convocation.Numero);
        await using var contexte = await _banc.OuvrirAsync();
        var dernier = await contexte.EnvoisDeCourriel.OrderByDescending(e => e.Id).FirstAsync(Annulation);
        Assert.StartsWith("Convocation rectificative", dernier.Objet, StringComparison.Ordinal);
        Assert.Contains("lundi 23 mars 2026", dernier.Texte, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1", dernier.Ics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Absent_previent_le_suppleant_et_dit_si_les_jours_francs_tiennent()
    {
        var id = await _banc.ConvoquerAsync();

        var phrase = await _banc
            .Le<RepondreAConvocation>()
            .ExecuterAsync(await _banc.JetonAsync("T. Arras"), ReponseAConvocation.AbsentSuppleantSiege, "127.0.0.1", Annulation);

        Assert.Contains("S. Arras, votre suppléant, est prévenu", phrase, StringComparison.Ordinal);
        Assert.Contains("5 jours francs est respecté", phrase, StringComparison.Ordinal);
        await using var contexte = await _banc.OuvrirAsync();
        Assert.True(
            await contexte.EnvoisDeCourriel.AnyAsync(
                e => e.Modele == "commission.suppleant" && e.NomDestinataire == "S. Arras",
                Annulation
            )
        );
        Assert.Equal(0, (await _banc.FicheAsync(id)).VoixPrevues);
    }

    [Fact]
    public async Task Une_reponse_arrivee_apres_la_cloture_est_refusee_et_celle_d_avant_reste()
    {
        var id = await _banc.EnAppelAsync();
        var (repondre, jeton) = (_banc.Le<RepondreAConvocation>(), await _banc.JetonAsync("T. Arras"));
        await repondre.ExecuterAsync(jeton, ReponseAConvocation.Absent, null, Annulation);
        await _banc.Le<ConduireSeance>().ExecuterAsync(Agent, id, new GesteDeSeance.ConstateLaCarence(), Annulation);

        var refus = await Assert.ThrowsAsync<RefusException>(() =>
            repondre.ExecuterAsync(jeton, ReponseAConvocation.Present, null, Annulation)
        );

        Assert.Contains("n'a pas été enregistrée", refus.Message, StringComparison.Ordinal);
        Assert.Equal(
            ReponseAConvocation.Absent,
            (await _banc.FicheAsync(id)).Convocations.Single(c => c.Convocation.Nom == "T. Arras").Convocation.Reponse
        );
    }

    [Fact]
    public async Task Le_lien_retire_ne_vaut_plus_et_celui_d_une_autre_seance_non_plus()
    {
        var id = await _banc.ConvoquerAsync();
        var jeton = await _banc.JetonAsync("T. Calais");
        var convocation = (await _banc.FicheAsync(id)).Convocations.Single(c => c.Convocation.Nom == "T. Calais").Convocation.Id;

        await _banc.Le<SuivreConvocations>().RetirerLienAsync(Agent, convocation, Annulation);

        await Assert.ThrowsAsync<RefusException>(() =>
            _banc.Le<RepondreAConvocation>().ExecuterAsync(jeton, ReponseAConvocation.Present, null, Annulation)
        );
        await Assert.ThrowsAsync<RefusException>(() => _banc.Le<RepondreAConvocation>().LireAsync("inconnu", null, Annulation));
    }

    [Fact]
    public async Task Declarer_un_conflit_ferme_les_documents_et_previent_le_suppleant()
    {
        await _banc.ConvoquerAsync();
        var jeton = await _banc.JetonAsync("T. Béthune");

        await _banc.Le<RepondreAConvocation>().DeclarerAsync(jeton, 1, null, Annulation);

        var lue = await _banc.Le<RepondreAConvocation>().LireAsync(jeton, null, Annulation);
        Assert.Contains(1, lue.Deports);
        await using var contexte = await _banc.OuvrirAsync();
        var courriel = await contexte.EnvoisDeCourriel.SingleAsync(e => e.Modele == "commission.suppleant", Annulation);
        Assert.Contains("se déporte du point 1", courriel.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_agent_limite_a_d_autres_groupements_ne_voit_ni_ne_convoque()
    {
        var id = await _banc.ProgrammerAsync();
        var autre = BancDesGroupements.Limite(GroupementId.Nouveau());

        Assert.Null(await _banc.Le<LireFicheSeance>().ExecuterAsync(autre, id, Annulation));
        Assert.Equal(0, (await _banc.Le<LireSeances>().ExecuterAsync(autre, new Demande(), null, Annulation)).Total);
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            _banc.Le<ConvoquerSeance>().ExecuterAsync(autre, id, 1, null, Annulation)
        );
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            _banc.Le<ConvoquerSeance>().ExecuterAsync(Agents.Lecture, id, 1, null, Annulation)
        );
        Assert.NotNull(
            await _banc.Le<LireFicheSeance>().ExecuterAsync(BancDesGroupements.Limite(_banc.Groupement), id, Annulation)
        );
    }

    [Fact]
    public async Task Deux_seances_a_la_meme_heure_pour_un_siege_sont_refusees()
    {
        await _banc.ProgrammerAsync();

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => _banc.ProgrammerAsync());

        Assert.IsType<UneSeuleSeanceALaFois>(Assert.Single(refus.Obstacles));
        var suivante = await _banc.ProgrammerAsync(new DateOnly(2026, 3, 18));
        Assert.Equal("CAO-2026-002", (await _banc.FicheAsync(suivante)).Seance.Reference.ToString());
    }

    [Fact]
    public async Task Quatre_agents_programment_au_meme_instant_et_une_seule_seance_s_ecrit()
    {
        var programmer = _banc.Le<ProgrammerSeance>();
        var essais = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    Task.Run(
                        async () =>
                            await Record.ExceptionAsync(() =>
                                programmer.ExecuterAsync(
                                    Agent,
                                    _banc.Commission,
                                    UneCommission.UneReunion(_banc.JourDeSeance),
                                    null,
                                    Annulation
                                )
                            ),
                        Annulation
                    )
                )
        );

        Assert.Equal(3, essais.Count(e => e is RegleMetierException));
        await using var contexte = await _banc.OuvrirAsync();
        Assert.Equal(1, await contexte.Seances.CountAsync(Annulation));
    }

    [Fact]
    public async Task Annuler_previent_chacun_et_retire_la_reunion_de_l_agenda()
    {
        var id = await _banc.ConvoquerAsync(new DateOnly(2026, 3, 18));
        await _banc
            .Le<ModifierSeance>()
            .ExecuterAsync(
                Agent,
                id,
                (await _banc.FicheAsync(id)).Version,
                UneCommission.UneReunion(new DateOnly(2026, 3, 23)),
                null,
                Annulation
            );

        var phrase = await _banc
            .Le<SuivreConvocations>()
            .AnnulerAsync(Agent, id, (await _banc.FicheAsync(id)).Version, "Report sine die", Annulation);

        Assert.Equal("La séance est annulée ; les personnes convoquées en sont averties.", phrase);
        await using var contexte = await _banc.OuvrirAsync();
        var annulations = await contexte.EnvoisDeCourriel.Where(e => e.Modele == "commission.annulation").ToListAsync(Annulation);
        Assert.Equal(8, annulations.Count);
        var invitation = await contexte.EnvoisDeCourriel.FirstAsync(e => e.Modele == "commission.convocation", Annulation);
        Assert.Contains("Le centre de gestion vous convoque", invitation.Texte, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:0\r\n", invitation.Ics, StringComparison.Ordinal);
        Assert.All(
            annulations,
            a =>
            {
                Assert.Contains("METHOD:CANCEL", a.Ics, StringComparison.Ordinal);
                Assert.Contains("SEQUENCE:2\r\n", a.Ics, StringComparison.Ordinal);
                Assert.Contains($"UID:seance-{id.Valeur:N}@cdgmarches\r\n", a.Ics, StringComparison.Ordinal);
                Assert.Contains($"UID:seance-{id.Valeur:N}@cdgmarches\r\n", invitation.Ics, StringComparison.Ordinal);
                Assert.Contains("est annulée\u00a0: Report sine die", a.Texte, StringComparison.Ordinal);
                // Nobody had been told of the 23rd: the cancellation says which meeting it is about.
                Assert.Contains("prévue mercredi 18 mars 2026", a.Texte, StringComparison.Ordinal);
            }
        );
    }
}
