using Bunit;
using CdgMarches.App.Groupements;
using CdgMarches.App.Groupements.Adhesions;
using CdgMarches.App.Groupements.Avenants;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

/// <summary>Ce que les pages d'un groupement clos n'offrent plus, et ce que la frise dit d'un acte à venir.</summary>
public sealed class PagesDesAdhesionsClosesTests : EssaiDePageDeGroupement
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    private Guid Id => Banc.Groupement.Valeur;

    [Fact]
    public async Task Un_groupement_clos_n_offre_plus_aucune_entree_et_le_dit()
    {
        await CloreAsync();

        Dit(Render<PageOuvrirDossiers>(p => p.Add(x => x.Id, Id)));
        Dit(Render<PageLienDeDemande>(p => p.Add(x => x.Id, Id)));
        Dit(Render<PageImportDAdhesions>(p => p.Add(x => x.Id, Id)));
        Dit(Render<PageNouvelAvenant>(p => p.Add(x => x.Id, Id)));
        var fenetres = Render<PageFenetres>(p => p.Add(x => x.Id, Id));
        fenetres.WaitForElement("[data-test=millesimes]");
        Assert.Empty(fenetres.FindAll("form"));

        static void Dit<T>(IRenderedComponent<T> page)
            where T : Microsoft.AspNetCore.Components.IComponent
        {
            page.Dit("Ce groupement est clos");
            Assert.Empty(page.FindAll("form"));
            Assert.Empty(page.FindAll("input"));
        }
    }

    [Fact]
    public async Task Le_millesime_d_un_groupement_clos_est_refuse_avec_sa_phrase()
    {
        await CloreAsync();
        var fiche = await Banc.FicheAsync();

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            Banc.Le<OuvrirMillesime>()
                .ExecuterAsync(
                    Agent,
                    fiche.Id,
                    fiche.Version,
                    "Suite",
                    Banc.Jour.Year + 1,
                    Banc.Jour.AddDays(60),
                    null,
                    null,
                    prevenir: false,
                    Annulation
                )
        );

        Assert.IsType<GroupementNonClos>(Assert.Single(refus.Obstacles));
    }

    [Fact]
    public void La_frise_ne_dit_pas_faite_une_date_a_venir()
    {
        var (hier, demain) = (Banc.Jour.AddDays(-1), Banc.Jour.AddDays(1));

        var frise = Render<FriseDesActes>(p =>
            p.Add(
                x => x.Actes,
                [
                    new ActeDeLaFrise("Délibération", hier, "RG"),
                    new ActeDeLaFrise("Annonce", Banc.Jour, "RG"),
                    new ActeDeLaFrise("Sortie", demain, "RG"),
                    new ActeDeLaFrise("Effet", null, "RG"),
                    new ActeDeLaFrise("Sortie", null, "RG") { SansSuite = "sans effet" },
                ]
            )
        );

        Assert.Equal(
            ["frise-fait", "frise-fait", "frise-prevu", "frise-attendu", "frise-attendu"],
            frise.FindAll("li").Select(l => l.ClassName)
        );
        Assert.Equal(["✓", "✓", "◷", "○", "—"], frise.FindAll(".frise-signe").Select(s => s.TextContent));
        Assert.Equal("sans effet", frise.FindAll(".frise-date")[4].TextContent);
        Assert.StartsWith("date prévue : ", frise.FindAll(".frise-date")[2].TextContent, StringComparison.Ordinal);
    }

    private async Task CloreAsync()
    {
        await using var contexte = await Banc.OuvrirAsync();
        await contexte
            .Groupements.Where(g => g.Id == Banc.Groupement)
            .ExecuteUpdateAsync(s => s.SetProperty(g => g.Etat, EtatDuGroupement.Clos), Annulation);
    }
}
