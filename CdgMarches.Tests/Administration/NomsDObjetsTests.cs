using CdgMarches.App.Administration;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Tests.Administration;

public sealed class NomsDObjetsTests
{
    /// <summary>Un nom de type composé (« FenetreDAdhesion ») n'est pas du français : chaque racine en a un autre au journal.</summary>
    [Fact]
    public void Chaque_objet_du_journal_se_lit_en_francais()
    {
        var racines = typeof(Agregat).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Agregat)) && !t.IsAbstract).ToList();

        Assert.NotEmpty(racines);
        Assert.All(
            racines.Select(r => r.Name),
            nom => Assert.DoesNotMatch("[a-z][A-Z]", NomsDObjets.De(nom).Replace("CDG", "cdg", StringComparison.Ordinal))
        );
    }
}
