using CdgMarches.App.Accueil;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Adhesions;

/// <summary>Les dossiers d'adhésion ouverts, sur l'accueil : une carte par groupement qui en a.</summary>
internal sealed class AdhesionsATraiter(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge) : ISourceATraiter
{
    private const int CartesAuPlus = 5;

    public async Task<IReadOnlyList<CarteATraiter>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        if (!acteur.Peut(Droits.GererGroupements))
        {
            return [];
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var jour = horloge.Aujourdhui;
        var lus = await (
            from d in contexte.DossiersDAdhesion.DuPerimetre(acteur)
            join g in contexte.Groupements on d.Groupement equals g.Id
            where d.Etat == EtatDAdhesion.EnCours || d.Etat == EtatDAdhesion.Invitee
            group d by new { g.Id, g.Nom } into parGroupement
            select new
            {
                parGroupement.Key.Id,
                parGroupement.Key.Nom,
                Nombre = parGroupement.Count(),
                EnRetard = parGroupement.Count(d => d.AttenduLe < jour),
            }
        )
            .OrderByDescending(g => g.EnRetard)
            .ThenBy(g => g.Nom)
            .Take(CartesAuPlus)
            .ToListAsync(annulation);
        return
        [
            .. lus.Select(g => new CarteATraiter(
                "Adhésions en cours",
                g.Nombre,
                g.EnRetard,
                AdressesDesGroupements.Rubrique(g.Id, "adhesions") + (g.EnRetard > 0 ? $"?etat={LireDossiers.EnRetard}" : ""),
                g.Nom,
                Ordre: 35
            )),
        ];
    }
}
