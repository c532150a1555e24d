using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace CdgMarches.App.Commissions;

/// <summary>La séance en direct : la feuille de présence, la jauge, les points et ce que l'on peut y faire.</summary>
/// <param name="Seance">La séance, lue sans suivi.</param>
/// <param name="Feuille">Qui est là.</param>
/// <param name="Lignes">L'état de chaque personne, pour le module de la feuille.</param>
/// <param name="Jauge">La jauge du quorum.</param>
/// <param name="PeutOuvrir">Si la séance peut s'ouvrir.</param>
/// <param name="PeutConstaterLaCarence">Si l'on peut clore faute de quorum.</param>
/// <param name="PeutLever">Si l'on peut lever la séance.</param>
/// <param name="PeutGerer">Vrai si l'acteur conduit la séance.</param>
/// <param name="NomsDesGroupements">Le groupement de chaque point.</param>
public sealed record SeanceEnDirect(
    Seance Seance,
    FeuilleDePresence Feuille,
    IReadOnlyList<LigneEnDirect> Lignes,
    JaugeEnDirect Jauge,
    Verdict PeutOuvrir,
    Verdict PeutConstaterLaCarence,
    Verdict PeutLever,
    bool PeutGerer,
    IReadOnlyDictionary<Guid, string> NomsDesGroupements
)
{
    public int Version => Seance.Version;

    public Verdict PeutDecider(int point) => Seance.PeutDeciderLePoint(point, Feuille);

    public Quorum QuorumDe(int point) => Seance.QuorumDe(Feuille.Sieges, point);
}

/// <summary>Lit la séance en direct.</summary>
public sealed class LireDirect(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge, IMemoryCache cache)
{
    /// <returns>La séance, ou null si elle n'existe pas ou n'est pas du périmètre.</returns>
    public async Task<SeanceEnDirect?> ExecuterAsync(Acteur acteur, SeanceId id, CancellationToken annulation = default)
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

        var feuille = await ConduireSeance.FeuilleAsync(contexte, seance, annulation);
        var salle = await contexte.SalleAsync(id, cache, annulation);
        var convocations =
            seance.Etat is EtatDeSeance.Appel
                ? await ConvocationsAsync(contexte, seance, annulation)
                : EtatDesConvocations.Regulieres;
        var groupements = seance.Points.Select(p => p.Groupement).OfType<Domain.Groupements.GroupementId>().Distinct().ToList();
        return new SeanceEnDirect(
            seance,
            feuille,
            salle.ToutesLesLignes(horloge.Fuseau),
            EtatDeLaSalle.JaugeDe(feuille, seance.QuorumDe(feuille.Sieges), horloge.Fuseau),
            seance.PeutOuvrir(feuille, convocations),
            seance.PeutConstaterLaCarence(feuille),
            seance.PeutLever(),
            acteur.Peut(Droits.GererCommissions),
            await contexte
                .Groupements.Where(g => groupements.Contains(g.Id))
                .Select(g => new { g.Id, g.Nom })
                .ToDictionaryAsync(g => g.Id.Valeur, g => g.Nom, annulation)
        );
    }

    private async Task<EtatDesConvocations> ConvocationsAsync(
        MarchesDbContext contexte,
        Seance seance,
        CancellationToken annulation
    )
    {
        var commission = await contexte.Commissions.AsNoTracking().SingleAsync(c => c.Id == seance.Commission, annulation);
        var (composition, _) = await contexte.ComposerAsync(commission, seance.Date, annulation);
        return (await contexte.SuivisAsync(seance, horloge, annulation)).Etat(composition, seance.Invites);
    }
}
