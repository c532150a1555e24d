using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Documents.Regles;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using FsCheck.Fluent;

namespace CdgMarches.Tests.Groupements;

public sealed class ConventionConstitutiveTests
{
    private static readonly DateOnly Jour = new(2026, 6, 1);
    private static readonly CollectiviteId Cdg = CollectiviteId.Nouveau();
    private static readonly CollectiviteId Somme = CollectiviteId.Nouveau();
    private static readonly ReglesDeConvention Regles = new();

    private static TermesDeConvention Termes(DureeDeConvention duree = DureeDeConvention.JusquAuxMarches, DateOnly? fin = null) =>
        new("Plateforme de dématérialisation", duree, fin, new Integration { Execute = true }, "", "Tribunal administratif");

    private static ActeDeliberatif Deliberation(DateOnly adoptee, int jours = 8) =>
        new()
        {
            Numero = "2026-12",
            AdopteeLe = adoptee,
            PublieeLe = adoptee.AddDays(jours - 2),
            TransmiseLe = adoptee.AddDays(jours),
        };

    private static ConventionConstitutive UneConvention()
    {
        var convention = ConventionConstitutive.Ouvrir(GroupementId.Nouveau(), Cdg, Termes());
        convention.AjouterPartie(Cdg, "CDG 59", "Camille Vasseur", "Président");
        convention.AjouterPartie(Somme, "Somme Numérique", null, null);
        return convention;
    }

    [Fact]
    public void Une_deliberation_est_executoire_a_la_plus_tardive_de_ses_deux_formalites() =>
        Prop.ForAll(
                Generateurs.Jours,
                Generateurs.Jours,
                (publiee, transmise) =>
                {
                    var acte = new ActeDeliberatif { PublieeLe = publiee, TransmiseLe = transmise };
                    return acte.ExecutoireLe == (publiee > transmise ? publiee : transmise)
                        && (acte with { PublieeLe = null }).ExecutoireLe is null
                        && (acte with { TransmiseLe = null }).ExecutoireLe is null;
                }
            )
            .Verifier();

    [Fact]
    public void Les_actes_dans_le_desordre_ou_a_venir_sont_tous_dits()
    {
        var acte = new ActeDeliberatif
        {
            AdopteeLe = Jour,
            PublieeLe = Jour.AddDays(-1),
            TransmiseLe = Jour.AddDays(1),
            AccuseeLe = Jour,
        };

        var codes = acte.Examiner(Jour).Obstacles.Select(o => o.Champ).ToList();

        Assert.Equal(["publiee", "accusee", "transmise"], codes);
    }

    [Fact]
    public void La_convention_entre_en_vigueur_au_dernier_des_trois_faits()
    {
        var convention = UneConvention();
        convention.Dater(Cdg, "CDG 59", Deliberation(new(2026, 1, 5)), new(2026, 1, 20), Jour, Regles, []);
        convention.Dater(Somme, "Somme Numérique", Deliberation(new(2026, 1, 10)), new(2026, 2, 4), Jour, Regles, []);
        convention.AccomplirFormalites(new(2026, 3, 1), null, Jour, Regles);
        Assert.Null(convention.EnVigueurLe);

        convention.AccomplirFormalites(new(2026, 3, 1), new(2026, 2, 10), Jour, Regles);
        Assert.Equal(new DateOnly(2026, 3, 1), convention.EnVigueurLe);

        convention.AccomplirFormalites(new(2026, 2, 4), new(2026, 3, 4), Jour, Regles);
        Assert.Equal(new DateOnly(2026, 3, 4), convention.EnVigueurLe);
        convention.Recalculer(Regles with { PublicationRequise = false });
        Assert.Equal(new DateOnly(2026, 2, 4), convention.EnVigueurLe);
    }

    [Fact]
    public void Ce_qui_manque_est_nomme()
    {
        var entree = EntreeEnVigueur.De([("CDG 59", Jour), ("Somme Numérique", null)], null, null, publicationRequise: true);

        Assert.Null(entree.Le);
        Assert.Equal(
            ["la signature de Somme Numérique", "la transmission au contrôle de légalité", "la publication"],
            entree.Manquent
        );
        Assert.False(EntreeEnVigueur.De([], Jour, Jour, publicationRequise: true).EstAcquise(Jour));
    }

    [Fact]
    public void Une_formalite_ou_une_signature_de_plus_ne_fait_jamais_avancer_l_entree_en_vigueur() =>
        Prop.ForAll(
                Generateurs.Jours,
                Generateurs.Jours,
                Generateurs.Jours,
                (signee, transmise, publiee) =>
                {
                    var seule = EntreeEnVigueur.De([("A", signee)], transmise, publiee, publicationRequise: false).Le;
                    var avec = EntreeEnVigueur.De([("A", signee)], transmise, publiee, publicationRequise: true).Le;
                    return avec >= seule && avec == new[] { signee, transmise, publiee }.Max();
                }
            )
            .Verifier();

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void La_signature_suit_le_jour_ou_la_deliberation_est_executoire(int ecart, bool permise)
    {
        var convention = UneConvention();
        var deliberation = Deliberation(new(2026, 2, 2));

        var verdict = convention.PeutDater(
            Cdg,
            "CDG 59",
            deliberation,
            deliberation.ExecutoireLe!.Value.AddDays(ecart),
            Jour,
            []
        );

        Assert.Equal(permise, verdict.EstFavorable);
    }

