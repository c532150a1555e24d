using CdgMarches.Domain.Noyau;

namespace CdgMarches.Tests.Noyau;

public sealed class CodeInseeTests
{
    [Theory]
    [InlineData("62041", "62")]
    [InlineData(" 01004 ", "01")]
    [InlineData("2A004", "2A")]
    [InlineData("2b033", "2B")]
    [InlineData("97411", "974")]
    [InlineData("98735", "987")]
    public void Un_code_insee_donne_son_departement(string saisie, string departement) =>
        Assert.Equal(departement, CodeInsee.Parse(saisie).Departement);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("6204")]
    [InlineData("620411")]
    [InlineData("2C004")]
    [InlineData("1A004")]
    [InlineData("2A0O4")]
    [InlineData("٦٢٠٤١")]
    [InlineData("62041\n62041")]
    public void Ce_qui_n_est_pas_un_code_insee_est_refuse(string? saisie)
    {
        Assert.False(CodeInsee.TryParse(saisie, out var code));
        Assert.Null(code);
    }
}
