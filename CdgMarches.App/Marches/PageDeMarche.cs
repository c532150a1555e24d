using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Marches;

/// <summary>Ce que tous les onglets d'un marché partagent : la fiche, et l'action qui la relit.</summary>
public abstract class PageDeMarche : ComponentBase
{
    private Guid? _lu;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    protected LireMarche Lire { get; set; } = null!;

    [Inject]
    protected ExecuterMarche Executer { get; set; } = null!;

    [Inject]
    protected ActeurCourant Courant { get; set; } = null!;

    [Inject]
    protected Operation Operation { get; set; } = null!;

    [Inject]
    protected HorlogeLegale Horloge { get; set; } = null!;

    protected FicheDeMarche? Fiche { get; private set; }

    protected bool Charge { get; private set; }

    protected Retour? Retour { get; set; }

    protected IReadOnlyList<ErreurDeSaisie> Erreurs { get; set; } = [];

    protected string? Visee { get; private set; }

    protected MarcheId Marche => new(Id);

    protected bool EnCours => Fiche is { PeutGerer: true, Marche.Etat: EtatDeMarche.EnExecution };

    protected override async Task OnParametersSetAsync()
    {
        if (_lu != Id)
        {
            (_lu, Charge) = (Id, false);
            await RechargerAsync();
            await ApresLectureAsync();
        }
    }

    protected virtual Task ApresLectureAsync() => Task.CompletedTask;

    protected async Task RechargerAsync() =>
        (Fiche, Charge) = (await Lire.ExecuterAsync(await Courant.LireAsync(), Marche), true);

    protected Task<bool> ActerAsync(string formulaire, ActeDExecution acte, string succes) =>
        FaireAsync(formulaire, acteur => Executer.ExecuterAsync(acteur, Marche, Fiche!.Marche.Version, acte), succes);

    /// <summary>Exécute un cas d'usage, garde son retour pour le formulaire visé, et relit la fiche.</summary>
    protected async Task<bool> FaireAsync(string formulaire, Func<Acteur, Task> casDUsage, string succes)
    {
        (Visee, Erreurs) = (formulaire, []);
        Retour = await Operation.ExecuterAsync(async () => await casDUsage(await Courant.LireAsync()), succes);
        var reussi = Retour.Reussi;
        if (!reussi)
        {
            (Erreurs, Retour) = Saisies.Repartir(Retour);
        }

        await RechargerAsync();
        return reussi;
    }

    protected IReadOnlyList<ErreurDeSaisie> ErreursDe(string formulaire) => Visee == formulaire ? Erreurs : [];
}
