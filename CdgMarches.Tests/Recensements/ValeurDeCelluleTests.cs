using CdgMarches.Domain.Recensements;

namespace CdgMarches.Tests.Recensements;

public sealed class ValeurDeCelluleTests
{
    [Theory]
    [InlineData("12", 12_000)]
    [InlineData("1 234,5", 1_234_500)]
    [InlineData("1\u00A0234.5", 1_234_500)]
    [InlineData("1\u202F234", 1_234_000)]
    [InlineData("0", 0)]
    [InlineData("1000000000", 1_000_000_000_000)]
    public void Une_quantite_se_lit_comme_on_la_tape_ou_la_colle(string saisie, long milliemes)
    {
        Assert.True(ValeurDeCellule.TryLire(ChampDeReponse.Estime, saisie, out var valeur, out _));
        Assert.Equal(milliemes, valeur.Nombre);
    }

    [Theory]
    [InlineData("12 cartons", "n'est pas un nombre")]
    [InlineData("1.234,5", "n'est pas un nombre")]
    [InlineData("1e9", "n'est pas un nombre")]
    [InlineData("-1", "négatif")]
    [InlineData("1000000000,001", "dépasse un milliard")]
    [InlineData("1,2345", "décimales")]
    public void Une_quantite_qui_ne_tient_pas_est_refusee_par_une_phrase(string saisie, string phrase)
    {
        Assert.False(ValeurDeCellule.TryLire(ChampDeReponse.Estime, saisie, out var valeur, out var erreur));
        Assert.True(valeur.EstVide);
        Assert.Contains(phrase, erreur, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("31/12/2027", "31/12/2027")]
    [InlineData("1/2/2027", "01/02/2027")]
    [InlineData("2027-12-31", "31/12/2027")]
    public void Une_fin_de_contrat_se_relit_comme_elle_s_ecrit(string saisie, string texte)
    {
        Assert.True(ValeurDeCellule.TryLire(ChampDeReponse.FinDeContrat, saisie, out var valeur, out _));
        Assert.Equal(texte, valeur.EnTexte(ChampDeReponse.FinDeContrat));
    }

    [Theory]
    [InlineData("01/01/1900", "hors du siècle")]
    [InlineData("31/02/2027", "n'est pas une date")]
    [InlineData("demain", "n'est pas une date")]
    public void Une_date_de_1900_ou_impossible_est_refusee(string saisie, string phrase)
    {
        Assert.False(ValeurDeCellule.TryLire(ChampDeReponse.FinDeContrat, saisie, out _, out var erreur));
        Assert.Contains(phrase, erreur, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_texte_de_dix_mille_caracteres_est_refuse_et_dit_la_limite()
    {
        Assert.False(ValeurDeCellule.TryLire(ChampDeReponse.Commentaire, new string('a', 10_000), out _, out var erreur));
        Assert.Contains("1000 au plus", erreur, StringComparison.Ordinal);
    }

    [Fact]
    public void Une_cellule_effacee_est_vide_et_non_zero()
    {
        Assert.True(ValeurDeCellule.TryLire(ChampDeReponse.Estime, "  ", out var valeur, out _));
        Assert.True(valeur.EstVide);
    }
}
