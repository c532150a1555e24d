using System.Net;
using CdgMarches.App.Courriels;
using CdgMarches.App.Echeancier;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Taches;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Courriels;

/// <summary>Relances, transmissions, retours et tâches, dans l'application entière, sur deux campagnes ouvertes le 10 mars 2026.</summary>
public sealed class RelancesEtTransmissionsTests : IAsyncLifetime
{
    private ApplicationEnMarche _app = null!;
    private Echantillons _e = null!;
    private Acteur _agent = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationEnMarche.DemarrerAsync();
        _e = await Echantillons.PreparerAsync(_app);
        _agent = (
            await _app
                .Services.GetRequiredService<LireActeur>()
                .ExecuterAsync((await _app.Comptes.AgentAsync(RoleCdg.Gestionnaire)).Id)
        )!;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Les_recensements_de_plusieurs_campagnes_dus_par_une_personne_tiennent_en_un_courriel()
    {
        var plan = await Le<RelancerRecensements>().PlanImmediatAsync(_agent);

        var personne = Assert.Single(plan.Personnes);
        Assert.Equal(2, personne.Recensements.Count);
        Assert.Equal("Aubépine", Assert.Single(plan.Lettres).Membre);
        var courriel = Assert.Single(
            (await EssaiABlanc.ExecuterAsync(() => Le<RelancerRecensements>().ExecuterAsync(_agent, maintenant: true))).Courriels
        );
        Assert.Contains(
            "— Recensement commun, Zutkerque-Marquée : avant le 30 mars 2026 au soir",
            courriel.Texte,
            StringComparison.Ordinal
        );
        Assert.Contains("/espace/recensements", courriel.Texte, StringComparison.Ordinal);
        Assert.NotNull(courriel.Html);
    }

    [Fact]
    public async Task Un_membre_sans_adresse_ne_recoit_pas_deux_lettres_en_trois_jours_ouvres()
    {
        var relancer = Le<RelancerRecensements>();
        Assert.Single((await relancer.ExecuterAsync(_agent, maintenant: true)).Lettres);

        _app.Horloge.Instant = _app.Horloge.Instant.AddDays(1);
        Assert.Empty((await relancer.PlanImmediatAsync(_agent)).Lettres);

        _app.Horloge.Instant = _app.Horloge.Instant.AddDays(6);
        Assert.Single((await relancer.PlanImmediatAsync(_agent)).Lettres);
    }

    [Fact]
    public async Task Rejouees_les_relances_n_ecrivent_pas_deux_fois_et_attendent_trois_jours_ouvres()
    {
        var relancer = Le<RelancerRecensements>();
        Assert.Single((await relancer.ExecuterAsync(_agent, maintenant: true)).Personnes);
        Assert.Empty((await relancer.ExecuterAsync(_agent, maintenant: true)).Personnes);

        _app.Horloge.Instant = _app.Horloge.Instant.AddDays(2);
        var trop = await relancer.ExecuterAsync(_agent, maintenant: true);
        Assert.Equal((0, 1), (trop.Personnes.Count, trop.DejaRelancees));

        _app.Horloge.Instant = _app.Horloge.Instant.AddDays(1);
        Assert.Single((await relancer.ExecuterAsync(_agent, maintenant: true)).Personnes);
        Assert.Equal(2, await CompterAsync(RelancerRecensements.Modele));
    }

    [Fact]
    public async Task Les_relances_automatiques_ne_partent_qu_une_fois_activees_et_a_leur_echelon()
    {
        // Closing on 30 March: J-15 is Sunday the 15th, moved to Monday the 16th.
        _app.Horloge.Instant = new DateTimeOffset(2026, 3, 16, 8, 0, 0, TimeSpan.Zero);
        var tache = _app.Services.GetServices<ITachePlanifiee>().Single(t => t.Nom == "recensements.relances");
        Assert.Contains("ne sont pas activées", (await ExecuterAsync(tache)).Resultat, StringComparison.Ordinal);
        Assert.Equal(0, await CompterAsync(RelancerRecensements.Modele));

        await Le<ActiverRelances>().ExecuterAsync(_agent, actives: true);
        await ExecuterAsync(tache);
        await ExecuterAsync(tache);
        Assert.Equal(1, await CompterAsync(RelancerRecensements.Modele));

        _app.Horloge.Instant = _app.Horloge.Instant.AddDays(5); // Saturday the 21st
        await ExecuterAsync(tache);
        Assert.Equal(1, await CompterAsync(RelancerRecensements.Modele));
    }

