using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Groupements;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Espace;

/// <summary>La convention constitutive et ses documents opposables, dans l'activité du groupement.</summary>
internal sealed class ConventionDansLActivite : ISourceDActivite
{
    public int Ordre => 10;

    public async Task<RubriqueDActivite> LireAsync(
        MarchesDbContext contexte,
        GroupementId groupement,
        int? annee,
        CancellationToken annulation
    )
    {
        var convention = await contexte
            .ConventionsConstitutives.AsNoTracking()
            .AsSplitQuery()
            .FirstOrDefaultAsync(c => c.Groupement == groupement, annulation);
        List<LigneDActivite> lignes = [];
        if (convention is not null)
        {
            lignes.Add(
                new LigneDActivite(
                    "Convention constitutive",
                    convention.EnVigueurLe is { } jour
                        ? $"en vigueur depuis le {Formats.DateLongue(jour)}"
                        : "pas encore en vigueur"
                )
            );
            lignes.AddRange(
                convention
                    .Documents.OrderBy(d => d.Du)
                    .Select(d => new LigneDActivite(d.Libelle, $"du {Formats.DateCourte(d.Du)}"))
            );
        }

        var avenants = await contexte
            .AvenantsDeConvention.AsNoTracking()
            .Where(a => a.Groupement == groupement)
            .OrderBy(a => a.Numero)
            .Take(ActiviteDuGroupement.LignesAuPlus)
            .Select(a => new { a.Numero, a.Objet })
            .ToListAsync(annulation);
        lignes.AddRange(avenants.Select(a => new LigneDActivite($"Avenant n° {a.Numero}", a.Objet)));
        return new RubriqueDActivite("Convention et avenants", lignes, lignes.Count);
    }
}

/// <summary>Les membres du jour, dans l'activité du groupement.</summary>
internal sealed class MembresDansLActivite(HorlogeLegale horloge) : ISourceDActivite
{
    public int Ordre => 20;

    public async Task<RubriqueDActivite> LireAsync(
        MarchesDbContext contexte,
        GroupementId groupement,
        int? annee,
        CancellationToken annulation
    )
    {
        var jour = annee is { } une && une < horloge.Aujourdhui.Year ? new DateOnly(une, 12, 31) : horloge.Aujourdhui;
        var membres = contexte.Adhesions.AsNoTracking().Where(a => a.Groupement == groupement).EnVigueur(jour);
        var lus = await (
            from a in membres
            join c in contexte.Collectivites on a.Collectivite equals c.Id
            orderby c.CleDeTri
            select new { c.Nom, a.Entree }
        )
            .Take(ActiviteDuGroupement.LignesAuPlus)
            .ToListAsync(annulation);
        return new RubriqueDActivite(
            "Membres",
            [.. lus.Select(m => new LigneDActivite(m.Nom, $"membre depuis le {Formats.DateCourte(m.Entree)}"))],
            await membres.CountAsync(annulation)
        );
    }
}

/// <summary>Les procédures lancées et leur étape, dans l'activité du groupement.</summary>
internal sealed class ProceduresDansLActivite : ISourceDActivite
{
    public int Ordre => 30;

    public async Task<RubriqueDActivite> LireAsync(
        MarchesDbContext contexte,
        GroupementId groupement,
        int? annee,
        CancellationToken annulation
    )
    {
        var procedures = contexte.Procedures.AsNoTracking().Where(p => p.Groupement == groupement && p.LanceeLe != null);
        if (annee is { } une)
        {
            var (debut, fin) = (new DateOnly(une, 1, 1), new DateOnly(une, 12, 31));
            procedures = procedures.Where(p => p.LanceeLe <= fin && (p.TermineeLe == null || p.TermineeLe >= debut));
        }

        var lues = await procedures
            .OrderByDescending(p => p.LanceeLe)
            .ThenBy(p => p.Id)
            .Take(ActiviteDuGroupement.LignesAuPlus)
            .Select(p => new
            {
                p.Objet,
                p.Etat,
                p.LanceeLe,
                p.TermineeLe,
                Lots = p.Lots.Count,
            })
            .ToListAsync(annulation);
        return new RubriqueDActivite(
            "Procédures et étapes",
            [
                .. lues.Select(p => new LigneDActivite(
                    p.Objet,
                    $"{p.Etat.Libelle().ToLower(Francais.Culture)}, {Formats.Compter(p.Lots, "lot")}, lancée le {Formats.DateCourte(p.LanceeLe)}{(p.TermineeLe is { } fin ? $", terminée le {Formats.DateCourte(fin)}" : "")}"
                )),
            ],
            await procedures.CountAsync(annulation)
        );
    }
}

/// <summary>Les séances closes de la commission, dans l'activité du groupement : la partie que tout membre peut lire.</summary>
internal sealed class SeancesDansLActivite : ISourceDActivite
{
    public int Ordre => 40;

    public async Task<RubriqueDActivite> LireAsync(
        MarchesDbContext contexte,
        GroupementId groupement,
        int? annee,
        CancellationToken annulation
    )
    {
        var commissions = contexte.Commissions.Where(c => c.Groupement == groupement).Select(c => c.Id);
        var seances = contexte
            .Seances.AsNoTracking()
            .Where(s => commissions.Contains(s.Commission) && s.Etat == EtatDeSeance.Levee);
        if (annee is { } une)
        {
            var (debut, fin) = (new DateOnly(une, 1, 1), new DateOnly(une, 12, 31));
            seances = seances.Where(s => s.Date >= debut && s.Date <= fin);
        }

        var lues = await seances
            .OrderByDescending(s => s.Date)
            .ThenBy(s => s.Id)
            .Take(ActiviteDuGroupement.LignesAuPlus)
            .Select(s => new { s.Date, Points = s.Points.Count })
            .ToListAsync(annulation);
        return new RubriqueDActivite(
            "Séances de la commission d'appel d'offres",
            [
                .. lues.Select(s => new LigneDActivite(
                    $"Séance du {Formats.DateLongue(s.Date)}",
                    Formats.Compter(s.Points, "point à l'ordre du jour", "points à l'ordre du jour")
                )),
            ],
            await seances.CountAsync(annulation)
        );
    }
}

/// <summary>Les bilans d'exécution demandés et reçus, dans l'activité du groupement.</summary>
internal sealed class BilansDansLActivite : ISourceDActivite
{
    public int Ordre => 60;

    public async Task<RubriqueDActivite> LireAsync(
        MarchesDbContext contexte,
        GroupementId groupement,
        int? annee,
        CancellationToken annulation
    )
    {
        var bilans = contexte.BilansDExecution.AsNoTracking().Where(b => b.Groupement == groupement);
        if (annee is { } une)
        {
            bilans = bilans.Where(b => b.Annee == une);
        }

        var parAnnee = await bilans
            .GroupBy(b => b.Annee)
            .Select(g => new
            {
                Annee = g.Key,
                Attendus = g.Count(),
                Recus = g.Sum(b => b.RecuLe != null ? 1 : 0),
            })
            .OrderByDescending(g => g.Annee)
            .Take(ActiviteDuGroupement.LignesAuPlus)
            .ToListAsync(annulation);
        return new RubriqueDActivite(
            "Bilans d'exécution",
            [.. parAnnee.Select(b => new LigneDActivite($"Bilans {b.Annee}", $"{b.Recus} reçus sur {b.Attendus} attendus"))],
            parAnnee.Count
        );
    }
}
