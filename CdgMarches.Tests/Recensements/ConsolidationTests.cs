using CdgMarches.App.Recensements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using CdgMarches.Domain.Recensements.Regles;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Recensements;

public sealed class ConsolidationTests
{
    [Fact]
    public async Task La_consolidation_est_la_somme_faite_a_la_main_des_seules_reponses_qui_comptent()
    {
        await using var banc = await BancDeRecensement.CreerAsync(12);
        var lignes = Enumerable.Range(1, 5).Select(i => banc.Ligne($"Ligne {i}")).ToList();
        var id = await banc.OuvrirAsync(lignes);
        var hasard = new Random(20260310);
        var attendues = new Dictionary<int, (long Min, long Est, long Max, long Retenu, int Sans)>();
        for (var membre = 0; membre < 12; membre++)
        {
            var reponse = await banc.ReponseAsync(id, membre);
            var validee = membre % 3 != 0;
            for (var ligne = 1; ligne <= 5; ligne++)
            {
                var min = hasard.Next(0, 50);
                var est = min + hasard.Next(0, 50);
                int? max = hasard.Next(0, 3) == 0 ? null : est + hasard.Next(0, 50);
                await banc.SaisirAsync(banc.Membre(membre), reponse.Id, ligne, min, est, max);
                if (validee)
                {
                    var s = attendues.GetValueOrDefault(ligne);
                    attendues[ligne] = (
                        s.Min + min,
                        s.Est + est,
                        s.Max + (max ?? 0),
                        s.Retenu + (max ?? est),
                        s.Sans + (max is null ? 1 : 0)
                    );
                }
            }

            if (validee)
            {
                await ForcerAsync(banc, reponse.Id, EtatDeReponse.Validee);
            }
        }

        var consolidation = await banc.Service<LireConsolidation>().ExecuterAsync(Agents.Lecture, id);

        foreach (var ligne in consolidation.Where(l => l.Ligne <= 5))
        {
            var (min, est, max, retenu, sans) = attendues[ligne.Ligne];
            Assert.Equal(
                (8, min * 1000, est * 1000, max * 1000, retenu * 1000, sans),
                (
                    ligne.Somme.Reponses,
                    ligne.Somme.Minimum,
                    ligne.Somme.Estime,
                    ligne.Somme.Maximum,
                    ligne.Somme.Retenu,
                    ligne.Somme.SansMaximum
                )
            );
        }
    }

    [Fact]
    public async Task Geler_nomme_les_membres_non_decides_exige_un_motif_et_ne_bouge_plus_ensuite()
    {
        await using var banc = await BancDeRecensement.CreerAsync();
        var id = await banc.OuvrirAsync();
        var reponse = await banc.ReponseAsync(id, 0);
        await banc.SaisirAsync(banc.Membre(0), reponse.Id, 1, 1, 2, 3);
        await banc.ValiderAsync(banc.Membre(0, RoleDeMembre.Signataire), reponse.Id);
        var geler = banc.Service<GelerConsolidation>();
        var ouverte = await Assert.ThrowsAsync<RegleMetierException>(async () =>
            await geler.ExecuterAsync(Agents.Gestionnaire, id, await banc.VersionAsync(id), "Trop tôt")
        );
        await banc.CloreAsync();
        var refus = await Assert.ThrowsAsync<RegleMetierException>(async () =>
            await geler.ExecuterAsync(Agents.Gestionnaire, id, await banc.VersionAsync(id))
        );

        var numero = await geler.ExecuterAsync(Agents.Gestionnaire, id, await banc.VersionAsync(id), "Calendrier du DCE");
        await banc.Service<RouvrirReponses>()
            .ExecuterAsync(Agents.Gestionnaire, [reponse.Id], BancDeRecensement.Jour(2026, 4, 30), "Erreur de saisie");
        await banc.Service<SaisirCellules>()
            .ExecuterAsync(
                banc.Membre(0),
                reponse.Id,
                [new(1, ChampDeReponse.Maximum, ValeurDeCellule.DeNombre(3000), ValeurDeCellule.DeNombre(9000))]
            );
        await banc.ValiderAsync(banc.Membre(0, RoleDeMembre.Signataire), reponse.Id);

        Assert.IsType<CampagneTerminee>(Assert.Single(ouverte.Obstacles));
        Assert.True(refus.MotifAttendu);
        Assert.Contains("Membre 0002 (FOURN)", refus.Message, StringComparison.Ordinal);
        Assert.Equal(1, numero);
        var lire = banc.Service<LireConsolidation>();
        var gel = Assert.Single(await lire.GelsAsync(Agents.Lecture, id));
        Assert.Equal((1, 5), (gel.Numero, gel.NonDecides));
        Assert.Equal(3000, (await lire.ExecuterAsync(Agents.Lecture, id, gel.Id)).Single(l => l.Ligne == 1).Somme.Maximum);
        Assert.Equal(9000, (await lire.ExecuterAsync(Agents.Lecture, id)).Single(l => l.Ligne == 1).Somme.Maximum);
        Assert.Equal(6, await banc.LireAsync(c => c.ReponsesGelees.CountAsync(r => r.Nom.StartsWith("Membre"))));
    }

    [Theory]
    [InlineData(4, 54_000, 216_000)]
    [InlineData(1, 70_000, 70_000)]
    public void La_valeur_d_un_accord_cadre_compte_le_maximum_de_tous_sur_toute_la_duree(int annees, int parAn, int attendue)
    {
        var ligne = new BesoinDeLigne(parAn * 1000L, 0, 0, 1m);

        var valeur = ValeurDuBesoinRecense.Totaliser([ligne], PeriodeDesQuantites.Annuelle, annees);

        Assert.Equal(MontantHt.DEuros(attendue), valeur.Valeur);
    }

    [Fact]
    public void Une_quantite_sans_prix_ni_montant_est_signalee_et_une_duree_entiere_ne_se_multiplie_pas()
    {
        BesoinDeLigne[] lignes = [new(10_000, 2, 0, null), new(10_000, 1, 0, 2.5m), new(0, 0, 1_234, null)];

        var valeur = ValeurDuBesoinRecense.Totaliser(lignes, PeriodeDesQuantites.DureeEntiere, 4);

        Assert.Equal(new ValeurRecensee(MontantHt.DEuros(37.34m), 1, 3), valeur);
    }

    private static async Task ForcerAsync(BancDeRecensement banc, ReponseId id, EtatDeReponse etat) =>
        await banc.LireAsync(c => c.Reponses.Where(r => r.Id == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Etat, etat)));
}
