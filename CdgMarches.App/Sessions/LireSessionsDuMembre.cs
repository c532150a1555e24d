using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Liens;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Sessions;

/// <summary>Une session dans la liste d'un membre, pour une de ses collectivités.</summary>
/// <param name="Session">La session.</param>
/// <param name="Collectivite">La collectivité invitée ou inscrite.</param>
/// <param name="Membre">Son nom.</param>
/// <param name="Titre">Le titre de la session.</param>
/// <param name="Groupement">Le groupement, millésime compris.</param>
/// <param name="Date">Le jour.</param>
/// <param name="Debut">L'heure du début.</param>
/// <param name="Lieu">Le lieu.</param>
/// <param name="EstAnnulee">Vrai si le CDG l'a annulée.</param>
/// <param name="EstCommencee">Vrai une fois son heure passée.</param>
/// <param name="Inscrits">Combien de personnes de la collectivité sont inscrites.</param>
/// <param name="Presents">Combien y étaient.</param>
/// <param name="Releves">Combien de présences sont relevées.</param>
public sealed record LigneDeSessionDuMembre(
    SessionDePresentationId Session,
    CollectiviteId Collectivite,
    string Membre,
    string Titre,
    string Groupement,
    DateOnly Date,
    TimeOnly Debut,
    string Lieu,
    bool EstAnnulee,
    bool EstCommencee,
    int Inscrits,
    int Presents,
    int Releves
)
{
    /// <summary>L'adresse de la session, pour cette collectivité.</summary>
    public string Adresse => $"/espace/sessions/{Session.Valeur}/{Collectivite.Valeur}";
}

/// <summary>Une personne inscrite pour la collectivité.</summary>
public sealed record InscritDuMembre(
    InscriptionId Id,
    int Version,
    string Personne,
    string? Courriel,
    bool? EstPresente,
    Verdict PeutChanger
)
{
    /// <summary>« présence relevée », « absence relevée » ; nul tant que rien ne l'est.</summary>
    public string? Presence =>
        EstPresente switch
        {
            true => "présence relevée",
            false => "absence relevée",
            null => null,
        };
}

/// <summary>Une session telle qu'un membre la lit, par le lien de l'invitation ou dans son espace.</summary>
public sealed record SessionDuMembre(
    string Membre,
    string Titre,
    string Groupement,
    DateOnly Date,
    TimeOnly Debut,
    TimeOnly Fin,
    string Lieu,
    string Prestataires,
    DateOnly? AnnuleeLe,
    string? MotifDeLAnnulation,
    IReadOnlyList<InscritDuMembre> Inscrits,
    Verdict PeutSInscrire
)
{
    public InscritDuMembre? Inscrit(Guid? id) => Inscrits.FirstOrDefault(i => i.Id.Valeur == id);
}

