using CdgMarches.App.Collectivites;
using CdgMarches.App.Contributions.Recouvrement;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Contributions.Appels;

/// <summary>Un appel : son calcul, ses mentions, son suivi, ses corrections.</summary>
public sealed partial class PageAppel(
    LireFicheDAppel lire,
    SuivreAppel suivre,
    RelancerDebiteurs relancer,
    MettreEnDemeure mettreEnDemeure,
    RectifierAppel rectifier,
    LaisserLEcart laisser,
    ActeurCourant acteurCourant,
    Operation operation,
    HorlogeLegale horloge
)
{
    private static readonly IReadOnlyList<Lien> Fil =
    [
        .. AdressesDesContributions.Fil,
        new("Appels", AdressesDesContributions.Appels),
    ];

    private static readonly IReadOnlyList<Option<NatureDAppel>> Natures =
    [
        .. new[] { NatureDAppel.Reduction, NatureDAppel.Annulation, NatureDAppel.Complement }.Select(
            n => new Option<NatureDAppel>(n, n.Libelle())
        ),
    ];

    private Confirmation? _demeure;
    private Confirmation? _relance;
    private Confirmation? _rectification;
    private FicheDAppel? _fiche;
    private Guid? _lu;
    private bool _charge;
    private bool _peutRectifier;
    private int _cle;
    private int _cleDeCorrection;
    private Retour? _retour;
    private IReadOnlyList<ErreurDeSaisie> _erreursDeTitre = [];
    private IReadOnlyList<ErreurDeSaisie> _erreursDePaiement = [];
    private IReadOnlyList<ErreurDeSaisie> _erreursDeCorrection = [];
    private string? _titre;
    private DateOnly? _dateDeTitre;
    private DateOnly? _payeLe;
    private decimal? _montant;
    private string? _referenceDePaiement;
    private string? _codeService;
    private string? _engagement;
    private NatureDAppel _nature = NatureDAppel.Reduction;
    private decimal? _correction;
    private string? _motif;
    private Confirmation? _ecart;
    private string? _motifDeLEcart;

    [Parameter]
    public Guid Id { get; set; }

    private AppelDeContribution Appel => _fiche!.Appel;

    protected override async Task OnParametersSetAsync()
    {
        if (_lu != Id)
        {
            (_lu, _charge) = (Id, false);
            await RechargerAsync();
        }
    }

    private async Task RechargerAsync()
    {
        var acteur = await acteurCourant.LireAsync();
        _fiche = await lire.ExecuterAsync(acteur, new AppelDeContributionId(Id));
        _peutRectifier = acteur.Peut(Droits.ValiderContributions);
        if (_fiche is not null)
        {
            (_titre, _dateDeTitre) = (Appel.NumeroDeTitre, Appel.DateDeTitre);
            (_payeLe, _montant, _referenceDePaiement) = (null, null, null);
            (_codeService, _engagement) = (Appel.Chorus.CodeDuService, Appel.Chorus.NumeroDEngagement);
        }

        _charge = true;
        _cle++;
    }

    /// <summary>L'acte qui porte une correction : un titre, ou un mandat quand l'exercice est clos (RG6.30).</summary>
    private static string OuSEcrit(AppelDeContribution correction, AppelDeContribution origine) =>
        correction switch
        {
            { SurExerciceClos: true } => "exercice clos : par mandat",
            { Nature: not NatureDAppel.Complement } => "exercice ouvert : titre de réduction ou d'annulation",
            _ when correction.Exercice == origine.Exercice => "exercice ouvert : titre complémentaire",
            _ => $"exercice {origine.Exercice} clos : titre rattaché à l'exercice {correction.Exercice}",
        };

    private void ReprendreLaProposition()
    {
        var proposition = _fiche!.Proposition!;
        (_nature, _correction, _motif) = (proposition.Nature, proposition.Montant.Euros, proposition.Fiche);
        _cleDeCorrection++;
    }

    private async Task TitrerAsync() =>
        _erreursDeTitre = await AgirAsync(
            a => suivre.TitrerAsync(a, Appel.Id, Appel.Version, _titre, _dateDeTitre),
            "Le titre est enregistré."
        );

    private async Task EncaisserAsync() =>
        _erreursDePaiement = await AgirAsync(
            a =>
                suivre.EncaisserAsync(
                    a,
                    Appel.Id,
                    Appel.Version,
                    _payeLe,
                    MontantTtc.Arrondir(_montant ?? 0),
                    _referenceDePaiement
                ),
            "Le paiement est enregistré."
        );

    private async Task RelancerAsync() =>
        await DireAsync(async a => (await relancer.ExecuterAsync(a, Appel.Id, Appel.Version)).Phrase);

    private async Task MettreEnDemeureAsync() =>
        await DireAsync(async a =>
            $"La mise en demeure est notée et sa lettre inscrite au registre sous le numéro {await mettreEnDemeure.ExecuterAsync(a, Appel.Id, Appel.Version)} : imprimez-la, postez-la en recommandé, puis notez l'avis de réception."
        );

    private async Task PreciserChorusAsync() =>
        _ = await AgirAsync(
            a => suivre.PreciserChorusAsync(a, Appel.Id, Appel.Version, _codeService, _engagement),
            "Les données pour Chorus Pro sont enregistrées."
        );

    private string TexteDeLaCorrection =>
        _nature is NatureDAppel.Annulation
            ? $"L'appel {Appel.Reference} de {Appel.Debiteur.Nom} est ramené à rien par une ligne liée. Elle ne se retire pas."
            : $"{_nature.Libelle()} de {Formats.Montant(MontantHt.Arrondir(_correction ?? 0))}, par une ligne liée à {(Appel.Reference is { } reference ? $"l'appel {reference}" : "la dette gardée")} de {Appel.Debiteur.Nom}. La ligne émise ne se retire pas.";

    /// <summary>Ce qui est refusé l'est tout de suite, au champ ; ce qui serait émis se confirme.</summary>
    private async Task DemanderLaCorrectionAsync()
    {
        var retire = MontantHt.Somme(_fiche!.Corrections.Where(c => !c.SePaie).Select(c => c.Montant));
        if (Appel.PeutRectifier(_nature, MontantHt.Arrondir(_correction ?? 0), retire, _motif).EstFavorable)
        {
            await _rectification!.OuvrirAsync();
        }
        else
        {
            await RectifierAsync();
        }
    }

    private async Task RectifierAsync()
    {
        var (appel, reportee) = (Appel, false);
        _erreursDeCorrection = await AgirAsync(
            async a =>
            {
                var ligne = await rectifier.ExecuterAsync(
                    a,
                    appel.Id,
                    appel.Version,
                    _nature,
                    MontantHt.Arrondir(_correction ?? 0),
                    _motif
                );
                reportee = ligne.Etat is EtatDAppel.Reporte;
            },
            "La correction est émise, liée à l'appel."
        );
        if (_retour is { Reussi: true })
        {
            _retour = reportee
                ? Retour.Ok(
                    "Le complément est inférieur au seuil de recouvrement : il est gardé, et le prochain appel de ce débiteur le reprendra."
                )
                : _retour;
            (_correction, _motif) = (null, null);
            _cleDeCorrection++;
        }
    }

    private async Task LaisserLEcartAsync() =>
        _ = await AgirAsync(
            a => laisser.ExecuterAsync(a, Appel.Id, _motifDeLEcart),
            "L'écart est laissé, avec son motif ; il ne sera plus proposé."
        );

    private async Task DireAsync(Func<Acteur, Task<string>> casDUsage)
    {
        _retour = await operation.ExecuterAsync(async () => await casDUsage(await acteurCourant.LireAsync()));
        await RechargerAsync();
    }

    private async Task<IReadOnlyList<ErreurDeSaisie>> AgirAsync(Func<Acteur, Task> casDUsage, string succes)
    {
        var retour = await operation.ExecuterAsync(async () => await casDUsage(await acteurCourant.LireAsync()), succes);
        if (retour.Reussi)
        {
            _retour = retour;
            await RechargerAsync();
            return [];
        }

        (var erreurs, _retour) = Saisies.Repartir(retour);
        return erreurs;
    }
}
