using Bunit;
using CdgMarches.App.Contributions;
using CdgMarches.App.Conventions;
using CdgMarches.App.Espace;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Taches;
using CdgMarches.Database.Procedures;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Tests.Commissions;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Espace;

/// <summary>« Activité du groupement » : ce que le coordonnateur tient à la disposition des membres, et son rapport annuel.</summary>
public sealed class ActiviteTests : EssaiDePageDeGroupement
{
    private static readonly string[] Secrets = ["Notes de la discussion", "Beta", "1 000"];

    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    private Acteur Membre => Agents.Membre(Banc.Arras.Id);

    private T Le<T>()
        where T : notnull => Services.GetRequiredService<T>();

    [Fact]
    public async Task L_extrait_public_dit_la_decision_et_tait_les_offres_et_la_discussion()
    {
        Preparer();
        var seance = await UneSeanceLeveeAsync();
        Agent = Membre;

        var page = Render<PageExtraitPublic>(p => p.Add(x => x.Id, Banc.Groupement.Valeur).Add(x => x.Seance, seance.Valeur));
        page.WaitForElement("[data-test=decision]");
        Assert.Contains("Alpha", page.Find("[data-test=decision]").TextContent, StringComparison.Ordinal);
        Assert.Contains("3 pour, 0 contre", page.Find("[data-test=decision]").TextContent, StringComparison.Ordinal);
        Assert.All(Secrets, s => Assert.DoesNotContain(s, page.Markup, StringComparison.Ordinal));

        var lire = Le<LireExtraitPublic>();
        Assert.Null(await lire.ExecuterAsync(Agents.Membre(Banc.Calais.Id), Banc.Groupement, seance, Annulation));
        Assert.Null(await lire.ExecuterAsync(Membre, Banc.Groupement, SeanceId.Nouveau(), Annulation));
        Assert.Null(
            await lire.ExecuterAsync(
                BancDesGroupements.Limite(Domain.Groupements.GroupementId.Nouveau()),
                Banc.Groupement,
                seance,
                Annulation
            )
        );
    }

    [Fact]
    public async Task Les_marches_se_lisent_de_tous_les_membres_et_leurs_prix_de_ceux_qui_achetent()
    {
        Preparer();
        var marche = await UnMarcheAsync();
        var activites = Le<ActiviteDuGroupement>();

        var acheteur = await RubriqueAsync(activites, Membre, "marches");
        var autre = await RubriqueAsync(activites, Agents.Membre(Banc.Cdg.Id), "marches");

        Assert.Equal($"/espace/marches/{marche.Valeur}", Assert.Single(acheteur.Elements).Adresse);
        Assert.Contains("Numérique du Nord", acheteur.Elements[0].Detail, StringComparison.Ordinal);
        Assert.Contains("maximum", acheteur.Elements[0].Detail, StringComparison.Ordinal);
        Assert.Null(Assert.Single(autre.Elements).Adresse);
        Assert.Contains("n'achète pas", autre.Elements[0].Detail, StringComparison.Ordinal);
        Assert.Equal(0, (await RubriqueAsync(activites, Membre, "marches", annee: "2025")).Total);
        Assert.Equal(1, (await RubriqueAsync(activites, Membre, "marches", annee: "2026")).Total);
    }

    [Fact]
    public async Task Une_rubrique_de_plus_de_cinquante_lignes_se_lit_page_par_page_sans_en_perdre()
    {
        Preparer();
        await SemerDesMembresAsync(120);
        var activites = Le<ActiviteDuGroupement>();

        List<string> noms = [];
        for (var page = 1; page <= 5; page++)
        {
            var lue = await activites.RubriqueAsync(Membre, Banc.Groupement, "membres", new Demande(page), Annulation);
            Assert.Equal(123, lue!.Lignes.Total);
            noms.AddRange(lue.Lignes.Elements.Select(l => l.Titre));
        }

        Assert.Equal(123, noms.Count);
        Assert.Equal(123, noms.Distinct().Count());
        Agent = Membre;
        var ecran = Render<PageActivite>(p => p.Add(x => x.Id, Banc.Groupement.Valeur));
        ecran.WaitForAssertion(() => Assert.Contains("Tout voir : 123", ecran.Markup, StringComparison.Ordinal));
        Assert.Null(await activites.RubriqueAsync(Membre, Banc.Groupement, "inconnue", new Demande(), Annulation));
    }

