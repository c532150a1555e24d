using CdgMarches.App.Recensements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using CdgMarches.Domain.Recensements.Regles;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Recensements;

public sealed class SaisirCellulesTests
{
    private static readonly ValeurDeCellule Vide = ValeurDeCellule.Vide;

    private static ValeurDeCellule Quantite(long unites) => ValeurDeCellule.DeNombre(unites * 1000);

    private static Cellule Estime(ValeurDeCellule lue, ValeurDeCellule nouvelle, int ligne = 1) =>
        new(ligne, ChampDeReponse.Estime, lue, nouvelle);

    [Fact]
    public async Task Une_cellule_s_enregistre_avance_la_reponse_et_laisse_une_ligne_d_historique()
    {
        await using var banc = await BancDeRecensement.CreerAsync();
        var reponse = await banc.ReponseAsync(await banc.OuvrirAsync(), 0);

        var resultat = await banc.Service<SaisirCellules>()
            .ExecuterAsync(banc.Membre(0), reponse.Id, [Estime(Vide, Quantite(12))]);
        await banc.Service<SaisirCellules>()
            .ExecuterAsync(banc.Membre(0), reponse.Id, [Estime(Quantite(12), ValeurDeCellule.DeNombre(12500))]);

        Assert.Equal(SortDeCellule.Enregistree, Assert.Single(resultat.Cellules).Sort);
        Assert.Equal(12500, (await banc.LigneAsync(reponse.Id, 1))!.EstimeMilliemes);
        var apres = await banc.ReponseAsync(reponse.Campagne, 0);
        Assert.Equal(EtatDeReponse.Brouillon, apres.Etat);
        Assert.Equal(reponse.Version + 2, apres.Version);
        var lignes = await banc.LireAsync(c =>
            c.Journal.Where(l => l.ObjetId == reponse.Id.Valeur && l.Evenement == "CelluleSaisie")
                .OrderBy(l => l.Instant)
                .ToListAsync()
        );
        Assert.Equal([("", "12"), ("12", "12,5")], lignes.OrderBy(l => l.Apres!.Length).Select(l => (l.Avant, l.Apres)));
        Assert.All(lignes, l => Assert.Equal(banc.Membres[0].Id.Valeur, l.Collectivite));
    }

    [Fact]
    public async Task Deux_personnes_sur_la_meme_cellule_la_seconde_voit_les_deux_valeurs_et_n_ecrase_rien()
    {
        await using var banc = await BancDeRecensement.CreerAsync();
        var reponse = await banc.ReponseAsync(await banc.OuvrirAsync(), 0);
        var saisir = banc.Service<SaisirCellules>();
        await saisir.ExecuterAsync(banc.Membre(0) with { Nom = "Mme Premiere" }, reponse.Id, [Estime(Vide, Quantite(10))]);

        var resultat = await saisir.ExecuterAsync(banc.Membre(0), reponse.Id, [Estime(Vide, Quantite(20))]);

        var cellule = Assert.Single(resultat.Cellules);
        Assert.Equal(SortDeCellule.Conflit, cellule.Sort);
        Assert.Equal(Quantite(10), cellule.Actuelle);
        Assert.Equal("Mme Premiere", cellule.Par);
        Assert.Equal(HorlogeFigee.Origine, cellule.Le);
        Assert.Equal(10_000, (await banc.LigneAsync(reponse.Id, 1))!.EstimeMilliemes);
    }

    [Fact]
    public async Task Deux_personnes_sur_deux_cellules_de_la_meme_ligne_ne_se_genent_pas()
    {
        await using var banc = await BancDeRecensement.CreerAsync();
        var reponse = await banc.ReponseAsync(await banc.OuvrirAsync(), 0);

        await banc.SaisirAsync(banc.Membre(0), reponse.Id, 1, minimum: 1);
        var resultat = await banc.SaisirAsync(banc.Membre(0), reponse.Id, 1, maximum: 9);

        Assert.Equal(SortDeCellule.Enregistree, Assert.Single(resultat.Cellules).Sort);
        var ligne = await banc.LigneAsync(reponse.Id, 1);
        Assert.Equal((1000L, 9000L), (ligne!.MinimumMilliemes, ligne.MaximumMilliemes));
    }

