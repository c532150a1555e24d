using CdgMarches.App.Espace;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Marches;

/// <summary>Les bilans annuels qu'un membre doit rendre.</summary>
internal sealed class BilansARendre(IDbContextFactory<MarchesDbContext> donnees) : ISourceDuMembre
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
        ];
    }
}
