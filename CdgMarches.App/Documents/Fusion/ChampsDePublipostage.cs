using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CdgMarches.App.Documents.Fusion;

/// <summary>Remplace les champs de publipostage de Word (<c>MERGEFIELD nom</c>) par les marques du même nom.</summary>
/// <remarks>C'est ce que portent les lettres déjà faites : sans cela, « «nom» » s'imprimerait tel quel.</remarks>
internal static partial class ChampsDePublipostage
{
    public static void Convertir(OpenXmlElement racine)
    {
        foreach (var simple in racine.Descendants<SimpleField>().ToList())
        {
            if (NomDe(simple.Instruction?.Value) is { } nom)
            {
                simple.InsertBeforeSelf(Fragment(nom, simple.Descendants<Run>().FirstOrDefault()));
                simple.Remove();
            }
        }

        foreach (var debut in racine.Descendants<FieldChar>().Where(c => Est(c, FieldCharValues.Begin)).ToList())
        {
            if (debut.Parent is Run premier)
            {
                Remplacer(premier);
            }
        }
    }

    /// <summary>Un champ écrit en plusieurs fragments : début, instruction, séparation, résultat, fin.</summary>
    private static void Remplacer(Run debut)
    {
        List<Run> fragments = [debut];
        Run? resultat = null;
        var instruction = "";
        foreach (var fragment in debut.ElementsAfter().OfType<Run>())
        {
            fragments.Add(fragment);
            instruction += string.Concat(fragment.Elements<FieldCode>().Select(c => c.Text));
            if (fragment.Elements<Text>().Any())
            {
                resultat ??= fragment;
            }

            if (fragment.Elements<FieldChar>().Any(c => Est(c, FieldCharValues.End)))
            {
                break;
            }
        }

        if (NomDe(instruction) is { } nom)
        {
            debut.InsertBeforeSelf(Fragment(nom, resultat ?? debut));
            fragments.ForEach(f => f.Remove());
        }
    }

    private static Run Fragment(string nom, Run? modele)
    {
        var fragment = new Run(MarquesDeModele.Texte($"{{{{{nom}}}}}"));
        if (modele?.RunProperties is { } forme)
        {
            fragment.RunProperties = (RunProperties)forme.CloneNode(true);
        }

        return fragment;
    }

    private static bool Est(FieldChar champ, FieldCharValues sorte) => champ.FieldCharType?.Value == sorte;

    private static string? NomDe(string? instruction) =>
        Instruction().Match(instruction ?? "") is { Success: true } lue ? lue.Groups[1].Value.Trim() : null;

    [GeneratedRegex(@"^\s*MERGEFIELD\s+""?([^""\\{}]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Instruction();
}
