using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CdgMarches.App.Documents.Fusion;

/// <summary>Un modèle lu une fois : ses marques sont repérées, et l'on peut le fusionner autant que l'on veut.</summary>
public sealed class ModeleCompile
{
    private readonly byte[] _paquet;
    private readonly Dictionary<string, OpenXmlPartRootElement> _parties;

    private ModeleCompile(byte[] paquet, Dictionary<string, OpenXmlPartRootElement> parties, IReadOnlyList<string> defauts) =>
        (_paquet, _parties, Defauts) = (paquet, parties, defauts);

    /// <summary>Les accolades mal fermées.</summary>
    internal IReadOnlyList<string> Defauts { get; }

    /// <summary>Les parties qui portent des marques, le texte d'abord.</summary>
    internal IEnumerable<OpenXmlPartRootElement> Parties => _parties.Values;

    internal byte[] Paquet => _paquet;

    internal OpenXmlPartRootElement? Preparee(string partie) => _parties.GetValueOrDefault(partie);

    /// <param name="modele">Un document Word.</param>
    /// <exception cref="ModeleIllisibleException">Ce n'en est pas un.</exception>
    public static ModeleCompile Lire(byte[] modele)
    {
        try
        {
            using var flux = new MemoryStream(modele, writable: false);
            using var document = WordprocessingDocument.Open(flux, isEditable: false);
            if (document.MainDocumentPart?.Document?.Body is null)
            {
                throw new ModeleIllisibleException();
            }

            if (document.DocumentType is not WordprocessingDocumentType.Document)
            {
                return Lire(EnDocument(modele));
            }

            Dictionary<string, OpenXmlPartRootElement> parties = [];
            List<string> defauts = [];
            foreach (var partie in PartiesDe(document.MainDocumentPart))
            {
                if (partie.RootElement is not { } racine)
                {
                    continue;
                }

                var preparee = (OpenXmlPartRootElement)racine.CloneNode(true);
                defauts.AddRange(MarquesDeModele.Preparer(preparee));
                if (partie is MainDocumentPart || preparee.Descendants<Run>().Any(MarquesDeModele.EstMarque))
                {
                    parties.Add(partie.Uri.ToString(), preparee);
                }
            }

            return new ModeleCompile(modele, parties, defauts);
        }
        catch (Exception illisible)
            when (illisible
                    is OpenXmlPackageException
                        or FileFormatException
                        or InvalidDataException
                        or System.Xml.XmlException
                        or IOException
                        or ArgumentException
                        or NullReferenceException
                        or InvalidOperationException
            )
        {
            // The library lets any of these out of a damaged package.
            throw new ModeleIllisibleException();
        }
    }

    /// <summary>Écrit un document.</summary>
    public byte[] Fusionner(DonneesDeFusion donnees)
    {
        using var flux = new MemoryStream(_paquet.Length + 65_536);
        flux.Write(_paquet);
        using (var document = WordprocessingDocument.Open(flux, isEditable: true, new OpenSettings { AutoSave = false }))
        {
            foreach (var partie in PartiesDe(document.MainDocumentPart!).ToList())
            {
                if (_parties.TryGetValue(partie.Uri.ToString(), out var preparee))
                {
                    var copie = (OpenXmlPartRootElement)preparee.CloneNode(true);
                    new Developpement(partie).Developper(copie, donnees);
                    Ecrire(partie, copie);
                }
            }

            Titrer(document, donnees.Titre);
        }

        return flux.ToArray();
    }

    /// <summary>Ce que Word enregistre « comme modèle » (.dotx), rendu document : sinon chaque produit le resterait, et Word le refuserait.</summary>
    private static byte[] EnDocument(byte[] modele)
    {
        using var flux = new MemoryStream(modele.Length + 65_536);
        flux.Write(modele);
        using (var document = WordprocessingDocument.Open(flux, isEditable: true))
        {
            document.ChangeDocumentType(WordprocessingDocumentType.Document);
        }

        return flux.ToArray();
    }

    internal static IEnumerable<OpenXmlPart> PartiesDe(MainDocumentPart document) =>
        [
            document,
            .. document.HeaderParts,
            .. document.FooterParts,
            .. document.FootnotesPart is { } notes ? [notes] : Array.Empty<OpenXmlPart>(),
            .. document.EndnotesPart is { } fins ? [fins] : Array.Empty<OpenXmlPart>(),
        ];

    internal static void Ecrire(OpenXmlPart partie, OpenXmlPartRootElement racine)
    {
        using var flux = partie.GetStream(FileMode.Create, FileAccess.Write);
        racine.Save(flux);
    }

    internal static void Titrer(WordprocessingDocument document, string titre) => document.PackageProperties.Title = titre;
}

/// <summary>Le fichier n'est pas un document Word que l'on puisse lire.</summary>
public sealed class ModeleIllisibleException() : Exception("Le fichier n'est pas un document Word lisible.");

/// <summary>Fusionne un modèle et des données, sans rien d'autre que de la mémoire.</summary>
public static class FusionDeDocument
{
    /// <param name="modele">Un document Word avec des marques.</param>
    /// <param name="donnees">Ce qui les remplace.</param>
    /// <exception cref="ModeleIllisibleException">Le modèle n'est pas un document Word.</exception>
    public static byte[] Fusionner(byte[] modele, DonneesDeFusion donnees) => ModeleCompile.Lire(modele).Fusionner(donnees);
}
