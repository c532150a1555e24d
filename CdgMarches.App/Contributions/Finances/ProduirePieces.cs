using System.IO.Compression;
using System.Text.Json;
using CdgMarches.App.Contributions.Appels;
using CdgMarches.App.Documents;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.App.Socle.Travaux;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Finances;

/// <summary>Les pièces d'une remise : un document par titre, nommé comme la colonne « Pièce jointe », dans une archive.</summary>
public sealed class ProduirePieces(IDbContextFactory<MarchesDbContext> donnees, FileDeTravaux file)
{
    internal const string Type = "contributions.pieces";

    /// <returns>Le travail, à donner à <c>SuiviDeTravail</c>.</returns>
    public async Task<Guid> ExecuterAsync(Acteur acteur, Guid remise, CancellationToken annulation = default)
    {
        acteur.ExigerToutLeCdg(Droits.PreparerContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (!await contexte.ExportsDeFinances.AnyAsync(e => e.Id == remise, annulation))
        {
            throw new RefusException("Cette remise n'existe plus. Rien n'a été lancé.");
        }

        return await file.LancerAsync(
            acteur,
            Type,
            "Pièces des titres",
            Droits.PreparerContributions,
            new DemandeDePieces(remise),
            annulation
        );
    }
}

internal sealed record DemandeDePieces(Guid Remise);

/// <summary>Fusionne chaque titre d'une remise et range les documents dans une archive, en fond.</summary>
internal sealed class TravailDePieces(
    IDbContextFactory<MarchesDbContext> donnees,
    CatalogueDeDocuments catalogue,
    ChoisirModele choisir,
    PapierAEntete papier,
    HorlogeLegale horloge
) : ITravail
{
    public async Task<FichierProduit?> ExecuterAsync(
        Acteur auteur,
        string parametres,
        IProgress<Avancement> progres,
        CancellationToken annulation
    )
    {
        var remise = JsonSerializer.Deserialize<DemandeDePieces>(parametres)!.Remise;
        auteur.ExigerToutLeCdg(Droits.PreparerContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var export = await contexte.ExportsDeFinances.AsNoTracking().SingleAsync(e => e.Id == remise, annulation);
        var appels = await contexte
            .Appels.AsNoTracking()
            .Where(a => contexte.TitresRemis.Any(t => t.Export == remise && t.Appel == a.Id))
            .OrderBy(a => a.Numero)
            .ToListAsync(annulation);
        var corriges = await LettreDAppel.CorrigesAsync(contexte, appels, annulation);
        var nature = catalogue.De(LettreDAppel.Nature);
        var entete = await papier.LireAsync(annulation);
        Dictionary<Guid, ModeleChoisi> modeles = [];
        var flux = new MemoryStream();
        using (var archive = new ZipArchive(flux, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (rang, appel) in appels.Index())
            {
                annulation.ThrowIfCancellationRequested();
                var cle = appel.Groupement?.Valeur ?? Guid.Empty;
                if (!modeles.TryGetValue(cle, out var modele))
                {
                    modeles[cle] = modele = await choisir.ExecuterAsync(
                        contexte,
                        nature,
                        appel.Groupement,
                        annulation: annulation
                    );
                }

                var contenu = LettreDAppel.Donnees(appel, corriges, entete.Signataire);
                entete.Poser(contenu, auteur);
                await using var entree = archive.CreateEntry(appel.NomDeLaPiece, CompressionLevel.NoCompression).Open();
                await entree.WriteAsync(modele.Compile.Fusionner(contenu), annulation);
                progres.Report(new Avancement(rang + 1, appels.Count, "Production"));
            }
        }

        flux.Position = 0;
        return new FichierProduit(NomDeFichier.De("Pieces", export.Exercice, horloge.Aujourdhui, "zip"), TypesMime.Zip, flux);
    }
}
