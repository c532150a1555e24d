using Bunit;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Brouillons;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Journal;
using CdgMarches.App.Socle.Notifications;
using CdgMarches.App.Socle.Travaux;
using CdgMarches.App.Socle.Vues;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Socle.Composants;

/// <summary>Les composants du socle, avec les vrais services sur une vraie base.</summary>
public sealed class ComposantsPartagesTests : EssaiDeComposant, IAsyncLifetime
{
    private readonly ActeurFixe _acteur = new(Agents.Gestionnaire);
    private SocleDEssai _socle = null!;

    public async ValueTask InitializeAsync()
    {
        _socle = await SocleDEssai.CreerAsync(s => s.AddKeyedScoped<ITravail, Copie>("copie"));
        await _socle.AvecCompteAsync(Agents.Gestionnaire, RoleCdg.Gestionnaire);
        Services.AddSingleton<ActeurCourant>(_acteur);
        Services.AddLogging();
        Services.AddSingleton<Operation>();
        Ajouter<LireTravaux>();
        Ajouter<FileDeTravaux>();
        Ajouter<HorlogeLegale>();
        Ajouter<GarderBrouillon>();
        Ajouter<LireNotifications>();
        Ajouter<LireHistorique>();
        Ajouter<LireReglages>();
        Ajouter<AjouterValeur>();
        Ajouter<ModifierReglages>();
        Ajouter<ComparerSaisies>();
        Ajouter<TenirVues>();
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeComponentsAsync();
        Dispose();
        await _socle.DisposeAsync();
    }

    [Fact]
    public async Task Le_suivi_montre_l_attente_puis_le_lien_du_fichier()
    {
        var id = await _socle
            .Le<FileDeTravaux>()
            .LancerAsync(Agents.Gestionnaire, "copie", "Export d'essai", Droits.GererRecensements, new { });
        TravailSuivi? fini = null;
        var suivi = Render<SuiviDeTravail>(p => p.Add(x => x.Id, id).Add(x => x.OnFini, t => fini = t));
        suivi.WaitForAssertion(() => Assert.Contains("va commencer", suivi.Markup, StringComparison.Ordinal));

        await _socle.Le<ExecuterTravaux>().ExecuterUnAsync();

        suivi.WaitForAssertion(
            () => Assert.Equal($"/travaux/{id}/fichier", suivi.Find("a[download]").GetAttribute("href")),
            TimeSpan.FromSeconds(5)
        );
        Assert.Equal(id, fini!.Id);
    }

    [Fact]
    public async Task Une_vue_gardee_revient_par_son_lien_et_se_remet_apres_retrait()
    {
        Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>().NavigateTo("/communes?page=3&q=lens");
        var vues = Render<VuesGardees>();
        vues.WaitForElement("form");
        vues.Find("input[type=text]").Change("Autour de Lens");

        await vues.Find("form").SubmitAsync();

        vues.WaitForAssertion(() => Assert.Equal("/communes?q=lens", vues.Find(".vues-gardees a").GetAttribute("href")));
        await vues.Find(".vues-gardees button").ClickAsync(new());
        vues.WaitForAssertion(() => Assert.Empty(vues.FindAll(".vues-gardees li")));
        await vues.Find("[data-test=annuler]").ClickAsync(new());
        vues.WaitForAssertion(() => Assert.Single(vues.FindAll(".vues-gardees li")));
    }

