using CdgMarches.App.Socle;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Conventions;

/// <summary>Ce que tous les onglets d'une convention partagent : la fiche, et le geste qui la relit.</summary>
public abstract class PageDeConvention : ComponentBase
{
    private Guid? _lu;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    protected LireFicheConvention LireFiche { get; set; } = null!;

    [Inject]
    protected AgirSurConvention AgirSur { get; set; } = null!;

    [Inject]
    protected ActeurCourant ActeurCourant { get; set; } = null!;

    [Inject]
    protected Operation Operation { get; set; } = null!;

    protected FicheConvention? Fiche { get; private set; }

    protected bool Charge { get; private set; }

    protected Retour? Retour { get; set; }

    protected ConventionDAccesId Convention => new(Id);

    protected override async Task OnParametersSetAsync()
    {
        if (_lu != Id)
        {
            _lu = Id;
            Charge = false;
            await RechargerAsync();
        }
    }

    /// <summary>Ce que l'onglet lit de plus, à chaque lecture de la fiche.</summary>
    protected virtual Task ApresLectureAsync() => Task.CompletedTask;

    /// <summary>Relit la fiche, donc sa version, sans toucher à ce qui est saisi.</summary>
    protected async Task<FicheConvention?> RelireAsync()
    {
        (Fiche, Charge) = (await LireFiche.ExecuterAsync(await ActeurCourant.LireAsync(), Convention), true);
        return Fiche;
    }

    protected async Task RechargerAsync()
    {
        if (await RelireAsync() is not null)
        {
            await ApresLectureAsync();
        }
    }

    /// <summary>Exécute un cas d'usage, garde son retour pour l'afficher, et relit la fiche s'il a réussi.</summary>
    /// <param name="casDUsage">Ce qui est fait.</param>
    /// <param name="succes">Ce que l'agent lit ensuite.</param>
    /// <param name="surConflit">Ce que fait un formulaire quand un autre a enregistré : sans lui, la fiche est relue.</param>
    protected async Task<bool> AgirAsync(Func<Acteur, Task> casDUsage, string succes, Func<Task>? surConflit = null)
    {
        Retour = await Operation.ExecuterAsync(async () => await casDUsage(await ActeurCourant.LireAsync()), succes);
        if (Retour.Conflit && surConflit is not null)
        {
            await surConflit();
        }
        else if (Retour.Reussi || Retour.Conflit)
        {
            await RechargerAsync();
        }

        // Asked by a child's handler as well, which would only render the child.
        StateHasChanged();
        return Retour.Reussi;
    }

    /// <summary>Fait un geste sur la convention.</summary>
    protected Task<bool> FaireAsync(GesteDeConvention geste, string succes) => FaireAsync(geste, succes, null);

    /// <summary>Fait le geste d'un formulaire, qui montre les deux saisies si un autre a enregistré entre-temps.</summary>
    protected Task<bool> FaireAsync(GesteDeConvention geste, string succes, Func<Task>? surConflit) =>
        AgirAsync(acteur => AgirSur.ExecuterAsync(acteur, Convention, Fiche!.Version, geste), succes, surConflit);
}
