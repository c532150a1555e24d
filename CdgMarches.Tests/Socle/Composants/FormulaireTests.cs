using Bunit;
using Bunit.TestDoubles;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Socle.Composants;

public sealed class FormulaireTests : EssaiDeComposant
{
    private int _validations;

    private BunitNavigationManager Navigation => Services.GetRequiredService<BunitNavigationManager>();

    [Fact]
    public void Les_erreurs_sont_resumees_en_tete_avec_un_lien_chacune_et_dites_au_champ()
    {
        var formulaire = Afficher([
            new ErreurDeSaisie("objet", "L'objet manque."),
            new ErreurDeSaisie("montant", "Le montant manque."),
        ]);

        var resume = formulaire.Find("[data-test=erreurs]");
        Assert.Equal("alert", resume.GetAttribute("role"));
        Assert.Contains("2 points", resume.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["http://localhost/#objet", "http://localhost/#montant"],
            resume.QuerySelectorAll("a").Select(a => a.GetAttribute("href"))
        );
        Assert.Equal("✕ L'objet manque.", formulaire.Find("#objet-erreur").TextContent);
    }

    [Fact]
    public void Le_lien_du_resume_mene_au_champ()
    {
        var formulaire = Afficher([new ErreurDeSaisie("objet", "L'objet manque.")]);

        formulaire.Find("[data-test=erreurs] a").Click();

        Assert.Equal(["objet"], Appels("cdgmarches.focaliser"));
    }

    [Fact]
    public void Apres_un_envoi_refuse_le_premier_champ_en_erreur_est_atteint()
    {
        var formulaire = Afficher([]);
        formulaire.Find("form").Submit();
        Assert.Empty(Appels("cdgmarches.focaliser"));

        formulaire = Afficher(
            [],
            alEnvoi: [new ErreurDeSaisie("montant", "Le montant manque."), new ErreurDeSaisie("objet", "L'objet manque.")]
        );
        formulaire.Find("form").Submit();

        Assert.Equal(["montant"], Appels("cdgmarches.focaliser"));
        Assert.Equal("✕ Le montant manque.", formulaire.Find("#montant-erreur").TextContent);
    }

    [Fact]
    public void Une_saisie_illisible_retient_l_envoi()
    {
        var formulaire = Afficher([]);
        formulaire.Find("#montant").Change("douze");

        formulaire.Find("form").Submit();

        Assert.Equal(0, _validations);
        Assert.Contains("douze", formulaire.Find("[data-test=erreurs]").TextContent, StringComparison.Ordinal);

        formulaire.Find("#montant").Change("12");
        formulaire.Find("form").Submit();

        Assert.Equal(1, _validations);
    }

    [Fact]
    public void Partir_avec_une_saisie_non_enregistree_se_confirme()
    {
        JSInterop.Setup<bool>("confirm", _ => true).SetResult(false);
        var formulaire = Afficher([]);
        formulaire.Find("#objet").Change("Papier");

        Navigation.NavigateTo("/ailleurs");

        Assert.Equal("http://localhost/", Navigation.Uri);
        Assert.True(formulaire.Find("form").HasAttribute("data-modifie"));
    }

    [Fact]
    public void Partir_sans_avoir_rien_saisi_ou_apres_l_enregistrement_ne_demande_rien()
    {
        var formulaire = Afficher([]);
        formulaire.Find("#objet").Change("Papier");
        formulaire.Find("form").Submit();

        Navigation.NavigateTo("/ailleurs");

        Assert.Equal("http://localhost/ailleurs", Navigation.Uri);
        Assert.Empty(Appels("confirm"));
    }

    [Fact]
    public void Un_envoi_refuse_par_une_regle_garde_la_saisie_sous_protection()
    {
        JSInterop.Setup<bool>("confirm", _ => true).SetResult(false);
        var formulaire = Afficher([], retour: Retour.Refus("La campagne est close."));
        formulaire.Find("#objet").Change("Papier");
        formulaire.Find("form").Submit();

        Navigation.NavigateTo("/ailleurs");

        Assert.Equal("http://localhost/", Navigation.Uri);
        Assert.Contains("La campagne est close.", formulaire.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Une_saisie_corrigee_part_sans_rien_demander_meme_si_la_page_montre_encore_l_erreur_d_avant()
    {
        IReadOnlyList<ErreurDeSaisie> dAvant = [new("objet", "L'objet manque.")];
        IRenderedComponent<Formulaire>? formulaire = null;
        formulaire = Render<Formulaire>(p =>
            p.Add(f => f.Erreurs, dAvant)
                .Add(
                    f => f.OnValider,
                    () =>
                    {
                        // The page draws itself again while it saves, then leaves.
                        formulaire!.Render(q => q.Add(f => f.Erreurs, dAvant));
                        Navigation.NavigateTo("/ailleurs");
                    }
                )
        );

        formulaire.Find("form").Submit();

        Assert.Equal("http://localhost/ailleurs", Navigation.Uri);
        Assert.Empty(Appels("confirm"));
    }

    private IRenderedComponent<Formulaire> Afficher(
        IReadOnlyList<ErreurDeSaisie> erreurs,
        IReadOnlyList<ErreurDeSaisie>? alEnvoi = null,
        Retour? retour = null
    )
    {
        IRenderedComponent<Formulaire>? rendu = null;
        return rendu = Render<Formulaire>(p =>
            p.Add(f => f.Erreurs, erreurs)
                .Add(
                    f => f.OnValider,
                    () =>
                    {
                        _validations++;
                        rendu!.Render(q =>
                        {
                            q.Add(f => f.Erreurs, alEnvoi ?? erreurs);
                            q.Add(f => f.Retour, retour);
                        });
                    }
                )
                .Add(f => f.ChildContent, Champs)
        );
    }

    private static RenderFragment Champs =>
        arbre =>
        {
            arbre.OpenComponent<ChampTexte>(0);
            arbre.AddComponentParameter(1, nameof(ChampTexte.Libelle), "Objet");
            arbre.CloseComponent();
            arbre.OpenComponent<ChampMontant>(2);
            arbre.AddComponentParameter(3, nameof(ChampMontant.Libelle), "Montant");
            arbre.CloseComponent();
        };
}
