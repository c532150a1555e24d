using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Administration;

/// <summary>Qui est la personne d'un compte.</summary>
public sealed partial class IdentiteDuCompte(ModifierIdentite modifier, ActeurCourant acteurCourant, Operation operation)
{
    private string? _lue;
    private string? _nom;
    private string? _courriel;
    private string? _telephone;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private Retour? _retour;

    [Parameter, EditorRequired]
    public FicheDeCompte Fiche { get; set; } = null!;

    [Parameter]
    public EventCallback<Retour> OnChange { get; set; }

    protected override void OnParametersSet()
    {
        if (_lue != Fiche.Version)
        {
            (_lue, _nom, _courriel, _telephone) = (Fiche.Version, Fiche.Nom, Fiche.Courriel, Fiche.Telephone);
        }
    }

    private async Task EnregistrerAsync()
    {
        _retour = null;
        _erreurs = [.. SaisieDeCompte.Verifier(_nom, _courriel, _telephone)];
        if (_erreurs.Count > 0)
        {
            return;
        }

        _retour = await operation.ExecuterAsync(
            async () =>
                await modifier.ExecuterAsync(
                    await acteurCourant.LireAsync(),
                    Fiche.Id,
                    _lue,
                    new IdentiteDeCompte(_nom!, _courriel!, _telephone)
                ),
            "La personne est enregistrée."
        );
        if (_retour.Reussi)
        {
            await OnChange.InvokeAsync(_retour);
            _retour = null;
        }
    }
}
