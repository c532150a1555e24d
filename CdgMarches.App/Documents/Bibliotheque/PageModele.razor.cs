using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Documents.Bibliotheque;

/// <summary>Un modèle de la bibliothèque : ses versions, et ce que l'on en fait.</summary>
public sealed partial class PageModele(
    LireBibliotheque lire,
    DeposerModele deposer,
    TenirModele tenir,
    DesignerModele designer,
    EssayerModele essayer,
    ActeurCourant acteurCourant,
    Operation operation,
    HorlogeLegale horloge
)
{
    private FicheDeModele? _fiche;
    private ModelePropose? _propose;
    private Confirmation? _designation;
    private string? _commentaire;
    private string? _nom;
    private Retour? _retour;
    private Retour? _retourDeDepot;
    private bool _charge;
    private Guid? _lu;

    [Parameter]
    public Guid Id { get; set; }

    private IReadOnlyList<Lien> Fil =>
        [.. OngletsDesDocuments.Fil, new Lien(_fiche!.Nature.Titre, AdressesDesDocuments.Nature(_fiche.Nature.Code))];

    private string TexteDeLaDesignation
    {
        get
        {
            var portee = _fiche!.NomDuGroupement is { } nom
                ? GrammaireDuNom.De(nom)
                : "de tous les groupements qui n'ont pas le leur";
            return $"Les prochains documents {Typographie.Citer(_fiche.Nature.Titre)} {portee} se produiront avec ce modèle. Ceux déjà produits ne changent pas.";
        }
    }

    private string EtatDuModele =>
        _fiche!.EstArchive ? "Archivé"
        : _fiche.EstParDefaut ? "Par défaut"
        : "Au choix";

    protected override async Task OnParametersSetAsync()
    {
        if (_lu != Id)
        {
            (_lu, _charge, _propose, _retour) = (Id, false, null, null);
            await RechargerAsync();
        }
    }

    private async Task RechargerAsync()
    {
        _fiche = await lire.ModeleAsync(await acteurCourant.LireAsync(), new ModeleId(Id));
        (_charge, _nom) = (true, _fiche?.Nom);
    }

    private async Task<byte[]?> OctetsAsync() =>
        _propose?.Contenu ?? await essayer.OctetsAsync(await acteurCourant.LireAsync(), _fiche!.Id, _fiche.Versions[0].Numero);

    private async Task DeposerAsync()
    {
        _retourDeDepot = await operation.ExecuterAsync(
            async () =>
                await deposer.NouvelleVersionAsync(
                    await acteurCourant.LireAsync(),
                    _fiche!.Id,
                    _fiche.VersionDeLaFiche,
                    _commentaire,
                    _propose!
                ),
            "La version est enregistrée ; c'est elle qui sert désormais."
        );
        if (_retourDeDepot.Reussi)
        {
            (_retour, _retourDeDepot, _propose, _commentaire) = (_retourDeDepot, null, null, null);
            await RechargerAsync();
        }
    }

    private Task RestaurerAsync(int numero) =>
        AgirAsync(
            a => tenir.RestaurerAsync(a, _fiche!.Id, _fiche.VersionDeLaFiche, numero),
            $"La version {numero} est reprise sous un nouveau numéro."
        );

    private Task RenommerAsync() =>
        AgirAsync(a => tenir.RenommerAsync(a, _fiche!.Id, _fiche.VersionDeLaFiche, _nom), "Le modèle est renommé.");

    private Task ArchiverAsync() =>
        AgirAsync(a => tenir.ArchiverAsync(a, _fiche!.Id, _fiche.VersionDeLaFiche), "Le modèle est archivé.");

    private Task DesignerAsync() =>
        AgirAsync(a => designer.ExecuterAsync(a, _fiche!.Id, _fiche.VersionDeLaFiche), "Ce modèle sert désormais par défaut.");

    private async Task AgirAsync(Func<Acteur, Task> casDUsage, string succes)
    {
        _retour = await operation.ExecuterAsync(async () => await casDUsage(await acteurCourant.LireAsync()), succes);
        await RechargerAsync();
    }
}
