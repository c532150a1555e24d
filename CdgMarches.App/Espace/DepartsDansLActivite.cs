using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Espace;

/// <summary>Les retraits constatés et la dissolution, dans l'activité du groupement : chaque membre en a été informé, il les y retrouve.</summary>
internal sealed class DepartsDansLActivite : ISourceDActivite
{
    public int Ordre => 25;

    public string Cle => "departs";

    public string Titre => "Retraits et dissolution";

    public async Task<PageDe<LigneDActivite>> LireAsync(
        MarchesDbContext contexte,
        LectureDActivite lecture,
        Demande demande,
        CancellationToken annulation
    )
    {
        var dissolutions = contexte.Dissolutions.AsNoTracking().Where(d => d.Groupement == lecture.Groupement);
        var retraits = contexte
            .DossiersDeRetrait.AsNoTracking()
            .Where(d => d.Groupement == lecture.Groupement && d.Etat == EtatDeRetrait.Constate);
        if (lecture.Bornes is var (debut, fin))
        {
            dissolutions = dissolutions.Where(d => d.DernierJour >= debut && d.OuverteLe <= fin);
            retraits = retraits.Where(d => d.SortieLe >= debut && d.SortieLe <= fin);
        }

        var tete = (await dissolutions.ToListAsync(annulation)).ConvertAll(d => new LigneDActivite(
            "Dissolution du groupement",
            $"{d.Cause.Libelle()}, dernier jour le {Formats.DateCourte(d.DernierJour)}{(d.PrononceeLe is { } le ? $", prononcée le {Formats.DateCourte(le)}" : "")}"
        ));
        var montres = tete.Skip(demande.Ignorer).Take(demande.Prendre).ToList();
        var lus = await (
            from r in retraits
            join c in contexte.Collectivites on r.Collectivite equals c.Id
            orderby r.SortieLe descending, c.CleDeTri, r.Id
            select new { c.Nom, r.SortieLe }
        )
            .Skip(Math.Max(0, demande.Ignorer - tete.Count))
            .Take(demande.Prendre - montres.Count)
            .ToListAsync(annulation);
        return new PageDe<LigneDActivite>(
            [.. montres, .. lus.Select(r => new LigneDActivite(r.Nom, $"sortie le {Formats.DateCourte(r.SortieLe)}"))],
            tete.Count + await retraits.CountAsync(annulation)
        );
    }
}
