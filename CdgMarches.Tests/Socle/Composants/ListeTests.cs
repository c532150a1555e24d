using AngleSharp.Dom;
using Bunit;
using Bunit.TestDoubles;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Socle.Composants;

public sealed class ListeTests : EssaiDeComposant
{
    private readonly List<Demande> _demandes = [];

    private BunitNavigationManager Navigation => Services.GetRequiredService<BunitNavigationManager>();

    [Fact]
    public void L_etat_de_la_liste_est_lu_dans_l_adresse()
    {
        Navigation.NavigateTo("/communes?page=3&taille=50&tri=nom&sens=desc&q=arras&categorie=commune");

        Afficher(total: 214);

        var demande = Assert.Single(_demandes);
        Assert.Equal(
            (3, 50, "nom", true, "arras"),
            (demande.Page, demande.Taille, demande.Tri, demande.Decroissant, demande.Recherche)
        );
        Assert.Equal("commune", demande.Filtre("categorie"));
        Assert.Null(demande.Filtre("page"));
    }

    [Theory]
    [InlineData("/communes?page=abc&taille=-5")]
    [InlineData("/communes?page=0")]
    [InlineData("/communes?page=99999999999999")]
    public void Une_adresse_abimee_montre_la_premiere_page(string adresse)
    {
        Navigation.NavigateTo(adresse);

        Afficher(total: 214);

        Assert.Equal((1, 25), (_demandes[0].Page, _demandes[0].Prendre));
    }

