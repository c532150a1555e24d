using CdgMarches.App.Demarrage;
using CdgMarches.App.Socle;
using CdgMarches.Database;

namespace CdgMarches.Tests.Outils;

/// <summary>Des horloges légales arrêtées, à l'heure de Paris.</summary>
public static class Horloges
{
    /// <summary>Le jour des tests, sauf mention : le 10 mars 2026.</summary>
    public static DateOnly Jour { get; } = new(2026, 3, 10);

    public static HorlogeLegale Au(DateOnly jour) =>
        new(
            new HorlogeFigee(new DateTimeOffset(jour.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero)),
            new Reglages(Fournisseur.Sqlite, "", "", "", TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"))
        );

    public static HorlogeLegale DesTests => Au(Jour);
}
