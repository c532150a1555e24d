namespace CdgMarches.Domain.Commissions;

/// <summary>Qui est là, et combien de voix cela fait, pour la séance ou pour un point.</summary>
/// <remarks>
/// RG2.21, RG2.31, RG2.32. L'unité comptée est le siège : le titulaire présent compte ; le suppléant ne compte que si le
/// titulaire est absent ou se déporte ; les deux présents comptent pour un ; une voix consultative ne compte jamais. Le
/// dénominateur ne change pas avec un déport.
/// </remarks>
public sealed class FeuilleDePresence(
    IReadOnlyCollection<PlaceDeSeance> places,
    IReadOnlyCollection<Presence> presences,
    IReadOnlyCollection<Deport> deports
)
{
    private readonly HashSet<Guid> _presents = [.. presences.Where(p => p.EstLa()).Select(p => p.Personne)];
    private readonly HashSet<(int, Guid)> _deports = [.. deports.Select(d => (d.Point, d.Personne))];

    public IReadOnlyCollection<PlaceDeSeance> Places => places;

    /// <summary>Le nombre de sièges à voix délibérative.</summary>
    public int Sieges => places.Count;

    public bool EstPresent(Guid personne) => _presents.Contains(personne);

    public bool SeDeporte(int point, Guid personne) => _deports.Contains((point, personne));

    /// <summary>Celui dont la voix compte à ce siège, ou nul.</summary>
    /// <param name="place">Le siège.</param>
    /// <param name="point">Le point, pour ses déports ; nul pour la séance entière.</param>
    public QualiteEnSeance? Voix(PlaceDeSeance place, int? point = null) =>
        Siege(place.Titulaire, point) ? QualiteEnSeance.Titulaire
        : Siege(place.Suppleant, point) ? QualiteEnSeance.Suppleant
        : null;

    public int Voix(int? point = null) => places.Count(p => Voix(p, point) is not null);

    /// <summary>Le président, ou à défaut son suppléant, siège (RG2.08).</summary>
    public bool PresidenceAssuree(int? point = null) => places.Any(p => p.EstPresident && Voix(p, point) is not null);

    /// <summary>L'instant depuis lequel ce quorum est tenu sans interruption ; nul s'il ne l'est pas.</summary>
    public DateTimeOffset? AtteintDepuis(Quorum quorum)
    {
        DateTimeOffset? depuis = null;
        foreach (
            var instant in presences.SelectMany(p => new[] { p.Arrivee, p.Depart }).OfType<DateTimeOffset>().Distinct().Order()
        )
        {
            depuis = quorum.EstAtteint(VoixA(instant)) ? depuis ?? instant : null;
        }

        return depuis;
    }

    /// <summary>Le nombre de voix présentes à un instant passé.</summary>
    public int VoixA(DateTimeOffset instant)
    {
        var la = presences.Where(p => p.EstLa(instant)).Select(p => p.Personne).ToHashSet();
        return places.Count(p => (p.Titulaire is { } t && la.Contains(t)) || (p.Suppleant is { } s && la.Contains(s)));
    }

    private bool Siege(Guid? personne, int? point) =>
        personne is { } p && _presents.Contains(p) && (point is not { } n || !_deports.Contains((n, p)));
}
