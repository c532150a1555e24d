using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Commissions;

/// <summary>La fiche d'une séance, commune à tous ses onglets.</summary>
/// <param name="Seance">La séance, lue sans suivi : elle ne sert qu'à montrer.</param>
/// <param name="Version">Sa version, que les cas d'usage exigent.</param>
/// <param name="NomDeLaCommission">La commission.</param>
/// <param name="Regime">Son régime.</param>
/// <param name="Composition">Les sièges au jour de la réunion ; figés dans <see cref="Seance.Places"/> dès l'appel.</param>
/// <param name="MembresSansSiege">Les membres du groupement qui n'en ont pas.</param>
/// <param name="Delai">Le panneau « Délais ».</param>
/// <param name="Convocations">Où en est la convocation de chacun, dernière en date.</param>
/// <param name="PeutConvoquer">Si les convocations peuvent partir aujourd'hui.</param>
/// <param name="PeutOuvrirLAppel">Si l'appel peut s'ouvrir.</param>
/// <param name="SansConvocation">Ceux qui siègent ou sont invités depuis l'envoi, sans convocation.</param>
/// <param name="PeutCompleter">Si l'on peut les convoquer aujourd'hui.</param>
/// <param name="ReferenceDeLaPremiere">La réunion sans quorum que celle-ci remplace.</param>
/// <param name="Seconde">La seconde réunion qui suit celle-ci, s'il y en a une.</param>
/// <param name="NomsDesGroupements">Le groupement de chaque point.</param>
/// <param name="PeutGerer">Vrai si l'acteur conduit les séances.</param>
public sealed record FicheSeance(
    Seance Seance,
    int Version,
    string NomDeLaCommission,
    RegimeDeCao Regime,
    Composition Composition,
    IReadOnlyList<string> MembresSansSiege,
    DelaiDeConvocation Delai,
    IReadOnlyList<SuiviDeConvocation> Convocations,
    Verdict PeutConvoquer,
    Verdict PeutOuvrirLAppel,
    IReadOnlyList<Destinataire> SansConvocation,
    Verdict PeutCompleter,
    string? ReferenceDeLaPremiere,
    SeanceId? Seconde,
    IReadOnlyDictionary<Guid, string> NomsDesGroupements,
    bool PeutGerer
)
{
    public SeanceId Id => Seance.Id;

    /// <summary>Le nombre de sièges à voix délibérative : figé dès l'appel.</summary>
    public int Sieges => Seance.EstFigee && Seance.Places.Count > 0 ? Seance.Places.Count : Composition.Voix;

    /// <summary>Les voix que les réponses annoncent, un siège pour une.</summary>
    public int VoixPrevues =>
        Convocations
            .Where(c =>
                c.Convocation.Siege is not null
                && c.Convocation.Reponse is ReponseAConvocation.Present or ReponseAConvocation.ADistance
            )
            .Select(c => c.Convocation.Siege)
            .Distinct()
            .Count();
}

/// <summary>Où en est la convocation d'une personne : ce que la file des courriels sait, et si elle est partie à temps.</summary>
/// <param name="Convocation">La convocation, lue sans suivi.</param>
/// <param name="AdresseeLe">Le jour légal de l'envoi ; nul tant qu'elle n'est pas adressée.</param>
/// <param name="EnvoyeeLe">L'instant du départ du courriel.</param>
/// <param name="MessageId">L'identifiant du message, pour la preuve.</param>
/// <param name="EnFile">Vrai tant que le courriel attend de partir : rien n'est encore prouvé.</param>
/// <param name="Echec">Pourquoi elle n'est pas parvenue ; nul si tout va bien.</param>
/// <param name="EstReguliere">Vrai si elle est partie dans le délai.</param>
public sealed record SuiviDeConvocation(
    Convocation Convocation,
    DateOnly? AdresseeLe,
    DateTimeOffset? EnvoyeeLe,
    string? MessageId,
    bool EnFile,
    string? Echec,
    bool EstReguliere
);

/// <summary>Lit la fiche d'une séance du périmètre.</summary>
public sealed class LireFicheSeance(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge, LireParametres parametres)
{
    /// <returns>La fiche, ou null si la séance n'existe pas ou n'est pas du périmètre.</returns>
    public async Task<FicheSeance?> ExecuterAsync(Acteur acteur, SeanceId id, CancellationToken annulation = default)
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
        var (composition, sansSiege) = await contexte.ComposerAsync(commission, seance.Date, annulation);
        var jour = horloge.Aujourdhui;
        var suivis = await contexte.SuivisAsync(seance, horloge, annulation);
        var oublies = seance.Etat is EtatDeSeance.Convoquee ? suivis.SansConvocation(composition, seance.Invites) : [];
        var groupements = seance.Points.Select(p => p.Groupement).OfType<GroupementId>().Distinct().ToList();
        return new FicheSeance(
            seance,
            seance.Version,
            commission.Nom,
            commission.Regime,
            composition,
            sansSiege,
            new DelaiDeConvocation(seance.Date, seance.Delai, jour, await parametres.ZoneAsync(annulation)),
            suivis,
            seance.PeutConvoquer(jour, composition, sansSiege),
            seance.PeutOuvrirLAppel(jour, composition, sansSiege, suivis.Etat(composition, seance.Invites)),
            oublies,
            seance.PeutCompleter(jour, oublies),
            seance.Premiere is { } premiere
                ? (
                    await contexte.Seances.Where(s => s.Id == premiere).Select(s => s.Reference).SingleAsync(annulation)
                ).ToString()
                : null,
            await contexte.Seances.Where(s => s.Premiere == id).Select(s => (SeanceId?)s.Id).FirstOrDefaultAsync(annulation),
            await contexte
                .Groupements.Where(g => groupements.Contains(g.Id))
                .Select(g => new { g.Id, g.Nom })
                .ToDictionaryAsync(g => g.Id.Valeur, g => g.Nom, annulation),
            acteur.Peut(Droits.GererCommissions)
        );
    }
}

