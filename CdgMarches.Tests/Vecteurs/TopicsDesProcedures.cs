using System.Globalization;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Parametres;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Procedures.Regles;
using CdgMarches.Tests.Outils;

namespace CdgMarches.Tests.Vecteurs;

/// <summary>Ce que les procédures et les marchés répondent aux vecteurs.</summary>
internal static class TopicsDesProcedures
{
    private static readonly DelaisDeProcedure Delais = new(DelaisDeReference.Lister());
    private static readonly SeuilsDeProcedure Seuils = new(SeuilsDeReference.Lister());

    public static IReadOnlyDictionary<string, Func<Vecteur, Dictionary<string, object?>>> Tous { get; } =
        new Dictionary<string, Func<Vecteur, Dictionary<string, object?>>>
        {
            ["standstill/earliest_signature"] = Suspension,
            ["reception/minimum"] = Reception,
            ["avenant/limits"] = Avenant,
            ["avenant/50pct"] = v =>
                new()
                {
                    ["allowed"] = new AvenantDansLaMoitie(
                        new CalculDAvenant(MontantHt.DEuros(v.Decimal("initial_ht")), [], MontantHt.DEuros(v.Decimal("amount"))),
                        Delais.Nombre(CodesDeDelai.AvenantMoitie, new DateOnly(2026, 6, 1))
                    ).EstRespectee,
                },
        };

    private static Dictionary<string, object?> Suspension(Vecteur v)
    {
        var calcul = Delais.Suspension(v.Jour("sent"), v.Entrees.GetProperty("electronic").GetBoolean(), TopicsDuNoyau.Zone(v));
        return new() { ["earliest_signature"] = calcul.AuPlusTot, ["prudent_signature"] = calcul.Prudente };
    }

    private static Dictionary<string, object?> Reception(Vecteur v)
    {
        var dernier = DelaiDeReception.DernierJourDepuis(v.Jour("notice_sent"), v.Entier("days"), TopicsDuNoyau.Zone(v));
        return new()
        {
            ["last_day_of_minimum_period"] = dernier,
            ["deadline_not_before"] = new DelaiDeReception(
                v.Entier("days"),
                dernier,
                "",
                EstObligatoire: true,
                ""
            ).PasAvant.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
        };
    }

    private static Dictionary<string, object?> Avenant(Vecteur v)
    {
        var (jour, nature) = (v.Jour("date"), TopicsDuNoyau.Nature(v));
        var calcul = new CalculDAvenant(
            MontantHt.DEuros(v.Decimal("initial_ht")),
            [.. v.Decimaux("earlier").Select(MontantHt.DEuros)],
            MontantHt.DEuros(v.Decimal("amount"))
        );
        var part =
            nature is NatureDAchat.Travaux
                ? CodesDeDelai.AvenantFaibleMontantTravaux
                : CodesDeDelai.AvenantFaibleMontantFournituresServices;
        return new()
        {
            ["R2194-8"] = new AvenantDeFaibleMontant(
                calcul,
                Delais.Nombre(part, jour),
                Seuils.Seuil(CodesDeSeuil.Formalisee(nature), jour)!.Value
            ).EstRespectee,
            ["avis_CAO"] = new AvenantVuParLaCao(
                calcul,
                Delais.Nombre(CodesDeDelai.AvenantAvisDeLaCao, jour),
                AttribueParLaCao: true,
                null
            ).EstRequis,
            ["cumul"] = calcul.Cumul.Euros.ToString("0.##", CultureInfo.InvariantCulture),
            ["pct"] = calcul.Pourcentage.ToString("0.00", CultureInfo.InvariantCulture),
        };
    }
}
