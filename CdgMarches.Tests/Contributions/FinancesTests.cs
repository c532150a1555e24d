using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using CdgMarches.App.Contributions.Appels;
using CdgMarches.App.Contributions.Donnees;
using CdgMarches.App.Contributions.Finances;
using CdgMarches.App.Documents;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Travaux;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Contributions;

/// <summary>Ce que les finances reçoivent et rendent : profil, contrôle, CSV, pièces, codes tiers, titres et paiements.</summary>
public sealed class FinancesTests : IAsyncLifetime
{
    private BancDesContributions _banc = null!;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _banc = await BancDesContributions.CreerAsync((420, 87), (600, 160), (700, 400));
        foreach (var rang in Enumerable.Range(0, 3))
        {
            await _banc.AdresserAsync(rang, null);
        }

        await _banc.EmettreAsync();
    }

    public ValueTask DisposeAsync() => _banc.DisposeAsync();

    [Fact]
    public async Task Le_profil_garde_ses_colonnes_leur_ordre_et_leurs_noms_et_le_fichier_les_suit()
    {
        var profil = await ProfilAsync();
        await ImporterCodesAsync(profil, (0, "T0001"), (1, "T0002"));

        var remise = await _banc
            .Le<ExporterTitres>()
            .ExecuterAsync(Agents.Finances, new DemandeDExport(2026, profil), Annulation);

        var relu = Assert.Single(await _banc.Le<TenirProfils>().ListerAsync(Agents.Finances, Annulation));
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
        var remise = await _banc.Le<ExporterTitres>().ExecuterAsync(Agents.Finances, new DemandeDExport(2026), Annulation);

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
        var sansMarque = csv.AsSpan(Encoding.UTF8.GetPreamble().Length);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(sansMarque)), controle.Cell(2, 5).GetString());
        var lignes = Encoding.UTF8.GetString(sansMarque).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lignes.Length);
        Assert.StartsWith("Exercice;N° appel;", lignes[0], StringComparison.Ordinal);
        Assert.Contains(";500,00;", lignes[1], StringComparison.Ordinal);
        Assert.Contains($";{_banc.Communes[0].Siret!.Valeur};", lignes[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task L_archive_a_un_document_par_titre_nomme_comme_sa_colonne()
    {
        var remise = await _banc.Le<ExporterTitres>().ExecuterAsync(Agents.Finances, new DemandeDExport(2026), Annulation);

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
        var remise = await _banc.Le<ExporterTitres>().ExecuterAsync(Agents.Finances, new DemandeDExport(2026), Annulation);

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
    public async Task Chorus_retient_celui_a_qui_un_code_manque_et_les_autres_partent()
    {
        await using (var contexte = await _banc.OuvrirAsync())
        {
            contexte.Add(
                Exemples.UnAppel(
                    300m,
                    numero: 4,
                    collectivite: _banc.Communes[0].Id,
                    nom: "Commune exigeante",
                    chorus: new ChorusDeLAppel(true, true, null, null)
                )
            );
            contexte.Add(Exemples.UnAppel(310m, numero: 5, collectivite: _banc.Communes[1].Id, nom: "Sans SIRET", siret: null));
            await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation);
        }

        var exporter = _banc.Le<ExporterTitres>();
        var avant = await exporter.ApprecierAsync(Agents.Finances, new DemandeDExport(2026), Annulation);
        var remise = await exporter.ExecuterAsync(Agents.Finances, new DemandeDExport(2026), Annulation);

        Assert.Equal((3, 2), (avant.Nombre, avant.Retenus.Count));
        Assert.Contains("code service et numéro d'engagement", avant.Retenus[0].Motif, StringComparison.Ordinal);
        Assert.Contains("le SIRET manque", avant.Retenus[1].Motif, StringComparison.Ordinal);
        await using var relu = await _banc.OuvrirAsync();
        Assert.Equal(3, await relu.Appels.CountAsync(a => a.Export == remise, Annulation));
    }

    [Fact]
    public async Task Ce_qui_est_deja_remis_ne_repart_que_si_on_le_demande()
    {
        var exporter = _banc.Le<ExporterTitres>();
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
        _banc.Avancer(330);
        await _banc.Le<CloreExercice>().ExecuterAsync(Agents.Finances, 2026, Annulation);
        await RectifierAsync(NatureDAppel.Reduction, 1);
        await RectifierAsync(NatureDAppel.Annulation, 2);

        var remise = await _banc.Le<ExporterTitres>().ExecuterAsync(Agents.Finances, new DemandeDExport(2026), Annulation);

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
        var csv = Encoding.UTF8.GetString(EcrireTitres.Csv(null, [new LigneDeTitre(appel, "-T1", null)]));

        Assert.Contains($";'{nom};", csv, StringComparison.Ordinal);
        Assert.Contains(";'-T1;", csv, StringComparison.Ordinal);
        Assert.Contains(";100,00;", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Les_titres_et_les_paiements_se_rapprochent_par_notre_numero_et_le_reste_est_liste()
    {
        string[] fichier =
        [
            "N° appel;N° titre;Date titre;Payé le;Montant payé;Référence du paiement",
            "APC-2026-0001;118;20/03/2026;;;",
            "APC-2026-0002;119;20/03/2026;02/04/2026;1000,00;M-7",
            "APC-2026-9999;120;20/03/2026;;;",
            "inconnu;121;20/03/2026;;;",
        ];
        var importer = _banc.Le<ImporterDonnees>();
        var apercu = await ApercevoirAsync(importer, "titres", fichier);

        Assert.Equal((2, 2), (apercu.Erreurs, apercu.AEcrire));
        Assert.Equal(
            2,
            apercu.Lignes.Count(l => l.Messages.Any(e => e.Contains("n'est pas un de nos appels", StringComparison.Ordinal)))
        );
        await Assert.ThrowsAsync<RefusException>(() =>
            importer.AppliquerAsync(Agents.Finances, "titres", new ParametresDImport(2026), apercu.Piece, true, Annulation)
        );
        var phrase = await importer.AppliquerAsync(
            Agents.Finances,
            "titres",
            new ParametresDImport(2026),
            apercu.Piece,
            false,
            Annulation
        );

        Assert.Contains("2 lignes écrites, 2 lignes refusées", phrase, StringComparison.Ordinal);
        await using var contexte = await _banc.OuvrirAsync();
        var appels = await contexte
            .Appels.AsNoTracking()
            .Where(a => a.Numero != null)
            .OrderBy(a => a.Numero)
            .ToListAsync(Annulation);
        Assert.Equal(["118", "119", null], appels.Select(a => a.NumeroDeTitre));
        Assert.Equal((EtatDAppel.Solde, new DateOnly(2026, 4, 2)), (appels[1].Etat, appels[1].PayeLe));
        Assert.Equal("500.00", appels[0].ResteDu.ToString());
    }

    [Fact]
    public async Task Les_codes_tiers_s_importent_par_siret_se_corrigent_et_un_inconnu_est_liste()
    {
        var profil = await ProfilAsync();
        await ImporterCodesAsync(profil, (0, "T0001"));
        await ImporterCodesAsync(profil, (0, "T0009"), (1, "T0002"));
        var apercu = await ApercevoirAsync(
            _banc.Le<ImporterDonnees>(),
            "codes-tiers",
            [
                "SIRET;Code tiers",
                $"{Collectivites.ReferentielDEssai.SiretDe(Collectivites.ReferentielDEssai.SirenFictif(900))};X",
            ],
            profil.Valeur
        );

        Assert.Equal((1, 0), (apercu.Erreurs, apercu.AEcrire));
        await using var contexte = await _banc.OuvrirAsync();
        Assert.Equal(["T0002", "T0009"], await contexte.CodesTiers.Select(c => c.Code).OrderBy(c => c).ToListAsync(Annulation));
    }

    private async Task<ProfilDExportId> ProfilAsync() =>
        await _banc
            .Le<TenirProfils>()
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
        var importer = _banc.Le<ImporterDonnees>();
        var parametres = new ParametresDImport(2026, profil.Valeur);
        var apercu = await ApercevoirAsync(
            importer,
            "codes-tiers",
            ["SIRET;Code tiers", .. codes.Select(c => $"{_banc.Communes[c.Rang].Siret!.Valeur};{c.Code}")],
            profil.Valeur
        );
        await importer.AppliquerAsync(Agents.Finances, "codes-tiers", parametres, apercu.Piece, true, Annulation);
    }

    private static async Task<ApercuMontre> ApercevoirAsync(
        ImporterDonnees importer,
        string nature,
        IEnumerable<string> lignes,
        Guid? profil = null
    )
    {
        using var flux = new MemoryStream(Encoding.UTF8.GetBytes(string.Join("\r\n", lignes)));
        return await importer.PreparerAsync(
            Agents.Finances,
            nature,
            new ParametresDImport(2026, profil),
            flux,
            "essai.csv",
            Annulation
        );
    }

    private async Task<ZipArchive> ArchiveAsync(Guid remise)
    {
        var travail = new TravailDePieces(
            _banc.Socle.Base.Fabrique,
            _banc.Le<CatalogueDeDocuments>(),
            _banc.Le<ChoisirModele>(),
            _banc.Le<PapierAEntete>(),
            _banc.Le<HorlogeLegale>()
        );
        var fichier = await travail.ExecuterAsync(Agents.Finances, $$"""{"Remise":"{{remise}}"}""", new Muet(), Annulation);
        return new ZipArchive(fichier!.Contenu);
    }

    private static async Task<string> TexteAsync(ZipArchive archive, int rang)
    {
        using var contenu = new MemoryStream();
        await using (var flux = archive.Entries[rang].Open())
        {
            await flux.CopyToAsync(contenu, Annulation);
        }

        contenu.Position = 0;
        return TexteDuDocument.Lire(contenu);
    }

    private async Task RectifierAsync(NatureDAppel nature, int rang)
    {
        await using var contexte = await _banc.OuvrirAsync();
        var appel = await contexte
            .Appels.AsNoTracking()
            .SingleAsync(a => a.Collectivite == _banc.Communes[rang].Id && a.Rang == 0, Annulation);
        await _banc
            .Le<RectifierAppel>()
            .ExecuterAsync(
                Agents.Finances,
                appel.Id,
                appel.Version,
                nature,
                MontantHt.DEuros(100m),
                "Décision du président",
                Annulation
            );
    }

    private async Task<byte[]> PieceAsync(Guid remise, Func<ExportDeFinances, Guid> laquelle)
    {
        await using var contexte = await _banc.OuvrirAsync();
        var export = await contexte.ExportsDeFinances.AsNoTracking().SingleAsync(e => e.Id == remise, Annulation);
        var id = laquelle(export);
        var piece = await contexte.Pieces.SingleAsync(p => p.Id == id, Annulation);
        await using var flux = _banc.Le<MagasinDeFichiers>().Ouvrir(piece);
        using var memoire = new MemoryStream();
        await flux.CopyToAsync(memoire, Annulation);
        return memoire.ToArray();
    }

    private sealed class Muet : IProgress<Avancement>
    {
        public void Report(Avancement value) { }
    }
}
