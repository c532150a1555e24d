using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using CdgMarches.Domain.Recensements.Regles;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Recensements;

/// <summary>La consolidation d'une campagne, présente ou gelée, et la valeur du besoin.</summary>
public sealed partial class PageConsolidation(
    LireCampagne lire,
    LireConsolidation consolidation,
    LireBesoin besoin,
    GelerConsolidation geler,
    ActeurCourant acteur,
    Operation operation,
    HorlogeLegale horloge
)
{
    private FicheCampagne? _fiche;
    private VueDeConsolidation? _vue;
    private IReadOnlyList<GelLu> _gels = [];
    private GelLu? _gel;
    private Retour? _retour;
    private bool _introuvable;
    private string? _motif;
    private Confirmation? _confirmation;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "gel")]
    private int? NumeroDeGel { get; set; }

    [SupplyParameterFromQuery(Name = "brouillons")]
    private bool? Brouillons { get; set; }

    private bool AvecBrouillons => Brouillons is true;

    private string Adresse => $"/recensements/{Id}/consolidation";

    private Verdict PeutGeler =>
        Verdict.De(new CampagneTerminee(_fiche!.Etat is EtatDeCampagne.Close or EtatDeCampagne.Consolidee));

    private string LibelleDuClasseur =>
        $"Consolidation {_fiche!.Reference}{(_gel is null ? ", à ce jour" : $", version {_gel.Numero}")}";

    private string TexteDuGel =>
        "Le catalogue, les membres et leurs valeurs sont copiés : cette version ne changera plus. "
        + (
            _fiche!.EnAttente == 0
                ? "Toutes les réponses sont validées ou décidées."
                : $"{Formats.Compter(_fiche.EnAttente, "réponse")} ne sont ni validées ni décidées : elles seront nommées et ne compteront pas."
        );

    protected override Task OnParametersSetAsync() => ChargerAsync();

    private async Task ChargerAsync()
    {
        var lecteur = await acteur.LireAsync();
        var fiche = await lire.ExecuterAsync(lecteur, new CampagneId(Id));
        _introuvable = fiche is null;
        if (fiche is null)
        {
            return;
        }

        _gels = await consolidation.GelsAsync(lecteur, fiche.Id);
        _gel = _gels.FirstOrDefault(g => g.Numero == NumeroDeGel);
        _vue = await besoin.ExecuterAsync(
            lecteur,
            fiche,
            _gel?.Id,
            _gels.Count > 0 ? _gels[0].Id : null,
            AvecBrouillons,
            horloge.Aujourdhui
        );
        _fiche = fiche;
    }

    private async Task GelerAsync()
    {
        _retour = await operation.ExecuterAsync(async () =>
        {
            var numero = await geler.ExecuterAsync(await acteur.LireAsync(), _fiche!.Id, _fiche.Version, _motif);
            return $"La version {numero} est gelée.";
        });
        await ChargerAsync();
    }
}
