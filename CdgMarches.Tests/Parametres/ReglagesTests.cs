using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Journal;
using CdgMarches.Database.Reference;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Parametres;
using CdgMarches.Domain.Parametres.Regles;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Parametres;

public sealed class ReglagesTests : IAsyncLifetime
{
    private const string Code = CodesDeSeuil.FormaliseeFournituresServices;
    private static readonly DateOnly Janvier2028 = new(2028, 1, 1);
    private SocleDEssai _socle = null!;

    private AjouterValeur Ajouter => _socle.Le<AjouterValeur>();

    private LireParametres Parametres => _socle.Le<LireParametres>();

    public async ValueTask InitializeAsync()
    {
        _socle = await SocleDEssai.CreerAsync();
        await _socle.ChargerSeuilsAsync();
    }

    public ValueTask DisposeAsync() => _socle.DisposeAsync();

    [Fact]
    public async Task Les_seuils_se_chargent_une_fois_et_le_second_demarrage_ne_change_rien()
    {
        await using var contexte = await _socle.OuvrirAsync();
        var attendus = SeuilsDeReference.Lister().Count;

        Assert.Equal(attendus, await contexte.ValeursDatees.CountAsync());
        Assert.Empty(await _socle.ChargerSeuilsAsync());
        Assert.Equal(attendus, await contexte.ValeursDatees.CountAsync());
    }

    [Fact]
    public async Task Au_demarrage_la_base_recoit_les_seuils_et_le_catalogue_national()
    {
        var charges = await _socle.Le<ChargerReference>().ExecuterAsync();
        Assert.Contains("catalogue-national", charges);
        Assert.DoesNotContain("seuils", charges);
        Assert.Empty(await _socle.Le<ChargerReference>().ExecuterAsync());

        await using var contexte = await _socle.OuvrirAsync();
        Assert.True(await contexte.CatalogueNational.CountAsync() > 30_000);
        Assert.Equal(charges.Count + 1, await contexte.ReferencesChargees.CountAsync());
    }

    [Fact]
    public async Task Une_version_plus_recente_se_charge_sans_effacer_ce_que_l_administrateur_a_saisi()
    {
        await Ajouter.ExecuterAsync(Agents.Administrateur, Nouvelle(220_000m));
        await using var contexte = await _socle.OuvrirAsync();
        var avant = await contexte.ValeursDatees.CountAsync();
        await contexte.ReferencesChargees.Where(r => r.Nom == "seuils").ExecuteUpdateAsync(r => r.SetProperty(x => x.Version, 0));

        Assert.Equal("seuils", Assert.Single(await _socle.ChargerSeuilsAsync()));

        Assert.Equal(avant, await contexte.ValeursDatees.CountAsync());
        Assert.True(await contexte.ValeursDatees.AnyAsync(v => v.Code == Code && v.Nombre == 220_000m));
    }

