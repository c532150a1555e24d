using CdgMarches.App.Groupements;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Sessions;

internal static class AccesAuxSessions
{
    /// <summary>Les sessions des groupements que l'acteur peut voir.</summary>
    public static IQueryable<SessionDePresentation> DuPerimetre(this IQueryable<SessionDePresentation> sessions, Acteur acteur) =>
        sessions.DansLaLimite(acteur, s => s.Groupement);

    /// <exception cref="DroitManquantException">La session n'existe pas ou n'est pas du périmètre.</exception>
    public static async Task<SessionDePresentation> SessionAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        SessionDePresentationId id,
        CancellationToken annulation
    ) =>
        await contexte.SessionsDePresentation.DuPerimetre(acteur).SingleOrDefaultAsync(s => s.Id == id, annulation)
        ?? throw new DroitManquantException(Droits.GererGroupements);

    /// <summary>Combien de personnes sont inscrites, sous le verrou de la session : deux n'occupent pas la dernière place.</summary>
    public static async Task<int> InscritsSousVerrouAsync(
        this MarchesDbContext contexte,
        SessionDePresentationId id,
        CancellationToken annulation
    )
    {
        await contexte
            .SessionsDePresentation.Where(s => s.Id == id)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.CleDeTri, x => x.CleDeTri), annulation);
        return await contexte.Inscriptions.CountAsync(i => i.Session == id && i.AnnuleeLe == null, annulation);
    }

    /// <summary>Dit si une personne est déjà de la liste pour sa collectivité.</summary>
    /// <param name="contexte">La base.</param>
    /// <param name="session">La session.</param>
    /// <param name="collectivite">La collectivité.</param>
    /// <param name="personne">Son nom.</param>
    /// <param name="courriel">Son adresse.</param>
    /// <param name="saufCelleCi">L'inscription que l'on corrige : elle n'est pas une autre.</param>
    /// <param name="annulation">Abandonne.</param>
    public static async Task<bool> DejaInscriteAsync(
        this MarchesDbContext contexte,
        SessionDePresentationId session,
        CollectiviteId collectivite,
        string? personne,
        string? courriel,
        InscriptionId? saufCelleCi = null,
        CancellationToken annulation = default
    ) =>
        (
            await contexte
                .Inscriptions.AsNoTracking()
                .Where(i => i.Session == session && i.Collectivite == collectivite && i.AnnuleeLe == null)
                .ToListAsync(annulation)
        ).Exists(i => i.Id != saufCelleCi && i.EstCelleDe(personne, courriel));

    /// <summary>Les sessions où des collectivités sont invitées, membres ce jour-là du groupement, ou pour lesquelles quelqu'un s'est inscrit.</summary>
    /// <remarks>Une ligne par session et par collectivité : chacune répond pour elle seule.</remarks>
    public static IQueryable<InviteALaSession> InvitesAuxSessions(
        this MarchesDbContext contexte,
        IReadOnlyList<CollectiviteId> collectivites
    ) =>
        from s in contexte.SessionsDePresentation.AsNoTracking()
        from c in contexte.Collectivites
        join g in contexte.Groupements on s.Groupement equals g.Id
        where collectivites.Contains(c.Id)
        where
            (
                s.InviteeLe != null
                && contexte.Adhesions.Any(a =>
                    a.Groupement == s.Groupement
                    && a.Collectivite == c.Id
                    && a.Entree <= s.Date
                    && (a.Sortie == null || a.Sortie >= s.Date)
                )
            ) || contexte.Inscriptions.Any(i => i.Session == s.Id && i.Collectivite == c.Id)
        select new InviteALaSession
        {
            Session = s,
            Collectivite = c.Id,
            Membre = c.Nom,
            CleDuMembre = c.CleDeTri,
            Groupement = g.Nom,
            Millesime = g.Millesime,
        };

    /// <summary>Le motif donné à l'annulation d'une session ; nul si elle ne l'est pas.</summary>
    public static Task<string?> MotifDAnnulationAsync(
        this MarchesDbContext contexte,
        SessionDePresentation session,
        CancellationToken annulation
    ) =>
        session.EstAnnulee
            ? contexte
                .Journal.Where(j => j.ObjetType == nameof(SessionDePresentation) && j.ObjetId == session.Id.Valeur)
                .Where(j => j.Evenement == nameof(SessionAnnulee))
                .Select(j => j.Motif)
                .FirstOrDefaultAsync(annulation)
            : Task.FromResult<string?>(null);
}

/// <summary>Une collectivité et une session où elle est attendue.</summary>
internal sealed record InviteALaSession
{
    public required SessionDePresentation Session { get; init; }

    public CollectiviteId Collectivite { get; init; }

    public string Membre { get; init; } = "";

    public string CleDuMembre { get; init; } = "";

    public string Groupement { get; init; } = "";

    public int? Millesime { get; init; }
}
