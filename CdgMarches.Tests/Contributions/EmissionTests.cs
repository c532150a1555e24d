using CdgMarches.App.Contributions.Calcul;
using CdgMarches.App.Contributions.Campagnes;
using CdgMarches.App.Contributions.Finances;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Contributions;

/// <summary>Simuler, valider à deux, émettre une seule fois.</summary>
public sealed class EmissionTests : EssaiDEmission
{
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
}
