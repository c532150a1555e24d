using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CdgMarches.App.Documents.Origine;

/// <summary>La typographie des modèles d'origine : une seule famille, un bleu, des blancs réguliers.</summary>
internal static class FeuilleDeStyles
{
    private const string Bleu = "1D4F91";
    private const string Gris = "55606E";

    public static void Ajouter(MainDocumentPart principal)
    {
        var styles = new Styles(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        new RunFonts
                        {
                            Ascii = "Calibri",
                            HighAnsi = "Calibri",
                            ComplexScript = "Calibri",
                        },
                        new FontSize { Val = "21" },
                        new Languages { Val = "fr-FR" }
                    )
                ),
                new ParagraphPropertiesDefault(
                    new ParagraphPropertiesBaseStyle(
                        new SpacingBetweenLines
                        {
                            Before = "0",
                            After = "120",
                            Line = "264",
                            LineRule = LineSpacingRuleValues.Auto,
                        }
                    )
                )
            ),
            new Style(new StyleName { Val = "Normal" }, new PrimaryStyle())
            {
                Type = StyleValues.Paragraph,
                StyleId = "Normal",
                Default = true,
            }
        );
        styles.Append(
            Paragraphe("Title", "Titre", 34, gras: true, couleur: Bleu, avant: 240, apres: 80, centre: true, suivi: true),
            Paragraphe("Subtitle", "Sous-titre", 24, couleur: Gris, apres: 320, centre: true, suivi: true),
            Paragraphe("Heading1", "Titre 1", 25, gras: true, couleur: Bleu, avant: 280, apres: 100, suivi: true, niveau: 0),
            Paragraphe("Heading2", "Titre 2", 22, gras: true, avant: 180, apres: 60, suivi: true, niveau: 1),
            Paragraphe("Corps", "Corps de texte", justifie: true),
            Paragraphe("CorpsLie", "Corps lié à la suite", justifie: true, suivi: true),
            Paragraphe("Centre", "Formule centrée", gras: true, avant: 200, apres: 200, centre: true),
            Paragraphe("Discret", "Mention", 18, couleur: Gris, apres: 60, justifie: true),
            Retrait(Paragraphe("Puce", "Liste", apres: 60, justifie: true), "425", "283"),
            Retrait(Paragraphe("PuceLiee", "Liste liée à la suite", apres: 60, justifie: true, suivi: true), "425", "283"),
            Paragraphe("Objet", "Objet", avant: 360, apres: 40),
            Paragraphe("Reference", "Références", 19, couleur: Gris, apres: 40),
            Retrait(Paragraphe("LieuEtDate", "Lieu et date", avant: 120, apres: 240), "5103", null),
            Paragraphe("Adresse", "Adresse", 22, apres: 0),
            Retrait(Paragraphe("Signature", "Signature", avant: 480, apres: 0, suivi: true), "5103", null),
            Retrait(Paragraphe("SignatureEspace", "Place de la signature", avant: 700, apres: 0, suivi: true), "5103", null),
            Retrait(Paragraphe("SignatureNom", "Nom du signataire", gras: true, apres: 0), "5103", null),
            Paragraphe("Cellule", "Cellule", 19, apres: 0),
            Paragraphe("CelluleADroite", "Cellule à droite", 19, apres: 0, droite: true),
            Paragraphe("CelluleTitre", "Intitulé", 19, gras: true, apres: 0),
            Paragraphe("EnTeteDeColonne", "En-tête de colonne", 19, gras: true, couleur: "FFFFFF", apres: 0, suivi: true),
            Paragraphe(
                "EnTeteADroite",
                "En-tête à droite",
                19,
                gras: true,
                couleur: "FFFFFF",
                apres: 0,
                droite: true,
                suivi: true
            ),
            Paragraphe("ApresTableau", "Après un tableau", 12, apres: 60),
            Paragraphe("EnTete", "En-tête", 17, couleur: Gris, apres: 0),
            Paragraphe("Cartouche", "Papier à en-tête", 18, couleur: Gris, apres: 0),
            Paragraphe("CartoucheNom", "Nom du centre", 23, couleur: Bleu, apres: 40),
            Paragraphe("Pied", "Pied de page", 16, couleur: Gris, apres: 0)
        );
        var partie = principal.AddNewPart<StyleDefinitionsPart>("rIdStyles");
        partie.Styles = styles;
        partie.Styles.Save();
    }

    private static Style Paragraphe(
        string id,
        string nom,
        int demiPoints = 0,
        bool gras = false,
        string? couleur = null,
        int? avant = null,
        int? apres = null,
        bool centre = false,
        bool droite = false,
        bool justifie = false,
        bool suivi = false,
        int? niveau = null
    )
    {
        var forme = new StyleParagraphProperties();
        if (suivi)
        {
            forme.Append(new KeepNext(), new KeepLines());
        }

        forme.Append(new WidowControl());
        if (avant is not null || apres is not null)
        {
            // An attribute set to null is written empty, which Word refuses.
            var blancs = new SpacingBetweenLines();
            if (avant is { } a)
            {
                blancs.Before = Texte(a);
            }

            if (apres is { } b)
            {
                blancs.After = Texte(b);
            }

            forme.Append(blancs);
        }

        if (centre || droite || justifie)
        {
            forme.Append(
                new Justification
                {
                    Val =
                        centre ? JustificationValues.Center
                        : droite ? JustificationValues.Right
                        : JustificationValues.Both,
                }
            );
        }

        if (niveau is { } rang)
        {
            forme.Append(new OutlineLevel { Val = rang });
        }

        var lettres = new StyleRunProperties();
        if (gras)
        {
            lettres.Append(new Bold());
        }

        if (couleur is not null)
        {
            lettres.Append(new Color { Val = couleur });
        }

        if (demiPoints > 0)
        {
            lettres.Append(new FontSize { Val = Texte(demiPoints) });
        }

        return new Style(new StyleName { Val = nom }, new BasedOn { Val = "Normal" }, forme, lettres)
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            CustomStyle = id is not ("Title" or "Subtitle" or "Heading1" or "Heading2"),
        };
    }

    private static Style Retrait(Style style, string gauche, string? suspendu)
    {
        var forme = style.StyleParagraphProperties!;
        var retrait = new Indentation { Left = gauche };
        if (suspendu is not null)
        {
            retrait.Hanging = suspendu;
        }

        if (forme.GetFirstChild<Justification>() is { } justification)
        {
            justification.InsertBeforeSelf(retrait);
        }
        else
        {
            forme.Append(retrait);
        }

        return style;
    }

    private static string Texte(int valeur) => valeur.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
