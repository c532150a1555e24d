using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Recensements;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Recensements;

/// <summary>La création d'une campagne.</summary>
public sealed partial class PageNouvelleCampagne(
    LireCampagnes lire,
    CreerCampagne creer,
    ActeurCourant acteur,
    Operation operation,
    HorlogeLegale horloge,
    NavigationManager navigation
)
{
    private readonly SaisieDeCampagne _saisie = new();
    private readonly HashSet<PrestationId> _choisies = [];
    private IReadOnlyList<GroupementARecenser>? _groupements;
    private GroupementARecenser? _groupement;
    private int? _exercice;
    private CampagneId? _precedente;
    private Retour? _retour;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];

    private IReadOnlyList<Option<GroupementARecenser>> Groupements =>
        [.. _groupements!.Select(g => new Option<GroupementARecenser>(g, g.Nom))];

    private IReadOnlyList<Option<CampagneId?>> Precedentes =>
        [.. _groupement!.Campagnes.Select(c => new Option<CampagneId?>(c.Id, c.Libelle))];

    protected override async Task OnInitializedAsync()
    {
        _exercice = horloge.Aujourdhui.Year + 1;
        _saisie.Ouverture = horloge.Aujourdhui;
        _groupements = await lire.GroupementsAsync(await acteur.LireAsync());
        if (_groupements is [var seul])
        {
            Choisir(seul);
        }
    }

    private void Choisir(GroupementARecenser? groupement)
    {
        _groupement = groupement;
        _choisies.Clear();
        _choisies.UnionWith(groupement?.Prestations.Select(p => p.Id) ?? []);
        _precedente = groupement is { Campagnes: [var derniere, ..] } ? derniere.Id : null;
    }

    private void Cocher(PrestationId id, bool coche) => _ = coche ? _choisies.Add(id) : _choisies.Remove(id);

    private async Task CreerAsync()
    {
        _erreurs =
        [
            .. _groupement is null
                ? [new ErreurDeSaisie("groupement", "Choisissez le groupement à recenser.")]
                : Array.Empty<ErreurDeSaisie>(),
            .. _exercice is null ? [new ErreurDeSaisie("exercice", "Donnez l'exercice recensé.")] : Array.Empty<ErreurDeSaisie>(),
            .. _saisie.Manques(),
        ];
        if (_erreurs.Count > 0)
        {
            return;
        }

        CampagneId? creee = null;
        _retour = await operation.ExecuterAsync(
            async () =>
                creee = await creer.ExecuterAsync(
                    await acteur.LireAsync(),
                    new NouvelleCampagne(_groupement!.Id, _exercice!.Value, _saisie.Lire(), [.. _choisies], _precedente)
                ),
            "La campagne est créée."
        );
        if (creee is { } id)
        {
            navigation.NavigateTo($"/recensements/{id.Valeur}/catalogue");
        }
    }
}
