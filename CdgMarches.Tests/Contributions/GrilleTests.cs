using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using FsCheck.Fluent;
using Axe = CdgMarches.Domain.Contributions.AxeDeGrille;

namespace CdgMarches.Tests.Contributions;

public sealed class GrilleTests
{
    private static readonly DefinitionDeGrille Cdg62 = GrilleDuCdg62.Definition;

    private static readonly Bareme Bareme = new(Cdg62);

    [Fact]
    public void La_grille_de_l_annexe_nomme_ses_trous_et_ses_recouvrements()
    {
        var agents = Couverture.DuTexte(Axe.Agents, Cdg62.Tranches);
        var consultations = Couverture.DuTexte(Axe.Consultations, Cdg62.Tranches);

        var trou = Assert.Single(agents);
        Assert.Equal(
            "350 agents n'entre dans aucune catégorie (« moins de 350 agents » / « plus de 350 agents »).",
            trou.Message
        );
        Assert.Equal(
            ["150 consultations entre dans les tranches 2 et 3.", "250 consultations entre dans les tranches 3 et 4."],
            consultations.Select(d => d.Message)
        );
    }

    [Fact]
    public void Sans_ses_lectures_elle_ne_s_adopte_pas_et_tout_est_dit_a_la_fois()
    {
        var grille = Grille.Creer(Cdg62 with { CasLimites = [], Cellules = [.. Cdg62.Cellules.Skip(1)] }, null);

        var verdict = grille.PeutAdopter(null, null, null, []);

        Assert.Equal(4, verdict.Obstacles.Count);
        Assert.Contains(verdict.Obstacles, o => o.Message.Contains("350 agents n'entre", StringComparison.Ordinal));
        Assert.Contains(verdict.Obstacles, o => o.Message.Contains("1 case n'a pas de montant", StringComparison.Ordinal));
        Assert.Throws<RegleMetierException>(() => grille.Adopter(null, null, null, []));
    }

    [Fact]
    public void Adoptee_elle_ne_change_plus_et_la_suivante_en_part()
    {
        var grille = Adoptee();

        Assert.Throws<RegleMetierException>(() => grille.Modifier(Cdg62, null));
        var suivante = grille.NouvelleVersion(2);

        Assert.Equal((grille.Lignee, 2, EtatDeGrille.Brouillon), (suivante.Lignee, suivante.Numero, suivante.Etat));
        Assert.Equal(10, suivante.Cellules.Count);
    }

