using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Groupements;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Outils;

namespace CdgMarches.Tests.Documents;

/// <summary>Ce qui manque à une lettre, avant de la produire.</summary>
public sealed class LettreAuxMembresTests
{
    [Fact]
    public async Task Ce_qui_manque_nomme_le_membre_comme_sur_l_enveloppe_et_mene_a_sa_fiche()
    {
        await using var banc = await BancDesGroupements.CreerAsync();

        var prets = await banc.Le<PreparerProduction>()
            .ExecuterAsync(
                Agents.Gestionnaire,
                LettreAuxMembres.CodeDeNature,
                [banc.Groupement.Valeur],
                TestContext.Current.CancellationToken
            );

        var lettre = Assert.Single(prets, p => p.Collectivite == banc.Arras.Id);
        Assert.Equal(("Commune d'Arras", "adresse manquante"), (lettre.NomDuDestinataire, Manquants.Phrase(lettre.Manquants)));
    }
}
