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
            .Where(a => a.Exercice == exercice && a.Rang == 0 && a.Etat != EtatDAppel.Repris && a.Grille != null)
            .ToListAsync(annulation);
        var corrections = (
            await contexte
                .Appels.AsNoTracking()
                .Where(a => a.Rectifie != null && contexte.Appels.Any(o => o.Id == a.Rectifie && o.Exercice == exercice))
                .ToListAsync(annulation)
        ).ToLookup(a => a.Rectifie!.Value);
        var exonerees = await ExonereesAsync(contexte, appels, annulation);
        List<AppelARevoir> aRevoir = [];
        foreach (var lot in appels.GroupBy(a => (Grille: a.Grille!.Value, a.JourDAppreciation, a.ExerciceCalcule)))
        {
            var (bareme, faits) = await LireAsync(
                contexte,
                lot.Key.Grille,
                lot.Key.ExerciceCalcule,
                lot.Key.JourDAppreciation,
                null,
                annulation
            );
            aRevoir.AddRange(
                from appel in lot
                where !exonerees.Contains((appel.Campagne, appel.SourceId))
                let proposition = Comparer(appel, [.. corrections[appel.Id]], faits.GetValueOrDefault(appel.SourceId), bareme)
                where proposition is not null
                select new AppelARevoir(
                    appel.Id,
                    appel.Reference?.ToString() ?? appel.Etat.Libelle(),
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
        if (
            appel is not { Rang: 0, Etat: not EtatDAppel.Repris, Grille: { } grille }
            || (await ExonereesAsync(contexte, [appel], annulation)).Contains((appel.Campagne, appel.SourceId))
        )
        {
            return null;
        }

        var (bareme, faits) = await LireAsync(
            contexte,
            grille,
            appel.ExerciceCalcule,
            appel.JourDAppreciation,
            appel.SourceId,
            annulation
        );
        var proposition = Comparer(appel, corrections, faits.GetValueOrDefault(appel.SourceId), bareme);
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
            var resultat = bareme.Calculer(appel.Numero is null ? faits : Comptes(appel, faits), appel.ExerciceCalcule);
            if (!resultat.EstComplet)
            {
                return null;
            }

            (du, fiche) = (resultat.Montant, resultat.Fiche);
        }

        var deja = appel.Propre + MontantHt.Somme(corrections.Select(c => c.Montant));
        var ecart = du - deja;
        return ecart == MontantHt.Zero || (appel.Numero is null && ecart.EstNegatif) ? null
            : du == MontantHt.Zero && appel.Report == MontantHt.Zero
                ? new PropositionDeCorrection(NatureDAppel.Annulation, deja, fiche)
            : ecart.EstNegatif ? new PropositionDeCorrection(NatureDAppel.Reduction, -ecart, fiche)
            : new PropositionDeCorrection(NatureDAppel.Complement, ecart, fiche);
    }

    /// <summary>Ce qu'un appel a compté reste compté : seuls la présence et les chiffres connus depuis le changent.</summary>
    private static FaitsDuRedevable Comptes(AppelDeContribution appel, FaitsDuRedevable faits) =>
        faits with
        {
            Agents = appel.Liquidation.Agents ?? faits.Agents,
            AgentsDesEtablissements = appel.Liquidation.AgentsDesEtablissements ?? faits.AgentsDesEtablissements,
            Population = appel.Liquidation.Population ?? faits.Population,
            Affiliee = appel.Liquidation.Affiliee,
        };

    /// <summary>Les dettes qu'une décision a mises à zéro : un chiffre qui change n'y revient pas.</summary>
    private static async Task<HashSet<(CampagneDAppelId?, Guid)>> ExonereesAsync(
        MarchesDbContext contexte,
        IReadOnlyList<AppelDeContribution> appels,
        CancellationToken annulation
    )
    {
        var campagnes = appels
            .Where(a => a.Numero is null)
            .Select(a => a.Campagne)
            .OfType<CampagneDAppelId>()
            .Distinct()
            .ToList();
        return campagnes.Count == 0
            ? []
            :
            [
                .. (
                    await contexte.CampagnesDAppel.AsNoTracking().Where(c => campagnes.Contains(c.Id)).ToListAsync(annulation)
                ).SelectMany(c => c.Exonerations, (c, e) => ((CampagneDAppelId?)c.Id, e.SourceId)),
            ];
    }

    /// <summary>La version sous laquelle des appels sont faits, et les faits d'aujourd'hui lus comme elle les lit.</summary>
    /// <param name="contexte">La base.</param>
    /// <param name="id">La version.</param>
    /// <param name="exercice">L'exercice.</param>
    /// <param name="date">Le jour où la situation s'apprécie.</param>
    /// <param name="acte">Le seul acte à lire ; nul pour tous.</param>
    /// <param name="annulation">Abandonne.</param>
    private static async Task<(Bareme Bareme, Dictionary<Guid, FaitsDuRedevable> Faits)> LireAsync(
        MarchesDbContext contexte,
        GrilleId id,
        int exercice,
        DateOnly date,
        Guid? acte,
        CancellationToken annulation
    )
    {
        var grille = (await contexte.Grilles.AsNoTracking().SingleAsync(g => g.Id == id, annulation)).Definition();
        var redevables = await contexte.RedevablesAsync(Simuler.Assiette(grille, exercice, date, [grille], acte), annulation);
        return (
            new Bareme(grille),
            redevables.ToDictionary(
                r => r.Redevable.SourceId,
                r => Simuler.SansAppel(r.Place) is { } place ? r.Faits with { Exoneration = place } : r.Faits
            )
        );
    }
}
