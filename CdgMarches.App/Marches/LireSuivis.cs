using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Marches;

/// <summary>Un bilan annuel dans la liste.</summary>
public sealed record LigneDeBilan(
    CollectiviteId Collectivite,
    string Nom,
    int Annee,
    DateOnly AttenduLe,
    DateTimeOffset? RenduLe,
    long? DeclareCentimes,
    long EnregistreCentimes,
    int? Satisfaction,
    string? BesoinsRestants,
    string? Incidents
);

/// <summary>Les bilans d'un marché consolidés.</summary>
public sealed record BilanConsolide(int Annee, int Attendus, int Rendus, long DeclareCentimes, double? Satisfaction);

/// <summary>Un incident dans la liste.</summary>
public sealed record LigneDIncident(
    IncidentId Id,
    int Version,
    string Membre,
    string Texte,
    DateOnly DeclareLe,
    DateOnly? TransmisLe,
    DateOnly? ReponduLe,
    string? Reponse,
    long PenalitesCentimes,
    DateOnly? ClosLe
)
{
    public string Etat =>
        ClosLe is not null ? "Clos"
        : ReponduLe is not null ? "Réponse reçue"
        : TransmisLe is not null ? "Transmis au titulaire"
        : "Déclaré";
}

/// <summary>Les suivis d'un marché : bilans des membres, incidents, preuves d'information.</summary>
public sealed class LireSuivis(IDbContextFactory<MarchesDbContext> donnees)
{
    public async Task<PageDe<LigneDeBilan>> BilansAsync(
        Acteur acteur,
        MarcheId id,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var permis = contexte.Marches.DuPerimetre(acteur).Where(m => m.Id == id).Select(m => m.Id);
        var bilans = contexte.BilansDeMembre.AsNoTracking().Where(b => permis.Contains(b.Marche));
        if (int.TryParse(demande.Filtre("annee"), System.Globalization.CultureInfo.InvariantCulture, out var annee))
        {
            bilans = bilans.Where(b => b.Annee == annee);
        }

        if (demande.Filtre("etat") is { } etat)
        {
            bilans = etat == "rendu" ? bilans.Where(b => b.RenduLe != null) : bilans.Where(b => b.RenduLe == null);
        }

        var nommes = bilans.Join(
            contexte.Collectivites,
            b => b.Collectivite,
            c => c.Id,
            (b, c) =>
                new
                {
                    b,
                    c.Nom,
                    c.CleDeTri,
                }
        );
        return new PageDe<LigneDeBilan>(
            await nommes
                .OrderByDescending(x => x.b.Annee)
                .ThenBy(x => x.CleDeTri)
                .ThenBy(x => x.b.Collectivite)
                .Skip(demande.Ignorer)
                .Take(demande.Prendre)
                .Select(x => new LigneDeBilan(
                    x.b.Collectivite,
                    x.Nom,
                    x.b.Annee,
                    x.b.AttenduLe,
                    x.b.RenduLe,
                    x.b.MontantDeclareCentimes,
                    contexte
                        .Commandes.Where(c => c.Marche == id && c.Collectivite == x.b.Collectivite && c.Annee == x.b.Annee)
                        .Sum(c => c.MontantCentimes),
                    x.b.Satisfaction,
                    x.b.BesoinsRestants,
                    x.b.IncidentsEtPenalites
                ))
                .ToListAsync(annulation),
            await nommes.CountAsync(annulation)
        );
    }

    public async Task<IReadOnlyList<BilanConsolide>> ConsolidesAsync(
        Acteur acteur,
        MarcheId id,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var permis = contexte.Marches.DuPerimetre(acteur).Where(m => m.Id == id).Select(m => m.Id);
        return await contexte
            .BilansDeMembre.Where(b => permis.Contains(b.Marche))
            .GroupBy(b => b.Annee)
            .OrderByDescending(g => g.Key)
            .Select(g => new BilanConsolide(
                g.Key,
                g.Count(),
                g.Sum(b => b.RenduLe != null ? 1 : 0),
                g.Sum(b => b.MontantDeclareCentimes) ?? 0,
                g.Average(b => (double?)b.Satisfaction)
            ))
            .ToListAsync(annulation);
    }

