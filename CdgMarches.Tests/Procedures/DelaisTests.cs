using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Noyau.Calendrier;
using CdgMarches.Domain.Parametres;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Procedures.Regles;
using FsCheck;
using FsCheck.Fluent;

namespace CdgMarches.Tests.Procedures;

/// <summary>Les délais et plafonds de la passation, à leurs bornes.</summary>
public sealed class DelaisTests
{
    private static readonly DelaisDeProcedure Tous = new(DelaisDeReference.Lister());

    [Theory]
    [InlineData(FormeDeProcedure.AppelDOffresOuvert, PhaseDeReception.Offres, false, false, false, 35)]
    [InlineData(FormeDeProcedure.AppelDOffresOuvert, PhaseDeReception.Offres, true, false, false, 30)]
    [InlineData(FormeDeProcedure.AppelDOffresOuvert, PhaseDeReception.Offres, true, true, false, 15)]
    [InlineData(FormeDeProcedure.AppelDOffresOuvert, PhaseDeReception.Offres, true, false, true, 15)]
    [InlineData(FormeDeProcedure.AppelDOffresRestreint, PhaseDeReception.Candidatures, true, true, false, 30)]
    [InlineData(FormeDeProcedure.AppelDOffresRestreint, PhaseDeReception.Candidatures, true, false, true, 15)]
    [InlineData(FormeDeProcedure.AppelDOffresRestreint, PhaseDeReception.Offres, false, false, false, 30)]
    [InlineData(FormeDeProcedure.AppelDOffresRestreint, PhaseDeReception.Offres, true, false, false, 25)]
    [InlineData(FormeDeProcedure.AppelDOffresRestreint, PhaseDeReception.Offres, true, true, false, 10)]
    [InlineData(FormeDeProcedure.AvecNegociation, PhaseDeReception.Offres, true, false, true, 10)]
    [InlineData(FormeDeProcedure.DialogueCompetitif, PhaseDeReception.Candidatures, true, false, true, 30)]
    [InlineData(FormeDeProcedure.Adaptee, PhaseDeReception.Offres, true, false, true, 20)]
    public void Le_tableau_des_delais_de_reception(
        FormeDeProcedure forme,
        PhaseDeReception phase,
        bool electronique,
        bool preinformation,
        bool urgence,
        int jours
    )
    {
        var envoi = new DateOnly(2026, 3, 2);
        var delai = Tous.Reception(
            forme,
            phase,
            new ModalitesDeReception(electronique, preinformation, urgence, DocumentsHorsProfil: false),
            envoi,
            ZoneDeJoursFeries.Metropole
        )!;

        Assert.Equal(jours, delai.Jours);
        Assert.Equal(forme is not FormeDeProcedure.Adaptee, delai.EstObligatoire);
        var hors = Tous.Reception(
            forme,
            phase,
            new ModalitesDeReception(electronique, preinformation, urgence, DocumentsHorsProfil: true),
            envoi,
            ZoneDeJoursFeries.Metropole
        )!;
        Assert.Equal(forme is FormeDeProcedure.Adaptee ? jours : jours + 5, hors.Jours);
    }

