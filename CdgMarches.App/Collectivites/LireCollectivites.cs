using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Collectivites;

/// <summary>Une ligne de la liste des collectivités.</summary>
/// <param name="Id">La fiche.</param>
/// <param name="Nom">Son nom.</param>
/// <param name="Categorie">Sa catégorie.</param>
/// <param name="Departement">Son département.</param>
/// <param name="Siret">Son SIRET, s'il est connu.</param>
/// <param name="Siren">Son SIREN.</param>
/// <param name="Effectif">L'effectif de l'année en cours ; null s'il n'est pas déclaré.</param>
/// <param name="PopulationTotale">La population totale la plus récente.</param>
/// <param name="AnneeDePopulation">L'année de la population la plus récente.</param>
/// <param name="PopulationMunicipale">La population municipale la plus récente.</param>
/// <param name="EstAffiliee">Affiliée au CDG aujourd'hui.</param>
/// <param name="EstArchivee">Archivée.</param>
/// <param name="EstRemplacee">Une autre lui a succédé.</param>
public sealed record LigneDeCollectivite(
    CollectiviteId Id,
    string Nom,
    CategorieDeCollectivite Categorie,
    string? Departement,
    Siret? Siret,
    Siren? Siren,
    int? Effectif,
    int? PopulationTotale,
    int? AnneeDePopulation,
    int? PopulationMunicipale,
    bool EstAffiliee,
    bool EstArchivee,
    bool EstRemplacee
);

/// <summary>Lit une page de la liste des collectivités, et ses filtres.</summary>
public sealed class LireCollectivites(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<PageDe<LigneDeCollectivite>> ExecuterAsync(
        Acteur acteur,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        var jour = horloge.Aujourdhui;
        var annee = jour.Year;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var filtrees = contexte.Collectivites.AsNoTracking().DuPerimetre(acteur).Filtrer(demande, jour);
        var total = await filtrees.CountAsync(annulation);
        var lignes = await filtrees
            .Trier(demande, annee)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(c => new LigneDeCollectivite(
                c.Id,
                c.Nom,
                c.Categorie,
                c.Departement,
                c.Siret,
                c.Siren,
                c.Effectifs.Where(e => e.Annee == annee).Select(e => (int?)e.Agents).FirstOrDefault(),
                c.Populations.OrderByDescending(p => p.Annee).Select(p => p.Totale).FirstOrDefault(),
                c.Populations.OrderByDescending(p => p.Annee).Select(p => (int?)p.Annee).FirstOrDefault(),
                c.Populations.OrderByDescending(p => p.Annee).Select(p => p.Municipale).FirstOrDefault(),
                c.Affiliations.Any(a => a.Debut <= jour && (a.Fin == null || a.Fin >= jour)),
                c.ArchiveLe != null,
                c.RemplaceeLe != null
            ))
            .ToListAsync(annulation);
        return new PageDe<LigneDeCollectivite>(lignes, total);
    }

    /// <summary>Les départements présents, pour le filtre.</summary>
    public async Task<IReadOnlyList<string>> DepartementsAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte
            .Collectivites.Where(c => c.Departement != null)
            .Select(c => c.Departement!)
            .Distinct()
            .OrderBy(d => d)
            .ToListAsync(annulation);
    }
}
