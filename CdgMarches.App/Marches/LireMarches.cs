using CdgMarches.App.Procedures;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Marches;

/// <summary>Un marché dans une liste.</summary>
public sealed record LigneDeMarche(
    MarcheId Id,
    string Reference,
    string Objet,
    string Titulaire,
    EtatDeMarche Etat,
    DateOnly? Debut,
    DateOnly? Fin,
    long? MaximumCentimes,
    long ConsommeCentimes
)
{
    /// <summary>La part du maximum consommée, de 0 à 1 et au-delà.</summary>
    public decimal? Part => MaximumCentimes is { } max and > 0 ? (decimal)ConsommeCentimes / max : null;
}

/// <summary>Les marchés du périmètre, ou ceux dont un membre bénéficie.</summary>
public sealed class LireMarches(IDbContextFactory<MarchesDbContext> donnees)
{
    public async Task<PageDe<LigneDeMarche>> ExecuterAsync(Acteur acteur, Demande demande, CancellationToken annulation = default)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        IQueryable<Marche> marches;
        if (acteur.Perimetre.EstCdg)
        {
            acteur.Exiger(Droits.ConsulterCdg);
            marches = contexte.Marches.DuPerimetre(acteur);
        }
        else
        {
            acteur.Exiger(Droits.Espace);
            marches = contexte.DesMembres(acteur).Where(m => m.NotifieLe != null);
        }

        foreach (var mot in CleDeTri.Mots(demande.Recherche))
        {
            marches = marches.Where(m => m.CleDeTri.Contains(mot) || m.Reference.Contains(mot));
        }

        if (Enum.TryParse<EtatDeMarche>(demande.Filtre("etat"), out var etat))
        {
            marches = marches.Where(m => m.Etat == etat);
        }

        var total = await marches.CountAsync(annulation);
        var triees = (demande.Tri, demande.Decroissant) switch
        {
            ("objet", false) => marches.OrderBy(m => m.CleDeTri).ThenBy(m => m.Id),
            ("objet", true) => marches.OrderByDescending(m => m.CleDeTri).ThenBy(m => m.Id),
            ("fin", false) => marches.OrderBy(m => m.Fin == null).ThenBy(m => m.Fin).ThenBy(m => m.Id),
            ("fin", true) => marches.OrderByDescending(m => m.Fin).ThenBy(m => m.Id),
            ("reference", false) => marches.OrderBy(m => m.Reference),
            _ => marches.OrderByDescending(m => m.Reference),
        };
        return new PageDe<LigneDeMarche>(
            await triees
                .AsNoTracking()
                .Skip(demande.Ignorer)
                .Take(demande.Prendre)
                .Select(m => new LigneDeMarche(
                    m.Id,
                    m.Reference,
                    m.Objet,
                    m.Titulaires.OrderBy(t => t.Numero).Select(t => t.Nom).First(),
                    m.Etat,
                    m.Debut,
                    m.Fin,
                    m.MaximumCentimes,
                    m.ConsommeCentimes
                ))
                .ToListAsync(annulation),
            total
        );
    }
}

/// <summary>La fiche d'un marché.</summary>
public sealed record FicheDeMarche(
    Marche Marche,
    string ReferenceDeLaProcedure,
    string NomDuGroupement,
    string Coordonnateur,
    DonneesEssentiellesLues Donnees,
    bool? TransmissionRequise,
    CalculDeDate? TransmissionAvant,
    CalculDeDate? AvisDAttributionAvant,
    CalculDeDate? DonneesAvant,
    CalculDeDate? ConservationDeLaProcedure,
    CalculDeDate? ConservationDuMarche,
    int Membres,
    int Informes,
    decimal? PartDAlerte,
    bool PeutGerer
)
{
    /// <summary>Les valeurs que l'application ne connaît pas : les calculs qui en dépendent manquent.</summary>
    public IReadOnlyList<string> Inconnus { get; init; } = [];

    /// <summary>Combien de membres ont été informés de la résiliation.</summary>
    public int InformesDeLaResiliation { get; init; }

    public decimal? Part => Marche.MaximumCentimes is { } max and > 0 ? (decimal)Marche.ConsommeCentimes / max : null;

    public bool EstEnAlerte => PartDAlerte is { } part && Marche.EstEnAlerte(part);
}

