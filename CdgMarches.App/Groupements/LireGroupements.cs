using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements;

/// <summary>Un groupement dans la liste.</summary>
public sealed record LigneDeGroupement(
    GroupementId Id,
    ReferenceDeGroupement Reference,
    string Nom,
    string Coordonnateur,
    int? Millesime,
    bool EstPermanent,
    EtatDuGroupement Etat,
    DateOnly Debut,
    DateOnly? Fin,
    int Membres,
    int Prestations
);

/// <summary>La liste des groupements du périmètre, avec leurs membres en vigueur ce jour.</summary>
public sealed class LireGroupements(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<PageDe<LigneDeGroupement>> ExecuterAsync(
        Acteur acteur,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var jour = horloge.Aujourdhui;
        var filtres = Filtrer(contexte.Groupements.AsNoTracking().DuPerimetre(acteur), demande);
        var total = await filtres.CountAsync(annulation);
        var lignes = await Trier(filtres, demande)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(g => new LigneDeGroupement(
                g.Id,
                g.Reference,
                g.Nom,
                contexte.Collectivites.Where(c => c.Id == g.Coordonnateur).Select(c => c.NomCourt).First(),
                g.Millesime,
                g.EstPermanent,
                g.Etat,
                g.Debut,
                g.Fin,
                contexte.Adhesions.Count(a => a.Groupement == g.Id && a.Entree <= jour && (a.Sortie == null || a.Sortie >= jour)),
                g.Prestations.Count(p => !p.EstRetiree)
            ))
            .ToListAsync(annulation);
        return new PageDe<LigneDeGroupement>(lignes, total);
    }

    private static IQueryable<Groupement> Filtrer(IQueryable<Groupement> groupements, Demande demande)
    {
        if (ReferenceDeGroupement.TryParse(demande.Recherche, out var reference))
        {
            groupements = groupements.Where(g => g.Reference == reference);
        }
        else
        {
            foreach (var mot in CleDeTri.Mots(demande.Recherche))
            {
                groupements = groupements.Where(g => g.CleDeTri.Contains(mot));
            }
        }

        if (Enum.TryParse<EtatDuGroupement>(demande.Filtre("etat"), out var etat))
        {
            groupements = groupements.Where(g => g.Etat == etat);
        }

        return groupements;
    }

    private static IOrderedQueryable<Groupement> Trier(IQueryable<Groupement> groupements, Demande demande) =>
        (demande.Tri, demande.Decroissant) switch
        {
            ("nom", false) => groupements.OrderBy(g => g.CleDeTri).ThenBy(g => g.Id),
            ("nom", true) => groupements.OrderByDescending(g => g.CleDeTri).ThenBy(g => g.Id),
            ("debut", false) => groupements.OrderBy(g => g.Debut).ThenBy(g => g.Id),
            ("debut", true) => groupements.OrderByDescending(g => g.Debut).ThenBy(g => g.Id),
            ("reference", false) => groupements.OrderBy(g => g.Reference),
            _ => groupements.OrderByDescending(g => g.Reference),
        };
}
