using Bunit;
using CdgMarches.App.Groupements.Adhesions;
using CdgMarches.App.Groupements.Constitution;
using CdgMarches.App.Groupements.Retraits;
using CdgMarches.Domain.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

/// <summary>Ce qui ne se défait pas, ou part par courriel, se confirme : le premier clic ne change rien.</summary>
public sealed class ConfirmationsDesActesTests : EssaiDePageDeGroupement
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    private Guid Id => Banc.Groupement.Valeur;

    [Theory]
    [InlineData("La collectivité décline", EtatDAdhesion.Declinee)]
    [InlineData("Abandonner le dossier", EtatDAdhesion.Abandonnee)]
    public async Task Un_dossier_d_adhesion_se_ferme_une_fois_confirme_et_motive(string geste, EtatDAdhesion etat)
    {
        var id = await Banc.OuvrirUnDossierAsync();
        var page = Dossier(id);
        page.WaitForElement("#fermer");

        await CliquerAsync(page, geste);
        Assert.Contains("ne se rouvre pas", Dialogues(page), StringComparison.Ordinal);
        await page.ConfirmerAsync("Fermer le dossier");
        page.WaitForElement("#motif-erreur");
        await page.RemplirAsync("motif", "Une autre solution.");
        await CliquerAsync(page, geste);
        Assert.Equal(EtatDAdhesion.Invitee, (await Banc.DossierAsync(id)).Etat);
        await page.ConfirmerAsync("Fermer le dossier");

        page.Dit("Le dossier est fermé.");
        var ferme = await Banc.DossierAsync(id);
        Assert.Equal((etat, "Une autre solution."), (ferme.Etat, ferme.Motif));
    }

    [Fact]
    public async Task Une_piece_dont_l_effet_depend_ne_se_met_sans_objet_qu_avec_un_motif_que_chacun_relit()
    {
        var id = await Banc.OuvrirUnDossierAsync();
        var page = Dossier(id);
        page.WaitForElement("#pieces");

        await CliquerAsync(page, "Sans objet : Délibération exécutoire");
        await page.ConfirmerAsync("Déclarer sans objet");
        page.WaitForElement("#motif-sans-objet-erreur");
        Assert.Equal(EtatDePiece.Attendue, await DeliberationAsync());
        await page.RemplirAsync("motif-sans-objet", "Délibération générale du 3 mars 2025.");
        await page.ConfirmerAsync("Déclarer sans objet");

        page.Dit("« Délibération exécutoire » est sans objet.");
        Assert.Equal(EtatDePiece.SansObjet, await DeliberationAsync());
        page.WaitForAssertion(() =>
            Assert.Equal("— Délibération générale du 3 mars 2025.", Texte(page, "[data-test=motif-sans-objet]"))
        );
        await using (var contexte = await Banc.OuvrirAsync())
        {
            var ligne = await contexte.Journal.SingleAsync(l => l.Evenement == nameof(PieceSansObjet), Annulation);
            Assert.Equal("Délibération générale du 3 mars 2025.", ligne.Motif);
        }

        Agent = Agents.Membre(Banc.Calais.Id);
        var membre = Render<PageDossierDuMembre>(p => p.Add(x => x.DossierId, id.Valeur));
        membre.WaitForAssertion(() =>
            Assert.Contains("générale du 3 mars", Texte(membre, "[data-test=motif-sans-objet]"), StringComparison.Ordinal)
        );

        async Task<EtatDePiece> DeliberationAsync() =>
            (await Banc.DossierAsync(id)).Pieces.Single(p => p.Nature is NatureDePiece.Deliberation).Etat;
    }

    [Fact]
    public async Task Une_piece_redevenue_attendue_perd_son_motif_et_l_accuse_n_en_demande_pas()
    {
        var id = await Banc.OuvrirUnDossierAsync();
        var page = Dossier(id);
        page.WaitForElement("#pieces");
        await CliquerAsync(page, "Sans objet : Accusé de réception de la préfecture");
        Assert.Contains("l'effet de l'adhésion n'en dépend pas", Dialogues(page), StringComparison.Ordinal);
        await page.ConfirmerAsync("Déclarer sans objet");
        page.Dit("« Accusé de réception de la préfecture » est sans objet.");
        await CliquerAsync(page, "Sans objet : Fiche de renseignements");
        await page.RemplirAsync("motif-sans-objet", "Déjà au référentiel.");
        await page.ConfirmerAsync("Déclarer sans objet");
        page.WaitForElement("[data-test=motif-sans-objet]");

        await CliquerAsync(page, "Attendre : Fiche de renseignements");

        page.Dit("est de nouveau attendue");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-test=motif-sans-objet]")));
    }

    [Fact]
    public async Task Une_correction_montre_le_courriel_avant_de_partir()
    {
        var id = await Banc.OuvrirUnDossierAsync();
        var piece = (await Banc.DossierAsync(id)).Pieces.Single(p => p.Nature is NatureDePiece.Deliberation).Id;
        using (var pdf = Exemples.Pdf())
        {
            await Banc.Le<DeposerPiece>()
                .ExecuterAsync(Agent, id, (await Banc.DossierAsync(id)).Version, piece, pdf, "acte.pdf", Annulation);
        }

        var page = Dossier(id);
        page.WaitForElement("#pieces");
        await CliquerAsync(page, "Faire corriger : Délibération exécutoire");
        await page.RemplirAsync("correction", "La signature manque.");
        await page.Find("form[aria-label='Demande de correction']").SubmitAsync();

        page.WaitForElement("[data-test=compte-de-l-envoi]");
        Assert.Null((await Banc.DossierAsync(id)).CorrectionEnCours);
        await page.ConfirmerAsync("Demander et écrire à la collectivité");

        page.Dit("La correction est demandée");
        Assert.Equal("La signature manque.", (await Banc.DossierAsync(id)).CorrectionEnCours!.Texte);
    }

    [Fact]
    public async Task Un_retrait_ne_s_abandonne_qu_une_fois_confirme_et_motive()
    {
        var id = await AnnoncerAsync();
        var page = Retrait(id);

        await CliquerAsync(page, "Abandonner le retrait");
        await page.ConfirmerAsync("Abandonner");
        page.WaitForElement("#motif-erreur");
        await page.RemplirAsync("motif", "Le conseil a changé d'avis.");
        await CliquerAsync(page, "Abandonner le retrait");
        Assert.Equal(EtatDeRetrait.Annonce, (await RetraitAsync(id)).Etat);
        await page.ConfirmerAsync("Abandonner");

        page.Dit("Le retrait est abandonné");
        Assert.Equal(EtatDeRetrait.Abandonne, (await RetraitAsync(id)).Etat);
    }

    [Fact]
    public async Task Une_caducite_et_un_constat_sur_preavis_se_confirment()
    {
        var id = await AnnoncerAsync();
        await ConduireAsync(id, new ChangementDeRetrait.Information(Banc.Jour, Exemples.Recepisse));
        await ConduireAsync(id, new ChangementDeRetrait.Deliberation(Exemples.Executoire(Banc.Jour.AddDays(-1)), null, null, []));
        using (var pdf = Exemples.Pdf())
        {
            await Banc.Le<DeposerDeliberationDeRetrait>()
                .ExecuterAsync(Agent, id, (await RetraitAsync(id)).Version, pdf, "deliberation.pdf", Annulation);
        }

        var page = Retrait(id);
        Assert.Contains("veut l'information d'abord", Texte(page, "[data-test=avertissements]"), StringComparison.Ordinal);
        await CliquerAsync(page, "Constater le retrait");
        Assert.Equal(EtatDeRetrait.Annonce, (await RetraitAsync(id)).Etat);
        await page.ConfirmerAsync("Constater la sortie");
        page.WaitForElement("[data-test=refus]");
        await page.RemplirAsync("motif-du-constat", "Information faite de vive voix avant la séance.");
        await CliquerAsync(page, "Constater le retrait");
        Assert.Equal(EtatDeRetrait.Annonce, (await RetraitAsync(id)).Etat);
        await page.ConfirmerAsync("Constater la sortie");
        page.Dit("Le retrait est constaté");

        var sansSuite = await Banc.Le<AnnoncerRetrait>()
            .ExecuterAsync(Agent, (await Banc.AdhesionDeAsync(Banc.Bethune)).Id, Annulation);
        await ConduireAsync(sansSuite, new ChangementDeRetrait.Information(Banc.Jour, Exemples.Recepisse));
        Banc.Socle.Horloge.Instant = new DateTimeOffset(2027, 1, 1, 9, 0, 0, TimeSpan.Zero);
        var caduc = Retrait(sansSuite);
        await CliquerAsync(caduc, "Constater la caducité");
        caduc.WaitForElement("[data-test=compte-de-l-envoi]");
        Assert.Equal(EtatDeRetrait.Annonce, (await RetraitAsync(sansSuite)).Etat);
        await caduc.ConfirmerAsync("Constater et informer");
        caduc.Dit("Le préavis est caduc");
    }

    private static string Dialogues<T>(IRenderedComponent<T> page)
        where T : IComponent => string.Concat(page.FindAll("dialog.confirmation").Select(d => d.TextContent));

    private IRenderedComponent<PageDossier> Dossier(DossierDAdhesionId dossier) =>
        Render<PageDossier>(p => p.Add(x => x.Id, Id).Add(x => x.DossierId, dossier.Valeur));

    private IRenderedComponent<PageRetrait> Retrait(DossierDeRetraitId retrait)
    {
        var page = Render<PageRetrait>(p => p.Add(x => x.Id, Id).Add(x => x.RetraitId, retrait.Valeur));
        page.WaitForElement("#suites");
        return page;
    }

    private async Task<DossierDeRetraitId> AnnoncerAsync()
    {
        var fiche = await Banc.FicheAsync();
        await Banc.Le<FixerRegles>()
            .ExecuterAsync(
                Agent,
                fiche.Id,
                fiche.Version,
                ReglesDeConvention.De(ProfilDeConvention.GroupementPermanent),
                annulation: Annulation
            );
        return await Banc.Le<AnnoncerRetrait>().ExecuterAsync(Agent, (await Banc.AdhesionDeAsync(Banc.Arras)).Id, Annulation);
    }

    private async Task<DossierDeRetrait> RetraitAsync(DossierDeRetraitId id)
    {
        await using var contexte = await Banc.OuvrirAsync();
        return await contexte.DossiersDeRetrait.SingleAsync(d => d.Id == id, Annulation);
    }

    private async Task ConduireAsync(DossierDeRetraitId id, ChangementDeRetrait changement) =>
        await Banc.Le<ConduireRetrait>().ExecuterAsync(Agent, id, (await RetraitAsync(id)).Version, changement, Annulation);
}
