using System.Text.Json;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Documents;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Documents;

/// <summary>Une production en série dans la liste : son compte rendu, ce qu'elle concerne et où la reprendre.</summary>
/// <param name="Serie">Le compte rendu.</param>
/// <param name="ObjetType">Le type de l'objet de son premier document ; nul si elle n'en a produit aucun.</param>
/// <param name="ObjetId">La clé de cet objet.</param>
/// <param name="Groupement">Son groupement.</param>
/// <param name="Modele">Le modèle employé, et sa version.</param>
/// <param name="Telechargement">Le fichier remis, tant qu'il est gardé, pour qui l'a demandé.</param>
public sealed record SerieEnListe(
    SerieDeDocuments Serie,
    string? ObjetType,
    Guid? ObjetId,
    Guid? Groupement,
    string? Modele,
    string? Telechargement
)
{
    /// <summary>Combien de documents sont faits, et combien ne le sont pas.</summary>
    public string Compte =>
        Formats.Compter(Serie.Produits, "document produit", "documents produits")
        + (Serie.EnErreur == 0 ? "." : $", {Formats.Compter(Serie.EnErreur, "non produit", "non produits")}.");
}

/// <summary>Les comptes rendus des productions en série, les plus récents d'abord.</summary>
public sealed class LireSeries(IDbContextFactory<MarchesDbContext> donnees)
{
    public const string AvecErreurs = "erreurs";

    /// <remarks>Un compte rendu nomme des membres : un agent limité à des groupements ne lit que les siens.</remarks>
    public async Task<PageDe<SerieEnListe>> ExecuterAsync(Acteur acteur, Demande demande, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var series = contexte.SeriesDeDocuments.AsNoTracking();
        if (acteur.Perimetre.Groupements is not null)
        {
            series = series.Where(s => s.ActeurId == acteur.Id);
        }

        if (demande.Filtre("nature") is { } nature)
        {
            series = series.Where(s => s.Nature == nature);
        }

        if (demande.Filtre("etat") == AvecErreurs)
        {
            series = series.Where(s => s.EnErreur > 0);
        }

        var lues = await series
            .OrderByDescending(s => s.ProduiteLe)
            .ThenByDescending(s => s.Id)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .ToListAsync(annulation);
        List<Guid?> ids = [.. lues.Select(s => (Guid?)s.Id)];
        var premiers = (
            await contexte
                .DocumentsProduits.Where(d => ids.Contains(d.Serie))
                .GroupBy(d => d.Serie!.Value)
                .Select(g => g.OrderBy(d => d.Id).First())
                .ToListAsync(annulation)
        ).ToDictionary(d => d.Serie!.Value);
        var fichiers = await FichiersAsync(contexte, acteur, lues, annulation);
        return new PageDe<SerieEnListe>(
            [
                .. lues.Select(s =>
                    premiers.GetValueOrDefault(s.Id) is { } d
                        ? new SerieEnListe(
                            s,
                            d.ObjetType,
                            d.ObjetId,
                            d.Groupement?.Valeur,
                            d.VersionDuModele is { } version ? $"{d.NomDuModele}, version {version}" : d.NomDuModele,
                            fichiers.GetValueOrDefault(s.Id)
                        )
                        : new SerieEnListe(s, null, null, null, null, fichiers.GetValueOrDefault(s.Id))
                ),
            ],
            await series.CountAsync(annulation)
        );
    }

    /// <summary>Le fichier que chaque série a remis à celui qui la lit, tant que le travail le garde.</summary>
    private static async Task<Dictionary<Guid, string>> FichiersAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        List<SerieDeDocuments> series,
        CancellationToken annulation
    )
    {
        if (series.TrueForAll(s => s.ActeurId != acteur.Id))
        {
            return [];
        }

        var travaux = await contexte
            .Travaux.AsNoTracking()
            .Where(t => t.Type == ProduireEnSerie.Type && t.AuteurId == acteur.Id && t.PieceId != null)
            .OrderByDescending(t => t.CreeLe)
            .Take(200)
            .Select(t => new { t.Id, t.Parametres })
            .ToListAsync(annulation);
        return travaux
            .Select(t => (t.Id, JsonSerializer.Deserialize<DemandeDeSerie>(t.Parametres)!.Serie))
            .DistinctBy(t => t.Serie)
            .ToDictionary(t => t.Serie, t => $"/travaux/{t.Id}/fichier");
    }
}
