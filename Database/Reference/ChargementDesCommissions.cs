using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Parametres;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database.Reference;

/// <summary>Ce que la loi fixe de la composition d'une commission. Ce qu'un administrateur a saisi l'emporte.</summary>
public sealed class ChargementDesCommissions : IChargementDeReference
{
    public string Nom => "commissions";

    public int Version => CodesDeCommission.Version;

    public async Task ChargerAsync(MarchesDbContext contexte, DateTimeOffset instant, CancellationToken annulation)
    {
        var connues = await contexte.ValeursDatees.Where(v => v.Portee == PorteeDeValeur.Cdg).ToListAsync(annulation);
        contexte.ValeursDatees.AddRange(CodesDeCommission.Lister().Where(livree => !connues.Exists(v => v.Contredit(livree))));
        await contexte.SaveChangesAsync(annulation);
    }
}
