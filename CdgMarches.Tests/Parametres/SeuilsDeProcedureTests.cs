using System.Globalization;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Parametres;
using CdgMarches.Tests.Outils;
using FsCheck;
using FsCheck.Fluent;

namespace CdgMarches.Tests.Parametres;

public sealed class SeuilsDeProcedureTests
{
    private static readonly SeuilsDeProcedure Seuils = new(SeuilsDeReference.Lister());

    [Theory]
    [InlineData(NatureDAchat.Services, "2021-06-01", "213999.99", ProcedureApplicable.AdapteeAvecAvis)]
    [InlineData(NatureDAchat.Services, "2021-06-01", "214000", ProcedureApplicable.Formalisee)]
    [InlineData(NatureDAchat.Services, "2023-12-31", "215000", ProcedureApplicable.Formalisee)]
    [InlineData(NatureDAchat.Fournitures, "2025-12-31", "218000", ProcedureApplicable.AdapteeAvecAvis)]
    [InlineData(NatureDAchat.Fournitures, "2026-01-01", "218000", ProcedureApplicable.Formalisee)]
    [InlineData(NatureDAchat.Services, "2027-12-31", "216000", ProcedureApplicable.Formalisee)]
    [InlineData(NatureDAchat.Services, "2026-03-31", "45000", ProcedureApplicable.AdapteePubliciteLibre)]
    [InlineData(NatureDAchat.Services, "2026-04-01", "45000", ProcedureApplicable.DispensePossible)]
    [InlineData(NatureDAchat.Services, "2026-04-01", "59999.99", ProcedureApplicable.DispensePossible)]
    [InlineData(NatureDAchat.Services, "2026-04-01", "60000", ProcedureApplicable.AdapteePubliciteLibre)]
    [InlineData(NatureDAchat.Services, "2026-04-01", "89999.99", ProcedureApplicable.AdapteePubliciteLibre)]
    [InlineData(NatureDAchat.Travaux, "2026-04-01", "99999.99", ProcedureApplicable.DispensePossible)]
    [InlineData(NatureDAchat.Travaux, "2026-04-01", "100000", ProcedureApplicable.AdapteeAvecAvis)]
    [InlineData(NatureDAchat.Travaux, "2025-12-31", "5404000", ProcedureApplicable.AdapteeAvecAvis)]
    [InlineData(NatureDAchat.Travaux, "2026-01-01", "5404000", ProcedureApplicable.Formalisee)]
    [InlineData(NatureDAchat.Travaux, "2020-12-08", "70000", ProcedureApplicable.AdapteePubliciteLibre)]
    [InlineData(NatureDAchat.Services, "2026-04-01", "0", ProcedureApplicable.DispensePossible)]
    public void Le_seuil_du_jour_du_lancement_decide(
        NatureDAchat nature,
        string lancement,
        string valeur,
        ProcedureApplicable attendue
    ) => Assert.Equal(attendue, Seuils.Proposer(nature, Montant(valeur), Jour(lancement)).Procedure);

    [Fact]
    public void L_explication_cite_la_valeur_le_seuil_ses_dates_et_l_article()
    {
        var proposee = Seuils.Proposer(NatureDAchat.Services, Montant("216000"), Jour("2026-06-01"));

        Assert.Equal(
            "La valeur estimée, 216 000,00 € HT, atteint le seuil de 216 000,00 € HT (procédure formalisée, fournitures et services "
                + "des collectivités ; Avis relatif aux seuils de procédure, annexe 2 du CCP (JO du 26 décembre 2025)), en vigueur du "
                + "1er janvier 2026 au 31 décembre 2027, au lancement le 1er juin 2026.",
            SansInsecables(proposee.Explication)
        );
        Assert.Equal("Procédure formalisée", proposee.Libelle);
    }

