namespace CdgMarches.App.Socle.Tableur.Lecture;

internal enum NatureDeFichier
{
    Texte,
    Zip,
    Ole,
    AncienXls,
    Pdf,
    Image,
    PageWeb,
    Rtf,
    AutreBinaire,
}

/// <summary>Reconnaît un fichier à ses premiers octets.</summary>
internal static class Signature
{
    public static NatureDeFichier De(ReadOnlySpan<byte> contenu)
    {
        if (contenu.StartsWith("PK\u0003\u0004"u8) || contenu.StartsWith("PK\u0005\u0006"u8))
        {
            return NatureDeFichier.Zip;
        }

        if (contenu.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            return NatureDeFichier.Ole;
        }

        // BIFF 2 à 5 d'avant OLE : un enregistrement BOF nu.
        if (
            contenu.Length > 4
            && contenu[0] == 0x09
            && contenu[1] is 0x00 or 0x02 or 0x04 or 0x08
            && contenu[2] is 0x04 or 0x06 or 0x08
            && contenu[3] == 0
        )
        {
            return NatureDeFichier.AncienXls;
        }

        if (contenu.StartsWith("%PDF"u8))
        {
            return NatureDeFichier.Pdf;
        }

        if (EstUneImage(contenu))
        {
            return NatureDeFichier.Image;
        }

        if (contenu.StartsWith("{\\rtf"u8))
        {
            return NatureDeFichier.Rtf;
        }

        // L'export « Texte Unicode » d'Excel est en UTF-16 avec marque d'ordre : ses octets nuls sont légitimes.
        if (contenu.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || contenu.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return NatureDeFichier.Texte;
        }

        return EstBinaire(contenu) ? NatureDeFichier.AutreBinaire
            : EstUnePageWeb(contenu) ? NatureDeFichier.PageWeb
            : NatureDeFichier.Texte;
    }

    private static bool EstUneImage(ReadOnlySpan<byte> contenu) =>
        contenu.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47])
        || contenu.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
        || contenu.StartsWith("GIF8"u8);

    private static bool EstBinaire(ReadOnlySpan<byte> contenu)
    {
        foreach (var octet in contenu)
        {
            if (octet < 0x20 && octet is not ((byte)'\t' or (byte)'\r' or (byte)'\n' or 0x0B or 0x0C or 0x1A))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EstUnePageWeb(ReadOnlySpan<byte> contenu)
    {
        if (contenu.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            contenu = contenu[3..];
        }

        contenu = contenu.TrimStart(" \t\r\n"u8);
        return contenu.StartsWith("<?xml"u8)
            || contenu.StartsWith("<!"u8)
            || contenu.StartsWith("<html"u8)
            || contenu.StartsWith("<HTML"u8)
            || contenu.StartsWith("<table"u8);
    }
}
