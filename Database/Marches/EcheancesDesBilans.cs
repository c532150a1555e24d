using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database.Marches;

/// <summary>Les bilans annuels à l'échéancier : une échéance par membre, groupement et année, quel que soit le nombre de ses marchés.</summary>
public static class EcheancesDesBilans
{
    public const string ObjetType = nameof(BilanDeMembre);

    private const int ParPage = 200;

    /// <summary>Met l'échéancier d'accord avec les bilans de ces membres tels que la base les a, et l'enregistre.</summary>
    /// <remarks>RG7.01. À appeler dans la transaction qui a enregistré les bilans.</remarks>
    /// <returns>Le nombre d'échéances ajoutées, corrigées ou retirées.</returns>
    public static async Task<int> AccorderLesBilansAsync(
        this MarchesDbContext contexte,
        IReadOnlyCollection<CollectiviteId> membres,
        CancellationToken annulation = default
    )
    {
        var demandes = await (
            from b in contexte.BilansDeMembre
            join m in contexte.Marches on b.Marche equals m.Id
            where membres.Contains(b.Collectivite)
            group b by new
            {
                b.Collectivite,
                m.Groupement,
                b.Annee,
            } into g
            select new
            {
                g.Key,
                AttenduLe = g.Min(b => b.AttenduLe),
                Attendus = g.Sum(b => b.RenduLe == null ? 1 : 0),
            }
        ).ToListAsync(annulation);
        await contexte.AccorderEcheancesAsync(
            ObjetType,
            [.. membres.Select(m => m.Valeur)],
            demandes.ToLookup(
                d => d.Key.Collectivite.Valeur,
                d =>
                {
                    var annee = d.Key.Annee.ToString(Francais.Culture);
                    return new EcheanceDue(
                        $"{annee}/{d.Key.Groupement.Valeur}",
                        d.AttenduLe,
                        $"Bilan d'exécution {annee} à rendre au coordonnateur",
                        "RG7.01",
                        "Convention constitutive"
                    )
                    {
                        Article = "4",
                        Groupement = d.Key.Groupement.Valeur,
                        Collectivite = d.Key.Collectivite.Valeur,
                        EstAccomplie = d.Attendus == 0,
                        Adresse = $"/groupements/{d.Key.Groupement.Valeur}/suivi/bilans",
                    };
                }
            ),
            annulation
        );
        return await contexte.SaveChangesAsync(annulation);
    }

    /// <summary>Le même accord pour toute la base : les bilans qu'une reprise ou une fusion a déplacés.</summary>
    public static async Task<int> AccorderTousLesBilansAsync(
        this MarchesDbContext contexte,
        CancellationToken annulation = default
    )
    {
        var membres = await contexte.BilansDeMembre.Select(b => b.Collectivite).Distinct().ToListAsync(annulation);
        var suivis = await contexte
            .Echeances.Where(e => e.ObjetType == ObjetType)
            .Select(e => e.ObjetId)
            .Distinct()
            .ToListAsync(annulation);
        var changements = 0;
        foreach (var page in membres.Union(suivis.Select(s => new CollectiviteId(s))).Chunk(ParPage))
        {
            changements += await contexte.AccorderLesBilansAsync(page, annulation);
            contexte.ChangeTracker.Clear();
        }

        return changements;
    }
}
