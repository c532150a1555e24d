using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Procedures;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Procedures;

/// <summary>Une version gelée du recensement du groupement, d'où une procédure peut partir.</summary>
public sealed record GelProposable(ConsolidationId Id, string Campagne, int Exercice, int Numero, DateTimeOffset GeleeLe);

/// <summary>Un membre exclu, et pourquoi.</summary>
public sealed record MembreExcluLu(CollectiviteId Id, string Nom, string Motif, string Par);

/// <summary>Ce que les membres ont répondu à la note d'organisation.</summary>
public sealed record ReponsesALaNote(int Concernes, int Accords, int Observations)
{
    public int Silences => Math.Max(0, Concernes - Accords - Observations);
}

/// <summary>Le marché né d'un lot.</summary>
public sealed record MarcheDuLot(MarcheId Id, int Lot, string Reference, EtatDeMarche Etat, string Titulaires);

/// <summary>Tout ce qu'il faut pour conduire une procédure.</summary>
public sealed record ConduiteLue(
    Procedure Procedure,
    FaitsDeLancement Faits,
    Verdict PeutLancer,
    DelaiDeReception? Minimum,
    IReadOnlyList<GelProposable> Gels,
    IReadOnlyList<MembreExcluLu> Exclus,
    ReponsesALaNote Reponses,
    IReadOnlyList<MarcheDuLot> Marches,
    bool PeutGerer
)
{
    /// <summary>Le délai minimal des offres, dans une procédure en deux temps.</summary>
    public DelaiDeReception? MinimumDesOffres { get; init; }

    /// <summary>Les délais légaux confrontés aux dates de la frise.</summary>
    public IReadOnlyList<ControleDeDate> Controles { get; init; } = [];

    /// <summary>Les valeurs que l'application ne connaît pas : les calculs qui en dépendent manquent.</summary>
    public IReadOnlyList<string> Inconnus { get; init; } = [];
}

/// <summary>Lit la conduite d'une procédure du périmètre.</summary>
public sealed class LireConduite(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge, FaitsDeProcedure faits)
{
    /// <returns>La conduite, ou null si la procédure n'existe pas ou n'est pas du périmètre.</returns>
    public async Task<ConduiteLue?> ExecuterAsync(Acteur acteur, ProcedureId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var procedure = await contexte
            .Procedures.AsNoTracking()
            .AsSplitQuery()
            .DuPerimetre(acteur)
            .SingleOrDefaultAsync(p => p.Id == id, annulation);
        if (procedure is null)
        {
            return null;
        }

        var jour = horloge.Aujourdhui;
        var enPreparation = procedure.Etat is EtatDeProcedure.EnPreparation;
        var lancement = enPreparation
            ? await faits.LancementAsync(contexte, procedure, jour, annulation)
            : new FaitsDeLancement([], null, null);
        var verdict = Verdict.Favorable;
        if (enPreparation)
        {
            var groupement = await contexte.Groupements.AsNoTracking().SingleAsync(g => g.Id == procedure.Groupement, annulation);
            verdict = procedure.PeutLancer(
                jour,
                jour,
                groupement,
                await contexte.MembresParLotAsync(procedure, jour, annulation),
                lancement
            );
        }

        var (inconnus, minimum, minimumDesOffres) = await MinimumsAsync(procedure, jour, annulation);
        var calendrier = new ControlesDuCalendrier(
            procedure,
            await faits.DelaisAsync(annulation),
            await faits.ZoneAsync(annulation)
        );
        var controles = calendrier.Tous().Select(c => inconnus.Lire(c)).OfType<ControleDeDate>().ToList();
        return new ConduiteLue(
            procedure,
            lancement,
            verdict,
            minimum,
            enPreparation ? await GelsAsync(contexte, procedure.Groupement, annulation) : [],
            await ExclusAsync(contexte, id, annulation),
            await ReponsesAsync(contexte, procedure, jour, annulation),
            await MarchesAsync(contexte, id, annulation),
            acteur.Peut(Droits.GererProcedures)
        )
        {
            MinimumDesOffres = minimumDesOffres,
            Controles = controles,
            Inconnus = [.. lancement.Inconnus.Select(r => r.Message).Concat(inconnus.Phrases).Distinct(StringComparer.Ordinal)],
        };
    }

    private async Task<(Inconnus, DelaiDeReception? DesPlis, DelaiDeReception? DesOffres)> MinimumsAsync(
        Procedure procedure,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        var inconnus = new Inconnus();
        return (
            inconnus,
            await inconnus.LireAsync(() => faits.ReceptionAsync(procedure, ConduireProcedure.Envoi(procedure, jour), annulation)),
            await inconnus.LireAsync(() => faits.ReceptionDesOffresAsync(procedure, procedure.InvitationLe ?? jour, annulation))
        );
    }

    private static async Task<IReadOnlyList<GelProposable>> GelsAsync(
        MarchesDbContext contexte,
        GroupementId groupement,
        CancellationToken annulation
    ) =>
        await (
            from c in contexte.Consolidations
            join campagne in contexte.Campagnes on c.Campagne equals campagne.Id
            where campagne.Groupement == groupement
            orderby campagne.Exercice descending, c.GeleeLe descending
            select new GelProposable(c.Id, campagne.Intitule, campagne.Exercice, c.Numero, c.GeleeLe)
        )
            .Take(50)
            .ToListAsync(annulation);

