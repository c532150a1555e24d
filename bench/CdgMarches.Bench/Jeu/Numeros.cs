using System.Globalization;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Bench.Jeu;

/// <summary>Des numéros fictifs dont la clé est juste, un par rang.</summary>
internal static class Numeros
{
    public static Siren Siren(int rang) => Domain.Noyau.Siren.Parse(AvecCle(Texte(21_000_000 + rang, 8)));

    public static Siret Siret(int rang) => Domain.Noyau.Siret.Parse(AvecCle(Siren(rang).Valeur + "0001"));

    /// <summary>Un code INSEE par rang, de 10001 à 95999.</summary>
    public static CodeInsee CodeInsee(int rang) =>
        Domain.Noyau.CodeInsee.Parse(Texte(10 + (rang / 999), 2) + Texte(1 + (rang % 999), 3));

    private static string Texte(int nombre, int chiffres) => nombre.ToString(CultureInfo.InvariantCulture).PadLeft(chiffres, '0');

    /// <summary>La clé de Luhn : un chiffre sur deux doublé, en partant de la droite du numéro complet.</summary>
    private static string AvecCle(string chiffres)
    {
        var somme = 0;
        for (var i = 0; i < chiffres.Length; i++)
        {
            var chiffre = chiffres[chiffres.Length - 1 - i] - '0';
            var double_ = i % 2 == 0 ? chiffre * 2 : chiffre;
            somme += double_ > 9 ? double_ - 9 : double_;
        }

        return chiffres + ((10 - (somme % 10)) % 10).ToString(CultureInfo.InvariantCulture);
    }
}
