using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Commissions.Regles;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Commissions;

/// <summary>Un point de la séance en direct. Ce que l'agent tape survit aux relectures que les présences causent.</summary>
public sealed partial class PointEnDirect
{
    private static readonly IReadOnlyList<Option<SensDuVote?>> Sens =
    [
        .. Enum.GetValues<SensDuVote>().Select(s => new Option<SensDuVote?>(s, s.Libelle())),
    ];

    private readonly Dictionary<Guid, SensDuVote> _voix = [];
    private Guid? _deporte;
    private string? _motifDuDeport;
    private SaisieDeNotes _saisie = new();
    private SaisieDeNotes _depart = new() { Revision = -1 };
    private Conflit<SaisieDeNotes>? _conflit;
    private int _cleDesNotes;
    private IssueDuPoint? _issue;
    private string? _attributaire;
    private int? _pour;
    private int? _contre = 0;
    private int? _abstentions = 0;
    private SensDuVote? _president;
    private string? _motifs;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private Retour? _refus;

    [Parameter, EditorRequired]
    public SeanceEnDirect Direct { get; set; } = null!;

    [Parameter, EditorRequired]
    public PointDOrdreDuJour Point { get; set; } = null!;

    /// <summary>Exécute un geste et fait relire la séance.</summary>
    [Parameter, EditorRequired]
    public Func<GesteDeSeance, string, Task<Retour>> Faire { get; set; } = null!;

    [Parameter, EditorRequired]
    public TimeZoneInfo Fuseau { get; set; } = null!;

    [Inject]
    private ComparerSaisies Comparer { get; set; } = null!;

    [Inject]
    private ActeurCourant ActeurCourant { get; set; } = null!;

    [Inject]
    private Operation Operation { get; set; } = null!;

    private string Ancre => $"titre-point-{Point.Numero}";

    private bool EnCours => Direct.Seance.PointEnCours == Point.Numero && Point.Issue is null;

    private bool Modifiable =>
        Direct is { PeutGerer: true, Seance.Etat: EtatDeSeance.Appel or EtatDeSeance.Ouverte } && Point.Issue is null;

    private List<OffreExaminee> OffresDuPoint =>
        [.. Direct.Seance.Offres.Where(o => o.Point == Point.Numero).OrderBy(o => o.Rang ?? int.MaxValue).ThenBy(o => o.Ordre)];

    private List<Deport> DeportsDuPoint => [.. Direct.Seance.Deports.Where(d => d.Point == Point.Numero)];

    private List<PlaceDeSeance> PlacesAVoix =>
        [.. Direct.Seance.Places.Where(p => Direct.Feuille.Voix(p, Point.Numero) is not null).OrderBy(p => p.Ordre)];

    private IReadOnlyList<Option<Guid?>> Personnes =>
        [
            .. Direct
                .Seance.Places.OrderBy(p => p.Ordre)
                .SelectMany(p => new[] { (p.Titulaire, p.NomDuTitulaire, p.Membre), (p.Suppleant, p.NomDuSuppleant, p.Membre) })
                .Where(p => p.Item1 is { } id && !Direct.Feuille.SeDeporte(Point.Numero, id))
                .Select(p => new Option<Guid?>(p.Item1, $"{p.Item2} — {p.Membre}")),
        ];

    private IReadOnlyList<Option<IssueDuPoint?>> Issues =>
        [.. IssueDeLaNature.Permises(Point.Nature).Select(i => new Option<IssueDuPoint?>(i, i.Libelle()))];

    private IReadOnlyList<Option<string>> Candidats =>
        [.. OffresDuPoint.Where(o => o.MotifDeRejet is null).Select(o => new Option<string>(o.Candidat, o.Candidat))];

    protected override void OnParametersSet()
    {
        // What another screen saves is shown beside: a field being typed in is never replaced under the fingers.
        if (_depart.Revision < 0)
        {
            Adopter();
        }

        _attributaire ??= OffresDuPoint.Find(o => o.Rang == 1)?.Candidat;
        _issue ??= Point.Nature is NatureDuPoint.ChoixDuTitulaire ? IssueDuPoint.Attribution : IssueDuPoint.AvisFavorable;
    }

    private void Voter(Guid siege, SensDuVote? sens)
    {
        if (sens is { } s)
        {
            _voix[siege] = s;
        }
        else
        {
            _voix.Remove(siege);
        }
    }

    private async Task DeporterAsync()
    {
        var retour = await Faire(
            new GesteDeSeance.Deporte(Point.Numero, _deporte!.Value, _motifDuDeport),
            "Le déport est enregistré."
        );
        if (retour.Reussi)
        {
            (_deporte, _motifDuDeport) = (null, null);
        }
    }

    private async Task NoterAsync()
    {
        _conflit = null;
        var retour = await Faire(
            new GesteDeSeance.Note(Point.Numero, _depart.Revision, _saisie.Rapport, _saisie.Notes, _saisie.Observations),
            $"Les notes du point {Point.Numero} sont enregistrées."
        );
        if (retour.Reussi)
        {
            Adopter();
        }
        else if (retour.Conflit)
        {
            _conflit = await Comparer.ExecuterAsync(
                await ActeurCourant.LireAsync(),
                _saisie,
                () => Task.FromResult<SaisieDeNotes?>(SaisieDeNotes.De(Point)),
                SaisieDeNotes.Champs,
                nameof(Seance),
                Direct.Seance.Id.Valeur,
                _depart
            );
        }
    }

    /// <summary>Prend ce qui est enregistré, comme départ de la saisie suivante.</summary>
    private void Adopter()
    {
        (_saisie, _depart, _conflit) = (SaisieDeNotes.De(Point), SaisieDeNotes.De(Point), null);
        _cleDesNotes++;
    }

    private Task GarderAsync(Conflit<SaisieDeNotes> conflit)
    {
        (_saisie, _depart) = (conflit.Mienne, conflit.Sienne);
        return NoterAsync();
    }

    private async Task DeciderAsync()
    {
        (_erreurs, _refus) = ([], null);
        if (_issue is not { } issue)
        {
            _erreurs = [new ErreurDeSaisie("issue", "Choisissez l'issue du point.")];
            return;
        }

        var decision = Lire(issue);
        var examen = await Operation.ExecuterAsync(
            () =>
            {
                Direct.Seance.PeutDecider(Point.Numero, decision, Direct.Feuille).Exiger();
                return Task.CompletedTask;
            },
            ""
        );
        if (!examen.Reussi)
        {
            (_erreurs, _refus) = Saisies.Repartir(examen);
            return;
        }

        await Faire(
            new GesteDeSeance.Decide(Point.Numero, Point.Revision, decision),
            $"La décision du point {Point.Numero} est enregistrée."
        );
    }

    private DecisionProposee Lire(IssueDuPoint issue)
    {
        if (issue is IssueDuPoint.Ajourne)
        {
            return new DecisionProposee(issue, Motifs: _motifs);
        }

        var vote = Point.VoteNominatif
            ? new Decompte(Compte(SensDuVote.Pour), Compte(SensDuVote.Contre), Compte(SensDuVote.Abstention))
            : new Decompte(_pour ?? 0, _contre ?? 0, _abstentions ?? 0);
        return new DecisionProposee(
            issue,
            vote,
            _president,
            issue is IssueDuPoint.Attribution ? _attributaire : null,
            _motifs,
            Point.VoteNominatif ? _voix.ToDictionary() : null
        );
    }

    private int Compte(SensDuVote sens) => _voix.Values.Count(s => s == sens);
}
