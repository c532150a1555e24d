using CdgMarches.App.Collectivites;
using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Groupements;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Commissions;

/// <summary>Crée la commission d'un groupement ou de son coordonnateur.</summary>
public sealed partial class PageNouvelleCommission(
    LireGroupements lireGroupements,
    LireRegimeDUnGroupement lireRegime,
    CreerCommission creer,
    ActeurCourant acteurCourant,
    Operation operation,
    NavigationManager navigation
)
{
    private static readonly IReadOnlyList<Lien> Fil = [new("Accueil", "/"), new("Commission", AdressesDesCommissions.Liste)];

    private static readonly IReadOnlyList<Option<RegimeDeCao>> Regimes =
    [
        .. Enum.GetValues<RegimeDeCao>().Select(r => new Option<RegimeDeCao>(r, r.Libelle())),
    ];

    private IReadOnlyList<Option<GroupementId?>>? _groupements;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private GroupementId? _groupement;
    private RegimeDeCao _regime;
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
        if (GroupementDemande is { } id && _groupements.Any(g => g.Valeur == new GroupementId(id)))
        {
            await ChoisirAsync(new GroupementId(id));
        }
    }

    /// <summary>Le régime suit la convention du groupement choisi.</summary>
    private async Task ChoisirAsync(GroupementId? groupement)
    {
        _groupement = groupement;
        if (groupement is { } id)
        {
            _regime = await lireRegime.ExecuterAsync(await acteurCourant.LireAsync(), id);
        }
    }

    private async Task CreerAsync()
    {
        (_retour, _erreurs) = (null, []);
        if (_groupement is not { } groupement)
        {
            _erreurs = [new ErreurDeSaisie("groupement", "Choisissez le groupement.")];
            return;
        }

        CommissionId? creee = null;
        var retour = await operation.ExecuterAsync(
            async () => creee = await creer.ExecuterAsync(await acteurCourant.LireAsync(), groupement, _regime),
            succes: "La commission est créée."
        );
        if (creee is { } commission)
        {
            navigation.NavigateTo(AdressesDesCommissions.Fiche(commission));
            return;
        }

        (_erreurs, _retour) = Saisies.Repartir(retour);
    }
}
