using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Parametres;

namespace CdgMarches.Tests.Parametres;

public sealed class PetitsLotsTests
{
    private static readonly SeuilsDeProcedure Seuils = new(SeuilsDeReference.Lister());
    private static readonly DateOnly Lancement = new(2026, 6, 1);

    [Theory]
    [InlineData(NatureDAchat.Services, new[] { 400_000, 79_000, 21_000 }, new[] { 1, 2 }, true)] // 20 % exactement
    [InlineData(NatureDAchat.Services, new[] { 400_000, 79_000, 21_001 }, new[] { 1, 2 }, false)]
    [InlineData(NatureDAchat.Services, new[] { 900_000, 80_000 }, new[] { 1 }, false)] // 80 000 n'est pas « inférieur à »
    [InlineData(NatureDAchat.Services, new[] { 900_000, 79_999 }, new[] { 1 }, true)]
    [InlineData(NatureDAchat.Travaux, new[] { 9_000_000, 999_999 }, new[] { 1 }, true)]
    [InlineData(NatureDAchat.Travaux, new[] { 9_000_000, 1_000_000 }, new[] { 1 }, false)]
    [InlineData(NatureDAchat.Services, new[] { 400_000, 100_000 }, new int[0], true)]
    public void Chacun_sous_le_plafond_et_ensemble_au_plus_un_cinquieme(
        NatureDAchat nature,
        int[] lots,
        int[] choisis,
        bool permis
    ) => Assert.Equal(permis, Seuils.PetitsLots(nature, Montants(lots), choisis, Lancement).EstRespectee);

    [Fact]
    public void Un_lot_choisi_deux_fois_ne_compte_qu_une_fois() =>
        Assert.True(Seuils.PetitsLots(NatureDAchat.Services, Montants([400_000, 79_000]), [1, 1], Lancement).EstRespectee);

    [Fact]
    public void Un_lot_qui_n_existe_pas_est_une_erreur() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Seuils.PetitsLots(NatureDAchat.Services, Montants([1]), [1], Lancement));

    [Fact]
    public void Le_message_dit_les_plafonds_et_quoi_faire()
    {
        var regle = Seuils.PetitsLots(NatureDAchat.Services, Montants([400_000, 79_000, 21_001]), [1, 2], Lancement);
        var message = regle.Message.Replace('\u00A0', ' ').Replace('\u202F', ' ');

        Assert.Equal("CCP, art. R2123-1, 2°", regle.Fondement);
        Assert.Contains("inférieur à 80 000,00 € HT", message, StringComparison.Ordinal);
        Assert.Contains("100 001,00 € HT, ne pas dépasser 20 %", message, StringComparison.Ordinal);
        Assert.Contains("Retirez-en", message, StringComparison.Ordinal);
    }

    [Fact]
    public void La_valeur_d_un_accord_cadre_est_le_maximum_de_tous_sur_toute_la_duree()
    {
        Assert.Equal(MontantHt.DEuros(216_000), ValeurDuBesoin.DeLAccordCadre(Montants([20_000, 25_000, 9_000]), 48));
        Assert.Equal(MontantHt.DEuros(25_000), ValeurDuBesoin.DeLAccordCadre(Montants([10_000]), 30));
        Assert.Equal(MontantHt.DEuros(0.08m), ValeurDuBesoin.DeLAccordCadre([MontantHt.DEuros(1)], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ValeurDuBesoin.DeLAccordCadre([], 0));
    }

    [Fact]
    public void La_valeur_d_un_marche_compte_options_reconductions_et_primes() =>
        Assert.Equal(
            MontantHt.DEuros(111_000),
            ValeurDuBesoin.DuMarche(Montants([40_000, 10_000]), Montants([5_000]), Montants([50_000]), Montants([6_000]))
        );

    private static MontantHt[] Montants(int[] euros) => [.. euros.Select(e => MontantHt.DEuros(e))];
}
