using System.Text;
using CdgMarches.App.Recensements;
using CdgMarches.App.Recensements.Excel;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using CdgMarches.Tests.Outils;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Recensements.Excel;

public sealed class ImportDeCatalogueTests
{
    [Fact]
    public async Task Le_modele_telecharge_se_reimporte_sans_rien_changer()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var campagne = await atelier.Banc.PreparerAsync();

        var (_, import) = await PreparerAsync(atelier, campagne, await ModeleAsync(atelier, campagne));

        Assert.Equal(
            (0, 0, 3, 0, 0),
            (import.Nouvelles, import.Modifiees, import.Inchangees, import.Avertissements, import.Erreurs)
        );
        await Assert.ThrowsAsync<RefusException>(() => AppliquerAsync(atelier, import.Id));
    }

    [Fact]
    public async Task Corriger_ajouter_et_retirer_se_fait_d_un_seul_fichier()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var banc = atelier.Banc;
        var campagne = await banc.PreparerAsync();
        var modifie = AtelierExcel.Modifier(
            await ModeleAsync(atelier, campagne),
            classeur =>
            {
                AtelierExcel.Cellule(classeur, 1, "Désignation").Value = "Papier A4 recyclé";
                AtelierExcel.Cellule(classeur, 1, "Prix unitaire estimé HT").Value = 4.25;
                AtelierExcel.Cellule(classeur, 2, "À retirer").Value = "Oui";
                var feuille = classeur.Worksheet("Catalogue");
                Ajouter(feuille, "FOURN", 1, "Enveloppe", "boîte", "Demander estimé");
            }
        );

        var (id, import) = await PreparerAsync(atelier, campagne, modifie);
        Assert.Equal(
            (1, 2, 1, 0, 0),
            (import.Nouvelles, import.Modifiees, import.Inchangees, import.Avertissements, import.Erreurs)
        );
        Assert.Equal(3, await LignesAsync(atelier, campagne));

        await AppliquerAsync(atelier, id);

        var lignes = await banc.LireAsync(c =>
            c.LignesDeCatalogue.Where(l => l.Campagne == campagne).OrderBy(l => l.Numero).ToListAsync()
        );
        Assert.Equal(("Papier A4 recyclé", 4.25m), (lignes[0].Designation, lignes[0].PrixUnitaireEstime));
        Assert.True(lignes[1].EstRetiree);
        Assert.Equal(
            ("Enveloppe", "boîte", 1, ChampDeReponse.Estime),
            (lignes[3].Designation, lignes[3].Unite, lignes[3].NumeroDeLot, lignes[3].Demandes)
        );

        // Le même fichier une seconde fois : l'article ajouté est reconnu à sa désignation, le retiré n'est plus là.
        var (_, second) = await PreparerAsync(atelier, campagne, modifie);
        Assert.Equal((0, 0, 1), (second.Nouvelles, second.Modifiees, second.Erreurs));
    }

    [Fact]
    public async Task Chaque_ligne_fautive_est_dite_et_les_bonnes_s_importent_seules()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var campagne = await atelier.Banc.PreparerAsync();
        var csv = """
            Prestation;Lot;Désignation;Unité;Demander estimé
            FOURN;1;Enveloppe;boîte;Oui
            FOURN;9;Agrafes;boîte;Oui
            INCONNUE;1;Trombones;boîte;Oui
            FOURN;1;Gomme;unité;Non
            FOURN;1;;unité;Oui
            FOURN;1;enveloppe;boîte;Oui
            """;

        var (id, import) = await PreparerAsync(atelier, campagne, Encoding.UTF8.GetBytes(csv), "catalogue.csv");

        Assert.Equal((1, 5), (import.Nouvelles, import.Erreurs));
        var messages = ApercuDeCatalogue.DeJson(import.Contenu).Lignes.SelectMany(l => l.Messages).ToList();
        Assert.Contains(
            messages,
            m => m.Contains("ligne 3", StringComparison.Ordinal) && m.Contains("lot", StringComparison.Ordinal)
        );
        Assert.Contains(
            messages,
            m => m.Contains("ligne 4, colonne A : « INCONNUE » n'est pas une valeur prévue", StringComparison.Ordinal)
        );
        Assert.Contains(
            messages,
            m =>
                m.Contains("ligne 5", StringComparison.Ordinal) && m.Contains("ne demande aucun besoin", StringComparison.Ordinal)
        );
        Assert.Contains(
            messages,
            m => m.Contains("ligne 6, colonne C : « Désignation » est obligatoire", StringComparison.Ordinal)
        );
        Assert.Contains(messages, m => m.Contains("est déjà à la ligne 2 du fichier", StringComparison.Ordinal));
        await Assert.ThrowsAsync<RefusException>(() => AppliquerAsync(atelier, id));

        await AppliquerAsync(atelier, id, ModeDImport.LignesCorrectes);

        Assert.Equal(4, await LignesAsync(atelier, campagne));
        var refusees = (await atelier.Service<LireLignesRefusees>().ExecuterAsync(Agents.Gestionnaire, id))!;
        Assert.Equal(6, AtelierExcel.Lire(refusees.Contenu).Feuille("Catalogue")!.Lignes.Count);
    }

    [Fact]
    public async Task L_unite_d_une_ligne_deja_repondue_ne_change_pas_par_un_import()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var banc = atelier.Banc;
        var campagne = await banc.OuvrirAsync();
        await banc.SaisirAsync(banc.Membre(0), (await banc.ReponseAsync(campagne, 0)).Id, 1, 1, 2, 3);
        var modifie = AtelierExcel.Modifier(
            await ModeleAsync(atelier, campagne),
            c => AtelierExcel.Cellule(c, 1, "Unité").Value = "carton"
        );

        var (_, import) = await PreparerAsync(atelier, campagne, modifie);

        Assert.Equal(1, import.Erreurs);
    }

    [Fact]
    public async Task Une_campagne_changee_depuis_l_apercu_refuse_l_import()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var banc = atelier.Banc;
        var campagne = await banc.PreparerAsync();
        var modifie = AtelierExcel.Modifier(
            await ModeleAsync(atelier, campagne),
            c => AtelierExcel.Cellule(c, 1, "Désignation").Value = "Papier"
        );
        var (id, _) = await PreparerAsync(atelier, campagne, modifie);
        await banc.Service<ModifierCatalogue>()
            .ExecuterAsync(
                Agents.Gestionnaire,
                campagne,
                await banc.VersionAsync(campagne),
                [ModificationDeCatalogue.Retrait(2)]
            );

        var refus = await Assert.ThrowsAsync<RefusException>(() => AppliquerAsync(atelier, id));

        Assert.Contains("La campagne a changé depuis l'aperçu", refus.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_catalogue_s_importe_par_un_gestionnaire_de_la_campagne()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var campagne = await atelier.Banc.PreparerAsync();
        var modele = await ModeleAsync(atelier, campagne);

        foreach (var intrus in (Acteur[])[atelier.Banc.Membre(0), Agents.Lecture])
        {
            await Assert.ThrowsAsync<DroitManquantException>(() =>
                atelier.Service<ImportDeCatalogue>().PreparerAsync(intrus, campagne, new MemoryStream(modele), "a.xlsx")
            );
        }

        await Assert.ThrowsAsync<DroitManquantException>(() =>
            atelier.Service<ImportDeCatalogue>().ModeleAsync(atelier.Banc.Membre(0), campagne)
        );
    }

    private static void Ajouter(
        IXLWorksheet feuille,
        string prestation,
        int lot,
        string designation,
        string unite,
        string demande
    )
    {
        var ligne = feuille.LastRowUsed().RowNumber() + 1;
        foreach (
            var (titre, valeur) in ((string, object)[])
                [("Prestation", prestation), ("Lot", lot), ("Désignation", designation), ("Unité", unite), (demande, "Oui")]
        )
        {
            var colonne = feuille.Row(1).CellsUsed().Single(c => c.GetString() == titre).Address.ColumnNumber;
            feuille.Cell(ligne, colonne).Value = valeur;
        }
    }

    private static async Task<byte[]> ModeleAsync(AtelierExcel atelier, CampagneId campagne) =>
        (await atelier.Service<ImportDeCatalogue>().ModeleAsync(Agents.Gestionnaire, campagne))!.Contenu;

    private static async Task<(Guid Id, ImportLu Import)> PreparerAsync(
        AtelierExcel atelier,
        CampagneId campagne,
        byte[] contenu,
        string nom = "catalogue.xlsx"
    )
    {
        var id = await atelier
            .Service<ImportDeCatalogue>()
            .PreparerAsync(Agents.Gestionnaire, campagne, new MemoryStream(contenu), nom);
        return (id, await atelier.LireAsync(Agents.Gestionnaire, id));
    }

    private static Task<CataloguePublie> AppliquerAsync(
        AtelierExcel atelier,
        Guid id,
        ModeDImport mode = ModeDImport.ToutOuRien
    ) => atelier.Service<ImportDeCatalogue>().AppliquerAsync(Agents.Gestionnaire, id, mode);

    private static Task<int> LignesAsync(AtelierExcel atelier, CampagneId campagne) =>
        atelier.Banc.LireAsync(c => c.LignesDeCatalogue.CountAsync(l => l.Campagne == campagne && l.RetireeALaVersion == null));
}
