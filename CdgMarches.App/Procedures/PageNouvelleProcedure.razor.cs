using CdgMarches.App.Collectivites;
using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Procedures;

/// <summary>Ouvre la fiche d'une procédure.</summary>
public sealed partial class PageNouvelleProcedure(
    LireGroupements lireGroupements,
    CreerProcedure creer,
    ActeurCourant acteurCourant,
    Operation operation,
    HorlogeLegale horloge,
    NavigationManager navigation
)
{
    private static readonly IReadOnlyList<Lien> Fil = [new("Accueil", "/"), new("Procédures", AdressesDesProcedures.Liste)];

    private static readonly IReadOnlyList<Option<NatureDAchat>> Natures =
    [
        .. Enum.GetValues<NatureDAchat>().Select(n => new Option<NatureDAchat>(n, n.Libelle())),
    ];

    private IReadOnlyList<Option<GroupementId?>>? _groupements;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private GroupementId? _groupement;
    private string? _objet;
    private NatureDAchat _nature = NatureDAchat.Services;
    private DateOnly? _engagement = horloge.Aujourdhui;
    private Retour? _retour;

    /// <summary>Le groupement d'où l'on vient.</summary>
    [SupplyParameterFromQuery(Name = "groupement")]
    private Guid? GroupementDemande { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var page = await lireGroupements.ExecuterAsync(await acteurCourant.LireAsync(), new Demande(Taille: 200, Tri: "nom"));
        _groupements =
        [
            .. page
                .Elements.Where(g => g.Etat is not EtatDuGroupement.Clos)
                .Select(g => new Option<GroupementId?>(g.Id, $"{g.Nom} ({g.Reference})")),
        ];
        _groupement =
            GroupementDemande is { } id && _groupements.Any(g => g.Valeur == new GroupementId(id)) ? new GroupementId(id)
            : _groupements is [var seul] ? seul.Valeur
            : null;
    }

    private async Task CreerAsync()
    {
        _retour = null;
        _erreurs = [.. Manques()];
        if (_erreurs.Count > 0)
        {
            return;
        }

        ProcedureId? creee = null;
        var retour = await operation.ExecuterAsync(
            async () =>
                creee = await creer.ExecuterAsync(
                    await acteurCourant.LireAsync(),
                    _groupement!.Value,
                    _objet,
                    _nature,
                    _engagement!.Value
                ),
            succes: "La procédure est créée."
        );
        if (creee is { } procedure)
        {
            navigation.NavigateTo(AdressesDesProcedures.Fiche(procedure));
            return;
        }

        (_erreurs, _retour) = Saisies.Repartir(retour);
    }

    private IEnumerable<ErreurDeSaisie> Manques()
    {
        if (_groupement is null)
        {
            yield return new ErreurDeSaisie("groupement", "Choisissez le groupement pour lequel on consulte.");
        }

        if (string.IsNullOrWhiteSpace(_objet))
        {
            yield return new ErreurDeSaisie("objet", "Donnez l'objet de la procédure : ce que le groupement achète.");
        }

        if (_engagement is null)
        {
            yield return new ErreurDeSaisie("engagement", "Indiquez le jour où la procédure est engagée.");
        }
    }
}
