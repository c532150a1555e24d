using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Courriels;
using CdgMarches.Database.Socle;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Courriels;

/// <summary>La relance d'un recensement est revenue : si personne d'autre du membre ne l'a reçue, une lettre est à imprimer.</summary>
internal sealed class RetourDUneRelance(HorlogeLegale horloge) : IAuRetourDUnCourriel
{
    public async Task ExecuterAsync(
        MarchesDbContext contexte,
        EnvoiDeCourriel envoi,
        DateTimeOffset instant,
        CancellationToken annulation
    )
    {
        var revenues = await contexte.Relances.AsNoTracking().Where(r => r.Envoi == envoi.Id).ToListAsync(annulation);
        foreach (var revenue in revenues)
        {
            var autres = contexte.Relances.Where(r =>
                r.Id != revenue.Id
                && r.Campagne == revenue.Campagne
                && r.Collectivite == revenue.Collectivite
                && r.Echelon == revenue.Echelon
            );
            if (
                await autres.AnyAsync(
                    r =>
                        r.Envoi == null
                        || contexte.EnvoisDeCourriel.Any(e =>
                            e.Id == r.Envoi && e.Etat != EtatDEnvoi.Revenu && e.Etat != EtatDEnvoi.Echoue
                        ),
                    annulation
                )
            )
            {
                continue;
            }

            contexte.Relances.Add(
                new Relance
                {
                    Campagne = revenue.Campagne,
                    Collectivite = revenue.Collectivite,
                    Adresse = "",
                    Nom = await contexte
                        .Collectivites.Where(c => c.Id == revenue.Collectivite)
                        .Select(c => c.Nom)
                        .SingleAsync(annulation),
                    Echelon = revenue.Echelon,
                    Jour = horloge.Aujourdhui,
                }
            );
        }
    }
}
