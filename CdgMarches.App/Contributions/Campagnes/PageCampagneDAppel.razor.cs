using CdgMarches.App.Contributions.Calcul;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Contributions.Campagnes;

/// <summary>Une campagne d'appel en cinq étapes, chacune à son adresse.</summary>
public sealed partial class PageCampagneDAppel(
    LireCampagnesDAppel lire,
    Simuler simuler,
    ApprecierEmission apprecier,
    PreparerCampagneDAppel preparer,
    ValiderCampagneDAppel valider,
    EmettreAppels emettre,
    ActeurCourant acteurCourant,
    Operation operation,
    NavigationManager navigation
)
{
    internal static readonly IReadOnlyList<Lien> Etapes =
    [
        new("Périmètre", "perimetre"),
        new("Données", "donnees"),
        new("Simulation", "simulation"),
        new("Validation", "validation"),
        new("Émission", "emission"),
    ];

    private FicheDeCampagneDAppel? _fiche;
    private Simulation? _simulation;
    private Verdict _peutEmettre = Verdict.Favorable;
    private Acteur? _acteur;
    private Guid? _lu;
    private bool _charge;
    private bool _enCours;
    private int _emis;
    private Retour? _retour;

    [Parameter]
    public Guid Id { get; set; }

    [Parameter]
    public string? Etape { get; set; }

    private CampagneDAppelId Campagne => new(Id);

    private string EtapeCourante => Etape ?? "perimetre";

    protected override async Task OnParametersSetAsync()
    {
        if (_lu != Id)
        {
            (_lu, _charge) = (Id, false);
            await RechargerAsync();
        }
    }

    private async Task RechargerAsync()
    {
        _acteur = await acteurCourant.LireAsync();
        _fiche = await lire.FicheAsync(_acteur, Campagne);
        if (_fiche is not null)
        {
            _simulation = await simuler.ExecuterAsync(_acteur, Campagne);
            _peutEmettre = await apprecier.ExecuterAsync(_acteur, Campagne, _simulation);
        }

        _charge = true;
    }

    private Task DaterAsync(DateOnly jour) =>
        AgirAsync(a => preparer.DaterAsync(a, Campagne, _fiche!.Version, jour), "La date des appels est changée.");

    private async Task AbandonnerAsync()
    {
        await AgirAsync(a => preparer.AbandonnerAsync(a, Campagne, _fiche!.Version), "La préparation est abandonnée.");
        if (_fiche is null)
        {
            navigation.NavigateTo(AdressesDesContributions.Accueil);
        }
    }

    private Task ConfirmerAsync((Guid Source, string? Motif) cas) =>
        AgirAsync(
            a => preparer.ConfirmerAsync(a, Campagne, _fiche!.Version, cas.Source, cas.Motif),
            "La lecture du cas limite est confirmée, et la confirmation gardée."
        );

    private Task ExonererAsync((Guid Source, string? Motif, DateOnly Le) exoneration) =>
        AgirAsync(
            a => preparer.ExonererAsync(a, Campagne, _fiche!.Version, exoneration.Source, exoneration.Motif, exoneration.Le),
            exoneration.Motif is null ? "L'exonération est retirée." : "L'exonération est notée."
        );

    private Task ProposerAsync() =>
        AgirAsync(
            a => valider.ProposerAsync(a, Campagne, _fiche!.Version),
            "La simulation est proposée : une seconde personne des finances peut la valider."
        );

    private Task ValiderAsync() =>
        AgirAsync(a => valider.ValiderAsync(a, Campagne, _fiche!.Version), "L'appel est validé : il peut être émis.");

    private Task RenvoyerAsync(string? motif) =>
        AgirAsync(
            a => valider.RenvoyerAsync(a, Campagne, _fiche!.Version, motif),
            "La simulation est renvoyée à la préparation."
        );

    private async Task EmettreAsync()
    {
        (_enCours, _emis, _retour) = (true, 0, null);
        StateHasChanged();
        var avancement = new Progress<int>(n =>
        {
            _emis = n;
            _ = InvokeAsync(StateHasChanged);
        });
        _retour = await operation.ExecuterAsync(async () =>
            (await emettre.ExecuterAsync(await acteurCourant.LireAsync(), Campagne, avancement)).Phrase
        );
        _enCours = false;
        await RechargerAsync();
    }

    private async Task AgirAsync(Func<Acteur, Task> casDUsage, string succes)
    {
        _retour = await operation.ExecuterAsync(async () => await casDUsage(await acteurCourant.LireAsync()), succes);
        await RechargerAsync();
    }
}
