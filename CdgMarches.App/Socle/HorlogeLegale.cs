using CdgMarches.App.Demarrage;

namespace CdgMarches.App.Socle;

/// <summary>Le jour légal est celui du CDG, quel que soit le fuseau du serveur (RG8.10).</summary>
public sealed class HorlogeLegale(TimeProvider horloge, Reglages reglages)
{
    public DateTimeOffset Maintenant => horloge.GetUtcNow();

    public DateOnly Aujourdhui => Jour(Maintenant);

    public TimeZoneInfo Fuseau => reglages.Fuseau;

    /// <summary>Le jour du CDG où tombe un instant.</summary>
    public DateOnly Jour(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant));

    /// <summary>Le premier instant d'un jour du CDG.</summary>
    public DateTimeOffset Minuit(DateOnly jour)
    {
        var minuit = jour.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(minuit, reglages.Fuseau.GetUtcOffset(minuit)).ToUniversalTime();
    }

    /// <summary>L'heure du CDG à un instant.</summary>
    public DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, reglages.Fuseau).DateTime;
}
