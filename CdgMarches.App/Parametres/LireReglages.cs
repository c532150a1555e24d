using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Parametres;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Parametres;

/// <summary>Une valeur datée, telle que la page des réglages la montre.</summary>
public sealed record LigneDeValeur(
    Guid Id,
    string Code,
    string Nom,
    PorteeDeValeur Portee,
    DateOnly? Debut,
    DateOnly? Fin,
    decimal? Nombre,
    string? Texte,
    string Source,
    bool EstEnVigueur,
    bool EstAVenir
);

/// <summary>Des seuils que l'application ne connaît plus à partir d'un jour : il faut les saisir quand ils paraissent.</summary>
public sealed record SeuilsAttendus(DateOnly APartirDu, IReadOnlyList<string> Codes);

/// <summary>Lit les valeurs datées et les réglages généraux, pour l'administrateur.</summary>
public sealed class LireReglages(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <summary>Les seuils européens paraissent quelques mois avant de valoir : on les attend d'ici là.</summary>
    private const int MoisDAvance = 24;

    public async Task<PageDe<LigneDeValeur>> ValeursAsync(Acteur acteur, Demande demande, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Administrer);
        var jour = horloge.Aujourdhui;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var mots = CleDeTri.Mots(demande.Recherche);
        var lues = (await contexte.ValeursDatees.AsNoTracking().ToListAsync(annulation)).Select(v => Ligne(v, jour)).ToList();
        var fixes = lues.Where(v => v is { EstEnVigueur: true, Portee: PorteeDeValeur.Cdg }).Select(v => v.Code).ToHashSet();
        var lignes = lues.Concat(Parametrage.Codes.Where(c => !fixes.Contains(c)).Select(DOrigine).OfType<LigneDeValeur>())
            .Where(v => demande.Filtre("code") is not { } code || v.Code == code)
            .Where(v => demande.Filtre("validite") is not { } validite || Repond(v, validite))
            .Where(v => mots.All(m => CleDeTri.De($"{v.Nom} {v.Source} {v.Texte}").Contains(m, StringComparison.Ordinal)))
            .OrderBy(v => CleDeTri.De(v.Nom), StringComparer.Ordinal)
            .ThenByDescending(v => v.Debut ?? DateOnly.MinValue)
            .ToList();
        return new PageDe<LigneDeValeur>([.. lignes.Skip(demande.Ignorer).Take(demande.Prendre)], lignes.Count);
    }

    /// <summary>Les seuils dont la dernière valeur connue a une fin, d'ici deux ans, sans rien qui la suive (RG3.02).</summary>
    public async Task<IReadOnlyList<SeuilsAttendus>> AttendusAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Administrer);
        var horizon = horloge.Aujourdhui.AddMonths(MoisDAvance);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var derniers = (
            await contexte
                .ValeursDatees.Where(v => v.Portee == PorteeDeValeur.Cdg)
                .Select(v => new { v.Code, v.Fin })
                .ToListAsync(annulation)
        )
            .GroupBy(v => v.Code)
            .Where(g => CodesDeSeuil.Tous.Contains(g.Key) && g.All(v => v.Fin is not null))
            .Select(g => (Code: g.Key, Lendemain: g.Max(v => v.Fin!.Value).AddDays(1)));
        return
        [
            .. derniers
                .Where(d => d.Lendemain <= horizon)
                .GroupBy(d => d.Lendemain, d => d.Code)
                .OrderBy(g => g.Key)
                .Select(g => new SeuilsAttendus(g.Key, [.. g.Order(StringComparer.Ordinal)])),
        ];
    }

    /// <summary>Les réglages généraux, valeurs d'origine comprises.</summary>
    public async Task<IReadOnlyDictionary<string, string>> GenerauxAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Administrer);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var saisis = await contexte.ReglagesGeneraux.ToDictionaryAsync(r => r.Cle, r => r.Valeur, annulation);
        return ClesDeReglage.Toutes.ToDictionary(c => c, c => saisis.GetValueOrDefault(c) ?? ClesDeReglage.Defaut(c));
    }

    /// <summary>Ce qu'un code vaut tant que le CDG n'en a rien fixé ; nul si l'application ne devine pas.</summary>
    private static LigneDeValeur? DOrigine(string code) =>
        Parametrage.DOrigine(code) is { } valeur
            ? new LigneDeValeur(
                Guid.Empty,
                code,
                Parametrage.Nom(code),
                PorteeDeValeur.Cdg,
                null,
                null,
                valeur.Nombre,
                valeur.Texte,
                valeur.Source,
                EstEnVigueur: true,
                EstAVenir: false
            )
            : null;

    private static LigneDeValeur Ligne(ValeurDatee valeur, DateOnly jour) =>
        new(
            valeur.Id,
            valeur.Code,
            Parametrage.Nom(valeur.Code),
            valeur.Portee,
            valeur.Debut,
            valeur.Fin,
            valeur.Nombre,
            valeur.Texte,
            valeur.Source,
            valeur.EstEnVigueur(jour),
            valeur.Debut > jour
        );

    private static bool Repond(LigneDeValeur valeur, string validite) =>
        validite switch
        {
            "en-vigueur" => valeur.EstEnVigueur,
            "a-venir" => valeur.EstAVenir,
            "passee" => !valeur.EstEnVigueur && !valeur.EstAVenir,
            _ => true,
        };
}
