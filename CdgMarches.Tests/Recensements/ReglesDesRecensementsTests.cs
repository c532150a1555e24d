using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using CdgMarches.Domain.Recensements.Regles;

namespace CdgMarches.Tests.Recensements;

/// <summary>Chaque règle du recensement (RG5.01 à RG5.21, C9, C10), de part et d'autre de sa borne.</summary>
public sealed class ReglesDesRecensementsTests
{
    private static readonly DateOnly Jour = new(2026, 3, 10);
    private static readonly DateTimeOffset Instant = new(2026, 3, 10, 23, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, bool, IRegle> Bornes { get; } =
        new()
        {
            { "la clôture le jour de l'ouverture", false, new ClotureApresOuverture(Jour, Jour) },
            { "la clôture le lendemain", true, new ClotureApresOuverture(Jour, Jour.AddDays(1)) },
            { "la clôture aujourd'hui", true, new ClotureAVenir(Jour, Jour, Tolere: false) },
            { "la clôture hier", false, new ClotureAVenir(Jour.AddDays(-1), Jour, Tolere: false) },
            { "la clôture hier, tolérée", true, new ClotureAVenir(Jour.AddDays(-1), Jour, Tolere: true) },
            { "le délai aujourd'hui", true, new DelaiAVenir(Jour, Jour) },
            { "le délai hier", false, new DelaiAVenir(Jour.AddDays(-1), Jour) },
            { "le délai en 2099", true, new DelaiAVenir(new(2099, 12, 31), Jour) },
            { "le délai en 2100", false, new DelaiAVenir(new(2100, 1, 1), Jour) },
            { "l'instant d'avant la clôture", true, new DelaiOuvert(Instant, Instant.AddTicks(-1)) },
            { "l'instant de la clôture", false, new DelaiOuvert(Instant, Instant) },
            { "une date de 1999", false, new DatePlausible("La clôture", new(1999, 12, 31), "cloture") },
            { "une date de 2000", true, new DatePlausible("La clôture", new(2000, 1, 1), "cloture") },
            { "une date de 2099", true, new DatePlausible("La clôture", new(2099, 12, 31), "cloture") },
            { "une date de 2100", false, new DatePlausible("La clôture", new(2100, 1, 1), "cloture") },
            { "l'exercice 1999", false, new ExercicePlausible(1999) },
            { "l'exercice 2000", true, new ExercicePlausible(2000) },
            { "l'exercice 2099", true, new ExercicePlausible(2099) },
            { "l'exercice 2100", false, new ExercicePlausible(2100) },
            { "une durée nulle", false, new DureePlausible(0) },
            { "un an", true, new DureePlausible(1) },
            { "dix ans", true, new DureePlausible(10) },
            { "onze ans", false, new DureePlausible(11) },
            { "la même unité, autrement écrite", true, new UnitesHomogenes(["kg", "KG"]) },
            { "deux unités", false, new UnitesHomogenes(["kg", "ramette"]) },
            { "l'unité d'une ligne répondue", false, new UniteVerrouillee(1, "kg", "tonne", EstRepondue: true) },
            { "l'unité d'une ligne sans réponse", true, new UniteVerrouillee(1, "kg", "tonne", EstRepondue: false) },
            { "l'unité inchangée", true, new UniteVerrouillee(1, "kg", "kg", EstRepondue: true) },
            { "un néant sans rien de saisi", true, new NeantSansQuantite(0) },
            { "un néant sur une ligne saisie", false, new NeantSansQuantite(1) },
            { "une réponse vide", false, new ReponseNonVide(0) },
            { "une réponse d'une ligne", true, new ReponseNonVide(1) },
            { "un gel où tous sont décidés", true, new MembresDecides([]) },
            { "un gel où l'un ne l'est pas", false, new MembresDecides(["Arras"]) },
            { "une ouverture sans membre", false, new MembresAInterroger(0) },
            { "une ouverture à un membre", true, new MembresAInterroger(1) },
            { "une campagne sans prestation", false, new UnePrestationAuMoins(0) },
            { "une campagne d'une prestation", true, new UnePrestationAuMoins(1) },
            { "une prestation sans ligne", false, new UneLigneParPrestation(["Papier"]) },
            { "une modification de rien", false, new ModificationDemandee(0) },
            { "une modification d'une ligne", true, new ModificationDemandee(1) },
            { "un minimum au-dessus de l'estimé", false, new QuantitesOrdonnees([3]) },
            { "une anomalie sans justification", false, new AnomaliesJustifiees([3]) },
            { "une délégation d'un jour", true, new DelegationOrdonnee(Jour, Jour) },
            { "une délégation qui finit avant", false, new DelegationOrdonnee(Jour, Jour.AddDays(-1)) },
            { "une délégation sans fin", true, new DelegationOrdonnee(Jour, null) },
            { "un acte de délégation blanc", false, new ActeDeDelegation(" ") },
            { "un acte à sa longueur", true, new ActeDeDelegation(new string('a', Delegation.LongueurActe)) },
            { "un acte trop long", false, new ActeDeDelegation(new string('a', Delegation.LongueurActe + 1)) },
            { "un intitulé blanc", false, new IntituleRenseigne(" ") },
            { "un intitulé à sa longueur", true, new IntituleRenseigne(new string('a', Campagne.LongueurIntitule)) },
            { "un intitulé trop long", false, new IntituleRenseigne(new string('a', Campagne.LongueurIntitule + 1)) },
            { "une consigne à sa longueur", true, new ConsigneDansSaLongueur(new string('a', Campagne.LongueurConsigne)) },
            { "une consigne trop longue", false, new ConsigneDansSaLongueur(new string('a', Campagne.LongueurConsigne + 1)) },
            { "un gestionnaire sans motif", false, new MotifDuGestionnaire(ModeDeValidation.Gestionnaire, " ") },
            { "un gestionnaire et son motif", true, new MotifDuGestionnaire(ModeDeValidation.Gestionnaire, "Par téléphone") },
            { "un signataire sans motif", true, new MotifDuGestionnaire(ModeDeValidation.Compte, null) },
            { "un motif blanc", false, new MotifDonne("La réouverture", " ") },
            { "un état signé sans pièce", false, new PieceDeposee(ModeDeValidation.EtatSigne, null) },
            { "un compte sans pièce", true, new PieceDeposee(ModeDeValidation.Compte, null) },
            { "un N-1 inconnu repris", false, new ReponseN1Connue(DecisionDOffice.ReprendreN1, Connue: false) },
            { "un N-1 inconnu, néant présumé", true, new ReponseN1Connue(DecisionDOffice.PresumerNeant, Connue: false) },
            { "un silence à la clôture", true, new MembreSilencieux(EtatDeReponse.Brouillon, Instant, Instant) },
            { "un silence avant", false, new MembreSilencieux(EtatDeReponse.Brouillon, Instant, Instant.AddTicks(-1)) },
            { "un silence qui a répondu", false, new MembreSilencieux(EtatDeReponse.Neant, Instant, Instant) },
            { "un validateur sans qualité", false, new ValidateurIdentifie("Aude Vasseur", " ") },
            { "un validateur", true, new ValidateurIdentifie("Aude Vasseur", "maire") },
            {
                "une ouverture changée en préparation",
                true,
                new OuvertureInchangee(EtatDeCampagne.EnPreparation, Jour, Jour.AddDays(1))
            },
            { "une ouverture changée après", false, new OuvertureInchangee(EtatDeCampagne.Ouverte, Jour, Jour.AddDays(1)) },
            {
                "une période changée après",
                false,
                new PeriodeInchangee(EtatDeCampagne.Ouverte, PeriodeDesQuantites.Annuelle, PeriodeDesQuantites.DureeEntiere)
            },
        };

    [Theory]
    [MemberData(nameof(Bornes), DisableDiscoveryEnumeration = true)]
    public void La_regle_tient_a_sa_borne(string cas, bool attendu, IRegle regle)
    {
        Assert.True(attendu == regle.EstRespectee, $"{regle.GetType().Name}, {cas}");
        Assert.EndsWith(".", regle.Message, StringComparison.Ordinal);
        Assert.NotEmpty(regle.Fondement);
    }

    [Theory]
    [InlineData(EtatDeCampagne.EnPreparation, true, false, true)]
    [InlineData(EtatDeCampagne.Ouverte, false, true, true)]
    [InlineData(EtatDeCampagne.Close, false, false, false)]
    [InlineData(EtatDeCampagne.Consolidee, false, false, false)]
    public void L_etat_de_la_campagne_commande(EtatDeCampagne etat, bool preparation, bool saisie, bool vivante)
    {
        Assert.Equal(preparation, new CampagneEnPreparation(etat).EstRespectee);
        Assert.Equal(saisie, new CampagneOuverteALaSaisie(etat).EstRespectee);
        Assert.Equal(vivante, new CampagneNonClose(etat).EstRespectee);
    }

    [Fact]
    public void L_etat_de_la_reponse_commande()
    {
        Assert.Equal(
            [EtatDeReponse.NonOuverte, EtatDeReponse.Brouillon, EtatDeReponse.ARevoir],
            Enum.GetValues<EtatDeReponse>().Where(e => new ReponseSaisissable(e).EstRespectee)
        );
        Assert.Equal(
            [EtatDeReponse.Validee, EtatDeReponse.Neant],
            Enum.GetValues<EtatDeReponse>().Where(e => new ReponseARouvrir(e).EstRespectee)
        );
    }

    /// <summary>C9 : au-delà de la moitié de N-1, disparu, ou hors du tiers au triple de la médiane de la strate.</summary>
    [Theory]
    [InlineData(150, 100, null, Anomalie.Aucune)]
    [InlineData(151, 100, null, Anomalie.EcartAvecN1)]
    [InlineData(50, 100, null, Anomalie.Aucune)]
    [InlineData(49, 100, null, Anomalie.EcartAvecN1)]
    [InlineData(0, 100, null, Anomalie.DisparueDepuisN1)]
    [InlineData(null, 100, null, Anomalie.DisparueDepuisN1)]
    [InlineData(500, 0, null, Anomalie.Aucune)]
    [InlineData(270, null, 90, Anomalie.Aucune)]
    [InlineData(271, null, 90, Anomalie.HorsDeSaStrate)]
    [InlineData(30, null, 90, Anomalie.Aucune)]
    [InlineData(29, null, 90, Anomalie.HorsDeSaStrate)]
    [InlineData(0, null, 90, Anomalie.Aucune)]
    [InlineData(271, 100, 90, Anomalie.EcartAvecN1 | Anomalie.HorsDeSaStrate)]
    public void Une_valeur_surprend_passe_sa_borne(int? estime, int? n1, int? mediane, Anomalie attendue) =>
        Assert.Equal(attendue, Anomalies.Examiner(new LigneAExaminer(null, estime, null, null, n1, mediane)));

    [Fact]
    public void La_mediane_demande_huit_reponses()
    {
        Assert.Null(Anomalies.Mediane([1, 2, 3, 4, 5, 6, 7]));
        Assert.Equal(4.5m, Anomalies.Mediane([8, 1, 7, 2, 6, 3, 5, 4]));
        Assert.Equal(5m, Anomalies.Mediane([9, 8, 1, 7, 2, 6, 3, 5, 4]));
    }

    [Theory]
    [InlineData(1, 1, 1, true)]
    [InlineData(2, 1, null, false)]
    [InlineData(null, 3, 2, false)]
    [InlineData(3, null, 2, false)]
    [InlineData(null, null, 2, true)]
    public void Minimum_estime_et_maximum_se_suivent(int? minimum, int? estime, int? maximum, bool attendu) =>
        Assert.Equal(attendu, Anomalies.SontOrdonnees(minimum, estime, maximum));

    /// <summary>RG5.11 : une quantité annuelle compte autant de fois que l'accord-cadre a d'années.</summary>
    [Theory]
    [InlineData(PeriodeDesQuantites.Annuelle, 4, 54_000, 216_000)]
    [InlineData(PeriodeDesQuantites.DureeEntiere, 4, 54_000, 54_000)]
    public void La_valeur_du_besoin_porte_sur_toute_la_duree(PeriodeDesQuantites periode, int annees, int quantite, int euros)
    {
        var valeur = ValeurDuBesoinRecense.Totaliser(
            [
                new BesoinDeLigne(quantite * 1000L, 2, 0, 1m),
                new BesoinDeLigne(5_000, 0, 0, null),
                new BesoinDeLigne(0, 0, 0, null),
            ],
            periode,
            annees
        );

        Assert.Equal(euros * 100L, valeur.Valeur.Centimes);
        Assert.Equal((1, 2), (valeur.LignesSansValeur, valeur.ReponsesSansMaximum));
    }
}
