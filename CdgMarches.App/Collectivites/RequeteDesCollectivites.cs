using CdgMarches.App.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Collectivites;

/// <summary>Ce que la liste, son export et la recherche retiennent, écrit une fois pour les trois.</summary>
internal static class RequeteDesCollectivites
{
    public const string FiltreCategorie = "categorie";
    public const string FiltreDepartement = "departement";
    public const string FiltreAffiliation = "affiliation";
    public const string FiltreEffectif = "effectif";
    public const string FiltreArchives = "archives";

    /// <summary>Les fiches que l'acteur peut voir : toutes pour un agent du CDG, les siennes pour un membre.</summary>
    public static IQueryable<Collectivite> DuPerimetre(this IQueryable<Collectivite> collectivites, Acteur acteur)
    {
        if (acteur.Perimetre.EstCdg)
        {
            return collectivites;
        }

        var siennes = acteur.Perimetre.Collectivites;
        return collectivites.Where(c => siennes.Contains(c.Id));
    }

    /// <summary>Tous les mots tapés doivent se trouver dans le nom, les numéros ou la ville, sans égard à la casse ni aux accents.</summary>
    public static IQueryable<Collectivite> Contenant(this IQueryable<Collectivite> collectivites, IReadOnlyList<string> mots)
    {
        foreach (var mot in mots)
        {
            collectivites = collectivites.Where(c => c.CleDeRecherche.Contains(mot));
        }

        return collectivites;
    }

    /// <summary>Le nom exact d'abord, puis ceux qui commencent par le premier mot cherché, puis les autres ; les archivées à la fin.</summary>
    public static IQueryable<Collectivite> DeLaPlusProche(this IQueryable<Collectivite> collectivites, IReadOnlyList<string> mots)
    {
        var (exact, debut) = (string.Join(' ', mots), mots[0]);
        return collectivites
            .OrderBy(c => c.ArchiveLe == null ? 0 : 1)
            .ThenBy(c =>
                c.CleDeTri == exact ? 0
                : c.CleDeTri.StartsWith(debut) ? 1
                : 2
            )
            .ThenBy(c => c.CleDeTri)
            .ThenBy(c => c.Id);
    }

    public static IQueryable<Collectivite> Filtrer(this IQueryable<Collectivite> collectivites, Demande demande, DateOnly jour)
    {
        collectivites = collectivites.Contenant(CleDeTri.Mots(demande.Recherche));
        collectivites =
            demande.Filtre(FiltreArchives) == "oui"
                ? collectivites.Where(c => c.ArchiveLe != null)
                : collectivites.Where(c => c.ArchiveLe == null);
        if (
            Enum.TryParse<CategorieDeCollectivite>(demande.Filtre(FiltreCategorie), out var categorie)
            && Enum.IsDefined(categorie)
        )
        {
            collectivites = collectivites.Where(c => c.Categorie == categorie);
        }

        if (demande.Filtre(FiltreDepartement) is { } departement)
        {
            collectivites = collectivites.Where(c => c.Departement == departement);
        }

        collectivites = demande.Filtre(FiltreAffiliation) switch
        {
            "oui" => collectivites.Where(c => c.Affiliations.Any(a => a.Debut <= jour && (a.Fin == null || a.Fin >= jour))),
            "non" => collectivites.Where(c => !c.Affiliations.Any(a => a.Debut <= jour && (a.Fin == null || a.Fin >= jour))),
            _ => collectivites,
        };
        var annee = jour.Year;
        return demande.Filtre(FiltreEffectif) == "manquant" ? collectivites.SansEffectif(annee) : collectivites;
    }

    /// <summary>Les fiches vivantes dont l'effectif de l'année n'est pas déclaré.</summary>
    public static IQueryable<Collectivite> SansEffectif(this IQueryable<Collectivite> collectivites, int annee) =>
        collectivites.Where(c => c.ArchiveLe == null && c.RemplaceeLe == null && !c.Effectifs.Any(e => e.Annee == annee));

    public static IQueryable<Collectivite> Trier(this IQueryable<Collectivite> collectivites, Demande demande, int annee)
    {
        var triees = demande.Tri switch
        {
            "categorie" => Par(collectivites, c => c.Categorie, demande.Decroissant),
            "departement" => Par(collectivites, c => c.Departement, demande.Decroissant),
            "siret" => Par(collectivites, c => c.Siret, demande.Decroissant),
            "effectif" => Par(
                collectivites,
                c => c.Effectifs.Where(e => e.Annee == annee).Select(e => (int?)e.Agents).FirstOrDefault(),
                demande.Decroissant
            ),
            "population" => Par(
                collectivites,
                c => c.Populations.OrderByDescending(p => p.Annee).Select(p => p.Totale ?? p.Municipale).FirstOrDefault(),
                demande.Decroissant
            ),
            _ => Par(collectivites, c => c.CleDeTri, demande.Decroissant),
        };
        return triees.ThenBy(c => c.CleDeTri).ThenBy(c => c.Id);
    }

    private static IOrderedQueryable<Collectivite> Par<TCle>(
        IQueryable<Collectivite> collectivites,
        System.Linq.Expressions.Expression<Func<Collectivite, TCle>> cle,
        bool decroissant
    ) => decroissant ? collectivites.OrderByDescending(cle) : collectivites.OrderBy(cle);
}
