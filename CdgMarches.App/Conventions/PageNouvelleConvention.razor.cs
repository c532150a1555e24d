using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Conventions;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Conventions;

/// <summary>Ce que l'assistant saisit, et que le brouillon garde.</summary>
public sealed class SaisieDeConvention
{
    public SuggestionDeCollectivite? Collectivite { get; set; }

    public SaisieDeRegles Regles { get; set; } = SaisieDeRegles.De(ReglesDAcces.Usuelles);

    public SaisieDActes Actes { get; set; } = new();
}

/// <summary>L'assistant d'ouverture d'une convention : collectivité, durée et délais, actes connus, récapitulatif.</summary>
public sealed partial class PageNouvelleConvention(
    PreparerConventions preparer,
    LireReglesUsuelles lireUsuelles,
    ActeurCourant acteurCourant,
    Operation operation,
    NavigationManager navigation
)
{
    private static readonly IReadOnlyList<Lien> Fil = [new("Accueil", "/"), new("Conventions", AdressesDesConventions.Liste)];

    private static readonly string[] Etapes =
    [
        "La collectivité",
        "La durée et les délais",
        "Les actes déjà connus",
        "Le récapitulatif",
    ];

    private BrouillonAuto<SaisieDeConvention>? _brouillon;
    private SaisieDeConvention _saisie = new();
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private Retour? _retour;
    private int _etape = 1;
    private int _cle;
    private bool _charge;

    private IReadOnlyList<string> Manquants => _saisie.Actes.Lire().Manquants;

    /// <summary>Les règles usuelles viennent de l'application : le brouillon ne compte que ce que l'agent y change ensuite.</summary>
    protected override async Task OnInitializedAsync()
    {
        _saisie.Regles = SaisieDeRegles.De(await lireUsuelles.ExecuterAsync(await acteurCourant.LireAsync()));
        _charge = true;
    }

    private void ReprendreAsync(SaisieDeConvention reprise)
    {
        _saisie = reprise;
        _cle++;
    }

    private void Reculer()
    {
        (_etape, _erreurs, _retour) = (_etape - 1, [], null);
        _cle++;
    }

    private async Task AvancerAsync()
    {
        _retour = null;
        _erreurs = _etape switch
        {
            1 when _saisie.Collectivite is null =>
            [
                new ErreurDeSaisie("collectivite", "Choisissez la collectivité qui demande l'accès."),
            ],
            2 => _saisie.Regles.Manques(),
            _ => [],
        };
        if (_erreurs.Count > 0)
        {
            return;
        }

        if (_etape < Etapes.Length)
        {
            // What would refuse the opening is said as soon as it is known, not after everything has been typed.
            var verdict = await operation.ExecuterAsync(
                async () =>
                    (
                        await preparer.PeutOuvrirAsync(
                            await acteurCourant.LireAsync(),
                            _saisie.Collectivite!.Id,
                            _saisie.Regles.Lire(),
                            _etape >= 3 ? _saisie.Actes.Lire() : null
                        )
                    ).Exiger(_saisie.Actes.Motif),
                ""
            );
            if (!verdict.Reussi)
            {
                // Before the acts, what refuses is a rule of the whole convention: it is read with its article.
                (_erreurs, _retour) = _etape >= 3 ? Saisies.Repartir(verdict) : ([], verdict);
                return;
            }

            _etape++;
            _cle++;
            return;
        }

        await OuvrirAsync();
    }

    private async Task OuvrirAsync()
    {
        ConventionDAccesId? ouverte = null;
        var retour = await operation.ExecuterAsync(
            async () =>
                ouverte = await preparer.ExecuterAsync(
                    await acteurCourant.LireAsync(),
                    _saisie.Collectivite!.Id,
                    _saisie.Regles.Lire(),
                    _saisie.Actes.Lire(),
                    _saisie.Actes.Motif
                ),
            succes: "La convention est ouverte."
        );
        if (ouverte is { } convention)
        {
            await _brouillon!.EffacerAsync();
            navigation.NavigateTo(AdressesDesConventions.Fiche(convention));
            return;
        }

        _retour = retour;
    }
}
