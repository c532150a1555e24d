using System.Globalization;
using ClosedXML.Excel;

namespace CdgMarches.App.Socle.Tableur;

/// <summary>
/// Un classeur à écrire. Avec <see cref="FeuilleExcel"/>, le seul endroit qui connaît la bibliothèque Excel : changer de
/// bibliothèque ne touche que ces fichiers. Un classeur ne sert qu'à un fil à la fois.
/// </summary>
public sealed class ClasseurExcel : IDisposable
{
    /// <summary>Le type MIME d'un classeur .xlsx, pour les téléchargements.</summary>
    public const string TypeMime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Feuille masquée qui dit de quoi vient le fichier (campagne, membre, version…).</summary>
    public const string FeuilleMeta = "_meta";

    private const string FeuilleDesListes = "_listes";
    private const string NomLisezMoi = "Lisez-moi";
    private const int LongueurDeNom = 31;

    private readonly XLWorkbook _classeur = new();
    private readonly List<FeuilleExcel> _feuilles = [];
    private readonly Dictionary<string, IXLRange> _listes = new(StringComparer.Ordinal);
    private IXLWorksheet? _feuilleDesListes;

    private ClasseurExcel()
    {
        _classeur.Properties.Author = "CdgMarches";
        _classeur.Properties.Company = string.Empty;
        _classeur.FullCalculationOnLoad = true;
    }

    public static ClasseurExcel Creer() => new();

    /// <summary>Ajoute une feuille ; un nom trop long, interdit par Excel ou déjà pris est ajusté.</summary>
    public FeuilleExcel Feuille(string nom)
    {
        var feuille = new FeuilleExcel(this, _classeur.AddWorksheet(NomLibre(nom)));
        _feuilles.Add(feuille);
        return feuille;
    }

    /// <summary>Place en tête la feuille « Lisez-moi » : titre, périmètre, date, puis une ligne par phrase.</summary>
    public void LisezMoi(string titre, string perimetre, DateOnly date, params IReadOnlyList<string> lignes)
    {
        var feuille = _classeur.AddWorksheet(NomLibre(NomLisezMoi), 1);
        feuille.Column(1).Width = 18;
        feuille.Column(2).Width = 100;
        feuille.Columns(1, 2).Style.Alignment.SetVertical(XLAlignmentVerticalValues.Top).Alignment.SetWrapText(true);
        feuille.Columns(1, 2).Style.NumberFormat.Format = "@";
        feuille.ShowGridLines = false;

        EcrireTexte(feuille.Cell(1, 1), titre);
        feuille.Cell(1, 1).Style.Font.SetBold(true).Font.SetFontSize(14).Alignment.SetWrapText(false);
        EcrireTexte(feuille.Cell(3, 1), "Périmètre");
        EcrireTexte(feuille.Cell(3, 2), perimetre);
        EcrireTexte(feuille.Cell(4, 1), "Date");
        feuille.Cell(4, 2).Style.NumberFormat.Format = "dd/mm/yyyy";
        feuille.Cell(4, 2).Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Left;
        feuille.Cell(4, 2).SetValue(date.ToDateTime(TimeOnly.MinValue));
        feuille.Range(3, 1, 4, 1).Style.Font.Bold = true;
        for (var i = 0; i < lignes.Count; i++)
        {
            EcrireTexte(feuille.Cell(6 + i, 1), lignes[i]);
            feuille.Range(6 + i, 1, 6 + i, 2).Merge();
        }
    }

    /// <summary>Inscrit dans la feuille masquée <c>_meta</c> ce qui permettra de reconnaître le fichier à son retour.</summary>
    public void Meta(IReadOnlyDictionary<string, string> valeurs)
    {
        var feuille = _classeur.AddWorksheet(FeuilleMeta);
        feuille.Columns(1, 2).Style.NumberFormat.Format = "@";
        var ligne = 0;
        foreach (var (cle, valeur) in valeurs)
        {
            ligne++;
            EcrireTexte(feuille.Cell(ligne, 1), cle);
            EcrireTexte(feuille.Cell(ligne, 2), valeur);
        }

        feuille.Protect();
        feuille.Hide();
    }

