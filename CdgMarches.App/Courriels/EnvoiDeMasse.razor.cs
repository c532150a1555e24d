using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Courriels;

/// <summary>La confirmation de tout envoi de masse : le compte, ceux qu'il faut joindre autrement, l'aperçu, la garde du second envoi.</summary>
public sealed partial class EnvoiDeMasse(
    ApercevoirEnvoi apercevoir,
    ActeurCourant acteurCourant,
    Operation operation,
    HorlogeLegale horloge
)
{
    private readonly string _id = $"envoi-{Guid.NewGuid():N}";
    private Confirmation? _confirmation;
    private ApercuDEnvoi? _apercu;
    private Retour? _refus;
    private int _choisi;
    private bool _encore;

    [Parameter, EditorRequired]
    public string Titre { get; set; } = "";

    [Parameter]
    public string Texte { get; set; } = "";

    [Parameter, EditorRequired]
    public string Libelle { get; set; } = "";

    [Parameter]
    public string LibelleAnnuler { get; set; } = "Annuler";

    [Parameter]
    public bool Danger { get; set; }

    /// <summary>L'envoi, tel que la confirmation l'exécutera : l'aperçu le conduit jusqu'au moment d'enregistrer.</summary>
    [Parameter, EditorRequired]
    public Func<Acteur, Task> Envoi { get; set; } = null!;

    [Parameter]
    public EventCallback OnConfirmer { get; set; }

    [Parameter]
    public Retour? Retour { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private string Compte =>
        $"{Formats.Compter(_apercu!.Courriels, "courriel sera mis en file", "courriels seront mis en file")}"
        + (
            _apercu.SansAdresse == 0
                ? "."
                : $" ; {Formats.Compter(_apercu.SansAdresse, "membre n'a pas d'adresse de courriel et est à joindre par lettre ou par téléphone", "membres n'ont pas d'adresse de courriel et sont à joindre par lettre ou par téléphone")} : {string.Join(", ", _apercu.NomsSansAdresse)}{(_apercu.SansAdresse > _apercu.NomsSansAdresse.Count ? "…" : ".")}"
        );

    private IReadOnlyList<Option<int>> Destinataires =>
        [.. _apercu!.Destinataires.Select((nom, rang) => new Option<int>(rang, nom))];

    public async Task OuvrirAsync()
    {
        (_choisi, _encore) = (0, false);
        await ApercevoirAsync();
        StateHasChanged();
        await _confirmation!.OuvrirAsync();
    }

    /// <summary>Un envoi impossible l'est dès l'aperçu : le refus se lit dans la confirmation, qui ne peut rien envoyer.</summary>
    private async Task ApercevoirAsync()
    {
        _apercu = null;
        var retour = await operation.ExecuterAsync(
            async () =>
            {
                var acteur = await acteurCourant.LireAsync();
                _apercu = await apercevoir.ExecuterAsync(() => Envoi(acteur), _choisi, acteur.Perimetre.EstCdg);
            },
            ""
        );
        _refus = retour.Reussi ? null : retour;
    }

    private async Task ConfirmerAsync()
    {
        if (_apercu is { DejaEcrits: > 0 } && !_encore)
        {
            _refus = Retour.Refus(
                "Ce courriel est déjà parti à certaines de ces adresses : cochez « Leur écrire de nouveau » pour l'envoyer encore. Rien n'est parti."
            );
            return;
        }

        _refus = null;
        await OnConfirmer.InvokeAsync();
    }
}
