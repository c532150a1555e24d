using CdgMarches.App.Accueil;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Documents;

/// <summary>Les documents produits dans la recherche globale, les plus récents d'abord.</summary>
internal sealed class RechercheDesDocuments(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
    : ISourceDeRecherche
{
    public async Task<IReadOnlyList<ResultatDeRecherche>> ExecuterAsync(
        Acteur acteur,
        IReadOnlyList<string> mots,
        int maximum,
        CancellationToken annulation = default
    )
    {
        if (!acteur.Peut(Droits.ConsulterCdg))
        {
            return [];
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var documents = contexte.DocumentsProduits.AsNoTracking().DuPerimetre(acteur);
        foreach (var mot in mots)
        {
            documents = documents.Where(d => d.CleDeRecherche.Contains(mot));
        }

        var trouves = await documents
            .OrderByDescending(d => d.ProduitLe)
            .ThenByDescending(d => d.Id)
            .Take(maximum)
            .Select(d => new
            {
                d.Id,
                d.Titre,
                d.ProduitLe,
                d.ActeurNom,
            })
            .ToListAsync(annulation);
        return
        [
            .. trouves.Select(d => new ResultatDeRecherche(
                "Documents",
                d.Titre,
                $"produit le {Formats.DateCourte(horloge.Jour(d.ProduitLe))} par {d.ActeurNom}",
                $"{AdressesDesDocuments.Produits}/{d.Id}/impression"
            )),
        ];
    }
}
