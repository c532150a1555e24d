using CdgMarches.App.Parametres;
using CdgMarches.Database;
using CdgMarches.Database.Groupements;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Noyau.Calendrier;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Commissions;

/// <summary>La composition d'une commission un jour donné, d'accord avec les membres du groupement ce jour-là.</summary>
public sealed record CompositionDuJour(Composition Composition, IReadOnlyList<string> MembresSansSiege);

/// <summary>Les faits que la commission doit aux autres capacités : membres, règles, séances concurrentes.</summary>
internal static class FaitsDeCommission
{
    /// <summary>Deux séances à moins de deux heures l'une de l'autre se gênent.</summary>
    private static readonly TimeSpan DureeDUneSeance = TimeSpan.FromHours(2);

    private static readonly EtatDeSeance[] Vivantes =
    [
        EtatDeSeance.Programmee,
        EtatDeSeance.Convoquee,
        EtatDeSeance.Appel,
        EtatDeSeance.Ouverte,
    ];

    /// <summary>Les membres d'un groupement qui doivent avoir leur siège ce jour-là (RG2.05).</summary>
    public static async Task<IReadOnlyList<MembreARepresenter>> MembresARepresenterAsync(
        this MarchesDbContext contexte,
        GroupementId groupement,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        var membres =
            from a in contexte.Adhesions.EnVigueur(jour)
            where a.Groupement == groupement
            join c in contexte.Collectivites on a.Collectivite equals c.Id
            orderby c.CleDeTri
            select new
            {
                c.Id,
                c.Nom,
                c.DisposeCao,
            };
        return
        [
            .. (await membres.AsNoTracking().ToListAsync(annulation)).Select(m => new MembreARepresenter(
                m.Id,
                m.Nom,
                m.DisposeCao
            )),
        ];
    }

    /// <summary>La composition recalculée : un siège par membre en vigueur ce jour-là, ceux des membres partis n'en sont pas.</summary>
    public static async Task<CompositionDuJour> ComposerAsync(
        this MarchesDbContext contexte,
        Commission commission,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        var composition = commission.Composer(jour);
        if (commission.Groupement is not { } groupement)
        {
            return new CompositionDuJour(composition, []);
        }

        var membres = await contexte.MembresARepresenterAsync(groupement, jour, annulation);
        var ids = membres.Select(m => (Guid?)m.Id.Valeur).ToHashSet();
        return new CompositionDuJour(
            composition with
            {
                Sieges = [.. composition.Sieges.Where(s => ids.Contains(s.Siege.Collectivite))],
            },
            [.. membres.Where(m => commission.Sieges.All(s => s.Collectivite != m.Id.Valeur)).Select(m => m.Nom)]
        );
    }

    /// <summary>Les règles de la prochaine séance : celles de la convention du groupement, ou du règlement intérieur du coordonnateur.</summary>
    public static async Task<ReglesDeCommission> ReglesDeAsync(
        this MarchesDbContext contexte,
        Commission commission,
        CancellationToken annulation
    ) =>
        commission.Groupement is { } groupement
            ? ReglesDeCommission.De(
                (await contexte.Groupements.AsNoTracking().SingleAsync(g => g.Id == groupement, annulation)).Regles
            ) with
            {
                DistancePermise = commission.Regles.DistancePermise,
            }
            : commission.Regles;

    /// <summary>
    /// Tient jusqu'à la fin de la transaction la ligne qui numérote les séances de l'année : deux agents ne donnent pas à un même
    /// siège deux réunions à la fois.
    /// </summary>
    public static Task VerrouillerLesSeancesAsync(this MarchesDbContext contexte, int annee, CancellationToken annulation)
    {
        var serie = ReferenceDeSeance.Serie(annee);
        return contexte
            .Compteurs.Where(c => c.Serie == serie)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.Dernier, x => x.Dernier), annulation);
    }

    /// <summary>La référence d'une autre séance, le même jour à la même heure, qui convoque l'une des mêmes personnes.</summary>
    public static async Task<string?> AutreSeanceAsync(
        this MarchesDbContext contexte,
        Commission commission,
        DonneesDeSeance donnees,
        SeanceId? saufElle,
        CancellationToken annulation
    )
    {
        var duJour = await contexte
            .Seances.AsNoTracking()
            .Where(s => s.Date == donnees.Date && Vivantes.Contains(s.Etat))
            .Select(s => new
            {
                s.Id,
                s.Reference,
                s.Commission,
                s.Heure,
            })
            .ToListAsync(annulation);
        var concurrentes = duJour
            .Where(s => s.Id != saufElle && (s.Heure.ToTimeSpan() - donnees.Heure.ToTimeSpan()).Duration() < DureeDUneSeance)
            .ToList();
        if (concurrentes.Find(s => s.Commission == commission.Id) is { } sienne)
        {
            return sienne.Reference.ToString();
        }

        var convoquees = Personnes(commission, donnees.Date);
        foreach (var autre in concurrentes)
        {
            var sa = await contexte.Commissions.AsNoTracking().SingleAsync(c => c.Id == autre.Commission, annulation);
            if (Personnes(sa, donnees.Date).Overlaps(convoquees))
            {
                return autre.Reference.ToString();
            }
        }

        return null;
    }

    /// <summary>La zone de jours fériés du CDG.</summary>
    public static async Task<ZoneDeJoursFeries> ZoneAsync(this LireParametres parametres, CancellationToken annulation) =>
        Enum.TryParse<ZoneDeJoursFeries>(await parametres.ReglageAsync(ClesDeReglage.ZoneDeJoursFeries, annulation), out var zone)
            ? zone
            : ZoneDeJoursFeries.Metropole;

    /// <summary>Les personnes en vigueur : leur courriel, à défaut leur nom et leur adresse postale.</summary>
    private static HashSet<string> Personnes(Commission commission, DateOnly jour) =>
        commission
            .Designations.Where(d => d.EstEnVigueur(jour))
            .Select(d => d.Courriel ?? CleDeTri.De($"{d.Nom} {d.Adresse}"))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