    [Fact]
    public async Task Le_rapport_annuel_s_etablit_une_fois_par_membre_et_chacun_ne_lit_que_le_sien()
    {
        Preparer();
        await UneSeanceLeveeAsync();
        var tache = Le<IEnumerable<ITachePlanifiee>>().OfType<TacheDesRapports>().Single();

        Assert.Contains("3 rapports", await tache.ExecuterAsync(Annulation), StringComparison.Ordinal);
        Assert.StartsWith("0 rapport", await tache.ExecuterAsync(Annulation), StringComparison.Ordinal);

        var activites = Le<ActiviteDuGroupement>();
        var mienne = await activites.ExecuterAsync(Membre, Banc.Groupement, annulation: Annulation);
        var rapport = Assert.Single(mienne!.Rapports);
        Assert.Contains("2025", rapport.Titre, StringComparison.Ordinal);
        Assert.Contains("Arras", rapport.Titre, StringComparison.Ordinal);
        Assert.NotNull(await activites.PieceDuRapportAsync(Membre, Banc.Groupement, rapport.Document, Annulation));
        Assert.Null(
            await activites.PieceDuRapportAsync(Agents.Membre(Banc.Bethune.Id), Banc.Groupement, rapport.Document, Annulation)
        );
        Assert.Null(
            await activites.PieceDuRapportAsync(Agents.Membre(Banc.Calais.Id), Banc.Groupement, rapport.Document, Annulation)
        );
        Agent = Membre;
        var page = Render<PageActivite>(p => p.Add(x => x.Id, Banc.Groupement.Valeur));
        page.WaitForAssertion(() =>
            Assert.Contains(
                $"/rapports/{rapport.Document}",
                page.Find("#rapports").ParentElement!.InnerHtml,
                StringComparison.Ordinal
            )
        );
    }

