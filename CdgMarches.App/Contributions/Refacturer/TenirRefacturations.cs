using CdgMarches.App.Contributions.Calcul;
using CdgMarches.App.Contributions.Grilles;
using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Sessions;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Refacturer;

/// <summary>Tient les frais d'un groupement et leur partage : lignes, participants, arrêté.</summary>
public sealed class TenirRefacturations(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<PageDe<LigneDeRefacturation>> ListerAsync(
        Acteur acteur,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var refacturations = contexte.Refacturations.AsNoTracking().DuPerimetre(acteur);
        if (demande.Recherche is { Length: > 0 } recherche)
        {
            refacturations = refacturations.Where(r => r.Intitule.Contains(recherche));
        }

        var total = await refacturations.CountAsync(annulation);
        return new PageDe<LigneDeRefacturation>(
            await refacturations
                .OrderByDescending(r => r.Exercice)
                .ThenBy(r => r.Intitule)
                .ThenBy(r => r.Id)
                .Skip(demande.Ignorer)
                .Take(demande.Prendre)
                .Select(r => new LigneDeRefacturation(
                    r.Id,
                    r.Intitule,
                    contexte.Groupements.Where(g => g.Id == r.Groupement).Select(g => g.Nom).First(),
                    r.Exercice,
                    r.Occurrence,
                    r.Partage,
                    r.ArreteeLe,
                    r.Lignes.Count
                ))
                .ToListAsync(annulation),
            total
        );
    }

    /// <returns>Null si la refacturation n'est pas du périmètre.</returns>
    public async Task<FicheDeRefacturation?> LireAsync(Acteur acteur, RefacturationId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (
            await contexte.Refacturations.AsNoTracking().DuPerimetre(acteur).SingleOrDefaultAsync(r => r.Id == id, annulation)
            is not { } refacturation
        )
        {
            return null;
        }

        var (redevables, parts) = await PartagerAsync(contexte, refacturation, annulation);
        var noms = redevables.ToDictionary(r => r.Redevable.SourceId, r => r.Debiteur.Nom);
        var participants = refacturation.Participants.ToDictionary(p => p.Collectivite, p => p.Present);
        return new FicheDeRefacturation(
            refacturation,
            await contexte.AppellationAsync(refacturation.Groupement, annulation),
            [
                .. parts
                    .Select(p => new PartLue(p.Membre.Collectivite, noms[p.Membre.SourceId], p))
                    .OrderBy(p => CleDeTri.De(p.Nom), StringComparer.Ordinal),
            ],
            refacturation.PeutArreter(parts),
            [
                .. redevables.Select(r => new MembreLu(
                    r.Redevable.Collectivite,
                    r.Debiteur.Nom,
                    participants.ContainsKey(r.Redevable.Collectivite),
                    participants.GetValueOrDefault(r.Redevable.Collectivite)
                )),
            ],
            await contexte
                .CampagnesDAppel.Where(c => c.Assiette == id.Valeur)
                .Select(c => (CampagneDAppelId?)c.Id)
                .FirstOrDefaultAsync(annulation),
            await OriginesAsync(contexte, refacturation, annulation),
            acteur.Peut(Droits.PreparerContributions)
        );
    }

    /// <summary>La procédure ou la session de chaque ligne de frais, par rang.</summary>
    private static async Task<Dictionary<int, string>> OriginesAsync(
        MarchesDbContext contexte,
        Refacturation refacturation,
        CancellationToken annulation
    )
    {
        var procedures = refacturation.Lignes.Select(l => l.Procedure).OfType<ProcedureId>().Distinct().ToList();
        var sessions = refacturation.Lignes.Select(l => l.Session).OfType<SessionDePresentationId>().Distinct().ToList();
        var references = await contexte
            .Procedures.Where(p => procedures.Contains(p.Id))
            .Select(p => new { p.Id, p.Reference })
            .ToDictionaryAsync(p => p.Id, p => $"Procédure {p.Reference}", annulation);
        var dates = await contexte
            .SessionsDePresentation.Where(s => sessions.Contains(s.Id))
            .Select(s => new { s.Id, s.Date })
            .ToDictionaryAsync(s => s.Id, s => $"Session du {Formats.DateCourte(s.Date)}", annulation);
        return refacturation.Lignes.ToDictionary(
            l => l.Rang,
            l =>
                l.Procedure is { } p ? references[p]
                : l.Session is { } s ? dates[s]
                : ""
        );
    }

    public async Task<RefacturationId> CreerAsync(
        Acteur acteur,
        GroupementId groupement,
        int exercice,
        DefinitionDeRefacturation definition,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.PreparerContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.GroupementAsync(acteur, groupement, annulation);
        var refacturation = Refacturation.Creer(
            groupement,
            exercice,
            definition,
            await LireGrilles.RegimeAsync(contexte, groupement, annulation),
            await CorrigerRefacturation.AutreAsync(contexte, groupement, exercice, definition, null, annulation),
            await CorrigerRefacturation.StratesDuGroupementAsync(contexte, groupement, definition, annulation)
        );
        contexte.Add(refacturation);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return refacturation.Id;
    }

    public Task AjouterAsync(
        Acteur acteur,
        RefacturationId id,
        int versionLue,
        SaisieDeFrais ligne,
        CancellationToken annulation = default
    ) => AgirAsync(acteur, id, versionLue, (_, r) => Task.FromResult(r.Ajouter(ligne)), annulation);

    public Task RetirerAsync(
        Acteur acteur,
        RefacturationId id,
        int versionLue,
        int rang,
        CancellationToken annulation = default
    ) =>
        AgirAsync(
            acteur,
            id,
            versionLue,
            (_, r) =>
            {
                r.Retirer(rang);
                return Task.CompletedTask;
            },
            annulation
        );

    public Task NoterParticipantsAsync(
        Acteur acteur,
        RefacturationId id,
        int versionLue,
        IReadOnlyList<(CollectiviteId Collectivite, bool Present)> participants,
        CancellationToken annulation = default
    ) =>
        AgirAsync(
            acteur,
            id,
            versionLue,
            (_, r) =>
            {
                r.NoterParticipants(participants);
                return Task.CompletedTask;
            },
            annulation
        );

    /// <summary>Reprend les inscrits et les présents de la session dont les frais viennent.</summary>
    /// <returns>Le nombre de collectivités inscrites, et de présentes.</returns>
    /// <exception cref="RefusException">La refacturation n'est d'aucune session.</exception>
    public async Task<(int Inscrits, int Presents)> ReprendreLaSessionAsync(
        Acteur acteur,
        RefacturationId id,
        int versionLue,
        CancellationToken annulation = default
    )
    {
        var comptes = (0, 0);
        await AgirAsync(
            acteur,
            id,
            versionLue,
            async (contexte, r) =>
            {
                if (r.Session is not { } session)
                {
                    throw new RefusException(
                        "Ces frais ne viennent d'aucune session : notez les participants un par un. Rien n'a été modifié."
                    );
                }

                List<(CollectiviteId Collectivite, bool Present)> participants =
                [
                    .. (await contexte.ParticipationsAsync(session, annulation)).Select(p => (p.Collectivite, p.Presentes > 0)),
                ];
                r.NoterParticipants(participants);
                comptes = (participants.Count, participants.Count(p => p.Present));
            },
            annulation
        );
        return comptes;
    }

    /// <summary>Arrête les frais : ils ne changent plus, et leurs parts peuvent être appelées.</summary>
    public Task ArreterAsync(Acteur acteur, RefacturationId id, int versionLue, CancellationToken annulation = default) =>
        AgirAsync(
            acteur,
            id,
            versionLue,
            async (contexte, r) =>
            {
                var (_, parts) = await PartagerAsync(contexte, r, annulation);
                r.Arreter(horloge.Aujourdhui, parts);
            },
            annulation
        );

    /// <summary>Charge la refacturation telle qu'elle a été lue, agit, enregistre.</summary>
    internal async Task AgirAsync(
        Acteur acteur,
        RefacturationId id,
        int versionLue,
        Func<MarchesDbContext, Refacturation, Task> intention,
        CancellationToken annulation
    )
    {
        acteur.Exiger(Droits.PreparerContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var refacturation = await contexte.RefacturationAsync(acteur, id, annulation);
        contexte.ExigerVersion(refacturation, versionLue);
        await intention(contexte, refacturation);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    /// <summary>Les parts au jour de l'arrêté, ou aujourd'hui ramené dans l'exercice.</summary>
    private Task<(List<FaitsDAppel> Redevables, IReadOnlyList<PartDeFrais> Parts)> PartagerAsync(
        MarchesDbContext contexte,
        Refacturation refacturation,
        CancellationToken annulation
    )
    {
        var jour = refacturation.ArreteeLe ?? horloge.Aujourdhui;
        var (premier, dernier) = (new DateOnly(refacturation.Exercice, 1, 1), new DateOnly(refacturation.Exercice, 12, 31));
        return Calcul.Partage.CalculerAsync(
            contexte,
            refacturation,
            jour < premier ? premier
                : jour > dernier ? dernier
                : jour,
            annulation
        );
    }
}
