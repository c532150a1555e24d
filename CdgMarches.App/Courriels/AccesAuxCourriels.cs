using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Courriels;

/// <summary>Le périmètre des courriels, des courriers et des transmissions, posé dans les requêtes.</summary>
internal static class AccesAuxCourriels
{
    /// <summary>
    /// Les courriels qu'un agent voit : tous, ou ceux des objets de ses groupements s'il y est limité. Un membre n'en voit
    /// aucun ici : les siens sont dans sa messagerie.
    /// </summary>
    public static IQueryable<EnvoiDeCourriel> EnvoisVisibles(this MarchesDbContext contexte, Acteur acteur)
    {
        if (!acteur.Perimetre.EstCdg)
        {
            return contexte.EnvoisDeCourriel.Where(_ => false);
        }

        if (acteur.Perimetre.Groupements?.ToList() is not { } limites)
        {
            return contexte.EnvoisDeCourriel;
        }

        // Typed ids do not compare with a bare Guid column in a query: the perimeter of a limited agent is short, read first.
        var objets = ClesDuPerimetre(contexte, limites);
        return contexte.EnvoisDeCourriel.Where(e => e.ObjetId != null && objets.Contains(e.ObjetId.Value));
    }

    public static IQueryable<Courrier> CourriersVisibles(this MarchesDbContext contexte, Acteur acteur)
    {
        if (!acteur.Perimetre.EstCdg)
        {
            return contexte.Courriers.Where(_ => false);
        }

        if (acteur.Perimetre.Groupements is not { } limites)
        {
            return contexte.Courriers;
        }

        List<Guid?> permis = [.. limites.Select(g => (Guid?)g.Valeur)];
        // Every agent of the CDG sees the access conventions, which belong to no group: their letters too.
        return contexte.Courriers.Where(c => permis.Contains(c.Groupement) || c.ObjetType == nameof(ConventionDAcces));
    }

    /// <summary>Les transmissions qu'un acteur voit : celles de ses groupements, ou celles que ses collectivités ont reçues.</summary>
    public static IQueryable<Transmission> TransmissionsVisibles(this MarchesDbContext contexte, Acteur acteur)
    {
        if (!acteur.Perimetre.EstCdg)
        {
            var siennes = acteur.Perimetre.Collectivites;
            return contexte.Transmissions.Where(t =>
                contexte.MembresInformes.Any(m => m.Transmission == t.Id && siennes.Contains(m.Collectivite))
            );
        }

        return acteur.Perimetre.Groupements?.ToList() is { } limites
            ? contexte.Transmissions.Where(t => limites.Contains(t.Groupement))
            : contexte.Transmissions;
    }

    private static List<Guid> ClesDuPerimetre(MarchesDbContext contexte, List<GroupementId> limites) =>
        [
            .. limites.Select(g => g.Valeur),
            .. contexte
                .Campagnes.Where(c => limites.Contains(c.Groupement))
                .Select(c => c.Id)
                .AsEnumerable()
                .Select(c => c.Valeur),
            .. contexte
                .Procedures.Where(p => limites.Contains(p.Groupement))
                .Select(p => p.Id)
                .AsEnumerable()
                .Select(p => p.Valeur),
            .. contexte
                .Transmissions.Where(t => limites.Contains(t.Groupement))
                .Select(t => t.Id)
                .AsEnumerable()
                .Select(t => t.Valeur),
        ];
}
