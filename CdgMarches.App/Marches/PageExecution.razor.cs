using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;

namespace CdgMarches.App.Marches;

/// <summary>L'exécution d'un marché : reconductions, avenants, sous-traitants, attestations, révisions, fin.</summary>
public sealed partial class PageExecution
{
    private static readonly IReadOnlyList<Option<CasDAvenant>> Cas =
    [
        .. Enum.GetValues<CasDAvenant>().Select(c => new Option<CasDAvenant>(c, c.Libelle())),
    ];

    private static readonly IReadOnlyList<Option<CasDeResiliation>> Resiliations =
    [
        .. Enum.GetValues<CasDeResiliation>().Select(c => new Option<CasDeResiliation>(c, c.Libelle())),
    ];

    private static readonly IReadOnlyList<Option<VariationDePrix?>> Variations =
    [
        .. Enum.GetValues<VariationDePrix>().Select(v => new Option<VariationDePrix?>(v, v.Libelle())),
    ];

    private CasDAvenant _cas = CasDAvenant.FaibleMontant;
    private string? _objet;
    private decimal? _montant;
    private DateOnly? _signe;
    private string? _justification;
    private DateOnly? _avisCao;
    private decimal? _maximum;
    private int? _prolongation;
    private string? _nouveauTitulaire;
    private string? _siretDuTitulaire;
    private string? _siretSousTraitant;
    private decimal? _htSousTraitant;
    private int? _dureeSousTraitant;
    private VariationDePrix? _variation;
    private string? _nom;
    private string? _prestations;
    private decimal? _ttc;
    private DateOnly? _recu;
    private string? _refus;
    private string? _attestation;
    private DateOnly? _expire;
    private string? _indice;
    private DateOnly? _revise;
    private decimal? _coefficient = 1m;
    private DateOnly? _prochaineRevision;
    private CasDeResiliation _resiliation = CasDeResiliation.InteretGeneral;
    private DateOnly? _resilie;
    private string? _motifResiliation;

    protected override Task ApresLectureAsync()
    {
        var jour = Horloge.Aujourdhui;
        (_signe, _recu, _revise, _resilie, _expire) = (jour, jour, jour, jour, jour.AddMonths(6));
        return Task.CompletedTask;
    }

    /// <summary>Le cumul des avenants jusqu'à celui-ci, rapporté au montant initial.</summary>
    private decimal CumulAu(int numero) =>
        Fiche!.Marche.MontantCentimes == 0
            ? 0m
            : (decimal)Fiche.Marche.Avenants.Where(a => a.Numero <= numero).Sum(a => a.MontantCentimes)
                / Fiche.Marche.MontantCentimes;

    private Task<bool> ReconduireAsync(int numero, bool reconduit) =>
        ActerAsync(
            "reconduire",
            new ActeDExecution.Reconduit(numero, reconduit, Horloge.Aujourdhui, null),
            reconduit ? "La reconduction est décidée." : "Le marché ne sera pas reconduit ; sa fin est recalculée."
        );

    private async Task ModifierAsync()
    {
        if (
            await ActerAsync(
                "avenant",
                new ActeDExecution.Modifie(
                    new ProjetDAvenant(
                        _cas,
                        _objet,
                        MontantHt.Arrondir(_montant ?? 0m),
                        _signe ?? Horloge.Aujourdhui,
                        _justification,
                        _avisCao,
                        _maximum is { } max ? MontantHt.Arrondir(max) : null
                    )
                    {
                        ProlongationEnMois = _prolongation ?? 0,
                        NouveauTitulaire = _cas is CasDAvenant.NouveauTitulaire ? _nouveauTitulaire : null,
                        SiretDuNouveauTitulaire = _cas is CasDAvenant.NouveauTitulaire ? _siretDuTitulaire : null,
                    }
                ),
                "L'avenant est enregistré."
            )
        )
        {
            (_objet, _montant, _justification, _avisCao, _maximum) = (null, null, null, null, null);
            (_prolongation, _nouveauTitulaire, _siretDuTitulaire) = (null, null, null);
        }
    }

    private async Task SousTraiterAsync()
    {
        if (
            await ActerAsync(
                "sous-traitant",
                new ActeDExecution.RecoitUnSousTraitant(
                    new DemandeDeSousTraitance(
                        _nom,
                        _siretSousTraitant,
                        _prestations,
                        MontantTtc.Arrondir(_ttc ?? 0m),
                        _recu ?? Horloge.Aujourdhui
                    )
                    {
                        MontantHt = _htSousTraitant is { } ht ? MontantHt.Arrondir(ht) : null,
                        DureeEnMois = _dureeSousTraitant,
                        Variation = _variation,
                    }
                ),
                "Le sous-traitant est inscrit : 21 jours de silence valent agrément."
            )
        )
        {
            (_nom, _prestations, _ttc) = (null, null, null);
            (_siretSousTraitant, _htSousTraitant, _dureeSousTraitant, _variation) = (null, null, null, null);
        }
    }

    private Task<bool> DeciderAsync(int numero, bool agree) =>
        ActerAsync(
            "sous-traitant",
            new ActeDExecution.DecideDuSousTraitant(numero, agree, Horloge.Aujourdhui, agree ? null : _refus),
            agree ? "Le sous-traitant est agréé." : "Le sous-traitant est refusé."
        );

    private async Task AttesterAsync()
    {
        if (
            await ActerAsync(
                "attestation",
                new ActeDExecution.NoteUneAttestation(_attestation, _expire ?? Horloge.Aujourdhui),
                "L'attestation est notée ; une alerte précède son expiration."
            )
        )
        {
            _attestation = null;
        }
    }

    private Task<bool> ReviserAsync() =>
        ActerAsync(
            "revision",
            new ActeDExecution.ReviseLesPrix(_revise ?? Horloge.Aujourdhui, _indice, _coefficient ?? 0m, _prochaineRevision),
            "La révision est notée ; publiez la nouvelle version du bordereau des prix."
        );

    private Task<bool> TerminerAsync() => ActerAsync("fin", new ActeDExecution.Termine(), "Le marché est terminé.");

    private Task<bool> ResilierAsync() =>
        ActerAsync(
            "resilier",
            new ActeDExecution.Resilie(_resilie ?? Horloge.Aujourdhui, _resiliation, _motifResiliation),
            "Le marché est résilié : informez-en les membres depuis sa fiche."
        );
}
