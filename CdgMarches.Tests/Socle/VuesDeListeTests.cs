using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Vues;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;

namespace CdgMarches.Tests.Socle;

public sealed class VuesDeListeTests : IAsyncLifetime
{
    private const string Liste = "/collectivites";
    private SocleDEssai _socle = null!;

    private TenirVues Vues => _socle.Le<TenirVues>();

    public async ValueTask InitializeAsync()
    {
        _socle = await SocleDEssai.CreerAsync();
        await _socle.AvecCompteAsync(Agents.Gestionnaire, RoleCdg.Gestionnaire);
    }

    public ValueTask DisposeAsync() => _socle.DisposeAsync();

    [Fact]
    public async Task Une_vue_a_soi_n_est_vue_que_de_soi_et_une_vue_partagee_l_est_des_agents_du_CDG_seulement()
    {
        await Vues.EnregistrerAsync(Agents.Gestionnaire, Liste, "Les miennes", "q=lens", partagee: false);
        await Vues.EnregistrerAsync(Agents.Gestionnaire, Liste, "Pour tous", "statut=Membre", partagee: true);

        Assert.Equal(["Les miennes", "Pour tous"], (await Vues.LireAsync(Agents.Gestionnaire, Liste)).Select(v => v.Nom));
        var collegue = Assert.Single(await Vues.LireAsync(Agents.Lecture, Liste));
        Assert.Equal(("Pour tous", "statut=Membre", Agents.Gestionnaire.Nom), (collegue.Nom, collegue.Requete, collegue.Auteur));
        Assert.Empty(await Vues.LireAsync(Agents.Membre(CollectiviteId.Nouveau()), Liste));
        Assert.Empty(await Vues.LireAsync(Agents.Gestionnaire, "/groupements"));
    }

    [Fact]
    public async Task Un_membre_ne_partage_rien()
    {
        await Vues.EnregistrerAsync(Agents.Membre(CollectiviteId.Nouveau()), Liste, "La mienne", "q=x", partagee: true);

        Assert.Empty(await Vues.LireAsync(Agents.Gestionnaire, Liste));
    }

    [Fact]
    public async Task Le_meme_nom_remplace_et_la_vue_d_un_autre_ne_se_retire_pas()
    {
        await Vues.EnregistrerAsync(Agents.Gestionnaire, Liste, "Suivi", "q=a", partagee: true);
        await Vues.EnregistrerAsync(Agents.Gestionnaire, Liste, " Suivi ", "q=b", partagee: true);

        var vue = Assert.Single(await Vues.LireAsync(Agents.Lecture, Liste));
        Assert.Equal("q=b", vue.Requete);
        await Vues.RetirerAsync(Agents.Lecture, vue.Id);
        Assert.Single(await Vues.LireAsync(Agents.Gestionnaire, Liste));
        await Vues.RetirerAsync(Agents.Gestionnaire, vue.Id);
        Assert.Empty(await Vues.LireAsync(Agents.Gestionnaire, Liste));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(81)]
    [InlineData(10_000)]
    public async Task Un_nom_vide_ou_trop_long_est_refuse(int longueur)
    {
        await Assert.ThrowsAsync<RefusException>(() =>
            Vues.EnregistrerAsync(Agents.Gestionnaire, Liste, new string('x', longueur), "q=a", partagee: false)
        );

        Assert.Empty(await Vues.LireAsync(Agents.Gestionnaire, Liste));
    }
}
