using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements;

/// <summary>Une adhésion, vue de la collectivité.</summary>
public sealed record AdhesionDeCollectivite(
    AdhesionId Id,
    GroupementId Groupement,
    string Nom,
    EtatDuGroupement Etat,
    DateOnly Entree,
    DateOnly? Sortie,
    bool EstCoordonnateur,
    IReadOnlyList<string> Prestations
);

/// <summary>Les groupements dont une collectivité est, a été ou sera membre.</summary>
public sealed class LireGroupementsDeCollectivite(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<IReadOnlyList<AdhesionDeCollectivite>> ExecuterAsync(
        Acteur acteur,
        CollectiviteId collectivite,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg, collectivite);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var adhesions = await contexte
            .Adhesions.AsNoTracking()
            .DuPerimetre(acteur)
            .Where(a => a.Collectivite == collectivite)
            .OrderByDescending(a => a.Entree)
            .ThenBy(a => a.Id)
            .ToListAsync(annulation);
        var groupements = adhesions.Select(a => a.Groupement).Distinct().ToList();
        var cartes = await contexte
            .Groupements.AsNoTracking()
            .Where(g => groupements.Contains(g.Id))
            .AsSplitQuery()
            .ToDictionaryAsync(g => g.Id, annulation);
        return
        [
            .. adhesions.Select(a =>
            {
                var groupement = cartes[a.Groupement];
                return new AdhesionDeCollectivite(
                    a.Id,
                    a.Groupement,
                    groupement.Nom,
                    groupement.Etat,
                    a.Entree,
                    a.Sortie,
                    groupement.Coordonnateur == collectivite,
                    [
                        .. groupement
                            .Prestations.Where(p => a.ChoixAu(horloge.Aujourdhui).Any(c => c.Prestation == p.Id))
                            .OrderBy(p => p.Ordre)
                            .Select(p => p.Libelle),
                    ]
                );
            }),
        ];
    }
}
