using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Procedures;

/// <summary>Ce que les onglets de la conduite partagent : l'état de la procédure et l'acte qui le change.</summary>
public abstract class PageDeConduite : PageDeProcedure
{
    [Inject]
    protected LireConduite LireConduite { get; set; } = null!;

    [Inject]
    protected ConduireProcedure Conduire { get; set; } = null!;

    [Inject]
    protected HorlogeLegale Horloge { get; set; } = null!;

    protected ConduiteLue? Conduite { get; private set; }

    protected IReadOnlyList<ErreurDeSaisie> Erreurs { get; set; } = [];

    /// <summary>Le formulaire d'où vient le dernier retour : lui seul montre ses erreurs.</summary>
    protected string? Visee { get; private set; }

    protected bool PeutGerer => Conduite is { PeutGerer: true, Procedure.Etat: not EtatDeProcedure.Terminee };

    protected override async Task ApresLectureAsync() => await RelireAsync();

    protected async Task RelireAsync() =>
        Conduite = Fiche is null ? null : await LireConduite.ExecuterAsync(await ActeurCourant.LireAsync(), Procedure);

    /// <summary>Accomplit un acte, garde son retour pour le formulaire visé, relit.</summary>
    protected Task<bool> ActerAsync(string formulaire, ActeDeProcedure acte, string succes) =>
        FaireAsync(formulaire, acteur => Conduire.ExecuterAsync(acteur, Procedure, Conduite!.Procedure.Version, acte), succes);

    protected async Task<bool> FaireAsync(string formulaire, Func<Acteur, Task> casDUsage, string succes)
    {
        Visee = formulaire;
        Erreurs = [];
        var reussi = await AgirAsync(casDUsage, succes);
        if (!reussi && Retour is { } retour)
        {
            (Erreurs, Retour) = Saisies.Repartir(retour);
        }

        await RelireAsync();
        return reussi;
    }

    /// <summary>Refuse une saisie incomplète : rien n'est fait, le champ dit ce qui manque.</summary>
    protected Task Refuser(string formulaire, string champ, string message)
    {
        (Visee, Retour, Erreurs) = (formulaire, null, [new ErreurDeSaisie(champ, message)]);
        StateHasChanged();
        return Task.CompletedTask;
    }

    protected IReadOnlyList<ErreurDeSaisie> ErreursDe(string formulaire) => Visee == formulaire ? Erreurs : [];
}
