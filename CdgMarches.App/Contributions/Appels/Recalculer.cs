using CdgMarches.App.Contributions.Calcul;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Appels;

/// <summary>Un appel dont les faits d'aujourd'hui ne donnent plus le montant.</summary>
public sealed record AppelARevoir(
    AppelDeContributionId Id,
    string Reference,
    CollectiviteId Collectivite,
    string Nom,
    MontantHt Appele,
    PropositionDeCorrection Proposition
);

/// <summary>Refait le calcul d'appels émis avec les faits d'aujourd'hui, et propose la correction (RG6.11).</summary>
/// <remarks>
/// Une dénonciation ou une sortie en cours d'année raccourcit la présence : la réduction au prorata se lit là. Un appel fait sur
/// une prévision se régularise de même, quand le nombre réel est connu.
/// </remarks>
public sealed class Recalculer(IDbContextFactory<MarchesDbContext> donnees)
{
    /// <summary>Les appels d'un exercice à revoir : sorties, dénonciations, régularisations.</summary>
    public async Task<IReadOnlyList<AppelARevoir>> ExerciceAsync(
        Acteur acteur,
        int exercice,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var appels = await contexte
            .Appels.AsNoTracking()
            .DuPerimetre(acteur)
            .Where(a => a.Exercice == exercice && a.Rang == 0 && a.Numero != null && a.Grille != null)
            .ToListAsync(annulation);
        var corrections = (
            await contexte.Appels.AsNoTracking().Where(a => a.Exercice == exercice && a.Rectifie != null).ToListAsync(annulation)
        ).ToLookup(a => a.Rectifie!.Value);
        List<AppelARevoir> aRevoir = [];
        foreach (var lignee in appels.GroupBy(a => (a.Type, a.Groupement)))
        {
            var faits = await FaitsAsync(contexte, [.. lignee], annulation);
            var baremes = await BaremesAsync(contexte, [.. lignee.Select(a => a.Grille!.Value).Distinct()], annulation);
            aRevoir.AddRange(
                from appel in lignee
                let proposition = Comparer(
                    appel,
                    [.. corrections[appel.Id]],
                    faits.GetValueOrDefault(appel.SourceId),
                    baremes[appel.Grille!.Value]
                )
                where proposition is not null
                select new AppelARevoir(
                    appel.Id,
                    appel.Reference!.ToString(),
                    appel.Collectivite,
                    appel.Debiteur.Nom,
                    appel.Propre,
                    proposition
                )
            );
        }

        var laisses = await LaisserLEcart.LaissesAsync(contexte, aRevoir.ConvertAll(a => a.Id.Valeur), annulation);
        return aRevoir.FindAll(a => !LaisserLEcart.EstLaisse(laisses, a.Id, a.Proposition));
    }

    internal async Task<PropositionDeCorrection?> ProposerAsync(
        MarchesDbContext contexte,
        AppelDeContribution appel,
        IReadOnlyList<AppelDeContribution> corrections,
        CancellationToken annulation
    )
    {
        if (appel is not { Rang: 0, Numero: not null, Grille: { } grille })
        {
            return null;
        }

        var faits = await FaitsAsync(contexte, [appel], annulation);
        var baremes = await BaremesAsync(contexte, [grille], annulation);
        var proposition = Comparer(appel, corrections, faits.GetValueOrDefault(appel.SourceId), baremes[grille]);
        return
            proposition is not null
            && LaisserLEcart.EstLaisse(
                await LaisserLEcart.LaissesAsync(contexte, [appel.Id.Valeur], annulation),
                appel.Id,
                proposition
            )
            ? null
            : proposition;
    }

    private static PropositionDeCorrection? Comparer(
        AppelDeContribution appel,
        IReadOnlyList<AppelDeContribution> corrections,
        FaitsDuRedevable? faits,
        Bareme bareme
    )
    {
        var du = MontantHt.Zero;
        var fiche = "L'acte ne vaut plus aucun jour de l'exercice : rien n'est dû.";
        if (faits is not null)
        {
            var resultat = bareme.Calculer(
                faits with
                {
                    // What the call counted stays counted; only presence and figures known since change it.
                    Agents = appel.Liquidation.Agents ?? faits.Agents,
                    Population = appel.Liquidation.Population ?? faits.Population,
                    Affiliee = appel.Liquidation.Affiliee,
                },
                appel.Exercice
            );
            if (!resultat.EstComplet)
            {
                return null;
            }

            (du, fiche) = (resultat.Montant, resultat.Fiche);
        }

        var deja = appel.Propre + MontantHt.Somme(corrections.Select(c => c.Montant));
        var ecart = du - deja;
        return ecart == MontantHt.Zero ? null
            : du == MontantHt.Zero && appel.Report == MontantHt.Zero
                ? new PropositionDeCorrection(NatureDAppel.Annulation, deja, fiche)
            : ecart.EstNegatif ? new PropositionDeCorrection(NatureDAppel.Reduction, -ecart, fiche)
            : new PropositionDeCorrection(NatureDAppel.Complement, ecart, fiche);
    }

    private static async Task<Dictionary<Guid, FaitsDuRedevable>> FaitsAsync(
        MarchesDbContext contexte,
        IReadOnlyList<AppelDeContribution> appels,
        CancellationToken annulation
    )
    {
        var premier = appels[0];
        var grille = await contexte.Grilles.AsNoTracking().SingleAsync(g => g.Id == premier.Grille!.Value, annulation);
        var definition = grille.Definition();
        var redevables = await contexte.RedevablesAsync(
            Simuler.Assiette(definition, premier.Exercice, premier.DateDAppel, [definition]),
            annulation
        );
        return redevables.ToDictionary(r => r.Redevable.SourceId, r => r.Faits);
    }

    private static async Task<Dictionary<GrilleId, Bareme>> BaremesAsync(
        MarchesDbContext contexte,
        List<GrilleId> grilles,
        CancellationToken annulation
    ) =>
        (await contexte.Grilles.AsNoTracking().Where(g => grilles.Contains(g.Id)).ToListAsync(annulation)).ToDictionary(
            g => g.Id,
            g => new Bareme(g.Definition())
        );
}
