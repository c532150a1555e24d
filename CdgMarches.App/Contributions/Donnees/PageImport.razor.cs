using CdgMarches.App.Contributions.Finances;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Import;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Contributions.Donnees;

/// <summary>Dépose un fichier, montre l'aperçu, puis l'applique : consultations, codes tiers, titres et paiements.</summary>
public sealed partial class PageImport(
    ImporterDonnees importer,
    TenirProfils profils,
    ActeurCourant acteurCourant,
    Operation operation,
    HorlogeLegale horloge
)
{
    private IImportDeContributions? _import;
    private IReadOnlyList<Option<Guid?>> _profils = [];
    private ApercuMontre? _apercu;
    private int? _annee;
    private Guid? _profil;
    private string? _refuse;
    private Retour? _retour;

    [Parameter]
    public string Nature { get; set; } = "";

    [SupplyParameterFromQuery(Name = "annee")]
    public string? AnneeDemandee { get; set; }

    private ParametresDImport Parametres => new(_annee ?? horloge.Aujourdhui.Year, _profil);

    protected override async Task OnParametersSetAsync()
    {
        _import = importer.De(Nature);
        _annee ??= int.TryParse(AnneeDemandee, out var annee) ? annee : horloge.Aujourdhui.Year;
        _profils =
        [
            .. (await profils.ListerAsync(await acteurCourant.LireAsync())).Select(p => new Option<Guid?>(p.Id.Valeur, p.Nom)),
        ];
        _profil ??= _profils.Count > 0 ? _profils[0].Valeur : null;
        await LireLesRefusAsync();
    }

    private async Task LireLesRefusAsync() =>
        _refuse = await importer.FichierRefuseAsync(await acteurCourant.LireAsync(), Nature);

    private async Task PreparerAsync(FichierRecu fichier)
    {
        (_retour, _apercu) = (null, null);
        var retour = await operation.ExecuterAsync(
            async () =>
            {
                await using var flux = File.OpenRead(fichier.Chemin);
                _apercu = await importer.PreparerAsync(await acteurCourant.LireAsync(), Nature, Parametres, flux, fichier.Nom);
            },
            "Le fichier est lu."
        );
        _retour = retour.Reussi ? null : retour;
        await LireLesRefusAsync();
    }

    private async Task AppliquerAsync(bool toutOuRien)
    {
        _retour = await operation.ExecuterAsync(async () =>
            await importer.AppliquerAsync(await acteurCourant.LireAsync(), Nature, Parametres, _apercu!.Piece, toutOuRien)
        );
        if (_retour.Reussi)
        {
            _apercu = null;
        }
    }

    private static (string Libelle, Ton Ton) Mots(EtatDeLigne etat) =>
        etat switch
        {
            EtatDeLigne.Nouvelle => ("Nouvelle", Ton.Positif),
            EtatDeLigne.Modifiee => ("Modifiée", Ton.Info),
            EtatDeLigne.Inchangee => ("Inchangée", Ton.Neutre),
            EtatDeLigne.Avertissement => ("Avertissement", Ton.Attention),
            EtatDeLigne.Erreur => ("Erreur", Ton.Alerte),
        };
}
