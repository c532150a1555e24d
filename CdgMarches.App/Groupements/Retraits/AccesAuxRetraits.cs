using CdgMarches.Database;
using CdgMarches.Database.Groupements;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Retraits;

/// <summary>Ce qu'une capacité dit des suites d'un retrait : minima, siège à la commission, contributions… (RG1.32).</summary>
public interface ISuitesDeRetrait
{
    Task<IReadOnlyList<SuiteDeRetrait>> LireAsync(
        MarchesDbContext contexte,
        DossierDeRetrait dossier,
        CancellationToken annulation
    );
}

internal static class AccesAuxRetraits
{
    /// <inheritdoc cref="AccesAuxGroupements.AGererAsync{T}"/>
    public static Task<DossierDeRetrait> RetraitAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        DossierDeRetraitId id,
        CancellationToken annulation
    ) => contexte.DossiersDeRetrait.AGererAsync(acteur, d => d.Groupement, d => d.Id == id, annulation);

    public static async Task<FaitsDeRetrait> FaitsAsync(
        this MarchesDbContext contexte,
        DossierDeRetrait dossier,
        Groupement groupement,
        DateOnly jour,
        CancellationToken annulation
    ) =>
        new(
            await contexte.NomAsync(dossier.Collectivite, annulation),
            groupement.Coordonnateur == dossier.Collectivite,
            groupement.Regles.SortieDuCoordonnateur,
            await contexte.AutresMembresAsync(dossier.Groupement, dossier.Collectivite, dossier.SortieLe ?? jour, annulation),
            await contexte.ProcedureEnCoursAsync(dossier.Groupement, annulation)
        );

    /// <summary>
    /// À combien de membres le groupement descendra après la sortie d'un membre, celui-ci déduit : les sorties déjà fixées plus
    /// tard comptent aussi, sans quoi deux départs le même mois le laisseraient à un seul (RG1.35).
    /// </summary>
    public static async Task<int> AutresMembresAsync(
        this MarchesDbContext contexte,
        GroupementId groupement,
        CollectiviteId sauf,
        DateOnly sortie,
        CancellationToken annulation
    )
    {
        var autres = contexte.Adhesions.Where(a => a.Groupement == groupement && a.Collectivite != sauf);
        var plusTard = await autres.Where(a => a.Sortie > sortie).Select(a => a.Sortie!.Value).Distinct().ToListAsync(annulation);
        var reste = int.MaxValue;
        foreach (var dernierJour in plusTard.Append(sortie).Where(d => d < DateOnly.MaxValue))
        {
            var alors = await autres
                .EnVigueur(dernierJour.AddDays(1))
                .Select(a => a.Collectivite)
                .Distinct()
                .CountAsync(annulation);
            reste = Math.Min(reste, alors);
        }

        return reste;
    }

    /// <summary>
    /// Les jours où la délibération de retrait du coordonnateur est votée, puis exécutoire, et la sortie qu'elle fixe, son dossier
    /// étant annoncé ou constaté (RG1.33). Au préavis, une délibération exécutoire après la sortie n'en est plus une : il est caduc (RG1.31).
    /// </summary>
    public static async Task<(DateOnly? VoteeLe, DateOnly? ExecutoireLe, DateOnly? SortieLe)> DepartDuCoordonnateurAsync(
        this MarchesDbContext contexte,
        Groupement groupement,
        CancellationToken annulation
    )
    {
        var decide = (
            await contexte
                .DossiersDeRetrait.AsNoTracking()
                .Where(d => d.Groupement == groupement.Id && d.Collectivite == groupement.Coordonnateur)
                .Where(d => d.Etat == EtatDeRetrait.Annonce || d.Etat == EtatDeRetrait.Constate)
                .ToListAsync(annulation)
        )
            .Where(d => !(d.Deliberation.ExecutoireLe > d.SortieLe))
            .MaxBy(d => d.Deliberation.ExecutoireLe);
        return (decide?.Deliberation.AdopteeLe, decide?.Deliberation.ExecutoireLe, decide?.SortieLe);
    }

    /// <summary>Vrai si celui qui coordonne encore a un retrait constaté : le groupement finit avec lui.</summary>
    public static Task<bool> RetraitConstateDuCoordonnateurAsync(
        this MarchesDbContext contexte,
        Groupement groupement,
        CancellationToken annulation
    ) =>
        contexte.DossiersDeRetrait.AnyAsync(
            d => d.Groupement == groupement.Id && d.Collectivite == groupement.Coordonnateur && d.Etat == EtatDeRetrait.Constate,
            annulation
        );

    /// <summary>Combien de membres resteraient au lendemain d'un jour, ceux dont le départ est délibéré d'ici là déduits (RG1.35).</summary>
    public static Task<int> MembresRestantsAsync(
        this MarchesDbContext contexte,
        GroupementId groupement,
        DateOnly dernierJour,
        CancellationToken annulation
    )
    {
        var lendemain = dernierJour < DateOnly.MaxValue ? dernierJour.AddDays(1) : dernierJour;
        var partants = contexte
            .DossiersDeRetrait.Where(d => d.Groupement == groupement && d.Etat == EtatDeRetrait.Annonce)
            .Where(d => d.SortieLe <= dernierJour)
            // Executory by the exit at the latest: later, a notice has lapsed and its member stays (RG1.31).
            .Where(d => d.Deliberation.PublieeLe <= d.SortieLe && d.Deliberation.TransmiseLe <= d.SortieLe)
            .Select(d => d.Adhesion);
        return contexte
            .Adhesions.EnVigueur(lendemain)
            .Where(a => a.Groupement == groupement && !partants.Contains(a.Id))
            .Select(a => a.Collectivite)
            .Distinct()
            .CountAsync(annulation);
    }

    /// <summary>Combien de membres, parmi ceux qui restent, n'ont pas encore la preuve d'avoir été informés.</summary>
    public static async Task<int> NonInformesAsync(
        this MarchesDbContext contexte,
        string objetType,
        Guid objetId,
        CancellationToken annulation
    )
    {
        var preuves = contexte.PreuvesDInformation.Where(p => p.ObjetType == objetType && p.ObjetId == objetId);
        var informes = preuves.Faites(contexte).Select(p => p.Collectivite);
        return await preuves
            .Where(p => !informes.Contains(p.Collectivite))
            .Select(p => p.Collectivite)
            .Distinct()
            .CountAsync(annulation);
    }
}
