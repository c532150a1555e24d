using CdgMarches.App.Contributions.Appels;
using CdgMarches.App.Contributions.Calcul;
using CdgMarches.App.Contributions.Campagnes;
using CdgMarches.App.Contributions.Finances;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Contributions.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Contributions;

/// <summary>La clôture d'un exercice face à une émission en cours, et ce qui reste dû après elle.</summary>
public sealed class ClotureTests : IAsyncLifetime
{
    private const int Exercice = 2026;

    private BancDesContributions _banc = null!;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _banc = await BancDesContributions.CreerAsync((420, 87), (120, 5));

    public ValueTask DisposeAsync() => _banc.DisposeAsync();

    [Fact]
    public async Task Une_cloture_en_cours_l_emporte_sur_l_emission_qui_l_attend()
    {
        var id = await _banc.ValiderAsync();
        _banc.Avancer(330);
        Task<BilanDEmission> emission = null!;
        await using (var cloture = await _banc.OuvrirAsync())
        {
            await cloture.EnTransactionAsync(
                async jeton =>
                {
                    await cloture.NumeroterEnSerieAsync(ReferenceDAppel.Serie(Exercice), 0, jeton);
                    emission = Task.Run(
                        () => _banc.Le<EmettreAppels>().ExecuterAsync(Agents.Finances, id, annulation: jeton),
                        jeton
                    );
                    await Task.Delay(TimeSpan.FromMilliseconds(400), jeton);
                    Assert.False(emission.IsCompleted);
                    var exercice = ExerciceDAppel.Ouvrir(Exercice);
                    exercice.Clore(_banc.Le<HorlogeLegale>().Aujourdhui, "Dominique");
                    cloture.Add(exercice);
                    await cloture.EnregistrerAsync(Agents.Finances, _banc.Socle.Horloge.Instant, jeton);
                },
                Annulation
            );
        }

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => emission);

