using CdgMarches.App.Commissions;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Procedures;

/// <summary>La suite d'un lot analysé : choix, attestations, évincés, autorisation, signature.</summary>
public sealed partial class SuiteDuLot(HorlogeLegale horloge)
{
    private static readonly IReadOnlyList<Option<IssueDeLot>> Issues =
    [
        .. Enum.GetValues<IssueDeLot>()
            .Where(i => i is not IssueDeLot.Attribue)
            .Select(i => new Option<IssueDeLot>(i, i.Libelle())),
    ];

    private static readonly IReadOnlyList<Option<ModeDeReconduction>> Modes =
    [
        .. Enum.GetValues<ModeDeReconduction>().Select(m => new Option<ModeDeReconduction>(m, m.Libelle())),
    ];

    private static readonly IReadOnlyList<string> Lettres = [Documents.Procedures.LettreDeRejet.Nature];

    private int? _retenue;
    private DateOnly? _choix = horloge.Aujourdhui;
    private string? _acte;
    private string? _motifs;
    private DateOnly? _avant = horloge.Aujourdhui.AddDays(10);
    private DateOnly? _recues = horloge.Aujourdhui;
    private int? _evince;
    private DateOnly? _rejet = horloge.Aujourdhui;
    private bool _electronique = true;
    private string? _motifsDuRejet;
    private DateOnly? _autorisation = horloge.Aujourdhui;
    private string? _deliberation;
    private DateOnly? _signature = horloge.Aujourdhui;
    private decimal? _montant;
    private decimal? _minimum;
    private decimal? _maximum;
    private int? _ferme = 12;
    private int? _reconductions = 0;
    private int? _moisParReconduction = 12;
    private ModeDeReconduction _mode;
    private int? _preavis = 3;
    private IssueDeLot _issue = IssueDeLot.Infructueux;
    private DateOnly? _issueLe = horloge.Aujourdhui;
    private string? _motifIssue;
    private int? _propose;
    private string? _miseAuPoint;
    private decimal? _montantMisAuPoint;
    private DateOnly? _miseAuPointLe = horloge.Aujourdhui;
    private string? _motifDeLaMiseAuPoint;

    [Parameter, EditorRequired]
    public AnalyseLue Lue { get; set; } = null!;

    [Parameter, EditorRequired]
    public LotDeProcedure Lot { get; set; } = null!;

    /// <summary>Ce que la commission a décidé du lot, la plus récente décision d'abord.</summary>
    [Parameter]
    public IReadOnlyList<DecisionDeLaCommission> Decisions { get; set; } = [];

    [Parameter, EditorRequired]
    public Procedure Procedure { get; set; } = null!;

    [Parameter, EditorRequired]
    public Func<string, IReadOnlyList<ActeDAnalyse>, string, Task<bool>> Acter { get; set; } = null!;

    [Parameter, EditorRequired]
    public Func<string, ActeDeProcedure, string, Task<bool>> Constater { get; set; } = null!;

    [Parameter, EditorRequired]
    public Func<DateOnly, AttributionDeMarche, Task> Signer { get; set; } = null!;

    /// <summary>Refuse une saisie incomplète : le formulaire, le champ, la phrase.</summary>
    [Parameter, EditorRequired]
    public Func<string, string, string, Task> Refuser { get; set; } = null!;

    [Parameter, EditorRequired]
    public Func<string, IReadOnlyList<ErreurDeSaisie>> Erreurs { get; set; } = null!;

    private HorlogeLegale Horloge => horloge;

    private IReadOnlyList<Option<int?>> Classees =>
        [.. Lue.Analyse.Classer().Select(r => new Option<int?>(r.Offre.Numero, $"{r.Rang}. {r.Offre.Entreprise}"))];

    private IReadOnlyList<Option<int?>> Evinces =>
        [.. Lue.Analyse.ARejeter.Select(o => new Option<int?>(o.Numero, o.Entreprise))];

