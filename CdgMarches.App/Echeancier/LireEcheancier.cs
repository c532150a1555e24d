using System.Globalization;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Echeancier;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Echeancier;

/// <summary>Une échéance, telle que l'échéancier la montre.</summary>
public sealed record LigneDEcheance
{
    public required string ObjetType { get; init; }

    public required Guid ObjetId { get; init; }

    public required string Cle { get; init; }

    public required DateOnly Date { get; init; }

    public TimeOnly? Heure { get; init; }

    public required string Libelle { get; init; }

    public required string Code { get; init; }

    public required string Fondement { get; init; }

    public bool EstAccomplie { get; init; }

    public string? Groupement { get; init; }

    public string? Collectivite { get; init; }

    public string? Responsable { get; init; }

    /// <summary>La page à ouvrir ; null si l'acteur n'en a pas.</summary>
    public string? Adresse { get; init; }

    /// <summary>En jours calendaires ; négatif quand la date est passée.</summary>
    public int JoursRestants(DateOnly jour) => Date.DayNumber - jour.DayNumber;

    public bool EstEnRetard(DateOnly jour) => !EstAccomplie && Date < jour;
}

/// <summary>Une case du calendrier du mois.</summary>
/// <param name="Date">Le jour.</param>
/// <param name="Nombre">Le nombre d'échéances de ce jour.</param>
/// <param name="Premieres">Les premières, à montrer dans la case.</param>
public sealed record JourDuMois(DateOnly Date, int Nombre, IReadOnlyList<LigneDEcheance> Premieres);

/// <summary>Lit l'échéancier : la liste, le mois et le flux d'un calendrier personnel.</summary>
public sealed class LireEcheancier(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge, AdressesDesObjets adresses)
{
    public const string FiltreEtat = "etat";
    public const string FiltreDu = "du";
    public const string FiltreAu = "au";
    public const string FiltreObjet = "objet";
    public const string FiltreMiennes = "miennes";

    public const string ToutesLesDates = "toutes";
    public const string EnRetard = "retard";
    public const string Accomplies = "accomplies";

    /// <summary>Le plus d'échéances lues pour un mois : au-delà, les cases restantes ne disent que leur nombre.</summary>
    private const int ParMois = 300;

    private const int ParCase = 3;

    /// <summary>Le plus d'échéances d'un flux : les agendas refusent les calendriers démesurés.</summary>
    private const int ParFlux = 2000;