    public byte[] Enregistrer()
    {
        using var flux = new MemoryStream();
        Enregistrer(flux);
        return flux.ToArray();
    }

    /// <summary>Écrit le classeur dans un flux où l'on peut se déplacer (fichier ou mémoire).</summary>
    public void Enregistrer(Stream flux)
    {
        if (_feuilles.Count == 0)
        {
            throw new InvalidOperationException("Un classeur a au moins une feuille.");
        }

        foreach (var feuille in _feuilles)
        {
            feuille.Terminer();
        }

        _feuilles[0].Activer();
        _classeur.SaveAs(
            flux,
            new SaveOptions
            {
                EvaluateFormulasBeforeSaving = _feuilles.Any(f => f.ADesFormules),
                GenerateCalculationChain = false,
                ValidatePackage = false,
                ConsolidateConditionalFormatRanges = false,
                ConsolidateDataValidationRanges = false,
            }
        );
    }

    public void Dispose() => _classeur.Dispose();

    /// <summary>
    /// La plage masquée qui porte les valeurs d'une liste déroulante : une liste écrite dans la règle elle-même est limitée
    /// à 255 caractères et coupe les libellés aux virgules.
    /// </summary>
    internal IXLRange PlageDeListe(IReadOnlyList<string> valeurs)
    {
        var cle = string.Join('\u001f', valeurs);
        if (_listes.TryGetValue(cle, out var connue))
        {
            return connue;
        }

        if (_feuilleDesListes is null)
        {
            _feuilleDesListes = _classeur.AddWorksheet(FeuilleDesListes);
            _feuilleDesListes.Hide();
        }

        var colonne = _listes.Count + 1;
        _feuilleDesListes.Column(colonne).Style.NumberFormat.Format = "@";
        for (var i = 0; i < valeurs.Count; i++)
        {
            EcrireTexte(_feuilleDesListes.Cell(i + 1, colonne), valeurs[i]);
        }

        return _listes[cle] = _feuilleDesListes.Range(1, colonne, valeurs.Count, colonne);
    }

    /// <summary>
    /// Écrit un texte qui reste un texte : ni « 00123 » ne devient 123, ni « =HYPERLINK(…) » une formule. L'apostrophe de
    /// tête (quotePrefix) tient même si l'utilisateur édite puis valide la cellule.
    /// </summary>
    internal static void EcrireTexte(IXLCell cellule, string texte)
    {
        var propre = TexteDeCellule.Nettoyer(texte);
        cellule.SetValue(propre);
        if (TexteDeCellule.PourraitEtreUneFormule(propre))
        {
            cellule.Style.IncludeQuotePrefix = true;
        }
    }

    private string NomLibre(string nom)
    {
        var propre = new string([
            .. nom.Trim().Select(c => c is ':' or '\\' or '/' or '?' or '*' or '[' or ']' || char.IsControl(c) ? '-' : c),
        ]);
        propre = propre.Trim('\'', ' ');
        if (propre.Length == 0)
        {
            propre = "Feuille";
        }

        var candidat = Couper(propre, LongueurDeNom);
        for (
            var rang = 2;
            _classeur.Worksheets.Any(f => string.Equals(f.Name, candidat, StringComparison.OrdinalIgnoreCase));
            rang++
        )
        {
            var suffixe = string.Create(CultureInfo.InvariantCulture, $" ({rang})");
            candidat = Couper(propre, LongueurDeNom - suffixe.Length) + suffixe;
        }

        return candidat;
    }

    private static string Couper(string texte, int longueur) =>
        texte.Length <= longueur ? texte : texte[..longueur].TrimEnd(' ', '\'');
}