    [Fact]
    public async Task Seules_les_annees_du_groupement_sont_offertes_et_aucun_rapport_ne_les_precede()
    {
        Preparer();
        Agent = Membre;
        var page = Render<PageActivite>(p => p.Add(x => x.Id, Banc.Groupement.Valeur));
        page.WaitForElement("nav[aria-label=\"Année de l'activité\"]");
        Assert.Equal(
            ["Toutes les années", "2026", "2025"],
            page.FindAll("nav[aria-label=\"Année de l'activité\"] a").Select(a => a.TextContent)
        );
        var rubrique = Render<PageRubriqueDActivite>(p =>
            p.Add(x => x.Id, Banc.Groupement.Valeur).Add(x => x.Rubrique, "membres")
        );
        rubrique.WaitForElement("select[id*=annee]");
        Assert.Equal(
            ["", "2026", "2025"],
            rubrique.FindAll("select[id*=annee] option").Select(o => o.GetAttribute("value") ?? "")
        );

        await using (var contexte = await Banc.OuvrirAsync())
        {
            await contexte.Groupements.ExecuteUpdateAsync(s => s.SetProperty(g => g.Debut, new DateOnly(2026, 1, 1)), Annulation);
        }

        var tache = Le<IEnumerable<ITachePlanifiee>>().OfType<TacheDesRapports>().Single();
        Assert.StartsWith("0 rapport", await tache.ExecuterAsync(Annulation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(310, true)]
    [InlineData(311, false)]
    public async Task Le_rapport_attend_le_jour_que_le_CDG_a_regle(int date, bool etabli)
    {
        Preparer();
        await Le<AjouterValeur>()
            .ExecuterAsync(
                Agents.Administrateur,
                new NouvelleValeur(CodesDesConventions.RapportDActivite, date, new DateOnly(2026, 1, 1), null, "Choix du CDG"),
                Annulation
            );

        var dit = await Le<IEnumerable<ITachePlanifiee>>().OfType<TacheDesRapports>().Single().ExecuterAsync(Annulation);

        Assert.Equal(etabli, dit.Contains("3 rapports", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2, "lot 1 : attribué, lot 2 : attribué")]
    [InlineData(7, "7 lots : 7 attribué")]
    public void Les_etapes_se_disent_par_lot_puis_se_comptent(int lots, string attendu) =>
        Assert.Equal(
            attendu,
            ProceduresDansLActivite.Lots([.. Enumerable.Range(1, lots).Select(n => (n, StatutDeLot.Attribue))])
        );

    private void Preparer()
    {
        Services.AddConventions().AddContributions().AddEspace();
    }

    private async Task<PageDe<LigneDActivite>> RubriqueAsync(
        ActiviteDuGroupement activites,
        Acteur acteur,
        string cle,
        string? annee = null
    ) =>
        (
            await activites.RubriqueAsync(
                acteur,
                Banc.Groupement,
                cle,
                new Demande(Filtres: annee is null ? null : new Dictionary<string, string> { ["annee"] = annee }),
                Annulation
            )
        )!.Lignes;

    private async Task<SeanceId> UneSeanceLeveeAsync()
    {
        var commission = Commission.DuGroupement(
            Banc.Groupement,
            "Dématérialisation",
            Banc.Cdg.Id,
            [],
            ReglesDeCommission.ParDefaut
        );
        commission.AccorderSieges([
            .. new[] { Banc.Cdg, Banc.Arras, Banc.Bethune }.Select(c => new MembreARepresenter(c.Id, c.Nom, DisposeCao: false)),
        ]);
        foreach (var (rang, siege) in commission.Sieges.ToList().Index())
        {
            commission.Designer(siege.Id, UneCommission.Designe(QualiteEnSeance.Titulaire, $"Titulaire {rang}"));
            commission.Designer(siege.Id, UneCommission.Designe(QualiteEnSeance.Suppleant, $"Suppléant {rang}"));
        }

        var jour = new DateOnly(2026, 3, 6);
        var seance = Seance.Programmer(
            new ReferenceDeSeance(2026, 1),
            commission.Id,
            UneCommission.UneReunion(jour),
            jour.AddDays(-10),
            commission.Regles,
            commission.Sieges.Count,
            autreSeance: null
        );
        seance.AjouterPoint(new DefinitionDePoint("Lot 1 — Actes", NatureDuPoint.ChoixDuTitulaire, Banc.Groupement));
        seance.FixerOffres(
            1,
            [new OffreExaminee(1, 1, "Alpha", 90m, 1, 100_000, null), new OffreExaminee(1, 2, "Beta", 80m, 2, null, null)]
        );
        seance.Convoquer(jour.AddDays(-8), commission.Composer(jour), [], "Sièges vacants");
        seance.OuvrirLAppel(jour, commission.Composer(jour), [], EtatDesConvocations.Regulieres, HorlogeFigee.Origine);
        var feuille = UneCommission.Feuille(seance, seance.Places.Select(p => p.Titulaire!.Value));
        seance.Ouvrir(feuille, EtatDesConvocations.Regulieres, "Sièges vacants", HorlogeFigee.Origine);
        seance.NoterPoint(1, null, "Notes de la discussion", null);
        seance.Decider(
            1,
            new DecisionProposee(IssueDuPoint.Attribution, new Decompte(3, 0, 0), Attributaire: "Alpha", Motifs: "Classement"),
            feuille,
            HorlogeFigee.Origine
        );
        seance.Lever(null, HorlogeFigee.Origine);
        await Banc.Socle.Base.SemerAsync(commission);
        await Banc.Socle.Base.SemerAsync(seance);
        return seance.Id;
    }

    private async Task<MarcheId> UnMarcheAsync()
    {
        await using var contexte = await Banc.OuvrirAsync();
        var groupement = await contexte.Groupements.SingleAsync(g => g.Id == Banc.Groupement, Annulation);
        var procedure = Procedure.Creer(
            new ReferenceDeProcedure(2026, 1),
            groupement.Id,
            "Parapheurs",
            NatureDAchat.Services,
            new DateOnly(2026, 1, 5)
        );
        procedure.AjouterLot(new DefinitionDeLotDeProcedure("Actes", Banc.Actes), groupement);
        var marche = Marche.Attribuer(
            "MAR-2026-001",
            procedure,
            procedure.Lots[0],
            new AttributionDeMarche(
                new DateOnly(2026, 2, 2),
                [("Numérique du Nord", null)],
                MontantHt.DEuros(100_000m),
                null,
                MontantHt.DEuros(100_000m),
                12,
                []
            )
        );
        marche.Signer(new DateOnly(2026, 2, 10));
        marche.Notifier(new DateOnly(2026, 2, 16), new DateOnly(2026, 3, 1), transmissionRequise: false);
        contexte.Add(procedure);
        contexte.Add(marche);
        await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation);
        await contexte.FigerMembresAsync(procedure, new DateOnly(2026, 1, 6), Annulation);
        return marche.Id;
    }

    private async Task SemerDesMembresAsync(int nombre)
    {
        await using var contexte = await Banc.OuvrirAsync();
        var groupement = await contexte.Groupements.SingleAsync(g => g.Id == Banc.Groupement, Annulation);
        foreach (var n in Enumerable.Range(1, nombre))
        {
            var commune = Exemples.UneCommune($"Commune {n:D3}");
            contexte.Add(commune);
            contexte.Add(Exemples.UneAdhesion(groupement, commune.Id));
        }

        await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation);
    }
}
