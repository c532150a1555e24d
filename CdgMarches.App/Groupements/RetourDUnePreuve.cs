using CdgMarches.App.Courriels;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements;

/// <summary>Le courriel qui prouvait l'information d'un membre est revenu : un autre parti au même membre prend sa place.</summary>
/// <remarks>À défaut la preuve tombe (<see cref="PreuvesDInformationFaites.Faites"/>) : le membre reste à informer (RG2.15).</remarks>
internal sealed class RetourDUnePreuve : IAuRetourDUnCourriel
{
    public async Task ExecuterAsync(
        MarchesDbContext contexte,
        EnvoiDeCourriel envoi,
        DateTimeOffset instant,
        CancellationToken annulation
    )
    {
        var preuves = await contexte.PreuvesDInformation.Where(p => p.Courriel == envoi.Id).ToListAsync(annulation);
        foreach (var preuve in preuves)
        {
            var (type, objet, membre) = (preuve.ObjetType, preuve.ObjetId, preuve.Collectivite.Valeur);
            preuve.Courriel =
                await contexte
                    .EnvoisDeCourriel.Where(e =>
                        e.Id != envoi.Id
                        && e.ObjetId == objet
                        && e.ObjetType == type
                        && e.Collectivite == membre
                        && e.Objet == envoi.Objet
                        && (e.Etat == EtatDEnvoi.Envoye || e.Etat == EtatDEnvoi.EnFile || e.Etat == EtatDEnvoi.EnCours)
                    )
                    .OrderBy(e => e.Id)
                    .Select(e => (Guid?)e.Id)
                    .FirstOrDefaultAsync(annulation)
                ?? preuve.Courriel;
        }
    }
}
