using CdgMarches.App.Contributions.Donnees;
using CdgMarches.App.Socle;

namespace CdgMarches.App.Contributions.Membre;

/// <summary>Les contributions vues par un membre : ses chiffres à confirmer, ses appels et leur calcul, ses paiements.</summary>
public sealed partial class PageContributionsDuMembre(
    LireContributionsDuMembre lire,
    DeclarerConsultations declarer,
    ConfirmerEffectif confirmer,
    ActeurCourant acteurCourant,
    Operation operation
)
{
    private ContributionsDuMembre? _lues;
    private Retour? _retour;

    protected override async Task OnInitializedAsync() => _lues = await lire.ExecuterAsync(await acteurCourant.LireAsync());

    private async Task ConfirmerAsync(EffectifDuMembre effectif)
    {
        _retour = await operation.ExecuterAsync(
            async () => await confirmer.ExecuterAsync(await acteurCourant.LireAsync(), effectif.Collectivite, effectif.Annee),
            $"L'effectif de {effectif.Annee} est confirmé. Merci."
        );
        _lues = await lire.ExecuterAsync(await acteurCourant.LireAsync());
    }

    private async Task ConfirmerAsync(ChiffreDeclare chiffre)
    {
        _retour = await operation.ExecuterAsync(
            async () => await declarer.ConfirmerAsync(await acteurCourant.LireAsync(), chiffre.Collectivite, chiffre.Annee),
            $"Le chiffre de {chiffre.Annee} est confirmé. Merci."
        );
        _lues = await lire.ExecuterAsync(await acteurCourant.LireAsync());
    }
}
