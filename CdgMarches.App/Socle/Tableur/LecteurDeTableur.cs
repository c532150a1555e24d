using System.Security.Cryptography;
using System.Text;
using CdgMarches.App.Socle.Tableur.Lecture;

namespace CdgMarches.App.Socle.Tableur;

/// <summary>
/// La seule porte d'entrée des fichiers reçus. Le type se juge au contenu, jamais au nom ; tout ce qui est refusé l'est par
/// une phrase (<see cref="FichierRefuseException"/>).
/// </summary>
public static class LecteurDeTableur
{
    /// <summary>Lit un .xlsx ou un .csv ; le flux est lu jusqu'au bout mais non fermé.</summary>
    /// <exception cref="FichierRefuseException">Le fichier n'est pas un tableur lisible sans danger.</exception>
    public static TableurLu Lire(Stream flux, string nomDeFichier, LimitesDeLecture? limites = null)
    {
        ArgumentNullException.ThrowIfNull(flux);
        limites ??= LimitesDeLecture.ParDefaut;
        var refus = new Refus(nomDeFichier);
        var contenu = Charger(flux, limites, refus);
        var empreinte = Convert.ToHexStringLower(SHA256.HashData(contenu));

        var tableur = Lire(contenu, nomDeFichier, empreinte, limites, refus);
        return tableur.Feuilles.All(f => f.Lignes.Count == 0) ? throw refus.SansDonnees() : tableur;
    }

    private static TableurLu Lire(byte[] contenu, string nomDeFichier, string empreinte, LimitesDeLecture limites, Refus refus)
    {
        switch (Signature.De(contenu))
        {
            case NatureDeFichier.Zip:
                return LecteurXlsx.Lire(contenu, nomDeFichier, empreinte, limites, refus);
            case NatureDeFichier.Ole:
                throw RefuserOle(contenu, refus);
            case NatureDeFichier.AncienXls:
                throw refus.AncienXls();
            case NatureDeFichier.Pdf:
                throw refus.AutreType("un document PDF");
            case NatureDeFichier.Image:
                throw refus.AutreType("une image");
            case NatureDeFichier.PageWeb:
                throw refus.AutreType("une page web ou un fichier XML, même si son nom finit par .xls");
            case NatureDeFichier.Rtf:
                throw refus.AutreType("un document texte (RTF)");
            case NatureDeFichier.AutreBinaire:
                throw refus.AutreType("un fichier d'un autre type");
            default:
                return LecteurCsv.Lire(contenu, nomDeFichier, empreinte, limites, refus);
        }
    }

    private static byte[] Charger(Stream flux, LimitesDeLecture limites, Refus refus)
    {
        if (flux.CanSeek && flux.Length - flux.Position > limites.Taille)
        {
            throw refus.TropGros(flux.Length - flux.Position, limites.Taille);
        }

        using var memoire = new MemoryStream(flux.CanSeek ? (int)(flux.Length - flux.Position) : 64 * 1024);
        var tampon = new byte[64 * 1024];
        int lus;
        while ((lus = flux.Read(tampon)) > 0)
        {
            memoire.Write(tampon, 0, lus);
            if (memoire.Length > limites.Taille)
            {
                throw refus.TropGros(null, limites.Taille);
            }
        }

        return memoire.Length == 0 ? throw refus.Vide() : memoire.ToArray();
    }

    /// <summary>
    /// Un conteneur OLE est un .xls, un .doc… ou l'enveloppe d'un classeur chiffré. Les entrées de son répertoire font
    /// 128 octets, alignées, et commencent par leur nom en UTF-16 : les chercher dit ce qu'il est sans avoir à le décoder.
    /// </summary>
    private static FichierRefuseException RefuserOle(ReadOnlySpan<byte> contenu, Refus refus)
    {
        if (AUneEntree(contenu, "EncryptedPackage"))
        {
            return refus.ProtegeParMotDePasse();
        }

        return AUneEntree(contenu, "Workbook") || AUneEntree(contenu, "Book")
            ? refus.AncienXls()
            : refus.AutreType("un document Office d'un ancien format");
    }

    private static bool AUneEntree(ReadOnlySpan<byte> contenu, string nom)
    {
        const int TailleDEntree = 128;
        ReadOnlySpan<byte> cherche = Encoding.Unicode.GetBytes(nom + '\0');
        for (var i = 4 * TailleDEntree; i + cherche.Length <= contenu.Length; i += TailleDEntree)
        {
            if (contenu[i..].StartsWith(cherche))
            {
                return true;
            }
        }

        return false;
    }
}
