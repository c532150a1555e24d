using Bunit;
using CdgMarches.App.Sessions;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Sessions;
using CdgMarches.Domain.Sessions.Regles;
using CdgMarches.Tests.Commissions;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Sessions;

/// <summary>Les sessions dans l'espace d'un membre : ce qu'il y lit, et ce qu'il répond pour ses seules collectivités (RG6.25).</summary>
public sealed class SessionsDuMembreTests : EssaiDePageDeGroupement
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    private SInscrire SInscrire => Services.GetRequiredService<SInscrire>();

    private LireSessionsDuMembre Lire => Services.GetRequiredService<LireSessionsDuMembre>();

    [Fact]
    public async Task Un_membre_lit_les_sessions_ou_il_est_invite_ou_inscrit_a_venir_d_abord_page_par_page()
    {
        Preparer();
        var passee = await SemerAsync("Passée", -20);
        await SemerAsync("Ancienne", -40);
        await SemerAsync("Lointaine", 30);
        await SemerAsync("Proche", 3);
        await SemerAsync("Sans invitation", 5, invitee: false);
        await SemerInscriptionsAsync(
            passee,
            (Banc.Arras, "Claude", true),
            (Banc.Arras, "Camille", false),
            (Banc.Bethune, "Dominique", true)
        );
        var arras = Agents.Membre(Banc.Arras.Id);

        var page = await Lire.ExecuterAsync(arras, new Demande(Taille: 3), Annulation);
        var suite = await Lire.ExecuterAsync(arras, new Demande(Page: 2, Taille: 3), Annulation);

        Assert.Equal(4, page.Total);
        Assert.Equal(["Proche", "Lointaine", "Passée", "Ancienne"], page.Elements.Concat(suite.Elements).Select(s => s.Titre));
        Assert.Equal(
            (2, 1, 2, true),
            (page.Elements[2].Inscrits, page.Elements[2].Presents, page.Elements[2].Releves, page.Elements[2].EstCommencee)
        );
        Assert.Equal(0, (await Lire.ExecuterAsync(Agents.Membre(Banc.Calais.Id), new Demande(), Annulation)).Total);
        Assert.Equal(
            ["Proche"],
            (await Lire.ExecuterAsync(arras, new Demande(Recherche: "proche"), Annulation)).Elements.Select(s => s.Titre)
        );
    }

    [Fact]
    public async Task Chacun_ne_lit_et_ne_change_que_les_inscriptions_de_ses_collectivites()
    {
        Preparer();
        var session = await SemerAsync("Parapheurs", 7);
        var (arras, bethune) = (Agents.Membre(Banc.Arras.Id), Agents.Membre(Banc.Bethune.Id));
        await SInscrire.ExecuterAsync(Titre(bethune, session, Banc.Bethune), "Dominique", null, Annulation);
        var dominique = Assert.Single((await Lire.UneAsync(bethune, session, Banc.Bethune.Id, Annulation))!.Inscrits);

        Assert.Empty((await Lire.UneAsync(arras, session, Banc.Arras.Id, Annulation))!.Inscrits);
        Assert.Null(await Lire.UneAsync(arras, session, Banc.Bethune.Id, Annulation));
        Assert.Null(await Lire.UneAsync(Agents.Membre(Banc.Calais.Id), session, Banc.Calais.Id, Annulation));
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            SInscrire.ExecuterAsync(Titre(arras, session, Banc.Bethune), "Intrus", null, Annulation)
        );
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            SInscrire.ExecuterAsync(Titre(Agents.Membre(Banc.Calais.Id), session, Banc.Calais), "Intrus", null, Annulation)
        );
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            SInscrire.ExecuterAsync(Titre(Agents.Gestionnaire, session, Banc.Arras), "Intrus", null, Annulation)
        );
        await Assert.ThrowsAsync<RefusException>(() =>
            SInscrire.AnnulerAsync(Titre(arras, session, Banc.Arras), dominique.Id, 1, Annulation)
        );
        await Assert.ThrowsAsync<RefusException>(() =>
            SInscrire.CorrigerAsync(Titre(arras, session, Banc.Arras), dominique.Id, 1, "Intrus", null, Annulation)
        );

        await using var contexte = await Banc.OuvrirAsync();
        Assert.Equal("Dominique", Assert.Single(await contexte.Inscriptions.ToListAsync(Annulation)).Personne);
    }

    [Fact]
    public async Task Une_presence_relevee_fige_l_inscription_et_une_personne_ne_prend_pas_la_place_d_elle_meme()
    {
        Preparer();
        var session = await SemerAsync("Parapheurs", 0, new TimeOnly(23, 0));
        var arras = Agents.Membre(Banc.Arras.Id);
        var titre = Titre(arras, session, Banc.Arras);
        await SInscrire.ExecuterAsync(titre, "Claude", null, Annulation);
        await SInscrire.ExecuterAsync(titre, "Camille", null, Annulation);
        var (claude, camille) = ((await InscritsAsync(arras, session))[0], (await InscritsAsync(arras, session))[1]);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            SInscrire.CorrigerAsync(titre, claude.Id, 1, "camille", null, Annulation)
        );
        Assert.IsType<PersonneUneSeuleFois>(Assert.Single(refus.Obstacles));
        await SInscrire.CorrigerAsync(titre, claude.Id, 1, "CLAUDE", "claude@arras.example", Annulation);
        await Services.GetRequiredService<ReleverPresence>().ExecuterAsync(Agent, camille.Id, 1, presente: true, Annulation);

        refus = await Assert.ThrowsAsync<RegleMetierException>(() => SInscrire.AnnulerAsync(titre, camille.Id, 2, Annulation));
        Assert.IsType<PresenceNonRelevee>(Assert.Single(refus.Obstacles));
        refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            SInscrire.CorrigerAsync(titre, camille.Id, 2, "Autre", null, Annulation)
        );
        Assert.IsType<PresenceNonRelevee>(Assert.Single(refus.Obstacles));
        Assert.Equal([true, false], (await InscritsAsync(arras, session)).Select(i => i.PeutChanger.EstFavorable));
    }

    [Fact]
    public async Task A_l_heure_dite_ou_la_session_annulee_plus_rien_ne_change()
    {
        Preparer();
        var session = await SemerAsync("Parapheurs", 1);
        var arras = Agents.Membre(Banc.Arras.Id);
        var titre = Titre(arras, session, Banc.Arras);
        await SInscrire.ExecuterAsync(titre, "Claude", null, Annulation);
        var claude = (await InscritsAsync(arras, session))[0];
        // 9 h 30 in Paris, the day of the session.
        Banc.Socle.Horloge.Instant = new DateTimeOffset(2026, 3, 11, 8, 30, 0, TimeSpan.Zero);

        foreach (
            var geste in new Func<Task>[]
            {
                () => SInscrire.ExecuterAsync(titre, "Camille", null, Annulation),
                () => SInscrire.CorrigerAsync(titre, claude.Id, 1, "Camille", null, Annulation),
                () => SInscrire.AnnulerAsync(titre, claude.Id, 1, Annulation),
            }
        )
        {
            var refus = await Assert.ThrowsAsync<RegleMetierException>(geste);
            Assert.IsType<SessionPasCommencee>(Assert.Single(refus.Obstacles));
        }

        Banc.Socle.Horloge.Instant = HorlogeFigee.Origine;
        await AnnulerLaSessionAsync(session);
        var annulee = await Assert.ThrowsAsync<RegleMetierException>(() =>
            SInscrire.AnnulerAsync(titre, claude.Id, 1, Annulation)
        );
        Assert.IsType<SessionNonAnnulee>(Assert.Single(annulee.Obstacles));
    }

    [Fact]
    public async Task Une_invitation_sans_reponse_est_a_faire_jusqu_a_ce_que_l_on_reponde()
    {
        Preparer();
        var session = await SemerAsync("Parapheurs", 7);
        await SemerAsync("Passée", -7);
        await AnnulerLaSessionAsync(await SemerAsync("Annulée", 8));
        var complete = await SemerAsync("Complète", 9, places: 1);
        await SemerInscriptionsAsync(complete, (Banc.Bethune, "Dominique", null));
        var arras = Agents.Membre(Banc.Arras.Id);
        var aFaire = new SessionsAFaire(Lire);

        var chose = Assert.Single(await aFaire.ExecuterAsync(arras, Annulation));

        Assert.Equal((Banc.Jour.AddDays(7), new TimeOnly(9, 30)), (chose.Avant, chose.Heure!.Value));
        Assert.Equal($"/espace/sessions/{session.Valeur}/{Banc.Arras.Id.Valeur}", chose.Adresse);
        var titre = Titre(arras, session, Banc.Arras);
        await SInscrire.ExecuterAsync(titre, "Claude", null, Annulation);
        Assert.Empty(await aFaire.ExecuterAsync(arras, Annulation));
        await SInscrire.AnnulerAsync(titre, (await InscritsAsync(arras, session))[0].Id, 1, Annulation);
        Assert.Empty(await aFaire.ExecuterAsync(arras, Annulation));
    }

    [Fact]
    public async Task Depuis_son_espace_on_s_inscrit_on_change_et_on_annule_apres_confirmation()
    {
        Preparer();
        var session = await SemerAsync("Parapheurs", 7);
        Agent = Agents.Membre(Banc.Arras.Id);
        var page = Render<PageSessionDuMembre>(p =>
            p.Add(x => x.Id, session.Valeur).Add(x => x.CollectiviteId, Banc.Arras.Id.Valeur)
        );
        page.WaitForAssertion(() => Assert.Equal("Sacha Membre", page.Find("#personne").GetAttribute("value")));

        page.Dit("Inscription pour Arras");
        await page.RemplirAsync("personne", "");
        await page.Find("form[aria-label='Inscrire une personne']").SubmitAsync();
        page.WaitForAssertion(() =>
            Assert.Contains("à renseigner", page.Find("#personne-erreur").TextContent, StringComparison.Ordinal)
        );
        await page.RemplirAsync("personne", "Claude");
        await page.Find("form[aria-label='Inscrire une personne']").SubmitAsync();
        page.Dit("L'inscription de Claude est enregistrée pour Arras.");

        await CliquerAsync(page, "Changer l'inscription de Claude");
        await page.RemplirAsync("change-personne", "Camille");
        await page.RemplirAsync("change-courriel", "pas une adresse");
        await page.Find("form[aria-label=\"Changer l'inscription de Claude\"]").SubmitAsync();
        page.WaitForAssertion(() =>
            Assert.Contains("n'est pas lisible", page.Find("#change-courriel-erreur").TextContent, StringComparison.Ordinal)
        );
        await page.RemplirAsync("change-courriel", "");
        await page.Find("form[aria-label=\"Changer l'inscription de Claude\"]").SubmitAsync();
        page.Dit("Camille viendra pour Arras.");

        await CliquerAsync(page, "Annuler l'inscription de Camille");
        page.Dit("L'inscription de Camille pour Arras sera annulée");
        await CliquerAsync(page, "Annuler l'inscription");
        page.Dit("L'inscription de Camille est annulée");
        page.Dit("Personne n'est inscrit");
        await using var contexte = await Banc.OuvrirAsync();
        Assert.NotNull(Assert.Single(await contexte.Inscriptions.ToListAsync(Annulation)).AnnuleeLe);
        Agent = Agents.Gestionnaire with { Id = Guid.Empty };
        var histoire = Render<PageHistoriqueDeSession>(p => p.Add(x => x.Id, session.Valeur));
        histoire.Dit("Inscription de Camille annulée (Arras).");
        histoire.Dit("Sacha Membre");
    }

    [Fact]
    public async Task L_inscription_qu_un_autre_vient_de_changer_n_est_pas_annulee()
    {
        Preparer();
        var session = await SemerAsync("Parapheurs", 7);
        Agent = Agents.Membre(Banc.Arras.Id);
        var titre = Titre(Agent, session, Banc.Arras);
        await SInscrire.ExecuterAsync(titre, "Claude", null, Annulation);
        var page = Render<PageSessionDuMembre>(p =>
            p.Add(x => x.Id, session.Valeur).Add(x => x.CollectiviteId, Banc.Arras.Id.Valeur)
        );
        page.WaitForElement("[data-test=inscrits] button");
        await SInscrire.CorrigerAsync(titre, (await InscritsAsync(Agent, session))[0].Id, 1, "Camille", null, Annulation);

        await CliquerAsync(page, "Annuler l'inscription de Claude");
        await CliquerAsync(page, "Annuler l'inscription");

        page.Dit("modifiée entre-temps");
        page.Dit("Changer l'inscription de Camille");
        await using var contexte = await Banc.OuvrirAsync();
        Assert.Null((await contexte.Inscriptions.SingleAsync(Annulation)).AnnuleeLe);
    }

    [Fact]
    public async Task La_liste_dit_qui_est_annonce_qui_etait_la_et_ce_qui_est_annule()
    {
        Preparer();
        var passee = await SemerAsync("Passée", -20);
        await SemerInscriptionsAsync(passee, (Banc.Arras, "Claude", true), (Banc.Arras, "Camille", false));
        await SemerAsync("Proche", 3);
        var annulee = await SemerAsync("Annulée", 4);
        await AnnulerLaSessionAsync(annulee);
        Agent = Agents.Membre(Banc.Arras.Id);

        var page = Render<PageSessionsDuMembre>();

        page.Dit("1 présent sur 2 inscrits");
        page.Dit("Personne d'inscrit");
        page.Dit("Session annulée");
        var fiche = Render<PageSessionDuMembre>(p =>
            p.Add(x => x.Id, annulee.Valeur).Add(x => x.CollectiviteId, Banc.Arras.Id.Valeur)
        );
        fiche.Dit("Le centre de gestion a annulé cette session le 10 mars 2026 : Salle fermée.");
        Assert.Empty(fiche.FindAll("#personne"));
        var inconnue = Render<PageSessionDuMembre>(p =>
            p.Add(x => x.Id, annulee.Valeur).Add(x => x.CollectiviteId, Banc.Bethune.Id.Valeur)
        );
        inconnue.Dit("Cette session n'existe pas, ou votre collectivité n'y est pas invitée");
    }

    private static TitreDInscription.ParCompte Titre(Acteur acteur, SessionDePresentationId session, Collectivite collectivite) =>
        new(acteur, session, collectivite.Id);

    private async Task<IReadOnlyList<InscritDuMembre>> InscritsAsync(Acteur acteur, SessionDePresentationId session) =>
        (await Lire.UneAsync(acteur, session, Banc.Arras.Id, Annulation))!.Inscrits;

    private void Preparer()
    {
        BancDesCommissions.AjouterLesAdresses(Services);
        Services.AddSessions();
    }

    private async Task<SessionDePresentationId> SemerAsync(
        string titre,
        int jours,
        TimeOnly? debut = null,
        bool invitee = true,
        int? places = null
    )
    {
        var session = SessionDePresentation.Programmer(
            Banc.Groupement,
            new SaisieDeSession(
                titre,
                Banc.Jour.AddDays(jours),
                debut ?? new TimeOnly(9, 30),
                new TimeOnly(23, 30),
                "Au siège",
                "Prestataire A",
                places
            )
        );
        if (invitee)
        {
            session.Inviter(2, HorlogeFigee.Origine, session.Date.AddDays(-5));
        }

        await Banc.Socle.Base.SemerAsync(session);
        return session.Id;
    }

    private async Task SemerInscriptionsAsync(
        SessionDePresentationId id,
        params (Collectivite Membre, string Personne, bool? Presente)[] inscrits
    )
    {
        await using var contexte = await Banc.OuvrirAsync();
        var session = await contexte.SessionsDePresentation.SingleAsync(s => s.Id == id, Annulation);
        foreach (var (membre, personne, presente) in inscrits)
        {
            var inscription = Inscription.Inscrire(session, membre.Id, personne, null, 0, session.Date, HorlogeFigee.Origine);
            if (presente is { } la)
            {
                inscription.Relever(la, session, session.Date);
            }

            contexte.Add(inscription);
        }

        await contexte.EnregistrerAsync(Agent, Banc.Socle.Horloge.Instant, Annulation);
    }

    private async Task AnnulerLaSessionAsync(SessionDePresentationId id)
    {
        await using var contexte = await Banc.OuvrirAsync();
        (await contexte.SessionsDePresentation.SingleAsync(s => s.Id == id, Annulation)).Annuler("Salle fermée", 0, Banc.Jour);
        await contexte.EnregistrerAsync(Agent, Banc.Socle.Horloge.Instant, Annulation);
    }
}
