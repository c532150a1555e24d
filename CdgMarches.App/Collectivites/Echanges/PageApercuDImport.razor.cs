using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Import;
using CdgMarches.Database.Collectivites;
using CdgMarches.Domain.Collectivites;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Collectivites.Echanges;

/// <summary>L'aperçu d'un import, puis son bilan ; il vit en base, la page se quitte et se retrouve.</summary>
public sealed partial class PageApercuDImport(
    LireImports lire,
    AppliquerImport appliquer,
    AnnulerImport annuler,
    ActeurCourant acteurCourant,
    Operation operation,
    HorlogeLegale horloge
)
{
    private static readonly IReadOnlyList<Lien> Fil =
    [
        new("Accueil", "/"),
        new("Collectivités", AdressesDesCollectivites.Liste),
        new("Importer", "/collectivites/import"),
    ];

    private static readonly IReadOnlyList<Option<string>> Etats =
    [
        .. Enum.GetValues<EtatDeLigne>().Select(e => new Option<string>(e.ToString(), Mots(e).Libelle)),
    ];

    private Confirmation _confirmation = null!;
    private Liste<LigneMontree>? _lignes;
    private ImportMontre? _import;
    private Avancement? _avancement;
    private Retour? _retour;
    private bool _charge;

    [Parameter]
    public Guid Id { get; set; }

    protected override Task OnParametersSetAsync() => ChargerAsync();

    private async Task ChargerAsync() =>
        (_import, _charge) = (await lire.ExecuterAsync(await acteurCourant.LireAsync(), new ImportDeCollectivitesId(Id)), true);

    private async Task<PageDe<LigneMontree>> LignesAsync(Demande demande) =>
        await lire.LignesAsync(await acteurCourant.LireAsync(), new ImportDeCollectivitesId(Id), demande);

    private Task AppliquerAsync(bool toutOuRien) =>
        AgirAsync(async suivi =>
        {
            var bilan = await appliquer.ExecuterAsync(
                await acteurCourant.LireAsync(),
                _import!.Id,
                _import.Version,
                toutOuRien,
                suivi
            );
            return $"L'import est fait : {Formats.Compter(bilan.Creees, "fiche créée", "fiches créées")}, {Formats.Compter(bilan.Modifiees, "fiche modifiée", "fiches modifiées")}, {Formats.Compter(bilan.Refusees, "ligne refusée", "lignes refusées")}.";
        });

    private Task AnnulerAsync() =>
        AgirAsync(async suivi =>
        {
            var bilan = await annuler.ExecuterAsync(await acteurCourant.LireAsync(), _import!.Id, _import.Version, suivi);
            return $"L'import est annulé : {Formats.Compter(bilan.Defaites, "fiche rendue", "fiches rendues")} à son état d'avant, {Formats.Compter(bilan.Gardees, "fiche laissée", "fiches laissées")} parce qu'elle a changé ou sert déjà.";
        });

    private async Task AgirAsync(Func<IProgress<Avancement>, Task<string>> geste)
    {
        var suivi = new Progress<Avancement>(a =>
        {
            _avancement = _avancement is null ? null : a;
            _ = InvokeAsync(StateHasChanged);
        });
        _avancement = new Avancement(0, Math.Max(1, _import!.LignesAEcrire));
        _retour = await operation.ExecuterAsync(() => geste(suivi));
        _avancement = null;
        await ChargerAsync();
        if (_lignes is not null)
        {
            await _lignes.RechargerAsync();
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

    private static string Sort(SortDeLigne sort) =>
        sort switch
        {
            SortDeLigne.EnAttente => "En attente",
            SortDeLigne.Ecrite => "Écrite",
            SortDeLigne.Inchangee => "Inchangée",
            SortDeLigne.Refusee => "Refusée",
            SortDeLigne.Defaite => "Défaite",
            SortDeLigne.Gardee => "Laissée",
        };
}