/// <summary>Lit la fiche d'un marché du périmètre.</summary>
public sealed class LireMarche(
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge,
    FaitsDeProcedure faits,
    NotifierMarche notifier
)
{
    public async Task<FicheDeMarche?> ExecuterAsync(Acteur acteur, MarcheId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var marche = await contexte
            .Marches.AsNoTracking()
            .AsSplitQuery()
            .DuPerimetre(acteur)
            .SingleOrDefaultAsync(m => m.Id == id, annulation);
        if (marche is null)
        {
            return null;
        }

        var procedure = await contexte.Procedures.AsNoTracking().SingleAsync(p => p.Id == marche.Procedure, annulation);
        var groupement = await (
            from g in contexte.Groupements
            join c in contexte.Collectivites on g.Coordonnateur equals c.Id
            where g.Id == marche.Groupement
            select new
            {
                g.Nom,
                Coordonnateur = c.Nom,
                c.Siret,
            }
        ).SingleAsync(annulation);
        var delais = await faits.DelaisAsync(annulation);
        var (jour, inconnus) = (horloge.Aujourdhui, new Inconnus());
        return new FicheDeMarche(
            marche,
            procedure.Reference.ToString(),
            groupement.Nom,
            groupement.Coordonnateur,
            DonneesEssentielles.Composer(marche, groupement.Siret?.Valeur, marche.DonneesPublieesLe ?? jour),
            await inconnus.LireAsync(async () => (bool?)await notifier.TransmissionRequiseAsync(procedure, marche, annulation)),
            marche.SigneLe is { } signe ? inconnus.Lire(() => delais.TransmissionAuPlusTard(signe)) : null,
            marche.SigneLe is { } s && marche.Forme?.EstFormalisee() is true
                ? inconnus.Lire(() => delais.AvisDAttributionAuPlusTard(s))
                : null,
            marche.NotifieLe is { } notifie ? inconnus.Lire(() => delais.DonneesEssentiellesAuPlusTard(notifie)) : null,
            marche.SigneLe is { } s2 ? inconnus.Lire(() => delais.ConservationDeLaProcedure(s2)) : null,
            marche.Fin is { } fin ? inconnus.Lire(() => delais.ConservationDuMarche(fin, marche.Nature)) : null,
            await contexte.MembresFiges.CountAsync(f => f.Procedure == marche.Procedure && f.Lot == marche.Lot, annulation),
            await InformesAsync(ObjetDInformation.Notification),
            inconnus.Lire<decimal?>(() => delais.Nombre(CodesDeDelai.AlerteDuMaximum, jour)),
            acteur.Peut(Droits.GererProcedures)
        )
        {
            Inconnus = inconnus.Phrases,
            InformesDeLaResiliation = marche.ResilieLe is null ? 0 : await InformesAsync(ObjetDInformation.Resiliation),
        };

        Task<int> InformesAsync(ObjetDInformation objet) => contexte.InformationsRemises(id, objet).CountAsync(annulation);
    }
}

/// <summary>La consommation d'un membre.</summary>
public sealed record ConsommationDeMembre(
    CollectiviteId Collectivite,
    string Nom,
    int Commandes,
    long Centimes,
    int Depassements,
    long TotalCentimes
)
{
    /// <summary>La part de ce membre dans ce que tous ont commandé sur la même période, de 0 à 1 (RG5.13).</summary>
    public decimal Part => TotalCentimes == 0 ? 0m : (decimal)Centimes / TotalCentimes;

    /// <summary>Sa part du minimum garanti, sur toute la durée (RG5.23) ; nulle s'il n'y en a pas, ou s'il n'en a pas demandé.</summary>
    public MontantHt? Minimum { get; init; }

    /// <summary>Ce qu'il doit encore commander pour l'atteindre ; nul aussi quand la période lue n'est qu'une année.</summary>
    public MontantHt? ResteSousLeMinimum { get; init; }
}

