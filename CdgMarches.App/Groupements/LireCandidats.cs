using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements;

/// <summary>Une collectivité du référentiel qui peut entrer dans un groupement.</summary>
public sealed record Candidat(
    CollectiviteId Id,
    string Nom,
    CategorieDeCollectivite Categorie,
    string? CodePostal,
    string? Ville
);

/// <summary>Les collectivités du référentiel qui ne sont pas membres d'un groupement, ni ne vont l'être.</summary>
public sealed class LireCandidats(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<PageDe<Candidat>> ExecuterAsync(
        Acteur acteur,
        GroupementId groupement,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var filtres = Filtrer(contexte, acteur, groupement, demande);
        var total = await filtres.CountAsync(annulation);
        var lignes = await (
            demande is { Tri: "nom", Decroissant: true }
                ? filtres.OrderByDescending(c => c.CleDeTri).ThenBy(c => c.Id)
                : filtres.OrderBy(c => c.CleDeTri).ThenBy(c => c.Id)
        )
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(c => new Candidat(c.Id, c.Nom, c.Categorie, c.Siege.CodePostal, c.Siege.Ville))
            .ToListAsync(annulation);
        return new PageDe<Candidat>(lignes, total);
    }

    /// <summary>Toutes les collectivités qui répondent à la demande.</summary>
    public async Task<IReadOnlyList<CollectiviteId>> TousAsync(
        Acteur acteur,
        GroupementId groupement,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await Filtrer(contexte, acteur, groupement, demande).Select(c => c.Id).ToListAsync(annulation);
    }

    private IQueryable<Collectivite> Filtrer(MarchesDbContext contexte, Acteur acteur, GroupementId groupement, Demande demande)
    {
        var jour = horloge.Aujourdhui;
        var estDuPerimetre = acteur.Perimetre.Comprend(groupement);
        var collectivites = contexte
            .Collectivites.AsNoTracking()
            .Where(c => c.ArchiveLe == null && (c.RemplaceeLe == null || c.RemplaceeLe > jour))
            .Where(c => estDuPerimetre)
            .Where(c =>
                !contexte.Adhesions.Any(a =>
                    a.Groupement == groupement && a.Collectivite == c.Id && (a.Sortie == null || a.Sortie >= jour)
                )
            );
        if (Enum.TryParse<CategorieDeCollectivite>(demande.Filtre("categorie"), out var categorie))
        {
            collectivites = collectivites.Where(c => c.Categorie == categorie);
        }

        foreach (var mot in CleDeTri.Mots(demande.Recherche))
        {
            collectivites = collectivites.Where(c => c.CleDeRecherche.Contains(mot));
        }

        return collectivites;
    }
}