    [Fact]
    public void Une_limite_a_midi_tombe_au_plus_tot_le_lendemain_du_dernier_jour()
    {
        var delai = Tous.Reception(
            FormeDeProcedure.AppelDOffresOuvert,
            PhaseDeReception.Offres,
            new ModalitesDeReception(true, false, false, false),
            new DateOnly(2025, 1, 6),
            ZoneDeJoursFeries.Metropole
        )!;

        Assert.False(new DateLimiteApresLeDelaiDeReception(new DateTime(2025, 2, 5, 12, 0, 0), delai).EstRespectee);
        Assert.False(new DateLimiteApresLeDelaiDeReception(new DateTime(2025, 2, 5, 23, 59, 0), delai).EstRespectee);
        Assert.True(new DateLimiteApresLeDelaiDeReception(new DateTime(2025, 2, 6, 0, 0, 0), delai).EstRespectee);
        Assert.Contains("6 février 2025 à 0 h", delai.Explication, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_delai_inconnu_a_sa_date_n_est_pas_devine()
    {
        var refus = Assert.Throws<RegleMetierException>(() => Tous.TransmissionAuPlusTard(new DateOnly(2010, 1, 1)));

        Assert.IsType<DelaiConnuALaDate>(Assert.Single(refus.Obstacles));
    }

    [Fact]
    public void Le_delai_de_reception_finit_un_jour_ouvre_et_ne_perd_jamais_un_jour()
    {
        var generateur =
            from decalage in Gen.Choose(0, 3650)
            from jours in Gen.Elements(10, 15, 25, 30, 35, 40)
            select (Envoi: new DateOnly(2024, 1, 1).AddDays(decalage), Jours: jours);

        Prop.ForAll(
                generateur.ToArbitrary(),
                c =>
                {
                    var dernier = DelaiDeReception.DernierJourDepuis(c.Envoi, c.Jours, ZoneDeJoursFeries.Metropole);
                    var brut = c.Envoi.AddDays(c.Jours);
                    return dernier >= brut
                        && dernier.DayNumber - brut.DayNumber <= 5
                        && JoursOuvres.Est(dernier, ZoneDeJoursFeries.Metropole)
                        && (dernier == brut) == JoursOuvres.Est(brut, ZoneDeJoursFeries.Metropole);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void La_suspension_se_compte_de_date_a_date_depuis_le_dernier_rejet_et_un_seul_papier_l_allonge()
    {
        var generateur =
            from jour in Gen.Choose(0, 2_000)
            from ecart in Gen.Elements(-1, 0, 1)
            from electronique in Gen.Elements(true, false)
            select (Envoi: new DateOnly(2024, 1, 1).AddDays(jour), Ecart: ecart, Electronique: electronique);

        Prop.ForAll(
                generateur.ToArbitrary(),
                c =>
                {
                    var jours = c.Electronique ? 11 : 16;
                    var suspension = Tous.Suspension(c.Envoi, c.Electronique, ZoneDeJoursFeries.Metropole);
                    var regle = new SignatureApresLaSuspension(c.Envoi.AddDays(jours + c.Ecart), suspension);
                    return regle.EstRespectee == c.Ecart >= 0
                        && suspension.Prudente > suspension.AuPlusTot
                        && JoursOuvres.Est(suspension.Prudente, ZoneDeJoursFeries.Metropole);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_un_centime_pres_les_plafonds_des_avenants_tiennent()
    {
        var generateur =
            from initial in Gen.Choose(1, 200_000)
            from ecart in Gen.Elements(-1, 0, 1)
            from deja in Gen.Choose(0, 5)
            select (Initial: initial * 100L, Ecart: ecart, Deja: deja);

        Prop.ForAll(
                generateur.ToArbitrary(),
                c =>
                {
                    var initial = MontantHt.DeCentimes(c.Initial * 100);
                    var (dixieme, vingtieme, moitie) = (c.Initial * 10, c.Initial * 5, c.Initial * 50);
                    var anterieur = MontantHt.DeCentimes(vingtieme / 10 * c.Deja / 5);
                    CalculDAvenant Calcul(long cible) =>
                        new(initial, [anterieur], MontantHt.DeCentimes(cible + c.Ecart) - anterieur);
                    var faible = new AvenantDeFaibleMontant(Calcul(dixieme), 10m, MontantHt.DEuros(100_000_000m));
                    var cao = new AvenantVuParLaCao(Calcul(vingtieme), 5m, true, null);
                    var seul = new CalculDAvenant(initial, [anterieur], MontantHt.DeCentimes(moitie + c.Ecart));
                    return faible.EstRespectee == c.Ecart < 0
                        && cao.EstRequis == c.Ecart > 0
                        && new AvenantDansLaMoitie(seul, 50m).EstRespectee == c.Ecart <= 0;
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Sous_la_part_mais_au_seuil_europeen_l_avenant_de_faible_montant_est_refuse()
    {
        var seuil = MontantHt.DEuros(216_000m);
        CalculDAvenant Calcul(decimal montant) => new(MontantHt.DEuros(3_000_000m), [], MontantHt.DEuros(montant));

        Assert.False(new AvenantDeFaibleMontant(Calcul(216_000m), 10m, seuil).EstRespectee);
        Assert.True(new AvenantDeFaibleMontant(Calcul(215_999.99m), 10m, seuil).EstRespectee);
    }

    [Fact]
    public void Une_baisse_ou_un_marche_non_attribue_par_la_commission_n_appelle_pas_son_avis()
    {
        var hausse = new CalculDAvenant(MontantHt.DEuros(100m), [], MontantHt.DEuros(50m));
        var baisse = hausse with { Montant = MontantHt.DEuros(-50m) };

        Assert.True(new AvenantVuParLaCao(hausse, 5m, AttribueParLaCao: true, null).EstRequis);
        Assert.True(new AvenantVuParLaCao(hausse, 5m, AttribueParLaCao: true, new DateOnly(2026, 1, 1)).EstRespectee);
        Assert.False(new AvenantVuParLaCao(hausse, 5m, AttribueParLaCao: false, null).EstRequis);
        Assert.False(new AvenantVuParLaCao(baisse, 5m, AttribueParLaCao: true, null).EstRequis);
    }

    [Fact]
    public void Chaque_delai_livre_a_un_nom_et_une_source()
    {
        Assert.All(
            DelaisDeReference.Lister(),
            v =>
            {
                Assert.True(CodesDeDelai.EstConnu(v.Code), v.Code);
                Assert.NotEqual(v.Code, CodesDeDelai.Libelle(v.Code));
            }
        );
        Assert.Equal(
            MontantHt.DEuros(216_000m),
            new SeuilsDeProcedure(SeuilsDeReference.Lister()).Seuil(
                CodesDeSeuil.FormaliseeFournituresServices,
                new DateOnly(2026, 6, 1)
            )
        );
    }
}
