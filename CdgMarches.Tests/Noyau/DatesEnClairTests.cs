using CdgMarches.Domain.Noyau;

namespace CdgMarches.Tests.Noyau;

/// <summary>Les dates qu'un texte libre cite.</summary>
public sealed class DatesEnClairTests
{
    [Theory]
    [InlineData("dissous au 31 décembre 2026.", "2026-12-31")]
    [InlineData("au 1er juillet 2026 ; payé le 05/08/2026", "2026-07-01 2026-08-05")]
    [InlineData("le 15\u00a0Février 2027, le 15 février 2027", "2027-02-15")]
    [InlineData("le 30 février 2026, l'article 6/12/2 et la loi de 2015", "")]
    [InlineData(null, "")]
    public void Les_dates_citees_se_relevent_une_fois_dans_l_ordre(string? texte, string attendu) =>
        Assert.Equal(attendu, string.Join(' ', DatesEnClair.Lire(texte).Select(d => $"{d:yyyy-MM-dd}")));
}
