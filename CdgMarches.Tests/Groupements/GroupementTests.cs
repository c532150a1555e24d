using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using static CdgMarches.Tests.Groupements.Exemples;

namespace CdgMarches.Tests.Groupements;

public sealed class GroupementTests
{
    [Fact]
    public void Un_groupement_n_a_pas_de_numero_d_identification_car_il_n_a_pas_de_personnalite_morale()
    {
        var proprietes = typeof(Groupement).GetProperties().Concat(typeof(IdentiteDeGroupement).GetProperties());

        Assert.DoesNotContain(proprietes, p => p.PropertyType == typeof(Siret) || p.PropertyType == typeof(Siren));
        Assert.DoesNotContain(proprietes, p => p.Name.Contains("Sire", StringComparison.Ordinal));
    }

    [Fact]
    public void Tous_les_manques_de_l_identite_sont_dits_a_la_fois_avec_leur_champ()
    {
        var verdict = Groupement.PeutAvoir(
            new IdentiteDeGroupement(" ", "", default, Debut, Debut.AddDays(-1), estPermanent: true, millesime: 20)
        );

        Assert.Equal(
            ["coordonnateur", "fin", "fin", "millesime", "nom", "objet"],
            verdict.Obstacles.Select(o => o.Champ).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public void Le_dernier_jour_ne_precede_pas_le_premier(int ecart, bool permis) =>
        Assert.Equal(permis, new FinApresLeDebut(Debut, Debut.AddDays(ecart)).EstRespectee);

    [Fact]
    public void Une_fin_avant_le_debut_dit_le_jour_et_son_fondement()
    {
        var regle = new FinApresLeDebut(new DateOnly(2025, 1, 1), new DateOnly(2024, 12, 31));

        Assert.Equal(
            "Le dernier jour ne peut pas précéder le premier, le 1er janvier 2025 : corrigez l'une des deux dates.",
            regle.Message
        );
        Assert.Equal("Convention constitutive, durée", regle.Fondement);
        Assert.Equal("RG1.17", regle.Code);
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void Le_nom_tient_en_deux_cents_caracteres(int longueur, bool permis) =>
        Assert.Equal(permis, Groupement.PeutAvoir(UneIdentite(nom: new string('n', longueur))).EstFavorable);

    [Fact]
    public void Un_nom_de_dix_mille_caracteres_est_refuse_par_une_phrase()
    {
        var refus = Assert.Throws<RegleMetierException>(() =>
            Groupement.Creer(new ReferenceDeGroupement(2025, 1), UneIdentite(nom: new string('n', 10_000)))
        );

        Assert.Equal(
            "Raccourcissez le nom du groupement : 200 caractères au plus, 10 000 saisis.",
            refus.Message.Replace('\u202f', ' ')
        );
    }

    [Fact]
    public void On_n_ouvre_un_groupement_ni_sans_prestation_ni_sans_coordonnateur_membre()
    {
        var groupement = Groupement.Creer(new ReferenceDeGroupement(2025, 1), UneIdentite());

        var obstacles = groupement.PeutOuvrir(coordonnateurMembre: false).Obstacles;

        Assert.Collection(obstacles, o => Assert.IsType<CoordonnateurMembre>(o), o => Assert.IsType<AuMoinsUnePrestation>(o));
        Assert.Contains("CCP, art. L2113-7", obstacles[0].Fondement, StringComparison.Ordinal);
    }

    [Fact]
    public void On_ne_clot_pas_un_groupement_dont_une_procedure_est_en_cours()
    {
        var groupement = UnGroupement();

        var refus = Assert.Throws<RegleMetierException>(() =>
            groupement.Clore(Debut.AddYears(1), SansMembre with { ProcedureEnCours = "PROC-2026-004" })
        );

        Assert.Equal("La procédure PROC-2026-004 est en cours : terminez-la avant de clore le groupement.", refus.Message);
        groupement.Clore(Debut.AddYears(1), SansMembre);
        Assert.Equal(EtatDuGroupement.Clos, groupement.Etat);
        Assert.False(groupement.PeutAjouterPrestation(new DefinitionDePrestation("X", "X", NatureDAchat.Services)).EstFavorable);
    }

    private static FaitsDeCloture SansMembre => new(0, null, null, null, []);

    [Fact]
    public void Un_groupement_ouvert_qui_a_des_membres_se_dissout_il_ne_se_clot_pas()
    {
        var groupement = UnGroupement();
        var jour = Debut.AddYears(1);

        var obstacles = groupement
            .PeutClore(jour, new FaitsDeCloture(3, jour.AddDays(1), null, "PROC-2026-004", ["M-1"]))
            .Obstacles;

        Assert.Equal(
            [
                typeof(ClotureParUneDissolution),
                typeof(ClotureApresLaDerniereSortie),
                typeof(AucuneProcedureEnCours),
                typeof(AucunMarcheEnCours),
            ],
            obstacles.Select(o => o.GetType())
        );
        Assert.Contains("3 membres", obstacles[0].Message, StringComparison.Ordinal);
        var ouverte = SansMembre with { DissolutionOuverteLe = jour, DissolutionPour = CauseDeDissolution.Terme };
        Assert.Equal(
            "RG1.17",
            Assert.IsType<ClotureParUneDissolution>(Assert.Single(groupement.PeutClore(jour, ouverte).Obstacles)).Code
        );
        Assert.True(UnGroupement(ouvert: false).PeutClore(jour, SansMembre with { Membres = 3 }).EstFavorable);
        Assert.True(groupement.PeutClore(jour, SansMembre with { DerniereSortie = jour }).EstFavorable);
    }

    [Fact]
    public void Le_code_d_une_prestation_est_mis_en_capitales_et_ne_sert_qu_une_fois()
    {
        var groupement = UnGroupement();

        Assert.Equal("ACTES", groupement.Prestations[0].Code);
        var verdict = groupement.PeutAjouterPrestation(new DefinitionDePrestation(" Actes ", "Autre", NatureDAchat.Services));
        Assert.IsType<CodeDePrestationLibre>(Assert.Single(verdict.Obstacles));
        groupement.ModifierPrestation(
            groupement.Prestations[0].Id,
            new DefinitionDePrestation("actes", "Actes et pièces", NatureDAchat.Services)
        );
        Assert.Equal("Actes et pièces", groupement.Prestations[0].Libelle);
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(1, 0, false)]
    [InlineData(0, 1, false)]
    public void Une_prestation_qui_a_servi_se_retire_et_ne_se_supprime_pas(int choix, int usages, bool permis)
    {
        var groupement = UnGroupement();
        var prestation = groupement.Prestations[1].Id;

        Assert.Equal(permis, groupement.PeutSupprimerPrestation(prestation, choix, usages).EstFavorable);
        groupement.RetirerPrestation(prestation);
        Assert.True(groupement.PrestationDe(prestation).EstRetiree);
    }

    [Fact]
    public void Une_prestation_qui_a_un_lot_ne_se_supprime_pas_avant_lui()
    {
        var groupement = UnGroupement();
        var prestation = groupement.Prestations[0].Id;

        Assert.IsType<PrestationSansLot>(Assert.Single(groupement.PeutSupprimerPrestation(prestation, 0, 0).Obstacles));
        groupement.SupprimerLot(1, usages: 0);
        groupement.SupprimerPrestation(prestation, 0, 0);
        Assert.Single(groupement.Prestations);
    }

    [Fact]
    public void Un_champ_vide_n_est_pas_fonde_sur_une_regle_de_droit_sauf_ce_que_la_convention_doit_contenir()
    {
        var lot = new TexteRenseigne("L'intitulé du lot", "", Lot.LongueurDeLIntitule, "lot-intitule");
        Assert.Equal(("", ""), (lot.Code, lot.Fondement));
        Assert.Equal("Renseignez l'intitulé du lot : 300 caractères au plus.", lot.Message);
        Assert.Equal("", new TexteBorne("L'unité", "xx", 1, "unite").Code);
        Assert.Equal("", new Domain.Procedures.Regles.TexteRenseigne("question", "Écrivez la question.", null).Code);

        var termes = new TermesDeConvention("", DureeDeConvention.Indeterminee, null, new Integration(), "", "");
        var objet = Assert.Single(termes.Examiner().Obstacles);
        Assert.Equal(("RG1.10", "CCP, art. L2113-7"), (objet.Code, objet.Fondement));
    }

    [Fact]
    public void Un_lot_a_un_numero_libre_et_une_prestation_du_groupement()
    {
        var groupement = UnGroupement();

        var verdict = groupement.PeutAjouterLot(new DefinitionDeLot(1, PrestationId.Nouveau(), "", NatureDAchat.Services));

        Assert.Collection(
            verdict.Obstacles,
            o => Assert.IsType<NumeroDeLotLibre>(o),
            o => Assert.IsType<TexteRenseigne>(o),
            o => Assert.IsType<LotDUnePrestation>(o)
        );
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(999, true)]
    [InlineData(1000, false)]
    public void Un_lot_est_numerote_de_un_a_neuf_cent_quatre_vingt_dix_neuf(int numero, bool permis) =>
        Assert.Equal(permis, new NumeroDeLotPlausible(numero).EstRespectee);

    [Fact]
    public void Les_prestations_prennent_l_ordre_demande_et_les_autres_suivent()
    {
        var groupement = UnGroupement();
        var (actes, certificats) = (groupement.Prestations[0].Id, groupement.Prestations[1].Id);

        groupement.OrdonnerPrestations([certificats]);

        Assert.Equal([certificats, actes], groupement.Prestations.OrderBy(p => p.Ordre).Select(p => p.Id));
    }

    [Theory]
    [InlineData("72416000-9", true)]
    [InlineData("72416000", true)]
    [InlineData("7241600", false)]
    [InlineData("72416000-", false)]
    [InlineData("٧٢٤١٦٠٠٠", false)]
    public void Un_code_cpv_a_huit_chiffres_et_peut_avoir_sa_cle(string texte, bool lu) =>
        Assert.Equal(lu, CodeCpv.TryParse(texte, out _));

    [Theory]
    [InlineData("gc-2026-003", true)]
    [InlineData("GC-2026-1003", true)]
    [InlineData("GC-2026-03", false)]
    [InlineData("PROC-2026-003", false)]
    [InlineData("GC-2026-000", false)]
    public void Une_reference_se_lit_et_s_ecrit(string texte, bool lue)
    {
        Assert.Equal(lue, ReferenceDeGroupement.TryParse(texte, out var reference));
        Assert.Equal(lue ? texte.ToUpperInvariant() : null, reference?.ToString());
    }
}
