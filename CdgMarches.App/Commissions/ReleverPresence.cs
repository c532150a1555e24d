using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace CdgMarches.App.Commissions;

/// <summary>
/// Coche une arrivée ou un départ : une ligne, la version de la séance, une ligne d'histoire, en une transaction. Ce qui est coché
/// est écrit ; refaire le même geste ne change rien.
/// </summary>
public sealed class ReleverPresence(
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge,
    DirectDeSeance direct,
    IMemoryCache cache
)
{
    /// <exception cref="RefusException">La séance n'est ni en appel ni ouverte, ou la personne n'en est pas : rien n'est changé.</exception>
    public async Task<ChangementEnDirect> ExecuterAsync(
        Acteur acteur,
        SeanceId id,
        Guid personne,
        bool presente,
        bool aDistance,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererCommissions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var changement = await contexte.EnTransactionAsync(
            async jeton =>
            {
                await VerrouillerAsync(contexte, acteur, id, jeton);
                var etat = await contexte.SalleAsync(id, cache, jeton);
                var nom =
                    etat.Nom(personne)
                    ?? throw new RefusException("Cette personne n'est pas sur la liste figée : rien n'a été changé.");
                var avant = etat.Photo();

                Basculer(contexte, etat, id, personne, presente, aDistance, nom, acteur);

                await contexte.SaveChangesAsync(jeton);
                var apres = etat.Photo();
                return new ChangementEnDirect(
                    etat.Version,
                    etat.LignesDuSiege(personne, horloge.Fuseau),
                    etat.Jauge(horloge.Fuseau),
                    Relire: avant != apres
                );
            },
            annulation
        );
        direct.Annoncer(id, changement);
        return changement;
    }

    /// <summary>Avance la version, ce qui prend le verrou de la séance, si l'on peut y relever des présences.</summary>
    private static async Task VerrouillerAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        SeanceId id,
        CancellationToken annulation
    )
    {
        var prises = await contexte
            .SeancesVisibles(acteur)
            .Where(s => s.Id == id && (s.Etat == EtatDeSeance.Appel || s.Etat == EtatDeSeance.Ouverte))
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Version, x => x.Version + 1), annulation);
        if (prises == 0)
        {
            throw new RefusException(
                "La séance n'est plus ouverte aux présences, ou n'est pas de votre périmètre : rien n'a été changé. Rechargez la page."
            );
        }
    }

    private void Basculer(
        MarchesDbContext contexte,
        EtatDeLaSalle etat,
        SeanceId id,
        Guid personne,
        bool presente,
        bool aDistance,
        string nom,
        Acteur acteur
    )
    {
        var ouverte = etat.Presences.Find(p => p.Personne == personne && p.EstLa());
        if (presente && ouverte?.ADistance == aDistance || (!presente && ouverte is null))
        {
            return;
        }

        ouverte?.Partir(horloge.Maintenant);
        if (presente)
        {
            var presence = new Presence(id, personne, aDistance, horloge.Maintenant);
            etat.Presences.Add(presence);
            contexte.Add(presence);
        }

        contexte.Journaliser(
            LigneDeJournal.De(
                nameof(Seance),
                id.Valeur,
                new PresenceRelevee(nom, presente, aDistance),
                acteur,
                horloge.Maintenant
            )
        );
    }
}