    [Fact]
    public async Task On_repond_a_l_agent_qui_relance_et_a_celui_de_la_campagne_pour_une_relance_automatique()
    {
        var charge = (await _app.Comptes.AgentAsync(RoleCdg.Gestionnaire)).Id;
        await using (var campagnes = await _app.Fabrique.CreateDbContextAsync())
        {
            await campagnes.Campagnes.ExecuteUpdateAsync(c => c.SetProperty(x => x.Responsable, charge));
        }

        await Le<RelancerRecensements>().ExecuterAsync(_agent, maintenant: true);
        _app.Horloge.Instant = _app.Horloge.Instant.AddDays(7);
        await Le<RelancerRecensements>().ExecuterAsync(Acteur.Systeme, maintenant: true);

        await using var contexte = await _app.Fabrique.CreateDbContextAsync();
        var reponses = await contexte
            .EnvoisDeCourriel.Where(e => e.Modele == RelancerRecensements.Modele)
            .OrderBy(e => e.DeposeLe)
            .Select(e => e.RepondreA)
            .ToListAsync();
        Assert.Equal([await AdresseAsync(_agent.Id), await AdresseAsync(charge)], reponses);
        Assert.Equal(2, reponses.Distinct().Count());

        Task<string?> AdresseAsync(Guid id) => contexte.Users.Where(u => u.Id == id).Select(u => u.Email).SingleAsync();
    }

    [Fact]
    public async Task Qui_a_repondu_n_est_plus_relance()
    {
        await using (var contexte = await _app.Fabrique.CreateDbContextAsync())
        {
            await contexte.Reponses.ExecuteUpdateAsync(r => r.SetProperty(x => x.Etat, EtatDeReponse.Neant));
        }

        var plan = await Le<RelancerRecensements>().PlanImmediatAsync(_agent);
        Assert.Equal((0, 0), (plan.Personnes.Count, plan.Lettres.Count));
    }

    [Fact]
    public async Task Un_agent_limite_ne_relance_que_ses_groupements_et_ne_lit_pas_les_courriels_des_autres()
    {
        var limite = _agent with { Perimetre = Perimetre.DuCdg(new HashSet<Domain.Groupements.GroupementId> { _e.Commun.Id }) };

        var plan = await Le<RelancerRecensements>().PlanImmediatAsync(limite);
        Assert.All(plan.Personnes.SelectMany(p => p.Recensements), r => Assert.Equal("Recensement commun", r.Intitule));
        Assert.Null(await Le<LireCourriels>().FicheAsync(limite, _e.Envoi));
        Assert.Null(await Le<LireCourriers>().FicheAsync(limite, _e.Courrier));
        Assert.Null(await Le<LireTransmissions>().FicheAsync(limite, _e.Transmission));
        Assert.NotNull(await Le<LireCourriels>().FicheAsync(_agent, _e.Envoi));
        Assert.Null(await Le<LireTransmissions>().RecueAsync(Agents.Membre(_e.Sienne.Id), _e.Transmission));
        Assert.NotNull(await Le<LireTransmissions>().RecueAsync(Agents.Membre(_e.Autre.Id), _e.Transmission));
    }