    [Fact]
    public void Les_liens_de_pagination_gardent_le_tri_et_les_filtres()
    {
        Navigation.NavigateTo("/communes?page=2&tri=nom&categorie=commune");

        var liste = Afficher(total: 60);

        Assert.Equal("/communes?page=3&tri=nom&categorie=commune", Chemin(liste.Find("a[rel=next]")));
        Assert.Equal("/communes?tri=nom&categorie=commune", Chemin(liste.Find("a[rel=prev]")));
        Assert.Contains("26–50 sur 60", liste.Find(".pagination").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void La_derniere_page_n_a_pas_de_suivante()
    {
        Navigation.NavigateTo("/communes?page=3");

        var liste = Afficher(total: 60);

        Assert.Empty(liste.FindAll("a[rel=next]"));
        Assert.Equal("3", liste.Find(".pagination [aria-current=page]").LastChild!.TextContent);
    }

    [Fact]
    public void Une_page_au_dela_de_la_derniere_montre_la_derniere()
    {
        Navigation.NavigateTo("/communes?page=9&tri=nom");

        var liste = Afficher(total: 60);

        liste.WaitForState(() => _demandes.Count == 2);
        Assert.Equal("/communes?page=3&tri=nom", new Uri(Navigation.Uri).PathAndQuery);
        Assert.Contains("51–60 sur 60", liste.Find(".pagination").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Le_lien_de_tri_inverse_le_sens_et_revient_a_la_premiere_page()
    {
        Navigation.NavigateTo("/communes?page=2&tri=nom");

        var liste = Afficher(total: 60);

        var entete = liste.Find("thead th[aria-sort=ascending]");
        Assert.Equal("/communes?tri=nom&sens=desc", Chemin(entete.QuerySelector("a")!));
    }

    [Fact]
    public void Changer_d_adresse_relit_la_liste_et_changer_de_fiche_non()
    {
        Navigation.NavigateTo("/communes");
        var liste = Afficher(total: 60);

        Navigation.NavigateTo("/communes?page=2");
        liste.WaitForState(() => _demandes.Count == 2);
        Navigation.NavigateTo("/communes?page=2&masquees=siren");
        Navigation.NavigateTo("/ailleurs?page=3");

        Assert.Equal([1, 2], _demandes.Select(d => d.Page));
    }

    [Fact]
    public void Chercher_ecrit_les_mots_dans_l_adresse()
    {
        Navigation.NavigateTo("/communes?page=4&categorie=commune");
        var liste = Afficher(total: 214);

        liste.Find("input[type=search]").Change("  Saint-Omer ");
        liste.Find("form[role=search]").Submit();

        Assert.Equal("/communes?categorie=commune&q=Saint-Omer", new Uri(Navigation.Uri).PathAndQuery);
    }

    [Fact]
    public void Choisir_un_filtre_l_ecrit_dans_l_adresse_et_ramene_a_la_premiere_page()
    {
        Navigation.NavigateTo("/communes?page=4");
        var liste = Afficher(total: 214);

        liste.Find("#filtre-categorie").Change("commune");

        Assert.Equal("/communes?categorie=commune", new Uri(Navigation.Uri).PathAndQuery);
    }

    [Fact]
    public void L_export_porte_les_filtres_et_le_tri_sans_la_pagination()
    {
        Navigation.NavigateTo("/communes?page=2&taille=50&tri=nom&q=saint%20omer&categorie=commune&masquees=siren");

        var liste = Afficher(total: 214);

        Assert.Equal(
            "/communes/export.xlsx?tri=nom&q=saint%20omer&categorie=commune",
            liste.Find("a[download]").GetAttribute("href")
        );
    }

    [Fact]
    public void Les_colonnes_gardent_leur_ordre_et_une_colonne_masquee_disparait()
    {
        Navigation.NavigateTo("/communes?masquees=siren");

        var liste = Afficher(total: 1);

        Assert.Equal(["Nom", "Habitants"], liste.FindAll("thead th").Select(t => t.TextContent.Trim(' ', '↕')));
        Assert.Equal("num", liste.FindAll("tbody tr > *")[1].ClassName);
        Assert.Equal("row", liste.Find("tbody th").GetAttribute("scope"));
        Assert.Equal("Communes", liste.Find("caption").TextContent);
    }

    [Fact]
    public void Vide_sans_filtre_la_liste_dit_quoi_faire_et_avec_filtre_que_rien_ne_repond()
    {
        Navigation.NavigateTo("/communes");
        var liste = Afficher(total: 0);
        Assert.Contains("Importez les communes", liste.Markup, StringComparison.Ordinal);

        Navigation.NavigateTo("/communes?q=zzz");
        liste.WaitForState(() => _demandes.Count == 2);

        Assert.DoesNotContain("Importez les communes", liste.Markup, StringComparison.Ordinal);
        Assert.Contains("Effacer les filtres", liste.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void La_selection_traverse_les_pages_et_peut_s_etendre_a_tous_les_resultats()
    {
        Navigation.NavigateTo("/communes");
        var selection = SelectionDeListe.Aucune;
        var liste = Afficher(
            total: 214,
            p => p.Add(l => l.Cle, c => c.Nom).Bind(l => l.Selection, selection, s => selection = s)
        );

        liste.Find("thead input[type=checkbox]").Change(true);
        Assert.Equal(25, selection.Nombre);

        liste.Render(p => p.Add(l => l.Selection, selection));
        liste.FindAll(".barre-de-selection button")[0].Click();

        Assert.True(selection.Tous);
        Assert.Equal("214 lignes sélectionnées", selection.Libelle(214));
    }

    private static string Chemin(IElement lien) => new Uri(new Uri("http://localhost/"), lien.GetAttribute("href")).PathAndQuery;

    private IRenderedComponent<Liste<Commune>> Afficher(
        int total,
        Action<ComponentParameterCollectionBuilder<Liste<Commune>>>? suite = null
    ) =>
        Render<Liste<Commune>>(p =>
        {
            p.Add(l => l.Legende, "Communes")
                .Add(l => l.Export, "/communes/export.xlsx")
                .Add(l => l.Charger, d => LireAsync(d, total))
                .Add(l => l.Vide, "Importez les communes du département.")
                .Add(l => l.Filtres, Filtre)
                .Add(l => l.Colonnes, Colonnes);
            suite?.Invoke(p);
        });

    private Task<PageDe<Commune>> LireAsync(Demande demande, int total)
    {
        _demandes.Add(demande);
        var nombre = Math.Clamp(total - demande.Ignorer, 0, demande.Prendre);
        return Task.FromResult(
            new PageDe<Commune>(
                [.. Enumerable.Range(demande.Ignorer, nombre).Select(i => new Commune($"Commune {i}", 300))],
                total
            )
        );
    }

    private static RenderFragment Filtre =>
        arbre =>
        {
            arbre.OpenComponent<FiltreChoix>(0);
            arbre.AddComponentParameter(1, nameof(FiltreChoix.Nom), "categorie");
            arbre.AddComponentParameter(2, nameof(FiltreChoix.Libelle), "Catégorie");
            arbre.AddComponentParameter(3, nameof(FiltreChoix.Options), (Option<string>[])[new("commune", "Commune")]);
            arbre.CloseComponent();
        };

    private static RenderFragment Colonnes =>
        arbre =>
        {
            arbre.AddContent(0, Colonne("Nom", "nom", c => c.Nom, entete: true));
            arbre.AddContent(1, Colonne("SIREN", null, _ => "200012345"));
            arbre.AddContent(2, Colonne("Habitants", null, c => c.Habitants, Alignement.Droite));
        };

    private static RenderFragment Colonne(
        string titre,
        string? tri,
        Func<Commune, object> valeur,
        Alignement alignement = Alignement.Gauche,
        bool entete = false
    ) =>
        arbre =>
        {
            RenderFragment<Commune> cellule = c => a => a.AddContent(0, valeur(c));
            arbre.OpenComponent<Colonne<Commune>>(0);
            arbre.AddComponentParameter(1, nameof(Colonne<>.Titre), titre);
            arbre.AddComponentParameter(2, nameof(Colonne<>.Tri), tri);
            arbre.AddComponentParameter(3, nameof(Colonne<>.Alignement), alignement);
            arbre.AddComponentParameter(4, nameof(Colonne<>.Entete), entete);
            arbre.AddComponentParameter(5, nameof(Colonne<>.ChildContent), cellule);
            arbre.CloseComponent();
        };

    public sealed record Commune(string Nom, int Habitants);
}