    [Fact]
    public async Task Le_suivi_d_un_travail_d_autrui_ne_montre_rien()
    {
        var id = await _socle
            .Le<FileDeTravaux>()
            .LancerAsync(Agents.Gestionnaire, "copie", "Export secret", Droits.GererRecensements, new { });
        _acteur.Acteur = Agents.Finances;

        var suivi = Render<SuiviDeTravail>(p => p.Add(x => x.Id, id));

        suivi.WaitForAssertion(() => Assert.Contains("n'est plus dans « Mes exports »", suivi.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("secret", suivi.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mes_exports_liste_les_miens_et_permet_de_les_refaire()
    {
        await _socle
            .Le<FileDeTravaux>()
            .LancerAsync(Agents.Gestionnaire, "copie", "Export d'essai", Droits.GererRecensements, new { });
        await _socle.Le<ExecuterTravaux>().ExecuterUnAsync();
        var page = Render<PageMesExports>();
        page.WaitForAssertion(() => Assert.Contains("Prêt", page.Markup, StringComparison.Ordinal));

        await page.Find("button[aria-label=\"Refaire Export d'essai\"]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));
    }

    [Fact]
    public async Task La_cloche_compte_les_avis_non_lus()
    {
        await using (var contexte = await _socle.OuvrirAsync())
        {
            FileDeNotifications.Deposer(contexte, Agents.Gestionnaire.Id, "Un avis", null, _socle.Horloge.Instant);
            FileDeNotifications.Deposer(contexte, Agents.Finances.Id, "Un avis d'autrui", null, _socle.Horloge.Instant);
            await contexte.SaveChangesAsync();
        }

        var cloche = Render<ClocheDeNotifications>();

        cloche.WaitForAssertion(() => Assert.Equal("Notifications : 1 non lue", cloche.Find("a").GetAttribute("aria-label")));
    }

    [Fact]
    public async Task Un_brouillon_se_garde_tout_seul_et_se_propose_a_la_page_suivante()
    {
        var modele = new Saisie { Nom = "" };
        var premier = Render<BrouillonAuto<Saisie>>(p => p.Add(x => x.Cle, "essai").Add(x => x.Valeur, modele));
        modele.Nom = "Papier";
        premier.WaitForAssertion(
            () => Assert.Contains("Brouillon enregistré à 10", premier.Markup, StringComparison.Ordinal),
            TimeSpan.FromSeconds(6)
        );

        Saisie? repris = null;
        var second = Render<BrouillonAuto<Saisie>>(p =>
            p.Add(x => x.Cle, "essai").Add(x => x.Valeur, new Saisie { Nom = "" }).Add(x => x.OnReprendre, s => repris = s)
        );
        second.WaitForAssertion(() => Assert.NotNull(second.Find("[data-test=brouillon]")));
        await second.FindAll("button")[0].ClickAsync(new());
        Assert.Equal("Papier", repris!.Nom);

        await premier.InvokeAsync(premier.Instance.EffacerAsync);
        Assert.Null(await _socle.Le<GarderBrouillon>().LireAsync(Agents.Gestionnaire, "essai"));
    }

    [Fact]
    public async Task Ce_qu_un_formulaire_complete_en_s_affichant_n_est_pas_un_brouillon()
    {
        var modele = new Saisie { Nom = "" };
        var page = Render(construire =>
        {
            construire.OpenComponent<BrouillonAuto<Saisie>>(0);
            construire.AddComponentParameter(1, nameof(BrouillonAuto<Saisie>.Cle), "complete");
            construire.AddComponentParameter(2, nameof(BrouillonAuto<Saisie>.Valeur), modele);
            construire.CloseComponent();
            construire.OpenComponent<Complete>(3);
            construire.AddComponentParameter(4, nameof(Complete.Modele), modele);
            construire.CloseComponent();
        });
        Assert.Equal("Usuel", modele.Nom);

        await page.FindComponent<BrouillonAuto<Saisie>>().Instance.DisposeAsync();

        Assert.Null(await _socle.Le<GarderBrouillon>().LireAsync(Agents.Gestionnaire, "complete"));
    }

    [Fact]
    public async Task L_historique_montre_qui_quand_quoi_avant_et_apres()
    {
        var objet = Guid.CreateVersion7();
        await using (var contexte = await _socle.OuvrirAsync())
        {
            var fait = new Fait("Quantité changée", "10", "12", "Erreur de saisie");
            contexte.Journaliser(LigneDeJournal.De("Essai", objet, fait, Agents.Finances, HorlogeFigee.Origine));
            await contexte.SaveChangesAsync();
        }

        var onglet = Render<Historique>(p => p.Add(x => x.ObjetType, "Essai").Add(x => x.ObjetId, objet));

        onglet.WaitForAssertion(() => Assert.Equal("10", onglet.Find("del").TextContent));
        var ligne = onglet.Find("tbody tr").TextContent;
        Assert.All(
            ["10/03/2026", Agents.Finances.Nom, "Quantité changée", "12", "Erreur de saisie"],
            attendu => Assert.Contains(attendu, ligne, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Sur_un_conflit_de_reglages_les_deux_valeurs_sont_montrees_et_la_mienne_peut_l_emporter()
    {
        _acteur.Acteur = Agents.Administrateur;
        var page = Render<PageReglagesGeneraux>();
        page.WaitForAssertion(() => page.Find("input[id='cdg.nom']"));
        var lus = await _socle.Le<LireReglages>().GenerauxAsync(Agents.Administrateur);
        var autre = Agents.Administrateur with { Nom = "Mme Autre" };
        await _socle
            .Le<ModifierReglages>()
            .ExecuterAsync(
                autre,
                lus,
                new Dictionary<string, string>(lus)
                {
                    [ClesDeReglage.NomDuCdg] = "CDG Autre",
                    [ClesDeReglage.TelephoneDuCdg] = "03 00 00 00 00",
                }
            );

        await page.Find("input[id='cdg.nom']").ChangeAsync(new() { Value = "CDG Mien" });
        await page.Find("form").SubmitAsync();

        var conflit = page.Find("[data-test=conflit]").TextContent;
        Assert.Contains("Prendre celle de Mme Autre (10", conflit, StringComparison.Ordinal);
        Assert.Contains("CDG Mien", conflit, StringComparison.Ordinal);
        Assert.Contains("CDG Autre", conflit, StringComparison.Ordinal);
        Assert.DoesNotContain("Téléphone", conflit, StringComparison.Ordinal);
        await page.FindAll("[data-test=conflit] button")[0].ClickAsync(new());
        var gardes = await _socle.Le<LireReglages>().GenerauxAsync(Agents.Administrateur);
        Assert.Equal(("CDG Mien", "03 00 00 00 00"), (gardes[ClesDeReglage.NomDuCdg], gardes[ClesDeReglage.TelephoneDuCdg]));
    }

    [Fact]
    public async Task La_page_des_valeurs_demande_les_seuils_d_apres_2027_et_mene_a_leur_saisie()
    {
        _acteur.Acteur = Agents.Administrateur;
        await _socle.ChargerSeuilsAsync();

        var page = Render<PageValeurs>();

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("tbody tr")));
        var demande = page.Find("[data-test=seuils-attendus]");
        Assert.Contains("1er janvier 2028", demande.TextContent, StringComparison.Ordinal);
        Assert.Contains("debut=2028-01-01", demande.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    private void Ajouter<T>()
        where T : class => Services.AddSingleton(_socle.Le<T>());

    private sealed class Saisie
    {
        public string Nom { get; set; } = "";
    }

    /// <summary>Un formulaire qui met une valeur usuelle dans son modèle quand il s'affiche.</summary>
    private sealed class Complete : ComponentBase
    {
        [Parameter]
        public Saisie Modele { get; set; } = null!;

        protected override void OnInitialized() => Modele.Nom = "Usuel";
    }

    private sealed record Fait(string Libelle, string? Avant, string? Apres, string? Motif) : IEvenementMetier;

    private sealed class Copie : ITravail
    {
        public Task<FichierProduit?> ExecuterAsync(
            Acteur auteur,
            string parametres,
            IProgress<Avancement> progres,
            CancellationToken annulation
        ) => Task.FromResult<FichierProduit?>(FichierProduit.De("copie.csv", TypesMime.Csv, "a"u8.ToArray()));
    }
}
