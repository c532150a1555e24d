using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Recensements;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Recensements;

/// <summary>Les paramètres d'une campagne et ceux qui en ont la charge.</summary>
public sealed partial class PageParametresDeCampagne(
    LireCampagne lire,
    ModifierCampagne modifier,
    ActeurCourant acteur,
    Operation operation
)
{
    private FicheCampagne? _fiche;
    private SaisieDeCampagne _saisie = new();
    private IReadOnlyList<Option<Guid?>> _agents = [];
    private Guid? _responsable;
    private Guid? _suppleant;
    private Retour? _retour;
    private Retour? _retourDeCharge;
    private bool _introuvable;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];

    [Parameter]
    public Guid Id { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        await ChargerAsync();
        if (_fiche is not null)
        {
            _saisie = SaisieDeCampagne.De(_fiche.Parametres);
        }
    }

    private async Task ChargerAsync()
    {
        var lecteur = await acteur.LireAsync();
        _fiche = await lire.ExecuterAsync(lecteur, new CampagneId(Id));
        _introuvable = _fiche is null;
        if (_fiche is { PeutGerer: true })
        {
            _agents = [.. (await lire.AgentsAsync(lecteur)).Select(a => new Option<Guid?>(a.Id, a.Nom))];
            (_responsable, _suppleant) = (_fiche.ResponsableId, _fiche.SuppleantId);
        }
    }

    private async Task ModifierAsync()
    {
        _erreurs = _saisie.Manques();
        if (_erreurs.Count > 0)
        {
            return;
        }

        _retour = await operation.ExecuterAsync(
            async () => await modifier.ExecuterAsync(await acteur.LireAsync(), _fiche!.Id, _fiche.Version, _saisie.Lire()),
            "Les paramètres sont enregistrés."
        );
        await ChargerAsync();
    }

    private async Task ConfierAsync()
    {
        _retourDeCharge = await operation.ExecuterAsync(
            async () =>
                await modifier.ConfierAsync(await acteur.LireAsync(), _fiche!.Id, _fiche.Version, _responsable, _suppleant),
            "La campagne est confiée."
        );
        await ChargerAsync();
    }
}
