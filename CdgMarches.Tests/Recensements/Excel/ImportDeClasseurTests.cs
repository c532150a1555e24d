using CdgMarches.App.Recensements.Excel;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Import;
using CdgMarches.Database.Recensements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using CdgMarches.Tests.Outils;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Recensements.Excel;

public sealed class ImportDeClasseurTests
{
    [Fact]
    public async Task Ce_qui_est_rempli_dans_Excel_arrive_dans_la_reponse_avec_son_historique()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var (banc, membre) = (atelier.Banc, atelier.Banc.Membre(0));
        var reponse = await banc.ReponseAsync(await banc.OuvrirAsync(), 0);
        await banc.SaisirAsync(membre, reponse.Id, 1, 1, 2, 3);
        var rempli = AtelierExcel.Remplir(
            await atelier.ClasseurAsync(membre, reponse.Id),
            (1, "Estimé", 2.5),
            (1, "Minimum", null),
            (2, "Maximum", "1 234,5")
        );

        var id = await atelier.PreparerAsync(membre, reponse.Id, rempli);
        var apercu = await atelier.LireAsync(membre, id);

        Assert.Equal(
            (1, 1, 0, 0, 0),
            (apercu.Nouvelles, apercu.Modifiees, apercu.Inchangees, apercu.Avertissements, apercu.Erreurs)
        );
        var premiere = apercu.Besoins.Lignes.Single(l => l.Ligne == 1);
        Assert.Equal(("2", "2,5"), Textes(premiere, ChampDeReponse.Estime));
        Assert.Equal(("1", ""), Textes(premiere, ChampDeReponse.Minimum));
        Assert.Null((await banc.LigneAsync(reponse.Id, 2))?.MaximumMilliemes);

        var resultat = await atelier.AppliquerAsync(membre, id);

