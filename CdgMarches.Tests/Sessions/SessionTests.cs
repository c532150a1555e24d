using CdgMarches.App.Sessions;
using CdgMarches.App.Socle;
using CdgMarches.Database.Sessions;
using CdgMarches.Domain.Collectivites.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Sessions;
using CdgMarches.Domain.Sessions.Regles;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Sessions;

public sealed class SessionTests : IAsyncLifetime
{
    private static readonly Acteur Agent = Agents.Gestionnaire with { Id = Guid.Empty };

    private BancDesGroupements _banc = null!;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _banc = await BancDesGroupements.CreerAsync();

    public ValueTask DisposeAsync() => _banc.DisposeAsync();

    [Theory]
    [InlineData(-1, false, true)]
    [InlineData(0, true, true)]
    [InlineData(1, true, false)]
    public void On_s_inscrit_jusqu_au_jour_dit_et_l_on_releve_a_partir_de_lui(int ecart, bool inscrire, bool relever)
    {
        var jour = new DateOnly(2026, 3, 10);
        var session = SessionDePresentation.Programmer(_banc.Groupement, Saisie(jour.AddDays(ecart)));

        Assert.Equal(inscrire, session.PeutInscrire(0, jour).EstFavorable);
        Assert.Equal(relever, session.PeutRelever(jour).EstFavorable);
    }

    [Fact]
    public async Task La_derniere_place_ne_se_prend_qu_une_fois()
    {
        var id = await ProgrammerAsync(places: 1);
        var inscrire = new InscrireALaSession(_banc.Socle.Base.Fabrique, _banc.Le<HorlogeLegale>());
        await inscrire.ExecuterAsync(Agent, id, _banc.Arras.Id, "Claude", null, Annulation);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            inscrire.ExecuterAsync(Agent, id, _banc.Bethune.Id, "Dominique", null, Annulation)
        );

