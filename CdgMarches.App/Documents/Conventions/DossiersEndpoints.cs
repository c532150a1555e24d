using System.IO.Compression;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Documents.Conventions;

/// <summary>Le dossier d'une convention en une archive, et chacune de ses annexes.</summary>
internal static class DossiersEndpoints
{
    public static void MapDossiers(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/documents/dossiers/{objetType}/{objet:guid}/dossier.zip", ArchiveAsync)
            .RequireAuthorization(Droits.ConsulterCdg);
        routes
            .MapGet("/documents/dossiers/{objetType}/{objet:guid}/annexes/{code}", AnnexeAsync)
            .RequireAuthorization(Droits.ConsulterCdg);
    }

    private static async Task<IResult> AnnexeAsync(
        string objetType,
        Guid objet,
        string code,
        ActeurCourant acteurCourant,
        LireDossier lire,
        ServirPiece servir,
        HttpContext http,
        CancellationToken annulation
    )
    {
        var acteur = await acteurCourant.LireAsync(annulation);
        var dossier = await lire.ExecuterAsync(acteur, objetType, objet, annulation);
        return dossier?.Annexes.FirstOrDefault(a => a.Code == code)?.Piece is { } piece
            ? await servir.ExecuterAsync(acteur, piece, (_, _, _) => Task.FromResult(true), http, annulation: annulation)
            : TypedResults.NotFound();
    }

    /// <summary>Le texte, les annexes numérotées dans l'ordre où la convention les cite, et le bordereau.</summary>
    private static async Task<IResult> ArchiveAsync(
        string objetType,
        Guid objet,
        ActeurCourant acteurCourant,
        LireDossier lire,
        IDbContextFactory<MarchesDbContext> donnees,
        MagasinDeFichiers magasin,
        HorlogeLegale horloge,
        CancellationToken annulation
    )
    {
        if (await lire.ExecuterAsync(await acteurCourant.LireAsync(annulation), objetType, objet, annulation) is not { } fiche)
        {
            return TypedResults.NotFound();
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var texte = await contexte
            .DocumentsProduits.Where(d => d.Id == fiche.Texte)
            .Select(d => (Guid?)d.Piece)
            .SingleOrDefaultAsync(annulation);
        var ids = fiche.Annexes.Select(a => a.Piece).Append(texte).OfType<Guid>().ToList();
        var pieces = await contexte.Pieces.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, annulation);
        var flux = new FileStream(
            Path.Combine(Path.GetTempPath(), $"cdgmarches-dossier-{Guid.CreateVersion7():N}"),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
            }
        );
        using (var archive = new ZipArchive(flux, ZipArchiveMode.Create, leaveOpen: true))
        {
            await BordereauAsync(archive, fiche, texte is not null);
            if (texte is { } t)
            {
                await CopierAsync(archive, $"01 Convention{Path.GetExtension(pieces[t].Nom)}", magasin.Ouvrir(pieces[t]));
            }

            foreach (var (rang, annexe) in fiche.Annexes.Index())
            {
                if (annexe.Piece is { } p)
                {
                    await CopierAsync(archive, $"Annexe {rang + 1:00} {pieces[p].Nom}", magasin.Ouvrir(pieces[p]));
                }
            }
        }

        flux.Position = 0;
        return TypedResults.Stream(flux, TypesMime.Zip, NomDeFichier.De("Dossier", fiche.Faits.Titre, horloge.Aujourdhui, "zip"));
    }

    private static async Task BordereauAsync(ZipArchive archive, FicheDeDossier fiche, bool avecTexte)
    {
        await using var bordereau = new StreamWriter(archive.CreateEntry("00 Bordereau.txt").Open());
        await bordereau.WriteLineAsync(fiche.Faits.Titre);
        await bordereau.WriteLineAsync(avecTexte ? $"Texte : {fiche.TitreDuTexte}" : "Texte : pas encore produit");
        foreach (var (rang, annexe) in fiche.Annexes.Index())
        {
            await bordereau.WriteLineAsync($"Annexe {rang + 1} : {annexe.Libelle}{(annexe.EstReunie ? "" : " — MANQUANTE")}");
        }
    }

    private static async Task CopierAsync(ZipArchive archive, string nom, FileStream contenu)
    {
        await using (contenu)
        {
            await using var entree = archive.CreateEntry(nom).Open();
            await contenu.CopyToAsync(entree);
        }
    }
}
