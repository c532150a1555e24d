using CdgMarches.App.Espace;
using CdgMarches.App.Procedures;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Marches;

/// <summary>Les bilans annuels qu'un membre doit rendre, et les notes d'organisation à approuver.</summary>
internal sealed class MarchesAFaire(
    IDbContextFactory<MarchesDbContext> donnees,
    LireNotesDuMembre lireNotes,
    HorlogeLegale horloge
) : ISourceDuMembre
{
    public async Task<IReadOnlyList<ChoseAFaire>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        var siennes = acteur.Perimetre.Collectivites.ToList();
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var bilans = await (
            from b in contexte.BilansDeMembre.AsNoTracking()
            join m in contexte.Marches on b.Marche equals m.Id
            join c in contexte.Collectivites on b.Collectivite equals c.Id
            where b.RenduLe == null && siennes.Contains(b.Collectivite)
            orderby b.AttenduLe, m.CleDeTri, c.CleDeTri
            select new
            {
                m.Id,
                m.Objet,
                c.Nom,
                b.Annee,
                b.AttenduLe,
            }
        )
            .Take(50)
            .ToListAsync(annulation);
        var notes = await lireNotes.ExecuterAsync(acteur, procedure: null, horloge.Aujourdhui, annulation);
        return
        [
            .. bilans.Select(b => new ChoseAFaire(
                $"Rendre le bilan {b.Annee}",
                $"{b.Objet}, {b.Nom}",
                b.AttenduLe,
                5,
                "Rendre le bilan",
                $"/espace/marches/{b.Id.Valeur}"
            )),
            .. notes
                .Where(n => n.Sens is null)
                .Select(n => new ChoseAFaire(
                    "Répondre à une note d'organisation",
                    $"{n.Objet}, {n.NomDuMembre}",
                    n.ReponseAvant,
                    5,
                    "Lire et répondre",
                    $"/espace/procedures/{n.Procedure.Valeur}"
                )),
        ];
    }
}
