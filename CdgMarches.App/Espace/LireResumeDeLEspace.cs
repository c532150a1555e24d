using CdgMarches.App.Conventions;
using CdgMarches.App.Marches;
using CdgMarches.App.Sessions;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Groupements;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Espace;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Espace;

/// <summary>Ce que chaque carte de l'espace annonce : combien il y en a, et ce qui attend.</summary>
/// <param name="Adhesions">Celles en vigueur.</param>
/// <param name="DossiersAttendus">Les dossiers d'adhésion auxquels il manque une pièce.</param>
/// <param name="Conventions">Les conventions d'accès en vigueur.</param>
/// <param name="DocumentsARendre">Les documents que le CDG attend pour conclure.</param>
/// <param name="DocumentsAReprendre">Les conventions dont les documents sont à notre disposition.</param>
/// <param name="AppelsARegler">Les appels qui ne sont pas soldés.</param>
/// <param name="ResteDu">Leur somme.</param>
/// <param name="Marches">Les marchés notifiés dont nous sommes acheteur.</param>
/// <param name="Propositions">Les changements proposés que le CDG n'a pas encore relus.</param>
/// <param name="Demandes">Les demandes d'aide sans réponse.</param>
/// <param name="Sessions">Les sessions de présentation à venir où nous sommes invités ou inscrits.</param>
public sealed record ResumeDeLEspace(
    int Adhesions,
    int DossiersAttendus,
    int Conventions,
    int DocumentsARendre,
    int DocumentsAReprendre,
    int AppelsARegler,
    MontantTtc ResteDu,
    int Marches,
    int Propositions,
    int Demandes,
    int Sessions
);

/// <summary>Compte ce qu'un membre a et ce qu'on attend de lui, sur ses seules collectivités.</summary>
public sealed class LireResumeDeLEspace(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<ResumeDeLEspace> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Espace);
        var siennes = acteur.Perimetre.Collectivites;
        var jour = horloge.Aujourdhui;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var dossiers = await contexte
            .DossiersDAdhesion.AsNoTracking()
            .AsSplitQuery()
            .Where(d => siennes.Contains(d.Collectivite))
            .Where(d => d.Etat == EtatDAdhesion.Invitee || d.Etat == EtatDAdhesion.EnCours)
            .ToListAsync(annulation);
        var conventions = await contexte
            .ConventionsDAcces.AsNoTracking()
            .AsSplitQuery()
            .DuPerimetre(acteur)
            .ToListAsync(annulation);
        var appels = await contexte
            .Appels.AsNoTracking()
            .Where(a => siennes.Contains(a.Collectivite) && a.Etat == EtatDAppel.Emis && a.Numero != null && a.DateDAppel <= jour)
            .Where(a => a.Nature == NatureDAppel.Initial || a.Nature == NatureDAppel.Complement)
            .Select(a => a.Ttc.Centimes + a.Corrections.Centimes - a.Paye.Centimes)
            .ToListAsync(annulation);
        var dus = appels.Where(a => a > 0).ToList();
        return new ResumeDeLEspace(
            await contexte.Adhesions.Where(a => siennes.Contains(a.Collectivite)).EnVigueur(jour).CountAsync(annulation),
            dossiers.Count(d => LireAdhesionsDuMembre.Attendus(d).Count > 0),
            conventions.Count(c => c.EstEnVigueur(jour)),
            conventions.Sum(c => c.PiecesAttendues.Count),
            conventions.Count(c => c.Restitution is { MiseADispositionLe: not null, EstTerminee: false } && c.PrendFin),
            dus.Count,
            MontantTtc.DeCentimes(dus.Sum()),
            await contexte.DesMembres(acteur).CountAsync(m => m.NotifieLe != null, annulation),
            await contexte.Propositions.CountAsync(
                p => siennes.Contains(p.Collectivite) && p.Etat == EtatDeProposition.EnAttente,
                annulation
            ),
            await contexte.DemandesDAssistance.DuPerimetre(acteur).CountAsync(d => d.RepondueLe == null, annulation),
            await contexte
                .InvitesAuxSessions(siennes)
                .Where(i => i.Session.AnnuleeLe == null && i.Session.Date >= jour)
                .Select(i => i.Session.Id)
                .Distinct()
                .CountAsync(annulation)
        );
    }
}
