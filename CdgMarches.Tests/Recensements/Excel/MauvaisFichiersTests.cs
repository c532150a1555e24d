using CdgMarches.App.Recensements.Excel;
using CdgMarches.App.Socle;
using CdgMarches.Database.Recensements;
using CdgMarches.Tests.Outils;
using CdgMarches.Tests.Socle.Tableur;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Recensements.Excel;

/// <summary>Chaque mauvais fichier, à chaque porte par où un recensement en reçoit : une phrase, et rien d'écrit.</summary>
public sealed class MauvaisFichiersTests
{
    [Theory]
    [MemberData(nameof(FichiersDEssai.GenresDeMauvaisFichiers), MemberType = typeof(FichiersDEssai))]
    public async Task Le_classeur_d_un_membre_est_refuse_par_une_phrase_et_rien_n_est_ecrit(string genre)
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var campagne = await atelier.Banc.OuvrirAsync();
        var reponse = await atelier.Banc.ReponseAsync(campagne, 0);
        var (nom, octets, phrase) = FichiersDEssai.Mauvais(genre);

        var refus = await Assert.ThrowsAsync<RefusException>(() =>
            atelier.PreparerAsync(atelier.Banc.Membre(0), reponse.Id, octets, nom)
        );

        Exiger(phrase, refus.Message);
        await RienAsync(atelier);
        Assert.Empty(await atelier.ImportsAsync());
    }

    [Theory]
    [MemberData(nameof(FichiersDEssai.GenresDeMauvaisFichiers), MemberType = typeof(FichiersDEssai))]
    public async Task Un_catalogue_est_refuse_par_une_phrase_et_rien_n_est_ecrit(string genre)
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var campagne = await atelier.Banc.PreparerAsync();
        var lignes = await atelier.Banc.LireAsync(c => c.LignesDeCatalogue.CountAsync());
        var (nom, octets, phrase) = FichiersDEssai.Mauvais(genre);

        var refus = await Assert.ThrowsAsync<RefusException>(() =>
            atelier.Service<ImportDeCatalogue>().PreparerAsync(Agents.Gestionnaire, campagne, new MemoryStream(octets), nom)
        );

        Exiger(phrase, refus.Message);
        Assert.Equal(lignes, await atelier.Banc.LireAsync(c => c.LignesDeCatalogue.CountAsync()));
        Assert.Empty(await atelier.ImportsAsync());
    }

    [Fact]
    public async Task Dans_un_depot_chacun_recoit_sa_phrase_et_n_empeche_pas_le_bon()
    {
        await using var atelier = await AtelierExcel.CreerAsync();
        var campagne = await atelier.Banc.OuvrirAsync();
        var (depot, deposer) = (Guid.CreateVersion7(), atelier.Service<DeposerEnVrac>());
        List<string> mauvais = [];
        foreach (var genre in FichiersDEssai.GenresDeMauvaisFichiers.Select(g => g.Data))
        {
            var (nom, octets, _) = FichiersDEssai.Mauvais(genre);
            mauvais.Add($"{genre} {nom}");
            await deposer.RecevoirAsync(Agents.Gestionnaire, campagne, depot, new MemoryStream(octets), $"{genre} {nom}");
        }

        var bon = AtelierExcel.Remplir(await atelier.ClasseurDuMembreAsync(Agents.Gestionnaire, campagne, 1), (1, "Estimé", 5));
        await deposer.RecevoirAsync(Agents.Gestionnaire, campagne, depot, new MemoryStream(bon), "bon.xlsx");

        await deposer.ExaminerAsync(Agents.Gestionnaire, campagne, depot);
        await RienAsync(atelier);
        await deposer.AppliquerAsync(Agents.Gestionnaire, campagne, depot, null, ModeDImport.ToutOuRien);

        var imports = await atelier.ImportsAsync();
        Assert.Equal(EtapeDImport.Applique, imports.Single(i => i.NomDuFichier == "bon.xlsx").Etat);
        foreach (var nom in mauvais)
        {
            var import = imports.Single(i => i.NomDuFichier == nom);
            Assert.Equal(EtapeDImport.Refuse, import.Etat);
            Exiger(".", import.Refus!);
        }

        Assert.Equal(1, await atelier.Banc.LireAsync(c => c.LignesDeReponse.CountAsync()));
    }

    private static async Task RienAsync(AtelierExcel atelier) =>
        Assert.Equal(0, await atelier.Banc.LireAsync(c => c.LignesDeReponse.CountAsync()));

    private static void Exiger(string attendue, string dite)
    {
        Assert.Contains(attendue, dite.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", dite, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", dite, StringComparison.Ordinal);
    }
}
