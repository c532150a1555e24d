using Bunit;
using CdgMarches.App.Groupements;
using CdgMarches.App.Sessions;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Sessions;
using CdgMarches.Domain.Sessions.Regles;
using CdgMarches.Tests.Commissions;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Sessions;

/// <summary>Une session change ou s'annule : les invités et les inscrits l'apprennent, et leur agenda suit (RG6.25).</summary>
public sealed class ChangementsDeSessionTests : EssaiDePageDeGroupement
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Un_changement_de_lieu_puis_une_annulation_ecrivent_aux_invites_et_aux_inscrits_une_fois()
    {
        var id = await PreparerAsync();
        Agent = await Banc.Socle.AvecCompteAsync(Agents.Gestionnaire, RoleCdg.Gestionnaire, "alix.verdonck@cdg.example");
        Assert.Equal(1, await Le<InviterALaSession>().ExecuterAsync(Agent, id, 1, Annulation));
        var inscrire = Le<InscrireALaSession>();
        await inscrire.ExecuterAsync(Agent, id, Banc.Arras.Id, "Claude", "MAIRIE@arras.example", Annulation);
        await inscrire.ExecuterAsync(Agent, id, Banc.Bethune.Id, "Dominique", "dominique@bethune.example", Annulation);
        await inscrire.ExecuterAsync(Agent, id, Banc.Bethune.Id, "Camille", null, Annulation);

        var phrase = await ModifierAsync(id, Saisie() with { Lieu = "Lens" });
        Assert.Contains("2 personnes en sont averties", phrase, StringComparison.Ordinal);
        Assert.Contains("à prévenir par lettre ou par téléphone : Camille (Béthune).", phrase, StringComparison.Ordinal);
        Assert.Equal("La session est enregistrée.", await ModifierAsync(id, Saisie() with { Lieu = "Lens", Places = 3 }));
        await Le<ModifierSession>().AnnulerAsync(Agent, id, await VersionAsync(id), "Salle indisponible", Annulation);

        var envois = await EnvoisAsync();
        Assert.Equal(
            ["session.inscrire", "session.modification", "session.modification", "session.annulation", "session.annulation"],
            envois.Select(e => e.Modele)
        );
        string[] agendas = [.. envois.Select(e => e.Ics!.Replace("\r\n ", "", StringComparison.Ordinal))];
        Assert.All(agendas, a => Assert.Contains($"\r\nUID:session-{id.Valeur}@cdgmarches\r\n", a, StringComparison.Ordinal));
        Assert.All(agendas, a => Assert.Contains(":mailto:alix.verdonck@cdg.example\r\n", a, StringComparison.Ordinal));
        Assert.All(envois, e => Assert.Equal("alix.verdonck@cdg.example", e.RepondreA));
        Assert.Equal(
            [("REQUEST", 0), ("REQUEST", 1), ("REQUEST", 1), ("CANCEL", 2), ("CANCEL", 2)],
            agendas.Select(a => (Valeur(a, "METHOD"), int.Parse(Valeur(a, "SEQUENCE"), Francais.Culture)))
        );
        var nom = await NomDuGroupementAsync();
        Assert.Equal(
            ["Arras : Parapheurs", "Changement pour Arras : Parapheurs", "Changement pour Béthune : Parapheurs"],
            envois.Take(3).Select(e => e.Objet.Replace('\u00a0', ' ').Split(',')[0]).Order(StringComparer.Ordinal)
        );
        Assert.All(envois, e => Assert.Contains($"Groupement : {nom}", e.Texte.Replace('\u00a0', ' '), StringComparison.Ordinal));
        Assert.Single(
            envois.Skip(3),
            e => e.Texte.Replace('\u00a0', ' ').Contains("Collectivité : Béthune", StringComparison.Ordinal)
        );
        Assert.Contains("Lens", envois[1].Texte, StringComparison.Ordinal);
        Assert.Contains("/sessions/inscription/", envois[1].Texte, StringComparison.Ordinal);
        Assert.Contains("est annulée\u00a0: Salle indisponible", envois[4].Texte, StringComparison.Ordinal);
        Assert.DoesNotContain("/sessions/inscription/", envois[4].Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task L_historique_montre_ce_qui_a_change_et_pour_quelle_collectivite()
    {
        var id = await PreparerAsync();
        await ModifierAsync(id, Saisie());
        AvancerLHorloge();
        await ModifierAsync(id, Saisie() with { Places = 12 });
        AvancerLHorloge();
        await ModifierAsync(id, Saisie() with { Fin = new(11, 0), Prestataires = "Prestataire A\nPrestataire B" });
        AvancerLHorloge();
        await Le<InscrireALaSession>().ExecuterAsync(Agent, id, Banc.Bethune.Id, "Éloïse", null, Annulation);

        var histoire = (await Le<LireHistoriqueDeSession>().ExecuterAsync(Agent, id, new(), Annulation)).Elements;

        Assert.Equal(
            [
                ("Inscription d'Éloïse à la session (Béthune).", null, null),
                (
                    "Session de présentation modifiée.",
                    "heures : de 9 h 30 à 12 h 00 ; prestataires : Prestataire A ; places : 12",
                    "heures : de 9 h 30 à 11 h 00 ; prestataires : Prestataire A, Prestataire B ; places : sans limite"
                ),
                ("Session de présentation modifiée.", "places : sans limite", "places : 12"),
            ],
            histoire.Take(3).Select(l => (l.Libelle, l.Avant, l.Apres))
        );
        Assert.Equal(4, histoire.Count);

        void AvancerLHorloge() => Banc.Socle.Horloge.Instant = Banc.Socle.Horloge.Instant.AddMinutes(1);
    }

    [Fact]
    public async Task Une_session_ou_l_on_a_invite_ne_se_reporte_pas_a_un_jour_passe()
    {
        var id = await PreparerAsync();
        await ModifierAsync(id, Saisie(Banc.Jour.AddDays(-3)));
        await ModifierAsync(id, Saisie());
        await Le<InviterALaSession>().ExecuterAsync(Agent, id, await VersionAsync(id), Annulation);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => ModifierAsync(id, Saisie(Banc.Jour.AddDays(-1))));

        Assert.Equal("date", Assert.IsType<ReportAVenir>(Assert.Single(refus.Obstacles)).Champ);
        await ModifierAsync(id, Saisie(Banc.Jour));
    }

    [Fact]
    public async Task Les_places_ne_descendent_pas_sous_le_nombre_d_inscrits()
    {
        var id = await PreparerAsync();
        var inscrire = Le<InscrireALaSession>();
        await inscrire.ExecuterAsync(Agent, id, Banc.Arras.Id, "Claude", null, Annulation);
        await inscrire.ExecuterAsync(Agent, id, Banc.Bethune.Id, "Dominique", null, Annulation);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => ModifierAsync(id, Saisie() with { Places = 1 }));

        var regle = Assert.IsType<PlacesPourLesInscrits>(Assert.Single(refus.Obstacles));
        Assert.Equal("places", regle.Champ);
        Assert.StartsWith("2 places sont déjà prises : donnez-en au moins 2", regle.Message, StringComparison.Ordinal);
        await ModifierAsync(id, Saisie() with { Places = 2 });
        Assert.Equal(2, (await Le<LireSessions>().FicheAsync(Agent, id, Banc.Jour, Annulation))!.Saisie.Places);
    }

    [Fact]
    public async Task Tenue_elle_garde_son_jour_et_ne_s_annule_pas()
    {
        var id = await PreparerAsync(Banc.Jour);
        await Le<InscrireALaSession>().AjouterUnPresentAsync(Agent, id, Banc.Arras.Id, "Claude", null, Annulation);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => ModifierAsync(id, Saisie(Banc.Jour.AddDays(3))));
        Assert.IsType<SessionPasEncoreTenue>(Assert.Single(refus.Obstacles));
        refus = await Assert.ThrowsAsync<RegleMetierException>(async () =>
            await Le<ModifierSession>().AnnulerAsync(Agent, id, await VersionAsync(id), "Trop tard", Annulation)
        );
        Assert.IsType<SessionPasEncoreTenue>(Assert.Single(refus.Obstacles));

        await ModifierAsync(id, Saisie(Banc.Jour) with { Titre = "Parapheurs et signature" });
        Assert.Empty(await EnvoisAsync());
    }

    [Fact]
    public async Task Qui_s_inscrit_par_son_lien_sans_courriel_est_averti_a_l_adresse_de_l_invitation()
    {
        var id = await PreparerAsync();
        await Le<InviterALaSession>().ExecuterAsync(Agent, id, 1, Annulation);
        var invitation = Assert.Single(await EnvoisAsync());
        var jeton = invitation.Texte.Split("/sessions/inscription/")[1].Split('\n')[0].Trim();
        var lien = new TitreDInscription.ParLien(jeton, null);
        await Le<SInscrire>().ExecuterAsync(lien, invitation.NomDestinataire, " ", Annulation);
        await Le<SInscrire>().ExecuterAsync(lien, "Un collègue", null, Annulation);

        var phrase = await Le<ModifierSession>()
            .AnnulerAsync(Agent, id, await VersionAsync(id), "Salle indisponible", Annulation);

        Assert.Contains("1 personne en est avertie", phrase, StringComparison.Ordinal);
        Assert.EndsWith(
            "Sans courriel, à prévenir par lettre ou par téléphone : Un collègue (Arras).",
            phrase,
            StringComparison.Ordinal
        );
    }

    private static string Valeur(string agenda, string propriete) =>
        agenda.Split("\r\n").First(l => l.StartsWith($"{propriete}:", StringComparison.Ordinal))[(propriete.Length + 1)..];

    private T Le<T>()
        where T : notnull => Services.GetRequiredService<T>();

    private async Task<string> ModifierAsync(SessionDePresentationId id, SaisieDeSession saisie) =>
        await Le<ModifierSession>().ExecuterAsync(Agent, id, await VersionAsync(id), saisie, Annulation);

    private async Task<int> VersionAsync(SessionDePresentationId id) =>
        (await Le<LireSessions>().FicheAsync(Agent, id, Banc.Jour, Annulation))!.Version;

    private static SaisieDeSession Saisie(DateOnly? date = null) =>
        new("Parapheurs", date ?? Horloges.Jour.AddDays(7), new(9, 30), new(12, 0), "Au siège", "Prestataire A", null);

    private async Task<SessionDePresentationId> PreparerAsync(DateOnly? date = null)
    {
        BancDesCommissions.AjouterLesAdresses(Services);
        Services.AddSessions();
        var session = SessionDePresentation.Programmer(Banc.Groupement, Saisie(date));
        await Banc.Socle.Base.SemerAsync(session);
        await using var contexte = await Banc.OuvrirAsync();
        await contexte
            .Collectivites.Where(c => c.Id == Banc.Arras.Id)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.Courriel, "mairie@arras.example"), Annulation);
        return session.Id;
    }

    private async Task<string> NomDuGroupementAsync()
    {
        await using var contexte = await Banc.OuvrirAsync();
        var groupement = await contexte.Groupements.SingleAsync(g => g.Id == Banc.Groupement, Annulation);
        return AppellationDuGroupement.AvecMillesime(groupement.Nom, groupement.Millesime);
    }

    private async Task<List<EnvoiDeCourriel>> EnvoisAsync()
    {
        await using var contexte = await Banc.OuvrirAsync();
        return await contexte
            .EnvoisDeCourriel.Where(e => e.ObjetType == nameof(SessionDePresentation))
            .OrderBy(e => e.Id)
            .ToListAsync(Annulation);
    }
}
