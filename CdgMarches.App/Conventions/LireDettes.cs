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
/// <param name="Nature">L'appel lui-même, ou un complément, qui se paie à part.</param>
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
    NatureDAppel Nature,
    PropositionDeCorrection? Proposition
)
{
    public bool EstImpayee(DateOnly jour) => ResteDu > MontantTtc.Zero && EchuLe < jour;
}

/// <summary>Lit les appels d'une convention du périmètre et leurs compléments, les plus récents d'abord.</summary>
public sealed class LireDettes(IDbContextFactory<MarchesDbContext> donnees, Recalculer recalculer)
{
    /// <summary>Ce qui est soldé ne se montre que pour mémoire ; ce qui reste dû se montre toujours.</summary>
    private const int SoldesAuPlus = 12;

    public async Task<IReadOnlyList<DetteDeLaConvention>> ExecuterAsync(
        Acteur acteur,
        ConventionDAccesId id,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var siens = contexte
            .Appels.AsNoTracking()
            .DuPerimetre(acteur)
            .QuiSePaient()
            .Where(a => a.Source == SourceDeDette.Convention && a.SourceId == id.Valeur && a.Numero != null);
        List<AppelDeContribution> appels =
        [
            .. await siens.Where(a => a.Etat == EtatDAppel.Emis).ToListAsync(annulation),
            .. await siens
                .Where(a => a.Etat != EtatDAppel.Emis)
                .OrderByDescending(a => a.Exercice)
                .ThenByDescending(a => a.Numero)
                .Take(SoldesAuPlus)
                .ToListAsync(annulation),
        ];
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
        foreach (var a in appels.OrderByDescending(a => a.Exercice).ThenByDescending(a => a.Numero))
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
                    a.Nature,
                    await recalculer.ProposerAsync(contexte, a, [.. corrections[a.Id]], annulation)
                )
            );
        }

        return dettes;
    }
}
