using Bunit;
using CdgMarches.App.Conventions;
using CdgMarches.App.Socle.Import;
using CdgMarches.Database.Conventions;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Parametres;
using CdgMarches.Tests.Outils;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using static CdgMarches.Tests.Conventions.Exemples;

namespace CdgMarches.Tests.Conventions;

/// <summary>Trois ans, puis trois ans : la lecture de l'article 5 que le CDG peut choisir, jouée jusqu'à la fin (RG6.19).</summary>
public sealed class TroisPlusTroisTests : EssaiDePageDeConvention
{
    private static readonly ReglesDAcces ParTroisAns = ReglesDAcces.Usuelles with { Reconduction = Reconduction.ParPeriodes };

    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Chaque_terme_s_examine_a_son_tour_depuis_la_page_et_l_echeancier_suit()
    {
        var convention = EnVigueur(Arras.Id, regles: ParTroisAns);
        await Socle.Base.SemerAsync(convention);
        Assert.Equal([(Jour("2028-02-14"), false)], await TermesAsync());

        Aller("2028-03-01");
        var page = Fiche(convention);
        Assert.Contains("14 février 2031", page.Find("[data-test=prochain-terme]").TextContent, StringComparison.Ordinal);
        await CliquerAsync(page, "Prendre acte du terme du 14/02/2028");
        page.Dit("Il est pris acte de la reconduction");

        Assert.Equal([(Jour("2028-02-14"), true), (Jour("2031-02-14"), false)], await TermesAsync());
        Assert.DoesNotContain("Prendre acte du terme du 14/02/2028", page.Markup, StringComparison.Ordinal);
        Aller("2031-02-20");
        var suite = Fiche(convention);
        await CliquerAsync(suite, "Prendre acte du terme du 14/02/2031");
        suite.Dit("Il est pris acte de la reconduction");
        Assert.Equal([(Jour("2031-02-14"), true), (Jour("2034-02-14"), false)], await TermesAsync());
        await using var contexte = await Socle.OuvrirAsync();
        Assert.Contains(
            await contexte.Journal.Select(l => l.Libelle).ToListAsync(Annulation),
            l => l.Contains("14 février 2031", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Une_denonciation_de_la_seconde_periode_y_met_fin_et_plus_aucun_terme_n_est_a_examiner()
    {
        var convention = EnVigueur(Arras.Id, regles: ParTroisAns);
        convention.ExaminerLeTerme(Jour("2028-02-14"));
        convention.Denoncer(new NouvelleDenonciation(AuteurDeDenonciation.Collectivite, Jour("2029-06-25")), Jour("2029-07-01"));
        convention.Notifier(AvisDeReception.Remis(Jour("2029-06-30")), Jour("2029-07-01"));
        await Socle.Base.SemerAsync(convention);

        Assert.Equal(Jour("2029-08-30"), convention.DernierJour);
        Assert.Null(convention.TermeAExaminer);
        Assert.Null(convention.ProchainTerme(Jour("2029-08-31")));
        Assert.Equal(new Periode(Jour("2029-01-01"), Jour("2029-08-30")), convention.EnVigueurPendant(2029));
        Aller("2029-07-02");
        var page = Fiche(convention);
        Assert.DoesNotContain("Prendre acte du terme", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-test=prochain-terme]"));
        Aller("2029-08-31");
        Assert.Equal(EtatDeConvention.Terminee, (await LireAsync(convention)).Etat);
        await using var contexte = await Socle.OuvrirAsync();
        Assert.Equal(1, await contexte.ConventionsDAcces.EnVigueur(Jour("2029-08-30")).CountAsync(Annulation));
        Assert.Equal(0, await contexte.ConventionsDAcces.EnVigueur(Jour("2029-08-31")).CountAsync(Annulation));
        Assert.Equal(
            Jour("2029-08-30"),
            (await contexte.Echeances.SingleAsync(e => e.ObjetId == convention.Cle && e.Cle == "fin", Annulation)).Date
        );
    }

    [Fact]
    public async Task Limitee_a_une_reconduction_elle_finit_au_second_terme_et_ses_documents_se_rendent()
    {
        var convention = EnVigueur(Arras.Id, regles: ParTroisAns with { ReconductionsAuPlus = 1 });
        await Socle.Base.SemerAsync(convention);
        Assert.Equal([(Jour("2028-02-14"), false)], await TermesAsync());

        Aller("2028-02-15");
        Assert.Equal(EtatDeConvention.EnVigueur, (await LireAsync(convention)).Etat);
        var page = Fiche(convention);
        await CliquerAsync(page, "Prendre acte du terme du 14/02/2028");
        page.Dit("Il est pris acte de la reconduction");
        Assert.Equal([(Jour("2028-02-14"), true)], await TermesAsync());
        Aller("2031-02-15");
        var fiche = await LireAsync(convention);
        Assert.Equal((EtatDeConvention.Terminee, true), (fiche.Etat, fiche.PeutOuvrirLaRestitution.EstFavorable));
    }

    [Fact]
    public async Task L_import_reprend_le_choix_du_CDG_et_un_terme_deja_passe_n_est_plus_a_examiner()
    {
        await Socle.Base.SemerAsync(
            ValeurDatee.DeTexte(
                CodesDesConventions.Reconduction,
                nameof(Reconduction.ParPeriodes),
                Jour("2026-01-01"),
                null,
                "Choix du bureau"
            )
        );
        using var flux = new MemoryStream(Classeur("Arras", "2018-12-01", "2018-12-10", "2018-12-20", "2019-01-01"));
        var importer = Socle.Le<ImporterConventions>();
        var liste = await importer.LireAsync(Agent, flux, "conventions.xlsx", Annulation);
        Assert.Equal(0, liste.Apercu.Nombre(EtatDeLigne.Erreur));

        Assert.Equal(1, (await importer.AppliquerAsync(Agent, liste, Annulation)).Ouvertes);

        await using var contexte = await Socle.OuvrirAsync();
        var convention = await contexte.ConventionsDAcces.SingleAsync(Annulation);
        Assert.Equal(Reconduction.ParPeriodes, convention.Regles.Reconduction);
        Assert.Equal(Jour("2027-12-31"), convention.TermeAExaminer);
        Assert.DoesNotContain(await TermesAsync(), t => !t.Accomplie && t.Date < Jour("2026-03-10"));
        Assert.Contains(
            "31 décembre 2027",
            Fiche(convention).Find("[data-test=prochain-terme]").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Un_avenant_qui_passe_a_trois_plus_trois_compte_depuis_l_effet_et_se_nomme_a_l_examen()
    {
        var convention = EnVigueur(Arras.Id);
        var numero = convention.PreparerUnAvenant("Périodes", "Par périodes de 3 ans", ParTroisAns, Jour("2026-03-01"));
        convention.DaterLAvenant(numero, Jour("2026-03-02"), Jour("2026-03-03"), Jour("2026-03-04"), Jour("2026-03-10"));

        Assert.Equal(Jour("2031-02-14"), convention.ProchainTerme(Jour("2028-02-15")));
        convention.ExaminerLeTerme(Jour("2028-02-14"));
        await Socle.Base.SemerAsync(convention);
        await using var contexte = await Socle.OuvrirAsync();
        Assert.Contains(
            "périodes",
            (await contexte.Journal.SingleAsync(l => l.Evenement == nameof(ReconductionExaminee), Annulation)).Libelle,
            StringComparison.Ordinal
        );
    }

    private IRenderedComponent<PageConvention> Fiche(ConventionDAcces convention)
    {
        var page = Render<PageConvention>(p => p.Add(x => x.Id, convention.Id.Valeur));
        page.WaitForElement("#la-convention");
        return page;
    }

    private async Task<FicheConvention> LireAsync(ConventionDAcces convention) =>
        (await Socle.Le<LireFicheConvention>().ExecuterAsync(Agent, convention.Id, Annulation))!;

    private async Task<List<(DateOnly Date, bool Accomplie)>> TermesAsync()
    {
        await using var contexte = await Socle.OuvrirAsync();
        return
        [
            .. (
                await contexte
                    .Echeances.Where(e => e.Cle.StartsWith("terme/"))
                    .OrderBy(e => e.Date)
                    .Select(e => new { e.Date, e.EstAccomplie })
                    .ToListAsync(Annulation)
            ).Select(e => (e.Date, e.EstAccomplie)),
        ];
    }

    private void Aller(string jour) =>
        Socle.Horloge.Instant = new DateTimeOffset(Jour(jour).ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);

    private static byte[] Classeur(string nom, params string[] dates)
    {
        using var classeur = new XLWorkbook();
        var feuille = classeur.AddWorksheet("Conventions");
        string[] entetes = ["Collectivité", "Délibération", "Signature de la collectivité", "Signature du CDG", "Date d'effet"];
        foreach (var (c, entete) in entetes.Index())
        {
            feuille.Cell(1, c + 1).SetValue(entete);
        }

        feuille.Cell(2, 1).SetValue(nom);
        foreach (var (c, date) in dates.Index())
        {
            feuille.Cell(2, c + 2).SetValue(Jour(date).ToDateTime(TimeOnly.MinValue));
        }

        using var flux = new MemoryStream();
        classeur.SaveAs(flux);
        return flux.ToArray();
    }
}