    public async Task<PageDe<LigneDEcheance>> ExecuterAsync(
        Acteur acteur,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var visibles = await contexte.EcheancesVisiblesAsync(acteur, horloge.Aujourdhui, annulation);
        var filtrees = Filtrer(visibles, acteur, demande);
        var triees = demande.Decroissant ? filtrees.OrderByDescending(e => e.Date) : filtrees.OrderBy(e => e.Date);
        var page = triees
            .ThenBy(e => e.ObjetType)
            .ThenBy(e => e.ObjetId)
            .ThenBy(e => e.Cle)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre);
        return new PageDe<LigneDEcheance>(
            await ProjeterAsync(contexte, page, acteur, annulation),
            await filtrees.CountAsync(annulation)
        );
    }

    /// <summary>Les jours d'un mois qui portent au moins une échéance.</summary>
    /// <param name="acteur">Celui qui lit.</param>
    /// <param name="premier">Le premier jour du mois.</param>
    /// <param name="demande">Les filtres de la liste, hors dates.</param>
    /// <param name="annulation">Abandonne la lecture.</param>
    public async Task<IReadOnlyList<JourDuMois>> MoisAsync(
        Acteur acteur,
        DateOnly premier,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Consulter);
        var suivant = premier.AddMonths(1);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var visibles = await contexte.EcheancesVisiblesAsync(acteur, horloge.Aujourdhui, annulation);
        var duMois = Filtrer(visibles, acteur, demande with { Filtres = SansDates(demande) })
            .Where(e => e.Date >= premier && e.Date < suivant);
        var nombres = await duMois
            .GroupBy(e => e.Date)
            .Select(g => new { Date = g.Key, Nombre = g.Count() })
            .ToListAsync(annulation);
        var premieres = (
            await ProjeterAsync(
                contexte,
                duMois.OrderBy(e => e.Date).ThenBy(e => e.ObjetType).ThenBy(e => e.ObjetId).ThenBy(e => e.Cle).Take(ParMois),
                acteur,
                annulation
            )
        ).ToLookup(e => e.Date);
        return
        [
            .. nombres.OrderBy(n => n.Date).Select(n => new JourDuMois(n.Date, n.Nombre, [.. premieres[n.Date].Take(ParCase)])),
        ];
    }

    /// <summary>Ce qu'un calendrier personnel reçoit : du mois passé à dix-huit mois, sans ce qui est accompli.</summary>
    public async Task<IReadOnlyList<LigneDEcheance>> FluxAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Consulter);
        var (du, au) = (horloge.Aujourdhui.AddMonths(-1), horloge.Aujourdhui.AddMonths(18));
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var visibles = await contexte.EcheancesVisiblesAsync(acteur, horloge.Aujourdhui, annulation);
        return await ProjeterAsync(
            contexte,
            visibles
                .Where(e => !e.EstAccomplie && e.Date >= du && e.Date <= au)
                .OrderBy(e => e.Date)
                .ThenBy(e => e.ObjetId)
                .ThenBy(e => e.Cle)
                .Take(ParFlux),
            acteur,
            annulation
        );
    }

    /// <summary>Combien d'échéances sont en retard, et combien tombent dans les trente jours.</summary>
    public async Task<(int EnRetard, int Proches)> CompterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Consulter);
        var jour = horloge.Aujourdhui;
        var fin = jour.AddDays(30);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var visibles = await contexte.EcheancesVisiblesAsync(acteur, jour, annulation);
        return (
            await visibles.CountAsync(e => !e.EstAccomplie && e.Date < jour, annulation),
            await visibles.CountAsync(e => !e.EstAccomplie && e.Date >= jour && e.Date <= fin, annulation)
        );
    }

    private IQueryable<Echeance> Filtrer(IQueryable<Echeance> echeances, Acteur acteur, Demande demande)
    {
        var jour = horloge.Aujourdhui;
        echeances = demande.Filtre(FiltreEtat) switch
        {
            ToutesLesDates => echeances,
            EnRetard => echeances.Where(e => !e.EstAccomplie && e.Date < jour),
            Accomplies => echeances.Where(e => e.EstAccomplie),
            _ => echeances.Where(e => !e.EstAccomplie),
        };
        if (Jour(demande.Filtre(FiltreDu)) is { } du)
        {
            echeances = echeances.Where(e => e.Date >= du);
        }

        if (Jour(demande.Filtre(FiltreAu)) is { } au)
        {
            echeances = echeances.Where(e => e.Date <= au);
        }

        if (demande.Filtre(FiltreObjet) is { } type)
        {
            echeances = echeances.Where(e => e.ObjetType == type);
        }

        if (demande.Filtre(FiltreMiennes) is not null)
        {
            echeances = echeances.Where(e => e.Responsable == acteur.Id || e.Suppleant == acteur.Id);
        }

        foreach (var mot in CleDeTri.Mots(demande.Recherche))
        {
            echeances = echeances.Where(e => e.CleDeRecherche.Contains(mot) || e.Code.Contains(mot));
        }

        return echeances;
    }

    private async Task<List<LigneDEcheance>> ProjeterAsync(
        MarchesDbContext contexte,
        IQueryable<Echeance> echeances,
        Acteur acteur,
        CancellationToken annulation
    )
    {
        var lues = await echeances.ToListAsync(annulation);
        var noms = await NomsAsync(contexte, lues, annulation);
        return
        [
            .. lues.Select(e => new LigneDEcheance
            {
                ObjetType = e.ObjetType,
                ObjetId = e.ObjetId,
                Cle = e.Cle,
                Date = e.Date,
                Heure = e.Heure,
                Libelle = e.Libelle,
                Code = e.Code,
                Fondement = e.Fondement,
                EstAccomplie = e.EstAccomplie,
                Groupement = Nom(e.Groupement),
                Collectivite = Nom(e.Collectivite),
                Responsable = Nom(e.Responsable),
                Adresse = acteur.Perimetre.EstCdg ? e.Adresse ?? adresses.De(e.ObjetType, e.ObjetId) : null,
            }),
        ];

        string? Nom(Guid? id) => id is { } cle ? noms.GetValueOrDefault(cle) : null;
    }

    /// <summary>Les noms de ce que la page nomme : peu de lignes, trois lectures par clé.</summary>
    private static async Task<Dictionary<Guid, string>> NomsAsync(
        MarchesDbContext contexte,
        List<Echeance> lues,
        CancellationToken annulation
    )
    {
        var groupements = Cles(e => e.Groupement).ConvertAll(c => new Domain.Groupements.GroupementId(c));
        var collectivites = Cles(e => e.Collectivite).ConvertAll(c => new Domain.Collectivites.CollectiviteId(c));
        var agents = Cles(e => e.Responsable);
        var noms = new Dictionary<Guid, string>();
        if (groupements.Count > 0)
        {
            foreach (
                var g in await contexte
                    .Groupements.Where(g => groupements.Contains(g.Id))
                    .Select(g => new { g.Id, g.Nom })
                    .ToListAsync(annulation)
            )
            {
                noms[g.Id.Valeur] = g.Nom;
            }
        }

        if (collectivites.Count > 0)
        {
            foreach (
                var c in await contexte
                    .Collectivites.Where(c => collectivites.Contains(c.Id))
                    .Select(c => new { c.Id, c.Nom })
                    .ToListAsync(annulation)
            )
            {
                noms[c.Id.Valeur] = c.Nom;
            }
        }

        if (agents.Count > 0)
        {
            foreach (
                var u in await contexte
                    .Users.Where(u => agents.Contains(u.Id))
                    .Select(u => new { u.Id, u.Nom })
                    .ToListAsync(annulation)
            )
            {
                noms[u.Id] = u.Nom;
            }
        }

        return noms;

        List<Guid> Cles(Func<Echeance, Guid?> cle) => [.. lues.Select(cle).OfType<Guid>().Distinct()];
    }

    private static Dictionary<string, string> SansDates(Demande demande) =>
        (demande.Filtres ?? new Dictionary<string, string>())
            .Where(f => f.Key is not (FiltreDu or FiltreAu))
            .ToDictionary(f => f.Key, f => f.Value);

    private static DateOnly? Jour(string? texte) =>
        DateOnly.TryParseExact(texte, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour) ? jour : null;
}
