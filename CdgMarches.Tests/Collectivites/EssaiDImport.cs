using CdgMarches.App.Collectivites.Echanges;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Tests.Outils;
using ClosedXML.Excel;

namespace CdgMarches.Tests.Collectivites;

/// <summary>De quoi préparer, appliquer et relire un import de collectivités sur une base à soi.</summary>
public abstract class EssaiDImport : IAsyncLifetime
{
    protected static string SirenDeLens { get; } = ReferentielDEssai.SirenFictif(1);

    protected static string SirenDeLievin { get; } = ReferentielDEssai.SirenFictif(2);

    protected ReferentielDEssai Referentiel { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Referentiel = await ReferentielDEssai.CreerAsync();

    public async ValueTask DisposeAsync()
    {
        await Referentiel.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task<ImportMontre> PreparerAsync(byte[] fichier, string nom = "collectivites.xlsx")
    {
        using var flux = new MemoryStream(fichier);
        return await LireAsync(await Referentiel.Preparer.ExecuterAsync(Agents.Gestionnaire, flux, nom));
    }

    protected async Task<ImportMontre> ImporterAsync(byte[] fichier, string nom = "collectivites.xlsx")
    {
        var import = await PreparerAsync(fichier, nom);
        Assert.Equal(0, import.LignesEnErreur);
        await Referentiel.Appliquer.ExecuterAsync(Agents.Gestionnaire, import.Id, import.Version, toutOuRien: true);
        return import;
    }

    protected async Task<ImportMontre> LireAsync(ImportDeCollectivitesId id) =>
        (await Referentiel.Imports.ExecuterAsync(Agents.Gestionnaire, id))!;

    protected async Task<IReadOnlyList<LigneMontree>> LignesAsync(ImportMontre import) =>
        (await Referentiel.Imports.LignesAsync(Agents.Gestionnaire, import.Id, new Demande(Taille: 200))).Elements;

    protected static byte[] Classeur(string[] entetes, params object?[][] lignes)
    {
        using var classeur = new XLWorkbook();
        var feuille = classeur.AddWorksheet("Collectivités");
        for (var c = 0; c < entetes.Length; c++)
        {
            feuille.Cell(1, c + 1).SetValue(entetes[c]);
        }

        for (var l = 0; l < lignes.Length; l++)
        {
            for (var c = 0; c < lignes[l].Length; c++)
            {
                var cellule = feuille.Cell(l + 2, c + 1);
                _ = lignes[l][c] switch
                {
                    string texte => cellule.SetValue(texte),
                    int nombre => cellule.SetValue(nombre),
                    DateTime date => cellule.SetValue(date),
                    _ => cellule,
                };
            }
        }

        using var flux = new MemoryStream();
        classeur.SaveAs(flux);
        return flux.ToArray();
    }
}
