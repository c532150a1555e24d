using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Espace;

/// <summary>Les départs et la dissolution, dans l'activité du groupement : chaque membre en a été informé, il les y retrouve.</summary>
internal sealed class DepartsDansLActivite : ISourceDActivite
{
    public int Ordre => 25;

    public string Cle => "departs";

    public string Titre => "Départs et dissolution";

    public async Task<PageDe<LigneDActivite>> LireAsync(
        MarchesDbContext contexte,
        LectureDActivite lecture,
        Demande demande,
        CancellationToken annulation
    )
    {
        var dissolutions = contexte.Dissolutions.AsNoTracking().Where(d => d.Groupement == lecture.Groupement);
        var departs = contexte.DepartsDuGroupement(lecture.Groupement);
        if (lecture.Bornes is var (debut, fin))
        {
            dissolutions = dissolutions.Where(d => d.DernierJour >= debut && d.OuverteLe <= fin);
            departs = departs.Where(d => d.Fin >= debut && d.Fin <= fin);
        }

        var tete = (await dissolutions.ToListAsync(annulation)).ConvertAll(d => new LigneDActivite(
            "Dissolution du groupement",
            $"{d.Cause.Libelle()}, dernier jour le {Formats.DateCourte(d.DernierJour)}{(d.PrononceeLe is { } le ? $", prononcée le {Formats.DateCourte(le)}" : d.AbandonneeLe is { } abandon ? $", abandonnée le {Formats.DateCourte(abandon)}" : "")}"
        ));
        var montres = tete.Skip(demande.Ignorer).Take(demande.Prendre).ToList();
        var lus = await departs
            .OrderByDescending(d => d.Fin)
            .ThenBy(d => d.CleDeTri)
            .ThenBy(d => d.Adhesion)
            .Skip(Math.Max(0, demande.Ignorer - tete.Count))
            .Take(demande.Prendre - montres.Count)
            .ToListAsync(annulation);
        return new PageDe<LigneDActivite>(
            [.. montres, .. lus.Select(d => new LigneDActivite(d.Nom, $"sortie le {Formats.DateCourte(d.Fin)}, {Voie(d)}"))],
            tete.Count + await departs.CountAsync(annulation)
        );
    }

    private static string Voie(Depart depart) =>
        depart.Retire ? "par un retrait"
        : depart.Sorti ? "fin de son adhésion"
        : "fin du groupement";
}

/// <summary>Une adhésion qui prend fin.</summary>
internal sealed record Depart
{
    public AdhesionId Adhesion { get; init; }

    public string Nom { get; init; } = "";

    public string CleDeTri { get; init; } = "";

    /// <summary>Vrai si un retrait constaté en décide.</summary>
    public bool Retire { get; init; }

    /// <summary>Vrai si la sortie est fixée sur l'adhésion, et ne suit pas la fin du groupement.</summary>
    public bool Sorti { get; init; }

    /// <summary>Le dernier jour.</summary>
    public DateOnly? Fin { get; init; }
}

internal static class DepartsDuGroupementExtensions
{
    /// <summary>Les adhésions d'un groupement qui prennent fin, quelle que soit la voie.</summary>
    /// <remarks>
    /// Retrait, sortie fixée sur l'adhésion, import, fin du groupement. Le coordonnateur dont le retrait est constaté part au dernier
    /// jour du groupement que son départ dissout (RG1.33).
    /// </remarks>
    public static IQueryable<Depart> DepartsDuGroupement(this MarchesDbContext contexte, GroupementId groupement) =>
        from a in contexte.Adhesions.AsNoTracking()
        join g in contexte.Groupements on a.Groupement equals g.Id
        join c in contexte.Collectivites on a.Collectivite equals c.Id
        where a.Groupement == groupement
        let retrait = contexte
            .DossiersDeRetrait.Where(d => d.Adhesion == a.Id && d.Etat == EtatDeRetrait.Constate)
            .Max(d => d.SortieLe)
        let dissoute = contexte
            .Dissolutions.Where(d => d.Groupement == g.Id && d.AbandonneeLe == null)
            .Max(d => (DateOnly?)d.DernierJour)
        let clos = g.Etat == EtatDuGroupement.Clos ? g.Fin : null
        let fin = clos != null && (a.Sortie == null || a.Sortie > clos) ? clos
        : a.Sortie != null ? a.Sortie
        : retrait != null ? dissoute ?? retrait
        : null
        where fin != null
        select new Depart
        {
            Adhesion = a.Id,
            Nom = c.Nom,
            CleDeTri = c.CleDeTri,
            Retire = retrait != null,
            Sorti = a.Sortie != null && (clos == null || a.Sortie <= clos),
            Fin = fin,
        };
}
