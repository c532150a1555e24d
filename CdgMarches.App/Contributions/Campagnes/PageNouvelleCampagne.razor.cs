using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Contributions;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Contributions.Campagnes;

/// <summary>Ouvre un appel : sa grille, son exercice, et ce qui le déclenche.</summary>
public sealed partial class PageNouvelleCampagne(
    LireCampagnesDAppel lire,
    OuvrirCampagneDAppel ouvrir,
    ActeurCourant acteurCourant,
    Operation operation,
    HorlogeLegale horloge,
    NavigationManager navigation
)
{
    private IReadOnlyList<Option<Guid?>>? _grilles;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private Guid? _lignee;
    private int? _exercice = horloge.Aujourdhui.Year;
    private string? _occurrence;
    private Retour? _retour;

    protected override async Task OnInitializedAsync()
    {
        _grilles =
        [
            .. (await lire.GrillesAsync(await acteurCourant.LireAsync())).Select(g => new Option<Guid?>(
                g.Lignee,
                $"{g.Intitule} ({g.NomDuGroupement ?? g.Portee.Libelle()})"
            )),
        ];
        _lignee = _grilles is [var seule] ? seule.Valeur : null;
    }

    private async Task OuvrirAsync()
    {
        if (_lignee is not { } lignee)
        {
            _erreurs = [new ErreurDeSaisie("grille", "Choisissez la grille à appliquer.")];
            return;
        }

        CampagneDAppelId? campagne = null;
        var retour = await operation.ExecuterAsync(
            async () =>
                campagne = await ouvrir.SurGrilleAsync(await acteurCourant.LireAsync(), lignee, _exercice ?? 0, _occurrence),
            "L'appel est ouvert."
        );
        if (campagne is { } id)
        {
            navigation.NavigateTo(AdressesDesContributions.Campagne(id));
            return;
        }

        (_erreurs, _retour) = Saisies.Repartir(retour);
    }
}
