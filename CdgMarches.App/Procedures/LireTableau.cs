using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Procedures;

/// <summary>Un lot au tableau des étapes.</summary>
public sealed record LotAuTableau(
    ProcedureId Procedure,
    ReferenceDeProcedure Reference,
    string Objet,
    int Lot,
    string Intitule,
    StatutDeLot Statut,
    EtapeDeProcedure? ProchaineEtape,
    DateOnly? Echeance
);

/// <summary>Une barre de la frise : une procédure de sa publication à sa fin, ou un marché de son début à sa fin.</summary>
public sealed record BarreDeFrise(
    string Nom,
    string Adresse,
    string Genre,
    DateOnly Debut,
    DateOnly Fin,
    DateOnly? FinMaximale,
    IReadOnlyList<(DateOnly Jour, string Libelle)> Reperes
);

/// <summary>Les lots en cours par étape, et la frise d'une année.</summary>
public sealed class LireTableau(IDbContextFactory<MarchesDbContext> donnees)
{
    /// <summary>Le nombre de barres d'une page de frise.</summary>
    private const int BarresParPage = 100;

    /// <summary>Les lots des procédures non terminées du périmètre, page par page.</summary>
    public async Task<PageDe<LotAuTableau>> LotsAsync(Acteur acteur, Demande demande, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var procedures = contexte.Procedures.AsNoTracking().DuPerimetre(acteur).Where(p => p.Etat != EtatDeProcedure.Terminee);
        foreach (var mot in CleDeTri.Mots(demande.Recherche))
        {
            procedures = procedures.Where(p => p.CleDeTri.Contains(mot));
        }

        var lots = from p in procedures from l in p.Lots select new { p, l };
        if (Enum.TryParse<StatutDeLot>(demande.Filtre("statut"), out var statut))
        {
            lots = lots.Where(x => x.l.Statut == statut);
        }

        var total = await lots.CountAsync(annulation);
        return new PageDe<LotAuTableau>(
            await lots.OrderBy(x => x.p.ProchaineEcheance == null)
                .ThenBy(x => x.p.ProchaineEcheance)
                .ThenBy(x => x.p.Id)
                .ThenBy(x => x.l.Numero)
                .Skip(demande.Ignorer)
                .Take(demande.Prendre)
                .Select(x => new LotAuTableau(
                    x.p.Id,
                    x.p.Reference,
                    x.p.Objet,
                    x.l.Numero,
                    x.l.Intitule,
                    x.l.Statut,
                    x.p.ProchaineEtape,
                    x.p.ProchaineEcheance
                ))
                .ToListAsync(annulation),
            total
        );
    }

    /// <summary>Combien de lots en cours à chaque étape.</summary>
    public async Task<IReadOnlyDictionary<StatutDeLot, int>> ComptesAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await (
            from p in contexte.Procedures.AsNoTracking().DuPerimetre(acteur)
            where p.Etat != EtatDeProcedure.Terminee
            from l in p.Lots
            group l by l.Statut into g
            select new { g.Key, Nombre = g.Count() }
        ).ToDictionaryAsync(g => g.Key, g => g.Nombre, annulation);
    }

    /// <summary>Ce qui court dans l'année : procédures et marchés, les plus proches de leur fin d'abord.</summary>
    public async Task<IReadOnlyList<BarreDeFrise>> FriseAsync(Acteur acteur, int annee, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        var (premier, dernier) = (new DateOnly(annee, 1, 1), new DateOnly(annee, 12, 31));
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var procedures = await contexte
            .Procedures.AsNoTracking()
            .DuPerimetre(acteur)
            .Where(p => p.CreeeLe <= dernier && (p.TermineeLe == null || p.TermineeLe >= premier))
            .OrderBy(p => p.ProchaineEcheance == null)
            .ThenBy(p => p.ProchaineEcheance)
            .ThenBy(p => p.Id)
            .Take(BarresParPage)
            .Select(p => new
            {
                p.Id,
                p.Reference,
                p.Objet,
                p.CreeeLe,
                p.LanceeLe,
                p.TermineeLe,
                Derniere = p.Jalons.Max(j => j.Prevu),
                p.LimiteDeRemise,
            })
            .ToListAsync(annulation);
        var marches = await Marches
            .AccesAuxMarches.DuPerimetre(contexte.Marches.AsNoTracking(), acteur)
            .Where(m => m.Debut != null && m.Debut <= dernier && (m.Fin == null || m.Fin >= premier))
            .OrderBy(m => m.Fin)
            .ThenBy(m => m.Id)
            .Take(BarresParPage)
            .Select(m => new
            {
                m.Id,
                m.Reference,
                m.Objet,
                m.Debut,
                m.Fin,
                m.FinMaximale,
                Decisions = m.Reconductions.Where(r => r.DecisionAvant != null).Select(r => r.DecisionAvant!.Value).ToList(),
            })
            .ToListAsync(annulation);
        return
        [
            .. procedures.Select(p => new BarreDeFrise(
                $"{p.Reference} — {p.Objet}",
                AdressesDesProcedures.Fiche(p.Id),
                "Procédure",
                p.CreeeLe,
                p.TermineeLe ?? p.Derniere ?? dernier,
                null,
                [
                    .. p.LanceeLe is { } lancee ? [(lancee, "Publication")] : Array.Empty<(DateOnly, string)>(),
                    .. p.LimiteDeRemise is { } limite
                        ? [(DateOnly.FromDateTime(limite), "Remise des plis")]
                        : Array.Empty<(DateOnly, string)>(),
                ]
            )),
            .. marches.Select(m => new BarreDeFrise(
                $"{m.Reference} — {m.Objet}",
                $"/marches/{m.Id.Valeur}",
                "Marché",
                m.Debut!.Value,
                m.Fin ?? dernier,
                m.FinMaximale,
                [.. m.Decisions.Select(d => (d, "Décision de reconduire"))]
            )),
        ];
    }
}
