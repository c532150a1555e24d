using System.Diagnostics.CodeAnalysis;

namespace CdgMarches.Domain.Noyau;

/// <summary>Ce qui est commun aux numéros de l'INSEE : les chiffres que l'on garde et la clé de Luhn.</summary>
internal static class ClesDeControle
{
    private const char EspaceInsecable = '\u00A0';
    private const char EspaceFineInsecable = '\u202F';

    /// <summary>Ôte espaces (insécables et fines comprises) et points ; exige ensuite ce nombre de chiffres, non tous nuls.</summary>
    /// <remarks>Chiffres ASCII seulement : <see cref="char.IsDigit(char)"/> accepterait les chiffres arabes.</remarks>
    public static bool TryLireChiffres(string? saisie, int longueur, [NotNullWhen(true)] out string? chiffres)
    {
        chiffres = null;
        if (saisie is null)
        {
            return false;
        }

        // What the base holds has nothing to take away: reading a list parses two numbers a row.
        var gardes =
            saisie.Length == longueur
                ? saisie
                : string.Concat(saisie.Where(static c => c is not (' ' or '.' or EspaceInsecable or EspaceFineInsecable)));
        if (
            gardes.Length != longueur
            || gardes.AsSpan().ContainsAnyExceptInRange('0', '9')
            || !gardes.AsSpan().ContainsAnyExcept('0')
        )
        {
            return false;
        }

        chiffres = gardes;
        return true;
    }

    /// <summary>Clé de Luhn : en doublant un chiffre sur deux depuis la droite, la somme est un multiple de dix.</summary>
    public static bool VerifieLuhn(string chiffres)
    {
        var somme = 0;
        for (var i = 0; i < chiffres.Length; i++)
        {
            var chiffre = chiffres[^(i + 1)] - '0';
            var double_ = chiffre * 2;
            somme +=
                i % 2 == 0 ? chiffre
                : double_ > 9 ? double_ - 9
                : double_;
        }

        return somme % 10 == 0;
    }

    public static int SommeDesChiffres(string chiffres) => chiffres.Sum(static c => c - '0');

    /// <summary>Groupe les chiffres par ces longueurs, séparés d'espaces insécables.</summary>
    public static string Grouper(string chiffres, params ReadOnlySpan<int> longueurs)
    {
        var groupes = new List<string>(longueurs.Length);
        var debut = 0;
        foreach (var longueur in longueurs)
        {
            groupes.Add(chiffres.Substring(debut, longueur));
            debut += longueur;
        }

        return string.Join(EspaceInsecable, groupes);
    }
}
