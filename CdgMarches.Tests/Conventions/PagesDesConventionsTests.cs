using Bunit;
using CdgMarches.App.Conventions;
using CdgMarches.App.Courriels;
using CdgMarches.App.Documents.Conventions;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Journal;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Conventions.Regles;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Documents.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Documents;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using static CdgMarches.Tests.Conventions.Exemples;

namespace CdgMarches.Tests.Conventions;

public sealed class PagesDesConventionsTests : EssaiDePageDeConvention
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Les_numeros_se_suivent_sans_trou_et_un_refus_n_en_prend_pas()
    {
        var preparer = Socle.Le<PreparerConventions>();
        await preparer.ExecuterAsync(Agent, Arras.Id, ReglesDAcces.Usuelles, annulation: Annulation);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            preparer.ExecuterAsync(Agent, Arras.Id, ReglesDAcces.Usuelles, annulation: Annulation)
        );
        var signee = await Assert.ThrowsAsync<RegleMetierException>(() =>
            preparer.ExecuterAsync(Agent, Bethune.Id, ReglesDAcces.Usuelles, Actes(), annulation: Annulation)
        );
        Assert.All(signee.Obstacles, o => Assert.IsType<SigneeAvecSesAnnexes>(o));
        var bilan = await preparer.ExecuterAsync(Agent, [Arras.Id, Bethune.Id], ReglesDAcces.Usuelles, Annulation);

        Assert.IsType<AucuneConventionEnPreparation>(Assert.Single(refus.Obstacles));
        Assert.Equal("Arras", Assert.Single(bilan.Refusees).Nom);
        var page = await Socle.Le<LireConventions>().ExecuterAsync(Agent, new Demande(), annulation: Annulation);
        Assert.Equal(["CONV-2026-001", "CONV-2026-002"], page.Elements.Select(l => l.Reference.ToString()));
    }

    [Theory]
    [InlineData(EtatDeConvention.EnPreparation, "Béthune")]
    [InlineData(EtatDeConvention.EnVigueur, "Arras")]
    [InlineData(EtatDeConvention.Signee, null)]
    [InlineData(EtatDeConvention.Denoncee, null)]
    [InlineData(EtatDeConvention.Terminee, null)]
    [InlineData(EtatDeConvention.Abandonnee, null)]
    public async Task La_liste_filtre_les_etats_comme_le_domaine_les_lit(EtatDeConvention etat, string? nom)
    {
        await Socle.Base.SemerAsync(EnVigueur(Arras.Id), EnPreparation(Bethune.Id, numero: 2));

        var page = await Socle
            .Le<LireConventions>()
            .ExecuterAsync(
                Agent,
                new Demande(Filtres: new Dictionary<string, string> { ["etat"] = etat.ToString() }),
                annulation: Annulation
            );

        Assert.Equal(nom is null ? [] : [nom], page.Elements.Select(l => l.Nom));
        Assert.All(page.Elements, l => Assert.Equal(etat, l.Etat));
    }

    [Fact]
    public async Task Deux_agents_sur_une_convention_le_second_est_refuse_et_rien_n_est_ecrase()
    {
        var convention = EnVigueur(Arras.Id);
        await Socle.Base.SemerAsync(convention);
        var agir = Socle.Le<AgirSurConvention>();
        var lettre = new NouvelleDenonciation(AuteurDeDenonciation.Cdg, Jour("2026-03-09"));
        await agir.ExecuterAsync(Agent, convention.Id, 1, new GesteDeConvention.Denoncer(lettre, LettresDEssai.Pli), Annulation);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            agir.ExecuterAsync(
                Agent,
                convention.Id,
                1,
                new GesteDeConvention.MettreEnDemeure(
                    new NouvelleMiseEnDemeure("T-1", Jour("2026-01-31"), Jour("2026-02-02"), null),
                    LettresDEssai.Pli
                ),
                Annulation
            )
        );

        var fiche = await Socle.Le<LireFicheConvention>().ExecuterAsync(Agent, convention.Id, Annulation);
        Assert.Empty(fiche!.MisesEnDemeure);
        Assert.NotNull(fiche.DenonciationEnCours);
    }

    [Fact]
    public async Task Un_membre_et_une_lecture_seule_ne_font_aucun_geste()
    {
        var convention = EnVigueur(Arras.Id);
        await Socle.Base.SemerAsync(convention);
        var geste = new GesteDeConvention.Confier(null);
        var agir = Socle.Le<AgirSurConvention>();

        await Assert.ThrowsAsync<DroitManquantException>(() =>
            agir.ExecuterAsync(Agents.Membre(Arras.Id), convention.Id, 1, geste, Annulation)
        );
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            agir.ExecuterAsync(Agents.Lecture, convention.Id, 1, geste, Annulation)
        );
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            Socle.Le<LireFicheConvention>().ExecuterAsync(Agents.Membre(Arras.Id), convention.Id, Annulation)
        );
    }

    [Fact]
    public async Task L_assistant_va_de_la_collectivite_au_recapitulatif()
    {
        var page = Render<PageNouvelleConvention>();
        page.WaitForElement("#collectivite");
        await page.Find("form.formulaire").SubmitAsync();
        Assert.Contains("Choisissez la collectivité", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_fiche_dit_ce_qui_manque_puis_les_dates_une_fois_les_actes_saisis()
    {
        var convention = EnPreparation(Arras.Id, jour: Jour("2026-01-05"));
        await Socle.Base.SemerAsync(convention);
        var page = Render<PageConvention>(p => p.Add(x => x.Id, convention.Id.Valeur));
        page.WaitForElement("[data-test=manque]");
        Assert.Contains("la signature du CDG", page.Find("[data-test=manque]").TextContent, StringComparison.Ordinal);

        await page.Find("#signee-collectivite-le").ChangeAsync(new() { Value = "2026-02-02" });
        await page.Find("form[aria-label='Actes de la convention']").SubmitAsync();
        Assert.Contains("sans délibération", page.Find("#signee-collectivite-le-erreur").TextContent, StringComparison.Ordinal);
        var refus = page.Find("[data-test=erreurs]").TextContent;
        Assert.Contains("La convention ne se signe pas sans ses annexes", refus, StringComparison.Ordinal);
        Assert.Contains(
            "Délibération de la commune d'Arras",
            page.Find("[data-test=obstacles]").TextContent,
            StringComparison.Ordinal
        );

        await page.Find("#deliberee-le").ChangeAsync(new() { Value = "2026-01-20" });
        await page.Find("#signee-cdg-le").ChangeAsync(new() { Value = "2026-02-10" });
        await page.Find("form[aria-label='Actes de la convention']").SubmitAsync();
        Assert.Contains("annexes manquent", page.Find("#signee-cdg-le-erreur").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await AnnexesDEssai.ReunirAsync(Services, Agent, nameof(ConventionDAcces), convention.Id.Valeur));
        var dossier = await Socle
            .Le<LireDossier>()
            .ExecuterAsync(Agent, nameof(ConventionDAcces), convention.Id.Valeur, Annulation);
        var histoire = await Socle
            .Le<LireHistorique>()
            .ExecuterAsync(Agent, nameof(DossierDeConvention), dossier!.Dossier, new Demande(), Annulation);
        Assert.All(histoire.Elements, l => Assert.StartsWith("Annexe déposée", l.Libelle, StringComparison.Ordinal));
        Assert.Equal(2, histoire.Total);
        await page.Find("#effet").ChangeAsync(new() { Value = "2026-02-15" });
        await page.Find("form[aria-label='Actes de la convention']").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("14 février 2029", page.Markup, StringComparison.Ordinal));
        Assert.Contains("En vigueur", page.Find("[data-test=statut]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task La_deliberation_rendue_par_la_collectivite_compte_une_fois_validee(bool validee, int manquantes)
    {
        var convention = EnPreparation(Arras.Id, jour: Jour("2026-01-05"));
        await using (var contexte = await Socle.OuvrirAsync())
        {
            using var pdf = new MemoryStream("%PDF-1.7\n%%EOF\n"u8.ToArray());
            var piece = await Socle
                .Le<MagasinDeFichiers>()
                .DeposerAsync(contexte, pdf, "deliberation.pdf", Agent, annulation: Annulation);
            convention.DeposerUnePiece(NatureDePiece.Deliberation, piece.Id, Socle.Horloge.Instant);
            convention.RelireLaPiece(1, validee, validee ? null : "Page illisible");
            contexte.Add(convention);
            await contexte.EnregistrerAsync(Agent, Socle.Horloge.Instant, Annulation);
        }

        var lues = await Socle
            .Le<LireAnnexesManquantes>()
            .ExecuterAsync(Agent, nameof(ConventionDAcces), convention.Id.Valeur, Annulation);

        Assert.Equal(manquantes, lues.Count);
    }

    [Fact]
    public async Task La_denonciation_montre_sa_phrase_le_point_de_conformite_et_l_inventaire()
    {
        var convention = EnVigueur(Arras.Id);
        convention.Denoncer(new NouvelleDenonciation(AuteurDeDenonciation.Collectivite, Jour("2026-01-12")), Jour("2026-03-10"));
        convention.Notifier(AvisDeReception.Remis(Jour("2026-01-15")), Jour("2026-03-10"));
        await Socle.Base.SemerAsync(convention);
        var page = Render<PageDenonciation>(p => p.Add(x => x.Id, convention.Id.Valeur));
        page.WaitForElement("[data-test=phrase]");

        Assert.Contains("16 mars 2026", page.Find("[data-test=phrase]").TextContent, StringComparison.Ordinal);
        Assert.Contains("archives départementales", page.Find("[data-test=conformite]").TextContent, StringComparison.Ordinal);
        Assert.Contains("74 jours sur 365", page.Find("#prorata").ParentElement!.TextContent, StringComparison.Ordinal);
        await page.Find("#designation").ChangeAsync(new() { Value = "Dossiers de consultation" });
        await page.Find("form[aria-label='Inventaire']").SubmitAsync();
        page.WaitForAssertion(() =>
            Assert.Contains("Dossiers de consultation", page.Find("tbody th").TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Une_lettre_d_avant_le_registre_s_y_inscrit_et_un_refus_garde_la_boite_ouverte()
    {
        var convention = EnVigueur(Arras.Id);
        convention.Denoncer(new NouvelleDenonciation(AuteurDeDenonciation.Cdg, Jour("2026-01-12")), Jour("2026-03-10"));
        await Socle.Base.SemerAsync(convention);
        var page = Render<PageDenonciation>(p => p.Add(x => x.Id, convention.Id.Valeur));
        page.WaitForElement("#inscription-adresse-1");
        Assert.Contains("n'est pas au registre", page.Find("[data-test=lettre]").TextContent, StringComparison.Ordinal);
        await page.FindAll("[data-test=lettre] button").Single().ClickAsync(new());
        await page.Find("#inscription-adresse-1").ChangeAsync(new() { Value = "" });
        await page.FindAll("dialog button").First(b => b.TextContent.Trim() == "Inscrire au registre").ClickAsync(new());

        var refus = page.WaitForElement("dialog [data-test=refus]", TimeSpan.FromSeconds(10));
        Assert.Contains("adresse postale", refus.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(JSInterop.Invocations, i => i.Identifier == "cdgmarches.fermerDialogue");

        await page.Find("#inscription-adresse-1").ChangeAsync(new() { Value = "6 place Guy-Mollet\n62000 ARRAS" });
        await page.FindAll("dialog button").First(b => b.TextContent.Trim() == "Inscrire au registre").ClickAsync(new());
        page.WaitForAssertion(() =>
            Assert.Contains("CR-2026-0001", page.Find("[data-test=lettre]").TextContent, StringComparison.Ordinal)
        );
        Assert.Contains("le délai n'a pas commencé", page.Find("[data-test=lettre]").TextContent, StringComparison.Ordinal);
        Assert.Contains(JSInterop.Invocations, i => i.Identifier == "cdgmarches.fermerDialogue");
    }

    [Fact]
    public async Task La_denonciation_inscrit_sa_lettre_au_registre_et_propose_les_courriers_deja_enregistres()
    {
        var convention = EnVigueur(Arras.Id);
        await Socle.Base.SemerAsync(convention);
        await Socle
            .Le<EnregistrerCourrier>()
            .ExecuterAsync(
                Agent,
                "Dénonciation reçue",
                ModeDEnvoi.LettreRecommandee,
                [new AdresseDeCourrier("CDG", "1 rue\n62000 ARRAS")],
                new RattachementDeCourrier(nameof(ConventionDAcces), convention.Id.Valeur),
                Annulation
            );
        var page = Render<PageDenonciation>(p => p.Add(x => x.Id, convention.Id.Valeur));
        page.WaitForElement("#courrier");
        Assert.Contains("CR-2026-0001, Dénonciation reçue", page.Find("#courrier").TextContent, StringComparison.Ordinal);
        await page.Find("#courrier").ChangeAsync(new() { Value = "0" });
        await page.Find("form[aria-label='Dénonciation']").SubmitAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("CR-2026-0001", page.Find("[data-test=lettre]").TextContent, StringComparison.Ordinal)
        );
        await using var contexte = await Socle.OuvrirAsync();
        var courrier = await contexte.Courriers.SingleAsync(Annulation);
        Assert.Equal(Jour("2026-03-10"), courrier.PosteLe);
    }

    [Fact]
    public async Task L_inventaire_se_tient_ligne_par_ligne_jusqu_au_recu()
    {
        var convention = EnVigueur(Arras.Id);
        convention.Denoncer(new NouvelleDenonciation(AuteurDeDenonciation.Cdg, Jour("2026-03-01")), Jour("2026-03-10"));
        await Socle.Base.SemerAsync(convention);
        GesteDeConvention[] gestes =
        [
            new GesteDeConvention.InventorierUnDocument("Dossiers", 2, "Papier"),
            new GesteDeConvention.InventorierUnDocument("Clés", 1, null),
            new GesteDeConvention.RetirerDeLInventaire(2),
            new GesteDeConvention.MettreADisposition(Jour("2026-03-09")),
            new GesteDeConvention.ConstaterLeRecu(Jour("2026-03-10"), "La secrétaire générale"),
        ];
        foreach (var (rang, geste) in gestes.Index())
        {
            await Socle.Le<AgirSurConvention>().ExecuterAsync(Agent, convention.Id, rang + 1, geste, Annulation);
        }

        var fiche = (await Socle.Le<LireFicheConvention>().ExecuterAsync(Agent, convention.Id, Annulation))!;
        Assert.Equal("Dossiers", Assert.Single(fiche.Restitution!.Documents).Designation);
        Assert.Equal(Jour("2026-03-10"), fiche.Restitution.RecueLe);
    }

    [Fact]
    public void Une_convention_inconnue_est_dite_introuvable()
    {
        var page = Render<PageConvention>(p => p.Add(x => x.Id, Guid.NewGuid()));

        page.WaitForAssertion(() => Assert.Contains("Cette convention n'existe pas", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Les_echeances_suivent_la_convention_dans_la_meme_transaction()
    {
        var convention = EnVigueur(Arras.Id);
        await Socle.Base.SemerAsync(convention);
        await using var contexte = await Socle.OuvrirAsync();

        var echeance = await contexte.Echeances.SingleAsync(e => e.ObjetId == convention.Cle, Annulation);

        Assert.Equal(Jour("2028-02-14"), echeance.Date);
        Assert.Equal("RG6.19", echeance.Code);
    }
}
