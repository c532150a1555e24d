using CdgMarches.App.Recensements.Excel;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using CdgMarches.Tests.Outils;
using ClosedXML.Excel;

namespace CdgMarches.Tests.Recensements.Excel;

public sealed class ClasseurDeMembreTests
{
    [Fact]
    public async Task Le_classeur_porte_les_valeurs_saisies_et_celles_de_l_an_passe()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var banc = atelier.Banc;
        var passee = await banc.OuvrirAsync();
        var avant = await banc.ReponseAsync(passee, 0);
        await banc.SaisirAsync(banc.Membre(0), avant.Id, 1, 5, 10, 15);
        await banc.SaisirAsync(banc.Membre(0), avant.Id, 2, 1, 1, 1);
        await banc.ValiderAsync(banc.Membre(0, RoleDeMembre.Signataire), avant.Id);
        var campagne = await banc.OuvrirAsync(precedente: passee);
        var reponse = await banc.ReponseAsync(campagne, 0);
        await banc.SaisirAsync(banc.Membre(0), reponse.Id, 1, 6, 12, null);

        var fichier = (await atelier.Service<LireClasseurDeMembre>().DUneReponseAsync(banc.Membre(0), reponse.Id))!;

        Assert.Equal("CdgMarches_recensement-Membre-0001-FOURN_2026-03-10.xlsx", fichier.Nom);
        using var classeur = new XLWorkbook(new MemoryStream(fichier.Contenu));
        Assert.Equal(6, AtelierExcel.Cellule(classeur, 1, "Minimum").GetDouble());
        Assert.Equal(12, AtelierExcel.Cellule(classeur, 1, "Estimé").GetDouble());
        Assert.True(AtelierExcel.Cellule(classeur, 1, "Maximum").IsEmpty());
        Assert.Equal(5, AtelierExcel.Cellule(classeur, 1, "N-1 Minimum").GetDouble());
        Assert.Equal(15, AtelierExcel.Cellule(classeur, 1, "N-1 Maximum").GetDouble());
        Assert.Equal("1 — Papier", AtelierExcel.Cellule(classeur, 1, "Lot").GetString());
        Assert.Equal("rame", AtelierExcel.Cellule(classeur, 1, "Unité").GetString());
        Assert.Contains("Membre 0001", classeur.Worksheet("Lisez-moi").Cell(3, 2).GetString(), StringComparison.Ordinal);
        Assert.Contains(
            classeur.Worksheet("Lisez-moi").CellsUsed(),
            c => c.GetString().Contains("mardi 31 mars 2026", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Seules_les_cases_demandees_se_remplissent()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var banc = atelier.Banc;
        var campagne = await banc.OuvrirAsync([
            banc.Ligne("Papier A4"),
            banc.Ligne("Forfait", demandes: ChampDeReponse.MontantHt | ChampDeReponse.FinDeContrat),
        ]);
        var octets = await atelier.ClasseurDuMembreAsync(banc.Membre(0), campagne, 0);

        using var classeur = new XLWorkbook(new MemoryStream(octets));

        Assert.False(AtelierExcel.Cellule(classeur, 1, "Minimum").Style.Protection.Locked);
        Assert.False(AtelierExcel.Cellule(classeur, 2, "Montant HT (€)").Style.Protection.Locked);
        Assert.True(AtelierExcel.Cellule(classeur, 2, "Minimum").Style.Protection.Locked);
        Assert.True(AtelierExcel.Cellule(classeur, 1, "Fin du contrat actuel").Style.Protection.Locked);
        Assert.True(AtelierExcel.Cellule(classeur, 1, "Désignation").Style.Protection.Locked);
        Assert.True(AtelierExcel.Cellule(classeur, 1, "N-1 Minimum").Style.Protection.Locked);
        Assert.All(
            (string[])["Prestations", "Fournitures", "Parapheur"],
            f => Assert.True(classeur.Worksheet(f).Protection.IsProtected)
        );
        Assert.NotEqual(XLWorksheetVisibility.Visible, classeur.Worksheet("_meta").Visibility);
        Assert.Contains(classeur.Worksheet("Prestations").DataValidations, v => v.AllowedValues == XLAllowedValues.List);
    }

    [Fact]
    public async Task Un_texte_qui_ressemble_a_une_formule_reste_un_texte()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var banc = atelier.Banc;
        var campagne = await banc.OuvrirAsync([banc.Ligne("=HYPERLINK(\"http://exemple.invalid\")")]);
        var reponse = await banc.ReponseAsync(campagne, 0);

        using var classeur = new XLWorkbook(new MemoryStream(await atelier.ClasseurAsync(banc.Membre(0), reponse.Id)));

        var cellule = AtelierExcel.Cellule(classeur, 1, "Désignation");
        Assert.False(cellule.HasFormula);
        Assert.StartsWith("=HYPERLINK", cellule.GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_classeur_d_un_autre_membre_n_existe_pas_pour_moi()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var banc = atelier.Banc;
        var campagne = await banc.OuvrirAsync();
        var reponse = await banc.ReponseAsync(campagne, 0);
        var lire = atelier.Service<LireClasseurDeMembre>();

        Assert.Null(await lire.DUneReponseAsync(banc.Membre(1), reponse.Id));
        Assert.Null(await lire.DUnMembreAsync(banc.Membre(1), campagne, banc.Membres[0].Id));
        Assert.NotNull(await lire.DUneReponseAsync(Agents.Gestionnaire, reponse.Id));
        var limite = Agents.Gestionnaire with
        {
            Perimetre = Perimetre.DuCdg(
                new HashSet<Domain.Groupements.GroupementId> { Domain.Groupements.GroupementId.Nouveau() }
            ),
        };
        Assert.Null(await lire.DUneReponseAsync(limite, reponse.Id));
    }
}
