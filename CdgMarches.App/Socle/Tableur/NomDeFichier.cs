using System.Globalization;
using System.Text;

namespace CdgMarches.App.Socle.Tableur;

/// <summary>Le nom des fichiers remis : <c>CdgMarches_&lt;objet&gt;_&lt;aaaa-mm-jj&gt;.xlsx</c>.</summary>
public static class NomDeFichier
{
    private const int LongueurDObjet = 80;

    /// <param name="nature">Ce qu'est le fichier (« Recensement »).</param>
    /// <param name="objet">De quoi ou de qui (« Fournitures 2027 ») ; ce qu'un disque refuse est remplacé par un tiret.</param>
    /// <param name="date">Le jour légal de l'export.</param>
    /// <param name="extension">Sans le point.</param>
    public static string De(string nature, string? objet, DateOnly date, string extension = "xlsx")
    {
        var milieu = Nettoyer(string.IsNullOrWhiteSpace(objet) ? nature : $"{nature} {objet}");
        return string.Create(CultureInfo.InvariantCulture, $"CdgMarches_{milieu}_{date:yyyy-MM-dd}.{extension}");
    }

    public static string De(string nature, int exercice, DateOnly date, string extension = "xlsx") =>
        De(nature, exercice.ToString(CultureInfo.InvariantCulture), date, extension);

    private static string Nettoyer(string texte)
    {
        var sortie = new StringBuilder(texte.Length);
        foreach (var c in texte.Normalize(NormalizationForm.FormC))
        {
            if (char.IsLetterOrDigit(c))
            {
                sortie.Append(c);
            }
            else if (sortie.Length > 0 && sortie[^1] != '-')
            {
                sortie.Append('-');
            }

            if (sortie.Length == LongueurDObjet)
            {
                break;
            }
        }

        var propre = sortie.ToString().Trim('-');
        return propre.Length == 0 ? "Export" : propre;
    }
}
