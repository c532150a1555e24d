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
        };

    private static ConsultationDuGroupement Consultation(JsonElement dates) =>
        new("PROC-2026-001", Jour(dates[0])!.Value, Jour(dates[1]));

    private static DateOnly? Jour(JsonElement valeur) =>
        valeur.GetString() is { } texte ? DateOnly.ParseExact(texte, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
