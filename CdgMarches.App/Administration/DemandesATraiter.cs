using CdgMarches.App.Accueil;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Administration;

/// <summary>Les demandes de compte en attente, sur l'accueil de l'administrateur.</summary>
internal sealed class DemandesATraiter(LireDemandes lire) : ISourceATraiter
{
    public async Task<IReadOnlyList<CarteATraiter>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default) =>
        acteur.Peut(Droits.Administrer)
            ?
            [
                new CarteATraiter(
                    "Demandes de compte",
                    await lire.CompterAsync(acteur, annulation),
                    EnRetard: 0,
                    "/administration/demandes",
                    "À accepter ou à refuser avec un motif",
                    Ordre: 90
                ),
            ]
            : [];
}