    [Fact]
    public void L_explication_d_une_dispense_rappelle_qu_elle_est_une_faculte()
    {
        var explication = SansInsecables(
            Seuils.Proposer(NatureDAchat.Services, Montant("45000"), Jour("2026-04-01")).Explication
        );

        Assert.Contains("est inférieure au seuil de 60 000,00 € HT", explication, StringComparison.Ordinal);
        Assert.Contains("art. R2122-8", explication, StringComparison.Ordinal);
        Assert.Contains("depuis le 1er avril 2026", explication, StringComparison.Ordinal);
        Assert.Contains("faculté", explication, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(NatureDAchat.Services, "2028-01-01", "10")]
    [InlineData(NatureDAchat.Travaux, "2028-01-01", "10000000")]
    [InlineData(NatureDAchat.Fournitures, "2019-12-31", "50000")]
    [InlineData(NatureDAchat.Travaux, "2020-07-23", "50000")]
    public void Sans_seuil_connu_l_application_le_demande_au_lieu_de_deviner(NatureDAchat nature, string lancement, string valeur)
    {
        Assert.False(Seuils.PeutProposer(nature, Jour(lancement)).EstFavorable);

        var refus = Assert.Throws<RegleMetierException>(() => Seuils.Proposer(nature, Montant(valeur), Jour(lancement)));

        var regle = Assert.Single(refus.Obstacles);
        Assert.Equal("RG3.02", regle.Code);
        Assert.Equal(Portee.Bloque, regle.Portee);
        Assert.Contains("saisissez les valeurs", regle.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Une_fois_les_seuils_saisis_elle_propose_de_nouveau()
    {
        var completes = new SeuilsDeProcedure([
            .. SeuilsDeReference.Lister(),
            ValeurDatee.DeNombre(
                CodesDeSeuil.FormaliseeFournituresServices,
                230_000m,
                Jour("2028-01-01"),
                Jour("2029-12-31"),
                "Avis de 2027"
            ),
        ]);

        Assert.Equal(
            ProcedureApplicable.Formalisee,
            completes.Proposer(NatureDAchat.Services, Montant("230000"), Jour("2028-01-01")).Procedure
        );
        Assert.False(completes.PeutProposer(NatureDAchat.Travaux, Jour("2028-01-01")).EstFavorable);
    }

    [Fact]
    public void Une_valeur_negative_n_est_pas_un_besoin() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Seuils.Proposer(NatureDAchat.Services, Montant("-1"), Jour("2026-06-01"))
        );

    [Theory]
    [InlineData("218000", "2025-10-01", "2026-02-01", true)] // 221 000 puis 216 000 : le plus bas
    [InlineData("218000", "2025-10-01", null, false)]
    [InlineData("215999.99", "2026-02-01", "2026-06-01", false)]
    [InlineData("216000", "2026-02-01", "2026-06-01", true)]
    public void La_transmission_suit_le_plus_bas_des_deux_seuils(string total, string lancement, string? signature, bool requise)
    {
        var proposee = Seuils.ProposerTransmission(Montant(total), Jour(lancement), signature is null ? null : Jour(signature));

        Assert.Equal(requise, proposee.EstRequise);
        Assert.Contains(requise ? "tous les lots" : "n'est pas obligatoire", proposee.Explication, StringComparison.Ordinal);
    }

    [Fact]
    public void Une_signature_en_2028_demande_le_seuil() =>
        Assert.Throws<RegleMetierException>(() =>
            Seuils.ProposerTransmission(Montant("10"), Jour("2027-11-01"), Jour("2028-02-01"))
        );

    [Fact]
    public void Plus_la_valeur_est_haute_plus_la_procedure_est_stricte() =>
        Prop.ForAll(
                Gen.Elements(Enum.GetValues<NatureDAchat>()).ToArbitrary(),
                Gen.Choose(Jour("2020-12-09").DayNumber, Jour("2027-12-31").DayNumber).ToArbitrary(),
                AutourDesSeuils(),
                (nature, jour, centimes) =>
                {
                    var lancement = DateOnly.FromDayNumber(jour);
                    var valeur = MontantHt.DeCentimes(centimes);
                    var ici = Seuils.Proposer(nature, valeur, lancement).Procedure;
                    var audessus = Seuils.Proposer(nature, valeur + MontantHt.DeCentimes(1), lancement).Procedure;
                    return audessus <= ici
                        && (ici == ProcedureApplicable.Formalisee)
                            == (valeur >= Seuils.Seuil(CodesDeSeuil.Formalisee(nature), lancement));
                }
            )
            .Verifier();

    /// <summary>À deux centimes au plus d'un seuil de la table.</summary>
    private static Arbitrary<long> AutourDesSeuils()
    {
        long[] seuils = [.. SeuilsDeReference.Lister().Where(v => v.Nombre > 1000m).Select(v => (long)(v.Nombre!.Value * 100m))];
        return (from seuil in Gen.Elements(seuils) from ecart in Gen.Choose(-2, 2) select seuil + ecart).ToArbitrary();
    }

    private static string SansInsecables(string texte) => texte.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private static MontantHt Montant(string euros) => MontantHt.DEuros(decimal.Parse(euros, CultureInfo.InvariantCulture));

    private static DateOnly Jour(string texte) => DateOnly.ParseExact(texte, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
