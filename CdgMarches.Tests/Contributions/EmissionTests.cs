using CdgMarches.App.Contributions.Appels;
using CdgMarches.App.Contributions.Calcul;
using CdgMarches.App.Contributions.Campagnes;
using CdgMarches.App.Contributions.Finances;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Contributions;

public sealed class EmissionTests : IAsyncLifetime
{
    private BancDesContributions _banc = null!;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _banc = await BancDesContributions.CreerAsync((420, 87), (120, 5), (350, 30), (600, null), (351, 400), (null, 10));

    public ValueTask DisposeAsync() => _banc.DisposeAsync();

    [Fact]
    public async Task La_simulation_n_ecrit_rien_et_ne_retient_que_ceux_a_qui_il_manque_quelque_chose()
    {
        var id = await _banc.OuvrirCampagneAsync();

        var simulation = await _banc.Le<Simuler>().ExecuterAsync(Agents.Lecture, id, Annulation);

        Assert.Equal(6, simulation.Lignes.Count);
        Assert.Equal((2, 1), (simulation.Manquantes, simulation.EnAttente));
        Assert.Equal("4500.00", simulation.TotalAEmettre.ToString());
        Assert.Equal(2, simulation.Nombre(EtatDAppel.Emis));
        Assert.Equal(1, simulation.Nombre(EtatDAppel.SansAppel));
        await using var contexte = await _banc.OuvrirAsync();
        Assert.False(await contexte.Appels.AnyAsync(Annulation));
    }

    [Fact]
    public async Task L_auteur_ne_valide_pas_et_rien_ne_s_emet_sans_validation()
    {
        var id = await _banc.OuvrirCampagneAsync();
        var valider = _banc.Le<ValiderCampagneDAppel>();
        await valider.ProposerAsync(Agents.Finances, id, await _banc.VersionAsync(id), Annulation);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(async () =>
            await valider.ValiderAsync(Agents.Finances, id, await _banc.VersionAsync(id), Annulation)
        );
        await Assert.ThrowsAsync<RegleMetierException>(() =>
            _banc.Le<EmettreAppels>().ExecuterAsync(Agents.Finances, id, annulation: Annulation)
        );
        await Assert.ThrowsAsync<DroitManquantException>(async () =>
            await valider.ValiderAsync(Agents.Gestionnaire, id, await _banc.VersionAsync(id), Annulation)
        );

        Assert.Contains("une autre personne", refus.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deux_validateurs_a_la_fois_un_seul_valide()
    {
        var id = await _banc.OuvrirCampagneAsync();
        var valider = _banc.Le<ValiderCampagneDAppel>();
        await valider.ProposerAsync(Agents.Gestionnaire, id, await _banc.VersionAsync(id), Annulation);
        var version = await _banc.VersionAsync(id);

        var issues = await Task.WhenAll(
            new[] { Agents.Finances, Agents.Finances with { Id = Guid.NewGuid(), Nom = "Second validateur" } }.Select(acteur =>
                Task.Run(async () =>
                {
                    try
                    {
                        await valider.ValiderAsync(acteur, id, version, Annulation);
                        return acteur.Nom;
                    }
                    catch (Exception refus) when (refus is DbUpdateConcurrencyException or RegleMetierException)
                    {
                        return null;
                    }
                })
            )
        );

        var gagnant = Assert.Single(issues, i => i is not null);
        await using var contexte = await _banc.OuvrirAsync();
        Assert.Equal(gagnant, (await contexte.CampagnesDAppel.SingleAsync(Annulation)).NomDuValidateur);
    }

    [Fact]
    public async Task Emettre_deux_fois_ne_cree_aucun_double_et_le_dit()
    {
        var id = await _banc.ValiderAsync();
        var emettre = _banc.Le<EmettreAppels>();

        var premier = await emettre.ExecuterAsync(Agents.Finances, id, annulation: Annulation);
        var second = await emettre.ExecuterAsync(Agents.Finances, id, annulation: Annulation);

        Assert.Equal((3, 2, 0), (premier.Crees, premier.Emis, premier.Deja));
        Assert.Equal("2 créés, 0 déjà émis ; 1 sans appel, à 0 € ou sous le seuil ; 3 redevables retenus.", premier.Phrase);
        Assert.Equal("0 créé, 2 déjà émis ; 1 sans appel, à 0 € ou sous le seuil ; 3 redevables retenus.", second.Phrase);
        await using var contexte = await _banc.OuvrirAsync();
        var appels = await contexte.Appels.OrderBy(a => a.Numero).ToListAsync(Annulation);
        Assert.Equal([1, 2], appels.Where(a => a.Numero is not null).Select(a => a.Numero!.Value));
        Assert.Contains(appels, a => a is { Etat: EtatDAppel.SansAppel, Numero: null });
    }

    [Fact]
    public async Task Huit_emissions_a_la_fois_n_ecrivent_qu_une_fois_chaque_dette_et_ne_trouent_pas_les_numeros()
    {
        await using var banc = await BancDesContributions.CreerAsync([
            .. Enumerable.Range(0, 40).Select(i => ((int?)400, (int?)i)),
        ]);
        var id = await banc.ValiderAsync();

        var bilans = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ => Task.Run(() => banc.Le<EmettreAppels>().ExecuterAsync(Agents.Finances, id, annulation: Annulation)))
        );

        Assert.Equal(40, bilans.Sum(b => b.Crees));
        await using var contexte = await banc.OuvrirAsync();
        var numeros = await contexte.Appels.Select(a => a.Numero!.Value).Order().ToListAsync(Annulation);
        Assert.Equal(Enumerable.Range(1, 40), numeros);
    }

