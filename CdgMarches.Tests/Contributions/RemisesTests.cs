using System.Text;
using CdgMarches.App.Contributions.Finances;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Tests.Outils;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Contributions;

/// <summary>Ce qu'une remise prend, ce qu'elle retient, et ce qu'elle garde.</summary>
public sealed class RemisesTests : EssaiDesFinances
{
    private ExporterTitres Exporter => Banc.Le<ExporterTitres>();

    [Fact]
    public async Task Une_exigence_de_chorus_cochee_apres_l_emission_retient_le_titre_et_les_autres_partent()
    {
        await Banc.ModifierAsync(0, i => i with { Chorus = new ParametresChorus(true, true) });

        var avant = await Exporter.ApprecierAsync(Agents.Finances, new DemandeDExport(2026), Annulation);
        var remise = await Exporter.ExecuterAsync(Agents.Finances, new DemandeDExport(2026), Annulation);

        Assert.Equal(2, avant.Nombre);
        var retenu = Assert.Single(avant.Retenus);
        Assert.Equal("APC-2026-0001", retenu.Reference);
        Assert.Contains("exige un code service", retenu.Motif, StringComparison.Ordinal);
        Assert.Contains("exige un numéro d'engagement", retenu.Motif, StringComparison.Ordinal);
        await using var relu = await Banc.OuvrirAsync();
        Assert.Equal(2, await relu.TitresRemis.CountAsync(t => t.Export == remise, Annulation));
    }

    [Fact]
    public async Task Une_fiche_completee_debloque_le_titre_aussitot_et_le_fichier_porte_ce_qu_elle_dit()
    {
        await Banc.ModifierAsync(1, i => i with { Siret = null });
        await using (var contexte = await Banc.OuvrirAsync())
        {
            contexte.Add(Exemples.UnAppel(310m, numero: 4, collectivite: Banc.Communes[1].Id, nom: "Sans SIRET", siret: null));
            await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation);
        }

        var bloque = await Exporter.ApprecierAsync(Agents.Finances, new DemandeDExport(2026), Annulation);
        Assert.Contains("le SIRET manque, complétez sa fiche", Assert.Single(bloque.Retenus).Motif, StringComparison.Ordinal);
        var siret = Banc.Communes[1].Siret!;
        await Banc.ModifierAsync(1, i => i with { Siret = siret, Chorus = new ParametresChorus(true, false, "SRV-9", "Achats") });

        var remise = await Exporter.ExecuterAsync(Agents.Finances, new DemandeDExport(2026), Annulation);

