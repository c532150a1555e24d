using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Database.Recensements;
using CdgMarches.Domain.Recensements;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>L'import du classeur d'un membre : réception, aperçu, application, annulation. L'aperçu est dans l'adresse.</summary>
public sealed partial class PageImportDeClasseur(
    PreparerImport preparer,
    AppliquerImport appliquer,
    AnnulerImport annuler,
    HorlogeLegale horloge
)
{
    private CibleDImport? _cible;
    private ImportLu? _import;
    private ApercuDeBesoins _apercu = ApercuDeBesoins.DeJson(null);
    private IReadOnlyList<ImportLu> _derniers = [];
    private Confirmation? _annulation;
    private bool _cdg;

    private IReadOnlyList<Lien> Fil =>
        [
            _cdg ? new("Recensements", "/recensements") : new("Mes recensements", "/espace/recensements"),
            new(_cible!.Prestation, $"/recensements/reponses/{Id}"),
        ];

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

    private string? Raison =>
        RaisonDeTout(_import!, AEcrire == 0 && !_apercu.Neants.Any(n => n.Erreur is null) ? "Ce classeur ne change rien." : null);

    protected override string Adresse(Guid import) => $"/recensements/reponses/{Id}/import?import={import}";

    protected override async Task ChargerAsync()
    {
        var lecteur = await Acteur.LireAsync();
        var cible = await LireImports.CibleAsync(lecteur, new ReponseId(Id));
        Introuvable = cible is null;
        if (cible is null)
        {
            return;
        }

        _cdg = lecteur.Perimetre.EstCdg;
        var import = await ImportLuAsync(lecteur);
        // An import of another answer of the same member shows here too: the workbook may hold them all.
        _import = import?.Campagne == cible.Campagne && import.Collectivite == cible.Collectivite ? import : null;
        _apercu = _import?.Besoins ?? ApercuDeBesoins.DeJson(null);
        AEcrire = _apercu.Lignes.Count(l => l.AEcrire);
        _derniers = _import is null ? await LireImports.DuMembreAsync(lecteur, cible.Campagne, cible.Collectivite) : [];
        _cible = cible;
    }

    private Task RecevoirAsync(FichierRecu fichier) =>
        RecevoirAsync(
            fichier,
            (lecteur, contenu) => preparer.ExecuterAsync(lecteur, new ReponseId(Id), contenu, fichier.Nom),
            "Le classeur est lu : voici ce qu'il changerait."
        );

    private Task AppliquerAsync(ModeDImport mode) =>
        AgirAsync(async () =>
        {
            var resultat = await appliquer.ExecuterAsync(await Acteur.LireAsync(), _import!.Id, mode);
            return resultat.Applique ? resultat.Phrase : throw new RefusException(resultat.Phrase);
        });

    private Task AnnulerAsync() =>
        AgirAsync(async () => AnnulerImport.Phrase(await annuler.ExecuterAsync(await Acteur.LireAsync(), _import!.Id)));
}
