using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>Scelle la feuille masquée d'un classeur et reconnaît celle que l'on a retouchée.</summary>
/// <remarks>
/// Le sceau est un code d'authentification de toutes les autres clés, fait avec les clés de l'application : changer à la main
/// le membre, la campagne ou la version du catalogue se voit. Il ne protège pas les valeurs, que le membre est là pour changer.
/// </remarks>
public sealed class SceauDeClasseur(IDataProtectionProvider protection)
{
    private const string Cle = "sceau";
    private readonly IDataProtector _protecteur = protection.CreateProtector("CdgMarches.Recensements.Classeur.1");

    /// <summary>Les clés à inscrire dans la feuille masquée, sceau compris.</summary>
    public IReadOnlyDictionary<string, string> Sceller(IdentiteDeClasseur identite)
    {
        var meta = identite.EnMeta();
        meta[Cle] = _protecteur.Protect(EmpreinteDe(meta));
        return meta;
    }

    /// <returns>Faux si une clé a été changée, ajoutée ou ôtée depuis que l'application a écrit le fichier.</returns>
    public bool EstIntact(IReadOnlyDictionary<string, string> meta)
    {
        if (meta.GetValueOrDefault(Cle) is not { Length: > 0 } sceau)
        {
            return false;
        }

        try
        {
            return _protecteur.Unprotect(sceau) == EmpreinteDe(meta);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string EmpreinteDe(IReadOnlyDictionary<string, string> meta)
    {
        var lignes = meta.Where(m => m.Key != Cle).OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Key}={m.Value}");
        return Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lignes))));
    }
}
