using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Conventions;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Recouvrement;

/// <summary>Un appel soldé n'ouvre plus de dénonciation : la mise en demeure de la convention s'éteint avec lui (RG6.21).</summary>
internal static class ExtinctionDesMisesEnDemeure
{
    /// <param name="contexte">Le contexte de l'appelant, qui enregistre.</param>
    /// <param name="appels">Les appels qui viennent de changer.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    /// <param name="annulation">Abandonne.</param>
    public static async Task EteindreLesMisesEnDemeureAsync(
        this MarchesDbContext contexte,
        IReadOnlyCollection<AppelDeContribution> appels,
        DateOnly aujourdhui,
        CancellationToken annulation
    )
    {
        List<AppelDeContribution> soldes =
        [
            .. appels.Where(a =>
                a
                    is {
                        Etat: EtatDAppel.Solde,
                        MiseEnDemeureLe: not null,
                        Source: SourceDeDette.Convention,
                        NumeroDeTitre: not null
                    }
            ),
        ];
        if (soldes.Count == 0)
        {
            return;
        }

        var ids = soldes.Select(a => new ConventionDAccesId(a.SourceId)).Distinct().ToList();
        var conventions = await contexte
            .ConventionsDAcces.AsSplitQuery()
            .Where(c => ids.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id.Valeur, annulation);
        foreach (var appel in soldes)
        {
            var convention = conventions[appel.SourceId];
            foreach (
                var mise in convention
                    .MisesEnDemeure.Where(m => m.RegulariseeLe is null && m.Titre == appel.NumeroDeTitre)
                    .ToList()
            )
            {
                convention.Regulariser(mise.Numero, appel.PayeLe ?? aujourdhui, aujourdhui);
            }
        }
    }
}
