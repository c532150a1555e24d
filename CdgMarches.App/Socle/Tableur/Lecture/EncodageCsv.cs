using System.Text;
using System.Text.RegularExpressions;

namespace CdgMarches.App.Socle.Tableur.Lecture;

/// <summary>
/// Devine l'encodage d'un fichier texte : marque d'ordre, sinon UTF-8 strict, sinon Windows-1252 (l'enregistrement CSV
/// d'Excel français). Refuse plutôt que d'importer « Ã‰taples » ou « B‚thune » dans le référentiel.
/// </summary>
internal static partial class EncodageCsv
{
    private static readonly UTF8Encoding Utf8Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static (string Texte, string? Avis) Decoder(byte[] contenu, Refus refus)
    {
        var (texte, avis) = Lire(contenu, refus);
        if (texte.Contains('\uFFFD', StringComparison.Ordinal))
        {
            throw refus.Encodage("des lettres ont été remplacées par « � » lors d'un enregistrement précédent");
        }

        if (DoubleEncodage().Match(texte) is { Success: true } trace)
        {
            throw refus.Encodage($"on y lit « {trace.Value} » au lieu d'une lettre accentuée");
        }

        return (texte.TrimEnd('\u001a'), avis);
    }

    private static (string Texte, string? Avis) Lire(byte[] contenu, Refus refus)
    {
        try
        {
            return contenu switch
            {
                [0xEF, 0xBB, 0xBF, ..] => (Utf8Strict.GetString(contenu, 3, contenu.Length - 3), null),
                [0xFF, 0xFE, ..] => (Encoding.Unicode.GetString(contenu, 2, contenu.Length - 2), null),
                [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode.GetString(contenu, 2, contenu.Length - 2), null),
                _ => (Utf8Strict.GetString(contenu), null),
            };
        }
        catch (DecoderFallbackException) when (contenu is not [0xEF, 0xBB, 0xBF, ..])
        {
            var texte = Windows1252.GetString(contenu);
            if (AutrePageDeCode().IsMatch(texte))
            {
                throw refus.Encodage("le jeu de caractères n'est ni UTF-8 ni Windows-1252");
            }

            return (
                texte,
                "Le fichier a été lu en Windows-1252 (encodage habituel d'Excel) : vérifiez les accents dans l'aperçu."
            );
        }
        catch (DecoderFallbackException)
        {
            throw refus.Encodage("le fichier s'annonce en UTF-8 mais ne l'est pas");
        }
    }

    /// <summary>De l'UTF-8 relu une première fois en Windows-1252 : « Ã© » pour « é », « â€™ » pour « ’ ».</summary>
    [GeneratedRegex(
        "Ã[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|â€[\u0080-\u00bf\u0153\u2122\u201c\u201d]"
    )]
    private static partial Regex DoubleEncodage();

    /// <summary>
    /// Les traces d'un DOS 850 ou d'un Mac Roman lu en Windows-1252 : caractères de commande, ou ponctuation et capitales
    /// slaves là où le français met ses accents (« B‚thune », « BŽthune »).
    /// </summary>
    [GeneratedRegex("[\u0080-\u009f]|\\p{L}[‚ˆ‡ŠŽ](?=\\p{Ll})")]
    private static partial Regex AutrePageDeCode();
}
