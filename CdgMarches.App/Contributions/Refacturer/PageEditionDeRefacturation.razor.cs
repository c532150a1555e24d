using CdgMarches.App.Collectivites;
using CdgMarches.App.Contributions.Grilles;
using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Contributions.Refacturer;

/// <summary>Ouvre ou corrige une refacturation : ce qui la déclenche, comment et entre qui elle se partage.</summary>
public sealed partial class PageEditionDeRefacturation(
    TenirRefacturations tenir,
    CorrigerRefacturation corriger,
    LireGroupements lireGroupements,
    LireGrilles lireGrilles,
    LireOriginesDeFrais lireOrigines,
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
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private Retour? _retour;
    private GroupementId? _groupement;
    private int? _exercice = horloge.Aujourdhui.Year;
    private string? _intitule;
    private string? _code;
    private string? _type;
    private Declencheur _declencheur = Declencheur.Consultation;
    private IReadOnlyList<OrigineDeFrais> _origines = [];
    private string _origine = "";
    private string? _occurrence;
    private CleDePartage _cle;
    private Guid? _strates;
    private AssietteDePartage _parmi;
    private bool _exempter;
    private string? _fondement;
    private decimal? _tva = 0;
    private string? _nature;
    private Refacturation? _lue;
    private string _nomDuGroupement = "";
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
        _grilles = [.. (await lireGrilles.AppelablesAsync(acteur)).Select(g => new Option<Guid?>(g.Lignee, g.Intitule))];
        if (Id is { } id && await tenir.LireAsync(acteur, new RefacturationId(id)) is { } fiche)
        {
            await ReprendreAsync(fiche);
        }

        _charge = true;
    }

    private async Task ReprendreAsync(FicheDeRefacturation fiche)
    {
        var r = fiche.Refacturation;
        (_lue, _nomDuGroupement, _exercice) = (r, fiche.NomDuGroupement, r.Exercice);
        await ChoisirGroupementAsync(r.Groupement);
        (_intitule, _occurrence, _fondement) = (r.Intitule, r.Occurrence, r.Fondement);
        (_code, _type, _declencheur) = (r.Type.Code, r.Type.Libelle, r.Type.Declencheur);
        (_cle, _parmi, _strates) = (r.Partage, r.Parmi, r.Strates);
        (_exempter, _tva, _nature) = (r.Exemptions.Count > 0, r.Tva.Pourcentage, r.Imputation.Nature);
        var cle = OrigineDeFrais.De(r.Procedure, r.Session);
        _origine = _origines.Any(o => o.Cle == cle) ? cle : "";
    }

    private async Task ChoisirGroupementAsync(GroupementId? groupement)
    {
        (_groupement, _origine) = (groupement, "");
        _origines = groupement is { } id ? await lireOrigines.ExecuterAsync(await acteurCourant.LireAsync(), id) : [];
    }

    private void ChoisirOrigine(string cle)
    {
        _origine = cle;
        if (Origine is { } origine)
        {
            (_occurrence, _declencheur) = (
                origine.Occurrence,
                origine.Session is null ? Declencheur.Consultation : Declencheur.Session
            );
        }
    }

    private OrigineDeFrais? Origine => _origines.FirstOrDefault(o => o.Cle == _origine);

    private async Task EnregistrerAsync()
    {
        if (_groupement is not { } groupement)
        {
            _erreurs = [new ErreurDeSaisie("groupement", "Choisissez le groupement dont les membres paient.")];
            return;
        }

        var id = _lue?.Id;
        var retour = await operation.ExecuterAsync(
            async () =>
            {
                var acteur = await acteurCourant.LireAsync();
                if (_lue is { } lue)
                {
                    await corriger.ModifierAsync(acteur, lue.Id, lue.Version, Definition);
                }
                else
                {
                    id = await tenir.CreerAsync(acteur, groupement, _exercice ?? 0, Definition);
                }
            },
            "La refacturation est enregistrée."
        );
        if (retour.Reussi)
        {
            navigation.NavigateTo(AdressesDesContributions.Refacturation(id!.Value));
            return;
        }

        (_erreurs, _retour) = Saisies.Repartir(retour);
    }

    private DefinitionDeRefacturation Definition
    {
        get
        {
            const string Texte = "type 2 : CCAS et caisses des écoles des communes adhérentes (convention constitutive)";
            return new DefinitionDeRefacturation
            {
                Intitule = _intitule ?? "",
                Occurrence = _occurrence ?? "",
                Type = new TypeDeFacturation(_code ?? "", _type ?? "", _declencheur, NatureDeLaDette.Frais),
                Procedure = Origine?.Procedure,
                Session = Origine?.Session,
                Partage = _cle,
                Parmi = _parmi,
                Strates = _strates,
                Fondement = _fondement ?? "",
                Tva = TauxTva.DePourcentage(Math.Clamp(decimal.Round(_tva ?? 0, 2), 0, 100)),
                Imputation = (_lue?.Imputation ?? Imputation.Vide) with
                {
                    Nature = string.IsNullOrWhiteSpace(_nature) ? null : _nature.Trim(),
                },
                Exemptions = _exempter
                    ?
                    [
                        new(CategorieDeCollectivite.Ccas, ConditionDExemption.CommuneMembre, Texte),
                        new(CategorieDeCollectivite.CaisseDesEcoles, ConditionDExemption.CommuneMembre, Texte),
                    ]
                    : [],
            };
        }
    }

    private static IReadOnlyList<Option<T>> Options<T>(Func<T, string> libelle)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new Option<T>(v, libelle(v)))];
}