    public async Task<PageDe<LigneDIncident>> IncidentsAsync(
        Acteur acteur,
        MarcheId id,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(acteur.Perimetre.EstCdg ? Droits.ConsulterCdg : Droits.Espace);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var permis = (acteur.Perimetre.EstCdg ? contexte.Marches.DuPerimetre(acteur) : contexte.DesMembres(acteur)).Select(m =>
            m.Id
        );
        var incidents = contexte.Incidents.AsNoTracking().Where(i => i.Marche == id && permis.Contains(i.Marche));
        if (!acteur.Perimetre.EstCdg)
        {
            var siennes = acteur.Perimetre.Collectivites.ToList();
            incidents = incidents.Where(i => siennes.Contains(i.Collectivite));
        }

        return new PageDe<LigneDIncident>(
            await incidents
                .OrderBy(i => i.ClosLe != null)
                .ThenByDescending(i => i.DeclareLe)
                .ThenBy(i => i.Id)
                .Skip(demande.Ignorer)
                .Take(demande.Prendre)
                .Select(i => new LigneDIncident(
                    i.Id,
                    i.Version,
                    contexte.Collectivites.Where(c => c.Id == i.Collectivite).Select(c => c.Nom).First(),
                    i.Texte,
                    i.DeclareLe,
                    i.TransmisLe,
                    i.ReponduLe,
                    i.Reponse,
                    i.PenalitesCentimes,
                    i.ClosLe
                ))
                .ToListAsync(annulation),
            await incidents.CountAsync(annulation)
        );
    }
}

/// <summary>Un marché tel qu'un membre de sa liste figée le voit.</summary>
public sealed record MarcheDuMembre(
    MarcheId Id,
    string Reference,
    string Objet,
    IReadOnlyList<string> Titulaires,
    EtatDeMarche Etat,
    DateOnly? Debut,
    DateOnly? Fin,
    IReadOnlyList<CollectiviteDuMembre> Siennes,
    IReadOnlyList<LigneDeBilan> Bilans
);

/// <summary>Une collectivité de l'acteur, et ce qu'elle a commandé.</summary>
public sealed record CollectiviteDuMembre(CollectiviteId Id, string Nom, long Centimes)
{
    /// <summary>Sa part du minimum garanti, sur toute la durée (RG5.23) ; nulle s'il n'y en a pas, ou si elle n'en a pas demandé.</summary>
    public MontantHt? Minimum { get; init; }
}

/// <summary>Lit, pour un membre, un marché dont il est acheteur figé.</summary>
public sealed class LireMarcheDuMembre(IDbContextFactory<MarchesDbContext> donnees)
{
    public async Task<MarcheDuMembre?> ExecuterAsync(Acteur acteur, MarcheId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Espace);
        var siennes = acteur.Perimetre.Collectivites.ToList();
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var marche = await contexte.DesMembres(acteur).AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, annulation);
        if (marche is null)
        {
            return null;
        }

        var membres = await contexte
            .MembresFiges.AsNoTracking()
            .Where(f => f.Procedure == marche.Procedure && f.Lot == marche.Lot && siennes.Contains(f.Collectivite))
            .Select(f => new CollectiviteDuMembre(
                f.Collectivite,
                f.Nom,
                contexte.Commandes.Where(c => c.Marche == id && c.Collectivite == f.Collectivite).Sum(c => c.MontantCentimes)
            ))
            .ToListAsync(annulation);
        var minimums = await contexte.PartsDuMinimumAsync(marche.Procedure, marche.Lot, marche.Minimum, annulation);
        var bilans = await contexte
            .BilansDeMembre.AsNoTracking()
            .Where(b => b.Marche == id && siennes.Contains(b.Collectivite))
            .OrderByDescending(b => b.Annee)
            .ToListAsync(annulation);
        var parAnnee = await contexte
            .Commandes.Where(c => c.Marche == id && siennes.Contains(c.Collectivite))
            .GroupBy(c => new { c.Collectivite, c.Annee })
            .Select(g => new { g.Key, Somme = g.Sum(c => c.MontantCentimes) })
            .ToListAsync(annulation);
        return new MarcheDuMembre(
            id,
            marche.Reference,
            marche.Objet,
            [.. marche.Titulaires.OrderBy(t => t.Numero).Select(t => t.Nom)],
            marche.Etat,
            marche.Debut,
            marche.Fin,
            [.. membres.Select(m => m with { Minimum = minimums.TryGetValue(m.Id, out var part) ? part : null })],
            [
                .. bilans.Select(b => new LigneDeBilan(
                    b.Collectivite,
                    membres.Find(m => m.Id == b.Collectivite)?.Nom ?? "",
                    b.Annee,
                    b.AttenduLe,
                    b.RenduLe,
                    b.MontantDeclareCentimes,
                    parAnnee.Find(s => s.Key.Collectivite == b.Collectivite && s.Key.Annee == b.Annee)?.Somme ?? 0,
                    b.Satisfaction,
                    b.BesoinsRestants,
                    b.IncidentsEtPenalites
                )),
            ]
        );
    }
}
