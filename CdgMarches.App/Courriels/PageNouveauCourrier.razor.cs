using CdgMarches.App.Accueil;
using CdgMarches.App.Collectivites;
using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Courriels;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Courriels;

/// <summary>L'enregistrement d'un courrier, avec un second destinataire au besoin.</summary>
public sealed partial class PageNouveauCourrier(
    EnregistrerCourrier enregistrer,
    LireCourriers lire,
    DeposerPieceDeCourrier deposer,
    LireGroupements lireGroupements,
    LireSources sources,
    AdressesDesObjets adresses,
    ActeurCourant acteurCourant,
    Operation operation,
    NavigationManager navigation
)
{
    private static readonly Lien[] Fil = [.. OngletsDesCourriels.Fil, new("Registre", "/courriels/registre")];

    private static readonly Option<ModeDEnvoi>[] Modes =
    [
        .. Enum.GetValues<ModeDEnvoi>().Select(m => new Option<ModeDEnvoi>(m, m.Libelle())),
    ];

    private IReadOnlyList<Option<Guid?>> _groupements = [];
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private Retour? _retour;
    private string? _objet;
    private ModeDEnvoi _mode;
    private Guid? _groupement;
    private ResultatDeRecherche? _dossier;
    private SuggestionDeCollectivite? _membre1;
    private SuggestionDeCollectivite? _membre2;
    private string? _nom1;
    private string? _adresse1;
    private string? _nom2;
    private string? _adresse2;
    private Guid? _piece;
    private string? _nomDeLaPiece;

    /// <summary>L'objet d'où l'on vient, que le courrier concerne.</summary>
    [SupplyParameterFromQuery(Name = "type")]
    public string? ObjetType { get; set; }

    [SupplyParameterFromQuery(Name = "objet")]
    public Guid? ObjetId { get; set; }

    [SupplyParameterFromQuery(Name = "nom")]
    public string? NomDuDossier { get; set; }

    [SupplyParameterFromQuery(Name = "groupement")]
    public Guid? Groupement { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var page = await lireGroupements.ExecuterAsync(await acteurCourant.LireAsync(), new Demande(Taille: 200));
        _groupement = Groupement;
        _groupements = [.. page.Elements.Select(g => new Option<Guid?>(g.Id.Valeur, g.Nom))];
    }

    private async Task<IReadOnlyList<ResultatDeRecherche>> ChercherAsync(string texte, CancellationToken annulation)
    {
        var trouves = await sources.ChercherAsync(await acteurCourant.LireAsync(annulation), texte, annulation);
        return [.. trouves.Elements.Where(r => r.Dossier is not null)];
    }

    private void ChoisirLeDossier(ResultatDeRecherche? dossier)
    {
        _dossier = dossier;
        _groupement = dossier?.Dossier?.Groupement ?? _groupement;
    }

    private async Task ChoisirPremierAsync(SuggestionDeCollectivite? membre)
    {
        _membre1 = membre;
        (_nom1, _adresse1) = await AdresseAsync(membre) ?? (_nom1, _adresse1);
    }

    private async Task ChoisirSecondAsync(SuggestionDeCollectivite? membre)
    {
        _membre2 = membre;
        (_nom2, _adresse2) = await AdresseAsync(membre) ?? (_nom2, _adresse2);
    }

    private async Task<(string?, string?)?> AdresseAsync(SuggestionDeCollectivite? membre) =>
        membre is not null && await lire.AdresseAsync(await acteurCourant.LireAsync(), membre.Id) is { } lue
            ? (lue.Nom, lue.Adresse)
            : null;

    private async Task DeposerAsync(FichierRecu fichier)
    {
        _retour = null;
        var retour = await operation.ExecuterAsync(
            async () => _piece = await deposer.ExecuterAsync(await acteurCourant.LireAsync(), fichier.Chemin, fichier.Nom),
            "Le fichier est joint."
        );
        (_retour, _nomDeLaPiece) = retour.Reussi ? (null, fichier.Nom) : (retour, _nomDeLaPiece);
    }

    private async Task EnregistrerAsync()
    {
        CourrierId? id = null;
        List<AdresseDeCourrier> destinataires = [new(_nom1, _adresse1, _membre1?.Id.Valeur)];
        if (!string.IsNullOrWhiteSpace(_nom2) || !string.IsNullOrWhiteSpace(_adresse2))
        {
            destinataires.Add(new AdresseDeCourrier(_nom2, _adresse2, _membre2?.Id.Valeur));
        }

        var retour = await operation.ExecuterAsync(
            async () =>
                id = await enregistrer.ExecuterAsync(
                    await acteurCourant.LireAsync(),
                    _objet,
                    _mode,
                    destinataires,
                    new RattachementDeCourrier(
                        _dossier?.Dossier?.Type ?? ObjetType,
                        _dossier?.Dossier?.Id ?? ObjetId,
                        _groupement,
                        _piece
                    )
                ),
            "Le courrier est enregistré."
        );
        if (retour.Reussi)
        {
            navigation.NavigateTo($"/courriels/registre/{id!.Value.Valeur}");
            return;
        }

        (_erreurs, _retour) = Saisies.Repartir(retour);
    }
}
