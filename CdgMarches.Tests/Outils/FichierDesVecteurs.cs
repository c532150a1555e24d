using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CdgMarches.Tests.Outils;

/// <summary>Un cas de référence : des faits, et ce que le droit ou la convention en tire.</summary>
public sealed record Vecteur(string Id, string Topic, string Regle, JsonElement Entrees, JsonElement Attendu, string Note)
{
    public string Texte(string nom) => Entrees.GetProperty(nom).GetString()!;

    public string TexteOu(string nom, string defaut) =>
        Entrees.TryGetProperty(nom, out var valeur) && valeur.GetString() is { } texte ? texte : defaut;

    public int Entier(string nom) => Entrees.GetProperty(nom).GetInt32();

    public DateOnly Jour(string nom) => EnJour(Entrees.GetProperty(nom).GetString()!);

    public DateOnly? JourOuNul(string nom) =>
        Entrees.TryGetProperty(nom, out var valeur) && valeur.GetString() is { } texte ? EnJour(texte) : null;

    public decimal Decimal(string nom) => EnDecimal(Entrees.GetProperty(nom));

    public IReadOnlyList<decimal> Decimaux(string nom) => [.. Entrees.GetProperty(nom).EnumerateArray().Select(EnDecimal)];

    public IReadOnlyList<int> Entiers(string nom) => [.. Entrees.GetProperty(nom).EnumerateArray().Select(e => e.GetInt32())];

    private static DateOnly EnJour(string texte) => DateOnly.ParseExact(texte, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static decimal EnDecimal(JsonElement valeur) =>
        valeur.ValueKind is JsonValueKind.String
            ? decimal.Parse(valeur.GetString()!, CultureInfo.InvariantCulture)
            : valeur.GetDecimal();
}

/// <summary>Lit le fichier des vecteurs : celui du dépôt, ou celui que nomme <c>CDGMARCHES_VECTEURS</c>.</summary>
public static class FichierDesVecteurs
{
    private const string Variable = "CDGMARCHES_VECTEURS";

    private static readonly Lazy<IReadOnlyDictionary<string, Vecteur>> Lus = new(() =>
        Lire(Fichier).ToDictionary(v => v.Id, StringComparer.Ordinal)
    );

    public static bool EstCeluiDuDepot => string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(Variable));

    public static string FichierDuDepot { get; } = Path.Combine(AppContext.BaseDirectory, "Vecteurs", "vecteurs.csv");

    private static string Fichier => EstCeluiDuDepot ? FichierDuDepot : Environment.GetEnvironmentVariable(Variable)!;

    public static IEnumerable<Vecteur> Tous => Lus.Value.Values;

    public static Vecteur Par(string id) => Lus.Value[id];

    public static IEnumerable<Vecteur> Lire(string fichier)
    {
        var lignes = LignesCsv(File.ReadAllText(fichier)).ToList();
        var rang = lignes[0].Index().ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
        return lignes
            .Skip(1)
            .Where(ligne => ligne.Count > 1)
            .Select(ligne => new Vecteur(
                ligne[rang["id"]],
                ligne[rang["topic"]],
                ligne[rang["rule"]],
                JsonDocument.Parse(ligne[rang["inputs"]]).RootElement,
                JsonDocument.Parse(ligne[rang["expected"]]).RootElement,
                ligne[rang["note"]]
            ));
    }

    /// <summary>RFC 4180 : champs entre guillemets, guillemets doublés, fins de ligne permises dans un champ.</summary>
    private static IEnumerable<IReadOnlyList<string>> LignesCsv(string texte)
    {
        List<string> ligne = [];
        var champ = new StringBuilder();
        var entreGuillemets = false;
        for (var i = 0; i < texte.Length; i++)
        {
            var c = texte[i];
            if (c == '"' && entreGuillemets && i + 1 < texte.Length && texte[i + 1] == '"')
            {
                champ.Append('"');
                i++;
            }
            else if (c == '"')
            {
                entreGuillemets = !entreGuillemets;
            }
            else if (c == ',' && !entreGuillemets)
            {
                ligne.Add(champ.ToString());
                champ.Clear();
            }
            else if (c == '\n' && !entreGuillemets)
            {
                ligne.Add(champ.ToString());
                champ.Clear();
                yield return ligne;
                ligne = [];
            }
            else if (c != '\r' || entreGuillemets)
            {
                champ.Append(c);
            }
        }

        if (champ.Length > 0 || ligne.Count > 0)
        {
            ligne.Add(champ.ToString());
            yield return ligne;
        }
    }
}
