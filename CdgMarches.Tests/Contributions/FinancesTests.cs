using System.Security.Cryptography;
using System.Text;
using CdgMarches.App.Contributions.Donnees;
using CdgMarches.App.Contributions.Finances;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Contributions;
using CdgMarches.Tests.Outils;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Contributions;

/// <summary>Ce que les finances reçoivent et rendent : profil, contrôle, CSV, pièces, codes tiers, titres et paiements.</summary>
public sealed class FinancesTests : EssaiDesFinances
{
    [Fact]
    public async Task Le_profil_garde_ses_colonnes_leur_ordre_et_leurs_noms_et_le_fichier_les_suit()
    {
        var profil = await ProfilAsync();
        await ImporterCodesAsync(profil, (0, "T0001"), (1, "T0002"));

        var remise = await Banc.Le<ExporterTitres>().ExecuterAsync(Agents.Finances, new DemandeDExport(2026, profil), Annulation);

        var relu = Assert.Single(await Banc.Le<TenirProfils>().ListerAsync(Agents.Finances, Annulation));
        Assert.Equal(["ttc:MONTANT", "tiers:TIERS", "appel:PIECE"], relu.Liste.Select(c => $"{c.Code}:{c.EnTete}"));
        using var classeur = new XLWorkbook(new MemoryStream(await PieceAsync(remise, e => e.Classeur)));
        var feuille = classeur.Worksheet(EcrireTitres.Feuille);
        Assert.Equal(["MONTANT", "TIERS", "PIECE"], feuille.Row(1).CellsUsed().Select(c => c.GetString()));
        Assert.Equal(
            (500d, "T0001", "APC-2026-0001"),
            (feuille.Cell(2, 1).GetDouble(), feuille.Cell(2, 2).GetString(), feuille.Cell(2, 3).GetString())
        );
        Assert.Equal("", feuille.Cell(4, 2).GetString());
        var homonyme = await Assert.ThrowsAsync<RefusException>(() => ProfilAsync());
        Assert.Contains("porte déjà ce nom", homonyme.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_feuille_de_controle_porte_le_nombre_le_total_et_l_empreinte_du_csv()
    {
        var remise = await Banc.Le<ExporterTitres>().ExecuterAsync(Agents.Finances, new DemandeDExport(2026), Annulation);

        using var classeur = new XLWorkbook(new MemoryStream(await PieceAsync(remise, e => e.Classeur)));
        var controle = classeur.Worksheet(EcrireTitres.Controle);
        Assert.Equal(
            [("Ensemble", 3d, 5500d, 5500d), ("dont : Titre", 3d, 5500d, 5500d)],
            controle
                .RowsUsed()
                .Skip(1)
                .Select(l => (l.Cell(1).GetString(), l.Cell(2).GetDouble(), l.Cell(3).GetDouble(), l.Cell(4).GetDouble()))
        );
        var csv = await PieceAsync(remise, e => e.Csv);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(csv)), controle.Cell(2, 5).GetString());
        Assert.Equal("SHA-256 du fichier CSV de la même remise", controle.Cell(1, 5).GetString());
        Assert.Contains("certutil", Texte(classeur.Worksheet("Lisez-moi")), StringComparison.Ordinal);
        var sansMarque = csv.AsSpan(Encoding.UTF8.GetPreamble().Length);
        var lignes = Encoding.UTF8.GetString(sansMarque).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lignes.Length);
        Assert.StartsWith("Exercice;N° bordereau;Date bordereau;N° appel;", lignes[0], StringComparison.Ordinal);
        Assert.Contains(";500,00;", lignes[1], StringComparison.Ordinal);
        Assert.Contains($";{Banc.Communes[0].Siret!.Valeur};", lignes[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task L_archive_a_un_document_par_titre_nomme_comme_sa_colonne()
    {
        var remise = await Banc.Le<ExporterTitres>().ExecuterAsync(Agents.Finances, new DemandeDExport(2026), Annulation);

        using var archive = await ArchiveAsync(remise);
        using var classeur = new XLWorkbook(new MemoryStream(await PieceAsync(remise, e => e.Classeur)));
        var feuille = classeur.Worksheet(EcrireTitres.Feuille);
        var colonne = feuille.Row(1).CellsUsed().Single(c => c.GetString() == "Pièce jointe").Address.ColumnNumber;
        Assert.Equal(
            Enumerable.Range(2, 3).Select(l => feuille.Cell(l, colonne).GetString()),
            archive.Entries.Select(e => e.FullName)
        );
        var texte = await TexteAsync(archive, 1);
        Assert.Contains("APC-2026-0002", texte, StringComparison.Ordinal);
        Assert.Contains("par mandat administratif", texte, StringComparison.Ordinal);
        Assert.Contains("Tranche 3", texte, StringComparison.Ordinal);
        Assert.Contains("SGC de Bruay-la-Buissière", texte, StringComparison.Ordinal);
        Assert.Contains("tribunal administratif", texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_lettre_d_une_correction_dit_ce_qui_n_est_plus_demande_et_ne_reclame_rien()
    {
        await RectifierAsync(NatureDAppel.Reduction, 0);
        await RectifierAsync(NatureDAppel.Annulation, 1);
        var remise = await Banc.Le<ExporterTitres>().ExecuterAsync(Agents.Finances, new DemandeDExport(2026), Annulation);

        using var archive = await ArchiveAsync(remise);

        var reduction = await TexteAsync(archive, 3);
        Assert.Contains("l'appel APC-2026-0001 est réduit", reduction, StringComparison.Ordinal);
        Assert.Contains(
            "La somme de 100,00\u00a0€ ne vous est plus demandée\u00a0: Décision du président",
            reduction,
            StringComparison.Ordinal
        );
        var annulation = await TexteAsync(archive, 4);
        Assert.Contains("l'appel APC-2026-0002 est annulé", annulation, StringComparison.Ordinal);
        Assert.All(
            new[] { reduction, annulation },
            texte =>
            {
                Assert.DoesNotContain("je vous appelle la somme", texte, StringComparison.Ordinal);
                Assert.DoesNotContain("Montant à payer", texte, StringComparison.Ordinal);
                Assert.Contains("tribunal administratif", texte, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task Ce_qui_est_deja_remis_ne_repart_que_si_on_le_demande()
    {
        var exporter = Banc.Le<ExporterTitres>();
        await exporter.ExecuterAsync(Agents.Finances, new DemandeDExport(2026), Annulation);

        var apres = await exporter.ApprecierAsync(Agents.Finances, new DemandeDExport(2026), Annulation);
        var refus = await Assert.ThrowsAsync<RefusException>(() =>
            exporter.ExecuterAsync(Agents.Finances, new DemandeDExport(2026), Annulation)
        );
        await exporter.ExecuterAsync(Agents.Finances, new DemandeDExport(2026, DejaExportes: true), Annulation);

        Assert.Equal((0, 3, (DateTimeOffset?)HorlogeFigee.Origine), (apres.Nombre, apres.DejaExportes, apres.DernierExport));
        Assert.Contains("Aucun titre n'est à remettre", refus.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await exporter.RemisesAsync(Agents.Finances, new Demande(), Annulation)).Total);
    }

    [Fact]
    public async Task Une_correction_dit_titre_sur_un_exercice_ouvert_et_mandat_sur_un_exercice_clos()
    {
        await RectifierAsync(NatureDAppel.Reduction, 0);
        Banc.Avancer(330);
        await Banc.Le<CloreExercice>().ExecuterAsync(Agents.Finances, 2026, Annulation);
        await RectifierAsync(NatureDAppel.Reduction, 1);
        await RectifierAsync(NatureDAppel.Annulation, 2);

        var remise = await Banc.Le<ExporterTitres>().ExecuterAsync(Agents.Finances, new DemandeDExport(2026), Annulation);

        using var classeur = new XLWorkbook(new MemoryStream(await PieceAsync(remise, e => e.Classeur)));
        var feuille = classeur.Worksheet(EcrireTitres.Feuille);
        var colonnes = feuille.Row(1).CellsUsed().ToDictionary(c => c.GetString(), c => c.Address.ColumnNumber);
        Assert.Equal(
            [
                "Titre : 500",
                "Titre : 1000",
                "Titre : 4000",
                "Titre de réduction (exercice ouvert) : -100",
                "Mandat (exercice clos) : -100",
                "Mandat (exercice clos) : -4000",
            ],
            Enumerable
                .Range(2, 6)
                .Select(l =>
                    $"{feuille.Cell(l, colonnes["Type de pièce"]).GetString()} : {feuille.Cell(l, colonnes["TTC"]).GetDouble()}"
                )
        );
        Assert.Equal("APC-2026-0001", feuille.Cell(5, colonnes["Appel rectifié"]).GetString());
        Assert.Equal(
            [
                ("Ensemble", 6d, 1300d),
                ("dont : Mandat (exercice clos)", 2d, -4100d),
                ("dont : Titre", 3d, 5500d),
                ("dont : Titre de réduction (exercice ouvert)", 1d, -100d),
            ],
            classeur
                .Worksheet(EcrireTitres.Controle)
                .RowsUsed()
                .Skip(1)
                .Select(l => (l.Cell(1).GetString(), l.Cell(2).GetDouble(), l.Cell(4).GetDouble()))
        );
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+33 3 21")]
    [InlineData("-2+3")]
    [InlineData("@SOMME(A1)")]
    [InlineData("\tA")]
    public void Dans_le_csv_un_texte_ne_devient_jamais_une_formule(string nom)
    {
        var appel = Exemples.UnAppel(100m, numero: 1, nom: nom);
        var csv = Encoding.UTF8.GetString(EcrireTitres.Csv(null, [new LigneDeTitre(appel, Exemples.UneFiche(), "-T1", null)]));

        Assert.Contains($";'{nom};", csv, StringComparison.Ordinal);
        Assert.Contains(";'-T1;", csv, StringComparison.Ordinal);
        Assert.Contains(";100,00;", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Les_codes_tiers_s_importent_par_siret_se_corrigent_et_un_inconnu_est_liste()
    {
        var profil = await ProfilAsync();
        await ImporterCodesAsync(profil, (0, "T0001"));
        await ImporterCodesAsync(profil, (0, "T0009"), (1, "T0002"));
        var apercu = await ApercevoirAsync(
            Banc.Le<ImporterDonnees>(),
            "codes-tiers",
            [
                "SIRET;Code tiers",
                $"{Collectivites.ReferentielDEssai.SiretDe(Collectivites.ReferentielDEssai.SirenFictif(900))};X",
            ],
            profil.Valeur
        );

        Assert.Equal((1, 0), (apercu.Erreurs, apercu.AEcrire));
        await using var contexte = await Banc.OuvrirAsync();
        Assert.Equal(["T0002", "T0009"], await contexte.CodesTiers.Select(c => c.Code).OrderBy(c => c).ToListAsync(Annulation));
    }

    private static string Texte(IXLWorksheet feuille) => string.Join("\n", feuille.CellsUsed().Select(c => c.GetString()));

    private async Task<ProfilDExportId> ProfilAsync() =>
        await Banc.Le<TenirProfils>()
            .EnregistrerAsync(
                Agents.Finances,
                null,
                0,
                "Progiciel de l'essai",
                [new("ttc", "MONTANT"), new("tiers", "TIERS"), new("appel", "PIECE")],
                Annulation
            );

    private async Task ImporterCodesAsync(ProfilDExportId profil, params (int Rang, string Code)[] codes)
    {
        var importer = Banc.Le<ImporterDonnees>();
        var parametres = new ParametresDImport(2026, profil.Valeur);
        var apercu = await ApercevoirAsync(
            importer,
            "codes-tiers",
            ["SIRET;Code tiers", .. codes.Select(c => $"{Banc.Communes[c.Rang].Siret!.Valeur};{c.Code}")],
            profil.Valeur
        );
        await importer.AppliquerAsync(Agents.Finances, "codes-tiers", parametres, apercu.Piece, true, Annulation);
    }
}
