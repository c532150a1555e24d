using System.Text.Json;
using CdgMarches.App.Recensements;
using CdgMarches.App.Recensements.Excel;
using CdgMarches.App.Socle.Travaux;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using CdgMarches.Tests.Outils;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Recensements.Excel;

public sealed class ClasseurDeConsolidationTests
{
    [Fact]
    public async Task Les_sommes_du_classeur_gele_se_refont_en_relisant_ses_cellules()
    {
        await using var atelier = await AtelierExcel.CreerAsync(6);
        var banc = atelier.Banc;
        var campagne = await CampagneRepondueAsync(atelier);
        await banc.Service<DeciderDOffice>()
            .ExecuterAsync(
                Agents.Gestionnaire,
                [(await banc.ReponseAsync(campagne, 4)).Id],
                DecisionDOffice.Exclure,
                "Aucune réponse après trois relances."
            );
        await banc.Service<GelerConsolidation>()
            .ExecuterAsync(Agents.Gestionnaire, campagne, await banc.VersionAsync(campagne), "Les autres ne participent pas.");
        var gel = await banc.LireAsync(c => c.Consolidations.SingleAsync());

        using var classeur = await ExporterAsync(atelier, campagne, gel.Id);

        Assert.Equal(
            [
                "Lisez-moi",
                "Synthèse",
                "Lot 1 — Papier",
                "Lot 2 — Petites fournitures",
                "Lot 3 — Parapheur",
                "DQE",
                "Membres",
                "Décisions d'office",
            ],
            classeur.Worksheets.Where(f => f.Visibility == XLWorksheetVisibility.Visible).Select(f => f.Name)
        );
        var papier = classeur.Worksheet("Lot 1 — Papier");
        var entete = papier.RowsUsed().Single(r => r.Cell(1).GetString() == "Membre");
        var total = papier.RowsUsed().Single(r => r.Cell(1).GetString() == "Total");
        for (var colonne = 4; colonne <= 6; colonne++)
        {
            var attendue = papier
                .RowsUsed()
                .Where(r => r.RowNumber() > entete.RowNumber() && r.RowNumber() < total.RowNumber())
                .Sum(r => r.Cell(colonne).IsEmpty() ? 0 : r.Cell(colonne).GetDouble());
            Assert.True(total.Cell(colonne).HasFormula);
            Assert.Equal(
                attendue,
                Convert.ToDouble(total.Cell(colonne).CachedValue, System.Globalization.CultureInfo.InvariantCulture)
            );
        }

        // 3 membres validés : 1+2+3 rames au minimum, 10+20+30,5 estimées, 100+200+300 au maximum.
        var synthese = Ligne(classeur.Worksheet("Synthèse"), "Papier A4");
        Assert.Equal(("6", "60.5", "600"), (Cachee(synthese.Cell(7)), Cachee(synthese.Cell(8)), Cachee(synthese.Cell(9))));
        Assert.Contains("'Lot 1 — Papier'!$E$", synthese.Cell(8).FormulaA1, StringComparison.Ordinal);
        Assert.Equal(3, synthese.Cell(6).GetDouble());
        // Maximum 600 × 4 € × 4 ans.
        Assert.Equal("9600", Cachee(synthese.Cell(13)));
        var dqe = Ligne(classeur.Worksheet("DQE"), "Papier A4", 3);
        Assert.Equal((60.5, "Estimé"), (dqe.Cell(6).GetDouble(), dqe.Cell(5).GetString()));
        Assert.False(dqe.Cell(7).Style.Protection.Locked);
        Assert.True(dqe.Cell(6).Style.Protection.Locked);
    }

