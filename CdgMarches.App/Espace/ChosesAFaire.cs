using CdgMarches.App.Conventions;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Espace;

/// <summary>Les documents qu'un membre doit rendre pour sa convention, ou venir chercher à sa fin.</summary>
internal sealed class ConventionsAFaire(IDbContextFactory<MarchesDbContext> donnees) : ISourceDuMembre
{
    /// <summary>La convention ne fixe pas de délai pour la rendre signée : deux mois depuis son ouverture, d'usage.</summary>
    private const int MoisDUsage = 2;

    public async Task<IReadOnlyList<ChoseAFaire>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var conventions = await contexte
            .ConventionsDAcces.AsNoTracking()
            .AsSplitQuery()
            .DuPerimetre(acteur)
            .Where(c => c.AbandonneeLe == null)
            .Where(c => c.PremierJour == null || (c.Restitution != null && c.Restitution.RecueLe == null))
            .ToListAsync(annulation);
        return [.. conventions.SelectMany(AFaire)];
    }

    private static IEnumerable<ChoseAFaire> AFaire(ConventionDAcces c)
    {
        if (c.PiecesAttendues is { Count: > 0 } attendues)
        {
            yield return new ChoseAFaire(
                "Rendre des documents",
                $"Convention d'accès {c.Reference} : {string.Join(", ", attendues.Select(n => n.Libelle().ToLower(Francais.Culture)))}",
                c.PrepareeLe.AddMonths(MoisDUsage),
                10,
                "Déposer",
                "/espace/conventions"
            );
        }

        if (c.Restitution is { MiseADispositionLe: not null, EstTerminee: false } && c.DernierJour is { } fin)
        {
            yield return new ChoseAFaire(
                "Reprendre nos documents",
                $"Convention d'accès {c.Reference} : ils sont à notre disposition au centre de gestion",
                fin,
                15,
                "Voir lesquels",
                "/espace/conventions"
            );
        }
    }
}

/// <summary>Les dossiers d'adhésion qu'un membre doit compléter.</summary>
internal sealed class AdhesionsAFaire(IDbContextFactory<MarchesDbContext> donnees) : ISourceDuMembre
{
    /// <summary>Sans date attendue, un mois depuis l'ouverture du dossier.</summary>
    private const int MoisDUsage = 1;

    public async Task<IReadOnlyList<ChoseAFaire>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        var siennes = acteur.Perimetre.Collectivites;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var dossiers = await contexte
            .DossiersDAdhesion.AsNoTracking()
            .AsSplitQuery()
            .Where(d => siennes.Contains(d.Collectivite))
            .Where(d => d.Etat == EtatDAdhesion.Invitee || d.Etat == EtatDAdhesion.EnCours)
            .ToListAsync(annulation);
        var groupements = dossiers.Select(d => d.Groupement).Distinct().ToList();
        var noms = await contexte
            .Groupements.Where(g => groupements.Contains(g.Id))
            .Select(g => new { g.Id, g.Nom })
            .ToDictionaryAsync(g => g.Id, g => g.Nom, annulation);
        return
        [
            .. dossiers
                .Where(d => LireAdhesionsDuMembre.Attendus(d).Count > 0)
                .Select(d => new ChoseAFaire(
                    d.CorrectionEnCours is null ? "Compléter notre adhésion" : "Corriger une pièce de notre adhésion",
                    $"{noms[d.Groupement]} : {Formats.Compter(LireAdhesionsDuMembre.Attendus(d).Count, "pièce attendue", "pièces attendues")}",
                    d.AttenduLe ?? d.OuvertLe.AddMonths(MoisDUsage),
                    15,
                    "Voir ce qui manque",
                    "/espace/adhesions"
                )),
        ];
    }
}