        var (feuille, colonnes) = await TitresAsync(remise);
        Assert.Equal(
            4,
            feuille.RowsUsed().Count(r => r.Cell(colonnes["N° appel"]).GetString().StartsWith("APC", StringComparison.Ordinal))
        );
        Assert.Equal(
            (siret.Valeur, "SRV-9", "Achats"),
            (
                feuille.Cell(5, colonnes["SIRET"]).GetString(),
                feuille.Cell(5, colonnes["Code service Chorus"]).GetString(),
                feuille.Cell(5, colonnes["Nom du service Chorus"]).GetString()
            )
        );
    }

    [Fact]
    public async Task Une_remise_garde_la_liste_de_ses_titres_quand_ils_sont_remis_de_nouveau()
    {
        var premiere = await Exporter.ExecuterAsync(Agents.Finances, new DemandeDExport(2026), Annulation);
        var seconde = await Exporter.ExecuterAsync(Agents.Finances, new DemandeDExport(2026, DejaExportes: true), Annulation);

        using var ancienne = await ArchiveAsync(premiere);
        using var nouvelle = await ArchiveAsync(seconde);

        string[] noms = ["APC-2026-0001.docx", "APC-2026-0002.docx", "APC-2026-0003.docx"];
        Assert.Equal(noms, ancienne.Entries.Select(e => e.FullName));
        Assert.Equal(noms, nouvelle.Entries.Select(e => e.FullName));
    }

    [Fact]
    public async Task Une_remise_ne_prend_que_les_corrections_que_l_a_payer_qu_un_type_ou_qu_un_appel()
    {
        await RectifierAsync(NatureDAppel.Reduction, 0);
        await RectifierAsync(NatureDAppel.Annulation, 1);
        await using (var contexte = await Banc.OuvrirAsync())
        {
            contexte.Add(Exemples.UnAppel(310m, numero: 9, collectivite: Banc.Communes[2].Id));
            await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation);
        }

        var choix = await Exporter.ChoixAsync(Agents.Finances, 2026, Annulation);
        var campagne = Assert.Single(choix.Campagnes);

        Assert.Equal((GrilleDuCdg62.Definition.Type.Code, GrilleDuCdg62.Definition.Type.Libelle), Assert.Single(choix.Types));
        Assert.Equal(2, await NombreAsync(new DemandeDExport(2026, Titres: TitresARemettre.Corrections)));
        Assert.Equal(4, await NombreAsync(new DemandeDExport(2026, Titres: TitresARemettre.Demandes)));
        Assert.Equal(3, await NombreAsync(new DemandeDExport(2026, Titres: TitresARemettre.APayer)));
        Assert.Equal(5, await NombreAsync(new DemandeDExport(2026, Campagne: campagne.Id)));
        Assert.Equal(0, await NombreAsync(new DemandeDExport(2026, Type: "AUTRE")));
        await Exporter.ExecuterAsync(
            Agents.Finances,
            new DemandeDExport(2026, Titres: TitresARemettre.Corrections, Campagne: campagne.Id),
            Annulation
        );
        var remise = Assert.Single((await Exporter.RemisesAsync(Agents.Finances, new App.Socle.Demande(), Annulation)).Elements);
        Assert.Equal($"Exercice 2026, réductions et annulations, {campagne.Intitule}", remise.Filtre);
    }

    [Fact]
    public async Task Le_fichier_porte_le_comptable_le_recours_le_signataire_et_le_bordereau()
    {
        var remise = await Exporter.ExecuterAsync(
            Agents.Finances,
            new DemandeDExport(2026, NumeroDeBordereau: "BJ-12", DateDeBordereau: new DateOnly(2026, 3, 9)),
            Annulation
        );

        var (feuille, colonnes) = await TitresAsync(remise);
        Assert.Equal(
            "40 rue Augustin Caron, 62700 Bruay-la-Buissière",
            feuille.Cell(2, colonnes["Adresse du comptable"]).GetString()
        );
        Assert.Contains("IBAN du comptable", colonnes.Keys);
        Assert.Contains(
            "tribunal administratif",
            feuille.Cell(2, colonnes["Voies et délais de recours"]).GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal("Le président", feuille.Cell(2, colonnes["Signataire"]).GetString());
        Assert.Equal("BJ-12", feuille.Cell(2, colonnes["N° bordereau"]).GetString());
        Assert.Equal(new DateTime(2026, 3, 9), feuille.Cell(2, colonnes["Date bordereau"]).GetDateTime());
        Assert.Equal(
            (87d, 2025d),
            (
                feuille.Cell(2, colonnes["Consultations"]).GetDouble(),
                feuille.Cell(2, colonnes["Année des consultations"]).GetDouble()
            )
        );
        Assert.Equal(
            ("01", "Appel"),
            (feuille.Cell(2, colonnes["TypTiers"]).GetString(), feuille.Cell(2, colonnes["Nature de pièce"]).GetString())
        );
        Assert.DoesNotContain("Consultations N-1", colonnes.Keys);
        var csv = Encoding.UTF8.GetString(await PieceAsync(remise, e => e.Csv));
        Assert.Contains(";BJ-12;09/03/2026;APC-2026-0001;", csv, StringComparison.Ordinal);
    }

    private async Task<int> NombreAsync(DemandeDExport demande) =>
        (await Exporter.ApprecierAsync(Agents.Finances, demande, Annulation)).Nombre;

    private async Task<(IXLWorksheet Feuille, Dictionary<string, int> Colonnes)> TitresAsync(Guid remise)
    {
        var classeur = new XLWorkbook(new MemoryStream(await PieceAsync(remise, e => e.Classeur)));
        var feuille = classeur.Worksheet(EcrireTitres.Feuille);
        return (feuille, feuille.Row(1).CellsUsed().ToDictionary(c => c.GetString(), c => c.Address.ColumnNumber));
    }
}