        Assert.Contains("L'exercice 2026 est clos", refus.Message, StringComparison.Ordinal);
        await using var relu = await _banc.OuvrirAsync();
        Assert.False(await relu.Appels.AnyAsync(Annulation));
    }

    [Fact]
    public async Task Une_emission_en_cours_l_emporte_sur_la_cloture_qui_l_attend()
    {
        var id = await _banc.ValiderAsync();
        _banc.Avancer(330);
        Task cloture = null!;
        await using (var emission = await _banc.OuvrirAsync())
        {
            await emission.EnTransactionAsync(
                async jeton =>
                {
                    await emission.NumeroterEnSerieAsync(ReferenceDAppel.Serie(Exercice), 0, jeton);
                    cloture = Task.Run(() => _banc.Le<CloreExercice>().ExecuterAsync(Agents.Finances, Exercice, jeton), jeton);
                    await Task.Delay(TimeSpan.FromMilliseconds(400), jeton);
                    Assert.False(cloture.IsCompleted);
                    emission.Add(Exemples.UnAppel(collectivite: _banc.Communes[0].Id, campagne: id));
                    await emission.EnregistrerAsync(Agents.Finances, _banc.Socle.Horloge.Instant, jeton);
                },
                Annulation
            );
        }

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => cloture);

        Assert.IsType<AucuneEmissionEnCours>(Assert.Single(refus.Obstacles));
        Assert.Contains("L'exercice reste ouvert", refus.Message, StringComparison.Ordinal);
        await using var relu = await _banc.OuvrirAsync();
        Assert.False(await relu.ExercicesDAppel.AnyAsync(e => e.ClosLe != null, Annulation));
    }

    [Fact]
    public async Task Une_dette_tardive_se_rattache_a_l_exercice_ouvert_par_la_date_de_ses_appels()
    {
        var id = await _banc.EmettreAsync();
        _banc.Avancer(330);
        await _banc.Le<CloreExercice>().ExecuterAsync(Agents.Finances, Exercice, Annulation);
        var tardive = await SignerTardivementAsync();
        var (preparer, valider) = (_banc.Le<PreparerCampagneDAppel>(), _banc.Le<ValiderCampagneDAppel>());
        await Assert.ThrowsAsync<RegleMetierException>(async () =>
            await valider.ProposerAsync(Agents.Gestionnaire, id, await _banc.VersionAsync(id), Annulation)
        );
        await Assert.ThrowsAsync<RegleMetierException>(async () => await DaterAsync(new DateOnly(2026, 12, 31)));

        await DaterAsync(new DateOnly(2027, 2, 3));
        await valider.ProposerAsync(Agents.Gestionnaire, id, await _banc.VersionAsync(id), Annulation);
        await valider.ValiderAsync(Agents.Finances, id, await _banc.VersionAsync(id), Annulation);
        var bilan = await _banc.Le<EmettreAppels>().ExecuterAsync(Agents.Finances, id, annulation: Annulation);

        Assert.Equal((1, 1), (bilan.Crees, bilan.Emis));
        await using var relu = await _banc.OuvrirAsync();
        var appel = await relu.Appels.AsNoTracking().SingleAsync(a => a.Collectivite == tardive, Annulation);
        Assert.Equal(
            ("APC-2027-0001", "250.00", "2026", new DateOnly(2026, 12, 31)),
            (appel.Reference!.ToString(), appel.Montant.ToString(), appel.Occurrence, appel.Liquidation.Fin)
        );
        Assert.EndsWith(
            "Dette de 2026, rattachée à l'exercice 2027, celui de 2026 étant clos.",
            appel.Liquidation.Fiche,
            StringComparison.Ordinal
        );
        Assert.Equal(2, await relu.Appels.CountAsync(a => a.Exercice == Exercice, Annulation));
        Assert.Empty(await _banc.Le<Recalculer>().ExerciceAsync(Agents.Finances, 2027, Annulation));
        var encore = await _banc.Le<Simuler>().ExecuterAsync(Agents.Finances, id, Annulation);
        Assert.Empty(encore.AEtablir);

        async Task DaterAsync(DateOnly jour) =>
            await preparer.DaterAsync(Agents.Gestionnaire, id, await _banc.VersionAsync(id), jour, Annulation);
    }

    /// <summary>Une convention de 2026 enregistrée après la clôture.</summary>
    private async Task<CollectiviteId> SignerTardivementAsync()
    {
        var commune = Groupements.Exemples.UneCommune("Commune tardive", CategorieDeCollectivite.Commune);
        commune.DeclarerEffectif(new DeclarationDEffectif(Exercice, 400));
        await _banc.Socle.Base.SemerAsync(commune);
        await _banc.Socle.Base.SemerAsync(
            Tests.Conventions.Exemples.EnVigueur(commune.Id, 99),
            ConsultationsDeclarees.Declarer(commune.Id, 2025, 10, null, OrigineDesConsultations.Saisie)
        );
        return commune.Id;
    }

    [Fact]
    public async Task Un_complement_apres_la_cloture_prend_la_suite_de_l_exercice_ouvert_et_n_est_plus_propose()
    {
        await _banc.EmettreAsync();
        _banc.Avancer(330);
        await _banc.Le<CloreExercice>().ExecuterAsync(Agents.Finances, Exercice, Annulation);
        await using (var contexte = await _banc.OuvrirAsync())
        {
            var commune = await contexte.Collectivites.SingleAsync(c => c.Id == _banc.Communes[1].Id, Annulation);
            commune.DeclarerEffectif(new DeclarationDEffectif(Exercice, 410));
            await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation);
        }

        var revu = Assert.Single(await _banc.Le<Recalculer>().ExerciceAsync(Agents.Finances, Exercice, Annulation));
        await using (var contexte = await _banc.OuvrirAsync())
        {
            var dette = await contexte.Appels.AsNoTracking().SingleAsync(a => a.Id == revu.Id, Annulation);
            await _banc
                .Le<RectifierAppel>()
                .ExecuterAsync(
                    Agents.Finances,
                    dette.Id,
                    dette.Version,
                    revu.Proposition.Nature,
                    revu.Proposition.Montant,
                    "Effectif corrigé",
                    Annulation
                );
        }

        await using var relu = await _banc.OuvrirAsync();
        var complement = await relu.Appels.AsNoTracking().SingleAsync(a => a.Rang == 1, Annulation);
        Assert.Equal(
            ("APC-2027-0001", "250.00", "2026", false),
            (complement.Reference!.ToString(), complement.Montant.ToString(), complement.Occurrence, complement.SurExerciceClos)
        );
        Assert.Empty(await _banc.Le<Recalculer>().ExerciceAsync(Agents.Finances, Exercice, Annulation));
        var export = await _banc.Le<ExporterTitres>().ApprecierAsync(Agents.Finances, new DemandeDExport(2027), Annulation);
        Assert.Equal(1, export.Nombre + export.Retenus.Count);
    }
}
