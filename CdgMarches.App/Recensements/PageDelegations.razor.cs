using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Recensements;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Recensements;

/// <summary>Les délégations de validation d'un membre.</summary>
public sealed partial class PageDelegations(
    GererDelegations gerer,
    ActeurCourant acteur,
    Operation operation,
    HorlogeLegale horloge
)
{
    private IReadOnlyList<DelegationLue>? _delegations;
    private IReadOnlyList<Option<Guid?>> _candidats = [];
    private Retour? _retour;
    private Guid? _utilisateur;
    private string? _acte;
    private DateOnly? _du;
    private DateOnly? _au;

    [Parameter]
    public Guid Id { get; set; }

    [Parameter]
    public Guid Collectivite { get; set; }

    private CollectiviteId Membre => new(Collectivite);

    protected override async Task OnParametersSetAsync()
    {
        _du ??= horloge.Aujourdhui;
        await ChargerAsync();
    }

    private async Task ChargerAsync()
    {
        var lecteur = await acteur.LireAsync();
        _candidats = [.. (await gerer.CandidatsAsync(lecteur, Membre)).Select(c => new Option<Guid?>(c.Id, c.Nom))];
        _delegations = await gerer.LireAsync(lecteur, Membre);
    }

    private Task EnregistrerAsync() =>
        AgirAsync(
            async () =>
            {
                if (_utilisateur is not { } utilisateur || _du is not { } du)
                {
                    throw new RefusException("Choisissez le référent et le premier jour. La délégation n'a pas été enregistrée.");
                }

                await gerer.ExecuterAsync(await acteur.LireAsync(), Membre, utilisateur, _acte, du, _au);
            },
            "La délégation est enregistrée."
        );

    private Task TerminerAsync(DelegationId id) =>
        AgirAsync(async () => await gerer.TerminerAsync(await acteur.LireAsync(), id), "La délégation est terminée.");

    private async Task AgirAsync(Func<Task> geste, string succes)
    {
        _retour = await operation.ExecuterAsync(geste, succes);
        await ChargerAsync();
    }
}