    [Fact]
    public async Task Une_emission_interrompue_reprend_sans_double_ni_trou()
    {
        await using var banc = await BancDesContributions.CreerAsync([
            .. Enumerable.Range(0, 520).Select(i => ((int?)400, (int?)(i % 60))),
        ]);
        var id = await banc.ValiderAsync();
        using var coupure = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            banc.Le<EmettreAppels>().ExecuterAsync(Agents.Finances, id, new Coupe(coupure), coupure.Token)
        );
        var reprise = await banc.Le<EmettreAppels>().ExecuterAsync(Agents.Finances, id, annulation: Annulation);

        Assert.Equal((20, 500), (reprise.Crees, reprise.Deja));
        await using var contexte = await banc.OuvrirAsync();
        var numeros = await contexte.Appels.Select(a => a.Numero!.Value).Order().ToListAsync(Annulation);
        Assert.Equal(Enumerable.Range(1, 520), numeros);
    }

    [Fact]
    public async Task Une_donnee_changee_apres_la_validation_arrete_l_emission()
    {
        var id = await _banc.ValiderAsync();
        await using (var contexte = await _banc.OuvrirAsync())
        {
            var declaration = await contexte.ConsultationsDeclarees.FirstAsync(
                d => d.Collectivite == _banc.Communes[0].Id,
                Annulation
            );
            declaration.Corriger(260, null, OrigineDesConsultations.Saisie);
            await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation);
        }

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            _banc.Le<EmettreAppels>().ExecuterAsync(Agents.Finances, id, annulation: Annulation)
        );

        Assert.Contains("ont changé", refus.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_cas_limite_confirme_part_et_la_confirmation_est_gardee()
    {
        var id = await _banc.OuvrirCampagneAsync();
        await _banc
            .Le<PreparerCampagneDAppel>()
            .ConfirmerAsync(
                Agents.Gestionnaire,
                id,
                await _banc.VersionAsync(id),
                _banc.Conventions[2].Id.Valeur,
                "Vu en direction",
                Annulation
            );

        var simulation = await _banc.Le<Simuler>().ExecuterAsync(Agents.Lecture, id, Annulation);

        Assert.Equal(0, simulation.EnAttente);
        await using var contexte = await _banc.OuvrirAsync();
        var campagne = await contexte.CampagnesDAppel.SingleAsync(Annulation);
        var confirmation = Assert.Single(campagne.Confirmations);
        Assert.Equal(
            (AxeDeGrille.Agents, 350, Agents.Gestionnaire.Nom),
            (confirmation.Axe, confirmation.Valeur, confirmation.Par)
        );
    }

    [Fact]
    public async Task Une_denonciation_propose_la_reduction_au_prorata()
    {
        var id = await _banc.ValiderAsync();
        await _banc.Le<EmettreAppels>().ExecuterAsync(Agents.Finances, id, annulation: Annulation);
        await using (var contexte = await _banc.OuvrirAsync())
        {
            var convention = await contexte.ConventionsDAcces.SingleAsync(c => c.Id == _banc.Conventions[0].Id, Annulation);
            convention.Denoncer(
                new NouvelleDenonciation(AuteurDeDenonciation.Collectivite, new DateOnly(2026, 4, 28)),
                new DateOnly(2026, 6, 1)
            );
            convention.Notifier(AvisDeReception.Remis(new DateOnly(2026, 4, 30)), new DateOnly(2026, 6, 1));
            await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation);
        }

        var aRevoir = await _banc.Le<Recalculer>().ExerciceAsync(Agents.Gestionnaire, 2026, Annulation);

        // 500 € called; in force to 30 June: 181/365.
        var revu = Assert.Single(aRevoir);
        Assert.Equal((NatureDAppel.Reduction, "252.05"), (revu.Proposition.Nature, revu.Proposition.Montant.ToString()));
        var laisser = _banc.Le<LaisserLEcart>();
        await Assert.ThrowsAsync<RegleMetierException>(() => laisser.ExecuterAsync(Agents.Finances, revu.Id, " ", Annulation));
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            laisser.ExecuterAsync(Agents.Gestionnaire, revu.Id, "Accord amiable", Annulation)
        );
        await laisser.ExecuterAsync(Agents.Finances, revu.Id, "Accord amiable", Annulation);

        Assert.Empty(await _banc.Le<Recalculer>().ExerciceAsync(Agents.Gestionnaire, 2026, Annulation));
        Assert.Null((await _banc.Le<LireFicheDAppel>().ExecuterAsync(Agents.Finances, revu.Id, Annulation))!.Proposition);
    }

    [Fact]
    public async Task Une_dette_gardee_a_zero_se_complete_quand_un_chiffre_change()
    {
        var id = await _banc.ValiderAsync();
        await _banc.Le<EmettreAppels>().ExecuterAsync(Agents.Finances, id, annulation: Annulation);
        AppelDeContribution gardee;
        await using (var contexte = await _banc.OuvrirAsync())
        {
            gardee = await contexte.Appels.AsNoTracking().SingleAsync(a => a.Etat == EtatDAppel.SansAppel, Annulation);
            var commune = await contexte.Collectivites.SingleAsync(c => c.Id == gardee.Collectivite, Annulation);
            commune.DeclarerEffectif(new Domain.Collectivites.DeclarationDEffectif(2026, 410));
            await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation);
        }

        var revu = Assert.Single(await _banc.Le<Recalculer>().ExerciceAsync(Agents.Gestionnaire, 2026, Annulation));
        Assert.Equal(
            ("Sans appel (0 €)", NatureDAppel.Complement, "250.00"),
            (revu.Reference, revu.Proposition.Nature, revu.Proposition.Montant.ToString())
        );
        var fiche = (await _banc.Le<LireFicheDAppel>().ExecuterAsync(Agents.Finances, gardee.Id, Annulation))!;
        Assert.Equal(revu.Proposition, fiche.Proposition);
        await Assert.ThrowsAsync<RegleMetierException>(() => RectifierAsync(NatureDAppel.Annulation));

        var ligne = await RectifierAsync(NatureDAppel.Complement);

        await using var relu = await _banc.OuvrirAsync();
        var complement = await relu.Appels.AsNoTracking().SingleAsync(a => a.Id == ligne.Id, Annulation);
        Assert.Equal(
            ("250.00", EtatDAppel.Emis, gardee.Id),
            (complement.Montant.ToString(), complement.Etat, complement.Rectifie!.Value)
        );
        Assert.NotNull(complement.Numero);
        Assert.Equal("la dette gardée sans appel", (await LettreDAppel.CorrigesAsync(relu, [complement], Annulation))[gardee.Id]);
        var fiches = await ExporterTitres.FichesAsync(relu, relu.Appels, Annulation);
        var ligneDeTitre = (await ExporterTitres.LignesAsync(relu, [complement], fiches, new DemandeDExport(2026), Annulation))[
            0
        ];
        Assert.Null(ligneDeTitre.ReferenceRectifiee);
        Assert.Empty(await _banc.Le<Recalculer>().ExerciceAsync(Agents.Gestionnaire, 2026, Annulation));

        Task<AppelDeContribution> RectifierAsync(NatureDAppel nature) =>
            _banc
                .Le<RectifierAppel>()
                .ExecuterAsync(
                    Agents.Finances,
                    gardee.Id,
                    gardee.Version,
                    nature,
                    revu.Proposition.Montant,
                    "Effectif corrigé",
                    Annulation
                );
    }

    [Fact]
    public async Task Une_exoneration_decidee_n_est_pas_remise_en_cause_par_le_recalcul()
    {
        var id = await _banc.OuvrirCampagneAsync();
        await _banc
            .Le<PreparerCampagneDAppel>()
            .ExonererAsync(
                Agents.Gestionnaire,
                id,
                await _banc.VersionAsync(id),
                _banc.Conventions[0].Id.Valeur,
                "Décision du président",
                Horloges.Jour,
                Annulation
            );
        var valider = _banc.Le<ValiderCampagneDAppel>();
        await valider.ProposerAsync(Agents.Gestionnaire, id, await _banc.VersionAsync(id), Annulation);
        await valider.ValiderAsync(Agents.Finances, id, await _banc.VersionAsync(id), Annulation);
        await _banc.Le<EmettreAppels>().ExecuterAsync(Agents.Finances, id, annulation: Annulation);

        Assert.Empty(await _banc.Le<Recalculer>().ExerciceAsync(Agents.Gestionnaire, 2026, Annulation));
    }

    [Fact]
    public async Task Les_petites_dettes_sont_reprises_par_la_premiere_qui_passe_le_seuil()
    {
        await using var banc = await BancDesContributions.CreerAsync((400, 10));
        await using (var contexte = await banc.OuvrirAsync())
        {
            var petit = Exemples.UnAppel(9.5m, collectivite: banc.Communes[0].Id);
            contexte.Add(petit);
            await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation);
        }

        var id = await banc.ValiderAsync();
        await banc.Le<EmettreAppels>().ExecuterAsync(Agents.Finances, id, annulation: Annulation);

        await using var relu = await banc.OuvrirAsync();
        var appel = await relu.Appels.SingleAsync(a => a.Numero != null, Annulation);
        Assert.Equal("9.50 259.50", $"{appel.Report} {appel.Montant}");
        Assert.Equal(appel.Id, (await relu.Appels.SingleAsync(a => a.Etat == EtatDAppel.Repris, Annulation)).ReprisPar);
    }

    [Fact]
    public async Task Un_appel_ne_reprend_ni_une_dette_ulterieure_ni_une_dette_d_un_autre_taux()
    {
        await using var banc = await BancDesContributions.CreerAsync((400, 10));
        var (plusTard, taxee) = (
            Exemples.UnAppel(9.5m, collectivite: banc.Communes[0].Id, exercice: 2027),
            Exemples.UnAppel(9.5m, collectivite: banc.Communes[0].Id, tva: TauxTva.DePourcentage(20m))
        );
        await using (var contexte = await banc.OuvrirAsync())
        {
            contexte.AddRange(plusTard, taxee);
            await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation);
        }

        var id = await banc.ValiderAsync();
        await banc.Le<EmettreAppels>().ExecuterAsync(Agents.Finances, id, annulation: Annulation);

        await using var relu = await banc.OuvrirAsync();
        Assert.Equal(MontantHt.Zero, (await relu.Appels.SingleAsync(a => a.Numero != null, Annulation)).Report);
        Assert.Equal(
            2,
            await relu.Appels.CountAsync(
                a => a.Etat == EtatDAppel.Reporte && (a.Id == plusTard.Id || a.Id == taxee.Id),
                Annulation
            )
        );
    }

    [Theory]
    [InlineData("14.99", EtatDAppel.Reporte)]
    [InlineData("15.00", EtatDAppel.Emis)]
    public async Task Un_complement_sous_le_seuil_attend_la_dette_suivante_sans_prendre_de_numero(string euros, EtatDAppel issue)
    {
        var id = await _banc.ValiderAsync();
        await _banc.Le<EmettreAppels>().ExecuterAsync(Agents.Finances, id, annulation: Annulation);
        AppelDeContribution appel;
        await using (var contexte = await _banc.OuvrirAsync())
        {
            appel = await contexte.Appels.FirstAsync(a => a.Numero == 1, Annulation);
        }

        Assert.True(MontantHt.TryParse(euros, out var montant));
        var rectifier = _banc.Le<RectifierAppel>();
        var ligne = await rectifier.ExecuterAsync(
            Agents.Finances,
            appel.Id,
            appel.Version,
            NatureDAppel.Complement,
            montant,
            "Consultations oubliées",
            Annulation
        );

        Assert.Equal((issue, issue is EtatDAppel.Emis ? 3 : null), (ligne.Etat, ligne.Numero));
    }

    [Fact]
    public async Task Les_titres_se_remettent_une_fois_et_le_classeur_se_relit()
    {
        var id = await _banc.ValiderAsync();
        await _banc.Le<EmettreAppels>().ExecuterAsync(Agents.Finances, id, annulation: Annulation);
        var exporter = _banc.Le<ExporterTitres>();
        var demande = new DemandeDExport(2026);

        var avant = await exporter.ApprecierAsync(Agents.Finances, demande, Annulation);
        var remise = await exporter.ExecuterAsync(Agents.Finances, demande, Annulation);
        var apres = await exporter.ApprecierAsync(Agents.Finances, demande, Annulation);

        Assert.Equal((2, "4500.00", 0), (avant.Nombre, avant.Total.ToString(), avant.DejaExportes));
        Assert.Equal((0, 2), (apres.Nombre, apres.DejaExportes));
        await using var contexte = await _banc.OuvrirAsync();
        var export = await contexte.ExportsDeFinances.SingleAsync(e => e.Id == remise, Annulation);
        var appels = await contexte
            .Appels.AsNoTracking()
            .Where(a => a.Numero != null)
            .OrderBy(a => a.Numero)
            .ToListAsync(Annulation);
        var fiches = await ExporterTitres.FichesAsync(contexte, contexte.Appels, Annulation);
        var lignes = await ExporterTitres.LignesAsync(contexte, appels, fiches, demande, Annulation);
        var empreinte = EcrireTitres.Empreinte(EcrireTitres.Csv(null, lignes));
        Assert.Equal((2, empreinte), (export.Nombre, export.Empreinte));
        using var flux = new MemoryStream(
            EcrireTitres.Classeur(2026, "essai", null, lignes, empreinte, new DateOnly(2026, 3, 10))
        );
        using var classeur = new ClosedXML.Excel.XLWorkbook(flux);
        var feuille = classeur.Worksheet(EcrireTitres.Feuille);
        int Colonne(string nom) => feuille.Row(1).CellsUsed().Single(c => c.GetString() == nom).Address.ColumnNumber;
        Assert.Equal("APC-2026-0001", feuille.Cell(2, Colonne("N° appel")).GetString());
        Assert.Equal(14, feuille.Cell(2, Colonne("SIRET")).GetString().Length);
        Assert.Equal(500d, feuille.Cell(2, Colonne("TTC")).GetDouble());
        Assert.Equal(2d, classeur.Worksheet(EcrireTitres.Controle).Cell(2, 2).GetDouble());
    }

    private sealed class Coupe(CancellationTokenSource coupure) : IProgress<int>
    {
        public void Report(int value) => coupure.Cancel();
    }
}
