using CdgMarches.App.Contributions.Calcul;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Tests.Outils;

namespace CdgMarches.Tests.Contributions;

/// <summary>Un CCAS se sert de l'accès de sa commune, ou a le sien : sa fiche le dit, et le calcul la suit.</summary>
public sealed class AccesDeLaCommuneTests : IAsyncLifetime
{
    private BancDesContributions _banc = null!;

    public async ValueTask InitializeAsync() => _banc = await BancDesContributions.CreerAsync((340, 10));

    public ValueTask DisposeAsync() => _banc.DisposeAsync();

    [Theory]
    [InlineData(CategorieDeCollectivite.Ccas, true, 20, "250.00")]
    [InlineData(CategorieDeCollectivite.CaisseDesEcoles, true, 20, "250.00")]
    [InlineData(CategorieDeCollectivite.Ccas, false, 0, "0.00")]
    public async Task Les_agents_d_un_etablissement_ne_s_ajoutent_que_s_il_se_sert_de_l_acces_de_sa_commune(
        CategorieDeCollectivite categorie,
        bool seSert,
        int ajoutes,
        string montant
    )
    {
        var etablissement = Collectivite.Creer(
            new IdentiteDeCollectivite
            {
                Nom = "Établissement",
                Categorie = categorie,
                UtiliseLAccesDeSaCommune = seSert,
            }
        );
        etablissement.Rattacher(_banc.Communes[0].Id, CategorieDeCollectivite.Commune, "Commune 0000");
        etablissement.DeclarerEffectif(new DeclarationDEffectif(2026, 20));
        await _banc.Socle.Base.SemerAsync(etablissement);

        var campagne = await _banc.OuvrirCampagneAsync();
        var simulation = await _banc
            .Le<Simuler>()
            .ExecuterAsync(Agents.Gestionnaire, campagne, TestContext.Current.CancellationToken);

        var ligne = Assert.Single(simulation.Lignes);
        Assert.Equal((ajoutes, montant), (ligne.Faits.Faits.AgentsDesEtablissements, ligne.Resultat.Montant.ToString()));
    }

    [Theory]
    [InlineData(CategorieDeCollectivite.Ccas, true)]
    [InlineData(CategorieDeCollectivite.CaisseDesEcoles, true)]
    [InlineData(CategorieDeCollectivite.Cias, false)]
    [InlineData(CategorieDeCollectivite.Commune, false)]
    public void Seuls_le_ccas_et_la_caisse_des_ecoles_ont_ce_choix(CategorieDeCollectivite categorie, bool attendu)
    {
        var oui = Collectivite.Creer(new IdentiteDeCollectivite { Nom = "Nom", Categorie = categorie });
        var non = Collectivite.Creer(
            new IdentiteDeCollectivite
            {
                Nom = "Nom",
                Categorie = categorie,
                UtiliseLAccesDeSaCommune = false,
            }
        );

        Assert.Equal((attendu, false), (oui.PartageLAccesDeSaCommune, non.PartageLAccesDeSaCommune));
    }
}
