using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Database.Recensements;
using CdgMarches.Domain.Recensements;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>L'import du classeur d'un membre : réception, aperçu, application, annulation. L'aperçu est dans l'adresse.</summary>
public sealed partial class PageImportDeClasseur(
    LireImports lire,
    PreparerImport preparer,
    AppliquerImport appliquer,
    AnnulerImport annuler,
    HorlogeLegale horloge,
    ActeurCourant acteur,
    Operation operation,
    NavigationManager navigation
)
{
    private const long TailleMax = 10 * 1024 * 1024;
    private CibleDImport? _cible;
    private ImportLu? _import;
    private ApercuDeBesoins _apercu = ApercuDeBesoins.DeJson(null);
    private IReadOnlyList<ImportLu> _derniers = [];
    private Retour? _retour;
    private Guid? _retourDe;
    private bool _introuvable;
    private int _aEcrire;
    private Confirmation? _annulation;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "import")]
    public Guid? Import { get; set; }

    private IReadOnlyList<Lien> Fil =>
        [new("Recensements", "/recensements"), new(_cible!.Prestation, $"/recensements/reponses/{Id}")];

    private string TitreDeLImport =>
        _import!.Etat switch
        {
            EtapeDImport.Applique =>
                $"Importé le {Formats.Instant(_import.AppliqueLe!.Value, horloge.Fuseau)} par {_import.AppliquePar}",
            EtapeDImport.Annule => $"Import annulé le {Formats.Instant(_import.AnnuleLe!.Value, horloge.Fuseau)}",
            EtapeDImport.Refuse => "Fichier refusé",
            _ => "Aperçu : rien n'est encore écrit",
        };

    private IReadOnlyList<LigneMontree> Lignes =>
        [.. _apercu.Neants.Select(LigneMontree.De), .. _apercu.Lignes.Select(LigneMontree.De)];

    private string? RaisonDeTout =>
        _import!.Erreurs > 0
            ? $"{Formats.Compter(_import.Erreurs, "ligne est", "lignes sont")} en erreur : tout ou rien n'est possible que sans erreur."
        : _aEcrire == 0 && !_apercu.Neants.Any(n => n.Erreur is null) ? "Ce classeur ne change rien."
        : null;

    protected override Task OnParametersSetAsync() => ChargerAsync();

    private string Adresse(Guid import) => $"/recensements/reponses/{Id}/import?import={import}";

    private async Task ChargerAsync()
    {
        var lecteur = await acteur.LireAsync();
        var cible = await lire.CibleAsync(lecteur, new ReponseId(Id));
        _introuvable = cible is null;
        if (cible is null)
        {
            return;
        }

        if (_retourDe != Import)
        {
            _retour = null;
        }

        var import = Import is { } id ? await lire.UnAsync(lecteur, id) : null;
        // An import of another answer of the same member shows here too: the workbook may hold them all.
        _import = import?.Campagne == cible.Campagne && import.Collectivite == cible.Collectivite ? import : null;
        _apercu = _import?.Besoins ?? ApercuDeBesoins.DeJson(null);
        _aEcrire = _apercu.Lignes.Count(l => l.AEcrire);
        _derniers = _import is null ? await lire.DuMembreAsync(lecteur, cible.Campagne, cible.Collectivite) : [];
        _cible = cible;
    }

    private async Task RecevoirAsync(FichierRecu fichier)
    {
        Guid? prepare = null;
        _retour = await operation.ExecuterAsync(async () =>
        {
            await using var contenu = File.OpenRead(fichier.Chemin);
            prepare = await preparer.ExecuterAsync(await acteur.LireAsync(), new ReponseId(Id), contenu, fichier.Nom);
            return "Le classeur est lu : voici ce qu'il changerait.";
        });
        _retourDe = prepare ?? Import;
        if (prepare is { } id)
        {
            navigation.NavigateTo(Adresse(id));
        }
    }

    private Task AppliquerAsync(ModeDImport mode) =>
        AgirAsync(async () =>
        {
            var resultat = await appliquer.ExecuterAsync(await acteur.LireAsync(), _import!.Id, mode);
            return resultat.Applique ? resultat.Phrase : throw new RefusException(resultat.Phrase);
        });

    private Task AnnulerAsync() =>
        AgirAsync(async () =>
        {
            var (retablies, gardees) = await annuler.ExecuterAsync(await acteur.LireAsync(), _import!.Id);
            return $"L'import est annulé : {Formats.Compter(retablies, "ligne rétablie", "lignes rétablies")}{(gardees > 0 ? $", {Formats.Compter(gardees, "ligne gardée", "lignes gardées")} car changées depuis" : "")}.";
        });

    private async Task AgirAsync(Func<Task<string>> geste)
    {
        (_retour, _retourDe) = (await operation.ExecuterAsync(geste), Import);
        await ChargerAsync();
    }
}