    [Theory]
    [InlineData("2025-01-01", false)] // le même jour que la version en cours
    [InlineData("2024-12-31", false)]
    [InlineData("2025-01-02", true)]
    [InlineData("2024-12-09", false)] // avant le vote
    public void Deux_versions_ne_valent_pas_le_meme_jour(string debut, bool permise)
    {
        var suivante = Adoptee().NouvelleVersion(2);

        var verdict = suivante.PeutAdopter(
            "Délibération du 10 décembre 2024",
            GrilleDuCdg62.DelibereeLe,
            DateOnly.ParseExact(debut, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            [new ValiditeDeVersion(1, GrilleDuCdg62.Debut, null)]
        );

        Assert.Equal(permise, verdict.EstFavorable);
    }

    [Fact]
    public void Exactement_350_agents_est_gratuit_mais_attend_une_confirmation()
    {
        var faits = Faits(350, 200);

        var attend = Bareme.Calculer(faits, 2026);
        var confirme = Bareme.Calculer(faits with { Confirmes = new HashSet<(Axe, int)> { (Axe.Agents, 350) } }, 2026);

        Assert.Equal(MontantHt.Zero, attend.Montant);
        Assert.True(attend.AttendConfirmation);
        Assert.False(attend.PeutPartir);
        Assert.True(confirme.PeutPartir);
        Assert.Contains(confirme.CasLimites, c => c is { Axe: Axe.Agents, Valeur: 350 });
    }

    [Fact]
    public void Une_donnee_sans_effet_ne_retient_personne_une_donnee_utile_est_nommee()
    {
        var petit = Bareme.Calculer(Faits(120, null), 2026);
        var grand = Bareme.Calculer(Faits(420, null), 2026);
        var inconnu = Bareme.Calculer(Faits(null, 30), 2026);

        Assert.True(petit.EstComplet);
        Assert.Equal(["les consultations créées en 2025"], grand.Manques);
        Assert.Equal(["l'effectif au 1er janvier 2026"], inconnu.Manques);
    }

    [Fact]
    public void Les_agents_du_ccas_sans_acces_propre_s_ajoutent_a_la_commune()
    {
        var seule = Bareme.Calculer(Faits(340, 10), 2026);
        var avec = Bareme.Calculer(Faits(340, 10) with { AgentsDesEtablissements = 20 }, 2026);

        Assert.Equal("0.00 250.00", $"{seule.Montant} {avec.Montant}");
    }

    [Fact]
    public void La_fiche_dit_ou_se_range_une_valeur_que_le_texte_range_deux_fois()
    {
        Assert.Contains(
            "Cas limite : 150 consultations se lisent « ",
            Bareme.Calculer(Faits(400, 150), 2026).Fiche,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Cas limite", Bareme.Calculer(Faits(400, 151), 2026).Fiche, StringComparison.Ordinal);
    }

    [Fact]
    public void La_fiche_de_calcul_dit_la_tranche_la_methode_et_les_deux_termes()
    {
        var resultat = Bareme.Calculer(
            Faits(400, 87) with
            {
                Presence = new Periode(new DateOnly(2025, 7, 1)),
                AgentsDesEtablissements = 20,
                AnneeDesConsultations = 2024,
            },
            2025
        );

        Assert.Equal("252.05", resultat.Montant.ToString());
        Assert.Equal(
            "Tranche 2 (de 50 inclus à 150 inclus), plus de 350 agents : 500,00\u00A0€ × 184/365 (du 01/07/2025 au 31/12/2025, prorata en jours) = 252,05\u00A0€."
                + " Chiffres comptés : 420 agents au 1er janvier 2025 (effectif déclaré au titre de CGFP L452-14, dont 20 de ses établissements) ; 87 consultations créées en 2024.",
            resultat.Fiche
        );
    }

    [Fact]
    public void La_fiche_de_calcul_ne_prete_pas_a_un_effectif_une_autre_definition_que_la_sienne()
    {
        var faits = Faits(400, 87) with { DefinitionDesAgents = Effectif.DefinitionUsuelle };

        var fiche = Bareme.Calculer(faits, 2026).Fiche;

        Assert.Contains(
            "400 agents au 1er janvier 2026 (effectif déclaré : « Agents rémunérés au 31 décembre (titulaires, stagiaires et contractuels) »)",
            fiche,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("L452-14", fiche, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CategorieDeCollectivite.Ccas, true, true)] // T21 : CCAS d'une commune adhérente
    [InlineData(CategorieDeCollectivite.Ccas, false, false)] // d'une commune qui n'adhère pas
    [InlineData(CategorieDeCollectivite.CaisseDesEcoles, true, true)]
    [InlineData(CategorieDeCollectivite.Cias, true, false)] // un CIAS n'est pas nommé : il paie
    [InlineData(CategorieDeCollectivite.Commune, true, false)]
    public void L_exemption_de_type_2_veut_la_categorie_et_la_commune_membre(
        CategorieDeCollectivite categorie,
        bool communeMembre,
        bool exempte
    )
    {
        var grille = new Bareme(
            Cdg62 with
            {
                Exemptions =
                [
                    new(CategorieDeCollectivite.Ccas, ConditionDExemption.CommuneMembre, "type 2"),
                    new(CategorieDeCollectivite.CaisseDesEcoles, ConditionDExemption.CommuneMembre, "type 2"),
                ],
            }
        );

        var resultat = grille.Calculer(
            new FaitsDuRedevable(categorie, Periode.Annee(2026))
            {
                Agents = 420,
                Consultations = 87,
                CommuneMembre = communeMembre,
            },
            2026
        );

        Assert.Equal(exempte, resultat.Exemption is not null);
        Assert.Equal(exempte ? "0.00" : "500.00", resultat.Montant.ToString());
    }

    [Theory]
    [InlineData(NatureDeLaDette.Remuneration, "TYPE1", false)]
    [InlineData(NatureDeLaDette.Contribution, "TYPE1", false)]
    [InlineData(NatureDeLaDette.Frais, "TYPE9", false)]
    [InlineData(NatureDeLaDette.Frais, "type1", true)]
    public void Une_mission_gratuite_n_admet_que_les_frais_que_la_convention_nomme(
        NatureDeLaDette nature,
        string code,
        bool admise
    )
    {
        var groupement = GroupementId.Nouveau();
        var regime = RegimeFinancier.Fixer(groupement, missionRemuneree: false, ["TYPE1", "TYPE2"], "art. 4");
        var definition = Cdg62 with
        {
            Portee = PorteeDeGrille.Groupement,
            Groupement = groupement,
            Type = new TypeDeFacturation(code, "Frais", Declencheur.Annuel, nature),
        };

        Assert.Equal(admise, Grille.PeutEcrire(definition, regime).EstFavorable);
    }

    [Fact]
    public void Un_montant_negatif_est_refuse() =>
        Assert.Contains(
            Grille.PeutEcrire(Cdg62 with { Cellules = [new("1.1", MontantHt.DEuros(-1), MontantHt.Zero)] }, null).Obstacles,
            o => o.Champ == "cellules"
        );

    [Fact]
    public void Plus_de_consultations_ne_coute_jamais_moins() =>
        Prop.ForAll(
                Gen.OneOf(Gen.Choose(0, 420), Gen.Elements(0, 49, 50, 149, 150, 151, 249, 250, 251, 349, 350, 351)).ToArbitrary(),
                Gen.Elements(0, 1, 2, 100).ToArbitrary(),
                Gen.Elements(0, 349, 350, 351, 2000).ToArbitrary(),
                (consultations, plus, agents) =>
                    Bareme.Calculer(Faits(agents, consultations), 2026).Montant
                    <= Bareme.Calculer(Faits(agents, consultations + plus), 2026).Montant
            )
            .Verifier();

    [Theory]
    [InlineData(Declencheur.Annuel, "2024-05-01", null, true)]
    [InlineData(Declencheur.Adhesion, "2024-05-01", null, false)] // déjà appelé l'année de son adhésion
    [InlineData(Declencheur.Adhesion, "2026-12-31", null, true)]
    [InlineData(Declencheur.Consultation, "2024-05-01", "2026-03-09", false)] // sorti la veille
    [InlineData(Declencheur.Consultation, "2024-05-01", "2026-03-10", true)]
    [InlineData(Declencheur.Session, "2026-03-11", null, false)] // entré le lendemain
    [InlineData(Declencheur.Session, "2026-03-10", null, true)]
    public void Chaque_declencheur_appelle_ceux_qu_il_concerne(Declencheur declencheur, string du, string? au, bool concerne) =>
        Assert.Equal(
            concerne,
            new TypeDeFacturation("TYPE1", "Frais", declencheur, NatureDeLaDette.Frais).Concerne(
                new Periode(Jour(du), au is null ? null : Jour(au)),
                2026,
                new DateOnly(2026, 3, 10)
            )
        );

    [Fact]
    public void La_premiere_annee_a_son_montant_les_suivantes_le_leur()
    {
        var bareme = new Bareme(
            Cdg62 with
            {
                Cellules =
                [
                    .. Cdg62.Cellules.Select(c => new CelluleDeGrille(
                        c.Coordonnees,
                        MontantHt.DEuros(800),
                        MontantHt.DEuros(100)
                    )),
                ],
            }
        );
        var entre = Faits(420, 87) with { Presence = new Periode(new DateOnly(2025, 1, 1)) };

        Assert.Equal(
            ("800.00", "100.00"),
            (bareme.Calculer(entre, 2025).Montant.ToString(), bareme.Calculer(entre, 2026).Montant.ToString())
        );
    }

    private static DateOnly Jour(string iso) =>
        DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static FaitsDuRedevable Faits(int? agents, int? consultations) =>
        new(CategorieDeCollectivite.Commune, new Periode(new DateOnly(2020, 1, 1)))
        {
            Agents = agents,
            Consultations = consultations,
        };

    private static Grille Adoptee()
    {
        var grille = Grille.Creer(Cdg62, null);
        grille.Adopter(GrilleDuCdg62.Deliberation, GrilleDuCdg62.DelibereeLe, GrilleDuCdg62.Debut, []);
        return grille;
    }
}
