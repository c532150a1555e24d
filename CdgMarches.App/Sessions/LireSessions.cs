using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Sessions;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Sessions;

/// <summary>Une session dans la liste.</summary>
public sealed record LigneDeSession(
    SessionDePresentationId Id,
    string Titre,
    string Groupement,
    DateOnly Date,
    string Lieu,
    int Inscrits,
    int Presents,
    bool EstAnnulee
);

/// <summary>La fiche d'une session.</summary>
public sealed record FicheDeSession(
    SessionDePresentationId Id,
    int Version,
    GroupementId Groupement,
    string NomDuGroupement,
    SaisieDeSession Saisie,
    DateTimeOffset? InviteeLe,
    DateOnly? AnnuleeLe,
    string? MotifDeLAnnulation,
    int Inscrits,
    IReadOnlyList<ParticipationALaSession> Participations,
    Verdict PeutInviter,
    Verdict PeutAnnuler,
    Verdict PeutRelever,
    bool PeutGerer
)
{
    public bool EstAnnulee => AnnuleeLe is not null;
}

/// <summary>Une personne inscrite.</summary>
public sealed record LigneDInscription(
    InscriptionId Id,
    int Version,
    CollectiviteId Collectivite,
    string Nom,
    string Personne,
    string? Courriel,
    bool? EstPresente
);

/// <summary>Les sessions de présentation du périmètre, les plus proches d'abord.</summary>
public sealed class LireSessions(IDbContextFactory<MarchesDbContext> donnees)
{
    public async Task<PageDe<LigneDeSession>> ExecuterAsync(
        Acteur acteur,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var sessions = contexte.SessionsDePresentation.AsNoTracking().DuPerimetre(acteur);
        foreach (var mot in CleDeTri.Mots(demande.Recherche))
        {
            sessions = sessions.Where(s => s.CleDeTri.Contains(mot));
        }

        var total = await sessions.CountAsync(annulation);
        var page = await (
            (demande.Tri, demande.Decroissant) is ("date", false)
                ? sessions.OrderBy(s => s.Date).ThenBy(s => s.Id)
                : sessions.OrderByDescending(s => s.Date).ThenBy(s => s.Id)
        )
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(s => new LigneDeSession(
                s.Id,
                s.Titre,
                contexte.Groupements.Where(g => g.Id == s.Groupement).Select(g => g.Nom).First(),
                s.Date,
                s.Lieu,
                contexte.Inscriptions.Count(i => i.Session == s.Id && i.AnnuleeLe == null),
                contexte.Inscriptions.Count(i => i.Session == s.Id && i.AnnuleeLe == null && i.EstPresente == true),
                s.AnnuleeLe != null
            ))
            .ToListAsync(annulation);
        return new PageDe<LigneDeSession>(page, total);
    }

    /// <returns>La fiche, ou null si la session n'existe pas ou n'est pas du périmètre.</returns>
    public async Task<FicheDeSession?> FicheAsync(
        Acteur acteur,
        SessionDePresentationId id,
        DateOnly jour,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var s = await contexte
            .SessionsDePresentation.AsNoTracking()
            .DuPerimetre(acteur)
            .SingleOrDefaultAsync(x => x.Id == id, annulation);
        if (s is null)
        {
            return null;
        }

        var participations = await contexte.ParticipationsAsync(id, annulation);
        return new FicheDeSession(
            id,
            s.Version,
            s.Groupement,
            await contexte.Groupements.Where(g => g.Id == s.Groupement).Select(g => g.Nom).SingleAsync(annulation),
            new SaisieDeSession(s.Titre, s.Date, s.Debut, s.Fin, s.Lieu, s.Prestataires, s.Places),
            s.InviteeLe,
            s.AnnuleeLe,
            await contexte.MotifDAnnulationAsync(s, annulation),
            participations.Sum(p => p.Inscrites),
            participations,
            s.PeutInviter(jour),
            s.PeutAnnuler(participations.Sum(p => p.Presentes)),
            s.PeutRelever(jour),
            acteur.Peut(Droits.GererGroupements)
        );
    }

    /// <summary>Les personnes inscrites, page par page.</summary>
    public async Task<PageDe<LigneDInscription>> InscriptionsAsync(
        Acteur acteur,
        SessionDePresentationId id,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var permises = contexte.SessionsDePresentation.DuPerimetre(acteur).Where(s => s.Id == id).Select(s => s.Id);
        var lues =
            from i in contexte.Inscriptions.AsNoTracking()
            join c in contexte.Collectivites on i.Collectivite equals c.Id
            where permises.Contains(i.Session) && i.AnnuleeLe == null
            select new { Inscription = i, Membre = c };
        foreach (var mot in CleDeTri.Mots(demande.Recherche))
        {
            lues = lues.Where(l => l.Membre.CleDeTri.Contains(mot));
        }

        var total = await lues.CountAsync(annulation);
        var page = await lues.OrderBy(l => l.Membre.CleDeTri)
            .ThenBy(l => l.Inscription.Personne)
            .ThenBy(l => l.Inscription.Id)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(l => new LigneDInscription(
                l.Inscription.Id,
                l.Inscription.Version,
                l.Inscription.Collectivite,
                l.Membre.Nom,
                l.Inscription.Personne,
                l.Inscription.Courriel,
                l.Inscription.EstPresente
            ))
            .ToListAsync(annulation);
        return new PageDe<LigneDInscription>(page, total);
    }
}
