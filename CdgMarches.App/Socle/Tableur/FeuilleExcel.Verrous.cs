using ClosedXML.Excel;

namespace CdgMarches.App.Socle.Tableur;

/// <content>Les cellules d'une colonne de saisie où il n'y a rien à saisir, et les formules de quantités.</content>
public sealed partial class FeuilleExcel
{
    private static readonly XLColor FondSansObjet = XLColor.FromHtml("#E3E3E3");
    private readonly List<(int Ligne, int Colonne)> _sansObjet = [];

    /// <summary>Une cellule vide, grisée et verrouillée au milieu d'une colonne de saisie : cette ligne ne la demande pas.</summary>
    public FeuilleExcel SansObjet()
    {
        Vide();
        _sansObjet.Add((NumeroDeLigne, _colonne));
        return this;
    }

    /// <summary>Une formule dont la valeur est une quantité, avec ses décimales s'il y en a.</summary>
    public FeuilleExcel FormuleDeQuantite(string formule, long milliemes)
    {
        var cellule = Suivante(LongueurAffichee(milliemes / 1000) + 4);
        cellule.FormulaA1 = formule;
        ADesFormules = true;
        if (milliemes % 1000 != 0)
        {
            cellule.Style.NumberFormat.Format = FormatFractionnaire;
        }

        return this;
    }

    private void ReverrouillerLesSansObjet()
    {
        foreach (var (ligne, colonne) in _sansObjet)
        {
            _feuille.Cell(ligne, colonne).Style.Protection.SetLocked(true).Fill.SetBackgroundColor(FondSansObjet);
        }
    }
}
