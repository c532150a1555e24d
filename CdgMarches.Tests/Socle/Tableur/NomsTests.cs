using CdgMarches.App.Socle.Tableur;

namespace CdgMarches.Tests.Socle.Tableur;

public sealed class NomsTests
{
    private static readonly DateOnly Jour = new(2026, 3, 16);

    [Fact]
    public void Les_noms_de_feuille_interdits_trop_longs_ou_en_double_sont_ajustes()
    {
        using var classeur = ClasseurExcel.Creer();

        Assert.Equal(
            "Lot 1-2 - gros-œuvre",
            classeur.Feuille("Lot 1/2 : gros*œuvre").Nom.Replace("  ", " ", StringComparison.Ordinal)
        );
        Assert.Equal(31, classeur.Feuille(new string('a', 50)).Nom.Length);
        Assert.EndsWith(" (2)", classeur.Feuille(new string('a', 50)).Nom, StringComparison.Ordinal);
        Assert.Equal("Feuille", classeur.Feuille("''").Nom);
    }

    [Theory]
    [InlineData("Recensement", "Fournitures 2027", "CdgMarches_Recensement-Fournitures-2027_2026-03-16.xlsx")]
    [InlineData("Référentiel", null, "CdgMarches_Référentiel_2026-03-16.xlsx")]
    [InlineData("Consolidation", "Lot 1/2 : <gros> \"œuvre\" ...", "CdgMarches_Consolidation-Lot-1-2-gros-œuvre_2026-03-16.xlsx")]
    [InlineData("../../etc", "passwd", "CdgMarches_etc-passwd_2026-03-16.xlsx")]
    [InlineData("///", "", "CdgMarches_Export_2026-03-16.xlsx")]
    public void Le_nom_de_fichier_dit_l_objet_et_la_date(string nature, string? objet, string attendu) =>
        Assert.Equal(attendu, NomDeFichier.De(nature, objet, Jour));

    [Theory]
    [InlineData(1, "A")]
    [InlineData(26, "Z")]
    [InlineData(27, "AA")]
    [InlineData(702, "ZZ")]
    [InlineData(703, "AAA")]
    [InlineData(16_384, "XFD")]
    public void Les_colonnes_ont_les_lettres_d_excel(int numero, string lettres) =>
        Assert.Equal(lettres, LettreDeColonne.De(numero));
}
