using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Database.Recensements;
using CdgMarches.Domain.Recensements;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>Le catalogue d'une campagne, importé d'Excel ou d'un CSV.</summary>
public sealed partial class PageImportDuCatalogue(
    LireCatalogueAImporter lireCatalogue,
    LireImports lireImports,
    ImportDeCatalogue importer,
    ActeurCourant acteur,
    Operation operation,
    NavigationManager navigation
)
{
    private const long TailleMax = 10 * 1024 * 1024;
    private CatalogueAImporter? _catalogue;
    private ImportLu? _import;
    private ApercuDeCatalogue _apercu = ApercuDeCatalogue.DeJson(null);
    private Retour? _retour;
    private Guid? _retourDe;
    private bool _introuvable;
    private int _aEcrire;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "import")]
    public Guid? Import { get; set; }

    private IReadOnlyList<Lien> Fil => [new("Recensements", "/recensements"), new(_catalogue!.Intitule, $"/recensements/{Id}")];

    private string? RaisonDeTout =>
        _import!.Erreurs > 0
            ? $"{Formats.Compter(_import.Erreurs, "ligne est", "lignes sont")} en erreur : tout ou rien n'est possible que sans erreur."
        : _aEcrire == 0 ? "Ce fichier ne change rien au catalogue."
        : null;

    protected override Task OnParametersSetAsync() => ChargerAsync();

    private async Task ChargerAsync()
    {
        var lecteur = await acteur.LireAsync();
        var catalogue = await lireCatalogue.ExecuterAsync(lecteur, new CampagneId(Id));
        _introuvable = catalogue is null;
        if (catalogue is null)
        {
            return;
        }

        if (_retourDe != Import)
        {
            _retour = null;
        }

        var import = Import is { } id ? await lireImports.UnAsync(lecteur, id) : null;
        _import = import is { Nature: NatureDImport.Catalogue } && import.Campagne.Valeur == Id ? import : null;
        _apercu = ApercuDeCatalogue.DeJson(_import?.Contenu);
        _aEcrire = _apercu.Lignes.Count(l => l.Changement is not null);
        _catalogue = catalogue;
    }

    private async Task RecevoirAsync(FichierRecu fichier)
    {
        Guid? prepare = null;
        _retour = await operation.ExecuterAsync(async () =>
        {
            await using var contenu = File.OpenRead(fichier.Chemin);
            prepare = await importer.PreparerAsync(await acteur.LireAsync(), new CampagneId(Id), contenu, fichier.Nom);
            return "Le fichier est lu : voici ce qu'il changerait.";
        });
        _retourDe = prepare ?? Import;
        if (prepare is { } id)
        {
            navigation.NavigateTo($"/recensements/{Id}/catalogue/import?import={id}");
        }
    }

    private Task AppliquerAsync(ModeDImport mode) =>
        AgirAsync(async () => Phrase(await importer.AppliquerAsync(await acteur.LireAsync(), _import!.Id, mode)));

    private async Task AgirAsync(Func<Task<string>> geste)
    {
        (_retour, _retourDe) = (await operation.ExecuterAsync(geste), Import);
        await ChargerAsync();
    }

    private static string Phrase(CataloguePublie publie) =>
        publie.ReponsesARevoir == 0
            ? "Le catalogue est à jour."
            : $"Le catalogue est à jour, version {publie.Version} : {Formats.Compter(publie.ReponsesARevoir, "réponse")} à revoir, {Formats.Compter(publie.MembresPrevenus, "membre prévenu", "membres prévenus")}.";
}
