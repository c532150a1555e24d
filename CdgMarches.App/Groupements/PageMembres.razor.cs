using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Groupements;

/// <summary>La matrice des membres et de leurs prestations à la carte.</summary>
public sealed partial class PageMembres(LireMembres lire, ModifierChoix modifier, HorlogeLegale horloge) : PageDeGroupement
{
    private static readonly IReadOnlyList<Option<string>> Situations =
    [
        new(LireMembres.AVenir, "À venir"),
        new(LireMembres.Anciens, "Anciens membres"),
        new(LireMembres.Tous, "Tous"),
    ];

    private Liste<LigneDeMembre>? _liste;
    private SelectionDeListe _selection = SelectionDeListe.Aucune;
    private PrestationId? _prestation;
    private DateOnly? _du = horloge.Aujourdhui;
    private IReadOnlyList<AdmissionRefusee> _refuses = [];
    private Verdict? _peutChoisir;

    private IReadOnlyList<Option<string>> Prestations =>
        [.. Fiche!.PrestationsProposees.Select(p => new Option<string>(p.Id.Valeur.ToString(), p.Libelle))];

    private IReadOnlyList<Option<PrestationId?>> PrestationsAChoisir =>
        [.. Fiche!.PrestationsProposees.Select(p => new Option<PrestationId?>(p.Id, p.Libelle))];

    protected override Task ApresLectureAsync() => ExaminerAsync();

    private async Task ExaminerAsync() =>
        _peutChoisir =
            Fiche is { PeutGerer: true } && _du is { } du
                ? await modifier.ExaminerAsync(await ActeurCourant.LireAsync(), Groupement, du)
                : null;

    private async Task<PageDe<LigneDeMembre>> ChargerAsync(Demande demande) =>
        await lire.ExecuterAsync(await ActeurCourant.LireAsync(), Groupement, demande);

    private async Task FaireChoisirAsync()
    {
        _refuses = [];
        if (_prestation is not { } prestation || _du is not { } du)
        {
            Retour = Retour.Refus(
                "Choisissez la prestation et le jour à compter duquel les membres la prennent. Rien n'a été modifié."
            );
            return;
        }

        Retour = await Operation.ExecuterAsync(async () =>
        {
            var acteur = await ActeurCourant.LireAsync();
            var bilan = await modifier.ExecuterAsync(
                acteur,
                Groupement,
                _selection.Tous
                    ? await lire.TousAsync(acteur, Groupement, _liste!.Demande)
                    : [.. _selection.Cles.Select(c => new AdhesionId(Guid.Parse(c)))],
                prestation,
                du
            );
            _refuses = bilan.Refuses;
            return Dire(bilan);
        });
        _selection = SelectionDeListe.Aucune;
        await RechargerAsync();
        await _liste!.RechargerAsync();
    }

    private static string Dire(BilanDeChoix bilan) =>
        Formats.Compter(bilan.Faits, "membre a pris", "membres ont pris")
        + " la prestation"
        + (
            bilan.Refuses.Count == 0
                ? "."
                : $" ; {Formats.Compter(bilan.Refuses.Count, "autre est écarté", "autres sont écartés")}, voyez pourquoi."
        );
}
