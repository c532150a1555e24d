using System.Text.RegularExpressions;
using Bunit;
using CdgMarches.App.Espace;
using CdgMarches.App.Groupements;
using CdgMarches.App.Groupements.Adhesions;
using CdgMarches.App.Groupements.Constitution;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Groupements;

/// <summary>Le dossier d'adhésion de son espace : ce qu'un membre choisit, dépose, date, et relit.</summary>
public sealed class PageDossierDuMembreTests : EssaiDePageDeGroupement
{
    private const string Pdf = "%PDF-1.7\npièce\n%%EOF";

    private static readonly Acteur Gestionnaire = Agents.Gestionnaire with { Id = Guid.Empty };

    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Les_prestations_la_piece_et_les_dates_s_enregistrent_de_la_page()
    {
        var id = await OuvrirAsync();
        var page = Afficher(id);

        await page.Find("[id^=choix-]").ChangeAsync(new() { Value = true });
        await CliquerAsync(page, "Enregistrer nos prestations");
        page.WaitForAssertion(() => Assert.Contains("prestations sont enregistrées", page.Markup, StringComparison.Ordinal));
        await page.Find("#piece").ChangeAsync(new() { Value = page.Find("#piece option:last-child").GetAttribute("value") });
        page.FindComponents<InputFile>()[0].UploadFiles(InputFileContent.CreateFromText(Pdf, "piece.pdf"));
        page.WaitForAssertion(
            () => Assert.Contains("« piece.pdf » est déposé", page.Markup, StringComparison.Ordinal),
            TimeSpan.FromSeconds(10)
        );
        await page.Find("#adoptee").ChangeAsync(new() { Value = "2026-03-02" });
        await page.Find("#publiee").ChangeAsync(new() { Value = "2026-03-03" });
        await page.Find("#transmise").ChangeAsync(new() { Value = "2026-03-04" });
        await page.Find("form[aria-label='Dates de notre délibération']").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("Exécutoire depuis le 4 mars 2026", page.Markup, StringComparison.Ordinal));
        var lu = await LireAsync(id);
        Assert.Equal(Banc.Actes, Assert.Single(lu.Choix).Prestation);
        Assert.Single(lu.Pieces, p => p.Fichier is not null);
    }

    [Fact]
    public async Task Ce_qui_est_depose_se_relit_par_sa_collectivite_seule_meme_une_fois_l_adhesion_effective()
    {
        Services.AddSingleton<LireAdhesionsDuMembre>();
        var id = await OuvrirAsync();
        var fichier = await DeposerAsync(id);
        var calais = Agents.Membre(Banc.Calais.Id);
        Assert.Equal("acte.pdf", Afficher(id).Find($"a[href='/espace/pieces/{fichier}']").TextContent);
        await using (var contexte = await Banc.OuvrirAsync())
        {
            Assert.True(await PieceDeposee.EstUneSienneAsync(contexte, calais, fichier, Annulation));
            Assert.False(await PieceDeposee.EstUneSienneAsync(contexte, Agents.Membre(Banc.Arras.Id), fichier, Annulation));
            Assert.False(await PieceDeposee.EstUneSienneAsync(contexte, calais, Guid.NewGuid(), Annulation));
        }

        await AboutirAsync(id);

        var clos = Afficher(id);
        Assert.NotNull(clos.Find($"a[href='/espace/pieces/{fichier}']"));
        Assert.Empty(clos.FindAll("#piece"));
        var adhesions = await new LireAdhesionsDuMembre(Banc.Socle.Base.Fabrique, Banc.Le<HorlogeLegale>()).ExecuterAsync(
            calais,
            Annulation
        );
        Assert.Equal(id, Assert.Single(adhesions).Dossier);
        var liste = Render<PageAdhesionsDuMembre>();
        liste.WaitForElement($"a[href='/espace/adhesions/{id.Valeur}']");
        Assert.Contains("Notre dossier et nos pièces", liste.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ce_que_la_collectivite_signe_se_lit_de_son_dossier_et_d_aucun_autre_groupement()
    {
        var id = await OuvrirAsync();
        Assert.Contains("n'est pas encore déposé", Texte(Afficher(id), "[data-test=corpus]"), StringComparison.Ordinal);
        var piece = await DeposerAuCorpusAsync();

        Assert.Equal("Convention signée", Afficher(id).WaitForElement($"a[href='/espace/pieces/{piece}']").TextContent);

        var (calais, inconnue) = (Agents.Membre(Banc.Calais.Id), Agents.Membre(Domain.Collectivites.CollectiviteId.Nouveau()));
        await using var contexte = await Banc.OuvrirAsync();
        Assert.True(await PieceDeposee.EstALireAsync(contexte, calais, piece, Annulation));
        Assert.True(await PieceDeposee.EstALireAsync(contexte, Agents.Membre(Banc.Arras.Id), piece, Annulation));
        Assert.False(await PieceDeposee.EstALireAsync(contexte, inconnue, piece, Annulation));
        Assert.False(await PieceDeposee.EstUneSienneAsync(contexte, calais, piece, Annulation));
        Assert.Empty(await Banc.Le<LireCorpus>().ExecuterAsync(inconnue, Banc.Groupement, Annulation));
        Assert.Empty(await Banc.Le<LireCorpus>().ExecuterAsync(calais, GroupementId.Nouveau(), Annulation));
    }

    [Fact]
    public async Task Les_dates_et_les_choix_quittes_avant_d_etre_enregistres_se_reprennent()
    {
        var id = await OuvrirAsync();
        var premiere = Afficher(id);
        await premiere.Find("[id^=choix-]").ChangeAsync(new() { Value = true });
        await premiere.RemplirAsync("adoptee", "2026-03-02");
        premiere.WaitForAssertion(
            () => Assert.Equal(2, Regex.Count(premiere.Markup, "Brouillon enregistré")),
            TimeSpan.FromSeconds(10)
        );

        var page = Afficher(id);
        page.WaitForState(() => page.FindAll("[data-test=brouillon]").Count == 2, TimeSpan.FromSeconds(10));
        await CliquerAsync(page, "La reprendre");
        await CliquerAsync(page, "La reprendre");

        Assert.True(page.Find("[id^=choix-]").HasAttribute("checked"));
        Assert.Equal("2026-03-02", page.Find("#adoptee").GetAttribute("value"));
        await CliquerAsync(page, "Enregistrer nos prestations");
        await page.Find("form[aria-label='Dates de notre délibération']").SubmitAsync();
        page.Dit("Les dates de votre délibération sont enregistrées.");
        await using var contexte = await Banc.OuvrirAsync();
        Assert.Empty(await contexte.Brouillons.Where(b => b.Cle.StartsWith("adhesion/")).ToListAsync(Annulation));
    }

    [Fact]
    public async Task La_collectivite_renonce_en_disant_pourquoi_et_elle_seule()
    {
        var id = await OuvrirAsync();
        var page = Afficher(id);
        await CliquerAsync(page, "Retirer notre demande");
        await page.ConfirmerAsync("Fermer notre dossier");
        page.WaitForElement("dialog #motif-erreur", TimeSpan.FromSeconds(10));
        Assert.Equal("true", page.Find("#motif").GetAttribute("aria-invalid"));
        await page.RemplirAsync("motif", "Le conseil a voté contre.");
        await page.ConfirmerAsync("Fermer notre dossier");
        page.WaitForState(() => page.FindAll("#piece").Count == 0);

        var lu = await LireAsync(id);
        Assert.Equal((EtatDAdhesion.Declinee, "Le conseil a voté contre."), (lu.Etat, lu.Motif));
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            Banc.Le<ModifierDossier>()
                .ExecuterAsync(
                    Agents.Membre(Banc.Arras.Id),
                    id,
                    lu.Version,
                    new ChangementDeDossier.Fermeture(Decline: true, "Pas nous."),
                    Annulation
                )
        );
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            Banc.Le<ModifierDossier>()
                .ExecuterAsync(
                    Agents.Membre(Banc.Calais.Id),
                    id,
                    lu.Version,
                    new ChangementDeDossier.Fermeture(Decline: false, "Abandon."),
                    Annulation
                )
        );
    }

    private async Task<Guid> DeposerAuCorpusAsync()
    {
        await Banc.Le<OuvrirConvention>()
            .ExecuterAsync(
                Gestionnaire,
                Banc.Groupement,
                new TermesDeConvention("Marchés", DureeDeConvention.Indeterminee, null, new Integration(), "", ""),
                annulation: Annulation
            );
        var lue = (await Banc.Le<LireConvention>().ExecuterAsync(Gestionnaire, Banc.Groupement, Annulation))!;
        using var pdf = new MemoryStream("%PDF-1.7\nconvention\n%%EOF"u8.ToArray());
        await Banc.Le<AjouterDocumentOpposable>()
            .ExecuterAsync(
                Gestionnaire,
                Banc.Groupement,
                lue.Version,
                GenreDeDocumentOpposable.Convention,
                "Convention signée",
                Banc.Jour,
                pdf,
                "convention.pdf",
                Annulation
            );
        return Assert
            .Single((await Banc.Le<LireConvention>().ExecuterAsync(Gestionnaire, Banc.Groupement, Annulation))!.Documents)
            .Piece;
    }

    private IRenderedComponent<PageDossierDuMembre> Afficher(DossierDAdhesionId id)
    {
        Agent = Agents.Membre(Banc.Calais.Id);
        var page = Render<PageDossierDuMembre>(p => p.Add(x => x.DossierId, id.Valeur));
        page.WaitForElement("[data-test=pieces]");
        return page;
    }

    private async Task<DossierDAdhesionId> OuvrirAsync()
    {
        var demande = new DossiersAOuvrir(Banc.Groupement, [Banc.Calais.Id], OrigineDAdhesion.Demande, null, [], Prevenir: false);
        return (await Banc.Le<OuvrirDossiers>().ExecuterAsync(Gestionnaire, demande, Annulation)).Ouverts[0];
    }

    private async Task<Guid> DeposerAsync(DossierDAdhesionId id)
    {
        var lu = await LireAsync(id);
        using var pdf = new MemoryStream("%PDF-1.7\nacte\n%%EOF"u8.ToArray());
        await Banc.Le<DeposerPiece>()
            .ExecuterAsync(
                Agents.Membre(Banc.Calais.Id),
                id,
                lu.Version,
                lu.Pieces.Single(p => p.Nature is NatureDePiece.Deliberation).Id,
                pdf,
                "acte.pdf",
                Annulation
            );
        return (await LireAsync(id)).Pieces.Single(p => p.Fichier is not null).Fichier!.Value;
    }

    /// <summary>L'adhésion prend effet : le dossier est clos, et garde ses pièces.</summary>
    private async Task AboutirAsync(DossierDAdhesionId id)
    {
        await using var contexte = await Banc.OuvrirAsync();
        var groupement = await contexte.Groupements.SingleAsync(g => g.Id == Banc.Groupement, Annulation);
        var adhesion = Exemples.UneAdhesion(groupement, Banc.Calais.Id);
        contexte.Add(adhesion);
        await contexte.EnregistrerAsync(Gestionnaire, Banc.Socle.Horloge.Instant, Annulation);
        await contexte
            .DossiersDAdhesion.Where(d => d.Id == id)
            .ExecuteUpdateAsync(
                d => d.SetProperty(x => x.Etat, EtatDAdhesion.Effective).SetProperty(x => x.Adhesion, adhesion.Id),
                Annulation
            );
    }

    private async Task<DossierDAdhesion> LireAsync(DossierDAdhesionId id)
    {
        await using var contexte = await Banc.OuvrirAsync();
        return await contexte.DossiersDAdhesion.AsNoTracking().SingleAsync(d => d.Id == id, Annulation);
    }
}
