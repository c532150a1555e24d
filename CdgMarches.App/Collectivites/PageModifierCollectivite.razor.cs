using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Collectivites;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Collectivites;

/// <summary>Corrige l'identité ; si un collègue a enregistré entre-temps, les deux valeurs de chaque champ sont montrées.</summary>
public sealed partial class PageModifierCollectivite(
    LireFicheDeCollectivite lire,
    LireAgentsDuCdg lireAgents,
    ModifierCollectivite modifier,
    ChercherDoublons chercherDoublons,
    ActeurCourant acteurCourant,
    Operation operation,
    ComparerSaisies comparer,
    NavigationManager navigation
)
{
    private FicheDeCollectivite? _fiche;
    private SaisieDIdentite? _modele;
    private IReadOnlyList<Option<Guid?>> _agents = [];
    private IReadOnlyList<Doublon> _doublons = [];
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private Conflit<SaisieDIdentite>? _conflit;
    private Retour? _retour;
    private bool _charge;

    [Parameter]
    public Guid Id { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var acteur = await acteurCourant.LireAsync();
        _fiche = await lire.ExecuterAsync(acteur, new CollectiviteId(Id));
        if (_fiche is not null)
        {
            _agents = [.. (await lireAgents.ExecuterAsync(acteur)).Select(a => new Option<Guid?>(a.Id, a.Nom))];
            _modele = Saisir(_fiche);
        }

        _charge = true;
    }

    private static SaisieDIdentite Saisir(FicheDeCollectivite fiche)
    {
        var saisie = SaisieDIdentite.De(fiche.Identite, fiche.Grammaire);
        saisie.Parent = fiche.Parent is { } p ? new SuggestionDeCollectivite(p.Id, p.Nom, p.Categorie, null, null, null) : null;
        (saisie.Responsable, saisie.Suppleant) = (fiche.Responsable?.Id, fiche.Suppleant?.Id);
        return saisie;
    }

    private async Task ChercherLesDoublonsAsync() =>
        _doublons = await chercherDoublons.ExecuterAsync(await acteurCourant.LireAsync(), _modele!.Lire().Identite, _fiche!.Id);

    private async Task EnregistrerAsync()
    {
        (_retour, _conflit) = (null, null);
        var (identite, erreurs) = _modele!.Lire(_fiche!.Identite);
        _erreurs = erreurs;
        if (erreurs.Count > 0)
        {
            return;
        }

        var retour = await operation.ExecuterAsync(
            async () =>
                await modifier.ExecuterAsync(
                    await acteurCourant.LireAsync(),
                    _fiche.Id,
                    _fiche.Version,
                    new FicheCorrigee(identite, _modele.Parent?.Id, _modele.Responsable, _modele.Suppleant)
                ),
            succes: "La fiche est enregistrée."
        );
        if (retour.Reussi)
        {
            navigation.NavigateTo(AdressesDesCollectivites.Fiche(_fiche!.Id));
        }
        else if (retour.Conflit)
        {
            await MontrerLeConflitAsync();
        }
        else
        {
            (_erreurs, _retour) = Saisies.Repartir(retour);
        }
    }

    private async Task MontrerLeConflitAsync()
    {
        var acteur = await acteurCourant.LireAsync();
        var depart = Saisir(_fiche!);
        _fiche = await lire.ExecuterAsync(acteur, new CollectiviteId(Id));
        _conflit = await comparer.ExecuterAsync(
            acteur,
            _modele!,
            () => Task.FromResult(_fiche is null ? null : Saisir(_fiche)),
            EcartsDIdentite.Champs(_agents),
            nameof(Collectivite),
            Id,
            depart
        );
    }

    private Task GarderAsync(Conflit<SaisieDIdentite> conflit) => EnregistrerAsync();

    private void Prendre(Conflit<SaisieDIdentite> conflit) => (_modele, _conflit) = (conflit.Sienne, null);
}
