using CdgMarches.Tests.Outils;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LesLonguesDAbord))]

namespace CdgMarches.Tests.Outils;

/// <summary>Les collections qui durent d'abord : la plus longue, commencée la dernière, tiendrait seule un cœur jusqu'à la fin.</summary>
public sealed class LesLonguesDAbord : ITestCollectionOrderer
{
    private static readonly string[] Longues = ["AccessibiliteDesPages", "Demarrage", "Cloisonnement", "MortDuProcessus"];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(
        IReadOnlyCollection<TTestCollection> testCollections
    )
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(c => Rang(c.TestCollectionDisplayName))];

    private static int Rang(string collection)
    {
        var rang = Array.FindIndex(Longues, l => collection.Contains(l, StringComparison.Ordinal));
        return rang < 0 ? Longues.Length : rang;
    }
}
