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

    /// <summary>Comment retrouver l'empreinte avec les outils de tout poste.</summary>
    public const string CommentVerifier =
        "Pour vérifier le fichier CSV reçu : « certutil -hashfile titres.csv SHA256 » sous Windows, « sha256sum titres.csv » ailleurs, rendent cette empreinte, caractère pour caractère.";

    /// <summary>Le classeur : identifiants en texte, montants en nombres, dates en dates.</summary>
    /// <param name="exercice">L'exercice.</param>
    /// <param name="perimetre">Ce que la remise prend, en clair.</param>
    /// <param name="profil">Les colonnes du progiciel ; nul pour toutes.</param>
    /// <param name="lignes">Les titres.</param>
    /// <param name="empreinte">Celle du fichier CSV de la même remise.</param>
    /// <param name="jour">Le jour de la remise.</param>
    public static byte[] Classeur(
        int exercice,
        string perimetre,
        ProfilDExport? profil,
        IReadOnlyList<LigneDeTitre> lignes,
        string empreinte,
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

        Controler(classeur, lignes, empreinte);
        classeur.LisezMoi(
            $"Titres de recettes {exercice.ToString(CultureInfo.InvariantCulture)}",
            perimetre,
            jour,
            "Une ligne par titre ; les identifiants sont du texte, les montants des nombres. La feuille « Contrôle » porte le nombre et les totaux, par type de pièce, et l'empreinte du fichier CSV de la même remise.",
            CommentVerifier,
            "Une correction dit si l'exercice est ouvert (titre de réduction ou d'annulation) ou clos (mandat)."
        );
        return classeur.Enregistrer();
    }

    /// <summary>La feuille de contrôle : l'ensemble avec son empreinte, puis chaque type de pièce ; nombres et totaux se somment.</summary>
    private static void Controler(ClasseurExcel classeur, IReadOnlyList<LigneDeTitre> lignes, string empreinte)
    {
        var controle = classeur
            .Feuille(Controle)
            .Entetes(
                ColonneExcel.Texte("Contrôle"),
                ColonneExcel.Entier("Nombre de titres"),
                ColonneExcel.Montant("Total HT"),
                ColonneExcel.Montant("Total TTC"),
                ColonneExcel.Texte("SHA-256 du fichier CSV de la même remise") with
                {
                    LargeurMaximale = 70,
                }
            );
        Compter("Ensemble", lignes).Texte(empreinte);
        foreach (var type in lignes.GroupBy(l => l.TypeDePiece).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Compter($"dont : {type.Key}", [.. type]);
        }

        FeuilleExcel Compter(string libelle, IReadOnlyList<LigneDeTitre> comptees) =>
            controle
                .Ligne()
                .Texte(libelle)
                .Entier(comptees.Count)
                .Montant(MontantHt.Somme(comptees.Select(l => l.Appel.Montant)))
                .Montant(Total(comptees));
    }

    /// <summary>Le CSV : « ; », virgule décimale, UTF-8 avec marque d'ordre, comme Excel l'attend.</summary>
    public static byte[] Csv(ProfilDExport? profil, IReadOnlyList<LigneDeTitre> lignes) =>
        [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Texte(profil, lignes))];

    public static MontantTtc Total(IReadOnlyList<LigneDeTitre> lignes) => MontantTtc.Somme(lignes.Select(l => l.Appel.Ttc));

    /// <summary>SHA-256 du fichier CSV entier, marque d'ordre comprise : ce que tout outil rend du fichier téléchargé.</summary>
    public static string Empreinte(byte[] csv) => Convert.ToHexStringLower(SHA256.HashData(csv));

    private static string Texte(ProfilDExport? profil, IReadOnlyList<LigneDeTitre> lignes)
    {
        var colonnes = ColonnesDesTitres.De(profil);
        var texte = new StringBuilder();
        texte.AppendJoin(';', colonnes.Select(c => Citer(EnTexteSur(c.EnTete)))).Append("\r\n");
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
            string texte => EnTexteSur(texte),
            long centimes when genre is GenreDeColonne.Montant => (centimes / 100m)
                .ToString("0.00", CultureInfo.InvariantCulture)
                .Replace('.', ','),
            DateOnly jour => Formats.DateCourte(jour),
            _ => Convert.ToString(valeur, CultureInfo.InvariantCulture)!,
        };

    /// <summary>Un texte que le tableur lirait comme une formule est précédé d'une apostrophe ; un montant négatif reste un nombre.</summary>
    private static string EnTexteSur(string texte) =>
        texte is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + texte : texte;

    private static string Citer(string texte) =>
        texte.AsSpan().IndexOfAny(";\"\r\n") >= 0 ? $"\"{texte.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : texte;
}
