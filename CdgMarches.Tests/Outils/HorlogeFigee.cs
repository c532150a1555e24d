namespace CdgMarches.Tests.Outils;

/// <summary>Une horloge arrêtée, que le test avance quand il veut.</summary>
public sealed class HorlogeFigee(DateTimeOffset instant) : TimeProvider
{
    /// <summary>Le 10 mars 2026 à 10 h, heure de Paris.</summary>
    public static DateTimeOffset Origine { get; } = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Instant { get; set; } = instant;

    public override DateTimeOffset GetUtcNow() => Instant;
}
