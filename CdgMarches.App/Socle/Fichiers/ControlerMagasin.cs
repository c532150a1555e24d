using System.Security.Cryptography;
using CdgMarches.App.Demarrage;
using CdgMarches.Database;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Socle.Fichiers;

/// <summary>Un contenu en défaut, et le nom d'une pièce qui le désigne.</summary>
public sealed record ContenuEnDefaut(string Sha256, string Nom);

/// <summary>L'état du magasin de fichiers.</summary>
/// <param name="Pieces">Le nombre de pièces de la base.</param>
/// <param name="Contenus">Le nombre de contenus distincts qu'elles désignent.</param>
/// <param name="Octets">Ce qui a été relu.</param>
/// <param name="Manquants">Des pièces sans fichier : jamais après une simple panne.</param>
/// <param name="Abimes">Des fichiers dont le contenu n'a plus son empreinte.</param>
/// <param name="Orphelins">Des fichiers que rien ne désigne : ce qu'une panne peut laisser, sans dommage.</param>
/// <param name="Provisoires">Des dépôts interrompus.</param>
public sealed record BilanDuMagasin(
    int Pieces,
    int Contenus,
    long Octets,
    IReadOnlyList<ContenuEnDefaut> Manquants,
    IReadOnlyList<ContenuEnDefaut> Abimes,
    IReadOnlyList<string> Orphelins,
    IReadOnlyList<string> Provisoires
)
{
    public bool EstSain => Manquants.Count == 0 && Abimes.Count == 0;
}

/// <summary>Relit chaque contenu désigné et compare son empreinte, puis cherche les fichiers que rien ne désigne.</summary>
public sealed class ControlerMagasin(IDbContextFactory<MarchesDbContext> donnees, MagasinDeFichiers magasin, Reglages reglages)
{
    public async Task<BilanDuMagasin> ExecuterAsync(CancellationToken annulation = default)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var pieces = await contexte.Pieces.CountAsync(annulation);
        var designes = await contexte
            .Pieces.GroupBy(p => p.Sha256)
            .Select(g => new { Sha256 = g.Key, Nom = g.Min(p => p.Nom)! })
            .OrderBy(g => g.Sha256)
            .ToListAsync(annulation);
        List<ContenuEnDefaut> manquants = [];
        List<ContenuEnDefaut> abimes = [];
        var octets = 0L;
        foreach (var designe in designes)
        {
            var chemin = magasin.Chemin(designe.Sha256);
            if (!File.Exists(chemin))
            {
                manquants.Add(new ContenuEnDefaut(designe.Sha256, designe.Nom));
                continue;
            }

            await using var flux = File.OpenRead(chemin);
            octets += flux.Length;
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(flux, annulation)) != designe.Sha256)
            {
                abimes.Add(new ContenuEnDefaut(designe.Sha256, designe.Nom));
            }
        }

        var connus = designes.Select(d => magasin.Chemin(d.Sha256)).ToHashSet(StringComparer.Ordinal);
        var provisoires = Fichiers(Path.Combine(reglages.DossierDesFichiers, MagasinDeFichiers.NomDesProvisoires));
        return new BilanDuMagasin(
            pieces,
            designes.Count,
            octets,
            manquants,
            abimes,
            [.. Fichiers(reglages.DossierDesFichiers).Except(provisoires).Where(f => !connus.Contains(f))],
            provisoires
        );
    }

    private static List<string> Fichiers(string dossier) =>
        Directory.Exists(dossier)
            ? [.. Directory.EnumerateFiles(dossier, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)]
            : [];
}
