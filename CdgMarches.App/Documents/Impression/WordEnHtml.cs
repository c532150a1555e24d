using System.Globalization;
using System.Net;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;

namespace CdgMarches.App.Documents.Impression;

/// <summary>Rend un document Word en page HTML à lire et à imprimer : ce que le navigateur sait montrer de sa mise en forme.</summary>
/// <remarks>
/// Titres, paragraphes, gras, tableaux, images, bloc d'adresse et sections sont rendus ; ce qui ne l'est pas (zones de texte,
/// formes) reste dans le fichier Word, que l'on peut toujours télécharger. Tout texte est échappé.
/// </remarks>
public static class WordEnHtml
{
    /// <summary>Le corps, une section par page de départ, sans en-tête de document HTML.</summary>
    public static string Corps(byte[] docx)
    {
        using var flux = new MemoryStream(docx, writable: false);
        using var document = WordprocessingDocument.Open(flux, isEditable: false);
        return new Rendu(document.MainDocumentPart!, enPage: false).Ecrire();
    }

    /// <summary>La page entière, avec la feuille de style d'impression A4.</summary>
    public static string Page(byte[] docx, string titre)
    {
        using var flux = new MemoryStream(docx, writable: false);
        using var document = WordprocessingDocument.Open(flux, isEditable: false);
        var rendu = new Rendu(document.MainDocumentPart!, enPage: true);
        var corps = rendu.Ecrire();
        var net = WebUtility.HtmlEncode(titre);
        return $"""
            <!DOCTYPE html>
            <html lang="fr">
            <head>
              <meta charset="utf-8" />
              <meta name="viewport" content="width=device-width, initial-scale=1" />
              <title>{net} – CdgMarches</title>
              <link rel="stylesheet" href="/css/impression.css" />
              <script src="/js/impression.js" defer></script>
              {(rendu.EstEnPaysage ? "<style>@page { size: A4 landscape; }</style>" : "")}
            </head>
            <body class="impression">
              <header class="outils">
                <h1>{net}</h1>
                <p><button type="button" data-imprimer>Imprimer</button> <a href="/documents/produits">Documents produits</a></p>
              </header>
              <main class="{(rendu.EstEnPaysage ? "papier paysage" : "papier")}" aria-label="{net}">
            {corps}
              </main>
            </body>
            </html>
            """;
    }

    private sealed class Rendu(MainDocumentPart principal, bool enPage)
    {
        private readonly StringBuilder _sortie = new();
        private OpenXmlPart _partie = principal;

        public bool EstEnPaysage =>
            principal.Document!.Descendants<PageSize>().FirstOrDefault()?.Orient?.Value == PageOrientationValues.Landscape;

        public string Ecrire()
        {
            var corps = principal.Document!.Body!;
            var sections = corps.Descendants<SectionProperties>().ToList();
            EnTete(sections.FirstOrDefault());
            var rang = 0;
            foreach (var element in corps.ChildElements)
            {
                Bloc(element);
                if (element is Paragraph { ParagraphProperties.SectionProperties: not null } && ++rang < sections.Count)
                {
                    _sortie.Append("<div class=\"saut\"></div>\n");
                    EnTete(sections[rang]);
                }
            }

            return _sortie.ToString();
        }

        /// <summary>L'en-tête de la première page de la section : le papier à en-tête.</summary>
        private void EnTete(SectionProperties? section)
        {
            var reference =
                section?.Elements<HeaderReference>().FirstOrDefault(r => r.Type?.Value == HeaderFooterValues.First)
                ?? section?.Elements<HeaderReference>().FirstOrDefault();
            if (reference?.Id?.Value is { } id && principal.GetPartById(id) is HeaderPart { Header: { } entete } partie)
            {
                _partie = partie;
                _sortie.Append("<div class=\"entete\">\n");
                foreach (var element in entete.ChildElements)
                {
                    Bloc(element);
                }

                _sortie.Append("</div>\n");
                _partie = principal;
            }
        }

        private void Bloc(OpenXmlElement element)
        {
            switch (element)
            {
                case Paragraph paragraphe:
                    Paragraphe(paragraphe);
                    break;
                case Table tableau:
                    Tableau(tableau);
                    break;
                case SdtBlock { SdtContentBlock: { } contenu }:
                    foreach (var interieur in contenu.ChildElements)
                    {
                        Bloc(interieur);
                    }

                    break;
            }
        }

