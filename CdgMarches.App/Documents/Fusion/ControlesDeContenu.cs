using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CdgMarches.App.Documents.Fusion;

/// <summary>Remplace les contrôles de contenu de Word par les marques que leur balise nomme.</summary>
/// <remarks>Un contrôle sans balise (sommaire, date de Word) n'est pas touché.</remarks>
internal static class ControlesDeContenu
{
    public static void Convertir(OpenXmlElement racine)
    {
        // Innermost first: a control that holds others keeps their marks.
        foreach (var controle in racine.Descendants<SdtElement>().Reverse().ToList())
        {
            var balise = controle.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value;
            if (!string.IsNullOrWhiteSpace(balise) && Contenu(controle) is { } contenu)
            {
                Remplacer(controle, contenu, Marque.Lire(balise.Trim()));
            }
        }
    }

    private static OpenXmlElement? Contenu(SdtElement controle) =>
        controle.ChildElements.FirstOrDefault(e => e is SdtContentBlock or SdtContentRun or SdtContentCell or SdtContentRow);

    private static void Remplacer(SdtElement controle, OpenXmlElement contenu, Marque marque)
    {
        if (marque.Ouvre)
        {
            Encadrer(contenu, marque);
        }
        else
        {
            Remplir(contenu, marque);
        }

        foreach (var enfant in contenu.ChildElements.ToList())
        {
            enfant.Remove();
            controle.InsertBeforeSelf(enfant);
        }

        controle.Remove();
    }

    /// <summary>Met la marque à la place du texte du contrôle, dans la forme de son premier fragment.</summary>
    private static void Remplir(OpenXmlElement contenu, Marque marque)
    {
        var forme = contenu.Descendants<Run>().FirstOrDefault()?.RunProperties?.CloneNode(true) as RunProperties;
        // The grey of the placeholder text is not the form wanted for the value.
        forme?.RemoveAllChildren<RunStyle>();
        var fragment = new Run(MarquesDeModele.Texte(marque.Texte));
        if (forme is not null)
        {
            fragment.RunProperties = forme;
        }

        switch (contenu)
        {
            case SdtContentRun:
                contenu.RemoveAllChildren();
                contenu.Append(fragment);
                break;
            default:
                if (contenu.Descendants<Paragraph>().FirstOrDefault() is { } premier)
                {
                    foreach (var autre in contenu.Descendants<Paragraph>().Skip(1).ToList())
                    {
                        autre.Remove();
                    }

                    foreach (var enfant in premier.ChildElements.Where(e => e is not ParagraphProperties).ToList())
                    {
                        enfant.Remove();
                    }

                    premier.Append(fragment);
                }

                break;
        }
    }

    /// <summary>Pose la marque ouvrante avant le contenu du contrôle, et la fermante après.</summary>
    private static void Encadrer(OpenXmlElement contenu, Marque marque)
    {
        var ouvre = new Run(MarquesDeModele.Texte(marque.Texte));
        var ferme = new Run(MarquesDeModele.Texte(marque.Fermeture));
        switch (contenu)
        {
            case SdtContentRun:
                contenu.PrependChild(ouvre);
                contenu.Append(ferme);
                break;
            case SdtContentBlock:
                contenu.PrependChild(new Paragraph(ouvre));
                contenu.Append(new Paragraph(ferme));
                break;
            default:
                var paragraphes = contenu.Descendants<Paragraph>().ToList();
                if (paragraphes.Count > 0)
                {
                    var premier = paragraphes[0];
                    if (premier.ParagraphProperties is { } forme)
                    {
                        forme.InsertAfterSelf(ouvre);
                    }
                    else
                    {
                        premier.PrependChild(ouvre);
                    }

                    paragraphes[^1].Append(ferme);
                }

                break;
        }
    }
}
