namespace CdgMarches.App.Socle.Tableur;

/// <summary>Les colonnes telles qu'Excel les nomme : 1 → A, 27 → AA.</summary>
public static class LettreDeColonne
{
    /// <summary>La dernière colonne d'Excel, XFD.</summary>
    public const int Derniere = 16_384;

    /// <param name="numero">À partir de 1.</param>
    public static string De(int numero)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(numero, 1);
        Span<char> lettres = stackalloc char[7];
        var debut = lettres.Length;
        while (numero > 0)
        {
            numero--;
            lettres[--debut] = (char)('A' + (numero % 26));
            numero /= 26;
        }

        return new string(lettres[debut..]);
    }

    /// <summary>La colonne d'une adresse (<c>AB12</c> → 28), ou 0 si l'adresse n'en est pas une.</summary>
    internal static int DeLAdresse(ReadOnlySpan<char> adresse)
    {
        var numero = 0;
        foreach (var c in adresse)
        {
            if (c is >= 'A' and <= 'Z')
            {
                numero = (numero * 26) + (c - 'A' + 1);
            }
            else
            {
                break;
            }

            if (numero > Derniere)
            {
                return 0;
            }
        }

        return numero;
    }
}