        private void Paragraphe(Paragraph paragraphe)
        {
            var style = paragraphe.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";
            var texte = Fragments(paragraphe);
            if (texte.Length == 0)
            {
                if (style is not ("ApresTableau" or "EnTete"))
                {
                    _sortie.Append(style == "SignatureEspace" ? "<p class=\"vide grand\"></p>\n" : "<p class=\"vide\"></p>\n");
                }

                return;
            }

            var (balise, classe) = style switch
            {
                // Inside a page of the application the headings are the page's own.
                "Title" => (enPage ? "h2" : "p", "titre"),
                "Heading1" => (enPage ? "h3" : "p", "titre-1"),
                "Heading2" => (enPage ? "h4" : "p", "titre-2"),
                _ => ("p", Classe(style)),
            };
            if (paragraphe.ParagraphProperties?.FrameProperties is not null)
            {
                classe = "adresse";
            }

            var aligne = Alignement(paragraphe.ParagraphProperties?.Justification);
            var attributs =
                $"{(classe.Length > 0 ? $" class=\"{classe}\"" : "")}{(aligne.Length > 0 ? $" style=\"{aligne}\"" : "")}";
            _sortie.Append(CultureInfo.InvariantCulture, $"<{balise}{attributs}>{texte}</{balise}>\n");
        }

        private static string Classe(string style) =>
            style switch
            {
                "Subtitle" => "sous-titre",
                "Centre" => "centre",
                "Discret" => "mention",
                "Puce" => "puce",
                "LieuEtDate" or "Signature" or "SignatureEspace" => "a-droite",
                "SignatureNom" => "a-droite gras",
                "Cartouche" or "EnTete" or "Reference" => "petit",
                "CartoucheNom" => "nom-du-centre",
                "CelluleADroite" or "EnTeteADroite" => "num",
                "CelluleTitre" => "gras",
                _ => "",
            };

        private static string Alignement(Justification? justification) =>
            justification?.Val?.Value switch
            {
                JustificationValues.Center => "text-align:center",
                JustificationValues.Right or JustificationValues.End => "text-align:right",
                JustificationValues.Both => "text-align:justify",
                _ => "",
            };

        private string Fragments(OpenXmlElement conteneur)
        {
            var texte = new StringBuilder();
            foreach (var enfant in conteneur.ChildElements)
            {
                switch (enfant)
                {
                    case Run fragment:
                        Fragment(fragment, texte);
                        break;
                    case Hyperlink or InsertedRun or SdtRun or SdtContentRun or SimpleField:
                        texte.Append(Fragments(enfant));
                        break;
                }
            }

            return texte.ToString();
        }

        private void Fragment(Run fragment, StringBuilder texte)
        {
            var forme = fragment.RunProperties;
            var (gras, italique, souligne) = (
                EstVrai(forme?.Bold),
                EstVrai(forme?.Italic),
                forme?.Underline?.Val?.Value is not null and not UnderlineValues.None
            );
            texte.Append(gras ? "<strong>" : "").Append(italique ? "<em>" : "").Append(souligne ? "<u>" : "");
            foreach (var enfant in fragment.ChildElements)
            {
                switch (enfant)
                {
                    case Text mot:
                        texte.Append(WebUtility.HtmlEncode(mot.Text));
                        break;
                    case TabChar:
                        texte.Append("&emsp;");
                        break;
                    case Break { Type: { } sorte } when sorte.Value == BreakValues.Page:
                        texte.Append("<span class=\"saut\"></span>");
                        break;
                    case Break or CarriageReturn:
                        texte.Append("<br />");
                        break;
                    case Drawing dessin:
                        Image(dessin, texte);
                        break;
                }
            }

            texte.Append(souligne ? "</u>" : "").Append(italique ? "</em>" : "").Append(gras ? "</strong>" : "");
        }

        private static bool EstVrai(OnOffType? bascule) => bascule is not null && (bascule.Val is null || bascule.Val.Value);

        private void Image(Drawing dessin, StringBuilder texte)
        {
            if (
                dessin.Descendants<A.Blip>().FirstOrDefault()?.Embed?.Value is { } id
                && _partie.GetPartById(id) is ImagePart { ContentType: "image/png" or "image/jpeg" } image
            )
            {
                using var source = image.GetStream();
                using var octets = new MemoryStream();
                source.CopyTo(octets);
                var hauteur =
                    (dessin.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.Extent>().FirstOrDefault()?.Cy?.Value ?? 0)
                    / 36_000;
                texte.Append(
                    CultureInfo.InvariantCulture,
                    $"<img alt=\"\" style=\"height:{hauteur}mm\" src=\"data:{image.ContentType};base64,{Convert.ToBase64String(octets.ToArray())}\" />"
                );
            }
        }

        private void Tableau(Table tableau)
        {
            var lignes = tableau.Elements<TableRow>().ToList();
            var traits = tableau.GetFirstChild<TableProperties>()?.TableBorders is not null;
            var entetes = lignes.TakeWhile(l => l.TableRowProperties?.GetFirstChild<TableHeader>() is not null).Count();
            _sortie.Append(traits ? "<table class=\"traits\">\n" : "<table>\n");
            foreach (var (rang, ligne) in lignes.Index())
            {
                _sortie.Append(
                    rang == 0 && entetes > 0 ? "<thead>"
                    : rang == entetes ? "<tbody>"
                    : ""
                );
                var hauteur = ligne.TableRowProperties?.GetFirstChild<TableRowHeight>()?.Val?.Value;
                _sortie.Append(
                    hauteur is { } h
                        ? string.Create(CultureInfo.InvariantCulture, $"<tr style=\"height:{h / 56.7:0}mm\">")
                        : "<tr>"
                );
                foreach (var cellule in ligne.Elements<TableCell>())
                {
                    Cellule(cellule, rang < entetes);
                }

                _sortie.Append("</tr>\n");
                _sortie.Append(rang == entetes - 1 ? "</thead>" : "");
            }

            _sortie.Append(lignes.Count > entetes ? "</tbody></table>\n" : "</table>\n");
        }

        private void Cellule(TableCell cellule, bool entete)
        {
            var largeur = cellule.TableCellProperties?.TableCellWidth?.Width?.Value;
            var fusion = cellule.TableCellProperties?.GridSpan?.Val?.Value ?? 1;
            var balise = entete ? "th" : "td";
            _sortie.Append('<').Append(balise);
            _sortie.Append(entete ? " scope=\"col\"" : "");
            _sortie.Append(fusion > 1 ? string.Create(CultureInfo.InvariantCulture, $" colspan=\"{fusion}\"") : "");
            if (double.TryParse(largeur, CultureInfo.InvariantCulture, out var twips) && twips > 0)
            {
                _sortie.Append(CultureInfo.InvariantCulture, $" style=\"width:{twips / 56.7:0}mm\"");
            }

            _sortie.Append('>');
            foreach (var element in cellule.ChildElements)
            {
                Bloc(element);
            }

            _sortie.Append("</").Append(balise).Append('>');
        }
    }
}
