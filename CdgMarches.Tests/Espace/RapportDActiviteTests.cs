using CdgMarches.App.Contributions;
using CdgMarches.App.Conventions;
using CdgMarches.App.Espace;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Taches;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TexteDuDocument = CdgMarches.Tests.Contributions.TexteDuDocument;

namespace CdgMarches.Tests.Espace;

/// <summary>Le rapport d'activité d'une année, ouvert et relu : ses chiffres sont ceux de la base.</summary>
public sealed class RapportDActiviteTests : EssaiDePageDeGroupement
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    private Acteur Membre => Agents.Membre(Banc.Arras.Id);

    [Fact]
    public async Task Un_depart_se_lit_quelle_que_soit_sa_voie_dans_l_annee_ou_il_prend_effet()
    {
        Preparer();
        await SortirAsync(Banc.Bethune, new DateOnly(2026, 6, 30));
        await EntrerAsync(Banc.Calais, new DateOnly(2026, 2, 1), new DateOnly(2027, 1, 15));

        Assert.Equal(["Béthune — sortie le 30/06/2026, fin de son adhésion"], await DepartsAsync(2026));
        Assert.Equal(["Calais — sortie le 15/01/2027, fin de son adhésion"], await DepartsAsync(2027));
        Assert.Empty(await DepartsAsync(2025));

        await DissoudreAsync(new DateOnly(2026, 12, 31));

        Assert.Equal(
            [
                "Dissolution du groupement — Terme de la convention, dernier jour le 31/12/2026, prononcée le 31/12/2026",
                "Arras — sortie le 31/12/2026, fin du groupement",
                "Calais — sortie le 31/12/2026, fin du groupement",
                "Centre de gestion — sortie le 31/12/2026, fin du groupement",
                "Béthune — sortie le 30/06/2026, fin de son adhésion",
            ],
            await DepartsAsync(2026)
        );
        Assert.Empty(await DepartsAsync(2027));
        // Nobody is a member any more, but the last day's members still read as they were.
        Banc.Socle.Horloge.Instant = new DateTimeOffset(2027, 3, 10, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal(3, (await RubriqueAsync("membres", null)).Total);
    }

    [Fact]
    public async Task Le_rapport_produit_dit_les_chiffres_de_la_base_a_chaque_membre_de_l_annee()
    {
        Preparer();
        var procedure = await Banc.ProcedurePreteAsync();
        await Banc.LancerAsync(procedure);
        await NotifierUnMarcheAsync(procedure);
        await EntrerAsync(Banc.Calais, new DateOnly(2026, 6, 1), new DateOnly(2026, 12, 31));
        await SortirAsync(Banc.Bethune, new DateOnly(2026, 9, 30));
        Banc.Socle.Horloge.Instant = new DateTimeOffset(2027, 3, 10, 9, 0, 0, TimeSpan.Zero);

        var dit = await Services
            .GetRequiredService<IEnumerable<ITachePlanifiee>>()
            .OfType<TacheDesRapports>()
            .Single()
            .ExecuterAsync(Annulation);

        Assert.StartsWith("4 rapports", dit, StringComparison.Ordinal);
        var rapports = (
            await Services
                .GetRequiredService<ActiviteDuGroupement>()
                .ExecuterAsync(Agents.Membre(Banc.Calais.Id), Banc.Groupement, annulation: Annulation)
        )!.Rapports;
        var texte = await LireLeRapportAsync(Assert.Single(rapports).Document, Banc.Calais.Id);
        Assert.All(
            (string[])
                [
                    "Membres au 1er janvier\n3",
                    "Entrées dans l'année\n1",
                    "Départs dans l'année\n2",
                    "Procédures lancées\n1",
                    "Procédures terminées\n0",
                    "Marchés notifiés\n1",
                    "Marchés en cours au 31 décembre\n1",
                    "Bilans d'exécution rendus\n1 sur 2 attendus",
                    "Béthune\nsortie le 30/09/2026, fin de son adhésion",
                    "Calais\nsortie le 31/12/2026, fin de son adhésion",
                    "Bilans 2026\n1 rendu sur 2 attendus",
                ],
            ligne => Assert.Contains(ligne, texte, StringComparison.Ordinal)
        );
        await using var contexte = await Banc.OuvrirAsync();
        Assert.Equal(1, await contexte.Marches.CountAsync(m => m.NotifieLe != null, Annulation));
        Assert.Equal(1, await contexte.Adhesions.CountAsync(a => a.Entree.Year == 2026, Annulation));
    }

    [Fact]
    public async Task Un_avenant_en_preparation_ne_se_lit_pas_et_l_annee_borne_les_autres()
    {
        Preparer();
        await using (var contexte = await Banc.OuvrirAsync())
        {
            var prepare = AvenantDeConvention.Preparer(
                Banc.Groupement,
                1,
                GenreDAvenant.Modification,
                "Brouillon",
                "",
                "Texte.",
                null
            );
            var soumis = AvenantDeConvention.Preparer(
                Banc.Groupement,
                2,
                GenreDAvenant.Modification,
                "Frais",
                "",
                "Texte.",
                null
            );
            soumis.Soumettre(3, new DateOnly(2025, 5, 2));
            soumis.Rejeter("Arras", new DateOnly(2026, 2, 3));
            contexte.AddRange(prepare, soumis);
            await contexte.EnregistrerAsync(Agent, HorlogeFigee.Origine, Annulation);
        }

        var ligne = Assert.Single((await RubriqueAsync("convention", 2025)).Elements);
        Assert.Equal(("Avenant n° 2", "Frais, soumis aux membres le 02/05/2025"), (ligne.Titre, ligne.Detail));
        Assert.Equal("Frais, rejeté le 03/02/2026", Assert.Single((await RubriqueAsync("convention", 2026)).Elements).Detail);
        Assert.Equal(0, (await RubriqueAsync("convention", 2024)).Total);
    }

    private void Preparer() => Services.AddConventions().AddContributions().AddEspace();

    private async Task<PageDe<LigneDActivite>> RubriqueAsync(string cle, int? annee) =>
        (
            await Services
                .GetRequiredService<ActiviteDuGroupement>()
                .RubriqueAsync(
                    Membre,
                    Banc.Groupement,
                    cle,
                    new Demande(Filtres: annee is null ? null : new Dictionary<string, string> { ["annee"] = $"{annee}" }),
                    Annulation
                )
        )!.Lignes;

    private async Task<IEnumerable<string>> DepartsAsync(int annee)
    {
        var page = await RubriqueAsync("departs", annee);
        Assert.Equal(page.Elements.Count, page.Total);
        return page.Elements.Select(l => $"{l.Titre} — {l.Detail}");
    }

    private async Task SortirAsync(Collectivite membre, DateOnly jour)
    {
        await using var contexte = await Banc.OuvrirAsync();
        var adhesion = await contexte.Adhesions.SingleAsync(
            a => a.Groupement == Banc.Groupement && a.Collectivite == membre.Id,
            Annulation
        );
        adhesion.Sortir(jour, "Mots de l'agent.", estCoordonnateur: false);
        await contexte.EnregistrerAsync(Agent, HorlogeFigee.Origine, Annulation);
    }

    private async Task EntrerAsync(Collectivite membre, DateOnly entree, DateOnly sortie)
    {
        await using (var contexte = await Banc.OuvrirAsync())
        {
            var groupement = await contexte.Groupements.SingleAsync(g => g.Id == Banc.Groupement, Annulation);
            contexte.Add(Exemples.UneAdhesion(groupement, membre.Id, entree));
            await contexte.EnregistrerAsync(Agent, HorlogeFigee.Origine, Annulation);
        }

        await SortirAsync(membre, sortie);
    }

    private async Task DissoudreAsync(DateOnly dernierJour)
    {
        await using var contexte = await Banc.OuvrirAsync();
        var groupement = await contexte.Groupements.SingleAsync(g => g.Id == Banc.Groupement, Annulation);
        var causes = new FaitsDOuvertureDeDissolution(groupement.Etat, groupement.Debut, null, null, 3, dernierJour, null);
        var dissolution = Dissolution.Ouvrir(groupement.Id, CauseDeDissolution.Terme, "Terme.", Banc.Jour, dernierJour, causes);
        dissolution.Regler(dernierJour, dernierJour, "Archives", dernierJour);
        dissolution.Prononcer(new FaitsDeDissolution(0, null, [], causes), dernierJour);
        groupement.Dissoudre(dissolution);
        contexte.Add(dissolution);
        await contexte.EnregistrerAsync(Agent, HorlogeFigee.Origine, Annulation);
    }

    /// <summary>Un marché de vingt-quatre mois notifié ce jour, dont un bilan sur deux est rendu.</summary>
    private async Task NotifierUnMarcheAsync(Domain.Procedures.ProcedureId id)
    {
        await using var contexte = await Banc.OuvrirAsync();
        var procedure = await contexte.Procedures.SingleAsync(p => p.Id == id, Annulation);
        var marche = Marche.Attribuer(
            "MAR-2026-001",
            procedure,
            procedure.Lots[0],
            new AttributionDeMarche(
                Banc.Jour,
                [("Titulaire", null)],
                MontantHt.DEuros(10_000m),
                null,
                MontantHt.DEuros(20_000m),
                24,
                []
            )
        );
        marche.Signer(Banc.Jour);
        marche.Notifier(Banc.Jour, Banc.Jour, transmissionRequise: false);
        var rendu = new BilanDeMembre(marche.Id, Banc.Arras.Id, 2026, new DateOnly(2027, 3, 31));
        rendu.Rendre(MontantHt.DEuros(100m), 4, null, null, "Le maire", HorlogeFigee.Origine);
        contexte.Add(marche);
        contexte.AddRange(rendu, new BilanDeMembre(marche.Id, Banc.Bethune.Id, 2026, new DateOnly(2027, 3, 31)));
        await contexte.EnregistrerAsync(Agent, HorlogeFigee.Origine, Annulation);
    }

    private async Task<string> LireLeRapportAsync(Guid document, CollectiviteId membre)
    {
        var piece = await Services
            .GetRequiredService<ActiviteDuGroupement>()
            .PieceDuRapportAsync(Agents.Membre(membre), Banc.Groupement, document, Annulation);
        return await TexteDuDocument.LireAsync(Banc.Socle, piece!.Value, Annulation);
    }
}
