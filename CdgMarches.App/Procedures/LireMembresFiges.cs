using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Procedures;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Procedures;

/// <summary>Un acheteur : figé après le lancement, pressenti avant, avec ce que ses propres lignes gelées demandent.</summary>
public sealed record LigneDeMembreFige(CollectiviteId Collectivite, string Nom, string? Siret, IReadOnlyList<int> Lots)
{
    /// <summary>Le besoin gelé du membre sur les lots de la procédure ; null sans recensement, ou sans ligne à lui.</summary>
    public BesoinDuMembre? Besoin { get; init; }
}

/// <summary>Les acheteurs d'une procédure, page par page : la liste figée, ou les membres concernés avant le lancement.</summary>
public sealed class LireMembresFiges(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<PageDe<LigneDeMembreFige>> ExecuterAsync(
        Acteur acteur,
        ProcedureId procedure,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var lue = await contexte
            .Procedures.AsNoTracking()
            .DuPerimetre(acteur)
            .SingleOrDefaultAsync(p => p.Id == procedure, annulation);
        if (lue is null)
        {
            return new PageDe<LigneDeMembreFige>([], 0);
        }

        var page =
            lue.Etat is EtatDeProcedure.EnPreparation
                ? await PressentisAsync(contexte, lue, demande, annulation)
                : await FigesAsync(contexte, procedure, demande, annulation);
        var besoins = await contexte.BesoinsGelesAsync(
            lue.Consolidation,
            [.. lue.Lots],
            [.. page.Elements.Select(m => m.Collectivite)],
            annulation
        );
        return new PageDe<LigneDeMembreFige>(
            [.. page.Elements.Select(m => m with { Besoin = besoins.GetValueOrDefault(m.Collectivite) })],
            page.Total
        );
    }

    private static async Task<PageDe<LigneDeMembreFige>> FigesAsync(
        MarchesDbContext contexte,
        ProcedureId procedure,
        Demande demande,
        CancellationToken annulation
    )
    {
        var figes = contexte.MembresFiges.AsNoTracking().Where(m => m.Procedure == procedure);
        if (LotDe(demande) is { } lot)
        {
            figes = figes.Where(m => m.Lot == lot);
        }

        foreach (var mot in CleDeTri.Mots(demande.Recherche))
        {
            figes = figes.Where(m => m.CleDeTri.Contains(mot) || (m.Siret != null && m.Siret.Contains(mot)));
        }

        var membres = figes.GroupBy(m => new { m.Collectivite, m.CleDeTri });
        var total = await membres.CountAsync(annulation);
        var cles = membres.Select(g => g.Key);
        var page = await (
            demande is { Tri: "nom", Decroissant: true }
                ? cles.OrderByDescending(m => m.CleDeTri).ThenBy(m => m.Collectivite)
                : cles.OrderBy(m => m.CleDeTri).ThenBy(m => m.Collectivite)
        )
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(m => m.Collectivite)
            .ToListAsync(annulation);
        var lots = await contexte
            .MembresFiges.AsNoTracking()
            .Where(m => m.Procedure == procedure && page.Contains(m.Collectivite))
            .ToListAsync(annulation);
        return new PageDe<LigneDeMembreFige>(
            [
                .. page.Select(c => lots.Where(m => m.Collectivite == c).OrderBy(m => m.Lot).ToList())
                    .Select(m => new LigneDeMembreFige(m[0].Collectivite, m[0].Nom, m[0].Siret, [.. m.Select(x => x.Lot)])),
            ],
            total
        );
    }

    /// <summary>Avant le lancement : les membres en vigueur aujourd'hui dont le choix concerne un lot.</summary>
    private async Task<PageDe<LigneDeMembreFige>> PressentisAsync(
        MarchesDbContext contexte,
        Procedure procedure,
        Demande demande,
        CancellationToken annulation
    )
    {
        var lots = procedure.Lots.Where(l => LotDe(demande) is not { } lot || l.Numero == lot).ToList();
        var prestations = lots.Select(l => l.Prestation).Distinct().ToList();
        var choix = contexte
            .MembresConcernes(procedure.Id, procedure.Groupement, procedure.Consolidation, horloge.Aujourdhui)
            .Where(c => prestations.Contains(c.Prestation));
        var concernes = choix.Select(c => c.Collectivite);
        var membres = contexte.Collectivites.Where(c => concernes.Contains(c.Id));
        foreach (var mot in CleDeTri.Mots(demande.Recherche))
        {
            membres = membres.Where(c => c.CleDeTri.Contains(mot));
        }

        var page = await (
            demande is { Tri: "nom", Decroissant: true }
                ? membres.OrderByDescending(c => c.CleDeTri).ThenBy(c => c.Id)
                : membres.OrderBy(c => c.CleDeTri).ThenBy(c => c.Id)
        )
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(c => new
            {
                c.Id,
                c.Nom,
                c.Siret,
            })
            .ToListAsync(annulation);
        var ids = page.Select(m => m.Id).ToList();
        var siens = await choix.Where(c => ids.Contains(c.Collectivite)).ToListAsync(annulation);
        return new PageDe<LigneDeMembreFige>(
            [
                .. page.Select(m => new LigneDeMembreFige(
                    m.Id,
                    m.Nom,
                    m.Siret?.Valeur,
                    [
                        .. lots.Where(l => siens.Exists(c => c.Collectivite == m.Id && c.Prestation == l.Prestation))
                            .Select(l => l.Numero)
                            .Order(),
                    ]
                )),
            ],
            await membres.CountAsync(annulation)
        );
    }

    private static int? LotDe(Demande demande) =>
        int.TryParse(demande.Filtre("lot"), System.Globalization.CultureInfo.InvariantCulture, out var lot) ? lot : null;
}
