using System.Diagnostics.CodeAnalysis;

namespace CdgMarches.Domain.Noyau;

/// <summary>Le numéro SIREN d'une personne morale : neuf chiffres dont une clé de Luhn.</summary>
/// <remarks>
/// RG9.01. Gardé en texte, les zéros de tête comptent. Une clé fausse est refusée ; un numéro que l'INSEE ne connaîtrait
/// pas ne l'est pas, faute de pouvoir l'interroger.
/// </remarks>
public sealed record Siren : IComparable<Siren>
{
    public const int Longueur = 9;

    /// <summary>La Poste : ses établissements suivent une autre clé que celle de Luhn.</summary>
    internal const string LaPoste = "356000000";

    private Siren(string valeur) => Valeur = valeur;

    /// <summary>Les neuf chiffres, sans espace.</summary>
    public string Valeur { get; }

    /// <summary>Les organismes publics ont un SIREN qui commence par 1 ou 2 ; sinon, à vérifier sans refuser.</summary>
    public bool EstDOrganismePublic => Valeur[0] is '1' or '2';

    public static bool TryParse([NotNullWhen(true)] string? saisie, [NotNullWhen(true)] out Siren? siren)
    {
        siren =
            ClesDeControle.TryLireChiffres(saisie, Longueur, out var chiffres) && ClesDeControle.VerifieLuhn(chiffres)
                ? new Siren(chiffres)
                : null;
        return siren is not null;
    }

    /// <exception cref="FormatException">Ce n'est pas un SIREN.</exception>
    public static Siren Parse(string saisie) =>
        TryParse(saisie, out var siren)
            ? siren
            : throw new FormatException("Ce SIREN n'est pas valide (clé de contrôle). Vérifiez les 9 chiffres.");

    /// <summary>Groupé par trois, pour l'œil.</summary>
    public string Formater() => ClesDeControle.Grouper(Valeur, 3, 3, 3);

    public int CompareTo(Siren? other) => string.CompareOrdinal(Valeur, other?.Valeur);

    public override string ToString() => Valeur;

    public static bool operator <(Siren? a, Siren? b) => string.CompareOrdinal(a?.Valeur, b?.Valeur) < 0;

    public static bool operator >(Siren? a, Siren? b) => string.CompareOrdinal(a?.Valeur, b?.Valeur) > 0;

    public static bool operator <=(Siren? a, Siren? b) => string.CompareOrdinal(a?.Valeur, b?.Valeur) <= 0;

    public static bool operator >=(Siren? a, Siren? b) => string.CompareOrdinal(a?.Valeur, b?.Valeur) >= 0;
}
