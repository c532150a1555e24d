using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Groupements;

/// <summary>Corrige l'identité d'un groupement ; si un collègue a enregistré entre-temps, les deux saisies sont montrées.</summary>
public sealed partial class PageModifierGroupement(
    LireAgentsDuCdg lireAgents,
    ModifierGroupement modifier,
    ComparerSaisies comparer,
    NavigationManager navigation
) : PageDeGroupement
{
    private SaisieDeGroupement? _modele;
    private IReadOnlyList<Option<Guid?>> _agents = [];
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private Conflit<SaisieDeGroupement>? _conflit;

    protected override async Task ApresLectureAsync()
    {
        _modele = Fiche is null ? null : SaisieDeGroupement.De(Fiche);
        _agents =
        [
            .. (await lireAgents.ExecuterAsync(await ActeurCourant.LireAsync())).Select(a => new Option<Guid?>(a.Id, a.Nom)),
        ];
    }

    private async Task EnregistrerAsync()
    {
        (_conflit, Retour) = (null, null);
        (var identite, _erreurs) = _modele!.Lire();
        if (_erreurs.Count > 0)
        {
            return;
        }

        var retour = await Operation.ExecuterAsync(
            async () =>
                await modifier.ExecuterAsync(
                    await ActeurCourant.LireAsync(),
                    Groupement,
                    _modele.Version,
                    identite!,
                    _modele.Responsable,
                    _modele.Suppleant
                ),
            succes: "Le groupement est enregistré."
        );
        if (retour.Reussi)
        {
            navigation.NavigateTo(AdressesDesGroupements.Fiche(Groupement));
        }
        else if (retour.Conflit)
        {
            await ComparerAsync();
        }
        else
        {
            (_erreurs, Retour) = Saisies.Repartir(retour);
        }
    }

    private async Task ComparerAsync()
    {
        var acteur = await ActeurCourant.LireAsync();
        _conflit = await comparer.ExecuterAsync(
            acteur,
            _modele!.Avec(_modele.Version, _agents),
            async () => await LireFiche.ExecuterAsync(acteur, Groupement) is { } fiche ? SaisieDeGroupement.De(fiche) : null,
            SaisieDeGroupement.Champs,
            nameof(Domain.Groupements.Groupement),
            Id
        );
        if (_conflit is null)
        {
            await RechargerAsync();
        }
    }

    private async Task GarderAsync(Conflit<SaisieDeGroupement> conflit)
    {
        _modele = _modele!.Avec(conflit.Sienne.Version, _agents);
        await EnregistrerAsync();
    }

    private void Prendre(Conflit<SaisieDeGroupement> conflit) => (_modele, _conflit) = (conflit.Sienne, null);
}
