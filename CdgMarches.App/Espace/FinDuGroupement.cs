using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Espace;

/// <summary>La fin d'un groupement, qui se dissout ou qui est clos, telle que son membre la lit (RG1.33 à RG1.35).</summary>
/// <param name="EstClos">Vrai une fois clos ; faux tant que sa dissolution se conduit.</param>
/// <param name="DernierJour">Son dernier jour ; nul si un groupement clos n'en a pas gardé.</param>
/// <param name="Cause">Pourquoi, quand une dissolution le dit.</param>
/// <param name="EstPassee">Vrai une fois ce jour passé.</param>
public sealed record FinDuGroupement(bool EstClos, DateOnly? DernierJour, CauseDeDissolution? Cause, bool EstPassee)
{
    /// <summary>« Dissolution en cours », « Clos ».</summary>
    public string Etat => EstClos ? EtatDuGroupement.Clos.Libelle() : "Dissolution en cours";

    /// <summary>Où il en est, et son dernier jour.</summary>
    public string Phrase
    {
        get
        {
            var cause = Cause is { } une ? $" ({une.Libelle().ToLower(Francais.Culture)})" : "";
            var jour = DernierJour is { } le ? Formats.DateLongue(le) : null;
            return EstClos
                ? $"Ce groupement est clos{cause}{(jour is null ? "" : $" : son dernier jour était le {jour}")}."
                : $"Ce groupement se dissout{cause} : son dernier jour {(EstPassee ? "était" : "est")} le {jour}.";
        }
    }

    /// <summary>Ce que l'on attend du membre.</summary>
    public string Attendu =>
        EstClos ? "Plus rien n'est attendu de nous ici, sauf un appel de contribution encore à régler."
        : EstPassee
            ? "La dissolution reste à prononcer : le coordonnateur établit la dernière facturation, que nous aurons à régler."
        : "D'ici là, nos marchés s'exécutent comme avant. Prévoyons nos achats d'après ce jour, et la dernière facturation à régler.";

    /// <summary>Les groupements, parmi ceux-là, qui se dissolvent ou qui sont clos ; une dissolution abandonnée n'en est pas une.</summary>
    internal static async Task<IReadOnlyDictionary<GroupementId, FinDuGroupement>> LireAsync(
        MarchesDbContext contexte,
        IReadOnlyCollection<GroupementId> groupements,
        DateOnly aujourdhui,
        CancellationToken annulation
    )
    {
        var dissolutions = await contexte
            .Dissolutions.AsNoTracking()
            .Where(d => groupements.Contains(d.Groupement) && d.AbandonneeLe == null)
            .ToDictionaryAsync(d => d.Groupement, annulation);
        var etats = await contexte
            .Groupements.Where(g => groupements.Contains(g.Id))
            .Select(g => new
            {
                g.Id,
                g.Etat,
                g.Fin,
            })
            .ToListAsync(annulation);
        return etats
            .Where(g => g.Etat is EtatDuGroupement.Clos || dissolutions.ContainsKey(g.Id))
            .ToDictionary(
                g => g.Id,
                g =>
                {
                    var dissolution = dissolutions.GetValueOrDefault(g.Id);
                    var clos = g.Etat is EtatDuGroupement.Clos;
                    var dernier = clos ? g.Fin : dissolution!.DernierJour;
                    return new FinDuGroupement(clos, dernier, dissolution?.Cause, dernier < aujourdhui);
                }
            );
    }
}
