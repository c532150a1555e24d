using System.Globalization;

namespace CdgMarches.Bench;

/// <summary>Ce que le banc écrit : les rapports sur la sortie ordinaire, tout le reste sur la sortie d'erreur.</summary>
internal static class Rapport
{
    /// <param name="nom">Commence par la capacité mesurée.</param>
    /// <param name="valeur">Le produit rapporté à son plancher, mesurés dans la même exécution.</param>
    /// <param name="limite">La plus grande valeur admise.</param>
    public static void Ecrire(string nom, double valeur, double limite) =>
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio {nom} {valeur:0.00} limite {limite:0.0#}"));

    public static void Dire(string phrase) => Console.Error.WriteLine(phrase);

    /// <summary>Arrête le banc : ce qui est comparé ne fait pas la même chose, le rapport ne voudrait rien dire.</summary>
    public static void Exiger(bool vrai, string phrase)
    {
        if (!vrai)
        {
            throw new InvalidOperationException(phrase);
        }
    }
}