    [Fact]
    public async Task Une_transmission_part_a_chaque_membre_et_se_lit_d_un_bouton_jamais_a_l_ouverture()
    {
        var recue = new DateOnly(2026, 3, 6); // a Friday
        var id = await Le<PreparerTransmission>()
            .ExecuterAsync(
                _agent,
                _e.Commun.Id,
                new ContenuDeTransmission(NatureDeTransmission.Information, "Nouveau contact", "Voici le contact.", recue)
            );
        var fiche = (await Le<LireTransmissions>().FicheAsync(_agent, id))!;
        Assert.Equal(new DateOnly(2026, 3, 10), fiche.Ligne.ATransmettreAvant);

        await Le<TransmettreAuxMembres>().ExecuterAsync(_agent, id, fiche.Version);

        await using var contexte = await _app.Fabrique.CreateDbContextAsync();
        var envoi = await contexte.EnvoisDeCourriel.SingleAsync(e => e.ObjetId == id.Valeur);
        fiche = (await Le<LireTransmissions>().FicheAsync(_agent, id))!;
        Assert.Equal((2, 1), (fiche.Ligne.JoursOuvres, fiche.Ligne.Membres));
        var jeton = envoi.Texte.Split("/lecture/")[1].Split('\n')[0].Trim();
        using var client = await _app.ClientAsync();
        (await client.GetAsync(new Uri($"/lecture/{jeton}", UriKind.Relative))).EnsureSuccessStatusCode();
        Assert.Equal(0, (await Le<LireTransmissions>().FicheAsync(_agent, id))!.Ligne.Lues);

        await Le<AccuserLecture>().ParLienAsync(jeton, "127.0.0.1");
        await Le<AccuserLecture>().ParLienAsync(jeton, "127.0.0.1");
        Assert.Equal(1, (await Le<LireTransmissions>().FicheAsync(_agent, id))!.Ligne.Lues);
        Assert.NotNull(await contexte.EnvoisDeCourriel.Where(e => e.Id == envoi.Id).Select(e => e.LuLe).SingleAsync());
        var lue = WebUtility.HtmlDecode(await client.GetStringAsync(new Uri($"/lecture/{jeton}", UriKind.Relative)));
        Assert.Contains("Lecture confirmée", lue, StringComparison.Ordinal);
        Assert.DoesNotContain("Ouvrir cette page", lue, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RefusException>(() => Le<AccuserLecture>().ParLienAsync("faux", null));
    }

    [Fact]
    public async Task Un_courriel_parti_ne_repart_pas_sans_motif_ni_deux_fois_de_suite()
    {
        await EtatAsync(EtatDEnvoi.Envoye);
        var renvoyer = Le<RenvoyerCourriel>();
        await Assert.ThrowsAsync<RefusException>(() => renvoyer.ExecuterAsync(_agent, _e.Envoi));

        var nouveau = await renvoyer.ExecuterAsync(_agent, _e.Envoi, "corrigee@exemple.invalid", "Demandé au téléphone");
        await Assert.ThrowsAsync<RefusException>(() => renvoyer.ExecuterAsync(_agent, _e.Envoi, motif: "Encore"));

        var fiche = (await Le<LireCourriels>().FicheAsync(_agent, _e.Envoi))!;
        Assert.Equal(nouveau, Assert.Single(fiche.Renvois).Id);
        Assert.Equal("corrigee@exemple.invalid", fiche.Renvois[0].Destinataire);
    }

    [Fact]
    public async Task Un_avis_depose_dans_le_dossier_note_le_retour_une_seule_fois()
    {
        await EtatAsync(EtatDEnvoi.Envoye);
        var signaler = Le<SignalerRetour>();
        Assert.True(await signaler.ExecuterAsync(_agent, _e.Envoi, "5.1.1 boîte inconnue"));
        Assert.False(await signaler.ExecuterAsync(_agent, _e.Envoi, "5.1.1 boîte inconnue"));

        var (aTraiter, _) = await Le<LireCourriels>().CompterAsync(_agent);
        Assert.Equal(1, aTraiter);
        Assert.Equal(EtatDEnvoi.Revenu, (await Le<LireCourriels>().FicheAsync(_agent, _e.Envoi))!.Ligne.Etat);
    }

    [Fact]
    public async Task Le_flux_personnel_suit_les_droits_et_s_arrete_quand_on_le_retire()
    {
        var membre = await _app.Comptes.MembreAsync(_e.Sienne.Id);
        var acteur = (await _app.Services.GetRequiredService<LireActeur>().ExecuterAsync(membre.Id))!;
        var adresse = new Uri(await Le<FluxDeCalendrier>().EmettreAsync(acteur)).AbsolutePath;
        using var client = await _app.ClientAsync();

        var ics = await client.GetStringAsync(new Uri(adresse, UriKind.Relative));
        Assert.Contains("Clôture du recensement", ics.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("Marquée", ics.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(ics, await client.GetStringAsync(new Uri(adresse, UriKind.Relative)));

        await Le<FluxDeCalendrier>().RetirerAsync(acteur);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await client.GetAsync(new Uri(adresse, UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Alertes_resume_et_accord_se_rejouent_sans_doubler()
    {
        await using (var contexte = await _app.Fabrique.CreateDbContextAsync())
        {
            var groupement = await contexte.Groupements.SingleAsync(g => g.Id == _e.Commun.Id);
            groupement.Clore(new DateOnly(2026, 6, 8), new(0, null, null, null, []));
            await contexte.EnregistrerAsync(_agent, _app.Horloge.Instant);
            await contexte
                .Echeances.Where(x => x.ObjetId == _e.Commun.Id.Valeur)
                .ExecuteUpdateAsync(x => x.SetProperty(y => y.EstAccomplie, false));
        }

        foreach (var nom in (string[])["echeancier.alertes", "agents.resume", "echeancier.alertes", "agents.resume"])
        {
            var execution = await ExecuterAsync(_app.Services.GetServices<ITachePlanifiee>().Single(t => t.Nom == nom));
            Assert.True(execution.AReussi, execution.Resultat);
        }

        await using var lecture = await _app.Fabrique.CreateDbContextAsync();
        var cles = await lecture
            .EnvoisDeCourriel.Where(x => x.CleDIdempotence != null)
            .Select(x => x.CleDIdempotence!)
            .ToListAsync();
        Assert.Equal(cles.Distinct().Count(), cles.Count);
        Assert.Contains(cles, c => c.StartsWith("alertes/", StringComparison.Ordinal));
        Assert.Contains(cles, c => c.StartsWith("resume/", StringComparison.Ordinal));
        Assert.Equal(
            90,
            await lecture.Echeances.Where(x => x.ObjetId == _e.Commun.Id.Valeur).Select(x => x.DerniereAlerte).SingleAsync()
        );
    }

    private T Le<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    private async Task<ExecutionDeTache> ExecuterAsync(ITachePlanifiee tache) =>
        (await Le<ExecuterTache>().ExecuterAsync(tache))!;

    private async Task<int> CompterAsync(string modele)
    {
        await using var contexte = await _app.Fabrique.CreateDbContextAsync();
        return await contexte.EnvoisDeCourriel.CountAsync(e => e.Modele == modele);
    }

    private async Task EtatAsync(EtatDEnvoi etat)
    {
        await using var contexte = await _app.Fabrique.CreateDbContextAsync();
        await contexte.EnvoisDeCourriel.Where(e => e.Id == _e.Envoi).ExecuteUpdateAsync(e => e.SetProperty(x => x.Etat, etat));
    }
}
