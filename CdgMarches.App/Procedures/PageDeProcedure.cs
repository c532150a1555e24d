using CdgMarches.App.Socle;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Procedures;

/// <summary>Ce que tous les onglets d'une procédure partagent : la fiche, et l'action qui la relit.</summary>
public abstract class PageDeProcedure : ComponentBase
{
    private Guid? _lu;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    protected LireFicheProcedure LireFiche { get; set; } = null!;

    [Inject]
    protected ActeurCourant ActeurCourant { get; set; } = null!;

    [Inject]
    protected Operation Operation { get; set; } = null!;

    protected FicheProcedure? Fiche { get; private set; }

    protected bool Charge { get; private set; }

    protected Retour? Retour { get; set; }

    protected ProcedureId Procedure => new(Id);

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
        (Fiche, Charge) = (await LireFiche.ExecuterAsync(await ActeurCourant.LireAsync(), Procedure), true);

    /// <summary>Exécute un cas d'usage, garde son retour pour l'afficher, et relit la fiche.</summary>
    protected async Task<bool> AgirAsync(Func<Acteur, Task> casDUsage, string succes)
    {
        Retour = await Operation.ExecuterAsync(async () => await casDUsage(await ActeurCourant.LireAsync()), succes);
        await RechargerAsync();
        return Retour.Reussi;
    }
}
