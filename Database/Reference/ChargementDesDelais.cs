using CdgMarches.Domain.Parametres;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database.Reference;

/// <summary>Les délais et plafonds de la passation et de l'exécution. Ce qu'un administrateur a saisi l'emporte.</summary>
public sealed class ChargementDesDelais : IChargementDeReference
{
    public string Nom => "delais";

    public int Version => DelaisDeReference.Version;

    public async Task ChargerAsync(MarchesDbContext contexte, DateTimeOffset instant, CancellationToken annulation)
    {
        var connues = await contexte.ValeursDatees.Where(v => v.Portee == PorteeDeValeur.Cdg).ToListAsync(annulation);
        foreach (var livree in DelaisDeReference.Lister().Where(l => !connues.Exists(v => v.Contredit(l))))
        {
            connues.Add(livree);
            contexte.ValeursDatees.Add(livree);
        }

        await contexte.SaveChangesAsync(annulation);
    }
}
