using System.Diagnostics;
using CdgMarches.App.Recensements;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using CdgMarches.Domain.Recensements.Regles;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Recensements;

public sealed class VieDeCampagneTests
{
    [Fact]
    public async Task Les_campagnes_d_un_exercice_se_numerotent_sans_trou_meme_apres_un_refus()
    {
        await using var banc = await BancDeRecensement.CreerAsync();
        await banc.PreparerAsync();
        await Assert.ThrowsAsync<RegleMetierException>(() => banc.PreparerAsync(cloture: BancDeRecensement.Jour(2026, 3, 9)));
        await banc.PreparerAsync();

        Assert.Equal(
            ["CAMP-2027-001", "CAMP-2027-002"],
            await banc.LireAsync(c => c.Campagnes.OrderBy(x => x.Reference).Select(x => x.Reference).ToListAsync())
        );
    }

    [Fact]
    public async Task Ouvrir_cree_une_reponse_par_membre_et_prestation_pour_mille_cinq_cents_membres()
    {
        await using var banc = await BancDeRecensement.CreerAsync(1500);
        var id = await banc.PreparerAsync();
        var montre = Stopwatch.StartNew();

        var reponses = await banc.Service<OuvrirCampagne>().ExecuterAsync(Agents.Gestionnaire, id, await banc.VersionAsync(id));

        Assert.Equal(new MembresInterroges(3000, 1500), reponses);
        Assert.True(montre.Elapsed < TimeSpan.FromSeconds(20), $"{montre.Elapsed}");
        Assert.Equal(3000, await banc.LireAsync(c => c.Reponses.CountAsync(r => r.Etat == EtatDeReponse.NonOuverte)));
        Assert.Equal(
            0,
            (await banc.Service<OuvrirCampagne>().CompleterAsync(Agents.Gestionnaire, id, await banc.VersionAsync(id))).Reponses
        );
    }

    [Fact]
    public async Task Une_prestation_sans_ligne_ou_une_cloture_passee_empechent_d_ouvrir_et_tout_est_dit_a_la_fois()
    {
        await using var banc = await BancDeRecensement.CreerAsync();
        var id = await banc.Service<CreerCampagne>()
            .ExecuterAsync(
                Agents.Gestionnaire,
                new NouvelleCampagne(
                    banc.Groupement.Id,
                    2027,
                    new ParametresDeCampagne(
                        "Vide",
                        null,
                        BancDeRecensement.Jour(2026, 1, 1),
                        BancDeRecensement.Jour(2026, 2, 1)
                    ),
                    [banc.Fournitures]
                )
            );

        var refus = await Assert.ThrowsAsync<RegleMetierException>(async () =>
            await banc.Service<OuvrirCampagne>().ExecuterAsync(Agents.Gestionnaire, id, await banc.VersionAsync(id))
        );

        Assert.Equal([typeof(ClotureAVenir), typeof(UneLigneParPrestation)], refus.Obstacles.Select(o => o.GetType()));
    }

    [Theory]
    [InlineData("2026-03-31", "2026-03-10", 5, typeof(ClotureApresOuverture), "doit venir après l'ouverture, le 31")]
    [InlineData("1900-01-01", "2026-03-31", 5, typeof(DatePlausible), "n'est pas plausible")]
    [InlineData("2026-03-10", "2026-03-31", 10_000, typeof(IntituleRenseigne), "a 10000 caractères")]
    public async Task Des_parametres_absurdes_sont_refuses_d_une_phrase_et_rien_n_est_cree(
        string ouverture,
        string cloture,
        int longueur,
        Type regle,
        string phrase
    )
    {
        await using var banc = await BancDeRecensement.CreerAsync();

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            banc.Service<CreerCampagne>()
                .ExecuterAsync(
                    Agents.Gestionnaire,
                    new NouvelleCampagne(
                        banc.Groupement.Id,
                        2027,
                        new ParametresDeCampagne(
                            new string('x', longueur),
                            null,
                            DateOnly.Parse(ouverture, System.Globalization.CultureInfo.InvariantCulture),
                            DateOnly.Parse(cloture, System.Globalization.CultureInfo.InvariantCulture)
                        ),
                        [banc.Fournitures]
                    )
                )
        );

