using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Noyau.Calendrier;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Commissions;

/// <summary>Prépare la seconde réunion, après une carence.</summary>
public sealed partial class PageSeconde(PreparerLaSeconde preparer, NavigationManager navigation)
{
    private SaisieDeSeance _saisie = new();
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private bool _motifDemande;

    private DateOnly AuPlusTot => JoursFrancs.PremiereDateApres(Horloge.Aujourdhui, Fiche!.Seance.Regles.Delai(surSeconde: true));

    protected override Task ApresLectureAsync()
    {
        if (Fiche is not null)
        {
            _saisie = SaisieDeSeance.De(Fiche.Seance);
            _saisie.Date = AuPlusTot;
        }

        return Task.CompletedTask;
    }

    private async Task PreparerAsync()
    {
        Retour = null;
        if (_saisie.Lire(out _erreurs) is not { } donnees)
        {
            return;
        }

        SeanceId? creee = null;
        var retour = await Operation.ExecuterAsync(
            async () => creee = await preparer.ExecuterAsync(await ActeurCourant.LireAsync(), Seance, donnees, _saisie.Motif),
            succes: "La seconde réunion est préparée."
        );
        if (creee is { } seconde)
        {
            navigation.NavigateTo(AdressesDesCommissions.Rubrique(seconde, "convocations"));
            return;
        }

        _motifDemande |= retour.MotifAttendu;
        (_erreurs, Retour) = Saisies.Repartir(retour);
    }
}
