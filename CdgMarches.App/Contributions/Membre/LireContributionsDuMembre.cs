using CdgMarches.App.Contributions.Donnees;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Membre;

/// <summary>Un chiffre déclaré, que le membre peut confirmer.</summary>
public sealed record ChiffreDeclare(
    CollectiviteId Collectivite,
    string Nom,
    int Annee,
    int? Reelles,
    int? Estimees,
    DateOnly? ConfirmeLe
);

/// <summary>Les agents déclarés au 1er janvier d'une année, que le membre peut confirmer.</summary>
public sealed record EffectifDuMembre(CollectiviteId Collectivite, string Nom, int Annee, int Agents, DateOnly? ConfirmeLe);

/// <summary>Un appel et sa grille, pour le membre.</summary>
public sealed record AppelDuMembre(AppelDeContribution Appel, Grille? Grille);

/// <summary>Ce que voit un membre de ses contributions.</summary>
public sealed record ContributionsDuMembre(
    IReadOnlyList<ChiffreDeclare> Chiffres,
    IReadOnlyList<EffectifDuMembre> Effectifs,
    IReadOnlyList<AppelDuMembre> Appels
)
{
    /// <summary>Vrai quand des appels plus anciens ne sont pas montrés.</summary>
    public bool EnAPlus => Appels.Count == LireContributionsDuMembre.AuPlus;
}

/// <summary>Mes appels, leur calcul, leur grille, mes chiffres et mes paiements.</summary>
public sealed class LireContributionsDuMembre(IDbContextFactory<MarchesDbContext> donnees)
{
    internal const int AuPlus = 60;

    public async Task<ContributionsDuMembre> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Espace);
        var siennes = acteur.Perimetre.Collectivites;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var chiffres = await (
            from d in contexte.ConsultationsDeclarees.AsNoTracking()
            join c in contexte.Collectivites on d.Collectivite equals c.Id
            where siennes.Contains(d.Collectivite)
            orderby d.Annee descending, c.CleDeTri
            select new ChiffreDeclare(d.Collectivite, c.Nom, d.Annee, d.Reelles, d.Estimees, d.ConfirmeesLe)
        )
            .Take(AuPlus)
            .ToListAsync(annulation);
        var effectifs = await (
            from c in contexte.Collectivites.AsNoTracking()
            where siennes.Contains(c.Id)
            from e in c.Effectifs
            orderby e.Annee descending, c.CleDeTri
            select new EffectifDuMembre(
                c.Id,
                c.Nom,
                e.Annee,
                e.Agents,
                e.Source == ConfirmerEffectif.SourceDuMembre ? e.DeclareLe : null
            )
        )
            .Take(AuPlus)
            .ToListAsync(annulation);
        var appels = await contexte
            .Appels.AsNoTracking()
            .Where(a => siennes.Contains(a.Collectivite))
            .OrderByDescending(a => a.Exercice)
            .ThenBy(a => a.Numero)
            .Take(AuPlus)
            .ToListAsync(annulation);
        var ids = appels.Select(a => a.Grille).OfType<GrilleId>().Distinct().ToList();
        var grilles = await contexte
            .Grilles.AsNoTracking()
            .Where(g => ids.Contains(g.Id))
            .ToDictionaryAsync(g => g.Id, annulation);
        return new ContributionsDuMembre(
            chiffres,
            effectifs,
            [.. appels.Select(a => new AppelDuMembre(a, a.Grille is { } g ? grilles.GetValueOrDefault(g) : null))]
        );
    }
}
