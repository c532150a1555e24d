using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Campagnes;

/// <summary>Le renvoi d'une simulation à la préparation.</summary>
public sealed record RenvoiDeCampagne(string Par, DateTimeOffset Le, string? Motif);

/// <summary>Une autre campagne qui a écrit des dettes de la même clé.</summary>
public sealed record AppeleAilleurs(CampagneDAppelId Campagne, string Intitule, int Nombre);

/// <summary>Ce qui est arrivé à une campagne, ou à côté d'elle, et que sa page doit dire.</summary>
internal static class HistoireDeCampagne
{
    /// <summary>Le dernier renvoi, tant que personne n'a proposé de nouveau ; le journal seul garde son motif.</summary>
    public static async Task<RenvoiDeCampagne?> RenvoiAsync(
        MarchesDbContext contexte,
        CampagneDAppel campagne,
        CancellationToken annulation
    )
    {
        if (campagne.Etat is not EtatDeCampagneDAppel.EnPreparation)
        {
            return null;
        }

        var cle = campagne.Id.Valeur;
        return await contexte
            .Journal.AsNoTracking()
            .Where(l =>
                l.ObjetType == nameof(CampagneDAppel) && l.ObjetId == cle && l.Evenement == nameof(CampagneDAppelRenvoyee)
            )
            .OrderByDescending(l => l.Instant)
            .ThenByDescending(l => l.Id)
            .Select(l => new RenvoiDeCampagne(l.Acteur, l.Instant, l.Motif))
            .FirstOrDefaultAsync(annulation);
    }

    /// <summary>Deux sources d'un même type et d'une même occurrence n'appellent qu'une fois : on dit laquelle l'a fait.</summary>
    public static async Task<IReadOnlyList<AppeleAilleurs>> AilleursAsync(
        MarchesDbContext contexte,
        CampagneDAppel campagne,
        CancellationToken annulation
    )
    {
        var (id, exercice, occurrence, groupement) = (campagne.Id, campagne.Exercice, campagne.Occurrence, campagne.Groupement);
        var refacturation = new RefacturationId(campagne.Assiette);
        var type =
            campagne.Origine is OrigineDeCampagne.Grille
                ? await contexte
                    .Grilles.Where(g => g.Lignee == campagne.Assiette && g.Etat == EtatDeGrille.Adoptee)
                    .OrderByDescending(g => g.Debut)
                    .Select(g => g.Type.Code)
                    .FirstOrDefaultAsync(annulation)
                : await contexte
                    .Refacturations.Where(r => r.Id == refacturation)
                    .Select(r => r.Type.Code)
                    .FirstOrDefaultAsync(annulation);
        var comptes = await contexte
            .Appels.AsNoTracking()
            .Where(a =>
                a.Exercice == exercice
                && a.Type == type
                && a.Occurrence == occurrence
                && a.Rang == 0
                && a.Groupement == groupement
                && a.Campagne != null
                && a.Campagne != id
            )
            .GroupBy(a => a.Campagne!.Value)
            .Select(g => new { Campagne = g.Key, Nombre = g.Count() })
            .ToListAsync(annulation);
        var ids = comptes.ConvertAll(c => c.Campagne);
        var intitules = await contexte
            .CampagnesDAppel.Where(c => ids.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, c => c.Intitule, annulation);
        return [.. comptes.Select(c => new AppeleAilleurs(c.Campagne, intitules[c.Campagne], c.Nombre))];
    }
}
