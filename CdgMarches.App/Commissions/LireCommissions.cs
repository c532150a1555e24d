using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Commissions;

/// <summary>Une commission dans la liste.</summary>
public sealed record LigneDeCommission(
    CommissionId Id,
    string Nom,
    RegimeDeCao Regime,
    int Sieges,
    int Pourvus,
    DateOnly? ProchaineSeance,
    int SeancesTenues
);

/// <summary>Une séance dans la liste.</summary>
public sealed record LigneDeSeance(
    SeanceId Id,
    ReferenceDeSeance Reference,
    CommissionId Commission,
    string NomDeLaCommission,
    DateOnly Date,
    TimeOnly Heure,
    EtatDeSeance Etat,
    bool SurSeconde,
    bool RectificativeDue,
    int Points
);

/// <summary>Les commissions du périmètre.</summary>
public sealed class LireCommissions(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<PageDe<LigneDeCommission>> ExecuterAsync(
        Acteur acteur,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var commissions = contexte.CommissionsVisibles(acteur).AsNoTracking();
        foreach (var mot in CleDeTri.Mots(demande.Recherche))
        {
            commissions = commissions.Where(c => c.CleDeTri.Contains(mot));
        }

        var jour = horloge.Aujourdhui;
        var total = await commissions.CountAsync(annulation);
        var lignes = await (
            demande.Decroissant ? commissions.OrderByDescending(c => c.CleDeTri) : commissions.OrderBy(c => c.CleDeTri)
        )
            .ThenBy(c => c.Id)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(c => new
            {
                c.Id,
                c.Nom,
                c.Regime,
                Sieges = c.Sieges.Count,
                Pourvus = c.Designations.Count(d =>
                    d.Rang == QualiteEnSeance.Titulaire && d.Du <= jour && (d.Au == null || d.Au >= jour)
                ),
                Prochaine = contexte
                    .Seances.Where(s =>
                        s.Commission == c.Id
                        && s.Date >= jour
                        && (s.Etat == EtatDeSeance.Programmee || s.Etat == EtatDeSeance.Convoquee)
                    )
                    .Min(s => (DateOnly?)s.Date),
                Tenues = contexte.Seances.Count(s =>
                    s.Commission == c.Id
                    && (s.Etat == EtatDeSeance.Levee || (s.Etat == EtatDeSeance.SansQuorum && s.OuverteLe != null))
                ),
            })
            .ToListAsync(annulation);
        return new PageDe<LigneDeCommission>(
            [.. lignes.Select(l => new LigneDeCommission(l.Id, l.Nom, l.Regime, l.Sieges, l.Pourvus, l.Prochaine, l.Tenues))],
            total
        );
    }
}

/// <summary>Les séances du périmètre, ou celles d'une commission.</summary>
public sealed class LireSeances(IDbContextFactory<MarchesDbContext> donnees)
{
    public async Task<PageDe<LigneDeSeance>> ExecuterAsync(
        Acteur acteur,
        Demande demande,
        CommissionId? commission = null,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var seances = contexte.SeancesVisibles(acteur).AsNoTracking();
        if (commission is { } c)
        {
            seances = seances.Where(s => s.Commission == c);
        }

        if (ReferenceDeSeance.TryParse(demande.Recherche, out var reference))
        {
            seances = seances.Where(s => s.Reference == reference);
        }
        else
        {
            foreach (var mot in CleDeTri.Mots(demande.Recherche))
            {
                seances = seances.Where(s => contexte.Commissions.Any(x => x.Id == s.Commission && x.CleDeTri.Contains(mot)));
            }
        }

        if (Enum.TryParse<EtatDeSeance>(demande.Filtre("etat"), out var etat))
        {
            seances = seances.Where(s => s.Etat == etat);
        }

        var total = await seances.CountAsync(annulation);
        var lignes = await Trier(seances, demande)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(s => new LigneDeSeance(
                s.Id,
                s.Reference,
                s.Commission,
                contexte.Commissions.Where(x => x.Id == s.Commission).Select(x => x.Nom).First(),
                s.Date,
                s.Heure,
                s.Etat,
                s.Premiere != null,
                s.RectificativeDue,
                s.Points.Count
            ))
            .ToListAsync(annulation);
        return new PageDe<LigneDeSeance>(lignes, total);
    }

    private static IOrderedQueryable<Seance> Trier(IQueryable<Seance> seances, Demande demande) =>
        (demande.Tri, demande.Decroissant) switch
        {
            ("reference", false) => seances.OrderBy(s => s.Reference),
            ("reference", true) => seances.OrderByDescending(s => s.Reference),
            ("date", false) => seances.OrderBy(s => s.Date).ThenBy(s => s.Heure).ThenBy(s => s.Id),
            _ => seances.OrderByDescending(s => s.Date).ThenByDescending(s => s.Heure).ThenBy(s => s.Id),
        };
}
