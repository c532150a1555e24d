using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Courriels;

/// <summary>Un courrier du registre : son envoi, puis le suivi de chaque pli et de son accusé.</summary>
public sealed partial class PageCourrier(
    LireCourriers lire,
    SuivreCourrier suivre,
    DeposerPieceDeCourrier deposer,
    AdressesDesObjets adresses,
    ActeurCourant acteurCourant,
    Operation operation,
    HorlogeLegale horloge
)
{
    private static readonly Lien[] Fil = [.. OngletsDesCourriels.Fil, new("Registre", "/courriels/registre")];

    private static readonly Option<IssueDeCourrier>[] Issues =
    [
        .. Enum.GetValues<IssueDeCourrier>().Select(i => new Option<IssueDeCourrier>(i, i.Libelle())),
    ];

    private readonly Dictionary<int, string?> _accuses = [];
    private Courrier? _courrier;
    private IReadOnlyDictionary<Guid, string> _pieces = new Dictionary<Guid, string>();
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private Retour? _retour;
    private DateOnly? _posteLe = horloge.Aujourdhui;
    private int? _rang;
    private IssueDeCourrier _issue;
    private DateOnly? _presentation;
    private DateOnly? _remisLe;
    private Guid? _piece;
    private string? _nomDeLaPiece;
    private bool _gere;
    private bool _lu;

    [Parameter]
    public Guid Id { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        _gere = (await acteurCourant.LireAsync()).Peut(Droits.GererGroupements);
        await LireAsync();
    }

    private async Task LireAsync()
    {
        if (await lire.FicheAsync(await acteurCourant.LireAsync(), new CourrierId(Id)) is { } fiche)
        {
            (_courrier, _pieces) = fiche;
        }

        _lu = true;
    }

    private void Suivre(DestinataireDeCourrier destinataire)
    {
        (_rang, _issue) = (destinataire.Rang, destinataire.Issue);
        (_presentation, _remisLe) = (destinataire.PremierePresentation, destinataire.RemisLe);
        (_piece, _nomDeLaPiece, _retour, _erreurs) = (null, null, null, []);
    }

    private async Task PosterAsync()
    {
        if (_posteLe is not { } jour)
        {
            _erreurs = [new("poste-le", "Indiquez le jour de l'envoi.")];
            return;
        }

        await AgirAsync(async acteur =>
        {
            await suivre.PosterAsync(acteur, _courrier!.Id, _courrier.Version, jour, _accuses);
            return "L'envoi est noté.";
        });
    }

    private async Task NoterAsync()
    {
        var suivi = new SuiviDeCourrier(_issue, _presentation, _remisLe, _piece);
        if (
            await AgirAsync(async acteur =>
                await suivre.NoterAsync(acteur, _courrier!.Id, _courrier.Version, _rang!.Value, suivi) is { } effet
                    ? $"Le suivi est enregistré. {effet}"
                    : "Le suivi est enregistré."
            )
        )
        {
            _rang = null;
        }
    }

    private async Task DeposerAsync(FichierRecu fichier)
    {
        var retour = await operation.ExecuterAsync(
            async () => _piece = await deposer.AccuseAsync(await acteurCourant.LireAsync(), fichier.Chemin, fichier.Nom),
            "L'accusé est joint."
        );
        (_retour, _nomDeLaPiece) = retour.Reussi ? (null, fichier.Nom) : (retour, _nomDeLaPiece);
    }

    private async Task<bool> AgirAsync(Func<Acteur, Task<string>> action)
    {
        var retour = await operation.ExecuterAsync(async () => await action(await acteurCourant.LireAsync()));
        (_erreurs, _retour) = retour.Reussi ? ([], retour) : Saisies.Repartir(retour);
        if (retour.Reussi)
        {
            await LireAsync();
        }

        return retour.Reussi;
    }
}
