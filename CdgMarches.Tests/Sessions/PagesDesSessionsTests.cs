using Bunit;
using CdgMarches.App.Sessions;
using CdgMarches.Domain.Sessions;
using CdgMarches.Tests.Commissions;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Sessions;

/// <summary>Les pages des sessions : programmer, modifier à deux, inscrire, relever.</summary>
public sealed class PagesDesSessionsTests : EssaiDePageDeGroupement
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Une_session_se_programme_et_chaque_champ_fautif_est_dit_a_sa_place()
    {
        Preparer();
        var page = Render<PageNouvelleSession>();
        page.WaitForElement("#titre");
        await page.Find("#fin").ChangeAsync(new() { Value = "9 heures" });
        await page.Find("form.formulaire").SubmitAsync();
        Assert.Contains("Indiquez la date", page.Find("#date-erreur").TextContent, StringComparison.Ordinal);
        Assert.Contains("heure de fin", page.Find("#fin-erreur").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deux_agents_modifient_la_meme_session_rien_n_est_perdu()
    {
        Preparer();
        var session = await SemerAsync();
        var page = Render<PageSession>(p => p.Add(x => x.Id, session.Id.Valeur));
        page.WaitForElement("#lieu");
        await page.Find("#lieu").ChangeAsync(new() { Value = "Lens" });
        await Services
            .GetRequiredService<ModifierSession>()
            .ExecuterAsync(Agent, session.Id, 1, Saisie() with { Lieu = "Arras", Places = 12 }, Annulation);

        await page.Find("form[aria-label='Session de présentation']").SubmitAsync();
        var lignes = page.WaitForElement("[data-test=conflit]").QuerySelectorAll("tbody tr");
        Assert.Equal(1, lignes.Length);
        Assert.Contains("Arras", lignes[0].TextContent, StringComparison.Ordinal);
        await CliquerAsync(page, "Garder la mienne");

        page.WaitForAssertion(() => Assert.Contains("La session est enregistrée.", page.Markup, StringComparison.Ordinal));
        await using var contexte = await Banc.OuvrirAsync();
        var relue = await contexte.SessionsDePresentation.SingleAsync(Annulation);
        Assert.Equal(("Lens", 12), (relue.Lieu, relue.Places!.Value));
    }

    [Fact]
    public async Task Deux_homonymes_de_la_meme_collectivite_se_voient_a_leur_adresse()
    {
        Preparer();
        var session = await SemerAsync();
        var inscrire = Services.GetRequiredService<InscrireALaSession>();
        await inscrire.ExecuterAsync(Agent, session.Id, Banc.Arras.Id, "Claude", "claude@arras.example", Annulation);
        await inscrire.ExecuterAsync(Agent, session.Id, Banc.Arras.Id, "Claude", "c.martin@arras.example", Annulation);

        var page = Render<PageSession>(p => p.Add(x => x.Id, session.Id.Valeur));

        page.Dit("claude@arras.example");
        page.Dit("c.martin@arras.example");
    }

    [Fact]
    public async Task La_presence_se_releve_le_jour_dit_et_compte_les_collectivites_a_refacturer()
    {
        Preparer();
        var session = await SemerAsync(Banc.Jour);
        var inscrire = Services.GetRequiredService<InscrireALaSession>();
        await inscrire.ExecuterAsync(Agent, session.Id, Banc.Arras.Id, "Claude", null, Annulation);
        await inscrire.ExecuterAsync(Agent, session.Id, Banc.Bethune.Id, "Dominique", null, Annulation);
        var page = Render<PageSession>(p => p.Add(x => x.Id, session.Id.Valeur));
        page.WaitForAssertion(() => Assert.Contains("Claude présente", page.Markup, StringComparison.Ordinal));

        await CliquerAsync(page, "Claude présente");

        page.WaitForAssertion(() =>
            Assert.Contains("1 collectivité présente sur 2 inscrites", page.Markup, StringComparison.Ordinal)
        );
        Assert.Contains("La présence est relevée.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task L_emargement_se_corrige_et_une_absente_ne_compte_pas()
    {
        Preparer();
        var session = await SemerAsync(Banc.Jour);
        await Services
            .GetRequiredService<InscrireALaSession>()
            .ExecuterAsync(Agent, session.Id, Banc.Arras.Id, "Claude", null, Annulation);
        var page = Render<PageSession>(p => p.Add(x => x.Id, session.Id.Valeur));
        page.WaitForAssertion(() => Assert.Contains("Claude absente", page.Markup, StringComparison.Ordinal));

        await CliquerAsync(page, "Claude présente");
        page.WaitForAssertion(() =>
            Assert.Contains("1 collectivité présente sur 1 inscrite", page.Markup, StringComparison.Ordinal)
        );
        await CliquerAsync(page, "Claude absente");

        page.WaitForAssertion(() =>
            Assert.DoesNotContain("1 collectivité présente sur 1 inscrite", page.Markup, StringComparison.Ordinal)
        );
        await using var contexte = await Banc.OuvrirAsync();
        Assert.False(Assert.Single(await contexte.Inscriptions.ToListAsync(Annulation)).EstPresente);
    }

    [Fact]
    public async Task Qui_vient_sans_s_inscrire_s_ajoute_aux_presents_apres_la_session_et_compte()
    {
        Preparer();
        var session = await SemerAsync(Banc.Jour.AddDays(-1));
        var page = Render<PageSession>(p => p.Add(x => x.Id, session.Id.Valeur));
        page.WaitForAssertion(() => Assert.Contains("venue sans s'inscrire", page.Markup, StringComparison.Ordinal));

        await AjouterAsync(page, "Arras", "Paul Venu");

        page.WaitForAssertion(() =>
            Assert.Contains("La personne est ajoutée aux présents.", page.Markup, StringComparison.Ordinal)
        );
        Assert.Contains("1 collectivité présente sur 1 inscrite", page.Markup, StringComparison.Ordinal);
        await AjouterAsync(page, "Arras", "Paul VENU");
        page.WaitForAssertion(() => Assert.Contains("une personne ne compte qu'une fois", page.Markup, StringComparison.Ordinal));
        await using var contexte = await Banc.OuvrirAsync();
        Assert.True(Assert.Single(await contexte.Inscriptions.ToListAsync(Annulation)).EstPresente);
    }

    [Fact]
    public async Task Les_boutons_invitent_inscrivent_desinscrivent_et_annulent()
    {
        Preparer();
        var session = await SemerAsync();
        var page = Render<PageSession>(p => p.Add(x => x.Id, session.Id.Valeur));
        page.WaitForElement("#personne");

        await CliquerAsync(page, "Inviter les membres");
        await CliquerAsync(page, "Inviter");
        page.WaitForAssertion(() => Assert.Contains("invitation", Texte(page, "[role=status]"), StringComparison.Ordinal));
        await AjouterAsync(page, "Béthune", "Dominique");
        page.WaitForAssertion(() => Assert.Contains("La personne est inscrite.", page.Markup, StringComparison.Ordinal));
        page.Dit("sans courriel");
        await CliquerAsync(page, "Annuler l'inscription de Dominique");
        page.Dit("L'inscription de Dominique pour Béthune sera annulée et sa place se libère. Aucun courriel ne part");
        await using (var avant = await Banc.OuvrirAsync())
        {
            Assert.Null((await avant.Inscriptions.SingleAsync(Annulation)).AnnuleeLe);
        }

        await CliquerAsync(page, "Annuler l'inscription");
        page.WaitForAssertion(() => Assert.Contains("L'inscription est annulée.", page.Markup, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("Personne n'est inscrit", page.Markup, StringComparison.Ordinal));

        await CliquerAsync(page, "Annuler la session");
        await page.FindAll("dialog button").First(b => b.TextContent.Trim() == "Annuler la session").ClickAsync(new());
        var refus = page.WaitForElement("dialog [data-test=refus]").TextContent;
        Assert.Contains("Écrivez le motif", refus, StringComparison.Ordinal);
        Assert.DoesNotContain("RG6.25", refus, StringComparison.Ordinal);
        await page.Find("#motif").ChangeAsync(new() { Value = "Salle indisponible" });
        await page.FindAll("dialog button").First(b => b.TextContent.Trim() == "Annuler la session").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("La session est annulée.", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("#personne"));
        Assert.Contains(": Salle indisponible.", Texte(page, "[data-test=annulee]"), StringComparison.Ordinal);
        Assert.Contains("Personne ne s'était inscrit avant l'annulation.", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("<dt>Places</dt>", page.Markup, StringComparison.Ordinal);
        await using var contexte = await Banc.OuvrirAsync();
        Assert.True((await contexte.SessionsDePresentation.SingleAsync(Annulation)).EstAnnulee);
    }

    private static async Task AjouterAsync(IRenderedComponent<PageSession> page, string collectivite, string personne)
    {
        await page.ChoisirAsync("collectivite", collectivite);
        await page.RemplirAsync("personne", personne);
        await page.Find("form[aria-label='Inscription']").SubmitAsync();
    }

    [Fact]
    public void Une_session_inconnue_est_dite_introuvable()
    {
        Preparer();
        var page = Render<PageSession>(p => p.Add(x => x.Id, Guid.NewGuid()));

        page.WaitForAssertion(() => Assert.Contains("Cette session n'existe pas", page.Markup, StringComparison.Ordinal));
    }

    private static SaisieDeSession Saisie(DateOnly? date = null) =>
        new(
            "Parapheurs",
            date ?? Horloges.Jour.AddDays(7),
            new TimeOnly(9, 30),
            new TimeOnly(12, 0),
            "Au siège",
            "Prestataire A",
            null
        );

    private void Preparer()
    {
        BancDesCommissions.AjouterLesAdresses(Services);
        Services.AddSessions().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
    }

    private async Task<SessionDePresentation> SemerAsync(DateOnly? date = null)
    {
        var session = SessionDePresentation.Programmer(Banc.Groupement, Saisie(date));
        await Banc.Socle.Base.SemerAsync(session);
        return session;
    }
}