    [Fact]
    public void Personne_ne_signe_tant_qu_une_annexe_manque_et_la_deliberation_seule_s_enregistre()
    {
        var convention = UneConvention();
        var deliberation = Deliberation(new(2026, 1, 5));
        string[] manquantes = ["Délibération de Somme Numérique"];

        var refus = Assert.Throws<RegleMetierException>(() =>
            convention.Dater(Cdg, "CDG 59", deliberation, new(2026, 1, 20), Jour, Regles, manquantes)
        );
        convention.Dater(Cdg, "CDG 59", deliberation, null, Jour, Regles, manquantes);

        Assert.IsType<SigneeAvecSesAnnexes>(Assert.Single(refus.Obstacles));
        Assert.Contains("Délibération de Somme Numérique", refus.Obstacles[0].Message, StringComparison.Ordinal);
        Assert.Null(convention.Parties[0].SigneeLe);
    }

    [Fact]
    public void La_meme_partie_deux_fois_est_refusee()
    {
        var convention = UneConvention();

        var refus = Assert.Throws<RegleMetierException>(() => convention.AjouterPartie(Cdg, "CDG 59", null, null));

        Assert.IsType<PartieUneSeuleFois>(Assert.Single(refus.Obstacles));
    }

    [Fact]
    public void Une_partie_qui_a_signe_ne_s_efface_pas()
    {
        var convention = UneConvention();
        convention.Dater(Cdg, "CDG 59", Deliberation(new(2026, 1, 5)), new(2026, 1, 20), Jour, Regles, []);

        Assert.Throws<RegleMetierException>(() =>
            convention.RetirerPartie(Cdg, "CDG 59", estCoordonnateur: false, estMembre: false, Regles)
        );
        convention.RetirerPartie(Somme, "Somme Numérique", estCoordonnateur: false, estMembre: false, Regles);
        Assert.Single(convention.Parties);
    }

    [Fact]
    public void Les_vingt_deux_taches_sont_d_abord_au_coordonnateur()
    {
        var convention = UneConvention();

        Assert.Equal(22, convention.Taches.Count);
        Assert.All(convention.Taches, t => Assert.Equal(Cdg, t.Responsable));
        convention.ConfierTache(8, Somme, "Somme Numérique", estMembre: true);
        Assert.Equal(Somme, convention.Taches.Single(t => t.Numero == 8).Responsable);
    }

    [Fact]
    public void Le_terme_suit_la_plus_tardive_des_fins_reconductions_comprises()
    {
        var convention = UneConvention();
        FinDeMarche[] marches =
        [
            new("M-1", new(2027, 12, 31), new(2029, 12, 31)),
            new("M-2", new(2028, 6, 30), new(2028, 6, 30)),
        ];

        Assert.Equal(new DateOnly(2029, 12, 31), convention.Terme(marches));
        Assert.Null(convention.Terme([]));
        convention.Modifier(Termes(DureeDeConvention.Fixe, new(2027, 1, 31)));
        Assert.Equal(new DateOnly(2027, 1, 31), convention.Terme(marches));
        Assert.Equal(new DateOnly(2027, 1, 31), Assert.Single(convention.Echeances).Date);
    }

    [Theory]
    [InlineData(DureeDeConvention.Fixe, null)]
    [InlineData(DureeDeConvention.Indeterminee, "2027-01-01")]
    public void Seule_une_duree_fixe_a_un_dernier_jour(DureeDeConvention duree, string? fin) =>
        Assert.False(
            Termes(duree, fin is null ? null : DateOnly.Parse(fin, System.Globalization.CultureInfo.InvariantCulture))
                .Examiner()
                .EstFavorable
        );

    [Theory]
    [InlineData(true, true, true, "intégré")]
    [InlineData(true, true, false, "partiellement intégré")]
    [InlineData(false, true, true, "simple coordination")]
    public void Le_niveau_se_lit_des_faits(bool signe, bool notifie, bool execute, string niveau) =>
        Assert.Equal(
            niveau,
            new Integration
            {
                Signe = signe,
                Notifie = notifie,
                Execute = execute,
            }.Niveau
        );

    [Fact]
    public void Un_groupement_dont_la_convention_n_est_pas_en_vigueur_ne_s_ouvre_pas()
    {
        var groupement = Exemples.UnGroupement(ouvert: false);

        var verdict = groupement.PeutOuvrir(
            coordonnateurMembre: true,
            EntreeEnVigueur.De([("CDG", null)], Jour, Jour, publicationRequise: true)
        );

        Assert.IsType<ConventionEnVigueur>(Assert.Single(verdict.Obstacles));
        Assert.True(groupement.PeutOuvrir(coordonnateurMembre: true, convention: null).EstFavorable);
    }

    [Fact]
    public void Le_millesime_suivant_reprend_la_carte_les_lots_et_les_regles()
    {
        var ancien = Exemples.UnGroupement();
        ancien.RetirerPrestation(ancien.Prestations[1].Id, retiree: true);
        ancien.FixerRegles(ancien.Regles with { JoursFrancsDeConvocation = 8 });

        var suivant = ancien.Renouveler(
            new ReferenceDeGroupement(2027, 4),
            new IdentiteDeGroupement(
                "Dématérialisation 2027",
                "Acheter.",
                Cdg,
                new(2027, 1, 1),
                estPermanent: true,
                millesime: 2027
            )
        );

        Assert.Equal(ancien.Id, suivant.Predecesseur);
        Assert.Equal(EtatDuGroupement.EnPreparation, suivant.Etat);
        Assert.Equal("ACTES", Assert.Single(suivant.Prestations).Code);
        Assert.Equal(suivant.Prestations[0].Id, Assert.Single(suivant.Lots).Prestation);
        Assert.Equal(8, suivant.Regles.JoursFrancsDeConvocation);
        Assert.Throws<RegleMetierException>(() =>
            suivant.Renouveler(
                new ReferenceDeGroupement(2027, 5),
                new IdentiteDeGroupement("Encore", "Acheter.", Cdg, new(2027, 1, 1), estPermanent: true, millesime: 2027)
            )
        );
    }
}