    [Fact]
    public async Task Renvoyer_la_meme_cellule_apres_une_coupure_ne_fait_ni_conflit_ni_seconde_ligne_d_historique()
    {
        await using var banc = await BancDeRecensement.CreerAsync();
        var reponse = await banc.ReponseAsync(await banc.OuvrirAsync(), 0);
        await banc.SaisirAsync(banc.Membre(0), reponse.Id, 1, estime: 7);

        var resultat = await banc.SaisirAsync(banc.Membre(0), reponse.Id, 1, estime: 7);

        Assert.Equal(SortDeCellule.Inchangee, Assert.Single(resultat.Cellules).Sort);
        Assert.Equal(1, await banc.LireAsync(c => c.Journal.CountAsync(l => l.Evenement == "CelluleSaisie")));
    }

    [Fact]
    public async Task Un_bloc_garde_les_bonnes_cellules_et_dit_le_sort_des_autres()
    {
        await using var banc = await BancDeRecensement.CreerAsync();
        var reponse = await banc.ReponseAsync(await banc.OuvrirAsync(), 0);
        await banc.SaisirAsync(banc.Membre(0), reponse.Id, 1, estime: 7);

        var resultat = await banc.Service<SaisirCellules>()
            .ExecuterAsync(
                banc.Membre(0),
                reponse.Id,
                [
                    Estime(Vide, Quantite(8)),
                    Estime(Vide, Quantite(5), ligne: 2),
                    Estime(Vide, Quantite(5), ligne: 99),
                    new(1, ChampDeReponse.MontantHt, Vide, Quantite(5)),
                    new(2, ChampDeReponse.Justification, Vide, ValeurDeCellule.DeTexte("Nouvelle école")),
                ]
            );

        Assert.Equal(
            [
                SortDeCellule.Conflit,
                SortDeCellule.Enregistree,
                SortDeCellule.Refusee,
                SortDeCellule.Refusee,
                SortDeCellule.Enregistree,
            ],
            resultat.Cellules.Select(c => c.Sort)
        );
        Assert.Equal("Nouvelle école", (await banc.LigneAsync(reponse.Id, 2))!.Justification);
    }

    [Fact]
    public async Task Une_reponse_validee_refuse_la_cellule_et_n_en_garde_rien()
    {
        await using var banc = await BancDeRecensement.CreerAsync();
        var reponse = await banc.ReponseAsync(await banc.OuvrirAsync(), 0);
        await banc.SaisirAsync(banc.Membre(0), reponse.Id, 1, estime: 7);
        await banc.ValiderAsync(banc.Membre(0, RoleDeMembre.Signataire), reponse.Id);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            banc.Service<SaisirCellules>().ExecuterAsync(banc.Membre(0), reponse.Id, [Estime(Quantite(7), Quantite(9))])
        );

