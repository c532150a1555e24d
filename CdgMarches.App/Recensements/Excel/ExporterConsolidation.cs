using System.Text.Json;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.App.Socle.Travaux;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>Ce qu'un export de consolidation doit contenir.</summary>
/// <param name="Campagne">La campagne.</param>
/// <param name="Gel">La version gelée ; null pour l'état présent.</param>
public sealed record DemandeDeConsolidation(Guid Campagne, Guid? Gel);

/// <summary>Fait le classeur de consolidation, en travail de fond : il se retrouve dans « Mes exports ».</summary>
public sealed class ExporterConsolidation(LireDonneesDeConsolidation lire, FileDeTravaux file, HorlogeLegale horloge) : ITravail
{
    public const string Type = "recensements.consolidation";

    /// <summary>Met l'export en file.</summary>
    /// <returns>L'identifiant du travail, à suivre.</returns>
    public Task<Guid> LancerAsync(
        Acteur acteur,
        CampagneId campagne,
        ConsolidationId? gel,
        string libelle,
        CancellationToken annulation = default
    ) =>
        file.LancerAsync(
            acteur,
            Type,
            libelle,
            Droits.ConsulterCdg,
            new DemandeDeConsolidation(campagne.Valeur, gel?.Valeur),
            annulation
        );

    public async Task<FichierProduit?> ExecuterAsync(
        Acteur auteur,
        string parametres,
        IProgress<Avancement> progres,
        CancellationToken annulation
    )
    {
        var demande = JsonSerializer.Deserialize<DemandeDeConsolidation>(parametres)!;
        progres.Report(new Avancement(0, 0, "Lecture des réponses"));
        var donnees = await lire.ExecuterAsync(
            auteur,
            new CampagneId(demande.Campagne),
            demande.Gel is { } gel ? new ConsolidationId(gel) : null,
            annulation
        );

        // A large workbook is written to disk, not held twice in memory; the file disappears with its handle.
        var flux = new FileStream(
            Path.Combine(Path.GetTempPath(), $"cdgmarches-{Guid.CreateVersion7():N}.xlsx"),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
            }
        );
        try
        {
            var (fait, total) = (0, donnees.Lots.Count + 3);
            ClasseurDeConsolidation.Ecrire(
                donnees,
                flux,
                horloge.Aujourdhui,
                horloge.Fuseau,
                etape =>
                {
                    annulation.ThrowIfCancellationRequested();
                    progres.Report(new Avancement(++fait, total, etape));
                }
            );
            flux.Position = 0;
        }
        catch
        {
            await flux.DisposeAsync();
            throw;
        }

        var version = donnees.Gel is { } fige ? $"v{fige.Numero}" : "provisoire";
        return new FichierProduit(
            NomDeFichier.De("consolidation", $"{donnees.Campagne.Reference} {version}", horloge.Aujourdhui),
            TypesMime.Xlsx,
            flux
        );
    }
}
