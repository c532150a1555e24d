using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CdgMarches.Tests.Outils;

namespace CdgMarches.Tests.Marches;

/// <summary>Le contrôle d'un document par un schéma JSON, pour les mots-clés que le schéma officiel emploie.</summary>
internal sealed class SchemaJson(JsonElement racine)
{
    private static readonly string Chemin = Path.GetFullPath(
        Path.Combine(Depot.Racine, "..", "shared", "data", "schema_decp_v2.0.3.json")
    );

    private static readonly Lazy<SchemaJson> Lu = new(() => new(JsonDocument.Parse(File.ReadAllText(Chemin)).RootElement));

    /// <summary>Le schéma officiel, livré à côté du dépôt ; le test qui le demande est passé s'il n'y est pas.</summary>
    public static SchemaJson Officiel
    {
        get
        {
            Assert.SkipUnless(File.Exists(Chemin), $"Le schéma officiel des données essentielles manque : {Chemin}.");
            return Lu.Value;
        }
    }

    public JsonElement Racine => racine;

    /// <summary>Les écarts, chacun avec son chemin.</summary>
    public IReadOnlyList<string> Controler(JsonElement valeur) => [.. Controler(racine, valeur, "$")];

    private IEnumerable<string> Controler(JsonElement schema, JsonElement v, string chemin)
    {
        if (schema.TryGetProperty("$ref", out var renvoi))
        {
            var cible = racine;
            foreach (var pas in renvoi.GetString()![2..].Split('/'))
            {
                cible = cible.GetProperty(pas);
            }

            foreach (var ecart in Controler(cible, v, chemin))
            {
                yield return ecart;
            }
        }

        if (schema.TryGetProperty("type", out var type) && !EstDuType(v, type.GetString()!))
        {
            yield return $"{chemin} : {type} attendu, {v.ValueKind} trouvé";
            yield break;
        }

        if (schema.TryGetProperty("enum", out var choix) && !choix.EnumerateArray().Any(c => JsonElement.DeepEquals(c, v)))
        {
            yield return $"{chemin} : « {v} » n'est pas permis";
        }

        if (v.ValueKind is JsonValueKind.String)
        {
            var texte = v.GetString()!;
            if (schema.TryGetProperty("maxLength", out var max) && texte.Length > max.GetInt32())
            {
                yield return $"{chemin} : trop long";
            }

            if (schema.TryGetProperty("minLength", out var min) && texte.Length < min.GetInt32())
            {
                yield return $"{chemin} : trop court";
            }

            if (schema.TryGetProperty("pattern", out var motif) && !Regex.IsMatch(texte, motif.GetString()!))
            {
                yield return $"{chemin} : « {texte} » ne suit pas {motif}";
            }
        }

        if (v.ValueKind is JsonValueKind.Number)
        {
            if (schema.TryGetProperty("minimum", out var min) && v.GetDecimal() < min.GetDecimal())
            {
                yield return $"{chemin} : inférieur à {min}";
            }

            if (schema.TryGetProperty("maximum", out var max) && v.GetDecimal() > max.GetDecimal())
            {
                yield return $"{chemin} : supérieur à {max}";
            }
        }

        foreach (var ecart in v.ValueKind is JsonValueKind.Object ? DesChamps(schema, v, chemin) : DesElements(schema, v, chemin))
        {
            yield return ecart;
        }
    }

    private IEnumerable<string> DesChamps(JsonElement schema, JsonElement v, string chemin)
    {
        if (schema.TryGetProperty("required", out var requis))
        {
            foreach (var nom in requis.EnumerateArray().Select(r => r.GetString()!).Where(n => !v.TryGetProperty(n, out _)))
            {
                yield return $"{chemin} : « {nom} » manque";
            }
        }

        var connus = schema.TryGetProperty("properties", out var champs);
        foreach (var champ in v.EnumerateObject())
        {
            if (connus && champs.TryGetProperty(champ.Name, out var duChamp))
            {
                foreach (var ecart in Controler(duChamp, champ.Value, $"{chemin}.{champ.Name}"))
                {
                    yield return ecart;
                }
            }
            else if (schema.TryGetProperty("additionalProperties", out var libre) && libre.ValueKind is JsonValueKind.False)
            {
                yield return $"{chemin} : « {champ.Name} » n'est pas du schéma";
            }
        }
    }

    private IEnumerable<string> DesElements(JsonElement schema, JsonElement v, string chemin)
    {
        if (v.ValueKind is not JsonValueKind.Array)
        {
            yield break;
        }

        if (schema.TryGetProperty("minItems", out var min) && v.GetArrayLength() < min.GetInt32())
        {
            yield return $"{chemin} : {min} éléments au moins";
        }

        if (!schema.TryGetProperty("items", out var element))
        {
            yield break;
        }

        foreach (var (enfant, rang) in v.EnumerateArray().Select((e, i) => (e, i)))
        {
            foreach (var ecart in Controler(element, enfant, string.Create(CultureInfo.InvariantCulture, $"{chemin}[{rang}]")))
            {
                yield return ecart;
            }
        }
    }

    private static bool EstDuType(JsonElement v, string type) =>
        type switch
        {
            "object" => v.ValueKind is JsonValueKind.Object,
            "array" => v.ValueKind is JsonValueKind.Array,
            "string" => v.ValueKind is JsonValueKind.String,
            "boolean" => v.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "integer" => v.ValueKind is JsonValueKind.Number && decimal.IsInteger(v.GetDecimal()),
            "number" => v.ValueKind is JsonValueKind.Number,
            _ => throw new NotSupportedException(type),
        };
}
