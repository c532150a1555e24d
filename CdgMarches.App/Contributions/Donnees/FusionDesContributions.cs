using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Collectivites;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Donnees;

/// <summary>À la fusion de deux fiches, les consultations du doublon passent à la fiche gardée, sauf si les deux en ont la même année.</summary>
internal sealed class FusionDesConsultations : IReferenceDeCollectivite
{
    public Type Entite => typeof(ConsultationsDeclarees);

    /// <exception cref="RefusException">Les deux fiches ont déclaré la même année.</exception>
    public async Task<int> RepointerAsync(
        MarchesDbContext contexte,
        CollectiviteId doublon,
        CollectiviteId gardee,
        CancellationToken annulation
    )
    {
        var conflit = await contexte
            .ConsultationsDeclarees.Where(d =>
                d.Collectivite == doublon
                && contexte.ConsultationsDeclarees.Any(g => g.Collectivite == gardee && g.Annee == d.Annee)
            )
            .Select(d => (int?)d.Annee)
            .FirstOrDefaultAsync(annulation);
        return conflit is { } annee
            ? throw new RefusException(
                $"Les deux fiches ont déclaré des consultations pour {annee} : on ne sait pas laquelle garder. Rien n'a été fusionné ; corrigez l'une des deux."
            )
            : await contexte
                .ConsultationsDeclarees.Where(d => d.Collectivite == doublon)
                .ExecuteUpdateAsync(
                    s => s.SetProperty(d => d.Collectivite, gardee).SetProperty(d => d.Version, d => d.Version + 1),
                    annulation
                );
    }
}

/// <summary>Le code tiers de la fiche gardée l'emporte sur celui du doublon.</summary>
internal sealed class FusionDesCodesTiers : IReferenceDeCollectivite
{
    public Type Entite => typeof(CodeTiers);

    public async Task<int> RepointerAsync(
        MarchesDbContext contexte,
        CollectiviteId doublon,
        CollectiviteId gardee,
        CancellationToken annulation
    )
    {
        await contexte
            .CodesTiers.Where(c =>
                c.Collectivite == doublon && contexte.CodesTiers.Any(g => g.Collectivite == gardee && g.Profil == c.Profil)
            )
            .ExecuteDeleteAsync(annulation);
        return await contexte
            .CodesTiers.Where(c => c.Collectivite == doublon)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.Collectivite, gardee), annulation);
    }
}
