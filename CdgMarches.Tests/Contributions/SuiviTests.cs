using CdgMarches.App.Contributions;
using CdgMarches.App.Contributions.Appels;
using CdgMarches.App.Contributions.Campagnes;
using CdgMarches.App.Contributions.Finances;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Parametres;
using CdgMarches.Tests.Outils;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Contributions;

/// <summary>Le suivi d'un exercice : balance âgée, clôture, comparaison, prévision, appelé et non titré au 31 décembre.</summary>
public sealed class SuiviTests : IAsyncLifetime
{
    private BancDesContributions _banc = null!;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _banc = await BancDesContributions.CreerAsync((420, 87), (600, 160), (700, 400), (120, 5));
        await _banc.EmettreAsync();
    }

    public ValueTask DisposeAsync() => _banc.DisposeAsync();

    [Theory]
    [InlineData(0, "Pas encore échu")]
    [InlineData(30, "Pas encore échu")]
    [InlineData(31, "1 à 30 jours")]
    [InlineData(60, "1 à 30 jours")]
    [InlineData(61, "31 à 60 jours")]
    [InlineData(90, "31 à 60 jours")]
    [InlineData(91, "61 à 90 jours")]
    [InlineData(121, "Plus de 90 jours")]
    public async Task La_balance_agee_compte_depuis_l_echeance(int jours, string tranche)
    {
        _banc.Avancer(jours);

        var suivi = await LireAsync();

        var seule = Assert.Single(suivi.Anciennetes, a => a.Nombre > 0);
        Assert.Equal((tranche, 3, 550_000L), (seule.Libelle, seule.Nombre, seule.Centimes));
    }

    [Fact]
    public async Task Un_titre_date_de_l_annee_suivante_est_a_rattacher_au_31_decembre()
    {
        _banc.Avancer(330);
        await TitrerAsync(0, new DateOnly(2026, 12, 31));
        await TitrerAsync(1, new DateOnly(2027, 1, 1));

        var suivi = await LireAsync();

        Assert.Equal((2, 500_000L), (suivi.SansTitre, suivi.SansTitreCentimes));
        var liste = await _banc
            .Le<LireAppels>()
            .ExecuterAsync(
                Agents.Lecture,
                new Demande(Filtres: new Dictionary<string, string> { ["etat"] = "a-rattacher", ["exercice"] = "2026" }),
                Annulation
            );
        Assert.Equal(["APC-2026-0002", "APC-2026-0003"], liste.Elements.Select(a => a.Reference));
    }

    [Fact]
    public async Task Le_rapport_de_cloture_dit_l_appele_le_paye_le_reste_et_la_comparaison()
    {
        var appel = await AppelAsync(0);
        await _banc
            .Le<SuivreAppel>()
            .EncaisserAsync(
                Agents.Finances,
                appel.Id,
                appel.Version,
                appel.DateDAppel,
                MontantTtc.DeCentimes(20_000),
                null,
                Annulation
            );
        await using (var contexte = await _banc.OuvrirAsync())
        {
            contexte.Add(Exemples.UnAppel(800m, collectivite: _banc.Communes[0].Id, exercice: 2025));
            await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation);
        }

        var suivi = await LireAsync();

        Assert.Equal(
            (3, 550_000L, 20_000L, 530_000L, 1),
            (suivi.Appeles, suivi.AppeleCentimes, suivi.PayeCentimes, suivi.ResteCentimes, suivi.SansAppel)
        );
        var comparaison = Assert.Single(suivi.Comparaison);
        Assert.Equal((1, 80_000L, 470_000L), (comparaison.NombrePrecedent, comparaison.CentimesPrecedents, comparaison.Ecart));
        using var classeur = new XLWorkbook(new MemoryStream(ClasseursDesContributions.Rapport(suivi, Horloges.Jour)));
        var lignes = classeur.Worksheet("Clôture").RowsUsed().Skip(1).ToDictionary(l => l.Cell(1).GetString(), l => l.Cell(3));
        Assert.Equal(
            (5500d, 200d, 5300d),
            (lignes["Appelé"].GetDouble(), lignes["Payé"].GetDouble(), lignes["Reste dû"].GetDouble())
        );
        Assert.Equal(5500d, lignes["Appelé et non titré"].GetDouble());
    }

    [Fact]
    public async Task Le_rapport_s_additionne_un_trop_percu_se_compte_une_fois_et_un_complement_est_dans_les_totaux()
    {
        var paye = await AppelAsync(0);
        await _banc
            .Le<SuivreAppel>()
            .EncaisserAsync(Agents.Finances, paye.Id, paye.Version, paye.DateDAppel, paye.ResteDu, null, Annulation);
        await RectifierAsync(0, NatureDAppel.Reduction, 339.73m);
        await RectifierAsync(1, NatureDAppel.Complement, 250m);
        await RectifierAsync(2, NatureDAppel.Annulation, 0m);

        var suivi = await LireAsync();

        // 500, 1 000 and 4 000 € : the first paid then lowered, the second raised, the third cancelled and never paid.
        Assert.Equal((1, 33_973L), (suivi.TropPercus, suivi.TropPercuCentimes));
        Assert.Equal((1, 25_000L, -433_973L), (suivi.Complements, suivi.ComplementsCentimes, suivi.CorrectionsCentimes));
        Assert.Equal(125_000L, suivi.ResteCentimes);
        Assert.Equal(
            suivi.ResteCentimes,
            suivi.AppeleCentimes
                + suivi.ComplementsCentimes
                + suivi.CorrectionsCentimes
                - suivi.PayeCentimes
                + suivi.TropPercuCentimes
        );
        var campagne = Assert.Single(
            (await _banc.Le<LireCampagnesDAppel>().ExecuterAsync(Agents.Lecture, new Demande(), Annulation)).Elements
        );
        Assert.Equal(
            (3, 550_000L, 25_000L, -433_973L, 50_000L, 125_000L),
            (
                campagne.Emis,
                campagne.EmisCentimes,
                campagne.ComplementsCentimes,
                campagne.CorrectionsCentimes,
                campagne.PayeCentimes,
                campagne.ResteCentimes
            )
        );
        var lignes = (await _banc.Le<LireAppels>().ExecuterAsync(Agents.Lecture, new Demande(), Annulation)).Elements;
        Assert.Equal("APC-2026-0001", Assert.Single(lignes, l => l.TropPercuCentimes != 0).Reference);
        var colonne = ColonnesDesTitres.Toutes.Single(c => c.Code == "trop-percu");
        await using var contexte = await _banc.OuvrirAsync();
        var reduction = await contexte.Appels.AsNoTracking().SingleAsync(a => a.Nature == NatureDAppel.Reduction, Annulation);
        Assert.Equal(0L, colonne.Lire(new LigneDeTitre(reduction, Exemples.UneFiche(), null, null)));
        var synthese = await _banc.Synthese().ExecuterAsync(Agents.Lecture, Horloges.Jour, Annulation);
        Assert.Contains("1 250,00", synthese[1].Valeur.Replace('\u202F', ' ').Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_titre_remplace_n_est_plus_en_retard_et_ne_se_relance_pas()
    {
        await _banc.AdresserAsync(0, "mairie@commune.example");
        await TitrerAsync(0, Horloges.Jour);
        _banc.Avancer(31);
        var appel = await AppelAsync(0);
        await _banc
            .Le<App.Contributions.Recouvrement.RelancerDebiteurs>()
            .ExecuterAsync(Agents.Finances, appel.Id, appel.Version, Annulation);
        _banc.Avancer(60);
        Assert.Equal(3, (await LireAsync()).RelancesDues);

        await TitrerAsync(0, Horloges.Jour.AddDays(91));

        Assert.Equal(2, (await LireAsync()).RelancesDues);
        var relancer = _banc.Le<App.Contributions.Recouvrement.RelancerDebiteurs>();
        Assert.DoesNotContain(await relancer.DusAsync(Agents.Finances, 2026, Annulation), d => d.Id == appel.Id);
        appel = await AppelAsync(0);
        await Assert.ThrowsAsync<RegleMetierException>(() =>
            relancer.ExecuterAsync(Agents.Finances, appel.Id, appel.Version, Annulation)
        );
    }

    [Fact]
    public async Task La_prevision_d_octobre_reprend_les_chiffres_les_plus_recents_et_n_ecrit_rien()
    {
        var avant = await CompterAsync();

        var prevision = Assert.Single(await _banc.Le<Prevoir>().ExecuterAsync(Agents.Lecture, 2027, Annulation));

        Assert.Equal((4, 4, "5500.00"), (prevision.Redevables, prevision.Chiffres, prevision.Total.ToString()));
        Assert.Equal(avant, await CompterAsync());
    }

    [Fact]
    public async Task La_prevision_laisse_de_cote_ce_qui_resterait_sous_le_seuil_de_l_exercice()
    {
        await FixerLeSeuilAsync(600m);

        var sans = Assert.Single(await _banc.Le<Prevoir>().ExecuterAsync(Agents.Lecture, 2026, Annulation));
        var avec = Assert.Single(await _banc.Le<Prevoir>().ExecuterAsync(Agents.Lecture, 2027, Annulation));

        // 500 €, 1 000 € and 4 000 € : the first one stays under a threshold of 600 €, from 2027 on only.
        Assert.Equal(("5500.00", 0, "0.00"), (sans.Total.ToString(), sans.SousLeSeuil, sans.Reporte.ToString()));
        Assert.Equal(("5000.00", 1, "500.00"), (avec.Total.ToString(), avec.SousLeSeuil, avec.Reporte.ToString()));
    }

    [Fact]
    public async Task La_prevision_reprend_un_report_dans_la_dette_ulterieure_du_meme_debiteur()
    {
        await FixerLeSeuilAsync(600m);
        await _banc.Socle.Base.SemerAsync(Exemples.UnReport(110m, _banc.Communes[0].Id));

        var prevision = Assert.Single(await _banc.Le<Prevoir>().ExecuterAsync(Agents.Lecture, 2027, Annulation));

        Assert.Equal(("5610.00", 0), (prevision.Total.ToString(), prevision.SousLeSeuil));
    }

    [Fact]
    public async Task Un_exercice_se_clot_une_fois_et_le_journal_le_garde()
    {
        _banc.Avancer(330);

        await _banc.Le<CloreExercice>().ExecuterAsync(Agents.Finances, 2026, Annulation);

        Assert.Equal(new DateOnly(2027, 2, 3), (await LireAsync()).ClosLe);
        await using var contexte = await _banc.OuvrirAsync();
        Assert.True(
            await contexte.Journal.AnyAsync(l => l.ObjetType == nameof(ExerciceDAppel) && l.Libelle.Contains("clos"), Annulation)
        );
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            _banc.Le<CloreExercice>().ExecuterAsync(Agents.Gestionnaire, 2026, Annulation)
        );
    }

    /// <summary>Un seuil nouveau à compter de 2027 : il est une donnée datée.</summary>
    private async Task FixerLeSeuilAsync(decimal euros)
    {
        await using var contexte = await _banc.OuvrirAsync();
        var actuel = await contexte.ValeursDatees.SingleAsync(
            v => v.Code == ParametresDesContributions.SeuilDeRecouvrement,
            Annulation
        );
        actuel.Clore(new DateOnly(2026, 12, 31));
        contexte.Add(ValeurDatee.DeNombre(actuel.Code, euros, new DateOnly(2027, 1, 1), null, actuel.Source));
        await contexte.SaveChangesAsync(Annulation);
        _banc.Le<LireParametres>().Oublier();
    }

    private Task<SuiviDExercice> LireAsync() => _banc.Le<LireSuivi>().ExecuterAsync(Agents.Lecture, 2026, Annulation);

    private async Task RectifierAsync(int rang, NatureDAppel nature, decimal euros)
    {
        var appel = await AppelAsync(rang);
        await _banc
            .Le<RectifierAppel>()
            .ExecuterAsync(Agents.Finances, appel.Id, appel.Version, nature, MontantHt.DEuros(euros), "Décision", Annulation);
    }

    private async Task TitrerAsync(int rang, DateOnly date)
    {
        var appel = await AppelAsync(rang);
        await _banc.Le<SuivreAppel>().TitrerAsync(Agents.Finances, appel.Id, appel.Version, $"T-{rang}", date, Annulation);
    }

    private async Task<AppelDeContribution> AppelAsync(int rang)
    {
        await using var contexte = await _banc.OuvrirAsync();
        return await contexte
            .Appels.AsNoTracking()
            .SingleAsync(a => a.Collectivite == _banc.Communes[rang].Id && a.Rang == 0, Annulation);
    }

    private async Task<int> CompterAsync()
    {
        await using var contexte = await _banc.OuvrirAsync();
        return await contexte.Appels.CountAsync(Annulation) + await contexte.Journal.CountAsync(Annulation);
    }
}
