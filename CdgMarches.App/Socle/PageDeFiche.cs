using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Socle;

/// <summary>Ce que tous les onglets d'un objet partagent : la fiche lue, et l'action qui la relit.</summary>
/// <typeparam name="TFiche">L'enregistrement que la lecture de l'objet rend.</typeparam>
public abstract class PageDeFiche<TFiche> : ComponentBase
    where TFiche : class
{
    private Guid? _lu;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    protected ActeurCourant ActeurCourant { get; set; } = null!;

    [Inject]
    protected Operation Operation { get; set; } = null!;

    /// <summary>Null une fois chargée si l'objet n'existe pas, ou n'est pas du périmètre de l'acteur.</summary>
    protected TFiche? Fiche { get; private set; }

    /// <summary>Vrai une fois la lecture faite.</summary>
    protected bool Charge { get; private set; }

    protected Retour? Retour { get; set; }

    /// <summary>La lecture de l'objet, bornée au périmètre de l'acteur.</summary>
    protected abstract Task<TFiche?> LireAsync(Acteur acteur);

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

    protected async Task RechargerAsync() => (Fiche, Charge) = (await LireAsync(await ActeurCourant.LireAsync()), true);

    /// <summary>Exécute un cas d'usage, garde son retour pour l'afficher, et relit la fiche.</summary>
    protected Task<bool> AgirAsync(Func<Acteur, Task> casDUsage, string succes) =>
        AgirAsync(async acteur =>
        {
            await casDUsage(acteur);
            return succes;
        });

    /// <summary>Variante où le cas d'usage compose lui-même la phrase du succès.</summary>
    protected async Task<bool> AgirAsync(Func<Acteur, Task<string>> casDUsage)
    {
        Retour = await Operation.ExecuterAsync(async () => await casDUsage(await ActeurCourant.LireAsync()));
        await RechargerAsync();
        return Retour.Reussi;
    }
}
