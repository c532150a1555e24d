using System.Globalization;
using System.IO.Compression;
using CdgMarches.Domain.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CdgMarches.App.Documents.Origine;

/// <summary>Une colonne d'un tableau répété d'un modèle d'origine.</summary>
/// <param name="Titre">Son en-tête.</param>
/// <param name="Texte">Ce qu'une ligne y met, marques comprises.</param>
/// <param name="Part">Sa part de la largeur, relative aux autres.</param>
public sealed record ColonneDeTableau(string Titre, string Texte, int Part = 1)
{
    public bool ADroite { get; init; }
}

/// <summary>Compose un modèle d'origine : une page A4 soignée, avec les marques que la fusion remplacera.</summary>
/// <remarks>
/// Le texte accepte <c>**gras**</c> ; les espaces devant la ponctuation haute y deviennent insécables. La
/// mise en page est celle d'un courrier administratif : papier à en-tête sur la première page, rappel ensuite, « page x/y ».
/// </remarks>
public sealed partial class Composition
{
    /// <summary>Un millimètre en vingtièmes de point.</summary>
    internal const double Mm = 56.6929;

    private readonly List<OpenXmlElement> _corps = [];
    private readonly OrientationDePage _orientation;
    private readonly string _rappel;
    private bool _papierAEntete;

    /// <param name="rappel">Ce que l'en-tête des pages suivantes rappelle.</param>
    /// <param name="orientation">Le sens de la page.</param>
    public Composition(string rappel, OrientationDePage orientation = OrientationDePage.Portrait) =>
        (_rappel, _orientation) = (rappel, orientation);

    private List<OpenXmlElement> Corps => _corps;

    /// <summary>La largeur du texte, en millimètres : page moins marges.</summary>
    private int LargeurUtile => _orientation is OrientationDePage.Portrait ? 210 - 40 : 297 - 30;

    /// <summary>Le papier à en-tête du CDG, en tête de la première page.</summary>
    public Composition PapierAEntete()
    {
        _papierAEntete = true;
        return this;
    }

    /// <summary>Le bloc d'adresse, à la place de la fenêtre d'une enveloppe longue (110 × 45 mm, à droite).</summary>
    /// <remarks>Norme NF Z 10-011 : six lignes, cadre à 110 mm du bord gauche et 50 mm du haut.</remarks>
    public Composition BlocDAdresse()
    {
        var cadre = new FrameProperties
        {
            Width = Twips(85),
            Height = (uint)Math.Round(34 * Mm),
            HeightType = HeightRuleValues.Exact,
            HorizontalPosition = HorizontalAnchorValues.Page,
            VerticalPosition = VerticalAnchorValues.Page,
            X = Twips(110),
            Y = Twips(50),
            Wrap = TextWrappingValues.NotBeside,
            AnchorLock = true,
        };
        var paragraphe = Ecrire("{{destinataire}}", Style("Adresse"));
        paragraphe.ParagraphProperties!.FrameProperties = cadre;
        _corps.Add(paragraphe);
        return this;
    }

    /// <summary>« Bruay-la-Buissière, le 16 mars 2026 », à droite.</summary>
    public Composition LieuEtDate() => Ajouter("{{cdg_ville}}, le {{date_du_jour}}", Style("LieuEtDate"));

    /// <summary>Objet et références d'un courrier.</summary>
    public Composition Objet(string objet, params ReadOnlySpan<string> references)
    {
        Ajouter($"**Objet :** {objet}", Style("Objet"));
        foreach (var reference in references)
        {
            Ajouter(reference, Style("Reference"));
        }

        return Ajouter("", Style("Corps"));
    }

    public Composition Titre(string titre, string? sousTitre = null)
    {
        Ajouter(titre, Style("Title"));
        return sousTitre is null ? this : Ajouter(sousTitre, Style("Subtitle"));
    }

    public Composition Article(string titre) => Ajouter(titre, Style("Heading1"));

    public Composition Section(string titre) => Ajouter(titre, Style("Heading2"));

    public Composition Paragraphe(string texte) => Ajouter(texte, Style("Corps"));

    /// <summary>Un paragraphe qui reste avec ce qui le suit : « Fait à … », au-dessus des signatures.</summary>
    public Composition ParagrapheLie(string texte) => Ajouter(texte, Style("CorpsLie"));

    /// <summary>Un paragraphe centré, pour une formule (« Il est convenu ce qui suit »).</summary>
    public Composition Centre(string texte) => Ajouter(texte, Style("Centre"));

    public Composition Discret(string texte) => Ajouter(texte, Style("Discret"));

    public Composition Puces(params ReadOnlySpan<string> lignes)
    {
        foreach (var ligne in lignes)
        {
            Ajouter($"–\t{ligne}", Style("Puce"));
        }

        return this;
    }

    /// <summary>Une liste qui reste avec ce qui la suit.</summary>
    public Composition PucesLiees(params ReadOnlySpan<string> lignes)
    {
        foreach (var ligne in lignes)
        {
            Ajouter($"–\t{ligne}", Style("PuceLiee"));
        }

        return this;
    }

    /// <summary>Un passage qui ne paraît que si la condition est vraie.</summary>
    public Composition Si(string condition, Action<Composition> passage)
    {
        Ajouter($"{{{{si {condition}}}}}", Style("Corps"));
        passage(this);
        return Ajouter("{{fin si}}", Style("Corps"));
    }

    public Composition SiNon(string condition, Action<Composition> passage) => Si($"non {condition}", passage);

