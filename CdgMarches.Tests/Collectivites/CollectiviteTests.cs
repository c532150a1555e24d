using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Collectivites.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Tests.Collectivites;

public sealed class CollectiviteTests
{
    private static readonly DateOnly Jour = new(2026, 3, 10);

    [Fact]
    public void Le_departement_et_le_SIREN_se_deduisent_des_numeros_donnes()
    {
        var siret = ReferentielDEssai.SiretDe(ReferentielDEssai.SirenDArras);

        var arras = Collectivite.Creer(
            new IdentiteDeCollectivite
            {
                Nom = "  Arras ",
                Categorie = CategorieDeCollectivite.Commune,
                Siret = Siret.Parse(siret),
                CodeInsee = CodeInsee.Parse("62041"),
            }
        );

        Assert.Equal("Arras", arras.Nom);
        Assert.Equal("62", arras.Departement);
        Assert.Equal(ReferentielDEssai.SirenDArras, arras.Siren!.Valeur);
        Assert.Equal("7210", arras.CategorieJuridique);
        Assert.True(arras.DisposeCao);
    }

    [Fact]
    public void Tout_ce_qui_ne_va_pas_est_dit_a_la_fois_chacun_a_son_champ()
    {
        var refus = Assert.Throws<RegleMetierException>(() =>
            Collectivite.Creer(
                new IdentiteDeCollectivite
                {
                    Nom = new string('x', 10_000),
                    Categorie = CategorieDeCollectivite.Commune,
                    Courriel = "mairie",
                    Telephone = "appelez-nous",
                    Siren = Siren.Parse("732829320"),
                    Siret = Siret.Parse(ReferentielDEssai.SiretDe(ReferentielDEssai.SirenDArras)),
                    Siege = new Adresse("1 place", null, "62", "Arras"),
                    Departement = "99",
                }
            )
        );

        Assert.Equal(
            ["nom", "siren", "departement", "siege-code-postal", "courriel", "telephone"],
            refus.Obstacles.Select(o => o.Champ)
        );
        Assert.Contains("10 000 saisis", refus.Obstacles[0].Message.Replace('\u202f', ' '), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("03 21 52 99 50", true)]
    [InlineData("03.21.52.99.50", true)]
    [InlineData("0321529950", true)]
    [InlineData("03 21 52 99", false)]
    [InlineData("03 21 52 99 5", false)]
    [InlineData("03 21 52 99 500", false)]
    [InlineData("21 52 99 50", false)]
    [InlineData("321529950", false)]
    [InlineData("+33 3 21 52 99 50", true)]
    [InlineData("+33 (0)3 21 52 99 50", true)]
    [InlineData("0033 3 21 52 99 50", true)]
    [InlineData("+33 3 21 52 99", false)]
    [InlineData("+33 03 21 52 99 50", true)]
    [InlineData("+33 3 21 52 99 500", false)]
    [InlineData("+32 2 123 45 67", true)]
    [InlineData("0032 2 123 45 67", true)]
    [InlineData("+262 262 40 00 00", true)]
    [InlineData("3949", true)]
    [InlineData("39 49", true)]
    [InlineData("118 712", true)]
    [InlineData("appelez-nous", false)]
    public void Un_telephone_francais_a_ses_dix_chiffres_et_les_autres_formes_restent_admises(string numero, bool admis)
    {
        var regle = new TelephonePlausible("telephone", numero);

        Assert.Equal(admis, regle.EstRespectee);
        if (!admis && char.IsAsciiDigit(numero[^1]))
        {
            Assert.Contains("chiffre", regle.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Un_telephone_deja_en_fiche_n_empeche_pas_d_en_changer_le_reste()
    {
        var ancienne = ReferentielDEssai.Commune("Arras") with { Telephone = "03 21 52 99 50" };
        var arras = Collectivite.Creer(ancienne);
        // A number kept before the rule existed.
        typeof(Collectivite).GetProperty(nameof(Collectivite.Telephone))!.SetValue(arras, "03 21 52");

        Assert.True(arras.Modifier(arras.Identite with { Courriel = "mairie@arras.example" }));
        var refus = Assert.Throws<RegleMetierException>(() => arras.Modifier(arras.Identite with { Telephone = "03 21 53" }));
        Assert.Equal("telephone", Assert.Single(refus.Obstacles).Champ);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(200_000, true)]
    [InlineData(200_001, false)]
    public void Un_effectif_est_positif_et_vraisemblable(int agents, bool permis) =>
        Assert.Equal(permis, Arras().PeutDeclarer(new DeclarationDEffectif(2026, agents)).EstFavorable);

    [Theory]
    [InlineData(1989, false)]
    [InlineData(1990, true)]
    [InlineData(2100, true)]
    [InlineData(2101, false)]
    public void L_annee_d_un_effectif_est_vraisemblable(int annee, bool permis) =>
        Assert.Equal(permis, Arras().PeutDeclarer(new DeclarationDEffectif(annee, 5)).EstFavorable);

    [Fact]
    public void Une_date_de_1900_est_refusee() =>
        Assert.Contains(
            Arras().PeutDeclarer(new DeclarationDEffectif(2026, 5, DeclareLe: new DateOnly(1900, 1, 1))).Obstacles,
            o => o is DatePlausible
        );

    [Fact]
    public void Declarer_deux_fois_la_meme_chose_ne_change_rien_et_une_correction_garde_l_ancienne_valeur()
    {
        var arras = Arras();
        Assert.True(arras.DeclarerEffectif(new DeclarationDEffectif(2026, 812, Source: "Mairie")));
        arras.ViderEvenements();

        Assert.False(arras.DeclarerEffectif(new DeclarationDEffectif(2026, 812, Source: "Mairie")));
        Assert.False(arras.ADesEvenements);
        Assert.True(arras.DeclarerEffectif(new DeclarationDEffectif(2026, 820, Source: "Mairie")));

        var fait = Assert.IsType<EffectifDeclare>(Assert.Single(arras.ViderEvenements()));
        Assert.Contains("812", fait.Ancien, StringComparison.Ordinal);
        Assert.Contains("820", fait.Nouveau, StringComparison.Ordinal);
        Assert.Single(arras.Effectifs);
    }

    /// <summary>RG6.29 : la population municipale ne tient jamais lieu de la totale.</summary>
    [Fact]
    public void Une_strate_ne_se_lit_jamais_sur_la_population_municipale()
    {
        var arras = Arras();
        arras.RenseignerPopulation(new DeclarationDePopulation(2026, null, 42_000));

        Assert.Null(arras.PopulationPourStrate(2026));
        Assert.False(new PopulationTotaleConnue(2026, arras.PopulationPourStrate(2026)).EstRespectee);

        arras.RenseignerPopulation(new DeclarationDePopulation(2026, 43_100, 42_000));
        Assert.Equal(43_100, arras.PopulationPourStrate(2026));
        Assert.Null(arras.PopulationPourStrate(2027));
    }

    /// <summary>RG6.28 : l'affiliation est datée, bornes comprises.</summary>
    [Theory]
    [InlineData("2020-01-01", true)]
    [InlineData("2019-12-31", false)]
    [InlineData("2025-12-31", true)]
    [InlineData("2026-01-01", false)]
    public void L_affiliation_se_lit_a_une_date(string jour, bool affiliee)
    {
        var arras = Arras();
        arras.Affilier(new DateOnly(2020, 1, 1), new DateOnly(2025, 12, 31), NatureDAffiliation.Volontaire);

        Assert.Equal(affiliee, arras.EstAffiliee(DateOnly.ParseExact(jour, "O")));
    }

    [Fact]
    public void Deux_affiliations_ne_se_chevauchent_pas()
    {
        var arras = Arras();
        arras.Affilier(new DateOnly(2020, 1, 1), null, NatureDAffiliation.Volontaire);

        Assert.False(arras.PeutAffilier(new DateOnly(2026, 1, 1), null).EstFavorable);
        Assert.True(arras.PeutAffilier(new DateOnly(2018, 1, 1), new DateOnly(2019, 12, 31)).EstFavorable);
    }

    [Fact]
    public void Le_representant_est_le_signataire_en_place_avec_sa_qualite()
    {
        var arras = Arras();
        var ancien = arras.AjouterContact(new CoordonneesDeContact(Civilite.Monsieur, "Lemaire", "Paul"));
        arras.OuvrirMandat(
            ancien.Id,
            new DonneesDeMandat(RoleDeContact.Signataire, new DateOnly(2014, 4, 1), "Maire", new DateOnly(2020, 5, 24))
        );
        var actuelle = arras.AjouterContact(new CoordonneesDeContact(Civilite.Madame, "Vasseur", "Aude"));
        arras.OuvrirMandat(actuelle.Id, new DonneesDeMandat(RoleDeContact.Signataire, new DateOnly(2020, 5, 25), "Maire"));

        var representant = arras.Representant(Jour);
        Assert.Equal("Mme Aude Vasseur", representant?.Contact.NomComplet);
        Assert.Equal("Maire", representant?.Mandat.Qualite);
        Assert.Equal("Lemaire", arras.Representant(new DateOnly(2019, 1, 1))?.Contact.Nom);
        Assert.Equal(2, arras.Contacts.Count);
    }

    [Fact]
    public void Un_second_signataire_attend_la_fin_du_premier()
    {
        var arras = Arras();
        var maire = arras.AjouterContact(new CoordonneesDeContact(Civilite.Madame, "Vasseur"));
        arras.OuvrirMandat(maire.Id, new DonneesDeMandat(RoleDeContact.Signataire, new DateOnly(2020, 5, 25)));
        var autre = arras.AjouterContact(new CoordonneesDeContact(Civilite.Monsieur, "Delattre"));

        var refus = arras.PeutTenirMandat(new DonneesDeMandat(RoleDeContact.Signataire, new DateOnly(2026, 3, 22)));
        Assert.IsType<UnSeulSignataire>(Assert.Single(refus.Obstacles));

        arras.TerminerMandat(maire.Id, maire.Mandats[0].Id, new DateOnly(2026, 3, 21));
        arras.OuvrirMandat(autre.Id, new DonneesDeMandat(RoleDeContact.Signataire, new DateOnly(2026, 3, 22)));
        Assert.Equal("Delattre", arras.Representant(new DateOnly(2026, 3, 22))?.Contact.Nom);
        Assert.Equal("Vasseur", arras.Representant(new DateOnly(2026, 3, 21))?.Contact.Nom);
    }

    [Fact]
    public void Un_contact_qui_a_exerce_une_fonction_ne_se_retire_pas()
    {
        var arras = Arras();
        var maire = arras.AjouterContact(new CoordonneesDeContact(null, "Vasseur"));
        Assert.True(arras.PeutRetirerContact(maire.Id).EstFavorable);

        arras.OuvrirMandat(maire.Id, new DonneesDeMandat(RoleDeContact.Finances, Jour));
        Assert.False(arras.PeutRetirerContact(maire.Id).EstFavorable);
    }

    [Fact]
    public void Un_mandat_ne_finit_pas_avant_de_commencer() =>
        Assert.Contains(
            Arras().PeutTenirMandat(new DonneesDeMandat(RoleDeContact.Finances, Jour, Fin: Jour.AddDays(-1))).Obstacles,
            o => o is FinApresDebut
        );

    [Fact]
    public void Chaque_champ_modifie_entre_dans_l_histoire_avec_ses_deux_valeurs()
    {
        var arras = Arras();
        arras.ViderEvenements();

        Assert.True(arras.Modifier(arras.Identite with { Courriel = "mairie@arras.example", Telephone = "03 21 50 50 50" }));

        var faits = arras.ViderEvenements().Cast<ChampModifie>().ToList();
        Assert.Equal(["courriel", "téléphone"], faits.Select(f => f.Champ));
        Assert.Null(faits[0].Ancien);
        Assert.False(arras.Modifier(arras.Identite));
        Assert.False(arras.ADesEvenements);
    }

    [Fact]
    public void Une_fiche_archivee_ne_se_modifie_plus_et_se_retablit()
    {
        var arras = Arras();
        Assert.Throws<RegleMetierException>(() => arras.Archiver(DateTimeOffset.UnixEpoch, " "));
        arras.Archiver(DateTimeOffset.UnixEpoch, "Commune fusionnée");

        Assert.Throws<RegleMetierException>(() => arras.Modifier(arras.Identite with { Nom = "Autre" }));
        arras.Retablir();
        Assert.True(arras.Modifier(arras.Identite with { Nom = "Autre" }));
    }

    [Fact]
    public void Une_commune_nouvelle_succede_a_une_date_et_l_ancienne_existe_jusqu_a_la_veille()
    {
        var ancienne = Arras();
        ancienne.RemplacerPar(CollectiviteId.Nouveau(), "Arras-Nouvelle", new DateOnly(2027, 1, 1), "Arrêté du 12/10/2026");

        Assert.True(ancienne.Existe(new DateOnly(2026, 12, 31)));
        Assert.False(ancienne.Existe(new DateOnly(2027, 1, 1)));
        Assert.Throws<RegleMetierException>(() => ancienne.RemplacerPar(ancienne.Id, "Arras", Jour, "motif"));
    }

    [Theory]
    [InlineData(CategorieDeCollectivite.Ccas, CategorieDeCollectivite.Commune, true)]
    [InlineData(CategorieDeCollectivite.Ccas, CategorieDeCollectivite.CommunauteDeCommunes, false)]
    [InlineData(CategorieDeCollectivite.Cias, CategorieDeCollectivite.CommunauteDeCommunes, true)]
    [InlineData(CategorieDeCollectivite.Cias, CategorieDeCollectivite.Commune, false)]
    [InlineData(CategorieDeCollectivite.Commune, CategorieDeCollectivite.Metropole, true)]
    [InlineData(CategorieDeCollectivite.Commune, CategorieDeCollectivite.Departement, false)]
    [InlineData(CategorieDeCollectivite.Regie, CategorieDeCollectivite.Commune, true)]
    public void Un_etablissement_se_rattache_a_ce_dont_il_releve(
        CategorieDeCollectivite soi,
        CategorieDeCollectivite parent,
        bool permis
    ) =>
        Assert.Equal(
            permis,
            Collectivite
                .Creer(new IdentiteDeCollectivite { Nom = "Essai", Categorie = soi })
                .PeutRattacher(CollectiviteId.Nouveau(), parent)
                .EstFavorable
        );

    /// <summary>RG1.15, RG1.16 et RG2.02 : un CCAS est un EPL et non un ESMS ; ESMS et OPH ne font pas la majorité.</summary>
    [Fact]
    public void Les_categories_portent_leurs_trois_booleens()
    {
        Assert.Equal(Enum.GetValues<CategorieDeCollectivite>().Length, Categorie.Toutes.Count);
        Assert.Equal([CategorieDeCollectivite.Esms], Categorie.Toutes.Where(c => c.EstEsms).Select(c => c.Code));
        Assert.Equal([CategorieDeCollectivite.Oph], Categorie.Toutes.Where(c => c.EstOph).Select(c => c.Code));
        Assert.True(
            Categorie.De(CategorieDeCollectivite.Ccas) is { CollectiviteOuEpl: true, EstEsms: false, DisposeCaoParDefaut: true }
        );
        Assert.True(Categorie.De(CategorieDeCollectivite.CaisseDesEcoles).CompteDansLaMajorite);
        Assert.False(Categorie.De(CategorieDeCollectivite.Esms).CompteDansLaMajorite);
        Assert.False(Categorie.De(CategorieDeCollectivite.Oph).CompteDansLaMajorite);
        Assert.Equal("7379", Categorie.De(CategorieDeCollectivite.CentreDeGestion).CategorieJuridique);
        Assert.Equal("7346", Categorie.De(CategorieDeCollectivite.CommunauteDeCommunes).CategorieJuridique);
        Assert.Equal("7348", Categorie.De(CategorieDeCollectivite.CommunauteDAgglomeration).CategorieJuridique);
    }

    private static Collectivite Arras() => Collectivite.Creer(ReferentielDEssai.Commune("Arras", ReferentielDEssai.SirenDArras));
}
