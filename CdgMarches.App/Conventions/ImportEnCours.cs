using System.Text.Json;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Brouillons;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Import;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Conventions;

/// <summary>
/// La liste de conventions qu'un agent a déposée et n'a pas fini de traiter : gardée sur le serveur, elle survit à une connexion
/// perdue. On garde le fichier, jamais l'aperçu : relu, il dit ce qu'il en est aujourd'hui.
/// </summary>
public sealed class ImportEnCours(
    IDbContextFactory<MarchesDbContext> donnees,
    ImporterConventions importer,
    GarderBrouillon brouillons,
    MagasinDeFichiers magasin
)
{
    private const string Cle = "conventions/import";

    private static readonly string[] Tableurs = [TypesMime.Xlsx, TypesMime.Csv];

    /// <summary>Lit le fichier, et le garde s'il est lisible ; il remplace le précédent.</summary>
    /// <exception cref="RefusException">Le fichier n'est pas lisible : rien n'est gardé, le précédent reste.</exception>
    public async Task<ListeDeConventions> DeposerAsync(Acteur acteur, FichierRecu fichier, CancellationToken annulation = default)
    {
        ListeDeConventions liste;
        await using (var flux = File.OpenRead(fichier.Chemin))
        {
            liste = await importer.LireAsync(acteur, flux, fichier.Nom, annulation);
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await using var contenu = File.OpenRead(fichier.Chemin);
        var piece = await magasin.DeposerAsync(contexte, contenu, fichier.Nom, acteur, Tableurs, annulation);
        await contexte.SaveChangesAsync(annulation);
        await brouillons.EnregistrerAsync(
            acteur,
            Cle,
            JsonSerializer.Serialize(new FichierGarde(piece.Id, fichier.Nom)),
            annulation
        );
        return liste;
    }

    /// <summary>Relit le fichier gardé contre les conventions d'aujourd'hui.</summary>
    /// <returns>Null si l'agent n'a rien en cours.</returns>
    public async Task<ListeDeConventions?> ReprendreAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.GererConventions);
        if (
            await brouillons.LireAsync(acteur, Cle, annulation) is not { } brouillon
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
        return await importer.LireAsync(acteur, contenu, garde.Nom, annulation);
    }

    /// <summary>Les lignes refusées du fichier gardé, telles que reçues, avec leur motif : corrigé, il se dépose de nouveau.</summary>
    /// <returns>Null s'il n'y en a pas.</returns>
    public async Task<byte[]?> LignesRefuseesAsync(Acteur acteur, CancellationToken annulation = default) =>
        await ReprendreAsync(acteur, annulation) is { Apercu: { SansErreur: false } apercu }
            ? EchangeExcel.EcrireLesRefus(apercu)
            : null;

    /// <summary>Oublie le fichier : tout est importé, ou l'agent y renonce.</summary>
    public async Task OublierAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.GererConventions);
        await brouillons.SupprimerAsync(acteur, Cle, annulation);
    }

    private sealed record FichierGarde(Guid Piece, string Nom);
}
