using CdgMarches.App.Socle.Import;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Socle.Composants;

/// <summary>Ce que l'écriture d'une liste a fait.</summary>
/// <param name="Phrase">Le bilan, en une phrase.</param>
/// <param name="Laissees">Les lignes bonnes à l'aperçu qui n'ont pas pu être écrites, et pourquoi.</param>
public sealed record BilanDeListe(string Phrase, IReadOnlyList<string> Laissees);

/// <summary>L'import d'une liste, de son dépôt à son écriture.</summary>
/// <typeparam name="TListe">La liste lue.</typeparam>
public sealed partial class ImportDUneListe<TListe>(FichierEnCours enCours, ActeurCourant courant, Operation operation)
    where TListe : class, IListeLue
{
    private const int LignesMontrees = 200;
    private const string EnteteDuNom = "Collectivité";

    private TListe? _liste;
    private IReadOnlyList<string> _laissees = [];

    /// <summary>Comment lire la liste, pour cet agent.</summary>
    [Parameter, EditorRequired]
    public Func<Acteur, ImportDeListe<TListe>> Import { get; set; } = null!;

    /// <summary>Écrit les lignes bonnes.</summary>
    [Parameter, EditorRequired]
    public Func<Acteur, TListe, Task<BilanDeListe>> Appliquer { get; set; } = null!;

    /// <summary>L'adresse des lignes refusées.</summary>
    [Parameter, EditorRequired]
    public string LignesRefusees { get; set; } = "";

    /// <summary>Le nom du fichier attendu.</summary>
    [Parameter, EditorRequired]
    public string Libelle { get; set; } = "";

    /// <summary>Ce que le fichier doit contenir, et ce qu'une ligne fait.</summary>
    [Parameter, EditorRequired]
    public RenderFragment Consigne { get; set; } = null!;

    /// <summary>Comment se dit l'état d'une ligne.</summary>
    [Parameter, EditorRequired]
    public MotsDImport Mots { get; set; } = null!;

    /// <summary>Le libellé du bouton, pour ce nombre de lignes à écrire.</summary>
    [Parameter, EditorRequired]
    public Func<int, string> Geste { get; set; } = null!;

    /// <summary>Ce que la page demande avant d'écrire, quand écrire fait partir des courriels : elle appelle <see cref="EcrireAsync"/>.</summary>
    [Parameter]
    public Func<TListe, Task>? Demander { get; set; }

    /// <summary>Ce qui se choisit avant d'écrire.</summary>
    [Parameter]
    public RenderFragment? Options { get; set; }

    /// <summary>Le retour de la page, où l'import met les siens.</summary>
    [Parameter]
    public Retour? Retour { get; set; }

    [Parameter]
    public EventCallback<Retour?> RetourChanged { get; set; }

    private IEnumerable<LigneDApercu> Montrees =>
        _liste!.Apercu.Lignes.OrderByDescending(l => l.Etat).ThenBy(l => l.Numero).Take(LignesMontrees);

    private int AEcrire => _liste!.Apercu.LignesAEcrire.Count();

    protected override async Task OnInitializedAsync()
    {
        var retour = await operation.ExecuterAsync(async () =>
        {
            _liste = await ReprendreAsync(await courant.LireAsync());
            return _liste is null
                ? ""
                : $"« {_liste.Apercu.NomDeFichier} », déposé plus tôt, est relu : voici ce qu'il en est aujourd'hui.";
        });
        if (retour.Titre.Length > 0)
        {
            await RetourChanged.InvokeAsync(retour);
        }
    }

    private Task<TListe?> ReprendreAsync(Acteur acteur) => enCours.ReprendreAsync(acteur, Import(acteur));

    private async Task LireAsync(FichierRecu fichier)
    {
        (_liste, _laissees) = (null, []);
        await RendreAsync(async acteur =>
        {
            _liste = await enCours.DeposerAsync(acteur, Import(acteur), fichier);
            return "Le fichier est lu : rien n'est encore écrit.";
        });
    }

    private Task OublierAsync() =>
        RendreAsync(async acteur =>
        {
            await enCours.OublierAsync(acteur, Import(acteur));
            (_liste, _laissees) = (null, []);
            return "L'aperçu est fermé : rien de plus n'a été écrit.";
        });

    private Task AppliquerAsync() => Demander is null ? EcrireAsync() : Demander(_liste!);

    /// <summary>Écrit les lignes bonnes de la liste montrée.</summary>
    public Task EcrireAsync() =>
        RendreAsync(async acteur =>
        {
            var bilan = await Appliquer(acteur, _liste!);
            _laissees = bilan.Laissees;
            // What is left is shown as it now is: the lines refused, to be fetched and corrected.
            _liste = await ReprendreAsync(acteur);
            if (_liste is { Apercu.SansErreur: true } && bilan.Laissees.Count == 0)
            {
                await enCours.OublierAsync(acteur, Import(acteur));
                _liste = null;
            }

            return bilan.Phrase;
        });

    private async Task RendreAsync(Func<Acteur, Task<string>> geste) =>
        await RetourChanged.InvokeAsync(await operation.ExecuterAsync(async () => await geste(await courant.LireAsync())));
}
