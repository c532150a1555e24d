using CdgMarches.App.Collectivites;
using CdgMarches.App.Contributions.Grilles;
using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Groupements;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Contributions.Refacturer;

/// <summary>Ouvre ou corrige une refacturation : ce qui la déclenche, comment et entre qui elle se partage.</summary>
public sealed partial class PageEditionDeRefacturation(
    TenirRefacturations tenir,
    CorrigerRefacturation corriger,
    LireGroupements lireGroupements,
    LireGrilles lireGrilles,
    LireOriginesDeFrais lireOrigines,
    ComparerSaisies comparer,
    ActeurCourant acteurCourant,
    Operation operation,
    HorlogeLegale horloge,
    NavigationManager navigation
)
{
    private static readonly IReadOnlyList<Option<Declencheur>> Declencheurs = Options<Declencheur>(d => d.Libelle());
    private static readonly IReadOnlyList<Option<CleDePartage>> Cles = Options<CleDePartage>(c => c.Libelle());
    private static readonly IReadOnlyList<Option<AssietteDePartage>> Assiettes = Options<AssietteDePartage>(a => a.Libelle());

    private IReadOnlyList<Option<GroupementId?>> _groupements = [];
    private IReadOnlyList<Option<Guid?>> _grilles = [];
    private IReadOnlyList<OrigineDeFrais> _origines = [];
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private Retour? _retour;
    private Conflit<SaisieDeRefacturation>? _conflit;
    private GroupementId? _groupement;
    private int? _exercice = horloge.Aujourdhui.Year;
    private SaisieDeRefacturation _saisie = new();
    private SaisieDeRefacturation? _depart;
    private FicheDeRefacturation? _lue;
    private int _cle;
    private bool _charge;

    [Parameter]
    public Guid? Id { get; set; }

    private string AdresseDeRetour =>
        Id is { } id ? AdressesDesContributions.Refacturation(new RefacturationId(id)) : AdressesDesContributions.Refacturations;

    private IReadOnlyList<Option<string>> OptionsDOrigine =>
        [new("", "Aucune en particulier"), .. _origines.Select(o => new Option<string>(o.Cle, o.Libelle))];

    protected override async Task OnInitializedAsync()
    {
        var acteur = await acteurCourant.LireAsync();
        var page = await lireGroupements.ExecuterAsync(acteur, new Demande(Taille: 200, Tri: "nom"));
        _groupements = [.. page.Elements.Select(g => new Option<GroupementId?>(g.Id, $"{g.Nom} ({g.Reference})"))];
        await ChoisirGroupementAsync(_groupements is [var seul] ? seul.Valeur : null);
        if (Id is { } id && await tenir.LireAsync(acteur, new RefacturationId(id)) is { } fiche)
        {
            (_lue, _exercice) = (fiche, fiche.Refacturation.Exercice);
            await ChoisirGroupementAsync(fiche.Refacturation.Groupement);
            (_saisie, _depart) = (Saisir(fiche), Saisir(fiche));
        }

        _charge = true;
    }

    private SaisieDeRefacturation Saisir(FicheDeRefacturation fiche) => SaisieDeRefacturation.De(fiche.Refacturation, _origines);

    /// <summary>Les procédures, les sessions et les grilles proposées sont celles du groupement choisi.</summary>
    private async Task ChoisirGroupementAsync(GroupementId? groupement)
    {
        _groupement = groupement;
        (_saisie.Origine, _saisie.Strates) = (null, null);
        if (groupement is not { } id)
        {
            (_origines, _grilles) = ([], []);
            return;
        }

        var acteur = await acteurCourant.LireAsync();
        _origines = await lireOrigines.ExecuterAsync(acteur, id);
        _grilles = [.. (await lireGrilles.StratesAsync(acteur, id)).Select(g => new Option<Guid?>(g.Lignee, g.Intitule))];
    }

    private void ChoisirOrigine(string cle) => _saisie.Choisir(_origines.FirstOrDefault(o => o.Cle == cle));

    private void Prendre(SaisieDeRefacturation saisie)
    {
        (_conflit, _saisie) = (null, saisie);
        _cle++;
    }

    /// <summary>Ma saisie, avec les champs choisis chez l'autre, part de sa version.</summary>
    private async Task GarderAsync(Conflit<SaisieDeRefacturation> conflit)
    {
        conflit.Mienne.Version = conflit.Sienne.Version;
        Prendre(conflit.Mienne);
        await EnregistrerAsync();
    }

    private async Task EnregistrerAsync()
    {
        (_conflit, _retour, _erreurs) = (null, null, []);
        if (_groupement is not { } groupement)
        {
            _erreurs = [new ErreurDeSaisie("groupement", "Choisissez le groupement dont les membres paient.")];
            return;
        }

        var id = _lue?.Refacturation.Id;
        var retour = await operation.ExecuterAsync(
            async () =>
            {
                var acteur = await acteurCourant.LireAsync();
                if (id is { } existante)
                {
                    await corriger.ModifierAsync(acteur, existante, _saisie.Version, _saisie.EnDefinition());
                }
                else
                {
                    id = await tenir.CreerAsync(acteur, groupement, _exercice ?? 0, _saisie.EnDefinition());
                }
            },
            "La refacturation est enregistrée."
        );
        if (retour.Reussi)
        {
            navigation.NavigateTo(AdressesDesContributions.Refacturation(id!.Value));
            return;
        }

        if (retour.Conflit && _lue is not null)
        {
            await ComparerAsync(id!.Value);
            return;
        }

        (_erreurs, _retour) = Saisies.Repartir(retour);
    }

    private async Task ComparerAsync(RefacturationId id)
    {
        var acteur = await acteurCourant.LireAsync();
        _conflit = await comparer.ExecuterAsync(
            acteur,
            _saisie,
            async () => await tenir.LireAsync(acteur, id) is { } fiche ? Saisir(fiche) : null,
            SaisieDeRefacturation.Champs(_grilles.ToDictionary(g => g.Valeur!.Value, g => g.Libelle)),
            nameof(Refacturation),
            id.Valeur,
            _depart
        );
        if (_conflit is null)
        {
            _retour = new Retour(
                false,
                "Cette refacturation a été supprimée pendant votre saisie. Rien n'est enregistré ; votre saisie reste à l'écran.",
                []
            );
        }
    }

    private static IReadOnlyList<Option<T>> Options<T>(Func<T, string> libelle)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new Option<T>(v, libelle(v)))];
}
