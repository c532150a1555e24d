using System.IO.Compression;

namespace CdgMarches.App.Socle.Fichiers;

/// <summary>Reconnaît un fichier à son contenu : son nom et le type annoncé par le navigateur ne prouvent rien.</summary>
internal static class ReconnaitreType
{
    /// <summary>Au-delà, ce n'est pas un document de bureautique.</summary>
    private const int EntreesAuPlus = 20_000;

    private static ReadOnlySpan<byte> SignaturePdf => "%PDF-"u8;
    private static ReadOnlySpan<byte> SignaturePng => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
    private static ReadOnlySpan<byte> SignatureJpeg => [0xFF, 0xD8, 0xFF];
    private static ReadOnlySpan<byte> SignatureZip => "PK\u0003\u0004"u8;

    /// <summary>Les anciens formats d'Office, et les nouveaux quand un mot de passe les protège.</summary>
    private static ReadOnlySpan<byte> SignatureOle => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <param name="fichier">Le contenu, positionnable ; sa position est changée.</param>
    /// <param name="nom">Le nom donné : il départage un CSV d'un autre texte, et se retrouve dans la phrase du refus.</param>
    /// <param name="acceptes">Les types acceptés à cet endroit : la phrase du refus ne cite qu'eux.</param>
    /// <exception cref="RefusException">Le contenu n'est pas d'un type reconnu : la phrase dit que faire.</exception>
    public static string De(Stream fichier, string nom, IReadOnlyCollection<string> acceptes)
    {
        Span<byte> debut = stackalloc byte[16];
        fichier.Position = 0;
        debut = debut[..fichier.ReadAtLeast(debut, debut.Length, throwOnEndOfStream: false)];
        fichier.Position = 0;
        if (debut.StartsWith(SignaturePdf))
        {
            return TypesMime.Pdf;
        }

        if (debut.StartsWith(SignaturePng))
        {
            return TypesMime.Png;
        }

        if (debut.StartsWith(SignatureJpeg))
        {
            return TypesMime.Jpeg;
        }

        if (debut.StartsWith(SignatureOle))
        {
            throw new RefusException(
                $"« {nom} » est protégé par un mot de passe ou vient d'une ancienne version d'Office : il n'a pas été gardé. Retirez le mot de passe ou enregistrez-le dans un format récent, puis déposez-le de nouveau. {AcceptesIci(acceptes)}"
            );
        }

        if (debut.StartsWith(SignatureZip))
        {
            return Bureautique(fichier, nom, acceptes);
        }

        return EstTexte(fichier)
            ? EstCsv(nom)
                ? TypesMime.Csv
                : TypesMime.Texte
            : throw new RefusException($"« {nom} » n'est pas d'un type accepté : il n'a pas été gardé. {AcceptesIci(acceptes)}");
    }

    /// <summary>« Formats acceptés ici : PDF, image PNG. »</summary>
    public static string AcceptesIci(IEnumerable<string> acceptes) =>
        $"Formats acceptés ici : {string.Join(", ", acceptes.Select(TypesMime.Libelle))}.";

    private static bool EstCsv(string nom) => Path.GetExtension(nom).Equals(".csv", StringComparison.OrdinalIgnoreCase);

    private static string Bureautique(Stream fichier, string nom, IReadOnlyCollection<string> acceptes)
    {
        try
        {
            using var archive = new ZipArchive(fichier, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count <= EntreesAuPlus && Contenu(archive, nom, acceptes) is { } type)
            {
                return type;
            }
        }
        catch (InvalidDataException)
        {
            throw new RefusException(
                $"« {nom} » est incomplet ou abîmé : il n'a pas été gardé. Ouvrez-le sur votre poste, enregistrez-le de nouveau, puis déposez-le."
            );
        }

        throw new RefusException(
            $"« {nom} » est une archive, pas un document : il n'a pas été gardé. Déposez les documents un par un."
        );
    }

    private static string? Contenu(ZipArchive archive, string nom, IReadOnlyCollection<string> acceptes)
    {
        if (archive.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            throw new RefusException(
                $"« {nom} » contient des macros : il n'a pas été gardé. Enregistrez-le sans macro, puis déposez-le de nouveau. {AcceptesIci(acceptes)}"
            );
        }

        if (archive.GetEntry("mimetype") is not null && archive.GetEntry("content.xml") is not null)
        {
            throw new RefusException(
                $"« {nom} » est au format OpenDocument : il n'a pas été gardé. Dans LibreOffice, choisissez Fichier, Enregistrer sous, puis un de ces formats. {AcceptesIci(acceptes)}"
            );
        }

        return (
            archive.GetEntry("[Content_Types].xml"),
            archive.GetEntry("word/document.xml"),
            archive.GetEntry("xl/workbook.xml")
        ) switch
        {
            (null, _, _) => null,
            (_, not null, _) => TypesMime.Docx,
            (_, _, not null) => TypesMime.Xlsx,
            _ => null,
        };
    }

    /// <summary>Un texte n'a pas de caractère de commande, hors tabulation et saut de ligne.</summary>
    private static bool EstTexte(Stream fichier)
    {
        fichier.Position = 0;
        var tampon = new byte[64 * 1024];
        for (int lus; (lus = fichier.Read(tampon)) > 0; )
        {
            foreach (var octet in tampon.AsSpan(0, lus))
            {
                if (octet < 0x20 && octet is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f'))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
