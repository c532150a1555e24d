using CdgMarches.App.Accueil;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Courriels;

/// <summary>Les courriels qui demandent un agent : échoués, revenus, ou peut-être partis.</summary>
internal sealed class SourcesDesCourriels(LireCourriels lire) : ISourceATraiter
{
    public async Task<IReadOnlyList<CarteATraiter>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        if (!acteur.Peut(Droits.GererGroupements))
        {
            return [];
        }

        var (aTraiter, _) = await lire.CompterAsync(acteur, annulation);
        return
        [
            new CarteATraiter(
                "Courriels non remis",
                aTraiter,
                0,
                $"/courriels?etat={LireCourriels.ATraiter}",
                "échoués, revenus ou à vérifier",
                6
            ),
        ];
    }
}
