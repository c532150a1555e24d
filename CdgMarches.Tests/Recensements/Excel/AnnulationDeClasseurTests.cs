using CdgMarches.App.Recensements.Excel;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Recensements;

namespace CdgMarches.Tests.Recensements.Excel;

/// <summary>Un classeur importé s'annule dans la journée, sans toucher à ce que d'autres ont changé depuis.</summary>
public sealed class AnnulationDeClasseurTests
{
    [Fact]
    public async Task Un_import_s_annule_dans_la_journee_sauf_les_lignes_changees_depuis()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var (banc, membre) = (atelier.Banc, atelier.Banc.Membre(0));
        var reponse = await banc.ReponseAsync(await banc.OuvrirAsync(), 0);
        await banc.SaisirAsync(membre, reponse.Id, 1, 3, null, null);
        var rempli = AtelierExcel.Remplir(await atelier.ClasseurAsync(membre, reponse.Id), (1, "Minimum", 30), (2, "Estimé", 8));
        var import = await atelier.ImporterAsync(membre, reponse.Id, rempli);
        await atelier
            .Service<App.Recensements.SaisirCellules>()
            .ExecuterAsync(
                membre,
                reponse.Id,
                [new(2, ChampDeReponse.Estime, ValeurDeCellule.DeNombre(8000), ValeurDeCellule.DeNombre(9000))]
            );

        banc.Avancer(TimeSpan.FromHours(23));
        Assert.Equal((1, 1), await atelier.Service<AnnulerImport>().ExecuterAsync(membre, import.Id));

        Assert.Equal(3000L, (await banc.LigneAsync(reponse.Id, 1))!.MinimumMilliemes);
        Assert.Equal(9000L, (await banc.LigneAsync(reponse.Id, 2))!.EstimeMilliemes);
        await Assert.ThrowsAsync<RefusException>(() => atelier.Service<AnnulerImport>().ExecuterAsync(membre, import.Id));
    }

    [Fact]
    public async Task Passe_vingt_quatre_heures_un_import_ne_s_annule_plus()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var (banc, membre) = (atelier.Banc, atelier.Banc.Membre(0));
        var reponse = await banc.ReponseAsync(await banc.OuvrirAsync(), 0);
        var rempli = AtelierExcel.Remplir(await atelier.ClasseurAsync(membre, reponse.Id), (1, "Minimum", 30));
        var import = await atelier.ImporterAsync(membre, reponse.Id, rempli);

        banc.Avancer(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));
        var refus = await Assert.ThrowsAsync<RefusException>(() =>
            atelier.Service<AnnulerImport>().ExecuterAsync(membre, import.Id)
        );

        Assert.Contains("24 heures", refus.Message, StringComparison.Ordinal);
        Assert.Equal(30000L, (await banc.LigneAsync(reponse.Id, 1))!.MinimumMilliemes);
    }
}
