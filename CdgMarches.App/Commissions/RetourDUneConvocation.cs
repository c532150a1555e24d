using CdgMarches.App.Courriels;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Commissions;

/// <summary>Une convocation dont le courriel revient n'est plus adressée : le devoir renaît pour cette personne (RG2.15).</summary>
internal sealed class RetourDUneConvocation : IAuRetourDUnCourriel
{
    public async Task ExecuterAsync(
        MarchesDbContext contexte,
        EnvoiDeCourriel envoi,
        DateTimeOffset instant,
        CancellationToken annulation
    )
    {
        var id = envoi.Id;
        if (await contexte.Convocations.SingleOrDefaultAsync(c => c.Envoi == id, annulation) is { } convocation)
        {
            convocation.Rejeter(envoi.Erreur);
        }
    }
}
