using CdgMarches.App.Contributions.Calcul;
using CdgMarches.App.Contributions.Recouvrement;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Appels;

/// <summary>Le suivi d'un appel : titre, paiements, Chorus.</summary>
public sealed class SuivreAppel(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public Task TitrerAsync(
        Acteur acteur,
        AppelDeContributionId id,
        int versionLue,
        string? numero,
        DateOnly? date,
        CancellationToken annulation = default
    ) =>
        AgirAsync(
            acteur,
            id,
            versionLue,
            async (contexte, appel) =>
                appel.Titrer(numero, date, horloge.Aujourdhui, await AutreAsync(contexte, appel, numero, annulation)),
            annulation
        );

    /// <summary>Note un paiement ; celui qui solde l'appel éteint aussi la mise en demeure de la convention (RG6.21).</summary>
    public Task EncaisserAsync(
        Acteur acteur,
        AppelDeContributionId id,
        int versionLue,
        DateOnly? le,
        MontantTtc montant,
        string? reference,
        CancellationToken annulation = default
    ) =>
        AgirAsync(
            acteur,
            id,
            versionLue,
            (contexte, appel) =>
            {
                appel.Encaisser(le, montant, reference, horloge.Aujourdhui);
                return contexte.EteindreLesMisesEnDemeureAsync([appel], horloge.Aujourdhui, annulation);
            },
            annulation
        );

    public Task PreciserChorusAsync(
        Acteur acteur,
        AppelDeContributionId id,
        int versionLue,
        string? codeDuService,
        string? numeroDEngagement,
        CancellationToken annulation = default
    ) =>
        AgirAsync(
            acteur,
            id,
            versionLue,
            (_, appel) =>
            {
                appel.PreciserChorus(codeDuService, numeroDEngagement);
                return Task.CompletedTask;
            },
            annulation
        );

    /// <summary>L'appel du même exercice qui porte déjà ce numéro ; un mandat, sur exercice clos, a sa propre suite.</summary>
    private static async Task<ReferenceDAppel?> AutreAsync(
        MarchesDbContext contexte,
        AppelDeContribution appel,
        string? numero,
        CancellationToken annulation
    )
    {
        if (string.IsNullOrWhiteSpace(numero))
        {
            return null;
        }

        var cherche = numero.Trim();
        var autre = await contexte
            .Appels.Where(a => a.Exercice == appel.Exercice && a.NumeroDeTitre == cherche && a.Numero != null)
            .Where(a => a.Id != appel.Id && a.SurExerciceClos == appel.SurExerciceClos)
            .Select(a => a.Numero)
            .FirstOrDefaultAsync(annulation);
        return autre is { } rang ? new ReferenceDAppel(appel.Exercice, rang) : null;
    }

    private async Task AgirAsync(
        Acteur acteur,
        AppelDeContributionId id,
        int versionLue,
        Func<MarchesDbContext, AppelDeContribution, Task> intention,
        CancellationToken annulation
    )
    {
        acteur.Exiger(Droits.PreparerContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var appel = await contexte.AppelAsync(acteur, id, annulation);
        contexte.ExigerVersion(appel, versionLue);
        await intention(contexte, appel);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}

/// <summary>Corrige un appel émis par une ligne liée et numérotée ; l'appel lui-même ne change pas (RG6.11).</summary>
/// <remarks>
/// Un complément trop petit pour être recouvré est reporté, comme un appel (RG6.15). La ligne du compteur de l'exercice est prise
/// d'abord : une clôture en cours attend, ou l'a emporté et la correction le sait.
/// </remarks>
public sealed class RectifierAppel(IDbContextFactory<MarchesDbContext> donnees, LireMentions mentions, HorlogeLegale horloge)
{
    /// <returns>La ligne de correction.</returns>
    public async Task<AppelDeContribution> ExecuterAsync(
        Acteur acteur,
        AppelDeContributionId id,
        int versionLue,
        NatureDAppel nature,
        MontantHt montant,
        string? motif,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ValiderContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var appel = await contexte.AppelAsync(acteur, id, jeton);
                contexte.ExigerVersion(appel, versionLue);
                var deja = await contexte
                    .Appels.Where(a => a.Rectifie == id)
                    .Select(a => new { a.Nature, a.Montant.Centimes })
                    .ToListAsync(jeton);
                var retire = MontantHt.DeCentimes(deja.Where(c => c.Nature is not NatureDAppel.Complement).Sum(c => c.Centimes));
                appel.PeutRectifier(nature, montant, retire, motif).Exiger();
                await contexte.NumeroterEnSerieAsync(ReferenceDAppel.Serie(appel.Exercice), 0, jeton);
                var clos = await contexte.ClotureAsync(appel.Exercice, jeton) is not null;
                var exercice = appel.ExerciceDeLaCorrection(nature, horloge.Aujourdhui, clos);
                var rang = await DernierRangAsync(contexte, appel, exercice, jeton);
                var seuil = await mentions.SeuilAsync(horloge.Aujourdhui, jeton);
                var reporte =
                    nature is NatureDAppel.Complement
                    && AppelDeContribution.IssueDe(montant, MontantHt.Zero, appel.Tva, seuil) is EtatDAppel.Reporte;
                int? numero = reporte ? null : await contexte.NumeroterAsync(ReferenceDAppel.Serie(exercice), jeton);
                var ligne = appel.Rectifier(nature, montant, retire, motif, rang + 1, numero, horloge.Aujourdhui, clos);
                contexte.Add(ligne);
                await contexte.EteindreLesMisesEnDemeureAsync([appel], horloge.Aujourdhui, jeton);
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return ligne;
            },
            annulation
        );
    }

    /// <summary>Le dernier rang pris par la dette dans l'exercice où la correction s'écrit.</summary>
    private static async Task<int> DernierRangAsync(
        MarchesDbContext contexte,
        AppelDeContribution appel,
        int exercice,
        CancellationToken annulation
    ) =>
        await contexte
            .Appels.Where(a =>
                a.SourceId == appel.SourceId && a.Exercice == exercice && a.Type == appel.Type && a.Occurrence == appel.Occurrence
            )
            .Select(a => (int?)a.Rang)
            .MaxAsync(annulation)
        ?? 0;
}
