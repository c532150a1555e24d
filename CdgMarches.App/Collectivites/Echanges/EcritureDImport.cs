using System.Text.Json;
using CdgMarches.Database;
using CdgMarches.Database.Collectivites;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Collectivites.Echanges;

/// <summary>Porte une fiche échangée dans une collectivité, ou l'en retire.</summary>
internal static class EcritureDImport
{
    public static FicheEchangee? Lire(string? json) => json is null ? null : JsonSerializer.Deserialize<FicheEchangee>(json);

    /// <summary>La fiche d'une ligne nouvelle, suivie par celui qui l'importe.</summary>
    public static Collectivite Creer(FicheEchangee cible, Acteur acteur)
    {
        var collectivite = Collectivite.Creer(cible.VersIdentite(null), "import");
        collectivite.Confier(acteur.Id, null, acteur.Nom, "personne");
        Annees(collectivite, cible);
        return collectivite;
    }

    public static void Modifier(Collectivite collectivite, FicheEchangee cible)
    {
        collectivite.Modifier(cible.VersIdentite(collectivite.Identite));
        Annees(collectivite, cible);
    }

    /// <summary>Remet la fiche dans l'état d'avant l'import.</summary>
    public static void Defaire(Collectivite collectivite, FicheEchangee avant, FicheEchangee cible)
    {
        collectivite.Modifier(avant.VersIdentite(collectivite.Identite));
        if (cible.VersEffectif() is { } effectif)
        {
            if (avant.VersEffectif() is { } ancien)
            {
                collectivite.DeclarerEffectif(ancien);
            }
            else
            {
                collectivite.RetirerEffectif(effectif.Annee);
            }
        }

        if (cible.VersPopulation() is { } population)
        {
            if (avant.VersPopulation() is { } ancienne)
            {
                collectivite.RenseignerPopulation(ancienne);
            }
            else
            {
                collectivite.RetirerPopulation(population.Annee);
            }
        }
    }

    /// <summary>Les fiches suivies d'un lot, entières.</summary>
    public static async Task<Dictionary<Guid, Collectivite>> SuivreAsync(
        MarchesDbContext contexte,
        IEnumerable<LigneImportee> lot,
        CancellationToken annulation
    )
    {
        CollectiviteId[] ids = [.. lot.Select(l => l.Fiche).OfType<Guid>().Select(CollectiviteId.De)];
        return await contexte
            .Collectivites.AsSplitQuery()
            .Where(c => ids.Contains(c.Id))
            .OrderBy(c => c.Id)
            .ToDictionaryAsync(c => c.Id.Valeur, annulation);
    }

    private static void Annees(Collectivite collectivite, FicheEchangee cible)
    {
        if (cible.VersEffectif() is { } effectif)
        {
            collectivite.DeclarerEffectif(effectif);
        }

        if (cible.VersPopulation() is { } population)
        {
            collectivite.RenseignerPopulation(population);
        }
    }
}

/// <summary>La création d'une fiche par un import a été défaite : la fiche n'existe plus, cette ligne en garde la trace.</summary>
internal sealed record CreationDefaite(string Nom, string Fichier, Guid Fiche) : IEvenementMetier
{
    public string Libelle => $"Création défaite par l'annulation de l'import de « {Fichier} ».";

    public string? Avant => Nom;

    public Guid? Collectivite => Fiche;
}