        Assert.Equal(new ResultatDImport(true, 2, 0, 0), resultat);
        var ligne = (await banc.LigneAsync(reponse.Id, 1))!;
        Assert.Equal((null, 2500L, 3000L), (ligne.MinimumMilliemes, ligne.EstimeMilliemes, ligne.MaximumMilliemes));
        Assert.Equal(1_234_500L, (await banc.LigneAsync(reponse.Id, 2))!.MaximumMilliemes);
        var journal = await banc.LireAsync(c =>
            c.Journal.Where(j => j.ObjetId == reponse.Id.Valeur)
                .Select(j => new
                {
                    j.Evenement,
                    j.Libelle,
                    j.Avant,
                    j.Apres,
                })
                .ToListAsync()
        );
        Assert.Equal(3, journal.Count(j => j.Evenement == nameof(CelluleImportee)));
        Assert.Contains(
            journal,
            j => j is { Avant: "2", Apres: "2,5" } && j.Libelle.Contains("importé de « retour.xlsx »", StringComparison.Ordinal)
        );
        Assert.Single(journal, j => j.Evenement == nameof(ClasseurImporte));
    }

    [Fact]
    public async Task Le_meme_fichier_importe_deux_fois_ne_change_rien_la_seconde()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var (banc, membre) = (atelier.Banc, atelier.Banc.Membre(0));
        var reponse = await banc.ReponseAsync(await banc.OuvrirAsync(), 0);
        await banc.SaisirAsync(membre, reponse.Id, 1, 7, null, null);
        var rempli = AtelierExcel.Remplir(
            await atelier.ClasseurAsync(membre, reponse.Id),
            (1, "Estimé", 12),
            (1, "Minimum", null)
        );
        banc.Avancer(TimeSpan.FromMinutes(5));
        await atelier.ImporterAsync(membre, reponse.Id, rempli);
        var version = (await banc.ReponseAsync(reponse.Campagne, 0)).Version;

        var second = await atelier.LireAsync(membre, await atelier.PreparerAsync(membre, reponse.Id, rempli));

        Assert.Equal(
            (0, 0, 2, 0, 0),
            (second.Nouvelles, second.Modifiees, second.Inchangees, second.Avertissements, second.Erreurs)
        );
        await atelier.AppliquerAsync(membre, second.Id);
        Assert.Equal(version, (await banc.ReponseAsync(reponse.Campagne, 0)).Version);
    }

    [Fact]
    public async Task Toutes_les_erreurs_de_toutes_les_lignes_sont_dites_avec_leur_place_dans_Excel()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var (banc, membre) = (atelier.Banc, atelier.Banc.Membre(0));
        var campagne = await banc.OuvrirAsync([
            banc.Ligne("Papier A4"),
            banc.Ligne("Stylo"),
            banc.Ligne("Forfait", demandes: ChampDeReponse.Estime),
            banc.Ligne("Classeur"),
        ]);
        var reponse = await banc.ReponseAsync(campagne, 0);
        var rempli = AtelierExcel.Modifier(
            await atelier.ClasseurAsync(membre, reponse.Id),
            classeur =>
            {
                AtelierExcel.Cellule(classeur, 1, "Minimum").Value = "12 cartons";
                AtelierExcel.Cellule(classeur, 1, "Estimé").Value = -3;
                AtelierExcel.Cellule(classeur, 2, "Désignation").Value = "Crayon";
                AtelierExcel.Cellule(classeur, 3, "Maximum").Value = 4;
                AtelierExcel.Cellule(classeur, 4, "Estimé").Value = 9;
                AtelierExcel.Cellule(classeur, 4, "Minimum").FormulaA1 = "2+3";
                classeur.Worksheet("Fournitures").Cell(8, 1).Value = 99;
                classeur.Worksheet("Fournitures").Cell(8, 3).Value = "Ajoutée";
            }
        );

        var id = await atelier.PreparerAsync(membre, reponse.Id, rempli);
        var apercu = await atelier.LireAsync(membre, id);

        Assert.Equal(4, apercu.Erreurs);
        var messages = apercu.Besoins.Lignes.Where(l => l.Etat is EtatDeLigne.Erreur).SelectMany(l => l.Messages).ToList();
        Assert.Contains(
            messages,
            m =>
                m.StartsWith(
                    "Feuille Fournitures, ligne 4, colonne F : « 12 cartons » n'est pas un nombre",
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(
            messages,
            m => m.StartsWith("Feuille Fournitures, ligne 4, colonne H : « -3 » est négatif", StringComparison.Ordinal)
        );
        Assert.Contains(
            messages,
            m => m.StartsWith("Feuille Fournitures, ligne 5, colonne C : la désignation", StringComparison.Ordinal)
        );
        Assert.Contains(
            messages,
            m => m.StartsWith("Feuille Fournitures, ligne 6, colonne J : cette ligne ne demande pas", StringComparison.Ordinal)
        );
        Assert.Contains(
            messages,
            m =>
                m.StartsWith(
                    "Feuille Fournitures, ligne 8, colonne A : la ligne 99 n'est pas au catalogue",
                    StringComparison.Ordinal
                )
        );
        Assert.Equal(1, apercu.Avertissements);

        var refus = await Assert.ThrowsAsync<RefusException>(() => atelier.AppliquerAsync(membre, id));
        Assert.Contains("rien n'a été écrit", refus.Message, StringComparison.Ordinal);
        Assert.Null(await banc.LigneAsync(reponse.Id, 4));

        Assert.Equal(
            (1, 4),
            ((await atelier.AppliquerAsync(membre, id, ModeDImport.LignesCorrectes)) is var r ? (r.Lignes, r.Ecartees) : default)
        );
        Assert.Equal(
            (5000L, 9000L),
            (await banc.LigneAsync(reponse.Id, 4)) is { } l4 ? (l4.MinimumMilliemes, l4.EstimeMilliemes) : default
        );
        Assert.Null(await banc.LigneAsync(reponse.Id, 1));
    }

    [Fact]
    public async Task Les_lignes_en_erreur_se_telechargent_avec_leur_motif_se_corrigent_et_se_reimportent()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var (banc, membre) = (atelier.Banc, atelier.Banc.Membre(0));
        var reponse = await banc.ReponseAsync(await banc.OuvrirAsync(), 0);
        var rempli = AtelierExcel.Remplir(
            await atelier.ClasseurAsync(membre, reponse.Id),
            (1, "Estimé", "beaucoup"),
            (1, "Minimum", 2),
            (2, "Estimé", 8)
        );
        var id = await atelier.PreparerAsync(membre, reponse.Id, rempli);
        await atelier.AppliquerAsync(membre, id, ModeDImport.LignesCorrectes);

        var refusees = (await atelier.Service<LireLignesRefusees>().ExecuterAsync(membre, id))!;

        var lu = AtelierExcel.Lire(refusees.Contenu);
        var lignes = lu.Feuille("Fournitures")!.Lignes;
        Assert.Equal(2, lignes.Count);
        Assert.Equal("Motif", lignes[0].Cellules[^1].Texte);
        Assert.Contains("« beaucoup » n'est pas un nombre", lignes[1].Cellules[^1].Texte, StringComparison.Ordinal);
        Assert.Null(await atelier.Service<LireLignesRefusees>().ExecuterAsync(banc.Membre(1), id));

        var corrige = AtelierExcel.Remplir(refusees.Contenu, (1, "Estimé", 20));
        await atelier.ImporterAsync(membre, reponse.Id, corrige);

        Assert.Equal(
            (2000L, 20000L),
            (await banc.LigneAsync(reponse.Id, 1)) is { } l ? (l.MinimumMilliemes, l.EstimeMilliemes) : default
        );
        Assert.Equal(8000L, (await banc.LigneAsync(reponse.Id, 2))!.EstimeMilliemes);
    }

    [Fact]
    public async Task Le_classeur_de_la_campagne_entiere_remplit_chaque_prestation()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var (banc, membre) = (atelier.Banc, atelier.Banc.Membre(0));
        var campagne = await banc.OuvrirAsync();
        var (fournitures, parapheur) = (
            await banc.ReponseAsync(campagne, 0),
            await banc.ReponseAsync(campagne, 0, banc.Parapheur)
        );
        var rempli = AtelierExcel.Remplir(
            await atelier.ClasseurDuMembreAsync(membre, campagne, 0),
            (2, "Estimé", 3),
            (3, "Montant HT (€)", 150.25)
        );

        await atelier.ImporterAsync(membre, fournitures.Id, rempli);

        Assert.Equal(3000L, (await banc.LigneAsync(fournitures.Id, 2))!.EstimeMilliemes);
        Assert.Equal(15025L, (await banc.LigneAsync(parapheur.Id, 3))!.MontantHtCentimes);
    }

    [Fact]
    public async Task Besoin_neant_choisi_dans_la_liste_declare_la_prestation_sans_besoin()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var (banc, membre) = (atelier.Banc, atelier.Banc.Membre(0));
        var campagne = await banc.OuvrirAsync();
        var parapheur = await banc.ReponseAsync(campagne, 0, banc.Parapheur);
        await banc.SaisirAsync(membre, parapheur.Id, 3, estime: 4);
        var classeur = await atelier.ClasseurDuMembreAsync(membre, campagne, 0);
        var contradictoire = AtelierExcel.Modifier(classeur, c => DireNeant(c, "PARAPH"));
        var coherent = AtelierExcel.Remplir(contradictoire, (3, "Estimé", null));

        var refuse = await atelier.LireAsync(membre, await atelier.PreparerAsync(membre, parapheur.Id, contradictoire));
        Assert.Equal(1, refuse.Erreurs);
        Assert.Contains(
            "alors que 1 ligne dit un besoin : videz-la",
            refuse.Besoins.Neants.Single().Erreur!,
            StringComparison.Ordinal
        );

        var import = await atelier.ImporterAsync(membre, parapheur.Id, coherent);

        Assert.Equal(EtatDeReponse.Neant, (await banc.ReponseAsync(campagne, 0, banc.Parapheur)).Etat);
        Assert.Equal(EtatDeReponse.NonOuverte, (await banc.ReponseAsync(campagne, 0)).Etat);

        await atelier.Service<AnnulerImport>().ExecuterAsync(membre, import.Id);
        Assert.Equal(EtatDeReponse.Brouillon, (await banc.ReponseAsync(campagne, 0, banc.Parapheur)).Etat);
        Assert.Equal(4000L, (await banc.LigneAsync(parapheur.Id, 3))!.EstimeMilliemes);
    }

    [Fact]
    public async Task Une_valeur_saisie_a_l_ecran_apres_le_telechargement_n_est_pas_effacee_par_une_case_restee_vide()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var (banc, membre) = (atelier.Banc, atelier.Banc.Membre(0));
        var reponse = await banc.ReponseAsync(await banc.OuvrirAsync(), 0);
        var classeur = await atelier.ClasseurAsync(membre, reponse.Id);
        banc.Avancer(TimeSpan.FromMinutes(5));
        await banc.SaisirAsync(Agents.Gestionnaire, reponse.Id, 1, 1, 10, null);
        var rempli = AtelierExcel.Remplir(classeur, (1, "Estimé", 12), (1, "Maximum", 20));

        var apercu = await atelier.LireAsync(membre, await atelier.PreparerAsync(membre, reponse.Id, rempli));

        var ligne = Assert.Single(apercu.Besoins.Lignes);
        Assert.Equal(EtatDeLigne.Avertissement, ligne.Etat);
        Assert.Contains(
            ligne.Messages,
            m => m.Contains("la case est vide ; la valeur « 1 », saisi par Camille Gestionnaire", StringComparison.Ordinal)
        );
        Assert.Contains(ligne.Messages, m => m.Contains("remplacera « 10 »", StringComparison.Ordinal));
        await atelier.AppliquerAsync(membre, apercu.Id);
        var lue = (await banc.LigneAsync(reponse.Id, 1))!;
        Assert.Equal((1000L, 12000L, 20000L), (lue.MinimumMilliemes, lue.EstimeMilliemes, lue.MaximumMilliemes));
    }

    [Fact]
    public async Task Une_cellule_changee_entre_l_apercu_et_l_import_arrete_tout_ou_ecarte_sa_ligne()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var (banc, membre) = (atelier.Banc, atelier.Banc.Membre(0));
        var reponse = await banc.ReponseAsync(await banc.OuvrirAsync(), 0);
        var rempli = AtelierExcel.Remplir(
            await atelier.ClasseurAsync(membre, reponse.Id),
            (1, "Minimum", 1),
            (1, "Estimé", 2),
            (2, "Estimé", 8)
        );
        var id = await atelier.PreparerAsync(membre, reponse.Id, rempli);
        await banc.SaisirAsync(Agents.Gestionnaire, reponse.Id, 1, estime: 5);

        var tout = await atelier.AppliquerAsync(membre, id);

        Assert.Equal((false, 1), (tout.Applique, tout.Ecartees));
        Assert.Null(await banc.LigneAsync(reponse.Id, 2));
        Assert.Null((await banc.LigneAsync(reponse.Id, 1))!.MinimumMilliemes);
        var apercu = await atelier.LireAsync(membre, id);
        Assert.Equal((EtapeDImport.Apercu, 1), (apercu.Etat, apercu.Erreurs));
        Assert.Contains(
            apercu.Besoins.Lignes.Single(l => l.Ligne == 1).Messages,
            m => m.Contains("a été changée depuis l'aperçu (« 5 », par Camille Gestionnaire)", StringComparison.Ordinal)
        );

        var correctes = await atelier.AppliquerAsync(membre, id, ModeDImport.LignesCorrectes);

        Assert.Equal((true, 1, 1), (correctes.Applique, correctes.Lignes, correctes.Ecartees));
        Assert.Equal(8000L, (await banc.LigneAsync(reponse.Id, 2))!.EstimeMilliemes);
        Assert.Equal(
            (null, 5000L),
            (await banc.LigneAsync(reponse.Id, 1)) is { } l ? (l.MinimumMilliemes, l.EstimeMilliemes) : default
        );
    }

    [Fact]
    public async Task L_import_d_un_autre_membre_ne_se_prepare_ni_ne_se_lit_ni_ne_s_applique()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var (banc, membre, intrus) = (atelier.Banc, atelier.Banc.Membre(0), atelier.Banc.Membre(1));
        var reponse = await banc.ReponseAsync(await banc.OuvrirAsync(), 0);
        var rempli = AtelierExcel.Remplir(await atelier.ClasseurAsync(membre, reponse.Id), (1, "Minimum", 30));
        var id = await atelier.PreparerAsync(membre, reponse.Id, rempli);

        await Assert.ThrowsAsync<DroitManquantException>(() => atelier.PreparerAsync(intrus, reponse.Id, rempli));
        Assert.Null(await atelier.Service<LireImports>().UnAsync(intrus, id));
        await Assert.ThrowsAsync<DroitManquantException>(() => atelier.AppliquerAsync(intrus, id));
        await Assert.ThrowsAsync<DroitManquantException>(() => atelier.AppliquerAsync(Agents.Lecture, id));
        await atelier.AppliquerAsync(membre, id);
        await Assert.ThrowsAsync<DroitManquantException>(() => atelier.Service<AnnulerImport>().ExecuterAsync(intrus, id));
    }

    [Fact]
    public async Task Le_fichier_recu_est_garde_et_l_agent_qui_importe_au_nom_du_membre_est_nomme()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var banc = atelier.Banc;
        var reponse = await banc.ReponseAsync(await banc.OuvrirAsync(), 0);
        var rempli = AtelierExcel.Remplir(await atelier.ClasseurAsync(Agents.Gestionnaire, reponse.Id), (1, "Minimum", 30));

        await atelier.ImporterAsync(Agents.Gestionnaire, reponse.Id, rempli);

        var import = Assert.Single(await atelier.ImportsAsync());
        Assert.NotNull(import.PieceId);
        Assert.Equal(
            import.Empreinte,
            await banc.LireAsync(c => c.Pieces.Where(p => p.Id == import.PieceId).Select(p => p.Sha256).SingleAsync())
        );
        var journal = await banc.LireAsync(c => c.Journal.FirstAsync(j => j.Evenement == nameof(CelluleImportee)));
        Assert.Equal(("Camille Gestionnaire", "Membre 0001"), (journal.Acteur, journal.Pour));
    }

    [Fact]
    public async Task Un_classeur_enregistre_par_LibreOffice_s_importe_comme_un_autre()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var (banc, membre) = (atelier.Banc, atelier.Banc.Membre(0));
        var campagne = await banc.OuvrirAsync([
            banc.Ligne(
                "Papier & <enveloppes>",
                demandes: ChampDeReponse.Estime | ChampDeReponse.FinDeContrat | ChampDeReponse.Commentaire
            ),
            banc.Ligne("Stylo"),
        ]);
        var reponse = await banc.ReponseAsync(campagne, 0);
        await banc.SaisirAsync(membre, reponse.Id, 1, estime: 4);
        var rempli = AtelierExcel.Remplir(
            await atelier.ClasseurAsync(membre, reponse.Id),
            (1, "Estimé", 4.5),
            (1, "Fin du contrat actuel", new DateTime(2027, 6, 30)),
            (1, "Commentaire", "Livraison à l'école")
        );

        var apercu = await atelier.ImporterAsync(membre, reponse.Id, CommeLibreOffice.Reecrire(rempli));

        Assert.Equal(
            (0, 1, 1, 0, 0),
            (apercu.Nouvelles, apercu.Modifiees, apercu.Inchangees, apercu.Avertissements, apercu.Erreurs)
        );
        var ligne = (await banc.LigneAsync(reponse.Id, 1))!;
        Assert.Equal(
            (4500L, new DateOnly(2027, 6, 30), "Livraison à l'école"),
            (ligne.EstimeMilliemes, ligne.FinDeContrat, ligne.Commentaire)
        );
    }

    internal static void DireNeant(XLWorkbook classeur, string code)
    {
        var feuille = classeur.Worksheet("Prestations");
        var colonne = feuille.Row(2).CellsUsed().Single(c => c.GetString() == "Besoin néant").Address.ColumnNumber;
        feuille.RowsUsed().Single(r => r.Cell(1).GetString() == code).Cell(colonne).Value = "Oui";
    }

    private static (string, string) Textes(LigneDeBesoin ligne, ChampDeReponse champ)
    {
        var cellule = ligne.Cellules.Single(c => c.Champ == champ);
        return (cellule.Lue.EnTexte(champ), cellule.Nouvelle.EnTexte(champ));
    }
}
