using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Retraits;

/// <summary>Ce que les dossiers d'un groupement disent de sa dissolution.</summary>
internal static class FaitsDesDissolutions
{
    /// <summary>Ce que les causes de dissolution supposent, lu dans les retraits, les membres, la convention et ses avenants.</summary>
    public static async Task<FaitsDOuvertureDeDissolution> FaitsDOuvertureAsync(
        this MarchesDbContext contexte,
        Groupement groupement,
        DateOnly dernierJour,
        IReadOnlyCollection<FinDeMarche> fins,
        CancellationToken annulation
    )
    {
        var convention = await contexte
            .ConventionsConstitutives.AsNoTracking()
            .SingleOrDefaultAsync(c => c.Groupement == groupement.Id, annulation);
        var depart = await contexte.DepartDuCoordonnateurAsync(groupement, annulation);
        var avenant = await contexte
            .AvenantsDeConvention.AsNoTracking()
            .Where(a => a.Groupement == groupement.Id && a.Genre == GenreDAvenant.Dissolution && a.Etat == EtatDAvenant.EnVigueur)
            .OrderByDescending(a => a.EffetLe)
            .Select(a => new
            {
                a.EffetLe,
                a.TexteNouveau,
                SoumisLe = a.TexteLe ?? a.SoumisLe,
                VoteLe = contexte.ApprobationsDAvenant.Where(p => p.Avenant == a.Id).Max(p => p.Deliberation.AdopteeLe),
            })
            .FirstOrDefaultAsync(annulation);
        return new FaitsDOuvertureDeDissolution(
            groupement.Etat,
            groupement.Debut,
            await contexte.DissolutionOuverteLeAsync(groupement.Id, annulation),
            depart.ExecutoireLe,
            await contexte.MembresRestantsAsync(groupement.Id, dernierJour, annulation),
            convention?.Terme(fins) ?? groupement.Fin,
            avenant?.EffetLe
        )
        {
            DepartVoteLe = depart.VoteeLe,
            SortieDuCoordonnateur = depart.SortieLe,
            AvenantVoteLe = avenant?.VoteLe,
            AvenantSoumisLe = avenant?.SoumisLe,
            ConventionEnVigueurLe = convention?.EnVigueurLe,
            JoursDuTexteVote = [.. DatesEnClair.Lire(avenant?.TexteNouveau).Where(d => d >= avenant?.EffetLe)],
        };
    }

    /// <summary>Le jour où une dissolution a déjà été ouverte, s'il y en a une que l'on n'a pas abandonnée.</summary>
    public static Task<DateOnly?> DissolutionOuverteLeAsync(
        this MarchesDbContext contexte,
        GroupementId groupement,
        CancellationToken annulation
    ) =>
        contexte
            .Dissolutions.Where(d => d.Groupement == groupement && d.AbandonneeLe == null)
            .Select(d => (DateOnly?)d.OuverteLe)
            .SingleOrDefaultAsync(annulation);
}
