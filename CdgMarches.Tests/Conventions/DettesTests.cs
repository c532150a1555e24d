using CdgMarches.App.Contributions.Appels;
using CdgMarches.App.Contributions.Campagnes;
using CdgMarches.App.Contributions.Finances;
using CdgMarches.App.Conventions;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Conventions.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Contributions;
using CdgMarches.Tests.Documents;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using static CdgMarches.Tests.Conventions.Exemples;

namespace CdgMarches.Tests.Conventions;

/// <summary>Ce que la fin d'une convention doit aux contributions : l'impayé qui la fonde, le prorata qui la suit.</summary>
public sealed class DettesTests : IAsyncLifetime
{
    private BancDesContributions _banc = null!;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    private ConventionDAccesId Convention => _banc.Conventions[0].Id;

    private AgirSurConvention Agir =>
        new(
            _banc.Socle.Base.Fabrique,
            AnnexesDEssai.SansDossier(_banc.Socle.Base.Fabrique),
            _banc.Le<LireParametres>(),
            _banc.Le<HorlogeLegale>()
        );

    private LireDettes Lire => new(_banc.Socle.Base.Fabrique, _banc.Le<Recalculer>());

    public async ValueTask InitializeAsync()
    {
        _banc = await BancDesContributions.CreerAsync((400, 87));
        var campagne = await _banc.ValiderAsync();
        await _banc.Le<EmettreAppels>().ExecuterAsync(Agents.Finances, campagne, annulation: Annulation);
    }

    public ValueTask DisposeAsync() => _banc.DisposeAsync();

    [Fact]
    public async Task Une_fin_en_cours_d_annee_propose_la_reduction_au_prorata_sur_l_appel()
    {
        var avant = Assert.Single(await Lire.ExecuterAsync(Agents.Gestionnaire, Convention, Annulation));
        Assert.Null(avant.Proposition);

        await FaireAsync(
            new GesteDeConvention.Denoncer(
                new NouvelleDenonciation(AuteurDeDenonciation.Collectivite, Jour("2026-03-02")),
                LettresDEssai.Pli
            )
        );
        await LettresDEssai.RemettreAsync(_banc.Socle, c => c.DenonciationEnCours!.Lettre, Jour("2026-03-03"));

        // 500 € called for the year; in force to 3 May: 123/365, so 168.49 € are due and 331.51 € come off.
        var dette = Assert.Single(await Lire.ExecuterAsync(Agents.Gestionnaire, Convention, Annulation));
        Assert.Equal(NatureDAppel.Reduction, dette.Proposition!.Nature);
        Assert.Equal("331.51", dette.Proposition.Montant.ToString());
        Assert.Empty(await Lire.ExecuterAsync(Agents.Gestionnaire, ConventionDAccesId.Nouveau(), Annulation));
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            Lire.ExecuterAsync(Agents.Membre(_banc.Communes[0].Id), Convention, Annulation)
        );
    }

    [Fact]
    public async Task Un_titre_solde_dans_les_contributions_ne_fonde_plus_de_denonciation()
    {
        AppelDeContributionId appel;
        await using (var contexte = await _banc.OuvrirAsync())
        {
            appel = await contexte.Appels.Select(a => a.Id).SingleAsync(Annulation);
        }

        var suivre = _banc.Le<SuivreAppel>();
        await suivre.TitrerAsync(Agents.Finances, appel, 1, "T-118", Jour("2026-03-10"), Annulation);
        await MettreEnDemeureAsync();
        var geste = new GesteDeConvention.Denoncer(
            new NouvelleDenonciation(AuteurDeDenonciation.CdgPourDefautDePaiement, Jour("2026-03-09"), miseEnDemeure: 1),
            LettresDEssai.Pli
        );
        var dette = Assert.Single(await Lire.ExecuterAsync(Agents.Gestionnaire, Convention, Annulation));
        Assert.Equal("T-118", dette.Titre);
        Assert.False(dette.EstImpayee(Jour("2026-04-09")));
        Assert.True(dette.EstImpayee(Jour("2026-04-10")));

        await suivre.EncaisserAsync(Agents.Finances, appel, 2, Jour("2026-03-10"), MontantTtc.DEuros(500m), null, Annulation);
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => FaireAsync(geste));
        Assert.IsType<ImpayeNonRegularise>(Assert.Single(refus.Obstacles));
        Assert.Contains("10 mars 2026", refus.Obstacles[0].Message, StringComparison.Ordinal);
        Assert.Null((await RelireAsync()).DenonciationEnCours);
    }

    [Fact]
    public async Task Un_complement_impaye_est_une_dette_comme_le_suivi_des_paiements_le_compte()
    {
        AppelDeContribution appel;
        await using (var contexte = await _banc.OuvrirAsync())
        {
            appel = await contexte.Appels.AsNoTracking().SingleAsync(Annulation);
        }

        var rectifier = _banc.Le<RectifierAppel>();
        await rectifier.ExecuterAsync(
            Agents.Finances,
            appel.Id,
            appel.Version,
            NatureDAppel.Complement,
            MontantHt.DEuros(250m),
            "Tranche supérieure",
            Annulation
        );
        await rectifier.ExecuterAsync(
            Agents.Finances,
            appel.Id,
            await VersionAsync(appel.Id),
            NatureDAppel.Reduction,
            MontantHt.DEuros(100m),
            "Erreur",
            Annulation
        );

        var dettes = await Lire.ExecuterAsync(Agents.Gestionnaire, Convention, Annulation);
        var suivi = await _banc.Le<LireSuivi>().ExecuterAsync(Agents.Gestionnaire, 2026, Annulation);

        Assert.Equal([250m, 400m], dettes.Select(d => d.ResteDu.Euros).Order());
        Assert.Equal(suivi.ResteCentimes, dettes.Sum(d => d.ResteDu.Centimes));
    }

    private async Task<int> VersionAsync(AppelDeContributionId id)
    {
        await using var contexte = await _banc.OuvrirAsync();
        return await contexte.Appels.Where(a => a.Id == id).Select(a => a.Version).SingleAsync(Annulation);
    }

    private async Task FaireAsync(GesteDeConvention geste) =>
        await Agir.ExecuterAsync(Agents.Gestionnaire, Convention, (await RelireAsync()).Version, geste, Annulation);

    private async Task<ConventionDAcces> RelireAsync()
    {
        await using var contexte = await _banc.OuvrirAsync();
        return await contexte.ConventionsDAcces.SingleAsync(c => c.Id == Convention, Annulation);
    }

    private async Task MettreEnDemeureAsync()
    {
        await FaireAsync(
            new GesteDeConvention.MettreEnDemeure(
                new NouvelleMiseEnDemeure("T-118", Jour("2026-01-31"), Jour("2026-02-02"), null),
                LettresDEssai.Pli
            )
        );
        await LettresDEssai.RemettreAsync(_banc.Socle, c => c.MiseEnDemeureDe(1).Lettre, Jour("2026-02-03"));
    }
}
