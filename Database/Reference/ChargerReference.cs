using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database.Reference;

/// <summary>Un jeu de données livré avec l'application : communes, seuils, catégories.</summary>
public interface IChargementDeReference
{
    /// <summary>Le nom du jeu, invariant.</summary>
    string Nom { get; }

    /// <summary>À augmenter quand le jeu change : toutes les bases le reçoivent alors à leur démarrage suivant.</summary>
    int Version { get; }

    /// <summary>
    /// Met la base à cette version, dans la transaction ouverte ; ce que le CDG a ajouté ou changé reste. Doit pouvoir être
    /// rejoué : relit tout ce qu'il modifie.
    /// </summary>
    Task ChargerAsync(MarchesDbContext contexte, DateTimeOffset instant, CancellationToken annulation);
}

/// <summary>Charge au démarrage, en production aussi, les jeux de référence que la base n'a pas encore à leur version.</summary>
public sealed class ChargerReference(
    IDbContextFactory<MarchesDbContext> donnees,
    IEnumerable<IChargementDeReference> jeux,
    TimeProvider horloge
)
{
    /// <returns>Les noms des jeux chargés ; vide quand tout était à jour.</returns>
    public async Task<IReadOnlyList<string>> ExecuterAsync(CancellationToken annulation = default)
    {
        List<string> charges = [];
        foreach (var jeu in jeux)
        {
            await using var contexte = await donnees.CreateDbContextAsync(annulation);
            if (
                !await EstAJourAsync(contexte, jeu, annulation)
                && await contexte.EnTransactionAsync(jeton => ChargerAsync(contexte, jeu, jeton), annulation)
            )
            {
                charges.Add(jeu.Nom);
            }
        }

        return charges;
    }

    private static Task<bool> EstAJourAsync(
        MarchesDbContext contexte,
        IChargementDeReference jeu,
        CancellationToken annulation
    ) => contexte.ReferencesChargees.AnyAsync(r => r.Nom == jeu.Nom && r.Version >= jeu.Version, annulation);

    /// <summary>La ligne du jeu se prend d'abord : un second nœud qui démarre attend là, puis voit que c'est fait.</summary>
    private async Task<bool> ChargerAsync(MarchesDbContext contexte, IChargementDeReference jeu, CancellationToken annulation)
    {
        var instant = horloge.GetUtcNow();
        await contexte.Database.ExecuteSqlAsync(
            $"INSERT INTO ReferencesChargees (Nom, Version, ChargeeLe) SELECT {jeu.Nom}, 0, {instant.UtcDateTime} WHERE NOT EXISTS (SELECT 1 FROM ReferencesChargees WHERE Nom = {jeu.Nom})",
            annulation
        );
        var pris = await contexte
            .ReferencesChargees.Where(r => r.Nom == jeu.Nom && r.Version < jeu.Version)
            .ExecuteUpdateAsync(
                r => r.SetProperty(x => x.Version, jeu.Version).SetProperty(x => x.ChargeeLe, instant),
                annulation
            );
        if (pris == 0)
        {
            return false;
        }

        await jeu.ChargerAsync(contexte, instant, annulation);
        return true;
    }
}