/// <summary>Les sessions où les collectivités de l'utilisateur sont invitées ou inscrites : à venir d'abord, puis passées.</summary>
public sealed class LireSessionsDuMembre(
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge,
    LiensPersonnels liens
)
{
    private DateTime Maintenant => horloge.Local(horloge.Maintenant);

    public async Task<PageDe<LigneDeSessionDuMembre>> ExecuterAsync(
        Acteur acteur,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Espace);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var siennes = contexte.InvitesAuxSessions(acteur.Perimetre.Collectivites);
        foreach (var mot in CleDeTri.Mots(demande.Recherche))
        {
            siennes = siennes.Where(i => i.Session.CleDeTri.Contains(mot));
        }

        var total = await siennes.CountAsync(annulation);
        var (jour, heure) = (DateOnly.FromDateTime(Maintenant), TimeOnly.FromDateTime(Maintenant));
        // Those to come from the nearest on, then those past from the latest back.
        var page = siennes
            .OrderBy(i => i.Session.Date < jour)
            .ThenBy(i => i.Session.Date < jour ? (DateOnly?)null : i.Session.Date)
            .ThenByDescending(i => i.Session.Date)
            .ThenBy(i => i.Session.Debut)
            .ThenBy(i => i.CleDuMembre)
            .ThenBy(i => i.Session.Id)
            .ThenBy(i => i.Collectivite)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre);
        return new PageDe<LigneDeSessionDuMembre>(await LignesAsync(contexte, page, jour, heure, annulation), total);
    }

    /// <summary>Les sessions à venir où une place reste et où personne, pour une collectivité de l'acteur, n'a encore répondu.</summary>
    /// <remarks>S'être inscrit puis désinscrit est une réponse.</remarks>
    internal async Task<IReadOnlyList<LigneDeSessionDuMembre>> SansReponseAsync(Acteur acteur, CancellationToken annulation)
    {
        acteur.Exiger(Droits.Espace);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var (jour, heure) = (DateOnly.FromDateTime(Maintenant), TimeOnly.FromDateTime(Maintenant));
        var attendues = contexte
            .InvitesAuxSessions(acteur.Perimetre.Collectivites)
            .Where(i => i.Session.AnnuleeLe == null)
            .Where(i => i.Session.Date > jour || (i.Session.Date == jour && i.Session.Debut > heure))
            .Where(i => !contexte.Inscriptions.Any(x => x.Session == i.Session.Id && x.Collectivite == i.Collectivite))
            .Where(i =>
                i.Session.Places == null
                || contexte.Inscriptions.Count(x => x.Session == i.Session.Id && x.AnnuleeLe == null) < i.Session.Places
            )
            .OrderBy(i => i.Session.Date)
            .ThenBy(i => i.Session.Id)
            .ThenBy(i => i.Collectivite)
            .Take(LigneAuPlus);
        return await LignesAsync(contexte, attendues, jour, heure, annulation);
    }

    /// <returns>Null si la collectivité n'est pas de l'acteur, ou n'y est ni invitée ni inscrite.</returns>
    public async Task<SessionDuMembre?> UneAsync(
        Acteur acteur,
        SessionDePresentationId id,
        CollectiviteId collectivite,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Espace);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var lue = await contexte
            .InvitesAuxSessions(acteur.Perimetre.Collectivites)
            .SingleOrDefaultAsync(i => i.Session.Id == id && i.Collectivite == collectivite, annulation);
        return lue is null
            ? null
            : await FicheAsync(
                contexte,
                lue.Session,
                collectivite,
                lue.Membre,
                AppellationDuGroupement.AvecMillesime(lue.Groupement, lue.Millesime),
                annulation
            );
    }

    /// <returns>La session du lien, et le nom de la personne qui l'a reçu.</returns>
    /// <exception cref="RefusException">Le lien n'est pas valable.</exception>
    public async Task<(SessionDuMembre Session, string Destinataire)> ParLienAsync(
        string jeton,
        CancellationToken annulation = default
    )
    {
        var lien = await liens.LireAsync(jeton, InviterALaSession.Usage, annulation);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var (id, membre) = (new SessionDePresentationId(lien.CibleId), new CollectiviteId(lien.Collectivite!.Value));
        var session = await contexte.SessionsDePresentation.AsNoTracking().SingleAsync(s => s.Id == id, annulation);
        var groupement = await contexte.AppellationAsync(session.Groupement, annulation);
        return (
            await FicheAsync(contexte, session, membre, await contexte.NomAsync(membre, annulation), groupement, annulation),
            lien.Destinataire
        );
    }

    private const int LigneAuPlus = 50;

    private async Task<SessionDuMembre> FicheAsync(
        MarchesDbContext contexte,
        SessionDePresentation session,
        CollectiviteId membre,
        string nom,
        string groupement,
        CancellationToken annulation
    )
    {
        var inscrits = await contexte
            .Inscriptions.AsNoTracking()
            .Where(i => i.Session == session.Id && i.Collectivite == membre && i.AnnuleeLe == null)
            .OrderBy(i => i.InscriteLe)
            .ThenBy(i => i.Id)
            .ToListAsync(annulation);
        var total = await contexte.Inscriptions.CountAsync(i => i.Session == session.Id && i.AnnuleeLe == null, annulation);
        var peutChanger = session.PeutChangerSesInscriptions(Maintenant);
        return new SessionDuMembre(
            nom,
            session.Titre,
            groupement,
            session.Date,
            session.Debut,
            session.Fin,
            session.Lieu,
            session.Prestataires,
            session.AnnuleeLe,
            await contexte.MotifDAnnulationAsync(session, annulation),
            [
                .. inscrits.Select(i => new InscritDuMembre(
                    i.Id,
                    i.Version,
                    i.Personne,
                    i.Courriel,
                    i.EstPresente,
                    peutChanger.Et(i.PeutChanger())
                )),
            ],
            session.PeutSInscrire(total, Maintenant)
        );
    }

    private static async Task<IReadOnlyList<LigneDeSessionDuMembre>> LignesAsync(
        MarchesDbContext contexte,
        IQueryable<InviteALaSession> page,
        DateOnly jour,
        TimeOnly heure,
        CancellationToken annulation
    )
    {
        var lues = await page.Select(i => new
            {
                i.Session,
                i.Collectivite,
                i.Membre,
                i.Groupement,
                i.Millesime,
                Inscrits = contexte.Inscriptions.Count(x =>
                    x.Session == i.Session.Id && x.Collectivite == i.Collectivite && x.AnnuleeLe == null
                ),
                Presents = contexte.Inscriptions.Count(x =>
                    x.Session == i.Session.Id && x.Collectivite == i.Collectivite && x.AnnuleeLe == null && x.EstPresente == true
                ),
                Releves = contexte.Inscriptions.Count(x =>
                    x.Session == i.Session.Id && x.Collectivite == i.Collectivite && x.AnnuleeLe == null && x.EstPresente != null
                ),
            })
            .ToListAsync(annulation);
        return
        [
            .. lues.Select(l => new LigneDeSessionDuMembre(
                l.Session.Id,
                l.Collectivite,
                l.Membre,
                l.Session.Titre,
                AppellationDuGroupement.AvecMillesime(l.Groupement, l.Millesime),
                l.Session.Date,
                l.Session.Debut,
                l.Session.Lieu,
                l.Session.EstAnnulee,
                l.Session.Date < jour || (l.Session.Date == jour && l.Session.Debut <= heure),
                l.Inscrits,
                l.Presents,
                l.Releves
            )),
        ];
    }
}
