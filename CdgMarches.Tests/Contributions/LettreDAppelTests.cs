using CdgMarches.App.Contributions.Appels;
using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Fusion;
using CdgMarches.App.Documents.Origine;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CdgMarches.Tests.Contributions;

/// <summary>La lettre d'appel produite, rouverte : une page A4 à signer, la fiche de calcul sur la seconde, un seul signataire.</summary>
public sealed class LettreDAppelTests
{
    private const string Nom = "Dominique Lefebvre";

    /// <summary>Le papier à en-tête, puis le bloc d'adresse : 50 mm du haut, 34 mm de haut.</summary>
    private const double FinDuBlocDAdresse = 84;

    private const double BasDuTexte = 297 - 20;

    [Fact]
    public void La_lettre_tient_en_une_page_et_la_fiche_de_calcul_prend_la_seconde()
    {
        using var lettre = Produire(Exemples.UnAppel(tva: TauxTva.DePourcentage(20m)));
        var (premiere, seconde) = Pages(lettre);

        Assert.Equal((11_906U, 16_838U), Taille(lettre));
        Assert.Contains(premiere, e => e.InnerText.Contains("Voies et délais de recours", StringComparison.Ordinal));
        Assert.Contains(premiere, e => e.InnerText.Contains("SGC de Bruay-la-Buissière", StringComparison.Ordinal));
        Assert.DoesNotContain(premiere, e => e.InnerText.Contains("Tranche 2", StringComparison.Ordinal));
        Assert.StartsWith("Fiche de calcul", seconde[0].InnerText, StringComparison.Ordinal);
        Assert.Contains(seconde, e => e.InnerText.Contains("Tranche 2 : 500,00", StringComparison.Ordinal));
        Assert.InRange(FinDuBlocDAdresse + Hauteur(lettre, premiere), FinDuBlocDAdresse + 100, BasDuTexte);
    }

    [Fact]
    public void Une_reduction_n_a_pas_de_fiche_de_calcul_et_reste_sur_une_page()
    {
        var appel = Exemples.UnAppel();
        var reduction = appel.Rectifier(
            NatureDAppel.Reduction,
            MontantHt.DEuros(200),
            MontantHt.Zero,
            "Sortie le 30 juin",
            1,
            2,
            new DateOnly(2026, 7, 1),
            exerciceClos: false
        );

        using var lettre = Produire(reduction, appel.Id);

        Assert.Empty(Pages(lettre).Seconde);
    }

    [Theory]
    [InlineData("Le président", 1)]
    [InlineData("Dominique Lefebvre, président", 1)]
    [InlineData("Le président, DOMINIQUE LEFEBVRE", 1)]
    [InlineData("Camille Hochart, vice-présidente", 1)]
    public void Le_nom_du_signataire_ne_s_imprime_qu_une_fois(string mention, int fois)
    {
        using var lettre = Produire(Exemples.UnAppel(signataire: mention));

        var texte = CleDeTri.De(lettre.MainDocumentPart!.Document!.Body!.InnerText);

        Assert.Equal(fois, Compter(texte, CleDeTri.De(Nom)));
        Assert.Equal(1, Compter(texte, CleDeTri.De(mention)));
    }

    private static WordprocessingDocument Produire(AppelDeContribution appel, AppelDeContributionId? corrige = null)
    {
        var donnees = LettreDAppel.Donnees(
            appel,
            corrige is { } id ? new() { [id] = "l'appel APC-2026-0001" } : new Dictionary<AppelDeContributionId, string>(),
            Nom
        );
        new EnTeteLu(
            new Dictionary<string, string?>
            {
                ["cdg_nom"] = "Centre de gestion du Pas-de-Calais",
                ["cdg_ville"] = "Bruay-la-Buissière",
                ["date_du_jour"] = "2 janvier 2026",
                ["signataire_nom"] = Nom,
                ["signataire_qualite"] = "Le Président",
            },
            null
        ).Poser(donnees, Agents.Gestionnaire);
        var page = new Composition("Appel de contribution");
        new LettreDAppelDOrigine().Composer(page);
        return WordprocessingDocument.Open(
            new MemoryStream(FusionDeDocument.Fusionner(page.Ecrire(), donnees)),
            isEditable: false
        );
    }

    /// <summary>Ce qui précède le saut de page, et ce qui le suit.</summary>
    private static (List<OpenXmlElement> Premiere, List<OpenXmlElement> Seconde) Pages(WordprocessingDocument lettre)
    {
        List<OpenXmlElement> corps = [.. lettre.MainDocumentPart!.Document!.Body!.Elements().Where(e => e is Paragraph or Table)];
        var saut = corps.FindIndex(e => e.Descendants<Break>().Any(b => b.Type is { } t && t == BreakValues.Page));
        return saut < 0 ? (corps, []) : (corps[..saut], corps[(saut + 1)..]);
    }

    private static (uint Largeur, uint Hauteur) Taille(WordprocessingDocument lettre)
    {
        var taille = lettre.MainDocumentPart!.Document!.Descendants<PageSize>().First();
        return (taille.Width!.Value, taille.Height!.Value);
    }

    /// <summary>La hauteur du texte hors bloc d'adresse, en millimètres, comptée large : interligne et blancs de la feuille de styles.</summary>
    private static double Hauteur(WordprocessingDocument lettre, IEnumerable<OpenXmlElement> elements)
    {
        var styles = lettre
            .MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>()
            .ToDictionary(s => s.StyleId!.Value!);
        return elements
            .Where(e => e is Table || e.Descendants<FrameProperties>().Any() is false)
            .Sum(e =>
                e is Table table
                    ? table.Elements<TableRow>().Sum(r => r.Elements<TableCell>().Max(c => c.Elements<Paragraph>().Sum(Un)) + 1.5)
                    : Un((Paragraph)e)
            );

        double Un(Paragraph paragraphe)
        {
            var style = paragraphe.ParagraphProperties?.ParagraphStyleId?.Val?.Value is { } id ? styles[id] : styles["Normal"];
            var points = Entier(style.StyleRunProperties?.FontSize?.Val?.Value ?? "21") / 2d;
            var blancs = style.StyleParagraphProperties?.SpacingBetweenLines;
            var (avant, apres) = (Entier(blancs?.Before?.Value ?? "0"), Entier(blancs?.After?.Value ?? "120"));
            var retrait = Entier(style.StyleParagraphProperties?.Indentation?.Left?.Value ?? "0") / 56.7;
            var largeur = paragraphe.Ancestors<TableCell>().Any() ? 100 : 170 - retrait;
            var parLigne = largeur / (points * 0.52 * 0.3528);
            var lignes = Math.Max(1, Math.Ceiling(paragraphe.InnerText.Length / parLigne));
            return ((lignes * points * 1.22 * 1.1) + ((avant + apres) / 20d)) * 0.3528;
        }
    }

    private static int Entier(string texte) => int.Parse(texte, System.Globalization.CultureInfo.InvariantCulture);

    private static int Compter(string texte, string quoi) =>
        (texte.Length - texte.Replace(quoi, "", StringComparison.Ordinal).Length) / quoi.Length;
}
