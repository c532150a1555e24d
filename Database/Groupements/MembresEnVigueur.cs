using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;

namespace CdgMarches.Database.Groupements;

/// <summary>Un membre et une prestation qu'il a choisie, un jour donné.</summary>
public sealed record MembreEtPrestation(CollectiviteId Collectivite, PrestationId Prestation, AdhesionId Adhesion);

/// <summary>Les questions que les autres capacités posent aux adhésions, en une requête chacune.</summary>
public static class MembresEnVigueur
{
    /// <summary>Les adhésions en vigueur un jour, premier et dernier jours compris.</summary>
    public static IQueryable<Adhesion> EnVigueur(this IQueryable<Adhesion> adhesions, DateOnly jour) =>
        adhesions.Where(a => a.Entree <= jour && (a.Sortie == null || a.Sortie >= jour));

    /// <summary>Les membres d'un groupement en vigueur un jour, une ligne par prestation qu'ils ont choisie ce jour-là.</summary>
    public static IQueryable<MembreEtPrestation> ChoixEnVigueur(
        this IQueryable<Adhesion> adhesions,
        GroupementId groupement,
        DateOnly jour
    ) =>
        from a in adhesions.Where(a => a.Groupement == groupement).EnVigueur(jour)
        from c in a.Choix
        where c.Du <= jour && (c.Au == null || c.Au >= jour)
        select new MembreEtPrestation(a.Collectivite, c.Prestation, a.Id);
}
