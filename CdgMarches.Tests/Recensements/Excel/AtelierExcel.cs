using CdgMarches.App.Courriels;
using CdgMarches.App.Demarrage;
using CdgMarches.App.Recensements;
using CdgMarches.App.Recensements.Excel;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Database;
using CdgMarches.Database.Recensements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using CdgMarches.Tests.Outils;
using ClosedXML.Excel;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Recensements.Excel;

/// <summary>Un banc de recensement, avec le magasin de fichiers, les travaux et les cas d'usage des classeurs.</summary>
public sealed class AtelierExcel : IAsyncDisposable
{
    private readonly string _dossier = Path.Combine(Path.GetTempPath(), $"cdgmarches-atelier-{Guid.CreateVersion7():N}");
    private readonly EphemeralDataProtectionProvider _protection = new();
    private readonly ServiceProvider _services;

    private AtelierExcel(BancDeRecensement banc)
    {
        Banc = banc;
        _services = Composer(new ServiceCollection()).BuildServiceProvider();
    }

    public BancDeRecensement Banc { get; }

    public static async Task<AtelierExcel> CreerAsync(int membres = 3) => new(await BancDeRecensement.CreerAsync(membres));

    /// <summary>Les services de l'application, sur la base, l'horloge et le dossier de cet atelier.</summary>
    public IServiceCollection Composer(IServiceCollection services) =>
        services
            .AddLogging()
            .AddSingleton<TimeProvider>(Banc.Horloge)
            .AddSingleton(
                new Reglages(
                    Fournisseur.Sqlite,
                    Banc.Base.Connexion,
                    _dossier,
                    _dossier,
                    TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")
                )
            )
            .AddSingleton(Banc.Base.Fabrique)
            .AddSocle()
            .AddSingleton<ComposerCourriel>()
            .AddAdressesDEssai()
            .AddRecensements()
            .AddSingleton<IDataProtectionProvider>(_protection);

    public T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<byte[]> ClasseurAsync(Acteur acteur, ReponseId reponse) =>
        (await Service<LireClasseurDeMembre>().DUneReponseAsync(acteur, reponse))!.Contenu;

    public async Task<byte[]> ClasseurDuMembreAsync(Acteur acteur, CampagneId campagne, int membre) =>
        (await Service<LireClasseurDeMembre>().DUnMembreAsync(acteur, campagne, Banc.Membres[membre].Id))!.Contenu;

    public Task<Guid> PreparerAsync(Acteur acteur, ReponseId reponse, byte[] classeur, string nom = "retour.xlsx") =>
        Service<PreparerImport>().ExecuterAsync(acteur, reponse, new MemoryStream(classeur), nom);

    public async Task<ImportLu> LireAsync(Acteur acteur, Guid id) => (await Service<LireImports>().UnAsync(acteur, id))!;

    public Task<ResultatDImport> AppliquerAsync(Acteur acteur, Guid id, ModeDImport mode = ModeDImport.ToutOuRien) =>
        Service<AppliquerImport>().ExecuterAsync(acteur, id, mode);

    /// <summary>Prépare et applique d'un trait.</summary>
    public async Task<ImportLu> ImporterAsync(Acteur acteur, ReponseId reponse, byte[] classeur)
    {
        var id = await PreparerAsync(acteur, reponse, classeur);
        await AppliquerAsync(acteur, id);
        return await LireAsync(acteur, id);
    }

    /// <summary>Ce que le membre fait de son classeur dans Excel.</summary>
    public static byte[] Modifier(byte[] classeur, Action<XLWorkbook> faire)
    {
        using var ouvert = new XLWorkbook(new MemoryStream(classeur));
        faire(ouvert);
        using var flux = new MemoryStream();
        ouvert.SaveAs(flux, new SaveOptions { EvaluateFormulasBeforeSaving = true });
        return flux.ToArray();
    }

    public static byte[] Remplir(byte[] classeur, params (int Ligne, string Colonne, object? Valeur)[] cellules) =>
        Modifier(
            classeur,
            ouvert =>
            {
                foreach (var (ligne, colonne, valeur) in cellules)
                {
                    var cellule = Cellule(ouvert, ligne, colonne);
                    if (valeur is null)
                    {
                        cellule.Clear(XLClearOptions.Contents);
                    }
                    else
                    {
                        cellule.Value = valeur;
                    }
                }
            }
        );

    /// <summary>La cellule d'une ligne de catalogue, où qu'elle soit dans le classeur.</summary>
    public static IXLCell Cellule(XLWorkbook classeur, int ligne, string colonne)
    {
        foreach (var feuille in classeur.Worksheets.Where(f => f.Visibility == XLWorksheetVisibility.Visible))
        {
            var entete = feuille.RowsUsed().FirstOrDefault(r => r.CellsUsed().Any(c => c.GetString() == "N°"));
            if (
                entete?.CellsUsed().FirstOrDefault(c => c.GetString() == colonne) is { } titre
                && feuille
                    .RowsUsed()
                    .FirstOrDefault(r =>
                        r.RowNumber() > entete.RowNumber()
                        && r.Cell(1).GetString() == ligne.ToString(System.Globalization.CultureInfo.InvariantCulture)
                    )
                    is { } rang
            )
            {
                return rang.Cell(titre.Address.ColumnNumber);
            }
        }

        throw new InvalidOperationException($"Ligne {ligne}, colonne « {colonne} » introuvable.");
    }

    public static TableurLu Lire(byte[] classeur) => LecteurDeTableur.Lire(new MemoryStream(classeur), "essai.xlsx");

    public Task<List<ImportDeRecensement>> ImportsAsync() =>
        Banc.LireAsync(c => c.ImportsDeRecensement.AsNoTracking().OrderBy(i => i.NomDuFichier).ToListAsync());

    /// <summary>Les contenus que le magasin garde.</summary>
    public IReadOnlyList<string> Fichiers() =>
        Directory.Exists(_dossier) ? Directory.GetFiles(_dossier, "*", SearchOption.AllDirectories) : [];

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Banc.DisposeAsync();
        if (Directory.Exists(_dossier))
        {
            Directory.Delete(_dossier, recursive: true);
        }
    }
}
