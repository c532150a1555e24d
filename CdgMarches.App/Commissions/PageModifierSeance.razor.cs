using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Commissions;

/// <summary>Change la date, l'heure, le lieu ou le mode d'une séance ; si un autre a enregistré, les deux saisies sont montrées.</summary>
public sealed partial class PageModifierSeance(ModifierSeance modifier, ComparerSaisies comparer, NavigationManager navigation)
{
    private SaisieDeSeance _saisie = new();
    private SaisieDeSeance _depart = new();
    private Conflit<SaisieDeSeance>? _conflit;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private bool _motifDemande;
    private int _cle;

    protected override Task ApresLectureAsync()
    {
        if (Fiche is not null)
        {
            (_saisie, _depart) = (SaisieDeSeance.De(Fiche.Seance), SaisieDeSeance.De(Fiche.Seance));
        }

        return Task.CompletedTask;
    }

    private async Task EnregistrerAsync()
    {
        (Retour, _conflit) = (null, null);
        if (_saisie.Lire(out _erreurs) is not { } donnees)
        {
            return;
        }

        var retour = await Operation.ExecuterAsync(
            async () =>
                await modifier.ExecuterAsync(await ActeurCourant.LireAsync(), Seance, _saisie.Version, donnees, _saisie.Motif),
            succes: "La réunion est enregistrée."
        );
        if (retour.Reussi)
        {
            navigation.NavigateTo(AdressesDesCommissions.Seance(Seance));
        }
        else if (retour.Conflit)
        {
            await ComparerAsync();
        }
        else
        {
            _motifDemande |= retour.MotifAttendu;
            (_erreurs, Retour) = Saisies.Repartir(retour);
        }
    }

    private async Task ComparerAsync()
    {
        await RechargerAsync();
        _conflit = await comparer.ExecuterAsync(
            await ActeurCourant.LireAsync(),
            _saisie,
            () => Task.FromResult(Fiche is null ? null : SaisieDeSeance.De(Fiche.Seance)),
            SaisieDeSeance.Champs,
            nameof(Domain.Commissions.Seance),
            Id,
            _depart
        );
    }

    private Task GarderAsync(Conflit<SaisieDeSeance> conflit)
    {
        _saisie.PartirDe(conflit.Sienne);
        _depart = conflit.Sienne;
        return EnregistrerAsync();
    }

    private void Prendre(Conflit<SaisieDeSeance> conflit)
    {
        (_saisie, _depart, _conflit) = (conflit.Sienne, conflit.Sienne, null);
        _cle++;
    }
}
