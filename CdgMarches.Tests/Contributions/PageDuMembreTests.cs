using Bunit;
using CdgMarches.App.Contributions.Membre;
using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Impression;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace CdgMarches.Tests.Contributions;

/// <summary>Ce qu'un membre lit d'un appel : pour quoi, combien et pourquoi, ce qu'il reste à faire, et la lettre.</summary>
public sealed class PageDuMembreTests : EssaiDePageDesContributions
{
    [Fact]
    public async Task Un_appel_dit_son_objet_sa_tva_les_chiffres_retenus_et_donne_sa_lettre()
    {
        var appel = Exemples.UnAppel(1_000m, collectivite: Banc.Communes[0].Id, tva: TauxTva.DePourcentage(20m));
        await Banc.Socle.Base.SemerAsync(appel);
        Agent = Agents.Membre(Banc.Communes[0].Id);

        var page = Render<PageContributionsDuMembre>();
        page.WaitForElement("[data-test=fiche-membre]");

        Assert.Equal("Contribution 2026", Net(page.Find("[data-test=objet-membre]").TextContent));
        var montant = Net(page.Find("[data-test=montant-membre]").TextContent);
        Assert.Contains("1 200,00 € TTC : 1 000,00 € HT et 200,00 € de TVA à 20", montant, StringComparison.Ordinal);
        Assert.Contains("420 agents", Net(page.Find("[data-test=chiffres-membre]").TextContent), StringComparison.Ordinal);
        Assert.Contains(
            "87 consultations de 2025",
            Net(page.Find("[data-test=chiffres-membre]").TextContent),
            StringComparison.Ordinal
        );
        Assert.StartsWith("À payer avant le", Net(page.Find("[data-test=suite-membre]").TextContent), StringComparison.Ordinal);
        Assert.Contains(page.FindAll("a"), a => a.GetAttribute("href") == $"/espace/contributions/{appel.Id.Valeur}/lettre");
    }

    [Fact]
    public async Task Un_appel_solde_est_dit_paye_et_n_est_plus_a_payer()
    {
        var appel = Exemples.UnAppel(500m, collectivite: Banc.Communes[0].Id);
        appel.Encaisser(new DateOnly(2026, 2, 20), MontantTtc.DEuros(500), null, new DateOnly(2026, 2, 20));
        await Banc.Socle.Base.SemerAsync(appel);
        Agent = Agents.Membre(Banc.Communes[0].Id);

        var page = Render<PageContributionsDuMembre>();

        Assert.Equal("Payé, le 20 février 2026.", Net(page.WaitForElement("[data-test=suite-membre]").TextContent));
        Assert.DoesNotContain("À payer", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_lettre_est_celle_de_sa_collectivite_et_d_aucune_autre()
    {
        var appel = Exemples.UnAppel(500m, collectivite: Banc.Communes[0].Id);
        await Banc.Socle.Base.SemerAsync(appel);
        using var convertir = new ConvertirEnPdf(
            new ConfigurationBuilder().Build(),
            TimeProvider.System,
            NullLogger<ConvertirEnPdf>.Instance
        );
        var lettre = new LettreDuMembre(
            Banc.Socle.Base.Fabrique,
            Banc.Le<CatalogueDeDocuments>(),
            Banc.Le<ChoisirModele>(),
            Banc.Le<PapierAEntete>(),
            convertir
        );

        var recue = await lettre.ExecuterAsync(Agents.Membre(Banc.Communes[0].Id), appel.Id, Annulation);

        Assert.Equal(appel.NomDeLaPiece, recue!.Value.Nom);
        using var contenu = new MemoryStream(recue.Value.Contenu);
        Assert.Contains("APC-2026-0001", TexteDuDocument.Lire(contenu), StringComparison.Ordinal);
        Assert.Null(await lettre.ExecuterAsync(Agents.Membre(Banc.Communes[1].Id), appel.Id, Annulation));
    }

    [Fact]
    public async Task Un_appel_ne_se_demande_qu_une_fois_et_pas_avant_sa_date()
    {
        await Banc.Socle.Base.SemerAsync(
            Exemples.UnAppel(500m, numero: 1, collectivite: Banc.Communes[1].Id),
            Exemples.UnAppel(500m, numero: 1, collectivite: Banc.Communes[1].Id, exercice: 2027)
        );
        var membre = Agents.Membre(Banc.Communes[1].Id);
        var sources = Banc.Le<IEnumerable<App.Espace.ISourceDuMembre>>();

        List<string> choses = [];
        foreach (var source in sources)
        {
            choses.AddRange((await source.ExecuterAsync(membre, Annulation)).Select(c => $"{c.Titre} : {c.Detail}"));
        }

        var demandee = Assert.Single(choses, c => c.Contains("APC-", StringComparison.Ordinal));
        Assert.Contains("Régler notre contribution", demandee, StringComparison.Ordinal);
        Assert.Contains("APC-2026-0001", demandee, StringComparison.Ordinal);
    }
}
