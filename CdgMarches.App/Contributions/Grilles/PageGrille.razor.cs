using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Contributions.Grilles;

/// <summary>Une version de grille : ses axes dessinés, ses montants, ses lectures, son adoption.</summary>
public sealed partial class PageGrille(
    LireGrilles lire,
    ModifierGrille modifier,
    AdopterGrille adopter,
    ArreterGrille arreter,
    ActeurCourant acteurCourant,
    Operation operation,
    NavigationManager navigation
)
{
    private static readonly IReadOnlyList<Lien> Fil =
    [
        .. AdressesDesContributions.Fil,
        new("Grilles", AdressesDesContributions.Grilles),
    ];

    private FicheDeGrille? _fiche;
    private bool _charge;
    private Guid? _lu;
    private Retour? _retour;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private string? _deliberation;
    private DateOnly? _delibereeLe;
    private DateOnly? _debut;
    private Confirmation? _annulation;
    private Confirmation? _suppression;
    private IReadOnlyList<ErreurDeSaisie> _erreursDeFin = [];
    private string? _deliberationDeFin;
    private DateOnly? _finDelibereeLe;
    private DateOnly? _dernierJour;
    private string? _motif;

    [Parameter]
    public Guid Id { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_lu != Id)
        {
            (_lu, _charge) = (Id, false);
            await RechargerAsync();
        }
    }

    private async Task RechargerAsync() =>
        (_fiche, _charge) = (await lire.FicheAsync(await acteurCourant.LireAsync(), new GrilleId(Id)), true);

    private async Task AdopterAsync() =>
        _erreurs = await AgirAsync(
            a => adopter.ExecuterAsync(a, _fiche!.Id, _fiche.Version, _deliberation, _delibereeLe, _debut),
            "La grille est adoptée. Notez les conventions auxquelles elle s'applique, par avenant ou notification."
        );

    private async Task MettreFinAsync() =>
        _erreursDeFin = await AgirAsync(
            a => arreter.MettreFinAsync(a, _fiche!.Id, _fiche.Version, _dernierJour, _deliberationDeFin, _finDelibereeLe),
            "La grille a son dernier jour : aucun exercice ne s'appellera après lui."
        );

    private async Task AnnulerLAdoptionAsync() =>
        _ = await AgirAsync(
            a => arreter.AnnulerLAdoptionAsync(a, _fiche!.Id, _fiche.Version, _motif),
            "L'adoption est annulée : la grille est de nouveau un brouillon."
        );

    private async Task SupprimerAsync()
    {
        _ = await AgirAsync(a => arreter.SupprimerAsync(a, _fiche!.Id, _fiche.Version), "Le brouillon est supprimé.");
        if (_fiche is null)
        {
            navigation.NavigateTo(AdressesDesContributions.Grilles);
        }
    }

    private async Task<IReadOnlyList<ErreurDeSaisie>> AgirAsync(Func<Acteur, Task> geste, string succes)
    {
        var retour = await operation.ExecuterAsync(async () => await geste(await acteurCourant.LireAsync()), succes);
        (var erreurs, _retour) = Saisies.Repartir(retour);
        if (retour.Reussi)
        {
            _retour = retour;
            await RechargerAsync();
        }

        return erreurs;
    }

    private async Task NouvelleVersionAsync()
    {
        GrilleId? nouvelle = null;
        _retour = await operation.ExecuterAsync(
            async () => nouvelle = await modifier.NouvelleVersionAsync(await acteurCourant.LireAsync(), _fiche!.Id),
            "La nouvelle version est ouverte."
        );
        if (nouvelle is { } id)
        {
            navigation.NavigateTo(AdressesDesContributions.Grille(id, "modifier"));
        }
    }

    private static string SousTitre(FicheDeGrille fiche) =>
        $"Version {fiche.Numero}"
        + (fiche.Debut is { } debut ? $" · vaut à compter du {Formats.DateLongue(debut)}" : "")
        + (fiche.Fin is { } fin ? $" jusqu'au {Formats.DateLongue(fin)}" : "")
        + (fiche.Deliberation is { } deliberation ? $" · {deliberation}" : "");

    private static string Tranche(DefinitionDeGrille definition, LectureDeCasLimite cas) =>
        definition.Tranches.FirstOrDefault(t => t.Axe == cas.Axe && t.Numero == cas.Tranche) is { } tranche
            ? $"{tranche.Numero} — {tranche.EnClair}"
            : Formats.Absent;

    private static string Imputation(Imputation imputation) =>
        string.Join(
            " · ",
            new[]
            {
                imputation.Nature is { } n ? $"nature {n}" : null,
                imputation.Fonction is { } f ? $"fonction {f}" : null,
                imputation.Service is { } s ? $"service {s}" : null,
            }.OfType<string>()
        )
            is { Length: > 0 } texte
            ? texte
            : "à choisir avec le comptable";
}
