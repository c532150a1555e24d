using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Collectivites.Regles;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Collectivites;

/// <summary>Une fiche qui ressemble à celle que l'on crée.</summary>
/// <param name="Fiche">La fiche existante.</param>
/// <param name="Raison">Ce qui les rapproche, en une phrase.</param>
/// <param name="Bloque">Vrai quand l'enregistrement sera refusé.</param>
public sealed record Doublon(RenvoiDeCollectivite Fiche, string Raison, bool Bloque);

/// <summary>Cherche les fiches de la même collectivité : même SIRET (refusé), nom semblable (à vérifier).</summary>
public sealed class ChercherDoublons(IDbContextFactory<MarchesDbContext> donnees)
{
    public async Task<IReadOnlyList<Doublon>> ExecuterAsync(
        Acteur acteur,
        IdentiteDeCollectivite identite,
        CollectiviteId? sauf = null,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var verdict = await NumerosLibresAsync(contexte, identite, sauf, annulation);
        var fiches = await contexte
            .Collectivites.AsNoTracking()
            .Where(c => c.FusionneeDans == null)
            .Select(c => new
            {
                c.Id,
                c.Nom,
                c.CleDeTri,
                c.Categorie,
                c.Departement,
                c.Siret,
                c.Siren,
            })
            .ToListAsync(annulation);
        var cle = CleDeTri.De(identite.Nom);
        List<Doublon> doublons = [];
        foreach (var f in fiches.Where(f => f.Id != sauf))
        {
            var renvoi = new RenvoiDeCollectivite(f.Id, f.Nom, f.Categorie);
            if (identite.Siret is not null && f.Siret == identite.Siret)
            {
                doublons.Add(new Doublon(renvoi, "Même SIRET : une seule fiche peut le porter.", Bloque: true));
            }
            else if (f.Siren is not null && f.Siren == (identite.Siren ?? identite.Siret?.Siren))
            {
                doublons.Add(new Doublon(renvoi, "Même SIREN.", Bloque: !verdict.EstFavorable));
            }
            else if (
                f.Categorie == identite.Categorie
                && (identite.Departement is null || f.Departement is null || f.Departement == identite.Departement)
                && Ressemblance.Est(cle, f.CleDeTri)
            )
            {
                doublons.Add(new Doublon(renvoi, "Nom semblable.", Bloque: false));
            }
        }

        return [.. doublons.OrderByDescending(d => d.Bloque).ThenBy(d => CleDeTri.De(d.Fiche.Nom)).Take(10)];
    }

    /// <summary>Les règles d'unicité, sur les faits de la base.</summary>
    internal static async Task<Verdict> NumerosLibresAsync(
        MarchesDbContext contexte,
        IdentiteDeCollectivite identite,
        CollectiviteId? sauf,
        CancellationToken annulation
    )
    {
        var (siret, siren) = (identite.Siret, identite.Siren ?? identite.Siret?.Siren);
        if (siren is null)
        {
            return Verdict.Favorable;
        }

        var proches = await contexte
            .Collectivites.AsNoTracking()
            .Where(c => c.Siren == siren || (siret != null && c.Siret == siret))
            .Select(c => new
            {
                c.Id,
                c.Nom,
                c.Siret,
                EstArchivee = c.ArchiveLe != null,
            })
            .ToListAsync(annulation);
        proches.RemoveAll(c => c.Id == sauf);
        var memeSiret = siret is null ? null : proches.Find(c => c.Siret == siret);
        var memeSiren = siret is null ? proches.Find(c => c.Siret is null) : null;
        return Verdict.De(
            new SiretLibre(siret, memeSiret?.Nom, memeSiret?.EstArchivee is true),
            new SirenDistinctif(siren, memeSiren?.Nom, memeSiren?.EstArchivee is true)
        );
    }
}

/// <summary>Deux noms repliés désignent-ils sans doute la même collectivité ?</summary>
internal static class Ressemblance
{
    private const int LongueurMin = 5;

    public static bool Est(string une, string autre)
    {
        if (une.Length == 0 || autre.Length == 0)
        {
            return false;
        }

        if (une == autre)
        {
            return true;
        }

        if (une.Length < LongueurMin || autre.Length < LongueurMin)
        {
            return false;
        }

        var tolerance = Math.Max(une.Length, autre.Length) >= 12 ? 2 : 1;
        return Math.Abs(une.Length - autre.Length) <= tolerance && Distance(une, autre) <= tolerance;
    }

    /// <summary>Le nombre de lettres à changer, ajouter, ôter ou intervertir pour passer de l'un à l'autre.</summary>
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            d[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            d[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cout = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i, j - 1] + 1, d[i - 1, j] + 1), d[i - 1, j - 1] + cout);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
