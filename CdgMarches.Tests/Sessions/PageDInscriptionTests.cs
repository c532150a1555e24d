using Bunit;
using CdgMarches.App.Sessions;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Liens;
using CdgMarches.Domain.Sessions;
using CdgMarches.Tests.Commissions;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Sessions;

/// <summary>L'inscription par lien personnel : ce que la page montre, et ce qu'elle refuse.</summary>
public sealed class PageDInscriptionTests : EssaiDePageDeGroupement
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Le_lien_montre_la_session_et_un_nom_vide_est_refuse()
    {
        var page = Ouvrir(await EmettreAsync(Banc.Jour.AddDays(7)));

        page.WaitForAssertion(() => Assert.Equal("Parapheurs", page.Find("h1").TextContent));
        Assert.StartsWith("Inscription pour Arras", Texte(page, "[data-test=pour]"), StringComparison.Ordinal);
        Assert.Equal("Aude Vasseur", page.Find("#personne").GetAttribute("value"));
        await page.Find("form.formulaire").SubmitAsync();

        page.WaitForAssertion(() => Assert.NotEmpty(Texte(page, "[role=alert]")));
        await using var contexte = await Banc.OuvrirAsync();
        Assert.False(await contexte.Inscriptions.AnyAsync(Annulation));
    }

    [Fact]
    public async Task Le_lien_dit_qui_est_deja_inscrit_pour_la_collectivite()
    {
        var jeton = await EmettreAsync(Banc.Jour.AddDays(7));
        await Services
            .GetRequiredService<SInscrire>()
            .ExecuterAsync(new TitreDInscription.ParLien(jeton, null), "Claude Marchand", "claude@arras.example", Annulation);

        var page = Ouvrir(jeton);

        page.Dit("Inscrits pour Arras");
        Assert.StartsWith(
            "Claude Marchand · Changer ou annuler",
            Texte(page, "[data-test=inscrits] li"),
            StringComparison.Ordinal
        );
        Assert.Null(page.Find("#personne").GetAttribute("value"));
    }

    [Fact]
    public async Task Choisir_une_inscription_la_montre_et_la_changer_met_une_autre_personne_a_sa_place()
    {
        var jeton = await EmettreAsync(Banc.Jour.AddDays(7));
        var id = await InscrireAsync(jeton, "Claude Marchand");

        var page = Ouvrir(jeton, id);
        page.WaitForAssertion(() => Assert.Equal("Claude Marchand", page.Find("#change-personne").GetAttribute("value")));
        page.Instance.Changement = new() { Personne = "Camille Lenoir", Version = 1 };
        await page.Find("form[aria-label=\"Changer l'inscription\"]").SubmitAsync();

        page.Dit("Le changement est enregistré : Camille Lenoir viendra pour Arras.");
        Assert.StartsWith("Camille Lenoir", Texte(page, "[data-test=inscrits] li"), StringComparison.Ordinal);
        await using var contexte = await Banc.OuvrirAsync();
        var relue = Assert.Single(await contexte.Inscriptions.ToListAsync(Annulation));
        Assert.Equal(("Camille Lenoir", null), (relue.Personne, relue.Courriel));
    }

    [Fact]
    public async Task Annuler_par_son_lien_se_confirme_et_laisse_la_trace_de_qui_et_quand()
    {
        var jeton = await EmettreAsync(Banc.Jour.AddDays(7));
        var id = await InscrireAsync(jeton, "Claude Marchand");

        var page = Ouvrir(jeton, id);
        page.Dit("le centre de gestion n'attendra plus Claude Marchand");
        page.Instance.Retrait = new() { Version = 1 };
        await page.Find("form[aria-label=\"Annuler l'inscription\"]").SubmitAsync();

        page.Dit("L'inscription est annulée");
        Assert.Empty(page.FindAll("[data-test=inscrits]"));
        await using var contexte = await Banc.OuvrirAsync();
        Assert.NotNull((await contexte.Inscriptions.SingleAsync(Annulation)).AnnuleeLe);
        var histoire = await Services
            .GetRequiredService<LireHistoriqueDeSession>()
            .ExecuterAsync(Agent, (await contexte.SessionsDePresentation.SingleAsync(Annulation)).Id, new Demande(), Annulation);
        Assert.Equal(
            ("Inscription de Claude Marchand annulée (Arras).", "Aude Vasseur (lien personnel)", Banc.Socle.Horloge.Instant),
            (histoire.Elements[0].Libelle, histoire.Elements[0].Acteur, histoire.Elements[0].Instant)
        );
    }

    [Fact]
    public async Task Une_inscription_changee_entre_temps_n_est_pas_ecrasee()
    {
        var jeton = await EmettreAsync(Banc.Jour.AddDays(7));
        var id = await InscrireAsync(jeton, "Claude Marchand");
        var page = Ouvrir(jeton, id);
        page.WaitForElement("#change-personne");
        await Services
            .GetRequiredService<SInscrire>()
            .CorrigerAsync(new TitreDInscription.ParLien(jeton, null), new(id), 1, "Camille Lenoir", null, Annulation);

        page.Instance.Retrait = new() { Version = 1 };
        await page.Find("form[aria-label=\"Annuler l'inscription\"]").SubmitAsync();

        page.Dit("a changé pendant votre lecture : rien n'a été enregistré");
        page.Dit("L'inscription de Camille Lenoir");
        await using var contexte = await Banc.OuvrirAsync();
        Assert.Null((await contexte.Inscriptions.SingleAsync(Annulation)).AnnuleeLe);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public async Task Des_que_la_session_commence_le_lien_dit_que_rien_ne_change_plus(int minutes, bool change)
    {
        var jeton = await EmettreAsync(Banc.Jour.AddDays(1));
        var id = await InscrireAsync(jeton, "Claude Marchand");
        // 9 h 30 in Paris, the day of the session.
        Banc.Socle.Horloge.Instant = new DateTimeOffset(2026, 3, 11, 8, 30, 0, TimeSpan.Zero).AddMinutes(minutes);

        var page = Ouvrir(jeton, id);

        page.WaitForElement("h2");
        Assert.Equal(change, page.FindAll("#change-personne").Count == 1);
        if (!change)
        {
            page.Dit("La session a commencé le 11 mars 2026 à 9 h 30 : les inscriptions sont arrêtées.");
            Assert.Empty(page.FindAll("form"));
        }
    }

    [Fact]
    public async Task Une_session_annulee_dit_pourquoi_on_ne_s_inscrit_plus()
    {
        var jeton = await EmettreAsync(Banc.Jour.AddDays(7));
        await using (var contexte = await Banc.OuvrirAsync())
        {
            (await contexte.SessionsDePresentation.SingleAsync(Annulation)).Annuler("Salle fermée", 0, Banc.Jour);
            await contexte.EnregistrerAsync(Agent, Banc.Socle.Horloge.Instant, Annulation);
        }

        var page = Ouvrir(jeton);

        Assert.Contains(
            "a annulé cette session le 10 mars 2026 : Salle fermée.",
            Texte(page, "[data-test=annulee]"),
            StringComparison.Ordinal
        );
        Assert.Empty(page.FindAll("#personne"));
    }

    [Fact]
    public void Un_lien_inconnu_dit_pourquoi_et_ne_montre_rien()
    {
        Preparer();
        var page = Ouvrir("inconnu");

        page.WaitForAssertion(() => Assert.NotEmpty(page.Find("[role=alert]").TextContent));
        Assert.Empty(page.FindAll("form"));
    }

    private IRenderedComponent<PageDInscription> Ouvrir(string jeton, Guid? inscription = null)
    {
        Navigation.NavigateTo($"/sessions/inscription/{jeton}{(inscription is null ? "" : $"?inscription={inscription}")}");
        return Render<PageDInscription>(p => p.Add(x => x.Jeton, jeton).Demandee());
    }

    private async Task<Guid> InscrireAsync(string jeton, string personne)
    {
        await Services
            .GetRequiredService<SInscrire>()
            .ExecuterAsync(new TitreDInscription.ParLien(jeton, null), personne, "claude@arras.example", Annulation);
        await using var contexte = await Banc.OuvrirAsync();
        return (await contexte.Inscriptions.SingleAsync(Annulation)).Id.Valeur;
    }

    private void Preparer()
    {
        BancDesCommissions.AjouterLesAdresses(Services);
        Services.AddSessions().AddPagesStatiques();
    }

    private async Task<string> EmettreAsync(DateOnly date)
    {
        Preparer();
        var session = SessionDePresentation.Programmer(
            Banc.Groupement,
            new SaisieDeSession("Parapheurs", date, new TimeOnly(9, 30), new TimeOnly(12, 0), "Au siège", "Prestataire A", null)
        );
        await Banc.Socle.Base.SemerAsync(session);
        await using var contexte = await Banc.OuvrirAsync();
        var emis = Services
            .GetRequiredService<LiensPersonnels>()
            .Emettre(
                contexte,
                Agent,
                new DemandeDeLien(
                    InviterALaSession.Usage,
                    nameof(SessionDePresentation),
                    session.Id.Valeur,
                    "Aude Vasseur",
                    Banc.Socle.Horloge.Instant.AddDays(7),
                    Banc.Arras.Id.Valeur,
                    EstAUsageUnique: false
                )
            );
        await contexte.EnregistrerAsync(Agent, Banc.Socle.Horloge.Instant, Annulation);
        return emis.Jeton;
    }
}
