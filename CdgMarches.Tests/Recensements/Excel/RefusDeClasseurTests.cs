using System.Text;
using CdgMarches.App.Recensements;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using CdgMarches.Tests.Outils;
using CdgMarches.Tests.Socle.Tableur;

namespace CdgMarches.Tests.Recensements.Excel;

public sealed class RefusDeClasseurTests
{
    [Fact]
    public async Task Le_classeur_d_un_autre_membre_est_refuse_en_le_nommant()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var campagne = await atelier.Banc.OuvrirAsync();
        var autre = await atelier.ClasseurAsync(atelier.Banc.Membre(1), (await atelier.Banc.ReponseAsync(campagne, 1)).Id);

        await RefuseAsync(atelier, campagne, autre, "est le classeur d'un autre membre : Membre 0002");
    }

    [Fact]
    public async Task Le_classeur_d_une_autre_campagne_est_refuse()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var passee = await atelier.Banc.OuvrirAsync();
        var ancien = await atelier.ClasseurAsync(atelier.Banc.Membre(0), (await atelier.Banc.ReponseAsync(passee, 0)).Id);
        var campagne = await atelier.Banc.OuvrirAsync(precedente: passee);

        await RefuseAsync(atelier, campagne, ancien, "est le classeur d'une autre campagne");
    }

    [Fact]
    public async Task Le_classeur_d_une_ancienne_version_du_catalogue_est_refuse()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var banc = atelier.Banc;
        var campagne = await banc.OuvrirAsync();
        var ancien = await atelier.ClasseurAsync(banc.Membre(0), (await banc.ReponseAsync(campagne, 0)).Id);
        await banc.Service<ModifierCatalogue>()
            .ExecuterAsync(
                Agents.Gestionnaire,
                campagne,
                await banc.VersionAsync(campagne),
                [ModificationDeCatalogue.Ajout(banc.Ligne("Gomme"))]
            );

        await RefuseAsync(atelier, campagne, ancien, "porte la version 1 du catalogue, qui en est à la version 2");
    }

    [Fact]
    public async Task Le_catalogue_change_entre_l_apercu_et_l_import_refuse_l_import()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var (banc, membre) = (atelier.Banc, atelier.Banc.Membre(0));
        var campagne = await banc.OuvrirAsync();
        var reponse = await banc.ReponseAsync(campagne, 0);
        var rempli = AtelierExcel.Remplir(await atelier.ClasseurAsync(membre, reponse.Id), (1, "Estimé", 3));
        var id = await atelier.PreparerAsync(membre, reponse.Id, rempli);
        await banc.Service<ModifierCatalogue>()
            .ExecuterAsync(
                Agents.Gestionnaire,
                campagne,
                await banc.VersionAsync(campagne),
                [ModificationDeCatalogue.Retrait(1)]
            );

        var refus = await Assert.ThrowsAsync<RefusException>(() => atelier.AppliquerAsync(membre, id));

        Assert.Contains("Le catalogue est passé à la version 2", refus.Message, StringComparison.Ordinal);
        Assert.Null(await banc.LigneAsync(reponse.Id, 1));
    }

    [Fact]
    public async Task Une_campagne_close_refuse_le_classeur_avant_comme_apres_l_apercu()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var (banc, membre) = (atelier.Banc, atelier.Banc.Membre(0));
        var campagne = await banc.OuvrirAsync();
        var reponse = await banc.ReponseAsync(campagne, 0);
        var rempli = AtelierExcel.Remplir(await atelier.ClasseurAsync(membre, reponse.Id), (1, "Estimé", 3));
        var id = await atelier.PreparerAsync(membre, reponse.Id, rempli);
        await banc.CloreAsync();

        await RefuseAsync(atelier, campagne, rempli, "Le délai de réponse est écoulé");
        var regles = await Assert.ThrowsAsync<RegleMetierException>(() => atelier.AppliquerAsync(membre, id));
        Assert.Contains(regles.Obstacles, o => o.Message.Contains("délai de réponse est écoulé", StringComparison.Ordinal));
        Assert.Null(await banc.LigneAsync(reponse.Id, 1));
    }

    [Fact]
    public async Task Une_reponse_validee_refuse_le_classeur()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var (banc, membre) = (atelier.Banc, atelier.Banc.Membre(0));
        var campagne = await banc.OuvrirAsync();
        var reponse = await banc.ReponseAsync(campagne, 0);
        await banc.SaisirAsync(membre, reponse.Id, 1, 1, 2, 3);
        var rempli = AtelierExcel.Remplir(await atelier.ClasseurAsync(membre, reponse.Id), (1, "Estimé", 3));
        await banc.ValiderAsync(banc.Membre(0, RoleDeMembre.Signataire), reponse.Id);

        await RefuseAsync(atelier, campagne, rempli, "La réponse est déjà rendue (validée)");
        Assert.Equal(2000L, (await banc.LigneAsync(reponse.Id, 1))!.EstimeMilliemes);
    }

    [Fact]
    public async Task Une_prestation_validee_du_classeur_entier_n_empeche_pas_l_autre()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var (banc, membre) = (atelier.Banc, atelier.Banc.Membre(0));
        var campagne = await banc.OuvrirAsync();
        var (validee, ouverte) = (await banc.ReponseAsync(campagne, 0), await banc.ReponseAsync(campagne, 0, banc.Parapheur));
        await banc.SaisirAsync(membre, validee.Id, 1, 1, 2, 3);
        await banc.ValiderAsync(banc.Membre(0, RoleDeMembre.Signataire), validee.Id);
        var classeur = await atelier.ClasseurDuMembreAsync(membre, campagne, 0);
        var permis = AtelierExcel.Remplir(classeur, (3, "Estimé", 6));
        var interdit = AtelierExcel.Remplir(permis, (1, "Estimé", 9));

        var refuse = await atelier.LireAsync(membre, await atelier.PreparerAsync(membre, ouverte.Id, interdit));
        Assert.Equal(1, refuse.Erreurs);
        Assert.Contains(
            refuse.Besoins.Lignes.SelectMany(l => l.Messages),
            m => m.Contains("déjà rendue", StringComparison.Ordinal)
        );

        await atelier.ImporterAsync(membre, ouverte.Id, permis);
        Assert.Equal(6000L, (await banc.LigneAsync(ouverte.Id, 3))!.EstimeMilliemes);
    }

    [Theory]
    [InlineData("membre")]
    [InlineData("campagne")]
    [InlineData("catalogue")]
    [InlineData("reponse-01")]
    [InlineData("sceau")]
    public async Task Une_feuille_masquee_retouchee_se_voit(string cle)
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var banc = atelier.Banc;
        var campagne = await banc.OuvrirAsync();
        var autre = await banc.ReponseAsync(campagne, 1);
        var classeur = await atelier.ClasseurAsync(banc.Membre(0), (await banc.ReponseAsync(campagne, 0)).Id);
        var forge = AtelierExcel.Modifier(
            classeur,
            c =>
            {
                var cellule = c.Worksheet("_meta").RowsUsed().Single(r => r.Cell(1).GetString() == cle).Cell(2);
                cellule.SetValue(
                    cle switch
                    {
                        "membre" => banc.Membres[1].Id.Valeur.ToString(),
                        "campagne" => Guid.NewGuid().ToString(),
                        "catalogue" => "2",
                        "sceau" => "x" + cellule.GetString()[1..],
                        _ => $"{autre.Id.Valeur} Fournitures",
                    }
                );
            }
        );

        await RefuseAsync(atelier, campagne, forge, "La feuille masquée de « retour.xlsx » a été modifiée");
    }

    [Fact]
    public async Task Un_tableur_quelconque_est_refuse()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var campagne = await atelier.Banc.OuvrirAsync();

        await RefuseAsync(
            atelier,
            campagne,
            FichiersDEssai.AvecClosedXml(f => f.Cell(1, 1).Value = "bonjour"),
            "n'est pas un classeur de recensement"
        );
        await RefuseAsync(atelier, campagne, Encoding.UTF8.GetBytes("N°;Estimé\n1;3\n"), "n'est pas un classeur de recensement");
    }

    [Fact]
    public async Task Un_ods_recoit_la_phrase_qui_dit_comment_l_enregistrer()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var campagne = await atelier.Banc.OuvrirAsync();
        var ods = FichiersDEssai.Zip(
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", "<office/>")
        );

        await RefuseAsync(atelier, campagne, ods, "Enregistrer sous");
        await RefuseAsync(atelier, campagne, [], "est vide");
        await RefuseAsync(atelier, campagne, [.. "PK\u0003\u0004"u8, 1, 2, 3], "incomplet ou abîmé");
    }

    [Fact]
    public async Task Une_feuille_renommee_ne_change_pas_sa_reponse_et_c_est_dit()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var (banc, membre) = (atelier.Banc, atelier.Banc.Membre(0));
        var campagne = await banc.OuvrirAsync();
        var classeur = await atelier.ClasseurDuMembreAsync(membre, campagne, 0);
        var renomme = AtelierExcel.Modifier(
            AtelierExcel.Remplir(classeur, (1, "Estimé", 3), (3, "Estimé", 4)),
            c => c.Worksheet("Parapheur").Name = "Mes parapheurs"
        );

        var reponse = await banc.ReponseAsync(campagne, 0);
        var apercu = await atelier.LireAsync(membre, await atelier.PreparerAsync(membre, reponse.Id, renomme));

        Assert.Contains(
            apercu.Besoins.Avis,
            a => a.Contains("La feuille « Parapheur » n'est pas dans le classeur", StringComparison.Ordinal)
        );
        Assert.Equal([1], apercu.Besoins.Lignes.Select(l => l.Ligne));
    }

    private static async Task RefuseAsync(AtelierExcel atelier, CampagneId campagne, byte[] classeur, string attendu)
    {
        var reponse = await atelier.Banc.ReponseAsync(campagne, 0);

        var refus = await Assert.ThrowsAsync<RefusException>(() =>
            atelier.PreparerAsync(atelier.Banc.Membre(0), reponse.Id, classeur)
        );

        Assert.Contains(attendu, refus.Message, StringComparison.Ordinal);
    }
}
