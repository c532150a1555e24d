using Bunit;
using CdgMarches.App.Groupements.Adhesions;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

/// <summary>La réponse à une invitation sans compte : ce que la page montre, ce qu'une réponse enregistre et ce qu'elle retire.</summary>
public sealed class PageReponseParLienTests : EssaiDePageDeGroupement
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    private RepondreParLien Repondre => Banc.Le<RepondreParLien>();

    [Fact]
    public async Task Le_lien_montre_l_invitation_et_un_envoi_sans_nom_n_enregistre_rien()
    {
        var (dossier, jeton) = await InviterAsync();
        var page = Ouvrir(jeton);
        page.Dit("Rejoindre « Dématérialisation »");
        Assert.Equal(2, page.FindAll("fieldset[data-une-au-moins] input[type=checkbox]").Count);

        await page.Find("form[aria-label='Entrer dans le groupement']").SubmitAsync();

        page.Dit("Donnez votre nom et votre qualité");
        Assert.Equal(EtatDAdhesion.Invitee, (await LireAsync(dossier)).Etat);
    }

    [Fact]
    public async Task Repondre_que_l_on_entre_choisit_les_prestations_et_retire_le_lien_de_la_relance()
    {
        var (dossier, jeton) = await InviterAsync();
        await Banc.Le<RelancerDossiers>().ExecuterAsync(Agent, Banc.Groupement, [dossier], Annulation);
        var relance = await DernierJetonAsync();
        Assert.NotEqual(jeton, relance);
        var sansChoix = await Assert.ThrowsAsync<RegleMetierException>(() =>
            Repondre.ExecuterAsync(jeton, new ReponseALInvitation.Entrer([]), "Aude Vasseur", "Maire", null, Annulation)
        );
        Assert.IsType<AuMoinsUnChoix>(Assert.Single(sansChoix.Obstacles));

        await Repondre.ExecuterAsync(
            jeton,
            new ReponseALInvitation.Entrer([Banc.Actes.Valeur]),
            " Aude Vasseur ",
            "Maire",
            null,
            Annulation
        );

        var lu = await LireAsync(dossier);
        Assert.Equal((EtatDAdhesion.EnCours, Banc.Actes), (lu.Etat, Assert.Single(lu.Choix).Prestation));
        await Assert.ThrowsAsync<RefusException>(() => Repondre.LireAsync(relance, Annulation));
        await using var contexte = await Banc.OuvrirAsync();
        var histoire = await contexte
            .Journal.Where(l => l.ObjetId == dossier.Valeur)
            .Select(l => l.Libelle)
            .ToListAsync(Annulation);
        Assert.Contains("Invitation acceptée par Aude Vasseur, Maire.", histoire);
    }

    [Fact]
    public async Task Decliner_demande_un_motif_que_le_CDG_lit()
    {
        var (dossier, jeton) = await InviterAsync();
        var sansMotif = await Assert.ThrowsAsync<RegleMetierException>(() =>
            Repondre.ExecuterAsync(jeton, new ReponseALInvitation.Decliner(" "), "Aude Vasseur", "Maire", null, Annulation)
        );
        Assert.IsType<TexteRenseigne>(Assert.Single(sansMotif.Obstacles));

        await Repondre.ExecuterAsync(
            jeton,
            new ReponseALInvitation.Decliner("Le conseil préfère sa plateforme."),
            "Aude Vasseur",
            "Maire",
            null,
            Annulation
        );

        var lu = await LireAsync(dossier);
        Assert.Equal((EtatDAdhesion.Declinee, "Le conseil préfère sa plateforme."), (lu.Etat, lu.Motif));
        await using var contexte = await Banc.OuvrirAsync();
        Assert.True(
            await contexte.Journal.AnyAsync(
                l => l.ObjetId == dossier.Valeur && l.Libelle == "Invitation déclinée par Aude Vasseur, Maire.",
                Annulation
            )
        );
    }

    [Theory]
    [InlineData(201, 5)]
    [InlineData(5, 121)]
    public async Task Un_nom_ou_une_qualite_demesures_sont_refuses_et_le_lien_sert_encore(int nom, int qualite)
    {
        var (_, jeton) = await InviterAsync();

        var refus = await Assert.ThrowsAsync<RefusException>(() =>
            Repondre.ExecuterAsync(
                jeton,
                new ReponseALInvitation.Entrer([Banc.Actes.Valeur]),
                new string('n', nom),
                new string('q', qualite),
                null,
                Annulation
            )
        );

        Assert.StartsWith("Raccourcissez", refus.Message, StringComparison.Ordinal);
        Assert.NotNull(await Repondre.LireAsync(jeton, Annulation));
    }

    [Fact]
    public async Task Hors_fenetre_on_repond_et_les_prestations_restent_a_choisir()
    {
        var (dossier, jeton) = await InviterAsync();
        await Banc.Le<OuvrirFenetre>()
            .ExecuterAsync(Agent, Banc.Groupement, "Passée", Banc.Jour.AddDays(-40), Banc.Jour.AddDays(-20), Annulation);

        var page = Ouvrir(jeton);
        page.WaitForElement("[data-test=choix-remis]");
        Assert.Empty(page.FindAll("input[type=checkbox]"));
        await Repondre.ExecuterAsync(jeton, new ReponseALInvitation.Entrer([]), "Aude", "Maire", null, Annulation);

        Assert.Equal((EtatDAdhesion.EnCours, 0), ((await LireAsync(dossier)).Etat, (await LireAsync(dossier)).Choix.Count));
    }

    [Fact]
    public async Task Un_dossier_ferme_depuis_le_dit_et_ne_se_repond_plus()
    {
        var (dossier, jeton) = await InviterAsync();
        await Banc.Le<ModifierDossier>()
            .ExecuterAsync(
                Agent,
                dossier,
                (await LireAsync(dossier)).Version,
                new ChangementDeDossier.Fermeture(Decline: false, "Doublon."),
                Annulation
            );

        var page = Ouvrir(jeton);

        page.Dit("Cette invitation n'attend plus de réponse");
        Assert.Empty(page.FindAll("form"));
        await Assert.ThrowsAsync<RegleMetierException>(() =>
            Repondre.ExecuterAsync(jeton, new ReponseALInvitation.Entrer([Banc.Actes.Valeur]), "Aude", "Maire", null, Annulation)
        );
    }

    private IRenderedComponent<PageReponseParLien> Ouvrir(string jeton)
    {
        Services.AddPagesStatiques();
        return Render<PageReponseParLien>(p => p.Add(x => x.Jeton, jeton).Demandee());
    }

    private async Task<(DossierDAdhesionId Dossier, string Jeton)> InviterAsync()
    {
        await using (var contexte = await Banc.OuvrirAsync())
        {
            var calais = await contexte.Collectivites.SingleAsync(c => c.Id == Banc.Calais.Id, Annulation);
            calais.Modifier(calais.Identite with { Courriel = "mairie@calais.example" });
            await contexte.SaveChangesAsync(Annulation);
        }

        var bilan = await Banc.Le<OuvrirDossiers>()
            .ExecuterAsync(
                Agent,
                new DossiersAOuvrir(Banc.Groupement, [Banc.Calais.Id], OrigineDAdhesion.Invitation, null, [], Prevenir: true),
                Annulation
            );
        return (Assert.Single(bilan.Ouverts), await DernierJetonAsync());
    }

    private async Task<string> DernierJetonAsync()
    {
        await using var contexte = await Banc.OuvrirAsync();
        var texte = await contexte
            .EnvoisDeCourriel.Where(e => e.Destinataire == "mairie@calais.example")
            .OrderByDescending(e => e.Id)
            .Select(e => e.Texte)
            .FirstAsync(Annulation);
        return PagesStatiques.JetonDe(texte, "/adhesion/invitation/");
    }

    private async Task<DossierDAdhesion> LireAsync(DossierDAdhesionId id)
    {
        await using var contexte = await Banc.OuvrirAsync();
        return await contexte.DossiersDAdhesion.AsNoTracking().SingleAsync(d => d.Id == id, Annulation);
    }
}
