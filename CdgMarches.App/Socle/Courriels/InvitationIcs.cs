using System.Globalization;

namespace CdgMarches.App.Socle.Courriels;

/// <summary>Ce que l'invitation demande à l'agenda qui la reçoit.</summary>
public enum MethodeDInvitation
{
    /// <summary>Inscrire la réunion, ou la mettre à jour.</summary>
    Demande,

    /// <summary>La retirer.</summary>
    Annulation,
}

/// <summary>Une personne d'une invitation.</summary>
public sealed record PersonneInvitee(string Nom, string Adresse);

/// <summary>Une invitation de calendrier, au format iCalendar (RFC 5545 et 5546).</summary>
/// <remarks>
/// Les agendas reconnaissent la réunion à son identifiant, et ne la changent que si la séquence a monté : l'un ne change jamais
/// pour une même réunion, l'autre monte à chaque nouvelle date, nouveau lieu ou annulation.
/// </remarks>
/// <param name="Uid">L'identifiant stable de la réunion (« seance-0195…@cdgmarches »).</param>
/// <param name="Sequence">0 à la première convocation, un de plus à chaque changement.</param>
/// <param name="Titre">L'objet de la réunion.</param>
/// <param name="Debut">Le début, à l'heure du CDG.</param>
/// <param name="Fin">La fin, à l'heure du CDG.</param>
/// <param name="Fuseau">Le fuseau du CDG.</param>
/// <param name="Organisateur">Celui qui convoque.</param>
/// <param name="Invitee">La personne qui reçoit cette invitation-là.</param>
public sealed record InvitationIcs(
    string Uid,
    int Sequence,
    string Titre,
    DateTime Debut,
    DateTime Fin,
    TimeZoneInfo Fuseau,
    PersonneInvitee Organisateur,
    PersonneInvitee Invitee
)
{
    public MethodeDInvitation Methode { get; init; }

    /// <summary>La ligne qui fait d'une invitation l'annulation d'une autre.</summary>
    internal const string Annulee = "METHOD:CANCEL";

    public string? Lieu { get; init; }

    public string? Description { get; init; }

    /// <summary>L'adresse de la page de la réunion.</summary>
    public Uri? Lien { get; init; }

    /// <summary>Combien de minutes avant le début l'agenda prévient ; null pour ne rien régler.</summary>
    public int? RappelEnMinutes { get; init; }

    /// <summary>Écrit l'invitation.</summary>
    /// <param name="instant">L'instant où elle est émise.</param>
    /// <exception cref="ArgumentException">La fin ne suit pas le début, ou la séquence est négative.</exception>
    public string Ecrire(DateTimeOffset instant)
    {
        if (Fin <= Debut || Sequence < 0)
        {
            throw new ArgumentException("Une réunion finit après avoir commencé, et sa séquence part de zéro.");
        }

        var annulee = Methode is MethodeDInvitation.Annulation;
        var ics = new EcritureIcs()
            .Ligne("BEGIN:VCALENDAR")
            .Ligne("VERSION:2.0")
            .Ligne("PRODID:-//CdgMarches//Convocations//FR")
            .Ligne("CALSCALE:GREGORIAN")
            .Ligne(annulee ? Annulee : "METHOD:REQUEST")
            .Fuseau(Fuseau)
            .Ligne("BEGIN:VEVENT")
            .Ligne($"UID:{EcritureIcs.Texte(Uid)}")
            .Ligne($"SEQUENCE:{Sequence.ToString(CultureInfo.InvariantCulture)}")
            .Ligne($"DTSTAMP:{EcritureIcs.Utc(instant)}")
            .Heure("DTSTART", Debut, Fuseau)
            .Heure("DTEND", Fin, Fuseau)
            .Ligne($"SUMMARY:{EcritureIcs.Texte(Titre)}")
            .Ligne($"STATUS:{(annulee ? "CANCELLED" : "CONFIRMED")}")
            .Ligne($"ORGANIZER;CN={EcritureIcs.Parametre(Organisateur.Nom)}:mailto:{Organisateur.Adresse}")
            .Ligne(
                $"ATTENDEE;CN={EcritureIcs.Parametre(Invitee.Nom)};CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:{Invitee.Adresse}"
            );
        Facultatif(ics, "LOCATION", Lieu);
        Facultatif(ics, "DESCRIPTION", Description);
        if (Lien is not null)
        {
            ics.Ligne($"URL:{Lien.AbsoluteUri}");
        }

        if (RappelEnMinutes is { } minutes && !annulee)
        {
            ics.Ligne("BEGIN:VALARM")
                .Ligne("ACTION:DISPLAY")
                .Ligne($"DESCRIPTION:{EcritureIcs.Texte(Titre)}")
                .Ligne($"TRIGGER:-PT{minutes.ToString(CultureInfo.InvariantCulture)}M")
                .Ligne("END:VALARM");
        }

        return ics.Ligne("END:VEVENT").Ligne("END:VCALENDAR").ToString();
    }

    private static void Facultatif(EcritureIcs ics, string propriete, string? texte)
    {
        if (!string.IsNullOrWhiteSpace(texte))
        {
            ics.Ligne($"{propriete}:{EcritureIcs.Texte(texte)}");
        }
    }
}
