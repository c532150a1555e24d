using System.Diagnostics.CodeAnalysis;

namespace CdgMarches.Domain.Noyau.Calendrier;

/// <summary>Le fuseau du CDG : c'est lui qui dit le jour légal d'un instant, jamais celui du serveur.</summary>
/// <remarks>
/// RG8.10. Identifiant IANA (« Europe/Paris », « Indian/Reunion »). Envoyé le 29 mars 2026 à 22 h 30 UTC, c'est le 30 mars
/// à Paris ; la veille à la même heure, c'est encore le 28.
/// </remarks>
public sealed record FuseauLegal
{
    private readonly TimeZoneInfo _zone;

    private FuseauLegal(string identifiant, TimeZoneInfo zone) => (Identifiant, _zone) = (identifiant, zone);

    public static FuseauLegal Paris { get; } = De("Europe/Paris");

    /// <summary>L'identifiant IANA.</summary>
    public string Identifiant { get; }

    public static bool TryDe([NotNullWhen(true)] string? identifiant, [NotNullWhen(true)] out FuseauLegal? fuseau)
    {
        fuseau =
            !string.IsNullOrWhiteSpace(identifiant)
            && TimeZoneInfo.TryFindSystemTimeZoneById(identifiant, out var zone)
            && zone.HasIanaId
                ? new FuseauLegal(identifiant, zone)
                : null;
        return fuseau is not null;
    }

    /// <exception cref="ArgumentException">Ce fuseau n'existe pas, ou n'est pas désigné par son nom IANA.</exception>
    public static FuseauLegal De(string identifiant) =>
        TryDe(identifiant, out var fuseau)
            ? fuseau
            : throw new ArgumentException(
                $"Le fuseau horaire « {identifiant} » est inconnu. Donnez son nom IANA, par exemple Europe/Paris.",
                nameof(identifiant)
            );

    /// <summary>Le jour légal de l'instant.</summary>
    public DateOnly Jour(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>L'heure qu'il est à l'instant.</summary>
    public TimeOnly Heure(DateTimeOffset instant) => TimeOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>L'instant avec le décalage de ce fuseau, pour l'imprimer.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _zone);

    /// <summary>L'instant, en UTC, d'une heure de ce fuseau : celui d'une clôture annoncée.</summary>
    /// <remarks>
    /// Une heure que le passage à l'heure d'été saute vaut la même après le saut ; une heure que l'heure d'hiver répète vaut
    /// la seconde fois : dans les deux cas, celui qui doit répondre n'y perd rien.
    /// </remarks>
    public DateTimeOffset Instant(DateOnly jour, TimeOnly heure)
    {
        var local = jour.ToDateTime(heure);
        var decalage = _zone.IsInvalidTime(local) ? _zone.GetUtcOffset(local.AddDays(-1)) : DecalageLePlusTardif(local);
        return new DateTimeOffset(local, decalage).ToUniversalTime();
    }

    /// <summary>L'instant où le jour finit, à 24 h : le premier qui n'en est plus.</summary>
    public DateTimeOffset FinDuJour(DateOnly jour) => Instant(jour.AddDays(1), TimeOnly.MinValue);

    public bool Equals(FuseauLegal? other) => other is not null && Identifiant == other.Identifiant;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Identifiant);

    public override string ToString() => Identifiant;

    private TimeSpan DecalageLePlusTardif(DateTime local) =>
        _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Min() : _zone.GetUtcOffset(local);
}
