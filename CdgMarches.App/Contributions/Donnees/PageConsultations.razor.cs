using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Contributions.Donnees;

/// <summary>Les consultations déclarées d'une année, à la main ou par import.</summary>
public sealed partial class PageConsultations(
    DeclarerConsultations declarer,
    ActeurCourant acteurCourant,
    Operation operation,
    HorlogeLegale horloge
)
{
    private static readonly IReadOnlyList<Option<string>> Etats =
    [
        new("manquantes", "Manquantes"),
        new("declarees", "Déclarées"),
        new("confirmees", "Confirmées"),
    ];

    private Liste<LigneDeConsultations>? _liste;
    private Confirmation? _dialogue;
    private LigneDeConsultations? _ligne;
    private int? _reelles;
    private int? _estimees;
    private bool _gere;
    private bool _refuse;
    private Retour? _retour;

    [SupplyParameterFromQuery(Name = "annee")]
    public string? AnneeDemandee { get; set; }

    private int Annee =>
        int.TryParse(AnneeDemandee, out var annee) && annee is >= 2000 and <= 2100 ? annee : horloge.Aujourdhui.Year;

    protected override async Task OnInitializedAsync()
    {
        var acteur = await acteurCourant.LireAsync();
        _refuse = AccesAuxGroupements.Limite(acteur) is not null;
        _gere = acteur.Peut(Droits.PreparerContributions) && !_refuse;
    }

    private async Task<PageDe<LigneDeConsultations>> LireAsync(Demande demande) =>
        await declarer.LireAsync(await acteurCourant.LireAsync(), Annee, demande);

    private Task OuvrirAsync(LigneDeConsultations ligne)
    {
        (_ligne, _reelles, _estimees) = (ligne, ligne.Reelles, ligne.Estimees);
        return _dialogue!.OuvrirAsync();
    }

    private async Task EnregistrerAsync()
    {
        _retour = await operation.ExecuterAsync(
            async () =>
                await declarer.ExecuterAsync(await acteurCourant.LireAsync(), _ligne!.Collectivite, Annee, _reelles, _estimees),
            $"Les consultations {Annee} {GrammaireDuNom.De(_ligne!.Nom)} sont enregistrées."
        );
        if (_retour.Reussi)
        {
            await _liste!.RechargerAsync();
        }
    }

    private static string Nombre(int? nombre) => nombre is { } n ? Formats.Nombre((long)n) : Formats.Absent;
}
