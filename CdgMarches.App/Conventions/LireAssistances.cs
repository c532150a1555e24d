using System.Globalization;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Conventions;

/// <summary>Une demande d'assistance dans le registre.</summary>
public sealed record LigneDAssistance(
    DemandeDAssistanceId Id,
    CollectiviteId Collectivite,
    string Nom,
    string Objet,
    NatureDAssistance Nature,
    NiveauDAssistance Niveau,
    EtatDAssistance Etat,
    DateTimeOffset RecueLe,
    DateTimeOffset? RepondueLe,
    string? Responsable,
    string? Reponse,
    bool ReglementJoint
)
{
    /// <summary>Vrai tant que le règlement de la consultation peut être joint ou remplacé.</summary>
    public bool ReglementAttendu => Nature is NatureDAssistance.ReglementDeConsultation && RepondueLe is null;

    public string AdresseDuReglement => $"/conventions/assistance/{Id.Valeur}/reglement";

    /// <summary>Le temps de réponse ; nul tant qu'elle n'est pas répondue.</summary>
    public TimeSpan? TempsDeReponse => RepondueLe - RecueLe;
}

/// <summary>La fiche d'une demande d'assistance.</summary>
public sealed record FicheDAssistance(
    LigneDAssistance Ligne,
    int Version,
    string? Detail,
    string? Demandeur,
    DateTimeOffset? PriseEnChargeLe,
    Guid? Responsable,
    bool PeutTraiter
);

/// <summary>Le registre des demandes d'assistance, page par page ; un membre y lit les siennes.</summary>
public sealed class LireAssistances(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <summary>Le filtre des demandes reçues ou en cours.</summary>
    public const string SansReponse = "sans-reponse";

    public async Task<PageDe<LigneDAssistance>> ExecuterAsync(
        Acteur acteur,
        Demande demande,
        CollectiviteId? collectivite = null,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var demandes = contexte.DemandesDAssistance.AsNoTracking().DuPerimetre(acteur);
        if (collectivite is { } une)
        {
            demandes = demandes.Where(d => d.Collectivite == une);
        }

        demandes = Filtrer(demandes, demande);
        var total = await demandes.CountAsync(annulation);
        var page = await Lignes(
                contexte,
                (demande.Tri, demande.Decroissant) is ("recue", false)
                    ? demandes.OrderBy(d => d.RecueLe).ThenBy(d => d.Id)
                    : demandes.OrderByDescending(d => d.RecueLe).ThenBy(d => d.Id)
            )
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .ToListAsync(annulation);
        return new PageDe<LigneDAssistance>(page, total);
    }

    private IQueryable<DemandeDAssistance> Filtrer(IQueryable<DemandeDAssistance> demandes, Demande demande)
    {
        foreach (var mot in CleDeTri.Mots(demande.Recherche))
        {
            demandes = demandes.Where(d => d.CleDeTri.Contains(mot));
        }

        if (demande.Filtre("etat") == SansReponse)
        {
            demandes = demandes.Where(d => d.RepondueLe == null);
        }
        else if (Enum.TryParse<EtatDAssistance>(demande.Filtre("etat"), out var etat))
        {
            demandes = demandes.Where(d => d.Etat == etat);
        }

        if (Enum.TryParse<NatureDAssistance>(demande.Filtre("nature"), out var nature))
        {
            demandes = demandes.Where(d => d.Nature == nature);
        }

        if (Enum.TryParse<NiveauDAssistance>(demande.Filtre("niveau"), out var niveau))
        {
            demandes = demandes.Where(d => d.Niveau == niveau);
        }

        if (int.TryParse(demande.Filtre("annee"), CultureInfo.InvariantCulture, out var annee))
        {
            var (debut, fin) = horloge.Annee(annee);
            demandes = demandes.Where(d => d.RecueLe >= debut && d.RecueLe < fin);
        }

        return demandes;
    }

    internal static IQueryable<LigneDAssistance> Lignes(MarchesDbContext contexte, IQueryable<DemandeDAssistance> demandes) =>
        demandes.Select(d => new LigneDAssistance(
            d.Id,
            d.Collectivite,
            contexte.Collectivites.Where(c => c.Id == d.Collectivite).Select(c => c.Nom).First(),
            d.Objet,
            d.Nature,
            d.Niveau,
            d.Etat,
            d.RecueLe,
            d.RepondueLe,
            contexte.Users.Where(u => u.Id == d.Responsable).Select(u => u.Nom).FirstOrDefault(),
            d.Reponse,
            d.Reglement != null
        ));
}

