using CdgMarches.Domain.Collectivites;

namespace CdgMarches.Tests.Collectivites;

public sealed class GrammaireDuNomTests
{
    [Theory]
    [InlineData(CategorieDeCollectivite.Commune, "Béthune", "de Béthune", "la commune de Béthune", "à la commune de Béthune")]
    [InlineData(CategorieDeCollectivite.Commune, "Arras", "d'Arras", "la commune d'Arras", "à la commune d'Arras")]
    [InlineData(CategorieDeCollectivite.Commune, "Étaples", "d'Étaples", "la commune d'Étaples", "à la commune d'Étaples")]
    [InlineData(CategorieDeCollectivite.Commune, "Hesdin", "d'Hesdin", "la commune d'Hesdin", "à la commune d'Hesdin")]
    [InlineData(
        CategorieDeCollectivite.Commune,
        "Hautecloque",
        "de Hautecloque",
        "la commune de Hautecloque",
        "à la commune de Hautecloque"
    )]
    [InlineData(CategorieDeCollectivite.Commune, "Le Touquet", "du Touquet", "la commune du Touquet", "à la commune du Touquet")]
    [InlineData(
        CategorieDeCollectivite.Commune,
        "Les Attaques",
        "des Attaques",
        "la commune des Attaques",
        "à la commune des Attaques"
    )]
    [InlineData(
        CategorieDeCollectivite.Commune,
        "La Couture",
        "de La Couture",
        "la commune de La Couture",
        "à la commune de La Couture"
    )]
    [InlineData(CategorieDeCollectivite.Commune, "Yzeure", "d'Yzeure", "la commune d'Yzeure", "à la commune d'Yzeure")]
    [InlineData(
        CategorieDeCollectivite.Commune,
        "Yainville",
        "de Yainville",
        "la commune de Yainville",
        "à la commune de Yainville"
    )]
    [InlineData(
        CategorieDeCollectivite.CommunauteDeCommunes,
        "CC du Pays de Lumbres",
        "de la communauté de communes du Pays de Lumbres",
        "la communauté de communes du Pays de Lumbres",
        "à la communauté de communes du Pays de Lumbres"
    )]
    [InlineData(
        CategorieDeCollectivite.Ccas,
        "CCAS de Béthune",
        "du CCAS de Béthune",
        "le CCAS de Béthune",
        "au CCAS de Béthune"
    )]
    [InlineData(CategorieDeCollectivite.CentreDeGestion, "CDG 62", "du CDG 62", "le CDG 62", "au CDG 62")]
    [InlineData(
        CategorieDeCollectivite.SyndicatMixteFerme,
        "Syndicat mixte des Deux Baies",
        "du syndicat mixte des Deux Baies",
        "le syndicat mixte des Deux Baies",
        "au syndicat mixte des Deux Baies"
    )]
    [InlineData(
        CategorieDeCollectivite.Oph,
        "Office public de l'habitat du Nord",
        "de l'office public de l'habitat du Nord",
        "l'office public de l'habitat du Nord",
        "à l'office public de l'habitat du Nord"
    )]
    [InlineData(
        CategorieDeCollectivite.CaisseDesEcoles,
        "Caisse des écoles de Lens",
        "de la caisse des écoles de Lens",
        "la caisse des écoles de Lens",
        "à la caisse des écoles de Lens"
    )]
    public void Les_tournures_se_proposent(
        CategorieDeCollectivite categorie,
        string nom,
        string nomAvecDe,
        string designation,
        string avecA
    )
    {
        var proposee = GrammaireDuNom.Proposer(categorie, nom);

        Assert.Equal(nomAvecDe, proposee.NomAvecDe);
        Assert.Equal(designation, proposee.Designation);
        Assert.Equal(avecA, proposee.DesignationAvecA);
    }

    [Fact]
    public void Une_tournure_corrigee_survit_au_changement_de_nom_et_une_tournure_proposee_le_suit()
    {
        var houdain = Collectivite.Creer(ReferentielDEssai.Commune("Houdain"));
        houdain.Modifier(houdain.Identite with { Nom = "Houdain-lez-Bavay" });
        Assert.Equal("d'Houdain-lez-Bavay", houdain.Grammaire.NomAvecDe);

        houdain.Modifier(houdain.Identite with { Grammaire = houdain.Grammaire with { NomAvecDe = "de Houdain" } });
        houdain.Modifier(houdain.Identite with { Nom = "Houdain" });
        Assert.Equal("de Houdain", houdain.Grammaire.NomAvecDe);
        Assert.True(houdain.GrammaireCorrigee);
    }

    [Theory]
    [InlineData("la commune d'Arras", "Commune d'Arras")]
    [InlineData("l'office public de l'habitat", "Office public de l'habitat")]
    [InlineData("le centre de gestion", "Centre de gestion")]
    [InlineData("Somme Numérique", "Somme Numérique")]
    public void Une_enveloppe_ne_commence_pas_par_un_article(string designation, string enveloppe) =>
        Assert.Equal(enveloppe, GrammaireDuNom.SansArticle(designation));

    [Theory]
    [InlineData("Arras", "d'Arras", "à Arras", "Arras")]
    [InlineData("Le Touquet-Paris-Plage", "du Touquet-Paris-Plage", "au Touquet-Paris-Plage", "Le Touquet-Paris-Plage")]
    [InlineData("Les Attaques", "des Attaques", "aux Attaques", "Les Attaques")]
    [InlineData("La Couture", "de La Couture", "à La Couture", "La Couture")]
    [InlineData("CDG 62", "du CDG 62", "au CDG 62", "le CDG 62")]
    [InlineData("CC du Ternois", "de la CC du Ternois", "à la CC du Ternois", "la CC du Ternois")]
    [InlineData(
        "Centre de gestion du Nord",
        "du centre de gestion du Nord",
        "au centre de gestion du Nord",
        "le centre de gestion du Nord"
    )]
    [InlineData(
        "Convention relative à l'accès",
        "de la convention relative à l'accès",
        "à la convention relative à l'accès",
        "la convention relative à l'accès"
    )]
    [InlineData("La convention d'accès", "de la convention d'accès", "à la convention d'accès", "la convention d'accès")]
    [InlineData("le centre de gestion", "du centre de gestion", "au centre de gestion", "le centre de gestion")]
    [InlineData("Le Président", "du Président", "au Président", "le Président")]
    [InlineData("L'article 4", "de l'article 4", "à l'article 4", "l'article 4")]
    [InlineData("Mme Aude Vasseur", "de Mme Aude Vasseur", "à Mme Aude Vasseur", "Mme Aude Vasseur")]
    [InlineData("", "de", "à", "")]
    public void Un_nom_s_accorde_avec_ce_qui_le_precede(string nom, string de, string a, string avecArticle) =>
        Assert.Equal((de, a, avecArticle), (GrammaireDuNom.De(nom), GrammaireDuNom.A(nom), GrammaireDuNom.AvecArticle(nom)));
}
