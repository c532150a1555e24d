using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Espace;

/// <summary>L'activité d'un groupement, telle qu'un membre la lit.</summary>
public sealed record ActiviteLue(
    GroupementId Groupement,
    string Nom,
    string Coordonnateur,
    IReadOnlyList<RubriqueDActivite> Rubriques
);

/// <summary>Lit ce que le coordonnateur tient à la disposition d'un membre du groupement (RG7.03).</summary>
public sealed class ActiviteDuGroupement(IDbContextFactory<MarchesDbContext> donnees, IEnumerable<ISourceDActivite> sources)
{
    public const int LignesAuPlus = 50;

    /// <returns>L'activité, ou null si aucune collectivité de l'acteur n'est, ni n'a été, membre de ce groupement.</returns>
    public async Task<ActiviteLue?> ExecuterAsync(
        Acteur acteur,
        GroupementId groupement,
        int? annee = null,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var siennes = acteur.Perimetre.Collectivites;
        var permis = acteur.Perimetre.EstCdg
            ? acteur.Perimetre.Comprend(groupement)
            : await contexte.Adhesions.AnyAsync(a => a.Groupement == groupement && siennes.Contains(a.Collectivite), annulation);
        return permis ? await LireAsync(contexte, groupement, annee, annulation) : null;
    }

    private async Task<ActiviteLue?> LireAsync(
        MarchesDbContext contexte,
        GroupementId groupement,
        int? annee,
        CancellationToken annulation
    )
    {
        var lu = await contexte
            .Groupements.AsNoTracking()
            .Where(g => g.Id == groupement)
            .Select(g => new
            {
                g.Nom,
                Coordonnateur = contexte.Collectivites.Where(c => c.Id == g.Coordonnateur).Select(c => c.Nom).First(),
            })
            .SingleOrDefaultAsync(annulation);
        if (lu is null)
        {
            return null;
        }

        List<RubriqueDActivite> rubriques = [];
        foreach (var source in sources.OrderBy(s => s.Ordre))
        {
            rubriques.Add(await source.LireAsync(contexte, groupement, annee, annulation));
        }

        return new ActiviteLue(groupement, lu.Nom, lu.Coordonnateur, rubriques);
    }
}
