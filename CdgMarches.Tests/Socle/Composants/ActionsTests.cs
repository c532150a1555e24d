using Bunit;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Socle.Composants;

public sealed class ActionsTests : EssaiDeComposant
{
    private static readonly Verdict Refus = Verdict.De(
        new RegleDEssai("La date limite manque.", "date-limite"),
        new RegleDEssai("Aucun membre n'est choisi.")
    );

    [Fact]
    public void Un_bouton_refuse_reste_atteignable_n_agit_pas_et_dit_toutes_ses_raisons()
    {
        var clics = 0;
        var bouton = Render<BoutonDAction>(p =>
            p.Add(b => b.Libelle, "Ouvrir").Add(b => b.Verdict, Refus).Add(b => b.OnClick, () => clics++)
        );

        var natif = bouton.Find("button.bouton");
        natif.Click();

        Assert.Equal(0, clics);
        Assert.Equal("true", natif.GetAttribute("aria-disabled"));
        Assert.False(natif.HasAttribute("disabled"));
        var raisons = bouton.Find($"#{natif.GetAttribute("aria-describedby")}").TextContent;
        Assert.Contains("La date limite manque.", raisons, StringComparison.Ordinal);
        Assert.Contains("Aucun membre n'est choisi.", raisons, StringComparison.Ordinal);
        Assert.Contains("Convention, art. 3.2", raisons, StringComparison.Ordinal);
    }

    [Fact]
    public void Chaque_obstacle_mene_au_champ_ou_on_le_leve()
    {
        var obstacles = Render<Obstacles>(p => p.Add(o => o.Verdict, Refus));

        obstacles.Find("[data-test=obstacles] button").Click();

        Assert.Equal(["date-limite"], Appels("cdgmarches.focaliser"));
        Assert.Single(obstacles.FindAll("button"));
    }

    [Fact]
    public void Un_avertissement_n_empeche_pas_d_agir()
    {
        var clics = 0;
        var bouton = Render<BoutonDAction>(p =>
            p.Add(b => b.Libelle, "Valider")
                .Add(b => b.Verdict, Verdict.De(new RegleDEssai("Quantité inhabituelle.") { Portee = Portee.Avertit }))
                .Add(b => b.OnClick, () => clics++)
        );

        bouton.Find("button").Click();

        Assert.Equal(1, clics);
        Assert.False(bouton.Find("button").HasAttribute("aria-disabled"));
    }

    [Fact]
    public async Task Un_bouton_n_agit_qu_une_fois_a_la_fois()
    {
        var clics = 0;
        var travail = new TaskCompletionSource();
        var bouton = Render<BoutonDAction>(p =>
            p.Add(b => b.Libelle, "Figer")
                .Add(
                    b => b.OnClick,
                    () =>
                    {
                        clics++;
                        return travail.Task;
                    }
                )
        );

        var premier = bouton.Find("button").ClickAsync(new());
        Assert.Equal("true", bouton.Find("button").GetAttribute("aria-busy"));
        var second = bouton.Find("button").ClickAsync(new());
        Assert.Equal(1, clics);

        travail.SetResult();
        await Task.WhenAll(premier, second);
        bouton.WaitForAssertion(() => Assert.False(bouton.Find("button").HasAttribute("aria-disabled")));
    }

