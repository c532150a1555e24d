using CdgMarches.App.Collectivites;
using CdgMarches.App.Documents;
using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Database.Documents;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Groupements;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Courriels;

/// <summary>La préparation d'une transmission, depuis la liste ou depuis un objet.</summary>
public sealed partial class PageNouvelleTransmission(
    PreparerTransmission preparer,
    DeposerPieceDeCourrier deposer,
    LireGroupements lireGroupements,
    LireDocumentsProduits lireDocuments,
    LireCourriers lireCourriers,
    CatalogueDeDocuments catalogue,
    JoindreDocument joindre,
    ActeurCourant acteurCourant,
    Operation operation,
    HorlogeLegale horloge,
    NavigationManager navigation
)
{
    private static readonly Lien[] Fil = [.. OngletsDesCourriels.Fil, new("Transmissions", "/transmissions")];

    private static readonly Option<NatureDeTransmission>[] Natures =
    [
        .. Enum.GetValues<NatureDeTransmission>().Select(n => new Option<NatureDeTransmission>(n, n.Libelle())),
    ];

    private IReadOnlyList<Option<Guid?>> _groupements = [];
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private Retour? _retour;
    private Guid? _groupement;
    private NatureDeTransmission _nature;
    private string? _objet;
    private string? _texte;
    private DateOnly? _recueLe = horloge.Aujourdhui;
    private Guid? _piece;
    private string? _nomDeLaPiece;
    private bool _estPourUnTiers;
    private bool _partEnPdf;

    [SupplyParameterFromQuery(Name = "groupement")]
    public Guid? Groupement { get; set; }

    [SupplyParameterFromQuery(Name = "type")]
    public string? ObjetType { get; set; }

    [SupplyParameterFromQuery(Name = "id")]
    public Guid? ObjetId { get; set; }

    [SupplyParameterFromQuery(Name = "document")]
    public Guid? Document { get; set; }

    [SupplyParameterFromQuery(Name = "objet")]
    public string? Objet { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var acteur = await acteurCourant.LireAsync();
        if (Document is { } document && await lireDocuments.UnAsync(acteur, document) is var (produit, fichier))
        {
            (_piece, _nomDeLaPiece, _nature) = (fichier.Id, fichier.Nom, NatureDeTransmission.Document);
            Objet ??= produit.Titre;
            Groupement ??= produit.Groupement?.Valeur;
            (ObjetType, ObjetId) = (nameof(DocumentProduit), produit.Id);
            _estPourUnTiers = catalogue.EstPourUnTiers(produit.Nature, produit.Collectivite);
            _partEnPdf = joindre.EnPdf;
        }
        else if (
            ObjetType == nameof(Courrier)
            && ObjetId is { } courrier
            && await lireCourriers.FicheAsync(acteur, new CourrierId(courrier)) is var (lettre, pieces)
        )
        {
            (_nature, _recueLe) = (NatureDeTransmission.Demande, lettre.EnregistreLe);
            (_piece, _nomDeLaPiece) = (lettre.Piece, lettre.Piece is { } jointe ? pieces.GetValueOrDefault(jointe) : null);
        }

        Groupement ??= (await preparer.GroupementProposeAsync(acteur, ObjetType, ObjetId))?.Valeur;
        var page = await lireGroupements.ExecuterAsync(acteur, new Demande(Taille: 200));
        _groupements = [.. page.Elements.Select(g => new Option<Guid?>(g.Id.Valeur, g.Nom))];
        _groupement = _groupements.Any(g => g.Valeur == Groupement) ? Groupement : null;
        _objet = Objet;
    }

    private async Task DeposerAsync(FichierRecu fichier)
    {
        var retour = await operation.ExecuterAsync(
            async () => _piece = await deposer.ExecuterAsync(await acteurCourant.LireAsync(), fichier.Chemin, fichier.Nom),
            "Le document est joint."
        );
        if (retour.Reussi)
        {
            (_retour, _nomDeLaPiece, _partEnPdf) = (null, fichier.Nom, false);
            return;
        }

        _retour = retour;
    }

    private async Task PreparerAsync()
    {
        if (_groupement is not { } groupement || _recueLe is not { } recue)
        {
            _erreurs =
            [
                .. _groupement is null
                    ? [new ErreurDeSaisie("groupement", "Choisissez le groupement.")]
                    : Array.Empty<ErreurDeSaisie>(),
                .. _recueLe is null
                    ? [new ErreurDeSaisie("recue-le", "Indiquez le jour de la réception.")]
                    : Array.Empty<ErreurDeSaisie>(),
            ];
            return;
        }

        TransmissionId? id = null;
        var contenu = new ContenuDeTransmission(_nature, _objet, _texte, recue, _piece, Vide(ObjetType), ObjetId);
        var retour = await operation.ExecuterAsync(
            async () => id = await preparer.ExecuterAsync(await acteurCourant.LireAsync(), new GroupementId(groupement), contenu),
            "La transmission est prête."
        );
        if (retour.Reussi)
        {
            navigation.NavigateTo($"/transmissions/{id!.Value.Valeur}");
            return;
        }

        (_erreurs, _retour) = Saisies.Repartir(retour);
    }

    private static string? Vide(string? texte) => string.IsNullOrEmpty(texte) ? null : texte;
}
