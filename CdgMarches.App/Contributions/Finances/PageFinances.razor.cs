using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Contributions.Finances;

/// <summary>La remise des titres aux finances, ses fichiers, ses profils de colonnes.</summary>
public sealed partial class PageFinances(
    ExporterTitres exporter,
    ProduirePieces produirePieces,
    TenirProfils tenirProfils,
    ActeurCourant acteurCourant,
    Operation operation,
    HorlogeLegale horloge
)
{
    private Liste<RemiseAuxFinances>? _liste;
    private IReadOnlyList<ProfilDExport> _profils = [];
    private int? _exercice = horloge.Aujourdhui.Year;
    private Guid? _profil;
    private DateOnly? _du;
    private DateOnly? _au;
    private TitresARemettre _titres;
    private string? _type;
    private Guid? _campagne;
    private string? _bordereau;
    private DateOnly? _dateDeBordereau;
    private ChoixDeRemise _choix = new([], []);
    private bool _deja;
    private bool _gere;
    private bool _limite;
    private AvantExport? _avant;
    private Guid? _travail;
    private Retour? _retour;

    private IReadOnlyList<Option<Guid?>> Profils => [.. _profils.Select(p => new Option<Guid?>(p.Id.Valeur, p.Nom))];

    private static IReadOnlyList<Option<TitresARemettre>> Titres { get; } =
    [.. Enum.GetValues<TitresARemettre>().Select(t => new Option<TitresARemettre>(t, t.Libelle()))];

    private IReadOnlyList<Option<string>> Types => [.. _choix.Types.Select(t => new Option<string>(t.Code, t.Libelle))];

    private IReadOnlyList<Option<Guid?>> Campagnes =>
        [.. _choix.Campagnes.Select(c => new Option<Guid?>(c.Id.Valeur, c.Intitule))];

    private int Exercice => _exercice ?? horloge.Aujourdhui.Year;

    private DemandeDExport Demande =>
        new(
            Exercice,
            _profil is { } p ? new ProfilDExportId(p) : null,
            _du,
            _au,
            _deja,
            _titres,
            _type,
            _campagne is { } c ? new CampagneDAppelId(c) : null,
            string.IsNullOrWhiteSpace(_bordereau) ? null : _bordereau.Trim(),
            _dateDeBordereau
        );

    /// <summary>Ce qui a été vu, tant que les critères n'ont pas changé : on ne remet que cela.</summary>
    private AvantExport? Apercu => _avant is { } avant && avant.Demande == Demande ? avant : null;

    protected override async Task OnInitializedAsync()
    {
        var acteur = await acteurCourant.LireAsync();
        (_gere, _limite) = (acteur.Peut(Droits.PreparerContributions), AccesAuxGroupements.Limite(acteur) is not null);
        _profils = await tenirProfils.ListerAsync(acteur);
        _choix = await exporter.ChoixAsync(acteur, Exercice);
    }

    private async Task ChoisirExerciceAsync(int? exercice)
    {
        (_exercice, _type, _campagne) = (exercice, null, null);
        _choix = await exporter.ChoixAsync(await acteurCourant.LireAsync(), Exercice);
    }

    private async Task ApprecierAsync() => _avant = await exporter.ApprecierAsync(await acteurCourant.LireAsync(), Demande);

    private async Task RemettreAsync()
    {
        _retour = await operation.ExecuterAsync(
            async () => await exporter.ExecuterAsync(await acteurCourant.LireAsync(), Apercu!.Demande),
            "Le fichier est prêt : téléchargez-le dans les remises ci-dessous."
        );
        await ApprecierAsync();
        if (_liste is not null)
        {
            await _liste.RechargerAsync();
        }
    }

    private async Task PiecesAsync(Guid remise)
    {
        _travail = null;
        StateHasChanged();
        _retour = await operation.ExecuterAsync(
            async () => _travail = await produirePieces.ExecuterAsync(await acteurCourant.LireAsync(), remise),
            "Les pièces se préparent."
        );
    }

    private async Task<PageDe<RemiseAuxFinances>> RemisesAsync(Demande demande) =>
        await exporter.RemisesAsync(await acteurCourant.LireAsync(), demande);
}
