using Bunit;
using CdgMarches.App.Groupements.Adhesions;
using CdgMarches.App.Groupements.Avenants;
using CdgMarches.App.Groupements.Constitution;
using CdgMarches.App.Groupements.Retraits;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Journal;
using CdgMarches.Domain.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

/// <summary>Ce que les pages disent avant un acte : le verrou, l'article de la convention du groupement, la pièce qui manque.</summary>
public sealed class PagesDesActesTests : EssaiDePageDeGroupement
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    private Guid Id => Banc.Groupement.Valeur;

    [Fact]
    public async Task Un_refus_ne_rejette_l_avenant_qu_une_fois_confirme()
    {
        var avenant = await Banc.SoumettreUnAvenantAsync();
        var page = Render<PageAvenant>(p => p.Add(x => x.Id, Id).Add(x => x.AvenantId, avenant.Valeur));
        page.WaitForAssertion(() => Bouton(page, "Répondre pour Béthune"));
        await CliquerAsync(page, "Répondre pour Béthune");
        await page.Find("#adoptee").ChangeAsync(new() { Value = Iso(Banc.Jour) });

        await CliquerAsync(page, "Enregistrer le refus de Béthune");
        Assert.Equal(EtatDAvenant.Soumis, (await AvenantAsync(avenant)).Etat);
        Assert.Contains(
            "pour tous, définitivement",
            string.Concat(page.FindAll("dialog.confirmation").Select(d => d.TextContent)),
            StringComparison.Ordinal
        );
        await CliquerAsync(page, "Enregistrer le refus");

        page.WaitForAssertion(() => Assert.Contains("l'avenant est rejeté", page.Markup, StringComparison.Ordinal));
        Assert.Equal(EtatDAvenant.Rejete, (await AvenantAsync(avenant)).Etat);
    }

    [Fact]
    public async Task Changer_un_texte_soumis_montre_d_abord_le_courriel_qui_repart_aux_membres()
    {
        var avenant = await Banc.SoumettreUnAvenantAsync();
        var page = Render<PageAvenant>(p => p.Add(x => x.Id, Id).Add(x => x.AvenantId, avenant.Valeur));
        page.WaitForElement("#texte");
        await page.RemplirAsync("texte", "Trois ans.");
        await page.Find("form[aria-label='Texte proposé']").SubmitAsync();

        page.WaitForElement("[data-test=compte-de-l-envoi]");
        Assert.Equal(
            ("Deux ans.", 1),
            ((await AvenantAsync(avenant)).TexteNouveau, (await AvenantAsync(avenant)).VersionDuTexte)
        );
        await page.ConfirmerAsync("Enregistrer et envoyer le nouveau texte");

        page.Dit("les membres déjà consultés le reçoivent");
        Assert.Equal(
            ("Trois ans.", 2),
            ((await AvenantAsync(avenant)).TexteNouveau, (await AvenantAsync(avenant)).VersionDuTexte)
        );
    }

    [Fact]
    public async Task L_avenant_dit_pourquoi_une_signature_est_trop_tot_puis_montre_quand_il_est_signe()
    {
        var avenant = await Banc.SoumettreUnAvenantAsync();
        await ApprouverAsync(avenant);
        var page = Render<PageAvenant>(p => p.Add(x => x.Id, Id).Add(x => x.AvenantId, avenant.Valeur));
        page.WaitForAssertion(() => Assert.Contains("antérieure au texte, constatée", page.Markup, StringComparison.Ordinal));

        await page.Find("#signe").ChangeAsync(new() { Value = Iso(Banc.Jour.AddDays(-2)) });
        Assert.Contains(
            "avant la dernière délibération exécutoire",
            Texte(page, "[data-test=obstacles]"),
            StringComparison.Ordinal
        );
        await page.Find("#signe").ChangeAsync(new() { Value = Iso(Banc.Jour) });
        await CliquerAsync(page, "Constater l'effet");
        Assert.Equal(EtatDAvenant.Soumis, (await AvenantAsync(avenant)).Etat);
        Assert.Contains(
            "Cela ne s'annule pas",
            string.Concat(page.FindAll("dialog.confirmation").Select(d => d.TextContent)),
            StringComparison.Ordinal
        );
        await page.ConfirmerAsync("Constater qu'il est en vigueur");

        page.WaitForAssertion(() => Assert.Equal(Formats.DateCourte(Banc.Jour), page.Find("[data-test=signature]").TextContent));
    }

    [Fact]
    public async Task L_histoire_de_l_avenant_garde_la_reponse_de_chaque_membre()
    {
        var avenant = await Banc.SoumettreUnAvenantAsync();
        await ApprouverAsync(avenant);

        var lignes = (
            await new LireHistorique(Banc.Socle.Base.Fabrique).ExecuterAsync(
                Agent,
                nameof(AvenantDeConvention),
                avenant.Valeur,
                new Demande(),
                Annulation
            )
        ).Elements.Select(l => l.Libelle);

        Assert.Single(lignes, l => l.StartsWith("Béthune : approuvé, délibération ", StringComparison.Ordinal));
        Assert.Single(lignes, l => l.StartsWith("Arras : approuvé, délibération ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Qui_a_tout_fourni_n_est_pas_relance()
    {
        var dossier = await Banc.OuvrirUnDossierAsync();
        Assert.Equal(1, (await RelancerAsync()).Relancees);
        await CompleterAsync(dossier);

        Assert.Equal(0, (await RelancerAsync()).Relancees);

        Task<(int Relancees, int SansAdresse)> RelancerAsync() =>
            Banc.Le<RelancerDossiers>().ExecuterAsync(Agent, Banc.Groupement, [dossier], Annulation);
    }

    [Fact]
    public async Task Le_dossier_cite_l_article_de_la_convention_du_groupement_et_demande_un_motif_pour_un_corpus_vide()
    {
        var dossier = await Banc.OuvrirUnDossierAsync();
        var page = Dossier(dossier);
        page.WaitForAssertion(() => page.Find("#motif-effet"));
        Assert.Contains("Convention constitutive", Texte(page, "[data-test=avertissements]"), StringComparison.Ordinal);
        Assert.DoesNotContain("Convention constitutive, art.", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("B3 —", page.Markup, StringComparison.Ordinal);

        await PasserAuProfilAsync(ProfilDeConvention.GroupementDedie);
        var dedie = Dossier(dossier);

        dedie.WaitForAssertion(() =>
            Assert.Contains(
                "Convention constitutive, art. 6.3",
                Texte(dedie, "[data-test=avertissements]"),
                StringComparison.Ordinal
            )
        );
        Assert.Contains("Convention constitutive, art. 9", Texte(dedie, "[data-test=obstacles]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task L_effet_dit_ce_qui_part_au_nouveau_membre()
    {
        var dossier = await Banc.OuvrirUnDossierAsync();
        await CompleterAsync(dossier);
        var page = Dossier(dossier);
        page.WaitForAssertion(() => page.Find("#motif-effet"));
        await CliquerAsync(page, "Donner effet à l'adhésion");
        page.WaitForAssertion(() =>
            Assert.Contains("demande un motif", Texte(page, "[data-test=envoi-impossible]"), StringComparison.Ordinal)
        );

        await page.Find("#motif-effet").ChangeAsync(new() { Value = "Convention remise en main propre." });
        await CliquerAsync(page, "Donner effet à l'adhésion");
        page.WaitForElement("[data-test=compte-de-l-envoi]");
        Assert.NotEqual(EtatDAdhesion.Effective, (await Banc.DossierAsync(dossier)).Etat);
        await page.ConfirmerAsync("Donner effet et remettre le corpus");

        page.WaitForAssertion(() =>
            Assert.Contains("n'a aucune adresse : remettez-lui le corpus", Texte(page, "[role=status]"), StringComparison.Ordinal)
        );
        Assert.DoesNotContain("est envoyé", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_collectivite_lit_l_article_de_ce_qui_manque_et_aucun_code_interne()
    {
        var dossier = await Banc.OuvrirUnDossierAsync();
        Agent = Agents.Membre(Banc.Calais.Id);

        var page = Render<PageDossierDuMembre>(p => p.Add(x => x.DossierId, dossier.Valeur));

        page.WaitForAssertion(() => page.Find("[data-test=manque] .fondement"));
        Assert.Contains("CGCT, art. L2131-1", Texte(page, "[data-test=manque]"), StringComparison.Ordinal);
        Assert.DoesNotContain("RG1.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_retrait_sur_preavis_explique_sa_date_et_attend_la_deliberation_deposee()
    {
        var retrait = await Banc.Le<AnnoncerRetrait>()
            .ExecuterAsync(Agent, (await Banc.AdhesionDeAsync(Banc.Arras)).Id, Annulation);
        await Banc.Le<ConduireRetrait>()
            .ExecuterAsync(
                Agent,
                retrait,
                await VersionAsync(retrait),
                new ChangementDeRetrait.Information(Banc.Jour, Exemples.Recepisse),
                Annulation
            );

        var page = Render<PageRetrait>(p => p.Add(x => x.Id, Id).Add(x => x.RetraitId, retrait.Valeur));

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("[data-test=preavis]").Count));
        Assert.Contains("sera caduc", page.FindAll("[data-test=preavis]")[1].TextContent, StringComparison.Ordinal);
        var obstacles = Texte(page, "[data-test=obstacles]");
        Assert.Contains("La délibération signée n'est pas déposée", obstacles, StringComparison.Ordinal);
        Assert.DoesNotContain("Le jour de sortie n'est pas fixé", obstacles, StringComparison.Ordinal);
        Assert.DoesNotContain("art. 6.2", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_convention_en_vigueur_dit_ce_qui_manque_a_son_corpus()
    {
        await Banc.OuvrirLaConventionAsync();
        await Banc.SignerPartoutAsync();

        var page = Render<PageConvention>(p => p.Add(x => x.Id, Id));

        page.WaitForAssertion(() =>
            Assert.Contains("Il y manque la convention signée", Texte(page, "[data-test=corpus]"), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Une_collectivite_prise_dans_la_liste_ne_se_dit_pas_non_choisie()
    {
        var page = Render<PageOuvrirDossiers>(p => p.Add(x => x.Id, Id));
        page.WaitForAssertion(() => page.Find("#collectivite"));
        await page.Find("#collectivite").InputAsync(new() { Value = "calais" });
        page.WaitForAssertion(() => page.Find("[role=option]"));

        var quitter = page.Find(".recherche").FocusOutAsync(new());
        await page.Find("[role=option]").ClickAsync(new());
        await quitter;
        await page.Find(".recherche").FocusOutAsync(new());

        Assert.DoesNotContain("Rien n'est choisi", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Retirer Calais", page.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<PageDossier> Dossier(DossierDAdhesionId dossier) =>
        Render<PageDossier>(p => p.Add(x => x.Id, Id).Add(x => x.DossierId, dossier.Valeur));

    private static string Iso(DateOnly jour) => jour.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private async Task PasserAuProfilAsync(ProfilDeConvention profil)
    {
        var fiche = await Banc.FicheAsync();
        await Banc.Le<FixerRegles>()
            .ExecuterAsync(Agent, fiche.Id, fiche.Version, ReglesDeConvention.De(profil), annulation: Annulation);
    }

    /// <summary>Tous les actes et toutes les pièces ; il ne manque que le corpus.</summary>
    private async Task CompleterAsync(DossierDAdhesionId id)
    {
        var jour = Banc.Jour;
        await ChangerAsync(new ChangementDeDossier.Deliberation(Exemples.Executoire(jour.AddDays(-8))));
        await ChangerAsync(
            new ChangementDeDossier.Formalites(new(jour.AddDays(-6), jour.AddDays(-5), jour.AddDays(-4), null, jour.AddDays(-3)))
        );
        foreach (var piece in (await LireAsync()).Pieces)
        {
            await ChangerAsync(new ChangementDeDossier.PieceSansObjet(piece.Id, SansObjet: true, "Déjà au dossier."));
        }

        async Task ChangerAsync(ChangementDeDossier changement) =>
            await Banc.Le<ModifierDossier>().ExecuterAsync(Agent, id, (await LireAsync()).Version, changement, Annulation);

        Task<DossierDAdhesion> LireAsync() => Banc.DossierAsync(id);
    }

    /// <summary>Chaque membre approuve, par une délibération exécutoire la veille.</summary>
    private async Task ApprouverAsync(AvenantDeConventionId id)
    {
        var empreinte = (await AvenantAsync(id)).Empreinte;
        foreach (var reponse in (await Banc.Le<LireAvenants>().ApprobationsAsync(Agent, id, new Demande(), Annulation)).Elements)
        {
            await Banc.Le<RepondreAUnAvenant>()
                .ExecuterAsync(
                    Agent,
                    reponse.Id,
                    reponse.Version,
                    empreinte,
                    Exemples.Executoire(Banc.Jour.AddDays(-1)),
                    "Le projet annexé est le texte soumis.",
                    Annulation
                );
        }
    }

    private async Task<AvenantDeConvention> AvenantAsync(AvenantDeConventionId id)
    {
        await using var contexte = await Banc.OuvrirAsync();
        return await contexte.AvenantsDeConvention.SingleAsync(a => a.Id == id, Annulation);
    }

    private async Task<int> VersionAsync(DossierDeRetraitId id)
    {
        await using var contexte = await Banc.OuvrirAsync();
        return await contexte.DossiersDeRetrait.Where(d => d.Id == id).Select(d => d.Version).SingleAsync(Annulation);
    }
}
