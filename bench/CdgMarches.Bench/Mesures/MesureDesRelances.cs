using CdgMarches.App.Compte;
using CdgMarches.App.Courriels;
using CdgMarches.App.Demarrage;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.Bench.Jeu;
using CdgMarches.Database.Courriels;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Noyau.Calendrier;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Bench.Mesures;

/// <summary>
/// La relance de 1 500 membres, de la recherche des silencieux à la transaction confirmée, contre les mêmes lignes ajoutées
/// d'un coup et enregistrées une fois.
/// </summary>
internal static class MesureDesRelances
{
    public static async Task ExecuterAsync(Banc banc)
    {
        var donnees = await banc.CompleteAsync();
        var membres = donnees.Jeu.Dimensions.Membres;
        await PreparerAsync(donnees);
        var relancer = Relancer(donnees);
        List<EnvoiDeCourriel> envois = [];
        List<Relance> relances = [];
        await relancer.ExecuterAsync(Acteurs.Gestionnaire, maintenant: true);
        await using (var contexte = await donnees.Fabrique.CreateDbContextAsync())
        {
            envois = await contexte.EnvoisDeCourriel.AsNoTracking().ToListAsync();
            relances = await contexte.Relances.AsNoTracking().ToListAsync();
        }

        Rapport.Exiger(
            envois.Count == membres && relances.Count == membres,
            $"{envois.Count} courriels et {relances.Count} relances au lieu de {membres}."
        );
        var rapport = await Chronometre.LongAsync(
            $"relance de {membres} membres",
            () => relancer.ExecuterAsync(Acteurs.Gestionnaire, maintenant: true),
            () => InsererAsync(donnees, envois, relances),
            () => EffacerAsync(donnees)
        );
        Rapport.Ecrire("courriels-relances", rapport, 3);
    }

    /// <summary>Personne n'a répondu, et chaque membre a une adresse.</summary>
    private static async Task PreparerAsync(BaseDeBanc donnees)
    {
        var campagne = donnees.Jeu.Campagnes[^1];
        await using var contexte = await donnees.Fabrique.CreateDbContextAsync();
        await contexte
            .Reponses.Where(r => r.Campagne == campagne)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.Etat, EtatDeReponse.NonOuverte));
        await contexte.Collectivites.ExecuteUpdateAsync(c => c.SetProperty(x => x.Courriel, "mairie@banc.invalid"));
    }

    /// <summary>Le cas d'usage à une date ouvrée : la mesure ne dépend pas du jour où on la lance.</summary>
    private static RelancerRecensements Relancer(BaseDeBanc donnees)
    {
        var reglages = donnees.Service<Reglages>();
        var jour = JoursOuvres.Prochain(donnees.Service<HorlogeLegale>().Aujourdhui, ZoneDeJoursFeries.Metropole);
        var horloge = new HorlogeLegale(
            new Arretee(new DateTimeOffset(jour.ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero)),
            reglages
        );
        return new RelancerRecensements(
            donnees.Fabrique,
            donnees.Service<LireParametres>(),
            donnees.Service<ComposerCourriel>(),
            donnees.Service<AdressesPubliques>(),
            horloge
        );
    }

    private static async Task InsererAsync(BaseDeBanc donnees, List<EnvoiDeCourriel> envois, List<Relance> relances)
    {
        await using var contexte = await donnees.Fabrique.CreateDbContextAsync();
        contexte.AddRange(envois);
        contexte.AddRange(relances);
        await contexte.SaveChangesAsync();
    }

    private static async Task EffacerAsync(BaseDeBanc donnees)
    {
        await using var contexte = await donnees.Fabrique.CreateDbContextAsync();
        await contexte.Relances.ExecuteDeleteAsync();
        await contexte.EnvoisDeCourriel.ExecuteDeleteAsync();
        await contexte.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private sealed class Arretee(DateTimeOffset instant) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => instant;
    }
}
