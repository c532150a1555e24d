using CdgMarches.App.Compte;
using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Echeancier;
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

    /// <summary>De qui il s'agit : la collectivité, puis le groupement.</summary>
    public string Concerne => string.Join(", ", new[] { Collectivite, Groupement }.OfType<string>());

    /// <summary>En jours calendaires ; négatif quand la date est passée.</summary>
    public int JoursRestants(DateOnly jour) => Date.DayNumber - jour.DayNumber;

    public bool EstEnRetard(DateOnly jour) => !EstAccomplie && Date < jour;

    /// <summary>Ce qui est dû, et de qui.</summary>
    public string Phrase => Concerne.Length == 0 ? Libelle : $"{Libelle} — {Concerne}";

    /// <summary>« dans 6 jours », « hier ».</summary>
    public string Reste(DateOnly jour) =>
        JoursRestants(jour) switch
        {
            0 => "aujourd'hui",
            1 => "demain",
            > 1 and var jours => $"dans {jours} jours",
            -1 => "hier",
            var jours => $"il y a {-jours} jours",
        };

    /// <summary>Les deux lignes d'un courriel : quand et quoi, puis l'adresse où l'ouvrir.</summary>
    internal string EnTexte(DateOnly jour, AdressesPubliques adresses) =>
        $"— {Formats.DateCourte(Date)} ({Reste(jour)}) : {Phrase}\n  {adresses.De(Adresse ?? "/echeancier")}";
}

/// <summary>Nomme ce dont parlent des échéances : à l'écran, dans un courriel ou une notification, on lit de qui il s'agit.</summary>
internal static class LignesDEcheance
{
    public static async Task<IReadOnlyList<LigneDEcheance>> LignesAsync(
        this MarchesDbContext contexte,
        IReadOnlyCollection<Echeance> lues,
        AdressesDesObjets adresses,
        CancellationToken annulation
    )
    {
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
                Adresse = e.Adresse ?? adresses.De(e.ObjetType, e.ObjetId, e.Groupement),
            }),
        ];

        string? Nom(Guid? id) => id is { } cle ? noms.GetValueOrDefault(cle) : null;
    }

    /// <summary>Les noms de ce que la page nomme : peu de lignes, trois lectures par clé.</summary>
    private static async Task<Dictionary<Guid, string>> NomsAsync(
        MarchesDbContext contexte,
        IReadOnlyCollection<Echeance> lues,
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
                    .Select(g => new { g.Id, Nom = AppellationDuGroupement.AvecMillesime(g.Nom, g.Millesime) })
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
}
