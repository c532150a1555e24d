using CdgMarches.Domain.Parametres;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database.Reference;

/// <summary>Les seuils de la commande publique que l'application connaît. Ce qu'un administrateur a saisi l'emporte.</summary>
public sealed class ChargementDesSeuils : IChargementDeReference
{
    public string Nom => "seuils";

    public int Version => SeuilsDeReference.Version;

    public async Task ChargerAsync(MarchesDbContext contexte, DateTimeOffset instant, CancellationToken annulation)
    {
        var connues = await contexte.ValeursDatees.Where(v => v.Portee == PorteeDeValeur.Cdg).ToListAsync(annulation);
        foreach (var livree in SeuilsDeReference.Lister())
        {
            if (connues.Find(v => v.Code == livree.Code && v.Debut == livree.Debut) is { } existante)
            {
                Clore(existante, livree);
            }
            else if (!connues.Exists(v => v.Contredit(livree)))
            {
                connues.Add(livree);
                contexte.ValeursDatees.Add(livree);
            }
        }

        await contexte.SaveChangesAsync(annulation);
    }

    /// <summary>Une valeur livrée sans fin en reçoit une quand une version plus récente connaît celle qui la remplace.</summary>
    private static void Clore(ValeurDatee existante, ValeurDatee livree)
    {
        if (existante.Fin is null && livree.Fin is { } fin && existante.Source == livree.Source)
        {
            existante.Clore(fin);
        }
    }
}
