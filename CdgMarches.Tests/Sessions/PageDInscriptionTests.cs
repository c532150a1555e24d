using Bunit;
using CdgMarches.App.Sessions;
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
            .GetRequiredService<SInscrireParLien>()
            .ExecuterAsync(jeton, "Claude Marchand", "claude@arras.example", adresse: null, Annulation);

        var page = Ouvrir(jeton);

        page.Dit("Déjà inscrits pour Arras : Claude Marchand.");
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

        page.WaitForElement("[data-test=obstacles]");
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

    private IRenderedComponent<PageDInscription> Ouvrir(string jeton) =>
        Render<PageDInscription>(p => p.Add(x => x.Jeton, jeton).Demandee());

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
