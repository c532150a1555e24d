using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Collectivites;

/// <summary>Une collectivité proposée par la recherche d'un champ.</summary>
public sealed record SuggestionDeCollectivite(
    CollectiviteId Id,
    string Nom,
    CategorieDeCollectivite Categorie,
    string? Departement,
    Siret? Siret,
    Siren? Siren
)
{
    /// <summary>De quoi la distinguer d'une homonyme.</summary>
    public string Detail =>
        string.Join(
            " · ",
            new[] { Categorie.Libelle(), Departement, Siret?.Formater() ?? Siren?.Formater() }.Where(t =>
                !string.IsNullOrEmpty(t)
            )
        );
}

/// <summary>Cherche dans le référentiel, au fil de la frappe.</summary>
public sealed class ChercherCollectivites(IDbContextFactory<MarchesDbContext> donnees)
{
    public const int Maximum = 20;

    /// <param name="acteur">Celui qui cherche : un membre ne trouve que les siennes.</param>
    /// <param name="recherche">Les mots tapés.</param>
    /// <param name="categories">Les catégories admises ; null pour toutes.</param>
    /// <param name="annulation">Abandonne la lecture.</param>
    public async Task<IReadOnlyList<SuggestionDeCollectivite>> ExecuterAsync(
        Acteur acteur,
        string? recherche,
        IReadOnlyList<CategorieDeCollectivite>? categories = null,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Consulter);
        var mots = CleDeTri.Mots(recherche);
        if (mots.Count == 0)
        {
            return [];
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var trouvees = contexte.Collectivites.AsNoTracking().DuPerimetre(acteur).Where(c => c.ArchiveLe == null).Contenant(mots);
        if (categories is { Count: > 0 })
        {
            trouvees = trouvees.Where(c => categories.Contains(c.Categorie));
        }

        return await trouvees
            .DeLaPlusProche(mots)
            .Take(Maximum)
            .Select(c => new SuggestionDeCollectivite(c.Id, c.Nom, c.Categorie, c.Departement, c.Siret, c.Siren))
            .ToListAsync(annulation);
    }

    /// <summary>La suggestion d'une fiche connue, pour remplir un champ déjà choisi.</summary>
    public async Task<SuggestionDeCollectivite?> LireAsync(
        Acteur acteur,
        CollectiviteId id,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte
            .Collectivites.AsNoTracking()
            .DuPerimetre(acteur)
            .Where(c => c.Id == id)
            .Select(c => new SuggestionDeCollectivite(c.Id, c.Nom, c.Categorie, c.Departement, c.Siret, c.Siren))
            .SingleOrDefaultAsync(annulation);
    }
}
