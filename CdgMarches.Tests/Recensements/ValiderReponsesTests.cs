using CdgMarches.App.Recensements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using CdgMarches.Domain.Recensements.Regles;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Recensements;

public sealed class ValiderReponsesTests
{
    [Fact]
    public async Task Le_signataire_valide_et_recoit_un_recu_numerote()
    {
        await using var banc = await BancDeRecensement.CreerAsync();
        var id = await banc.OuvrirAsync();
        var reponse = await banc.ReponseAsync(id, 0);
        await banc.SaisirAsync(banc.Membre(0), reponse.Id, 1, 1, 2, 3);

        var recu = await banc.ValiderAsync(banc.Membre(0, RoleDeMembre.Signataire), reponse.Id);

        Assert.Equal("REC-2026-000001", recu);
        var validee = await banc.ReponseAsync(id, 0);
        Assert.Equal(
            (EtatDeReponse.Validee, recu, "Sacha Membre", "Maire", ModeDeValidation.Compte, 1),
            (
                validee.Etat,
                validee.NumeroDeRecu,
                validee.ReponduePar,
                validee.QualiteDuValidateur,
                validee.Mode,
                validee.VersionDuCatalogue
            )
        );
    }

    [Fact]
    public async Task Ni_le_referent_ni_le_signataire_d_un_autre_membre_ne_valident()
    {
        await using var banc = await BancDeRecensement.CreerAsync();
        var reponse = await banc.ReponseAsync(await banc.OuvrirAsync(), 0);
        await banc.SaisirAsync(banc.Membre(0), reponse.Id, 1, estime: 2);

        foreach (
            var intrus in (Acteur[])[banc.Membre(0), banc.Membre(1, RoleDeMembre.Signataire), Agents.Lecture, Agents.Gestionnaire]
        )
        {
            await Assert.ThrowsAsync<DroitManquantException>(() => banc.ValiderAsync(intrus, reponse.Id));
        }
    }

    [Fact]
    public async Task Un_gestionnaire_valide_au_nom_du_membre_seulement_avec_un_motif()
    {
        await using var banc = await BancDeRecensement.CreerAsync();
        var reponse = await banc.ReponseAsync(await banc.OuvrirAsync(), 0);
        await banc.SaisirAsync(banc.Membre(0), reponse.Id, 1, estime: 2);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            banc.ValiderAsync(Agents.Gestionnaire, reponse.Id, ModeDeValidation.Gestionnaire)
        );
        await banc.ValiderAsync(Agents.Gestionnaire, reponse.Id, ModeDeValidation.Gestionnaire, "Accord du maire au téléphone");