        Assert.IsType<UnePlaceReste>(Assert.Single(refus.Obstacles));
    }

    [Fact]
    public async Task Une_personne_ne_s_inscrit_qu_une_fois_et_deux_homonymes_se_distinguent_par_leur_adresse()
    {
        var id = await ProgrammerAsync();
        var inscrire = new InscrireALaSession(_banc.Socle.Base.Fabrique, _banc.Le<HorlogeLegale>());
        await inscrire.ExecuterAsync(Agent, id, _banc.Arras.Id, "Anne Dupont", "anne@exemple.invalid", Annulation);

        foreach (var (nom, courriel) in new[] { ("A. Dupont", "ANNE@exemple.invalid"), ("anne  DUPONT", null) })
        {
            var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
                inscrire.ExecuterAsync(Agent, id, _banc.Arras.Id, nom, courriel, Annulation)
            );
            Assert.IsType<PersonneUneSeuleFois>(Assert.Single(refus.Obstacles));
        }

        await inscrire.ExecuterAsync(Agent, id, _banc.Arras.Id, "Anne Dupont", "autre@exemple.invalid", Annulation);
        await inscrire.ExecuterAsync(Agent, id, _banc.Bethune.Id, "Anne Dupont", "anne@exemple.invalid", Annulation);
        await using var contexte = await _banc.OuvrirAsync();
        Assert.Equal(3, await contexte.Inscriptions.CountAsync(Annulation));
    }

    [Fact]
    public void Une_adresse_illisible_est_refusee_a_son_champ_a_l_inscription_comme_au_changement()
    {
        var session = SessionDePresentation.Programmer(_banc.Groupement, Saisie(_banc.Jour));
        var inscription = Inscrire("claude@arras.example");

        foreach (
            var (champ, geste) in new (string, Action)[]
            {
                ("courriel", () => Inscrire("pas une adresse")),
                ("courriel", () => Venir("claude@arras")),
                ("change-courriel", () => inscription.Corriger("Claude", "claude.example", dejaInscrite: false)),
            }
        )
        {
            var refus = Assert.Throws<RegleMetierException>(geste);
            Assert.Equal(champ, Assert.IsType<CourrielPlausible>(Assert.Single(refus.Obstacles)).Champ);
        }

        inscription.Corriger("Claude", " ", dejaInscrite: false);
        Assert.Null(inscription.Courriel);

        Inscription Inscrire(string courriel) =>
            Inscription.Inscrire(session, _banc.Arras.Id, "Claude", courriel, 0, _banc.Jour, HorlogeFigee.Origine);

        void Venir(string courriel) =>
            Inscription.VenueSansInscription(
                session,
                _banc.Arras.Id,
                "Claude",
                courriel,
                _banc.Jour,
                HorlogeFigee.Origine,
                dejaInscrite: false
            );
    }

    [Fact]
    public async Task Les_presences_relevees_donnent_les_collectivites_a_refacturer()
    {
        var id = await ProgrammerAsync(date: _banc.Jour);
        var inscrire = new InscrireALaSession(_banc.Socle.Base.Fabrique, _banc.Le<HorlogeLegale>());
        await inscrire.ExecuterAsync(Agent, id, _banc.Arras.Id, "Claude", null, Annulation);
        await inscrire.ExecuterAsync(Agent, id, _banc.Arras.Id, "Camille", null, Annulation);
        await inscrire.ExecuterAsync(Agent, id, _banc.Bethune.Id, "Dominique", null, Annulation);
        var lire = new LireSessions(_banc.Socle.Base.Fabrique);
        var inscrits = await lire.InscriptionsAsync(Agent, id, new Demande(), Annulation);
        var relever = new ReleverPresence(_banc.Socle.Base.Fabrique, _banc.Le<HorlogeLegale>());
        await relever.ExecuterAsync(Agent, inscrits.Elements[0].Id, 1, presente: true, Annulation);
        await relever.ExecuterAsync(Agent, inscrits.Elements[2].Id, 1, presente: false, Annulation);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            relever.ExecuterAsync(Agent, inscrits.Elements[0].Id, 1, presente: false, Annulation)
        );
        await using var contexte = await _banc.OuvrirAsync();
        var participations = await contexte.ParticipationsAsync(id, Annulation);
        Assert.Equal((2, 1), Lire(_banc.Arras.Id));
        Assert.Equal((1, 0), Lire(_banc.Bethune.Id));

        (int, int) Lire(Domain.Collectivites.CollectiviteId c)
        {
            var p = participations.Single(x => x.Collectivite == c);
            return (p.Inscrites, p.Presentes);
        }
    }

    [Fact]
    public async Task Un_agent_limite_et_un_membre_ne_voient_pas_la_session_d_un_autre_groupement()
    {
        var id = await ProgrammerAsync();
        var limite = BancDesGroupements.Limite(Domain.Groupements.GroupementId.Nouveau());
        var lire = new LireSessions(_banc.Socle.Base.Fabrique);

        Assert.Null(await lire.FicheAsync(limite, id, _banc.Jour, Annulation));
        Assert.Equal(0, (await lire.ExecuterAsync(limite, new Demande(), Annulation)).Total);
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            lire.FicheAsync(Agents.Membre(_banc.Arras.Id), id, _banc.Jour, Annulation)
        );
    }

    private static SaisieDeSession Saisie(DateOnly date, int? places = null) =>
        new("Parapheurs", date, new TimeOnly(9, 30), new TimeOnly(12, 0), "Au siège", "Prestataire A\nPrestataire B", places);

    private async Task<SessionDePresentationId> ProgrammerAsync(DateOnly? date = null, int? places = null)
    {
        var session = SessionDePresentation.Programmer(_banc.Groupement, Saisie(date ?? _banc.Jour.AddDays(7), places));
        await _banc.Socle.Base.SemerAsync(session);
        return session.Id;
    }
}
