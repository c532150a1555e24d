using System.Text.Json;
using CdgMarches.App.Socle.Brouillons;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Socle.Import;

/// <summary>Une liste lue et confrontée à la base : rien n'est encore écrit.</summary>
public interface IListeLue
{
    ApercuDImport Apercu { get; }
}

/// <summary>Une liste que l'on importe : la clé qui garde son fichier, et de quoi le lire.</summary>
/// <param name="Cle">Ce qu'on importe, et où (« conventions/import ») : un fichier par agent et par clé.</param>
/// <param name="Lire">Lit le contenu et son nom, au nom d'un agent dont le droit est vérifié.</param>
public sealed record ImportDeListe<TListe>(string Cle, Func<Stream, string, CancellationToken, Task<TListe>> Lire)
    where TListe : class, IListeLue;

/// <summary>
/// La liste qu'un agent a déposée et n'a pas fini de traiter : gardée sur le serveur, elle survit à une connexion perdue. On garde
/// le fichier, jamais l'aperçu : relu, il dit ce qu'il en est aujourd'hui.
/// </summary>
public sealed class FichierEnCours(
    IDbContextFactory<MarchesDbContext> donnees,
    GarderBrouillon brouillons,
    MagasinDeFichiers magasin
)
{
    private static readonly string[] Tableurs = [TypesMime.Xlsx, TypesMime.Csv];

    /// <summary>Lit le fichier, et le garde s'il est lisible ; il remplace le précédent.</summary>
    /// <exception cref="RefusException">Le fichier n'est pas lisible : rien n'est gardé, le précédent reste.</exception>
    public async Task<TListe> DeposerAsync<TListe>(
        Acteur acteur,
        ImportDeListe<TListe> import,
        FichierRecu fichier,
        CancellationToken annulation = default
    )
        where TListe : class, IListeLue
    {
        TListe liste;
        await using (var flux = File.OpenRead(fichier.Chemin))
        {
            liste = await import.Lire(flux, fichier.Nom, annulation);
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await using var contenu = File.OpenRead(fichier.Chemin);
        var piece = await magasin.DeposerAsync(contexte, contenu, fichier.Nom, acteur, Tableurs, annulation);
        await contexte.SaveChangesAsync(annulation);
        await brouillons.EnregistrerAsync(
            acteur,
            import.Cle,
            JsonSerializer.Serialize(new FichierGarde(piece.Id, fichier.Nom)),
            annulation
        );
        return liste;
    }

    /// <summary>Relit le fichier gardé contre la base d'aujourd'hui.</summary>
    /// <returns>Null si l'agent n'a rien en cours.</returns>
    public async Task<TListe?> ReprendreAsync<TListe>(
        Acteur acteur,
        ImportDeListe<TListe> import,
        CancellationToken annulation = default
    )
        where TListe : class, IListeLue
    {
        if (
            await brouillons.LireAsync(acteur, import.Cle, annulation) is not { } brouillon
            || JsonSerializer.Deserialize<FichierGarde>(brouillon.Json) is not { } garde
        )
        {
            return null;
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (await contexte.Pieces.AsNoTracking().SingleOrDefaultAsync(p => p.Id == garde.Piece, annulation) is not { } piece)
        {
            return null;
        }

        await using var contenu = magasin.Ouvrir(piece);
        return await import.Lire(contenu, garde.Nom, annulation);
    }

    /// <summary>Les lignes refusées du fichier gardé, telles que reçues, avec leur motif : corrigé, il se dépose de nouveau.</summary>
    /// <returns>Null s'il n'y en a pas.</returns>
    public async Task<byte[]?> LignesRefuseesAsync<TListe>(
        Acteur acteur,
        ImportDeListe<TListe> import,
        CancellationToken annulation = default
    )
        where TListe : class, IListeLue =>
        await ReprendreAsync(acteur, import, annulation) is { Apercu: { SansErreur: false } apercu }
            ? EchangeExcel.EcrireLesRefus(apercu)
            : null;

    /// <summary>Les lignes refusées, en réponse à un téléchargement.</summary>
    internal async Task<Results<FileContentHttpResult, NotFound>> RemettreLesRefusAsync<TListe>(
        Acteur acteur,
        ImportDeListe<TListe> import,
        string nom,
        CancellationToken annulation
    )
        where TListe : class, IListeLue =>
        await LignesRefuseesAsync(acteur, import, annulation) is { } refus
            ? TypedResults.File(refus, ClasseurExcel.TypeMime, nom)
            : TypedResults.NotFound();

    /// <summary>Oublie le fichier : tout est importé, ou l'agent y renonce.</summary>
    public Task OublierAsync<TListe>(Acteur acteur, ImportDeListe<TListe> import, CancellationToken annulation = default)
        where TListe : class, IListeLue => brouillons.SupprimerAsync(acteur, import.Cle, annulation);

    private sealed record FichierGarde(Guid Piece, string Nom);
}
