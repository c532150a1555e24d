using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;

namespace CdgMarches.App.Accueil;

/// <summary>La page unique que la direction lit : l'état du jour, le mois d'avant, ce qui est en retard.</summary>
public sealed partial class PageSynthese(LireSources lire, ActeurCourant acteurCourant, HorlogeLegale horloge)
{
    private static readonly IReadOnlyList<Lien> Fil = [new("Accueil", "/")];

    private Recolte<LigneDeSynthese>? _recolte;
    private string _jour = "";

    private int EnRetard => _recolte?.Elements.Count(l => l.EnRetard) ?? 0;

    protected override async Task OnInitializedAsync()
    {
        _jour = $"Situation au {Formats.DateLongue(horloge.Aujourdhui)}";
        _recolte = await lire.SyntheseAsync(await acteurCourant.LireAsync());
    }
}
