using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;

namespace CdgMarches.Database.Groupements;

/// <summary>Un membre et une prestation qu'il a choisie, un jour donné.</summary>
/// <remarks>Par initialiseurs et non par constructeur : EF sait alors regrouper et joindre sur ce qu'on en projette.</remarks>
public sealed record MembreEtPrestation
{
    public CollectiviteId Collectivite { get; init; }

    public PrestationId Prestation { get; init; }

    public AdhesionId Adhesion { get; init; }
}

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
        select new MembreEtPrestation
        {
            Collectivite = a.Collectivite,
            Prestation = c.Prestation,
            Adhesion = a.Id,
        };
}
