using CdgMarches.App.Compte;
using CdgMarches.Domain.Comptes;
using CdgMarches.Domain.Comptes.Regles;

namespace CdgMarches.Tests.Compte;

public sealed class PolitiqueDeMotDePasseTests
{
    private static readonly MotsDePasseCourants Courants = new();

    [Theory]
    [InlineData("onze-lettr.", false)]
    [InlineData("douze-lettr.", true)]
    public void Douze_caracteres_suffisent(string motDePasse, bool permis) =>
        Assert.Equal(permis, Examiner(motDePasse).EstFavorable);

    [Theory]
    [InlineData("quinze moulins.", false)]
    [InlineData("quinze moulins..", true)]
    public void Seize_caracteres_pour_un_administrateur(string motDePasse, bool permis)
    {
        Assert.Equal(permis, Examiner(motDePasse, administrateur: true).EstFavorable);
        Assert.True(Examiner(motDePasse).EstFavorable);
    }

    [Fact]
    public void Plus_de_cent_vingt_huit_caracteres_sont_refuses_avec_une_phrase()
    {
        var verdict = Examiner(string.Concat(Enumerable.Repeat("moulin canal ", 10)));

        Assert.Equal("Le mot de passe dépasse 128 caractères : raccourcissez-le.", Assert.Single(verdict.Obstacles).Message);
    }

    [Theory]
    [InlineData("motdepasse123")]
    [InlineData("azertyuiop123")]
    [InlineData("administrateur1")]
    [InlineData("Motdepasse2026!")]
    [InlineData("MOT DE PASSE 2026")]
    [InlineData("M0tDeP@sse2026!")]
    [InlineData("Camille62000!")]
    [InlineData("123456789012")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("azertyazerty")]
    [InlineData("Bonjour-Bonjour")]
    [InlineData("2026passwordpassword")]
    public void Les_mots_de_passe_que_tout_le_monde_essaie_sont_refuses(string motDePasse) =>
        Assert.Contains(Examiner(motDePasse).Obstacles, o => o is MotDePassePeuCourant);

    [Theory]
    [InlineData("quatre beffrois sous la pluie")]
    [InlineData("canal-moulin-7-genets")]
    [InlineData("le chat de Camille dort")]
    public void Une_phrase_passe_sans_majuscule_ni_chiffre_ni_signe(string motDePasse) =>
        Assert.True(Examiner(motDePasse).EstFavorable);

    [Theory]
    [InlineData("vive jean.dupont le grand")]
    [InlineData("vive JeanDupont le grand")]
    [InlineData("bienvenue chez CdgMarches")]
    [InlineData("bienvenue chez cdg-marches")]
    public void L_identifiant_et_le_nom_de_l_application_sont_refuses(string motDePasse) =>
        Assert.IsType<MotDePasseSansNomConnu>(Assert.Single(Examiner(motDePasse).Obstacles));

    [Fact]
    public void Tous_les_refus_sont_dits_a_la_fois()
    {
        var verdict = PolitiqueDeMotDePasse.Examiner("azerty1", estAdministrateur: true, "azerty", Courants.Contient);

        Assert.Equal(3, verdict.Obstacles.Count);
    }

    [Fact]
    public void La_liste_compte_quelques_milliers_de_mots() => Assert.InRange(Courants.Nombre, 3_000, 20_000);

    private static CdgMarches.Domain.Noyau.Verdict Examiner(string motDePasse, bool administrateur = false) =>
        PolitiqueDeMotDePasse.Examiner(motDePasse, administrateur, "jean.dupont", Courants.Contient);
}
