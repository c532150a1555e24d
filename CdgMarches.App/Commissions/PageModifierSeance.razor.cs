using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle.Composants;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Commissions;

/// <summary>Change la date, l'heure, le lieu ou le mode d'une séance qui n'a pas commencé.</summary>
public sealed partial class PageModifierSeance(ModifierSeance modifier, NavigationManager navigation)
{
    private SaisieDeSeance _saisie = new();
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private int _version;
    private bool _motifDemande;

    protected override Task ApresLectureAsync()
    {
        if (Fiche is not null)
        {
            (_saisie, _version) = (SaisieDeSeance.De(Fiche.Seance), Fiche.Version);
        }

        return Task.CompletedTask;
    }

    private async Task EnregistrerAsync()
    {
        Retour = null;
        if (_saisie.Lire(out _erreurs) is not { } donnees)
        {
            return;
        }

        var retour = await Operation.ExecuterAsync(
            async () => await modifier.ExecuterAsync(await ActeurCourant.LireAsync(), Seance, _version, donnees, _saisie.Motif),
            succes: "La réunion est enregistrée."
        );
        if (retour.Reussi)
        {
            navigation.NavigateTo(AdressesDesCommissions.Seance(Seance));
            return;
        }

        _motifDemande |= retour.MotifAttendu;
        (_erreurs, Retour) = Saisies.Repartir(retour);
        if (retour.Conflit)
        {
            // What was typed stays; the sheet above now shows what the other agent saved, and the next save bears on it.
            await RechargerAsync();
            _version = Fiche?.Version ?? _version;
        }
    }
}
