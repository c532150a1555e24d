using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Conventions;

/// <summary>Une collectivité à laquelle on peut ouvrir une convention d'accès.</summary>
public sealed record CandidateALaConvention(
    CollectiviteId Id,
    string Nom,
    CategorieDeCollectivite Categorie,
    string? CodePostal,
    string? Ville
);

/// <summary>Les collectivités du référentiel sans convention d'accès en préparation, en vigueur ou à venir.</summary>
public sealed class LireCandidatesALaConvention(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<PageDe<CandidateALaConvention>> ExecuterAsync(
        Acteur acteur,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererConventions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var filtrees = Filtrer(contexte, demande);
        var total = await filtrees.CountAsync(annulation);
        var page = await (
            demande is { Tri: "nom", Decroissant: true }
                ? filtrees.OrderByDescending(c => c.CleDeTri).ThenBy(c => c.Id)
                : filtrees.OrderBy(c => c.CleDeTri).ThenBy(c => c.Id)
        )
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(c => new CandidateALaConvention(c.Id, c.Nom, c.Categorie, c.Siege.CodePostal, c.Siege.Ville))
            .ToListAsync(annulation);
        return new PageDe<CandidateALaConvention>(page, total);
    }

    /// <summary>Toutes celles qui répondent à la demande.</summary>
    public async Task<IReadOnlyList<CollectiviteId>> ToutesAsync(
        Acteur acteur,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererConventions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await Filtrer(contexte, demande).OrderBy(c => c.CleDeTri).Select(c => c.Id).ToListAsync(annulation);
    }

    private IQueryable<Collectivite> Filtrer(MarchesDbContext contexte, Demande demande)
    {
        var jour = horloge.Aujourdhui;
        var candidates = contexte
            .Collectivites.AsNoTracking()
            .Where(c => c.ArchiveLe == null && c.Categorie != CategorieDeCollectivite.CentreDeGestion)
            .Where(c =>
                !contexte.ConventionsDAcces.Any(x =>
                    x.Collectivite == c.Id && x.AbandonneeLe == null && (x.DernierJour == null || x.DernierJour >= jour)
                )
            );
        foreach (var mot in CleDeTri.Mots(demande.Recherche))
        {
            candidates = candidates.Where(c => c.CleDeRecherche.Contains(mot));
        }

        return Enum.TryParse<CategorieDeCollectivite>(demande.Filtre("categorie"), out var categorie)
            ? candidates.Where(c => c.Categorie == categorie)
            : candidates;
    }
}
