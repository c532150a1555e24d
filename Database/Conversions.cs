using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CdgMarches.Database;

internal sealed class IdentifiantEnGuid<TId>() : ValueConverter<TId, Guid>(id => id.Valeur, valeur => Relire(valeur))
    where TId : struct, IIdentifiant<TId>
{
    private static TId Relire(Guid valeur) => TId.De(valeur);
}

/// <summary>
/// Les instants se stockent en UTC, à la milliseconde tronquée : SQLite ne sait pas trier un DateTimeOffset, et les deux
/// moteurs relisent ainsi la même valeur.
/// </summary>
internal sealed class InstantUtc()
    : ValueConverter<DateTimeOffset, DateTime>(
        instant => DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds()).UtcDateTime,
        utc => new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc))
    );
