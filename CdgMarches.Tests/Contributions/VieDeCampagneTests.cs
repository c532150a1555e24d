using CdgMarches.App.Contributions.Calcul;
using CdgMarches.App.Contributions.Campagnes;
using CdgMarches.App.Contributions.Donnees;
using CdgMarches.App.Contributions.Finances;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Contributions;

/// <summary>Ce qui arrive à une campagne : exercice clos, date, renvoi motivé, abandon, exercice oublié ; et au comptable qu'elle porte.</summary>
public sealed class VieDeCampagneTests : IAsyncLifetime
{
    private BancDesContributions _banc = null!;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _banc = await BancDesContributions.CreerAsync((420, 87), (600, null));

    public ValueTask DisposeAsync() => _banc.DisposeAsync();

    [Fact]
    public async Task Un_exercice_clos_n_ouvre_ne_propose_ni_n_emet_plus_aucun_appel()
    {
        var id = await _banc.EmettreAsync();
        await using (var contexte = await _banc.OuvrirAsync())
        {
            contexte.Add(ConsultationsDeclarees.Declarer(_banc.Communes[1].Id, 2025, 12, null, OrigineDesConsultations.Saisie));
            await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation);
        }

        var valider = _banc.Le<ValiderCampagneDAppel>();
        await valider.ProposerAsync(Agents.Gestionnaire, id, await _banc.VersionAsync(id), Annulation);
        await valider.ValiderAsync(Agents.Finances, id, await _banc.VersionAsync(id), Annulation);
        _banc.Avancer(330);
        await _banc.Le<CloreExercice>().ExecuterAsync(Agents.Finances, 2026, Annulation);

