using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Groupements;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Documents.Bibliotheque;

/// <summary>Une nature de document : ses modèles, ses champs, le dépôt d'un modèle et son aperçu.</summary>
public sealed partial class PageNature(
    LireBibliotheque lire,
    LireGroupements lireGroupements,
    DeposerModele deposer,
    DesignerModele designer,
    ActeurCourant acteurCourant,
    Operation operation,
    HorlogeLegale horloge,
    NavigationManager navigation
)
{
    private FicheDeNature? _fiche;
    private IReadOnlyList<Option<GroupementId?>> _groupements = [];
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private ModelePropose? _propose;
    private GroupementId? _groupement;
    private Confirmation? _retourAOrigine;
    private string? _nom;
    private Retour? _retour;
    private Retour? _retourDeDepot;
    private bool _charge;
    private string? _lu;

    [Parameter]
    public string Code { get; set; } = "";

    private bool OrigineSert => !_fiche!.Modeles.Any(m => m is { EstParDefaut: true, Groupement: null });

    protected override async Task OnParametersSetAsync()
    {
        if (_lu == Code)
        {
            return;
        }

        (_lu, _charge, _propose) = (Code, false, null);
        await RechargerAsync();
        if (_fiche is { PeutGerer: true })
        {
            var page = await lireGroupements.ExecuterAsync(await acteurCourant.LireAsync(), new Demande(Taille: 200, Tri: "nom"));
            _groupements = [.. page.Elements.Select(g => new Option<GroupementId?>(g.Id, g.Nom))];
            _groupement = _fiche.PeutGererPourTous || _groupements.Count == 0 ? null : _groupements[0].Valeur;
        }
    }

    private async Task RechargerAsync() =>
        (_fiche, _charge) = (await lire.NatureAsync(await acteurCourant.LireAsync(), Code), true);

    private async Task EnregistrerAsync()
    {
        _erreurs = string.IsNullOrWhiteSpace(_nom)
            ? [new ErreurDeSaisie("nom", "Donnez un nom au modèle : c'est lui que l'on choisira dans la liste.")]
            : [];
        if (_erreurs.Count > 0)
        {
            return;
        }

        ModeleId? cree = null;
        _retourDeDepot = await operation.ExecuterAsync(
            async () => cree = await deposer.CreerAsync(await acteurCourant.LireAsync(), Code, _groupement, _nom, _propose!),
            "Le modèle est dans la bibliothèque."
        );
        if (cree is { } id)
        {
            navigation.NavigateTo(AdressesDesDocuments.Modele(id));
        }
    }

    private async Task RevenirAsync()
    {
        _retour = await operation.ExecuterAsync(
            async () => await designer.RevenirAsync(await acteurCourant.LireAsync(), Code, groupement: null),
            "Le modèle d'origine sert de nouveau."
        );
        await RechargerAsync();
    }
}
