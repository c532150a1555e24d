using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CdgMarches.App.Recensements;

/// <summary>La saisie d'une réponse. La grille vit dans le navigateur ; le circuit ne garde que l'en-tête.</summary>
public sealed partial class PageReponse(
    LireReponse lire,
    EnregistrerSaisie enregistrer,
    ReprendreN1 reprendre,
    DeclarerNeant neant,
    ActeurCourant acteur,
    Operation operation,
    IJSRuntime js
) : IAsyncDisposable
{
    private ReponseAffichee? _reponse;
    private ExamenDeReponse? _examen;
    private Retour? _retour;
    private bool _introuvable;
    private string? _motif;
    private ElementReference _zone;
    private Confirmation? _reprise;
    private Confirmation? _neant;
    private DotNetObjectReference<PageReponse>? _pont;
    private IJSObjectReference? _module;
    private IJSObjectReference? _grille;
    private Guid _ouverte;

    [Parameter]
    public Guid Id { get; set; }

    private string Adresse => $"/recensements/reponses/{Id}";

    private string AdresseDuMembre => $"/recensements/{_reponse!.Campagne.Valeur}/membres/{_reponse.Collectivite.Valeur}";

    private IReadOnlyList<Lien> Fil =>
        _reponse!.AuNomDe
            ?
            [
                new("Recensements", "/recensements"),
                new(_reponse.ReferenceDeCampagne, $"/recensements/{_reponse.Campagne.Valeur}"),
                new(_reponse.Membre, AdresseDuMembre),
            ]
            :
            [
                new("Mon espace", "/espace"),
                new("Mes recensements", "/espace/recensements"),
                new(_reponse.IntituleDeCampagne, AdresseDuMembre),
            ];

    private string SousTitre =>
        $"{_reponse!.Membre} · {_reponse.IntituleDeCampagne} · quantités {_reponse.Periode.Libelle().ToLower(Francais.Culture)} · "
        + $"répondre avant le {Formats.DateLongue(_reponse.JourLimite)} au soir";

    private IReadOnlyList<Lien> OngletsDesSoeurs =>
        [
            .. _reponse!.Soeurs.Select(s => new Lien(
                $"{s.Libelle} ({s.Etat.Libelle().ToLower(Francais.Culture)})",
                $"/recensements/reponses/{s.Id.Valeur}"
            )),
        ];

    /// <summary>Le seul appel de la grille : un bloc de cellules tapées ou collées.</summary>
    [JSInvokable]
    public async Task<RetourDeSaisie> EnregistrerAsync(CelluleTapee[] cellules)
    {
        RetourDeSaisie? resultat = null;
        var retour = await operation.ExecuterAsync(
            async () => resultat = await enregistrer.ExecuterAsync(await acteur.LireAsync(), new ReponseId(Id), cellules),
            ""
        );
        if (resultat is not null && _reponse is { Etat: EtatDeReponse.NonOuverte })
        {
            // The first cell makes the answer a draft: the heading says so.
            await ChargerAsync();
            StateHasChanged();
        }

        return resultat
            ?? RetourDeSaisie.Refuser(
                retour.Obstacles.Count > 0 ? string.Join(" ", retour.Obstacles.Select(o => o.Message)) : retour.Titre
            );
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await FermerGrilleAsync();
            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its grid with it.
        }

        _pont?.Dispose();
    }

    protected override Task OnParametersSetAsync() => ChargerAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_reponse is not null && _ouverte != Id)
        {
            _ouverte = Id;
            await OuvrirGrilleAsync();
        }
    }

    private async Task ChargerAsync()
    {
        if (_reponse?.Id.Valeur != Id)
        {
            (_examen, _retour) = (null, null);
        }

        _reponse = await lire.ExecuterAsync(await acteur.LireAsync(), new ReponseId(Id));
        _introuvable = _reponse is null;
    }

    private async Task OuvrirGrilleAsync()
    {
        await FermerGrilleAsync();
        _pont ??= DotNetObjectReference.Create(this);
        _module ??= await js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/saisie.js"]}");
        _grille = await _module.InvokeAsync<IJSObjectReference>("ouvrir", _zone, _pont);
    }

    private async Task FermerGrilleAsync()
    {
        if (_grille is not null)
        {
            await _grille.InvokeVoidAsync("fermer");
            await _grille.DisposeAsync();
            _grille = null;
        }
    }

    private async Task ControlerAsync() => _examen = await lire.ExaminerAsync(await acteur.LireAsync(), new ReponseId(Id));

    private async Task ReprendreAsync() =>
        await AgirAsync(async () =>
        {
            var cellules = await reprendre.ExecuterAsync(await acteur.LireAsync(), new ReponseId(Id));
            return cellules == 0
                ? "Aucune case vide n'avait de valeur N-1 : rien n'a changé."
                : $"{Formats.Compter(cellules, "valeur")} N-1 reprises dans les cases vides. Relisez-les avant de valider.";
        });

    private async Task DeclarerNeantAsync()
    {
        await AgirAsync(async () =>
        {
            await neant.ExecuterAsync(await acteur.LireAsync(), [new ReponseId(Id)], _motif);
            return "Le besoin néant est déclaré.";
        });
        _retour = _retour?.Annulable(this, RevenirAsync);
    }

    private async Task RevenirAsync() =>
        await AgirAsync(async () =>
        {
            await neant.RevenirAsync(await acteur.LireAsync(), new ReponseId(Id), _reponse!.Version);
            return "La réponse est de nouveau en brouillon.";
        });

    /// <summary>Agit, relit l'en-tête et redemande la grille au serveur.</summary>
    private async Task AgirAsync(Func<Task<string>> geste)
    {
        _retour = await operation.ExecuterAsync(geste);
        await ChargerAsync();
        if (_retour.Reussi && _reponse is not null)
        {
            await OuvrirGrilleAsync();
        }
    }

    private static string Motif(LigneSignalee ligne) =>
        (ligne.EstOrdonnee ? "" : "le minimum, l'estimé et le maximum ne se suivent pas. ")
        + (ligne.Anomalie is Anomalie.Aucune ? "" : ligne.Anomalie.Libelle())
        + (ligne.Justification is null ? "" : $" — justifié : {ligne.Justification}");
}
