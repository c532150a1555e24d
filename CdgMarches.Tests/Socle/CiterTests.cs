using CdgMarches.App.Socle;

namespace CdgMarches.Tests.Socle;

/// <summary>Un titre cité qui cite déjà prend les guillemets “ ” à l'intérieur.</summary>
public sealed class CiterTests
{
    [Theory]
    [InlineData("Lettre aux membres", "« Lettre aux membres »")]
    [InlineData("Adhésion à « Dématérialisation »", "« Adhésion à “Dématérialisation” »")]
    [InlineData("Adhésion à «\u00A0Dématérialisation\u00A0» et suite", "« Adhésion à “Dématérialisation” et suite »")]
    [InlineData("", "«  »")]
    public void Le_titre_est_entre_guillemets_et_ce_qu_il_cite_entre_guillemets_de_second_rang(string titre, string attendu) =>
        Assert.Equal(attendu, Typographie.Citer(titre));
}
