using CdgMarches.Domain.Conventions;

namespace CdgMarches.Database.Conventions;

/// <summary>Les conventions d'accès qui s'appliquent un jour donné, ou pendant une année.</summary>
public static class ConventionsEnVigueur
{
    /// <summary>Celles qui s'appliquent ce jour-là, dénoncées ou non.</summary>
    public static IQueryable<ConventionDAcces> EnVigueur(this IQueryable<ConventionDAcces> conventions, DateOnly jour) =>
        conventions.Where(c => c.PremierJour <= jour && (c.DernierJour == null || c.DernierJour >= jour));

    /// <summary>Celles qui s'appliquent un jour au moins de l'année civile : ce que les contributions appellent.</summary>
    public static IQueryable<ConventionDAcces> EnVigueurPendant(this IQueryable<ConventionDAcces> conventions, int annee)
    {
        var (premier, dernier) = (new DateOnly(annee, 1, 1), new DateOnly(annee, 12, 31));
        return conventions.Where(c => c.PremierJour <= dernier && (c.DernierJour == null || c.DernierJour >= premier));
    }
}
