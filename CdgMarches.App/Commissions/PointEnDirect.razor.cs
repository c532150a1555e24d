using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
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
    private int _revision = -1;
    private Guid? _deporte;
    private string? _motifDuDeport;
    private string? _rapport;
    private string? _notes;
    private string? _observations;
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

    /// <summary>Exécute un geste et fait relire la séance ; vrai s'il est fait.</summary>
    [Parameter, EditorRequired]
    public Func<GesteDeSeance, string, Task<bool>> Faire { get; set; } = null!;

    [Parameter, EditorRequired]
    public TimeZoneInfo Fuseau { get; set; } = null!;

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
        if (_revision == Point.Revision)
        {
            return;
        }

        // A new revision is somebody's save: its notes are read again; the vote being typed stays.
        _revision = Point.Revision;
        (_rapport, _notes, _observations) = (Point.Rapport, Point.Notes, Point.Observations);
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
        if (await Faire(new GesteDeSeance.Deporte(Point.Numero, _deporte!.Value, _motifDuDeport), "Le déport est enregistré."))
        {
            (_deporte, _motifDuDeport) = (null, null);
        }
    }

    private Task<bool> NoterAsync() =>
        Faire(
            new GesteDeSeance.Note(Point.Numero, Point.Revision, _rapport, _notes, _observations),
            $"Les notes du point {Point.Numero} sont enregistrées."
        );

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
