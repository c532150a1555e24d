using CdgMarches.App.Contributions.Appels;
using CdgMarches.App.Contributions.Recouvrement;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Contributions.Finances;

/// <summary>Le suivi d'un exercice : balance âgée, clôture, comparaison, prévision, appels à revoir.</summary>
public sealed partial class PageSuivi(
    LireSuivi lire,
    Prevoir prevoir,
    Recalculer recalculer,
    RelancerLesRetards relancer,
    CloreExercice clore,
    ActeurCourant acteurCourant,
    Operation operation,
    HorlogeLegale horloge
)
{
    private Confirmation? _cloture;
    private Confirmation? _relance;
    private SuiviDExercice? _suivi;
    private IReadOnlyList<LigneDePrevision> _prevision = [];
    private IReadOnlyList<AppelARevoir> _aRevoir = [];
    private Guid? _relances;
    private bool _gere;
    private bool _valide;
    private int? _lu;
    private Retour? _retour;

    [SupplyParameterFromQuery(Name = "exercice")]
    public string? ExerciceDemande { get; set; }

    private int Exercice =>
        int.TryParse(ExerciceDemande, out var annee) && annee is >= 2000 and <= 2100 ? annee : horloge.Aujourdhui.Year;

    private bool EstPasse => Exercice < horloge.Aujourdhui.Year;

    protected override async Task OnParametersSetAsync()
    {
        if (_lu != Exercice)
        {
            _lu = Exercice;
            await RechargerAsync();
        }
    }

    private async Task RechargerAsync()
    {
        var acteur = await acteurCourant.LireAsync();
        (_gere, _valide) = (acteur.Peut(Droits.PreparerContributions), acteur.Peut(Droits.ValiderContributions));
        _suivi = await lire.ExecuterAsync(acteur, Exercice);
        _prevision = await prevoir.ExecuterAsync(acteur, Exercice + 1);
        _aRevoir = await recalculer.ExerciceAsync(acteur, Exercice);
    }

    private async Task RelancerAsync()
    {
        _retour = await operation.ExecuterAsync(async () =>
        {
            _relances = await relancer.ExecuterAsync(await acteurCourant.LireAsync(), Exercice);
            return "Les relances partent, une par une ; le compte rendu dira la suite de chacune.";
        });
    }

    private async Task CloreAsync()
    {
        _retour = await operation.ExecuterAsync(
            async () => await clore.ExecuterAsync(await acteurCourant.LireAsync(), Exercice),
            $"L'exercice {Exercice} est clos."
        );
        await RechargerAsync();
    }
}
