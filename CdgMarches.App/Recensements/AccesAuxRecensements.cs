using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Noyau.Calendrier;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>Le périmètre des recensements, posé dans les requêtes : un objet hors du périmètre ne se distingue pas d'un objet absent.</summary>
internal static class AccesAuxRecensements
{
    /// <summary>Les campagnes qu'un agent du CDG voit ; aucune pour un membre, qui passe par ses réponses.</summary>
    public static IQueryable<Campagne> CampagnesVisibles(this MarchesDbContext contexte, Acteur acteur)
    {
        if (!acteur.Perimetre.EstCdg)
        {
            return contexte.Campagnes.Where(_ => false);
        }

        return acteur.Perimetre.Groupements?.ToList() is { } limites
            ? contexte.Campagnes.Where(c => limites.Contains(c.Groupement))
            : contexte.Campagnes;
    }

    /// <summary>Les réponses qu'un acteur voit : celles de ses groupements pour un agent, celles de ses collectivités pour un membre.</summary>
    public static IQueryable<Reponse> ReponsesVisibles(this MarchesDbContext contexte, Acteur acteur)
    {
        if (!acteur.Perimetre.EstCdg)
        {
            var siennes = acteur.Perimetre.Collectivites;
            return contexte.Reponses.Where(r => siennes.Contains(r.Collectivite));
        }

        return acteur.Perimetre.Groupements?.ToList() is { } limites
            ? contexte.Reponses.Where(r => contexte.Campagnes.Any(c => c.Id == r.Campagne && limites.Contains(c.Groupement)))
            : contexte.Reponses;
    }

    /// <summary>Les réponses d'un membre à une campagne, telles qu'un acteur les voit ; vide hors du périmètre.</summary>
    public static Task<List<Reponse>> ReponsesDuMembreAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        CampagneId campagne,
        CollectiviteId collectivite,
        CancellationToken annulation
    ) =>
        contexte
            .ReponsesVisibles(acteur)
            .AsNoTracking()
            .Where(r => r.Campagne == campagne && r.Collectivite == collectivite)
            .ToListAsync(annulation);

    /// <summary>La campagne à gérer, suivie par le contexte.</summary>
    /// <exception cref="DroitManquantException">Elle n'est pas du périmètre, ou l'acteur ne gère pas les recensements.</exception>
    public static async Task<Campagne> CampagneAGererAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        CampagneId id,
        CancellationToken annulation
    )
    {
        acteur.Exiger(Droits.GererRecensements);
        return await contexte.CampagnesVisibles(acteur).SingleOrDefaultAsync(c => c.Id == id, annulation)
            ?? throw new DroitManquantException(Droits.GererRecensements);
    }

    /// <summary>Les réponses demandées, suivies par le contexte ; il les faut toutes dans le périmètre.</summary>
    /// <exception cref="DroitManquantException">L'une d'elles n'est pas du périmètre.</exception>
    public static async Task<List<Reponse>> ReponsesAChangerAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        string droit,
        IReadOnlyCollection<ReponseId> ids,
        CancellationToken annulation
    )
    {
        acteur.Exiger(droit);
        var distincts = ids.Distinct().ToList();
        var reponses = await contexte.ReponsesVisibles(acteur).Where(r => distincts.Contains(r.Id)).ToListAsync(annulation);
        return reponses.Count == distincts.Count && distincts.Count > 0 ? reponses : throw new DroitManquantException(droit);
    }

    /// <summary>L'instant où un jour du CDG finit.</summary>
    public static DateTimeOffset FinDuJour(this HorlogeLegale horloge, DateOnly jour) =>
        FuseauLegal.De(horloge.Fuseau.Id).FinDuJour(jour);

    /// <summary>Celui qui agit, ou l'agent du CDG qui agit au nom du membre : l'historique garde les deux.</summary>
    public static Acteur AuNomDe(this Acteur acteur, string membre) =>
        acteur.Perimetre.EstCdg ? acteur with { PourLeCompteDe = membre } : acteur;
}
