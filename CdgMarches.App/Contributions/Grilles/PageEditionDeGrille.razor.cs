using CdgMarches.App.Collectivites;
using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Groupements;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Contributions.Grilles;

/// <summary>L'éditeur d'une grille : les axes se redessinent à chaque borne, les trous et recouvrements sont nommés.</summary>
public sealed partial class PageEditionDeGrille(
    LireGrilles lire,
    LireGroupements lireGroupements,
    ModifierGrille modifier,
    ComparerSaisies comparer,
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

    private static readonly IReadOnlyList<Option<PorteeDeGrille>> Portees = Options<PorteeDeGrille>(p => p.Libelle());
    private static readonly IReadOnlyList<Option<Declencheur>> Declencheurs = Options<Declencheur>(d => d.Libelle());
    private static readonly IReadOnlyList<Option<NatureDeLaDette>> Natures = Options<NatureDeLaDette>(n => n.Libelle());
    private static readonly IReadOnlyList<Option<MethodeDeProrata>> Methodes = Options<MethodeDeProrata>(m => m.Libelle());
    private static readonly IReadOnlyList<Option<DecompteDesAgents>> Decomptes = Options<DecompteDesAgents>(d => d.Libelle());
    private static readonly IReadOnlyList<Option<AnneeDesConsultations>> Annees = Options<AnneeDesConsultations>(a =>
        a.Libelle()
    );

    private IReadOnlyList<Option<GroupementId?>> _groupements = [];
    private SaisieDeGrille? _saisie;
    private SaisieDeGrille? _depart;
    private BrouillonAuto<SaisieDeGrille>? _brouillon;
    private Conflit<SaisieDeGrille>? _conflit;
    private int _cle;
    private bool _charge;
    private Retour? _retour;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];

    [Parameter]
    public Guid? Id { get; set; }

    private DefinitionDeGrille Definition => _saisie!.EnDefinition();

    protected override async Task OnParametersSetAsync()
    {
        var acteur = await acteurCourant.LireAsync();
        var page = await lireGroupements.ExecuterAsync(acteur, new Demande(Taille: 200, Tri: "nom"));
        _groupements = [.. page.Elements.Select(g => new Option<GroupementId?>(g.Id, $"{g.Nom} ({g.Reference})"))];
        if (Id is not { } id)
        {
            _saisie ??= new SaisieDeGrille();
        }
        else if (await lire.FicheAsync(acteur, new GrilleId(id)) is { } fiche)
        {
            (_saisie, _depart) = (
                SaisieDeGrille.De(fiche.Definition, fiche.Version),
                SaisieDeGrille.De(fiche.Definition, fiche.Version)
            );
        }

        _charge = true;
    }

    private void PartirDuModele()
    {
        _saisie = SaisieDeGrille.De(GrilleDuCdg62.Definition);
        _cle++;
    }

    private void Redessiner() => StateHasChanged();

    private string CleDuBrouillon => Id is { } id ? $"grille/{id}" : "grille/nouvelle";

    private void Reprendre(SaisieDeGrille brouillon) => Prendre(brouillon);

    private void PrendreLaSienne(Conflit<SaisieDeGrille> conflit)
    {
        _conflit = null;
        Prendre(conflit.Sienne);
    }

    private void Prendre(SaisieDeGrille saisie)
    {
        _saisie = saisie;
        _cle++;
    }

    /// <summary>Ma saisie, avec les champs choisis chez l'autre, part de sa version.</summary>
    private async Task GarderAsync(Conflit<SaisieDeGrille> conflit)
    {
        conflit.Mienne.Version = conflit.Sienne.Version;
        Prendre(conflit.Mienne);
        await EnregistrerAsync();
    }

    private async Task ComparerAsync()
    {
        var acteur = await acteurCourant.LireAsync();
        _conflit = await comparer.ExecuterAsync(
            acteur,
            _saisie!,
            async () =>
                await lire.FicheAsync(acteur, new GrilleId(Id!.Value)) is { } fiche
                    ? SaisieDeGrille.De(fiche.Definition, fiche.Version)
                    : null,
            ChampsDeGrille.Tous,
            nameof(Grille),
            Id!.Value,
            _depart
        );
    }

    private async Task EnregistrerAsync()
    {
        (_conflit, _retour, _erreurs) = (null, null, _saisie!.Illisibles());
        if (_erreurs.Count > 0)
        {
            return;
        }

        var definition = Definition;
        GrilleId? enregistree = Id is { } id ? new GrilleId(id) : null;
        var retour = await operation.ExecuterAsync(
            async () =>
            {
                var acteur = await acteurCourant.LireAsync();
                if (enregistree is { } grille)
                {
                    await modifier.ExecuterAsync(acteur, grille, _saisie!.Version, definition);
                }
                else
                {
                    enregistree = await modifier.CreerAsync(acteur, definition);
                }
            },
            "La grille est enregistrée."
        );
        if (retour.Reussi)
        {
            await _brouillon!.EffacerAsync();
            navigation.NavigateTo(AdressesDesContributions.Grille(enregistree!.Value));
            return;
        }

        if (retour.Conflit)
        {
            await ComparerAsync();
            return;
        }

        (_erreurs, _retour) = Saisies.Repartir(retour);
    }

    private static string? Euros(decimal? valeur) => valeur is { } v ? Formats.Euros(v).TrimEnd('€', Formats.Insecable) : null;

    private static CategorieDeCollectivite? Lire(object? valeur) =>
        Enum.TryParse<CategorieDeCollectivite>(valeur as string, out var categorie) ? categorie : null;

    private static IReadOnlyList<Option<T>> Options<T>(Func<T, string> libelle)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new Option<T>(v, libelle(v)))];
}
