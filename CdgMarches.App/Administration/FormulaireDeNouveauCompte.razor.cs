using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Administration;

/// <summary>La création d'un compte, par l'administrateur ou par celui qui tient sa collectivité.</summary>
public sealed partial class FormulaireDeNouveauCompte(
    CreerCompte creer,
    LireFicheDeCompte lire,
    ActeurCourant acteurCourant,
    Operation operation,
    HorlogeLegale horloge,
    NavigationManager navigation
)
{
    private static readonly Option<bool?>[] Genres =
    [
        new(true, "Agent du centre de gestion"),
        new(false, "Utilisateur d'une collectivité"),
    ];

    private readonly Saisie _saisie = new();
    private IReadOnlyList<GroupementPropose> _groupements = [];
    private IReadOnlyList<Option<CollectiviteTenue>> _tenues = [];
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private Retour? _retour;

    /// <summary>L'adresse sous laquelle sont les fiches.</summary>
    [Parameter, EditorRequired]
    public string Base { get; set; } = "";

    [Parameter, EditorRequired]
    public string Annuler { get; set; } = "";

    [Parameter]
    public bool EstAdministrateur { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var acteur = await acteurCourant.LireAsync();
        if (EstAdministrateur)
        {
            _groupements = await lire.GroupementsAsync(acteur);
            return;
        }

        _saisie.EstAgent = false;
        _tenues = [.. (await lire.CollectivitesTenuesAsync(acteur)).Select(c => new Option<CollectiviteTenue>(c, c.Nom))];
        _saisie.Tenue = _tenues is [var seule] ? seule.Valeur : null;
    }

    private async Task CreerAsync()
    {
        _retour = null;
        _erreurs = [.. SaisieDeCompte.Verifier(_saisie.Nom, _saisie.Courriel, _saisie.Telephone), .. VerifierDroits()];
        if (_erreurs.Count > 0)
        {
            return;
        }

        var id = Guid.Empty;
        _retour = await operation.ExecuterAsync(
            async () => id = await creer.ExecuterAsync(await acteurCourant.LireAsync(), EnCompte()),
            "Le compte est créé ; l'invitation est partie."
        );
        if (_retour.Reussi)
        {
            navigation.NavigateTo($"{Base}/{id}");
        }
    }

    private IEnumerable<ErreurDeSaisie> VerifierDroits()
    {
        if (_saisie.EstAgent is null)
        {
            yield return new("genre", "Dites si c'est un agent du centre de gestion ou un utilisateur d'une collectivité.");
        }
        else if (_saisie.EstAgent == true && _saisie.Roles.Count == 0)
        {
            yield return new("role-Gestionnaire", "Donnez au moins un rôle.");
        }
        else if (_saisie.EstAgent == false)
        {
            if (_saisie.Collectivite is null && _saisie.Tenue is null)
            {
                yield return new("rattachement", "Choisissez la collectivité.");
            }

            if (_saisie.Role is null)
            {
                yield return new("role-de-membre", "Dites si la personne est référente ou signataire.");
            }
        }
    }

    private NouveauCompte EnCompte() =>
        new(
            new IdentiteDeCompte(_saisie.Nom!, _saisie.Courriel!, _saisie.Telephone),
            _saisie.Identifiant,
            _saisie.EstAgent == true ? _saisie.Roles : new HashSet<RoleCdg>(),
            _saisie.EstAgent == true ? _saisie.Limites : new HashSet<GroupementId>(),
            _saisie.EstAgent == true
                ? null
                : new NouveauRattachement(
                    _saisie.Collectivite?.Id ?? _saisie.Tenue!.Id,
                    _saisie.Role!.Value,
                    _saisie.GereLesComptes,
                    horloge.Aujourdhui,
                    _saisie.Fin
                )
        );

    private sealed class Saisie
    {
        public string? Nom { get; set; }

        public string? Courriel { get; set; }

        public string? Telephone { get; set; }

        public string? Identifiant { get; set; }

        public bool? EstAgent { get; set; }

        public HashSet<RoleCdg> Roles { get; } = [];

        public HashSet<GroupementId> Limites { get; } = [];

        public SuggestionDeCollectivite? Collectivite { get; set; }

        public CollectiviteTenue? Tenue { get; set; }

        public RoleDeMembre? Role { get; set; }

        public bool GereLesComptes { get; set; }

        public DateOnly? Fin { get; set; }
    }
}
