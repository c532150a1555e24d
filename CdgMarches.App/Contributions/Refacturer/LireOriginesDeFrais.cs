using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Refacturer;

/// <summary>Une procédure ou une session dont des frais peuvent venir.</summary>
/// <param name="Cle">Ce qui la distingue dans une liste de choix.</param>
/// <param name="Libelle">Ce que l'agent lit.</param>
/// <param name="Occurrence">Ce qu'elle devient dans la clé d'unicité de la dette.</param>
/// <param name="Procedure">La procédure, si c'en est une.</param>
/// <param name="Session">La session, si c'en est une.</param>
public sealed record OrigineDeFrais(
    string Cle,
    string Libelle,
    string Occurrence,
    ProcedureId? Procedure,
    SessionDePresentationId? Session
)
{
    internal static string De(ProcedureId? procedure, SessionDePresentationId? session) =>
        procedure is { } p ? $"p{p.Valeur:N}"
        : session is { } s ? $"s{s.Valeur:N}"
        : "";
}

/// <summary>Les procédures et les sessions d'un groupement, les plus récentes d'abord.</summary>
public sealed class LireOriginesDeFrais(IDbContextFactory<MarchesDbContext> donnees)
{
    /// <summary>Au-delà, les frais sont d'un autre exercice : la liste n'a pas à les proposer tous.</summary>
    private const int AuPlus = 50;

    public async Task<IReadOnlyList<OrigineDeFrais>> ExecuterAsync(
        Acteur acteur,
        GroupementId groupement,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.GroupementAsync(acteur, groupement, annulation);
        var procedures = await contexte
            .Procedures.AsNoTracking()
            .Where(p => p.Groupement == groupement)
            .OrderByDescending(p => p.Reference)
            .Take(AuPlus)
            .Select(p => new
            {
                p.Id,
                p.Reference,
                p.Objet,
            })
            .ToListAsync(annulation);
        var sessions = await contexte
            .SessionsDePresentation.AsNoTracking()
            .Where(s => s.Groupement == groupement && s.AnnuleeLe == null)
            .OrderByDescending(s => s.Date)
            .Take(AuPlus)
            .Select(s => new
            {
                s.Id,
                s.Titre,
                s.Date,
            })
            .ToListAsync(annulation);
        return
        [
            .. procedures.Select(p => new OrigineDeFrais(
                OrigineDeFrais.De(p.Id, null),
                $"Procédure {p.Reference} — {p.Objet}",
                p.Reference.ToString(),
                p.Id,
                null
            )),
            .. sessions.Select(s => new OrigineDeFrais(
                OrigineDeFrais.De(null, s.Id),
                $"Session du {Formats.DateCourte(s.Date)} — {s.Titre}",
                $"Session du {Formats.DateCourte(s.Date)}",
                null,
                s.Id
            )),
        ];
    }
}
