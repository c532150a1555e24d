using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Collectivites;

/// <summary>Une entrée du catalogue national, et la fiche qui existe déjà pour elle.</summary>
public sealed record EntreeDuCatalogue(
    string Code,
    NatureDeReference Nature,
    string Nom,
    string? CodeInsee,
    string? Siren,
    string? CodePostal,
    string? Departement,
    int? PopulationMunicipale,
    string? SirenEpci,
    CollectiviteId? DejaAuReferentiel
)
{
    public string Detail =>
        string.Join(
            " · ",
            new[]
            {
                Nature.Categorie().Libelle(),
                CodePostal ?? Departement,
                Siren,
                DejaAuReferentiel is null ? null : "déjà au référentiel",
            }.Where(t => !string.IsNullOrEmpty(t))
        );
}

/// <summary>Cherche dans le catalogue national par nom, code postal, code INSEE ou SIREN.</summary>
public sealed class ChercherAuCatalogue(IDbContextFactory<MarchesDbContext> donnees)
{
    public const int Maximum = 20;

    public async Task<IReadOnlyList<EntreeDuCatalogue>> ExecuterAsync(
        Acteur acteur,
        string? recherche,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        var mots = CleDeTri.Mots(recherche);
        if (mots.Count == 0)
        {
            return [];
        }

        // « 216 200 412 » et « 216200412 » sont le même SIREN.
        if (mots.All(m => m.All(char.IsAsciiDigit)))
        {
            mots = [string.Concat(mots)];
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var trouvees = contexte.CatalogueNational.AsNoTracking();
        foreach (var mot in mots)
        {
            trouvees = trouvees.Where(c => c.CleDeRecherche.Contains(mot));
        }

        var debut = mots[0];
        var exact = string.Join(' ', mots);
        var entrees = await trouvees
            .OrderBy(c =>
                c.CleDeTri == exact ? 0
                : c.CleDeTri.StartsWith(debut) ? 1
                : 2
            )
            .ThenBy(c => c.CleDeTri)
            .ThenByDescending(c => c.PopulationMunicipale)
            .Take(Maximum)
            .ToListAsync(annulation);
        return await ConfronterAsync(contexte, entrees, annulation);
    }

    private static async Task<IReadOnlyList<EntreeDuCatalogue>> ConfronterAsync(
        MarchesDbContext contexte,
        List<CollectiviteDeReference> entrees,
        CancellationToken annulation
    )
    {
        List<Siren> sirens = [.. entrees.Select(e => Siren.TryParse(e.Siren, out var siren) ? siren : null).OfType<Siren>()];
        var existantes = await contexte
            .Collectivites.AsNoTracking()
            .Where(c => sirens.Contains(c.Siren!))
            .Select(c => new { c.Id, c.Siren })
            .ToListAsync(annulation);
        return
        [
            .. entrees.Select(e => new EntreeDuCatalogue(
                e.Code,
                e.Nature,
                e.Nom,
                e.CodeInsee,
                e.Siren,
                e.CodePostal,
                e.Departement,
                e.PopulationMunicipale,
                e.SirenEpci,
                existantes.Find(x => x.Siren?.Valeur == e.Siren)?.Id
            )),
        ];
    }
}
