using System.Collections.Concurrent;
using System.Reflection;
using CdgMarches.Database.Echeancier;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CdgMarches.Database;

/// <content>L'échéancier, tenu dans la transaction des objets qui le font.</content>
public abstract partial class MarchesDbContext
{
    private static readonly ConcurrentDictionary<Type, bool> Datees = [];

    public DbSet<Echeance> Echeances => Set<Echeance>();

    /// <summary>Vrai si ce type de racine dit des échéances : les autres ne coûtent aucune lecture.</summary>
    public static bool ADesEcheances(Type racine) =>
        Datees.GetOrAdd(
            racine,
            static type =>
                type.GetProperty(nameof(Agregat.Echeances), BindingFlags.Public | BindingFlags.Instance)!.DeclaringType
                != typeof(Agregat)
        );

    /// <summary>Les racines du modèle qui disent des échéances.</summary>
    public IEnumerable<IEntityType> TypesDates =>
        Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(Agregat)) && ADesEcheances(t.ClrType));

    /// <summary>Met la table des échéances d'accord avec ce que ces racines disent, sans enregistrer.</summary>
    /// <remarks>
    /// Une racine dont une collection non possédée n'est pas chargée ne connaît peut-être pas toutes ses échéances : elle en
    /// ajoute et en corrige, elle n'en retire aucune.
    /// </remarks>
    /// <param name="racines">Les objets à relire.</param>
    /// <param name="jour">Le jour du CDG, pour accomplir ce qui est passé de soi-même ; null s'il n'est pas connu.</param>
    /// <param name="annulation">Abandonne l'attente.</param>
    public async Task AccorderEcheancesAsync(
        IEnumerable<Agregat> racines,
        DateOnly? jour = null,
        CancellationToken annulation = default
    )
    {
        var concernees = racines.Where(r => ADesEcheances(r.GetType())).ToList();
        if (concernees.Count == 0)
        {
            return;
        }

        var gardees = await GardeesAsync(concernees, annulation);
        foreach (var racine in concernees)
        {
            Accorder(racine, gardees[(racine.GetType().Name, racine.Cle)], jour);
        }
    }

    private async Task<ILookup<(string, Guid), Echeance>> GardeesAsync(List<Agregat> racines, CancellationToken annulation)
    {
        var anciennes = racines.Where(r => Entry(r).State is not EntityState.Added).ToList();
        if (anciennes.Count == 0)
        {
            return Array.Empty<Echeance>().ToLookup(e => (e.ObjetType, e.ObjetId));
        }

        var types = anciennes.Select(r => r.GetType().Name).Distinct().ToList();
        var cles = anciennes.Select(r => r.Cle).ToList();
        var lues = await Echeances.Where(e => types.Contains(e.ObjetType) && cles.Contains(e.ObjetId)).ToListAsync(annulation);
        return lues.ToLookup(e => (e.ObjetType, e.ObjetId));
    }

    /// <summary>Met d'accord les échéances d'objets qui ne sont pas des racines, sans enregistrer : celles qu'ils ne disent plus partent.</summary>
    /// <param name="objetType">Le nom de ces objets dans l'échéancier.</param>
    /// <param name="objets">Les objets relus.</param>
    /// <param name="dues">Ce qu'ils disent.</param>
    /// <param name="annulation">Abandonne.</param>
    public async Task AccorderEcheancesAsync(
        string objetType,
        IReadOnlyCollection<Guid> objets,
        ILookup<Guid, EcheanceDue> dues,
        CancellationToken annulation = default
    )
    {
        var gardees = (
            await Echeances.Where(e => e.ObjetType == objetType && objets.Contains(e.ObjetId)).ToListAsync(annulation)
        ).ToLookup(e => e.ObjetId);
        foreach (var objet in objets)
        {
            Echeances.RemoveRange(Prendre(objetType, objet, dues[objet], gardees[objet], jour: null));
        }
    }

    private void Accorder(Agregat racine, IEnumerable<Echeance> gardees, DateOnly? jour)
    {
        var supprimee = Entry(racine).State is EntityState.Deleted;
        var restantes = Prendre(racine.GetType().Name, racine.Cle, supprimee ? [] : racine.Echeances, gardees, jour);
        if (supprimee || EstEntiere(racine))
        {
            Echeances.RemoveRange(restantes);
        }
    }

    /// <returns>Les échéances gardées que l'objet ne dit plus.</returns>
    private Dictionary<string, Echeance>.ValueCollection Prendre(
        string objetType,
        Guid objet,
        IEnumerable<EcheanceDue> dues,
        IEnumerable<Echeance> gardees,
        DateOnly? jour
    )
    {
        var restantes = gardees.ToDictionary(e => e.Cle);
        foreach (var due in dues)
        {
            if (!restantes.Remove(due.Cle, out var echeance))
            {
                echeance = new Echeance
                {
                    ObjetType = objetType,
                    ObjetId = objet,
                    Cle = due.Cle,
                };
                Echeances.Add(echeance);
            }

            echeance.Prendre(due, jour);
            // A caller that saves thousands of rows turns the automatic detection off.
            Entry(echeance).DetectChanges();
        }

        return restantes.Values;
    }

    /// <summary>Vrai si tout ce que la racine relie sans le posséder est chargé ; ce qu'elle possède l'est toujours.</summary>
    private bool EstEntiere(Agregat racine) =>
        Entry(racine).Collections.All(c => c.IsLoaded || c.Metadata.TargetEntityType.IsOwned());
}