        Assert.IsType<ReponseSaisissable>(Assert.Single(refus.Obstacles));
        Assert.Equal(7000, (await banc.LigneAsync(reponse.Id, 1))!.EstimeMilliemes);
    }

    [Fact]
    public async Task Passe_l_echeance_de_Paris_la_cellule_est_refusee_meme_si_la_cloture_n_est_pas_encore_inscrite()
    {
        await using var banc = await BancDeRecensement.CreerAsync();
        var reponse = await banc.ReponseAsync(await banc.OuvrirAsync(), 0);
        banc.Horloge.Instant = new DateTimeOffset(2026, 3, 31, 21, 59, 59, TimeSpan.Zero);
        await banc.SaisirAsync(banc.Membre(0), reponse.Id, 1, estime: 1);
        banc.Horloge.Instant = new DateTimeOffset(2026, 3, 31, 22, 0, 0, TimeSpan.Zero);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            banc.SaisirAsync(banc.Membre(0), reponse.Id, 2, estime: 1)
        );

        Assert.IsType<DelaiOuvert>(Assert.Single(refus.Obstacles));
        Assert.Null(await banc.LigneAsync(reponse.Id, 2));
    }

    [Fact]
    public async Task Un_autre_membre_un_agent_en_lecture_et_un_agent_d_un_autre_groupement_sont_refuses()
    {
        await using var banc = await BancDeRecensement.CreerAsync();
        var reponse = await banc.ReponseAsync(await banc.OuvrirAsync(), 0);
        var ailleurs = Agents.Gestionnaire with
        {
            Perimetre = Perimetre.DuCdg(
                new HashSet<Domain.Groupements.GroupementId> { Domain.Groupements.GroupementId.Nouveau() }
            ),
        };

        foreach (var intrus in (Acteur[])[banc.Membre(1), Agents.Lecture, ailleurs])
        {
            await Assert.ThrowsAsync<DroitManquantException>(() => banc.SaisirAsync(intrus, reponse.Id, 1, estime: 1));
        }

        Assert.Null(await banc.LigneAsync(reponse.Id, 1));
    }

    [Fact]
    public async Task Un_gestionnaire_saisit_au_nom_du_membre_et_l_historique_garde_les_deux()
    {
        await using var banc = await BancDeRecensement.CreerAsync();
        var reponse = await banc.ReponseAsync(await banc.OuvrirAsync(), 1);

        await banc.SaisirAsync(Agents.Gestionnaire, reponse.Id, 1, estime: 1);

        var ligne = await banc.LireAsync(c => c.Journal.SingleAsync(l => l.Evenement == "CelluleSaisie"));
        Assert.Equal((Agents.Gestionnaire.Nom, "Membre 0002"), (ligne.Acteur, ligne.Pour));
    }

    [Fact]
    public async Task Huit_ecrivains_a_la_fois_ne_perdent_ni_n_ecrasent_aucune_cellule()
    {
        await using var banc = await BancDeRecensement.CreerAsync(1);
        var lignes = Enumerable.Range(1, 40).Select(i => banc.Ligne($"Ligne {i}")).ToList();
        var reponse = await banc.ReponseAsync(await banc.OuvrirAsync(lignes), 0);
        var saisir = banc.Service<SaisirCellules>();

        var resultats = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(e =>
                    Task.Run(async () =>
                    {
                        List<ResultatDeCellule> siens = [];
                        for (var ligne = 1; ligne <= 40; ligne++)
                        {
                            var sort = await saisir.ExecuterAsync(
                                banc.Membre(0) with
                                {
                                    Nom = $"Écrivain {e}",
                                },
                                reponse.Id,
                                [Estime(Vide, Quantite(100 + e), ligne)]
                            );
                            siens.AddRange(sort.Cellules);
                        }

                        return siens;
                    })
                )
        );

        var gagnantes = resultats.SelectMany(r => r).Where(r => r.Sort is SortDeCellule.Enregistree).ToList();
        Assert.Equal(40, gagnantes.Count);
        Assert.Equal(280, resultats.SelectMany(r => r).Count(r => r.Sort is SortDeCellule.Conflit));
        foreach (var gagnante in gagnantes)
        {
            Assert.Equal(gagnante.Actuelle.Nombre, (await banc.LigneAsync(reponse.Id, gagnante.Ligne))!.EstimeMilliemes);
        }

        Assert.Equal(40, await banc.LireAsync(c => c.Journal.CountAsync(l => l.Evenement == "CelluleSaisie")));
        Assert.Equal(reponse.Version + 40, (await banc.ReponseAsync(reponse.Campagne, 0)).Version);
    }
}
