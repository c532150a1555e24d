namespace CdgMarches.Domain.Commissions;

/// <summary>Une personne dans la salle, ou à distance, de son arrivée à son départ.</summary>
/// <remarks>
/// RG2.23. Hors de la racine : une présence s'écrit en une ligne au moment où elle est relevée, et deux écrans qui relèvent deux
/// sièges ne se gênent pas. La version de la séance avance avec elle.
/// </remarks>
public sealed class Presence
{
    private Presence() { }

    public Presence(SeanceId seance, Guid personne, bool aDistance, DateTimeOffset arrivee)
    {
        Id = Guid.CreateVersion7();
        (Seance, Personne, ADistance, Arrivee) = (seance, personne, aDistance, arrivee);
    }

    public Guid Id { get; private init; }

    public SeanceId Seance { get; private init; }

    /// <summary>La désignation ou l'invité qui est là.</summary>
    public Guid Personne { get; private init; }

    /// <summary>Par téléphone ou visioconférence : réputé présent (RG2.22).</summary>
    public bool ADistance { get; private init; }

    public DateTimeOffset Arrivee { get; private init; }

    /// <summary>Nul tant qu'elle est là.</summary>
    public DateTimeOffset? Depart { get; private set; }

    public void Partir(DateTimeOffset instant) => Depart = instant < Arrivee ? Arrivee : instant;

    public bool EstLa(DateTimeOffset? instant = null) =>
        instant is { } i ? Arrivee <= i && (Depart is not { } d || i < d) : Depart is null;
}
