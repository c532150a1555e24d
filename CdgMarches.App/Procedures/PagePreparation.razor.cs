using CdgMarches.App.Collectivites;
using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Recensements;

namespace CdgMarches.App.Procedures;

/// <summary>La préparation : besoins gelés, procédure choisie, note aux membres, exclusions.</summary>
public sealed partial class PagePreparation(PrendreLesBesoins prendre, EnvoyerLaNote envoyer, ExclureMembre exclure)
{
    private static readonly IReadOnlyList<Option<FormeDeProcedure?>> Formes =
    [
        .. Enum.GetValues<FormeDeProcedure>().Select(f => new Option<FormeDeProcedure?>(f, f.Libelle())),
    ];

    private static readonly IReadOnlyList<Option<FormeDeContrat>> Contrats =
    [
        .. Enum.GetValues<FormeDeContrat>().Select(f => new Option<FormeDeContrat>(f, f.Libelle())),
    ];

    private ConsolidationId? _gel;
    private PrestationId? _prestation;
    private FormeDeProcedure? _forme;
    private FormeDeContrat _contrat;
    private int? _duree;
    private decimal? _complements;
    private string? _justification;
    private string? _justificationDuree;
    private string? _nonAllotissement;
    private string? _urgence;
    private bool _electronique = true;
    private bool _preinformation;
    private bool _horsProfil;
    private string? _note;
    private DateOnly? _reponseAvant;
    private EnvoiDeMasse? _envoiDeLaNote;
    private SuggestionDeCollectivite? _exclu;
    private string? _motif;

    private bool EnPreparation => Conduite is { Procedure.Etat: EtatDeProcedure.EnPreparation };

    private IReadOnlyList<Option<ConsolidationId?>> Gels =>
        [
            .. Conduite!.Gels.Select(g => new Option<ConsolidationId?>(
                g.Id,
                $"{g.Campagne} {g.Exercice}, version {g.Numero} du {Formats.DateCourte(Horloge.Jour(g.GeleeLe))}"
            )),
        ];

    private IReadOnlyList<Option<PrestationId?>> Prestations =>
        [.. Fiche!.Prestations.Select(p => new Option<PrestationId?>(p.Id, p.Libelle))];

    protected override async Task ApresLectureAsync()
    {
        await base.ApresLectureAsync();
        if (Conduite is { Procedure: var p })
        {
            (_forme, _contrat, _duree, _complements) = (p.Forme, p.Contrat, p.DureeEnMois, p.Complements.Euros);
            (_justification, _justificationDuree) = (p.JustificationDeLaForme, p.JustificationDeLaDuree);
            (_nonAllotissement, _urgence) = (p.JustificationDuNonAllotissement, p.JustificationDeLUrgence);
            (_electronique, _preinformation, _horsProfil) = (p.RemiseElectronique, p.Preinformation, p.DocumentsHorsProfil);
            _note = p.Note ?? NoteProposee(p);
            _reponseAvant = Horloge.Aujourdhui.AddDays(15);
            _gel = Conduite.Gels is [var dernier, ..] ? dernier.Id : null;
        }
    }

    private static string NoteProposee(Procedure p) =>
        $"Objet : {p.Objet}\nProcédure : {p.Forme?.Libelle() ?? "à préciser"}, {p.Contrat.Libelle().ToLower(Francais.Culture)}\n"
        + $"Lots :\n{string.Join("\n", p.Lots.OrderBy(l => l.Numero).Select(l => $"  {l.Numero}. {l.Intitule}"))}\n"
        + "Critères : à préciser\nCalendrier : à préciser";

    private async Task PrendreAsync()
    {
        if (_gel is not { } gel)
        {
            Erreurs = [new ErreurDeSaisie("gel", "Choisissez la consolidation gelée d'où partir.")];
            return;
        }

        await FaireAsync(
            "besoins",
            acteur =>
                prendre.ExecuterAsync(acteur, Procedure, Conduite!.Procedure.Version, gel, _prestation is { } une ? [une] : []),
            "Les lots, leurs montants et leurs membres viennent maintenant de la consolidation gelée."
        );
    }

    private Task<bool> ChoisirAsync() =>
        ActerAsync(
            "choix",
            new ActeDeProcedure.Choisit(
                new ChoixDeProcedure
                {
                    Forme = _forme,
                    Contrat = _contrat,
                    DureeEnMois = _duree,
                    Complements = MontantHt.Arrondir(_complements ?? 0m),
                    JustificationDeLaForme = _justification,
                    JustificationDeLaDuree = _justificationDuree,
                    JustificationDuNonAllotissement = _nonAllotissement,
                    JustificationDeLUrgence = _urgence,
                    RemiseElectronique = _electronique,
                    Preinformation = _preinformation,
                    DocumentsHorsProfil = _horsProfil,
                }
            ),
            "La procédure choisie est enregistrée."
        );

    /// <summary>L'envoi de la note, que l'aperçu conduit jusqu'au moment d'enregistrer.</summary>
    private Task NoteAsync(Acteur acteur) =>
        envoyer.ExecuterAsync(
            acteur,
            Procedure,
            Conduite!.Procedure.Version,
            _note,
            _reponseAvant ?? Horloge.Aujourdhui.AddDays(-1)
        );

    private Task<bool> EnvoyerAsync() =>
        FaireAsync("note", NoteAsync, "La note est envoyée aux membres concernés ; leurs réponses se comptent ici.");

    private async Task ExclureLeChoisiAsync()
    {
        if (_exclu is null)
        {
            return;
        }

        if (await ExclureAsync(_exclu.Id, _motif ?? ""))
        {
            (_exclu, _motif) = (null, null);
        }
    }

    private Task<bool> ExclureAsync(CollectiviteId collectivite, string? motif) =>
        FaireAsync(
            "exclusion",
            acteur => exclure.ExecuterAsync(acteur, Procedure, Conduite!.Procedure.Version, collectivite, motif),
            motif is null ? "Le membre est de nouveau compris dans la procédure." : "Le membre est exclu de la procédure."
        );
}
