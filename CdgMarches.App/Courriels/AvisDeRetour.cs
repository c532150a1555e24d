using System.Text.RegularExpressions;

namespace CdgMarches.App.Courriels;

/// <summary>Ce qu'un avis de non-remise (RFC 3464) dit d'un courriel.</summary>
/// <param name="Messages">Les identifiants de message qu'il cite, le nôtre parmi eux.</param>
/// <param name="EstDefinitif">Vrai pour un échec ; faux pour un simple retard.</param>
/// <param name="Raison">Ce que le serveur du destinataire en dit.</param>
public sealed record AvisDeRetour(IReadOnlyList<string> Messages, bool EstDefinitif, string Raison)
{
    /// <summary>Lit un avis.</summary>
    /// <returns>Null si le message n'est pas un avis de remise.</returns>
    public static AvisDeRetour? Lire(string message)
    {
        var action = Expressions.Action().Match(message);
        if (!action.Success)
        {
            return null;
        }

        var statut = Expressions.Statut().Match(message);
        var diagnostic = Expressions.Diagnostic().Match(message);
        var raison = string.Join(
            ' ',
            new[] { statut.Groups[1].Value, Deplier(diagnostic.Groups[1].Value) }.Where(t => t.Length > 0)
        );
        return new AvisDeRetour(
            [.. Expressions.Message().Matches(message).Select(m => m.Groups[1].Value).Distinct()],
            action.Groups[1].Value.Equals("failed", StringComparison.OrdinalIgnoreCase),
            raison.Length == 0 ? "le serveur du destinataire l'a refusé sans dire pourquoi" : raison
        );
    }

    private static string Deplier(string texte) => Expressions.Pli().Replace(texte, " ").Trim();
}

internal static partial class Expressions
{
    [GeneratedRegex(@"^Action:[ \t]*(\w+)", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    internal static partial Regex Action();

    [GeneratedRegex(@"^Status:[ \t]*([245]\.\d{1,3}\.\d{1,3})", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    internal static partial Regex Statut();

    [GeneratedRegex(
        @"^Diagnostic-Code:[ \t]*(?:[\w-]+;[ \t]*)?([^\r\n]*(?:\r?\n[ \t]+[^\r\n]+)*)",
        RegexOptions.IgnoreCase | RegexOptions.Multiline
    )]
    internal static partial Regex Diagnostic();

    [GeneratedRegex(
        @"^(?:Message-ID|References|In-Reply-To|Original-Message-ID):\s*(<[^<>\s]{3,190}>)",
        RegexOptions.IgnoreCase | RegexOptions.Multiline
    )]
    internal static partial Regex Message();

    [GeneratedRegex(@"\r?\n[ \t]+")]
    internal static partial Regex Pli();
}
