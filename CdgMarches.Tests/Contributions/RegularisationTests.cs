using CdgMarches.App.Contributions.Appels;
using CdgMarches.App.Contributions.Campagnes;
using CdgMarches.App.Contributions.Finances;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Contributions;

/// <summary>Ce que l'on corrige d'un appel, et ce que l'on en reporte : réductions, compléments, petites dettes.</summary>
public sealed class RegularisationTests : EssaiDEmission
{
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
        var petit = Exemples.UnAppel(9.5m, collectivite: banc.Communes[0].Id);
        await using (var contexte = await banc.OuvrirAsync())
        {
            contexte.Add(petit);
            await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation);
        }

        var id = await banc.ValiderAsync();
        await banc.Le<EmettreAppels>().ExecuterAsync(Agents.Finances, id, annulation: Annulation);

        await using var relu = await banc.OuvrirAsync();
        var appel = await relu.Appels.SingleAsync(a => a.Numero != null, Annulation);
        Assert.Equal("9.50 259.50", $"{appel.Report} {appel.Montant}");
        Assert.Contains(
            $"S'y ajoutent 9,50\u00A0€ de dettes antérieures inférieures au seuil de recouvrement ({petit.Exercice} : {petit.Liquidation.Fiche.TrimEnd('.')})",
            appel.Liquidation.Fiche,
            StringComparison.Ordinal
        );
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
}
