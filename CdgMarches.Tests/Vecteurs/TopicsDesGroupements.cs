using System.Globalization;
using System.Text.Json;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Tests.Outils;

namespace CdgMarches.Tests.Vecteurs;

/// <summary>Ce que les groupements répondent aux vecteurs.</summary>
internal static class TopicsDesGroupements
{
    public static IReadOnlyDictionary<string, Func<Vecteur, Dictionary<string, object?>>> Tous { get; } =
        new Dictionary<string, Func<Vecteur, Dictionary<string, object?>>>
        {
            ["convention/adhesion_window"] = v =>
                new()
                {
                    ["allowed"] = new AucuneAdhesionPendantUneConsultation(
                        v.Jour("avenant_in_force"),
                        [.. v.Entrees.GetProperty("consultations").EnumerateArray().Select(Consultation)]
                    ).EstRespectee,
                },
            ["convention/entry_into_force"] = v =>
                new()
                {
                    ["in_force"] = EntreeEnVigueur
                        .De(
                            [.. v.Entrees.GetProperty("signatures").EnumerateArray().Select(s => ("une partie", Jour(s)))],
                            v.JourOuNul("transmitted"),
                            v.JourOuNul("published"),
                            publicationRequise: true
                        )
                        .Le,
                },
            ["withdrawal/seed1"] = v =>
                new()
                {
                    ["accepted"] =
                        new DeliberationExecutoire("le membre", v.JourOuNul("deliberation_executory")).EstRespectee
                        && new SortieApresDeliberation(v.Jour("exit"), v.JourOuNul("deliberation_executory")).EstRespectee,
                },
            ["withdrawal/seed3"] = v =>
                new()
                {
                    ["exit"] = DossierDeRetrait.SortieSurPreavis(
                        v.Jour("coordonnateur_informed"),
                        ReglesDeConvention.De(ProfilDeConvention.GroupementPermanent)
                    ),
                },
        };

    private static ConsultationDuGroupement Consultation(JsonElement dates) =>
        new("PROC-2026-001", Jour(dates[0])!.Value, Jour(dates[1]));

    private static DateOnly? Jour(JsonElement valeur) =>
        valeur.GetString() is { } texte ? DateOnly.ParseExact(texte, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
