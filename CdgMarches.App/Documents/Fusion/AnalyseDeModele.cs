using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CdgMarches.App.Documents.Fusion;

/// <summary>Ce qu'un modèle déposé a d'inutilisable, et les champs qu'il emploie.</summary>
/// <param name="Defauts">Une phrase par défaut ; aucun si le modèle peut servir.</param>
/// <param name="Employes">Les noms des champs employés.</param>
public sealed record RapportDeModele(IReadOnlyList<string> Defauts, IReadOnlySet<string> Employes)
{
    public bool EstUtilisable => Defauts.Count == 0;
}

/// <summary>Lit un modèle comme le fera la fusion, et dit tout ce qui n'irait pas.</summary>
public static class AnalyseDeModele
{
    /// <summary>Un modèle décompressé plus gros n'est pas un modèle de courrier.</summary>
    private const long DecompresseAuPlus = 100L * 1024 * 1024;

    private const int DefautsAuPlus = 20;

    /// <param name="modele">Le fichier déposé.</param>
    /// <param name="nature">La nature de document qu'il doit servir.</param>
    public static RapportDeModele Analyser(byte[] modele, IModeleDeDocument nature)
    {
        if (Paquet(modele) is { } refus)
        {
            return Refuse(refus);
        }

        ModeleCompile compile;
        try
        {
            compile = ModeleCompile.Lire(modele);
        }
        catch (ModeleIllisibleException)
        {
            return Refuse(
                "Ce fichier n'est pas un document Word que l'on puisse lire : ouvrez-le dans Word ou LibreOffice et enregistrez-le au format Word (.docx)."
            );
        }

        List<string> defauts = [.. compile.Defauts];
        if (compile.Parties.Any(p => p.Descendants().Any(e => e is InsertedRun or DeletedRun or Deleted or Inserted)))
        {
            defauts.Add(
                "Le document contient des modifications suivies : acceptez-les toutes (onglet Révision), enregistrez, puis déposez-le de nouveau."
            );
        }

        var controle = new ControleDesMarques(nature);
        foreach (var partie in compile.Parties)
        {
            controle.Lire(partie);
        }

        defauts.AddRange(controle.Defauts);
        return new RapportDeModele([.. defauts.Distinct().Take(DefautsAuPlus)], controle.Employes);
    }

    private static RapportDeModele Refuse(string defaut) => new([defaut], new HashSet<string>());

    /// <summary>Ce que le paquet a d'interdit, avant d'en lire le texte.</summary>
    private static string? Paquet(byte[] modele)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(modele, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Sum(e => e.Length) > DecompresseAuPlus || archive.Entries.Count > 2000)
            {
                return "Ce document est anormalement gros une fois ouvert : il n'a pas été gardé. Repartez du modèle d'origine.";
            }

            if (
                archive.Entries.Any(e =>
                    e.FullName.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
                    || e.FullName.Contains("activeX", StringComparison.OrdinalIgnoreCase)
                )
            )
            {
                return "Ce document contient des macros : enregistrez-le sans macro (.docx), puis déposez-le de nouveau.";
            }

            if (archive.Entries.Any(e => e.FullName.StartsWith("word/embeddings/", StringComparison.OrdinalIgnoreCase)))
            {
                return "Ce document contient un objet incorporé (classeur, fichier joint) : remplacez-le par un tableau ou une image, puis déposez-le de nouveau.";
            }

            return archive.GetEntry("word/document.xml") is null
                ? "Ce fichier n'est pas un document Word (.docx) : déposez un document Word."
                : TypeMacro(archive);
        }
        catch (InvalidDataException)
        {
            return "Ce fichier n'est pas un document Word (.docx) entier : ouvrez-le sur votre poste, enregistrez-le de nouveau, puis déposez-le.";
        }
    }

    private static string? TypeMacro(ZipArchive archive)
    {
        if (archive.GetEntry("[Content_Types].xml") is not { } types)
        {
            return "Ce fichier n'est pas un document Word (.docx) entier : ouvrez-le sur votre poste, enregistrez-le de nouveau, puis déposez-le.";
        }

        using var lecteur = new StreamReader(types.Open());
        var tampon = new char[262_144];
        var lus = lecteur.ReadBlock(tampon);
        return tampon.AsSpan(0, lus).Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
            ? "Ce document est enregistré pour contenir des macros (.docm) : enregistrez-le en .docx, puis déposez-le de nouveau."
            : null;
    }
}
