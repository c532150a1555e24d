using CdgMarches.App.Collectivites;
using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Groupements.Retraits;

/// <summary>La dissolution d'un groupement, conduite comme un dossier.</summary>
public sealed partial class PageDissolution(ConduireDissolution conduire, LireRetraits lireRetraits, HorlogeLegale horloge)
    : PageDeGroupement
{
    private static readonly IReadOnlyList<Option<CauseDeDissolution>> Causes =
    [
        .. Enum.GetValues<CauseDeDissolution>().Select(c => new Option<CauseDeDissolution>(c, c.Libelle())),
    ];

    private FicheDeDissolution? _dossier;
    private Verdict? _peutOuvrir;
    private Confirmation? _confirmation;
    private EnvoiDeMasse? _ouverture;
    private EnvoiDeMasse? _abandon;
    private IReadOnlyList<ErreurDeSaisie> _erreursDAbandon = [];
    private string? _motifDAbandon;
    private CauseDeDissolution _cause;
    private string? _motif;
    private DateOnly? _dernierJour;
    private DateOnly? _voteeLe;
    private DateOnly? _jourVote;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private EtapesSaisies _etapes = new();
    private EtapesSaisies _etapesLues = new();
    private Conflit<EtapesSaisies>? _conflit;

    /// <summary>Le retrait qui mène à la dissolution : la cause, le motif et le dernier jour en viennent.</summary>
    [SupplyParameterFromQuery(Name = "retrait")]
    public Guid? Retrait { get; set; }

    /// <summary>Vrai tant qu'aucune dissolution ne tient : celle qu'on a abandonnée se lit encore.</summary>
    private bool PeutOuvrirUneDissolution =>
        Fiche is { PeutGerer: true, Etat: not EtatDuGroupement.Clos } && _dossier is null or { Dossier.AbandonneeLe: not null };

    private bool Modifiable => Fiche is { PeutGerer: true } && _dossier is { Dossier: { PrononceeLe: null, AbandonneeLe: null } };

    private string TexteDOuverture =>
        $"{Formats.Compter(Fiche!.Membres, "membre")} recevront un courriel annonçant la dissolution au {(_dernierJour is { } jour ? Formats.DateLongue(jour) : "jour donné")}, cause : {_cause.Libelle().ToLower(Francais.Culture)}.";

    /// <summary>La décision, là où l'agent la date ; ailleurs, ce que les dossiers du groupement en disent.</summary>
    private DecisionDeDissolution? Decision =>
        _cause is CauseDeDissolution.Decision ? new DecisionDeDissolution(_voteeLe, _jourVote) : null;

    protected override async Task ApresLectureAsync()
    {
        await RelireAsync();
        if (
            PeutOuvrirUneDissolution
            && Fiche is not null
            && Retrait is { } cle
            && await lireRetraits.FicheAsync(await ActeurCourant.LireAsync(), Groupement, new DossierDeRetraitId(cle))
                is { } retrait
        )
        {
            _cause =
                retrait.Dossier.Collectivite == Fiche.Identite.Coordonnateur
                    ? CauseDeDissolution.DepartDuCoordonnateur
                    : CauseDeDissolution.UnSeulMembre;
            (_motif, _dernierJour) = ($"{retrait.Membre} se retire du groupement.", retrait.Dossier.SortieLe);
        }

        await ExaminerAsync();
    }

    /// <summary>Dit, avant tout geste, ce que la cause et le dernier jour choisis supposent.</summary>
    private async Task ExaminerAsync() =>
        _peutOuvrir = PeutOuvrirUneDissolution
            ? await conduire.ExaminerAsync(
                await ActeurCourant.LireAsync(),
                Groupement,
                _cause,
                _dernierJour ?? _jourVote ?? horloge.Aujourdhui,
                Decision
            )
            : null;

    private async Task ChoisirAsync(CauseDeDissolution cause)
    {
        _cause = cause;
        _voteeLe ??= (await conduire.DecisionConnueAsync(await ActeurCourant.LireAsync(), Groupement, cause)).VoteeLe;
        await ExaminerAsync();
    }

    private Task DaterLeVoteAsync(DateOnly? jour)
    {
        _voteeLe = jour;
        return ExaminerAsync();
    }

    /// <summary>Le dernier jour voté est le dernier jour du groupement, tant que l'agent n'en a pas donné un autre.</summary>
    private Task FixerLeJourVoteAsync(DateOnly? jour)
    {
        _jourVote = jour;
        _dernierJour ??= jour;
        return ExaminerAsync();
    }

    private Task FixerLeDernierJourAsync(DateOnly? jour)
    {
        _dernierJour = jour;
        return ExaminerAsync();
    }

    private async Task RelireAsync()
    {
        _dossier = Fiche is null ? null : await conduire.LireAsync(await ActeurCourant.LireAsync(), Groupement);
        Reprendre();
    }

    private void Reprendre() =>
        (_etapes, _etapesLues, _conflit) = (EtapesSaisies.De(_dossier?.Dossier), EtapesSaisies.De(_dossier?.Dossier), null);

    private async Task DemanderAsync()
    {
        if (_dernierJour is null || string.IsNullOrWhiteSpace(_motif))
        {
            Retour = Retour.Refus("Indiquez le dernier jour du groupement et le motif. Rien n'a été modifié.");
            return;
        }

        await ExaminerAsync();
        if (_peutOuvrir is { EstFavorable: false })
        {
            Retour = Retour.Refus("La dissolution ne peut pas s'ouvrir : les raisons sont ci-dessous. Rien n'a été modifié.");
            return;
        }

        await _ouverture!.OuvrirAsync();
    }

    private Task<bool> OuvrirAsync() =>
        FaireAsync(
            acteur => conduire.OuvrirAsync(acteur, Groupement, _cause, _motif, _dernierJour!.Value, Decision),
            "La dissolution est ouverte : chaque membre est informé."
        );

    private async Task DemanderLAbandonAsync()
    {
        _erreursDAbandon = string.IsNullOrWhiteSpace(_motifDAbandon)
            ? [new ErreurDeSaisie("motif-d-abandon", "Dites pourquoi la dissolution est abandonnée : chaque membre le lira.")]
            : [];
        if (_erreursDAbandon.Count == 0)
        {
            await _abandon!.OuvrirAsync();
        }
    }

    private async Task AbandonnerAsync()
    {
        if (
            await FaireAsync(
                acteur => conduire.AbandonnerAsync(acteur, Groupement, _dossier!.Dossier.Version, _motifDAbandon),
                "La dissolution est abandonnée : le groupement continue, chaque membre en est informé."
            )
        )
        {
            (_cause, _motif, _dernierJour, _motifDAbandon) = (default, null, null, null);
            (_voteeLe, _jourVote) = (null, null);
            await ExaminerAsync();
        }
    }

    private async Task ReglerAsync()
    {
        var (version, saisie) = (_dossier!.Dossier.Version, _etapes);
        _erreurs = [];
        _conflit = await EnregistrerAsync(
            acteur =>
                conduire.ReglerAsync(
                    acteur,
                    Groupement,
                    version,
                    saisie.Facturation,
                    saisie.Archives,
                    saisie.Lieu,
                    new DecisionDeDissolution(saisie.VoteeLe, saisie.JourVote)
                ),
            "Les étapes sont enregistrées.",
            new Comparaison<EtapesSaisies>(
                saisie,
                _etapesLues,
                RelireLesEtapesAsync,
                EtapesSaisies.Champs,
                nameof(Dissolution),
                _dossier.Dossier.Cle
            )
        );
        if (Retour is { Reussi: true })
        {
            await RelireAsync();
        }
        else if (Retour is { } refus)
        {
            (_erreurs, Retour) = Saisies.Repartir(refus);
        }
    }

    private async Task<EtapesSaisies?> RelireLesEtapesAsync()
    {
        _dossier = await conduire.LireAsync(await ActeurCourant.LireAsync(), Groupement);
        return _dossier is { } lu ? EtapesSaisies.De(lu.Dossier) : null;
    }

    private Task GarderAsync(Conflit<EtapesSaisies> conflit)
    {
        (_etapes, _etapesLues) = (conflit.Mienne, conflit.Sienne);
        return ReglerAsync();
    }

    private Task<bool> PrononcerAsync() =>
        FaireAsync(
            acteur => conduire.PrononcerAsync(acteur, Groupement, _dossier!.Dossier.Version),
            "La dissolution est prononcée : le groupement ne se modifie plus."
        );

    private async Task<bool> FaireAsync(Func<Acteur, Task> action, string succes)
    {
        var fait = await AgirAsync(action, succes);
        if (fait)
        {
            await RelireAsync();
        }

        return fait;
    }

    private IReadOnlyList<ActeDeLaFrise> Frise(Dissolution dossier) =>
        [
            .. dossier.VoteeLe is not null || dossier.Cause is CauseDeDissolution.Decision
                ? [new ActeDeLaFrise("Votée", dossier.VoteeLe, Fondement(dossier))]
                : Array.Empty<ActeDeLaFrise>(),
            new("Ouverte", dossier.OuverteLe, Fondement(dossier)),
            new("Dernière facturation", dossier.DerniereFacturationLe, Fondement(dossier)),
            new("Archives versées", dossier.ArchivesVerseesLe, "Code du patrimoine, art. L212-6"),
            new("Dernier jour", dossier.DernierJour, Fondement(dossier)),
            new("Prononcée", dossier.PrononceeLe, Fondement(dossier)),
        ];

    /// <summary>L'article qui fonde la dissolution, tel que la convention du groupement le cite.</summary>
    private string Fondement(Dissolution dossier) => Fiche!.Regles.Article(dossier.Cause.Article());

    private static string Etat(Dissolution dossier) =>
        dossier switch
        {
            { AbandonneeLe: { } abandon } => $"Abandonnée le {Formats.DateLongue(abandon)}",
            { PrononceeLe: { } prononcee } => $"Prononcée le {Formats.DateLongue(prononcee)}",
            _ => "En cours",
        };

    /// <summary>Les étapes d'une dissolution, telles qu'on les date.</summary>
    internal sealed class EtapesSaisies
    {
        public DateOnly? VoteeLe { get; set; }

        public DateOnly? JourVote { get; set; }

        public DateOnly? Facturation { get; set; }

        public DateOnly? Archives { get; set; }

        public string? Lieu { get; set; }

        public static IReadOnlyList<ChampCompare<EtapesSaisies>> Champs { get; } =
        [
            new("Votée le", s => Formats.DateCourte(s.VoteeLe), (moi, lui) => moi.VoteeLe = lui.VoteeLe),
            new("Dernier jour voté", s => Formats.DateCourte(s.JourVote), (moi, lui) => moi.JourVote = lui.JourVote),
            new(
                "Dernière facturation le",
                s => Formats.DateCourte(s.Facturation),
                (moi, lui) => moi.Facturation = lui.Facturation
            ),
            new("Archives versées le", s => Formats.DateCourte(s.Archives), (moi, lui) => moi.Archives = lui.Archives),
            new("Lieu des archives", s => s.Lieu, (moi, lui) => moi.Lieu = lui.Lieu),
        ];

        public static EtapesSaisies De(Dissolution? dossier) =>
            new()
            {
                VoteeLe = dossier?.VoteeLe,
                JourVote = dossier?.DernierJourVote,
                Facturation = dossier?.DerniereFacturationLe,
                Archives = dossier?.ArchivesVerseesLe,
                Lieu = dossier?.LieuDesArchives,
            };
    }
}
