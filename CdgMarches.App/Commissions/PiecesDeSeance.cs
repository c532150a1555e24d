using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Commissions;

/// <summary>Tout ce que les pièces d'une séance disent, réuni une fois : ordre du jour, émargement, procès-verbal, extraits, preuves.</summary>
/// <param name="Seance">La séance, lue sans suivi.</param>
/// <param name="Commission">Le nom de la commission.</param>
/// <param name="Coordonnateur">Celui qui convoque et dresse le procès-verbal.</param>
/// <param name="Premiere">La réunion sans quorum, sur seconde convocation.</param>
/// <param name="Feuille">Qui est là, ou l'était à la clôture.</param>
/// <param name="Presences">Les arrivées et les départs.</param>
/// <param name="Convocations">Toutes les convocations, rectificatives comprises.</param>
/// <param name="NomsDesGroupements">Le groupement de chaque point.</param>
public sealed record PiecesDeSeance(
    Seance Seance,
    string Commission,
    string Coordonnateur,
    string? Premiere,
    FeuilleDePresence Feuille,
    IReadOnlyList<Presence> Presences,
    IReadOnlyList<SuiviDeConvocation> Convocations,
    IReadOnlyDictionary<Guid, string> NomsDesGroupements
)
{
    /// <summary>Les heures de présence d'une personne, en clair ; nul si elle n'est pas venue.</summary>
    public string? Heures(Guid? personne, TimeZoneInfo fuseau)
    {
        var siennes = Presences.Where(p => p.Personne == personne).OrderBy(p => p.Arrivee).ToList();
        return siennes.Count == 0
            ? null
            : string.Join(
                " ; ",
                siennes.Select(p =>
                    $"{Formats.Heure(p.Arrivee, fuseau)}{(p.Depart is { } d ? $" à {Formats.Heure(d, fuseau)}" : "")}{(p.ADistance ? " (à distance)" : "")}"
                )
            );
    }

    /// <summary>Le groupement d'un point, quand il en a un.</summary>
    public string? GroupementDe(PointDOrdreDuJour point) =>
        point.Groupement is { } g ? NomsDesGroupements.GetValueOrDefault(g.Valeur) : null;
}

/// <summary>Réunit les faits des pièces d'une séance du périmètre.</summary>
public sealed class LirePiecesDeSeance(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <returns>Les faits, ou null si la séance n'existe pas ou n'est pas du périmètre.</returns>
    public async Task<PiecesDeSeance?> ExecuterAsync(Acteur acteur, SeanceId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (
            await contexte.SeancesVisibles(acteur).AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, annulation)
            is not { } seance
        )
        {
            return null;
        }

        var commission = await contexte.Commissions.AsNoTracking().SingleAsync(c => c.Id == seance.Commission, annulation);
        var (composition, _) = await contexte.ComposerAsync(commission, seance.Date, annulation);
        var presences = await contexte.Presences.AsNoTracking().Where(p => p.Seance == id).ToListAsync(annulation);
        var places = seance.Places.Count > 0 ? [.. seance.Places.OrderBy(p => p.Ordre)] : PlaceDeSeance.De(composition);
        var groupements = seance.Points.Select(p => p.Groupement).OfType<Domain.Groupements.GroupementId>().Distinct().ToList();
        var premiere = seance.Premiere is { } p1
            ? await contexte.Seances.Where(s => s.Id == p1).Select(s => s.Reference).SingleAsync(annulation)
            : null;
        return new PiecesDeSeance(
            seance,
            commission.Nom,
            await contexte.Collectivites.Where(c => c.Id == commission.Coordonnateur).Select(c => c.Nom).SingleAsync(annulation),
            premiere is null ? null : $"{premiere} du {Formats.DateLongue(seance.DateDeLaPremiere!.Value)}",
            new FeuilleDePresence(places, presences, seance.Deports),
            presences,
            await contexte.SuivisAsync(seance, horloge, annulation, toutesLesVersions: true),
            await contexte
                .Groupements.Where(g => groupements.Contains(g.Id))
                .Select(g => new { g.Id, g.Nom })
                .ToDictionaryAsync(g => g.Id.Valeur, g => g.Nom, annulation)
        );
    }
}
