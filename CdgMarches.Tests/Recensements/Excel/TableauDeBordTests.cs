using CdgMarches.App.Recensements.Excel;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using CdgMarches.Tests.Outils;

namespace CdgMarches.Tests.Recensements.Excel;

public sealed class TableauDeBordTests
{
    [Fact]
    public async Task L_export_rend_exactement_les_membres_filtres_dans_l_ordre_de_l_ecran_page_apres_page()
    {
        await using var atelier = await AtelierExcel.CreerAsync(membres: 203);
        var campagne = await atelier.Banc.OuvrirAsync();
        await atelier.Banc.SaisirAsync(atelier.Banc.Membre(2), (await atelier.Banc.ReponseAsync(campagne, 2)).Id, 1, 1, 2, 3);
        var exporter = atelier.Service<ExporterTableauDeBord>();

        var tout = await exporter.ExecuterAsync(Agents.Gestionnaire, campagne, new Demande(Tri: "nom", Decroissant: true));
        var brouillons = await exporter.ExecuterAsync(
            Agents.Gestionnaire,
            campagne,
            new Demande(Filtres: new Dictionary<string, string> { ["etat"] = nameof(EtatDeReponse.Brouillon) })
        );

        var lignes = AtelierExcel.Lire(tout!.Contenu).Feuille("Réponses")!.Lignes;
        Assert.Equal(204, lignes.Count);
        Assert.Equal(["Membre", "Fournitures", "Parapheur"], Enumerable.Range(1, 3).Select(c => lignes[0][c].Texte));
        Assert.Equal("Membre 0203", lignes[1][1].Texte);
        Assert.Equal("Membre 0001", lignes[^1][1].Texte);
        Assert.Equal(
            ("Membre 0003", "Brouillon", "Non ouverte"),
            (lignes[201][1].Texte, lignes[201][2].Texte, lignes[201][3].Texte)
        );
        Assert.Equal(2, AtelierExcel.Lire(brouillons!.Contenu).Feuille("Réponses")!.Lignes.Count);
    }

    [Fact]
    public async Task La_matrice_d_un_autre_groupement_ne_s_exporte_pas_et_un_membre_ne_l_exporte_jamais()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var campagne = await atelier.Banc.OuvrirAsync();
        var exporter = atelier.Service<ExporterTableauDeBord>();
        var ailleurs = Agents.Gestionnaire with
        {
            Perimetre = Perimetre.DuCdg(new HashSet<GroupementId> { new(Guid.NewGuid()) }),
        };

        Assert.Null(await exporter.ExecuterAsync(ailleurs, campagne, new Demande()));
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            exporter.ExecuterAsync(atelier.Banc.Membre(0), campagne, new Demande())
        );
    }
}