    /// <summary>Un passage qui se répète.</summary>
    public Composition Repeter(string table, Action<Composition> passage)
    {
        Ajouter($"{{{{#{table}}}}}", Style("Corps"));
        passage(this);
        return Ajouter($"{{{{/{table}}}}}", Style("Corps"));
    }

    public Composition SautDePage()
    {
        _corps.Add(new Paragraph(new Run(new Break { Type = BreakValues.Page })));
        return this;
    }

    /// <summary>Écrit le fichier Word.</summary>
    public byte[] Ecrire()
    {
        using var flux = new MemoryStream();
        using (var document = WordprocessingDocument.Create(flux, WordprocessingDocumentType.Document))
        {
            // Named relations and no file properties: the same template is the same bytes at every start.
            var principal = document.AddNewPart<MainDocumentPart>(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                "rId1"
            );
            FeuilleDeStyles.Ajouter(principal);
            Reglages(principal);
            var section = Section(principal);
            principal.Document = new Document(new Body([.. _corps, section]));
            principal.Document.Save();
        }

        return SansDate(flux.ToArray());
    }

    /// <summary>Réécrit l'archive avec une date fixe : l'empreinte d'un modèle d'origine ne dépend pas du jour où il est composé.</summary>
    private static byte[] SansDate(byte[] paquet)
    {
        using var source = new ZipArchive(new MemoryStream(paquet, writable: false), ZipArchiveMode.Read);
        using var sortie = new MemoryStream();
        using (var archive = new ZipArchive(sortie, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entree in source.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
            {
                var copie = archive.CreateEntry(entree.FullName);
                copie.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var lecture = entree.Open();
                using var ecriture = copie.Open();
                lecture.CopyTo(ecriture);
            }
        }

        return sortie.ToArray();
    }

    private static void Reglages(MainDocumentPart principal)
    {
        principal.AddNewPart<DocumentSettingsPart>("rIdReglages").Settings = new Settings(
            new Zoom { Percent = "100" },
            new DefaultTabStop { Val = 709 },
            new AutoHyphenation { Val = false },
            new Compatibility(
                new CompatibilitySetting
                {
                    Name = CompatSettingNameValues.CompatibilityMode,
                    Uri = "http://schemas.microsoft.com/office/word",
                    Val = "15",
                }
            )
        );
    }

    private SectionProperties Section(MainDocumentPart principal)
    {
        var paysage = _orientation is OrientationDePage.Paysage;
        var marge = paysage ? 15 : 20;
        var section = new SectionProperties(
            EnTete(principal, HeaderFooterValues.Default, premiere: false),
            EnTete(principal, HeaderFooterValues.First, premiere: true),
            Pied(principal, HeaderFooterValues.Default),
            Pied(principal, HeaderFooterValues.First),
            new PageSize
            {
                Width = (uint)Math.Round((paysage ? 297 : 210) * Mm),
                Height = (uint)Math.Round((paysage ? 210 : 297) * Mm),
                Orient = paysage ? PageOrientationValues.Landscape : PageOrientationValues.Portrait,
            },
            new PageMargin
            {
                Top = (int)Math.Round((paysage ? 18 : 22) * Mm),
                Bottom = (int)Math.Round(20 * Mm),
                Left = (uint)Math.Round(marge * Mm),
                Right = (uint)Math.Round(marge * Mm),
                Header = (uint)Math.Round(10 * Mm),
                Footer = (uint)Math.Round(9 * Mm),
                Gutter = 0,
            },
            new TitlePage()
        );
        return section;
    }

    private HeaderReference EnTete(MainDocumentPart principal, HeaderFooterValues sorte, bool premiere)
    {
        var partie = principal.AddNewPart<HeaderPart>(premiere ? "rIdEnTetePremiere" : "rIdEnTete");
        partie.Header = premiere switch
        {
            true when _papierAEntete => new Header(
                Cartouche(),
                new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "EnTete" }))
            ),
            true => new Header(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "EnTete" }))),
            false => new Header(Ecrire($"{{{{cdg_nom}}}} – {_rappel}", Style("EnTete"))),
        };
        partie.Header.Save();
        return new HeaderReference { Type = sorte, Id = principal.GetIdOfPart(partie) };
    }

    /// <summary>Le pied : coordonnées à gauche, « Page x/y » à droite.</summary>
    private FooterReference Pied(MainDocumentPart principal, HeaderFooterValues sorte)
    {
        var partie = principal.AddNewPart<FooterPart>(sorte == HeaderFooterValues.First ? "rIdPiedPremiere" : "rIdPied");
        var pied = Ecrire(
            "{{cdg_nom}}{{si cdg_adresse_ligne}} – {{cdg_adresse_ligne}}{{fin si}}\tPage {{page}}/{{pages}}",
            Style("Pied")
        );
        pied.ParagraphProperties!.Tabs = new Tabs(new TabStop { Val = TabStopValues.Right, Position = Entier(LargeurUtile) });
        partie.Footer = new Footer(pied);
        partie.Footer.Save();
        return new FooterReference { Type = sorte, Id = principal.GetIdOfPart(partie) };
    }

    private static string Twips(double millimetres) => Entier(millimetres).ToString(CultureInfo.InvariantCulture);

    private static int Entier(double millimetres) => (int)Math.Round(millimetres * Mm);

    private static ParagraphProperties Style(string style) => new(new ParagraphStyleId { Val = style });

    private Composition Ajouter(string texte, ParagraphProperties forme)
    {
        _corps.Add(Ecrire(texte, forme));
        return this;
    }
}
