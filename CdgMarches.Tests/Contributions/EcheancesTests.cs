using CdgMarches.App.Contributions.Appels;
using CdgMarches.App.Contributions.Finances;
using CdgMarches.App.Contributions.Grilles;
using CdgMarches.App.Echeancier;
using CdgMarches.Database.Echeancier;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Contributions;

/// <summary>Ce que les contributions mettent à l'échéancier : l'appel à lancer, les paiements, les relances, la clôture.</summary>
public sealed class EcheancesTests : IAsyncLifetime
{
    private BancDesContributions _banc = null!;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _banc = await BancDesContributions.CreerAsync((420, 87), (120, 5));

    public ValueTask DisposeAsync() => _banc.DisposeAsync();

    [Fact]
    public async Task L_appel_a_lancer_est_du_le_2_janvier_et_passe_a_l_exercice_suivant_une_fois_emis()
    {
        Assert.Equal("Appel 2025 à lancer", Debut((await GardeeAsync(nameof(Grille)))!.Libelle));

        await _banc.EmettreAsync();

        var suivante = (await GardeeAsync(nameof(Grille)))!;
        Assert.Equal(
            ("Appel 2027 à lancer", new DateOnly(2027, 1, 2), false),
            (Debut(suivante.Libelle), suivante.Date, suivante.EstAccomplie)
        );

        static string Debut(string libelle) => libelle.Split(" : ")[0];
    }

    [Fact]
    public async Task Adoptee_en_cours_d_annee_une_version_attend_l_exercice_de_celle_qu_elle_remplace()
    {
        await _banc.EmettreAsync();
        var id = await _banc.Le<ModifierGrille>().NouvelleVersionAsync(Agents.Gestionnaire, _banc.Grille.Id, Annulation);
        await _banc
            .Le<AdopterGrille>()
            .ExecuterAsync(
                Agents.Gestionnaire,
                id,
                1,
                "Délibération du 5 mars 2026",
                new DateOnly(2026, 3, 5),
                new DateOnly(2026, 7, 1),
                Annulation
            );

        var gardees = await GardeesAsync(nameof(Grille));
        var seule = Assert.Single(gardees);
        Assert.Equal((id.Valeur, new DateOnly(2027, 1, 2)), (seule.ObjetId, seule.Date));
    }

    [Fact]
    public async Task Un_appel_attend_son_paiement_puis_chaque_relance_jusqu_a_lui()
    {
        await _banc.AdresserAsync(0, null);
        await _banc.EmettreAsync();
        var appel = await AppelAsync();
        var paiement = Assert.Single(await GardeesAsync(nameof(AppelDeContribution)));
        Assert.Equal(
            ("paiement", appel.DateDAppel.AddDays(30), (Guid?)_banc.Communes[0].Id.Valeur),
            (paiement.Cle, paiement.Date, paiement.Collectivite)
        );

        _banc.Avancer(40);
        await _banc
            .Le<App.Contributions.Recouvrement.RelancerDebiteurs>()
            .ExecuterAsync(Agents.Finances, appel.Id, appel.Version, Annulation);
        var gardees = await GardeesAsync(nameof(AppelDeContribution));
        Assert.True(gardees.Single(e => e.Cle == "paiement").EstAccomplie);
        Assert.StartsWith("Relance n° 2", gardees.Single(e => e.Cle == "relance").Libelle, StringComparison.Ordinal);

        appel = await AppelAsync();
        await _banc
            .Le<SuivreAppel>()
            .EncaisserAsync(Agents.Finances, appel.Id, appel.Version, appel.DateDAppel, appel.ResteDu, null, Annulation);
        Assert.DoesNotContain(await GardeesAsync(nameof(AppelDeContribution)), e => !e.EstAccomplie);
    }

    [Fact]
    public async Task L_exercice_s_ouvre_a_la_premiere_emission_et_sa_cloture_s_accomplit()
    {
        await _banc.EmettreAsync();
        var cloture = (await GardeeAsync(nameof(ExerciceDAppel)))!;
        Assert.Equal((new DateOnly(2026, 12, 31), false), (cloture.Date, cloture.EstAccomplie));
        var clore = _banc.Le<CloreExercice>();
        await Assert.ThrowsAsync<RegleMetierException>(() => clore.ExecuterAsync(Agents.Finances, 2026, Annulation));

        _banc.Avancer(330);
        await clore.ExecuterAsync(Agents.Finances, 2026, Annulation);

        Assert.True((await GardeeAsync(nameof(ExerciceDAppel)))!.EstAccomplie);
        await Assert.ThrowsAsync<RegleMetierException>(() => clore.ExecuterAsync(Agents.Finances, 2026, Annulation));
    }

    [Fact]
    public async Task L_accord_periodique_ne_trouve_rien_a_corriger()
    {
        await _banc.EmettreAsync();

        var accorder = new AccorderEcheances(_banc.Socle.Base.Fabrique, Horloges.DesTests);
        Assert.Equal(0, await accorder.ExecuterAsync(Agents.Administrateur, Annulation));
    }

    private async Task<AppelDeContribution> AppelAsync()
    {
        await using var contexte = await _banc.OuvrirAsync();
        return await contexte.Appels.AsNoTracking().SingleAsync(a => a.Numero != null, Annulation);
    }

    private async Task<Echeance?> GardeeAsync(string type) => (await GardeesAsync(type)).SingleOrDefault();

    private async Task<List<Echeance>> GardeesAsync(string type)
    {
        await using var contexte = await _banc.OuvrirAsync();
        return await contexte.Echeances.AsNoTracking().Where(e => e.ObjetType == type).ToListAsync(Annulation);
    }
}
