using CdgMarches.Domain.Noyau.Calendrier;
using FsCheck;
using FsCheck.Fluent;

namespace CdgMarches.Tests.Outils;

/// <summary>Des générateurs qui visent les bords : un tirage uniforme ne tombe presque jamais dessus.</summary>
public static class Generateurs
{
    private const int PremiereAnnee = 2000;
    private const int DerniereAnnee = 2060;
    private const int Tirages = 1000;

    /// <summary>Vérifie la propriété sur mille tirages et fait échouer le test au premier contre-exemple, réduit.</summary>
    public static void Verifier(this Property propriete) => propriete.Check(Config.QuickThrowOnFailure.WithMaxTest(Tirages));

    public static Arbitrary<ZoneDeJoursFeries> Zones { get; } = Gen.Elements(Enum.GetValues<ZoneDeJoursFeries>()).ToArbitrary();

    /// <summary>Un jour de 2000 à 2060, une fois sur deux à trois jours au plus d'un bord du calendrier.</summary>
    public static Arbitrary<DateOnly> Jours { get; } = Gen.OneOf(UnJour(), PresDUnBord()).ToArbitrary();

    public static Arbitrary<int> Entiers(int de, int a) => Gen.Choose(de, a).ToArbitrary();

    /// <summary>Un entier de 64 bits petit, moyen ou grand, des deux signes.</summary>
    public static Arbitrary<long> Longs { get; } =
        Gen.OneOf(
                Gen.Choose(-200, 200).Select(n => (long)n),
                Gen.Choose(int.MinValue, int.MaxValue).Select(n => (long)n),
                Gen.Choose(int.MinValue, int.MaxValue).Select(n => n * 1_000_000_007L)
            )
            .ToArbitrary();

    private static Gen<DateOnly> UnJour() =>
        Gen.Choose(new DateOnly(PremiereAnnee, 1, 1).DayNumber, new DateOnly(DerniereAnnee, 12, 31).DayNumber)
            .Select(DateOnly.FromDayNumber);

    private static Gen<DateOnly> PresDUnBord() =>
        from annee in Gen.Choose(PremiereAnnee, DerniereAnnee)
        from bord in Gen.Elements(
            new DateOnly(annee, 1, 1),
            new DateOnly(annee, 2, 28),
            new DateOnly(annee, 3, 1),
            new DateOnly(annee, 5, 1),
            new DateOnly(annee, 5, 28),
            new DateOnly(annee, 12, 26),
            new DateOnly(annee, 12, 31),
            JoursFeries.Paques(annee),
            JoursFeries.Paques(annee).AddDays(39),
            JoursFeries.Paques(annee).AddDays(50)
        )
        from ecart in Gen.Choose(-3, 3)
        select bord.AddDays(ecart);
}