/// <summary>La consommation d'un marché par membre figé, sommée par la base.</summary>
public sealed class LireConsommation(IDbContextFactory<MarchesDbContext> donnees)
{
    /// <param name="acteur">Un agent du CDG.</param>
    /// <param name="id">Le marché.</param>
    /// <param name="demande">La page ; le filtre « annee » borne à une année.</param>
    /// <param name="annulation">Abandonne.</param>
    public async Task<PageDe<ConsommationDeMembre>> ExecuterAsync(
        Acteur acteur,
        MarcheId id,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var marche = await contexte
            .Marches.AsNoTracking()
            .DuPerimetre(acteur)
            .Where(m => m.Id == id)
            .Select(m => new
            {
                m.Procedure,
                m.Lot,
                m.MinimumCentimes,
                m.ConsommeCentimes,
            })
            .SingleOrDefaultAsync(annulation);
        if (marche is null)
        {
            return new PageDe<ConsommationDeMembre>([], 0);
        }

        var membres = contexte.MembresFiges.Where(f => f.Procedure == marche.Procedure && f.Lot == marche.Lot);
        foreach (var mot in CleDeTri.Mots(demande.Recherche))
        {
            membres = membres.Where(f => f.CleDeTri.Contains(mot));
        }

        var page = await membres
            .OrderBy(f => f.CleDeTri)
            .ThenBy(f => f.Collectivite)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(f => new { f.Collectivite, f.Nom })
            .ToListAsync(annulation);
        var ids = page.Select(p => p.Collectivite).ToList();
        int? annee = int.TryParse(demande.Filtre("annee"), System.Globalization.CultureInfo.InvariantCulture, out var a)
            ? a
            : null;
        var sommes = await contexte
            .Commandes.Where(c => c.Marche == id && ids.Contains(c.Collectivite) && (annee == null || c.Annee == annee))
            .GroupBy(c => c.Collectivite)
            .Select(g => new
            {
                g.Key,
                Nombre = g.Count(),
                Somme = g.Sum(c => c.MontantCentimes),
                Depassements = g.Sum(c => c.EstDepassement ? 1 : 0),
            })
            .ToDictionaryAsync(g => g.Key, annulation);
        var total = annee is null
            ? marche.ConsommeCentimes
            : await contexte
                .Commandes.Where(c => c.Marche == id && c.Annee == annee)
                .SumAsync(c => c.MontantCentimes, annulation);
        var minimums = await contexte.PartsDuMinimumAsync(
            marche.Procedure,
            marche.Lot,
            marche.MinimumCentimes is { } garanti ? MontantHt.DeCentimes(garanti) : null,
            annulation
        );
        return new PageDe<ConsommationDeMembre>(
            [
                .. page.Select(p =>
                {
                    var s = sommes.GetValueOrDefault(p.Collectivite);
                    MontantHt? minimum = minimums.TryGetValue(p.Collectivite, out var part) ? part : null;
                    return new ConsommationDeMembre(
                        p.Collectivite,
                        p.Nom,
                        s?.Nombre ?? 0,
                        s?.Somme ?? 0,
                        s?.Depassements ?? 0,
                        total
                    )
                    {
                        Minimum = minimum,
                        ResteSousLeMinimum =
                            annee is null && minimum is { } du
                                ? MontantHt.DeCentimes(Math.Max(0, du.Centimes - (s?.Somme ?? 0)))
                                : null,
                    };
                }),
            ],
            await membres.CountAsync(annulation)
        );
    }

    /// <summary>Toutes les commandes, sommées par marché et par membre : le banc d'essai le compare au même, écrit à la main.</summary>
    public static IQueryable<SommeParMembre> Sommes(MarchesDbContext contexte) =>
        contexte
            .Commandes.GroupBy(c => new { c.Marche, c.Collectivite })
            .Select(g => new SommeParMembre
            {
                Marche = g.Key.Marche,
                Collectivite = g.Key.Collectivite,
                Centimes = g.Sum(c => c.MontantCentimes),
            });
}

/// <summary>La somme des commandes d'un membre sur un marché.</summary>
public sealed record SommeParMembre
{
    public MarcheId Marche { get; init; }

    public CollectiviteId Collectivite { get; init; }

    public long Centimes { get; init; }
}