    [Fact]
    public async Task Les_brouillons_ne_comptent_pas_les_decisions_sont_marquees_et_le_SIRET_est_un_texte()
    {
        await using var atelier = await AtelierExcel.CreerAsync(6);
        var banc = atelier.Banc;
        var campagne = await CampagneRepondueAsync(atelier);
        await banc.Service<DeciderDOffice>()
            .ExecuterAsync(
                Agents.Gestionnaire,
                [(await banc.ReponseAsync(campagne, 4)).Id],
                DecisionDOffice.PresumerNeant,
                "Silence."
            );
        await banc.LireAsync(c =>
            c.Database.ExecuteSqlAsync($"UPDATE Collectivites SET Siret = '21620041000019' WHERE Nom = 'Membre 0001'")
        );

        using var classeur = await ExporterAsync(atelier, campagne, null);

        Assert.DoesNotContain(classeur.Worksheets, f => f.Name == "DQE");
        var papier = classeur.Worksheet("Lot 1 — Papier");
        var brouillon = Ligne(papier, "Membre 0004", 1);
        Assert.Equal("Brouillon", brouillon.Cell(3).GetString());
        Assert.True(brouillon.Cell(5).IsEmpty());
        Assert.Equal("Néant présumé", Ligne(papier, "Membre 0005", 1).Cell(3).GetString());
        var membre = Ligne(classeur.Worksheet("Membres"), "Membre 0001", 1);
        Assert.Equal((XLDataType.Text, "21620041000019"), (membre.Cell(2).DataType, membre.Cell(2).GetString()));
        var decision = Ligne(classeur.Worksheet("Décisions d'office"), "Membre 0005", 1);
        Assert.Equal(
            ("Fournitures", "Néant présumé", "Silence."),
            (decision.Cell(3).GetString(), decision.Cell(4).GetString(), decision.Cell(5).GetString())
        );
        Assert.Contains(
            classeur.Worksheet("Lisez-moi").CellsUsed(),
            c => c.GetString().StartsWith("État provisoire, non gelé", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task La_consolidation_d_une_campagne_hors_perimetre_ne_s_exporte_pas()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var campagne = await atelier.Banc.OuvrirAsync();
        var lire = atelier.Service<LireDonneesDeConsolidation>();
        var limite = Agents.Gestionnaire with
        {
            Perimetre = Perimetre.DuCdg(new HashSet<GroupementId> { GroupementId.Nouveau() }),
        };

        foreach (var intrus in (Acteur[])[atelier.Banc.Membre(0), limite])
        {
            await Assert.ThrowsAsync<DroitManquantException>(() => lire.ExecuterAsync(intrus, campagne, null));
        }

        await Assert.ThrowsAsync<DroitManquantException>(() =>
            lire.ExecuterAsync(Agents.Lecture, campagne, ConsolidationId.Nouveau())
        );
    }

    [Fact]
    public void Un_grand_lot_s_ecrit_et_ses_totaux_sont_justes()
    {
        const int Membres = 2_000;
        var prestation = new PrestationDeConsolidation(PrestationId.Nouveau(), "F", "Fournitures");
        var demandes = ChampDeReponse.Minimum | ChampDeReponse.Estime | ChampDeReponse.Maximum;
        var lot = new LotDeConsolidation(
            "Lot 1",
            prestation,
            [.. Enumerable.Range(1, 3).Select(i => new LigneDeLot(i, $"Article {i}", "unité", 1m, demandes))],
            [.. Enumerable.Range(0, Membres).Select(i => new MembreDeLot($"Membre {i}", null, EtatDeReponse.Validee))]
        );
        for (var membre = 0; membre < Membres; membre++)
        {
            for (var ligne = 0; ligne < 3; ligne++)
            {
                lot.Poser(membre, ligne, membre * 1000L, membre * 1500L, membre * 2000L, null);
            }
        }

        var donnees = new DonneesDeConsolidation(
            new EnTeteDeCampagne(
                CampagneId.Nouveau(),
                "CAMP-2027-001",
                "Campagne",
                2027,
                null,
                new DateOnly(2026, 3, 31),
                PeriodeDesQuantites.Annuelle,
                4,
                1
            ),
            null,
            [lot],
            [],
            [prestation],
            []
        );
        using var flux = new MemoryStream();
        ClasseurDeConsolidation.Ecrire(donnees, flux, new DateOnly(2026, 3, 10), TimeZoneInfo.Utc);

        using var classeur = new XLWorkbook(new MemoryStream(flux.ToArray()));
        var total = Ligne(classeur.Worksheet("Lot 1"), "Total", 1);
        Assert.Equal(
            (Membres - 1) * Membres / 2 * 1.5,
            double.Parse(Cachee(total.Cell(5)), System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    /// <summary>Trois membres validés, un brouillon, deux silencieux ; la campagne est close.</summary>
    private static async Task<CampagneId> CampagneRepondueAsync(AtelierExcel atelier)
    {
        var banc = atelier.Banc;
        var campagne = await banc.OuvrirAsync();
        for (var membre = 0; membre < 4; membre++)
        {
            var reponse = await banc.ReponseAsync(campagne, membre);
            var rang = membre + 1;
            await banc.SaisirAsync(banc.Membre(membre), reponse.Id, 1, rang, rang * 10, rang * 100);
            if (membre == 2)
            {
                await banc.Service<SaisirCellules>()
                    .ExecuterAsync(
                        banc.Membre(2),
                        reponse.Id,
                        [new(1, ChampDeReponse.Estime, ValeurDeCellule.DeNombre(30_000), ValeurDeCellule.DeNombre(30_500))]
                    );
            }

            if (membre < 3)
            {
                await banc.ValiderAsync(banc.Membre(membre, RoleDeMembre.Signataire), reponse.Id);
            }
        }

        await banc.CloreAsync();
        return campagne;
    }

    private static async Task<XLWorkbook> ExporterAsync(AtelierExcel atelier, CampagneId campagne, ConsolidationId? gel)
    {
        var produit = await atelier
            .Service<ExporterConsolidation>()
            .ExecuterAsync(
                Agents.Lecture,
                JsonSerializer.Serialize(new DemandeDeConsolidation(campagne.Valeur, gel?.Valeur)),
                new Progress<Avancement>(),
                TestContext.Current.CancellationToken
            );
        await using var contenu = produit!.Contenu;
        Assert.Equal(
            $"CdgMarches_consolidation-CAMP-2027-001-{(gel is null ? "provisoire" : "v1")}_2026-04-01.xlsx",
            produit.Nom
        );
        var memoire = new MemoryStream();
        await contenu.CopyToAsync(memoire);
        return new XLWorkbook(memoire);
    }

    private static IXLRow Ligne(IXLWorksheet feuille, string texte, int colonne = 4) =>
        feuille.RowsUsed().Single(r => r.Cell(colonne).GetString() == texte);

    private static string Cachee(IXLCell cellule) =>
        Convert.ToString(cellule.CachedValue, System.Globalization.CultureInfo.InvariantCulture)!;
}
