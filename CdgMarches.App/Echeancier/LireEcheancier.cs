using System.Globalization;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Echeancier;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Echeancier;

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

    /// <summary>La valeur du filtre de charge qui ajoute aux siennes celles que personne n'a en charge.</summary>
    public const string OuSansAgent = "ou-sans-agent";

    public const string ToutesLesDates = "toutes";
    public const string EnRetard = "retard";
    public const string Accomplies = "accomplies";

    /// <summary>Le plus d'échéances lues pour un mois : au-delà, les cases restantes ne disent que leur nombre.</summary>
    private const int ParMois = 300;

    private const int ParCase = 3;

    /// <summary>Le plus d'échéances d'un flux : les agendas refusent les calendriers démesurés.</summary>
    private const int ParFlux = 2000;

    /// <summary>Les types d'objets qui ont des dates, pour un filtre.</summary>
    public async Task<IReadOnlyList<(string Type, string Nom)>> TypesAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return
        [
            .. contexte
                .TypesDates.Select(t => (t.ClrType.Name, Nom: adresses.Nom(t.ClrType.Name)))
                .OrderBy(t => t.Nom, StringComparer.Create(Francais.Culture, ignoreCase: true)),
        ];
    }

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
    /// <param name="acteur">Celui qui lit.</param>
    /// <param name="aSaCharge">Ne compte que celles qui attendent l'acteur.</param>
    /// <param name="annulation">Abandonne.</param>
    public async Task<(int EnRetard, int Proches)> CompterAsync(
        Acteur acteur,
        bool aSaCharge = false,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Consulter);
        var jour = horloge.Aujourdhui;
        var fin = jour.AddDays(30);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var visibles = await contexte.EcheancesVisiblesAsync(acteur, jour, annulation);
        visibles = aSaCharge ? visibles.Attendant(acteur.Id) : visibles;
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

        echeances = demande.Filtre(FiltreMiennes) switch
        {
            null => echeances,
            OuSansAgent => echeances.Attendant(acteur.Id),
            _ => echeances.Where(e => e.Responsable == acteur.Id || e.Suppleant == acteur.Id),
        };

        foreach (var mot in CleDeTri.Mots(demande.Recherche))
        {
            echeances = echeances.Where(e => e.CleDeRecherche.Contains(mot) || e.Code.Contains(mot));
        }

        return echeances;
    }

    private async Task<IReadOnlyList<LigneDEcheance>> ProjeterAsync(
        MarchesDbContext contexte,
        IQueryable<Echeance> echeances,
        Acteur acteur,
        CancellationToken annulation
    )
    {
        var lignes = await contexte.LignesAsync(await echeances.ToListAsync(annulation), adresses, annulation);
        return acteur.Perimetre.EstCdg ? lignes : [.. lignes.Select(l => l with { Adresse = null })];
    }

    private static Dictionary<string, string> SansDates(Demande demande) =>
        (demande.Filtres ?? new Dictionary<string, string>())
            .Where(f => f.Key is not (FiltreDu or FiltreAu))
            .ToDictionary(f => f.Key, f => f.Value);

    private static DateOnly? Jour(string? texte) =>
        DateOnly.TryParseExact(texte, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour) ? jour : null;
}
