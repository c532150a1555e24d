using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CdgMarches.App.Documents.Fusion;

/// <summary>Ce qu'une répétition ou une condition couvre : une suite de frères dans le document.</summary>
/// <remarks>
/// Des fragments d'un paragraphe quand les deux marques y sont, les lignes du tableau quand elles sont dans deux cellules,
/// des paragraphes et des tableaux entiers sinon. Un paragraphe ou une ligne qui ne porte que la marque disparaît avec elle.
/// </remarks>
internal sealed class Region
{
    private Region(IReadOnlyList<OpenXmlElement> elements, OpenXmlElement repere) => (Elements, Repere) = (elements, repere);

    /// <summary>Ce qui se répète, détaché de rien encore.</summary>
    public IReadOnlyList<OpenXmlElement> Elements { get; }

    /// <summary>Un élément vide, à l'endroit où écrire.</summary>
    public OpenXmlElement Repere { get; }

    /// <summary>Vrai si les deux marques sont à des endroits que l'on ne peut pas répéter ensemble.</summary>
    public static bool EstImpossible(Run ouvre, Run ferme)
    {
        var (parent, premier, dernier) = Situer(ouvre, ferme);
        return parent switch
        {
            Paragraph or Hyperlink or TableRow => false,
            Table => premier is not TableRow || dernier is not TableRow,
            _ => !AuNiveau(premier, ouvre) || !AuNiveau(dernier, ferme),
        };
    }

    /// <summary>Délimite la région, retire les deux marques et pose le repère.</summary>
    public static Region Delimiter(Run ouvre, Run ferme)
    {
        var (parent, premier, dernier) = Situer(ouvre, ferme);
        if (parent is TableRow ligne)
        {
            (premier, dernier) = (ligne, ligne);
        }

        OpenXmlElement repere =
            parent is TableRow or Table ? new TableRow()
            : parent is Paragraph or Hyperlink ? new Run()
            : new Paragraph();
        premier.InsertBeforeSelf(repere);
        List<OpenXmlElement> elements = [];
        for (var e = premier; e is not null; e = e.NextSibling())
        {
            elements.Add(e);
            if (e == dernier)
            {
                break;
            }
        }

        Oter(ouvre, premier, elements);
        Oter(ferme, dernier, elements);
        foreach (var element in elements)
        {
            element.Remove();
        }

        return new Region(elements, repere);
    }

    /// <summary>Le premier ancêtre commun, et ses deux enfants qui portent les marques.</summary>
    private static (OpenXmlElement Parent, OpenXmlElement Premier, OpenXmlElement Dernier) Situer(Run ouvre, Run ferme)
    {
        List<OpenXmlElement> dessus = [ouvre, .. ouvre.Ancestors()];
        OpenXmlElement dernier = ferme;
        foreach (var ancetre in ferme.Ancestors())
        {
            var rang = dessus.IndexOf(ancetre);
            if (rang > 0)
            {
                return (ancetre, dessus[rang - 1], dernier);
            }

            dernier = ancetre;
        }

        throw new InvalidOperationException("Les deux marques ne sont pas dans la même partie du document.");
    }

    /// <summary>La marque est dans un paragraphe du niveau où l'on répète, et non au fond d'un tableau.</summary>
    private static bool AuNiveau(OpenXmlElement element, Run marque) =>
        element is Paragraph && marque.Ancestors<Paragraph>().First() == element;

    private static void Oter(Run marque, OpenXmlElement porteur, List<OpenXmlElement> elements)
    {
        var seule = porteur == marque || NePorteQue(porteur, marque);
        if (seule && elements.Count > 0 && elements.Remove(porteur))
        {
            porteur.Remove();
            return;
        }

        marque.Remove();
    }

    private static bool NePorteQue(OpenXmlElement porteur, Run marque) =>
        porteur is Paragraph or TableRow
        && porteur.Descendants<Run>().All(r => r == marque || (r.InnerText.Length == 0 && !r.Descendants<Drawing>().Any()))
        && !(porteur is TableRow && marque.Ancestors<TableRow>().First() != porteur);
}
