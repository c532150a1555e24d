using Bunit;
using CdgMarches.App.Contributions;
using CdgMarches.App.Conventions;
using CdgMarches.App.Espace;
using CdgMarches.App.Recensements;
using CdgMarches.Domain.Groupements;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Espace;

/// <summary>Un groupement qui se dissout, ou qui est clos : son membre le lit dans ses adhésions et dans l'activité.</summary>
public sealed class FinDuGroupementTests : EssaiDePageDeGroupement
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(
        30,
        "Ce groupement se dissout (décision des membres) : son dernier jour est le 9 avril 2026.",
        "nos marchés s'exécutent comme avant"
    )]
    [InlineData(0, "son dernier jour est le 10 mars 2026.", "nos marchés s'exécutent comme avant")]
    [InlineData(-1, "son dernier jour était le 9 mars 2026.", "la dernière facturation, que nous aurons à régler")]
    public async Task Une_dissolution_en_cours_dit_son_dernier_jour_et_ce_que_l_on_attend(
        int jours,
        string phrase,
        string attendu
    )
    {
        Preparer();
        await DissoudreAsync(Banc.Jour.AddDays(jours));

        var adhesions = Render<PageAdhesionsDuMembre>();
        var activite = Render<PageActivite>(p => p.Add(x => x.Id, Banc.Groupement.Valeur));

        adhesions.Dit("Dissolution en cours");
        foreach (var texte in new[] { () => Dire(adhesions), () => Dire(activite) })
        {
            adhesions.WaitForAssertion(() => Assert.Contains(phrase, texte(), StringComparison.Ordinal));
            Assert.Contains(attendu, texte(), StringComparison.Ordinal);
            Assert.Contains("restent lisibles dans notre espace", texte(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Un_groupement_clos_le_dit_et_l_adhesion_s_arrete_a_son_dernier_jour()
    {
        Preparer();
        await using (var contexte = await Banc.OuvrirAsync())
        {
            await contexte
                .Groupements.Where(g => g.Id == Banc.Groupement)
                .ExecuteUpdateAsync(
                    s => s.SetProperty(g => g.Etat, EtatDuGroupement.Clos).SetProperty(g => g.Fin, Banc.Jour.AddDays(-1)),
                    Annulation
                );
        }

        var page = Render<PageAdhesionsDuMembre>();

        page.WaitForAssertion(() =>
            Assert.Contains(
                "Ce groupement est clos : son dernier jour était le 9 mars 2026.",
                Dire(page),
                StringComparison.Ordinal
            )
        );
        Assert.Contains("Plus rien n'est attendu de nous", Dire(page), StringComparison.Ordinal);
        page.Dit("jusqu'au 9 mars 2026");
    }

    [Fact]
    public async Task Une_dissolution_abandonnee_n_est_plus_annoncee_et_l_activite_dit_qu_elle_l_est()
    {
        Preparer();
        var dissolution = Ouvrir(Banc.Jour.AddDays(30));
        dissolution.Abandonner("Le besoin demeure.", retraitConstateDuCoordonnateur: false, Banc.Jour);
        await Banc.Socle.Base.SemerAsync(dissolution);

        var activite = Render<PageActivite>(p => p.Add(x => x.Id, Banc.Groupement.Valeur));

        activite.Dit("abandonnée le 10/03/2026");
        Assert.Empty(activite.FindAll("[data-test=fin]"));
        var adhesions = Render<PageAdhesionsDuMembre>();
        adhesions.Dit("membre depuis le");
        Assert.Empty(adhesions.FindAll("[data-test=fin]"));
    }

    private static string Dire<T>(IRenderedComponent<T> page)
        where T : Microsoft.AspNetCore.Components.IComponent =>
        page.FindAll("[data-test=fin]").Count == 0 ? "" : Texte(page, "[data-test=fin]");

    private void Preparer()
    {
        Services.AddConventions().AddContributions().AddRecensements().AddEspace();
        Agent = Agents.Membre(Banc.Arras.Id);
    }

    private Task DissoudreAsync(DateOnly dernierJour) => Banc.Socle.Base.SemerAsync(Ouvrir(dernierJour));

    private Dissolution Ouvrir(DateOnly dernierJour)
    {
        var le = Banc.Jour.AddDays(-60);
        return Dissolution.Ouvrir(
            Banc.Groupement,
            CauseDeDissolution.Decision,
            "Le besoin a disparu.",
            le,
            dernierJour,
            new FaitsDOuvertureDeDissolution(
                EtatDuGroupement.Ouvert,
                new(2025, 1, 1),
                null,
                null,
                3,
                Terme: null,
                AvenantEnVigueurLe: le
            )
            {
                AvenantVoteLe = le,
            }
        );
    }
}
