using System.Buffers;
using System.Net.Mail;

namespace CdgMarches.App.Compte;

/// <summary>Dit si un texte peut être l'adresse d'une boîte : une seule adresse, un domaine avec un point, rien d'autre.</summary>
internal static class CourrielValide
{
    public const int LongueurMax = 254;

    private static readonly SearchValues<char> Separateurs = SearchValues.Create(" \t\r\n,;<>");

    public static bool Est(string? texte) =>
        texte is { Length: > 0 and <= LongueurMax }
        && !texte.AsSpan().ContainsAny(Separateurs)
        && MailAddress.TryCreate(texte, out var adresse)
        && string.Equals(adresse.Address, texte, StringComparison.Ordinal)
        && adresse.Host.Contains('.', StringComparison.Ordinal);
}