/// <summary>La fiche d'une demande d'assistance du périmètre.</summary>
public sealed class LireAssistance(IDbContextFactory<MarchesDbContext> donnees)
{
    public async Task<FicheDAssistance?> ExecuterAsync(
        Acteur acteur,
        DemandeDAssistanceId id,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var demandes = contexte.DemandesDAssistance.AsNoTracking().DuPerimetre(acteur).Where(d => d.Id == id);
        return
            await demandes.SingleOrDefaultAsync(annulation) is { } d
            && await LireAssistances.Lignes(contexte, demandes).SingleAsync(annulation) is var ligne
            ? new FicheDAssistance(
                ligne,
                d.Version,
                d.Detail,
                d.Demandeur,
                d.PriseEnChargeLe,
                d.Responsable,
                acteur.Peut(Droits.GererConventions) && d.RepondueLe is null
            )
            : null;
    }
}

/// <summary>Une collectivité dans le bilan annuel de l'assistance.</summary>
public sealed record LigneDuBilanDAssistance(
    CollectiviteId Collectivite,
    string Nom,
    int Demandes,
    int PremierNiveau,
    int AuDela,
    int Repondues,
    TimeSpan? TempsMoyen
);

/// <summary>Combien de demandes par collectivité dans l'année, page par page.</summary>
public sealed class LireBilanDAssistance(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<PageDe<LigneDuBilanDAssistance>> ExecuterAsync(
        Acteur acteur,
        Demande demande,
        CollectiviteId? collectivite = null,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var (debut, fin) = horloge.Annee(demande.AnneeDuBilan(horloge));
        var parCollectivite = contexte
            .DemandesDAssistance.AsNoTracking()
            .DuPerimetre(acteur)
            .Where(d => d.RecueLe >= debut && d.RecueLe < fin && (collectivite == null || d.Collectivite == collectivite))
            .GroupBy(d => d.Collectivite)
            .Select(g => new
            {
                Collectivite = g.Key,
                Demandes = g.Count(),
                Premier = g.Sum(d => d.Niveau == NiveauDAssistance.Premier ? 1 : 0),
                Repondues = g.Sum(d => d.RepondueLe != null ? 1 : 0),
                Secondes = g.Sum(d =>
                    d.RepondueLe != null ? FonctionsSql.Secondes(d.RepondueLe) - FonctionsSql.Secondes(d.RecueLe) : 0L
                ),
            });
        var total = await parCollectivite.CountAsync(annulation);
        var page = await parCollectivite
            .OrderByDescending(g => g.Demandes)
            .ThenBy(g => g.Collectivite)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .ToListAsync(annulation);
        var ids = page.Select(g => g.Collectivite).ToList();
        var noms = await contexte
            .Collectivites.Where(c => ids.Contains(c.Id))
            .Select(c => new { c.Id, c.Nom })
            .ToDictionaryAsync(c => c.Id, c => c.Nom, annulation);
        return new PageDe<LigneDuBilanDAssistance>(
            [
                .. page.Select(g => new LigneDuBilanDAssistance(
                    g.Collectivite,
                    noms[g.Collectivite],
                    g.Demandes,
                    g.Premier,
                    g.Demandes - g.Premier,
                    g.Repondues,
                    g.Repondues == 0 ? null : TimeSpan.FromSeconds(g.Secondes / g.Repondues)
                )),
            ],
            total
        );
    }
}

internal static class AccesALAssistance
{
    /// <summary>« 45 min », « 5 h », « 2 jours et 3 h ».</summary>
    public static string EnClair(this TimeSpan temps)
    {
        var minutes = Math.Max(0, (long)temps.TotalMinutes);
        var (jours, heures) = (minutes / (24 * 60), minutes / 60 % 24);
        return jours == 0 && heures == 0 ? $"{Formats.Nombre(minutes)}{Formats.Insecable}min"
            : jours == 0 ? $"{Formats.Nombre(heures)}{Formats.Insecable}h"
            : heures == 0 ? Formats.Compter((int)jours, "jour")
            : $"{Formats.Compter((int)jours, "jour")} et {Formats.Nombre(heures)}{Formats.Insecable}h";
    }

    /// <summary>Toutes pour le CDG ; celles de ses collectivités pour un membre.</summary>
    public static IQueryable<DemandeDAssistance> DuPerimetre(this IQueryable<DemandeDAssistance> demandes, Acteur acteur)
    {
        if (acteur.Perimetre.EstCdg)
        {
            return demandes;
        }

        var siennes = acteur.Perimetre.Collectivites;
        return demandes.Where(d => siennes.Contains(d.Collectivite));
    }

    /// <summary>L'année que la liste demande ; celle qui court, à défaut.</summary>
    public static int AnneeDuBilan(this Demande demande, HorlogeLegale horloge) =>
        int.TryParse(demande.Filtre("annee"), CultureInfo.InvariantCulture, out var annee) ? annee : horloge.Aujourdhui.Year;

    /// <summary>Le premier instant d'une année du CDG, et le premier de la suivante.</summary>
    public static (DateTimeOffset Debut, DateTimeOffset Fin) Annee(this HorlogeLegale horloge, int annee)
    {
        var sure = Math.Clamp(annee, 2000, 2100);
        return (horloge.Minuit(new DateOnly(sure, 1, 1)), horloge.Minuit(new DateOnly(sure + 1, 1, 1)));
    }
}
