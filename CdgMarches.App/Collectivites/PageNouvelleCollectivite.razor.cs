using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Collectivites;

/// <summary>Ouvre une fiche, depuis le catalogue national ou à la main.</summary>
public sealed partial class PageNouvelleCollectivite(
    CreerCollectivite creer,
    ChercherDoublons chercherDoublons,
    ChercherCollectivites chercher,
    ActeurCourant acteurCourant,
    Operation operation,
    NavigationManager navigation
)
{
    private static readonly IReadOnlyList<Lien> Fil = [new("Accueil", "/"), new("Collectivités", AdressesDesCollectivites.Liste)];

    private SaisieDIdentite _modele = SaisieDIdentite.De(
        new IdentiteDeCollectivite { Nom = "", Categorie = CategorieDeCollectivite.Commune }
    );

    private EntreeDuCatalogue? _entree;
    private IReadOnlyList<Doublon> _doublons = [];
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private Retour? _retour;

    private async Task ChoisirAsync(EntreeDuCatalogue? entree)
    {
        _entree = entree;
        if (entree is null)
        {
            return;
        }

        _modele = SaisieDIdentite.De(
            new IdentiteDeCollectivite
            {
                Nom = entree.Nom,
                Categorie = entree.Nature.Categorie(),
                Siren = Siren.TryParse(entree.Siren, out var siren) ? siren : null,
                CodeInsee = CodeInsee.TryParse(entree.CodeInsee, out var insee) ? insee : null,
                Departement = entree.Departement,
                Siege = entree.CodePostal is null ? Adresse.Vide : new Adresse(null, null, entree.CodePostal, entree.Nom),
            }
        );
        if (entree.SirenEpci is { } epci)
        {
            var trouvees = await chercher.ExecuterAsync(await acteurCourant.LireAsync(), epci);
            _modele.Parent = trouvees.FirstOrDefault(t => Categorie.De(t.Categorie).EstEpciAFiscalitePropre);
        }

        await ChercherLesDoublonsAsync();
    }

    private async Task ChercherLesDoublonsAsync()
    {
        var (identite, _) = _modele.Lire();
        _doublons =
            string.IsNullOrWhiteSpace(identite.Nom) && identite.Siret is null && identite.Siren is null
                ? []
                : await chercherDoublons.ExecuterAsync(await acteurCourant.LireAsync(), identite);
    }

    private async Task EnregistrerAsync()
    {
        _retour = null;
        var (identite, erreurs) = _modele.Lire();
        _erreurs = erreurs;
        if (erreurs.Count > 0)
        {
            return;
        }

        CollectiviteId? id = null;
        var retour = await operation.ExecuterAsync(
            async () =>
                id = await creer.ExecuterAsync(
                    await acteurCourant.LireAsync(),
                    new NouvelleCollectivite(identite, _modele.Parent?.Id, _entree?.Code)
                ),
            succes: "La fiche est créée."
        );
        if (id is { } creee)
        {
            navigation.NavigateTo(AdressesDesCollectivites.Fiche(creee));
            return;
        }

        (_erreurs, _retour) = Saisies.Repartir(retour);
    }
}