        Assert.IsType<MotifDuGestionnaire>(Assert.Single(refus.Obstacles));
        var trace = await banc.LireAsync(c => c.Journal.SingleAsync(l => l.Evenement == "ReponseValidee"));
        Assert.Equal(("Membre 0001", "Accord du maire au téléphone"), (trace.Pour, trace.Motif));
    }

    [Fact]
    public async Task Une_cellule_tapee_apres_la_relecture_fait_relire_avant_de_valider()
    {
        await using var banc = await BancDeRecensement.CreerAsync();
        var reponse = await banc.ReponseAsync(await banc.OuvrirAsync(), 0);
        await banc.SaisirAsync(banc.Membre(0), reponse.Id, 1, estime: 2);
        var lue = (await banc.ReponseAsync(reponse.Campagne, 0)).Version;
        await banc.SaisirAsync(banc.Membre(0), reponse.Id, 2, estime: 2);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            banc.Service<ValiderReponses>()
                .ExecuterAsync(
                    banc.Membre(0, RoleDeMembre.Signataire),
                    [new ReponseAValider(reponse.Id, lue)],
                    new SignatureDeReponse(ModeDeValidation.Compte, "Sacha", "Maire")
                )
        );
        Assert.Equal(EtatDeReponse.Brouillon, (await banc.ReponseAsync(reponse.Campagne, 0)).Etat);
        Assert.Equal(0, await banc.LireAsync(c => c.Compteurs.CountAsync(x => x.Serie == "RECU-2026")));
    }

    [Fact]
    public async Task Un_blanc_n_est_pas_un_zero_et_minimum_estime_maximum_se_suivent()
    {
        await using var banc = await BancDeRecensement.CreerAsync();
        var id = await banc.OuvrirAsync();
        var (vide, fausse) = (await banc.ReponseAsync(id, 0), await banc.ReponseAsync(id, 1));
        await banc.SaisirAsync(banc.Membre(1), fausse.Id, 1, 5, 4, 6);

        var refusVide = await Assert.ThrowsAsync<RegleMetierException>(() =>
            banc.ValiderAsync(banc.Membre(0, RoleDeMembre.Signataire), vide.Id)
        );
        var refusOrdre = await Assert.ThrowsAsync<RegleMetierException>(() =>
            banc.ValiderAsync(banc.Membre(1, RoleDeMembre.Signataire), fausse.Id)
        );

        Assert.IsType<ReponseNonVide>(Assert.Single(refusVide.Obstacles));
        Assert.Contains(
            "ligne 1",
            Assert.IsType<QuantitesOrdonnees>(Assert.Single(refusOrdre.Obstacles)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Un_ecart_avec_N_moins_1_se_justifie_avant_de_valider()
    {
        await using var banc = await BancDeRecensement.CreerAsync();
        var avant = await banc.OuvrirAsync();
        var n1 = await banc.ReponseAsync(avant, 0);
        await banc.SaisirAsync(banc.Membre(0), n1.Id, 1, estime: 100);
        await banc.ValiderAsync(banc.Membre(0, RoleDeMembre.Signataire), n1.Id);
        var reponse = await banc.ReponseAsync(await banc.OuvrirAsync(precedente: avant), 0);
        Assert.Empty((await banc.Service<LireReponse>().ExaminerAsync(banc.Membre(0), reponse.Id))!.Signalees);
        await banc.SaisirAsync(banc.Membre(0), reponse.Id, 1, estime: 151);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            banc.ValiderAsync(banc.Membre(0, RoleDeMembre.Signataire), reponse.Id)
        );
        await banc.Service<SaisirCellules>()
            .ExecuterAsync(
                banc.Membre(0),
                reponse.Id,
                [new(1, ChampDeReponse.Justification, ValeurDeCellule.Vide, ValeurDeCellule.DeTexte("Nouvelle école"))]
            );
        await banc.ValiderAsync(banc.Membre(0, RoleDeMembre.Signataire), reponse.Id);

        Assert.Equal([1], Assert.IsType<AnomaliesJustifiees>(Assert.Single(refus.Obstacles)).Lignes);
    }

    [Fact]
    public async Task Une_valeur_hors_de_sa_strate_surprend_a_partir_de_huit_reponses()
    {
        await using var banc = await BancDeRecensement.CreerAsync(10);
        var id = await banc.OuvrirAsync();
        for (var membre = 1; membre <= 8; membre++)
        {
            if (membre == 8)
            {
                Assert.Empty(await SignaleesAsync(banc, id));
            }

            var autre = await banc.ReponseAsync(id, membre);
            await banc.SaisirAsync(banc.Membre(membre), autre.Id, 1, estime: 10);
            await banc.ValiderAsync(banc.Membre(membre, RoleDeMembre.Signataire), autre.Id);
        }

        var signalee = Assert.Single(await SignaleesAsync(banc, id));
        Assert.Equal((1, Anomalie.HorsDeSaStrate), (signalee.Ligne, signalee.Anomalie));
    }

    private static async Task<IReadOnlyList<LigneSignalee>> SignaleesAsync(BancDeRecensement banc, CampagneId id)
    {
        var reponse = await banc.ReponseAsync(id, 0);
        if (await banc.LigneAsync(reponse.Id, 1) is null)
        {
            await banc.SaisirAsync(banc.Membre(0), reponse.Id, 1, estime: 31);
        }

        // The cache of medians is per bench: a fresh one sees the eighth answer.
        using var cache = new Microsoft.Extensions.Caching.Memory.MemoryCache(
            new Microsoft.Extensions.Caching.Memory.MemoryCacheOptions()
        );
        return await banc.LireAsync(async c =>
            (await new ControlerReponse(new MedianesDeStrate(cache)).ExecuterAsync(c, reponse, CancellationToken.None)).Signalees
        );
    }

    [Fact]
    public async Task Un_delegataire_valide_pendant_sa_delegation_seulement()
    {
        await using var banc = await BancDeRecensement.CreerAsync();
        var reponse = await banc.ReponseAsync(await banc.OuvrirAsync(), 0);
        await banc.SaisirAsync(banc.Membre(0), reponse.Id, 1, estime: 2);
        var referent = banc.Membre(0);
        await banc.Base.SemerAsync(
            new Database.Comptes.Utilisateur
            {
                Id = referent.Id,
                Nom = referent.Nom,
                UserName = "referent",
            },
            new Domain.Collectivites.Rattachement(
                referent.Id,
                banc.Membres[0].Id,
                RoleDeMembre.Referent,
                false,
                BancDeRecensement.Jour(2026, 1, 1)
            )
        );
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            banc.ValiderAsync(referent, reponse.Id, ModeDeValidation.Delegation)
        );

        await banc.Service<GererDelegations>()
            .ExecuterAsync(
                banc.Membre(0, RoleDeMembre.Signataire),
                banc.Membres[0].Id,
                referent.Id,
                "arrêté 2026-14 du 3 mars 2026",
                BancDeRecensement.Jour(2026, 3, 3),
                null
            );
        await banc.ValiderAsync(referent, reponse.Id, ModeDeValidation.Delegation);

        Assert.Equal(ModeDeValidation.Delegation, (await banc.ReponseAsync(reponse.Campagne, 0)).Mode);
    }
}
