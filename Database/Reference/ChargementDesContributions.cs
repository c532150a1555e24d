using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Parametres;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database.Reference;

/// <summary>Les délais, le seuil de recouvrement et les voies de recours que l'application connaît ; ce que le CDG a saisi l'emporte.</summary>
public sealed class ChargementDesContributions : IChargementDeReference
{
    public string Nom => "contributions";

    public int Version => ParametresDesContributions.Version;

    public async Task ChargerAsync(MarchesDbContext contexte, DateTimeOffset instant, CancellationToken annulation)
    {
        var connues = await contexte.ValeursDatees.Where(v => v.Portee == PorteeDeValeur.Cdg).ToListAsync(annulation);
        contexte.ValeursDatees.AddRange(
            ParametresDesContributions.Lister().Where(livree => !connues.Exists(v => v.Code == livree.Code))
        );
        await contexte.SaveChangesAsync(annulation);
    }
}
