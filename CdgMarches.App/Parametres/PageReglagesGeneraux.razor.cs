using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Noyau.Calendrier;

namespace CdgMarches.App.Parametres;

/// <summary>Les réglages généraux tels qu'ils sont saisis.</summary>
public sealed class SaisieDesReglages(IReadOnlyDictionary<string, string> valeurs)
{
    private readonly Dictionary<string, string> _valeurs = valeurs.ToDictionary();

    public IReadOnlyDictionary<string, string> Valeurs => _valeurs;

    public string this[string cle]
    {
        get => _valeurs[cle];
        set => _valeurs[cle] = value;
    }
}

/// <summary>Le nom, les coordonnées, le calendrier et les textes de travail du CDG.</summary>
public sealed partial class PageReglagesGeneraux(
    LireReglages lire,
    ModifierReglages modifier,
    ComparerSaisies comparer,
    ActeurCourant acteur,
    Operation operation
)
{
    private static readonly Lien[] Fil = [.. OngletsDesReglages.Fil, new("Réglages", "/administration/reglages")];

    private static readonly Option<string>[] Zones =
    [
        .. Enum.GetValues<ZoneDeJoursFeries>().Select(z => new Option<string>(z.ToString(), z.Libelle())),
    ];

    private static readonly ChampCompare<SaisieDesReglages>[] Champs =
    [
        .. ClesDeReglage.Toutes.Select(c => new ChampCompare<SaisieDesReglages>(
            ClesDeReglage.Libelle(c),
            s => s[c],
            (vers, de) => vers[c] = de[c]
        )),
    ];

    private IReadOnlyDictionary<string, string>? _lus;
    private SaisieDesReglages _saisie = null!;
    private Conflit<SaisieDesReglages>? _conflit;
    private Retour? _retour;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];

    protected override async Task OnInitializedAsync() => Reprendre(await RelireAsync());

    private async Task<SaisieDesReglages?> RelireAsync() => new(await lire.GenerauxAsync(await acteur.LireAsync()));

    private void Reprendre(SaisieDesReglages? lue)
    {
        _lus = lue!.Valeurs.ToDictionary();
        _saisie = lue;
    }

    private async Task EnregistrerAsync()
    {
        _retour = await operation.ExecuterAsync(
            async () => await modifier.ExecuterAsync(await acteur.LireAsync(), _lus!, _saisie.Valeurs),
            "Les réglages sont enregistrés."
        );
        _conflit = _retour.Conflit ? await ComparerAsync() : null;
        _erreurs = [];
        if (_retour is { Reussi: false, Conflit: false })
        {
            (_erreurs, _retour) = Saisies.Repartir(_retour);
        }
        else if (_retour.Reussi)
        {
            Reprendre(await RelireAsync());
        }
    }

    private async Task<Conflit<SaisieDesReglages>?> ComparerAsync() =>
        await comparer.ExecuterAsync(
            await acteur.LireAsync(),
            _saisie,
            RelireAsync,
            Champs,
            Parametrage.ObjetType,
            Parametrage.ObjetId,
            depart: new SaisieDesReglages(_lus!)
        );

    private Task GarderAsync(Conflit<SaisieDesReglages> conflit)
    {
        _lus = conflit.Sienne.Valeurs;
        return EnregistrerAsync();
    }

    private void Prendre(Conflit<SaisieDesReglages> conflit)
    {
        Reprendre(conflit.Sienne);
        (_conflit, _retour) = (null, null);
    }
}
