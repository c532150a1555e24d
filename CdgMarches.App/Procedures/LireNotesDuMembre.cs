using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Procedures;

/// <summary>Une note d'organisation soumise à un membre, et ce qu'il a répondu.</summary>
public sealed record NoteDuMembre(
    ProcedureId Procedure,
    string Objet,
    string Note,
    DateOnly ReponseAvant,
    CollectiviteId Collectivite,
    string NomDuMembre,
    SensDeLAvis? Sens,
    string? Texte
);

/// <summary>Les notes d'organisation soumises aux collectivités de l'acteur.</summary>
public sealed class LireNotesDuMembre(IDbContextFactory<MarchesDbContext> donnees)
{
    /// <param name="acteur">Un utilisateur de collectivités membres.</param>
    /// <param name="procedure">Une procédure ; null pour toutes celles dont la réponse est encore attendue.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    /// <param name="annulation">Abandonne.</param>
    public async Task<IReadOnlyList<NoteDuMembre>> ExecuterAsync(
        Acteur acteur,
        ProcedureId? procedure,
        DateOnly aujourdhui,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Espace);
        var siennes = acteur.Perimetre.Collectivites.ToList();
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var lignes = await (
            from p in contexte.Procedures.AsNoTracking()
            where p.NoteEnvoyeeLe != null && p.Note != null && p.NoteReponseAvant != null
            where procedure != null ? p.Id == procedure : p.NoteReponseAvant >= aujourdhui
            join a in contexte.Adhesions on p.Groupement equals a.Groupement
            where siennes.Contains(a.Collectivite) && (a.Sortie == null || a.Sortie >= p.NoteEnvoyeeLe)
            join c in contexte.Collectivites on a.Collectivite equals c.Id
            orderby p.NoteReponseAvant, c.CleDeTri
            select new
            {
                p.Id,
                p.Objet,
                p.Note,
                p.NoteReponseAvant,
                Collectivite = c.Id,
                c.Nom,
            }
        )
            .Take(100)
            .ToListAsync(annulation);
        var ids = lignes.Select(l => l.Id).Distinct().ToList();
        var avis = await contexte
            .AvisSurLaNote.AsNoTracking()
            .Where(a => ids.Contains(a.Procedure) && siennes.Contains(a.Collectivite))
            .ToListAsync(annulation);
        return
        [
            .. lignes
                .Select(l => (Ligne: l, Avis: avis.Find(a => a.Procedure == l.Id && a.Collectivite == l.Collectivite)))
                .Select(l => new NoteDuMembre(
                    l.Ligne.Id,
                    l.Ligne.Objet,
                    l.Ligne.Note!,
                    l.Ligne.NoteReponseAvant!.Value,
                    l.Ligne.Collectivite,
                    l.Ligne.Nom,
                    l.Avis?.Sens,
                    l.Avis?.Texte
                )),
        ];
    }
}