    protected override void OnParametersSet()
    {
        if (Lue.Analyse.Retenue is { } retenue && _propose != retenue)
        {
            _propose = retenue;
            (_minimum, _maximum) = (Lot.Minimum?.Euros, Lot.Maximum?.Euros);
            _montant = Lot.Maximum?.Euros ?? Lue.Analyse.OffreDe(retenue).Montant?.Euros;
            _ferme = Procedure.DureeEnMois ?? 12;
            _miseAuPoint = Lue.Analyse.MiseAuPoint;
            _montantMisAuPoint = (Lue.Analyse.MontantMisAuPoint ?? Lue.Analyse.OffreDe(retenue).Montant)?.Euros;
        }

        if (_acte is null && Decisions.FirstOrDefault(d => d.Issue is IssueDuPoint.Attribution) is { } decision)
        {
            _acte = $"Commission d'appel d'offres, séance {decision.Reference}";
            _choix = decision.Date;
            _motifs = decision.Motifs;
            _retenue = Lue
                .Analyse.Classer()
                .FirstOrDefault(r => CleDeTri.De(r.Offre.Entreprise) == CleDeTri.De(decision.Attributaire ?? ""))
                ?.Offre.Numero;
        }

        _retenue ??= Lue.Analyse.Classer() is [var premiere, ..] ? premiere.Offre.Numero : null;
        if (Lue.Analyse.ARejeter.All(o => o.Numero != _evince))
        {
            _evince = Lue.Analyse.ARejeter is [var suivant, ..] ? suivant.Numero : null;
        }
    }

    private Task ChoisirAsync() =>
        _retenue is not { } offre
            ? Refuser("choisir", "retenue", "Choisissez l'offre retenue.")
            : Acter(
                "choisir",
                [new ActeDAnalyse.Choisit(offre, _choix ?? horloge.Aujourdhui, _acte, _motifs)],
                "Le choix est enregistré et le lot est attribué."
            );

    private Task<bool> AttestationsAsync() =>
        Lue.Analyse.OffreDe(Lue.Analyse.Retenue!.Value).AttestationsAvant is null
            ? Acter(
                "attestations",
                [new ActeDAnalyse.DemandeLesAttestations(horloge.Aujourdhui, _avant ?? horloge.Aujourdhui)],
                "La demande d'attestations est notée."
            )
            : Acter(
                "attestations",
                [new ActeDAnalyse.RecoitLesAttestations(_recues ?? horloge.Aujourdhui)],
                "Les attestations sont reçues."
            );

    private async Task RejeterAsync()
    {
        if (
            _evince is { } offre
            && await Acter(
                "rejeter",
                [new ActeDAnalyse.Rejette(offre, _rejet ?? horloge.Aujourdhui, _electronique, _motifsDuRejet)],
                "L'envoi du rejet est noté."
            )
        )
        {
            _motifsDuRejet = null;
        }
    }

    private string? EcartDeLaMiseAuPoint(OffreDeLot offre) =>
        Lue.Analyse.MontantMisAuPoint is { } nouveau && offre.Montant is { } ancien && nouveau != ancien
            ? Formats.Montant(nouveau - ancien)
            : null;

    private Task<bool> MettreAuPointAsync() =>
        Acter(
            "mise-au-point",
            [
                new ActeDAnalyse.MetAuPoint(
                    _miseAuPoint,
                    _montantMisAuPoint is { } m ? MontantHt.Arrondir(m) : null,
                    _miseAuPointLe ?? horloge.Aujourdhui,
                    _motifDeLaMiseAuPoint
                ),
            ],
            "La mise au point est notée, comparée à l'offre."
        );

    private Task<bool> AutoriserAsync() =>
        Constater(
            "autoriser",
            new ActeDeProcedure.Constate(
                EtapeDeProcedure.AutorisationDeSigner,
                Lot.Numero,
                _autorisation ?? horloge.Aujourdhui,
                _deliberation
            ),
            "L'autorisation de signer est constatée."
        );

    private Task<bool> DonnerIssueAsync() =>
        Constater(
            "issue",
            new ActeDeProcedure.DonneIssue(Lot.Numero, _issue, _issueLe ?? horloge.Aujourdhui, _motifIssue),
            "L'issue du lot est enregistrée."
        );

    private Task SignerLeMarcheAsync()
    {
        var offre = Lue.Analyse.OffreDe(Lue.Analyse.Retenue!.Value);
        return Signer(
            _signature ?? horloge.Aujourdhui,
            new AttributionDeMarche(
                Lue.Analyse.ChoisieLe ?? horloge.Aujourdhui,
                [(offre.Entreprise, offre.Siret)],
                MontantHt.Arrondir(_montant ?? 0m),
                _minimum is { } min ? MontantHt.Arrondir(min) : null,
                _maximum is { } max ? MontantHt.Arrondir(max) : null,
                _ferme ?? 0,
                [.. Enumerable.Repeat(_moisParReconduction ?? 12, _reconductions ?? 0)],
                _mode,
                _preavis ?? 3
            )
        );
    }
}