        var emission = await Assert.ThrowsAsync<RegleMetierException>(() =>
            _banc.Le<EmettreAppels>().ExecuterAsync(Agents.Finances, id, annulation: Annulation)
        );
        Assert.Contains("L'exercice 2026 est clos", emission.Message, StringComparison.Ordinal);
        var simulation = await _banc.Le<Simuler>().ExecuterAsync(Agents.Finances, id, Annulation);
        Assert.Contains(
            (await _banc.Le<ApprecierEmission>().ExecuterAsync(Agents.Finances, id, simulation, Annulation)).Obstacles,
            o => o.Code == "RG6.30"
        );
        await valider.RenvoyerAsync(Agents.Finances, id, await _banc.VersionAsync(id), "Exercice clos", Annulation);
        await Assert.ThrowsAsync<RegleMetierException>(async () =>
            await valider.ProposerAsync(Agents.Gestionnaire, id, await _banc.VersionAsync(id), Annulation)
        );
        await using var relu = await _banc.OuvrirAsync();
        Assert.Equal(1, await relu.Appels.CountAsync(a => a.Numero != null, Annulation));
    }

    [Fact]
    public async Task Une_campagne_ne_s_ouvre_pas_sur_un_exercice_clos()
    {
        _banc.Avancer(330);
        await _banc.Le<CloreExercice>().ExecuterAsync(Agents.Finances, 2026, Annulation);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => _banc.OuvrirCampagneAsync());

        Assert.Equal("exercice", Assert.Single(refus.Obstacles).Champ);
        Assert.DoesNotContain(
            await _banc.Le<LireCampagnesDAppel>().ALancerAsync(Agents.Finances, Annulation),
            a => a.Exercice == 2026
        );
    }

    [Theory]
    [InlineData("2025-12-31", false)]
    [InlineData("2026-01-01", true)]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", false)]
    public async Task Les_appels_portent_une_date_de_leur_exercice(string jour, bool permise)
    {
        var id = await _banc.OuvrirCampagneAsync();
        var date = DateOnly.ParseExact(jour, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        var refus = await Record.ExceptionAsync(async () =>
            await _banc
                .Le<PreparerCampagneDAppel>()
                .DaterAsync(Agents.Gestionnaire, id, await _banc.VersionAsync(id), date, Annulation)
        );

        Assert.Equal(permise, refus is null);
    }

    [Fact]
    public async Task L_appel_de_l_exercice_a_venir_se_date_du_jour_de_son_lancement()
    {
        var id = await _banc
            .Le<OuvrirCampagneDAppel>()
            .SurGrilleAsync(Agents.Gestionnaire, _banc.Grille.Lignee, 2027, null, Annulation);

        var fiche = (await _banc.Le<LireCampagnesDAppel>().FicheAsync(Agents.Lecture, id, Annulation))!;

        Assert.Equal(new DateOnly(2027, 1, 2), fiche.DateDAppel);
    }

    [Fact]
    public async Task Un_retardataire_s_appelle_au_jour_de_l_emission_et_jamais_avant_son_acte()
    {
        var id = await _banc.EmettreAsync();
        _banc.Avancer(262);
        var (ancienne, nouvelle) = (
            await SignerAsync(98, new DateOnly(2026, 6, 1)),
            await SignerAsync(99, new DateOnly(2026, 12, 17))
        );
        var valider = _banc.Le<ValiderCampagneDAppel>();
        await valider.ProposerAsync(Agents.Gestionnaire, id, await _banc.VersionAsync(id), Annulation);
        await valider.ValiderAsync(Agents.Finances, id, await _banc.VersionAsync(id), Annulation);

        await _banc.Le<EmettreAppels>().ExecuterAsync(Agents.Finances, id, annulation: Annulation);

        Assert.Equal(new DateOnly(2026, 11, 27), Horloges.Jour.AddDays(262));
        Assert.Equal((new DateOnly(2026, 11, 27), new DateOnly(2026, 12, 27)), await DatesAsync(ancienne));
        Assert.Equal((new DateOnly(2026, 12, 17), new DateOnly(2027, 1, 16)), await DatesAsync(nouvelle));
        Assert.Equal((Horloges.Jour, Horloges.Jour.AddDays(30)), await DatesAsync(_banc.Communes[0].Id));
    }

    [Fact]
    public async Task L_appel_d_un_exercice_passe_porte_le_jour_de_son_emission_et_n_est_pas_en_retard()
    {
        _banc.Avancer(330);

        await _banc.EmettreAsync();

        Assert.Equal((new DateOnly(2027, 2, 3), new DateOnly(2027, 3, 5)), await DatesAsync(_banc.Communes[0].Id));
        var suivi = await _banc.Le<LireSuivi>().ExecuterAsync(Agents.Lecture, 2026, Annulation);
        Assert.Equal(0, suivi.RelancesDues);
        Assert.Equal("Pas encore échu", Assert.Single(suivi.Anciennetes, a => a.Nombre > 0).Libelle);
        Assert.Empty(await _banc.Le<App.Contributions.Appels.Recalculer>().ExerciceAsync(Agents.Finances, 2026, Annulation));
    }

    /// <summary>Une convention qui prend effet ce jour-là, d'une commune qui doit.</summary>
    private async Task<Domain.Collectivites.CollectiviteId> SignerAsync(int numero, DateOnly effet)
    {
        var commune = Groupements.Exemples.UneCommune(
            $"Commune tardive {numero}",
            Domain.Collectivites.CategorieDeCollectivite.Commune
        );
        commune.DeclarerEffectif(new Domain.Collectivites.DeclarationDEffectif(2026, 400));
        await _banc.Socle.Base.SemerAsync(commune);
        await _banc.Socle.Base.SemerAsync(
            Tests.Conventions.Exemples.EnVigueur(commune.Id, numero, effet: effet),
            ConsultationsDeclarees.Declarer(commune.Id, 2025, 60, null, OrigineDesConsultations.Saisie)
        );
        return commune.Id;
    }

    private async Task<(DateOnly Appel, DateOnly Echeance)> DatesAsync(Domain.Collectivites.CollectiviteId debiteur)
    {
        await using var contexte = await _banc.OuvrirAsync();
        var appel = await contexte.Appels.AsNoTracking().SingleAsync(a => a.Collectivite == debiteur, Annulation);
        return (appel.DateDAppel, appel.EcheanceDePaiement);
    }

    [Fact]
    public async Task Tant_que_rien_n_est_propose_le_seul_obstacle_est_la_validation()
    {
        var id = await _banc.OuvrirCampagneAsync();
        var simulation = await _banc.Le<Simuler>().ExecuterAsync(Agents.Finances, id, Annulation);

        var verdict = await _banc.Le<ApprecierEmission>().ExecuterAsync(Agents.Finances, id, simulation, Annulation);

        Assert.Contains("Une seconde personne", Assert.Single(verdict.Obstacles).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_renvoi_dit_qui_quand_et_pourquoi_jusqu_a_la_nouvelle_proposition()
    {
        var id = await _banc.OuvrirCampagneAsync();
        var valider = _banc.Le<ValiderCampagneDAppel>();
        await valider.ProposerAsync(Agents.Gestionnaire, id, await _banc.VersionAsync(id), Annulation);

        var sansMotif = await Assert.ThrowsAsync<RegleMetierException>(async () =>
            await valider.RenvoyerAsync(Agents.Finances, id, await _banc.VersionAsync(id), " ", Annulation)
        );
        Assert.DoesNotContain("L1617-5", Assert.Single(sansMotif.Obstacles).Fondement, StringComparison.Ordinal);
        await valider.RenvoyerAsync(Agents.Finances, id, await _banc.VersionAsync(id), "Reprise par Camille.", Annulation);

        var renvoi = (await FicheAsync()).Renvoi!;
        Assert.Equal((Agents.Finances.Nom, "Reprise par Camille."), (renvoi.Par, renvoi.Motif));
        await valider.ProposerAsync(Agents.Gestionnaire, id, await _banc.VersionAsync(id), Annulation);
        Assert.Null((await FicheAsync()).Renvoi);

        async Task<FicheDeCampagneDAppel> FicheAsync() =>
            (await _banc.Le<LireCampagnesDAppel>().FicheAsync(Agents.Lecture, id, Annulation))!;
    }

    [Fact]
    public async Task Une_preparation_sans_dette_s_abandonne_et_se_refait_une_campagne_emise_non()
    {
        var id = await _banc.OuvrirCampagneAsync();
        var preparer = _banc.Le<PreparerCampagneDAppel>();
        await Assert.ThrowsAsync<DroitManquantException>(async () =>
            await preparer.AbandonnerAsync(Agents.Lecture, id, await _banc.VersionAsync(id), Annulation)
        );

        await preparer.AbandonnerAsync(Agents.Gestionnaire, id, await _banc.VersionAsync(id), Annulation);

        await using (var contexte = await _banc.OuvrirAsync())
        {
            Assert.False(await contexte.CampagnesDAppel.AnyAsync(Annulation));
            Assert.True(await contexte.Journal.AnyAsync(l => l.ObjetId == id.Valeur, Annulation));
        }

        var refaite = await _banc.EmettreAsync();
        var refus = await Assert.ThrowsAsync<RegleMetierException>(async () =>
            await preparer.AbandonnerAsync(Agents.Gestionnaire, refaite, await _banc.VersionAsync(refaite), Annulation)
        );
        Assert.Contains("1 dette", refus.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_exercice_jamais_emis_reste_a_lancer_l_annee_d_apres_et_rien_avant_le_debut_de_la_grille()
    {
        await _banc.OuvrirCampagneAsync();
        Assert.DoesNotContain(await LireAsync(), a => a.APartirDu < GrilleDuCdg62.Debut);
        _banc.Avancer(365);

        var lus = await LireAsync();

        Assert.Contains(lus, a => a is { Exercice: 2026, EstDu: true, Campagne: not null });
        Assert.Contains(lus, a => a is { Exercice: 2027, EstDu: true });
        Assert.Contains(lus, a => a is { Exercice: 2028, EstDu: false });

        Task<IReadOnlyList<AppelALancer>> LireAsync() =>
            _banc.Le<LireCampagnesDAppel>().ALancerAsync(Agents.Finances, Annulation);
    }

    [Fact]
    public async Task Un_appel_fait_par_une_autre_campagne_du_meme_type_est_nomme()
    {
        await _banc.EmettreAsync();
        await using (var contexte = await _banc.OuvrirAsync())
        {
            var jumelle = CampagneDAppel.Ouvrir(
                OrigineDeCampagne.Grille,
                _banc.Grille.Lignee,
                null,
                2026,
                "jumelle",
                "Campagne jumelle",
                new DateOnly(2026, 1, 5)
            );
            contexte.Add(jumelle);
            await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation);
            await contexte
                .CampagnesDAppel.Where(c => c.Id == jumelle.Id)
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.Assiette, _banc.Grille.Lignee), Annulation);
            await contexte.Appels.ExecuteUpdateAsync(a => a.SetProperty(x => x.Occurrence, "jumelle"), Annulation);

            var fiche = (await _banc.Le<LireCampagnesDAppel>().FicheAsync(Agents.Lecture, jumelle.Id, Annulation))!;

            var ailleurs = Assert.Single(fiche.Ailleurs);
            Assert.Equal(1, ailleurs.Nombre);
            Assert.Contains("2026", ailleurs.Intitule, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Un_comptable_qu_aucun_appel_ne_porte_se_corrige_et_se_retire_celui_qui_precede_reprend_ses_jours()
    {
        var tenir = _banc.Le<TenirComptables>();
        await tenir.FixerAsync(Agents.Finances, Saisie("SGC d'Arras", "62000", new DateOnly(2027, 1, 1)), Annulation);
        var arras = await ComptableAsync("SGC d'Arras");

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            tenir.CorrigerAsync(
                Agents.Finances,
                arras.Id,
                arras.Version,
                Saisie("SGC d'Arras", "6200", new DateOnly(2027, 1, 1)),
                Annulation
            )
        );
        Assert.Equal("code-postal", Assert.Single(refus.Obstacles).Champ);
        await tenir.CorrigerAsync(
            Agents.Finances,
            arras.Id,
            arras.Version,
            Saisie("SGC de Lens", "62300", new DateOnly(2027, 2, 1)),
            Annulation
        );
        Assert.Equal(new DateOnly(2027, 1, 31), (await ComptableAsync("SGC de Bruay-la-Buissière")).Fin);

        var lens = await ComptableAsync("SGC de Lens");
        await tenir.RetirerAsync(Agents.Finances, lens.Id, lens.Version, Annulation);
        Assert.Null((await ComptableAsync("SGC de Bruay-la-Buissière")).Fin);
    }

    [Fact]
    public async Task Un_comptable_qu_un_appel_porte_ne_se_corrige_ni_ne_se_retire()
    {
        await _banc.EmettreAsync();
        var bruay = await ComptableAsync("SGC de Bruay-la-Buissière");
        var tenir = _banc.Le<TenirComptables>();

        await Assert.ThrowsAsync<RegleMetierException>(() =>
            tenir.RetirerAsync(Agents.Finances, bruay.Id, bruay.Version, Annulation)
        );
        await Assert.ThrowsAsync<RegleMetierException>(() =>
            tenir.CorrigerAsync(Agents.Finances, bruay.Id, bruay.Version, Saisie("Autre", "62000", bruay.Debut), Annulation)
        );
        Assert.False(Assert.Single((await tenir.LireAsync(Agents.Finances, Annulation)).Comptables).PeutCorriger.EstFavorable);
    }

    private static SaisieDeComptable Saisie(string nom, string codePostal, DateOnly debut) =>
        new(nom, "1 place", codePostal, "Arras", null, "Le président", debut);

    private async Task<ComptableAssignataire> ComptableAsync(string nom)
    {
        await using var contexte = await _banc.OuvrirAsync();
        return await contexte.ComptablesAssignataires.AsNoTracking().SingleAsync(c => c.Nom == nom, Annulation);
    }
}
