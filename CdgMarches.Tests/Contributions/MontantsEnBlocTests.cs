using Bunit;
using CdgMarches.App.Contributions.Grilles;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Contributions;
using CdgMarches.Tests.Outils;

namespace CdgMarches.Tests.Contributions;

/// <summary>Un bloc copié d'un tableur remplit la grille, ou la laisse intacte et dit ce qui manque.</summary>
public sealed class MontantsEnBlocTests : EssaiDePageDesContributions
{
    private const string AnnexeUn = "Gratuit\t250\nGratuit\t500\nGratuit\t1 000\nGratuit\t2 000,00 €\nGratuit\t4000\n";

    [Fact]
    public void Le_tableau_de_l_annexe_1_colle_tel_quel_redonne_ses_dix_cases()
    {
        var saisie = SansMontant();

        var remplies = MontantsEnBloc.Coller(saisie, AnnexeUn);

        Assert.Equal(10, remplies);
        Assert.Equal(Montants(GrilleDuCdg62.Definition), Montants(saisie.EnDefinition()));
    }

    [Fact]
    public void Une_ligne_par_case_donne_la_premiere_annee_et_les_suivantes()
    {
        var saisie = SansMontant();
        var lignes = Enumerable.Range(1, 10).Select(i => $"{i}\t{i * 10}");

        Assert.Equal(10, MontantsEnBloc.Coller(saisie, string.Join("\r\n", lignes)));

        var cellules = saisie.EnDefinition().Cellules;
        Assert.Equal("1.00 10.00", $"{cellules[0].PremiereAnnee} {cellules[0].AnneesSuivantes}");
        Assert.Equal("10.00 100.00", $"{cellules[9].PremiereAnnee} {cellules[9].AnneesSuivantes}");
    }

    [Theory]
    [InlineData("250\t500", "Le bloc a 1 ligne et 2 colonnes. La grille attend 5 lignes")]
    [InlineData("1\t2\n3", "n'ont pas toutes autant de colonnes")]
    [InlineData("1\t2\n3\tdeux\n5\t6\n7\t8\n9\t10", "« deux », ligne 2, colonne 2, n'est pas un montant")]
    [InlineData("  ", "Collez d'abord")]
    public void Un_bloc_qui_ne_va_pas_ne_change_rien_et_dit_pourquoi(string bloc, string attendu)
    {
        var saisie = SaisieDeGrille.De(GrilleDuCdg62.Definition);

        var refus = Assert.Throws<RefusException>(() => MontantsEnBloc.Coller(saisie, bloc));

        Assert.Contains(attendu, refus.Message, StringComparison.Ordinal);
        Assert.Equal(Montants(GrilleDuCdg62.Definition), Montants(saisie.EnDefinition()));
    }

    [Fact]
    public async Task A_l_ecran_un_montant_s_applique_a_une_tranche_et_un_bloc_se_colle()
    {
        Agent = Agents.Gestionnaire;
        var page = Render<PageEditionDeGrille>();
        await CliquerAsync(page, "Partir de la grille de l'annexe 1 du CDG 62");
        page.WaitForElement("[data-test=remplir]");
        await page.Find("[data-test=remplir] select").ChangeAsync(new() { Value = $"{AxeDeGrille.Agents}.1" });
        await page.Find("input[aria-label='Montant à appliquer']").ChangeAsync(new() { Value = "12,50" });
        await CliquerAsync(page, "Appliquer ce montant");

        page.WaitForAssertion(() => Assert.Contains("5 cases remplies", page.Markup, StringComparison.Ordinal));
        Assert.Equal(
            5,
            page.FindAll("input[aria-label^='Années suivantes']").Count(i => Net(i.GetAttribute("value") ?? "") == "12,50")
        );

        await page.Find("#bloc-de-montants").ChangeAsync(new() { Value = "abc" });
        await CliquerAsync(page, "Placer ces montants");
        page.WaitForAssertion(() => Assert.Contains("« abc », ligne 1, colonne 1", page.Markup, StringComparison.Ordinal));
        await page.Find("#bloc-de-montants").ChangeAsync(new() { Value = AnnexeUn });
        await CliquerAsync(page, "Placer ces montants");
        page.WaitForAssertion(() => Assert.Contains("10 cases remplies", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(
            page.FindAll("input[aria-label^='Années suivantes']"),
            i => Net(i.GetAttribute("value") ?? "") == "12,50"
        );
    }

    private static SaisieDeGrille SansMontant() => SaisieDeGrille.De(GrilleDuCdg62.Definition with { Cellules = [] });

    private static IEnumerable<string> Montants(DefinitionDeGrille definition) =>
        definition
            .Cellules.OrderBy(c => c.Coordonnees, StringComparer.Ordinal)
            .Select(c => $"{c.Coordonnees} {c.AnneesSuivantes}");
}
