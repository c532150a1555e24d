using CdgMarches.App.Documents;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Noyau;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CdgMarches.Tests.Documents;

/// <summary>De petits documents Word écrits par les tests, et leur relecture.</summary>
internal static class WordDEssai
{
    public static byte[] Document(params OpenXmlElement[] corps)
    {
        using var flux = new MemoryStream();
        using (var document = WordprocessingDocument.Create(flux, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(corps.Select(e => e.CloneNode(true))));
        }

        return flux.ToArray();
    }

    /// <summary>Un paragraphe dont chaque morceau est un fragment à part, comme Word les découpe.</summary>
    public static Paragraph Paragraphe(params string[] fragments) =>
        new(fragments.Select(f => new Run(new Text(f) { Space = SpaceProcessingModeValues.Preserve })));

    public static Table Tableau(params string[][] lignes) =>
        Tableau([.. lignes.Select(l => new TableRow(l.Select(c => new TableCell(Paragraphe(c)))))]);

    public static Table Tableau(params TableRow[] lignes) =>
        new([new TableProperties(new TableWidth { Width = "0", Type = TableWidthUnitValues.Auto }), new TableGrid(), .. lignes]);

    /// <summary>Le texte relu, un paragraphe par ligne, les cellules d'une ligne séparées par « | ».</summary>
    public static string Lire(byte[] docx)
    {
        using var flux = new MemoryStream(docx);
        using var document = WordprocessingDocument.Open(flux, isEditable: false);
        return string.Join(
            '\n',
            document.MainDocumentPart!.Document!.Body!.ChildElements.Where(e => e is not SectionProperties).Select(Texte)
        );
    }

    private static string Texte(OpenXmlElement element) =>
        element switch
        {
            Table tableau => string.Join(
                '\n',
                tableau
                    .Elements<TableRow>()
                    .Select(l =>
                        string.Join(
                            '|',
                            l.Elements<TableCell>()
                                .Select(c => string.Join(' ', c.ChildElements.Where(e => e is Paragraph or Table).Select(Texte)))
                        )
                    )
            ),
            _ => string.Concat(
                element
                    .Descendants()
                    .Select(e =>
                        e is Text t ? t.Text
                        : e is Break ? "⏎"
                        : ""
                    )
            ),
        };
}

/// <summary>Une nature de document pour les essais : un courrier, des lots, et les offres de chaque lot.</summary>
internal sealed class NatureDEssai : IModeleDeDocument
{
    public string Code => "essai.lettre";

    public GenreDeDocument Genre => GenreDeDocument.Courrier;

    public string Titre => "Lettre d'essai";

    public string ObjetType => "Essai";

    public string Droit => Droits.GererProcedures;

    public bool AvecDestinataire => true;

    public IReadOnlyList<ChampDeModele> Champs { get; } =
    [
        new("objet", "Objet de la lettre", "Fournitures de bureau", Obligatoire: true),
        new("date_seance", "Date de la séance", "16 mars 2026"),
    ];

    public IReadOnlyList<TableDeModele> Tables { get; } =
    [
        new("lots", "Lots", [new("numero", "Numéro", "1", Obligatoire: true), new("intitule", "Intitulé", "Papier")])
        {
            Tables = [new("offres", "Offres", [new("candidat", "Candidat", "Papeterie du Nord")])],
            Conditions = [new("infructueux", "Lot infructueux")],
        },
    ];

    public IReadOnlyList<ConditionDeModele> Conditions { get; } = [new("urgent", "Envoi urgent")];

    public Func<Guid, IReadOnlyList<DonneesDeFusion>> Charger { get; init; } = _ => [];

    public Task<IReadOnlyList<DonneesDeFusion>> ChargerAsync(Acteur acteur, Guid objet, CancellationToken annulation)
    {
        acteur.Exiger(Droit);
        return Task.FromResult(Charger(objet));
    }
}
