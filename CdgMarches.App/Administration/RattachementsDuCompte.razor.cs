using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Administration;

/// <summary>Les collectivités d'un utilisateur, avec leurs dates.</summary>
public sealed partial class RattachementsDuCompte(
    RattacherUtilisateur rattacher,
    ModifierRattachement modifier,
    LireFicheDeCompte lire,
    ActeurCourant acteurCourant,
    HorlogeLegale horloge,
    Operation operation
)
{
    private LigneDeRattachement? _modifie;
    private Saisie? _saisie;
    private IReadOnlyList<Option<CollectiviteTenue>> _tenues = [];
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private Retour? _refus;
    private Retour? _retour;
    private Confirmation? _renonciation;

    internal static IReadOnlyList<Option<RoleDeMembre?>> Roles { get; } =
    [
        new(RoleDeMembre.Referent, "Référent : prépare et saisit"),
        new(RoleDeMembre.Signataire, "Signataire : saisit, et engage la collectivité"),
    ];

    /// <summary>Qui ne tient que sa collectivité n'a rien à ajouter quand la personne y est déjà.</summary>
    private bool PeutAjouter => EstAdministrateur || _tenues.Count > 0;

    [Parameter, EditorRequired]
    public FicheDeCompte Fiche { get; set; } = null!;

    [Parameter]
    public bool EstAdministrateur { get; set; }

    [Parameter]
    public EventCallback<Retour> OnChange { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (!EstAdministrateur)
        {
            var tenues = await lire.CollectivitesTenuesAsync(await acteurCourant.LireAsync());
            _tenues =
            [
                .. tenues
                    .Where(c => Fiche.Rattachements.All(r => r.Collectivite != c.Id || !r.EstEnVigueur))
                    .Select(c => new Option<CollectiviteTenue>(c, c.Nom)),
            ];
        }
    }

    private void Ouvrir(LigneDeRattachement? ligne)
    {
        (_modifie, _erreurs, _refus, _retour) = (ligne, [], null, null);
        _saisie = new Saisie
        {
            Role = ligne?.Role,
            GereLesComptes = ligne?.EstAdministrateur ?? false,
            Debut = ligne?.Debut ?? horloge.Aujourdhui,
            Fin = ligne?.Fin,
            Tenue = _tenues is [var seule] ? seule.Valeur : null,
        };
    }

    private void Fermer() => (_saisie, _modifie) = (null, null);

    private async Task EnregistrerAsync()
    {
        _refus = null;
        _erreurs = [.. Verifier()];
        if (_erreurs.Count > 0 || _saisie is not { } saisie)
        {
            return;
        }

        // On one's own attachment, the loss is immediate and closes one's session: it is asked for.
        if (_modifie is { EstAdministrateur: true } && !saisie.GereLesComptes && (await acteurCourant.LireAsync()).Id == Fiche.Id)
        {
            await _renonciation!.OuvrirAsync();
            return;
        }

        await EcrireAsync();
    }

    private async Task EcrireAsync()
    {
        if (_saisie is not { } saisie)
        {
            return;
        }

        var retour = await operation.ExecuterAsync(
            async () => await ExecuterAsync(await acteurCourant.LireAsync(), saisie),
            "Le rattachement est enregistré."
        );
        if (!retour.Reussi)
        {
            _refus = retour;
            return;
        }

        Fermer();
        await OnChange.InvokeAsync(retour);
    }

    private Task ExecuterAsync(Acteur acteur, Saisie saisie) =>
        _modifie is { } ligne
            ? modifier.ExecuterAsync(acteur, ligne.Id, saisie.Role!.Value, saisie.GereLesComptes, saisie.Fin)
            : rattacher.ExecuterAsync(
                acteur,
                Fiche.Id,
                new NouveauRattachement(
                    saisie.Collectivite?.Id ?? saisie.Tenue!.Id,
                    saisie.Role!.Value,
                    saisie.GereLesComptes,
                    saisie.Debut!.Value,
                    saisie.Fin
                )
            );

    private IEnumerable<ErreurDeSaisie> Verifier()
    {
        if (_modifie is null && _saisie is { Collectivite: null, Tenue: null })
        {
            yield return new("rattachement", "Choisissez la collectivité.");
        }

        if (_saisie?.Role is null)
        {
            yield return new("role-de-membre", "Dites si la personne est référente ou signataire.");
        }

        if (_saisie?.Debut is not { Year: >= 2000 and <= 2100 })
        {
            yield return new("rattachement-debut", "Saisissez le premier jour, entre 2000 et 2100.");
        }

        if (_saisie?.Fin is { Year: < 2000 or > 2100 })
        {
            yield return new("rattachement-fin", "Le dernier jour doit être entre 2000 et 2100.");
        }
    }

    private sealed class Saisie
    {
        public SuggestionDeCollectivite? Collectivite { get; set; }

        public CollectiviteTenue? Tenue { get; set; }

        public RoleDeMembre? Role { get; set; }

        public bool GereLesComptes { get; set; }

        public DateOnly? Debut { get; set; }

        public DateOnly? Fin { get; set; }
    }
}
