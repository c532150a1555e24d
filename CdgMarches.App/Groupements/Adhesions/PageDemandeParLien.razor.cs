using CdgMarches.App.Socle.Liens;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Groupements.Adhesions;

/// <summary>La demande d'adhésion par lien personnel : l'ouvrir montre, l'envoyer enregistre. Page statique, faite pour un téléphone.</summary>
public sealed partial class PageDemandeParLien(DemanderParLien demander) : PageParLien
{
    private DemandeLue? _demande;
    private bool _fait;

    [SupplyParameterFromForm(FormName = "demander")]
    private SaisieDeDemande Saisie { get; set; } = null!;

    private bool FormulaireMontre => !_fait && _demande is not null;

    protected override async Task OnInitializedAsync()
    {
        Saisie ??= new SaisieDeDemande();
        await TenterAsync(async () => _demande = await demander.LireAsync(Jeton));
    }

    private async Task DemanderAsync() =>
        _fait = await TenterAsync(() =>
            demander.ExecuterAsync(
                Jeton,
                [.. (Saisie.Prestations ?? []).Select(p => Guid.TryParse(p, out var id) ? id : Guid.Empty)],
                Saisie.Nom,
                Saisie.Qualite,
                AdresseReseau
            )
        );

    private sealed class SaisieDeDemande
    {
        public string[]? Prestations { get; set; }

        public string? Nom { get; set; }

        public string? Qualite { get; set; }
    }
}