    [Fact]
    public async Task Deux_noeuds_qui_demarrent_ensemble_ne_chargent_qu_une_fois()
    {
        await using var contexte = await _socle.OuvrirAsync();
        await contexte.ReferencesChargees.ExecuteDeleteAsync();
        await contexte.ValeursDatees.ExecuteDeleteAsync();

        var charges = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _socle.ChargerSeuilsAsync())));

        Assert.Single(charges, c => c.Contains("seuils"));
        Assert.Equal(SeuilsDeReference.Lister().Count, await contexte.ValeursDatees.CountAsync());
    }

    [Fact]
    public async Task Apres_2027_les_seuils_europeens_sont_demandes_puis_ne_le_sont_plus_une_fois_saisis()
    {
        var lire = _socle.Le<LireReglages>();

        var attendus = Assert.Single(await lire.AttendusAsync(Agents.Administrateur));
        Assert.Equal(Janvier2028, attendus.APartirDu);
        Assert.Equal(4, attendus.Codes.Count);
        await Ajouter.ExecuterAsync(Agents.Administrateur, Nouvelle(220_000m));

        Assert.DoesNotContain(Code, Assert.Single(await lire.AttendusAsync(Agents.Administrateur)).Codes);
        Assert.Equal(MontantHt.DEuros(220_000m), (await Parametres.SeuilsAsync()).Seuil(Code, Janvier2028));
    }

    [Fact]
    public async Task Une_valeur_qui_en_remplace_une_sans_fin_la_clot_la_veille_et_le_journal_garde_les_deux()
    {
        var debut = new DateOnly(2026, 6, 1);

        await Ajouter.ExecuterAsync(
            Agents.Administrateur,
            new NouvelleValeur(CodesDeSeuil.AvisBoampOuJal, 100_000m, debut, null, "Décret d'essai")
        );

        var seuils = await Parametres.SeuilsAsync();
        Assert.Equal(MontantHt.DEuros(90_000m), seuils.Seuil(CodesDeSeuil.AvisBoampOuJal, debut.AddDays(-1)));
        Assert.Equal(MontantHt.DEuros(100_000m), seuils.Seuil(CodesDeSeuil.AvisBoampOuJal, debut));
        var trace = (await HistoriqueAsync()).Elements[0];
        Assert.Equal("90\u202f000 à partir du 01/01/2020 (CCP, art. R2131-12)", trace.Avant);
        Assert.Contains("100\u202f000 à partir du 01/06/2026 (Décret d'essai)", trace.Apres, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deux_valeurs_ne_valent_jamais_le_meme_jour()
    {
        var chevauche = Nouvelle(220_000m) with { Debut = new DateOnly(2027, 12, 31) };

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => Ajouter.ExecuterAsync(Agents.Administrateur, chevauche));

        Assert.IsType<ValeurSansChevauchement>(Assert.Single(refus.Obstacles));
        await Ajouter.ExecuterAsync(Agents.Administrateur, Nouvelle(220_000m));
        await Assert.ThrowsAsync<RegleMetierException>(() => Ajouter.ExecuterAsync(Agents.Administrateur, Nouvelle(230_000m)));
    }

    [Fact]
    public async Task Seule_une_valeur_a_venir_se_retire()
    {
        await Ajouter.ExecuterAsync(Agents.Administrateur, Nouvelle(220_000m));
        await using var contexte = await _socle.OuvrirAsync();
        var aVenir = await contexte.ValeursDatees.SingleAsync(v => v.Nombre == 220_000m);
        var enVigueur = await contexte.ValeursDatees.SingleAsync(v => v.Code == CodesDeSeuil.ContratEcrit);

        await Ajouter.RetirerAsync(Agents.Administrateur, aVenir.Id);

        await Assert.ThrowsAsync<RefusException>(() => Ajouter.RetirerAsync(Agents.Administrateur, enVigueur.Id));
        Assert.Null((await Parametres.SeuilsAsync()).Seuil(Code, Janvier2028));
    }

    [Fact]
    public async Task Un_reglage_change_garde_l_ancien_dans_l_historique()
    {
        var lus = await _socle.Le<LireReglages>().GenerauxAsync(Agents.Administrateur);

        await ModifierAsync(lus, ClesDeReglage.NomDuCdg, "CDG d'essai");

        Assert.Equal("CDG d'essai", await Parametres.ReglageAsync(ClesDeReglage.NomDuCdg));
        var trace = Assert.Single((await HistoriqueAsync()).Elements);
        Assert.Equal(("Centre de gestion", "CDG d'essai"), (trace.Avant, trace.Apres));
    }

    [Fact]
    public async Task Deux_administrateurs_ne_s_ecrasent_pas_sur_un_meme_reglage_mais_ne_se_genent_pas_sur_deux()
    {
        var lus = await _socle.Le<LireReglages>().GenerauxAsync(Agents.Administrateur);
        await ModifierAsync(lus, ClesDeReglage.NomDuCdg, "Premier");

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => ModifierAsync(lus, ClesDeReglage.NomDuCdg, "Second"));
        await ModifierAsync(lus, ClesDeReglage.TelephoneDuCdg, "03 21 00 00 00");

        Assert.Equal("Premier", await Parametres.ReglageAsync(ClesDeReglage.NomDuCdg));
    }

    [Theory]
    [InlineData(ClesDeReglage.NomDuCdg, " ")]
    [InlineData(ClesDeReglage.CourrielDuCdg, "pas une adresse")]
    [InlineData(ClesDeReglage.ZoneDeJoursFeries, "Atlantide")]
    public async Task Un_reglage_qui_ne_convient_pas_est_refuse_et_rien_n_est_enregistre(string cle, string valeur)
    {
        var lus = await _socle.Le<LireReglages>().GenerauxAsync(Agents.Administrateur);

        await Assert.ThrowsAsync<RegleMetierException>(() => ModifierAsync(lus, cle, valeur));

        Assert.Empty((await HistoriqueAsync()).Elements);
    }

    [Fact]
    public async Task Toutes_les_fautes_des_reglages_sont_dites_a_la_fois_chacune_a_son_champ()
    {
        var lus = await _socle.Le<LireReglages>().GenerauxAsync(Agents.Administrateur);
        var saisis = lus.ToDictionary();
        (saisis[ClesDeReglage.NomDuCdg], saisis[ClesDeReglage.CourrielDuCdg]) = ("", "pas une adresse");

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            _socle.Le<ModifierReglages>().ExecuterAsync(Agents.Administrateur, lus, saisis)
        );

        Assert.Equal(
            [ClesDeReglage.CourrielDuCdg, ClesDeReglage.NomDuCdg],
            refus.Obstacles.Select(o => o.Champ!).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Un_delai_que_personne_n_a_change_se_lit_avec_sa_valeur_d_origine_et_sa_source()
    {
        var demande = new Demande(Filtres: new Dictionary<string, string> { ["code"] = CodesDesCourriels.RetourDAccuse });
        var lire = _socle.Le<LireReglages>();
        var origine = Assert.Single((await lire.ValeursAsync(Agents.Administrateur, demande)).Elements);
        Assert.Equal((21m, (DateOnly?)null, true), (origine.Nombre, origine.Debut, origine.EstEnVigueur));
        Assert.Contains("livrée", origine.Source, StringComparison.Ordinal);

        await using (var contexte = await _socle.OuvrirAsync())
        {
            contexte.ValeursDatees.Add(
                ValeurDatee.DeNombre(CodesDesCourriels.RetourDAccuse, 15, new DateOnly(2026, 1, 1), null, "Note de service")
            );
            await contexte.SaveChangesAsync();
        }

        var fixee = Assert.Single((await lire.ValeursAsync(Agents.Administrateur, demande)).Elements);
        Assert.Equal((15m, "Note de service"), (fixee.Nombre, fixee.Source));
    }

    [Fact]
    public async Task Seul_un_administrateur_lit_et_change_les_reglages()
    {
        await Assert.ThrowsAsync<DroitManquantException>(() => Ajouter.ExecuterAsync(Agents.Gestionnaire, Nouvelle(1m)));
        await Assert.ThrowsAsync<DroitManquantException>(() => _socle.Le<LireReglages>().GenerauxAsync(Agents.Finances));
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            _socle.Le<LireReglages>().ValeursAsync(Agents.Gestionnaire, new Demande())
        );
    }

    private static NouvelleValeur Nouvelle(decimal euros) =>
        new(Code, euros, Janvier2028, new DateOnly(2029, 12, 31), "Avis d'essai");

    private Task ModifierAsync(IReadOnlyDictionary<string, string> lus, string cle, string valeur) =>
        _socle
            .Le<ModifierReglages>()
            .ExecuterAsync(Agents.Administrateur, lus, new Dictionary<string, string>(lus) { [cle] = valeur });

    private Task<PageDe<LigneDHistorique>> HistoriqueAsync() =>
        _socle
            .Le<LireHistorique>()
            .ExecuterAsync(Agents.Administrateur, Parametrage.ObjetType, Parametrage.ObjetId, new Demande());
}