    private static async Task<IReadOnlyList<MembreExcluLu>> ExclusAsync(
        MarchesDbContext contexte,
        ProcedureId id,
        CancellationToken annulation
    ) =>
        await (
            from e in contexte.ExclusionsDeMembre
            join c in contexte.Collectivites on e.Collectivite equals c.Id
            where e.Procedure == id
            orderby c.CleDeTri
            select new MembreExcluLu(c.Id, c.Nom, e.Motif, e.Par)
        ).ToListAsync(annulation);

    private static async Task<ReponsesALaNote> ReponsesAsync(
        MarchesDbContext contexte,
        Procedure procedure,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        if (procedure.NoteEnvoyeeLe is null)
        {
            return new ReponsesALaNote(0, 0, 0);
        }

        var parSens = await contexte
            .AvisSurLaNote.Where(a => a.Procedure == procedure.Id)
            .GroupBy(a => a.Sens)
            .Select(g => new { Sens = g.Key, Nombre = g.Count() })
            .ToDictionaryAsync(g => g.Sens, g => g.Nombre, annulation);
        return new ReponsesALaNote(
            await contexte
                .MembresConcernes(procedure.Id, procedure.Groupement, procedure.Consolidation, procedure.LanceeLe ?? jour)
                .Select(c => c.Collectivite)
                .Distinct()
                .CountAsync(annulation),
            parSens.GetValueOrDefault(SensDeLAvis.Accord),
            parSens.GetValueOrDefault(SensDeLAvis.Observation)
        );
    }

    internal static async Task<IReadOnlyList<MarcheDuLot>> MarchesAsync(
        MarchesDbContext contexte,
        ProcedureId id,
        CancellationToken annulation
    ) =>
        [
            .. (
                await contexte
                    .Marches.AsNoTracking()
                    .Where(m => m.Procedure == id)
                    .OrderBy(m => m.Lot)
                    .Select(m => new
                    {
                        m.Id,
                        m.Lot,
                        m.Reference,
                        m.Etat,
                        Noms = m.Titulaires.OrderBy(t => t.Numero).Select(t => t.Nom).ToList(),
                    })
                    .ToListAsync(annulation)
            ).Select(m => new MarcheDuLot(m.Id, m.Lot, m.Reference, m.Etat, string.Join(", ", m.Noms))),
        ];
}

/// <summary>Une réponse à la note, ou le silence.</summary>
public sealed record LigneDeReponseALaNote(
    CollectiviteId Id,
    string Nom,
    SensDeLAvis? Sens,
    string? Texte,
    DateTimeOffset? Le,
    bool DelaiPasse
)
{
    /// <summary>Accord, observation, silence une fois le délai passé.</summary>
    public string EnClair => Sens?.Libelle() ?? (DelaiPasse ? "Silence" : "Réponse attendue");
}

/// <summary>Les réponses à la note d'organisation, membre par membre, page par page.</summary>
public sealed class LireReponsesALaNote(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<PageDe<LigneDeReponseALaNote>> ExecuterAsync(
        Acteur acteur,
        ProcedureId id,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var procedure = await contexte
            .Procedures.AsNoTracking()
            .DuPerimetre(acteur)
            .Where(p => p.Id == id && p.NoteEnvoyeeLe != null)
            .Select(p => new
            {
                p.Groupement,
                p.Consolidation,
                p.LanceeLe,
                p.NoteReponseAvant,
            })
            .SingleOrDefaultAsync(annulation);
        if (procedure is null)
        {
            return new PageDe<LigneDeReponseALaNote>([], 0);
        }

        var jour = procedure.LanceeLe ?? horloge.Aujourdhui;
        var delaiPasse = horloge.Aujourdhui > procedure.NoteReponseAvant;
        var concernes = contexte
            .MembresConcernes(id, procedure.Groupement, procedure.Consolidation, jour)
            .Select(c => c.Collectivite);
        var membres = contexte.Collectivites.Where(c => concernes.Contains(c.Id));
        foreach (var mot in CleDeTri.Mots(demande.Recherche))
        {
            membres = membres.Where(c => c.CleDeTri.Contains(mot));
        }

        var lignes = await membres
            .OrderBy(c => c.CleDeTri)
            .ThenBy(c => c.Id)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(c => new { c.Id, c.Nom })
            .ToListAsync(annulation);
        var ids = lignes.Select(l => l.Id).ToList();
        var avis = await contexte
            .AvisSurLaNote.AsNoTracking()
            .Where(a => a.Procedure == id && ids.Contains(a.Collectivite))
            .ToDictionaryAsync(a => a.Collectivite, annulation);
        return new PageDe<LigneDeReponseALaNote>(
            [
                .. lignes.Select(l =>
                    avis.TryGetValue(l.Id, out var a)
                        ? new LigneDeReponseALaNote(l.Id, l.Nom, a.Sens, a.Texte, a.Le, delaiPasse)
                        : new LigneDeReponseALaNote(l.Id, l.Nom, null, null, null, delaiPasse)
                ),
            ],
            await membres.CountAsync(annulation)
        );
    }
}
