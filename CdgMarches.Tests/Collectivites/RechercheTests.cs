using System.Diagnostics;
using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.Database.Collectivites;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Collectivites;

public sealed class RechercheTests : IAsyncLifetime
{
    private ReferentielDEssai _referentiel = null!;

    public async ValueTask InitializeAsync() => _referentiel = await ReferentielDEssai.CreerAsync();

    public ValueTask DisposeAsync() => _referentiel.DisposeAsync();

    [Theory]
    [InlineData("st omer", "Saint-Omer")]
    [InlineData("SAINT-OMER", "Saint-Omer")]
    [InlineData("etaples", "Étaples")]
    [InlineData("Étaples", "Étaples")]
    [InlineData("bethune bruay", "CA de Béthune-Bruay, Artois-Lys Romane")]
    [InlineData("bruay bethune", "CA de Béthune-Bruay, Artois-Lys Romane")]
    [InlineData("216200410", "Arras")]
    [InlineData("62041", "Arras")]
    [InlineData("62000", "Arras")]
    public async Task La_recherche_ignore_casse_et_accents_et_tous_les_mots_comptent(string recherche, string trouvee)
    {
        await SemerAsync();

        var page = await _referentiel.Lister.ExecuterAsync(Agents.Lecture, new Demande(Recherche: recherche));

        Assert.Equal(trouvee, Assert.Single(page.Elements).Nom);
    }

    [Fact]
    public async Task Un_mot_absent_suffit_a_ne_rien_trouver_et_un_joker_n_en_est_pas_un()
    {
        await SemerAsync();

        Assert.Empty(await ListerAsync(new Demande(Recherche: "béthune calais")));
        Assert.Empty(await ListerAsync(new Demande(Recherche: "arrxs")));
        Assert.Equal(["Arras"], await ListerAsync(new Demande(Recherche: "%arras_")));
    }

    [Fact]
    public async Task Les_filtres_et_les_tris_se_cumulent_et_les_archives_sont_a_part()
    {
        await SemerAsync();
        await _referentiel.SemerAsync(ReferentielDEssai.Commune("Ablain"), c => c.Archiver(HorlogeFigee.Origine, "essai"));

        var communes = await ListerAsync(new Demande(Filtres: new Dictionary<string, string> { ["categorie"] = "Commune" }));
        Assert.Equal(["Arras", "Étaples", "Saint-Omer"], communes);
        Assert.Equal(
            ["Saint-Omer", "Étaples", "Arras"],
            await ListerAsync(
                new Demande(Tri: "nom", Decroissant: true, Filtres: new Dictionary<string, string> { ["categorie"] = "Commune" })
            )
        );
        Assert.Equal(
            ["Arras"],
            await ListerAsync(new Demande(Filtres: new Dictionary<string, string> { ["affiliation"] = "oui" }))
        );
        Assert.DoesNotContain(
            "Arras",
            await ListerAsync(new Demande(Filtres: new Dictionary<string, string> { ["effectif"] = "manquant" }))
        );
        Assert.Equal(
            ["Ablain"],
            await ListerAsync(new Demande(Filtres: new Dictionary<string, string> { ["archives"] = "oui" }))
        );
    }

    [Theory]
    [InlineData("categorie")]
    [InlineData("departement")]
    [InlineData("siret")]
    [InlineData("effectif")]
    [InlineData("population")]
    [InlineData("tri inconnu")]
    public async Task Tout_tri_se_traduit_et_la_pagination_ne_perd_rien(string tri)
    {
        await SemerAsync();

        var premiere = await _referentiel.Lister.ExecuterAsync(Agents.Lecture, new Demande(1, 3, tri));
        var seconde = await _referentiel.Lister.ExecuterAsync(Agents.Lecture, new Demande(2, 3, tri, Decroissant: false));

        Assert.Equal(4, premiere.Total);
        Assert.Equal(4, premiere.Elements.Concat(seconde.Elements).Select(e => e.Id).Distinct().Count());
    }

