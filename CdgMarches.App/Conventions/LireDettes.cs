using CdgMarches.App.Contributions;
using CdgMarches.App.Contributions.Appels;
using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Conventions;

/// <summary>Ce qu'une convention a fait appeler, et ce qu'il en reste dû : ce dont partent mises en demeure et prorata.</summary>
/// <param name="Appel">L'appel, dans les contributions.</param>
/// <param name="Reference">Sa référence.</param>
/// <param name="Exercice">Son exercice.</param>
/// <param name="Titre">Le titre de recettes ; nul tant qu'il n'est pas émis.</param>
/// <param name="EchuLe">La date limite de paiement.</param>
/// <param name="Appele">Ce qui est appelé, toutes taxes comprises.</param>
/// <param name="ResteDu">Ce qui n'est pas payé.</param>
/// <param name="SoldeLe">Le jour où il a été soldé.</param>
/// <param name="Proposition">Ce que les faits d'aujourd'hui changent au montant : la réduction au prorata d'une fin.</param>
public sealed record DetteDeLaConvention(
    AppelDeContributionId Appel,
    string Reference,
    int Exercice,
    string? Titre,
    DateOnly EchuLe,
    MontantTtc Appele,
    MontantTtc ResteDu,
    DateOnly? SoldeLe,
    PropositionDeCorrection? Proposition
)
{
    public bool EstImpayee(DateOnly jour) => ResteDu > MontantTtc.Zero && EchuLe < jour;
}

/// <summary>Lit les appels d'une convention du périmètre, les plus récents d'abord.</summary>
public sealed class LireDettes(IDbContextFactory<MarchesDbContext> donnees, Recalculer recalculer)
{
    /// <summary>Un appel par exercice : douze suffisent à ce qui peut encore être réclamé (RG6.31).</summary>
    private const int AuPlus = 12;

    public async Task<IReadOnlyList<DetteDeLaConvention>> ExecuterAsync(
        Acteur acteur,
        ConventionDAccesId id,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var appels = await contexte
            .Appels.AsNoTracking()
            .DuPerimetre(acteur)
            .Where(a => a.Source == SourceDeDette.Convention && a.SourceId == id.Valeur && a.Rang == 0 && a.Numero != null)
            .OrderByDescending(a => a.Exercice)
            .ThenByDescending(a => a.Numero)
            .Take(AuPlus)
            .ToListAsync(annulation);
        if (appels.Count == 0)
        {
            return [];
        }

        var ids = appels.Select(a => a.Id).ToList();
        var corrections = (
            await contexte
                .Appels.AsNoTracking()
                .Where(a => a.Rectifie != null && ids.Contains(a.Rectifie.Value))
                .ToListAsync(annulation)
        ).ToLookup(a => a.Rectifie!.Value);
        List<DetteDeLaConvention> dettes = [];
        foreach (var a in appels)
        {
            dettes.Add(
                new DetteDeLaConvention(
                    a.Id,
                    a.Reference!.ToString(),
                    a.Exercice,
                    a.NumeroDeTitre,
                    a.EcheanceDePaiement,
                    a.Ttc,
                    a.ResteDu,
                    a.Etat is EtatDAppel.Solde ? a.PayeLe : null,
                    await recalculer.ProposerAsync(contexte, a, [.. corrections[a.Id]], annulation)
                )
            );
        }

        return dettes;
    }
}
