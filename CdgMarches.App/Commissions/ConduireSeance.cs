using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Commissions;

/// <summary>Un geste de la conduite d'une séance.</summary>
public abstract record GesteDeSeance
{
    private GesteDeSeance() { }

    /// <summary>Fige la liste des sièges et commence l'appel.</summary>
    public sealed record OuvreLAppel : GesteDeSeance;

    public sealed record Ouvre(string? Motif) : GesteDeSeance;

    public sealed record ConstateLaCarence : GesteDeSeance;

    public sealed record Aborde(int Point) : GesteDeSeance;

    /// <param name="Point">Le point.</param>
    /// <param name="Revision">La révision que l'agent avait sous les yeux.</param>
    /// <param name="Rapport">Le rapport d'analyse, ou ses éléments.</param>
    /// <param name="Notes">La discussion.</param>
    /// <param name="Observations">Ce qu'un membre, le comptable ou la DGCCRF demande d'inscrire.</param>
    public sealed record Note(int Point, int Revision, string? Rapport, string? Notes, string? Observations) : GesteDeSeance;

    public sealed record Decide(int Point, int Revision, DecisionProposee Decision) : GesteDeSeance;

    public sealed record Deporte(int Point, Guid Personne, string? Motif) : GesteDeSeance;

    public sealed record NeDeportePlus(int Point, Guid Personne) : GesteDeSeance;

    public sealed record Leve(string? Motif) : GesteDeSeance;
}

/// <summary>
/// Conduit la séance. Les présences avancent sans cesse la version : on prend d'abord le verrou de la séance, puis l'on relit ; ce
/// qui protège d'un autre agent est l'état de la séance et la révision du point.
/// </summary>
public sealed class ConduireSeance(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge, DirectDeSeance direct)
{
    public async Task ExecuterAsync(Acteur acteur, SeanceId id, GesteDeSeance geste, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.GererCommissions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                await contexte.AvancerVersionAsync(id, jeton);
                var seance = await contexte.SeanceAGererAsync(acteur, id, jeton);
                await FaireAsync(contexte, seance, geste, jeton);
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
            },
            annulation
        );
        direct.DemanderRelecture(id);
    }

    private async Task FaireAsync(MarchesDbContext contexte, Seance seance, GesteDeSeance geste, CancellationToken annulation)
    {
        var instant = horloge.Maintenant;
        switch (geste)
        {
            case GesteDeSeance.OuvreLAppel:
                var (composition, sansSiege) = await ComposerAsync(contexte, seance, annulation);
                seance.OuvrirLAppel(
                    horloge.Aujourdhui,
                    composition,
                    sansSiege,
                    (await contexte.SuivisAsync(seance, horloge, annulation)).Etat(composition, seance.Invites),
                    instant
                );
                break;
            case GesteDeSeance.Ouvre g:
                var (duJour, _) = await ComposerAsync(contexte, seance, annulation);
                var suivis = await contexte.SuivisAsync(seance, horloge, annulation);
                seance.Ouvrir(
                    await FeuilleAsync(contexte, seance, annulation),
                    suivis.Etat(duJour, seance.Invites),
                    g.Motif,
                    instant
                );
                break;
            case GesteDeSeance.ConstateLaCarence:
                seance.ConstaterLaCarence(await FeuilleAsync(contexte, seance, annulation), instant);
                break;
            case GesteDeSeance.Aborde g:
                seance.Aborder(g.Point, instant);
                break;
            case GesteDeSeance.Note g:
                ExigerRevision(seance, g.Point, g.Revision);
                seance.NoterPoint(g.Point, g.Rapport, g.Notes, g.Observations);
                break;
            case GesteDeSeance.Decide g:
                ExigerRevision(seance, g.Point, g.Revision);
                seance.Decider(g.Point, g.Decision, await FeuilleAsync(contexte, seance, annulation), instant);
                break;
            case GesteDeSeance.Deporte g:
                seance.DeclarerDeport(g.Point, g.Personne, NomDe(seance, g.Personne), g.Motif, parLaPersonne: false, instant);
                break;
            case GesteDeSeance.NeDeportePlus g:
                seance.RetirerDeport(g.Point, g.Personne);
                break;
            case GesteDeSeance.Leve g:
                seance.Lever(g.Motif, instant);
                break;
        }
    }

    internal static async Task<FeuilleDePresence> FeuilleAsync(
        MarchesDbContext contexte,
        Seance seance,
        CancellationToken annulation
    )
    {
        var id = seance.Id;
        return new(
            seance.Places,
            await contexte.Presences.AsNoTracking().Where(p => p.Seance == id).ToListAsync(annulation),
            seance.Deports
        );
    }

    private static async Task<CompositionDuJour> ComposerAsync(
        MarchesDbContext contexte,
        Seance seance,
        CancellationToken annulation
    ) =>
        await contexte.ComposerAsync(
            await contexte.Commissions.AsNoTracking().SingleAsync(c => c.Id == seance.Commission, annulation),
            seance.Date,
            annulation
        );

    private static void ExigerRevision(Seance seance, int point, int revision)
    {
        if (seance.Point(point).Revision != revision)
        {
            throw new DbUpdateConcurrencyException("Le point a été modifié entre-temps.");
        }
    }

    private static string NomDe(Seance seance, Guid personne) =>
        seance
            .Places.Select(p =>
                p.Titulaire == personne ? p.NomDuTitulaire
                : p.Suppleant == personne ? p.NomDuSuppleant
                : null
            )
            .FirstOrDefault(n => n is not null)
        ?? throw new RefusException("Cette personne n'est pas sur la liste figée : rien n'a été changé.");
}