/// <summary>Lit où en est la convocation de chacun.</summary>
internal static class LectureDesConvocations
{
    /// <summary>La dernière convocation de chaque personne, et ce que la file des courriels en sait (RG2.11, RG2.15).</summary>
    public static async Task<IReadOnlyList<SuiviDeConvocation>> SuivisAsync(
        this MarchesDbContext contexte,
        Seance seance,
        HorlogeLegale horloge,
        CancellationToken annulation,
        bool toutesLesVersions = false
    )
    {
        var (id, numero) = (seance.Id, seance.NumeroDeConvocation);
        var convocations = await contexte
            .Convocations.AsNoTracking()
            .Where(c => c.Seance == id && (toutesLesVersions || c.Numero == numero))
            .ToListAsync(annulation);
        var envois = convocations.Select(c => c.Envoi).OfType<Guid>().ToList();
        var courriels = await contexte
            .EnvoisDeCourriel.AsNoTracking()
            .Where(e => envois.Contains(e.Id))
            .Select(e => new
            {
                e.Id,
                e.Etat,
                e.EnvoyeLe,
                e.MessageId,
                e.Erreur,
            })
            .ToDictionaryAsync(e => e.Id, annulation);
        return
        [
            .. convocations
                .OrderByDescending(c => c.Numero)
                .ThenBy(c => c.Qualite is QualiteEnSeance.Consultatif)
                .ThenBy(c => CleDeTri.De(c.Membre), StringComparer.Ordinal)
                .ThenBy(c => c.Qualite)
                .Select(c =>
                {
                    var courriel = c.Envoi is { } envoi ? courriels.GetValueOrDefault(envoi) : null;
                    // A mail proves its own departure, and nothing before it; a letter's date is the one recorded.
                    var parti = courriel?.EnvoyeLe;
                    var jour =
                        courriel is null ? c.AdresseeLe
                        : parti is { } p ? horloge.Jour(p)
                        : (DateOnly?)null;
                    var echec = c.EstRejetee
                        ? c.MotifDuRejet ?? "Non parvenue"
                        : courriel?.Etat switch
                        {
                            EtatDEnvoi.Echoue => courriel.Erreur ?? "Le serveur a refusé le message",
                            EtatDEnvoi.Revenu => courriel.Erreur ?? "Le courriel est revenu",
                            EtatDEnvoi.AVerifier => courriel.Erreur ?? "Envoi douteux, à vérifier",
                            _ => null,
                        };
                    return new SuiviDeConvocation(
                        c,
                        echec is null ? jour : null,
                        parti ?? c.EnvoyeeLe,
                        courriel?.MessageId,
                        courriel?.Etat is EtatDEnvoi.EnFile or EtatDEnvoi.EnCours,
                        echec,
                        echec is null
                            && jour is { } j
                            && Domain.Noyau.Calendrier.JoursFrancs.Entre(j, seance.Date) >= seance.Delai
                    );
                }),
        ];
    }

    /// <summary>Ce que l'on peut prouver de la convocation de chacun : jamais adressée, revenue, tardive, ou désigné depuis.</summary>
    public static EtatDesConvocations Etat(
        this IReadOnlyList<SuiviDeConvocation> suivis,
        Composition composition,
        IEnumerable<InviteDeSeance> invites
    )
    {
        var parPersonne = suivis.ToDictionary(s => s.Convocation.Personne);
        var tous = Destinataire
            .Tous(composition, invites)
            .Select(d => (d.Nom, EstInvite: d.Siege is null, Suivi: parPersonne.GetValueOrDefault(d.Personne)))
            .ToList();
        var tardifs = tous.Where(d => d.Suivi is { AdresseeLe: not null, EstReguliere: false }).ToList();
        return new EtatDesConvocations(
            [.. tous.Where(d => d.Suivi?.AdresseeLe is null).Select(d => d.Nom)],
            [.. tardifs.Where(d => !d.EstInvite).Select(d => d.Nom)],
            [.. tardifs.Where(d => d.EstInvite).Select(d => d.Nom)]
        );
    }

    /// <summary>Ceux qui siègent ou sont invités et n'ont pas de convocation : désignés ou invités depuis l'envoi.</summary>
    public static IReadOnlyList<Destinataire> SansConvocation(
        this IReadOnlyList<SuiviDeConvocation> suivis,
        Composition composition,
        IEnumerable<InviteDeSeance> invites
    )
    {
        var convoques = suivis.Select(s => s.Convocation.Personne).ToHashSet();
        return [.. Destinataire.Tous(composition, invites).Where(d => !convoques.Contains(d.Personne))];
    }
}
