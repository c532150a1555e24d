using System.Reflection;
using Bunit;
using CdgMarches.App.Collectivites;
using CdgMarches.App.Contributions.Grilles;
using CdgMarches.App.Conventions;
using CdgMarches.App.Groupements;
using CdgMarches.App.Groupements.Adhesions;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Brouillons;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Socle.Composants;

/// <summary>Ce que chaque assistant garde en brouillon se reprend entier ; ce qui ne se relit plus se dit, sans rien casser.</summary>
public sealed class BrouillonsReprisTests : EssaiDeComposant, IAsyncLifetime
{
    private SocleDEssai _socle = null!;

    /// <summary>Un modèle rempli par écran qui garde un brouillon.</summary>
    private static readonly object[] Modeles =
    [
        new SaisieDeConvention
        {
            Collectivite = new SuggestionDeCollectivite(
                CollectiviteId.Nouveau(),
                "Arras",
                CategorieDeCollectivite.Commune,
                "62",
                Siret.Parse("35600000000048"),
                Siren.Parse("356000000")
            ),
            Regles = SaisieDeRegles.De(
                ReglesDAcces.Usuelles with
                {
                    Reconduction = Reconduction.ParPeriodes,
                    ReconductionsAuPlus = 2,
                }
            ),
            Actes = SaisieDActes.De(Conventions.Exemples.Actes()),
        },
        new PageOuvrirDossiers.SaisieDeDossiers
        {
            Etape = 2,
            Collectivites = [new PageOuvrirDossiers.CollectiviteChoisie(Guid.CreateVersion7(), "Béthune")],
            Origine = OrigineDAdhesion.Demande,
            Attendu = new DateOnly(2026, 5, 4),
            Prevenir = false,
            Prestations = [Guid.CreateVersion7()],
        },
        new PageRejoindre.SaisieDeDemande
        {
            Pour = Guid.CreateVersion7(),
            Groupement = Guid.CreateVersion7(),
            Prestations = [Guid.CreateVersion7(), Guid.CreateVersion7()],
        },
        new HashSet<Guid> { Guid.CreateVersion7(), Guid.CreateVersion7() },
        new SaisieDActe
        {
            Numero = "2026/12",
            Adoptee = new DateOnly(2026, 3, 2),
            Publiee = new DateOnly(2026, 3, 4),
            Transmise = new DateOnly(2026, 3, 5),
            Accusee = new DateOnly(2026, 3, 6),
            Piece = Guid.CreateVersion7(),
        },
        UneGrille(),
    ];

    public async ValueTask InitializeAsync()
    {
        _socle = await SocleDEssai.CreerAsync();
        await _socle.AvecCompteAsync(Agents.Gestionnaire, RoleCdg.Gestionnaire);
        Services.AddSingleton<ActeurCourant>(new ActeurFixe(Agents.Gestionnaire));
        Services.AddSingleton(_socle.Le<GarderBrouillon>());
        Services.AddSingleton(_socle.Le<HorlogeLegale>());
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeComponentsAsync();
        Dispose();
        await _socle.DisposeAsync();
    }

    [Fact]
    public void Chaque_ecran_qui_garde_un_brouillon_a_son_modele_dans_l_essai()
    {
        var gardes = typeof(BrouillonAuto<>)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
            .Select(f => f.FieldType)
            .Where(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(BrouillonAuto<>))
            .Select(t => t.GetGenericArguments()[0])
            .Where(t => !t.IsGenericParameter)
            .ToHashSet();

        Assert.Equal(gardes, Modeles.Select(m => m.GetType()).ToHashSet());
    }

    [Fact]
    public async Task Ce_qui_etait_saisi_se_reprend_entier_sur_chaque_ecran()
    {
        foreach (var modele in Modeles)
        {
            var revenu = await (Task<object?>)
                typeof(BrouillonsReprisTests)
                    .GetMethod(nameof(GarderPuisReprendreAsync), BindingFlags.Instance | BindingFlags.NonPublic)!
                    .MakeGenericMethod(modele.GetType())
                    .Invoke(this, [modele])!;

            Assert.Equivalent(modele, revenu, strict: true);
        }
    }

    [Theory]
    [InlineData("""{"Collectivite":{"Id":{"Valeur":"01900000-0000-7000-8000-000000000000"},"Siret":{"Valeur":"1"}}}""")]
    [InlineData("""{"Collectivite":{"Id":{"Valeur":"01900000-0000-7000-8000-000000000000"},"Siret":"12"}}""")]
    [InlineData("""{"Collectivite":{"Categorie":"Inconnue"}}""")]
    [InlineData("pas du JSON")]
    public async Task Un_brouillon_illisible_se_dit_et_s_abandonne_sans_casser_la_page(string json)
    {
        await _socle.Le<GarderBrouillon>().EnregistrerAsync(Agents.Gestionnaire, "ancien", json);
        var page = Render<BrouillonAuto<SaisieDeConvention>>(p =>
            p.Add(x => x.Cle, "ancien").Add(x => x.Valeur, new SaisieDeConvention())
        );
        page.WaitForElement("[data-test=brouillon]");

        await page.FindAll("button")[0].ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("n'a pas pu être repris", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-test=brouillon]"));
        Assert.Null(await _socle.Le<GarderBrouillon>().LireAsync(Agents.Gestionnaire, "ancien"));
    }

    private async Task<object?> GarderPuisReprendreAsync<TModele>(TModele modele)
        where TModele : class, new()
    {
        var cle = typeof(TModele).Name;
        var premier = Render<BrouillonAuto<TModele>>(p => p.Add(x => x.Cle, cle).Add(x => x.Valeur, new TModele()));
        premier.Render(p => p.Add(x => x.Valeur, modele));
        await premier.InvokeAsync(async () => await premier.Instance.DisposeAsync());

        TModele? repris = null;
        var second = Render<BrouillonAuto<TModele>>(p =>
            p.Add(x => x.Cle, cle).Add(x => x.Valeur, new TModele()).Add(x => x.OnReprendre, s => repris = s)
        );
        second.WaitForElement("[data-test=brouillon]");
        await second.FindAll("button")[0].ClickAsync(new());
        return repris;
    }

    private static SaisieDeGrille UneGrille()
    {
        var grille = SaisieDeGrille.De(GrilleDuCdg62.Definition, version: 3);
        grille.Portee = PorteeDeGrille.Groupement;
        grille.Groupement = GroupementId.Nouveau();
        return grille;
    }
}
