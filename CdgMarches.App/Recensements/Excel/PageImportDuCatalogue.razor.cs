using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Database.Recensements;
using CdgMarches.Domain.Recensements;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>Le catalogue d'une campagne, importé d'Excel ou d'un CSV.</summary>
public sealed partial class PageImportDuCatalogue(LireCatalogueAImporter lireCatalogue, ImportDeCatalogue importer)
{
    private CatalogueAImporter? _catalogue;
    private ImportLu? _import;
    private ApercuDeCatalogue _apercu = ApercuDeCatalogue.DeJson(null);

    private IReadOnlyList<Lien> Fil => [new("Recensements", "/recensements"), new(_catalogue!.Intitule, $"/recensements/{Id}")];

    private string? Raison => RaisonDeTout(_import!, AEcrire == 0 ? "Ce fichier ne change rien au catalogue." : null);

    protected override string Adresse(Guid import) => $"/recensements/{Id}/catalogue/import?import={import}";

    protected override async Task ChargerAsync()
    {
        var lecteur = await Acteur.LireAsync();
        var catalogue = await lireCatalogue.ExecuterAsync(lecteur, new CampagneId(Id));
        Introuvable = catalogue is null;
        if (catalogue is null)
        {
            return;
        }

        var import = await ImportLuAsync(lecteur);
        _import = import is { Nature: NatureDImport.Catalogue } && import.Campagne.Valeur == Id ? import : null;
        _apercu = ApercuDeCatalogue.DeJson(_import?.Contenu);
        AEcrire = _apercu.Lignes.Count(l => l.Changement is not null);
        _catalogue = catalogue;
    }

    private Task RecevoirAsync(FichierRecu fichier) =>
        RecevoirAsync(
            fichier,
            (lecteur, contenu) => importer.PreparerAsync(lecteur, new CampagneId(Id), contenu, fichier.Nom),
            "Le fichier est lu : voici ce qu'il changerait."
        );

    private Task AppliquerAsync(ModeDImport mode) =>
        AgirAsync(async () => Phrase(await importer.AppliquerAsync(await Acteur.LireAsync(), _import!.Id, mode)));

    private static string Phrase(CataloguePublie publie) =>
        publie.ReponsesARevoir == 0
            ? "Le catalogue est à jour."
            : $"Le catalogue est à jour, version {publie.Version} : {Formats.Compter(publie.ReponsesARevoir, "réponse")} à revoir, {Formats.Compter(publie.MembresPrevenus, "membre prévenu", "membres prévenus")}.";
}
