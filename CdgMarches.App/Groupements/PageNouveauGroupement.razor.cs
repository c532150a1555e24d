using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Groupements;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Groupements;

/// <summary>Crée un groupement ; son coordonnateur en devient le premier membre.</summary>
public sealed partial class PageNouveauGroupement(
    CreerGroupement creer,
    ActeurCourant acteurCourant,
    Operation operation,
    HorlogeLegale horloge,
    NavigationManager navigation
)
{
    private static readonly IReadOnlyList<Lien> Fil = [new("Accueil", "/"), new("Groupements", AdressesDesGroupements.Liste)];

    private readonly SaisieDeGroupement _modele = new() { Debut = horloge.Aujourdhui };
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private Retour? _retour;

    private async Task CreerAsync()
    {
        _retour = null;
        (var identite, _erreurs) = _modele.Lire();
        if (_erreurs.Count > 0)
        {
            return;
        }

        GroupementId? cree = null;
        var retour = await operation.ExecuterAsync(
            async () => cree = await creer.ExecuterAsync(await acteurCourant.LireAsync(), identite!),
            succes: "Le groupement est créé."
        );
        if (cree is { } id)
        {
            navigation.NavigateTo(AdressesDesGroupements.Fiche(id));
            return;
        }

        (_erreurs, _retour) = Saisies.Repartir(retour);
    }
}
