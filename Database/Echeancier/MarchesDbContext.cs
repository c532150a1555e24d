using System.Collections.Concurrent;
using System.Reflection;
using CdgMarches.Database.Echeancier;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
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
    /// <param name="jour">Le jour du CDG, pour accomplir ce qui est passé de soi-même.</param>
    /// <param name="annulation">Abandonne l'attente.</param>
    public Task AccorderEcheancesAsync(IEnumerable<Agregat> racines, DateOnly jour, CancellationToken annulation = default) =>
        AccorderEcheancesAsync(racines, jour, estDuCdg: true, annulation);

    /// <summary>Le dernier jour qui a commencé dans tous les fuseaux : ce qui le précède est passé, où que soit le CDG.</summary>
    private static DateOnly JourPartout(DateTimeOffset instant) =>
        DateOnly.FromDateTime(instant.ToOffset(TimeSpan.FromHours(-12)).DateTime);

    private async Task AccorderEcheancesAsync(
        IEnumerable<Agregat> racines,
        DateOnly jour,
        bool estDuCdg,
        CancellationToken annulation
    )
    {
        var concernees = racines.Where(r => ADesEcheances(r.GetType())).ToList();
        if (concernees.Count == 0)
        {
            return;
        }

        var gardees = await GardeesAsync(concernees, annulation);
        var dites = concernees.ConvertAll(r => (Racine: r, Dues: EstSupprimee(r) ? [] : r.Echeances.ToList()));
        var porteuses = await ProceduresCiteesAsync(dites.SelectMany(d => d.Dues), annulation);
        dites = dites.ConvertAll(d => (d.Racine, d.Dues.ConvertAll(e => Confier(e, porteuses))));
        var ouverts = await ConventionsAuxComptesOuvertsAsync(dites.SelectMany(d => d.Dues), annulation);
        dites = dites.ConvertAll(d => (d.Racine, d.Dues.ConvertAll(e => Retenir(e, ouverts))));
        var regles = await ReglesCiteesAsync(dites.SelectMany(d => d.Dues), annulation);
        foreach (var (racine, dues) in dites)
        {
            var type = racine.GetType().Name;
            var restantes = Prendre(type, racine.Cle, Fonder(dues, regles), gardees[(type, racine.Cle)], jour, estDuCdg);
            if (EstSupprimee(racine) || EstEntiere(racine))
            {
                Echeances.RemoveRange(restantes);
            }
        }
    }

    /// <summary>Les conventions dont un compte de plateforme est encore ouvert, parmi celles dont une échéance faite en dépend.</summary>
    private async Task<HashSet<Guid>> ConventionsAuxComptesOuvertsAsync(
        IEnumerable<EcheanceDue> dues,
        CancellationToken annulation
    )
    {
        var faites = dues.Where(d => d is { EstAccomplie: true, ComptesDe: not null })
            .Select(d => new ConventionDAccesId(d.ComptesDe!.Value))
            .Distinct()
            .ToList();
        return faites.Count == 0
            ? []
            : (
                await ComptesDePlateforme
                    .Where(c => faites.Contains(c.Convention) && c.FermeLe == null)
                    .Select(c => c.Convention)
                    .Distinct()
                    .ToListAsync(annulation)
            )
                .Select(c => c.Valeur)
                .ToHashSet();
    }

    private static EcheanceDue Retenir(EcheanceDue due, HashSet<Guid> ouverts) =>
        due.ComptesDe is { } convention && ouverts.Contains(convention) ? due with { EstAccomplie = false } : due;

    /// <summary>Le groupement et les agents des procédures dont des échéances dépendent ; ce que l'enregistrement change y est.</summary>
    private async Task<Dictionary<Guid, Procedure>> ProceduresCiteesAsync(
        IEnumerable<EcheanceDue> dues,
        CancellationToken annulation
    )
    {
        var citees = dues.Where(d => d.Procedure is not null)
            .Select(d => new ProcedureId(d.Procedure!.Value))
            .Distinct()
            .ToList();
        var procedures = citees
            .Select(c => Procedures.Local.FindEntry(c)?.Entity)
            .OfType<Procedure>()
            .ToDictionary(p => p.Id.Valeur);
        var absentes = citees.Where(c => !procedures.ContainsKey(c.Valeur)).ToList();
        if (absentes.Count > 0)
        {
            var lues = await Procedures
                .AsNoTracking()
                .IgnoreAutoIncludes()
                .Where(p => absentes.Contains(p.Id))
                .ToListAsync(annulation);
            lues.ForEach(p => procedures[p.Id.Valeur] = p);
        }

        return procedures;
    }

    private static EcheanceDue Confier(EcheanceDue due, Dictionary<Guid, Procedure> procedures) =>
        due.Procedure is { } citee && procedures.TryGetValue(citee, out var procedure)
            ? due with
            {
                Groupement = procedure.Groupement.Valeur,
                Responsable = procedure.Responsable,
                Suppleant = procedure.Suppleant,
            }
            : due;

    /// <summary>Les règles des conventions que des échéances citent ; l'enregistrement en cours peut les avoir changées.</summary>
    private async Task<Dictionary<Guid, ReglesDeConvention>> ReglesCiteesAsync(
        IEnumerable<EcheanceDue> dues,
        CancellationToken annulation
    )
    {
        var cites = dues.Where(d => d is { Article: not null, Groupement: not null })
            .Select(d => new GroupementId(d.Groupement!.Value))
            .Distinct()
            .ToList();
        var regles = cites
            .Select(c => Groupements.Local.FindEntry(c)?.Entity)
            .OfType<Groupement>()
            .ToDictionary(g => g.Id.Valeur, g => g.Regles);
        var absents = cites.Where(c => !regles.ContainsKey(c.Valeur)).ToList();
        if (absents.Count > 0)
        {
            foreach (
                var lu in await Groupements
                    .AsNoTracking()
                    .Where(g => absents.Contains(g.Id))
                    .Select(g => new { g.Id, g.Regles })
                    .ToListAsync(annulation)
            )
            {
                regles[lu.Id.Valeur] = lu.Regles;
            }
        }

        return regles;
    }

    /// <summary>Chaque échéance que la convention d'un groupement stipule cite la sienne.</summary>
    private static IEnumerable<EcheanceDue> Fonder(IEnumerable<EcheanceDue> dues, Dictionary<Guid, ReglesDeConvention> regles) =>
        dues.Select(d =>
            d is { Article: { } article, Groupement: { } groupement } && regles.TryGetValue(groupement, out var siennes)
                ? d with
                {
                    Fondement = siennes.Article(article),
                }
                : d
        );

    private bool EstSupprimee(Agregat racine) => Entry(racine).State is EntityState.Deleted;

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
        var regles = await ReglesCiteesAsync(dues.SelectMany(d => d), annulation);
        foreach (var objet in objets)
        {
            Echeances.RemoveRange(
                Prendre(objetType, objet, Fonder(dues[objet], regles), gardees[objet], jour: null, estDuCdg: false)
            );
        }
    }

    /// <returns>Les échéances gardées que l'objet ne dit plus.</returns>
    private Dictionary<string, Echeance>.ValueCollection Prendre(
        string objetType,
        Guid objet,
        IEnumerable<EcheanceDue> dues,
        IEnumerable<Echeance> gardees,
        DateOnly? jour,
        bool estDuCdg
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

            echeance.Prendre(due, jour, estDuCdg);
            // A caller that saves thousands of rows turns the automatic detection off.
            Entry(echeance).DetectChanges();
        }

        return restantes.Values;
    }

    /// <summary>Vrai si tout ce que la racine relie sans le posséder est chargé ; ce qu'elle possède l'est toujours.</summary>
    private bool EstEntiere(Agregat racine) =>
        Entry(racine).Collections.All(c => c.IsLoaded || c.Metadata.TargetEntityType.IsOwned());
}