    [Fact]
    public void Une_reussite_est_un_statut_et_un_refus_une_alerte_dans_des_zones_deja_la()
    {
        var retour = Render<RetourDAction>(p => p.Add(r => r.Retour, null));
        Assert.Equal(["status", "alert"], retour.FindAll("[role]").Select(z => z.GetAttribute("role")));

        retour.Render(p => p.Add(r => r.Retour, Retour.Ok("La campagne est ouverte.")));
        Assert.Contains("La campagne est ouverte.", retour.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Empty(retour.Find("[role=alert]").TextContent.Trim());

        retour.Render(p => p.Add(r => r.Retour, new Retour(false, "L'action n'est pas possible.", Refus.Obstacles)));
        Assert.Contains("Aucun membre n'est choisi.", retour.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(retour.Find("[role=status]").TextContent.Trim());
    }

    [Fact]
    public async Task Une_confirmation_nomme_l_action_et_n_agit_qu_au_second_bouton()
    {
        var confirmations = 0;
        var dialogue = Render<Confirmation>(p =>
            p.Add(c => c.Titre, "Supprimer 3 lignes ?")
                .Add(c => c.Texte, "Les 3 lignes et leurs réponses iront à la corbeille.")
                .Add(c => c.Libelle, "Supprimer les 3 lignes")
                .Add(c => c.Danger, true)
                .Add(c => c.OnConfirmer, () => confirmations++)
        );

        await dialogue.InvokeAsync(dialogue.Instance.OuvrirAsync);
        Assert.Single(Appels("cdgmarches.ouvrirDialogue"));
        var natif = dialogue.Find("dialog");
        Assert.Equal("Supprimer 3 lignes ?", dialogue.Find($"#{natif.GetAttribute("aria-labelledby")}").TextContent);

        await dialogue.FindAll("button")[0].ClickAsync(new());
        Assert.Equal(0, confirmations);

        await dialogue.FindAll("button")[1].ClickAsync(new());
        Assert.Equal(1, confirmations);
        Assert.Equal(2, Appels("cdgmarches.fermerDialogue").Count);
    }

    [Fact]
    public void Une_barre_de_progression_est_nommee_et_ne_dit_cent_que_finie()
    {
        var barre = Render<BarreDeProgression>(p =>
            p.Add(b => b.Libelle, "Réponses").Add(b => b.Valeur, 399).Add(b => b.Maximum, 400)
        );

        Assert.Equal(barre.Find("progress").Id, barre.Find("label").GetAttribute("for"));
        Assert.Contains("99\u00A0%", barre.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_televersement_refuse_le_vide_le_trop_gros_et_le_mauvais_format_sans_rien_garder()
    {
        var recus = new List<string>();
        var depot = Render<Televersement>(p =>
            p.Add(t => t.Libelle, "Classeur")
                .Add(t => t.Accepte, ".xlsx")
                .Add(t => t.TailleMax, 10)
                .Add(t => t.Multiple, true)
                .Add(t => t.OnFichier, f => recus.Add(f.Nom))
        );

        depot
            .FindComponent<InputFile>()
            .UploadFiles(
                InputFileContent.CreateFromText("", "vide.xlsx"),
                InputFileContent.CreateFromText("onze octets", "gros.xlsx"),
                InputFileContent.CreateFromText("abc", "macro.xlsm")
            );

        Assert.Empty(recus);
        var alertes = depot.Find("[role=alert]").TextContent;
        Assert.Contains("« vide.xlsx » est vide", alertes, StringComparison.Ordinal);
        Assert.Contains("« gros.xlsx » pèse", alertes, StringComparison.Ordinal);
        Assert.Contains("« macro.xlsm » n'est pas d'un format accepté", alertes, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_fichier_recu_est_lisible_pendant_son_traitement_et_detruit_ensuite()
    {
        string? contenu = null;
        string? chemin = null;
        var depot = Render<Televersement>(p =>
            p.Add(t => t.Libelle, "Classeur")
                .Add(
                    t => t.OnFichier,
                    f =>
                    {
                        chemin = f.Chemin;
                        contenu = File.ReadAllText(f.Chemin);
                    }
                )
        );

        depot.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("1;2;3", "besoins.csv"));

        depot.WaitForAssertion(() => Assert.Contains("« besoins.csv » est reçu.", depot.Markup, StringComparison.Ordinal));
        Assert.Equal("1;2;3", contenu);
        Assert.False(File.Exists(chemin));
    }

    [Fact]
    public void Un_fichier_que_la_suite_refuse_n_est_pas_dit_recu()
    {
        Services.AddLogging().AddScoped<Operation>();
        var operation = Services.GetRequiredService<Operation>();
        var depot = Render<Televersement>(p =>
            p.Add(t => t.Libelle, "Classeur")
                .Add(t => t.OnFichier, _ => operation.ExecuterAsync(() => throw new RefusException("Illisible."), "Lu."))
        );

        depot.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("1;2;3", "besoins.csv"));

        depot.WaitForAssertion(() => Assert.Contains("n'a pas été gardé", depot.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("est reçu", depot.Markup, StringComparison.Ordinal);
    }
}
