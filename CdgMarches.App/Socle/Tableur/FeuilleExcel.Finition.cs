using System.Globalization;
using ClosedXML.Excel;

namespace CdgMarches.App.Socle.Tableur;

/// <content>Ce qui s'applique aux colonnes et à la feuille entière : styles, largeurs, filtres, validation, protection.</content>
public sealed partial class FeuilleExcel
{
    private const double LargeurMinimale = 9;
    private static readonly XLColor FondDeSaisie = XLColor.FromHtml("#FFF9E5");

    internal void Activer() => _feuille.SetTabActive();

    internal void Terminer()
    {
        if (_terminee || _colonnes.Count == 0)
        {
            return;
        }

        _terminee = true;
        for (var i = 0; i < _colonnes.Count; i++)
        {
            var plafond = Math.Max(_colonnes[i].LargeurMaximale, (int)LargeurMinimale);
            _feuille.Column(i + 1).Width = Math.Clamp(_longueurs[i] + 3, LargeurMinimale, plafond);
            PoserLaValidation(i);
        }

        _feuille.SheetView.Freeze(_ligneDEntete, _colonnesFigees);
        _feuille.Range(_ligneDEntete, 1, _derniereDeDonnees, _colonnes.Count).SetAutoFilter();
        _feuille.PageSetup.PaperSize = XLPaperSize.A4Paper;
        _feuille.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        _feuille.PageSetup.FitToPages(1, 0);
        _feuille.PageSetup.SetRowsToRepeatAtTop(_ligneDEntete, _ligneDEntete);
        _feuille.PageSetup.Footer.Right.AddText("&P/&N");
        if (_protegee)
        {
            Verrouiller();
        }
    }

    private void EcrireLaSomme(IXLCell cellule, int i, int premiere)
    {
        if (_derniereDeDonnees < premiere)
        {
            cellule.SetValue(0);
        }
        else
        {
            var lettre = LettreDeColonne.De(i + 1);
            cellule.FormulaA1 = string.Create(
                CultureInfo.InvariantCulture,
                $"SUM({lettre}{premiere}:{lettre}{_derniereDeDonnees})"
            );
            ADesFormules = true;
        }

        if (_fractions[i])
        {
            cellule.Style.NumberFormat.Format = FormatFractionnaire;
        }

        _longueurs[i] = Math.Max(_longueurs[i], LongueurAffichee((long)decimal.Truncate(_sommes[i])) + 4);
    }

    private void PoserLeStyle(int i)
    {
        var colonne = _colonnes[i];
        var style = _feuille.Column(i + 1).Style;
        if (colonne.Format is { } format)
        {
            style.NumberFormat.Format = format;
        }

        style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
        if (colonne.Genre is GenreDeColonne.Texte)
        {
            style.Alignment.WrapText = true;
        }
        else
        {
            style.Alignment.Horizontal = colonne.EstNumerique
                ? XLAlignmentHorizontalValues.Right
                : XLAlignmentHorizontalValues.Center;
        }
    }

    /// <summary>Ce qu'Excel vérifie à la frappe : liste fermée, nombre positif, date vraisemblable. Un collage y échappe.</summary>
    private void PoserLaValidation(int i)
    {
        var colonne = _colonnes[i];
        if (colonne.Choix.Count == 0 && !(colonne.Saisie && colonne.Genre is not GenreDeColonne.Texte))
        {
            return;
        }

        // Cent lignes de plus que les données : on complète souvent un fichier d'import à la suite.
        var derniere = _protegee ? _derniereDeDonnees : _derniereDeDonnees + 100;
        if (derniere == _ligneDEntete)
        {
            return;
        }

        var regle = _feuille.Range(_ligneDEntete + 1, i + 1, derniere, i + 1).SetDataValidation();
        regle.IgnoreBlanks = true;
        regle.ErrorStyle = XLErrorStyle.Stop;
        regle.ErrorTitle = "Valeur non prévue";
        if (colonne.Choix.Count > 0)
        {
            regle.List(_classeur.PlageDeListe(colonne.Choix), true);
            regle.ErrorMessage = "Choisissez une valeur de la liste déroulante.";
        }
        else if (colonne.Genre is GenreDeColonne.Date)
        {
            regle.Date.EqualOrGreaterThan(new DateTime(Saisie.AnneeMinimale + 1, 1, 1));
            regle.ErrorMessage = "Écrivez une date, par exemple 16/03/2026.";
        }
        else
        {
            regle.Decimal.EqualOrGreaterThan(0);
            regle.ErrorMessage = "Écrivez un nombre positif ou nul, sans unité ni lettre.";
        }
    }

    private void Verrouiller()
    {
        for (var i = 0; i < _colonnes.Count && _derniereDeDonnees > _ligneDEntete; i++)
        {
            if (_colonnes[i].Saisie)
            {
                var style = _feuille.Range(_ligneDEntete + 1, i + 1, _derniereDeDonnees, i + 1).Style;
                style.Protection.SetLocked(false).Fill.SetBackgroundColor(FondDeSaisie);
            }
        }

        ReverrouillerLesSansObjet();
        _feuille
            .Protect()
            .AllowElement(XLSheetProtectionElements.FormatColumns)
            .AllowElement(XLSheetProtectionElements.FormatRows)
            .AllowElement(XLSheetProtectionElements.AutoFilter)
            .AllowElement(XLSheetProtectionElements.SelectLockedCells)
            .AllowElement(XLSheetProtectionElements.SelectUnlockedCells);
    }
}
