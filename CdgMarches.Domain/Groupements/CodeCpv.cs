namespace CdgMarches.Domain.Groupements;

/// <summary>Un code du vocabulaire commun pour les marchés publics : huit chiffres, et le chiffre de contrôle s'il est donné.</summary>
/// <remarks>Règlement (CE) n° 2195/2002. La clé n'est pas recalculée : le vocabulaire ne publie pas son calcul.</remarks>
public sealed record CodeCpv
{
    private CodeCpv(string valeur) => Valeur = valeur;

    /// <summary>« 72000000 » ou « 72000000-5 ».</summary>
    public string Valeur { get; }

    public static bool TryParse(string? texte, out CodeCpv? code)
    {
        var lu = string.Concat((texte ?? "").Where(c => !char.IsWhiteSpace(c)));
        code = EstEcrit(lu) ? new CodeCpv(lu) : null;
        return code is not null;
    }

    /// <exception cref="FormatException">Le texte n'est pas un code CPV.</exception>
    public static CodeCpv Lire(string texte) =>
        TryParse(texte, out var code) ? code! : throw new FormatException($"« {texte} » n'est pas un code CPV (72000000-5).");

    public override string ToString() => Valeur;

    private static bool EstEcrit(string texte) =>
        texte.Length is 8 or 10
        && texte.AsSpan(0, 8).IndexOfAnyExceptInRange('0', '9') < 0
        && (texte.Length == 8 || (texte[8] == '-' && char.IsAsciiDigit(texte[9])));
}
