using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace CdgMarches.Domain.Noyau;

/// <summary>Le code officiel géographique d'une commune : cinq caractères, qui ne sont pas le code postal.</summary>
/// <remarks>
/// RG9.02. Gardé en texte : 2A et 2B pour la Corse, 97 et 98 outre-mer. Il change avec les communes nouvelles : c'est à qui
/// le porte d'en garder les dates.
/// </remarks>
public sealed partial record CodeInsee
{
    private CodeInsee(string valeur) => Valeur = valeur;

    public string Valeur { get; }

    /// <summary>Le département ou la collectivité d'outre-mer : « 62 », « 2A », « 974 ».</summary>
    public string Departement =>
        Valeur.StartsWith("97", StringComparison.Ordinal) || Valeur.StartsWith("98", StringComparison.Ordinal)
            ? Valeur[..3]
            : Valeur[..2];

    public static bool TryParse([NotNullWhen(true)] string? saisie, [NotNullWhen(true)] out CodeInsee? code)
    {
        var candidat = saisie?.Trim().ToUpperInvariant();
        code = candidat is not null && Forme().IsMatch(candidat) ? new CodeInsee(candidat) : null;
        return code is not null;
    }

    /// <exception cref="FormatException">Ce n'est pas un code INSEE de commune.</exception>
    public static CodeInsee Parse(string saisie) =>
        TryParse(saisie, out var code)
            ? code
            : throw new FormatException(
                "Ce code INSEE n'est pas valide : cinq caractères sont attendus, par exemple 62041 ou 2A004."
            );

    public override string ToString() => Valeur;

    [GeneratedRegex(@"\A(?:[0-9]{2}|2[AB])[0-9]{3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Forme();
}