        var obstacle = Assert.Single(refus.Obstacles, o => o.GetType() == regle);
        Assert.Contains(phrase, obstacle.Message, StringComparison.Ordinal);
        Assert.Equal(0, await banc.LireAsync(c => c.Campagnes.CountAsync()));
    }

    [Fact]
    public async Task Une_ligne_ajoutee_apres_l_ouverture_remet_a_revoir_les_seules_reponses_commencees_de_la_prestation()
    {
        await using var banc = await BancDeRecensement.CreerAsync();
        var id = await banc.OuvrirAsync();
        var validee = await banc.ReponseAsync(id, 0);
        await banc.SaisirAsync(banc.Membre(0), validee.Id, 1, estime: 7);
        await banc.ValiderAsync(banc.Membre(0, RoleDeMembre.Signataire), validee.Id);

        var publie = await banc.Service<ModifierCatalogue>()
            .ExecuterAsync(
                Agents.Gestionnaire,
                id,
                await banc.VersionAsync(id),
                [ModificationDeCatalogue.Ajout(banc.Ligne("Papier A3"))]
            );

        Assert.Equal(new CataloguePublie(2, 1, 1), publie);
        var apres = await banc.ReponseAsync(id, 0);
        Assert.Equal((EtatDeReponse.ARevoir, (string?)null), (apres.Etat, apres.NumeroDeRecu));
        Assert.Equal(7000, (await banc.LigneAsync(validee.Id, 1))!.EstimeMilliemes);
        Assert.Equal(EtatDeReponse.NonOuverte, (await banc.ReponseAsync(id, 1)).Etat);
        Assert.Equal(EtatDeReponse.NonOuverte, (await banc.ReponseAsync(id, 0, banc.Parapheur)).Etat);
    }

    [Fact]
    public async Task L_unite_d_une_ligne_repondue_est_verrouillee_celle_des_autres_non()
    {
        await using var banc = await BancDeRecensement.CreerAsync();
        var id = await banc.OuvrirAsync();
        await banc.SaisirAsync(banc.Membre(0), (await banc.ReponseAsync(id, 0)).Id, 1, estime: 7);
        var modifier = banc.Service<ModifierCatalogue>();

        var refus = await Assert.ThrowsAsync<RegleMetierException>(async () =>
            await modifier.ExecuterAsync(
                Agents.Gestionnaire,
                id,
                await banc.VersionAsync(id),
                [ModificationDeCatalogue.Correction(1, banc.Ligne("Papier A4", unite: "carton"))]
            )
        );
        await modifier.ExecuterAsync(
            Agents.Gestionnaire,
            id,
            await banc.VersionAsync(id),
            [ModificationDeCatalogue.Correction(2, banc.Ligne("Stylo", lot: 2, unite: "boîte"))]
        );

        Assert.IsType<UniteVerrouillee>(Assert.Single(refus.Obstacles));
    }

    [Fact]
    public async Task Prolonger_la_campagne_prolonge_tous_les_membres_sauf_celui_qui_a_un_delai_a_lui()
    {
        await using var banc = await BancDeRecensement.CreerAsync();
        var id = await banc.OuvrirAsync();
        var rouverte = await banc.ReponseAsync(id, 1);
        await banc.Service<RouvrirReponses>()
            .ExecuterAsync(Agents.Gestionnaire, [rouverte.Id], BancDeRecensement.Jour(2026, 5, 4), "Élections");

        await banc.Service<ModifierCampagne>()
            .ExecuterAsync(
                Agents.Gestionnaire,
                id,
                await banc.VersionAsync(id),
                BancDeRecensement.Parametres(BancDeRecensement.Jour(2026, 4, 10))
            );

        Assert.Equal(new DateTimeOffset(2026, 4, 10, 22, 0, 0, TimeSpan.Zero), (await banc.ReponseAsync(id, 0)).OuverteJusqua);
        Assert.Equal(new DateTimeOffset(2026, 5, 4, 22, 0, 0, TimeSpan.Zero), (await banc.ReponseAsync(id, 1)).OuverteJusqua);
    }

    [Fact]
    public async Task Apres_la_cloture_un_membre_se_rouvre_seul_avec_motif_et_delai()
    {
        await using var banc = await BancDeRecensement.CreerAsync();
        var id = await banc.OuvrirAsync();
        await banc.CloreAsync();
        var reponse = await banc.ReponseAsync(id, 0);
        var rouvrir = banc.Service<RouvrirReponses>();
        await Assert.ThrowsAsync<RegleMetierException>(() =>
            rouvrir.ExecuterAsync(Agents.Gestionnaire, [reponse.Id], BancDeRecensement.Jour(2026, 4, 10), " ")
        );

        await rouvrir.ExecuterAsync(Agents.Gestionnaire, [reponse.Id], BancDeRecensement.Jour(2026, 4, 10), "Retour tardif");

        await banc.SaisirAsync(banc.Membre(0), reponse.Id, 1, estime: 7);
        Assert.Equal(EtatDeCampagne.Close, (await banc.LireAsync(c => c.Campagnes.SingleAsync())).Etat);
        await Assert.ThrowsAsync<RegleMetierException>(async () =>
            await banc.SaisirAsync(banc.Membre(1), (await banc.ReponseAsync(id, 1)).Id, 1, estime: 7)
        );
    }

    [Fact]
    public async Task Un_neant_se_declare_pour_toute_la_campagne_et_se_reprend()
    {
        await using var banc = await BancDeRecensement.CreerAsync();
        var id = await banc.OuvrirAsync();
        var (a, b) = (await banc.ReponseAsync(id, 0), await banc.ReponseAsync(id, 0, banc.Parapheur));
        var neant = banc.Service<DeclarerNeant>();

        await neant.ExecuterAsync(banc.Membre(0), [a.Id, b.Id]);
        Assert.Equal(EtatDeReponse.Neant, (await banc.ReponseAsync(id, 0, banc.Parapheur)).Etat);
        await neant.RevenirAsync(banc.Membre(0), a.Id, (await banc.ReponseAsync(id, 0)).Version);

        Assert.Equal(EtatDeReponse.Brouillon, (await banc.ReponseAsync(id, 0)).Etat);
        await Assert.ThrowsAsync<DroitManquantException>(() => neant.ExecuterAsync(banc.Membre(1), [a.Id]));
    }

    [Fact]
    public async Task Un_neant_sur_des_quantites_saisies_demande_un_motif_et_les_garde()
    {
        await using var banc = await BancDeRecensement.CreerAsync();
        var reponse = await banc.ReponseAsync(await banc.OuvrirAsync(), 0);
        await banc.SaisirAsync(banc.Membre(0), reponse.Id, 1, estime: 7);
        var neant = banc.Service<DeclarerNeant>();

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => neant.ExecuterAsync(banc.Membre(0), [reponse.Id]));
        await neant.ExecuterAsync(banc.Membre(0), [reponse.Id], "Stock suffisant");

        Assert.True(refus.MotifAttendu);
        Assert.Equal(7000, (await banc.LigneAsync(reponse.Id, 1))!.EstimeMilliemes);
    }

    [Fact]
    public async Task N_moins_1_remplit_les_cellules_vides_et_ecrase_seulement_la_ligne_que_l_on_designe()
    {
        await using var banc = await BancDeRecensement.CreerAsync();
        var avant = await banc.OuvrirAsync();
        var reponseN1 = await banc.ReponseAsync(avant, 0);
        await banc.SaisirAsync(banc.Membre(0), reponseN1.Id, 1, 1, 2, 3);
        await banc.SaisirAsync(banc.Membre(0), reponseN1.Id, 2, 4, 5, 6);
        await banc.ValiderAsync(banc.Membre(0, RoleDeMembre.Signataire), reponseN1.Id);
        var reponse = await banc.ReponseAsync(await banc.OuvrirAsync(precedente: avant), 0);
        await banc.SaisirAsync(banc.Membre(0), reponse.Id, 1, estime: 50);
        var reprendre = banc.Service<ReprendreN1>();

        Assert.Equal(5, await reprendre.ExecuterAsync(banc.Membre(0), reponse.Id));
        Assert.Equal(50_000, (await banc.LigneAsync(reponse.Id, 1))!.EstimeMilliemes);
        Assert.Equal(3000, (await banc.LigneAsync(reponse.Id, 1))!.MaximumMilliemes);
        Assert.Equal(1, await reprendre.ExecuterAsync(banc.Membre(0), reponse.Id, [1]));

        Assert.Equal(2000, (await banc.LigneAsync(reponse.Id, 1))!.EstimeMilliemes);
        Assert.Equal(5000, (await banc.LigneAsync(reponse.Id, 2))!.EstimeMilliemes);
    }

    [Fact]
    public async Task Les_membres_silencieux_se_decident_en_bloc_et_ceux_qui_ont_repondu_sont_epargnes()
    {
        await using var banc = await BancDeRecensement.CreerAsync();
        var id = await banc.OuvrirAsync();
        var repondue = await banc.ReponseAsync(id, 0);
        await banc.Service<DeclarerNeant>().ExecuterAsync(banc.Membre(0), [repondue.Id]);
        var silencieuse = await banc.ReponseAsync(id, 1);
        var decider = banc.Service<DeciderDOffice>();
        var tropTot = await decider.ExecuterAsync(Agents.Gestionnaire, [silencieuse.Id], DecisionDOffice.Exclure, "Sans réponse");
        await banc.CloreAsync();

        var sorts = await decider.ExecuterAsync(
            Agents.Gestionnaire,
            [repondue.Id, silencieuse.Id],
            DecisionDOffice.PresumerNeant,
            "Sans réponse après trois relances"
        );

        Assert.NotNull(Assert.Single(tropTot).Obstacle);
        Assert.Equal([true, false], sorts.OrderBy(s => s.Membre).Select(s => s.Obstacle is not null));
        Assert.Equal(EtatDeReponse.Neant, (await banc.ReponseAsync(id, 0)).Etat);
        Assert.Equal(EtatDeReponse.NeantPresume, (await banc.ReponseAsync(id, 1)).Etat);
    }

    [Fact]
    public async Task Reprendre_N_moins_1_d_office_compte_et_l_historique_garde_le_brouillon_remplace()
    {
        await using var banc = await BancDeRecensement.CreerAsync();
        var avant = await banc.OuvrirAsync();
        var reponseN1 = await banc.ReponseAsync(avant, 0);
        await banc.SaisirAsync(banc.Membre(0), reponseN1.Id, 1, 1, 2, 3);
        await banc.ValiderAsync(banc.Membre(0, RoleDeMembre.Signataire), reponseN1.Id);
        var id = await banc.OuvrirAsync(precedente: avant);
        var reponse = await banc.ReponseAsync(id, 0);
        await banc.SaisirAsync(banc.Membre(0), reponse.Id, 1, estime: 99);
        await banc.SaisirAsync(banc.Membre(0), reponse.Id, 2, estime: 98);
        await banc.CloreAsync();

        await banc.Service<DeciderDOffice>()
            .ExecuterAsync(
                Agents.Gestionnaire,
                [reponse.Id, (await banc.ReponseAsync(id, 1)).Id],
                DecisionDOffice.ReprendreN1,
                "Brouillon jamais validé"
            );

        Assert.Equal(EtatDeReponse.RepriseN1, (await banc.ReponseAsync(id, 0)).Etat);
        Assert.Equal(EtatDeReponse.NonOuverte, (await banc.ReponseAsync(id, 1)).Etat);
        var ligne = await banc.LigneAsync(reponse.Id, 1);
        Assert.Equal((1000L, 2000L, 3000L), (ligne!.MinimumMilliemes, ligne.EstimeMilliemes, ligne.MaximumMilliemes));
        Assert.Null(await banc.LigneAsync(reponse.Id, 2));
        var trace = await banc.LireAsync(c => c.Journal.SingleAsync(l => l.Evenement == "ValeursN1Reprises"));
        Assert.Contains("estimé 99", trace.Avant, StringComparison.Ordinal);
        Assert.Contains("estimé 98", trace.Avant, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chaque_geste_de_gestion_est_refuse_a_qui_n_en_a_pas_le_droit()
    {
        await using var banc = await BancDeRecensement.CreerAsync();
        var id = await banc.OuvrirAsync();
        var version = await banc.VersionAsync(id);
        var reponse = await banc.ReponseAsync(id, 0);
        foreach (var intrus in (Acteur[])[Agents.Lecture, Agents.Finances, banc.Membre(0, RoleDeMembre.Signataire)])
        {
            Func<Task>[] gestes =
            [
                () => banc.Service<CloreCampagne>().ExecuterAsync(intrus, id, version),
                () => banc.Service<ModifierCampagne>().ExecuterAsync(intrus, id, version, BancDeRecensement.Parametres()),
                () => banc.Service<OuvrirCampagne>().CompleterAsync(intrus, id, version),
                () => banc.Service<ModifierCatalogue>().ExecuterAsync(intrus, id, version, [ModificationDeCatalogue.Retrait(1)]),
                () =>
                    banc.Service<RouvrirReponses>().ExecuterAsync(intrus, [reponse.Id], BancDeRecensement.Jour(2026, 5, 1), "x"),
                () => banc.Service<DeciderDOffice>().ExecuterAsync(intrus, [reponse.Id], DecisionDOffice.Exclure, "x"),
                () => banc.Service<GelerConsolidation>().ExecuterAsync(intrus, id, version, "x"),
            ];
            foreach (var geste in gestes)
            {
                await Assert.ThrowsAsync<DroitManquantException>(geste);
            }
        }

        await Assert.ThrowsAsync<DroitManquantException>(() =>
            banc.Service<LireConsolidation>().ExecuterAsync(banc.Membre(0), id)
        );
    }

    [Fact]
    public async Task Le_second_agent_qui_modifie_une_version_perimee_est_refuse()
    {
        await using var banc = await BancDeRecensement.CreerAsync();
        var id = await banc.PreparerAsync();
        var lue = await banc.VersionAsync(id);
        var modifier = banc.Service<ModifierCampagne>();
        await modifier.ExecuterAsync(Agents.Gestionnaire, id, lue, BancDeRecensement.Parametres(duree: 3));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            modifier.ExecuterAsync(Agents.Gestionnaire, id, lue, BancDeRecensement.Parametres(duree: 2))
        );
        Assert.Equal(3, (await banc.LireAsync(c => c.Campagnes.SingleAsync())).DureeEnAnnees);
    }

    [Fact]
    public async Task Une_precedente_d_un_autre_groupement_est_refusee_par_une_phrase()
    {
        await using var banc = await BancDeRecensement.CreerAsync();

        var refus = await Assert.ThrowsAsync<RefusException>(() => banc.PreparerAsync(precedente: CampagneId.Nouveau()));

        Assert.Contains("n'est pas de ce groupement", refus.Message, StringComparison.Ordinal);
    }
}