    [Fact]
    public async Task Le_catalogue_national_se_charge_vite_et_se_recharge_sans_doublon()
    {
        await using var contexte = await _referentiel.Fabrique.CreateDbContextAsync(TestContext.Current.CancellationToken);
        await ChargerCatalogue.ExecuterAsync(contexte, TestContext.Current.CancellationToken);
        var chrono = Stopwatch.StartNew();

        var lignes = await ChargerCatalogue.ExecuterAsync(contexte, TestContext.Current.CancellationToken);

        Assert.Equal(36_224, lignes);
        Assert.Equal(36_224, await contexte.CatalogueNational.CountAsync(TestContext.Current.CancellationToken));
        Assert.True(chrono.Elapsed < TimeSpan.FromSeconds(10), $"{chrono.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task On_cree_une_fiche_en_la_choisissant_au_catalogue_par_nom_code_postal_ou_SIREN()
    {
        await using (var contexte = await _referentiel.Fabrique.CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            await ChargerCatalogue.ExecuterAsync(contexte, TestContext.Current.CancellationToken);
        }

        var arras = Assert.Single(await Catalogue("216 200 410"));
        Assert.Equal(("Arras", "62041"), (arras.Nom, arras.CodeInsee));
        Assert.Contains(await Catalogue("62000"), e => e.Code == "62041");
        Assert.Equal("Arras", (await Catalogue("arras"))[0].Nom);
        Assert.Contains(await Catalogue("st omer"), e => e.Nom == "Saint-Omer");

        var id = await _referentiel.Creer.ExecuterAsync(
            Agents.Gestionnaire,
            new NouvelleCollectivite(ReferentielDEssai.Commune("Arras", arras.Siren), null, arras.Code)
        );

        var creee = await _referentiel.RelireAsync(id);
        Assert.Equal(arras.PopulationMunicipale, creee.PopulationDe(2026)?.Municipale);
        Assert.Null(creee.PopulationPourStrate(2026));
        Assert.Equal(id, Assert.Single(await Catalogue("216200410")).DejaAuReferentiel);
    }

    [Fact]
    public async Task Un_nom_semblable_avertit_et_un_meme_SIREN_sans_SIRET_bloque()
    {
        await SemerAsync();

        var semblables = await _referentiel.Doublons.ExecuterAsync(Agents.Gestionnaire, ReferentielDEssai.Commune("St Omer"));
        Assert.Equal(("Saint-Omer", false), (Assert.Single(semblables).Fiche.Nom, semblables[0].Bloque));
        Assert.Equal(
            "Étaples",
            Assert
                .Single(await _referentiel.Doublons.ExecuterAsync(Agents.Gestionnaire, ReferentielDEssai.Commune("Etapels")))
                .Fiche.Nom
        );
        Assert.Empty(await _referentiel.Doublons.ExecuterAsync(Agents.Gestionnaire, ReferentielDEssai.Commune("Calais")));
        var bloque = Assert.Single(
            await _referentiel.Doublons.ExecuterAsync(
                Agents.Gestionnaire,
                ReferentielDEssai.Commune("Arras ville", ReferentielDEssai.SirenDArras)
            )
        );
        Assert.True(bloque.Bloque);
    }

    private async Task<IReadOnlyList<EntreeDuCatalogue>> Catalogue(string recherche) =>
        await _referentiel.ChercherAuCatalogue.ExecuterAsync(Agents.Gestionnaire, recherche);

    private async Task<IEnumerable<string>> ListerAsync(Demande demande) =>
        (await _referentiel.Lister.ExecuterAsync(Agents.Lecture, demande)).Elements.Select(e => e.Nom);

    private async Task SemerAsync()
    {
        await _referentiel.SemerAsync(ReferentielDEssai.Commune("Saint-Omer"));
        await _referentiel.SemerAsync(ReferentielDEssai.Commune("Étaples"));
        await _referentiel.SemerAsync(
            ReferentielDEssai.Commune("Arras", ReferentielDEssai.SirenDArras) with
            {
                CodeInsee = CodeInsee.Parse("62041"),
                Siege = new Adresse(null, null, "62000", "Arras"),
            },
            c =>
            {
                c.DeclarerEffectif(new DeclarationDEffectif(2026, 812));
                c.Affilier(new DateOnly(2010, 1, 1), null, NatureDAffiliation.Volontaire);
            }
        );
        await _referentiel.SemerAsync(
            new IdentiteDeCollectivite
            {
                Nom = "CA de Béthune-Bruay, Artois-Lys Romane",
                Categorie = CategorieDeCollectivite.CommunauteDAgglomeration,
                Departement = "62",
            }
        );
    }
}
