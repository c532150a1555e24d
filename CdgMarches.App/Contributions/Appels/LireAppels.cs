using System.Globalization;
using CdgMarches.App.Contributions.Finances;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Appels;

/// <summary>Un appel dans une liste.</summary>
public sealed record LigneDAppel(
    AppelDeContributionId Id,
    int Exercice,
    int? Numero,
    NatureDAppel Nature,
    string Type,
    CollectiviteId Collectivite,
    string Nom,
    EtatDAppel Etat,
    DateOnly DateDAppel,
    long TtcCentimes,
    long CorrectionsCentimes,
    long PayeCentimes,
    string? NumeroDeTitre,
    DateOnly? PayeLe,
    DateTimeOffset? ExporteLe,
    int Relances,
    DateOnly? MiseEnDemeureLe
)
{
    public string Reference => Numero is { } numero ? new ReferenceDAppel(Exercice, numero).ToString() : Formats.Absent;

    public long ResteCentimes => Etat is EtatDAppel.Emis ? TtcCentimes + CorrectionsCentimes - PayeCentimes : 0;

    /// <summary>Ce qui a été payé au-delà de ce qui est dû : à rembourser par mandat.</summary>
    public long TropPercuCentimes => Nature.SePaie() ? Math.Max(0, PayeCentimes - CorrectionsCentimes - TtcCentimes) : 0;
}

/// <summary>Les appels du périmètre, filtrés.</summary>
public sealed class LireAppels(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<PageDe<LigneDAppel>> ExecuterAsync(Acteur acteur, Demande demande, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await PageAsync(
            Filtrer(contexte.Appels.AsNoTracking().DuPerimetre(acteur), demande, horloge.Aujourdhui),
            demande,
            annulation
        );
    }

    /// <summary>Ceux d'une collectivité, pour ses utilisateurs.</summary>
    public async Task<PageDe<LigneDAppel>> DeLaCollectiviteAsync(
        Acteur acteur,
        CollectiviteId collectivite,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Espace, collectivite);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await PageAsync(
            Filtrer(contexte.Appels.AsNoTracking().Where(a => a.Collectivite == collectivite), demande, horloge.Aujourdhui),
            demande,
            annulation
        );
    }

    internal static IQueryable<AppelDeContribution> Filtrer(
        IQueryable<AppelDeContribution> appels,
        Demande demande,
        DateOnly aujourdhui
    )
    {
        if (int.TryParse(demande.Filtre("exercice"), CultureInfo.InvariantCulture, out var exercice))
        {
            appels = appels.Where(a => a.Exercice == exercice);
        }

        if (Guid.TryParse(demande.Filtre("campagne"), out var id))
        {
            CampagneDAppelId? campagne = new CampagneDAppelId(id);
            appels = appels.Where(a => a.Campagne == campagne);
        }

        appels = demande.Filtre("etat") switch
        {
            "impayes" => appels.Where(a => a.Etat == EtatDAppel.Emis && a.Numero != null),
            "soldes" => appels.Where(a => a.Etat == EtatDAppel.Solde),
            "sans-appel" => appels.Where(a => a.Etat == EtatDAppel.SansAppel),
            "reportes" => appels.Where(a => a.Etat == EtatDAppel.Reporte || a.Etat == EtatDAppel.Repris),
            "sans-titre" => appels.Where(a => a.Numero != null && a.NumeroDeTitre == null),
            "a-rattacher" => appels.Where(a =>
                a.Numero != null && (a.NumeroDeTitre == null || a.DateDeTitre!.Value.Year > a.Exercice)
            ),
            "corrections" => appels.Where(a => a.Rang > 0),
            "mises-en-demeure" => appels.Where(a => a.MiseEnDemeureLe != null && a.Etat == EtatDAppel.Emis),
            _ => appels,
        };
        if (TrancheDeRetard.Toutes.FirstOrDefault(t => t.Code == demande.Filtre("retard")) is { } retard)
        {
            appels = EnRetard(appels, retard, aujourdhui);
        }

        if (ReferenceDAppel.TryParse(demande.Recherche, out var reference))
        {
            return appels.Where(a => a.Exercice == reference!.Exercice && a.Numero == reference.Numero);
        }

        if (demande.Recherche is { Length: > 0 } recherche)
        {
            appels = appels.Where(a => a.Debiteur.Nom.Contains(recherche) || a.NumeroDeTitre == recherche);
        }

        return appels;
    }

    /// <summary>Les impayés d'une ancienneté, comptée comme la balance âgée : du titre, ou de l'appel, plus le délai de paiement.</summary>
    private static IQueryable<AppelDeContribution> EnRetard(
        IQueryable<AppelDeContribution> appels,
        TrancheDeRetard retard,
        DateOnly aujourdhui
    )
    {
        appels = appels.Where(a => a.Etat == EtatDAppel.Emis && a.Numero != null);
        if (retard.Plus > int.MinValue)
        {
            var avant = aujourdhui.AddDays(-retard.Plus);
            appels = appels.Where(a => (a.DateDeTitre ?? a.DateDAppel).AddDays(a.DelaiDePaiement) < avant);
        }

        if (retard.Jusqua < int.MaxValue)
        {
            var depuis = aujourdhui.AddDays(-retard.Jusqua);
            appels = appels.Where(a => (a.DateDeTitre ?? a.DateDAppel).AddDays(a.DelaiDePaiement) >= depuis);
        }

        return appels;
    }

    private static async Task<PageDe<LigneDAppel>> PageAsync(
        IQueryable<AppelDeContribution> appels,
        Demande demande,
        CancellationToken annulation
    )
    {
        var total = await appels.CountAsync(annulation);
        var lignes = await appels
            .OrderByDescending(a => a.Exercice)
            .ThenBy(a => a.Numero == null)
            .ThenBy(a => a.Numero)
            .ThenBy(a => a.Id)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(a => new LigneDAppel(
                a.Id,
                a.Exercice,
                a.Numero,
                a.Nature,
                a.Type,
                a.Collectivite,
                a.Debiteur.Nom,
                a.Etat,
                a.DateDAppel,
                a.Ttc.Centimes,
                a.Corrections.Centimes,
                a.Paye.Centimes,
                a.NumeroDeTitre,
                a.PayeLe,
                a.ExporteLe,
                a.NombreDeRelances,
                a.MiseEnDemeureLe
            ))
            .ToListAsync(annulation);
        return new PageDe<LigneDAppel>(lignes, total);
    }
}
