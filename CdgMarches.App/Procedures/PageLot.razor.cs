using System.Globalization;
using CdgMarches.App.Commissions;
using CdgMarches.App.Marches;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Procedures;

/// <summary>Un lot : critères, offres, classement, choix, évincés, signature.</summary>
public sealed partial class PageLot(
    LireAnalyse lireAnalyse,
    AnalyserLot analyser,
    TableauDAnalyse tableau,
    LireDecisions lireDecisions,
    SignerMarche signer,
    ComparerSaisies comparer,
    NavigationManager navigation
)
{
    private static readonly IReadOnlyList<Option<EtatDOffre>> Etats =
    [
        .. Enum.GetValues<EtatDOffre>()
            .Where(e => e is not EtatDOffre.Ecartee)
            .Select(e => new Option<EtatDOffre>(e, e.Libelle())),
    ];

    private AnalyseLue? _lue;
    private IReadOnlyList<DecisionDeLaCommission> _decisions = [];
    private bool _charge;
    private ApercuDImport? _apercu;
    private string? _criteres;
    private string? _entreprise;
    private string? _siret;
    private decimal? _montant;
    private int? _offre;
    private EtatDOffre _etat = EtatDOffre.Irreguliere;
    private string? _motif;
    private DateOnly? _invitation;
    private DateOnly? _limiteDuTour;

    [Parameter]
    public int Lot { get; set; }

    private LotDeProcedure? LeLot => Conduite?.Procedure.Lots.FirstOrDefault(l => l.Numero == Lot);

    private IReadOnlyList<Option<int?>> Offres =>
        [.. _lue!.Analyse.Offres.OrderBy(o => o.Numero).Select(o => new Option<int?>(o.Numero, o.Entreprise))];

    private IEnumerable<OffreDeLot> Ordonnees =>
        _lue!.Analyse.Classer().Select(r => r.Offre).Concat(_lue.Analyse.Offres.Where(o => o.Etat is not EtatDOffre.EnAnalyse));

    private int? RangDe(OffreDeLot offre) => _lue!.Analyse.Classer().FirstOrDefault(r => r.Offre.Numero == offre.Numero)?.Rang;

    protected override async Task ApresLectureAsync()
    {
        await base.ApresLectureAsync();
        (_invitation, _limiteDuTour) = (Horloge.Aujourdhui, Horloge.Aujourdhui.AddDays(8));
        await RelireLAnalyseAsync();
        _decisions = Fiche is null
            ? []
            :
            [
                .. (await lireDecisions.ExecuterAsync(await ActeurCourant.LireAsync(), Procedure)).Where(d =>
                    d.Lot is null || d.Lot == Lot
                ),
            ];
        _charge = true;
    }

    private async Task RelireLAnalyseAsync() =>
        _lue = Fiche is null ? null : await lireAnalyse.ExecuterAsync(await ActeurCourant.LireAsync(), Procedure, Lot);

    private async Task<bool> ActesAsync(string formulaire, IReadOnlyList<ActeDAnalyse> actes, string succes)
    {
        var reussi = await FaireAsync(
            formulaire,
            acteur => analyser.ExecuterAsync(acteur, Procedure, Lot, _lue!.Version, actes),
            succes
        );
        await RelireLAnalyseAsync();
        StateHasChanged();
        return reussi;
    }

    /// <remarks>Comme les deux autres actes que la suite du lot demande, il rend la page lui-même : l'événement est celui de la suite.</remarks>
    private async Task<bool> ConstaterAsync(string formulaire, ActeDeProcedure acte, string succes)
    {
        var reussi = await ActerAsync(formulaire, acte, succes);
        await RelireLAnalyseAsync();
        StateHasChanged();
        return reussi;
    }

    private async Task SignerAsync(DateOnly jour, AttributionDeMarche attribution)
    {
        MarcheId? signe = null;
        await FaireAsync(
            "signer",
            async acteur =>
                signe = await signer.ExecuterAsync(acteur, Procedure, Conduite!.Procedure.Version, Lot, jour, attribution),
            "Le marché est signé."
        );
        StateHasChanged();
        if (signe is { } marche)
        {
            navigation.NavigateTo($"/marches/{marche.Valeur}");
        }
    }

    private Task<bool> CriteresAsync() =>
        ActesAsync(
            "criteres",
            [
                new ActeDAnalyse.FixeLesCriteres([
                    .. (_criteres ?? "")
                        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                        .Select(LireCritere),
                ]),
            ],
            "Les critères sont fixés."
        );

    private static (string? Intitule, decimal Poids) LireCritere(string ligne)
    {
        var coupure = ligne.TrimEnd('%', ' ').LastIndexOf(' ');
        return
            coupure > 0
            && decimal.TryParse(
                ligne[coupure..].Trim(' ', '%').Replace(',', '.'),
                NumberStyles.Number,
                CultureInfo.InvariantCulture,
                out var poids
            )
            ? (ligne[..coupure].Trim(), poids)
            : (ligne, 0m);
    }

    private async Task AjouterAsync()
    {
        if (
            await ActesAsync(
                "offre",
                [new ActeDAnalyse.AjouteUneOffre(_entreprise, _siret, _montant is { } m ? MontantHt.Arrondir(m) : null)],
                "L'offre est inscrite."
            )
        )
        {
            (_entreprise, _siret, _montant) = (null, null, null);
        }
    }

    private Task QualifierAsync() =>
        _offre is not { } offre
            ? Refuser("qualifier", "etat-offre", "Choisissez l'offre.")
            : ActesAsync("qualifier", [new ActeDAnalyse.Qualifie(offre, _etat, _motif)], "L'état de l'offre est enregistré.");

    private Task PrecisionsAsync() =>
        _offre is not { } offre
            ? Refuser("qualifier", "etat-offre", "Choisissez l'offre.")
            : ActesAsync(
                "qualifier",
                [new ActeDAnalyse.DemandeDesPrecisions(offre, Horloge.Aujourdhui)],
                "La demande de précisions est notée."
            );

    private Task<bool> NegocierAsync() =>
        ActesAsync(
            "negocier",
            [new ActeDAnalyse.Negocie(_invitation ?? Horloge.Aujourdhui, _limiteDuTour ?? Horloge.Aujourdhui)],
            "Le tour est ouvert : même invitation et même limite pour tous."
        );

    private async Task LireFichierAsync(FichierRecu fichier) =>
        Retour = await Operation.ExecuterAsync(async () =>
        {
            try
            {
                await using var contenu = File.OpenRead(fichier.Chemin);
                _apercu = await tableau.LireAsync(await ActeurCourant.LireAsync(), Procedure, Lot, contenu, fichier.Nom);
            }
            catch (FichierRefuseException refus)
            {
                throw new RefusException(refus.Message);
            }

            return "Le fichier est lu : rien n'est encore enregistré.";
        });

    private async Task ImporterAsync()
    {
        await FaireAsync(
            "import",
            acteur => tableau.AppliquerAsync(acteur, Procedure, Lot, _lue!.Version, _apercu!),
            "Les notes du fichier sont enregistrées."
        );
        _apercu = null;
        await RelireLAnalyseAsync();
    }
}
