using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CdgMarches.App.Documents.Fusion;

/// <summary>Prépare une partie du document : chaque marque y est seule dans son fragment de texte, et se reconnaît.</summary>
/// <remarks>
/// Word découpe une marque en plusieurs fragments dès qu'on la corrige ou qu'il la croit mal écrite ; on la recolle dans le
/// premier, dont elle garde la mise en forme. Un contrôle de contenu dont la balise nomme un champ, « #table » ou « si
/// condition », vaut la marque du même nom.
/// </remarks>
internal static class MarquesDeModele
{
    /// <summary>Ce qui distingue un fragment de marque d'un texte qui lui ressemblerait, une valeur fusionnée par exemple.</summary>
    private const string Sceau = "00CD6200";

    public static bool EstMarque(Run fragment) => fragment.RsidRunAddition?.Value == Sceau;

    public static Marque Lire(Run fragment)
    {
        var texte = fragment.InnerText;
        return Marque.Lire(texte[2..^2]);
    }

    /// <summary>Remplace la marque par un texte, qui peut aller à la ligne.</summary>
    public static void Ecrire(Run fragment, string? valeur)
    {
        fragment.RsidRunAddition = null;
        fragment.RemoveAllChildren<Text>();
        if (string.IsNullOrEmpty(valeur))
        {
            fragment.Remove();
            return;
        }

        var debut = 0;
        for (var i = 0; i <= valeur.Length; i++)
        {
            if (i < valeur.Length && valeur[i] is not '\n')
            {
                continue;
            }

            if (debut > 0)
            {
                fragment.Append(new Break());
            }

            fragment.Append(Texte(Propre(valeur.AsSpan(debut, i - debut))));
            debut = i + 1;
        }
    }

    public static Text Texte(string texte) => new(texte) { Space = SpaceProcessingModeValues.Preserve };

    /// <returns>Les défauts d'écriture : accolades qui ne vont pas par deux.</returns>
    public static IReadOnlyList<string> Preparer(OpenXmlElement racine)
    {
        foreach (var scelle in racine.Descendants<Run>().Where(EstMarque))
        {
            scelle.RsidRunAddition = null;
        }

        ChampsDePublipostage.Convertir(racine);
        ControlesDeContenu.Convertir(racine);
        List<string> defauts = [];
        foreach (var paragraphe in racine.Descendants<Paragraph>().ToList())
        {
            PreparerParagraphe(paragraphe, defauts);
        }

        return defauts;
    }

    private static void PreparerParagraphe(Paragraph paragraphe, List<string> defauts)
    {
        var textes = paragraphe.Descendants<Text>().Where(t => t.Ancestors<Paragraph>().First() == paragraphe).ToList();
        var entier = string.Concat(textes.Select(t => t.Text));
        if (!entier.Contains("{{", StringComparison.Ordinal) && !entier.Contains("}}", StringComparison.Ordinal))
        {
            return;
        }

        var reste = Marque.Forme().Replace(entier, "");
        if (reste.Contains("{{", StringComparison.Ordinal) || reste.Contains("}}", StringComparison.Ordinal))
        {
            defauts.Add(
                $"Des accolades ne vont pas par deux dans « {Extrait(entier)} » : une marque s'écrit {{{{champ}}}}, d'un seul tenant."
            );
        }

        Recoller(textes, entier);
        foreach (var texte in textes.Where(t => Marque.Forme().IsMatch(t.Text)))
        {
            Isoler(texte);
        }
    }

    /// <summary>Ramène chaque marque entière dans le premier des fragments qui la portent.</summary>
    private static void Recoller(List<Text> textes, string entier)
    {
        var marques = Marque.Forme().Matches(entier);
        if (marques.Count == 0)
        {
            return;
        }

        var sorties = textes.ConvertAll(_ => new StringBuilder());
        var (rang, dansLeTexte, marque) = (0, 0, 0);
        for (var i = 0; i < entier.Length; i++)
        {
            while (dansLeTexte == textes[rang].Text.Length)
            {
                (rang, dansLeTexte) = (rang + 1, 0);
            }

            if (marque < marques.Count && i == marques[marque].Index)
            {
                // The whole mark goes where its first brace is; its other characters are skipped in the later fragments.
                sorties[rang].Append(marques[marque].Value);
                for (var n = 0; n < marques[marque].Length; n++)
                {
                    while (dansLeTexte == textes[rang].Text.Length)
                    {
                        (rang, dansLeTexte) = (rang + 1, 0);
                    }

                    dansLeTexte++;
                }

                i += marques[marque].Length - 1;
                marque++;
                continue;
            }

            sorties[rang].Append(entier[i]);
            dansLeTexte++;
        }

        for (var t = 0; t < textes.Count; t++)
        {
            var sortie = sorties[t].ToString();
            if (sortie != textes[t].Text)
            {
                textes[t].Text = sortie;
                textes[t].Space = SpaceProcessingModeValues.Preserve;
            }
        }
    }

    /// <summary>Coupe le fragment pour que chaque marque ait le sien.</summary>
    private static void Isoler(Text texte)
    {
        if (texte.Parent is not Run fragment)
        {
            return;
        }

        var apres = texte.ElementsAfter().ToList();
        var position = 0;
        OpenXmlElement dernier = fragment;
        foreach (System.Text.RegularExpressions.Match marque in Marque.Forme().Matches(texte.Text))
        {
            if (marque.Index > position)
            {
                dernier = dernier.InsertAfterSelf(Fragment(fragment, Texte(texte.Text[position..marque.Index])));
            }

            var seule = Fragment(fragment, Texte(marque.Value));
            seule.RsidRunAddition = Sceau;
            dernier = dernier.InsertAfterSelf(seule);
            position = marque.Index + marque.Length;
        }

        if (position < texte.Text.Length || apres.Count > 0)
        {
            var suite = Fragment(fragment, position < texte.Text.Length ? Texte(texte.Text[position..]) : null);
            foreach (var element in apres)
            {
                element.Remove();
                suite.Append(element);
            }

            dernier.InsertAfterSelf(suite);
        }

        texte.Remove();
        if (fragment.ChildElements.All(e => e is RunProperties))
        {
            fragment.Remove();
        }
    }

    private static Run Fragment(Run modele, Text? texte)
    {
        var fragment = new Run();
        if (modele.RunProperties is { } forme)
        {
            fragment.RunProperties = (RunProperties)forme.CloneNode(true);
        }

        if (texte is not null)
        {
            fragment.Append(texte);
        }

        return fragment;
    }

    /// <summary>Sans les caractères que XML n'accepte pas : une donnée importée peut en porter.</summary>
    private static string Propre(ReadOnlySpan<char> valeur)
    {
        var texte = valeur.TrimEnd('\r').ToString();
        return texte.AsSpan().ContainsAnyInRange('\0', '\u001f') || texte.AsSpan().ContainsAny('\ufffe', '\uffff')
            ? string.Concat(texte.Where(c => c is '\t' or >= ' ' and not '\ufffe' and not '\uffff'))
            : texte;
    }

    private static string Extrait(string texte) => texte.Length <= 60 ? texte.Trim() : texte[..59].Trim() + "…";
}
