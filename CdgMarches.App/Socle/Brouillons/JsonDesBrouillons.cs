using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Socle.Brouillons;

/// <summary>L'écriture des brouillons : la même pour garder et pour reprendre, valeurs du domaine comprises.</summary>
/// <remarks>
/// Une valeur du domaine (SIRET, montant, référence) n'a pas de constructeur public : sans ce qui suit, elle s'écrit et ne se relit
/// pas. Elle s'écrit donc comme elle se dit, et se relit par son TryParse.
/// </remarks>
internal static class JsonDesBrouillons
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new ValeursDuDomaine() } };

    public static string Ecrire<TModele>(TModele modele) => JsonSerializer.Serialize(modele, Options);

    /// <returns>Null si ce qui était gardé ne se lit plus : le formulaire, ou une valeur du domaine, a changé depuis.</returns>
    public static TModele? Lire<TModele>(string json)
        where TModele : class
    {
        try
        {
            return JsonSerializer.Deserialize<TModele>(json, Options);
        }
        catch (Exception illisible)
            when (illisible
                    is JsonException
                        or NotSupportedException
                        or ArgumentException
                        or FormatException
                        or InvalidOperationException
                        or OverflowException
                        or RefusException
                        or RegleMetierException
            )
        {
            return null;
        }
    }

    private sealed class ValeursDuDomaine : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert.Assembly == typeof(Siret).Assembly && LectureDe(typeToConvert) is not null;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)
                Activator.CreateInstance(typeof(ValeurEcrite<>).MakeGenericType(typeToConvert), LectureDe(typeToConvert)!)!;

        private static MethodInfo? LectureDe(Type type) =>
            type.GetMethod(
                nameof(Siret.TryParse),
                BindingFlags.Public | BindingFlags.Static,
                [typeof(string), type.MakeByRefType()]
            );
    }

    private sealed class ValeurEcrite<TValeur>(MethodInfo lecture) : JsonConverter<TValeur>
        where TValeur : notnull
    {
        private readonly Lecture _lire = lecture.CreateDelegate<Lecture>();

        private delegate bool Lecture(string? texte, out TValeur valeur);

        public override TValeur Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is JsonTokenType.String && _lire(reader.GetString(), out var valeur)
                ? valeur
                : throw new JsonException($"Cette valeur n'est pas un {typeToConvert.Name}.");

        public override void Write(Utf8JsonWriter writer, TValeur value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
