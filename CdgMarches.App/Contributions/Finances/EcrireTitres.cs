using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Contributions.Finances;

/// <summary>Écrit le fichier des finances : une ligne par titre, une feuille de contrôle, ou un CSV.</summary>
public static class EcrireTitres
{
    public const string Feuille = "Titres";
    public const string Controle = "Contrôle";

    /// <summary>Le classeur : identifiants en texte, montants en nombres, dates en dates.</summary>
    public static byte[] Classeur(
        int exercice,
        string perimetre,
        ProfilDExport? profil,
        IReadOnlyList<LigneDeTitre> lignes,
        DateOnly jour
    )
    {
        var colonnes = ColonnesDesTitres.De(profil);
        using var classeur = ClasseurExcel.Creer();
        var feuille = classeur
            .Feuille(Feuille)
            .Entetes(
                2,
                [
                    .. colonnes.Select(c => new ColonneExcel(c.EnTete, c.Colonne.Genre)
                    {
                        Totalisee = c.Colonne.Code is "ht" or "tva" or "ttc" or "reste",
                    }),
                ]
            );
        foreach (var ligne in lignes)
        {
            feuille.Ligne();
            foreach (var (colonne, _) in colonnes)
            {
                Ecrire(feuille, colonne.Genre, colonne.Lire(ligne));
            }
        }

        var controle = classeur.Feuille(Controle).Entetes(ColonneExcel.Texte("Contrôle"), ColonneExcel.Texte("Valeur"));
        controle.Ligne().Texte("Exercice").Texte(exercice.ToString(CultureInfo.InvariantCulture));
        controle.Ligne().Texte("Nombre de titres").Texte(lignes.Count.ToString(CultureInfo.InvariantCulture));
        controle.Ligne().Texte("Total HT").Texte(MontantHt.Somme(lignes.Select(l => l.Appel.Montant)).ToString());
        controle.Ligne().Texte("Total TTC").Texte(Total(lignes).ToString());
        controle.Ligne().Texte("SHA-256 des lignes").Texte(Empreinte(profil, lignes));
        classeur.LisezMoi(
            $"Titres de recettes {exercice.ToString(CultureInfo.InvariantCulture)}",
            perimetre,
            jour,
            "Une ligne par titre ; les identifiants sont du texte, les montants des nombres. La feuille « Contrôle » porte le nombre, les totaux et l'empreinte des lignes.",
            "Une correction dit si l'exercice est ouvert (titre de réduction ou d'annulation) ou clos (mandat)."
        );
        return classeur.Enregistrer();
    }

    /// <summary>Le CSV : « ; », virgule décimale, UTF-8 avec marque d'ordre, comme Excel l'attend.</summary>
    public static byte[] Csv(ProfilDExport? profil, IReadOnlyList<LigneDeTitre> lignes) =>
        [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Texte(profil, lignes))];

    public static MontantTtc Total(IReadOnlyList<LigneDeTitre> lignes) => MontantTtc.Somme(lignes.Select(l => l.Appel.Ttc));

    /// <summary>SHA-256 des lignes telles que le CSV les écrit : le même fichier refait a la même empreinte.</summary>
    public static string Empreinte(ProfilDExport? profil, IReadOnlyList<LigneDeTitre> lignes) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Texte(profil, lignes))));

    private static string Texte(ProfilDExport? profil, IReadOnlyList<LigneDeTitre> lignes)
    {
        var colonnes = ColonnesDesTitres.De(profil);
        var texte = new StringBuilder();
        texte.AppendJoin(';', colonnes.Select(c => Citer(c.EnTete))).Append("\r\n");
        foreach (var ligne in lignes)
        {
            texte.AppendJoin(';', colonnes.Select(c => Citer(EnTexte(c.Colonne.Genre, c.Colonne.Lire(ligne))))).Append("\r\n");
        }

        return texte.ToString();
    }

    private static void Ecrire(FeuilleExcel feuille, GenreDeColonne genre, object? valeur)
    {
        switch (valeur)
        {
            case null:
                feuille.Vide();
                break;
            case string texte:
                feuille.Texte(texte);
                break;
            case long centimes when genre is GenreDeColonne.Montant:
                feuille.Montant(centimes);
                break;
            case DateOnly jour:
                feuille.Date(jour);
                break;
            default:
                feuille.Entier(Convert.ToInt64(valeur, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static string EnTexte(GenreDeColonne genre, object? valeur) =>
        valeur switch
        {
            null => "",
            string texte => texte,
            long centimes when genre is GenreDeColonne.Montant => (centimes / 100m)
                .ToString("0.00", CultureInfo.InvariantCulture)
                .Replace('.', ','),
            DateOnly jour => Formats.DateCourte(jour),
            _ => Convert.ToString(valeur, CultureInfo.InvariantCulture)!,
        };

    /// <summary>Un texte que le tableur lirait comme une formule est précédé d'une apostrophe.</summary>
    private static string Citer(string texte)
    {
        var sur = texte is ['=' or '+' or '@', ..] ? "'" + texte : texte;
        return sur.AsSpan().IndexOfAny(";\"\r\n") >= 0 ? $"\"{sur.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : sur;
    }
}
