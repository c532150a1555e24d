using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using FsCheck.Fluent;

namespace CdgMarches.Tests.Contributions;

public sealed class ProrataTests
{
    [Theory]
    [InlineData("250", "2025-07-01", "2025-12-31", 2025, "126.03")] // T15
    [InlineData("250", "2028-07-01", "2028-12-31", 2028, "125.68")]
    [InlineData("500", "2025-12-31", "2025-12-31", 2025, "1.37")] // T16
    [InlineData("500", "2025-01-01", "2025-12-31", 2025, "500.00")]
    [InlineData("1000", "2025-03-15", "2025-10-30", 2025, "630.14")] // T17
    [InlineData("1000", "2028-03-15", "2028-10-30", 2028, "628.42")]
    [InlineData("1000", "2024-06-01", "2025-01-31", 2025, "84.93")] // ce qui dépasse l'année ne compte pas
    [InlineData("1000", "2026-01-01", "2026-12-31", 2025, "0.00")]
    public void Le_prorata_en_jours_compte_le_premier_et_le_dernier_sur_l_annee_entiere(
        string annuel,
        string du,
        string au,
        int annee,
        string attendu
    ) =>
        Assert.Equal(
            attendu,
            ProrataTemporis
                .Calculer(Montant(annuel), new Periode(Jour(du), Jour(au)), annee, MethodeDeProrata.Jours)
                .Montant.ToString()
        );

    [Theory]
    [InlineData("2026-01-31", "2026-02-01", 2, 0)]
    [InlineData("2026-02-01", "2026-02-28", 1, 1)]
    [InlineData("2026-02-01", "2026-02-27", 1, 0)]
    [InlineData("2028-02-01", "2028-02-28", 1, 0)] // bissextile : le 29 manque
    [InlineData("2026-01-02", "2026-12-31", 12, 11)]
    public void Les_mois_entames_et_les_mois_entiers_se_comptent_au_bord(string du, string au, int entames, int entiers)
    {
        var (presence, annee) = (new Periode(Jour(du), Jour(au)), Jour(du).Year);

        Assert.Equal(
            (entames, entiers),
            (
                ProrataTemporis.Calculer(Montant("12"), presence, annee, MethodeDeProrata.MoisEntames).Numerateur,
                ProrataTemporis.Calculer(Montant("12"), presence, annee, MethodeDeProrata.MoisEntiers).Numerateur
            )
        );
    }

    [Fact]
    public void Une_part_ne_depasse_jamais_le_tout() =>
        Prop.ForAll(
                Generateurs.Entiers(0, 400_000),
                Generateurs.Jours,
                Generateurs.Entiers(-3, 800),
                (centimes, debut, duree) =>
                    Enum.GetValues<MethodeDeProrata>()
                        .All(methode =>
                        {
                            var annuel = MontantHt.DeCentimes(centimes);
                            var presence = new Periode(debut, debut.AddDays(Math.Max(0, duree)));
                            var part = ProrataTemporis.Calculer(annuel, presence, debut.Year, methode);
                            return part.Montant <= annuel && !part.Montant.EstNegatif && part.Numerateur <= part.Denominateur;
                        })
            )
            .Verifier();

    [Fact]
    public void Deux_periodes_complementaires_font_l_annee_au_centime_pres() =>
        Prop.ForAll(
                Generateurs.Entiers(0, 400_000),
                Generateurs.Jours,
                (centimes, coupure) =>
                {
                    var annee = Periode.Annee(coupure.Year);
                    if (coupure == annee.Debut)
                    {
                        return true;
                    }

                    var annuel = MontantHt.DeCentimes(centimes);
                    var avant = ProrataTemporis.Calculer(
                        annuel,
                        new Periode(annee.Debut, coupure.AddDays(-1)),
                        coupure.Year,
                        MethodeDeProrata.Jours
                    );
                    var apres = ProrataTemporis.Calculer(
                        annuel,
                        new Periode(coupure, annee.Fin),
                        coupure.Year,
                        MethodeDeProrata.Jours
                    );
                    return Math.Abs((avant.Montant + apres.Montant - annuel).Centimes) <= 1;
                }
            )
            .Verifier();

    [Theory]
    [InlineData("0", "0", EtatDAppel.SansAppel)]
    [InlineData("14.99", "0", EtatDAppel.Reporte)]
    [InlineData("15.00", "0", EtatDAppel.Emis)]
    [InlineData("10.00", "4.99", EtatDAppel.Reporte)]
    [InlineData("10.00", "5.00", EtatDAppel.Emis)]
    [InlineData("12.49", "0", EtatDAppel.Reporte, 20)] // 14,99 € TTC
    [InlineData("12.50", "0", EtatDAppel.Emis, 20)]
    public void Sous_quinze_euros_toutes_taxes_comprises_la_dette_attend_la_suivante(
        string propre,
        string report,
        EtatDAppel issue,
        int taux = 0
    ) => Assert.Equal(issue, AppelDeContribution.IssueDe(Montant(propre), Montant(report), TauxTva.DePourcentage(taux), 15m));

    private static MontantHt Montant(string euros) =>
        MontantHt.TryParse(euros, out var montant) ? montant : throw new FormatException(euros);

    private static DateOnly Jour(string iso) =>
        DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
