using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Courriels;

/// <summary>Les textes de courriel que le CDG réécrit : ce qu'ils doivent garder, et qui peut les changer.</summary>
[Collection(ApplicationEnMarche.Collection)]
public sealed class ModelesDeCourrielTests(ApplicationEnMarche app)
{
    private static readonly Acteur Agent = Agents.Gestionnaire with { Id = Guid.Empty };

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    private IReadOnlyList<DefinitionDeModele> Definitions => Le<ComposerCourriel>().Definitions;

    [Fact]
    public void Chaque_modele_livre_ne_cite_que_ses_champs_et_garde_les_indispensables()
    {
        Assert.NotEmpty(Definitions);
        Assert.All(
            Definitions,
            modele =>
            {
                Assert.Empty(RemplirModele.Inconnus(modele, modele.Objet, modele.Texte));
                Assert.Empty(RemplirModele.Manquants(modele, modele.Texte));
            }
        );
    }

    [Fact]
    public void Le_lien_d_un_courriel_est_toujours_indispensable() =>
        Assert.All(
            Definitions,
            modele => Assert.All(modele.Champs.Where(c => c.Nom == "lien"), c => Assert.True(c.EstIndispensable, modele.Cle))
        );

    [Fact]
    public async Task Un_texte_reecrit_sans_un_champ_indispensable_est_refuse_et_rien_n_est_enregistre()
    {
        var essayes = 0;
        foreach (var modele in Definitions)
        {
            foreach (var champ in modele.Champs.Where(c => c.EstIndispensable))
            {
                var ampute = modele.Texte.Replace($"{{{{{champ.Nom}}}}}", "…", StringComparison.Ordinal);

                var refus = await Assert.ThrowsAsync<RefusException>(() =>
                    Le<ModifierModele>().ExecuterAsync(Agent, modele.Cle, 0, modele.Objet, ampute, Annulation)
                );

                Assert.Contains($"{{{{{champ.Nom}}}}}", refus.Message, StringComparison.Ordinal);
                essayes++;
            }

            Assert.Equal(0, await Le<ModifierModele>().VersionAsync(Agent, modele.Cle, Annulation));
        }

        Assert.True(essayes > 20);
    }

    [Fact]
    public async Task Un_texte_reecrit_entier_s_enregistre_et_se_rend()
    {
        const string Cle = "compte.invitation";
        var modele = Definitions.Single(d => d.Cle == Cle);

        await Le<ModifierModele>().ExecuterAsync(Agent, Cle, 0, "Votre accès", $"Bienvenue. {modele.Texte}", Annulation);

        Assert.Equal("Votre accès", (await Le<ComposerCourriel>().LireAsync(Cle, Annulation)).Objet);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            Le<ModifierModele>().ExecuterAsync(Agent, Cle, 0, "Autre", modele.Texte, Annulation)
        );
        await Le<ModifierModele>().RetablirAsync(Agent, Cle, 1, Annulation);
        Assert.Equal(modele.Objet, (await Le<ComposerCourriel>().LireAsync(Cle, Annulation)).Objet);
    }

    [Fact]
    public async Task Un_agent_limite_a_des_groupements_ne_change_pas_ce_qui_sert_a_tous()
    {
        var limite = BancDesGroupements.Limite(GroupementId.Nouveau());
        var modele = Definitions[0];

        Assert.All(Droits.PourTousLesGroupements, d => Assert.True(Agent.Peut(d) && !limite.Peut(d), d));
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            Le<ModifierModele>().ExecuterAsync(limite, modele.Cle, 0, modele.Objet, modele.Texte, Annulation)
        );
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            Le<ModifierModele>().RetablirAsync(limite, modele.Cle, 0, Annulation)
        );
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            Le<ActiverRelances>().ExecuterAsync(limite, actives: true, Annulation)
        );
    }

    private T Le<T>()
        where T : notnull => app.Services.GetRequiredService<T>();
}
