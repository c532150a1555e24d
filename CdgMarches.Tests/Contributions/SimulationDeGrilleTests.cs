using CdgMarches.App.Contributions.Grilles;
using CdgMarches.Domain.Contributions;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Contributions;

/// <summary>Une nouvelle grille se simule : avant et après, sur les mêmes membres, sans rien écrire.</summary>
public sealed class SimulationDeGrilleTests : EssaiDApplicationDeGrille
{
    [Fact]
    public async Task La_simulation_dit_avant_et_apres_pour_chacun_les_totaux_la_repartition_et_se_relit_dans_excel()
    {
        var comparer = _banc.Le<ComparerGrille>();

        var comparaison = (await comparer.ExecuterAsync(Agents.Lecture, _nouvelle, 2027, annulation: Annulation))!;

        Assert.Equal(
            ["500.00 1000.00 500.00", "500.00 1000.00 500.00"],
            comparaison.Lignes.Select(l => $"{l.Avant} {l.Apres} {l.Ecart}")
        );
        Assert.Equal(
            ("1000.00", "2000.00", 2, 0),
            (comparaison.TotalAvant.ToString(), comparaison.TotalApres.ToString(), comparaison.Perdants, comparaison.Gagnants)
        );
        Assert.Equal([(2, 0), (0, 2)], comparaison.Repartition.Where(r => r.Avant + r.Apres > 0).Select(r => (r.Avant, r.Apres)));
        using var classeur = new ClosedXML.Excel.XLWorkbook(
            new MemoryStream(App.Contributions.ClasseursDesContributions.Comparaison(comparaison, Horloges.Jour))
        );
        var ligne = classeur.Worksheet("Avant et après").RowsUsed().Single(r => r.Cell(1).GetString() == "Commune 0001");
        Assert.Equal((500d, 1000d, 500d), (ligne.Cell(5).GetDouble(), ligne.Cell(6).GetDouble(), ligne.Cell(7).GetDouble()));
        await using var contexte = await _banc.OuvrirAsync();
        Assert.False(await contexte.Appels.AnyAsync(Annulation));
    }

    [Fact]
    public async Task Une_lecture_changee_se_simule_sans_rien_ecrire()
    {
        await using (var contexte = await _banc.OuvrirAsync())
        {
            var declaration = await contexte.ConsultationsDeclarees.SingleAsync(
                d => d.Annee == 2026 && d.Collectivite == _banc.Communes[0].Id,
                Annulation
            );
            declaration.Corriger(150, null, OrigineDesConsultations.Saisie);
            await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation);
        }

        List<LectureDeCasLimite> lectures =
        [
            .. _banc
                .Grille.CasLimites.Where(c => (c.Axe, c.Valeur) != (AxeDeGrille.Consultations, 150))
                .Append(
                    new LectureDeCasLimite(AxeDeGrille.Consultations, 150, 3, confirmationRequise: false, "contre le débiteur")
                ),
        ];
        var comparaison = (
            await _banc
                .Le<ComparerGrille>()
                .ExecuterAsync(Agents.Lecture, _banc.Grille.Id, 2027, casLimites: lectures, annulation: Annulation)
        )!;

        Assert.Equal(["500.00 1000.00", "500.00 500.00"], comparaison.Lignes.Select(l => $"{l.Avant} {l.Apres}"));
        Assert.Equal("version 1, lue comme elle est écrite", comparaison.Reference);
    }

    [Fact]
    public async Task Les_deux_totaux_portent_sur_les_memes_membres_et_disent_qui_en_est_hors()
    {
        var lectures = LecturesDeLaGrille.ParDefaut with { Consultations = AnneeDesConsultations.Appelee };
        await using (var contexte = await _banc.OuvrirAsync())
        {
            contexte.Add(ConsultationsDeclarees.Declarer(_banc.Communes[0].Id, 2027, 300, null, OrigineDesConsultations.Saisie));
            await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation);
        }

        var comparaison = (
            await _banc.Le<ComparerGrille>().ExecuterAsync(Agents.Lecture, _nouvelle, 2027, lectures, annulation: Annulation)
        )!;

        // The second commune has 500 € before and no figure of 2027 after: it is in neither total.
        Assert.Equal(
            ("1000.00", "4000.00", 1),
            (comparaison.TotalAvant.ToString(), comparaison.TotalApres.ToString(), comparaison.HorsDesTotaux)
        );
        Assert.Contains("1 membre sans toutes ses données, hors des totaux", comparaison.Totaux, StringComparison.Ordinal);
        Assert.Equal((1, 1), (comparaison.Repartition.Sum(r => r.Avant), comparaison.Repartition.Sum(r => r.Apres)));
    }

    [Fact]
    public async Task Le_classeur_de_la_simulation_reprend_par_son_adresse_les_lectures_de_l_ecran_et_ses_totaux()
    {
        List<LectureDeCasLimite> cas = [new(AxeDeGrille.Agents, 350, 2, confirmationRequise: true, "contre le débiteur")];
        var lectures = new LecturesDeLaGrille(
            DecompteDesAgents.Personnes,
            AvecEtablissements: false,
            AnneeDesConsultations.Appelee,
            VolumeAnnualise: true
        );
        var adresse = AdresseDeComparaison.Ecrire(_nouvelle, 2027, lectures, cas);
        var requete = new Microsoft.AspNetCore.Http.QueryCollection(
            Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri(new Uri("http://cdg"), adresse).Query)
        );

        var (lues, casLus) = AdresseDeComparaison.Lire(requete);

        Assert.Equal(lectures, lues);
        var relu = Assert.Single(casLus!);
        Assert.Equal((AxeDeGrille.Agents, 350, 2), (relu.Axe, relu.Valeur, relu.Tranche));
        var comparaison = (
            await _banc.Le<ComparerGrille>().ExecuterAsync(Agents.Lecture, _nouvelle, 2027, annulation: Annulation)
        )!;
        using var classeur = new ClosedXML.Excel.XLWorkbook(
            new MemoryStream(App.Contributions.ClasseursDesContributions.Comparaison(comparaison, Horloges.Jour))
        );
        var impossible = new LectureDeCasLimite(AxeDeGrille.Agents, 350, 9, confirmationRequise: false, null);
        Assert.Equal(
            comparaison.TotalApres,
            (
                await _banc
                    .Le<ComparerGrille>()
                    .ExecuterAsync(Agents.Lecture, _nouvelle, 2027, casLimites: [impossible], annulation: Annulation)
            )!.TotalApres
        );
        var totaux = classeur.Worksheet("Totaux");
        Assert.Equal((1000d, 2000d), (totaux.Cell(2, 2).GetDouble(), totaux.Cell(3, 2).GetDouble()));
        Assert.Contains(
            classeur.Worksheets.SelectMany(f => f.CellsUsed()),
            c => c.GetString().Contains("350 agents : tranche 1, moins de 350 agents", StringComparison.Ordinal)
        );
    }
}
