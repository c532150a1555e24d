using System.Globalization;
using System.Text;

namespace CdgMarches.App.Socle.Courriels;

/// <summary>Écrit un objet iCalendar (RFC 5545) : lignes pliées à 75 octets, textes protégés, fins de ligne CRLF.</summary>
internal sealed class EcritureIcs
{
    private const int OctetsParLigne = 75;

    private readonly StringBuilder _texte = new();

    public static string Utc(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    public static string Jour(DateOnly jour) => jour.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    public static string Local(DateTime heure) => heure.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    /// <summary>Protège un texte : la virgule, le point-virgule, la barre oblique inverse et les sauts de ligne ont un sens.</summary>
    public static string Texte(string texte) =>
        string.Concat(
            texte
                .ReplaceLineEndings("\n")
                .Select(c =>
                    c switch
                    {
                        '\\' => "\\\\",
                        ';' => "\\;",
                        ',' => "\\,",
                        '\n' => "\\n",
                        _ when char.IsControl(c) => " ",
                        _ => c.ToString(),
                    }
                )
        );

    /// <summary>La valeur d'un paramètre, entre guillemets ; elle ne peut en contenir.</summary>
    public static string Parametre(string texte) =>
        $"\"{string.Concat(texte.Select(c => c is '"' || char.IsControl(c) ? ' ' : c))}\"";

    /// <summary>Ajoute une ligne de contenu, pliée sans couper un caractère.</summary>
    public EcritureIcs Ligne(string ligne)
    {
        var reste = OctetsParLigne;
        foreach (var rune in ligne.EnumerateRunes())
        {
            if (rune.Utf8SequenceLength > reste)
            {
                _texte.Append("\r\n ");
                reste = OctetsParLigne - 1;
            }

            _texte.Append(rune.ToString());
            reste -= rune.Utf8SequenceLength;
        }

        _texte.Append("\r\n");
        return this;
    }

    /// <summary>Décrit le fuseau des heures qui suivent : règle d'été de l'Union, ou décalage fixe.</summary>
    /// <remarks>Saint-Pierre-et-Miquelon suit une autre règle d'été : ses heures s'écrivent en temps universel, sans fuseau.</remarks>
    public EcritureIcs Fuseau(TimeZoneInfo fuseau)
    {
        if (!EstDecrit(fuseau))
        {
            return this;
        }

        Ligne("BEGIN:VTIMEZONE").Ligne($"TZID:{fuseau.Id}");
        var hiver = fuseau.BaseUtcOffset;
        if (AUneHeureDEte(fuseau))
        {
            var ete = hiver + TimeSpan.FromHours(1);
            Passage("DAYLIGHT", "19810329T020000", 3, hiver, ete, "CEST")
                .Passage("STANDARD", "19961027T030000", 10, ete, hiver, "CET");
        }
        else
        {
            Ligne("BEGIN:STANDARD")
                .Ligne("DTSTART:19700101T000000")
                .Ligne($"TZOFFSETFROM:{Decalage(hiver)}")
                .Ligne($"TZOFFSETTO:{Decalage(hiver)}")
                .Ligne("END:STANDARD");
        }

        return Ligne("END:VTIMEZONE");
    }

    /// <summary>Ajoute une heure du CDG, dans le fuseau que <see cref="Fuseau"/> a décrit.</summary>
    public EcritureIcs Heure(string propriete, DateTime heure, TimeZoneInfo fuseau) =>
        EstDecrit(fuseau)
            ? Ligne($"{propriete};TZID={fuseau.Id}:{Local(heure)}")
            : Ligne($"{propriete}:{Utc(new DateTimeOffset(heure, fuseau.GetUtcOffset(heure)))}");

    private static bool EstDecrit(TimeZoneInfo fuseau) =>
        !AUneHeureDEte(fuseau) || fuseau.Id.StartsWith("Europe/", StringComparison.Ordinal);

    /// <remarks>Les règles anciennes d'un fuseau ne comptent pas : La Réunion n'a plus d'heure d'été.</remarks>
    private static bool AUneHeureDEte(TimeZoneInfo fuseau) =>
        fuseau.GetUtcOffset(new DateTime(2026, 1, 15)) != fuseau.GetUtcOffset(new DateTime(2026, 7, 15));

    public override string ToString() => _texte.ToString();

    private EcritureIcs Passage(string sens, string debut, int mois, TimeSpan de, TimeSpan vers, string nom) =>
        Ligne($"BEGIN:{sens}")
            .Ligne($"DTSTART:{debut}")
            .Ligne($"RRULE:FREQ=YEARLY;BYMONTH={mois.ToString(CultureInfo.InvariantCulture)};BYDAY=-1SU")
            .Ligne($"TZOFFSETFROM:{Decalage(de)}")
            .Ligne($"TZOFFSETTO:{Decalage(vers)}")
            .Ligne($"TZNAME:{nom}")
            .Ligne($"END:{sens}");

    private static string Decalage(TimeSpan decalage) =>
        (decalage < TimeSpan.Zero ? "-" : "+") + decalage.ToString("hhmm", CultureInfo.InvariantCulture);
}
