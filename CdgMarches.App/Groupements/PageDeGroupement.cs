using CdgMarches.App.Socle;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Groupements;

/// <summary>Ce que tous les onglets d'un groupement partagent : la fiche, et l'action qui la relit.</summary>
public abstract class PageDeGroupement : ComponentBase
{
    private Guid? _lu;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private LireFicheGroupement LireFiche { get; set; } = null!;

    [Inject]
    protected ActeurCourant ActeurCourant { get; set; } = null!;

    [Inject]
    protected Operation Operation { get; set; } = null!;

    protected FicheGroupement? Fiche { get; private set; }

    protected bool Charge { get; private set; }

    protected Retour? Retour { get; set; }

    protected GroupementId Groupement => new(Id);

    protected override async Task OnParametersSetAsync()
    {
        if (_lu != Id)
        {
            _lu = Id;
            Charge = false;
            await RechargerAsync();
            await ApresLectureAsync();
        }
    }

    /// <summary>Ce que l'onglet lit de plus, une fois la fiche là.</summary>
    protected virtual Task ApresLectureAsync() => Task.CompletedTask;

    protected async Task RechargerAsync() =>
        (Fiche, Charge) = (await LireFiche.ExecuterAsync(await ActeurCourant.LireAsync(), Groupement), true);

    /// <summary>Exécute un cas d'usage, garde son retour pour l'afficher, et relit la fiche.</summary>
    protected async Task<bool> AgirAsync(Func<Acteur, Task> casDUsage, string succes)
    {
        Retour = await Operation.ExecuterAsync(async () => await casDUsage(await ActeurCourant.LireAsync()), succes);
        await RechargerAsync();
        return Retour.Reussi;
    }
}
