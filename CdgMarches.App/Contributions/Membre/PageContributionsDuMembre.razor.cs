using CdgMarches.App.Contributions.Donnees;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Contributions;

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

    /// <summary>Les nombres qui ont rangé l'appel dans sa tranche.</summary>
    private static string Chiffres(AppelDeContribution appel) =>
        string.Join(
            ", ",
            new[]
            {
                appel.Liquidation.Agents is { } agents ? Formats.Compter(agents, "agent") : null,
                appel.Liquidation.Population is { } habitants ? Formats.Compter(habitants, "habitant") : null,
                appel.Liquidation.Consultations is { } consultations ? Consultations(appel.Liquidation, consultations) : null,
            }.OfType<string>()
        );

    /// <summary>Les consultations comptées, avec leur année : ce n'est pas toujours celle de l'exercice.</summary>
    private static string Consultations(Liquidation liquidation, int nombre) =>
        (
            liquidation.ConsultationsEstimees
                ? Formats.Compter(nombre, "consultation estimée", "consultations estimées")
                : Formats.Compter(nombre, "consultation")
        ) + (liquidation.AnneeDesConsultations is { } annee ? $" de {annee}" : "");

    /// <summary>Ce qu'il reste à faire d'un appel : le payer, et où ; rien s'il est soldé ou s'il diminue un autre.</summary>
    private static string? Suite(AppelDeContribution appel) =>
        appel switch
        {
            { Numero: null } or { Nature: NatureDAppel.Reduction or NatureDAppel.Annulation } => null,
            { Etat: EtatDAppel.Solde, PayeLe: { } le } => $"Payé, le {Formats.DateLongue(le)}.",
            { Etat: EtatDAppel.Solde } => "Plus rien n'est à payer.",
            _ =>
                $"À payer avant le {Formats.DateLongue(appel.EcheanceDePaiement)} au soir, {MentionsDuTitre.MoyenDePaiement}, à {appel.Mentions.Comptable}, {appel.Mentions.AdresseDuComptable}{(appel.NumeroDeTitre is { } titre ? $", titre n° {titre}" : "")}.",
        };

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
